/** Signals that follow one another, and limits of time. Nothing here leaves a timer or a listener behind. */

/** A signal that follows another and can be aborted by itself. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  readonly abort: (reason: unknown) => void;
  /** Stops following. */
  readonly release: () => void;
}

export function linkSignal(outer: AbortSignal | undefined): LinkedSignal {
  const controller = new AbortController();
  const follow = (): void => controller.abort(outer!.reason);
  if (outer?.aborted) follow();
  else outer?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => outer?.removeEventListener('abort', follow),
  };
}

/** A timer cannot wait longer, and fires at once where it is asked to. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Aborts when a time is up. Returns what stops the clock.
 *
 * It is the machine's own time, also where a client has another clock: a connection is as slow as it is.
 */
export function limitTime(abort: (reason: unknown) => void, ms: number, reason: () => unknown): () => void {
  if (ms > LONGEST_TIMER_MS) return () => {};
  const timer = setTimeout(() => abort(reason()), ms);
  return () => clearTimeout(timer);
}

/** A signal that aborts with another one, and when its time is up. */
export interface LimitedSignal extends LinkedSignal {
  /** Lifts the limit, and goes on following. */
  readonly stopTimer: () => void;
}

export function limitSignal(outer: AbortSignal | undefined, ms: number, reason: () => unknown): LimitedSignal {
  const { signal, abort, release } = linkSignal(outer);
  const stopTimer = limitTime(abort, ms, reason);
  return {
    signal,
    abort,
    stopTimer,
    release() {
      stopTimer();
      release();
    },
  };
}

/** Settles as the promise does, or rejects with the signal's reason, for what does not listen to signals itself. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    const settle =
      <V>(then: (value: V) => void) =>
      (value: V): void => {
        signal.removeEventListener('abort', onAbort);
        then(value);
      };
    promise.then(settle(resolve), settle(reject));
  });
}
