/**
 * The pipeline that every request takes, also those to IAM and the metadata service: attempts follow one another until one succeeds, or none is worthwhile.
 *
 * Each attempt is authenticated again. After a failure, `retry.ts` decides; here the decision is carried out: delays, rate limits, the clock, renewed credentials.
 */
import { ownProperties } from '../errors/check-options.js';
import { MIN_CLOCK_SKEW_MS } from '../errors/hint.js';
import { NetworkError, TimeoutError, type ApiError } from '../errors/request-errors.js';
import type { ProgressListener } from '../files/upload.js';
import { runAttempt, type AttemptConfig, type AttemptResult, type CallState } from './attempt.js';
import { responseWithBody } from './body.js';
import { describeCause } from './connect-error.js';
import { toApiError, type ReceivedResponse } from './response-error.js';
import { backoffMs, createRetryBudget, MAX_RETRY_AFTER_MS, MAX_THROTTLED_MS, retryReason } from './retry.js';
import { createTimeoutSignal, raceAbort, throwIfAborted } from './timing.js';

/** Options of a request. */
export interface RequestOptions {
  /** Aborts the call at any point. The call rejects with `signal.reason`. */
  signal?: AbortSignal | undefined;
  /** Timeout per attempt in milliseconds, including the body. For downloads: maximum time between two chunks. */
  timeoutMs?: number | undefined;
  /** Timeout of the whole call in milliseconds, including retries and delays. No limit by default. */
  deadlineMs?: number | undefined;
  /** Maximum number of retries. 0 turns retries off. Waiting for a rate limit (429) does not count. */
  maxRetries?: number | undefined;
  /** Called with the number of bytes of a request body that were sent, or of a download that were received. */
  onProgress?: ProgressListener | undefined;
}

/** Options of a request that callers of this package do not set. */
export interface SendOptions extends RequestOptions {
  /** ID of the operation, for events. */
  operation?: string | undefined;
  /** Whether a request that may have run can be retried. @default depends on the method */
  idempotent?: boolean | undefined;
  /** Whether the request is authenticated. @default true */
  authenticate?: boolean | undefined;
  /** Whether the response body is streamed. @default true if it is neither JSON nor text */
  stream?: boolean | undefined;
  /** Called right before the request is passed to fetch. From then on it may run. */
  onSend?: (() => void) | undefined;
}

export interface PipelineConfig extends AttemptConfig {
  /** Credentials are sent to this origin only. */
  readonly origin: string;
  readonly timeoutMs: number;
  readonly deadlineMs?: number | undefined;
  readonly maxRetries: number;
  /** Longest `Retry-After` that is waited for. @default 60000 */
  readonly maxRetryAfterMs?: number | undefined;
}

/** A request to send. The pipeline owns its headers. A function reads a body once. */
export interface PipelineRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array | (() => Promise<ArrayBuffer>) | undefined;
}

/** The response of a call, after all attempts. */
export interface SendResult extends ReceivedResponse {
  /** Whether the body of `response` is still to be read. Otherwise it is in `bytes`. */
  readonly streaming: boolean;
  /** The error that the response reports, if its status is not a successful one. */
  readonly error?: ApiError | undefined;
}

/** @throws NetworkError, TimeoutError, ResponseFormatError, CredentialsError, or the reason of the signal. */
export type Send = (request: PipelineRequest, options: SendOptions) => Promise<SendResult>;

/** Returns the response with a body that can be read. */
export const readableResponse = ({ response, bytes, streaming }: SendResult): Response =>
  streaming ? response : responseWithBody(response, bytes as BodyInit | undefined);

/** A server clock outside of these years is wrong. */
const EARLIEST_DATE = Date.UTC(2020, 0);
const LATEST_DATE = Date.UTC(2100, 0);

/** Returns how far the clock of the server is ahead of `date`; undefined if it is unknown, or if the response was cached. */
function clockSkewMs({ headers }: Response, date: number): number | undefined {
  const value = headers.get('date') ?? '';
  if (value.length > 40 || headers.has('age')) return undefined;
  const time = Date.parse(value);
  return time >= EARLIEST_DATE && time < LATEST_DATE ? time - date : undefined;
}

export function createPipeline(given: PipelineConfig): Send {
  const config = ownProperties(given);
  const { clock, random, emit, origin, maxRetryAfterMs = MAX_RETRY_AFTER_MS } = config;
  const budget = createRetryBudget();
  /** Learned from a call that succeeded after its clock was corrected. */
  let clockOffsetMs = 0;
  /** After a 429, all calls of the client wait. */
  let cooldown = { until: 0, ms: 0 };

  async function coolDown(signal: AbortSignal | undefined): Promise<void> {
    // The clock may have been set back since.
    const ms = Math.min(cooldown.until - clock.now(), cooldown.ms);
    if (ms > 0) await clock.sleep(ms, signal);
  }

  /** Returns the result of the call so far. */
  function toResult(call: CallState, attempt: AttemptResult, response: Response, skewMs?: number): SendResult {
    const { request, path, session, attempt: attempts } = call;
    const { method, url } = request;
    const { bytes, requestId, authentication, redactor, streaming } = attempt;
    const { mayHaveRun } = call;
    // Written out: an object that is spread from others is slow to create.
    return {
      method,
      url,
      path,
      attempts,
      mayHaveRun,
      response,
      bytes,
      requestId,
      authentication,
      redactor,
      scheme: session?.scheme,
      clockSkewMs: skewMs,
      now: clock.now(),
      streaming,
    };
  }

  /** The error of a request whose response did not arrive completely. */
  function toTransferError(call: CallState, { failure, cause, redactor }: AttemptResult): NetworkError | TimeoutError {
    const { path, attempt: attempts, mayHaveRun } = call;
    const { method } = call.request;
    if (failure?.timedOut)
      return new TimeoutError(`attempt of ${method} ${path}`, 'timeoutMs', call.timeoutMs, mayHaveRun);
    const reason = redactor.text(describeCause(cause));
    return new NetworkError({ method, path, attempts, mayHaveRun, cause: redactor.error(cause), reason });
  }

  /** After a 401: corrects the clock or renews the credentials, each once. Returns what was done; undefined if the 401 stands. */
  async function recoverAuthentication(
    call: CallState,
    { authentication }: AttemptResult,
    skewMs: number | undefined,
  ): Promise<'clock-skew' | 'expired' | undefined> {
    const { session, signal } = call;
    if (!session) return undefined;
    // Measured against the date of this very attempt.
    const skewed = skewMs !== undefined && Math.abs(skewMs) >= MIN_CLOCK_SKEW_MS;
    if (skewed && session.scheme === 'signature' && !call.clockCorrected) {
      call.clockCorrected = true;
      call.clockOffsetMs += skewMs;
      return 'clock-skew';
    }
    if (!session.renew || call.renewed) return undefined;
    call.renewed = true;
    const timeout = createTimeoutSignal(
      signal,
      call.timeoutMs,
      () =>
        new TimeoutError(
          `authentication of ${call.request.method} ${call.path}`,
          'timeoutMs',
          call.timeoutMs,
          call.mayHaveRun,
        ),
    );
    try {
      return (await raceAbort(session.renew(authentication, timeout.signal), timeout.signal)) ? 'expired' : undefined;
    } finally {
      timeout.release();
    }
  }

  /** Waits until the call can be retried. Returns `false` if it is not retried. */
  async function waitForRetry(
    call: CallState,
    failure: AttemptResult['failure'],
    error: ApiError | undefined,
  ): Promise<boolean> {
    const reason = failure && retryReason({ ...failure, code: error?.code }, call.idempotent);
    if (reason === undefined) return false;
    const throttled = reason === 'throttled';
    const delayMs = error?.retryAfterMs || backoffMs(throttled ? call.throttled : call.retries, reason, random);
    if (throttled) {
      const ms = Math.min(delayMs, MAX_RETRY_AFTER_MS);
      if (clock.now() + ms > cooldown.until) cooldown = { until: clock.now() + ms, ms };
      call.throttled += 1;
      call.throttledMs += delayMs;
    }
    const hasRetry = throttled
      ? call.maxRetries > 0 && (call.deadlineAt < Infinity || call.throttledMs <= MAX_THROTTLED_MS)
      : call.retries < call.maxRetries;
    if (!hasRetry || delayMs > maxRetryAfterMs || clock.now() + delayMs >= call.deadlineAt || !budget.take(reason)) {
      return false;
    }
    if (!throttled) call.retries += 1;
    const { operation, host, path, attempt, request } = call;
    emit({ type: 'retry', operation, method: request.method, host, path, attempt, reason, delayMs });
    await clock.sleep(delayMs, call.signal);
    return true;
  }

  async function runAttempts(call: CallState): Promise<SendResult> {
    for (;;) {
      await coolDown(call.signal);
      throwIfAborted(call.signal);
      call.attempt += 1;
      if (!call.clockCorrected) call.clockOffsetMs = clockOffsetMs;
      const signedAt = clock.now() + call.clockOffsetMs;
      const attempt = await runAttempt(call, config);
      const { response, failure } = attempt;
      if (!failure) {
        budget.refill();
        if (call.clockCorrected) ({ clockOffsetMs } = call);
        return toResult(call, attempt, response!);
      }
      if (!response || response.ok) {
        if (await waitForRetry(call, failure, undefined)) continue;
        throw toTransferError(call, attempt);
      }
      const skewMs = clockSkewMs(response, signedAt);
      const result = toResult(call, attempt, response, skewMs);
      const error = toApiError(result);
      if (response.status === 401) {
        const reason = await recoverAuthentication(call, attempt, skewMs);
        if (reason === undefined) return { ...result, error };
        const { operation, host, path, request } = call;
        emit({
          type: 'retry',
          operation,
          method: request.method,
          host,
          path,
          attempt: call.attempt,
          reason,
          delayMs: 0,
        });
      } else if (!(await waitForRetry(call, failure, error))) {
        return { ...result, error };
      }
    }
  }

  return async function send(request, given) {
    const options = ownProperties(given);
    const { method, url, headers } = request;
    const { pathname: path, host, origin: target } = new URL(url);
    if (target !== origin) throw new TypeError(`path must lead to ${origin}; received an address of ${target}`);
    const { timeoutMs = config.timeoutMs, deadlineMs = config.deadlineMs, maxRetries = config.maxRetries } = options;
    let call: CallState | undefined;
    const deadline =
      deadlineMs === undefined
        ? undefined
        : createTimeoutSignal(
            options.signal,
            deadlineMs,
            () => new TimeoutError(`${method} ${path}`, 'deadlineMs', deadlineMs, call?.mayHaveRun),
          );
    const signal = deadline?.signal ?? options.signal;
    let streaming = false;
    try {
      const body =
        typeof request.body === 'function' ? new Uint8Array(await raceAbort(request.body(), signal)) : request.body;
      call = {
        request: { method, url, headers, body },
        operation: options.operation,
        host,
        path,
        session: options.authenticate === false ? undefined : config.session,
        callerSignal: options.signal,
        signal,
        timeoutMs,
        deadlineAt: deadlineMs === undefined ? Infinity : clock.now() + deadlineMs,
        maxRetries,
        idempotent: options.idempotent ?? /^(GET|HEAD|OPTIONS)$/.test(method),
        stream: options.stream,
        onProgress: options.onProgress,
        onSend: options.onSend,
        onStreamEnd: () => deadline?.release(),
        attempt: 0,
        retries: 0,
        throttled: 0,
        throttledMs: 0,
        clockOffsetMs,
        clockCorrected: false,
        renewed: false,
        mayHaveRun: false,
      };
      const result = await runAttempts(call);
      ({ streaming } = result);
      return result;
    } finally {
      if (!streaming) deadline?.release();
    }
  };
}
