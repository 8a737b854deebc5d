/** Credentials from the metadata service of a cloud server (ECS). */
import { checkOptions, anyRule, isHeaderValue, milliseconds, type Rule } from '../errors/check-options.js';
import { CredentialsError, isCodeArtsError, NotConfiguredError } from '../errors/codearts-error.js';
import { NetworkError } from '../errors/request-errors.js';
import { decodeText } from '../http/body.js';
import { createPipeline, type Send } from '../http/pipeline.js';
import { createTimeoutSignal, type Clock } from '../http/timing.js';
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

type SendMetadata = (
  method: string,
  path: string,
  headers: Record<string, string>,
) => Promise<{ status: number; text: string }>;

/** Hosts to which a key can be sent over HTTP: this machine, and the link that it is connected to. */
const isLinkLocal = (hostname: string): boolean =>
  /^(localhost|127(\.\d+){3}|169\.254(\.\d+){2}|\[::1\])$/.test(hostname);

function checkEndpoint(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLinkLocal(url.hostname)))) {
    throw new TypeError(
      `endpoint must be an HTTPS URL, or an HTTP URL of this machine or its link; received ${JSON.stringify(endpoint)}`,
    );
  }
  return endpoint.replace(/\/+$/, '');
}

async function fetchToken(request: SendMetadata, clock: Clock): Promise<MetadataToken> {
  const { status, text } = await request('PUT', '/meta-data/latest/api/token', {
    'X-Metadata-Token-Ttl-Seconds': String(TOKEN_LIFETIME_SECONDS),
  });
  const endsAt = clock.now() + (TOKEN_LIFETIME_SECONDS * 1_000) / 2;
  if (NO_TOKEN_STATUSES.includes(status)) return { token: undefined, endsAt };
  const token = text.trim();
  if (status !== 200 || !isHeaderValue(token)) {
    throw new CredentialsError(`the metadata service issued no token: ${status}`);
  }
  return { token, endsAt };
}

/** Sends requests to the service through the pipeline of all requests, without authentication. */
function createRequest(endpoint: string, context: CredentialContext, signal: AbortSignal): SendMetadata {
  const send: Send = createPipeline({
    ...context,
    ...{ origin: new URL(endpoint).origin, session: undefined, timeoutMs: Infinity, maxRetries: 2 },
    maxResponseBytes: MAX_RESPONSE_BYTES,
  });
  return async (method, path, headers) => {
    const request = { method, url: `${endpoint}${path}`, headers: new Headers(headers), body: undefined };
    try {
      const { response, bytes } = await send(request, { signal, idempotent: true, stream: false });
      return { status: response.status, text: decodeText(bytes, response.headers.get('content-type')) };
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      throw new NotConfiguredError(`cannot reach ${endpoint}: ${error.message}`, { cause: error });
    }
  };
}

/**
 * Fetches the temporary access key of the agency of a cloud server (ECS) from its metadata service.
 *
 * A token is fetched first and used for three hours; servers that do not support tokens are called without one. All requests together have a timeout of
 * three seconds, so that a machine that is not a cloud server does not wait long. Connection errors and the statuses 429 and 503 are retried within it.
 *
 * @throws TypeError on an endpoint to which a key would be sent unencrypted.
 * @throws CredentialsError on the first request, if there is no such service, or the server has no agency.
 * @see https://support.huaweicloud.com/intl/en-us/usermanual-ecs/ecs_03_0166.html
 */
export function credentialsFromMetadata(options: MetadataCredentialsOptions = {}): CredentialProvider {
  checkOptions(options, [rules], 'credentialsFromMetadata');
  const { timeoutMs = 3_000 } = options;
  const endpoint = checkEndpoint(options.endpoint ?? 'http://169.254.169.254');
  let token: MetadataToken | undefined;

  return async (context) => {
    const { clock, signal } = context;
    const timeout = createTimeoutSignal(
      signal,
      timeoutMs,
      () => new NotConfiguredError(`no response from ${endpoint} within ${timeoutMs} ms`),
    );
    const request = createRequest(endpoint, context, timeout.signal);
    const fetchKey = async (): Promise<{ status: number; text: string }> => {
      if (!token || clock.now() >= token.endsAt) token = await fetchToken(request, clock);
      const headers = token.token === undefined ? undefined : { 'X-Metadata-Token': token.token };
      return request('GET', '/openstack/latest/securitykey', headers ?? {});
    };
    try {
      let { status, text } = await fetchKey();
      if (status === 401 && !text.includes(NO_AGENCY)) {
        token = undefined;
        ({ status, text } = await fetchKey());
      }
      if (status === 200) return parseTemporaryKey('the metadata service', parseObject(text));
      if (text.includes(NO_AGENCY)) throw new NotConfiguredError('this server has no agency');
      throw new CredentialsError(`the metadata service issued no key: ${status}`);
    } catch (error) {
      if (isCodeArtsError(error) && !(error instanceof CredentialsError)) {
        throw new CredentialsError(`the metadata service issued no key: ${error.message}`, { cause: error });
      }
      throw error;
    } finally {
      timeout.release();
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
