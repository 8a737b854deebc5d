/** Waiting for builds: few polls at first, more when the end is near. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import {
  booleanRule,
  checkOptions,
  checkValue,
  functionRule,
  milliseconds,
  positiveInteger,
  signalRule,
  type Rule,
} from '../errors/check-options.js';
import { BuildFailedError } from '../errors/codearts-error.js';
import { TimeoutError } from '../errors/request-errors.js';
import type { EventListener } from '../http/events.js';
import { throwIfAborted, type Clock } from '../http/timing.js';
import type { BuildApi, BuildSummary } from './build-api.js';
import { createErrorTolerance, hasStarted, isActive, isFinished, isSuccess, statusOf } from './build-status.js';
import { createLogCursor, createLogReader, followLog } from './log.js';

/** A build, and the operations for it. */
export interface Build {
  readonly operations: BuildApi;
  readonly jobId: string;
  readonly buildNo: number;
  readonly endpoint: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: EventListener;
  stop(options: { deadlineMs?: number }): Promise<void>;
}

/** Runs requests, possibly later. A function of `p-limit` fits. */
export type Limiter = <T>(request: () => Promise<T>) => Promise<T>;

/** Progress of a build. */
export interface BuildProgress {
  /** Status, as the service spells it; `queued` or `running` if it reports none. */
  status: string;
  /** Name of the running step; undefined if none runs, or it is unknown. */
  step: string | undefined;
  /** Time in milliseconds since this wait first requested the build. */
  elapsedMs: number;
  /** Usual duration in milliseconds: the median of the successful builds of the task. Undefined if there are none. */
  expectedMs: number | undefined;
  /** `elapsedMs` as a percentage of `expectedMs`, up to 99 while the build runs. */
  percent: number | undefined;
  /** Something unusual, such as an unknown status. */
  note: string | undefined;
}

/** Options of `wait`. */
export interface WaitOptions {
  /** Aborts the wait, which rejects with `signal.reason`. `onAbort` decides about the build. */
  signal?: AbortSignal | undefined;
  /** Timeout of the build in milliseconds, from the time at which it leaves the queue. No limit by default. */
  timeoutMs?: number | undefined;
  /** Timeout in the queue in milliseconds. No limit by default. */
  queueTimeoutMs?: number | undefined;
  /** Whether a build that does not succeed is an error. @default true */
  throwOnFailure?: boolean | undefined;
  /** Whether an abort stops the build, or lets it run. @default 'detach' */
  onAbort?: 'stop' | 'detach' | undefined;
  /** Called after every poll. Costs one more request per poll, for the name of the step. */
  onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Runs each request of the wait, to limit the requests for many builds. `waitAll` has its own. @default immediately */
  limiter?: Limiter | undefined;
}

const immediately: Limiter = (request) => request();

const SHORTEST_POLL_MS = 2_000;
const LONGEST_POLL_MS = 30_000;
/** Number of log lines in a `BuildFailedError`. */
const LOG_TAIL = 50;
/** Timeout for stopping a build when a wait is aborted. */
const STOP_DEADLINE_MS = 5_000;

/** Returns the median duration of the builds that succeeded. */
function medianDurationMs(builds: readonly BuildSummary[]): number | undefined {
  const durations = builds
    .filter(({ status, durationMs }) => isSuccess(status) && durationMs !== undefined && durationMs > 0)
    .map(({ durationMs }) => durationMs!)
    .sort((a, b) => a - b);
  return durations[Math.floor(durations.length / 2)];
}

/**
 * Returns the delay until the next poll: half of the time that is left of the usual duration, after that a tenth of the excess; without a usual duration, a
 * tenth of the elapsed time. 2 to 30 seconds, ± 10 %.
 */
export function pollDelayMs(elapsedMs: number, expectedMs: number | undefined, random: () => number): number {
  const left = expectedMs === undefined ? undefined : expectedMs - elapsedMs;
  const targetMs = left === undefined ? elapsedMs / 10 : left > 0 ? left / 2 : -left / 10;
  const jitter = 0.9 + random() * 0.2;
  return Math.min(Math.max(targetMs, SHORTEST_POLL_MS) * jitter, LONGEST_POLL_MS);
}

const rules: Record<keyof WaitOptions, Rule> = {
  signal: signalRule,
  timeoutMs: milliseconds,
  queueTimeoutMs: milliseconds,
  throwOnFailure: booleanRule,
  onAbort: [`'stop' or 'detach'`, (value) => value === 'stop' || value === 'detach'],
  onProgress: functionRule,
  limiter: functionRule,
};

export async function waitForBuild(build: Build, options: WaitOptions): Promise<BuildRecord> {
  checkOptions(options, [rules], 'wait');
  try {
    const record = await pollUntilFinished(build, options);
    if (!isSuccess(statusOf(record)) && options.throwOnFailure !== false) throw await failureOf(build, record);
    return record;
  } catch (error) {
    if (options.signal?.aborted && options.onAbort === 'stop') {
      await build.stop({ deadlineMs: STOP_DEADLINE_MS }).catch(() => {});
    }
    throw error;
  }
}

async function pollUntilFinished(build: Build, options: WaitOptions): Promise<BuildRecord> {
  const { operations, jobId, buildNo, clock, random, emit } = build;
  const { signal, timeoutMs = Infinity, queueTimeoutMs = Infinity, onProgress, limiter = immediately } = options;
  const tolerate = createErrorTolerance();
  const waitingSince = clock.now();
  let runningSince: number | undefined;
  let usual: number | undefined;
  let noted: string | undefined;

  for (let polls = 0; ; polls += 1) {
    throwIfAborted(signal);
    const record = await tolerate(() => limiter(() => operations.record(jobId, buildNo, { signal })));
    throwIfAborted(signal);
    const now = clock.now();
    if (record && hasStarted(record)) runningSince ??= now;
    const status = record ? statusOf(record) : undefined;
    const finished = record !== undefined && isFinished(record);
    const elapsedMs = now - (runningSince ?? waitingSince);
    // Requested once, when it is first needed: a build that has finished does not need it.
    if (polls === 0 && !finished) {
      usual = medianDurationMs(await limiter(() => recentBuilds(build, signal)));
      throwIfAborted(signal);
    }

    if (onProgress && record) {
      const unknown = !finished && !isActive(record) ? statusOf(record) : undefined;
      const note = unknown !== undefined && unknown !== noted ? `unknown status ${unknown}` : undefined;
      noted = unknown ?? noted;
      const step = finished ? undefined : await limiter(() => currentStep(build, record, signal));
      const share = usual === undefined ? undefined : Math.min(99, Math.floor((elapsedMs / usual) * 100));
      onProgress({
        ...{ status: status || (runningSince === undefined ? 'queued' : 'running'), step, elapsedMs, note },
        ...{ expectedMs: usual, percent: finished ? 100 : share },
      });
    }
    if (finished) {
      emit({ type: 'poll', jobId, buildNo, status, delayMs: 0 });
      return record;
    }

    const [limitMs, option] =
      runningSince === undefined ? [queueTimeoutMs, 'queueTimeoutMs'] : [timeoutMs, 'timeoutMs'];
    const leftMs = limitMs - elapsedMs;
    if (leftMs <= 0) throw new TimeoutError(`build ${buildNo} of task ${jobId}`, option, limitMs);
    const delayMs = Math.min(pollDelayMs(elapsedMs, usual, random), leftMs);
    emit({ type: 'poll', jobId, buildNo, status, delayMs });
    await clock.sleep(delayMs, signal);
  }
}

/** Returns the latest builds of the task; none if they cannot be requested, which does not end a wait. */
const recentBuilds = ({ operations, jobId }: Build, signal: AbortSignal | undefined): Promise<BuildSummary[]> =>
  operations.recentBuilds(jobId, { signal, maxRetries: 0 }).catch(() => []);

/** Returns the running step; undefined if it cannot be requested, which does not end a wait. */
async function currentStep(
  { operations, jobId, buildNo }: Build,
  record: BuildRecord,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const steps = await operations.steps(jobId, buildNo, { signal, maxRetries: 0 }, record).catch(() => []);
  return steps.find(({ status }) => status.toUpperCase() === 'RUNNING')?.name;
}

/** Creates the error of a failed build. What cannot be requested is omitted. */
async function failureOf(build: Build, record: BuildRecord): Promise<BuildFailedError<BuildRecord>> {
  const { operations, jobId, buildNo, clock, endpoint } = build;
  const steps = await operations.steps(jobId, buildNo, {}, record).catch(() => []);
  const failed =
    steps.find(({ status }) => /^(failure|error|failed)$/i.test(status)) ??
    steps.find(({ status }) => /^abort/i.test(status));
  const logTail: string[] = [];
  try {
    const cursor = createLogCursor({ offset: 0, rest: '' });
    const reader = createLogReader(operations, build, undefined);
    for await (const line of followLog(reader, cursor, { clock, follow: false, signal: undefined })) {
      logTail.push(line);
      if (logTail.length > LOG_TAIL) logTail.shift();
    }
  } catch {
    // the error still says what failed
  }
  const recordId = record.build_record_id;
  return new BuildFailedError({
    ...{ jobId, buildNo, status: statusOf(record), failedStep: failed?.name, logTail, record },
    logUrl: recordId ? `${endpoint}/v1/log/${recordId}/download-log` : undefined,
  });
}

/** What `waitAll` accepts: a `BuildRun`. */
export interface Waitable {
  wait(options?: WaitOptions): Promise<BuildRecord>;
}

/** Creates a limiter that runs a number of requests at the same time, in their order. */
function createLimiter(concurrency: number): Limiter {
  let free = concurrency;
  const queue: (() => void)[] = [];
  return async (request) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await request();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/**
 * Waits for several builds, with up to `concurrency` requests at the same time.
 *
 * @returns the result of each build in the order of `runs`: a record, or the error that its `wait` would have thrown.
 */
export async function waitAll(
  runs: readonly Waitable[],
  { concurrency = 4, ...options }: WaitOptions & { concurrency?: number | undefined } = {},
): Promise<PromiseSettledResult<BuildRecord>[]> {
  checkValue('concurrency', concurrency, positiveInteger);
  checkValue('runs', runs, [
    'an array of builds',
    (value) =>
      Array.isArray(value) && value.every((run) => typeof (run as Partial<Waitable> | null)?.wait === 'function'),
  ]);
  const limiter = createLimiter(concurrency);
  return Promise.allSettled(runs.map((run) => run.wait({ ...options, limiter })));
}
