/**
 * Measures what the client adds to a bundle for the web, openapi-fetch included: minified, and compressed with gzip. What is measured is the package as it
 * is published. The exit code is 1 where a figure is over its aim.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { writeJavaScript } from './build.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A program whose size is measured. */
interface Program {
  name: string;
  /** What it exports of the package. */
  exports: string;
  /** Whether the tables of operations are counted. */
  withTables: boolean;
  /** The largest size at its start that is wanted, in bytes after gzip; undefined where there is no aim. */
  aim?: number;
}

/** The programs, from the smallest. */
export const programs: readonly Program[] = [
  { name: 'signRequest alone', exports: '{ signRequest }', withTables: true, aim: 2_000 },
  { name: 'createClient, without the table', exports: '{ createClient }', withTables: false, aim: 10_000 },
  { name: 'everything, without the tables', exports: '*', withTables: false, aim: 14_000 },
  { name: 'createClient', exports: '{ createClient }', withTables: true },
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

const emptyTables: Plugin = {
  name: 'empty-tables',
  setup(build) {
    build.onLoad({ filter: /generated[\\/][^\\/]+[\\/]operations\.ts$/ }, () => ({
      contents: 'export const operations = {};',
    }));
  },
};

/** Resolves what the package's own imports resolve to for the web. */
const forTheWeb = (folder: string, extension: string): Plugin => ({
  name: 'for-the-web',
  setup(build) {
    build.onResolve({ filter: /^#/ }, ({ path }) => ({ path: join(folder, `src/${path.slice(1)}.web.${extension}`) }));
  },
});

/** A file of a bundle. */
interface Output {
  path: string;
  contents: Uint8Array;
}

interface Bundle {
  outputs: Output[];
  files: Metafile['outputs'];
}

/** Bundles a program. */
async function bundle(
  exports: string,
  from: { folder: string; extension: 'js' | 'ts' },
  { splitting, plugins = [] }: { splitting: boolean; plugins?: Plugin[] },
): Promise<Bundle> {
  const index = JSON.stringify(join(from.folder, 'src', `index.${from.extension}`));
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${exports} from ${index};`, resolveDir: root },
    ...{ bundle: true, minify: true, splitting, format: 'esm', target: 'es2022', platform: 'browser' },
    ...{ write: false, metafile: true, outdir: 'out', absWorkingDir: root, nodePaths: [join(root, 'node_modules')] },
    plugins: [forTheWeb(from.folder, from.extension), ...plugins],
  });
  const outputs = outputFiles.map(({ path, contents }) => ({ path: path.slice(root.length), contents }));
  return { outputs, files: metafile.outputs };
}

/** The files that the first one imports, itself included, without those that it may import later. */
function loadedAtStart(files: Metafile['outputs']): Set<string> {
  const entry = Object.keys(files).find((path) => files[path]?.entryPoint === '<stdin>');
  if (entry === undefined) throw new Error('esbuild made no bundle');
  const loaded = new Set([entry]);
  for (const path of loaded) {
    for (const { path: imported, kind } of files[path]?.imports ?? []) {
      if (kind === 'import-statement') loaded.add(imported);
    }
  }
  return loaded;
}

const sizeOf = (outputs: readonly Output[]): Size => ({
  minified: outputs.reduce((sum, { contents }) => sum + contents.byteLength, 0),
  gzip: outputs.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0),
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
        const { outputs, files } = await bundle(program.exports, from, { splitting: true });
        const atStart = loadedAtStart(files);
        const { outputs: single } = await bundle(program.exports, from, { splitting: false });
        return [
          program,
          {
            start: sizeOf(outputs.filter(({ path }) => atStart.has(path))),
            later: sizeOf(outputs.filter(({ path }) => !atStart.has(path))),
            oneFile: sizeOf(single),
          },
        ];
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Bytes of each source in what a program loads at its start, minified, the largest first. */
async function weigh(exports: string): Promise<[path: string, bytes: number][]> {
  const { files } = await bundle(
    exports,
    { folder: root, extension: 'ts' },
    { splitting: true, plugins: [emptyTables] },
  );
  return [...loadedAtStart(files)]
    .flatMap((path) => Object.entries(files[path]?.inputs ?? {}))
    .map(([path, { bytesInOutput }]): [string, number] => [path, bytesInOutput])
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
  console.log('\nWhat weighs most at the start of createClient without the table, minified:\n');
  const parts = await weigh('{ createClient }');
  printTable(parts.slice(0, 40).map(([path, bytes]) => [path, kilobytes(bytes)]));
  return withinAims;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await report())) process.exitCode = 1;
}
