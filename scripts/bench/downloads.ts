/** A long log as a stream: throughput and memory. */
import type { LogMemoryInput, LogMemoryReport } from './programs/log-memory.js';
import type { LogThroughputInput, LogThroughputReport } from './programs/log-throughput.js';
import { median, medianRatio } from './rounds.js';
import type { Benchmark, BenchmarkResult } from './result.js';

const MIB = 2 ** 20;

/** 64 parts are one GiB. */
const PART_MIB = 16;

export const measureDownloads: Benchmark = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const server = await copy.serve('log-server', {});
  try {
    const results: BenchmarkResult[] = [];
    const parts: LogThroughputInput = { url: server.url, rounds: quick ? 8 : 64, bytes: PART_MIB * MIB };
    const times = await copy.run<LogThroughputReport>('log-throughput', parts);
    const speed = (reader: 'bare' | 'body' | 'lines'): string =>
      `${((PART_MIB * 1_000) / median(times[reader])).toFixed(0)} MiB/s`;
    for (const [reader, name, atLeast] of [
      ['body', '`body`', 0.9],
      ['lines', '`lines()`', 0.5],
    ] as const) {
      results.push({
        name: `Throughput of a log through ${name}, compared with a bare fetch`,
        ...{ value: medianRatio(times.bare, times[reader]), unit: '×', target: { atLeast } },
        note: `${speed(reader)} : ${speed('bare')}`,
      });
    }
    const gibs = quick ? 0.25 : 1;
    for (const [reader, name] of [
      ['body', '`body`'],
      ['lines', '`lines()`'],
      ['bare', 'a bare fetch'],
    ] as const) {
      const input: LogMemoryInput = { url: server.url, reader, warmUpBytes: 128 * MIB, bytes: gibs * 1_024 * MIB };
      const { growth } = await copy.run<LogMemoryReport>('log-memory', input);
      results.push({
        name: `Growth of resident memory over ${String(gibs)} GiB through ${name}`,
        ...{ value: growth / MIB, unit: 'MiB', target: reader === 'bare' ? undefined : { atMost: 32 } },
      });
    }
    return results;
  } finally {
    server.stop();
  }
};
