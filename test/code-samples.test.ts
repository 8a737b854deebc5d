import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apis, operationsOf, resolve, type Document } from '../scripts/bundle.js';
import { codeSamplesOf, flagOf, type SampledOperation } from '../scripts/code-samples.js';

interface Sample extends SampledOperation {
  /** The API and the operation. */
  name: string;
  typescript: string;
  shell: string;
  curl: string;
}

const root = resolvePath(import.meta.dirname, '..');

const readDocument = (api: string): Document =>
  JSON.parse(readFileSync(join(root, 'generated', api, 'openapi.json'), 'utf8')) as Document;

let samples: Sample[] = [];
beforeAll(async () => {
  const sampled = apis.flatMap((api) => {
    const document = readDocument(api);
    return [...operationsOf(document)].map((found) => ({ api, document, ...found }));
  });
  samples = await Promise.all(
    sampled.map(async (operation) => {
      const [typescript, shell, curl] = (await codeSamplesOf(operation)).map(({ source }) => source);
      const name = `${operation.api} ${operation.operation.operationId}`;
      return { ...operation, name, typescript: typescript!, shell: shell!, curl: curl! };
    }),
  );
});

const find = (id: string): Sample => samples.find(({ operation }) => operation.operationId === id)!;

/** Type-checks programs against `src/` with the project's own compiler options, and tells what the compiler says of each. */
function checkTypes(programs: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: { paths: Record<string, string[]> } };
  };
  config.compilerOptions.paths['codearts-build'] = ['./src/index.ts'];
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['src/index.ts'] }, ts.sys, root);
  const disk = ts.createCompilerHost(options);
  const texts = new Map([...programs].map(([name, text]) => [join(root, 'samples', `${name}.ts`), text]));
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile: (path, languageVersion) => {
      const text = texts.get(path);
      return text === undefined
        ? disk.getSourceFile(path, languageVersion)
        : ts.createSourceFile(path, text, languageVersion);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...programs.keys()].flatMap((name) => {
    const file = program.getSourceFile(join(root, 'samples', `${name}.ts`))!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

describe('the TypeScript samples', () => {
  test('all compile against the client', { timeout: 120_000 }, () => {
    expect(samples.length).toBeGreaterThan(150);
    const wrong = `import { createClient } from 'codearts-build';
await createClient({ region: 'cn-north-4' }).showJobStatus({ job: 'x' });`;
    const found = checkTypes(
      new Map([...samples.map(({ name, typescript }) => [name, typescript] as const), ['control', wrong]]),
    );
    // The last one is wrong on purpose: it shows that what is wrong is found, and named.
    expect(found).toEqual([expect.stringMatching(/^control: .*'job' does not exist/s)]);
  });

  test('walk lists, and leave the page numbers to paginate', () => {
    const { typescript } = find('listProjectJobs');
    expect(typescript).toMatch(/for await \(const item of build\.paginate\(\s*'listProjectJobs'/);
    expect(typescript).not.toContain('page_index');
  });

  test('write a download to a file as it comes', () => {
    const { typescript } = find('downloadBuildFullLog');
    expect(typescript).toContain('createWriteStream(download.fileName');
    expect(typescript).toContain('pipeline(');
  });

  test('upload a file from the disk', () => {
    const { typescript } = find('uploadKeystore');
    expect(typescript).toContain(`[await readFile('settings.xml')]`);
    expect(typescript).toContain(`privacy: 'true'`);
  });

  test('upload a list of files from the disk', () => {
    const { typescript, curl } = find('uploadJunitReport');
    expect(typescript.replace(/\s/g, '')).toContain(`constfiles=[newFile([awaitreadFile('report.xml')],'report.xml'`);
    expect(curl).toContain(`--form 'files=@report.xml'`);
  });

  test('read a documented header of the response', () => {
    expect(find('keystoneCreateUserTokenByPassword').typescript).toContain(`response.headers.get('X-Subject-Token')`);
  });

  test('are made with the client of their API', () => {
    const factories = new Map(samples.map(({ api, typescript }) => [api, /const \w+ = (\w+)\(/.exec(typescript)?.[1]]));
    expect(Object.fromEntries(factories)).toEqual({
      'codearts-build': 'createClient',
      servicestage: 'createServiceStageClient',
      iam: 'createIamClient',
    });
  });

  test('cannot be written if a required parameter has no example', async () => {
    const { operation, ...rest } = find('showJobStatus');
    const parameters = [
      { name: 'job_id', in: 'path' as const, required: true, description: '', schema: { type: 'string' } },
    ];
    await expect(codeSamplesOf({ ...rest, operation: { ...operation, parameters } })).rejects.toThrow(
      'showJobStatus: the required parameter job_id has no example',
    );
  });
});

/** A request, as a sample sends it. */
interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** A document for JSON, pairs for a form. */
  body: unknown;
}

/** Runs samples in a shell. Returns the arguments that a command is called with, for each sample. */
function runShell(command: string, scripts: readonly string[]): string[][] {
  const stub = `alias ${command}=stub\nstub() { printf '%s\\0' "$@"; printf '\\1\\0'; }\n`;
  const output = execFileSync('sh', ['-c', stub + scripts.join('\n')], {
    encoding: 'utf8',
    env: { HUAWEICLOUD_TOKEN: 'the-token' },
  });
  return output
    .split('\u0001\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1));
}

/** Reads the arguments of curl as curl does. */
function requestOf([url, ...options]: string[]): SentRequest {
  const request: SentRequest = { method: 'GET', url: url!, headers: {}, body: undefined };
  const form: [string, string][] = [];
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index];
    if (option === '--include') continue;
    index += 1;
    const value = options[index]!;
    if (option === '--request') request.method = value;
    else if (option === '--data') request.body = JSON.parse(value);
    else if (option === '--form') form.push([value.split('=', 1)[0]!, value.slice(value.indexOf('=') + 1)]);
    else if (option === '--header') request.headers[value.split(': ', 1)[0]!] = value.slice(value.indexOf(': ') + 2);
    else if (option !== '--output') throw new Error(`curl has no option ${String(option)} here`);
  }
  if (form.length > 0) request.body = form.sort();
  return request;
}

/** Builds the request that `codearts-build call` sends for its arguments. */
function requestOfCall({ api, document, path, method, operation }: Sample, args: readonly string[]): SentRequest {
  const [command, id, ...rest] = args;
  expect([command, id]).toEqual([
    'call',
    api === 'codearts-build' ? operation.operationId : `${api}/${operation.operationId}`,
  ]);
  const { values } = parseArgs({
    args: rest,
    strict: false,
    options: {
      ...Object.fromEntries(rest.map((name) => [name.slice(2), { type: 'string', multiple: true } as const])),
      paginate: { type: 'boolean' },
    },
  });
  const valuesOf = (name: string): string[] => (values[name] ?? []) as string[];
  const isPaged = operation['x-pagination'] !== undefined;
  expect(values['paginate'] === true).toBe(isPaged);
  const url = new URL(
    document.servers[0]!.url.replace(/\{(\w+)\}/g, (_, name: string) => document.servers[0]!.variables![name]!.default),
  );
  url.pathname = path;
  const headers: Record<string, string> = {};
  for (const parameter of operation.parameters ?? []) {
    const { name, in: place, required } = resolve(document, parameter);
    const found = valuesOf(flagOf(name).slice(2));
    const { page, size } = operation['x-pagination'] ?? {};
    if (required && name !== page && name !== size) expect(found, name).not.toHaveLength(0);
    if (place === 'path') url.pathname = url.pathname.replace(`%7B${name}%7D`, encodeURIComponent(found[0]!));
    else if (place === 'header') headers[name] = found[0]!;
    else for (const value of found) url.searchParams.append(name, value);
  }
  const body = valuesOf('body')[0];
  const json = body === undefined ? undefined : (JSON.parse(body) as Record<string, string>);
  const uploads = valuesOf('file').map((value): [string, string] => [
    value.split('=', 1)[0]!,
    value.slice(value.indexOf('=') + 1),
  ]);
  const form = [...Object.entries(json ?? {}), ...uploads].sort();
  return { method: method.toUpperCase(), url: url.href, headers, body: uploads.length > 0 ? form : json };
}

/** Runs the TypeScript samples, with a fetch that returns the example of the description and records the requests. */
const runner = `
import { readFileSync } from 'node:fs';
const samples = JSON.parse(readFileSync('samples.json', 'utf8'));
const sent = {};
console.log = () => {};
for (const { name, file, example, mediaType, status } of samples) {
  sent[name] = { requests: [] };
  globalThis.sampleFetch = async (url, init) => {
    const { body = undefined } = init;
    const headers = Object.fromEntries(new Headers(init.headers));
    const form = headers['content-type']?.startsWith('multipart/')
      ? [...(await new Response(body, { headers }).formData())].map(([key, value]) => [key, typeof value === 'string' ? value : '@' + value.name]).sort()
      : undefined;
    const text = body && !form ? new TextDecoder().decode(body) : undefined;
    sent[name].requests.push({ method: init.method, url: String(url), headers, body: form ?? (text && JSON.parse(text)) });
    const content = example === undefined ? null : typeof example === 'string' && !mediaType.includes('json') ? example : JSON.stringify(example);
    return new Response(content, { status, headers: mediaType ? { 'content-type': mediaType } : {} });
  };
  try {
    await import(file);
  } catch (error) {
    sent[name].error = error.name + ': ' + error.message;
  }
}
process.stdout.write(JSON.stringify(sent));
`;

const stub = (entry: string): string => `
import * as client from ${JSON.stringify(entry)};
const make = (create) => (options) =>
  create({ ...options, credentials: client.staticToken('the-token'), fetch: (url, init) => globalThis.sampleFetch(url, init) });
export const createClient = make(client.createClient);
export const createServiceStageClient = make(client.createServiceStageClient);
export const createIamClient = make(client.createIamClient);
`;

/** Returns the value at a path with dots. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], value);

/** Returns the first response example of the description. For a list, it is the only page. */
function exampleOf({ document, operation }: Sample): {
  status: number;
  mediaType: string | undefined;
  example: unknown;
} {
  const status = Object.keys(operation.responses).find((code) => code.startsWith('2'))!;
  const response = resolve(document, operation.responses[status]!);
  const [mediaType, media] = Object.entries(response.content ?? {})[0] ?? [];
  const example = structuredClone(Object.values(media?.examples ?? {})[0]?.value);
  const { items, total } = operation['x-pagination'] ?? {};
  if (items !== undefined && total !== undefined) {
    const [, envelope, field] = /^(?:(.*)\.)?(.*)$/.exec(total)!;
    const holder = (envelope === undefined ? example : at(example, envelope)) as Record<string, unknown>;
    holder[field!] = (at(example, items) as unknown[]).length;
  }
  return { status: Number(status), mediaType, example };
}

describe.skipIf(process.platform === 'win32')('the samples, run', () => {
  let folder: string;
  let curl: Map<string, SentRequest>;
  let shell: Map<string, SentRequest>;
  let client: Record<string, { requests: SentRequest[]; error?: string }>;

  beforeAll(() => {
    const calls = runShell(
      'curl',
      samples.map((sample) => sample.curl),
    );
    curl = new Map(samples.map(({ name }, index) => [name, requestOf(calls[index]!)]));

    const commands = runShell(
      'codearts-build',
      samples.map((sample) => sample.shell),
    );
    shell = new Map(samples.map((sample, index) => [sample.name, requestOfCall(sample, commands[index]!)]));

    folder = mkdtempSync(join(tmpdir(), 'codearts-build-samples-'));
    const installed = join(folder, 'node_modules', 'codearts-build');
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(installed, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
    writeFileSync(join(installed, 'index.js'), stub(pathToFileURL(join(root, 'src', 'index.ts')).href));
    for (const name of ['settings.xml', 'report.xml']) writeFileSync(join(folder, name), '<xml/>');
    const files = samples.map((sample, index) => {
      // A sample has no types: it is JavaScript, too.
      writeFileSync(join(folder, `${index}.mjs`), sample.typescript);
      return { name: sample.name, file: `./${index}.mjs`, ...exampleOf(sample) };
    });
    writeFileSync(join(folder, 'samples.json'), JSON.stringify(files));
    writeFileSync(join(folder, 'run.mjs'), runner);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), join(folder, 'run.mjs')],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') } },
    );
    expect(stderr).toBe('');
    client = JSON.parse(stdout) as typeof client;
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the TypeScript samples send one request each, or two for a list without a total, without an error', () => {
    for (const { name, operation } of samples) {
      expect({ name, error: client[name]!.error }).toEqual({ name, error: undefined });
      const withoutTotal = operation['x-pagination'] && operation['x-pagination'].total === undefined;
      expect(client[name]!.requests.length, name).toBeLessThanOrEqual(withoutTotal ? 2 : 1);
      expect(client[name]!.requests.length, name).toBeGreaterThan(0);
    }
  });

  test.each(['curl', 'shell'])('the %s sample of an operation sends the request of the TypeScript sample', (kind) => {
    for (const { name, operation } of samples) {
      const [sent] = client[name]!.requests;
      const sample = (kind === 'curl' ? curl : shell).get(name)!;
      expect({ name, method: sent!.method }).toEqual({ name, method: sample.method });
      expect({ name, body: sent!.body }).toEqual({ name, body: sample.body });
      const address = new URL(sent!.url);
      const other = new URL(sample.url);
      expect(address.origin + address.pathname, name).toBe(other.origin + other.pathname);
      // Lists: the page and its length are the client's own choice.
      for (const parameter of [operation['x-pagination']?.page, operation['x-pagination']?.size]) {
        address.searchParams.delete(parameter ?? '');
        other.searchParams.delete(parameter ?? '');
      }
      expect([...address.searchParams], name).toEqual([...other.searchParams]);
    }
  });

  test('curl sends the token of the environment, except to the operation that needs none', () => {
    const without = samples.filter(({ name }) => curl.get(name)!.headers['X-Auth-Token'] !== 'the-token');
    expect(without.map(({ operation }) => operation.operationId)).toEqual(['keystoneCreateUserTokenByPassword']);
  });

  test('curl sends the first example of the body, to the letter', () => {
    for (const { name, operation } of samples) {
      const example = Object.values(operation.requestBody?.content['application/json']?.examples ?? {})[0]?.value;
      if (example !== undefined) expect({ name, body: curl.get(name)!.body }).toEqual({ name, body: example });
    }
  });
});
