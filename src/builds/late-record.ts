/** A build that was just started: the service may not know it yet. */
import type { CallOptions } from '../operations/contract.js';
import type { BuildApi, BuildContext } from './build-api.js';
import { isUnknownBuild, LATE_MS } from './build-status.js';

const PAUSE_MS = 1_000;

/**
 * Returns the operations for a build whose record may appear late, which the service reports as an unknown ID.
 *
 * @param requestedAt Time of the request for the build, by the clock of the service.
 */
export function tolerateLateRecord(api: BuildApi, { clock, time }: BuildContext, requestedAt: number): BuildApi {
  const retry = async <T>(request: () => Promise<T>, { signal }: CallOptions): Promise<T> => {
    for (;;) {
      try {
        return await request();
      } catch (error) {
        if (!isUnknownBuild(error) || time.now() >= requestedAt + LATE_MS) throw error;
      }
      await clock.sleep(PAUSE_MS, signal);
    }
  };
  return {
    ...api,
    record: (jobId, buildNo, options) => retry(() => api.record(jobId, buildNo, options), options),
    stop: (jobId, buildNo, options) => retry(() => api.stop(jobId, buildNo, options), options),
  };
}
