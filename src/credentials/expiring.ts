/** Something that has to be fetched and may expire: keys, a token, a project id. */
import type { Clock } from '../clock.js';

export interface Expiring<T> {
  /** What is valid now. Fetched once, however many callers wait. Rejects with the signal's reason as soon as it aborts. */
  get(signal?: AbortSignal): Promise<T>;
  /** Another one than `refused`, which the service did not accept. Callers that come with the same one share the answer. */
  renew(refused: T, signal?: AbortSignal): Promise<T>;
}

/** A fetch under way. */
interface Fetching<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  waiters: number;
}

/** At most this long before its end, a value is replaced in the background. */
const REFRESH_AHEAD_MS = 5 * 60_000;

/** How long to leave a source alone after a refresh in the background has failed. */
const RETRY_PAUSE_MS = 3_000;

/**
 * Keeps what `load` returns until it expires.
 *
 * It is fetched anew in the background when 10 % of its life (5 minutes at most) is left; a failure there changes nothing until the end is
 * reached, and is followed by another try after 3 s at the earliest. A fetch that callers wait for is aborted when the last of them has left.
 */
export function createExpiring<T extends object>(
  load: (signal: AbortSignal) => Promise<T>,
  expiresAt: (value: T) => Date | undefined,
  clock: Pick<Clock, 'now'>,
  onEvent: (event: { outcome: 'loaded' | 'failed'; error?: unknown }) => void = () => {},
): Expiring<T> {
  let current: { value: T; endsAt: number; refreshAt: number } | undefined;
  let pending: Fetching<T> | undefined;
  let leaveAloneUntil = 0;

  function keep(value: T): void {
    const now = clock.now();
    const end = expiresAt(value)?.getTime() ?? Infinity;
    // What has ended before it came tells of a wrong clock. It is tried, so that not every call asks for another one.
    const endsAt = end > now ? end : now + RETRY_PAUSE_MS;
    current = { value, endsAt, refreshAt: endsAt - Math.min(REFRESH_AHEAD_MS, (endsAt - now) / 10) };
  }

  /** Starts a fetch, or joins the one under way. */
  function start(): Fetching<T> {
    if (pending) return pending;
    const controller = new AbortController();
    const fetching: Fetching<T> = { promise: run(), controller, waiters: 0 };
    async function run(): Promise<T> {
      await Promise.resolve(); // a source may answer, or throw, at once, and `fetching` must be known by then
      try {
        const value = await load(controller.signal);
        if (pending === fetching) {
          keep(value);
          pending = undefined;
          onEvent({ outcome: 'loaded' });
        }
        return value;
      } catch (error) {
        if (pending === fetching) {
          pending = undefined;
          leaveAloneUntil = clock.now() + RETRY_PAUSE_MS;
          onEvent({ outcome: 'failed', error });
        }
        throw error;
      }
    }
    fetching.promise.catch(() => {}); // a refresh in the background has nobody to tell
    return (pending = fetching);
  }

  /** Ends a fetch that nobody waits for. What it still brings is dropped. */
  function abandon(fetching: Fetching<T>, reason: unknown): void {
    if (pending === fetching) pending = undefined;
    fetching.controller.abort(reason);
  }

  /** Waits for a fetch until the caller gives up. */
  function wait(signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const fetching = start();
    fetching.waiters += 1;
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        fetching.waiters -= 1;
        if (fetching.waiters === 0) abandon(fetching, signal!.reason);
        reject(signal!.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      fetching.promise.finally(() => signal?.removeEventListener('abort', onAbort)).then(resolve, reject);
    });
  }

  function get(signal?: AbortSignal): Promise<T> {
    const now = clock.now();
    if (!current || now >= current.endsAt) return wait(signal);
    if (now >= current.refreshAt && now >= leaveAloneUntil) start();
    return Promise.resolve(current.value);
  }

  return {
    get,
    renew(refused, signal) {
      if (current?.value === refused) {
        current = undefined;
        // A refresh in the background was begun before the refusal, and may bring the same again.
        if (pending?.waiters === 0) abandon(pending, new Error('replaced after a refusal'));
      }
      return get(signal);
    },
  };
}
