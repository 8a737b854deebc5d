/** Errors that tell of an answer: one that refuses, and one that is not what it should be. */
import { CodeArtsError, hidden, type RequestFacts } from '../errors.js';

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
