/** The state of a build, and the failed polls that a follower tolerates. */
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

/** The part of a record that shows the state of its build. Responses may contain anything. */
export interface BuildState {
  status?: unknown;
  start_time?: unknown;
  finish_time?: unknown;
}

export const statusOf = ({ status }: BuildState): string => (typeof status === 'string' ? status.trim() : '');

/** Returns `true` for the statuses of a build that has not finished. */
export const isActive = (record: BuildState): boolean => ACTIVE.has(statusOf(record).toUpperCase());

/** A known final status in any case, or an unknown one together with a finish time. */
export const isFinished = (record: BuildState): boolean =>
  FINISHED.has(statusOf(record).toUpperCase()) || (Boolean(record.finish_time) && !isActive(record));

export const hasStarted = (record: BuildState): boolean => Boolean(record.start_time);

/** Returns `true` for the status of a successful build, in any case. */
export const isSuccess = (status: string | undefined): boolean => /^succe(ss|eded)$/i.test(status?.trim() ?? '');

/** Returns the status of a step in the words of this package; an unknown word as it is. */
export function stepStatus(status: unknown, started: boolean): string {
  const word = typeof status === 'string' ? status.trim() : '';
  if (isSuccess(word)) return 'succeeded';
  if (/^(failure|failed|error|timeout)$/i.test(word)) return 'failed';
  if (/^(abort(ed)?|cancell?ed)$/i.test(word)) return 'canceled';
  if (/^(running|building)$/i.test(word)) return 'running';
  if (word === '' || /^(waiting|pending|queued|init)$/i.test(word)) return started ? 'running' : 'waiting';
  return word;
}

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

/** Counts failed polls of one source. */
export interface ErrorTolerance {
  /** Counts a failed poll. @throws the error if it is permanent, or after more than five in a row. */
  tolerate(error: unknown): void;
  succeed(): void;
}

export function createErrorTolerance(): ErrorTolerance {
  let errors = 0;
  return {
    tolerate(error) {
      errors += 1;
      if (!isPermanent(error) && errors <= MAX_CONSECUTIVE_ERRORS) return;
      errors = 0;
      throw error;
    },
    succeed() {
      errors = 0;
    },
  };
}

/** Returns the delay that a rate limit asks for; undefined if the request was not throttled. */
export const throttledMs = (error: unknown): number | undefined =>
  error instanceof ApiError && error.status === 429 ? (error.retryAfterMs ?? 0) : undefined;

/** Time after its start in which the service may not know a build yet. */
export const LATE_MS = 10_000;

/** Whether the service does not know a build: a wrong number, or one that was just started. */
export const isUnknownBuild = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 404 || error.status === 422);
