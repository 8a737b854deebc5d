/** Operations, as the bundled OpenAPI documents describe them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APIS = ['codearts-build', 'servicestage', 'iam'] as const;

/** An API, by the folder of its document. */
export type Api = (typeof APIS)[number];

interface Schema {
  $ref?: string;
  type?: string | string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  description?: string;
  example?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
}

/** A parameter of an operation. */
export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
}

interface Body {
  required?: boolean;
  content: Record<string, { schema?: Schema; examples?: Record<string, { value: unknown }> }>;
}

interface WireOperation {
  operationId: string;
  summary?: string;
  tags?: string[];
  deprecated?: boolean;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: Body;
  responses: Record<string, { content?: Record<string, unknown> }>;
  'x-pagination'?: { page?: string; size: string };
}

interface Document {
  paths: Record<string, Record<string, WireOperation>>;
}

/** A field of a form. */
export interface FormField {
  name: string;
  description: string;
  required: boolean;
  /** Whether its value is a file. */
  file: boolean;
  /** Whether it can be given several times. */
  multiple: boolean;
  example: unknown;
}

/** An operation that `call` can call. */
export interface Operation {
  api: Api;
  id: string;
  method: string;
  path: string;
  summary: string;
  tag: string;
  deprecated: boolean;
  parameters: Parameter[];
  /** The request body. A form has fields; any other body is JSON. */
  body: { required: boolean; form: readonly FormField[] | undefined; example: unknown } | undefined;
  /** Parameters that `--paginate` sets; undefined if the operation has no pages. */
  pagination: readonly string[] | undefined;
  download: boolean;
}

/** Returns the nearest folder above this file that contains a file. */
export function findUp(path: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, path))) return folder;
    if (folder === dirname(folder)) throw new Error(`${path} is missing; install the package again`);
  }
}

const documentPath = (api: Api): string => join('generated', api, 'openapi.json');

/** Resolves a reference within a document. */
function resolve<T extends object>(document: Document, value: T | { $ref: string }): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T;
  let target: unknown = document;
  for (const part of value.$ref.slice(2).split('/')) target = (target as Record<string, unknown>)[part];
  return target as T;
}

/** Returns the fields of a form. */
function formFields(document: Document, schema: Schema): FormField[] {
  const { properties = {}, required = [] } = resolve<Schema>(document, schema);
  return Object.entries(properties).map(([name, property]) => {
    const field = resolve<Schema>(document, property);
    const multiple = field.type === 'array';
    const { format } = multiple && field.items ? resolve<Schema>(document, field.items) : field;
    const { description = '', example } = field;
    return { name, description, required: required.includes(name), file: format === 'binary', multiple, example };
  });
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

function toOperation(document: Document, api: Api, path: string, method: string, wire: WireOperation): Operation {
  const [mediaType, media] = Object.entries(wire.requestBody?.content ?? {})[0] ?? [];
  const success = Object.entries(wire.responses).filter(([status]) => status.startsWith('2'));
  const pages = wire['x-pagination'];
  const types = success.flatMap(([, response]) => Object.keys(response.content ?? {}));
  return {
    ...{ api, path, id: wire.operationId, method: method.toUpperCase() },
    ...{ summary: wire.summary ?? '', tag: wire.tags?.[0] ?? '', deprecated: wire.deprecated ?? false },
    parameters: (wire.parameters ?? []).map((parameter) => {
      const found = resolve<Parameter>(document, parameter);
      return { ...found, schema: resolve<Schema>(document, found.schema) };
    }),
    body: wire.requestBody && {
      required: wire.requestBody.required ?? false,
      form: mediaType === 'multipart/form-data' ? formFields(document, media?.schema ?? {}) : undefined,
      example: Object.values(media?.examples ?? {})[0]?.value,
    },
    pagination: pages && [pages.page ?? '', pages.size],
    download: types.includes('application/octet-stream'),
  };
}

let loaded: Operation[] | undefined;

/** Returns all operations of the three APIs. Reads the documents once. */
export function listOperations(): readonly Operation[] {
  return (loaded ??= APIS.flatMap((api) => {
    const text = readFileSync(join(findUp(documentPath(api)), documentPath(api)), 'utf8');
    const document = JSON.parse(text) as Document;
    return Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => METHODS.has(method))
        .map(([method, wire]) => toOperation(document, api, path, method, wire)),
    );
  }));
}

/** Returns the names that select exactly one operation: the ID, or `servicestage/createBuildJob` if two APIs have it. */
export function nameOf(operation: Operation): string {
  const same = listOperations().filter(({ id }) => id === operation.id);
  return same.length > 1 ? `${operation.api}/${operation.id}` : operation.id;
}

/** Returns the operations that a name selects: none, one or several. */
export const findOperations = (name: string): Operation[] =>
  listOperations().filter(({ api, id }) => id === name || `${api}/${id}` === name);

/** Name of the option for a parameter: `job-id` for `job_id`. */
export const optionName = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();

/** Returns the type of a parameter. */
export const typeOf = ({ schema }: Parameter): string => {
  const types = [schema.type ?? 'string'].flat().filter((type) => type !== 'null');
  return types[0] ?? 'string';
};
