/** Options of all ways to wait for a build. */
import {
  booleanRule,
  functionRule,
  milliseconds,
  nonNegativeInteger,
  positiveInteger,
  signalRule,
  type Rule,
} from '../errors/check-options.js';
import { onAbortRule } from './build-input.js';
import type { Limiter } from './limiter.js';

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

/** Options of every function that waits for a build. */
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

/** Start position of the log, and limits of the read. */
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

const watchRules: Record<keyof WatchOptions, Rule> = {
  signal: signalRule,
  onAbort: onAbortRule(),
  timeoutMs: milliseconds,
  queueTimeoutMs: milliseconds,
  limiter: functionRule,
};

const rangeRules: Record<keyof LogRange, Rule> = {
  offset: nonNegativeInteger,
  tail: nonNegativeInteger,
  maxLineLength: positiveInteger,
  maxLogLength: positiveInteger,
};

export const waitRules: Record<keyof WaitOptions, Rule> = {
  ...watchRules,
  throwOnFailure: booleanRule,
  onProgress: functionRule,
};

export const followRules: Record<keyof FollowOptions, Rule> = {
  ...watchRules,
  ...rangeRules,
  log: booleanRule,
  steps: booleanRule,
  outputs: booleanRule,
};

export const logRules: Record<keyof LogOptions, Rule> = {
  ...rangeRules,
  signal: signalRule,
  follow: booleanRule,
  limiter: functionRule,
};
