/** Limits on requests: how many at the same time, and how many a minute. */
import { checkOptions, checkValue, isObject, positiveInteger, type Rule } from '../errors/check-options.js';
import { raceAbort, systemClock, type Clock } from '../http/timing.js';

/** Runs requests, possibly later. A function of `p-limit` fits. */
export type Limiter = <T>(request: () => Promise<T>) => Promise<T>;

/** Runs a request by a limiter, or immediately without one. An abort ends the wait for its turn. */
export const runLimited = <T>(
  limiter: Limiter | undefined,
  request: () => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> => raceAbort(limiter ? limiter(request) : request(), signal);

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

/** Budgets of requests: one for each operation of a client. */
export interface Budgets {
  /** Waits until the operation can be requested, and takes one request from its budget. */
  take(operation: string, signal?: AbortSignal): Promise<void>;
  /** Halves the rate of an operation after a 429. It recovers by a tenth per minute. */
  throttled(operation: string): void;
}

/** Rate limit of operations whose policy has no number. */
const ASSUMED_RATE = 60;
/** Share of a rate limit that polls use. */
const SHARE = 0.8;
/** Share of a minute's requests that can be sent without a delay. */
const BURST_SHARE = 0.15;

interface Bucket {
  tokens: number;
  updatedAt: number;
  /** Requests per minute without throttling. */
  readonly rate: number;
  /** From 0 to 1, lowered by throttling. */
  factor: number;
}

/**
 * Creates token buckets that allow 80 % of the rate limit of each operation.
 *
 * @param rateOf Returns the rate limit of an operation in requests per minute.
 */
export function createBudgets(clock: Clock, rateOf: (operation: string) => number | undefined): Budgets {
  const buckets = new Map<string, Bucket>();

  function bucketOf(operation: string): Bucket {
    let bucket = buckets.get(operation);
    const now = clock.now();
    if (!bucket) {
      const rate = (rateOf(operation) ?? ASSUMED_RATE) * SHARE;
      bucket = { tokens: Math.max(1, rate * BURST_SHARE), updatedAt: now, rate, factor: 1 };
      buckets.set(operation, bucket);
    }
    // The clock may have been set back since.
    const minutes = Math.max(0, now - bucket.updatedAt) / 60_000;
    bucket.tokens = Math.min(
      Math.max(1, bucket.rate * BURST_SHARE),
      bucket.tokens + minutes * bucket.rate * bucket.factor,
    );
    bucket.factor = Math.min(1, bucket.factor + minutes / 10);
    bucket.updatedAt = now;
    return bucket;
  }

  return {
    async take(operation, signal) {
      const bucket = bucketOf(operation);
      bucket.tokens -= 1;
      if (bucket.tokens >= 0) return;
      try {
        await clock.sleep(Math.ceil((-bucket.tokens / (bucket.rate * bucket.factor)) * 60_000), signal);
      } catch (error) {
        bucket.tokens += 1; // not sent
        throw error;
      }
    },
    throttled(operation) {
      const bucket = bucketOf(operation);
      bucket.factor = Math.max(0.05, bucket.factor / 2);
      bucket.tokens = Math.min(bucket.tokens, 0);
    },
  };
}
