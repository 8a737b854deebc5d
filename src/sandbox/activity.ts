/** Tells when nothing is left to do, so that a clock that jumps by itself does not jump over an answer. */
import { settleInProcess } from './clock.js';

/** Counts what is under way. */
export interface Activity {
  enter(): void;
  leave(): void;
  /** Resolves once nothing is under way and nothing was for a while. */
  settle(): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Creates a counter. Over a socket requests are on their way for a time, of which `quietMs` is an upper bound in the machine's time. */
export function createActivity(quietMs: () => number): Activity {
  let underWay = 0;
  let changes = 0;
  return {
    enter() {
      underWay += 1;
      changes += 1;
    },
    leave() {
      underWay -= 1;
      changes += 1;
    },
    async settle() {
      for (let seen = -1; seen !== changes || underWay > 0;) {
        seen = changes;
        if (quietMs() > 0) await pause(quietMs());
        await settleInProcess();
      }
    },
  };
}
