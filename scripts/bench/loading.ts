/** Cost of loading the package: import time and bundle size. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { measureAll } from '../size.js';
import type { ImportTimeReport } from './programs/import-time.js';
import type { Benchmark } from './result.js';
import { median, measureInTurn } from './rounds.js';

export const measureImportTime: Benchmark = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const empty = join(copy.folder, 'empty.js');
  await writeFile(empty, 'export {};\n');
  const importing = (specifier: string) => async () =>
    (await copy.run<ImportTimeReport>('import-time', { specifier })).ms;
  const times = await measureInTurn(
    { client: importing('codearts-build'), empty: importing(pathToFileURL(empty).href) },
    quick ? 7 : 31,
  );
  return [
    {
      name: 'Import of the package, in addition to an empty module',
      ...{ value: median(times.client) - median(times.empty), unit: 'ms', target: { atMost: 15 } },
      note: `${median(times.client).toFixed(1)} ms : ${median(times.empty).toFixed(1)} ms`,
    },
  ];
};

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

export const measureBundleSize: Benchmark = async () =>
  (await measureAll()).map(([program, { start, later, oneFile }]) => ({
    name: `Bundle: ${program.name}, at its start`,
    ...{ value: start.gzip / 1_000, unit: 'kB gzip' },
    note: `later ${kilobytes(later.gzip)}; in one file ${kilobytes(oneFile.gzip)}`,
    target: program.target === undefined ? undefined : { atMost: program.target / 1_000 },
  }));
