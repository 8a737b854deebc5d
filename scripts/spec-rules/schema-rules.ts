import { typesOf } from './schema-fields.js';
import {
  listOf,
  isValueMap,
  mapOf,
  textOf,
  type Problem,
  type SourceTree,
  type Value,
  type ValueMap,
} from './source-tree.js';
import type { Spec } from './spec.js';

/** A schema names one type besides `null`. Several types are an `anyOf`, each with its own constraints: many generators need that. */
export function* checkTypeLists({ tree, apis }: Spec): Generator<Problem> {
  for (const { map, key } of schemasWithin(tree, apis, 'type')) {
    const types = typesOf(map).filter((type) => type !== 'null');
    if (types.length > 1)
      yield {
        at: tree.placeOf(map, key),
        reason: `${types.join(' and ')} in one schema: use anyOf, a branch for each type`,
      };
  }
}

/** A list of values needs no range beside it. */
export function* checkEnumRanges({ tree, apis }: Spec): Generator<Problem> {
  for (const { map, key } of schemasWithin(tree, apis, 'enum')) {
    for (const range of ['minimum', 'maximum', 'pattern'].filter((name) => map[name] !== undefined))
      yield { at: tree.placeOf(map, key), reason: `\`${range}\` says nothing beside \`enum\`` };
  }
}

/** The longest description of a server. What else there is to say belongs in the description of the API. */
const LONGEST_SERVER_DESCRIPTION = 20;

/** The head of a document is one that parsers and tools without signatures accept. */
export function* checkDocument({ tree, apis }: Spec): Generator<Problem> {
  for (const api of apis) {
    const document = mapOf(tree.files.get(`openapi/${api}/openapi.yaml`));
    const info = mapOf(document['info']);
    if (info['summary'] !== undefined)
      yield {
        at: tree.placeOf(info, 'summary'),
        reason: '`summary` is unknown to many tools: begin the description with it',
      };
    for (const server of listOf(document['servers']).filter(isValueMap)) {
      if ((textOf(server['description']) ?? '').length > LONGEST_SERVER_DESCRIPTION)
        yield { at: tree.placeOf(server, 'description'), reason: 'the description of a server has a word or two' };
      for (const variable of Object.values(mapOf(server['variables'])).filter(isValueMap)) {
        if (variable['description'] !== undefined)
          yield { at: tree.placeOf(variable, 'description'), reason: 'swagger-parser rejects a description here' };
      }
    }
    const security = listOf(document['security']);
    if (security.length > 0 && !('Token' in mapOf(security[0])))
      yield { at: tree.placeOf(document, 'security'), reason: '`Token` comes first, for tools that cannot sign' };
  }
}

const DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/** If the version of a document is a date, it is that of the newest page that a note names. */
export function* checkVersion({ tree, apis }: Spec): Generator<Problem> {
  for (const api of apis) {
    const info = mapOf(mapOf(tree.files.get(`openapi/${api}/openapi.yaml`))['info']);
    const version = textOf(info['version']) ?? '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(version)) continue;
    const files = [...tree.files].filter(([file]) => file.startsWith(`openapi/${api}/`));
    const dates = files.flatMap(([, content]) => notesWithin(content).flatMap((note) => note.match(DATE) ?? []));
    const newest = dates.sort().at(-1) ?? version;
    if (newest !== version)
      yield {
        at: tree.placeOf(info, 'version'),
        reason: `must be ${newest}, the date of the newest page that a note names`,
      };
  }
}

/** Returns the notes on sources at any depth. */
function notesWithin(value: Value | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(notesWithin);
  if (!isValueMap(value)) return [];
  const note = textOf(mapOf(value['x-evidence'])['note']);
  return [...(note === undefined ? [] : [note]), ...Object.values(value).flatMap(notesWithin)];
}

/** Every schema in the files of the APIs that has a keyword, outside examples. */
function* schemasWithin(
  tree: SourceTree,
  apis: Spec['apis'],
  keyword: string,
): Generator<{ map: ValueMap; key: string }> {
  for (const [file, content] of tree.files) {
    if (apis.some((api) => file.startsWith(`openapi/${api}/`))) yield* mapsWithin(content, keyword);
  }
}

function* mapsWithin(value: Value | undefined, key: string): Generator<{ map: ValueMap; key: string }> {
  if (Array.isArray(value)) {
    for (const item of value) yield* mapsWithin(item, key);
  } else if (isValueMap(value)) {
    if (Array.isArray(value[key])) yield { map: value, key };
    for (const [name, item] of Object.entries(value)) {
      if (!['example', 'examples', 'default'].includes(name)) yield* mapsWithin(item, key);
    }
  }
}
