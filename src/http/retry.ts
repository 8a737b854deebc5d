/** Whether a request may have run, and whether and when it is retried. Pure: time and randomness are arguments. */

/** Why a request is sent again. */
export type RetryReason = 'connect' | 'network' | 'timeout' | 'throttled' | 'server' | 'clock-skew' | 'expired';

/** How far a failed attempt got. */
export interface AttemptFailure {
  /** `false`: no connection was established. */
  readonly sent: boolean;
  /** Undefined: no response headers arrived. A successful status: the body broke off. */
  readonly status: number | undefined;
  readonly timedOut: boolean;
  /** Whether another attempt would fail in the same way, such as after a certificate that is not trusted. */
  readonly permanent: boolean;
  /** Error code of the service, if the body could be read. */
  readonly code: string | undefined;
}

/** Returns whether the service may have processed the request. This is the only place that decides it. */
export function mayHaveRun({ sent, status }: Pick<AttemptFailure, 'sent' | 'status'>): boolean {
  if (!sent) return false;
  if (status === undefined || status < 300) return true;
  return status >= 500 || status === 408;
}

/** Codes that ask to try again: "Network busy", "Too many requests". */
const TRANSIENT_CODE = /^(DEV\.?)?CB\.0006(0100|0211)$/;

/** Returns why another attempt is worthwhile; undefined if it is not, or if the request may have run and must not run twice. */
export function retryReason(failure: AttemptFailure, idempotent: boolean): RetryReason | undefined {
  const { sent, status, timedOut, permanent, code } = failure;
  if (!sent) return permanent ? undefined : 'connect';
  if (status === 429) return 'throttled';
  if (!idempotent) return undefined;
  if (status === undefined || status < 300) return timedOut ? 'timeout' : 'network';
  if ((status === 400 || status >= 500) && code !== undefined && TRANSIENT_CODE.test(code)) return 'server';
  return [408, 502, 503, 504].includes(status) ? 'server' : undefined;
}

const MAX_BACKOFF_MS = 20_000;

/** Longest `Retry-After` that is waited for by default. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** How long a call without a deadline waits for rate limits in total. */
export const MAX_THROTTLED_MS = 10 * 60_000;

/** Full jitter: a random delay up to `base · 2^retry`, at most 20 s. The base is 1 s after a 429, otherwise 200 ms. */
export function backoffMs(retry: number, reason: RetryReason, random: () => number): number {
  return random() * Math.min((reason === 'throttled' ? 1_000 : 200) * 2 ** retry, MAX_BACKOFF_MS);
}

/** An HTTP date is 29 characters long; older forms are a little longer. */
const MAX_DATE_LENGTH = 40;

/** Parses `Retry-After`, seconds or an HTTP date, as milliseconds from now. Undefined if it is missing or neither of them. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1_000;
  if (text.length > MAX_DATE_LENGTH || !/^[A-Z][a-z]{2}/.test(text) || !text.endsWith('GMT')) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

/** Limits the retries of a client, so that a service that is down does not get several times the traffic. */
export interface RetryBudget {
  /** Takes the cost of a retry. Returns `false` if the budget is used up. */
  take(reason: RetryReason): boolean;
  /** Returns a part of the budget after a success. */
  refill(): void;
}

const CAPACITY = 500;
const COST = 5;
const TIMEOUT_COST = 10;

/** A bucket of 500 tokens: a retry costs 5, after a timeout 10. Each success returns 1. What a rate limit delays costs nothing. */
export function createRetryBudget(): RetryBudget {
  let tokens = CAPACITY;
  return {
    take(reason) {
      const cost = reason === 'throttled' ? 0 : reason === 'timeout' ? TIMEOUT_COST : COST;
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    refill() {
      tokens = Math.min(CAPACITY, tokens + 1);
    },
  };
}
