/** Waits for a thousand builds of fifty tasks at once, on a service that consists of their durations. */
import { createClient, waitAll, type Clock } from 'codearts-build';
import { heldBytes, readInput, report } from '../program.js';

export interface ManyBuildsInput {
  builds: number;
  tasks: number;
}

export interface ManyBuildsReport {
  /** Requests in the busiest minute. */
  busiestMinute: number;
  /** Requests per minute in the mean. */
  perMinute: number;
  meanDelayMs: number;
  /** Delay that 95 % of the builds do not exceed. */
  p95DelayMs: number;
  bytesPerBuild: number;
}

const START = Date.UTC(2026, 8, 10, 3);
const PAST_BUILDS = 12;
const SHORTEST_MS = 3 * 60_000;
const LONGEST_MS = 40 * 60_000;

let state = 12_345;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

interface FakeBuild {
  buildNo: number;
  startedAt: number;
  finishedAt: number;
  noticedAt: number | undefined;
}

const { builds: count, tasks: taskCount } = readInput() as ManyBuildsInput;
let now = START;
const sleepers: { at: number; wake: () => void }[] = [];
/** Jumps to the next sleep when everything else is done: one reader sleeps at a time. */
const clock: Clock = {
  now: () => now,
  sleep: (ms) =>
    new Promise((resolve) => {
      sleepers.push({ at: now + ms, wake: resolve });
      setImmediate(() => {
        const next = sleepers.sort((a, b) => a.at - b.at).shift();
        if (!next) return;
        now = Math.max(now, next.at);
        next.wake();
      });
    }),
};

const tasks = Array.from({ length: taskCount }, (_, index) => {
  const mean = SHORTEST_MS + ((LONGEST_MS - SHORTEST_MS) * index) / Math.max(1, taskCount - 1);
  const duration = (): number => mean * Math.max(0.3, 1 + 0.15 * normal());
  const builds: FakeBuild[] = [];
  for (let number = 1; number <= PAST_BUILDS; number += 1) {
    const startedAt = START - 86_400_000 + number * 60_000;
    builds.push({ buildNo: number, startedAt, finishedAt: startedAt + duration(), noticedAt: undefined });
  }
  for (let number = 1; number <= count / taskCount; number += 1) {
    const startedAt = START - random() * 60_000;
    builds.push({ buildNo: PAST_BUILDS + number, startedAt, finishedAt: startedAt + duration(), noticedAt: undefined });
  }
  return { jobId: `job${String(index).padStart(29, '0')}`, projectId: `project-${index}`, builds };
});

const iso = (time: number): string => new Date(time).toISOString();
const describeBuild = ({ startedAt, finishedAt }: FakeBuild) => ({
  ...{ create_time: iso(startedAt), start_time: iso(startedAt), status: finishedAt <= now ? 'SUCCESS' : '' },
  finish_time: finishedAt <= now ? iso(finishedAt) : null,
});

const minutes = new Map<number, number>();
function respond(url: URL): unknown {
  const minute = Math.floor((now - START) / 60_000);
  minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
  const [, , kind, id, part] = url.pathname.split('/');
  if (kind === 'record' && part === 'records') {
    const task = tasks.find(({ projectId }) => projectId === id)!;
    const limit = Number(url.searchParams.get('limit'));
    const data = task.builds.toReversed().slice(0, limit);
    return { result: { data: data.map((build) => ({ build_no: String(build.buildNo), ...describeBuild(build) })) } };
  }
  const task = tasks.find(({ jobId }) => jobId === id)!;
  const build = task.builds[Number(part) - 1]!;
  if (build.finishedAt <= now) build.noticedAt ??= now;
  return { result: { build_no: build.buildNo, build_project_id: task.projectId, ...describeBuild(build) } };
}

const client = createClient({
  endpoint: 'http://service',
  credentials: { ak: 'AccessKey', sk: 'SecretKey' },
  clock,
  random,
  fetch: (input) =>
    Promise.resolve(
      Response.json(respond(new URL(input as string)), { headers: { date: new Date(now).toUTCString() } }),
    ),
});

const before = await heldBytes();
const started = tasks.map(({ jobId, builds }) =>
  builds.slice(PAST_BUILDS).map(({ buildNo }) => client.attachBuild({ jobId, buildNo })),
);
const runs = started.flat();
let held = 0;
const waiting = waitAll(runs);
// In the middle of the wait: all are known, few have finished.
const sample = setInterval(() => {
  if (held > 0 || now < START + 120_000) return;
  clearInterval(sample);
  void heldBytes().then((bytes) => (held = bytes));
}, 1);
const results = await waiting;
clearInterval(sample);
const failed = results.filter(({ status }) => status === 'rejected').length;
if (failed > 0) throw new Error(`${failed} builds failed`);
if (held === 0) held = await heldBytes();
const followed = tasks.flatMap(({ builds }) => builds.slice(PAST_BUILDS));
const delays = followed.map(({ noticedAt, finishedAt }) => noticedAt! - finishedAt).sort((a, b) => a - b);
const requests = [...minutes.values()].reduce((sum, value) => sum + value, 0);
const result: ManyBuildsReport = {
  busiestMinute: Math.max(...minutes.values()),
  perMinute: requests / minutes.size,
  meanDelayMs: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
  p95DelayMs: delays[Math.floor(delays.length * 0.95)]!,
  bytesPerBuild: (held - before) / runs.length,
};
report(result);
