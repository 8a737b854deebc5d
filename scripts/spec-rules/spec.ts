import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
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

/** An operation in its file. */
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

/** The input of the rules. */
export interface Spec {
  tree: SourceTree;
  apis: readonly Api[];
  operations: SpecOperation[];
  facts: ReadonlyMap<Api, ReadonlyMap<string, OperationFacts>>;
  differences: ReadonlyMap<Api, readonly Difference[]>;
}

/** A rule, which yields the problems that it finds. */
export type Rule = (spec: Spec) => Iterable<Problem>;

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Creates a Spec from files, given as path relative to the project root -> text. */
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

/** Reads the files in `openapi/` of a folder. */
export async function readSpec(folder = '.'): Promise<Spec> {
  const entries = await readdir(join(folder, 'openapi'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(yaml|json)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  const texts = files.map(
    async (file) => [file.split(sep).join('/'), await readFile(join(folder, file), 'utf8')] as const,
  );
  return createSpec(new Map(await Promise.all(texts)));
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

/** Returns the parameters of an operation with references resolved, each with its position in the operation. */
export function parametersOf({ tree }: Spec, { node }: SpecOperation): { parameter: ValueMap; at: Place }[] {
  const { parameters } = node;
  if (!Array.isArray(parameters)) return [];
  return parameters.map((entry, index) => ({
    parameter: mapOf(tree.follow(entry)),
    at: tree.placeOf(parameters, index),
  }));
}

/** A request or response body of an operation. */
export interface Body {
  /** `request`, or the status code of the response. */
  role: string;
  mediaType: string;
  /** Schema and examples. */
  content: ValueMap;
  at: Place;
}

/** Yields the bodies of an operation: the request first, then the responses in their order. */
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

/** Whether a role is the request or a successful response. */
export const isMainRole = (role: string): boolean => role === 'request' || role.startsWith('2');
