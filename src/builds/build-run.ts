/** A build that was started: follow its log, wait for it, list its artifacts, stop it. */
import type { CodeArtsBuildOperations } from '../../generated/codearts-build/operations.js';
import type { BuildOutputSet, BuildRecord } from '../../generated/codearts-build/schema.js';
import {
  booleanRule,
  checkOptions,
  checkValue,
  nonEmptyString,
  nonNegativeInteger,
  objectRule,
  positiveInteger,
  signalRule,
  type Rule,
} from '../errors/check-options.js';
import { AmbiguousStartError } from '../errors/codearts-error.js';
import { ApiError } from '../errors/request-errors.js';
import { throwIfAborted } from '../http/timing.js';
import { callOptionRules } from '../operations/caller.js';
import type { CallOptions } from '../operations/contract.js';
import {
  createBuildApi,
  type ApiVersion,
  type BuildApi,
  type BuildStep,
  type BuildSummary,
  type StartBuildInput,
} from './build-api.js';
import {
  createLogCursor,
  createLogReader,
  followLog,
  parseLogLine,
  positionOf,
  type LogLine,
  type LogPosition,
} from './log.js';
import { waitForBuild, type Build, type WaitOptions } from './wait.js';

/** A serialized build: what `attachBuild` accepts, and the result of `JSON.stringify` for a `BuildRun`. */
export interface BuildHandle {
  jobId: string;
  buildNo: number;
  /** @default 'v1' */
  apiVersion?: ApiVersion | undefined;
  /** Position of the last reader of the log. @default the start */
  log?: LogPosition | undefined;
}

/** A handle with all optional members. */
interface CompleteHandle extends BuildHandle {
  apiVersion: ApiVersion;
  log: LogPosition;
}

const LOG_START: LogPosition = { offset: 0, rest: '' };

const apiVersionRule: Rule = [`'v1' or 'v3'`, (value) => value === 'v1' || value === 'v3'];

/** Checks a handle, which may come from anywhere. Other members are ignored. @throws TypeError if it names no build. */
function parseHandle(handle: BuildHandle): CompleteHandle {
  checkValue('handle', handle, objectRule);
  const { jobId, buildNo, apiVersion = 'v1', log = LOG_START } = handle;
  checkValue('jobId', jobId, nonEmptyString);
  checkValue('buildNo', buildNo, positiveInteger);
  checkValue('apiVersion', apiVersion, apiVersionRule);
  checkValue('log', log, objectRule);
  checkValue('log.offset', log.offset, nonNegativeInteger);
  checkValue('log.rest', log.rest, ['a string', (value) => typeof value === 'string']);
  return { jobId, buildNo, apiVersion, log: { offset: log.offset, rest: log.rest } };
}

/** Options of `log` and `parsedLog`. */
export interface LogOptions {
  /** Aborts the iteration, which rejects with `signal.reason`. */
  signal?: AbortSignal | undefined;
  /** Offset to start at, as in the `log` of a handle. @default the position of the last reader of this build, initially 0 */
  offset?: number | undefined;
  /** Starts with this number of lines at the end of the current log. */
  tail?: number | undefined;
  /** Whether to continue until the build has finished. @default true */
  follow?: boolean | undefined;
}

/** A build that was started. Serialize it with `JSON.stringify` to resume it in another process. */
export interface BuildRun {
  readonly jobId: string;
  readonly buildNo: number;
  /**
   * Resolves with the record when the build has finished.
   *
   * Polls every 2 to 30 seconds, more often near the usual end. Tolerates up to five consecutive failed polls; 401, 403 and 404 reject immediately.
   *
   * @throws BuildFailedError if the build did not succeed, unless `throwOnFailure` is `false`.
   * @throws TimeoutError after `timeoutMs` or `queueTimeoutMs`. The build continues.
   */
  wait(options?: WaitOptions): Promise<BuildRecord>;
  /** Iterates over the lines of the log until the build has finished. Another reader continues at the position of the last one. */
  log(options?: LogOptions): AsyncIterableIterator<string>;
  /** The same, with each line split into its parts. */
  parsedLog(options?: LogOptions): AsyncIterableIterator<LogLine>;
  /** Stops (cancels) the build. Has no effect if it has finished. */
  stop(options?: CallOptions): Promise<void>;
  /** Returns the artifacts of the build. */
  outputs(options?: CallOptions): Promise<BuildOutputSet>;
  /** Returns the steps of the build in order. */
  steps(options?: CallOptions): Promise<BuildStep[]>;
  toJSON(): BuildHandle;
}

/** Options of `startBuild`. The options of a call apply to the request that starts the build. */
export interface StartBuildOptions extends CallOptions {
  /** Version of the operations to use. Regions with only the 2023 API require `v3`. @default 'v1' */
  apiVersion?: ApiVersion | undefined;
}

/** What the builds of a client share. */
export interface BuildContext extends Pick<Build, 'endpoint' | 'clock' | 'random' | 'emit'> {
  readonly api: CodeArtsBuildOperations;
}

/** Clocks differ, so the start time of a build may be before its request. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Timeout for the lookup of builds after a lost response. */
const LOOKUP_DEADLINE_MS = 5_000;

const startRules: Record<Exclude<keyof StartBuildOptions, keyof CallOptions>, Rule> = { apiVersion: apiVersionRule };

const logRules: Record<keyof LogOptions, Rule> = {
  signal: signalRule,
  offset: nonNegativeInteger,
  tail: nonNegativeInteger,
  follow: booleanRule,
};

/** Returns whether a build may have been started. Every error of a request says so itself. */
const mayHaveStarted = (error: unknown): boolean => (error as { mayHaveRun?: unknown }).mayHaveRun === true;

/** Starts a build. If it may have been started, looks up the builds of the task and sends nothing again. */
export async function startBuild(
  context: BuildContext,
  input: StartBuildInput,
  startOptions: StartBuildOptions = {},
): Promise<BuildRun> {
  checkValue('the input of startBuild', input, objectRule);
  checkValue('job_id', input.job_id, nonEmptyString);
  checkOptions(startOptions, [startRules, callOptionRules], 'startBuild');
  const { apiVersion = 'v1', ...options } = startOptions;
  const operations = createBuildApi(apiVersion, context.api);
  const jobId = input.job_id;
  const sentAt = context.clock.now();
  let cause: unknown = new Error('the response contains no build number');
  try {
    const buildNo = await operations.start(input, options);
    if (buildNo !== undefined) return createBuildRun(context, { jobId, buildNo, apiVersion, log: LOG_START });
  } catch (error) {
    if (!mayHaveStarted(error)) throw error;
    cause = error;
  }
  throwIfAborted(options.signal);
  let builds: BuildSummary[] | undefined;
  try {
    builds = await operations.recentBuilds(jobId, { signal: options.signal, deadlineMs: LOOKUP_DEADLINE_MS });
  } catch {
    throwIfAborted(options.signal);
  }
  const candidates = (builds ?? [])
    .filter(({ startedAt }) => !startedAt || startedAt.getTime() >= sentAt - CLOCK_TOLERANCE_MS)
    .sort((a, b) => b.buildNo - a.buildNo);
  throw new AmbiguousStartError<BuildSummary>({ jobId, candidates, checked: builds !== undefined, cause });
}

/** Attaches to a build that was started earlier. Sends no request. */
export const attachBuild = (context: BuildContext, handle: BuildHandle): BuildRun =>
  createBuildRun(context, parseHandle(handle));

/** The service rejects stopping a build that has finished, which is ignored. */
async function stopBuild(operations: BuildApi, jobId: string, buildNo: number, options: CallOptions): Promise<void> {
  try {
    await operations.stop(jobId, buildNo, options);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'DEV.CB.032302')) throw error;
  }
}

function createBuildRun(
  context: BuildContext,
  { jobId, buildNo, apiVersion, log: position }: CompleteHandle,
): BuildRun {
  const { clock } = context;
  const operations = createBuildApi(apiVersion, context.api);
  const stop = (options: CallOptions = {}): Promise<void> => stopBuild(operations, jobId, buildNo, options);
  const build: Build = { ...context, operations, jobId, buildNo, stop };
  let cursor = createLogCursor(position);

  async function* log(options: LogOptions = {}): AsyncGenerator<string, void, undefined> {
    checkOptions(options, [logRules], 'log');
    const { signal, offset, tail, follow = true } = options;
    if (offset !== undefined) cursor = createLogCursor({ offset, rest: '' });
    const reader = createLogReader(operations, build, signal);
    if (tail !== undefined) {
      const lines: string[] = [];
      for await (const line of followLog(reader, cursor, { clock, follow: false, signal })) {
        lines.push(line);
        if (lines.length > tail) lines.shift();
      }
      yield* lines;
      if (!follow) return;
    }
    yield* followLog(reader, cursor, { clock, follow, signal });
  }

  return {
    jobId,
    buildNo,
    wait: (options = {}) => waitForBuild(build, options),
    log,
    async *parsedLog(options) {
      for await (const line of log(options)) yield parseLogLine(line);
    },
    stop,
    outputs: (options = {}) => operations.outputs(jobId, buildNo, options),
    steps: (options = {}) => operations.steps(jobId, buildNo, options),
    toJSON: () => ({ jobId, buildNo, apiVersion, log: positionOf(cursor) }),
  };
}
