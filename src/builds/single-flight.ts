/** One run of a function for all who wait for it. */
import { raceAbort, throwIfAborted } from '../http/timing.js';

/**
 * Creates a function whose callers share one run at a time.
 *
 * A caller whose signal aborts stops waiting. When the last one has stopped, the run is aborted, so that nothing goes on without a reader.
 */
export function createSingleFlight<T>(run: (signal: AbortSignal) => Promise<T>): (signal?: AbortSignal) => Promise<T> {
  let current: { promise: Promise<T>; controller: AbortController; waiting: number } | undefined;

  function start(): NonNullable<typeof current> {
    const controller = new AbortController();
    const flight = { promise: run(controller.signal), controller, waiting: 0 };
    const end = (): void => {
      if (current === flight) current = undefined;
    };
    flight.promise.then(end, end);
    return flight;
  }

  return async (signal) => {
    throwIfAborted(signal);
    const flight = (current ??= start());
    flight.waiting += 1;
    try {
      return await raceAbort(flight.promise, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        if (current === flight) current = undefined;
        flight.controller.abort(new DOMException('no one waits for the result', 'AbortError'));
      }
    }
  };
}
