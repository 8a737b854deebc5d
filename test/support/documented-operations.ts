import { readFileSync } from 'node:fs';

/** The APIs, by the folders of their generated documents. */
export const apis = ['codearts-build', 'servicestage', 'iam'] as const;

/** One of them. */
export type Api = (typeof apis)[number];

/** A parameter, with the example that its documentation shows. */
export interface DocumentedParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  /** Undefined where there is none. */
  example: unknown;
}

/** An answer that the documentation shows. */
export interface AnswerExample {
  /** Such as `200 default`. */
  label: string;
  status: number;
  /** Undefined where the answer has no body. */
  mediaType: string | undefined;
  headers: Record<string, string>;
  value: unknown;
  /** Where it stands in the document, if several operations answer it. */
  shared: string | undefined;
}

/** What an operation is sent besides its parameters. */
export interface DocumentedBody {
  mediaType: string;
  required: boolean;
  /** Fields of a form that are files. */
  files: string[];
  /** Members of an object that must be sent. */
  members: string[];
  examples: Record<string, unknown>;
}

/** One operation, as its API's document describes it. */
export interface DocumentedOperation {
  api: Api;
  id: string;
  method: string;
  path: string;
  /** Whether nobody has to prove who calls. */
  anonymous: boolean;
  parameters: DocumentedParameter[];
  /** Undefined where nothing is sent but parameters. */
  body: DocumentedBody | undefined;
  /** Status of a success. */
  status: number;
  /** What a success is sent as; undefined where it has no body. */
  mediaType: string | undefined;
  answers: AnswerExample[];
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

/** Follows a reference into the document that it stands in. */
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

function listAnswers(follow: Follow, status: number, response: Reference | RawResponse): AnswerExample[] {
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

/** A status that no operation lists, which stands for `default`. */
const UNLISTED_STATUS = 502;

function describeOperation(
  follow: Follow,
  api: Api,
  method: string,
  path: string,
  { operationId: id, parameters = [], requestBody, responses, security }: RawOperation,
): DocumentedOperation {
  const answers = Object.entries(responses).flatMap(([status, response]) =>
    listAnswers(follow, status === 'default' ? UNLISTED_STATUS : Number(status), response),
  );
  const success = answers.find(({ status }) => status < 300);
  if (!success) throw new Error(`${id} shows no success`);
  return {
    ...{ api, id, method: method.toUpperCase(), path, answers },
    ...{ status: success.status, mediaType: success.mediaType, anonymous: security?.length === 0 },
    parameters: parameters.map((parameter) => {
      const found = follow(parameter);
      return { ...found, required: found.required === true };
    }),
    body: describeBody(follow, requestBody),
  };
}

/**
 * Every operation of the three APIs with its examples, read from the generated documents and from nothing else: neither from the client's
 * table nor from the sandbox's routes, which are what is tested.
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
