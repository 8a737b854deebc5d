/** Limits of requests by the names of the gateway's policies. */
import { gatewayError } from './error.js';
import type { Operation } from './router.js';

/** Requests a minute by the name of the policy; `true` takes the defaults. */
export type ThrottlingOption = boolean | Readonly<Record<string, number>>;

const WINDOW_MS = 60_000;

/** What a policy without a number in its name lets through. */
const DEFAULT_LIMIT = 60;

/** The policy of an operation; undefined where none is published. */
const policyOf = (operation: Operation): string | undefined => operation.description['x-ratelimit-policy'];

/**
 * Requests a minute, for one caller and one operation. The vendor publishes the policies' names only; a number in them, as in `ten_50_min`,
 * is read as requests a minute.
 */
const limitOf = (policy: string): number => Number(/_(\d+)_min$/.exec(policy)?.[1] ?? DEFAULT_LIMIT);

/** Counts a request. @throws SandboxError 429 with `Retry-After` where the limit is reached. */
export type Throttle = (operation: Operation, callerId: string, now: number) => void;

function readLimits(option: ThrottlingOption, operations: readonly Operation[]): ReadonlyMap<string, number> {
  const policies = operations.map(policyOf).filter((policy) => policy !== undefined);
  const limits = new Map(policies.map((policy) => [policy, limitOf(policy)]));
  for (const [policy, limit] of Object.entries(typeof option === 'object' ? option : {})) {
    if (!limits.has(policy)) {
      throw new TypeError(`throttling: the policies are ${[...limits.keys()].join(', ')}, and not ${policy}`);
    }
    if (!Number.isSafeInteger(limit) || limit < 1) {
      throw new TypeError(`throttling: ${policy} must be a number of requests from 1, and is ${String(limit)}`);
    }
    limits.set(policy, limit);
  }
  return limits;
}

/** Creates what counts requests. @throws TypeError on an unknown policy or a wrong number. */
export function createThrottle(option: ThrottlingOption, operations: readonly Operation[]): Throttle {
  const limits = readLimits(option, operations);
  if (option === false) return () => {};
  const windows = new Map<string, { since: number; count: number }>();
  return (operation, callerId, now) => {
    const policy = policyOf(operation);
    if (policy === undefined) return;
    const limit = limits.get(policy)!;
    const key = `${callerId} ${operation.name}`;
    const known = windows.get(key);
    const window = known && now < known.since + WINDOW_MS ? known : { since: now, count: 0 };
    windows.set(key, window);
    if (window.count >= limit) {
      const seconds = Math.ceil((window.since + WINDOW_MS - now) / 1000);
      const message = `The throttling threshold has been reached: policy ${policy} over ratelimit,limit:${String(limit)},time:1 minute`;
      throw gatewayError(429, 'APIGW.0308', message, { 'retry-after': String(seconds) });
    }
    window.count += 1;
  };
}
