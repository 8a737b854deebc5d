/** Who may ask the service when, where many builds are waited for. */

/** Runs requests, perhaps later: those of `p-limit` fit, for example. */
export type Schedule = <T>(request: () => Promise<T>) => Promise<T>;

/** Runs so many at a time, in the order in which they came. */
export function createSchedule(width: number): Schedule {
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
