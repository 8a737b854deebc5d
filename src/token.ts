/** Authentication with IAM tokens in place of signatures. */
import { limitTime, linkSignal } from './abort.js';
import { proofsFrom, type Authenticator, type AuthenticatorHost, type Proof } from './authenticator.js';
import { CredentialsError, readErrorBody } from './errors.js';
import { createExpiring } from './expiring.js';
import { resolveEndpoint } from './regions.js';
import { environment } from './credentials/environment.js';
import type { KeystoneCreateUserTokenByPasswordInput } from '../generated/iam/operations.js';

type TokenRequest = KeystoneCreateUserTokenByPasswordInput['body'];

/** A token, and when it ends. */
interface Token {
  value: string;
  expiresAt: Date | undefined;
}

/** Who asks for a token, and for what. */
export interface PasswordTokenOptions {
  /** Name of the account (tenant) that the user belongs to. */
  domainName: string;
  /** Name of the IAM user. */
  userName: string;
  password: string;
  /** IAM project that the token is made for, by name. The client's region, where neither name nor id is given. */
  projectName?: string | undefined;
  /** The same, by id. */
  projectId?: string | undefined;
  /** Second factor of users that have one: the user's id and the six digits that are valid now. */
  mfa?: { userId: string; passcode: string } | undefined;
  /** IAM's address. That of the client's region, where it is left out. */
  iamEndpoint?: string | undefined;
}

/** How long IAM may take to answer. */
const IAM_TIMEOUT_MS = 30_000;

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** Secrets go over https, and over http to this machine only. */
function requireSafe(what: string, address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw new TypeError(`${what} is not sent over plain http to ${hostname}: use https`);
  }
}

const proofOf = (token: Token, url: string): Proof => {
  requireSafe('A token', url);
  return { headers: { 'X-Auth-Token': token.value }, secrets: [token.value] };
};

/** Sends a token that the caller has. Nothing is fetched, so an expired token ends in an `ApiError`. */
export function staticToken(token: string): Authenticator {
  if (typeof token !== 'string' || token === '') throw new TypeError('token must be a string that is not empty');
  return {
    start: () => ({
      method: 'token',
      renewable: false,
      prove: (request) => Promise.resolve(proofOf({ value: token, expiresAt: undefined }, request.url)),
    }),
  };
}

/**
 * Fetches tokens with a user's password, and sends them as `X-Auth-Token`. A token is used until shortly before its end; the next one is fetched
 * in the background.
 *
 * @throws TypeError where a name or the password is missing, or IAM's address is not https.
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html
 */
export function passwordToken(options: PasswordTokenOptions): Authenticator {
  for (const name of ['domainName', 'userName', 'password'] as const) {
    if (typeof options[name] !== 'string' || options[name] === '') {
      throw new TypeError(`${name} must be a string that is not empty`);
    }
  }
  if (options.iamEndpoint !== undefined) {
    requireSafe('A password', resolveEndpoint('IAM', { endpoint: options.iamEndpoint }, {}));
  }
  return {
    start(host) {
      const expiring = createExpiring(
        (signal) => fetchToken(options, host, signal),
        (token) => token.expiresAt,
        host.clock,
        host.onEvent,
      );
      return {
        method: 'token',
        renewable: true,
        prove: proofsFrom(expiring, (token, request) => proofOf(token, request.url)),
      };
    },
  };
}

/** IAM's address for a client: named, in the environment, or that of its region. */
function iamEndpointOf(endpoint: string | undefined, region: string | undefined): string {
  const named = endpoint ?? environment()['HUAWEICLOUD_SDK_IAM_ENDPOINT'];
  if (named) return resolveEndpoint('IAM', { endpoint: named }, {});
  if (region === undefined) throw new TypeError('iamEndpoint must be given where the client has no region');
  return resolveEndpoint('IAM', { region }, environment());
}

async function fetchToken(
  options: PasswordTokenOptions,
  { fetch, region }: AuthenticatorHost,
  signal: AbortSignal,
): Promise<Token> {
  const endpoint = iamEndpointOf(options.iamEndpoint, region);
  requireSafe('A password', endpoint);
  const { domainName, userName, password, mfa, projectId, projectName = region } = options;
  const scope = projectId
    ? { project: { id: projectId } }
    : projectName
      ? { project: { name: projectName } }
      : undefined;
  if (!scope) throw new TypeError('projectName or projectId must be given where the client has no region');
  const body: TokenRequest = {
    auth: {
      identity: {
        methods: mfa ? ['password', 'totp'] : ['password'],
        password: { user: { name: userName, password, domain: { name: domainName } } },
        ...(mfa && { totp: { user: { id: mfa.userId, passcode: mfa.passcode } } }),
      },
      scope,
    },
  };
  const linked = linkSignal(signal);
  const stopTimer = limitTime(
    linked,
    IAM_TIMEOUT_MS,
    () => new CredentialsError(`IAM did not answer within ${IAM_TIMEOUT_MS} ms`),
  );
  try {
    const response = await fetch(`${endpoint}/v3/auth/tokens?nocatalog=true`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json;charset=utf8' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: linked.signal,
    });
    const text = await response.text();
    const value = response.headers.get('x-subject-token');
    const parsed = parse(text) as { token?: { expires_at?: string } } | undefined;
    if (!response.ok || value === null) {
      const { message } = readErrorBody(parsed ?? text);
      throw new CredentialsError(
        `IAM gave no token for user ${userName} of ${domainName}: ${String(response.status)} ${(message ?? '').replaceAll(password, '***')}`.trim(),
      );
    }
    const expires = parsed?.token?.expires_at;
    return { value, expiresAt: expires === undefined ? undefined : new Date(expires) };
  } catch (error) {
    if (linked.signal.aborted) throw linked.signal.reason;
    if (error instanceof CredentialsError) throw error;
    throw new CredentialsError(`IAM could not be reached at ${new URL(endpoint).host}`, { cause: error });
  } finally {
    stopTimer();
    linked.release();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
