/**
 * Measures what the client adds to a bundle for the web, openapi-fetch included: minified, and compressed with gzip. The exit code is 1 where a figure is
 * over its aim.
 */
import { gzipSync } from 'node:zlib';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A program whose size is measured. */
interface Program {
  name: string;
  source: string;
  /** Whether the tables of operations are counted. */
  withTables: boolean;
  /** The largest size that is wanted, in bytes after gzip; undefined where there is no aim. */
  aim?: number;
}

const index = JSON.stringify('./src/index.ts');
const signOnly = `export { signRequest } from ${index};`;
const client = `export { createClient } from ${index};`;
const everything = `export * from ${index};`;

/** The programs, from the smallest. */
export const programs: readonly Program[] = [
  { name: 'signRequest alone', source: signOnly, withTables: true, aim: 2_000 },
  { name: 'createClient, without the table', source: client, withTables: false, aim: 10_000 },
  { name: 'everything, without the tables', source: everything, withTables: false, aim: 14_000 },
  { name: 'createClient', source: client, withTables: true },
  { name: 'everything', source: everything, withTables: true },
];

/** What a program came to. */
export interface Measured {
  minified: number;
  gzip: number;
  /** Bytes of each source in the bundle, minified, by its path. */
  parts: Record<string, number>;
}

/** Resolves what the package's own imports resolve to, and leaves the tables empty where they are not to be counted. */
const substitute = (withTables: boolean): Plugin => ({
  name: 'substitute',
  setup(build) {
    build.onResolve({ filter: /^#digest$/ }, () => ({ path: `${root}src/digest.web.ts` }));
    if (withTables) return;
    build.onLoad({ filter: /generated[\\/][^\\/]+[\\/]operations\.ts$/ }, () => ({
      contents: 'export const operations = {};',
    }));
  },
});

/** Bundles a program from the sources and measures it. */
export async function measure({ source, withTables }: Program): Promise<Measured> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    outfile: 'bundle.js',
    absWorkingDir: root,
    plugins: [substitute(withTables)],
  });
  const [file] = outputFiles;
  const [output] = Object.values(metafile.outputs);
  if (!file || !output) throw new Error('esbuild made no bundle');
  const parts = Object.entries(output.inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const);
  return {
    minified: file.contents.byteLength,
    gzip: gzipSync(file.contents, { level: 9 }).byteLength,
    parts: Object.fromEntries(parts.sort(([, a], [, b]) => b - a)),
  };
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
  const rows = [['bundle', 'minified', 'gzip', 'aim', '']];
  let withinAims = true;
  let parts: Record<string, number> = {};
  for (const program of programs) {
    const measured = await measure(program);
    const { aim } = program;
    const over = aim !== undefined && measured.gzip > aim;
    if (over) withinAims = false;
    if (program.source === everything && !program.withTables) ({ parts } = measured);
    const verdict = aim === undefined ? '' : over ? `over by ${kilobytes(measured.gzip - aim)}` : 'ok';
    rows.push([
      program.name,
      kilobytes(measured.minified),
      kilobytes(measured.gzip),
      aim === undefined ? '-' : kilobytes(aim),
      verdict,
    ]);
  }
  printTable(rows);
  console.log('\nWhat weighs most in everything without the tables, minified:\n');
  printTable(
    Object.entries(parts)
      .slice(0, 12)
      .map(([path, bytes]) => [path, kilobytes(bytes)]),
  );
  return withinAims;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await report())) process.exitCode = 1;
}
