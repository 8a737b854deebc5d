/**
 * Measures the size that the published package adds to a web bundle, including openapi-fetch: minified, and compressed with gzip. The exit code is 1 if
 * a size exceeds its target.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';
import { writeJavaScript } from './build.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A measured program. */
interface Program {
  name: string;
  /** The export that the program uses, or `*` for all. */
  exports: string;
  /** Whether to include the operation tables. */
  withTables: boolean;
  /** Maximum size at start in bytes after gzip; undefined if there is no target. */
  target?: number;
}

/** The programs, from the smallest. */
const programs: readonly Program[] = [
  { name: 'signRequest alone', exports: 'signRequest', withTables: true, target: 2_000 },
  { name: 'createClient, without the table', exports: 'createClient', withTables: false, target: 10_000 },
  { name: 'everything, without the tables', exports: '*', withTables: false, target: 14_000 },
  { name: 'createClient', exports: 'createClient', withTables: true },
  { name: 'everything', exports: '*', withTables: true },
];

/** Bytes of code. */
export interface Size {
  minified: number;
  gzip: number;
}

/** Sizes of a program. */
export interface Measured {
  /** Code loaded at start, sufficient for a successful call. */
  start: Size;
  /** Lazy-loaded code: builds, lists, files, failures. */
  later: Size;
  /** Everything as one file, from a bundler that does not split. */
  oneFile: Size;
}

const tables = /generated[\\/][^\\/]+[\\/]operations\.ts$/;

const emptyTables: Plugin = {
  name: 'empty-tables',
  load: (id) => (tables.test(id) ? { code: 'export const operations = {};', moduleType: 'ts' } : null),
};

/** Creates a program that uses exports of the package. Subpath imports are resolved for the web. */
const programWith = (exports: string, folder: string, extension: 'js' | 'ts'): Plugin => ({
  name: 'program',
  resolveId: (id) => {
    if (id === 'program') return id;
    return id.startsWith('#') ? join(folder, 'src', 'platform', `${id.slice(1)}.web.${extension}`) : null;
  },
  load: (id) => {
    if (id !== 'program') return null;
    const names = exports === '*' ? '* as everything' : `{ ${exports} }`;
    const index = JSON.stringify(join(folder, 'src', `index.${extension}`));
    return `import ${names} from ${index}; console.log(${exports === '*' ? 'everything' : exports});`;
  },
});

/** Bundles a program as Vite does. */
async function bundle(
  exports: string,
  from: { folder: string; extension: 'js' | 'ts' },
  { splitting, plugins = [] }: { splitting: boolean; plugins?: Plugin[] },
): Promise<OutputChunk[]> {
  const build = await rolldown({
    ...{ cwd: root, input: 'program', platform: 'browser', logLevel: 'silent' },
    ...{ preserveEntrySignatures: 'allow-extension', treeshake: { moduleSideEffects: (id) => id === 'program' } },
    resolve: { modules: [join(root, 'node_modules')], extensionAlias: { '.js': ['.js', '.ts'] } },
    plugins: [programWith(exports, from.folder, from.extension), ...plugins],
  });
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: splitting });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}

/** Returns the entry file and its static imports. */
function loadedAtStart(files: readonly OutputChunk[]): OutputChunk[] {
  const loaded = new Set(files.filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded) {
    for (const file of files) if (imports.includes(file.fileName)) loaded.add(file);
  }
  return [...loaded];
}

const sizeOf = (files: readonly OutputChunk[]): Size => ({
  minified: files.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0),
  gzip: files.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).byteLength, 0),
});

/** Builds the package with and without its tables and measures the programs. */
export async function measureAll(): Promise<[Program, Measured][]> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-size-'));
  const whole = join(folder, 'whole');
  const tableless = join(folder, 'tableless');
  try {
    await Promise.all([writeJavaScript(whole), writeJavaScript(tableless, [emptyTables])]);
    return await Promise.all(
      programs.map(async (program): Promise<[Program, Measured]> => {
        const from = { folder: program.withTables ? whole : tableless, extension: 'js' } as const;
        const files = await bundle(program.exports, from, { splitting: true });
        const atStart = loadedAtStart(files);
        const later = files.filter((file) => !atStart.includes(file));
        const oneFile = await bundle(program.exports, from, { splitting: false });
        return [program, { start: sizeOf(atStart), later: sizeOf(later), oneFile: sizeOf(oneFile) }];
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Returns the bytes of each source file loaded at start before minification, the largest first. */
async function measureSources(exports: string): Promise<[path: string, bytes: number][]> {
  const files = await bundle(exports, { folder: root, extension: 'ts' }, { splitting: true, plugins: [emptyTables] });
  return loadedAtStart(files)
    .flatMap(({ modules }) => Object.entries(modules))
    .map(([path, { renderedLength }]): [string, number] => [relative(root, path), renderedLength])
    .sort(([, a], [, b]) => b - a);
}

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(2)} kB`;

/** Prints a table; all columns but the first are aligned to the right. */
function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '));
  }
}

/** Prints the sizes. Returns whether all meet their targets. */
async function report(): Promise<boolean> {
  const rows = [['bundle, after gzip', 'at start', 'target', '', 'later', 'in one file', '(minified)']];
  let targetsMet = true;
  for (const [{ name, target }, { start, later, oneFile }] of await measureAll()) {
    const over = target !== undefined && start.gzip > target;
    if (over) targetsMet = false;
    const verdict = target === undefined ? '' : over ? `over by ${kilobytes(start.gzip - target)}` : 'ok';
    rows.push([
      name,
      kilobytes(start.gzip),
      target === undefined ? '-' : kilobytes(target),
      verdict,
      kilobytes(later.gzip),
      kilobytes(oneFile.gzip),
      kilobytes(oneFile.minified),
    ]);
  }
  printTable(rows);
  console.log('\nLargest source files at the start of createClient, without the table:\n');
  const parts = await measureSources('createClient');
  printTable(parts.slice(0, 12).map(([path, bytes]) => [path, kilobytes(bytes)]));
  return targetsMet;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await report())) process.exitCode = 1;
}
