/** Generates the source of `operations.ts`: for each operation its input, its output, a documented method and its row in the table. */
import {
  operationsOf,
  resolve,
  type Api,
  type Document,
  type MediaType,
  type Operation,
  type Parameter,
  type Ref,
  type Schema,
} from './bundle.js';
import type { OperationSpec, PaginationSpec } from '../src/operations/contract.js';

const interfaceName: Record<Api, string> = {
  'codearts-build': 'CodeArtsBuild',
  servicestage: 'ServiceStage',
  iam: 'Iam',
};

/** Capitalizes an operation ID to name a type. */
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Returns a property name, quoted if required. */
const property = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : `'${name}'`);

/** Returns a documentation comment. */
function comment(lines: readonly string[]): string {
  const text = lines.join('\n').replaceAll('*/', '*\\/').trim().split('\n');
  return `/**\n${text.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`;
}

interface Shape {
  id: string;
  method: string;
  path: string;
  operation: Operation;
  parameters: Parameter[];
  /** Media type of the request body. */
  requestType: string | undefined;
  /** Description of the request body; undefined if the schema has none. */
  requestDescription: string | undefined;
  /** Status, media type and description of the successful response. */
  success: { status: string; mediaType: string | undefined; description: string };
  /** Of a response that is an envelope. */
  envelope: OperationSpec['envelope'];
}

/** Whether a schema accepts `null`. */
function acceptsNull(document: Document, schema: Schema | Ref): boolean {
  const { type, anyOf } = resolve<Schema>(document, schema);
  if (Array.isArray(anyOf)) return anyOf.some((branch: Schema) => acceptsNull(document, branch));
  return type === undefined || [type].flat().includes('null');
}

/** Returns what the `result` of a response can be. */
export function envelopeOf(document: Document, media: MediaType | undefined): OperationSpec['envelope'] {
  const { properties, required } = media ? resolve(document, media.schema) : {};
  const result = properties?.['result'];
  if (!result) return undefined;
  if (!required?.includes('result')) return 'optional';
  return acceptsNull(document, result) ? 'nullable' : 'required';
}

function shapeOf(document: Document, path: string, method: string, operation: Operation): Shape {
  const [status] = Object.keys(operation.responses).filter((code) => code.startsWith('2'));
  if (status === undefined) throw new Error(`${operation.operationId} has no success response`);
  const response = resolve(document, operation.responses[status]!);
  const [content] = Object.entries(response.content ?? {});
  const [request] = Object.entries(operation.requestBody?.content ?? {});
  return {
    id: operation.operationId,
    method,
    path,
    operation,
    parameters: (operation.parameters ?? []).map((parameter) => resolve(document, parameter)),
    requestType: request?.[0],
    requestDescription: request && resolve(document, request[1].schema).description,
    success: { status, mediaType: content?.[0], description: response.description },
    envelope: envelopeOf(document, content?.[1]),
  };
}

const isJson = (mediaType: string | undefined): boolean => mediaType?.includes('json') ?? false;

function inputSource(shape: Shape): string {
  const { id, operation, parameters, requestType, requestDescription } = shape;
  const fields = parameters.map((parameter) => {
    const optional = parameter.required ? '' : '?';
    const group = `Schema['${id}']['parameters']['${parameter.in}']`;
    const base = parameters.some((other) => other.in === parameter.in && other.required)
      ? group
      : `NonNullable<${group}>`;
    const text = [parameter.description];
    if (parameter.schema.default !== undefined) text.push('', `@default ${JSON.stringify(parameter.schema.default)}`);
    if (parameter.example !== undefined) text.push('', `@example ${JSON.stringify(parameter.example)}`);
    return `${comment(text)}\n${property(parameter.name)}${optional}: ${base}['${parameter.name}'];`;
  });
  if (requestType) {
    const required = operation.requestBody?.required ?? false;
    const body = `Schema['${id}']['requestBody']`;
    fields.push(
      `${requestDescription ? `${comment([requestDescription])}\n` : ''}body${required ? '' : '?'}: ${required ? body : `NonNullable<${body}>`}['content']['${requestType}'];`,
    );
  }
  const name = `${capital(id)}Input`;
  const label = comment([`Input of \`${id}\`.`]);
  return fields.length === 0
    ? `${label}\nexport type ${name} = Record<string, never>;`
    : `${label}\nexport interface ${name} {\n${fields.join('\n')}\n}`;
}

function outputSource({ id, success }: Shape): string {
  const type = isJson(success.mediaType)
    ? `Schema['${id}']['responses'][${success.status}]['content']['${success.mediaType}']`
    : success.mediaType
      ? 'Download'
      : 'undefined';
  return `${comment([`Output of \`${id}\`. ${success.description}`])}\nexport type ${capital(id)}Output = ${type};`;
}

/** Returns the type of a call. */
function callType({ id, envelope }: Shape): string {
  const output = `${capital(id)}Output`;
  return envelope ? `EnvelopedCall<${output}>` : `Call<${output}>`;
}

/** Whether a call requires an argument. */
const needsInput = ({ parameters, operation }: Shape): boolean =>
  parameters.some((parameter) => parameter.required) || (operation.requestBody?.required ?? false);

function methodSource(shape: Shape): string {
  const { id, operation, method, path } = shape;
  const helper = operation['x-helper'];
  const lines = [`${operation.summary}.`, '', operation.description.trim(), '', `\`${method.toUpperCase()} ${path}\``];
  if (helper) lines.push('', `In TypeScript, prefer \`${helper.name}\`. ${helper.text.trim()}`);
  lines.push('', `@see ${operation.externalDocs.url}`);
  if (operation.deprecated) {
    const successor = /Use (?:.*?)instead[^.]*\./s.exec(operation.description)?.[0];
    lines.push(`@deprecated ${successor ?? 'Huawei Cloud has deprecated this operation.'}`);
  }
  const input = `input${needsInput(shape) ? '' : '?'}: ${capital(id)}Input`;
  return `${comment(lines)}\n${id}(${input}, options?: CallOptions): ${callType(shape)};`;
}

function paginationSpec({ operation, parameters }: Shape): PaginationSpec | undefined {
  const spec = operation['x-pagination'];
  if (!spec) return undefined;
  const { page, size, first, maxSize, items, total, id } = spec;
  const sizeSchema = parameters.find((parameter) => parameter.name === size)?.schema;
  return {
    ...(page !== undefined && { page }),
    size,
    ...(sizeSchema?.type === 'string' && { asString: true as const }),
    first,
    maxSize,
    items,
    ...(total !== undefined && { total }),
    ...(id !== undefined && { id }),
  };
}

function specOf(shape: Shape): OperationSpec {
  const { operation, method, path, parameters, requestType, success } = shape;
  const named = (location: string): string[] =>
    parameters.filter((parameter) => parameter.in === location).map((parameter) => parameter.name);
  const required = parameters.filter((p) => p.required && p.in !== 'path').map((p) => p.name);
  if (operation.requestBody?.required) required.push('body');
  const pagination = paginationSpec(shape);
  const rateLimit = Number(/_(\d+)_min$/.exec(operation['x-ratelimit-policy'] ?? '')?.[1] ?? NaN);
  const response = isJson(success.mediaType) ? 'json' : success.mediaType ? 'download' : 'none';
  return {
    method: method.toUpperCase() as OperationSpec['method'],
    path,
    ...(named('query').length > 0 && { query: named('query') }),
    ...(named('header').length > 0 && { header: named('header') }),
    ...(required.length > 0 && { required }),
    ...(requestType && { body: isJson(requestType) ? ('json' as const) : ('multipart' as const) }),
    ...(response !== 'json' && { response }),
    ...(operation['x-idempotent']?.value && { idempotent: true as const }),
    ...(operation.security?.length === 0 && { anonymous: true as const }),
    ...(shape.envelope && { envelope: shape.envelope }),
    ...(rateLimit > 0 && { rateLimit }),
    ...(pagination && { pagination }),
  };
}

/** Returns the types of a list: input, page and item of `paginate`. */
function listSource(shape: Shape): string {
  const { id, operation } = shape;
  const { page, size, items } = operation['x-pagination']!;
  const omitted = [page, size].filter((name) => name !== undefined).map((name) => `'${name}'`);
  const input = `Omit<${capital(id)}Input, ${omitted.join(' | ')}>`;
  const item = items.split('.').reduce((type, key) => `NonNullable<${type}['${key}']>`, `${capital(id)}Output`);
  return `${comment([`${operation.summary}.`])}\n${id}: { input: ${input}; page: ${capital(id)}Output; item: ${item}[number] };`;
}

/** Generates `types.ts`, which exports all types of an API. */
export const typesSource = ({ info }: Document): string =>
  [
    comment([
      `Types of ${info.title}: inputs and outputs of its operations, schemas, and the \`paths\` of openapi-typescript.`,
    ]),
    `export type * from './operations.js';`,
    `export type * from './schema.js';`,
    `// Both modules export this name.`,
    `export type { operations } from './schema.js';\n`,
  ].join('\n');

/** Generates `servers.ts`: the URLs of the service and the regions of each. Servers without a region, such as the local sandbox, are set as `endpoint` only. */
export function serversSource({ info, servers }: Document): string {
  const table = servers.flatMap(({ url, variables }) => {
    const regions = variables?.['region']?.enum ?? [];
    return regions.length > 0 ? [{ url, regions }] : [];
  });
  return [
    `${comment([`Servers of ${info.title}.`])}\nexport const servers: readonly { readonly url: string; readonly regions: readonly string[] }[] = ${JSON.stringify(table)};\n`,
  ].join('\n\n');
}

/** Yields the fields of a schema, each with its name and the name of the field that contains it. */
function* fieldsOf(
  document: Document,
  node: Schema,
  parent = '',
  above: readonly Schema[] = [],
): Generator<{ name: string; parent: string; schema: Schema }> {
  const schema = resolve(document, node);
  if (above.includes(schema)) return;
  const {
    properties = {},
    items,
    allOf = [],
    oneOf = [],
    anyOf = [],
    additionalProperties,
  } = schema as Schema & {
    [key in 'allOf' | 'oneOf' | 'anyOf']?: Schema[];
  };
  const path = [...above, schema];
  for (const [name, property] of Object.entries(properties)) {
    yield { name, parent, schema: resolve(document, property) };
    yield* fieldsOf(document, property, name, path);
  }
  const parts = [...allOf, ...oneOf, ...anyOf, ...(items ? [items] : [])];
  if (typeof additionalProperties === 'object') parts.push(additionalProperties as Schema);
  for (const part of parts) yield* fieldsOf(document, part, parent, path);
}

/** Yields the parameters, response headers and fields of a document. */
function* allFieldsOf(document: Document): ReturnType<typeof fieldsOf> {
  for (const { operation } of operationsOf(document)) {
    for (const parameter of operation.parameters ?? []) {
      const { name, schema } = resolve(document, parameter);
      yield { name, parent: '', schema };
    }
    const responses = Object.values(operation.responses).map((response) => resolve(document, response));
    for (const { headers = {} } of responses) {
      for (const [name, header] of Object.entries(headers)) {
        yield { name, parent: '', schema: resolve(document, header).schema };
      }
    }
    for (const { content = {} } of [operation.requestBody ?? {}, ...responses]) {
      for (const { schema } of Object.values(content)) yield* fieldsOf(document, schema);
    }
  }
}

/**
 * Generates `sensitive-names.ts`: the names of the fields with `x-sensitive`. If a name also has another meaning, the field that contains it goes in front,
 * as in `token.id`.
 */
export function sensitiveNamesSource(documents: readonly Document[]): string {
  const fields = documents.flatMap((document) => [...allFieldsOf(document)]);
  // The contents of a file are in no text.
  const isSensitive = (schema: Schema): boolean => schema['x-sensitive'] === true && schema['format'] !== 'binary';
  const ordinary = new Set(fields.filter(({ schema }) => !isSensitive(schema)).map(({ name }) => name));
  const names = fields
    .filter(({ schema }) => isSensitive(schema))
    .map(({ name, parent }) => (ordinary.has(name) && parent !== '' ? `${parent}.${name}` : name));
  const list = JSON.stringify([...new Set(names)].sort());
  return `${comment(['Names of the parameters, headers and fields that contain secrets, of all APIs.'])}\nexport const sensitiveNames: readonly string[] = ${list};\n`;
}

export function operationsSource(api: Api, document: Document): string {
  const shapes = [...operationsOf(document)].map(({ path, method, operation }) =>
    shapeOf(document, path, method, operation),
  );
  const lists = shapes.filter((shape) => shape.operation['x-pagination']);
  const prefix = interfaceName[api];
  const { title } = document.info;
  const sources = shapes.flatMap((shape) => [outputSource(shape), methodSource(shape)]);
  const imports = ['Call', 'CallOptions', 'Download', 'EnvelopedCall', 'OperationSpec'].filter(
    (name) => name === 'OperationSpec' || sources.some((source) => new RegExp(`[=:] ${name}[;<,)]`).test(source)),
  );
  return [
    `import type { ${imports.join(', ')} } from '../../src/operations/contract.js';`,
    `import type { operations as Schema } from './schema.js';`,
    ...shapes.flatMap((shape) => [inputSource(shape), outputSource(shape)]),
    `${comment([`One method per operation of ${title}.`])}\nexport interface ${prefix}Operations {\n${shapes.map(methodSource).join('\n\n')}\n}`,
    `${comment([`Input, page and item of each list of ${title}.`])}\nexport interface ${prefix}Lists {\n${lists.map(listSource).join('\n')}\n}`,
    `${comment([`HTTP details of each operation of ${title}.`])}\nexport const operations = ${JSON.stringify(Object.fromEntries(shapes.map((shape) => [shape.id, specOf(shape)])))} as const satisfies Record<keyof ${prefix}Operations, OperationSpec>;`,
    '',
  ].join('\n\n');
}
