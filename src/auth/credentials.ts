/** Access keys: their types, their validation, and the authenticators that sign requests with them. */
import { isHeaderValue, isObject, ownProperties, type Rule } from '../errors/check-options.js';
import { CredentialsError, isCodeArtsError } from '../errors/codearts-error.js';
import { requireHttps } from '../endpoints/endpoint.js';
import type {
  AuthenticateOptions,
  Authentication,
  Authenticator,
  AuthenticatorSession,
  ClientContext,
  OutgoingRequest,
} from '../http/authenticator.js';
import { createCachedSession, createRefreshingCache } from './refreshing-cache.js';
import { signRequest, type AccessKey } from './sign.js';

/** An access key (AK/SK), with what belongs to it. */
export interface Credentials extends AccessKey {
  /** ID of the IAM project (not CodeArts project) of the requests, sent as `X-Project-Id`. */
  readonly projectId?: string | undefined;
  /** ID of the account, for services that are not bound to a project, sent as `X-Domain-Id`. */
  readonly domainId?: string | undefined;
  /** Time at which a temporary key expires. A provider is called again before that. */
  readonly expiresAt?: Date | undefined;
  /** IAM endpoint for requests with this key. @default that of the region of the client */
  readonly iamEndpoint?: string | undefined;
}

/** The environment of a provider: the client that needs the credentials. */
export interface CredentialContext extends ClientContext {
  /** Aborts when no call needs the credentials any more. */
  readonly signal: AbortSignal;
  /** Names the place that the credentials come from, for the event `credentials`. */
  readonly reportSource?: ((source: string) => void) | undefined;
}

/** Fetches credentials. Called when the first request needs them, and again before they expire. */
export type CredentialProvider = (context: CredentialContext) => Promise<Credentials>;

/** Value of `credentials` of a client and of `source`: an access key, a function that fetches one, or an authenticator. */
export type CredentialSource = Credentials | CredentialProvider | Authenticator;

export const credentialSourceRule: Rule = [
  'an object or a function',
  (value) => isObject(value) || typeof value === 'function',
  'secret',
];

/** The text that headers can contain, in the words of an error message. */
export const PRINTABLE = 'printable ASCII without spaces';

/** Returns what is wrong with credentials, without showing them; undefined if they are valid. */
export function findCredentialsProblem(credentials: Credentials): string | undefined {
  if (!isObject(credentials)) return 'they must be an object';
  for (const name of ['ak', 'sk'] as const) {
    const value: unknown = credentials[name];
    if (typeof value !== 'string' || value === '') return `${name} must be a non-empty string`;
  }
  for (const name of ['ak', 'sk', 'securityToken', 'projectId', 'domainId'] as const) {
    const value: unknown = credentials[name];
    if (value !== undefined && !isHeaderValue(value)) return `${name} must be ${PRINTABLE}`;
  }
  const { expiresAt } = credentials;
  const isDate = expiresAt instanceof Date && !Number.isNaN(expiresAt.getTime());
  return expiresAt === undefined || isDate ? undefined : 'expiresAt must be a valid Date';
}

/** Instances of classes are authenticators too; a `start` that a program adds to `Object.prototype` does not count. */
export const isAuthenticator = (value: CredentialSource): value is Authenticator =>
  'start' in value && value.start !== (Object.prototype as Partial<Authenticator>).start;

/** Creates the authenticator for a credential source. @throws TypeError on invalid credentials. */
export function toAuthenticator(source: CredentialSource): Authenticator {
  if (isAuthenticator(source)) return source;
  return typeof source === 'function' ? providerAuthenticator(source) : keyAuthenticator(source);
}

function keyAuthenticator(given: Credentials): Authenticator {
  const credentials = ownProperties(given);
  const problem = findCredentialsProblem(credentials);
  if (problem !== undefined) throw new TypeError(`invalid credentials: ${problem}`);
  return {
    start: () => ({
      scheme: 'signature',
      getIamEndpoint: () => Promise.resolve(credentials.iamEndpoint),
      authenticate: (request, options) => authenticateWithKey(credentials, request, options),
    }),
  };
}

const providerAuthenticator = (provider: CredentialProvider): Authenticator => ({
  start: (context): AuthenticatorSession => {
    let source: string | undefined;
    const reportSource = (text: string): void => void (source = text);
    const cache = createRefreshingCache(
      ({ signal }) => fetchCredentials(provider, { ...context, signal, reportSource }),
      (credentials) => credentials.expiresAt,
      context,
      () => source,
    );
    const secretOf = ({ ak, sk, securityToken }: Credentials): string => [ak, sk, securityToken].join(' ');
    return {
      scheme: 'signature',
      getIamEndpoint: async (signal) => (await cache.get(signal)).iamEndpoint,
      ...createCachedSession(cache, secretOf, authenticateWithKey),
    };
  },
});

/** Calls a provider. Its errors are wrapped, so that the caller can tell that the credentials failed and not the request. */
async function fetchCredentials(provider: CredentialProvider, context: CredentialContext): Promise<Credentials> {
  let credentials: Credentials;
  try {
    credentials = await provider(context);
  } catch (error) {
    if (isCodeArtsError(error) || context.signal.aborted) throw error;
    throw new CredentialsError(`Cannot fetch credentials: ${describeError(error)}`, { cause: error });
  }
  // A copy, since a provider may return the same object twice, and a renewal is recognized by its object.
  const own = isObject(credentials) ? ownProperties(credentials) : credentials;
  const problem = findCredentialsProblem(own);
  if (problem !== undefined) throw new CredentialsError(`invalid credentials from the provider: ${problem}`);
  return own;
}

const describeError = (error: unknown): string => (error instanceof Error ? error.message || error.name : typeof error);

/** Signs one attempt. */
async function authenticateWithKey(
  credentials: Credentials,
  request: OutgoingRequest,
  options: AuthenticateOptions,
): Promise<Authentication> {
  const { sk, securityToken, domainId, projectId } = credentials;
  const { method, url, headers, body } = request;
  if (securityToken !== undefined) requireHttps('a security token', url);
  const added: Record<string, string> = {};
  if (projectId !== undefined && !options.omitProjectId && !headers.has('x-project-id')) {
    added['X-Project-Id'] = projectId;
  }
  if (domainId !== undefined) added['X-Domain-Id'] = domainId;
  const names = Object.keys(added);
  const all = names.length > 0 ? new Headers(headers) : headers;
  for (const name of names) all.set(name, added[name]!);
  const signed = await signRequest({ method, url, headers: all, body }, credentials, {
    date: options.date,
    unsignedPayload: all.get('content-type')?.startsWith('multipart/'),
  });
  const secrets = securityToken === undefined ? [sk, signed.signature] : [sk, securityToken, signed.signature];
  return { headers: { ...added, ...signed.headers }, canonicalRequest: signed.canonicalRequest, secrets };
}
