/**
 * The one pipeline that every request takes: its body is read once, then attempts follow one another until one succeeds or none may follow.
 */
import { limitSignal, untilAborted } from './abort.js';
import { makeAttempt, requestIdOf, type Outcome } from './attempt.js';
import type { Authenticator, AuthenticatorSession, OutgoingRequest, Proof } from './authenticator.js';
import type { Clock } from './clock.js';
import type { CallOptions } from './contract.js';
import { ApiError, readErrorBody, TimeoutError } from './errors.js';
import type { EventListener } from './events.js';
import { hintFor, NOTABLE_SKEW_MS, redact, redactDeep } from './hint.js';
import {
  backoffMs,
  createRetryBudget,
  MAX_RETRY_AFTER_MS,
  parseRetryAfter,
  retryReason,
  type RetryReason,
} from './retry.js';

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
  /** Whether the request is sent without a proof of who calls. */
  anonymous?: boolean | undefined;
  /** Whether the answer's body is handed on as it comes. Where left out: where it is neither JSON nor text. */
  stream?: boolean | undefined;
}

/** What came back in the end. */
export interface SendResult {
  /** The answer. Its body is in memory, or, for a stream, still coming. */
  response: Response;
  /** The body, where it is in memory. */
  bytes: Uint8Array | undefined;
  /** Path that was asked for, without its query. */
  path: string;
  attempts: number;
  requestId: string | undefined;
  /** The error that the answer stands for, where its status is not a successful one. */
  error: ApiError | undefined;
  /** Blots out what this request proved itself with. */
  redact: (text: string) => string;
}

/** Proves nothing, for operations that everybody may call. */
const nobody: AuthenticatorSession = {
  method: 'token',
  renewable: false,
  prove: () => Promise.resolve({ headers: {}, secrets: [] }),
};

export type Send = (request: Request, options: SendOptions) => Promise<SendResult>;

/** Parses a body: JSON, JSON inside a JSON string (stopping a build has answered so), or else text. */
export function parseBody(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' && value.startsWith('{') ? (JSON.parse(value) as unknown) : value;
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

/** What is read out of an answer that is no success. */
interface Refusal {
  error: ApiError;
  /** By how much the server's clock is ahead of the one that the attempt was signed with. */
  offByMs: number | undefined;
}

function readRefusal(
  { response, bytes, proof }: Extract<Outcome, { kind: 'refused' }>,
  { method, url }: OutgoingRequest,
  facts: { attempts: number; session: AuthenticatorSession; now: number; signedSkewMs: number },
): Refusal {
  const { status, headers } = response;
  const { pathname, host } = new URL(url);
  const body = redactDeep(parseBody(new TextDecoder().decode(bytes)), proof.secrets);
  const { code, message, requestId } = readErrorBody(body);
  const skewMs = clockSkew(response, facts.now);
  const offByMs = skewMs === undefined ? undefined : skewMs - facts.signedSkewMs;
  const hint = hintFor({
    ...{ status, code, message, host, skewMs: offByMs, location: headers.get('location') },
    ...{ method: facts.session.method, canonicalRequest: proof.canonicalRequest },
  });
  const error = new ApiError({
    ...{ method, path: pathname, attempts: facts.attempts, status, code, errorMessage: message, hint, body, response },
    requestId: requestIdOf(response) ?? requestId,
    retryAfterMs: parseRetryAfter(headers.get('retry-after'), facts.now),
  });
  return { error, offByMs };
}

export function createTransport(config: TransportConfig): Send {
  const { clock, random, emit } = config;
  const known = config.authenticator.start({
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
    const session = options.anonymous ? nobody : known;
    const path = new URL(url).pathname;
    const { timeoutMs = config.timeoutMs, deadlineMs = config.deadlineMs, maxRetries = config.maxRetries } = options;
    const mayRunTwice = options.idempotent ?? ['GET', 'HEAD', 'OPTIONS'].includes(method);
    const deadlineAt = clock.now() + (deadlineMs ?? Infinity);

    const overdue = (): TimeoutError => new TimeoutError(`${method} ${path}`, 'deadlineMs', deadlineMs!);
    const { signal, release } = limitSignal(options.signal, deadlineMs, overdue);

    let streaming = false;
    try {
      // Before the body: Bun forgets the type of a form whose body was read first.
      const { headers } = request;
      const body = request.body ? new Uint8Array(await untilAborted(request.arrayBuffer(), signal)) : undefined;
      const outgoing: OutgoingRequest = { method, url, headers, body };
      let retries = 0;
      let refused: Proof | undefined;
      let before: SendResult | undefined;
      let corrected = false;
      let renewed = false;

      for (let attempts = 1; ; attempts += 1) {
        const coolingMs = coolUntil - clock.now();
        if (coolingMs > 0) await clock.sleep(coolingMs, signal);
        signal?.throwIfAborted();
        const signedSkewMs = skewMs;
        const outcome = await makeAttempt({
          ...{
            request: outgoing,
            operation: options.operation,
            path,
            attempt: attempts,
            session,
            refused,
            signal,
            timeoutMs,
          },
          ...{ stream: options.stream, onProgress: options.onProgress, onStreamEnd: release },
          ...{ fetch: config.fetch, clock, emit, date: new Date(clock.now() + signedSkewMs) },
        });
        if (outcome.kind === 'unchanged') return before!;
        const { secrets } = outcome.proof;
        const clean = (text: string): string => redact(text, secrets);
        if (outcome.kind === 'answered') {
          budget.refill();
          ({ streaming } = outcome);
          const { response, bytes } = outcome;
          return { response, bytes, path, attempts, requestId: requestIdOf(response), error: undefined, redact: clean };
        }

        let reason: RetryReason | undefined;
        let refusal: Refusal | undefined;
        let result: SendResult | undefined;
        refused = undefined;
        if (outcome.kind === 'failed') {
          if (mayRunTwice || outcome.reason === 'connect') ({ reason } = outcome);
        } else {
          refusal = readRefusal(outcome, outgoing, { attempts, session, signedSkewMs, now: clock.now() });
          const { error } = refusal;
          const { response, bytes } = outcome;
          result = { response, bytes, path, attempts, requestId: error.requestId, error, redact: clean };
          const { status, code } = error;
          // Held against the offset of this very attempt: another call may have corrected the client's meanwhile.
          const skewed = refusal.offByMs !== undefined && Math.abs(refusal.offByMs) >= NOTABLE_SKEW_MS;
          if (status !== 401) {
            reason = retryReason(status, code, mayRunTwice);
          } else if (skewed && session.method === 'signature' && !corrected) {
            skewMs = signedSkewMs + refusal.offByMs!;
            corrected = true;
            reason = 'clock-skew';
          } else if (session.renewable && !renewed) {
            refused = outcome.proof;
            renewed = true;
            reason = 'expired';
          }
        }

        // What was refused for its proof costs the service nothing, and is repeated at once.
        const atOnce = reason === 'clock-skew' || reason === 'expired';
        const delayMs =
          atOnce || reason === undefined ? 0 : refusal?.error.retryAfterMs || backoffMs(retries, reason, random);
        if (reason === 'throttled') {
          coolUntil = Math.max(coolUntil, clock.now() + Math.min(delayMs, MAX_RETRY_AFTER_MS));
        }
        const mayRetry =
          reason !== undefined &&
          retries < maxRetries &&
          delayMs <= MAX_RETRY_AFTER_MS &&
          clock.now() + delayMs < deadlineAt &&
          (atOnce || budget.take(reason));
        if (!mayRetry || reason === undefined) {
          if (outcome.kind === 'failed') throw outcome.error;
          return result!;
        }
        before = result;
        if (!atOnce) retries += 1;
        emit({ type: 'retry', operation: options.operation, method, path, attempt: attempts, reason, delayMs });
        if (delayMs > 0) await clock.sleep(delayMs, signal);
      }
    } finally {
      if (!streaming) release();
    }
  };
}
