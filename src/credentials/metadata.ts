import { limitSignal, untilAborted } from '../abort.js';
import { anything, checkOptions, milliseconds, type Rule } from '../check.js';
import type { Clock } from '../clock.js';
import { isHeaderText, type CredentialProvider } from './credentials.js';
import { CredentialsError, UnconfiguredError } from './credentials-error.js';
import { parseJson } from './parse-json.js';
import { readTemporaryKey } from './temporary-key.js';

/** Options of `credentialsFromMetadata`. */
export interface MetadataCredentialsOptions {
  /** Address of the service. It is plain http, which does not leave the machine. @default http://169.254.169.254 */
  endpoint?: string | undefined;
  /** Milliseconds that the service may take for everything. @default 3000 */
  timeoutMs?: number | undefined;
}

const rules: Record<keyof MetadataCredentialsOptions, Rule> = { endpoint: anything, timeoutMs: milliseconds };

const TOKEN_LIFETIME_SECONDS = 21_600;

/** Statuses with which servers answer that know no tokens. */
const TOKENLESS = [404, 405, 503];

/** What a server says to which no agency was given. A new token would not help. */
const NO_AGENCY = 'Please configure Cloud Service Agency first';

/** A token of the metadata service; undefined text on a server that knows none. */
interface Session {
  readonly token: string | undefined;
  readonly endsAt: number;
}

type Ask = (method: string, path: string, headers: Record<string, string>) => Promise<{ status: number; text: string }>;

/** Addresses that plain http may carry a key from: this machine and the link that it hangs on. */
const isNear = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|169\.254(\.\d+){2}|\[::1\])$/.test(hostname);

function checkEndpoint(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNear(url.hostname)))) {
    throw new TypeError(
      `endpoint must be an https address, or an http address of this machine or its link, and is ${JSON.stringify(endpoint)}`,
    );
  }
  return endpoint.replace(/\/+$/, '');
}

async function openSession(ask: Ask, clock: Clock): Promise<Session> {
  const { status, text } = await ask('PUT', '/meta-data/latest/api/token', {
    'X-Metadata-Token-Ttl-Seconds': String(TOKEN_LIFETIME_SECONDS),
  });
  const endsAt = clock.now() + (TOKEN_LIFETIME_SECONDS * 1_000) / 2;
  if (TOKENLESS.includes(status)) return { token: undefined, endsAt };
  const token = text.trim();
  if (status !== 200 || !isHeaderText(token)) {
    throw new CredentialsError(`The metadata service gave no token: ${status}`);
  }
  return { token, endsAt };
}

/**
 * Fetches the temporary key of the agency that a cloud server (ECS) was given, from the metadata service of that server.
 *
 * First a token is fetched, which is kept for three hours; servers that know no tokens are asked without. Everything together is limited to
 * three seconds, so that a machine that is no cloud server finds out soon.
 *
 * @throws TypeError on an endpoint to which a key would travel openly.
 * @throws CredentialsError (when the first request is made) where there is no such service, or the server has no agency.
 * @see https://support.huaweicloud.com/intl/en-us/usermanual-ecs/ecs_03_0166.html
 */
export function credentialsFromMetadata(options: MetadataCredentialsOptions = {}): CredentialProvider {
  checkOptions(options, [rules], 'credentialsFromMetadata');
  const { timeoutMs = 3_000 } = options;
  const endpoint = checkEndpoint(options.endpoint ?? 'http://169.254.169.254');
  let session: Session | undefined;

  return async ({ fetch, clock, signal }) => {
    const overdue = (): Error => new UnconfiguredError(`${endpoint} did not answer within ${timeoutMs} ms`);
    const limited = limitSignal(signal, timeoutMs, overdue);
    const ask: Ask = async (method, path, headers) => {
      const init: RequestInit = { method, headers, redirect: 'manual', signal: limited.signal };
      try {
        const response = await untilAborted(fetch(`${endpoint}${path}`, init), limited.signal);
        return { status: response.status, text: await untilAborted(response.text(), limited.signal) };
      } catch (cause) {
        if (limited.signal.aborted) throw limited.signal.reason;
        throw new UnconfiguredError(`${endpoint} could not be reached`, { cause });
      }
    };
    const readKey = async (): Promise<{ status: number; text: string }> => {
      if (!session || clock.now() >= session.endsAt) session = await openSession(ask, clock);
      const { token } = session;
      return ask('GET', '/openstack/latest/securitykey', token === undefined ? {} : { 'X-Metadata-Token': token });
    };
    try {
      let { status, text } = await readKey();
      if (status === 401 && !text.includes(NO_AGENCY)) {
        session = undefined;
        ({ status, text } = await readKey());
      }
      if (status === 200) return readTemporaryKey('The metadata service', parseJson(text));
      if (text.includes(NO_AGENCY)) throw new UnconfiguredError('this server was given no agency');
      throw new CredentialsError(`The metadata service gave no key: ${status}`);
    } finally {
      limited.release();
    }
  };
}
