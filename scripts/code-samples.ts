/** Writes code samples of an operation: a call with this client, with its command line, and the same request with curl. All values are examples of the description. */
import { format } from 'prettier';
import { resolve, type Api, type Document, type Operation, type Parameter, type Schema } from './bundle.js';

/** A sample as the field `x-codeSamples` holds it. */
export interface CodeSample {
  lang: 'TypeScript' | 'Shell';
  label: 'TypeScript' | 'Shell' | 'curl';
  source: string;
}

/** An operation with its document, path and method. */
export interface SampledOperation {
  api: Api;
  document: Document;
  path: string;
  method: string;
  operation: Operation;
}

/** The request and the response of a sample. */
interface Exchange {
  parameters: Parameter[];
  requestType: string | undefined;
  /** Example of the request's body. */
  body: unknown;
  /** Fields of a form that are files, or lists of files. */
  files: string[];
  responseType: string | undefined;
  responseSchema: Schema | undefined;
  responseHeaders: string[];
}

/** The factory of each API's client, and the name of the client in samples. */
const clients: Record<Api, { factory: string; variable: string }> = {
  'codearts-build': { factory: 'createClient', variable: 'build' },
  servicestage: { factory: 'createServiceStageClient', variable: 'stage' },
  iam: { factory: 'createIamClient', variable: 'iam' },
};

/** Columns that the samples of the documentation hold. */
const printWidth = 54;

/** With more optional parameters than this, the sample would be about filters and not about the call. */
const mostOptionalParameters = 2;

const isJson = (mediaType: string | undefined): boolean => mediaType?.includes('json') ?? false;

const isIdentifier = (name: string): boolean => /^[a-z_$][\w$]*$/i.test(name);

/** Returns the required parameters, or all parameters if there are few. */
function selectParameters({ operationId }: Operation, parameters: readonly Parameter[]): Parameter[] {
  const missing = parameters.find(({ required, example }) => required && example === undefined);
  if (missing) throw new Error(`${operationId}: the required parameter ${missing.name} has no example`);
  const optional = parameters.filter(
    ({ required, example, schema }) =>
      !required && !schema['x-sensitive'] && example !== undefined && example !== schema['default'],
  );
  const shown = optional.length > mostOptionalParameters ? [] : optional;
  return parameters.filter((parameter) => parameter.required || shown.includes(parameter));
}

function exchangeOf({ document, operation }: SampledOperation): Exchange {
  const [requestType, request] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const fields = request && resolve<Schema>(document, request.schema).properties;
  const status = Object.keys(operation.responses).find((code) => code.startsWith('2'));
  if (status === undefined) throw new Error(`${operation.operationId} has no success response`);
  const response = resolve<{ headers?: object; content?: object }>(document, operation.responses[status]!);
  const [responseType, content] = Object.entries(response.content ?? {})[0] ?? [];
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(document, parameter));
  return {
    parameters: selectParameters(operation, parameters),
    requestType,
    body: Object.values(request?.examples ?? {})[0]?.value,
    files: Object.entries(fields ?? {}).flatMap(([name, schema]) =>
      (schema.items ?? schema)['format'] === 'binary' ? [name] : [],
    ),
    responseType,
    responseSchema: (content as { schema?: Schema } | undefined)?.schema,
    responseHeaders: Object.keys(response.headers ?? {}),
  };
}

/** Returns a name for a downloaded file, for responses that contain no name. */
function downloadName({ operationId, parameters = [] }: Operation): string {
  if (/log/i.test(operationId)) return 'build.log';
  if (/zip/i.test(operationId)) return 'report.zip';
  const name = parameters.find((parameter) => 'name' in parameter && /^(file_)?name$/.test(parameter.name));
  return name && 'example' in name && typeof name.example === 'string' ? name.example : 'Dockerfile';
}

/** Returns a name for the file that an upload reads. */
function uploadName(content: unknown): string {
  const text = String(content);
  return text.startsWith('<settings') ? 'settings.xml' : text.startsWith('<') ? 'report.xml' : 'file.bin';
}

/** Returns the variables for the response: its important fields, or one variable named after its schema. */
function resultNames(document: Document, schema: Schema = {}): { names: string[]; destructure: boolean } {
  const named = schema.$ref?.split('/').pop();
  const fields = Object.keys(resolve<Schema>(document, schema).properties ?? {});
  if (fields.includes('result')) return { names: ['result'], destructure: true };
  const few = fields.length > 0 && fields.length <= 2 && fields.every(isIdentifier);
  if (!named && few) return { names: fields, destructure: true };
  return { names: [named ? named.charAt(0).toLowerCase() + named.slice(1) : 'result'], destructure: false };
}

/** Marks the name of a variable inside a value that is written as JSON. */
const markVariable = (name: string): string => `\u0001${name}\u0001`;

/** Writes a value as source. */
const toSource = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/"(\w+)":"\\u0001\1\\u0001"/g, '$1')
    .replace(/"\\u0001(\w+)\\u0001"/g, '$1');

/** Writes what the method takes: the parameters side by side, and the body. */
function inputSource({ operation }: SampledOperation, { parameters, body, files, requestType }: Exchange): string {
  const { page, size } = operation['x-pagination'] ?? {};
  const input: Record<string, unknown> = {};
  // The client numbers the pages itself.
  for (const { name, example } of parameters) if (name !== page && name !== size) input[name] = example;
  if (requestType && body !== undefined) {
    const variables = Object.fromEntries(files.map((field) => [field, markVariable(field)]));
    input['body'] = files.length > 0 ? { ...(body as object), ...variables } : body;
  }
  return Object.keys(input).length > 0 ? toSource(input) : '';
}

/** Writes the call and the use of its response. */
function callSource(sampled: SampledOperation, exchange: Exchange): string {
  const { api, document, operation } = sampled;
  const { operationId, 'x-pagination': pagination } = operation;
  const { responseType, responseSchema, responseHeaders } = exchange;
  const { variable } = clients[api];
  const input = inputSource(sampled, exchange);
  const call = `await ${variable}.${operationId}(${input})`;
  if (pagination) {
    const shown = pagination.id && isIdentifier(pagination.id) ? `item.${pagination.id}` : 'item';
    return `for await (const item of ${variable}.paginate('${operationId}', ${input || '{}'})) { console.log(${shown}); }`;
  }
  if (!responseType) return `${call};`;
  if (!isJson(responseType)) {
    const file = toSource(downloadName(operation));
    return `const download = ${call};\nawait pipeline(download.body, createWriteStream(download.fileName ?? ${file}));`;
  }
  const [header] = responseHeaders;
  if (header !== undefined) {
    return `const { data, response } = ${call}.withResponse();\nconsole.log(response.headers.get('${header}'), data);`;
  }
  const { names, destructure } = resultNames(document, responseSchema);
  const list = names.join(', ');
  return `const ${destructure ? `{ ${list} }` : list} = ${call};\nconsole.log(${list});`;
}

async function typescriptSource(sampled: SampledOperation): Promise<string> {
  const { api, document } = sampled;
  const { factory, variable } = clients[api];
  const exchange = exchangeOf(sampled);
  const imports = [`import { ${factory} } from 'codearts-build';`];
  if (exchange.responseType && !isJson(exchange.responseType)) {
    imports.unshift(`import { createWriteStream } from 'node:fs';`, `import { pipeline } from 'node:stream/promises';`);
  }
  const uploads = exchange.files.map((field) => {
    const value = (exchange.body as Record<string, unknown>)[field];
    const list = [value].flat().map((content) => {
      const name = toSource(uploadName(content));
      return `new File([await readFile(${name})], ${name})`;
    });
    return `const ${field} = ${Array.isArray(value) ? `[${list.join(', ')}]` : list.join()};`;
  });
  if (uploads.length > 0) imports.unshift(`import { readFile } from 'node:fs/promises';`);
  const region = toSource(document.servers[0]?.variables?.['region']?.default);
  const source = [
    ...imports,
    '',
    `const ${variable} = ${factory}({ region: ${region} });`,
    '',
    ...uploads,
    callSource(sampled, exchange),
  ].join('\n');
  return (await format(source, { parser: 'typescript', singleQuote: true, printWidth, objectWrap: 'collapse' })).trim();
}

/** An argument of a shell command, taken to the letter. */
const quoteForShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const encodeForUrl = (value: unknown): string =>
  encodeURIComponent(String(value)).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The address of a request. */
function urlOf({ document, path }: SampledOperation, parameters: readonly Parameter[]): string {
  const server = document.servers[0]!;
  const origin = server.url.replace(/\{(\w+)\}/g, (_, name: string) => server.variables?.[name]?.default ?? '');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeForUrl(parameters.find((parameter) => parameter.name === name && parameter.in === 'path')?.example),
  );
  const query = parameters.flatMap(({ in: place, name, example }) =>
    place === 'query' ? [`${encodeForUrl(name)}=${encodeForUrl(example)}`] : [],
  );
  return origin + filled + (query.length > 0 ? `?${query.join('&')}` : '');
}

/** Writes an argument of a shell command, quoted if necessary. */
const shellWord = (text: string): string => (/^[\w.:/@-]+$/.test(text) ? text : quoteForShell(text));

/** Writes the flag of a parameter: its name in kebab-case. */
export const flagOf = (name: string): string =>
  `--${name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()}`;

/** Writes JSON as an argument of a shell command. */
async function jsonArgument(value: unknown): Promise<string> {
  const json = await format(JSON.stringify(value), { parser: 'json', printWidth, objectWrap: 'collapse' });
  return quoteForShell(json.trim());
}

/** Writes the arguments of `codearts-build call` that send the body. */
async function bodyArguments({ requestType, body, files }: Exchange): Promise<string[]> {
  if (!requestType || body === undefined || body === null) return [];
  if (isJson(requestType)) return [`--body ${await jsonArgument(body)}`];
  const uploads = Object.entries(body).filter(([name]) => files.includes(name));
  const rest = Object.entries(body).filter(([name]) => !files.includes(name));
  return [
    ...uploads.map(([name, content]) => `--file ${name}=@${uploadName(content)}`),
    ...(rest.length > 0 ? [`--body ${await jsonArgument(Object.fromEntries(rest))}`] : []),
  ];
}

async function shellSource(sampled: SampledOperation): Promise<string> {
  const { api, operation } = sampled;
  const exchange = exchangeOf(sampled);
  const { page, size } = operation['x-pagination'] ?? {};
  const parameters = exchange.parameters.filter(({ name }) => name !== page && name !== size);
  const isDownload = exchange.responseType !== undefined && !isJson(exchange.responseType);
  return [
    // Some names exist in two APIs.
    `codearts-build call ${api === 'codearts-build' ? '' : `${api}/`}${operation.operationId}`,
    ...parameters.flatMap(({ name, example }) =>
      [example].flat().map((value) => {
        const text = String(value);
        return `${flagOf(name)}${text.startsWith('-') ? '=' : ' '}${shellWord(text)}`;
      }),
    ),
    ...(await bodyArguments(exchange)),
    ...(operation['x-pagination'] ? ['--paginate'] : []),
    ...(isDownload ? [`--download ${shellWord(downloadName(operation))}`] : []),
  ].join(' \\\n  ');
}

/** Writes the options of curl that send the body. */
async function bodyOptions({ requestType, body, files }: Exchange): Promise<string[]> {
  if (!requestType || body === undefined || body === null) return [];
  if (isJson(requestType)) return [`--header 'Content-Type: ${requestType}'`, `--data ${await jsonArgument(body)}`];
  return Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((part) => {
      const content = files.includes(name) ? `@${uploadName(part)}` : String(part);
      return `--form ${quoteForShell(`${name}=${content}`)}`;
    }),
  );
}

async function curlSource(sampled: SampledOperation): Promise<string> {
  const { operation, method } = sampled;
  const exchange = exchangeOf(sampled);
  const { responseType, responseHeaders, parameters } = exchange;
  const { security } = operation as { security?: unknown[] };
  const isOpen = security?.length === 0;
  const headers = parameters.filter((parameter) => parameter.in === 'header');
  return [
    `curl ${quoteForShell(urlOf(sampled, parameters))}`,
    ...(method === 'get' ? [] : [`--request ${method.toUpperCase()}`]),
    ...(responseHeaders.length > 0 ? ['--include'] : []),
    ...(responseType && !isJson(responseType) ? [`--output ${quoteForShell(downloadName(operation))}`] : []),
    ...(isOpen ? [] : ['--header "X-Auth-Token: $HUAWEICLOUD_TOKEN"']),
    ...headers.map(({ name, example }) => `--header ${quoteForShell(`${name}: ${String(example)}`)}`),
    ...(await bodyOptions(exchange)),
  ].join(' \\\n  ');
}

/**
 * Writes the samples of one operation.
 *
 * @throws Error if a required parameter has no example.
 */
export async function codeSamplesOf(sampled: SampledOperation): Promise<CodeSample[]> {
  const [typescript, shell, curl] = await Promise.all([
    typescriptSource(sampled),
    shellSource(sampled),
    curlSource(sampled),
  ]);
  return [
    { lang: 'TypeScript', label: 'TypeScript', source: typescript },
    { lang: 'Shell', label: 'Shell', source: shell },
    { lang: 'Shell', label: 'curl', source: curl },
  ];
}
