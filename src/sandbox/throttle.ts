/** Limits of requests by the names of the gateway's policies. */
import { gatewayError } from './error.js';
import type { Operation } from './router.js';

/** Requests a minute by the name of the policy; `true` takes the defaults. */
export type ThrottlingOption = boolean | Readonly<Record<string, number>>;

const WINDOW_MS = 60_000;

/**
 * Requests a minute, for one caller and one operation. The vendor publishes the policies' names only; the numbers in them are read as
 * requests a minute, and the one without a number is given a number here.
 */
const LIMITS: Readonly<Record<string, number>> = {
  cloudbuild_ext: 60,
  five_50_min: 50,
  ten_50_min: 50,
  ten_120_min: 120,
  ten_20_min: 20,
  ten_180_min: 180,
};

/** Operations whose policy does not follow from path and method. */
const POLICIES: Readonly<Record<string, string>> = {
  downloadBuildRealTimeLog: 'ten_180_min',
  downloadBuildFullLog: 'ten_20_min',
  addFavouriteTask: 'ten_20_min',
  removerFavouriteTask: 'ten_20_min',
  addFavouriteCustomTemplate: 'ten_20_min',
  removerFavouriteCustomTemplate: 'ten_20_min',
  addFavouriteOfficialTemplate: 'ten_20_min',
  removerFavouriteOfficialTemplate: 'ten_20_min',
  listGroupTree: 'ten_120_min',
  listRecords: 'ten_120_min',
  listRepoBranch: 'ten_120_min',
  listRepository: 'ten_120_min',
  showBuildParamsList: 'ten_120_min',
  showBuildRecord: 'ten_120_min',
  showBuildRecordFullStages: 'ten_120_min',
  showDomainsStatuses: 'ten_120_min',
  showJobBuildRecordDetail: 'ten_120_min',
  showProjectJobPermission: 'ten_120_min',
};

/** The policy of an operation; undefined where none is known, as with IAM and ServiceStage. */
export function policyOf({ api, id, path, method }: Operation): string | undefined {
  if (api !== 'codearts-build') return undefined;
  if (/^\/v[34]\//.test(path)) return 'cloudbuild_ext';
  return POLICIES[id] ?? (method === 'GET' ? 'ten_50_min' : 'five_50_min');
}

/** Counts a request. @throws SandboxError 429 with `Retry-After` where the limit is reached. */
export type Throttle = (operation: Operation, callerId: string, now: number) => void;

function readLimits(option: ThrottlingOption): Readonly<Record<string, number>> {
  if (typeof option === 'boolean') return LIMITS;
  for (const [policy, limit] of Object.entries(option)) {
    if (!Object.hasOwn(LIMITS, policy)) {
      throw new TypeError(`throttling: the policies are ${Object.keys(LIMITS).join(', ')}, and not ${policy}`);
    }
    if (!Number.isSafeInteger(limit) || limit < 1) {
      throw new TypeError(`throttling: ${policy} must be a number of requests from 1, and is ${String(limit)}`);
    }
  }
  return { ...LIMITS, ...option };
}

/** Creates what counts requests. @throws TypeError on an unknown policy or a wrong number. */
export function createThrottle(option: ThrottlingOption): Throttle {
  const limits = readLimits(option);
  if (option === false) return () => {};
  const windows = new Map<string, { since: number; count: number }>();
  return (operation, callerId, now) => {
    const policy = policyOf(operation);
    const limit = policy === undefined ? undefined : limits[policy];
    if (policy === undefined || limit === undefined) return;
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
