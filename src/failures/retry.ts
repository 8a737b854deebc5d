/** Whether and when a failed attempt is repeated. Pure: time and randomness come in as arguments. */

/** What stands between a failed attempt and the next one. */
export type RetryReason = 'connect' | 'network' | 'timeout' | 'throttled' | 'server' | 'clock-skew' | 'expired';

/** Codes of status 500 that ask to try again: "Network busy", "Too many requests". */
const TRANSIENT_500 = new Set(['CB.00060100', 'CB.00060211']);

/**
 * Why an answer is worth a second attempt, or undefined where it is not.
 *
 * A 429 did not run, so anything may be repeated after it. The others may have run.
 */
export function retryReason(status: number, code: string | undefined, mayRunTwice: boolean): RetryReason | undefined {
  if (status === 429) return 'throttled';
  if (!mayRunTwice) return undefined;
  if (status === 500 && code !== undefined && TRANSIENT_500.has(code)) return 'server';
  return [408, 502, 503, 504].includes(status) ? 'server' : undefined;
}

const MAX_BACKOFF_MS = 20_000;

/** A server may ask for this much; what asks for more is told to the caller instead. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** Full jitter: anything between nothing and `base · 2^retry`, 20 s at most. After a 429 the base is 1 s, else 200 ms. */
export function backoffMs(retry: number, reason: RetryReason, random: () => number): number {
  return random() * Math.min((reason === 'throttled' ? 1_000 : 200) * 2 ** retry, MAX_BACKOFF_MS);
}

/** Reads `Retry-After`, seconds or an HTTP date, as milliseconds from now. Undefined where it is missing or neither. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const trimmed = value.trim();
  if (/^\d+$/.test(trimmed)) return Number(trimmed) * 1_000;
  if (!/^[A-Z][a-z]{2}.*\d.*GMT$/.test(trimmed)) return undefined;
  const time = Date.parse(trimmed);
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

/** Pays for repeated attempts, so that a service that is down is not sent several times the traffic. */
export interface RetryBudget {
  /** Takes what a repetition costs; false where that is no longer there. */
  take(reason: RetryReason): boolean;
  /** Gives a little back after a success. */
  refill(): void;
}

const CAPACITY = 500;
const COST = 5;
const TIMEOUT_COST = 10;

/** A bucket of 500 tokens: a repetition costs 5, after a timeout 10; each success brings 1 back. */
export function createRetryBudget(): RetryBudget {
  let tokens = CAPACITY;
  return {
    take(reason) {
      const cost = reason === 'timeout' ? TIMEOUT_COST : COST;
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    refill() {
      tokens = Math.min(CAPACITY, tokens + 1);
    },
  };
}
