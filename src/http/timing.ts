/** Clocks, timeouts and abort signals. Nothing here leaves a timer or a listener behind. */

/** The time, and delays. Tests pass one of their own. */
export interface Clock {
  /** Returns the time as a Unix timestamp in milliseconds. */
  now(): number;
  /** Resolves after `ms` milliseconds, or rejects with `signal.reason` as soon as the signal aborts. Leaves no timer and no listener behind. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    throwIfAborted(signal);
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await raceAbort(new Promise((resolve) => (timer = setTimeout(resolve, ms))), signal);
    } finally {
      clearTimeout(timer);
    }
  },
};

/** Works for signals of polyfills too, which may lack the method of this name. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason;
}

/** A signal that follows another one and can be aborted by itself. */
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

/** A longer timer would fire immediately. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Calls `onTimeout` after `ms` milliseconds. Returns a function that stops the timer.
 *
 * It runs by the clock of the machine even if the client has another clock: a connection is as slow as it is.
 */
export function startTimer(onTimeout: () => void, ms: number): () => void {
  if (ms > MAX_TIMER_MS) return () => {};
  const timer = setTimeout(onTimeout, ms);
  return () => clearTimeout(timer);
}

/** A signal that aborts with another one, and after a timeout. */
export interface TimeoutSignal extends LinkedSignal {
  /** Starts the timeout again from now, with another reason if one is given. */
  readonly restart: (timeout?: () => unknown) => void;
  /** Removes the timeout, and keeps following. */
  readonly stopTimer: () => void;
}

/** @param timeout Creates the reason of the abort. */
export function createTimeoutSignal(outer: AbortSignal | undefined, ms: number, timeout: () => unknown): TimeoutSignal {
  const { signal, abort, release } = linkSignal(outer);
  let createReason = timeout;
  const onTimeout = (): void => abort(createReason());
  let stopTimer = startTimer(onTimeout, ms);
  return {
    signal,
    abort,
    restart(next = timeout) {
      stopTimer();
      createReason = next;
      stopTimer = startTimer(onTimeout, ms);
    },
    stopTimer: () => stopTimer(),
    release() {
      stopTimer();
      release();
    },
  };
}

/** Settles as the promise does, or rejects with `signal.reason` as soon as the signal aborts. */
export function raceAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(
      (value) => {
        signal.removeEventListener('abort', onAbort);
        resolve(value);
      },
      (error: unknown) => {
        signal.removeEventListener('abort', onAbort);
        reject(error);
      },
    );
  });
}
