import { apis, type Api } from '../bundle.js';
import { readDifferences, readFacts, type Difference, type OperationFacts } from './fact-table.js';
import {
  isValueMap,
  mapOf,
  parseSources,
  textOf,
  type Place,
  type Problem,
  type SourceTree,
  type Value,
  type ValueMap,
} from './source-tree.js';

/** An operation as it stands in its file. */
export interface SpecOperation {
  api: Api;
  id: string;
  method: string;
  path: string;
  /** The file of its Path Item. */
  file: string;
  node: ValueMap;
  /** The line of its `operationId`. */
  at: Place;
}

/** Everything that the rules look at. */
export interface Spec {
  tree: SourceTree;
  apis: readonly Api[];
  operations: SpecOperation[];
  facts: ReadonlyMap<Api, ReadonlyMap<string, OperationFacts>>;
  differences: ReadonlyMap<Api, readonly Difference[]>;
}

/** A house rule. It yields what breaks it. */
export type Rule = (spec: Spec) => Iterable<Problem>;

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Makes a Spec of files, given as path from the root of the project -> text. */
export function createSpec(texts: ReadonlyMap<string, string>): Spec {
  const tree = parseSources(texts);
  return {
    tree,
    apis,
    operations: apis.flatMap((api) => [...operationsOf(tree, api)]),
    facts: new Map(apis.map((api) => [api, readFacts(tree, `openapi/facts/${api}.json`)])),
    differences: new Map(apis.map((api) => [api, readDifferences(tree, 'openapi/facts/differences.yaml', api)])),
  };
}

function* operationsOf(tree: SourceTree, api: Api): Generator<SpecOperation> {
  const paths = mapOf(mapOf(tree.files.get(`openapi/${api}/openapi.yaml`))['paths']);
  for (const [path, entry] of Object.entries(paths)) {
    const item = tree.follow(entry);
    if (!isValueMap(item)) continue;
    for (const method of methods) {
      const node = item[method];
      if (!isValueMap(node)) continue;
      const at = tree.placeOf(node, 'operationId');
      yield { api, id: textOf(node['operationId']) ?? '', method, path, file: at.file, node, at };
    }
  }
}

/** The operation's parameters, references followed, each with the place where the operation names it. */
export function parametersOf({ tree }: Spec, { node }: SpecOperation): { parameter: ValueMap; at: Place }[] {
  const { parameters } = node;
  if (!Array.isArray(parameters)) return [];
  return parameters.map((entry, index) => ({
    parameter: mapOf(tree.follow(entry)),
    at: tree.placeOf(parameters, index),
  }));
}

/** A body that an operation takes or answers with. */
export interface Body {
  /** `request`, or the status code of the answer. */
  role: string;
  mediaType: string;
  /** Schema and examples. */
  content: ValueMap;
  at: Place;
}

/** The bodies of an operation: the request first, then the answers in their order. */
export function* bodiesOf(spec: Spec, { node }: SpecOperation): Generator<Body> {
  yield* contentsOf(spec, 'request', spec.tree.follow(node['requestBody']));
  for (const [status, response] of Object.entries(mapOf(node['responses']))) {
    yield* contentsOf(spec, status, spec.tree.follow(response));
  }
}

function* contentsOf({ tree }: Spec, role: string, owner: Value | undefined): Generator<Body> {
  const contents = mapOf(mapOf(owner)['content']);
  for (const [mediaType, content] of Object.entries(contents)) {
    if (isValueMap(content)) yield { role, mediaType, content, at: tree.placeOf(contents, mediaType) };
  }
}

/** Whether a role is that of a body which is sent or which tells success. */
export const isMainRole = (role: string): boolean => role === 'request' || role.startsWith('2');
