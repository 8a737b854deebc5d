/** Credentials from the metadata service of a cloud server (ECS). */
import { checkEndpoint } from '../endpoints/endpoint.js';
import { anyRule, checkOptions, isHeaderValue, milliseconds, type Rule } from '../errors/check-options.js';
import { CredentialsError, isCodeArtsError, NotConfiguredError } from '../errors/codearts-error.js';
import { NetworkError, TimeoutError, type ApiError } from '../errors/request-errors.js';
import { decodeText } from '../http/body.js';
import { createPipeline } from '../http/pipeline.js';
import { backoffMs } from '../http/retry.js';
import type { Clock } from '../http/timing.js';
import type { CredentialContext, CredentialProvider } from './credentials.js';
import { parseTemporaryKey } from './iam.js';

/** Options of `credentialsFromMetadata`. */
export interface MetadataCredentialsOptions {
  /** URL of the service. HTTP does not leave the machine. @default http://169.254.169.254 */
  endpoint?: string | undefined;
  /** Timeout of all requests together in milliseconds. @default 3000 */
  timeoutMs?: number | undefined;
}

const rules: Record<keyof MetadataCredentialsOptions, Rule> = { endpoint: anyRule, timeoutMs: milliseconds };

const TOKEN_LIFETIME_SECONDS = 21_600;
const MAX_RESPONSE_BYTES = 1024 * 1024;

/** Statuses of servers that do not support tokens. */
const NO_TOKEN_STATUSES = [404, 405, 503];

/** Text of a server without an agency. A new token would not help. */
const NO_AGENCY = 'Please configure Cloud Service Agency first';

/** A token of the metadata service; without `token` on a server that does not support them. */
interface MetadataToken {
  readonly token: string | undefined;
  readonly endsAt: number;
}

interface MetadataResponse {
  readonly status: number;
  readonly text: string;
  /** Status, code, message and request ID, if the status is an error. */
  readonly problem: string;
}

type SendMetadata = (method: string, path: string, headers: Record<string, string>) => Promise<MetadataResponse>;

/** Longest word of a message that is shown. The service may quote a key that it issues, and such keys are longer. */
const MAX_WORD = /[\w+=~-]{16,}/g;

function describeProblem(status: number, error: ApiError | undefined): string {
  if (!error) return String(status);
  const { message, errorMessage } = error;
  return errorMessage === undefined
    ? message
    : message.replace(errorMessage, () => errorMessage.replace(MAX_WORD, '***'));
}

/** Hosts to which a key can be sent over HTTP: this machine, and the link that it is connected to. */
const LINK_LOCAL = /^(localhost|127(\.\d+){3}|169\.254(\.\d+){2}|\[::1\])$/;

function checkMetadataEndpoint(value: string): string {
  const endpoint = checkEndpoint('endpoint', value);
  const { protocol, hostname } = new URL(endpoint);
  if (protocol === 'https:' || LINK_LOCAL.test(hostname)) return endpoint;
  throw new TypeError(
    `endpoint must be an HTTPS URL, or an HTTP URL of this machine or its link; received ${endpoint}`,
  );
}

async function fetchToken(request: SendMetadata, clock: Clock): Promise<MetadataToken> {
  const { status, text, problem } = await request('PUT', '/meta-data/latest/api/token', {
    'X-Metadata-Token-Ttl-Seconds': String(TOKEN_LIFETIME_SECONDS),
  });
  const endsAt = clock.now() + (TOKEN_LIFETIME_SECONDS * 1_000) / 2;
  if (NO_TOKEN_STATUSES.includes(status)) return { token: undefined, endsAt };
  const token = text.trim();
  if (status !== 200 || !isHeaderValue(token)) {
    throw new CredentialsError(`the metadata service issued no token: ${problem}`);
  }
  return { token, endsAt };
}

const MAX_RETRIES = 2;

/** Creates a function that sends requests through the pipeline of all requests, without authentication. All of them together have one timeout. */
function createRequest(endpoint: string, context: CredentialContext, timeoutMs: number): SendMetadata {
  const { clock, random, signal } = context;
  const startedAt = clock.now();
  /** Also if the clock is set back. */
  const msLeft = (): number => Math.min(timeoutMs, Math.max(1, startedAt + timeoutMs - clock.now()));
  const send = createPipeline({
    ...context,
    ...{ origin: new URL(endpoint).origin, session: undefined, timeoutMs: Infinity, maxRetries: MAX_RETRIES },
    ...{ maxResponseBytes: MAX_RESPONSE_BYTES, getProjectId: undefined, omitProjectId: true },
  });

  async function sendOnce(method: string, path: string, headers: Record<string, string>): Promise<MetadataResponse> {
    const request = { method, url: `${endpoint}${path}`, headers: new Headers(headers), body: undefined };
    const options = { signal, deadlineMs: msLeft(), idempotent: true, authenticate: false, stream: false };
    const { response, bytes, error } = await send(request, options);
    const { status } = response;
    const text = decodeText(bytes, response.headers.get('content-type'));
    return { status, text, problem: describeProblem(status, error) };
  }

  return async (method, path, headers) => {
    try {
      for (let retry = 0; ; retry += 1) {
        const response = await sendOnce(method, path, headers);
        // The pipeline does not retry a 500, since the request may have run. These requests change nothing.
        if (response.status !== 500 || retry === MAX_RETRIES) return response;
        const delayMs = backoffMs(retry, 'server', random);
        if (delayMs >= msLeft()) return response;
        await clock.sleep(delayMs, signal);
      }
    } catch (error) {
      if (error instanceof NetworkError) {
        throw new NotConfiguredError(`cannot reach ${endpoint}: ${error.message}`, { cause: error });
      }
      if (!(error instanceof TimeoutError)) throw error;
      throw new NotConfiguredError(`no response from ${endpoint} within ${timeoutMs} ms`, { cause: error });
    }
  };
}

/**
 * Fetches the temporary access key of the agency of a cloud server (ECS) from its metadata service.
 *
 * A token is fetched first and used for three hours; servers that do not support tokens are called without one. All requests together have a timeout of
 * three seconds, so that a machine that is not a cloud server does not wait long. Connection errors, 429 and 5xx are retried within it.
 *
 * @throws TypeError on an endpoint to which a key would be sent unencrypted.
 * @throws CredentialsError on the first request, if there is no such service, or the server has no agency.
 * @see https://support.huaweicloud.com/intl/en-us/usermanual-ecs/ecs_03_0166.html
 */
export function credentialsFromMetadata(options: MetadataCredentialsOptions = {}): CredentialProvider {
  const { timeoutMs = 3_000, endpoint: given = 'http://169.254.169.254' } = checkOptions(
    options,
    [rules],
    'credentialsFromMetadata',
  );
  const endpoint = checkMetadataEndpoint(given);
  let token: MetadataToken | undefined;

  return async (context) => {
    const { clock } = context;
    const request = createRequest(endpoint, context, timeoutMs);
    const fetchKey = async (): Promise<MetadataResponse> => {
      if (!token || clock.now() >= token.endsAt) token = await fetchToken(request, clock);
      const headers = token.token === undefined ? {} : { 'X-Metadata-Token': token.token };
      return request('GET', '/openstack/latest/securitykey', headers);
    };
    try {
      let { status, text, problem } = await fetchKey();
      if (status === 401 && !text.includes(NO_AGENCY)) {
        token = undefined;
        ({ status, text, problem } = await fetchKey());
      }
      context.reportSource?.('metadata service');
      if (status === 200) return parseTemporaryKey('the metadata service', parseObject(text));
      if (text.includes(NO_AGENCY)) throw new NotConfiguredError('this server has no agency');
      throw new CredentialsError(`the metadata service issued no key: ${problem}`);
    } catch (error) {
      if (isCodeArtsError(error) && !(error instanceof CredentialsError)) {
        throw new CredentialsError(`the metadata service issued no key: ${error.message}`, { cause: error });
      }
      throw error;
    }
  };
}

/** Returns parsed JSON; undefined if it is not JSON. */
function parseObject(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
