/** One attempt of a request: proved, sent, and its answer read, within its own limit of time. */
import { limitSignal, untilAborted } from './abort.js';
import { looksBinary, withBody } from './answer.js';
import type { Proof } from './authenticator.js';
import type { CallState, Outcome } from './call-state.js';
import type { Clock } from './clock.js';
import { TimeoutError } from './errors.js';
import type { EventListener } from './events.js';

/** An error body is read up to this size. */
const MAX_ERROR_BYTES = 1024 * 1024;

/** What the attempts of a client share. */
export interface AttemptConfig {
  fetch: typeof fetch;
  clock: Clock;
  emit: EventListener;
  /** Finds the IAM project that requests are for, where they are for one. */
  findProject: (signal: AbortSignal) => Promise<string | undefined>;
}

/** Names the project, unless the call did, and proves who asks. */
async function prove(call: CallState, { clock, findProject }: AttemptConfig, signal: AbortSignal): Promise<Proof> {
  const { request, session, skewMs, refused } = call;
  if (!session) return { headers: {}, secrets: [] };
  const { headers } = request;
  const id = headers.has('x-project-id') ? undefined : await findProject(signal);
  if (id !== undefined) headers.set('X-Project-Id', id);
  return session.prove(request, { date: new Date(clock.now() + skewMs), refused, signal });
}

/** Reads a body into memory. Of one that refuses, no more than anybody will read. */
async function readBody(response: Response, signal: AbortSignal): Promise<Uint8Array | undefined> {
  if (!response.body) return undefined;
  if (response.ok) return new Uint8Array(await untilAborted(response.arrayBuffer(), signal));
  const { readUpTo } = await import('./failures/read-up-to.js');
  return readUpTo(MAX_ERROR_BYTES, response, signal);
}

/** Makes one attempt. Rejects where no proof can be had, and with the reason of an abort; everything else is an outcome. */
export async function makeAttempt(call: CallState, config: AttemptConfig): Promise<Outcome> {
  const { request, path, operation, attempt, signal, timeoutMs, onProgress } = call;
  const { clock, emit } = config;
  const { method, url, body } = request;
  const at = { operation, method, path, attempt };
  let overdue: TimeoutError | undefined;
  const limited = limitSignal(
    signal,
    timeoutMs,
    () => (overdue = new TimeoutError(`An attempt of ${method} ${path}`, 'timeoutMs', timeoutMs)),
  );
  let proof: Proof | undefined;
  let streaming = false;
  try {
    proof = await untilAborted(prove(call, config, limited.signal), limited.signal);
    if (proof.unchanged) return { proof, kind: 'unchanged' };

    const startedAt = clock.now();
    emit({ type: 'request', ...at });
    const upload = body && onProgress && (await import('./transfers/progress.js')).watchUpload(body, onProgress);
    const headers = new Headers(request.headers);
    for (const [name, value] of Object.entries({ ...proof.headers, ...upload?.headers })) headers.set(name, value);
    const sent = upload?.init ?? (body && { body: body as BodyInit });
    const init: RequestInit = { method, headers, ...sent, redirect: 'manual', signal: limited.signal };
    let response = await untilAborted(config.fetch(url, init), limited.signal);
    upload?.done();

    const { ok, status, headers: said } = response;
    const requestId = said.get('x-request-id') || said.get('x-iam-trace-id') || undefined;
    let bytes: Uint8Array | undefined;
    if (ok && (call.stream ?? looksBinary(response))) {
      const { watchBody } = await import('./transfers/watch-body.js');
      limited.signal.throwIfAborted();
      streaming = true;
      limited.stopTimer();
      response = watchBody(response, limited, call);
    } else {
      bytes = await readBody(response, limited.signal);
      response = withBody(response, bytes);
    }
    emit({ type: 'response', ...at, status, requestId, durationMs: clock.now() - startedAt });
    return { proof, kind: ok ? 'answered' : 'refused', response, bytes, requestId, streaming };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (!proof) throw cause;
    return { proof, kind: 'failed', overdue, cause };
  } finally {
    if (!streaming) limited.release();
  }
}
