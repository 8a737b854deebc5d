/** Loads the bundled OpenAPI documents of the three APIs. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The served APIs, by the folder of their document. */
export const API_NAMES = ['codearts-build', 'servicestage', 'iam'] as const;

/** An API, by the folder of its document. */
export type ApiName = (typeof API_NAMES)[number];

/** The used parts of a schema. */
export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  format?: string;
  default?: unknown;
  items?: SchemaObject;
  properties?: Record<string, SchemaObject>;
  additionalProperties?: SchemaObject | boolean;
  required?: string[];
  allOf?: SchemaObject[];
  anyOf?: SchemaObject[];
  oneOf?: SchemaObject[];
}

/** A parameter of a document. */
export interface ParameterObject {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  schema: SchemaObject;
}

/** A body of one media type. */
export interface MediaObject {
  schema?: SchemaObject;
  examples?: Record<string, { value: unknown }>;
}

/** A response with one status. */
export interface ResponseObject {
  content?: Record<string, MediaObject>;
  headers?: Record<string, { example?: unknown }>;
}

/** A reference to another part of the document. */
export interface Reference {
  $ref: string;
}

/** An operation of a document. */
export interface OperationObject {
  operationId: string;
  tags: string[];
  'x-ratelimit-policy'?: string;
  'x-pagination'?: { size: string; in?: 'body' };
  security?: object[];
  parameters?: (ParameterObject | Reference)[];
  requestBody?: { required?: boolean; content: Record<string, MediaObject> };
  responses: Record<string, ResponseObject | Reference>;
}

/** A bundled document: every reference points into the document itself. */
export interface ApiDocument {
  paths: Record<string, Record<string, OperationObject>>;
  components: Record<string, Record<string, object>>;
}

/** Returns the package folder: the nearest parent folder that contains the documents. */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'generated', 'codearts-build', 'openapi.json'))) return folder;
    if (folder === dirname(folder)) {
      throw new Error('The folder generated/ is missing: install the package again, or run `npm run generate`');
    }
  }
}

const loaded = new Map<ApiName, ApiDocument>();

/** Loads a document, once per process. @throws Error if it does not exist. */
export function loadDocument(api: ApiName): ApiDocument {
  const known = loaded.get(api);
  if (known) return known;
  const text = readFileSync(join(packageRoot(), 'generated', api, 'openapi.json'), 'utf8');
  const document = JSON.parse(text) as ApiDocument;
  loaded.set(api, document);
  return document;
}

/** Escapes one segment of a JSON pointer in a URI fragment. */
export const escapePointer = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** A value of a document, with its JSON pointer. */
export interface Located<T> {
  value: T;
  pointer: string;
}

/** Resolves a reference of a document. Returns any other value unchanged. */
export function follow<T extends object>(document: ApiDocument, value: T | Reference, pointer: string): Located<T> {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return { value: value as T, pointer };
  let target: unknown = document;
  for (const part of value.$ref.slice(2).split('/')) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    target = (target as Record<string, unknown> | undefined)?.[name];
  }
  if (target === undefined) throw new Error(`The document has no ${value.$ref}`);
  return follow(document, target as T | Reference, value.$ref);
}
