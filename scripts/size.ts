/**
 * Measures what the client adds to a bundle for the web, openapi-fetch included: minified, and compressed with gzip. What is measured is the package as it
 * is published. The exit code is 1 where a figure is over its aim.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';
import { writeJavaScript } from './build.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A program whose size is measured. */
interface Program {
  name: string;
  /** What it uses of the package: a name, or `*` for all. */
  exports: string;
  /** Whether the tables of operations are counted. */
  withTables: boolean;
  /** The largest size at its start that is wanted, in bytes after gzip; undefined where there is no aim. */
  aim?: number;
}

/** The programs, from the smallest. */
const programs: readonly Program[] = [
  { name: 'signRequest alone', exports: 'signRequest', withTables: true, aim: 2_000 },
  { name: 'createClient, without the table', exports: 'createClient', withTables: false, aim: 10_000 },
  { name: 'everything, without the tables', exports: '*', withTables: false, aim: 14_000 },
  { name: 'createClient', exports: 'createClient', withTables: true },
  { name: 'everything', exports: '*', withTables: true },
];

/** Bytes of code. */
export interface Size {
  minified: number;
  gzip: number;
}

/** What a program came to. */
export interface Measured {
  /** What is loaded when it starts: its first call needs no more, unless that fails. */
  start: Size;
  /** The parts that are loaded when they are needed: builds, lists, files, failures. */
  later: Size;
  /** Everything as one file, from a bundler that does not split. */
  oneFile: Size;
}

const tables = /generated[\\/][^\\/]+[\\/]operations\.ts$/;

const emptyTables: Plugin = {
  name: 'empty-tables',
  load: (id) => (tables.test(id) ? { code: 'export const operations = {};', moduleType: 'ts' } : null),
};

/** A program that uses what a package exports. The package's own imports are resolved as for the web. */
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

/** The files that the first one imports, itself included, without those that it may import later. */
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

/** Builds the package, with and without its tables, and measures programs with it. */
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

/** Bytes of each source in what a program loads at its start, before they are minified, the largest first. */
async function weigh(exports: string): Promise<[path: string, bytes: number][]> {
  const files = await bundle(exports, { folder: root, extension: 'ts' }, { splitting: true, plugins: [emptyTables] });
  return loadedAtStart(files)
    .flatMap(({ modules }) => Object.entries(modules))
    .map(([path, { renderedLength }]): [string, number] => [relative(root, path), renderedLength])
    .sort(([, a], [, b]) => b - a);
}

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(2)} kB`;

/** A table in columns, all but the first aligned to the right. */
function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '));
  }
}

/** Prints the figures. Returns whether all are within their aims. */
async function report(): Promise<boolean> {
  const rows = [['bundle, after gzip', 'at start', 'aim', '', 'later', 'in one file', '(minified)']];
  let withinAims = true;
  for (const [{ name, aim }, { start, later, oneFile }] of await measureAll()) {
    const over = aim !== undefined && start.gzip > aim;
    if (over) withinAims = false;
    const verdict = aim === undefined ? '' : over ? `over by ${kilobytes(start.gzip - aim)}` : 'ok';
    rows.push([
      name,
      kilobytes(start.gzip),
      aim === undefined ? '-' : kilobytes(aim),
      verdict,
      kilobytes(later.gzip),
      kilobytes(oneFile.gzip),
      kilobytes(oneFile.minified),
    ]);
  }
  printTable(rows);
  console.log('\nWhat weighs most at the start of createClient without the table, in source:\n');
  const parts = await weigh('createClient');
  printTable(parts.slice(0, 12).map(([path, bytes]) => [path, kilobytes(bytes)]));
  return withinAims;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await report())) process.exitCode = 1;
}
