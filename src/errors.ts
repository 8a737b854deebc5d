/** Marks our errors in every copy of the package that a program may have loaded. */
const brand = Symbol.for('codearts-build.error');

/** Node prints an object by what this method returns; elsewhere nobody calls it. */
const inspect = Symbol.for('nodejs.util.inspect.custom');

type Inspect = (depth: number, options: unknown, print?: (value: unknown) => string) => string;

/** Base of all errors that this package throws, besides the `TypeError` of a wrong argument and the reason of an abort. */
export abstract class CodeArtsError extends Error {
  /** What happened, as a stable word: the vendor's code on an `ApiError`, one of our own on the others. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, brand, { value: true });
    // The stack and the properties that may be printed.
    const show: Inspect = (_depth, _options, print = JSON.stringify) =>
      `${this.stack ?? this.message} ${print({ ...this })}`;
    Object.defineProperty(this, inspect, { value: show });
  }

  /** The properties that may be printed. Headers, bodies and causes are not among them. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** Whether a value is an error of this package, of whichever copy of it. */
export const isCodeArtsError = (value: unknown): value is CodeArtsError =>
  typeof value === 'object' && value !== null && brand in value;

/** What is known of a request that failed. */
export interface RequestFacts {
  readonly method: string;
  /** Path of the request, without its query. */
  readonly path: string;
  /** How many times it was sent. */
  readonly attempts: number;
}

/** Attaches a property that neither `util.inspect` nor `JSON.stringify` shows. */
function hidden(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: false });
}

/** The service or the gateway before it refused a request, or failed to carry it out. */
export class ApiError extends CodeArtsError implements RequestFacts {
  override readonly name = 'ApiError';
  /** The vendor's code, such as `CB.00060200` or `APIGW.0301`; `HTTP_404` and the like where the answer names none. */
  readonly code: string;
  /** HTTP status. It is 200 where the service put an error into a successful answer. */
  readonly status: number;
  /** The vendor's words. */
  readonly errorMessage: string | undefined;
  /** The vendor's id of the request, to be named to support. */
  readonly requestId: string | undefined;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly method: string;
  readonly path: string;
  readonly attempts: number;
  /** What to look at first, where the cause can be told. */
  readonly hint: string | undefined;
  /** The vendor's page that lists the code. */
  readonly docUrl: string | undefined;
  /** The answer's body: parsed where it is JSON, else its text; secrets of the request are blotted out. Not shown when the error is printed. */
  declare readonly body: unknown;
  /** The answer, its body read. Not shown when the error is printed. */
  declare readonly response: Response;

  constructor(
    facts: RequestFacts & {
      status: number;
      code?: string | undefined;
      errorMessage?: string | undefined;
      requestId?: string | undefined;
      retryAfterMs?: number | undefined;
      hint?: string | undefined;
      body: unknown;
      response: Response;
    },
  ) {
    const what = [String(facts.status), facts.code, facts.errorMessage].filter(Boolean).join(' ');
    super(`${facts.method} ${facts.path} failed: ${what}${facts.hint ? ` (${facts.hint})` : ''}`);
    this.status = facts.status;
    this.code = facts.code ?? `HTTP_${String(facts.status)}`;
    this.errorMessage = facts.errorMessage;
    this.requestId = facts.requestId;
    this.retryAfterMs = facts.retryAfterMs;
    this.method = facts.method;
    this.path = facts.path;
    this.attempts = facts.attempts;
    this.hint = facts.hint;
    this.docUrl = errorPage(facts.code);
    hidden(this, 'body', facts.body);
    hidden(this, 'response', facts.response);
  }
}

/** The request did not reach the service, or its answer did not arrive whole. `cause` says what the runtime saw. */
export class NetworkError extends CodeArtsError implements RequestFacts {
  override readonly name = 'NetworkError';
  readonly code = 'NETWORK_ERROR';
  readonly method: string;
  readonly path: string;
  readonly attempts: number;
  /** Whether the connection was never made, so that the request cannot have run. */
  readonly unsent: boolean;

  constructor(facts: RequestFacts & { unsent: boolean; cause: unknown }) {
    super(`${facts.method} ${facts.path} failed: ${describeCause(facts.cause)}`);
    hidden(this, 'cause', facts.cause);
    this.method = facts.method;
    this.path = facts.path;
    this.attempts = facts.attempts;
    this.unsent = facts.unsent;
  }
}

/** A limit of time was reached: of one attempt, or of the whole call. */
export class TimeoutError extends CodeArtsError {
  override readonly name = 'TimeoutError';
  readonly code = 'TIMEOUT';
  /** Which option set the limit, such as `timeoutMs` or `deadlineMs`. */
  readonly option: string;
  /** The limit, in milliseconds. */
  readonly limitMs: number;

  constructor(what: string, option: string, limitMs: number, options?: ErrorOptions) {
    super(`${what} took longer than ${option} allows (${String(limitMs)} ms)`);
    this.option = option;
    this.limitMs = limitMs;
    if (options?.cause !== undefined) hidden(this, 'cause', options.cause);
  }
}

/** An answer came with a successful status, and is not what it should be: HTML of a proxy, or JSON that ends too early. */
export class ResponseFormatError extends CodeArtsError implements RequestFacts {
  override readonly name = 'ResponseFormatError';
  readonly code = 'RESPONSE_FORMAT';
  readonly status: number;
  readonly contentType: string | undefined;
  readonly requestId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly attempts: number;
  /** The beginning of the body, 200 characters at most. Not shown when the error is printed. */
  declare readonly snippet: string;

  constructor(
    facts: RequestFacts & {
      status: number;
      contentType: string | undefined;
      requestId: string | undefined;
      text: string;
      cause?: unknown;
    },
  ) {
    super(
      `${facts.method} ${facts.path} answered ${String(facts.status)} with a body that is not JSON` +
        ` (${facts.contentType ?? 'no content type'}, ${String(facts.text.length)} characters)`,
    );
    this.status = facts.status;
    this.contentType = facts.contentType;
    this.requestId = facts.requestId;
    this.method = facts.method;
    this.path = facts.path;
    this.attempts = facts.attempts;
    hidden(this, 'snippet', facts.text.slice(0, 200));
    hidden(this, 'cause', facts.cause);
  }
}

/** A list does not come to an end, or contradicts itself. What was yielded before stands. */
export class PaginationError extends CodeArtsError {
  override readonly name = 'PaginationError';
  readonly code = 'PAGINATION';
  readonly operation: string;
  /** Number of the page at which the walk ended. */
  readonly page: number;
  /** How many items had been received. */
  readonly received: number;
  /** How many there are according to the service. */
  readonly total: number | undefined;

  constructor(facts: { operation: string; page: number; received: number; total: number | undefined }, what: string) {
    super(`${facts.operation}: ${what}`);
    this.operation = facts.operation;
    this.page = facts.page;
    this.received = facts.received;
    this.total = facts.total;
  }
}

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

/** No credentials could be had. */
export class CredentialsError extends CodeArtsError {
  override readonly name = 'CredentialsError';
  readonly code = 'CREDENTIALS';

  constructor(message: string, options?: ErrorOptions) {
    super(message);
    if (options?.cause !== undefined) hidden(this, 'cause', options.cause);
  }
}

/** The vendor's list of codes that an error code belongs to. */
function errorPage(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (code.startsWith('APIGW.') || code.startsWith('APIG.')) {
    return 'https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0007.html';
  }
  return /^(DEV)?\.?CB\./.test(code) || code.startsWith('DEVCB.')
    ? 'https://support.huaweicloud.com/intl/en-us/api-codeci/ErrorCode.html'
    : undefined;
}

/** What a runtime says of a failed connection: the innermost message and its code. */
function describeCause(cause: unknown): string {
  let current = cause;
  for (let depth = 0; depth < 5 && current instanceof Error && current.cause instanceof Error; depth += 1) {
    current = current.cause;
  }
  if (!(current instanceof Error)) return 'the connection failed';
  const { code } = current as { code?: unknown };
  const said = current.message || current.name;
  return typeof code === 'string' && !said.includes(code) ? `${said} (${code})` : said;
}

/** What an error body says, whichever of the vendor's forms it has. */
export interface ErrorBody {
  code: string | undefined;
  message: string | undefined;
  requestId: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/**
 * Reads the error out of a parsed body.
 *
 * The forms, in the order in which they are tried: `error_code`/`error_msg`, `errorCode`/`errorMsg`/`errorMessage`, `code`/`message`/`reason`/`title`, each
 * at the top or inside an object one or two levels down (`error`, most often), an array of these, and a bare text under `error`.
 */
export function readErrorBody(body: unknown, depth = 0): ErrorBody {
  const nothing: ErrorBody = { code: undefined, message: undefined, requestId: undefined };
  if (typeof body === 'string')
    return { ...nothing, message: depth === 0 ? body.slice(0, 500) || undefined : undefined };
  if (typeof body !== 'object' || body === null || depth > 2) return nothing;
  if (Array.isArray(body)) return body.length > 0 ? readErrorBody(body[0], depth + 1) : nothing;
  const fields = body as Record<string, unknown>;
  const requestId = text(fields['request_id']) ?? text(fields['requestId']);
  const code =
    text(fields['error_code']) ?? text(fields['errorCode']) ?? text(fields['err_code']) ?? text(fields['code']);
  const message =
    text(fields['error_msg']) ??
    text(fields['errorMsg']) ??
    text(fields['errorMessage']) ??
    text(fields['message']) ??
    text(fields['reason']) ??
    text(fields['title']);
  if (code !== undefined || (message !== undefined && depth > 0)) return { code, message, requestId };
  for (const value of [fields['error'], ...Object.values(fields)]) {
    const inner = readErrorBody(value, depth + 1);
    if (inner.code !== undefined || inner.message !== undefined)
      return { ...inner, requestId: requestId ?? inner.requestId };
  }
  return { code, message: message ?? text(fields['error']), requestId };
}

/** Whether the body of a successful answer carries an error: `error_code`, a failed envelope, or `success: false` with a code. */
export function carriesError(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { error_code, status, error, success, err_code } = body as Record<string, unknown>;
  if (text(error_code) !== undefined) return true;
  if (success === false && text(err_code) !== undefined) return true;
  const failed = typeof status === 'string' && ['error', 'fail', 'failed'].includes(status.toLowerCase());
  return failed && ('error' in body ? error !== undefined : !('result' in body));
}
