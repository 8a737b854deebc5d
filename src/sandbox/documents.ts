/** The bundled OpenAPI documents: what the sandbox knows of the three APIs. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The APIs that are served, by the folder of their document. */
export const API_NAMES = ['codearts-build', 'servicestage', 'iam'] as const;

/** An API by the folder of its document. */
export type ApiName = (typeof API_NAMES)[number];

/** A part of a schema that matters here. */
export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  default?: unknown;
  items?: SchemaObject;
  properties?: Record<string, SchemaObject>;
}

/** A parameter, as a document describes it. */
export interface ParameterObject {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  schema: SchemaObject;
}

/** What a body of one media type holds. */
export interface MediaObject {
  schema?: SchemaObject;
  examples?: Record<string, { value: unknown }>;
}

/** An answer with one status. */
export interface ResponseObject {
  content?: Record<string, MediaObject>;
  headers?: Record<string, { example?: unknown }>;
}

/** Stands for what is described elsewhere in the document. */
export interface Reference {
  $ref: string;
}

/** An operation, as a document describes it. */
export interface OperationObject {
  operationId: string;
  tags: string[];
  'x-ratelimit-policy'?: string;
  security?: object[];
  parameters?: (ParameterObject | Reference)[];
  requestBody?: { required?: boolean; content: Record<string, MediaObject> };
  responses: Record<string, ResponseObject | Reference>;
}

/** A bundled document: every reference in it points into itself. */
export interface ApiDocument {
  paths: Record<string, Record<string, OperationObject>>;
  components: Record<string, Record<string, object>>;
}

/** The package's folder: the nearest one upwards that has the documents. */
function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'generated', 'codearts-build', 'openapi.json'))) return folder;
    if (folder === dirname(folder)) {
      throw new Error('The folder generated/ is missing: install the package again, or run `npm run generate`');
    }
  }
}

const loaded = new Map<ApiName, ApiDocument>();

/** Reads a document, once in a process. @throws Error where it is missing. */
export function loadDocument(api: ApiName): ApiDocument {
  const known = loaded.get(api);
  if (known) return known;
  const text = readFileSync(join(packageRoot(), 'generated', api, 'openapi.json'), 'utf8');
  const document = JSON.parse(text) as ApiDocument;
  loaded.set(api, document);
  return document;
}

/** Escapes one part of a JSON pointer that stands in a URI fragment. */
export const escapePointer = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** A value of a document together with the JSON pointer under which it stands. */
export interface Located<T> {
  value: T;
  pointer: string;
}

/** Follows a reference of a document; what is none is returned as it is. */
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
