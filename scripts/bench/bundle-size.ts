/** What the package adds to a bundle. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build as bundle, type Plugin } from 'esbuild';
import type { Section } from './section.js';

/** Leaves out the tables of operations, which every client needs and whose size is that of the API. */
const withoutTables: Plugin = {
  name: 'without-tables',
  setup(build) {
    build.onLoad({ filter: /[/\\]generated[/\\].+[/\\]operations\.js$/ }, () => ({
      contents: 'export const operations = {};',
    }));
  },
};

/** What to bundle. */
export interface BundleOptions {
  /** Folder from which the package is found by its name. */
  folder: string;
  /** The program. */
  source: string;
  /** Whether the tables of operations are counted. */
  tables: boolean;
}

/** Bytes of a program for browsers, minified and compressed by gzip. */
export async function bundledSize({ folder, source, tables }: BundleOptions): Promise<number> {
  const { outputFiles } = await bundle({
    stdin: { contents: source, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: ['node:*'],
    plugins: tables ? [] : [withoutTables],
  });
  return (await promisify(gzip)(outputFiles[0]!.contents, { level: 9 })).byteLength;
}

export const measureBundleSize: Section = async ({ packageCopy }) => {
  const { folder } = await packageCopy();
  const programs = [
    {
      name: 'Bundle of `createClient`, without operations',
      source: 'createClient',
      tables: false,
      aim: { atMost: 10 },
    },
    { name: 'Bundle of everything, without operations', source: '*', tables: false, aim: { atMost: 14 } },
    { name: 'Bundle of `signRequest` alone', source: 'signRequest', tables: true },
    { name: 'Bundle of everything', source: '*', tables: true },
  ];
  return Promise.all(
    programs.map(async ({ name, source, tables, ...rest }) => {
      const exported = `export ${source === '*' ? '*' : `{ ${source} }`} from 'codearts-build';`;
      return {
        ...rest,
        name,
        value: (await bundledSize({ folder, source: exported, tables })) / 1_000,
        unit: 'kB gzip',
      };
    }),
  );
};
