/** Answers that are no success, read into errors. */
import { parseAnswer } from '../answer.js';
import type { CallState, Outcome, SendResult } from '../call-state.js';
import type { OperationSpec } from '../contract.js';
import { ApiError, ResponseFormatError } from './api-error.js';
import { readErrorBody } from './error-body.js';
import { hintFor } from './hint.js';
import { redact, redactDeep } from './redact.js';
import { parseRetryAfter } from './retry.js';

/** What is read out of an answer that refuses. */
export interface Refusal {
  result: SendResult;
  error: ApiError;
  /** By how much the server's clock is ahead of the one that the attempt was signed with. */
  offByMs: number | undefined;
}

/** Parses a body: JSON, or else text. */
function parseBody(text: string): unknown {
  try {
    return parseAnswer(text);
  } catch {
    return text;
  }
}

/** By how much the server's clock is ahead, from `Date`; undefined where there is none, or where the answer was cached. */
function clockSkew({ headers }: Response, now: number): number | undefined {
  const date = headers.get('date');
  if (date === null || headers.has('age')) return undefined;
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : time - now;
}

export function readRefusal(
  call: CallState,
  { response, bytes, requestId, proof }: Extract<Outcome, { response: Response }>,
  now: number,
): Refusal {
  const { status, headers } = response;
  const { request, session, path, attempt: attempts } = call;
  const { method, url } = request;
  const { secrets, canonicalRequest } = proof;
  const body = redactDeep(parseBody(new TextDecoder().decode(bytes)), secrets);
  const said = readErrorBody(body);
  const { code, message } = said;
  const skewMs = clockSkew(response, now);
  const offByMs = skewMs === undefined ? undefined : skewMs - call.skewMs;
  const hint = hintFor({
    ...{ status, code, message, host: new URL(url).host, skewMs: offByMs, location: headers.get('location') },
    ...{ method: session?.method ?? 'token', canonicalRequest },
  });
  const error = new ApiError({
    ...{ method, path, attempts, status, code, errorMessage: message, hint, body, response },
    requestId: requestId ?? said.requestId,
    retryAfterMs: parseRetryAfter(headers.get('retry-after'), now),
  });
  const result = { response, bytes, method, path, attempts, requestId: error.requestId, error, secrets };
  return { result, error, offByMs };
}

/** The error that a parsed body tells of, whatever the status. */
export function toApiError(sent: Omit<SendResult, 'error'>, body: unknown): ApiError {
  const { response, method, path, attempts, secrets } = sent;
  const { code, message, requestId } = readErrorBody(body);
  return new ApiError({
    ...{ method, path, attempts, status: response.status, response, body, code },
    requestId: sent.requestId ?? requestId,
    errorMessage: message && redact(message, secrets),
  });
}

/** What a middleware of the user's answered in place of the service. */
export function answeredByMiddleware({ method, path }: OperationSpec, response: Response, body: unknown): SendResult {
  const answer = { response, bytes: undefined, method, path, attempts: 0, requestId: undefined, secrets: [] };
  return { ...answer, error: response.ok ? undefined : toApiError(answer, body) };
}

/** The error of a successful answer whose body is not JSON. */
export function toFormatError(sent: SendResult, text: string, cause: unknown): ResponseFormatError {
  const { response, method, path, attempts, requestId, secrets } = sent;
  const contentType = response.headers.get('content-type') ?? undefined;
  return new ResponseFormatError({
    ...{ method, path, attempts, requestId, status: response.status, contentType, text: redact(text, secrets), cause },
  });
}
