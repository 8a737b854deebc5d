/** Limits on requests: how many at the same time, and how many a minute. */
import { checkOptions, checkValue, isObject, positiveInteger, type Rule } from '../errors/check-options.js';
import { systemClock, type Clock } from '../http/timing.js';

/** Runs requests, possibly later. A function of `p-limit` fits. */
export type Limiter = <T>(request: () => Promise<T>) => Promise<T>;

/** Options of `createLimiter`. */
export interface LimiterOptions {
  /** Number of requests at the same time. No limit by default. */
  concurrency?: number | undefined;
  /** Number of requests that start within a minute, spread evenly. No limit by default. */
  requestsPerMinute?: number | undefined;
  /** The time, for tests. @default the clock of the machine */
  clock?: Clock | undefined;
}

const clockRule: Rule = [
  'an object with now and sleep',
  (value) => isObject(value) && [value['now'], value['sleep']].every((part) => typeof part === 'function'),
];

const rules: Record<keyof LimiterOptions, Rule> = {
  concurrency: positiveInteger,
  requestsPerMinute: positiveInteger,
  clock: clockRule,
};

/** Requests that can start without a delay after a pause. */
const BURST = 4;

/** Creates a limiter, to be shared by several waits. A number limits the requests at the same time. Requests start in their order. */
export function createLimiter(limit: number | LimiterOptions): Limiter {
  if (typeof limit === 'number') checkValue('limit', limit, positiveInteger);
  else checkOptions(limit, [rules], 'createLimiter');
  const options = typeof limit === 'number' ? { concurrency: limit } : limit;
  const { concurrency = Infinity, requestsPerMinute = Infinity, clock = systemClock } = options;
  const gapMs = 60_000 / requestsPerMinute;
  let free = concurrency;
  let nextAt = -Infinity;
  const queue: (() => void)[] = [];
  return async (request) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      const now = clock.now();
      // The clock may have been set back since.
      const startAt = Math.min(Math.max(now - (BURST - 1) * gapMs, nextAt), now + gapMs * 1_000);
      nextAt = startAt + gapMs;
      if (startAt > now) await clock.sleep(startAt - now);
      return await request();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}
