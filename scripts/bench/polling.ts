/** Waiting for builds: number of requests, and delay until the end is detected. */
import type { PollBuildsInput, PollBuildsReport, WaitReport } from './programs/poll-builds.js';
import { median } from './rounds.js';
import type { Benchmark, BenchmarkResult } from './result.js';

const lengths = [
  { name: '20 s', lengthMs: 20_000 },
  { name: '3 min', lengthMs: 180_000 },
  { name: '40 min', lengthMs: 2_400_000 },
];

const medianOf = (reports: readonly WaitReport[], field: keyof WaitReport): number =>
  median(reports.map((report) => report[field]));

export const measurePolling: Benchmark = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const results: BenchmarkResult[] = [];
  for (const withHistory of [true, false]) {
    for (const { name, lengthMs } of lengths) {
      const input: PollBuildsInput = { lengthMs, withHistory, builds: quick ? 5 : 40 };
      const { paced, fixed } = await copy.run<PollBuildsReport>('poll-builds', input);
      const subject = `a build of ${name} of a task ${withHistory ? 'with earlier builds' : 'without builds'}`;
      const [requests, fixedRequests] = [medianOf(paced, 'requests'), medianOf(fixed, 'requests')];
      const [delayMs, fixedDelayMs] = [medianOf(paced, 'delayMs'), medianOf(fixed, 'delayMs')];
      const longest = Math.max(...paced.map((report) => report.delayMs)) / 1_000;
      results.push(
        {
          name: `Requests to wait for ${subject}, compared with a poll every 5 s`,
          ...{ value: requests / fixedRequests, unit: '×' },
          note: `${requests.toFixed(0)} : ${fixedRequests.toFixed(0)}`,
        },
        {
          name: `Delay until the end is detected of ${subject}`,
          ...{ value: delayMs / 1_000, unit: 's' },
          note: `up to ${longest.toFixed(1)} s; with a poll every 5 s ${(fixedDelayMs / 1_000).toFixed(1)} s`,
        },
      );
    }
  }
  return results;
};
