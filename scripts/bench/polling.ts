/** Waiting for builds: number of requests, and delay until the end is noticed. */
import type { ManyBuildsInput, ManyBuildsReport } from './programs/many-builds.js';
import type { PollBuildsInput, PollBuildsReport, WaitReport } from './programs/poll-builds.js';
import type { Benchmark, BenchmarkResult } from './result.js';

const lengths = [
  { name: '20 s', lengthMs: 20_000 },
  { name: '3 min', lengthMs: 180_000 },
  { name: '40 min', lengthMs: 2_400_000 },
];

/** The shortest builds end before fewer polls can matter. */
const LONG_MS = 60_000;

const meanOf = (reports: readonly WaitReport[], field: keyof WaitReport): number =>
  reports.reduce((sum, report) => sum + report[field], 0) / reports.length;

export const measurePolling: Benchmark = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const results: BenchmarkResult[] = [];
  for (const withHistory of [true, false]) {
    for (const { name, lengthMs } of lengths) {
      const input: PollBuildsInput = { lengthMs, withHistory, builds: quick ? 5 : 40 };
      const { paced, fixed, together, apart } = await copy.run<PollBuildsReport>('poll-builds', input);
      const subject = `a build of ${name} of a task ${withHistory ? 'with earlier builds' : 'without builds'}`;
      const [requests, fixedRequests] = [meanOf(paced, 'requests'), meanOf(fixed, 'requests')];
      const [delayMs, fixedDelayMs] = [meanOf(paced, 'delayMs'), meanOf(fixed, 'delayMs')];
      const longest = Math.max(...paced.map((report) => report.delayMs)) / 1_000;
      const [followed, separate] = [meanOf(together, 'requests'), meanOf(apart, 'requests')];
      const hasTarget = withHistory && lengthMs >= LONG_MS;
      results.push(
        {
          name: `Requests to wait for ${subject}, compared with a poll every 5 s`,
          ...(hasTarget && { target: { atMost: 0.5 } }),
          ...{ value: requests / fixedRequests, unit: '×' },
          note: `${requests.toFixed(0)} : ${fixedRequests.toFixed(0)}`,
        },
        {
          name: `Delay until the end is noticed of ${subject}`,
          ...(hasTarget && { target: { atMost: 3 } }),
          ...{ value: delayMs / 1_000, unit: 's' },
          note: `up to ${longest.toFixed(1)} s; with a poll every 5 s ${(fixedDelayMs / 1_000).toFixed(1)} s`,
        },
        {
          name: `Requests for log and wait together of ${subject}, compared with the two apart`,
          ...(withHistory && { target: { atMost: 0.6 } }),
          ...{ value: followed / separate, unit: '×' },
          note: `${followed.toFixed(0)} : ${separate.toFixed(0)}`,
        },
        {
          name: `Delay until the end is noticed of ${subject} whose log is followed`,
          ...(withHistory && { target: { atMost: 2 } }),
          ...{ value: meanOf(together, 'delayMs') / 1_000, unit: 's' },
          note: `apart ${(meanOf(apart, 'delayMs') / 1_000).toFixed(1)} s`,
        },
      );
    }
  }
  const many = await copy.run<ManyBuildsReport>('many-builds', { builds: 1_000, tasks: 50 } satisfies ManyBuildsInput);
  results.push(
    {
      name: 'Requests per minute for 1,000 builds of 50 tasks, in the busiest minute',
      target: { atMost: 120 },
      ...{ value: many.busiestMinute, unit: '' },
      note: `${many.perMinute.toFixed(0)} in the mean`,
    },
    {
      name: 'Delay until the end is noticed of one of 1,000 builds',
      ...{ value: many.meanDelayMs / 1_000, unit: 's' },
      note: `95 %: up to ${(many.p95DelayMs / 1_000).toFixed(0)} s`,
    },
    {
      name: 'Memory of one of 1,000 builds',
      target: { atMost: 20 },
      ...{ value: many.bytesPerBuild / 1_000, unit: 'kB' },
    },
  );
  return results;
};
