/** Puts a question to IAM, as often as that is of use. */
import { limitSignal, untilAborted } from '../abort.js';
import type { OutgoingRequest, Proof } from '../authenticator.js';
import { readErrorBody } from '../failures/error-body.js';
import { NOTABLE_SKEW_MS } from '../failures/hint.js';
import { redact } from '../failures/redact.js';
import { backoffMs, parseRetryAfter, retryReason } from '../failures/retry.js';
import { IamError, type IamAnswer, type IamHost, type IamQuestion } from './iam-question.js';
import { parseJson } from './parse-json.js';

/** How long IAM may take to answer. */
const TIMEOUT_MS = 30_000;

/** How often a question is put again after a failure that may pass. */
const MAX_RETRIES = 2;

/** IAM may ask for this much patience. Whoever waits for the credentials has no more of it. */
const MAX_PAUSE_MS = 10_000;

/** See `askIam`. */
export async function putQuestion(question: IamQuestion, host: IamHost, random: () => number): Promise<IamAnswer> {
  const { session } = question;
  let refused: Proof | undefined;
  let renewed = false;
  let skewMs: number | undefined;
  for (let retry = 0; ;) {
    const date = new Date(host.clock.now() + (skewMs ?? 0));
    const sent = await send(question, host, { date, refused });
    const { response, text } = sent;
    if (response?.ok) return { headers: response.headers, body: parseJson(text) };
    refused = undefined;
    if (response?.status === 401 && session) {
      const offBy = session.method === 'signature' ? clockSkew(response, date) : undefined;
      if (offBy !== undefined && skewMs === undefined) {
        skewMs = offBy;
        continue;
      }
      if (session.renewable && !renewed) {
        renewed = true;
        refused = sent.proof;
        continue;
      }
    }
    const pauseMs = question.repeatable ? pauseAfter(sent, retry, host.clock.now(), random) : undefined;
    if (pauseMs === undefined || retry >= MAX_RETRIES) throw toError(question, host, sent);
    retry += 1;
    await host.clock.sleep(pauseMs, host.signal);
  }
}

/** How one attempt ended: with an answer, or with the runtime's error. */
interface Sent {
  readonly response?: Response;
  readonly text: string;
  readonly proof: Proof | undefined;
  readonly error?: unknown;
}

/** Sends a question once, within its limit of time. */
async function send(
  { failure, method, path, body, session }: IamQuestion,
  { endpoint, fetch, signal }: IamHost,
  { date, refused }: { date: Date; refused: Proof | undefined },
): Promise<Sent> {
  const request: OutgoingRequest = {
    method,
    url: `${endpoint}${path}`,
    headers: new Headers(body && { 'Content-Type': 'application/json;charset=utf8' }),
    body: body && new TextEncoder().encode(JSON.stringify(body)),
  };
  const proof = await session?.prove(request, { date, refused, signal, withoutProject: true });
  const headers = { ...Object.fromEntries(request.headers), ...proof?.headers };
  const overdue = (): IamError => new IamError(`${failure}: no answer within ${TIMEOUT_MS} ms`, undefined);
  const limited = limitSignal(signal, TIMEOUT_MS, overdue);
  const init = { method, headers, redirect: 'manual', signal: limited.signal } as const;
  try {
    const answer = fetch(request.url, { ...init, ...(request.body && { body: request.body as BodyInit }) });
    const response = await untilAborted(answer, limited.signal);
    return { response, text: await untilAborted(response.text(), limited.signal), proof };
  } catch (error) {
    if (limited.signal.aborted) throw limited.signal.reason;
    return { text: '', proof, error };
  } finally {
    limited.release();
  }
}

/** Milliseconds until the question is put again; undefined where that is of no use. */
function pauseAfter({ response }: Sent, retry: number, now: number, random: () => number): number | undefined {
  const reason = response ? retryReason(response.status, undefined, true) : 'network';
  if (!reason) return undefined;
  const asked = parseRetryAfter(response?.headers.get('retry-after') ?? null, now);
  if (asked !== undefined && asked > MAX_PAUSE_MS) return undefined;
  return asked || backoffMs(retry, reason, random);
}

function toError(
  { failure, secrets = [] }: IamQuestion,
  { endpoint }: IamHost,
  { response, text, proof, error }: Sent,
): IamError {
  if (!response)
    return new IamError(`${failure}: ${new URL(endpoint).host} could not be reached`, undefined, { cause: error });
  const { status, headers } = response;
  const said = readErrorBody(parseJson(text) ?? text);
  const id = headers.get('x-request-id') ?? headers.get('x-iam-trace-id') ?? said.requestId;
  const code = said.code === String(status) ? undefined : said.code;
  const words = [status, code, said.message, id && `(request ${id})`].filter(Boolean).join(' ');
  const hidden = [...secrets, ...(proof?.secrets ?? [])];
  // A body that is echoed shows them as JSON writes them.
  const written = hidden.map((secret) => JSON.stringify(secret).slice(1, -1));
  return new IamError(redact(`${failure}: ${words}`, [...hidden, ...written]), status);
}

/** By how much IAM's clock is ahead of a signature's date, where that is why it was refused. */
function clockSkew({ headers }: Response, date: Date): number | undefined {
  const now = headers.has('age') ? NaN : Date.parse(headers.get('date') ?? '');
  const skewMs = now - date.getTime();
  return Math.abs(skewMs) >= NOTABLE_SKEW_MS ? skewMs : undefined;
}
