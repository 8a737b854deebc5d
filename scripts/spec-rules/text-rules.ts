import { namedSchemasOf } from './named-schemas.js';
import type { Spec } from './spec.js';
import {
  isValueMap,
  listOf,
  mapOf,
  textOf,
  textsOf,
  textsWithin,
  type Place,
  type Problem,
  type SourceTree,
  type Value,
} from './source-tree.js';

/** A summary starts with a capital letter, has up to eight words and no final full stop. */
export function* checkSummary({ operations, tree }: Spec): Generator<Problem> {
  for (const { id, node } of operations) {
    const at = tree.placeOf(node, 'summary');
    const summary = textOf(node['summary']) ?? '';
    const words = summary.split(/\s+/).length;
    if (words > 8) yield { at, reason: `the summary of \`${id}\` has ${String(words)} words; up to 8 are allowed` };
    if (summary.endsWith('.')) yield { at, reason: `the summary of \`${id}\` ends with a full stop` };
    if (!/^[A-Z]/.test(summary)) yield { at, reason: `the summary of \`${id}\` does not start with a capital letter` };
  }
}

/** Texts that `npm run transcribe -- --draft` copies from a page have been replaced. They are in parentheses. */
export function* checkDrafts({ tree, apis }: Spec): Generator<Problem> {
  for (const [file, content] of tree.files) {
    if (!apis.some((api) => file.startsWith(`openapi/${api}/paths/`))) continue;
    for (const { text, at } of textsWithin(tree, content, { file, line: 1 })) {
      if (/^\(.*\)$/s.test(text)) yield { at, reason: `replace ${shorten(text)} of the draft by words of your own` };
    }
  }
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...)` : text);

/** "The name of the task" adds nothing to `task_name`. */
const ECHO = /^(?:The )?[\w-]+(?: [\w-]+)? of (?:the|an?) [\w-]+(?: [\w-]+)?\.?$/i;

/** The description of an operation adds to its summary. */
export function* checkDescription({ operations, tree }: Spec): Generator<Problem> {
  for (const { id, node } of operations) {
    const description = (textOf(node['description']) ?? '').trim();
    const at = tree.placeOf(node, 'description');
    if (description.replace(/\.$/, '') === textOf(node['summary'])) {
      yield { at, reason: `the description of \`${id}\` repeats its summary` };
    } else if (ECHO.test(description)) yield { at, reason: `"${description}" adds nothing to the name` };
  }
}

/** Every parameter, header and property at every depth has a description that adds to its name. */
export function* checkFieldDescriptions(spec: Spec): Generator<Problem> {
  for (const { name, owner, at } of namedSchemasOf(spec)) {
    const description = (textOf(owner['description']) ?? '').trim();
    if (description === '') yield { at, reason: `\`${name}\` has no description` };
    else if (/^The /.test(description) && ECHO.test(description))
      yield { at, reason: `"${description}" adds nothing to the name` };
  }
}

/** Addresses of Chinese pages: those without a site, the Chinese site, and API Explorer. */
const CHINESE_PAGE =
  /^https:\/\/(?:support\.huaweicloud\.com\/(?!intl\/(?!zh-cn\/)|eu\/)|console\.huaweicloud\.com\/apiexplorer\/)/;

/** A link to a Chinese page says so; English pages need no language. */
export function* checkDocumentationLink({ operations, tree }: Spec): Generator<Problem> {
  for (const { id, node } of operations) {
    const link = mapOf(node['externalDocs']);
    const isChinese = CHINESE_PAGE.test(textOf(link['url']) ?? '');
    const isLabelled = /\(Chinese\)$/.test(textOf(link['description']) ?? '');
    if (isChinese !== isLabelled) {
      yield {
        at: tree.placeOf(link, 'description'),
        reason: `the page of \`${id}\` is ${isChinese ? '' : 'not '}Chinese: ${isChinese ? 'add' : 'remove'} "(Chinese)"`,
      };
    }
  }
}

/** A deprecated operation names its successor or states that it has none. */
export function* checkSuccessor({ operations, tree }: Spec): Generator<Problem> {
  for (const { api, id, node } of operations) {
    if (node['deprecated'] !== true) continue;
    const at = tree.placeOf(node, 'description');
    const description = textOf(node['description']) ?? '';
    const successor = /Use `(\w+)`[^.]* instead/.exec(description)?.[1];
    if (successor === undefined) {
      if (!/Nothing replaces it/.test(description)) {
        yield {
          at,
          reason: `\`${id}\` is deprecated: add "Use \`x\` instead" or "Nothing replaces it" to the description`,
        };
      }
    } else if (
      !operations.some((other) => other.api === api && other.id === successor && other.node['deprecated'] !== true)
    ) {
      yield { at, reason: `\`${id}\` names \`${successor}\` as its successor, which does not exist or is deprecated` };
    }
  }
}

/** A name in backticks that looks like an operation ID is one. */
export function* checkOperationNames(spec: Spec): Generator<Problem> {
  const { operations, tree, apis } = spec;
  const known = new Set(operations.map(({ id }) => id));
  const verbs = new Set([...known].map((id) => /^[a-z]+/.exec(id)?.[0]));
  const others = wireNames(spec);
  for (const [file, content] of tree.files) {
    if (!apis.some((api) => file.startsWith(`openapi/${api}/`))) continue;
    for (const { text, at } of descriptionsWithin(tree, content, { file, line: 1 })) {
      for (const [, name = ''] of text.matchAll(/`([a-z]+[A-Z]\w*)`/g)) {
        const verb = /^[a-z]+/.exec(name)?.[0];
        if (verbs.has(verb) && !known.has(name) && !others.has(name))
          yield { at, reason: `the operation \`${name}\` does not exist` };
      }
    }
  }
}

/** Returns the names of fields, known values and keys of examples, which can look like operation IDs (`deleteJob` is an event). */
function wireNames(spec: Spec): Set<string> {
  const names = new Set<string>();
  for (const { name, schema } of namedSchemasOf(spec)) {
    names.add(name);
    for (const part of [schema, mapOf(spec.tree.follow(schema['items']))]) {
      for (const value of [...textsOf(part['enum']), ...textsOf(part['x-extensible-enum'])]) names.add(value);
      if (isValueMap(part['example'])) for (const key of Object.keys(part['example'])) names.add(key);
    }
  }
  return names;
}

function* descriptionsWithin(
  tree: SourceTree,
  value: Value | undefined,
  at: Place,
): Generator<{ text: string; at: Place }> {
  if (Array.isArray(value)) {
    for (const item of listOf(value)) yield* descriptionsWithin(tree, item, at);
  } else if (isValueMap(value)) {
    for (const [key, item] of Object.entries(value)) {
      const position = tree.placeOf(value, key);
      if (typeof item === 'string' && ['description', 'summary', 'note', 'reason'].includes(key))
        yield { text: item, at: position };
      else yield* descriptionsWithin(tree, item, position);
    }
  }
}
