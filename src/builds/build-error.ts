/** Errors that tell of a build. */
import { CodeArtsError, hidden } from '../errors.js';

/** A build ended otherwise than with success. */
export class BuildFailedError<Record = unknown> extends CodeArtsError {
  override readonly name = 'BuildFailedError';
  readonly code = 'BUILD_FAILED';
  readonly jobId: string;
  readonly buildNo: number;
  /** How it ended, in the service's words: `FAILURE`, `ABORTED`. */
  readonly status: string;
  /** Name of the first step that failed, where one did and could be found. */
  readonly failedStep: string | undefined;
  /** Address of the whole log. It wants credentials. */
  readonly logUrl: string | undefined;
  /** The last lines of the log, 50 at most; none where the log could not be read. Not shown when the error is printed. */
  declare readonly logTail: readonly string[];
  /** The build's record. Not shown when the error is printed. */
  declare readonly record: Record;

  constructor(facts: {
    jobId: string;
    buildNo: number;
    status: string;
    failedStep: string | undefined;
    logUrl: string | undefined;
    logTail: readonly string[];
    record: Record;
  }) {
    const { jobId, buildNo, status, failedStep } = facts;
    super(`build ${buildNo} of task ${jobId} ended with ${status}${failedStep ? ` in the step ${failedStep}` : ''}`);
    this.jobId = jobId;
    this.buildNo = buildNo;
    this.status = status;
    this.failedStep = failedStep;
    this.logUrl = facts.logUrl;
    hidden(this, 'logTail', facts.logTail);
    hidden(this, 'record', facts.record);
  }
}

/** It is not known whether a build was started: the request may have run, and its answer did not come. Nothing was sent a second time. */
export class AmbiguousStartError<Candidate = unknown> extends CodeArtsError {
  override readonly name = 'AmbiguousStartError';
  readonly code = 'AMBIGUOUS_START';
  readonly jobId: string;
  /** Builds of the task that began since the request was sent, the latest first. One of them may be the one that was asked for. */
  readonly candidates: readonly Candidate[];
  /** Whether the task's builds could be looked at. Where not, `candidates` is empty and says nothing. */
  readonly checked: boolean;

  constructor(facts: { jobId: string; candidates: readonly Candidate[]; checked: boolean; cause: unknown }) {
    const found = facts.checked ? `${facts.candidates.length} began since` : 'its builds could not be looked at';
    super(`it is not known whether task ${facts.jobId} was started; ${found}`);
    this.jobId = facts.jobId;
    this.candidates = facts.candidates;
    this.checked = facts.checked;
    hidden(this, 'cause', facts.cause);
  }
}
