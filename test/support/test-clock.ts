import type { Clock } from '../../src/http/timing.js';

/** A clock that advances only by its sleeps, which resolve immediately and are recorded. */
export interface TestClock extends Clock {
  pauses: number[];
  advance(ms: number): void;
}

export function createTestClock(start = Date.parse('2026-01-02T03:04:05Z')): TestClock {
  let time = start;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      pauses.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
}
