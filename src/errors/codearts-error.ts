/** The base class of all errors, and the errors that are not about a single response. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';

/** Marks the errors of every copy of the package that a program may have loaded. */
const brand = Symbol.for('codearts-build.error');

/** Node prints an object by what this method returns. */
const inspect = Symbol.for('nodejs.util.inspect.custom');

type Inspect = (depth: number, options: unknown, print?: (value: unknown) => string) => string;

/** Defines a property that neither `util.inspect` nor `JSON.stringify` shows. */
export function defineHidden(target: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(target, name, { value });
}

/** Base class of the errors of this package. Not derived from it: the `TypeError` of a wrong argument, and the reason of an aborted signal. */
export abstract class CodeArtsError extends Error {
  /** Stable code: the code of the service on an `ApiError`, one of this package on the others. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message);
    defineHidden(this, brand, true);
    if (options?.cause !== undefined) defineHidden(this, 'cause', options.cause);
    // The stack and the properties that may be printed.
    const show: Inspect = (_depth, _options, print = JSON.stringify) =>
      `${this.stack ?? this.message} ${print({ ...this })}`;
    defineHidden(this, inspect, show);
  }

  /** Returns the properties that may be printed. Headers, bodies and causes are not among them. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** Returns `true` if the value is an error of this package, even from another installed copy. */
export const isCodeArtsError = (value: unknown): value is CodeArtsError =>
  typeof value === 'object' && value !== null && brand in value;

/** No credentials could be obtained. */
export class CredentialsError extends CodeArtsError {
  override readonly name = 'CredentialsError';
  readonly code = 'CREDENTIALS';
}

/** A credential source is not configured, which is not a mistake: the default chain tries the next source after it, and stops at any other error. */
export class NotConfiguredError extends CredentialsError {}

/** A list does not end, or contradicts itself. Items yielded before the error are valid. */
export class PaginationError extends CodeArtsError {
  override readonly name = 'PaginationError';
  readonly code = 'PAGINATION';
  readonly operation: string;
  /** Number of the page at which the iteration ended. */
  readonly page: number;
  /** Number of items received. */
  readonly received: number;
  /** Number of items in total, as the service reports it. */
  readonly total: number | undefined;

  constructor(
    details: { operation: string; page: number; received: number; total: number | undefined },
    problem: string,
  ) {
    super(`${details.operation}: ${problem}`);
    this.operation = details.operation;
    this.page = details.page;
    this.received = details.received;
    this.total = details.total;
  }
}

/** A build finished with another status than success. */
export class BuildFailedError extends CodeArtsError {
  override readonly name = 'BuildFailedError';
  readonly code = 'BUILD_FAILED';
  readonly jobId: string;
  readonly buildNo: number;
  /** Final status, as the service spells it: `FAILURE`, `ABORTED`. */
  readonly status: string;
  /** Name of the first failed step, if one failed and could be looked up. */
  readonly failedStep: string | undefined;
  /** URL of the whole log. Requests to it must be authenticated. */
  readonly logUrl: string | undefined;
  /** Last lines of the log, up to 50; empty if the log could not be read. Not printed with the error. */
  declare readonly logTail: readonly string[];
  /** The record of the build. Not printed with the error. */
  declare readonly record: BuildRecord;

  constructor(details: {
    jobId: string;
    buildNo: number;
    status: string;
    failedStep: string | undefined;
    logUrl: string | undefined;
    logTail: readonly string[];
    record: BuildRecord;
  }) {
    const { jobId, buildNo, status, failedStep } = details;
    super(`build ${buildNo} of task ${jobId} finished with ${status}${failedStep ? ` in step ${failedStep}` : ''}`);
    this.jobId = jobId;
    this.buildNo = buildNo;
    this.status = status;
    this.failedStep = failedStep;
    this.logUrl = details.logUrl;
    defineHidden(this, 'logTail', details.logTail);
    defineHidden(this, 'record', details.record);
  }
}

/** A build of a task, as lists show it. */
export interface BuildSummary {
  buildNo: number;
  /** Status, as the service spells it; undefined if the build has none yet. */
  status: string | undefined;
  /** Time at which it was requested or started. */
  startedAt: Date | undefined;
  /** Duration in milliseconds. */
  durationMs: number | undefined;
}

/** A build may have been started: the request may have run, and its response was lost or cannot be read. It was not sent a second time. */
export class AmbiguousStartError extends CodeArtsError {
  override readonly name = 'AmbiguousStartError';
  readonly code = 'AMBIGUOUS_START';
  /** Always `true`: the service may have started the build, so a retry may start another one. */
  readonly mayHaveRun = true;
  readonly jobId: string;
  /** Builds of the task that started since the request was sent, latest first. One of them may be the requested one. */
  readonly candidates: readonly BuildSummary[];
  /** Whether the builds of the task could be looked up. If not, `candidates` is empty. */
  readonly checked: boolean;

  constructor(details: { jobId: string; candidates: readonly BuildSummary[]; checked: boolean; cause: unknown }) {
    const { jobId, candidates, checked, cause } = details;
    const found = checked ? `${candidates.length} started since` : 'its builds could not be looked up';
    const reason = cause instanceof Error ? `: ${cause.message}` : '';
    super(`cannot tell whether a build of task ${jobId} was started; ${found}${reason}`, { cause });
    this.jobId = jobId;
    this.candidates = candidates;
    this.checked = checked;
  }
}
