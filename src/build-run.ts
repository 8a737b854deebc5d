/** A build that was started: follow its log, wait for it, get what it made, stop it. */
import type { CodeArtsBuildOperations } from '../generated/codearts-build/operations.js';
import type { BuildOutputSet, BuildRecord } from '../generated/codearts-build/schema.js';
import type { Clock } from './clock.js';
import type { CallOptions } from './contract.js';
import { AmbiguousStartError, ApiError, BuildFailedError, NetworkError, TimeoutError } from './errors.js';
import type { EventListener } from './events.js';
import {
  generationOf,
  type BuildStep,
  type Generation,
  type GenerationName,
  type LogSection,
  type PastBuild,
  type StartBuildInput,
} from './generation.js';
import { createLogCursor, followLog, parseLogLine, positionOf, type LogLine, type LogPosition } from './log.js';

/** A build, written down: what `attachBuild` takes, and what `JSON.stringify` makes of a `BuildRun`. */
export interface BuildHandle {
  jobId: string;
  buildNo: number;
  /** @default 'current' */
  generation?: GenerationName | undefined;
  /** Where the log was last read to. @default its beginning */
  log?: LogPosition | undefined;
}

/** How a build ended. Other words than the known ones are passed on as they come. */
export type FinalStatus = 'SUCCESS' | 'FAILURE' | 'ABORTED' | 'SCHEDULE_FAILURE' | (string & {});

/** How far a build is. */
export interface BuildProgress {
  /** The service's word for the build's state, or `queued` and `running` where it has none. */
  status: string;
  /** The step that runs; undefined where none does, or the service does not tell. */
  step: string | undefined;
  /** Milliseconds since the build was first looked at by this wait. */
  elapsedMs: number;
  /** How long this task's builds usually run, in milliseconds: the median of the successful ones. Undefined where it had none. */
  expectedMs: number | undefined;
  /** `elapsedMs` as a share of `expectedMs`, at most 99 while the build runs. */
  percent: number | undefined;
  /** Something out of the ordinary, such as a status that is not known. */
  note: string | undefined;
}

/** Runs requests, perhaps later: those of `p-limit` fit, for example. */
export type Schedule = <T>(request: () => Promise<T>) => Promise<T>;

/** How to wait for a build. */
export interface WaitOptions {
  /** Ends the waiting, which rejects with `signal.reason`. What happens to the build is up to `onAbort`. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that the build may run, from the time it leaves the queue. There is no limit where it is left out. */
  timeoutMs?: number | undefined;
  /** Milliseconds that the build may be in the queue. There is no limit where it is left out. */
  queueTimeoutMs?: number | undefined;
  /** Whether a build that does not end with success is an error. @default true */
  throwOnFailure?: boolean | undefined;
  /** Whether an abort stops the build too, or leaves it to run. @default 'detach' */
  onAbort?: 'stop' | 'detach' | undefined;
  /** Told after every poll. It costs a request more a poll, for the name of the step. */
  onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Runs each request of the waiting, for those who wait for many builds. `waitAll` has one of its own. @default at once */
  schedule?: Schedule | undefined;
}

/** How to read a log. */
export interface LogOptions {
  /** Ends the subject, which rejects with `signal.reason`. */
  signal?: AbortSignal | undefined;
  /** Offset to begin at, as in the `log` of a handle. 0 is the start. @default where this handle's last reader stopped */
  from?: number | undefined;
  /** Begins with the last so many lines of what there is now. */
  last?: number | undefined;
  /** Whether to go on until the build has ended. @default true */
  follow?: boolean | undefined;
}

/** A build that was started. `JSON.stringify` writes it down, so that another process can go on with it. */
export interface BuildRun {
  readonly jobId: string;
  readonly buildNo: number;
  /**
   * Resolves with the build's record when it has ended.
   *
   * It polls every 2 to 30 seconds, the closer the nearer the build is to its usual end. Up to five failing polls in a row are survived; 401, 403 and 404
   * end the waiting at once.
   *
   * @throws BuildFailedError where the build did not succeed, unless `throwOnFailure` is false.
   * @throws TimeoutError that names `timeoutMs` or `queueTimeoutMs`. The build goes on.
   */
  wait(options?: WaitOptions): Promise<BuildRecord>;
  /** The log line by line: what there is, then what comes, until the build has ended. A reader that fails or is left can be replaced by another, which goes on where it stopped. */
  log(options?: LogOptions): AsyncIterableIterator<string>;
  /** The same with the head of each line taken apart. */
  parsedLog(options?: LogOptions): AsyncIterableIterator<LogLine>;
  /** Stops the build. One that has ended already is left as it is. */
  stop(options?: CallOptions): Promise<void>;
  /** What the build made. */
  outputs(options?: CallOptions): Promise<BuildOutputSet>;
  /** The steps of the build, in their order. */
  steps(options?: CallOptions): Promise<BuildStep[]>;
  toJSON(): BuildHandle;
}

/** How to start a build. The options of a call hold for the request that starts it. */
export interface StartBuildOptions extends CallOptions {
  /** Which operations to use. Regions that have only the 2023 reference need `v3`. @default 'current' */
  generation?: GenerationName | undefined;
}

/** What builds of a client share. */
export interface BuildHost {
  api: CodeArtsBuildOperations;
  endpoint: string;
  clock: Clock;
  random: () => number;
  emit: EventListener;
}

const atOnce: Schedule = (request) => request();

const FINAL = new Set(['SUCCESS', 'FAILURE', 'ABORTED', 'SCHEDULE_FAILURE']);
const UNDERWAY = new Set([
  '',
  'RUNNING',
  'BUILDING',
  'QUEUED',
  'QUEUING',
  'INQUEUE',
  'WAITING',
  'PENDING',
  'RUNNABLE',
  'SCHEDULING',
]);

const SHORTEST_POLL_MS = 2_000;
const LONGEST_POLL_MS = 30_000;
const SURVIVED_FAILURES = 5;
const LOG_TAIL = 50;
/** How long stopping a build may take when a wait is aborted: whoever aborts wants to be gone. */
const STOP_DEADLINE_MS = 5_000;
/** Clocks differ, and a build may bear a time before the request that asked for it. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Errors that do not pass by waiting. */
const isLasting = (error: unknown): boolean =>
  (error instanceof ApiError && [400, 401, 403, 404, 422].includes(error.status)) ||
  !(error instanceof ApiError || error instanceof NetworkError || error instanceof TimeoutError);

/** Counts failures in a row, and throws those that are lasting or too many. */
function createPatience(): <T>(task: () => Promise<T>) => Promise<T | undefined> {
  let failures = 0;
  return async (task) => {
    try {
      const result = await task();
      failures = 0;
      return result;
    } catch (error) {
      failures += 1;
      if (isLasting(error) || failures > SURVIVED_FAILURES) throw error;
      return undefined;
    }
  };
}

/** The middle of the durations of builds that succeeded. */
function usualDurationMs(builds: readonly PastBuild[]): number | undefined {
  const durations = builds
    .filter(({ status, durationMs }) => status === 'SUCCESS' && durationMs !== undefined && durationMs > 0)
    .map(({ durationMs }) => durationMs!)
    .sort((a, b) => a - b);
  return durations[Math.floor(durations.length / 2)];
}

/**
 * How long to leave a build alone: half of what is left of its usual time, and after that a tenth of what it is overdue; where nothing is known, a tenth of
 * its age. From 2 to 30 seconds, give or take 10 %.
 */
export function pollDelayMs(elapsedMs: number, expectedMs: number | undefined, random: () => number): number {
  const left = expectedMs === undefined ? undefined : expectedMs - elapsedMs;
  const wanted = left === undefined ? elapsedMs / 10 : left > 0 ? left / 2 : -left / 10;
  const jitter = 0.9 + random() * 0.2;
  return Math.min(Math.max(wanted, SHORTEST_POLL_MS) * jitter, LONGEST_POLL_MS);
}

/** A number of milliseconds above 0, where it is given. */
function checkDuration(name: string, value: number | undefined): void {
  if (value !== undefined && !(typeof value === 'number' && value > 0)) {
    throw new TypeError(`${name} must be a number of milliseconds above 0, and is ${String(value)}`);
  }
}

function checkJob(jobId: unknown, buildNo: unknown): void {
  if (typeof jobId !== 'string' || jobId === '') throw new TypeError('jobId must be a string that is not empty');
  if (!Number.isInteger(buildNo) || (buildNo as number) < 1) {
    throw new TypeError(`buildNo must be a whole number from 1, and is ${String(buildNo)}`);
  }
}

/** Starts a build. Where it is not known whether it was started, the task's builds are looked at, and nothing is sent again. */
export async function startBuild(
  host: BuildHost,
  input: StartBuildInput,
  { generation = 'current', ...options }: StartBuildOptions = {},
): Promise<BuildRun> {
  const operations = generationOf(generation, host.api);
  const sentAt = host.clock.now();
  try {
    const buildNo = await operations.start(input, options);
    return attachBuild(host, { jobId: input.job_id, buildNo, generation });
  } catch (error) {
    const mayHaveRun =
      (error instanceof NetworkError && !error.unsent) ||
      error instanceof TimeoutError ||
      (error instanceof ApiError && (error.status >= 500 || error.status === 408));
    if (!mayHaveRun) throw error;
    let builds: PastBuild[] | undefined;
    try {
      builds = await operations.pastBuilds(input.job_id, { signal: options.signal });
    } catch {
      options.signal?.throwIfAborted(); // whoever gave up is not told of anything else
    }
    const candidates = (builds ?? [])
      .filter(({ startedAt }) => !startedAt || startedAt.getTime() >= sentAt - CLOCK_TOLERANCE_MS)
      .sort((a, b) => b.buildNo - a.buildNo);
    throw new AmbiguousStartError<PastBuild>({
      ...{ jobId: input.job_id, candidates, checked: builds !== undefined, cause: error },
    });
  }
}

/** Takes up a build that was started before, here or elsewhere. Nothing is sent. */
export function attachBuild(host: BuildHost, handle: BuildHandle): BuildRun {
  const { jobId, buildNo, generation = 'current' } = handle;
  checkJob(jobId, buildNo);
  const operations = generationOf(generation, host.api);
  let cursor = createLogCursor(handle.log ?? { offset: 0, rest: '' });

  async function* log(options: LogOptions = {}): AsyncGenerator<string, void, undefined> {
    const { signal, from, last, follow = true } = options;
    if (from !== undefined) cursor = createLogCursor({ offset: from, rest: '' });
    const source = logSource({ host, operations, jobId, buildNo }, signal);
    if (last !== undefined) {
      const tail: string[] = [];
      for await (const line of followLog(source, cursor, { clock: host.clock, follow: false, signal })) {
        tail.push(line);
        if (tail.length > last) tail.shift();
      }
      yield* tail;
      if (!follow) return;
    }
    yield* followLog(source, cursor, { clock: host.clock, follow, signal });
  }

  return {
    jobId,
    buildNo,
    wait: (options = {}) => waitForBuild({ host, operations, jobId, buildNo }, options),
    log,
    async *parsedLog(options) {
      for await (const line of log(options)) yield parseLogLine(line);
    },
    stop: (options = {}) => stopBuild(operations, jobId, buildNo, options),
    outputs: (options = {}) => operations.outputs(jobId, buildNo, options),
    steps: (options = {}) => operations.steps(jobId, buildNo, options),
    toJSON: () => ({ jobId, buildNo, generation, log: positionOf(cursor) }),
  };
}

/** A build and the operations that concern it. */
interface Subject {
  host: BuildHost;
  operations: Generation;
  jobId: string;
  buildNo: number;
}

const NOTHING: LogSection = { text: '', start: undefined, end: undefined, hasMore: false };

/** The log of a build, with the patience that a long build needs. */
function logSource({ operations, jobId, buildNo }: Subject, signal: AbortSignal | undefined) {
  const bear = createPatience();
  return {
    read: async (offset: number): Promise<LogSection> =>
      (await bear(async () => {
        try {
          return await operations.readLog(jobId, buildNo, offset, { signal });
        } catch (error) {
          // A build that still waits for its machine has no log, and says so with an error.
          if (error instanceof ApiError && error.code === 'CB.00030004') return NOTHING;
          throw error;
        }
      })) ?? NOTHING,
    ended: async (): Promise<boolean> => {
      const record = await bear(() => operations.record(jobId, buildNo, { signal }));
      return record !== undefined && isEnded(record);
    },
  };
}

const statusOf = (record: BuildRecord): string => record.status ?? '';

/** A known final word, or an unknown one beside a time at which the build ended. */
const isEnded = (record: BuildRecord): boolean =>
  FINAL.has(statusOf(record)) || (Boolean(record.finish_time) && !UNDERWAY.has(statusOf(record).toUpperCase()));

const hasBegun = (record: BuildRecord): boolean => Boolean(record.start_time);

/** The service refuses to stop a build that has ended, which is as good as stopping it. */
async function stopBuild(operations: Generation, jobId: string, buildNo: number, options: CallOptions): Promise<void> {
  try {
    await operations.stop(jobId, buildNo, options);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'DEV.CB.032302')) throw error;
  }
}

async function waitForBuild(subject: Subject, options: WaitOptions): Promise<BuildRecord> {
  const { operations, jobId, buildNo } = subject;
  checkDuration('timeoutMs', options.timeoutMs);
  checkDuration('queueTimeoutMs', options.queueTimeoutMs);
  try {
    const record = await pollUntilEnded(subject, options);
    if (statusOf(record) !== 'SUCCESS' && options.throwOnFailure !== false) throw await failureOf(subject, record);
    return record;
  } catch (error) {
    if (options.signal?.aborted && options.onAbort === 'stop') {
      await stopBuild(operations, jobId, buildNo, { deadlineMs: STOP_DEADLINE_MS }).catch(() => {});
    }
    throw error;
  }
}

async function pollUntilEnded(subject: Subject, options: WaitOptions): Promise<BuildRecord> {
  const { host, operations, jobId, buildNo } = subject;
  const { signal, timeoutMs = Infinity, queueTimeoutMs = Infinity, onProgress, schedule = atOnce } = options;
  const { clock, random, emit } = host;
  const bear = createPatience();
  const waitingSince = clock.now();
  let runningSince: number | undefined;
  let usual: number | undefined;
  let noted: string | undefined;

  for (let polls = 0; ; polls += 1) {
    signal?.throwIfAborted();
    const record = await bear(() => schedule(() => operations.record(jobId, buildNo, { signal })));
    signal?.throwIfAborted();
    const now = clock.now();
    if (record && hasBegun(record)) runningSince ??= now;
    const status = record ? statusOf(record) : undefined;
    const ended = record !== undefined && isEnded(record);
    const elapsedMs = now - (runningSince ?? waitingSince);
    // One look at the past, when it is first needed: a build that has ended already needs none.
    if (polls === 0 && !ended) {
      usual = usualDurationMs(await schedule(() => pastBuilds(subject, signal)));
      signal?.throwIfAborted();
    }

    if (onProgress && record) {
      const strange = !ended && !UNDERWAY.has(statusOf(record).toUpperCase()) ? statusOf(record) : undefined;
      const note = strange !== undefined && strange !== noted ? `the status ${strange} is not known` : undefined;
      noted = strange ?? noted;
      const step = ended ? undefined : await schedule(() => currentStep(subject, record, signal));
      const share = usual === undefined ? undefined : Math.min(99, Math.floor((elapsedMs / usual) * 100));
      onProgress({
        ...{ status: status || (runningSince === undefined ? 'queued' : 'running'), step, elapsedMs, note },
        ...{ expectedMs: usual, percent: ended ? 100 : share },
      });
    }
    if (ended) {
      emit({ type: 'poll', jobId, buildNo, status, delayMs: 0 });
      return record;
    }

    const [limitMs, option] =
      runningSince === undefined ? [queueTimeoutMs, 'queueTimeoutMs'] : [timeoutMs, 'timeoutMs'];
    const leftMs = limitMs - elapsedMs;
    if (leftMs <= 0) throw new TimeoutError(`Build ${buildNo} of task ${jobId}`, option, limitMs);
    const delayMs = Math.min(pollDelayMs(elapsedMs, usual, random), leftMs);
    emit({ type: 'poll', jobId, buildNo, status, delayMs });
    await clock.sleep(delayMs, signal);
  }
}

/** What the task's builds took. That it cannot be told is no reason to end a wait. */
const pastBuilds = ({ operations, jobId }: Subject, signal: AbortSignal | undefined): Promise<PastBuild[]> =>
  operations.pastBuilds(jobId, { signal, maxRetries: 0 }).catch(() => []);

/** The step that runs now. That it cannot be told is no reason to end a wait. */
async function currentStep(
  { operations, jobId, buildNo }: Subject,
  record: BuildRecord,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const steps = await operations.steps(jobId, buildNo, { signal, maxRetries: 0 }, record).catch(() => []);
  return steps.find(({ status }) => status.toUpperCase() === 'RUNNING')?.name;
}

/** Gathers what explains a failure. What cannot be had is left out: the failure itself is the news. */
async function failureOf(subject: Subject, record: BuildRecord): Promise<BuildFailedError<BuildRecord>> {
  const { host, operations, jobId, buildNo } = subject;
  const steps = await operations.steps(jobId, buildNo, {}, record).catch(() => []);
  const failed =
    steps.find(({ status }) => /^(failure|error|failed)$/i.test(status)) ??
    steps.find(({ status }) => /^abort/i.test(status));
  const logTail: string[] = [];
  try {
    const cursor = createLogCursor({ offset: 0, rest: '' });
    const source = logSource(subject, undefined);
    for await (const line of followLog(source, cursor, { clock: host.clock, follow: false, signal: undefined })) {
      logTail.push(line);
      if (logTail.length > LOG_TAIL) logTail.shift();
    }
  } catch {
    // without its log the error still says what failed
  }
  const recordId = record.build_record_id;
  return new BuildFailedError({
    ...{ jobId, buildNo, status: statusOf(record), failedStep: failed?.name, logTail, record },
    logUrl: recordId ? `${host.endpoint}/v1/log/${recordId}/download-log` : undefined,
  });
}

/**
 * Waits for several builds. Their polls share the client's pace after a 429, and run `concurrency` at a time.
 *
 * @returns how each ended, in the order of `runs`: a record, or the error that its `wait` would have thrown.
 */
export async function waitAll(
  runs: readonly BuildRun[],
  { concurrency = 4, ...options }: WaitOptions & { concurrency?: number | undefined } = {},
): Promise<PromiseSettledResult<BuildRecord>[]> {
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new TypeError(`concurrency must be a whole number from 1, and is ${concurrency}`);
  }
  const schedule = createSchedule(concurrency);
  return Promise.allSettled(runs.map((run) => run.wait({ ...options, schedule })));
}

function createSchedule(width: number): Schedule {
  let free = width;
  const queue: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await task();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}
