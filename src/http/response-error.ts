/** Turns responses into errors: whether a body reports an error, what it says, and the `ApiError` for it. */
import { isObject } from '../errors/check-options.js';
import { hintFor } from '../errors/hint.js';
import type { Redactor } from '../errors/redact.js';
import { ApiError, ResponseFormatError } from '../errors/request-errors.js';
import type { Authentication } from './authenticator.js';
import { decodeText, parseJson, responseWithBody, statusOf } from './body.js';
import { parseRetryAfter } from './retry.js';

/** Content of an error body, in any of the forms of Huawei Cloud. */
export interface ErrorBody {
  code: string | undefined;
  message: string | undefined;
  requestId: string | undefined;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

const firstText = (fields: Record<string, unknown>, names: readonly string[]): string | undefined => {
  for (const name of names) {
    const text = textOf(fields[name]);
    if (text !== undefined) return text;
  }
  return undefined;
};

const CODE_NAMES = ['error_code', 'errorCode', 'err_code', 'code'];
const MESSAGE_NAMES = ['error_msg', 'errorMsg', 'errorMessage', 'message', 'reason', 'title'];

/**
 * Reads the error out of a parsed body.
 *
 * The known forms, in the order in which they are tried: a code and a message under one of several names, at the top or inside an object one or two levels
 * down (usually `error`), an array of these, and a plain text under `error`.
 */
export function readErrorBody(body: unknown, depth = 0): ErrorBody {
  const nothing: ErrorBody = { code: undefined, message: undefined, requestId: undefined };
  if (typeof body === 'string') return { ...nothing, message: depth === 0 ? textOf(body) : undefined };
  if (!isObject(body) || depth > 2) return nothing;
  if (Array.isArray(body)) return body.length > 0 ? readErrorBody(body[0], depth + 1) : nothing;
  const requestId = firstText(body, ['request_id', 'requestId']);
  const code = firstText(body, CODE_NAMES);
  const message = firstText(body, MESSAGE_NAMES);
  if (code !== undefined || (message !== undefined && depth > 0)) return { code, message, requestId };
  for (const value of [body['error'], ...Object.values(body)]) {
    const inner = readErrorBody(value, depth + 1);
    if (inner.code !== undefined || inner.message !== undefined) {
      return { ...inner, requestId: requestId ?? inner.requestId };
    }
  }
  return { code, message: message ?? textOf(body['error']), requestId };
}

/** `0` and an empty string are no error codes. */
const isErrorCode = (value: unknown): boolean => textOf(value) !== undefined && Number(value) !== 0;

/**
 * Returns `true` if the body of a successful response reports an error: an error code, a failed envelope, an envelope with an error instead of a result, or
 * `success: false` with a reason.
 */
export function isErrorEnvelope(body: unknown): boolean {
  if (!isObject(body)) return false;
  const { error_code, status, error, result, success, err_code, message } = body;
  if (isErrorCode(error_code)) return true;
  if (success === false && (isErrorCode(err_code) || textOf(message) !== undefined)) return true;
  if (isObject(error) && isErrorCode(error['code']) && (result === undefined || result === null)) return true;
  const failed = typeof status === 'string' && /^(error|fail(ed)?)$/i.test(status);
  return failed && ('error' in body ? error !== undefined : !('result' in body));
}

const MAX_MESSAGE_LENGTH = 500;
const MAX_CODE_LENGTH = 100;

/** Redacts a text of the service, then drops control characters and cuts it. */
function printable(text: string | undefined, redactor: Redactor, maxLength: number): string | undefined {
  if (text === undefined) return undefined;
  const clean = redactor
    .text(text)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim();
  return clean.length > maxLength ? `${clean.slice(0, maxLength)}…` : clean || undefined;
}

/** A response, and the request that it belongs to. */
export interface ReceivedResponse {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly attempts: number;
  readonly mayHaveRun: boolean;
  /** The response as fetch returned it. Its body was read into `bytes`. */
  readonly response: Response;
  readonly bytes: Uint8Array | undefined;
  readonly requestId: string | undefined;
  /** Redacts the secrets of the request. */
  readonly redactor: Redactor;
  readonly authentication: Authentication;
  readonly scheme: 'signature' | 'token' | undefined;
  /** Clock skew: server time minus signed date, in milliseconds. */
  readonly clockSkewMs?: number | undefined;
  readonly now: number;
}

/** Creates the error for a response that reports one. */
export function toApiError(received: ReceivedResponse): ApiError {
  const { response, bytes, method, path, attempts, authentication, redactor } = received;
  const { headers } = response;
  const status = statusOf(response);
  const body = parseBody(decodeText(bytes, headers.get('content-type')));
  const reported = readErrorBody(body);
  const code = printable(reported.code, redactor, MAX_CODE_LENGTH);
  const errorMessage = printable(reported.message, redactor, MAX_MESSAGE_LENGTH);
  const { host } = new URL(received.url);
  const { scheme, clockSkewMs } = received;
  const { canonicalRequest } = authentication;
  const location = headers.get('location');
  return new ApiError({
    ...{ method, path, attempts, status, code, errorMessage, body: redactor.value(body) },
    mayHaveRun: received.mayHaveRun,
    requestId: printable(received.requestId ?? reported.requestId, redactor, MAX_CODE_LENGTH),
    retryAfterMs: parseRetryAfter(headers.get('retry-after'), received.now),
    // From the whole message: the canonical request of the gateway is at its end, and is compared with what was signed.
    hint: printable(
      hintFor({ status, code, message: reported.message, scheme, canonicalRequest, clockSkewMs, location, host }),
      redactor,
      MAX_MESSAGE_LENGTH,
    ),
    response: () => responseWithBody(response, bytes as BodyInit | undefined),
  });
}

function parseBody(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** Creates the error for a successful response whose body cannot be used. */
export function toFormatError(received: Omit<ReceivedResponse, 'mayHaveRun'>, problem: string): ResponseFormatError {
  const { response, bytes, method, path, attempts, requestId, redactor } = received;
  const contentType = response.headers.get('content-type');
  const start = redactor.text(decodeText(bytes?.subarray(0, 64 * 1024), contentType));
  // The end of the read part may split a secret.
  const text = (bytes?.length ?? 0) > 64 * 1024 ? start.slice(0, -32 * 1024) : start;
  return new ResponseFormatError({
    ...{ method, path, attempts, status: response.status, problem, text },
    requestId: printable(requestId, redactor, MAX_CODE_LENGTH),
    contentType: printable(contentType ?? undefined, redactor, MAX_CODE_LENGTH),
    mayHaveRun: true,
  });
}
