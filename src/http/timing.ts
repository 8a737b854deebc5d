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

/** The one listener that a signal gets: many calls may share a signal, and Node warns about more than 10 listeners. */
interface SharedListener {
  readonly callbacks: Set<() => void>;
  readonly remove: () => void;
}

const sharedListeners = new WeakMap<AbortSignal, SharedListener>();

function listen(signal: AbortSignal): SharedListener {
  const callbacks = new Set<() => void>();
  const remove = (): void => {
    sharedListeners.delete(signal);
    signal.removeEventListener('abort', listener);
  };
  const listener = (): void => {
    remove();
    for (const callback of [...callbacks]) callback();
  };
  const shared = { callbacks, remove };
  sharedListeners.set(signal, shared);
  signal.addEventListener('abort', listener);
  return shared;
}

/** Calls `callback` when the signal aborts. Returns a function that stops it, and leaves no listener behind. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const shared = sharedListeners.get(signal) ?? listen(signal);
  shared.callbacks.add(callback);
  return () => {
    shared.callbacks.delete(callback);
    if (shared.callbacks.size === 0 && sharedListeners.get(signal) === shared) shared.remove();
  };
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
  let release = (): void => {};
  if (outer?.aborted) follow();
  else if (outer) release = onAbort(outer, follow);
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => release(),
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
  /** Settles as the promise does, or rejects with the reason as soon as the signal aborts. One promise at a time. */
  readonly race: <T>(promise: Promise<T>) => Promise<T>;
}

/** @param timeout Creates the reason of the abort. */
export function createTimeoutSignal(outer: AbortSignal | undefined, ms: number, timeout: () => unknown): TimeoutSignal {
  const controller = new AbortController();
  const { signal } = controller;
  let createReason = timeout;
  // A callback instead of a listener on the signal, which would cost more than the promise.
  let rejectRace: ((reason: unknown) => void) | undefined;
  const abort = (reason: unknown): void => {
    controller.abort(reason);
    rejectRace?.(signal.reason);
  };
  const follow = (): void => abort(outer!.reason);
  let unfollow = (): void => {};
  if (outer?.aborted) follow();
  else if (outer) unfollow = onAbort(outer, follow);
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
    race: (promise) =>
      new Promise((resolve, reject) => {
        rejectRace = reject;
        if (signal.aborted) reject(signal.reason);
        promise.then(resolve, reject);
      }),
    release() {
      stopTimer();
      unfollow();
    },
  };
}

/** Settles as the promise does, or rejects with `signal.reason` as soon as the signal aborts. */
export function raceAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = signal.aborted ? undefined : onAbort(signal, () => reject(signal.reason));
    if (!stop) reject(signal.reason);
    promise.then(
      (value) => {
        stop?.();
        resolve(value);
      },
      (error: unknown) => {
        stop?.();
        reject(error);
      },
    );
  });
}
