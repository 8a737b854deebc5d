/** Following many builds with shared requests. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import type { BuildContext } from './build-api.js';
import type { BuildRun } from './build-run.js';
import type { BuildEvent } from './events.js';
import type { FollowOptions, WaitOptions } from './watch-options.js';

/** Options of `followAll`. */
export interface FollowAllOptions extends FollowOptions {
  /** Budget of each list operation. @default 80 % of its rate limit */
  requestsPerMinute?: number | undefined;
}

/** Options of `waitAll`. */
export interface WaitAllOptions extends WaitOptions {
  /** Budget of each list operation. @default 80 % of its rate limit */
  requestsPerMinute?: number | undefined;
}

/** What `waitAll` accepts: a `BuildRun`. */
export interface Waitable {
  wait(options?: WaitOptions): Promise<BuildRecord>;
}

/** The project to watch, by ID or by name. */
export type WatchProjectInput = { projectId: string; project?: never } | { project: string; projectId?: never };

/** Options of `watchProject`. */
export interface WatchProjectOptions {
  /** Ends the iteration, without an error. */
  signal?: AbortSignal | undefined;
  /** Whether builds that run already are included. @default true */
  existing?: boolean | undefined;
}

/**
 * Follows many builds with shared polls. `log`, `steps` and `outputs` default to false.
 */
export function followAll(_runs: Iterable<BuildRun>, _options?: FollowAllOptions): AsyncIterableIterator<BuildEvent> {
  throw new Error('not written yet');
}
/**
 * Waits for several builds with shared polls.
 *
 * @returns the result of each build in the order of `runs`: a record, or the error that its `wait` would have thrown.
 */
export function waitAll(
  _runs: readonly Waitable[],
  _options?: WaitAllOptions,
): Promise<PromiseSettledResult<BuildRecord>[]> {
  throw new Error('not written yet');
}
export function watchProject(
  _context: BuildContext,
  _input: WatchProjectInput,
  _options?: WatchProjectOptions,
): AsyncIterableIterator<BuildEvent> {
  throw new Error('not written yet');
}
