/**
 * The one pipeline that every request takes: the body is read once, then each attempt is proved afresh, sent, and judged, until one succeeds or
 * none may follow.
 */
import { limitTime, linkSignal, untilAborted, type LinkedSignal } from './abort.js';
import type { Authenticator, OutgoingRequest, Proof } from './authenticator.js';
import type { Clock } from './clock.js';
import type { CallOptions } from './contract.js';
import { ApiError, NetworkError, readErrorBody, TimeoutError } from './errors.js';
import type { EventListener } from './events.js';
import { hintFor, NOTABLE_SKEW_MS, redact } from './hint.js';
import { watchUpload } from './progress.js';
import {
  backoffMs,
  createRetryBudget,
  MAX_RETRY_AFTER_MS,
  parseRetryAfter,
  retryReason,
  type RetryReason,
} from './retry.js';

/** An error body is read up to this size. */
const MAX_ERROR_BYTES = 1024 * 1024;

export interface TransportConfig {
  authenticator: Authenticator;
  fetch: typeof fetch;
  clock: Clock;
  random: () => number;
  region: string | undefined;
  timeoutMs: number;
  deadlineMs: number | undefined;
  maxRetries: number;
  emit: EventListener;
}

/** What the transport must know of one request, besides the request. */
export interface SendOptions extends CallOptions {
  /** Name of the operation, for events. */
  operation?: string | undefined;
  /** Whether a request that may have run may be sent again. Where left out, the method decides. */
  idempotent?: boolean | undefined;
  /** Whether the answer's body is handed on as it comes. Where left out: where it is neither JSON nor text. */
  stream?: boolean | undefined;
}

/** What came back in the end. */
export interface SendResult {
  /** The answer. Its body is in memory, or, for a stream, still coming. */
  response: Response;
  /** Path that was asked for, without its query. */
  path: string;
  attempts: number;
  requestId: string | undefined;
  /** The error that the answer stands for, where its status is not a successful one. */
  error: ApiError | undefined;
  /** Blots out what this request proved itself with. */
  redact: (text: string) => string;
}

export type Send = (request: Request, options: SendOptions) => Promise<SendResult>;

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

/** Reads a body into memory, up to a limit; what is beyond is left unread. */
async function readBody(response: Response, signal: AbortSignal, limit = Infinity): Promise<Uint8Array | undefined> {
  if (!response.body) return undefined;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (size < limit) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) break;
      chunks.push(value);
      size += value.byteLength;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
  const bytes = new Uint8Array(Math.min(size, limit));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.byteLength - at), at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** The same answer with its body in memory. */
function withBody(response: Response, bytes: Uint8Array | undefined): Response {
  const { status, statusText, headers } = response;
  const empty = [204, 205, 304].includes(status) || bytes === undefined;
  return new Response(empty ? null : (bytes as BodyInit), { status: status === 0 ? 302 : status, statusText, headers });
}

/** A body that is not JSON, nor text that a person reads, is handed on as a stream where nobody said otherwise. */
const looksBinary = (response: Response): boolean => {
  const type = response.headers.get('content-type') ?? 'application/json';
  return !/json|^text\//i.test(type);
};

function parse(bytes: Uint8Array | undefined): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    const value: unknown = JSON.parse(text);
    // Stopping a build has answered with JSON inside a JSON string.
    return typeof value === 'string' && value.startsWith('{') ? (JSON.parse(value) as unknown) : value;
  } catch {
    return text;
  }
}

/** Everything in a parsed body, with the secrets of the request blotted out. */
function redactDeep(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, clean));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item, clean)]));
}

export const requestIdOf = (response: Response): string | undefined =>
  response.headers.get('x-request-id') ?? response.headers.get('x-iam-trace-id') ?? undefined;

/** How one attempt ended. */
type Outcome =
  | { kind: 'response'; response: Response }
  | { kind: 'refused'; response: Response; bytes: Uint8Array | undefined }
  | { kind: 'failed'; error: NetworkError | TimeoutError; reason: RetryReason };

export function createTransport(config: TransportConfig): Send {
  const { clock, random, emit } = config;
  const session = config.authenticator.start({
    fetch: config.fetch,
    clock,
    region: config.region,
    onEvent: (event) => emit({ type: 'credentials', ...event }),
  });
  const budget = createRetryBudget();
  /** By how much the server's clock is ahead. Learnt once a request was refused for its date. */
  let skewMs = 0;
  /** After a 429 nobody sends anything before this time. */
  let coolUntil = 0;

  return async function send(request, options) {
    const { method, url } = request;
    const { pathname, host } = new URL(url);
    const timeoutMs = options.timeoutMs ?? config.timeoutMs;
    const deadlineMs = options.deadlineMs ?? config.deadlineMs;
    const maxRetries = options.maxRetries ?? config.maxRetries;
    const idempotent = options.idempotent ?? ['GET', 'HEAD', 'OPTIONS'].includes(method);
    const deadlineAt = deadlineMs === undefined ? Infinity : clock.now() + deadlineMs;

    const call = linkSignal(options.signal);
    const stopDeadline = limitTime(
      call,
      deadlineMs,
      () => new TimeoutError(`${method} ${pathname}`, 'deadlineMs', deadlineMs!),
    );
    const release = (): void => {
      stopDeadline();
      call.release();
    };

    let attempts = 0;
    let proof: Proof | undefined;
    let signedSkewMs = 0;
    const clean = (text: string): string => redact(text, proof?.secrets ?? []);
    const at = { operation: options.operation, method, path: pathname };

    /** One attempt: proved, sent, and its answer read, within its own limit of time. */
    async function attempt(outgoing: OutgoingRequest, refused: Proof | undefined): Promise<Outcome> {
      const linked = linkSignal(call.signal);
      let timedOut = false;
      const overdue = (): TimeoutError => {
        timedOut = true;
        return new TimeoutError(`An attempt of ${method} ${pathname}`, 'timeoutMs', timeoutMs);
      };
      const stopTimer = limitTime(linked, timeoutMs, overdue);
      const finish = (): void => {
        stopTimer();
        linked.release();
      };
      let streaming = false;
      signedSkewMs = skewMs;
      const date = new Date(clock.now() + signedSkewMs);
      try {
        proof = await untilAborted(session.prove(outgoing, { date, refused, signal: linked.signal }), linked.signal);
      } catch (error) {
        finish();
        throw error;
      }
      const startedAt = clock.now();
      emit({ type: 'request', ...at, attempt: attempts });
      try {
        const headers = new Headers(outgoing.headers);
        for (const [name, value] of Object.entries(proof.headers)) headers.set(name, value);
        const { body } = outgoing;
        const watched = body && options.onProgress && watchUpload(body, options.onProgress);
        for (const [name, value] of Object.entries(watched?.headers ?? {})) headers.set(name, value);
        const sent = watched ? watched.init : body && { body: body as BodyInit };
        const init: RequestInit = { method, headers, ...sent, redirect: 'manual', signal: linked.signal };
        const response = await untilAborted(config.fetch(url, init), linked.signal);
        watched?.done();
        const told = (): void =>
          emit({
            type: 'response',
            ...at,
            attempt: attempts,
            status: response.status,
            requestId: requestIdOf(response),
            durationMs: clock.now() - startedAt,
          });
        if (!response.ok) {
          const bytes = await readBody(response, linked.signal, MAX_ERROR_BYTES);
          told();
          return { kind: 'refused', response: withBody(response, bytes), bytes };
        }
        streaming = options.stream ?? looksBinary(response);
        if (streaming) {
          stopTimer();
          told();
          return { kind: 'response', response: watchBody(response, linked, finish) };
        }
        const bytes = await readBody(response, linked.signal);
        told();
        return { kind: 'response', response: withBody(response, bytes) };
      } catch (error) {
        if (call.signal.aborted) throw call.signal.reason;
        const facts = { method, path: pathname, attempts };
        if (timedOut) return { kind: 'failed', error: linked.signal.reason as TimeoutError, reason: 'timeout' };
        const unsent = wasUnsent(error);
        return {
          kind: 'failed',
          error: new NetworkError({ ...facts, unsent, cause: error }),
          reason: unsent ? 'connect' : 'network',
        };
      } finally {
        if (!streaming) finish();
      }
    }

    /** A body that is still coming: each chunk has the attempt's time, and everything is let go at its end. */
    function watchBody(response: Response, linked: LinkedSignal, finish: () => void): Response {
      const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
      const end = (): void => {
        finish();
        release();
      };
      if (!reader) {
        end();
        return withBody(response, undefined);
      }
      const length = response.headers.get('content-length');
      const total = length === null || response.headers.has('content-encoding') ? undefined : Number(length);
      let bytes = 0;
      const source: UnderlyingDefaultSource<Uint8Array> = {
        async pull(controller) {
          const stop = limitTime(
            linked,
            timeoutMs,
            () => new TimeoutError(`A chunk of ${method} ${pathname}`, 'timeoutMs', timeoutMs),
          );
          try {
            const { done, value } = await untilAborted(reader.read(), linked.signal);
            if (!done) {
              bytes += value.byteLength;
              options.onProgress?.({ bytes, total });
              controller.enqueue(value);
              return;
            }
            end();
            controller.close();
          } catch (cause) {
            end();
            reader.cancel().catch(() => {});
            controller.error(
              linked.signal.aborted
                ? linked.signal.reason
                : new NetworkError({ method, path: pathname, attempts, unsent: false, cause }),
            );
          } finally {
            stop();
          }
        },
        async cancel(reason) {
          end();
          await reader.cancel(reason);
        },
      };
      const { status, statusText, headers } = response;
      return new Response(new ReadableStream(source, { highWaterMark: 0 }), { status, statusText, headers });
    }

    let handedOn = false;
    try {
      const body = request.body ? new Uint8Array(await untilAborted(request.arrayBuffer(), call.signal)) : undefined;
      const outgoing: OutgoingRequest = { method, url, headers: new Headers(request.headers), body };
      let retries = 0;
      let refused: Proof | undefined;
      let corrected = false;
      let renewed = false;

      for (;;) {
        const cooling = coolUntil - clock.now();
        if (cooling > 0) await clock.sleep(cooling, call.signal);
        attempts += 1;
        const outcome = await attempt(outgoing, refused);
        refused = undefined;

        if (outcome.kind === 'response') {
          budget.refill();
          const { response } = outcome;
          handedOn = options.stream ?? looksBinary(response);
          return {
            response,
            path: pathname,
            attempts,
            requestId: requestIdOf(response),
            error: undefined,
            redact: clean,
          };
        }

        let reason: RetryReason | undefined;
        let retryAfterMs: number | undefined;
        let result: SendResult | undefined;
        if (outcome.kind === 'failed') {
          if (idempotent || outcome.reason === 'connect') reason = outcome.reason;
        } else {
          const { response } = outcome;
          const { status } = response;
          const parsed = redactDeep(parse(outcome.bytes), clean);
          const said = readErrorBody(parsed);
          const serverSkewMs = clockSkew(response, clock.now());
          // Held against the offset of this very attempt: another call may have corrected the client's meanwhile.
          const offBy = serverSkewMs === undefined ? undefined : serverSkewMs - signedSkewMs;
          retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), clock.now());
          const requestId = requestIdOf(response) ?? said.requestId;
          const hint = hintFor({
            status,
            code: said.code,
            message: said.message,
            method: session.method,
            canonicalRequest: proof?.canonicalRequest,
            skewMs: offBy,
            location: response.headers.get('location'),
            host,
          });
          const error = new ApiError({
            ...{ method, path: pathname, attempts, status, requestId, retryAfterMs, hint, response, body: parsed },
            code: said.code,
            errorMessage: said.message,
          });
          result = { response, path: pathname, attempts, requestId, error, redact: clean };
          if (status === 401) {
            const skewed = offBy !== undefined && Math.abs(offBy) >= NOTABLE_SKEW_MS;
            if (skewed && session.method === 'signature' && !corrected) {
              skewMs = serverSkewMs!;
              corrected = true;
              reason = 'clock-skew';
            } else if (session.renewable && !renewed) {
              renewed = true;
              refused = proof;
              reason = 'expired';
            }
          } else {
            reason = retryReason(status, said.code, idempotent);
          }
        }

        const forFree = reason === 'clock-skew' || reason === 'expired';
        const delayMs = forFree || reason === undefined ? 0 : retryAfterMs || backoffMs(retries, reason, random);
        if (reason === 'throttled')
          coolUntil = Math.max(coolUntil, clock.now() + Math.min(delayMs, MAX_RETRY_AFTER_MS));
        const mayRetry =
          reason !== undefined &&
          maxRetries > 0 &&
          (forFree || retries < maxRetries) &&
          delayMs <= MAX_RETRY_AFTER_MS &&
          clock.now() + delayMs < deadlineAt &&
          (forFree || budget.take(reason));
        if (!mayRetry || reason === undefined) {
          if (result) return result;
          throw (outcome as Extract<Outcome, { kind: 'failed' }>).error;
        }
        if (!forFree) retries += 1;
        emit({ type: 'retry', ...at, attempt: attempts, reason, delayMs });
        if (delayMs > 0) await clock.sleep(delayMs, call.signal);
      }
    } finally {
      if (!handedOn) release();
    }
  };
}

/** By how much the server's clock is ahead, from `Date`; undefined where there is none, or where the answer was cached. */
function clockSkew(response: Response, now: number): number | undefined {
  const date = response.headers.get('date');
  if (date === null || response.headers.has('age')) return undefined;
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : time - now;
}
