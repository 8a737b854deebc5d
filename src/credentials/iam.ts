/**
 * Questions to IAM that authentication depends on. They do not take the pipeline of the client's own requests, which is waiting for the answer.
 */
import { limitTime, linkSignal, untilAborted, type LinkedSignal } from '../abort.js';
import type { AuthenticatorSession, OutgoingRequest, Proof } from '../authenticator.js';
import type { Clock } from '../clock.js';
import { CredentialsError, readErrorBody } from '../errors.js';
import { NOTABLE_SKEW_MS, redact } from '../hint.js';
import { requireSafeAddress, resolveEndpoint } from '../regions.js';
import { backoffMs, parseRetryAfter, retryReason } from '../retry.js';
import { environment } from './environment.js';

/** How long IAM may take to answer. */
const TIMEOUT_MS = 30_000;

/** How often a question is put again after a failure that may pass. */
const MAX_RETRIES = 2;

/** IAM may ask for this much patience; whoever waits for the credentials has not more of it. */
const MAX_PAUSE_MS = 10_000;

/** What is asked. */
export interface IamQuestion {
  /** What the caller does without, as the beginning of a sentence: `IAM gave no token for user alice`. */
  readonly failure: string;
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly body?: object | undefined;
  /** Proves who asks; undefined where the body does. */
  readonly session?: AuthenticatorSession | undefined;
  /** What must not be printed anywhere. */
  readonly secrets?: readonly string[] | undefined;
  /** Whether the question may be put twice. */
  readonly repeatable: boolean;
}

/** Where and with what IAM is asked. */
export interface IamHost {
  /** IAM's address, as `findIam` returns it. */
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What IAM said. */
export interface IamAnswer {
  readonly headers: Headers;
  /** The body, parsed; undefined where it is not JSON. */
  readonly body: unknown;
}

/** IAM refused, or did not answer. */
export class IamError extends CredentialsError {
  /** Status of the answer; undefined where there was none. */
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/**
 * IAM's address: as named, or as the environment, the regions file or the table have it for the region.
 *
 * @throws CredentialsError where it is not known, or where it is plain http to another machine.
 */
export function findIam(named: string | undefined, region: string | undefined): string {
  try {
    const endpoint = resolveEndpoint('IAM', { region, endpoint: named }, environment());
    requireSafeAddress('What IAM is asked for', endpoint);
    return endpoint;
  } catch (error) {
    throw new CredentialsError(`IAM's address is not known: ${(error as Error).message}`);
  }
}

/**
 * Puts a question to IAM. After a failure that may pass it is put again, twice at most; a proof that was refused is renewed once.
 *
 * @throws CredentialsError with IAM's words, its status and the id of the request; the signal's reason after an abort.
 */
export async function askIam(question: IamQuestion, host: IamHost, random: () => number = Math.random): Promise<IamAnswer> {
  const { failure, session } = question;
  let refused: Proof | undefined;
  let renewed = false;
  let skewMs: number | undefined;
  for (let retry = 0; ;) {
    const date = new Date(host.clock.now() + (skewMs ?? 0));
    const { response, text, proof, error } = await attempt(question, host, { date, refused });
    refused = undefined;
    if (response?.ok) return { headers: response.headers, body: parse(text) };

    let pauseMs: number | undefined;
    let said = '';
    if (response) {
      const { status, headers } = response;
      const { code, message, requestId } = readErrorBody(parse(text) ?? text);
      const id = headers.get('x-request-id') ?? headers.get('x-iam-trace-id') ?? requestId;
      const words = [code === String(status) ? undefined : code, message].filter(Boolean).join(' ');
      said = `${status} ${words}${id ? ` (request ${id})` : ''}`;
      const offBy = clockSkew(response, date);
      if (status === 401 && session?.method === 'signature' && skewMs === undefined && offBy !== undefined) {
        skewMs = offBy;
        continue;
      }
      if (status === 401 && session?.renewable && !renewed) {
        renewed = true;
        refused = proof;
        continue;
      }
      const reason = retryReason(status, code, question.repeatable);
      if (reason) pauseMs = parseRetryAfter(headers.get('retry-after'), host.clock.now()) || backoffMs(retry, reason, random);
    } else {
      said = `${new URL(host.endpoint).host} could not be reached`;
      if (question.repeatable) pauseMs = backoffMs(retry, 'network', random);
    }
    if (pauseMs === undefined || pauseMs > MAX_PAUSE_MS || retry >= MAX_RETRIES) {
      const message = redact(`${failure}: ${said}`.trim(), [...(question.secrets ?? []), ...(proof?.secrets ?? [])]);
      throw new IamError(message, response?.status, { cause: error });
    }
    retry += 1;
    await host.clock.sleep(pauseMs, host.signal);
  }
}

/** One request: what came back, or why nothing did. */
interface Attempt {
  response?: Response;
  text: string;
  proof?: Proof | undefined;
  error?: unknown;
}

/** Sends the question once, within its limit of time. */
async function attempt(
  { failure, method, path, body, session }: IamQuestion,
  { endpoint, fetch, signal }: IamHost,
  { date, refused }: { date: Date; refused: Proof | undefined },
): Promise<Attempt> {
  const request: OutgoingRequest = {
    method,
    url: `${endpoint}${path}`,
    headers: new Headers(body && { 'Content-Type': 'application/json;charset=utf8' }),
    body: body && new TextEncoder().encode(JSON.stringify(body)),
  };
  const proof = await session?.prove(request, { date, refused, signal, withoutProject: true });
  for (const [name, value] of Object.entries(proof?.headers ?? {})) request.headers.set(name, value);
  const linked = linkSignal(signal);
  const overdue = (): IamError => new IamError(`${failure}: no answer within ${TIMEOUT_MS} ms`, undefined);
  const stopTimer = limitTime(linked, TIMEOUT_MS, overdue);
  try {
    return { ...(await send(request, fetch, linked)), proof };
  } catch (error) {
    if (linked.signal.aborted) throw linked.signal.reason;
    return { text: '', proof, error };
  } finally {
    stopTimer();
    linked.release();
  }
}

async function send(
  { url, method, headers, body }: OutgoingRequest,
  fetch: AuthenticatorSession extends never ? never : typeof globalThis.fetch,
  { signal }: LinkedSignal,
): Promise<{ response: Response; text: string }> {
  const init: RequestInit = { method, headers, redirect: 'manual', signal, ...(body && { body: body as BodyInit }) };
  const response = await untilAborted(fetch(url, init), signal);
  return { response, text: await untilAborted(response.text(), signal) };
}

/** By how much IAM's clock is ahead of a signature's date, where that is why it was refused. */
function clockSkew({ headers }: Response, date: Date): number | undefined {
  const now = headers.has('age') ? NaN : Date.parse(headers.get('date') ?? '');
  const skewMs = now - date.getTime();
  return Math.abs(skewMs) >= NOTABLE_SKEW_MS ? skewMs : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
