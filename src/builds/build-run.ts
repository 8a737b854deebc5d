/** A build that was started: follow it, wait for it, list its artifacts, stop it. */
import type { CodeArtsBuildOperations } from '../../generated/codearts-build/operations.js';
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import type { EventListener } from '../http/events.js';
import type { Clock } from '../http/timing.js';
import type { CallOptions, Download } from '../operations/contract.js';
import type {
  AttachOptions,
  AttachTarget,
  BuildHandle,
  BuildParameters,
  Revision,
  StartBuildInput,
  StartBuildOptions,
} from './build-input.js';
import type { BuildArtifact, BuildEvent, BuildFailure, BuildStep } from './events.js';
import type { Limiter } from './limiter.js';
import type { LogLine } from './log-line.js';

/** Progress of a build. */
export interface BuildProgress {
  /** Status, as the service spells it; `queued` or `running` if it reports none. */
  status: string;
  /** Name of the running step; undefined if none runs, or it is unknown. */
  step: string | undefined;
  /** Time since the start of the build, or in the queue, in milliseconds. By the clock of the service. */
  elapsedMs: number;
  /** Usual duration in milliseconds: the median of the successful builds of the task. Undefined if there are none. */
  expectedMs: number | undefined;
  /** Up to 95 at the usual duration, up to 99 after it, 100 if the build has finished. Undefined without a usual duration. */
  percent: number | undefined;
  /** Something unusual, such as an unknown status. */
  note: string | undefined;
}

/** What all ways to wait for a build have in common. */
export interface WatchOptions {
  /** Aborts the wait, which rejects with `signal.reason`. `onAbort` decides about the build. */
  signal?: AbortSignal | undefined;
  /** Whether an abort stops the build, or lets it run. @default 'detach' */
  onAbort?: 'stop' | 'detach' | undefined;
  /** Timeout of the build in milliseconds, from its `start_time` by the clock of the service. No limit by default. */
  timeoutMs?: number | undefined;
  /** Timeout in the queue in milliseconds. No limit by default. */
  queueTimeoutMs?: number | undefined;
  /** Runs each request, to limit the requests for many builds. @default immediately */
  limiter?: Limiter | undefined;
}

/** Options of `wait`. */
export interface WaitOptions extends WatchOptions {
  /** Whether a build that does not succeed is an error. @default true */
  throwOnFailure?: boolean | undefined;
  /** Called after every poll. Costs more requests, for the name of the step. */
  onProgress?: ((progress: BuildProgress) => void) | undefined;
}

/** Where the log starts, and limits on what is read. */
export interface LogRange {
  /** Offset to start at, as in the `log` of a handle. @default the position of the last reader of this build, initially 0 */
  offset?: number | undefined;
  /** Starts with this number of lines at the end of the current log. */
  tail?: number | undefined;
  /** Longest line, in characters. A longer one rejects with a `LogLimitError`. @default 16777216 */
  maxLineLength?: number | undefined;
  /** Longest log, in characters. A longer one rejects with a `LogLimitError`. @default 1073741824 */
  maxLogLength?: number | undefined;
}

/** Options of `follow`. */
export interface FollowOptions extends WatchOptions, LogRange {
  /** Whether to yield the lines of the log. @default true */
  log?: boolean | undefined;
  /** Whether to yield the steps. @default true */
  steps?: boolean | undefined;
  /** Whether the `end` event contains the artifacts. @default true */
  outputs?: boolean | undefined;
}

/** Options of `log` and `parsedLog`. */
export interface LogOptions extends LogRange {
  /** Aborts the iteration, which rejects with `signal.reason`. */
  signal?: AbortSignal | undefined;
  /** Whether to continue until the build has finished. @default true */
  follow?: boolean | undefined;
  /** Runs each request, to limit the requests for many builds. @default immediately */
  limiter?: Limiter | undefined;
}

/** A build that was started. Serialize it with `JSON.stringify` to resume it in another process. */
export interface BuildRun {
  readonly jobId: string;
  readonly buildNo: number;
  /** Name of the task, if it was started or attached by name. */
  readonly task: string | undefined;
  /** Iterates over events until the build has finished and its log is read. A failed build ends in an `end` event, not in an error. */
  follow(options?: FollowOptions): AsyncIterableIterator<BuildEvent>;
  /**
   * Resolves with the record when the build has finished. Shares requests with `follow()` and `log()`.
   *
   * Tolerates up to five consecutive failed polls; 401, 403 and 404 reject immediately.
   *
   * @throws BuildFailedError if the build did not succeed, unless `throwOnFailure` is `false`.
   * @throws TimeoutError after `timeoutMs` or `queueTimeoutMs`. The build continues.
   */
  wait(options?: WaitOptions): Promise<BuildRecord>;
  /** Iterates over the lines of the log until the build has finished. Another reader continues at the position of the last one. */
  log(options?: LogOptions): AsyncIterableIterator<string>;
  /** The same, with each line split into its parts. */
  parsedLog(options?: LogOptions): AsyncIterableIterator<LogLine>;
  /** Explains a failure: step, its log, error lines, analysis of the service. Undefined if the build succeeded or has not finished. Up to four requests. */
  failure(options?: CallOptions): Promise<BuildFailure | undefined>;
  /** Returns the steps of the build in order. */
  steps(options?: CallOptions): Promise<BuildStep[]>;
  /** Returns the artifacts of the build. */
  outputs(options?: CallOptions): Promise<BuildArtifact[]>;
  /** Downloads the whole log, the log of one step (name, key or index), or the JUnit coverage archive. */
  download(file: 'log' | 'coverage' | { step: string | number }, options?: CallOptions): Promise<Download>;
  /**
   * Starts a build with the same code and parameters; `changes` override them. Values of secret parameters cannot be read, so these keep the defaults of the
   * task.
   */
  rerun(changes?: Revision & { params?: BuildParameters | undefined }, options?: StartBuildOptions): Promise<BuildRun>;
  /** Stops (cancels) the build. Has no effect if it has finished. */
  stop(options?: CallOptions): Promise<void>;
  toJSON(): BuildHandle;
}

/** What the builds of a client share. */
export interface BuildContext {
  readonly api: CodeArtsBuildOperations;
  readonly endpoint: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: EventListener;
}

export type StartBuild = (input: StartBuildInput, options?: StartBuildOptions) => Promise<BuildRun>;
export interface AttachBuild {
  (handle: BuildHandle): BuildRun;
  (target: AttachTarget, options?: AttachOptions): Promise<BuildRun>;
}
export function startBuild(
  _context: BuildContext,
  _input: StartBuildInput,
  _options?: StartBuildOptions,
): Promise<BuildRun> {
  throw new Error('not written yet');
}
export function attachBuild(
  _context: BuildContext,
  _target: BuildHandle | AttachTarget,
  _options?: AttachOptions,
): BuildRun | Promise<BuildRun> {
  throw new Error('not written yet');
}
