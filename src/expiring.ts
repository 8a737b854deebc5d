/** Something that has to be fetched and may expire: keys, a token, a project id. */
import type { Clock } from './clock.js';

export interface Expiring<T> {
  /** What is valid now. Fetched once, however many callers wait. */
  get(signal?: AbortSignal): Promise<T>;
  /** Another one than `refused`, which the service did not accept. Callers that come with the same one share the answer. */
  renew(refused: T, signal?: AbortSignal): Promise<T>;
}

/** At most this long before its end, a value is replaced in the background. */
const REFRESH_AHEAD_MS = 5 * 60_000;

/** How long to leave a source alone after a refresh in the background has failed. */
const RETRY_PAUSE_MS = 3_000;

/**
 * Keeps what `load` returns until it expires.
 *
 * It is fetched anew in the background when 10 % of its life (5 minutes at most) is left; a failure there changes nothing until the end is
 * reached. The fetch is aborted when nobody waits for it any more.
 */
export function createExpiring<T extends object>(
  load: (signal: AbortSignal) => Promise<T>,
  expiresAt: (value: T) => Date | undefined,
  clock: Pick<Clock, 'now'>,
  onEvent: (event: { outcome: 'loaded' | 'failed'; error?: unknown }) => void = () => {},
): Expiring<T> {
  let current: { value: T; loadedAt: number } | undefined;
  let pending: { promise: Promise<T>; controller: AbortController; waiters: number } | undefined;
  let leaveAloneUntil = 0;

  /** Starts a fetch, or joins the one under way. */
  function start(): NonNullable<typeof pending> {
    if (pending) return pending;
    const controller = new AbortController();
    const promise = load(controller.signal).then(
      (value) => {
        // The late result of a fetch that was abandoned is dropped.
        if (pending === started) {
          current = { value, loadedAt: clock.now() };
          pending = undefined;
        }
        onEvent({ outcome: 'loaded' });
        return value;
      },
      (error: unknown) => {
        if (pending === started) pending = undefined;
        leaveAloneUntil = clock.now() + RETRY_PAUSE_MS;
        onEvent({ outcome: 'failed', error });
        throw error;
      },
    );
    const started = { promise, controller, waiters: 0 };
    promise.catch(() => {}); // a refresh in the background has nobody to tell
    return (pending = started);
  }

  /** Waits for a fetch until the caller gives up; the last one to give up ends it. */
  function join(fetching: NonNullable<typeof pending>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    fetching.waiters += 1;
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        fetching.waiters -= 1;
        if (fetching.waiters === 0) {
          if (pending === fetching) pending = undefined;
          fetching.controller.abort(signal!.reason);
        }
        reject(signal!.reason as Error);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      fetching.promise
        .finally(() => {
          signal?.removeEventListener('abort', onAbort);
        })
        .then(resolve, reject);
    });
  }

  return {
    async get(signal) {
      if (!current) return join(start(), signal);
      const { value, loadedAt } = current;
      const end = expiresAt(value)?.getTime();
      const now = clock.now();
      if (end === undefined) return value;
      if (now >= end) return join(start(), signal);
      const ahead = Math.min(REFRESH_AHEAD_MS, (end - loadedAt) / 10);
      if (now >= end - ahead && now >= leaveAloneUntil) start();
      return value;
    },
    async renew(refused, signal) {
      if (current?.value === refused) {
        current = undefined;
        pending = undefined; // a refresh under way may bring the same again
      }
      return this.get(signal);
    },
  };
}
