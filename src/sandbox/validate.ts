/** Validates requests and responses against the documents, and converts strings of a request to the documented types. */
import { mediaType, parseJson } from './body.js';
import {
  escapePointer,
  follow,
  loadDocument,
  type ParameterObject,
  type ResponseObject,
  type SchemaObject,
} from './documents.js';
import { invalidParameter, malformedParameter } from './error.js';
import type { Operation, Route } from './router.js';
import { validateSchema } from './schema-validator.js';

/** The documented parts of a request, with their documented types. */
export interface RequestInput {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
  /** The parsed body; undefined if the request has none. */
  body: unknown;
}

/** A request before validation. */
export interface RawRequest {
  route: Route;
  query: URLSearchParams;
  headers: Headers;
  body: Uint8Array;
}

interface Parameter extends ParameterObject {
  pointer: string;
}

const parameterLists = new WeakMap<Operation, readonly Parameter[]>();

/** Returns the parameters of an operation, with references resolved. */
function parametersOf(operation: Operation): readonly Parameter[] {
  const known = parameterLists.get(operation);
  if (known) return known;
  const document = loadDocument(operation.api);
  const list = (operation.description.parameters ?? []).map((parameter, index) => {
    const found = follow<ParameterObject>(document, parameter, `${operation.pointer}/parameters/${index}`);
    return { ...found.value, pointer: found.pointer };
  });
  parameterLists.set(operation, list);
  return list;
}

const typesOf = ({ type }: SchemaObject): readonly string[] => (Array.isArray(type) ? type : type ? [type] : []);

/** Converts a string to the type of its schema. A string that does not fit stays unchanged, so that validation rejects it. */
function coerce(schema: SchemaObject, text: string): unknown {
  const types = typesOf(schema);
  if (types.includes('integer') && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (types.includes('number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  // Some Huawei Cloud SDKs write `True`.
  if (types.includes('boolean') && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}

/** Decodes a path segment. A segment that cannot be decoded stays unchanged, so that validation rejects it. */
function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns the value of a parameter; undefined if the request omits it. */
function readParameter(parameter: Parameter, request: RawRequest): unknown {
  const { name, schema } = parameter;
  if (parameter.in === 'path') {
    return coerce(schema, decodePath(request.route.pathParameters[name] ?? ''));
  }
  if (parameter.in === 'header') {
    const text = request.headers.get(name);
    return text === null ? undefined : coerce(schema, text);
  }
  const texts = request.query.getAll(name);
  if (typesOf(schema).includes('array')) {
    return texts.length > 0 ? texts.map((text) => coerce(schema.items ?? {}, text)) : undefined;
  }
  if (texts.length > 1)
    throw invalidParameter(request.route.operation, `${name} must be given once; received ${texts.length} values.`);
  return texts[0] === undefined ? undefined : coerce(schema, texts[0]);
}

/**
 * Validates a request and returns its parts. Defaults replace omitted parameters.
 *
 * @throws SandboxError 400 that names the parameter.
 */
export async function readRequest(request: RawRequest, strict: boolean): Promise<RequestInput> {
  const { operation } = request.route;
  const input: RequestInput = { path: {}, query: {}, header: {}, body: undefined };
  const known = new Set<string>();
  for (const parameter of parametersOf(operation)) {
    const { name } = parameter;
    if (parameter.in === 'query') known.add(name);
    const value = readParameter(parameter, request);
    if (value === undefined) {
      if (parameter.required) throw invalidParameter(operation, `${name} is missing.`);
      if (parameter.schema.default !== undefined) input[parameter.in][name] = parameter.schema.default;
      continue;
    }
    const violation = validateSchema(operation.api, `${parameter.pointer}/schema`, value);
    if (violation) throw malformedParameter(operation, name, violation.message);
    input[parameter.in][name] = value;
  }
  if (strict) {
    const unknown = [...request.query.keys()].find((name) => !known.has(name));
    if (unknown !== undefined) throw invalidParameter(operation, `${unknown} is not a parameter of ${operation.id}.`);
  }
  input.body = await readBody(request);
  return input;
}

/** A file in a form, with its name and content. */
export class UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }
}

/** Reads the fields of a form, with its files. A field that its schema describes as an array has all its values, any other field the last one. */
async function readForm(request: RawRequest, schema: SchemaObject): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(request.body as BodyInit, { headers: { 'content-type': type } }).formData();
  const fields = new Map<string, unknown[]>();
  for (const [name, value] of form) {
    const part = typeof value === 'string' ? value : new UploadedFile(value.name, await bytesOf(value));
    fields.set(name, [...(fields.get(name) ?? []), part]);
  }
  const entries = [...fields].map(([name, values]) => [name, isArray(schema, name) ? values : values.at(-1)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

/** Returns whether a schema describes a field as an array. */
const isArray = (schema: SchemaObject, name: string): boolean =>
  typesOf(schema.properties?.[name] ?? {}).includes('array');

/** Reads and validates the body. */
async function readBody(request: RawRequest): Promise<unknown> {
  const { operation } = request.route;
  const description = operation.description.requestBody;
  if (!description) return undefined;
  if (request.body.byteLength === 0) {
    if (description.required) throw invalidParameter(operation, 'the body is missing.');
    return undefined;
  }
  const [type = 'application/json'] = Object.keys(description.content);
  const sent = mediaType(request.headers);
  if (sent !== '' && sent !== type) {
    throw invalidParameter(operation, `the body must be ${type}; received Content-Type ${sent}.`);
  }
  const pointer = `${operation.pointer}/requestBody/content/${escapePointer(type)}/schema`;
  if (type === 'multipart/form-data') {
    const media = description.content[type];
    const { value: schema } = follow<SchemaObject>(loadDocument(operation.api), media?.schema ?? {}, '');
    const form = await readForm(request, schema).catch(() => {
      throw invalidParameter(operation, 'the body must be a valid form.');
    });
    checkBody(operation, pointer, formForSchema(schema, form));
    return form;
  }
  const body = readJson(operation, request.body);
  checkBody(operation, pointer, body);
  return body;
}

/** Returns a form as its schema describes it: typed numbers and booleans, files as strings. */
function formForSchema(schema: SchemaObject, form: Record<string, unknown>): Record<string, unknown> {
  const describe = (property: SchemaObject, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => describe(property.items ?? {}, item));
    if (typeof value === 'string') return coerce(property, value);
    // A file in the place of a text stays an object, so that validation rejects it.
    return property.format === 'binary' ? 'file' : {};
  };
  const entries = Object.entries(form).map(([name, value]) => [name, describe(schema.properties?.[name] ?? {}, value)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function readJson(operation: Operation, bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    throw invalidParameter(operation, `${(error as TypeError).message}.`);
  }
}

function checkBody(operation: Operation, pointer: string, body: unknown): void {
  const violation = validateSchema(operation.api, pointer, body);
  if (!violation) return;
  const name = violation.path.slice(1).replaceAll('/', '.') || 'the body';
  throw malformedParameter(operation, name, violation.message);
}

/** Returns the description of a response and its pointer; undefined if the status is undocumented. */
export function responseOf(
  operation: Operation,
  status: number,
): { value: ResponseObject; pointer: string } | undefined {
  const response = operation.description.responses[String(status)];
  if (!response) return undefined;
  return follow<ResponseObject>(
    loadDocument(operation.api),
    response,
    `${operation.pointer}/responses/${String(status)}`,
  );
}

/** A further check of a JSON response against the schema at a pointer. Returns the violation; undefined if there is none. */
export type ResponseCheck = (
  operation: Operation,
  response: { status: number; pointer: string; body: unknown },
) => string | undefined;

/** Further checks of the responses of all sandboxes. The tests add one. */
export const responseChecks = new Set<ResponseCheck>();

/** Returns the first violation of a response's schema in one sentence with its JSON path; undefined if the response is valid. */
export function checkResponse(operation: Operation, status: number, body: unknown): string | undefined {
  const response = responseOf(operation, status);
  if (!response) return `${operation.name}: status ${String(status)} is undocumented`;
  const media = response.value.content?.['application/json'];
  if (!media?.schema) return undefined;
  const pointer = `${response.pointer}/content/${escapePointer('application/json')}/schema`;
  const violation = validateSchema(operation.api, pointer, body);
  if (violation) return `${operation.name}: ${violation.path || '/'} ${violation.message}`;
  for (const check of responseChecks) {
    const reason = check(operation, { status, pointer, body });
    if (reason !== undefined) return `${operation.name}: ${reason}`;
  }
  return undefined;
}
