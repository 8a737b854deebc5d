/** Tells when nothing is left to do, so that a clock that jumps by itself does not jump over an answer. */
import { settleInProcess } from './clock.js';

/** Counts what is under way. */
export interface Activity {
  enter(): void;
  leave(): void;
  /** Resolves once nothing is under way and nothing was for a while. */
  settle(): Promise<void>;
}

/** How often a pause that took too long is repeated: on a busy machine every pause does. */
const MAX_TRIES = 20;

/** By how much a pause may take longer without meaning anything. */
const TOLERANCE_MS = 3;

/** Waits in the machine's time and for some turns of the event loop. Whether that took notably longer than it should. */
async function wait(ms: number): Promise<boolean> {
  const started = performance.now();
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  await settleInProcess();
  return performance.now() - started > ms + TOLERANCE_MS;
}

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
      for (let tries = 0, isQuiet = false; !isQuiet; tries += 1) {
        const seen = changes;
        const isLate = await wait(quietMs());
        // A timer that fires late was kept from it by something that runs, and that may send a request as soon as it can.
        isQuiet = seen === changes && underWay === 0 && (!isLate || tries >= MAX_TRIES);
      }
    },
  };
}
