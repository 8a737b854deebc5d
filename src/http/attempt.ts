/** One attempt of a request: authenticate, send, read the response. */
import { fetchDefaults } from '#runtime';
import { ownProperties } from '../errors/check-options.js';
import { createRedactor, secretsOf, type Redactor } from '../errors/redact.js';
import { ReplayError, ResponseFormatError, TimeoutError } from '../errors/request-errors.js';
import { concatBytes } from '../files/lines.js';
import { trackUpload, type ProgressListener } from '../files/upload.js';
import type { Authentication, AuthenticatorSession, ClientContext, OutgoingRequest } from './authenticator.js';
import { isBinary, readBody, statusOf, streamBody } from './body.js';
import { isConnectError, isPermanentConnectError } from './connect-error.js';
import { toFormatError } from './response-error.js';
import { mayHaveRun, type AttemptFailure } from './retry.js';
import { createTimeoutSignal, type TimeoutSignal } from './timing.js';

/** Configuration that all attempts of a client share. */
export interface AttemptConfig extends ClientContext {
  /** Authenticates requests; undefined if none is. */
  readonly session: AuthenticatorSession | undefined;
  /** Returns the IAM project of the requests, if the client has one. It takes precedence over that of the credentials. */
  readonly getProjectId?: ((signal: AbortSignal) => Promise<string | undefined>) | undefined;
  /** Omits the IAM project, for a service that is not bound to one. */
  readonly omitProjectId?: boolean | undefined;
  /** Maximum size of a response body that is read into memory, in bytes. */
  readonly maxResponseBytes: number;
}

/** One call, as far as its attempts are concerned. */
export interface CallState {
  readonly request: OutgoingRequest;
  /** ID of the operation, for events. */
  readonly operation: string | undefined;
  readonly host: string;
  /** Path of the request, without the query. */
  readonly path: string;
  /** Undefined if the call is not authenticated. */
  readonly session: AuthenticatorSession | undefined;
  /** Signal of the caller. */
  readonly callerSignal: AbortSignal | undefined;
  /** The same with the deadline of the call. */
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly deadlineAt: number;
  readonly maxRetries: number;
  readonly idempotent: boolean;
  /** Whether the body is streamed; if undefined, its type decides. */
  readonly stream: boolean | undefined;
  readonly onProgress: ProgressListener | undefined;
  readonly onSend: (() => void) | undefined;
  /** Called at the end of a streamed body. */
  readonly onStreamEnd: () => void;
  /** Number of the latest attempt, starting at 1. */
  attempt: number;
  /** Number of retries, except after a 401 or a 429. */
  retries: number;
  /** Number of attempts that were throttled (429), and the delays after them in milliseconds. */
  throttled: number;
  throttledMs: number;
  /** Added to the time of this machine in signatures. */
  clockOffsetMs: number;
  clockCorrected: boolean;
  renewed: boolean;
  /** Whether any attempt may have been processed by the service. */
  mayHaveRun: boolean;
}

/** Result of an attempt. */
export interface AttemptResult {
  readonly authentication: Authentication;
  /** Redacts the secrets of this attempt. */
  readonly redactor: Redactor;
  /** Undefined if no response headers arrived. */
  readonly response: Response | undefined;
  /** Response body; what arrived of it if it broke off. Undefined for a stream. */
  readonly bytes: Uint8Array | undefined;
  readonly requestId: string | undefined;
  /** Whether the body of `response` is still to be read. */
  readonly streaming: boolean;
  /** Undefined if the attempt succeeded. */
  readonly failure: Omit<AttemptFailure, 'code'> | undefined;
  /** Error of the runtime, if the response did not arrive completely. */
  readonly cause: unknown;
}

/** Size up to which the body of an error is read. */
const MAX_ERROR_BYTES = 1024 * 1024;

const NOT_AUTHENTICATED: Authentication = { headers: {}, secrets: [] };

/** Progress of an attempt, for the case that it is aborted. */
interface Progress {
  authentication?: Authentication;
  redactor?: Redactor;
  response?: Response;
  readonly chunks: Uint8Array[];
}

/**
 * Makes one attempt. Anything that happens to the response is a result.
 *
 * @throws CredentialsError and others if authentication fails.
 * @throws ResponseFormatError if the body of a successful response is too large.
 * @throws ReplayError if `fetch` replays a recording without the request.
 * @throws The reason of the caller's signal, or of the deadline, if it aborts.
 */
export async function runAttempt(call: CallState, config: AttemptConfig): Promise<AttemptResult> {
  const { signal, callerSignal, timeoutMs, path, mayHaveRun: mayRunBefore } = call;
  const { method } = call.request;
  const timeout = createTimeoutSignal(
    signal,
    timeoutMs,
    () => new TimeoutError(`authentication of ${method} ${path}`, 'timeoutMs', timeoutMs, mayRunBefore),
  );
  const progress: Progress = { chunks: [] };
  let streaming = false;
  try {
    const result = await timeout.race(sendOnce(call, config, timeout, progress));
    ({ streaming } = result);
    if (result.failure) call.mayHaveRun = mayRunBefore || mayHaveRun(result.failure);
    return result;
  } catch (cause) {
    const { authentication, redactor, response, chunks } = progress;
    if (callerSignal?.aborted) throw callerSignal.reason;
    if (!authentication || !redactor || cause instanceof ResponseFormatError || cause instanceof ReplayError)
      throw cause;
    const timedOut = timeout.signal.aborted;
    // Once the headers of an error have arrived, its status stands, whatever happens to its body or to the time left.
    if (signal?.aborted && (!response || response.ok)) throw signal.reason;
    const sent = response !== undefined || timedOut || !isConnectError(cause);
    const failure = {
      sent,
      status: response && statusOf(response),
      timedOut,
      permanent: !sent && isPermanentConnectError(cause),
    };
    call.mayHaveRun = mayRunBefore || mayHaveRun(failure);
    const bytes = response && concatBytes(chunks);
    return {
      authentication,
      redactor,
      response,
      bytes,
      requestId: response && requestIdOf(response, redactor),
      streaming: false,
      failure,
      cause,
    };
  } finally {
    if (!streaming) timeout.release();
  }
}

async function sendOnce(
  call: CallState,
  config: AttemptConfig,
  timeout: TimeoutSignal,
  progress: Progress,
): Promise<AttemptResult> {
  const { request, operation, host, path, attempt, timeoutMs, onProgress } = call;
  const { clock, emit } = config;
  const { method, url, body } = request;
  const authentication = await authenticate(call, config, timeout.signal);
  progress.authentication = authentication;
  const redactor = createRedactor(() => [...authentication.secrets, ...secretsOf(request)]);
  progress.redactor = redactor;
  timeout.restart(() => new TimeoutError(`attempt of ${method} ${path}`, 'timeoutMs', timeoutMs, true));

  const startedAt = clock.now();
  emit({ type: 'request', operation, method, host, path, attempt });
  const upload = body && onProgress && trackUpload(body, onProgress);
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries({ ...authentication.headers, ...upload?.headers }))
    headers.set(name, value);
  const content = upload?.init ?? (body && { body: body as BodyInit });
  const { signal } = timeout;
  // Fetch reads inherited options too, such as a proxy.
  const init = Object.create(null) as RequestInit;
  Object.assign(init, { method, headers, ...content, ...fetchDefaults(), redirect: 'manual', signal });
  call.mayHaveRun = true;
  call.onSend?.();
  let response = await config.fetch(url, ownProperties(init));
  progress.response = response;
  upload?.done();

  const { ok } = response;
  const status = statusOf(response);
  const requestId = requestIdOf(response, redactor);
  const { chunks } = progress;
  let streaming = false;
  if (ok && (call.stream ?? isBinary(response))) {
    if (signal.aborted) throw signal.reason;
    streaming = true;
    timeout.stopTimer();
    response = streamBody(response, timeout, {
      ...{ method, path, timeoutMs, onProgress, attempts: attempt, onEnd: call.onStreamEnd, redactor },
    });
  } else {
    const complete = await readBody(response, ok ? config.maxResponseBytes : MAX_ERROR_BYTES, chunks);
    if (!complete && ok) throw tooLarge(call, config, { authentication, redactor, response, requestId });
  }
  const durationMs = clock.now() - startedAt;
  emit({ type: 'response', operation, method, host, path, attempt, status, requestId, durationMs });
  const failure = ok ? undefined : { sent: true, status, timedOut: false, permanent: false };
  const bytes = streaming ? undefined : concatBytes(chunks);
  return { authentication, redactor, response, bytes, requestId, streaming, failure, cause: undefined };
}

/** Adds the project, unless the call names one, and authenticates the request. */
function authenticate(call: CallState, config: AttemptConfig, signal: AbortSignal): Promise<Authentication> {
  const { request, session, clockOffsetMs } = call;
  if (!session) return Promise.resolve(NOT_AUTHENTICATED);
  const { getProjectId, omitProjectId, clock } = config;
  const sign = (): Promise<Authentication> =>
    session.authenticate(request, { date: new Date(clock.now() + clockOffsetMs), signal, omitProjectId });
  if (!getProjectId || omitProjectId || request.headers.has('x-project-id')) return sign();
  return getProjectId(signal).then((id) => {
    if (id !== undefined) request.headers.set('X-Project-Id', id);
    return sign();
  });
}

/** Returns the request ID that Huawei Cloud assigned. */
function requestIdOf({ headers }: Response, redactor: Redactor): string | undefined {
  const id = headers.get('x-request-id') || headers.get('x-iam-trace-id') || undefined;
  return id && redactor.text(id);
}

function tooLarge(
  { request, path, attempt: attempts }: CallState,
  { maxResponseBytes, clock }: AttemptConfig,
  received: Pick<AttemptResult, 'authentication' | 'redactor' | 'requestId'> & { response: Response },
): ResponseFormatError {
  const { method, url } = request;
  return toFormatError(
    { ...received, method, url, path, attempts, bytes: undefined, scheme: undefined, now: clock.now() },
    `a body of more than ${maxResponseBytes} bytes (maxResponseBytes)`,
  );
}
