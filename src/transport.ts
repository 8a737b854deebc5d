/**
 * The one pipeline that every request takes: its body is read once, then attempts follow one another until one succeeds or none may follow. What to do
 * about a failure is decided elsewhere, and loaded with the first one.
 */
import { limitSignal, untilAborted } from './abort.js';
import { makeAttempt, requestIdOf, type SendResult } from './attempt.js';
import type { Authenticator, AuthenticatorSession } from './authenticator.js';
import type { Clock } from './clock.js';
import type { CallOptions } from './contract.js';
import { NetworkError, TimeoutError } from './errors.js';
import type { EventListener } from './events.js';
import type { CallState, Recovery } from './failures/recovery.js';

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

/** Proves nothing, for operations that everybody may call. */
const nobody: AuthenticatorSession = {
  method: 'token',
  renewable: false,
  prove: () => Promise.resolve({ headers: {}, secrets: [] }),
};

export type Send = (request: Request, options: SendOptions) => Promise<SendResult>;

export function createTransport(config: TransportConfig): Send {
  const { fetch, clock, emit } = config;
  const known = config.authenticator.start({
    fetch,
    clock,
    region: config.region,
    onEvent: (event) => emit({ type: 'credentials', ...event }),
  });
  /** What the client has learnt from failures. */
  let recovery: Recovery | undefined;

  return async function send(request, options) {
    const { method, url } = request;
    const path = new URL(url).pathname;
    const { timeoutMs = config.timeoutMs, deadlineMs = config.deadlineMs, maxRetries = config.maxRetries } = options;
    const deadlineAt = clock.now() + (deadlineMs ?? Infinity);
    const overdue = (): TimeoutError => new TimeoutError(`${method} ${path}`, 'deadlineMs', deadlineMs!);
    const { signal, release } = limitSignal(options.signal, deadlineMs, overdue);

    let streaming = false;
    try {
      // Before the body: Bun forgets the type of a form whose body was read first.
      const { headers } = request;
      const body = request.body ? new Uint8Array(await untilAborted(request.arrayBuffer(), signal)) : undefined;
      const call: CallState = {
        request: { method, url, headers, body },
        ...{ operation: options.operation, path, signal, maxRetries, deadlineAt, attempt: 0, retries: 0, skewMs: 0 },
        session: options.anonymous ? nobody : known,
        mayRunTwice: options.idempotent ?? ['GET', 'HEAD', 'OPTIONS'].includes(method),
      };
      for (;;) {
        await recovery?.coolDown(signal);
        signal?.throwIfAborted();
        call.attempt += 1;
        call.skewMs = recovery?.skewMs ?? 0;
        const date = new Date(clock.now() + call.skewMs);
        const { stream, onProgress } = options;
        const outcome = await makeAttempt({
          ...call,
          ...{ date, timeoutMs, stream, onProgress, onStreamEnd: release, fetch, clock, emit },
        });
        if (outcome.kind === 'unchanged') return call.refusal!;
        if (outcome.kind === 'answered') {
          recovery?.refill();
          ({ streaming } = outcome);
          const { response, bytes, proof } = outcome;
          const requestId = requestIdOf(response);
          const { secrets } = proof;
          return { response, bytes, method, path, attempts: call.attempt, requestId, error: undefined, secrets };
        }
        try {
          const { createRecovery } = await import('./failures/recovery.js');
          recovery ??= createRecovery(config);
        } catch (cause) {
          // In a page, that part may be as far away as the service.
          const facts = { method, path, attempts: call.attempt, unsent: false, cause };
          throw outcome.kind === 'failed' ? outcome.error : new NetworkError(facts);
        }
        const result = await recovery.recover(call, outcome);
        if (result) return result;
      }
    } finally {
      if (!streaming) release();
    }
  };
}
