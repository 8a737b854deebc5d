import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Api } from './documented-operations.js';

/** A part of a document: an operation, a response or a schema. */
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const escape = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const unescape = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

/** Holds values against the document of an API. Schemas are named by their JSON pointers. */
export interface Description {
  /** The pointer of the schema of a JSON body: of the request, or of the response with a status. */
  bodyOf: (operationId: string, part: 'request' | number) => string;
  /** The media types of the response with a status. */
  mediaTypesOf: (operationId: string, status: number) => string[];
  /** The violations of the schema in a value: a path and a reason each. */
  violations: (pointer: string, value: unknown) => string[];
  /** The paths of the members of a value, however deep, which the schema does not describe. */
  undescribed: (pointer: string, value: unknown) => string[];
}

/** Reads the generated document of an API. */
export function createDescription(api: Api): Description {
  const file = new URL(`../../generated/${api}/openapi.json`, import.meta.url);
  const document = JSON.parse(readFileSync(file, 'utf8')) as Node;
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, api);

  const at = (pointer: string): unknown =>
    pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((node, key) => (node as Node)[unescape(key)], document);

  /** Returns the part at a pointer, and the pointer of the part. Follows references. */
  function find(pointer: string): { node: Node; pointer: string } {
    const node = at(pointer);
    if (!isNode(node)) throw new Error(`There is nothing at ${pointer}`);
    return typeof node['$ref'] === 'string' ? find(node['$ref'].slice(1)) : { node, pointer };
  }

  function operation(id: string): string {
    for (const [path, item] of Object.entries(document['paths'] as Record<string, Node>)) {
      for (const [method, found] of Object.entries(item)) {
        if (isNode(found) && found['operationId'] === id) return `/paths/${escape(path)}/${method}`;
      }
    }
    throw new Error(`There is no operation ${id}`);
  }

  const contentOf = (id: string, part: 'request' | number): { node: Node; pointer: string } => {
    const owner = find(`${operation(id)}/${part === 'request' ? 'requestBody' : `responses/${String(part)}`}`);
    return find(`${owner.pointer}/content`);
  };

  function violations(pointer: string, value: unknown): string[] {
    const validate = ajv.getSchema(`${api}#${pointer}`);
    if (!validate) throw new Error(`There is no schema at ${pointer}`);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is invalid'}`,
    );
  }

  const branchesOf = (node: Node, pointer: string, keyword: string): string[] =>
    ((node[keyword] ?? []) as unknown[]).map((_, index) => `${pointer}/${keyword}/${String(index)}`);

  function undescribed(start: string, value: unknown, path = ''): string[] {
    const { node, pointer } = find(start);
    const choices = ['anyOf', 'oneOf'].flatMap((keyword) => branchesOf(node, pointer, keyword));
    if (choices.length > 0) {
      const fitting = choices.filter((choice) => violations(choice, value).length === 0);
      // The branch that says most of the value.
      const [best = [path]] = fitting
        .map((choice) => undescribed(choice, value, path))
        .sort((one, other) => one.length - other.length);
      return best;
    }
    if (Array.isArray(value)) {
      return node['items'] === undefined
        ? []
        : value.flatMap((item, index) => undescribed(`${pointer}/items`, item, `${path}/${String(index)}`));
    }
    if (!isNode(value)) return [];
    // Each part of `allOf` describes some of the members.
    const parts = branchesOf(node, pointer, 'allOf').map((part) => new Set(undescribed(part, value, path)));
    return Object.entries(value).flatMap(([name, item]) => {
      const here = `${path}/${name}`;
      if (isNode(node['properties']) && name in node['properties']) {
        return undescribed(`${pointer}/properties/${escape(name)}`, item, here);
      }
      if (isNode(node['additionalProperties'])) return undescribed(`${pointer}/additionalProperties`, item, here);
      if (node['additionalProperties'] === true) return [];
      const [shared, ...others] = parts.map((paths) =>
        [...paths].filter((one) => one === here || one.startsWith(`${here}/`)),
      );
      return shared ? shared.filter((one) => others.every((paths) => paths.includes(one))) : [here];
    });
  }

  return {
    bodyOf(id, part) {
      const { pointer } = contentOf(id, part);
      return `${pointer}/${escape('application/json')}/schema`;
    },
    mediaTypesOf: (id, status) => Object.keys(contentOf(id, status).node),
    violations,
    undescribed,
  };
}
