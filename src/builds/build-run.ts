/** A build that was started: follow its log, wait for it, get what it made, stop it. */
import type { CodeArtsBuildOperations } from '../../generated/codearts-build/operations.js';
import type { BuildOutputSet, BuildRecord } from '../../generated/codearts-build/schema.js';
import { aBoolean, anObject, aSignal, check, checkOptions, fromZero, someText, type Rule } from '../check.js';
import type { CallOptions } from '../contract.js';
import { NetworkError, TimeoutError } from '../errors.js';
import { ApiError } from '../failures/api-error.js';
import { callOptionRules } from '../operation.js';
import { logSource, stopBuild, type Build, type BuildHost } from './build.js';
import { AmbiguousStartError } from './build-error.js';
import { generationRule, LOG_START, type BuildHandle, type WholeHandle } from './build-handle.js';
import {
  generationOf,
  type BuildStep,
  type GenerationName,
  type PastBuild,
  type StartBuildInput,
} from './generation.js';
import { createLogCursor, followLog, positionOf } from './log.js';
import { parseLogLine, type LogLine } from './log-line.js';
import { waitForBuild, type WaitOptions } from './wait.js';

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

/** What builds of a client share, and the operations that they are asked by. */
export interface BuildApi extends BuildHost {
  api: CodeArtsBuildOperations;
}

/** Clocks differ, and a build may bear a time before the request that asked for it. */
const CLOCK_TOLERANCE_MS = 60_000;

const startRules: Record<Exclude<keyof StartBuildOptions, keyof CallOptions>, Rule> = { generation: generationRule };

const logRules: Record<keyof LogOptions, Rule> = {
  signal: aSignal,
  from: fromZero,
  last: fromZero,
  follow: aBoolean,
};

/** Starts a build. Where it is not known whether it was started, the task's builds are looked at, and nothing is sent again. */
export async function startBuild(
  host: BuildApi,
  input: StartBuildInput,
  startOptions: StartBuildOptions = {},
): Promise<BuildRun> {
  check('the input of startBuild', input, anObject);
  check('job_id', input.job_id, someText);
  checkOptions(startOptions, [startRules, callOptionRules], 'startBuild');
  const { generation = 'current', ...options } = startOptions;
  const operations = generationOf(generation, host.api);
  const sentAt = host.clock.now();
  try {
    const buildNo = await operations.start(input, options);
    return createRun(host, { jobId: input.job_id, buildNo, generation, log: LOG_START });
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
export function createRun(host: BuildApi, { jobId, buildNo, generation, log: position }: WholeHandle): BuildRun {
  const build: Build = { host, operations: generationOf(generation, host.api), jobId, buildNo };
  const { operations } = build;
  let cursor = createLogCursor(position);

  async function* log(options: LogOptions = {}): AsyncGenerator<string, void, undefined> {
    checkOptions(options, [logRules], 'log');
    const { signal, from, last, follow = true } = options;
    if (from !== undefined) cursor = createLogCursor({ offset: from, rest: '' });
    const source = logSource(build, signal);
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
    wait: (options = {}) => waitForBuild(build, options),
    log,
    async *parsedLog(options) {
      for await (const line of log(options)) yield parseLogLine(line);
    },
    stop: (options = {}) => stopBuild(build, options),
    outputs: (options = {}) => operations.outputs(jobId, buildNo, options),
    steps: (options = {}) => operations.steps(jobId, buildNo, options),
    toJSON: () => ({ jobId, buildNo, generation, log: positionOf(cursor) }),
  };
}
