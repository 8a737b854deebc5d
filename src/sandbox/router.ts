/** Finds the operation that a request asks for. */
import { API_NAMES, escapePointer, loadDocument, type ApiName, type OperationObject } from './documents.js';

/** An operation as the documents describe it. */
export interface Operation {
  readonly api: ApiName;
  readonly id: string;
  /** The id; with the API's name before it where an API that comes earlier has the same id. */
  readonly name: string;
  readonly method: string;
  /** Path with the parameters in braces. */
  readonly path: string;
  /** JSON pointer of the description in its document. */
  readonly pointer: string;
  readonly description: OperationObject;
  /** Status of a success. */
  readonly status: number;
}

/** An operation that was found, and the values of its path parameters, still encoded. */
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

/** All operations of the documents, in their order. */
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

/** Finds routes by method and path. */
export type Router = (method: string, path: string) => Route | undefined;

/** Creates a router. Where a literal segment and a parameter fit both, the literal goes first; methods are told apart. */
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

  return (method, path) => {
    const segments = path.split('/').slice(1);
    const operation = find(root, segments, 0, method);
    if (!operation) return undefined;
    const pathParameters: Record<string, string> = {};
    for (const [at, segment] of operation.path.split('/').slice(1).entries()) {
      if (isParameter(segment)) pathParameters[segment.slice(1, -1)] = segments[at] ?? '';
    }
    return { operation, pathParameters };
  };
}
