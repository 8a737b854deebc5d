/** Validators and code generators of other projects, in `node_modules` of this folder. The types are their used parts, since they may be missing. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { apis, type Api } from '../support/documented-operations.js';

const run = promisify(execFile);
/** Imports a package that may be missing during type checking. */
const load = (name: string): Promise<unknown> => import(/* @vite-ignore */ name);
const modules = join(import.meta.dirname, 'node_modules');

/** Whether the tools are installed. */
export const areToolsInstalled = ['orval', 'zod'].every((name) => existsSync(join(modules, name)));

/** Path of a published document. */
export const documentPath = (api: Api): string => join('generated', api, 'openapi.json');

/** A document as a validator returns it. */
interface Parsed {
  paths?: Record<string, object>;
}

/** Validators by package. Each returns what it finds wrong, and the document without references. */
export const validators: Record<string, (text: string) => Promise<{ errors: unknown[]; document: Parsed }>> = {
  async '@apidevtools/swagger-parser'(text) {
    const { default: parser } = (await load('@apidevtools/swagger-parser')) as {
      default: { validate(document: unknown): Promise<Parsed> };
    };
    return { errors: [], document: await parser.validate(JSON.parse(text)) };
  },
  async '@scalar/openapi-parser'(text) {
    const parser = (await load('@scalar/openapi-parser')) as {
      validate(text: string): Promise<{ errors?: unknown[] }>;
      dereference(text: string): { schema: Parsed; errors?: unknown[] };
    };
    const { errors = [] } = await parser.validate(text);
    const { schema, errors: unresolved = [] } = parser.dereference(text);
    return { errors: [...errors, ...unresolved], document: schema };
  },
  async '@readme/openapi-parser'(text) {
    const parser = (await load('@readme/openapi-parser')) as {
      validate(document: unknown): Promise<{ valid: boolean; errors?: unknown[]; warnings: unknown[] }>;
      dereference(document: unknown): Promise<Parsed>;
    };
    const { errors = [], warnings } = await parser.validate(JSON.parse(text));
    return { errors: [...errors, ...warnings], document: await parser.dereference(JSON.parse(text)) };
  },
};

/** Generated modules by generator: the client, and the schemas of zod. */
export const generated = {
  '@hey-api/openapi-ts': { client: 'hey-api/sdk.gen', schemas: 'hey-api/zod.gen' },
  orval: { client: 'orval/client', schemas: 'orval/schemas' },
};

/**
 * Generates clients and schemas of all APIs into `folder/<api>`.
 *
 * @throws Error with the output of the tool if it fails.
 */
export async function generateClients(folder: string): Promise<void> {
  const paths = apis.flatMap((api) => [documentPath(api), join(folder, api)]);
  const script = join(import.meta.dirname, 'generate-clients.ts');
  const env = { ...process.env, SCARF_ANALYTICS: 'false', DO_NOT_TRACK: '1' };
  await run(process.execPath, ['--import', 'tsx', script, ...paths], { env }).catch((error: unknown) => {
    // The stack of some generators points to minified code with broken source maps, which the test runner cannot read.
    throw new Error((error as { stderr: string }).stderr);
  });
}

/**
 * Compiles generated code in strict mode, and writes JavaScript to `folder/js`.
 *
 * @returns The errors of the compiler; empty if there are none.
 */
export async function compile(folder: string): Promise<string> {
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  const config = {
    compilerOptions: {
      ...{ strict: true, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'], types: [], skipLibCheck: true },
      ...{ module: 'esnext', moduleResolution: 'bundler', rootDir: '.', outDir: 'js' },
    },
    exclude: ['js', 'node_modules'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await mkdir(join(folder, 'js'));
  await writeFile(join(folder, 'js', 'package.json'), '{"type":"module"}');
  const compiler = join(modules, 'typescript', 'bin', 'tsc');
  return run(process.execPath, [compiler, '--pretty', 'false'], { cwd: folder }).then(
    () => '',
    (error: unknown) => (error as { stdout: string }).stdout,
  );
}

/** Returns the names that a generated client exports, from its compiled code. */
export async function exportsOf(path: string): Promise<string[]> {
  return [...(await readFile(path, 'utf8')).matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name);
}
