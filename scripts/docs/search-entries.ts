/** Makes the entries of the search. */
import { flatten } from './fields.js';
import { slugOf } from './markdown.js';
import type { Names } from './names.js';
import { anchoredFields, type OperationModel } from './operation-pages.js';
import { firstSentence, plainText } from './page.js';
import { wordsOf, type SearchEntry } from './search.js';

const proseOf = (markdown: string): string =>
  plainText(markdown.replace(/^```[^\n]*\n.*?^```$/gms, '').replace(/^\|[^\n]*$/gm, ''));

/** The words of text, code and tables, each once. */
const allWords = (markdown: string): string => [...new Set(wordsOf(markdown.toLowerCase()))].join(' ');

/** Returns the sections of a guide: H2 headings outside of code, with their text. */
export function sectionsOf(markdown: string): { title: string; slug: string; text: string }[] {
  const sections: { title: string; slug: string; text: string }[] = [];
  let isCode = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    const heading = isCode ? undefined : /^## (.+)/.exec(line)?.[1];
    if (heading !== undefined) sections.push({ title: plainText(heading), slug: slugOf(plainText(heading)), text: '' });
    else if (sections.length > 0) sections.at(-1)!.text += `${line}\n`;
  }
  return sections;
}

/** A guide and each of its sections. */
export const guideEntries = (url: string, title: string, description: string, markdown: string): SearchEntry[] => [
  {
    title,
    kind: 'guide',
    url,
    group: 'Guide',
    about: description,
    words: url.split('/').pop()!.replaceAll('-', ' '),
    text: allWords(markdown.split(/^## /m)[0]!),
  },
  ...sectionEntries(url, title, markdown),
];

/** The sections of a page. One that is named after a command is a command. */
export const sectionEntries = (url: string, group: string, markdown: string): SearchEntry[] =>
  sectionsOf(markdown).map(({ title, slug, text }): SearchEntry => {
    const command = /^codearts-build (\w+)/.exec(title)?.[1];
    return {
      ...(command !== undefined && { name: command }),
      title,
      kind: command === undefined ? 'guide' : 'command',
      url: `${url}#${slug}`,
      group,
      about: firstSentence(proseOf(text)),
      text: allWords(text),
    };
  });

export function operationEntry(model: OperationModel, names: Names): SearchEntry {
  const { api, id, path, method, operation, tag, page, about, request } = model;
  const helper = operation['x-helper'];
  const mentions = names.mentionsOf(page).filter(({ kind }) => kind !== 'operation').length + (helper ? 2 : 0);
  const fields = request.flatMap(({ fields: list }) => [...flatten(list)].map(({ field }) => field.name));
  return {
    name: id,
    title: plainText(operation.summary),
    kind: 'operation',
    url: page,
    group: api === 'codearts-build' ? tag : `${tag} (${api})`,
    about,
    words: `${method.toUpperCase()} ${path}`,
    ...(helper && { helper: helper.name }),
    text: [...new Set(fields)].join(' '),
    mentions,
    ...(api !== 'codearts-build' && { api }),
    ...(operation.deprecated && { old: true }),
  };
}

/** Each distinct field once, with the page that shows it first. */
export function fieldEntries(models: readonly OperationModel[]): SearchEntry[] {
  const found = new Map<string, SearchEntry>();
  const users = new Map<string, Set<string>>();
  for (const model of models) {
    for (const { anchor, field } of anchoredFields(model)) {
      const { name } = field;
      users.set(name, (users.get(name) ?? new Set()).add(model.id));
      if (found.has(name)) continue;
      const url = `${model.page}#${anchor}`;
      found.set(name, { name, title: name, kind: 'field', url, group: model.id, about: firstSentence(field.text) });
    }
  }
  return [...found.values()].map((entry) => {
    const { size } = users.get(entry.name!)!;
    return size === 1 ? entry : { ...entry, group: `${size} operations` };
  });
}
