/** Cost of loading the package: import time and bundle size. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFile } from 'node:fs/promises';
import { measureAll } from '../size.js';
import type { ImportTimeReport } from './programs/import-time.js';
import type { Benchmark } from './result.js';
import { median, measureInTurn, timeMs } from './rounds.js';

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

/** Starts of the command: without the client, and with it until the command notices that no region is set. */
const starts = {
  'its version': ['--version'],
  'the completion of an option': ['__complete', 'run', '--on'],
  'a list, up to its first request': ['tasks'],
};

export const measureCommandStart: Benchmark = async ({ quick, packageCopy }) => {
  const { folder } = await packageCopy();
  const bin = join(folder, 'dist', 'src', 'cli', 'bin.cjs');
  const starting = (argv: readonly string[]) => () =>
    timeMs(async () => {
      const child = spawn(process.execPath, argv, { stdio: 'ignore', env: { PATH: process.env['PATH'] } });
      await new Promise((resolve) => child.once('close', resolve));
    });
  const variants = Object.fromEntries(Object.entries(starts).map(([name, argv]) => [name, starting([bin, ...argv])]));
  const times = await measureInTurn({ bare: starting(['-e', '0']), ...variants }, quick ? 7 : 41);
  const bare = median(times.bare);
  return Object.keys(starts).map((name) => {
    const ms = median((times as Record<string, number[]>)[name]!);
    return {
      name: `Start of the command for ${name}, in addition to \`node -e 0\``,
      ...{ value: ms - bare, unit: 'ms', target: { atMost: 25 } },
      note: `${ms.toFixed(0)} ms : ${bare.toFixed(0)} ms`,
    };
  });
};

export const measureBundleSize: Benchmark = async () =>
  (await measureAll()).map(([program, { gzip, minified }]) => ({
    name: `Bundle: ${program.name}`,
    ...{ value: gzip / 1_000, unit: 'kB gzip' },
    note: `${(minified / 1_000).toFixed(1)} kB minified`,
    target: program.target === undefined ? undefined : { atMost: program.target / 1_000 },
  }));
