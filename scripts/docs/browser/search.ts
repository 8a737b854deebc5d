/** The dialog of the search. */
import { createIndex, search, tokenize, type SearchEntry } from '../search.js';

/** Set by `search-index.js`. */
declare const searchEntries: readonly SearchEntry[];

const colors = { guide: 'green', operation: 'blue', command: 'amber', client: 'grey', workflow: 'grey', field: 'grey' };
const mostResults = 40;

const index = createIndex(searchEntries);
const siteRoot = document.body.dataset['root']!;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const input = element('input', {
  // Escape would empty a field of the type search before it closes the dialog.
  type: 'text',
  enterkeyhint: 'search',
  role: 'combobox',
  'aria-label': 'Search',
  'aria-expanded': 'true',
  'aria-controls': 'results',
  'aria-autocomplete': 'list',
  autocomplete: 'off',
  placeholder: 'Search guides and reference',
});
const results = element('div', { class: 'results', id: 'results', role: 'listbox', 'aria-label': 'Results' });
const status = element('p', { class: 'status', role: 'status' });
const close = element('button', { type: 'submit' }, 'Close');
const dialog = element(
  'dialog',
  { 'aria-label': 'Search' },
  element('form', { method: 'dialog', role: 'search' }, input, close),
  status,
  results,
);
document.body.append(dialog);

/** Marks the words of the query in a text. */
function mark(text: string, terms: readonly string[]): (Node | string)[] {
  const known = terms.filter((term) => term.length > 1).map((term) => term.replace(/[^\p{L}\p{N}_]/gu, ''));
  if (known.length === 0) return [text];
  const parts = text.split(new RegExp(`(${known.join('|')})`, 'giu'));
  return parts.map((part, at) => (at % 2 === 1 ? element('mark', {}, part) : part));
}

function option(entry: SearchEntry, position: number, terms: readonly string[]): HTMLElement {
  const { name, title, kind, url, group, about, old } = entry;
  const [path = '', anchor] = url.split('#');
  const where = name === undefined || name === title ? group : `${name} · ${group}`;
  return element(
    'a',
    {
      role: 'option',
      id: `result-${position}`,
      href: `${siteRoot}${path}.html${anchor === undefined ? '' : `#${anchor}`}`,
      'aria-selected': String(position === 0),
      tabindex: '-1',
    },
    element('span', { class: 'title' }, ...mark(title, terms)),
    element('span', { class: `badge ${old ? 'amber' : colors[kind]}` }, old ? 'deprecated' : kind),
    element('span', { class: 'where' }, ...mark(where, terms)),
    ...(about === '' ? [] : [element('span', { class: 'text' }, ...mark(about, terms))]),
  );
}

function select(option: Element | null | undefined): void {
  if (!option) return;
  for (const other of results.children) other.setAttribute('aria-selected', String(other === option));
  input.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
}

function show(): void {
  const text = input.value.trim();
  const found = search(index, searchEntries, text);
  const terms = tokenize(text);
  results.replaceChildren(...found.slice(0, mostResults).map((entry, at) => option(entry, at, terms)));
  results.hidden = found.length === 0;
  input.setAttribute('aria-expanded', String(found.length > 0));
  status.textContent =
    found.length > 0
      ? `${found.length} ${found.length === 1 ? 'result' : 'results'}`
      : text === ''
        ? 'Type what you want to do, an operation or a field.'
        : `Nothing found for “${text}”. Try: start build, artifact, build status.`;
  input.removeAttribute('aria-activedescendant');
  select(results.firstElementChild);
}

input.addEventListener('input', show);
input.addEventListener('keydown', (event) => {
  const current = results.querySelector('[aria-selected="true"]');
  if (event.key === 'ArrowDown') select(current?.nextElementSibling);
  else if (event.key === 'ArrowUp') select(current?.previousElementSibling);
  else if (event.key === 'Enter') {
    if (current instanceof HTMLElement) current.click();
  } else return;
  event.preventDefault();
});
dialog.addEventListener('click', (event) => {
  const isResult = event.target instanceof Element && event.target.closest('a') !== null;
  // A link to a part of this page does not leave it.
  if (event.target === dialog || isResult) dialog.close();
});

window.openSearch = (text) => {
  if (text !== '') input.value = text;
  if (!dialog.open) dialog.showModal();
  input.select();
  show();
};
