/** Rate limits by the names of the gateway's policies. */
import { gatewayError } from './error.js';
import type { Operation } from './router.js';

/** Requests per minute by policy name; `true` for the defaults. */
export type ThrottlingOption = boolean | Readonly<Record<string, number>>;

const WINDOW_MS = 60_000;

/** Limit of a policy without a number in its name. */
const DEFAULT_LIMIT = 60;

/** Returns the policy of an operation; undefined if none is published. */
const policyOf = (operation: Operation): string | undefined => operation.description['x-ratelimit-policy'];

/**
 * Returns the requests per minute for one caller and one operation. Huawei Cloud publishes only the policy names; a number in the
 * name, as in `ten_50_min`, is read as requests per minute.
 */
const limitOf = (policy: string): number => Number(/_(\d+)_min$/.exec(policy)?.[1] ?? DEFAULT_LIMIT);

/** Counts a request. @throws SandboxError 429 with `Retry-After` if the limit is reached. */
export type Throttle = (operation: Operation, callerId: string, now: number) => void;

function readLimits(option: ThrottlingOption, operations: readonly Operation[]): ReadonlyMap<string, number> {
  const policies = operations.map(policyOf).filter((policy) => policy !== undefined);
  const limits = new Map(policies.map((policy) => [policy, limitOf(policy)]));
  for (const [policy, limit] of Object.entries(typeof option === 'object' ? option : {})) {
    if (!limits.has(policy)) {
      throw new TypeError(`throttling: policy must be one of ${[...limits.keys()].join(', ')}; received ${policy}`);
    }
    if (!Number.isSafeInteger(limit) || limit < 1) {
      throw new TypeError(`throttling: ${policy} must be a positive integer; received ${String(limit)}`);
    }
    limits.set(policy, limit);
  }
  return limits;
}

/** Creates the request counter. @throws TypeError if a policy is unknown or a limit is invalid. */
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
