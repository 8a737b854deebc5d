import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import { check, fromOne } from '../check.js';
import { createSchedule } from './schedule.js';
import type { WaitOptions } from './wait.js';

/** What can be waited for: a `BuildRun`. */
export interface Waitable {
  wait(options?: WaitOptions): Promise<BuildRecord>;
}

/**
 * Waits for several builds. Their polls share the client's pace after a 429, and run `concurrency` at a time.
 *
 * @returns how each ended, in the order of `runs`: a record, or the error that its `wait` would have thrown.
 */
export async function waitAll(
  runs: readonly Waitable[],
  { concurrency = 4, ...options }: WaitOptions & { concurrency?: number | undefined } = {},
): Promise<PromiseSettledResult<BuildRecord>[]> {
  check('concurrency', concurrency, fromOne);
  check('runs', runs, [
    'an array of builds',
    (value) =>
      Array.isArray(value) && value.every((run) => typeof (run as Partial<Waitable> | null)?.wait === 'function'),
  ]);
  const schedule = createSchedule(concurrency);
  return Promise.allSettled(runs.map((run) => run.wait({ ...options, schedule })));
}
