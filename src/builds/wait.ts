/** Waiting for builds: polls that are rare at first and close when the end is near. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import { aBoolean, aFunction, aSignal, checkOptions, milliseconds, type Rule } from '../check.js';
import { TimeoutError } from '../errors.js';
import { createPatience, hasBegun, isEnded, isUnderway, logSource, statusOf, stopBuild, type Build } from './build.js';
import { BuildFailedError } from './build-error.js';
import type { PastBuild } from './generation.js';
import { createLogCursor, followLog } from './log.js';
import type { Schedule } from './schedule.js';

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

const atOnce: Schedule = (request) => request();

const SHORTEST_POLL_MS = 2_000;
const LONGEST_POLL_MS = 30_000;
/** How many lines of its log a failure carries. */
const LOG_TAIL = 50;
/** How long stopping a build may take when a wait is aborted: whoever aborts wants to be gone. */
const STOP_DEADLINE_MS = 5_000;

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

const rules: Record<keyof WaitOptions, Rule> = {
  signal: aSignal,
  timeoutMs: milliseconds,
  queueTimeoutMs: milliseconds,
  throwOnFailure: aBoolean,
  onAbort: [`'stop' or 'detach'`, (value) => value === 'stop' || value === 'detach'],
  onProgress: aFunction,
  schedule: aFunction,
};

/** Waits for a build as its options say. */
export async function waitForBuild(build: Build, options: WaitOptions): Promise<BuildRecord> {
  checkOptions(options, [rules], 'wait');
  try {
    const record = await pollUntilEnded(build, options);
    if (statusOf(record) !== 'SUCCESS' && options.throwOnFailure !== false) throw await failureOf(build, record);
    return record;
  } catch (error) {
    if (options.signal?.aborted && options.onAbort === 'stop') {
      await stopBuild(build, { deadlineMs: STOP_DEADLINE_MS }).catch(() => {});
    }
    throw error;
  }
}

async function pollUntilEnded(build: Build, options: WaitOptions): Promise<BuildRecord> {
  const { host, operations, jobId, buildNo } = build;
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
      usual = usualDurationMs(await schedule(() => pastBuilds(build, signal)));
      signal?.throwIfAborted();
    }

    if (onProgress && record) {
      const strange = !ended && !isUnderway(record) ? statusOf(record) : undefined;
      const note = strange !== undefined && strange !== noted ? `the status ${strange} is not known` : undefined;
      noted = strange ?? noted;
      const step = ended ? undefined : await schedule(() => currentStep(build, record, signal));
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
const pastBuilds = ({ operations, jobId }: Build, signal: AbortSignal | undefined): Promise<PastBuild[]> =>
  operations.pastBuilds(jobId, { signal, maxRetries: 0 }).catch(() => []);

/** The step that runs now. That it cannot be told is no reason to end a wait. */
async function currentStep(
  { operations, jobId, buildNo }: Build,
  record: BuildRecord,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const steps = await operations.steps(jobId, buildNo, { signal, maxRetries: 0 }, record).catch(() => []);
  return steps.find(({ status }) => status.toUpperCase() === 'RUNNING')?.name;
}

/** Gathers what explains a failure. What cannot be had is left out: the failure itself is the news. */
async function failureOf(build: Build, record: BuildRecord): Promise<BuildFailedError<BuildRecord>> {
  const { host, operations, jobId, buildNo } = build;
  const steps = await operations.steps(jobId, buildNo, {}, record).catch(() => []);
  const failed =
    steps.find(({ status }) => /^(failure|error|failed)$/i.test(status)) ??
    steps.find(({ status }) => /^abort/i.test(status));
  const logTail: string[] = [];
  try {
    const cursor = createLogCursor({ offset: 0, rest: '' });
    const source = logSource(build, undefined);
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
