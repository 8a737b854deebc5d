import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { promisify } from 'node:util';

/** The APIs described in `openapi/`. */
export const apis = ['codearts-build', 'servicestage', 'iam'] as const;

export type Api = (typeof apis)[number];

/** The parts of an OpenAPI document that the scripts read. */
export interface Document {
  openapi: string;
  info: { title: string; version: string; description?: string };
  servers: { url: string; variables?: Record<string, { default: string; enum?: string[] }> }[];
  tags: { name: string; description?: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, ResponseObject>;
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  externalDocs: { url: string };
  deprecated?: boolean;
  tags: string[];
  parameters?: (Parameter | Ref)[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, ResponseObject | Ref>;
  /** Empty if the operation requires no authentication. */
  security?: object[];
  'x-evidence': { source: string; note?: string };
  'x-idempotent'?: { value: boolean; reason?: string };
  'x-ratelimit-policy'?: string;
  /** A function or method of the client that does more than this operation alone. */
  'x-helper'?: { name: string; text: string };
  'x-pagination'?: {
    page?: string;
    size: string;
    first: number;
    maxSize: number;
    items: string;
    total?: string;
    id?: string;
  };
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description: string;
  schema: Schema;
  example?: unknown;
}

export interface ResponseObject {
  description: string;
  headers?: Record<string, { description?: string; schema: Schema } | Ref>;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema: Schema;
  examples?: Record<string, { summary: string; value: unknown }>;
}

export interface Schema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  $ref?: string;
  [key: string]: unknown;
}

export interface Ref {
  $ref: string;
}

/** Resolves references within a bundled document. */
export function resolve<T extends object>(document: Document, node: T | Ref): T {
  let current: unknown = node;
  while (typeof current === 'object' && current !== null && '$ref' in current) {
    const pointer = (current as Ref).$ref;
    current = pointer
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key.replaceAll('~1', '/')], document);
  }
  return current as T;
}

/** Yields every operation of a document in its order. */
export function* operationsOf(document: Document): Generator<{ path: string; method: string; operation: Operation }> {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
      const operation = item[method];
      if (operation) yield { path, method, operation };
    }
  }
}

/** Runs Redocly's command line with the project's configuration. Rejects with its output. */
export const redocly = (...args: string[]): Promise<string> => redoclyIn(process.cwd(), ...args);

/** Runs Redocly's command line in a folder. Accepts exit code 1 (findings) if the output is JSON. */
export async function redoclyIn(folder: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' };
  const cli = resolvePath('node_modules', '@redocly', 'cli', 'bin', 'cli.js');
  try {
    const options = { cwd: folder, env, maxBuffer: 64 * 2 ** 20 };
    const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], options);
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    if (args.includes('--format=json') && stdout?.startsWith('{')) return stdout;
    // Not the arguments: a token may be among them.
    throw new Error(`redocly ${args[0] ?? ''} failed:\n${stdout ?? ''}${stderr ?? ''}`);
  }
}

/** Bundles the files of each API into one document with Redocly. */
export async function bundleAll(): Promise<Record<Api, Document>> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-bundle-'));
  try {
    await Promise.all(
      apis.map((api) =>
        redocly('bundle', api, `--output=${join(folder, api)}.json`, '--component-renaming-conflicts-severity=error'),
      ),
    );
    const documents = await Promise.all(
      apis.map(async (api) => [api, JSON.parse(await readFile(join(folder, `${api}.json`), 'utf8'))] as const),
    );
    return Object.fromEntries(documents) as Record<Api, Document>;
  } finally {
    await rm(folder, { recursive: true });
  }
}
