/** Tracks pending requests, so that a clock that advances automatically does not advance past a response. */
import { settleInProcess } from './clock.js';

/** Counts pending requests. */
export interface Activity {
  enter(): void;
  leave(): void;
  /** Resolves when no request has been pending for a while. */
  settle(): Promise<void>;
}

/** Maximum number of waits if each one takes too long: on a busy machine every wait does. */
const MAX_TRIES = 20;

/** Delay of a wait that is tolerated. */
const TOLERANCE_MS = 3;

/** Waits in real time and for some turns of the event loop. Returns whether that took longer than tolerated. */
async function wait(ms: number): Promise<boolean> {
  const started = performance.now();
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  await settleInProcess();
  return performance.now() - started > ms + TOLERANCE_MS;
}

/** Creates a counter. Over a socket, `quietMs` is an upper bound of the transmission time of a request, in real time. */
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
        // A timer fires late if other code was running, and that code may send a request next.
        isQuiet = seen === changes && underWay === 0 && (!isLate || tries >= MAX_TRIES);
      }
    },
  };
}
