/** Caches a value that is fetched and may expire: an access key, a token, a project ID. */
import { onAbort } from '../http/timing.js';
import type {
  AuthenticateOptions,
  Authentication,
  AuthenticatorSession,
  ClientContext,
  OutgoingRequest,
} from '../http/authenticator.js';

export interface RefreshingCache<T> {
  /** Returns the current value, fetching it if needed. Concurrent callers share one fetch. Rejects with `signal.reason` on abort. */
  get(signal?: AbortSignal): Promise<T>;
  /** Returns another value than `rejected`, which the service did not accept. Callers with the same rejected value share one fetch. */
  renew(rejected: T, signal?: AbortSignal): Promise<T>;
}

/** Options of one fetch. */
export interface LoadOptions {
  /** Aborts when no caller waits for the fetch any more. */
  readonly signal: AbortSignal;
  /** Makes the fetch run to its end from now on, even if no caller waits: its result must not get lost. */
  readonly keepRunning: () => void;
}

/** A fetch in progress. */
interface Fetching<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  waiters: number;
  keepsRunning: boolean;
}

/** Maximum time before the expiry at which a value is refreshed. */
const REFRESH_AHEAD_MS = 5 * 60_000;

/** Delay after a refresh in the background failed. */
const RETRY_PAUSE_MS = 3_000;

/**
 * Creates a cache for what `load` returns.
 *
 * The value is refreshed in the background when 10 % of its lifetime is left, at most 5 minutes. If that fails, the current value is used until it expires, and
 * the refresh is retried after 3 s. A fetch is aborted when no caller waits for it any more, unless it asked to run to its end.
 */
export function createRefreshingCache<T extends object>(
  load: (options: LoadOptions) => Promise<T>,
  expiresAt: (value: T) => Date | undefined,
  { clock, emit }: Pick<ClientContext, 'clock' | 'emit'>,
  sourceOf: () => string | undefined = () => undefined,
): RefreshingCache<T> {
  let current: { value: T; endsAt: number; refreshAt: number } | undefined;
  let pending: Fetching<T> | undefined;
  let nextRefreshAt = 0;

  function store(value: T): void {
    const now = clock.now();
    const end = expiresAt(value)?.getTime() ?? Infinity;
    // A value that has expired before it arrived is the sign of a wrong clock. It is used, so that not every call fetches another one.
    const endsAt = end > now ? end : now + RETRY_PAUSE_MS;
    current = { value, endsAt, refreshAt: endsAt - Math.min(REFRESH_AHEAD_MS, (endsAt - now) / 10) };
  }

  /** Starts a fetch, or returns the one in progress. */
  function startFetch(): Fetching<T> {
    if (pending) return pending;
    const controller = new AbortController();
    const fetching: Fetching<T> = { promise: run(), controller, waiters: 0, keepsRunning: false };
    async function run(): Promise<T> {
      await Promise.resolve(); // `load` may return or throw synchronously, and `fetching` must be set by then
      try {
        const value = await load({ signal: controller.signal, keepRunning: () => (fetching.keepsRunning = true) });
        if (pending === fetching) {
          store(value);
          pending = undefined;
          emit({ type: 'credentials', outcome: 'loaded', source: sourceOf() });
        }
        return value;
      } catch (error) {
        if (pending === fetching) {
          pending = undefined;
          nextRefreshAt = clock.now() + RETRY_PAUSE_MS;
          emit({ type: 'credentials', outcome: 'failed', error });
        }
        throw error;
      }
    }
    fetching.promise.catch(() => {}); // no caller waits for a refresh in the background
    return (pending = fetching);
  }

  /** Ends a fetch that no caller waits for, unless it must run to its end. Its value is dropped. */
  function cancelFetch(fetching: Fetching<T>, reason: unknown): void {
    if (fetching.waiters > 0 || fetching.keepsRunning) return;
    if (pending === fetching) pending = undefined;
    fetching.controller.abort(reason);
  }

  function waitForFetch(signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const fetching = startFetch();
    fetching.waiters += 1;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        fetching.waiters -= 1;
        cancelFetch(fetching, signal!.reason);
        reject(signal!.reason);
      };
      const stop = signal && onAbort(signal, leave);
      fetching.promise.finally(stop).then(resolve, reject);
    });
  }

  function get(signal?: AbortSignal): Promise<T> {
    const now = clock.now();
    if (!current || now >= current.endsAt) return waitForFetch(signal);
    if (now >= current.refreshAt && now >= nextRefreshAt) startFetch();
    return Promise.resolve(current.value);
  }

  return {
    get,
    renew(rejected, signal) {
      if (current?.value === rejected) {
        current = undefined;
        // A refresh in the background started before the rejection, and may return the same value.
        if (pending) cancelFetch(pending, new Error('replaced after a rejection'));
      }
      return get(signal);
    },
  };
}

/**
 * Authenticates requests with a cached value, and renews it after a 401.
 *
 * @param secretOf Returns what distinguishes two values. A value that is fetched again unchanged would only be rejected again.
 */
export function createCachedSession<T extends object>(
  cache: RefreshingCache<T>,
  secretOf: (value: T) => string,
  authenticate: (
    value: T,
    request: OutgoingRequest,
    options: AuthenticateOptions,
  ) => Promise<Authentication> | Authentication,
): Required<Pick<AuthenticatorSession, 'authenticate' | 'renew'>> {
  const createdFrom = new WeakMap<Authentication, T>();
  return {
    async authenticate(request, options) {
      const value = await cache.get(options.signal);
      const authentication = await authenticate(value, request, options);
      createdFrom.set(authentication, value);
      return authentication;
    },
    async renew(rejected, signal) {
      const value = createdFrom.get(rejected);
      return value !== undefined && secretOf(await cache.renew(value, signal)) !== secretOf(value);
    },
  };
}
