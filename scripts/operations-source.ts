/** Writes the source of `operations.ts`: for each operation its input, its output, a documented method and its row in the table. */
import { operationsOf, resolve, type Api, type Document, type Operation, type Parameter } from './bundle.js';
import type { OperationSpec, PaginationSpec } from '../src/contract.js';

const interfaceName: Record<Api, string> = {
  'codearts-build': 'CodeArtsBuild',
  servicestage: 'ServiceStage',
  iam: 'Iam',
};

/** The first letter in upper case: names a type after an operation. */
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A name as a property: quoted where it has to be. */
const property = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : `'${name}'`);

/** A documentation comment. */
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
  /** Media type of the request's body. */
  requestType: string | undefined;
  /** What is said of the body; undefined where its fields say all. */
  requestNote: string | undefined;
  /** Status and media type of the answer, and what it is. */
  success: { status: string; mediaType: string | undefined; note: string };
}

function shapeOf(document: Document, path: string, method: string, operation: Operation): Shape {
  const [status] = Object.keys(operation.responses).filter((code) => code.startsWith('2'));
  if (status === undefined) throw new Error(`${operation.operationId} has no success response`);
  const response = resolve(document, operation.responses[status]!);
  const [request] = Object.entries(operation.requestBody?.content ?? {});
  return {
    id: operation.operationId,
    method,
    path,
    operation,
    parameters: (operation.parameters ?? []).map((parameter) => resolve(document, parameter)),
    requestType: request?.[0],
    requestNote: request && resolve(document, request[1].schema).description,
    success: { status, mediaType: Object.keys(response.content ?? {})[0], note: response.description },
  };
}

const isJson = (mediaType: string | undefined): boolean => mediaType?.includes('json') ?? false;

function inputSource(shape: Shape): string {
  const { id, operation, parameters, requestType, requestNote } = shape;
  const fields = parameters.map((parameter) => {
    const optional = parameter.required ? '' : '?';
    const group = `Schema['${id}']['parameters']['${parameter.in}']`;
    const base = parameters.some((other) => other.in === parameter.in && other.required)
      ? group
      : `NonNullable<${group}>`;
    const note = [parameter.description];
    if (parameter.schema.default !== undefined) note.push('', `@default ${JSON.stringify(parameter.schema.default)}`);
    if (parameter.example !== undefined) note.push('', `@example ${JSON.stringify(parameter.example)}`);
    return `${comment(note)}\n${property(parameter.name)}${optional}: ${base}['${parameter.name}'];`;
  });
  if (requestType) {
    const required = operation.requestBody?.required ?? false;
    const body = `Schema['${id}']['requestBody']`;
    fields.push(
      `${requestNote ? `${comment([requestNote])}\n` : ''}body${required ? '' : '?'}: ${required ? body : `NonNullable<${body}>`}['content']['${requestType}'];`,
    );
  }
  const name = `${capital(id)}Input`;
  const about = comment([`What \`${id}\` takes.`]);
  return fields.length === 0
    ? `${about}\nexport type ${name} = Record<string, never>;`
    : `${about}\nexport interface ${name} {\n${fields.join('\n')}\n}`;
}

function outputSource({ id, success }: Shape): string {
  const type = isJson(success.mediaType)
    ? `Schema['${id}']['responses'][${success.status}]['content']['${success.mediaType}']`
    : success.mediaType
      ? 'Download'
      : 'undefined';
  return `${comment([`What \`${id}\` returns. ${success.note}`])}\nexport type ${capital(id)}Output = ${type};`;
}

/** Whether a call can be made without an argument. */
const needsInput = ({ parameters, operation }: Shape): boolean =>
  parameters.some((parameter) => parameter.required) || (operation.requestBody?.required ?? false);

function methodSource(shape: Shape): string {
  const { id, operation, method, path } = shape;
  const evidence = operation['x-evidence'];
  const helper = operation['x-helper'];
  const lines = [`${operation.summary}.`, '', operation.description.trim(), '', `\`${method.toUpperCase()} ${path}\``];
  if (helper) lines.push('', `In TypeScript, prefer \`${helper.name}\`. ${helper.text.trim()}`);
  if (evidence.note) lines.push('', `Evidence: ${evidence.source}. ${evidence.note.trim()}`);
  lines.push('', `@see ${operation.externalDocs.url}`);
  if (operation.deprecated) {
    const successor = /Use (?:.*?)instead[^.]*\./s.exec(operation.description)?.[0];
    lines.push(`@deprecated ${successor ?? 'The vendor calls it out of date.'}`);
  }
  const input = `input${needsInput(shape) ? '' : '?'}: ${capital(id)}Input`;
  return `${comment(lines)}\n${id}(${input}, options?: CallOptions): Call<${capital(id)}Output>;`;
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
  const named = (place: string): string[] =>
    parameters.filter((parameter) => parameter.in === place).map((parameter) => parameter.name);
  const required = parameters.filter((p) => p.required && p.in !== 'path').map((p) => p.name);
  if (operation.requestBody?.required) required.push('body');
  const pagination = paginationSpec(shape);
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
    ...(pagination && { pagination }),
  };
}

/** The types of a list: what `paginate` takes and yields. */
function listSource(shape: Shape): string {
  const { id, operation } = shape;
  const { page, size, items } = operation['x-pagination']!;
  const omitted = [page, size].filter((name) => name !== undefined).map((name) => `'${name}'`);
  const input = `Omit<${capital(id)}Input, ${omitted.join(' | ')}>`;
  const item = items.split('.').reduce((type, key) => `NonNullable<${type}['${key}']>`, `${capital(id)}Output`);
  return `${comment([`${operation.summary}.`])}\n${id}: { input: ${input}; page: ${capital(id)}Output; item: ${item}[number] };`;
}

/** All types of an API under one roof. */
export const typesSource = ({ info }: Document): string =>
  [
    comment([
      `The types of ${info.title}: what its operations take and return, the schemas, and openapi-typescript's \`paths\`.`,
    ]),
    `export type * from './operations.js';`,
    `export type * from './schema.js';`,
    `// Both have the name.`,
    `export type { operations } from './schema.js';\n`,
  ].join('\n');

/** Where the service is, as the description names it: addresses, and the regions that each of them stands for. */
export function serversSource({ info, servers }: Document): string {
  const table = servers.map(({ url, variables }) => ({ url, regions: variables?.['region']?.enum ?? [] }));
  return [
    `import type { Server } from '../../src/contract.js';`,
    `${comment([`Where ${info.title} is reached.`])}\nexport const servers: readonly Server[] = ${JSON.stringify(table)};\n`,
  ].join('\n\n');
}

export function operationsSource(api: Api, document: Document): string {
  const shapes = [...operationsOf(document)].map(({ path, method, operation }) =>
    shapeOf(document, path, method, operation),
  );
  const lists = shapes.filter((shape) => shape.operation['x-pagination']);
  const prefix = interfaceName[api];
  const { title } = document.info;
  const uses = (name: string): boolean => shapes.some((shape) => outputSource(shape).includes(`= ${name};`));
  return [
    `import type { Call, CallOptions, ${uses('Download') ? 'Download, ' : ''}OperationSpec } from '../../src/contract.js';`,
    `import type { operations as Schema } from './schema.js';`,
    ...shapes.flatMap((shape) => [inputSource(shape), outputSource(shape)]),
    `${comment([`Every operation of ${title} as a method.`])}\nexport interface ${prefix}Operations {\n${shapes.map(methodSource).join('\n\n')}\n}`,
    `${comment([`Every list of ${title}: what it takes, a page of it, an item of it.`])}\nexport interface ${prefix}Lists {\n${lists.map(listSource).join('\n')}\n}`,
    `${comment([`How each operation of ${title} is called.`])}\nexport const operations = ${JSON.stringify(Object.fromEntries(shapes.map((shape) => [shape.id, specOf(shape)])))} as const satisfies Record<keyof ${prefix}Operations, OperationSpec>;`,
    '',
  ].join('\n\n');
}
