/** Makes the entries of the search. */
import { flatten } from './fields.js';
import { sectionsOf } from './guide-pages.js';
import type { Names } from './names.js';
import type { OperationModel } from './operation-pages.js';
import { firstSentence, plainText } from './page.js';
import type { SearchEntry } from './search.js';

const proseOf = (markdown: string): string =>
  plainText(markdown.replace(/^```[^\n]*\n.*?^```$/gms, '').replace(/^\|[^\n]*$/gm, ''));

/** A guide and each of its sections. A section that is named after a command is a command. */
export function guideEntries(slug: string, title: string, description: string, markdown: string): SearchEntry[] {
  const url = `guides/${slug}`;
  return [
    { title, kind: 'guide', url, group: 'Guide', about: description, words: slug.replaceAll('-', ' ') },
    ...sectionsOf(markdown).map(({ title: heading, slug: anchor, text }): SearchEntry => {
      const command = /^codearts-build (\w+)/.exec(heading)?.[1];
      const prose = proseOf(text);
      return {
        ...(command !== undefined && { name: command }),
        title: heading,
        kind: command === undefined ? 'guide' : 'command',
        url: `${url}#${anchor}`,
        group: title,
        about: firstSentence(prose),
        text: prose.slice(0, 700),
      };
    }),
  ];
}

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

/** Each distinct field once, with the page that shows it first. Current operations come before deprecated ones. */
export function fieldEntries(models: readonly OperationModel[]): SearchEntry[] {
  const found = new Map<string, { entry: SearchEntry; pages: Set<string> }>();
  const sorted = [...models].sort(
    (a, b) => Number(a.operation.deprecated ?? false) - Number(b.operation.deprecated ?? false),
  );
  for (const { id, page, request, response } of sorted) {
    const parts = [
      ...request.map(({ title, fields }) => ({ anchor: title.toLowerCase(), fields })),
      { anchor: 'response', fields: response.fields },
    ];
    for (const { anchor, fields } of parts) {
      for (const { path, field } of flatten(fields)) {
        const known = found.get(field.name);
        if (known) known.pages.add(id);
        else {
          const about = firstSentence(field.text);
          const entry: SearchEntry = {
            name: field.name,
            title: field.name,
            kind: 'field',
            url: `${page}#${anchor}.${path}`,
            group: id,
            about,
          };
          found.set(field.name, { entry, pages: new Set([id]) });
        }
      }
    }
  }
  return [...found.values()].map(({ entry, pages }) => ({
    ...entry,
    group: pages.size === 1 ? entry.group : `${pages.size} operations`,
  }));
}
