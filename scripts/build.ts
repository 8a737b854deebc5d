/**
 * Builds the published files: declarations (TypeScript compiler), JavaScript (Rolldown), the bundled OpenAPI documents, which the sandbox reads at run
 * time, and the guides with `llms.txt`. Rolldown writes few files because each imported file costs a program about half a millisecond. `npm run build` writes to `dist/`;
 * the tests build into temporary folders.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { rolldown, type Plugin } from 'rolldown';
import { apis } from './bundle.js';
import { packageGuides } from './docs/package-guides.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Build options. */
export interface BuildOptions {
  /** Whether to check types. Takes about half of the time and does not change the output. @default true */
  check?: boolean | undefined;
}

/** The fields of `package.json` that name files. */
interface Targets {
  exports: unknown;
  imports: unknown;
  bin: unknown;
}

/** The folders that a build replaces. Others, such as `docs`, are kept. */
const OWN_FOLDERS = ['src', 'generated', 'guides'];

/** Files that are published as they are: the JSON Schema of the events that the command line prints, and what the sandbox's page needs. */
const COPIED_FILES = [
  'src/cli/events.schema.json',
  ...['base.css', 'page.css', 'page.js'].map((name) => `src/sandbox/page/browser/${name}`),
];

/** Returns the source files that `package.json` points to: entry points, commands and subpath imports. */
async function findEntryPoints(): Promise<string[]> {
  const { exports, imports, bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Targets;
  const targets = JSON.stringify([exports, imports, bin]).matchAll(/"\.\/dist\/([^"]+)\.js"/g);
  return [...new Set([...targets].map(([, path]) => `${path!}.ts`))];
}

/** Writes the JavaScript: one file per entry point, and files for what they share. */
export async function writeJavaScript(folder: string, plugins: Plugin[] = []): Promise<void> {
  const entryPoints = await findEntryPoints();
  const bundle = await rolldown({
    ...{
      cwd: root,
      input: Object.fromEntries(entryPoints.map((path) => [path.replace(/\.ts$/, ''), join(root, path)])),
    },
    ...{ platform: 'neutral', external: /^(?![./]|[A-Za-z]:)/, logLevel: 'silent', plugins },
    transform: { target: 'es2022' },
  });
  await bundle.write({
    ...{ dir: folder, format: 'esm' },
    ...{ entryFileNames: '[name].js', chunkFileNames: 'src/shared/[name].js' },
  });
  await bundle.close();
  await writeCommand(folder, plugins);
}

const COMMAND = 'src/cli/bin';

/** Resolves what the command shares with the package, so that the command consists of its own files. */
const commandImports: Plugin = {
  name: 'command-imports',
  resolveId: {
    order: 'pre',
    handler(id) {
      if (id === '#runtime') return join(root, 'src', 'platform', 'runtime.node.ts');
      return id.endsWith('/sandbox/cli.js') ? { id: '../sandbox/cli.js', external: true } : null;
    },
  },
};

/**
 * Writes the command, with the client that it uses, as CommonJS: Node.js loads it in half of the time that modules take.
 * It is minified, because its code is read at each start. Names of functions and classes are kept for stacks.
 */
async function writeCommand(folder: string, plugins: Plugin[]): Promise<void> {
  const bundle = await rolldown({
    ...{ cwd: root, input: join(root, `${COMMAND}.ts`), platform: 'node', logLevel: 'silent' },
    ...{ external: /^node:/, plugins: [...plugins, commandImports], transform: { target: 'es2022' } },
  });
  await bundle.write({
    ...{ dir: join(folder, dirname(COMMAND)), format: 'cjs' },
    ...{ entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
    minify: { compress: true, mangle: { toplevel: true, keepNames: true }, codegen: true },
  });
  await bundle.close();
}

async function writeDeclarations(folder: string, check: boolean): Promise<void> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(root, 'tsconfig.build.json');
  const options = ['--project', project, '--emitDeclarationOnly', '--outDir', folder, ...(check ? [] : ['--noCheck'])];
  try {
    await promisify(execFile)(process.execPath, [compiler, ...options], { cwd: root });
  } catch (error) {
    throw new Error(`The sources do not compile:\n${(error as { stdout?: string }).stdout ?? String(error)}`);
  }
}

/** Replaces indentation by tabs: declarations are the larger part of the package, and a fifth of them is indentation. */
async function indentWithTabs(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.d.ts')) continue;
    const file = join(entry.parentPath, entry.name);
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4)),
    );
  }
}

/** Writes the documents without white space and without code samples, which only the reference pages show. */
async function writeDocuments(folder: string): Promise<void> {
  for (const api of apis) {
    const document: unknown = JSON.parse(await readFile(join(root, 'generated', api, 'openapi.json'), 'utf8'));
    const file = join(folder, 'generated', api, 'openapi.json');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      `${JSON.stringify(document, (key, value: unknown) => (key === 'x-codeSamples' ? undefined : value))}\n`,
    );
  }
}

/** Builds into a folder. The same sources produce the same bytes. @throws Error with the compiler's findings. */
export async function build(folder: string, { check = true }: BuildOptions = {}): Promise<void> {
  for (const name of OWN_FOLDERS) await rm(join(folder, name), { recursive: true, force: true });
  await Promise.all([writeDeclarations(folder, check), writeJavaScript(folder)]);
  for (const name of ['src', 'generated']) await indentWithTabs(join(folder, name));
  await writeDocuments(folder);
  await mkdir(join(folder, 'guides'));
  for (const [path, text] of await packageGuides(root)) await writeFile(join(folder, path), text);
  for (const file of COPIED_FILES) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(root, file), join(folder, file));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = resolve(root, 'dist');
  try {
    await build(folder);
    console.log(`built ${relative(process.cwd(), folder) || folder}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
