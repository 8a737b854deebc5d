/** Waiting for builds: how many requests it takes, and how soon their end is noticed. */
import type { Figure } from './figure.js';
import type { PollBuildsInput, PollBuildsReport, WaitReport } from './programs/poll-builds.js';
import { median } from './rounds.js';
import type { Section } from './section.js';

const lengths = [
  { name: '20 s', lengthMs: 20_000 },
  { name: '3 min', lengthMs: 180_000 },
  { name: '40 min', lengthMs: 2_400_000 },
];

const medianOf = (reports: readonly WaitReport[], field: keyof WaitReport): number =>
  median(reports.map((report) => report[field]));

export const measurePolling: Section = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const figures: Figure[] = [];
  for (const withHistory of [true, false]) {
    for (const { name, lengthMs } of lengths) {
      const input: PollBuildsInput = { lengthMs, withHistory, builds: quick ? 5 : 40 };
      const { paced, fixed } = await copy.run<PollBuildsReport>('poll-builds', input);
      const subject = `a build of ${name} whose task ${withHistory ? 'was built before' : 'is new'}`;
      const [requests, fixedRequests] = [medianOf(paced, 'requests'), medianOf(fixed, 'requests')];
      const [delayMs, fixedDelayMs] = [medianOf(paced, 'delayMs'), medianOf(fixed, 'delayMs')];
      const longest = Math.max(...paced.map((report) => report.delayMs)) / 1_000;
      figures.push(
        {
          name: `Requests to wait for ${subject}, against a poll every 5 s`,
          ...{ value: requests / fixedRequests, unit: '×' },
          note: `${requests.toFixed(0)} : ${fixedRequests.toFixed(0)}`,
        },
        {
          name: `Delay until the end is noticed of ${subject}`,
          ...{ value: delayMs / 1_000, unit: 's' },
          note: `at most ${longest.toFixed(1)} s; with a poll every 5 s ${(fixedDelayMs / 1_000).toFixed(1)} s`,
        },
      );
    }
  }
  return figures;
};
