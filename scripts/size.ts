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
  /** Maximum size in bytes after gzip; undefined if there is no target. */
  target?: number;
}

/** The programs, from the smallest. */
const programs: readonly Program[] = [
  { name: 'signRequest alone', exports: 'signRequest', withTables: true, target: 3_500 },
  { name: 'createClient, without the tables', exports: 'createClient', withTables: false, target: 45_000 },
  { name: 'everything, without the tables', exports: '*', withTables: false },
  { name: 'createClient', exports: 'createClient', withTables: true },
  { name: 'everything', exports: '*', withTables: true },
];

/** Bytes of code. */
export interface Size {
  minified: number;
  gzip: number;
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

/** Bundles a program into one file, as Vite does. */
async function bundle(
  exports: string,
  from: { folder: string; extension: 'js' | 'ts' },
  plugins: Plugin[] = [],
): Promise<OutputChunk> {
  const build = await rolldown({
    ...{ cwd: root, input: 'program', platform: 'browser', logLevel: 'silent' },
    ...{ preserveEntrySignatures: 'allow-extension', treeshake: { moduleSideEffects: (id) => id === 'program' } },
    resolve: { modules: [join(root, 'node_modules')], extensionAlias: { '.js': ['.js', '.ts'] } },
    plugins: [programWith(exports, from.folder, from.extension), ...plugins],
  });
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false });
  await build.close();
  return output[0];
}

const sizeOf = ({ code }: OutputChunk): Size => ({
  minified: Buffer.byteLength(code),
  gzip: gzipSync(code, { level: 9 }).byteLength,
});

/** Builds the package with and without its tables and measures the programs. */
export async function measureAll(): Promise<[Program, Size][]> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-size-'));
  const whole = join(folder, 'whole');
  const tableless = join(folder, 'tableless');
  try {
    await Promise.all([writeJavaScript(whole), writeJavaScript(tableless, [emptyTables])]);
    return await Promise.all(
      programs.map(async (program): Promise<[Program, Size]> => {
        const from = { folder: program.withTables ? whole : tableless, extension: 'js' } as const;
        return [program, sizeOf(await bundle(program.exports, from))];
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Returns the bytes of each source file in a bundle before minification, the largest first. */
async function measureSources(exports: string): Promise<[path: string, bytes: number][]> {
  const { modules } = await bundle(exports, { folder: root, extension: 'ts' }, [emptyTables]);
  return Object.entries(modules)
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
  const rows = [['bundle', 'gzip', 'target', '', 'minified']];
  let targetsMet = true;
  for (const [{ name, target }, { gzip, minified }] of await measureAll()) {
    const over = target !== undefined && gzip > target;
    if (over) targetsMet = false;
    const verdict = target === undefined ? '' : over ? `over by ${kilobytes(gzip - target)}` : 'ok';
    const shown = target === undefined ? '-' : kilobytes(target);
    rows.push([name, kilobytes(gzip), shown, verdict, kilobytes(minified)]);
  }
  printTable(rows);
  console.log('\nLargest source files of createClient, without the tables:\n');
  const parts = await measureSources('createClient');
  printTable(parts.slice(0, 12).map(([path, bytes]) => [path, kilobytes(bytes)]));
  return targetsMet;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await report())) process.exitCode = 1;
}
