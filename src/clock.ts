import { untilAborted } from './abort.js';

/** The time, and pauses in it. Tests bring one of their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as it aborts. Leaves neither a timer nor a listener behind. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    signal?.throwIfAborted();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await untilAborted(new Promise((resolve) => (timer = setTimeout(resolve, ms))), signal);
    } finally {
      clearTimeout(timer);
    }
  },
};
