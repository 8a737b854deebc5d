/**
 * The one pipeline that every request takes: its body is read once, then attempts follow one another until one succeeds or none may follow. What to do
 * about a failure is decided elsewhere, and loaded with the first one.
 */
import { limitSignal, untilAborted } from './abort.js';
import { makeAttempt } from './attempt.js';
import type { Authenticator } from './authenticator.js';
import type { CallState, SendResult } from './call-state.js';
import type { Clock } from './clock.js';
import type { CallOptions } from './contract.js';
import type { ProjectIdProvider } from './credentials/found-project.js';
import { NetworkError, TimeoutError } from './errors.js';
import type { EventListener } from './events.js';
import type { Recovery } from './failures/recovery.js';

export interface TransportConfig {
  authenticator: Authenticator;
  fetch: typeof fetch;
  clock: Clock;
  random: () => number;
  region?: string | undefined;
  /** IAM project of the requests, or what finds it when the first of them needs it. */
  projectId?: string | ProjectIdProvider | undefined;
  timeoutMs: number;
  deadlineMs?: number | undefined;
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

export type Send = (request: Request, options: SendOptions) => Promise<SendResult>;

export function createTransport(config: TransportConfig): Send {
  const { fetch, clock, emit, region, projectId } = config;
  const host = { fetch, clock, region };
  const session = config.authenticator.start({ ...host, onEvent: (event) => emit({ type: 'credentials', ...event }) });
  let found: ((signal: AbortSignal) => Promise<string>) | undefined;
  async function findProject(signal: AbortSignal): Promise<string | undefined> {
    if (typeof projectId !== 'function') return projectId;
    const { keepProjectId } = await import('./credentials/found-project.js');
    return (found ??= keepProjectId(projectId, { ...host, session }))(signal);
  }
  const shared = { ...config, findProject };
  /** What the client has learnt from failures. */
  let recovery: Recovery | undefined;

  return async function send(request, options) {
    const { method, url } = request;
    const path = new URL(url).pathname;
    const { timeoutMs = config.timeoutMs, deadlineMs = config.deadlineMs, maxRetries = config.maxRetries } = options;
    const deadlineAt = clock.now() + (deadlineMs ?? Infinity);
    const limited =
      deadlineMs === undefined
        ? undefined
        : limitSignal(
            options.signal,
            deadlineMs,
            () => new TimeoutError(`${method} ${path}`, 'deadlineMs', deadlineMs),
          );
    const { signal } = limited ?? options;

    let streaming = false;
    try {
      // Before the body: Bun forgets the type of a form whose body was read first.
      const { headers } = request;
      const body = request.body ? new Uint8Array(await untilAborted(request.arrayBuffer(), signal)) : undefined;
      // Written out: an object that is spread from others is slow to work with.
      const call: CallState = {
        request: { method, url, headers, body },
        operation: options.operation,
        path,
        signal,
        timeoutMs,
        deadlineAt,
        maxRetries,
        stream: options.stream,
        onProgress: options.onProgress,
        onStreamEnd: () => limited?.release(),
        attempt: 0,
        retries: 0,
        skewMs: 0,
        session: options.anonymous ? undefined : session,
        mayRunTwice: options.idempotent ?? /^(GET|HEAD|OPTIONS)$/.test(method),
      };
      for (;;) {
        await recovery?.coolDown(signal);
        signal?.throwIfAborted();
        call.attempt += 1;
        call.skewMs = recovery?.skewMs ?? 0;
        const outcome = await makeAttempt(call, shared);
        if (outcome.kind === 'unchanged') return call.refusal!;
        const facts = { method, path, attempts: call.attempt };
        if (outcome.kind === 'answered') {
          recovery?.refill();
          ({ streaming } = outcome);
          const { response, bytes, requestId, proof } = outcome;
          return { ...facts, response, bytes, requestId, secrets: proof.secrets };
        }
        try {
          const { createRecovery } = await import('./failures/recovery.js');
          recovery ??= createRecovery(config);
        } catch (cause) {
          // In a page, that part may be as far away as the service.
          throw new NetworkError({ ...facts, unsent: false, cause: outcome.kind === 'failed' ? outcome.cause : cause });
        }
        const result = await recovery.recover(call, outcome);
        if (result) return result;
      }
    } finally {
      if (!streaming) limited?.release();
    }
  };
}
