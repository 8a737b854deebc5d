/** What is known of a build while it goes on, and how it is asked. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import type { Clock } from '../clock.js';
import type { CallOptions } from '../contract.js';
import { NetworkError, TimeoutError } from '../errors.js';
import type { EventListener } from '../events.js';
import { ApiError } from '../failures/api-error.js';
import type { Generation, LogSection } from './generation.js';
import type { LogSource } from './log.js';

/** How a build ended. Other words than the known ones are passed on as they come. */
export type FinalStatus = 'SUCCESS' | 'FAILURE' | 'ABORTED' | 'SCHEDULE_FAILURE' | (string & {});

/** What all builds of a client share. */
export interface BuildHost {
  endpoint: string;
  clock: Clock;
  random: () => number;
  emit: EventListener;
}

/** A build and the operations that concern it. */
export interface Build {
  host: BuildHost;
  operations: Generation;
  jobId: string;
  buildNo: number;
}

const FINAL = new Set(['SUCCESS', 'FAILURE', 'ABORTED', 'SCHEDULE_FAILURE']);
const UNDERWAY = new Set([
  '',
  'RUNNING',
  'BUILDING',
  'QUEUED',
  'QUEUING',
  'INQUEUE',
  'WAITING',
  'PENDING',
  'RUNNABLE',
  'SCHEDULING',
]);

/** How many failing requests in a row are survived. */
const SURVIVED_FAILURES = 5;

/** Errors that do not pass by waiting. */
const isLasting = (error: unknown): boolean =>
  (error instanceof ApiError && [400, 401, 403, 404, 422].includes(error.status)) ||
  !(error instanceof ApiError || error instanceof NetworkError || error instanceof TimeoutError);

/** Counts failures in a row, and throws those that are lasting or too many. */
export function createPatience(): <T>(task: () => Promise<T>) => Promise<T | undefined> {
  let failures = 0;
  return async (task) => {
    try {
      const result = await task();
      failures = 0;
      return result;
    } catch (error) {
      failures += 1;
      if (isLasting(error) || failures > SURVIVED_FAILURES) throw error;
      return undefined;
    }
  };
}

const NOTHING: LogSection = { text: '', start: undefined, end: undefined, hasMore: false };

/** The log of a build, with the patience that a long build needs. */
export function logSource({ operations, jobId, buildNo }: Build, signal: AbortSignal | undefined): LogSource {
  const bear = createPatience();
  return {
    read: async (offset: number): Promise<LogSection> =>
      (await bear(async () => {
        try {
          return await operations.readLog(jobId, buildNo, offset, { signal });
        } catch (error) {
          // A build that still waits for its machine has no log, and says so with an error.
          if (error instanceof ApiError && error.code === 'CB.00030004') return NOTHING;
          throw error;
        }
      })) ?? NOTHING,
    ended: async (): Promise<boolean> => {
      const record = await bear(() => operations.record(jobId, buildNo, { signal }));
      return record !== undefined && isEnded(record);
    },
  };
}

export const statusOf = (record: BuildRecord): string => record.status ?? '';

/** A known final word, or an unknown one beside a time at which the build ended. */
export const isEnded = (record: BuildRecord): boolean =>
  FINAL.has(statusOf(record)) || (Boolean(record.finish_time) && !isUnderway(record));

/** Whether the build's status is one of those that a build has before its end. */
export const isUnderway = (record: BuildRecord): boolean => UNDERWAY.has(statusOf(record).toUpperCase());

export const hasBegun = (record: BuildRecord): boolean => Boolean(record.start_time);

/** The service refuses to stop a build that has ended, which is as good as stopping it. */
export async function stopBuild({ operations, jobId, buildNo }: Build, options: CallOptions): Promise<void> {
  try {
    await operations.stop(jobId, buildNo, options);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'DEV.CB.032302')) throw error;
  }
}
