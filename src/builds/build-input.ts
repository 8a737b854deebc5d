/** What starts a build or names one. */
import type { CallOptions } from '../operations/contract.js';

/** `v1`: the current operations. `v3`: those of the 2023 reference, which are the only ones in some regions. */
export type ApiVersion = 'v1' | 'v3';

/** A task by ID, or by name. A name must match exactly; without `project`, all projects of the caller are searched. */
export type BuildTarget =
  { jobId: string; task?: never; project?: never } | { task: string; project?: string | undefined; jobId?: never };

/** The code to build. Without a member: the default of the task. */
export type Revision =
  | { branch?: string | undefined; commit?: string | undefined; tag?: never }
  | { tag: string; branch?: never; commit?: never };

/** Values of build parameters by name. Numbers and booleans are sent as strings. */
export type BuildParameters = Readonly<Record<string, string | number | boolean>>;

/** Input of `startBuild`: the task, the code, and values of build parameters. */
export type StartBuildInput = BuildTarget &
  Revision & {
    params?: BuildParameters | undefined;
  };

/** Options of `startBuild`. The options of a call apply to the request that starts the build. */
export interface StartBuildOptions extends CallOptions {
  /** Version of the operations to use. Regions with only the 2023 API require `v3`. @default 'v1' */
  apiVersion?: ApiVersion | undefined;
  /**
   * Checks `params` against the definitions of the task before the start, with one more request.
   *
   * A name that is unknown, or a value that is not a choice, throws a `TypeError`. @default false
   */
  checkParams?: boolean | undefined;
  /**
   * What happens if `signal` aborts while the start is in flight. `stop` waits up to 5 s for the response, or looks the build up, then stops it.
   *
   * @default 'detach'
   */
  onAbort?: 'stop' | 'detach' | undefined;
}

/** Position in a log, for resuming in this or another process. */
export interface LogPosition {
  /** Offset of the next chunk, as the service counts. */
  offset: number;
  /** Text that was read and not yielded: complete lines, and the start of the next one. */
  rest: string;
}

/** A serialized build: what `attachBuild` accepts, and the result of `JSON.stringify` for a `BuildRun`. */
export interface BuildHandle {
  jobId: string;
  buildNo: number;
  /** @default 'v1' */
  apiVersion?: ApiVersion | undefined;
  /** Name of the task, for messages and events. */
  task?: string | undefined;
  /** Position of the last reader of the log. @default the start */
  log?: LogPosition | undefined;
}

/** A task and a number, or which build if there is no number. @default the latest build */
export type AttachTarget = BuildTarget & { buildNo?: number | undefined; which?: 'latest' | 'running' | undefined };

/** Options of `attachBuild` by name. */
export interface AttachOptions extends CallOptions {
  /** @default 'v1' */
  apiVersion?: ApiVersion | undefined;
}
