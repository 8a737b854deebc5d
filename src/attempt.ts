/** One attempt of a request: proved, sent, and its answer read, within its own limit of time. */
import { limitTime, linkSignal, untilAborted } from './abort.js';
import type { AuthenticatorSession, OutgoingRequest, Proof } from './authenticator.js';
import { looksBinary, readBody, withBody } from './body.js';
import type { Clock } from './clock.js';
import { NetworkError, TimeoutError } from './errors.js';
import type { EventListener } from './events.js';
import type { ApiError } from './failures/api-error.js';
import type { ProgressListener } from './contract.js';
import type { RetryReason } from './failures/retry.js';

/** An error body is read up to this size. */
const MAX_ERROR_BYTES = 1024 * 1024;

/** What an attempt is made with. */
export interface AttemptOptions {
  request: OutgoingRequest;
  /** Path of the request, without its query. */
  path: string;
  /** Name of the operation, for events. */
  operation: string | undefined;
  /** 1 for the first one. */
  attempt: number;
  session: AuthenticatorSession;
  /** The server's time, as far as it is known. */
  date: Date;
  /** A proof that the service did not accept. */
  refused?: Proof | undefined;
  /** The signal of the whole call. */
  signal: AbortSignal | undefined;
  timeoutMs: number;
  /** Whether the body is handed on as it comes; where left out, its type decides. */
  stream: boolean | undefined;
  onProgress: ProgressListener | undefined;
  /** Called when a body that was handed on has ended. */
  onStreamEnd: () => void;
  fetch: typeof fetch;
  clock: Clock;
  emit: EventListener;
}

/** How an attempt ended. */
export type Outcome = { proof: Proof } &
  /** Nothing was sent: the proof was refused before, and there is no other. */
  (
    | { kind: 'unchanged' }
    | { kind: 'answered'; response: Response; bytes: Uint8Array | undefined; streaming: boolean }
    | { kind: 'refused'; response: Response; bytes: Uint8Array | undefined }
    | { kind: 'failed'; error: NetworkError | TimeoutError; reason: RetryReason }
  );

/** What came back in the end. */
export interface SendResult {
  /** The answer. Its body is in memory, or, for a stream, still coming. */
  response: Response;
  /** The body, where it is in memory. */
  bytes: Uint8Array | undefined;
  method: string;
  /** Path that was asked for, without its query. */
  path: string;
  attempts: number;
  requestId: string | undefined;
  /** The error that the answer stands for, where its status is not a successful one. */
  error: ApiError | undefined;
  /** What the request proved itself with, and must not be printed. */
  secrets: readonly string[];
}

/** Connection failures after which the request cannot have been received, by the codes of Node, Bun and Deno. */
const UNSENT_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
]);

/** Whether the request was never sent, as far as the runtime tells. */
function wasUnsent(error: unknown): boolean {
  for (let depth = 0, current = error; depth < 5 && current instanceof Error; depth += 1, current = current.cause) {
    const { code, errors } = current as { code?: unknown; errors?: unknown };
    if (typeof code === 'string' && UNSENT_CODES.has(code)) return true;
    if (Array.isArray(errors) && errors.length > 0 && errors.every(wasUnsent)) return true;
    if (/tcp connect error|dns error/i.test(current.message)) return true;
  }
  return false;
}

/** The vendor's id of a request, from the headers of its answer. */
export const requestIdOf = ({ headers }: Response): string | undefined =>
  headers.get('x-request-id') || headers.get('x-iam-trace-id') || undefined;

/** Makes one attempt. Rejects where no proof can be had, and with the reason of an abort; everything else is an outcome. */
export async function makeAttempt(options: AttemptOptions): Promise<Outcome> {
  const { request, path, operation, attempt, signal, timeoutMs, clock, emit } = options;
  const { method, url, body } = request;
  const at = { operation, method, path, attempt };
  const linked = linkSignal(signal);
  const timeoutError = (what: string): TimeoutError =>
    new TimeoutError(`${what} of ${method} ${path}`, 'timeoutMs', timeoutMs);
  let overdue: TimeoutError | undefined;
  const stopTimer = limitTime(linked, timeoutMs, () => (overdue = timeoutError('An attempt')));
  const finish = (): void => {
    stopTimer();
    linked.release();
  };

  let proof: Proof;
  try {
    const { session, date, refused } = options;
    proof = await untilAborted(session.prove(request, { date, refused, signal: linked.signal }), linked.signal);
  } catch (error) {
    finish();
    throw error;
  }

  if (proof.unchanged) {
    finish();
    return { proof, kind: 'unchanged' };
  }

  let streaming = false;
  try {
    const startedAt = clock.now();
    emit({ type: 'request', ...at });
    const upload =
      body && options.onProgress && (await import('./transfers/progress.js')).watchUpload(body, options.onProgress);
    const headers = new Headers(request.headers);
    for (const [name, value] of Object.entries({ ...proof.headers, ...upload?.headers })) headers.set(name, value);
    const sent = upload?.init ?? (body && { body: body as BodyInit });
    const init: RequestInit = { method, headers, ...sent, redirect: 'manual', signal: linked.signal };
    const response = await untilAborted(options.fetch(url, init), linked.signal);
    upload?.done();
    const tell = (): void => {
      const { status } = response;
      emit({ type: 'response', ...at, status, requestId: requestIdOf(response), durationMs: clock.now() - startedAt });
    };

    if (!response.ok) {
      const bytes = await readBody(response, linked.signal, MAX_ERROR_BYTES);
      tell();
      return { proof, kind: 'refused', response: withBody(response, bytes), bytes };
    }
    if (!(options.stream ?? looksBinary(response))) {
      const bytes = await readBody(response, linked.signal);
      tell();
      return { proof, kind: 'answered', response: withBody(response, bytes), bytes, streaming };
    }
    const { watchBody } = await import('./transfers/watch-body.js');
    linked.signal.throwIfAborted();
    streaming = true;
    stopTimer();
    tell();
    const watched = watchBody(response, {
      linked,
      timeoutMs,
      timeoutError: () => timeoutError('A chunk'),
      networkError: (cause) => new NetworkError({ method, path, attempts: attempt, unsent: false, cause }),
      onProgress: options.onProgress,
      onEnd: () => {
        finish();
        options.onStreamEnd();
      },
    });
    return { proof, kind: 'answered', response: watched, bytes: undefined, streaming };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (overdue) return { proof, kind: 'failed', error: overdue, reason: 'timeout' };
    const unsent = wasUnsent(cause);
    const error = new NetworkError({ method, path, attempts: attempt, unsent, cause });
    return { proof, kind: 'failed', error, reason: unsent ? 'connect' : 'network' };
  } finally {
    if (!streaming) finish();
  }
}
