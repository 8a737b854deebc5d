/** How long an import of the package takes. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { ImportTimeReport } from './programs/import-time.js';
import { median, measureInTurn } from './rounds.js';
import type { Section } from './section.js';

export const measureImportTime: Section = async ({ quick, packageCopy }) => {
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
      name: 'Import of the package, more than an empty module',
      ...{ value: median(times.client) - median(times.empty), unit: 'ms', aim: { atMost: 15 } },
      note: `${median(times.client).toFixed(1)} ms : ${median(times.empty).toFixed(1)} ms`,
    },
  ];
};
