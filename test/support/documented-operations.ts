import { readFileSync } from 'node:fs';

/** The APIs, named after the folders of their generated documents. */
export const apis = ['codearts-build', 'servicestage', 'iam'] as const;

/** One of them. */
export type Api = (typeof apis)[number];

/** A parameter with its documented example. */
export interface DocumentedParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  /** Undefined if there is none. */
  example: unknown;
}

/** A documented example of a response. */
export interface ResponseExample {
  /** Such as `200 default`. */
  label: string;
  status: number;
  /** Undefined if the response has no body. */
  mediaType: string | undefined;
  headers: Record<string, string>;
  value: unknown;
  /** Its reference in the document, if several operations share it. */
  shared: string | undefined;
}

/** The request body of an operation. */
export interface DocumentedBody {
  mediaType: string;
  required: boolean;
  /** Fields of a form that are files. */
  files: string[];
  /** Members of an object that must be sent. */
  members: string[];
  examples: Record<string, unknown>;
}

/** An operation, as described in its document. */
export interface DocumentedOperation {
  api: Api;
  id: string;
  method: string;
  path: string;
  /** Whether the operation requires no authentication. */
  anonymous: boolean;
  parameters: DocumentedParameter[];
  /** Undefined if the operation has no request body. */
  body: DocumentedBody | undefined;
  /** Status of a successful response. */
  status: number;
  /** Media type of a successful response; undefined if it has no body. */
  mediaType: string | undefined;
  examples: ResponseExample[];
}

interface Reference {
  $ref: string;
}

interface RawSchema {
  required?: string[];
  properties?: Record<string, { format?: string; items?: { format?: string } }>;
}

interface RawMedia {
  schema?: Reference | RawSchema;
  examples?: Record<string, { value: unknown }>;
}

type Content = Record<string, RawMedia>;

interface RawResponse {
  content?: Content;
  headers?: Record<string, Reference | { example?: string | number }>;
}

interface RawOperation {
  operationId: string;
  parameters?: (Reference | (Omit<DocumentedParameter, 'required'> & { required?: boolean }))[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Reference | RawResponse>;
  security?: object[];
}

/** Resolves a reference within a document. */
type Follow = <T extends object>(value: T | Reference) => T;

const createFollow =
  (document: object): Follow =>
  <T extends object>(value: T | Reference) => {
    if (!('$ref' in value)) return value;
    const parts = value.$ref.slice('#/'.length).split('/');
    return parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], document) as T;
  };

const valuesOf = (examples: Record<string, { value: unknown }> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(examples).map(([name, { value }]) => [name, value]));

function listExamples(follow: Follow, status: number, response: Reference | RawResponse): ResponseExample[] {
  const { content, headers = {} } = follow(response);
  const shared = '$ref' in response ? response.$ref : undefined;
  const shown = Object.entries(headers).map(([name, header]) => [name, follow(header).example] as const);
  const sent = Object.fromEntries(
    shown.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const common = { status, headers: sent, shared };
  if (!content) return [{ ...common, label: String(status), mediaType: undefined, value: undefined }];
  return Object.entries(content).flatMap(([mediaType, { examples }]) =>
    Object.entries(valuesOf(examples)).map(([name, value]) => ({
      ...common,
      label: `${status} ${name}`,
      mediaType,
      value,
    })),
  );
}

function describeBody(follow: Follow, body: RawOperation['requestBody']): DocumentedBody | undefined {
  const [content] = Object.entries(body?.content ?? {});
  if (!content) return undefined;
  const [mediaType, { schema, examples }] = content;
  const { properties = {}, required: members = [] } = schema ? follow(schema) : {};
  const files = Object.entries(properties)
    .filter(([, { format, items }]) => (items?.format ?? format) === 'binary')
    .map(([name]) => name);
  return { mediaType, files, members, required: body?.required === true, examples: valuesOf(examples) };
}

/** A status that no operation lists. It represents `default`. */
const UNLISTED_STATUS = 502;

function describeOperation(
  follow: Follow,
  api: Api,
  method: string,
  path: string,
  { operationId: id, parameters = [], requestBody, responses, security }: RawOperation,
): DocumentedOperation {
  const examples = Object.entries(responses).flatMap(([status, response]) =>
    listExamples(follow, status === 'default' ? UNLISTED_STATUS : Number(status), response),
  );
  const success = examples.find(({ status }) => status < 300);
  if (!success) throw new Error(`${id} has no example of a successful response`);
  return {
    ...{ api, id, method: method.toUpperCase(), path, examples },
    ...{ status: success.status, mediaType: success.mediaType, anonymous: security?.length === 0 },
    parameters: parameters.map((parameter) => {
      const found = follow(parameter);
      return { ...found, required: found.required === true };
    }),
    body: describeBody(follow, requestBody),
  };
}

/**
 * Returns every operation of the three APIs with its examples. Reads only the generated documents, because the client's table and the sandbox's
 * routes are under test.
 */
export function listDocumentedOperations(): DocumentedOperation[] {
  return apis.flatMap((api) => {
    const file = new URL(`../../generated/${api}/openapi.json`, import.meta.url);
    const document = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, RawOperation>> };
    const follow = createFollow(document);
    return Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => describeOperation(follow, api, method, path, operation)),
    );
  });
}

/** Prints a value of a parameter. */
const print = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Returns path and query of a request with values of its parameters.
 *
 * @param valueOf Returns the value of a parameter; undefined to omit it.
 */
export function targetOf(
  { path, parameters }: DocumentedOperation,
  valueOf: (parameter: DocumentedParameter) => unknown = ({ example }) => example,
): string {
  let target = path;
  const query = new URLSearchParams();
  for (const parameter of parameters) {
    const value = valueOf(parameter);
    if (value === undefined) continue;
    if (parameter.in === 'path') target = target.replace(`{${parameter.name}}`, encodeURIComponent(print(value)));
    else if (parameter.in === 'query') for (const item of [value].flat()) query.append(parameter.name, print(item));
  }
  return query.size > 0 ? `${target}?${query.toString()}` : target;
}
