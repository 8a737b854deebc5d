/** The state of a build, and what a follower tolerates. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import { ApiError, NetworkError, ResponseFormatError, TimeoutError } from '../errors/request-errors.js';

const FINISHED = new Set([
  'SUCCESS',
  'SUCCEEDED',
  'FAILURE',
  'FAILED',
  'ERROR',
  'ABORTED',
  'CANCELED',
  'CANCELLED',
  'TIMEOUT',
  'SCHEDULE_FAILURE',
]);
const ACTIVE = new Set([
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

export const statusOf = (record: BuildRecord): string => (typeof record.status === 'string' ? record.status : '');

/** A known final status in any case, or an unknown one together with a finish time. */
export const isFinished = (record: BuildRecord): boolean =>
  FINISHED.has(statusOf(record).toUpperCase()) || (Boolean(record.finish_time) && !isActive(record));

/** Returns `true` for the statuses of a build that has not finished. */
export const isActive = (record: BuildRecord): boolean => ACTIVE.has(statusOf(record).toUpperCase());

export const hasStarted = (record: BuildRecord): boolean => Boolean(record.start_time);

/** Returns `true` for the status of a successful build, in any case. */
export const isSuccess = (status: string | undefined): boolean => /^succe(ss|eded)$/i.test(status ?? '');

const MAX_CONSECUTIVE_ERRORS = 5;

/** Errors that do not go away by waiting. */
const isPermanent = (error: unknown): boolean =>
  (error instanceof ApiError && [400, 401, 403, 404, 422].includes(error.status)) ||
  !(
    error instanceof ApiError ||
    error instanceof NetworkError ||
    error instanceof TimeoutError ||
    error instanceof ResponseFormatError
  );

/** Returns a function that runs a request and resolves with undefined if it fails. Permanent errors, and more than five in a row, are thrown. */
export function createErrorTolerance(): <T>(request: () => Promise<T>) => Promise<T | undefined> {
  let errors = 0;
  return async (request) => {
    try {
      const result = await request();
      errors = 0;
      return result;
    } catch (error) {
      errors += 1;
      if (isPermanent(error) || errors > MAX_CONSECUTIVE_ERRORS) throw error;
      return undefined;
    }
  };
}
