import { posix } from 'node:path';
import type { Spec, SpecOperation } from './spec.js';
import { isValueMap, mapOf, textsOf, type Problem, type SourceTree, type Value } from './source-tree.js';

/** The order of an operation's keys. `x-` is the position of all extension fields. */
const KEY_ORDER = [
  'operationId',
  'summary',
  'description',
  'externalDocs',
  'deprecated',
  'tags',
  'x-',
  'parameters',
  'requestBody',
  'responses',
  'security',
];

const EXTENSION_FIELDS = new Set([
  'x-evidence',
  'x-idempotent',
  'x-pagination',
  'x-ratelimit-policy',
  'x-helper',
  'x-extensible-enum',
  'x-sensitive',
]);

/** `Build tasks` -> `build-tasks`. */
export const kebabCase = (words: string): string => words.toLowerCase().replaceAll(' ', '-');

function groupByFile(operations: readonly SpecOperation[]): Map<string, SpecOperation[]> {
  const groups = new Map<string, SpecOperation[]>();
  for (const operation of operations) {
    groups.set(operation.file, [...(groups.get(operation.file) ?? []), operation]);
  }
  return groups;
}

/** A Path Item's file is named after its operation or, if it has several methods, after their subject. */
export function* checkFileName({ operations }: Spec): Generator<Problem> {
  for (const [file, [first, ...others]] of groupByFile(operations)) {
    const name = posix.basename(file, '.yaml');
    if (others.length > 0) {
      if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
        yield {
          at: { file, line: 1 },
          reason: `\`${name}\` has several methods: name it after their subject, in kebab-case`,
        };
      }
    } else if (name !== first!.id) {
      yield {
        at: first!.at,
        reason: `the file of \`${first!.id}\` must be named \`${first!.id}.yaml\`; received \`${name}.yaml\``,
      };
    }
  }
}

/** A Path Item's folder is the tag of its operations in kebab-case. */
export function* checkFolder({ operations, tree }: Spec): Generator<Problem> {
  for (const { file, node } of operations) {
    const folder = posix.basename(posix.dirname(file));
    const [tag] = textsOf(node['tags']);
    if (tag !== undefined && kebabCase(tag) !== folder) {
      yield {
        at: tree.placeOf(node, 'tags'),
        reason: `the tag \`${tag}\` belongs in the folder \`${kebabCase(tag)}\`, not \`${folder}\``,
      };
    }
  }
}

/** An operation has one tag. */
export function* checkOneTag({ operations, tree }: Spec): Generator<Problem> {
  for (const { id, node } of operations) {
    const count = textsOf(node['tags']).length;
    if (count !== 1)
      yield { at: tree.placeOf(node, 'tags'), reason: `\`${id}\` has ${String(count)} tags instead of one` };
  }
}

/** Every file of an API, and every shared parameter and response, is referenced. */
export function* checkOrphans({ tree, apis }: Spec): Generator<Problem> {
  const used = new Set(
    tree.references
      .filter((reference) => tree.placeOf(reference.from).file !== reference.file || reference.keys.length > 0)
      .flatMap(({ file, keys }) => [file, `${file}#${keys[0] ?? ''}`]),
  );
  for (const [file, content] of tree.files) {
    const api = apis.find((name) => file.startsWith(`openapi/${name}/`));
    if (!api || file === `openapi/${api}/openapi.yaml`) continue;
    if (!used.has(file)) {
      yield {
        at: { file, line: 1 },
        reason: file.includes('/paths/')
          ? 'openapi.yaml does not reference this file: add it to `paths` there'
          : 'no file references this file: remove it',
      };
    } else if (/\/(parameters|responses)\.yaml$/.test(file)) {
      for (const name of Object.keys(mapOf(content))) {
        if (!used.has(`${file}#${name}`)) {
          yield { at: tree.placeOf(mapOf(content), name), reason: `no file references \`${name}\`: remove it` };
        }
      }
    }
  }
}

/** The keys of every operation have the same order. */
export function* checkKeyOrder({ operations, tree }: Spec): Generator<Problem> {
  for (const { node } of operations) {
    let last = -1;
    let before = '';
    for (const key of Object.keys(node)) {
      const rank = KEY_ORDER.indexOf(key.startsWith('x-') ? 'x-' : key);
      if (rank === -1) yield { at: tree.placeOf(node, key), reason: `\`${key}\` is not allowed in an operation` };
      else if (rank < last) yield { at: tree.placeOf(node, key), reason: `\`${key}\` must precede \`${before}\`` };
      if (rank > last) [last, before] = [rank, key];
    }
  }
}

/** An extension field (`x-…`) is one that the README of the descriptions explains. */
export function* checkExtensionFields({ tree, apis }: Spec): Generator<Problem> {
  for (const [file, content] of tree.files) {
    if (apis.some((api) => file.startsWith(`openapi/${api}/`))) yield* unknownFieldsWithin(tree, content);
  }
}

function* unknownFieldsWithin(tree: SourceTree, value: Value | undefined): Generator<Problem> {
  if (Array.isArray(value)) {
    for (const item of value) yield* unknownFieldsWithin(tree, item);
  } else if (isValueMap(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (key.startsWith('x-') && !EXTENSION_FIELDS.has(key)) {
        yield {
          at: tree.placeOf(value, key),
          reason: `\`${key}\` is not one of the extension fields ${[...EXTENSION_FIELDS].join(', ')}`,
        };
      }
      yield* unknownFieldsWithin(tree, child);
    }
  }
}
