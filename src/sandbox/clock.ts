/** The sandbox's time: that of the machine, faster than that, or moved by hand. */

/** The time, and pauses in it. A client of this package takes it as its `clock`. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as it aborts. Leaves neither a timer nor a listener behind. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that stands still until it is moved. */
export interface ManualClock extends SandboxClock {
  /**
   * Moves the time forward. Whoever sleeps is woken in order, each at its own time, and what it starts is waited for before the time moves on.
   *
   * @throws TypeError where `ms` is negative or no number.
   */
  advance(ms: number): Promise<void>;
  /** How many sleep now. */
  readonly sleepers: number;
}

/** Which clock a sandbox has. */
export type ClockOption = 'real' | 'manual' | { speed: number } | SandboxClock;

/** setTimeout takes no more; a longer pause is made of several. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Where a manual clock stands at first: 2026-09-10 11:00 in the time zone of the logs. */
export const MANUAL_START = Date.UTC(2026, 8, 10, 3);

const requireMilliseconds = (name: string, value: number): number => {
  if (typeof value !== 'number' || Number.isNaN(value) || value < 0) {
    throw new TypeError(`${name} must be a number of milliseconds from 0, and is ${String(value)}`);
  }
  return value;
};

/** Sleeps in the machine's time. */
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

/** The machine's clock. */
export const realClock: SandboxClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleepReal(ms, signal),
};

/** A clock that starts at the present time and runs `speed` times as fast as the machine's. @throws TypeError where `speed` is not above 0. */
export function createFastClock(speed: number): SandboxClock {
  if (typeof speed !== 'number' || !(speed > 0) || !Number.isFinite(speed)) {
    throw new TypeError(`speed must be a number above 0, and is ${String(speed)}`);
  }
  const started = Date.now();
  const startedAt = performance.now();
  return {
    now: () => Math.floor(started + (performance.now() - startedAt) * speed),
    sleep: (ms, signal) => sleepReal(ms / speed, signal),
  };
}

/** Options of a clock that is moved by hand. */
export interface ManualClockOptions {
  /** Where it stands at first, in milliseconds since 1970. @default 2026-09-10T03:00:00Z */
  start?: number | undefined;
  /** Whether the time jumps to the next sleeper by itself, as soon as nothing else is left to do. @default false */
  autoAdvance?: boolean | undefined;
  /** Resolves once what was woken has done what it can do without more time. @default after a few turns of the event loop */
  settle?: (() => Promise<void>) | undefined;
}

/** One turn of the event loop: timers that are due, input and output, then this. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A handful of turns: a request in process takes fewer. */
const TURNS = 8;

/** Lets everything run that can run without input from outside. */
export async function settleInProcess(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
}

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

const isBefore = (a: Sleeper, b: Sleeper): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Creates a clock that stands still until it is moved, or, with `auto`, moves whenever everybody sleeps. */
export function createManualClock(options: ManualClockOptions = {}): ManualClock {
  const { start = MANUAL_START, autoAdvance = false, settle = settleInProcess } = options;
  const sleepers = new Set<Sleeper>();
  let time = requireMilliseconds('start', start);
  let orders = 0;
  let jumping = false;

  /** The sleeper whose time comes first, up to a limit. */
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
          at: time + Math.max(0, ms),
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
      const limit = time + requireMilliseconds('ms', ms);
      await runUntil(limit);
      time = Math.max(time, limit);
    },
  };
}
