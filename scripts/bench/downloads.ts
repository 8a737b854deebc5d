/** A long log as a stream: how fast it comes, and how much memory it takes. */
import type { Figure } from './figure.js';
import type { LogMemoryInput, LogMemoryReport } from './programs/log-memory.js';
import type { LogThroughputInput, LogThroughputReport } from './programs/log-throughput.js';
import { median, medianRatio } from './rounds.js';
import type { Section } from './section.js';

const MIB = 2 ** 20;

/** 64 of them are a gibibyte. */
const PIECE_MIB = 16;

export const measureDownloads: Section = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const server = await copy.serve('log-server', {});
  try {
    const figures: Figure[] = [];
    const pieces: LogThroughputInput = { url: server.url, rounds: quick ? 8 : 64, bytes: PIECE_MIB * MIB };
    const times = await copy.run<LogThroughputReport>('log-throughput', pieces);
    const speed = (way: 'bare' | 'body' | 'lines'): string =>
      `${((PIECE_MIB * 1_000) / median(times[way])).toFixed(0)} MiB/s`;
    for (const [way, name, atLeast] of [
      ['body', '`body`', 0.9],
      ['lines', '`lines()`', 0.5],
    ] as const) {
      figures.push({
        name: `Throughput of a log through ${name}, against a bare fetch`,
        ...{ value: medianRatio(times.bare, times[way]), unit: '×', aim: { atLeast } },
        note: `${speed(way)} : ${speed('bare')}`,
      });
    }
    const gibs = quick ? 0.25 : 1;
    for (const [way, name] of [
      ['body', '`body`'],
      ['lines', '`lines()`'],
      ['bare', 'a bare fetch'],
    ] as const) {
      const input: LogMemoryInput = { url: server.url, way, warmUpBytes: 128 * MIB, bytes: gibs * 1_024 * MIB };
      const { growth } = await copy.run<LogMemoryReport>('log-memory', input);
      figures.push({
        name: `Growth of resident memory over ${String(gibs)} GiB through ${name}`,
        ...{ value: growth / MIB, unit: 'MiB', aim: way === 'bare' ? undefined : { atMost: 32 } },
      });
    }
    return figures;
  } finally {
    server.stop();
  }
};
