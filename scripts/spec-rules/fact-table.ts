import {
  isValueMap,
  listOf,
  mapOf,
  textOf,
  textsOf,
  type Place,
  type SourceTree,
  type Value,
  type ValueMap,
} from './source-tree.js';

/** The documented names of one operation. */
export interface OperationFacts {
  method: string;
  path: string;
  sources: string[];
  deprecated: boolean;
  /** Name of the rate limit policy of the gateway; undefined if undocumented. */
  ratelimit: string | undefined;
  /** Documented status codes; undefined if the facts have none. */
  statuses: string[] | undefined;
  parameters: Map<string, { in: string; required: boolean }>;
  /** Dotted path -> whether it is required. */
  request: Map<string, boolean>;
  response: Map<string, boolean>;
  at: Place;
}

const differenceKinds = ['moved', 'added', 'left-out', 'optional', 'required'] as const;

export type DifferenceKind = (typeof differenceKinds)[number];

/** An intended difference between a description and the facts. */
export interface Difference {
  operation: string;
  kind: DifferenceKind;
  /** `parameters.…`, `request.…` or `response.…`. */
  path: string;
  /** The new path; of `moved` only. */
  to: string;
  reason: string;
  at: Place;
}

/** Reads `facts/<api>.json`: operation -> facts. */
export function readFacts(tree: SourceTree, file: string): Map<string, OperationFacts> {
  const table = mapOf(tree.files.get(file));
  return new Map(
    Object.entries(table).map(([id, value]) => [id, readOperation(mapOf(value), tree.placeOf(table, id))]),
  );
}

function readOperation(row: ValueMap, at: Place): OperationFacts {
  const [method = '', path = ''] = (textOf(row['call']) ?? '').split(' ');
  return {
    method: method.toLowerCase(),
    path,
    sources: words(row['sources']),
    deprecated: row['deprecated'] === true,
    ratelimit: textOf(row['ratelimit']),
    statuses: row['status'] === undefined ? undefined : words(row['status']),
    parameters: new Map(
      Object.entries(mapOf(row['parameters'])).flatMap(([location, names]) =>
        words(names).map((name) => [bare(name), { in: location, required: name.endsWith('*') }] as const),
      ),
    ),
    request: readFields(mapOf(row['request'])),
    response: readFields(mapOf(row['response'])),
    at,
  };
}

/** Expands groups of names, such as `"result.job_list[]": "id* job_name"`, to dotted paths. */
function readFields(groups: ValueMap): Map<string, boolean> {
  return new Map(
    Object.entries(groups).flatMap(([parent, names]) =>
      words(names).map((name) => [parent === '' ? bare(name) : `${parent}.${bare(name)}`, name.endsWith('*')] as const),
    ),
  );
}

const words = (value: Value | undefined): string[] => (textOf(value) ?? '').split(' ').filter((word) => word !== '');

const bare = (name: string): string => name.replace(/\*$/, '');

/** Reads one API's part of `facts/differences.yaml`. */
export function readDifferences(tree: SourceTree, file: string, api: string): Difference[] {
  const operations = mapOf(mapOf(tree.files.get(file))[api]);
  return Object.entries(operations).flatMap(([operation, entries]) =>
    listOf(entries).flatMap((entry) => (isValueMap(entry) ? readEntry(tree, operation, entry) : [])),
  );
}

function readEntry(tree: SourceTree, operation: string, entry: ValueMap): Difference[] {
  const reason = textOf(entry['reason']) ?? '';
  return differenceKinds.flatMap((kind) => {
    const pairs: [path: string, to: string][] =
      kind === 'moved'
        ? Object.entries(mapOf(entry[kind])).map(([path, to]) => [path, textOf(to) ?? ''])
        : textsOf(entry[kind]).map((path) => [path, '']);
    const at = tree.placeOf(entry, kind);
    return pairs.map(([path, to]) => ({ operation, kind, path, to, reason, at }));
  });
}
