/** How much memory a process holds. */

/** Bytes of objects and buffers that are still referred to. Needs node's `--expose-gc`. */
export async function heldBytes(): Promise<number> {
  // Buffers are let go in the turn after the collection that found them.
  for (let turn = 0; turn < 2; turn += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Watches the resident memory of the process, from a time on that may be set anew. */
export interface ResidentWatch {
  /** Takes the present as the base. */
  start(): void;
  /** Ends the watch, and returns by how many bytes it grew at most. */
  stop(): number;
}

const SAMPLE_MS = 10;

/** Begins to watch. */
export function watchResident(): ResidentWatch {
  let base = 0;
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, SAMPLE_MS);
  return {
    start() {
      base = process.memoryUsage.rss();
      peak = base;
    },
    stop() {
      look();
      clearInterval(timer);
      return peak - base;
    },
  };
}
