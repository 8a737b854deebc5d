/** Errors of a single request. Each says in `mayHaveRun` whether the service may have processed the request. */
import { CodeArtsError, defineHidden } from './codearts-error.js';

/** Details of a failed request. */
export interface RequestDetails {
  readonly method: string;
  /** Path of the request, without the query. */
  readonly path: string;
  /** Number of times the request was sent. */
  readonly attempts: number;
  /** Whether the service may have processed the request. `false`: it certainly has not, so a retry is safe. */
  readonly mayHaveRun: boolean;
}

/** Details of a request that got a response. */
interface ResponseDetails extends RequestDetails {
  readonly status: number;
  readonly requestId: string | undefined;
}

/** The service, or the gateway in front of it, rejected a request or failed to process it. */
export class ApiError extends CodeArtsError implements RequestDetails {
  override readonly name = 'ApiError';
  /** Code of the service, such as `CB.00060200` or `APIGW.0301`; `HTTP_404` and the like if the response contains none. */
  readonly code: string;
  /** HTTP status. 200 if a successful response contained an error. */
  readonly status: number;
  /** Message of the service, up to 500 characters, without control characters. */
  readonly errorMessage: string | undefined;
  /** Request ID assigned by Huawei Cloud. Quote it when you contact support. */
  readonly requestId: string | undefined;
  /** Delay in milliseconds that the service asks for. */
  readonly retryAfterMs: number | undefined;
  readonly method: string;
  readonly path: string;
  readonly attempts: number;
  readonly mayHaveRun: boolean;
  /** Likely cause or suggested fix, if known. */
  readonly hint: string | undefined;
  /** Page of Huawei Cloud that lists the code. */
  readonly docUrl: string | undefined;
  /** Response body: parsed if it is JSON, otherwise its text; secrets of the request are redacted. Not printed with the error. */
  declare readonly body: unknown;
  /** The response, with a body that can be read. Not printed with the error. */
  declare readonly response: Response;

  constructor(
    details: ResponseDetails & {
      code?: string | undefined;
      errorMessage?: string | undefined;
      retryAfterMs?: number | undefined;
      hint?: string | undefined;
      body: unknown;
      /** Creates the response, if it is asked for. */
      response: () => Response;
    },
  ) {
    const { method, path, status, code, errorMessage, requestId, hint } = details;
    const parts = [String(status), code === String(status) ? undefined : code, errorMessage].filter(Boolean).join(' ');
    super(`${method} ${path} failed: ${parts}${hint ? ` (${hint})` : ''}${requestId ? ` [request ${requestId}]` : ''}`);
    this.status = status;
    this.code = code ?? `HTTP_${String(status)}`;
    this.errorMessage = errorMessage;
    this.requestId = requestId;
    this.retryAfterMs = details.retryAfterMs;
    this.method = method;
    this.path = path;
    this.attempts = details.attempts;
    this.mayHaveRun = details.mayHaveRun;
    this.hint = hint;
    this.docUrl = docUrlOf(code);
    defineHidden(this, 'body', details.body);
    let response: Response | undefined;
    Object.defineProperty(this, 'response', { get: () => (response ??= details.response()) });
  }
}

/** The request did not reach the service, or the response did not arrive completely. `cause` is the error of the runtime. */
export class NetworkError extends CodeArtsError implements RequestDetails {
  override readonly name = 'NetworkError';
  readonly code = 'NETWORK_ERROR';
  readonly method: string;
  readonly path: string;
  readonly attempts: number;
  readonly mayHaveRun: boolean;

  /** @param details The request, and in `reason` the message of the runtime. */
  constructor(details: RequestDetails & { cause: unknown; reason: string }) {
    const { method, path, attempts, mayHaveRun, cause, reason } = details;
    super(`${method} ${path} failed: ${reason}`, { cause });
    this.method = method;
    this.path = path;
    this.attempts = attempts;
    this.mayHaveRun = mayHaveRun;
  }
}

/** A timeout passed: that of an attempt, of a call, or of waiting for a build. */
export class TimeoutError extends CodeArtsError {
  override readonly name = 'TimeoutError';
  readonly code = 'TIMEOUT';
  /** Name of the option that set the timeout, such as `timeoutMs` or `deadlineMs`. */
  readonly option: string;
  /** The timeout in milliseconds. */
  readonly limitMs: number;
  /** Whether a request that may change something may have been processed. */
  readonly mayHaveRun: boolean;

  constructor(subject: string, option: string, limitMs: number, mayHaveRun = false) {
    super(`${subject} timed out after ${String(limitMs)} ms (${option})`);
    this.option = option;
    this.limitMs = limitMs;
    this.mayHaveRun = mayHaveRun;
  }
}

/** A response with a successful status has an unusable body: HTML of a proxy, incomplete JSON, or more bytes than the limit. */
export class ResponseFormatError extends CodeArtsError implements RequestDetails {
  override readonly name = 'ResponseFormatError';
  readonly code = 'RESPONSE_FORMAT';
  readonly status: number;
  readonly contentType: string | undefined;
  readonly requestId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly attempts: number;
  readonly mayHaveRun: boolean;
  /** Start of the body, up to 200 characters. Not printed with the error. */
  declare readonly snippet: string;

  /** @param details The request, the response, and in `problem` what is wrong with the body. */
  constructor(details: ResponseDetails & { contentType: string | undefined; problem: string; text: string }) {
    const { method, path, status, contentType, requestId } = details;
    super(
      `${method} ${path} returned ${String(status)} with ${details.problem} (${contentType ?? 'no content type'})` +
        (requestId ? ` [request ${requestId}]` : ''),
    );
    this.status = status;
    this.contentType = contentType;
    this.requestId = requestId;
    this.method = method;
    this.path = path;
    this.attempts = details.attempts;
    this.mayHaveRun = details.mayHaveRun;
    defineHidden(this, 'snippet', details.text.slice(0, 200));
  }
}

/** Returns the page of Huawei Cloud that lists an error code. */
function docUrlOf(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (/^APIGW?\./.test(code)) return 'https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0007.html';
  return /^(DEV\.?)?CB\./.test(code)
    ? 'https://support.huaweicloud.com/intl/en-us/api-codeci/ErrorCode.html'
    : undefined;
}

/** A recorded request that is similar to a request. */
export interface NearestEntry {
  /** Number of the entry in the recording, starting at 1. */
  readonly entry: number;
  /** Method and path, as recorded. */
  readonly request: string;
  /** Differences, such as `path`, `query limit` or `body.job_id`. */
  readonly differences: readonly string[];
}

/** A recording has no response to a request. The client does not retry it. */
export class ReplayError extends CodeArtsError {
  override readonly name = 'ReplayError';
  readonly code = 'REPLAY';
  readonly method: string;
  /** Path of the request, without the query. */
  readonly path: string;
  /** The most similar recorded request, if the request was not recorded. */
  readonly nearest: NearestEntry | undefined;

  constructor(details: { method: string; path: string; problem: string; nearest?: NearestEntry }) {
    const { method, path, problem, nearest } = details;
    const hint = nearest
      ? `; nearest: entry ${nearest.entry}, ${nearest.request}, which differs in ${nearest.differences.join(', ')}`
      : '';
    super(`${method} ${path} ${problem}${hint}`);
    this.method = method;
    this.path = path;
    this.nearest = nearest;
  }
}
