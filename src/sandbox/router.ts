/** Finds the operation of a request. */
import { API_NAMES, escapePointer, loadDocument, type ApiName, type OperationObject } from './documents.js';

/** An operation of a document. */
export interface Operation {
  readonly api: ApiName;
  readonly id: string;
  /** The operation ID, prefixed with the API's name if an earlier API has the same ID. */
  readonly name: string;
  readonly method: string;
  /** Path with parameters in braces. */
  readonly path: string;
  /** JSON pointer to the description in its document. */
  readonly pointer: string;
  readonly description: OperationObject;
  /** Status of a successful response. */
  readonly status: number;
}

/** A matched operation with the encoded values of its path parameters. */
export interface Route {
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Node {
  readonly literals: Map<string, Node>;
  parameter: Node | undefined;
  readonly operations: Map<string, Operation>;
}

const createNode = (): Node => ({ literals: new Map(), parameter: undefined, operations: new Map() });

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

const isParameter = (segment: string): boolean => segment.startsWith('{');

/** Returns all operations in the order of the documents. */
export function listOperations(): Operation[] {
  const names = new Set<string>();
  const operations: Operation[] = [];
  for (const api of API_NAMES) {
    for (const [path, item] of Object.entries(loadDocument(api).paths)) {
      for (const [method, description] of Object.entries(item)) {
        if (!METHODS.has(method)) continue;
        const id = description.operationId;
        const name = names.has(id) ? `${api}.${id}` : id;
        names.add(name);
        const status = Number(Object.keys(description.responses).find((code) => code.startsWith('2')));
        const pointer = `#/paths/${escapePointer(path)}/${method}`;
        operations.push({ api, id, name, method: method.toUpperCase(), path, pointer, description, status });
      }
    }
  }
  return operations;
}

/** Finds a route by method and path. */
export type Router = (method: string, path: string) => Route | undefined;

/** Creates a router. A literal segment takes precedence over a parameter. */
export function createRouter(operations: readonly Operation[]): Router {
  const root = createNode();
  for (const operation of operations) {
    let node = root;
    for (const segment of operation.path.split('/').slice(1)) {
      if (isParameter(segment)) {
        node = node.parameter ??= createNode();
      } else {
        const next = node.literals.get(segment) ?? createNode();
        node.literals.set(segment, next);
        node = next;
      }
    }
    node.operations.set(operation.method, operation);
  }

  function find(node: Node, segments: readonly string[], at: number, method: string): Operation | undefined {
    const segment = segments[at];
    if (segment === undefined) return node.operations.get(method);
    const literal = node.literals.get(segment);
    const found = literal && find(literal, segments, at + 1, method);
    if (found || !node.parameter || segment === '') return found;
    return find(node.parameter, segments, at + 1, method);
  }

  /** IAM ignores a slash at the end of a path: the API reference of CodeArts Build has `/v3/projects/`. */
  function findIamOperation(segments: readonly string[], method: string): Operation | undefined {
    const found = segments.at(-1) === '' ? find(root, segments.slice(0, -1), 0, method) : undefined;
    return found?.api === 'iam' ? found : undefined;
  }

  return (method, path) => {
    const segments = path.split('/').slice(1);
    const operation = find(root, segments, 0, method) ?? findIamOperation(segments, method);
    if (!operation) return undefined;
    const pathParameters: Record<string, string> = {};
    for (const [at, segment] of operation.path.split('/').slice(1).entries()) {
      if (isParameter(segment)) pathParameters[segment.slice(1, -1)] = segments[at] ?? '';
    }
    return { operation, pathParameters };
  };
}
