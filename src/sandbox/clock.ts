/** The sandbox's clock: real time, faster than real time, or manual. */

/** A clock. A client of this package accepts it as its `clock`. */
export interface SandboxClock {
  /** Unix timestamp in milliseconds. */
  now(): number;
  /** Resolves after `ms` milliseconds. If the signal aborts, rejects with its reason. Leaves no timer and no listener behind. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that stands still until a test advances it. */
export interface ManualClock extends SandboxClock {
  /**
   * Advances the time. Wakes pending sleeps in order, each at its own time, and waits for what they start before the time advances further.
   *
   * @param ms milliseconds, rounded up to a whole number
   * @throws TypeError if `ms` is not a non-negative number, or leads beyond the year 9999
   */
  advance(ms: number): Promise<void>;
  /** Number of pending sleeps. */
  readonly sleepers: number;
}

/** The clock of a sandbox. */
export type ClockOption = 'real' | 'manual' | { speed: number } | SandboxClock;

/** The maximum delay of setTimeout; a longer pause consists of several timers. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Start of a manual clock: 2026-09-10 11:00 in the time zone of the logs. */
export const MANUAL_START = Date.UTC(2026, 8, 10, 3);

/** The last time that the service's formats can represent: the end of the year 9999. */
const MAX_TIME = Date.UTC(9999, 11, 31);

const requireMilliseconds = (name: string, value: number, max: number): number => {
  if (typeof value !== 'number' || Number.isNaN(value) || value < 0) {
    throw new TypeError(`${name} must be a non-negative number of milliseconds; received ${String(value)}`);
  }
  if (value > max) throw new TypeError(`${name} must not lead beyond the year 9999; received ${String(value)}`);
  return Math.ceil(value);
};

/** Sleeps in real time. */
function sleepReal(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    let left = ms;
    let timer: NodeJS.Timeout;
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const wait = (): void => {
      const part = Math.min(left, LONGEST_TIMER_MS);
      left -= part;
      timer = setTimeout(() => {
        if (left > 0) {
          wait();
          return;
        }
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, part);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    wait();
  });
}

/** The real clock. */
export const realClock: SandboxClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleepReal(ms, signal),
};

/** Creates a clock that starts at the current time and runs `speed` times as fast. @throws TypeError if `speed` is not positive. */
export function createFastClock(speed: number): SandboxClock {
  if (typeof speed !== 'number' || !(speed > 0) || !Number.isFinite(speed)) {
    throw new TypeError(`speed must be a positive number; received ${String(speed)}`);
  }
  const started = Date.now();
  const startedAt = performance.now();
  const now = (): number => Math.floor(started + (performance.now() - startedAt) * speed);
  return {
    now,
    async sleep(ms, signal) {
      const until = now() + ms;
      // A timer can fire a millisecond early, which is many of this clock.
      do await sleepReal((until - now()) / speed, signal);
      while (now() < until);
    },
  };
}

/** Options of a manual clock. */
export interface ManualClockOptions {
  /** Start as a Unix timestamp in milliseconds. @default 2026-09-10T03:00:00Z */
  start?: number | undefined;
  /** Whether the time advances to the next pending sleep when nothing else is left to do. @default false */
  autoAdvance?: boolean | undefined;
  /** Resolves when woken code has done everything that needs no more time. @default after a few turns of the event loop */
  settle?: (() => Promise<void>) | undefined;
}

/** Resolves after one turn of the event loop: timers that are due, then I/O, then this. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Number of turns to wait: an in-process request takes fewer. */
const TURNS = 8;

/** Waits for everything that can run without input from outside. */
export async function settleInProcess(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
}

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

const isBefore = (a: Sleeper, b: Sleeper): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Creates a clock of whole milliseconds that stands still until it is advanced. With `autoAdvance` it advances when every caller sleeps. */
export function createManualClock(options: ManualClockOptions = {}): ManualClock {
  const { start = MANUAL_START, autoAdvance = false, settle = settleInProcess } = options;
  const sleepers = new Set<Sleeper>();
  let time = requireMilliseconds('start', start, MAX_TIME);
  let orders = 0;
  let jumping = false;

  /** Returns the next pending sleep up to a limit. */
  function nextSleeper(limit: number): Sleeper | undefined {
    let next: Sleeper | undefined;
    for (const sleeper of sleepers) {
      if (sleeper.at <= limit && (!next || isBefore(sleeper, next))) next = sleeper;
    }
    return next;
  }

  async function runUntil(limit: number): Promise<void> {
    await settle();
    for (let next = nextSleeper(limit); next; next = nextSleeper(limit)) {
      time = Math.max(time, next.at);
      next.wake();
      await settle();
    }
  }

  async function jump(): Promise<void> {
    if (jumping) return;
    jumping = true;
    try {
      await runUntil(Infinity);
    } finally {
      jumping = false;
    }
  }

  return {
    now: () => time,
    get sleepers() {
      return sleepers.size;
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const onAbort = (): void => {
          sleepers.delete(sleeper);
          reject(signal!.reason);
        };
        const sleeper: Sleeper = {
          at: Math.min(time + Math.ceil(Math.max(0, ms)), MAX_TIME),
          order: (orders += 1),
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', onAbort, { once: true });
        if (autoAdvance) void jump();
      }),
    async advance(ms) {
      const limit = time + requireMilliseconds('ms', ms, MAX_TIME - time);
      await runUntil(limit);
      time = Math.max(time, limit);
    },
  };
}
