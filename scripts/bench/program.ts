/** Helpers of the measured programs: input and report, and the memory of their process. */

/** Reads the input of a program from its command line. */
export const readInput = (): unknown => JSON.parse(process.argv[2] ?? '{}') as unknown;

/** Prints the result for the parent process. */
export const report = (result: object): void => {
  process.stdout.write(JSON.stringify(result));
};

/** Returns the bytes of objects and buffers that are still referenced. Requires node's `--expose-gc`. */
export async function heldBytes(): Promise<number> {
  // Buffers are released in the turn after the collection that found them.
  for (let turn = 0; turn < 2; turn += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Samples the resident memory of the process. */
export interface ResidentWatch {
  /** Sets the current memory as the base. */
  start(): void;
  /** Stops sampling. Returns the maximum growth over the base in bytes. */
  stop(): number;
}

const SAMPLE_MS = 10;

/** Starts sampling. */
export function watchResident(): ResidentWatch {
  let base = 0;
  let peak = 0;
  const sample = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, SAMPLE_MS);
  return {
    start() {
      base = process.memoryUsage.rss();
      peak = base;
    },
    stop() {
      sample();
      clearInterval(timer);
      return peak - base;
    },
  };
}
