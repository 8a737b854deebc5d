/** Writes code samples of an operation: a call with this client, and the same request with curl. All values are the description's own examples. */
import { format } from 'prettier';
import { resolve, type Api, type Document, type Operation, type Parameter, type Schema } from './bundle.js';

/** A sample as the field `x-codeSamples` holds it. */
export interface CodeSample {
  lang: 'TypeScript' | 'Shell';
  label: string;
  source: string;
}

/** An operation and where it stands. */
export interface SampledOperation {
  api: Api;
  document: Document;
  path: string;
  method: string;
  operation: Operation;
}

/** How each API's client is made, and what samples call it. */
const clients: Record<Api, { factory: string; variable: string }> = {
  'codearts-build': { factory: 'createClient', variable: 'build' },
  servicestage: { factory: 'createServiceStageClient', variable: 'stage' },
  iam: { factory: 'createIamClient', variable: 'iam' },
};

/** Columns that a sample takes before lines are broken. */
const printWidth = 72;

/** With more optional parameters than this, the sample would be about filters and not about the call. */
const mostOptionalParameters = 2;

const isJson = (mediaType: string | undefined): boolean => mediaType?.includes('json') ?? false;

const capitalLess = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What an operation receives and answers, as far as samples show it. */
interface Exchange {
  parameters: Parameter[];
  requestType: string | undefined;
  /** Example of the request's body. */
  body: unknown;
  /** Fields of a form that are files. */
  files: string[];
  answer: { mediaType: string | undefined; schema: Schema | undefined; headers: string[] };
}

function exchangeOf({ document, operation }: SampledOperation): Exchange {
  const [requestType, request] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const fields = request && resolve<Schema>(document, request.schema).properties;
  const status = Object.keys(operation.responses).find((code) => code.startsWith('2'));
  if (status === undefined) throw new Error(`${operation.operationId} has no success response`);
  const response: { headers?: object; content?: object } = resolve(document, operation.responses[status]!);
  const [mediaType, content] = Object.entries(response.content ?? {})[0] ?? [];
  return {
    parameters: (operation.parameters ?? []).map((parameter) => resolve(document, parameter)),
    requestType,
    body: Object.values(request?.examples ?? {})[0]?.value,
    files: Object.entries(fields ?? {}).flatMap(([name, schema]) => (schema['format'] === 'binary' ? [name] : [])),
    answer: {
      mediaType,
      schema: (content as { schema?: Schema } | undefined)?.schema,
      headers: Object.keys(response.headers ?? {}),
    },
  };
}

/** The parameters that a sample shows: the required ones, and the others where they are few. */
function sampledParameters({ operation }: SampledOperation, { parameters }: Exchange, isList: boolean): Parameter[] {
  const { page, size } = operation['x-pagination'] ?? {};
  const shown = parameters.filter(({ name }) => !isList || (name !== page && name !== size));
  const missing = shown.find((parameter) => parameter.required && parameter.example === undefined);
  if (missing) throw new Error(`${operation.operationId}: the required parameter ${missing.name} has no example`);
  const optional = shown.filter(
    ({ required, example, schema }) =>
      !required && !schema['x-sensitive'] && example !== undefined && example !== schema['default'],
  );
  return optional.length > mostOptionalParameters
    ? shown.filter((parameter) => parameter.required)
    : shown.filter((parameter) => parameter.required || optional.includes(parameter));
}

/** A name for the file that a download is written to, where the service proposes none. */
function downloadName({ operationId, parameters = [] }: Operation): string {
  if (/log/i.test(operationId)) return 'build.log';
  if (/zip/i.test(operationId)) return 'report.zip';
  const name = parameters.find((parameter) => 'name' in parameter && /^(file_)?name$/.test(parameter.name));
  return name && 'example' in name && typeof name.example === 'string' ? name.example : 'Dockerfile';
}

/** A name for the file that an upload reads. */
const uploadName = (content: unknown): string => (String(content).startsWith('<') ? 'settings.xml' : 'file.bin');

const identifier = /^[a-z_$][\w$]*$/i;

/** What a sample puts the answer into: the field that matters, or a variable named after what it is. */
function answerPattern(document: Document, schema: Schema | undefined): { pattern: string; names: string[] } {
  const named = schema?.$ref?.split('/').pop();
  const fields = Object.keys(resolve<Schema>(document, schema ?? {}).properties ?? {});
  if (fields.includes('result')) return { pattern: '{ result }', names: ['result'] };
  if (!named && fields.length > 0 && fields.length <= 2 && fields.every((field) => identifier.test(field))) {
    return { pattern: `{ ${fields.join(', ')} }`, names: fields };
  }
  const name = named ? capitalLess(named) : 'answer';
  return { pattern: name, names: [name] };
}

/** Marks an expression inside a value that is written as JSON. */
const expression = (source: string): string => `\u0001${source}\u0001`;

/** Writes a value as source. */
const literal = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/"(\w+)":"\\u0001\1\\u0001"/g, '$1')
    .replace(/"\\u0001(\w+)\\u0001"/g, '$1');

async function typescriptSource(sampled: SampledOperation): Promise<string> {
  const { api, document, operation } = sampled;
  const id = operation.operationId;
  const { factory, variable } = clients[api];
  const exchange = exchangeOf(sampled);
  const { answer, files, requestType } = exchange;
  const isList = operation['x-pagination'] !== undefined;
  const region = document.servers[0]?.variables?.['region']?.default;

  const imports = [`import { ${factory} } from 'codearts-build';`];
  const preparation: string[] = [];
  const input: Record<string, unknown> = {};
  for (const { name, example } of sampledParameters(sampled, exchange, isList)) input[name] = example;
  if (requestType && exchange.body !== undefined) {
    const fields = files.map((field) => [field, expression(field)]);
    input['body'] = files.length > 0 ? { ...(exchange.body as object), ...Object.fromEntries(fields) } : exchange.body;
  }
  for (const field of files) {
    const name = literal(uploadName((exchange.body as Record<string, unknown>)[field]));
    imports.unshift(`import { readFile } from 'node:fs/promises';`);
    preparation.push(`const ${field} = new File([await readFile(${name})], ${name});`);
  }
  const argument = Object.keys(input).length > 0 ? literal(input) : '';

  let call: string;
  if (isList) {
    const { id: key } = operation['x-pagination']!;
    const shown = key && identifier.test(key) ? `item.${key}` : 'item';
    call = `for await (const item of ${variable}.paginate('${id}', ${argument || '{}'})) { console.log(${shown}); }`;
  } else if (!answer.mediaType) {
    call = `await ${variable}.${id}(${argument});`;
  } else if (!isJson(answer.mediaType)) {
    imports.unshift(`import { createWriteStream } from 'node:fs';`, `import { pipeline } from 'node:stream/promises';`);
    const file = literal(downloadName(operation));
    call = `const download = await ${variable}.${id}(${argument});
await pipeline(download.body, createWriteStream(download.fileName ?? ${file}));`;
  } else if (answer.headers.length > 0) {
    const header = literal(answer.headers[0]);
    call = `const { data, response } = await ${variable}.${id}(${argument}).withResponse();
console.log(response.headers.get(${header}), data);`;
  } else {
    const { pattern, names } = answerPattern(document, answer.schema);
    call = `const ${pattern} = await ${variable}.${id}(${argument});\nconsole.log(${names.join(', ')});`;
  }
  const source = `${imports.join('\n')}

const ${variable} = ${factory}({ region: ${literal(region)} });

${[...preparation, call].join('\n')}`;
  return (await format(source, { parser: 'typescript', singleQuote: true, printWidth, objectWrap: 'collapse' })).trim();
}

/** An argument of a shell command, taken to the letter. */
const shellQuote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The address of a request, with the parameters that a sample shows. */
function sampleUrl(sampled: SampledOperation, parameters: readonly Parameter[]): string {
  const { document, path } = sampled;
  const encode = (value: unknown): string =>
    encodeURIComponent(String(value)).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const server = document.servers[0]!;
  const origin = server.url.replace(/\{(\w+)\}/g, (_, name: string) => server.variables?.[name]?.default ?? '');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encode(parameters.find((parameter) => parameter.name === name && parameter.in === 'path')?.example),
  );
  const query = parameters.flatMap(({ in: place, name, example }) =>
    place === 'query' ? [`${encode(name)}=${encode(example)}`] : [],
  );
  return origin + filled + (query.length > 0 ? `?${query.join('&')}` : '');
}

async function curlSource(sampled: SampledOperation): Promise<string> {
  const { operation, method } = sampled;
  const exchange = exchangeOf(sampled);
  const { answer, body, files, requestType } = exchange;
  const parameters = sampledParameters(sampled, exchange, false);
  const options: string[] = [];
  if (method !== 'get') options.push(`--request ${method.toUpperCase()}`);
  if (answer.headers.length > 0) options.push('--include');
  if (answer.mediaType && !isJson(answer.mediaType)) options.push(`--output ${shellQuote(downloadName(operation))}`);
  const { security } = operation as { security?: unknown[] };
  if (security?.length !== 0) options.push('--header "X-Auth-Token: $HUAWEICLOUD_TOKEN"');
  for (const { in: place, name, example } of parameters) {
    if (place === 'header') options.push(`--header ${shellQuote(`${name}: ${String(example)}`)}`);
  }
  if (requestType && body !== undefined && isJson(requestType)) {
    const json = await format(JSON.stringify(body), { parser: 'json', printWidth, objectWrap: 'collapse' });
    options.push(`--header 'Content-Type: ${requestType}'`, `--data ${shellQuote(json.trim())}`);
  } else if (requestType && body !== undefined) {
    for (const [name, value] of Object.entries(body)) {
      const content = files.includes(name) ? `@${uploadName(value)}` : String(value);
      options.push(`--form ${shellQuote(`${name}=${content}`)}`);
    }
  }
  return [`curl ${shellQuote(sampleUrl(sampled, parameters))}`, ...options].join(' \\\n  ');
}

/**
 * Writes the samples of one operation.
 *
 * @throws Error where a required parameter has no example.
 */
export async function codeSamplesOf(sampled: SampledOperation): Promise<CodeSample[]> {
  const [typescript, curl] = await Promise.all([typescriptSource(sampled), curlSource(sampled)]);
  return [
    { lang: 'TypeScript', label: 'TypeScript', source: typescript },
    { lang: 'Shell', label: 'curl', source: curl },
  ];
}
