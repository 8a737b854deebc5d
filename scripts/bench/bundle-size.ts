/** What the package adds to a bundle. */
import { measureAll } from '../size.js';
import type { Section } from './section.js';

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

export const measureBundleSize: Section = async () =>
  (await measureAll()).map(([program, { start, later, oneFile }]) => ({
    name: `Bundle: ${program.name}, at its start`,
    ...{ value: start.gzip / 1_000, unit: 'kB gzip' },
    note: `later ${kilobytes(later.gzip)}; in one file ${kilobytes(oneFile.gzip)}`,
    aim: program.aim === undefined ? undefined : { atMost: program.aim / 1_000 },
  }));
