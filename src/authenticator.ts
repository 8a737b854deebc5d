/** What proves to the service who is calling. */
import { findFault, type Credentials, type CredentialProvider } from './credentials/credentials.js';
import { isObject, type Rule } from './check.js';
import type { Clock } from './clock.js';
import { CredentialsError, isCodeArtsError } from './errors.js';
import { createExpiring, type Expiring } from './expiring.js';
import { requireSafeAddress } from './regions.js';
import { signRequest } from './sign.js';

/** A request as it goes out in one attempt. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

/** What one attempt proves itself with. */
export interface Proof {
  /** Headers to add. */
  headers: Record<string, string>;
  /** What was signed, to be compared with what the gateway computed. */
  canonicalRequest?: string;
  /** What must not be printed anywhere. */
  secrets: readonly string[];
  /** Whether it was asked for in place of a refused one, and there is no other: sending it would only be refused again. */
  unchanged?: boolean;
}

export interface ProofOptions {
  /** The server's time, as far as it is known. */
  date: Date;
  /** A proof that the service did not accept. */
  refused: Proof | undefined;
  signal: AbortSignal;
  /** Leaves the project of the credentials out, for a service that is not bound to one. */
  withoutProject?: boolean;
}

/** Where an authenticator runs: the client's fetch, clock and region. */
export interface AuthenticatorHost {
  fetch: typeof fetch;
  clock: Clock;
  region: string | undefined;
  onEvent: (event: { outcome: 'loaded' | 'failed'; error?: unknown }) => void;
}

/** An authenticator at work in one client. */
export interface AuthenticatorSession {
  /** Proves one attempt. */
  prove(request: OutgoingRequest, options: ProofOptions): Promise<Proof>;
  /** Whether another proof can be had at all. */
  readonly renewable: boolean;
  /** Whether it sends a token, whose scope may be wrong, or a signature. */
  readonly method: 'signature' | 'token';
  /** IAM's address, where what the session proves itself with names one. */
  findIamEndpoint?(signal: AbortSignal): Promise<string | undefined>;
}

/** Made by `passwordToken`, `agencyToken` or `staticToken`, or by the client around credentials. */
export interface Authenticator {
  start(host: AuthenticatorHost): AuthenticatorSession;
}

/** Everything that can say who is calling. */
export type Identity = Credentials | CredentialProvider | Authenticator;

/** What stands for an identity, as far as that can be told from outside. */
export const identityRule: Rule = [
  'an object or a function',
  (value) => isObject(value) || typeof value === 'function',
  'secret',
];

/** Whether it proves requests by itself, or is an access key to sign them with. */
export const isAuthenticator = (value: Identity): value is Authenticator => 'start' in value;

/** What proves requests for an identity. @throws TypeError on credentials that cannot be used. */
export const authenticatorOf = (value: Identity): Authenticator => (isAuthenticator(value) ? value : signWith(value));

/** Makes proofs from something that expires, and another one when a proof was refused. `secretOf` tells whether it really is another. */
export function proofsFrom<T extends object>(
  expiring: Expiring<T>,
  secretOf: (value: T) => string,
  prove: (value: T, request: OutgoingRequest, options: ProofOptions) => Promise<Proof> | Proof,
): AuthenticatorSession['prove'] {
  const madeFrom = new WeakMap<Proof, T>();
  return async (request, options) => {
    const refused = options.refused && madeFrom.get(options.refused);
    const value = refused ? await expiring.renew(refused, options.signal) : await expiring.get(options.signal);
    const proof = await prove(value, request, options);
    if (refused && secretOf(refused) === secretOf(value)) proof.unchanged = true;
    madeFrom.set(proof, value);
    return proof;
  };
}

/** Fetches from a provider. What it says is wrapped, so that callers can tell that the credentials failed and not their request. */
async function fetchCredentials(
  provider: CredentialProvider,
  context: Parameters<CredentialProvider>[0],
): Promise<Credentials> {
  let credentials: Credentials;
  try {
    credentials = await provider(context);
  } catch (error) {
    if (isCodeArtsError(error) || context.signal.aborted) throw error;
    throw new CredentialsError(`The credentials could not be fetched: ${describe(error)}`, { cause: error });
  }
  const fault = findFault(credentials);
  if (fault !== undefined) throw new CredentialsError(`The fetched credentials cannot be used: ${fault}`);
  // A copy, since a provider may return the same object twice, and a renewal is told by the object.
  return { ...credentials };
}

const describe = (error: unknown): string => (error instanceof Error ? error.message || error.name : typeof error);

/**
 * Signs each attempt with credentials, which are fetched when the first request needs them.
 *
 * @throws TypeError on credentials that cannot be used.
 */
export function signWith(credentials: Credentials | CredentialProvider): Authenticator {
  const isProvider = typeof credentials === 'function';
  const fault = isProvider ? undefined : findFault(credentials);
  if (fault !== undefined) throw new TypeError(`credentials cannot be used: ${fault}`);
  return {
    start({ fetch, clock, region, onEvent }) {
      const expiring = createExpiring<Credentials>(
        (signal) =>
          isProvider
            ? fetchCredentials(credentials, { fetch, clock, region, signal })
            : Promise.resolve({ ...credentials, expiresAt: undefined }),
        (value) => value.expiresAt,
        clock,
        isProvider ? onEvent : undefined,
      );
      return {
        method: 'signature',
        renewable: isProvider,
        findIamEndpoint: async (signal) => (await expiring.get(signal)).iamEndpoint,
        prove: proofsFrom(expiring, ({ ak, sk, securityToken }) => [ak, sk, securityToken].join(' '), sign),
      };
    },
  };
}

async function sign(credentials: Credentials, request: OutgoingRequest, options: ProofOptions): Promise<Proof> {
  const { ak, sk, securityToken, domainId, projectId } = credentials;
  const { method, url, headers, body } = request;
  if (securityToken !== undefined) requireSafeAddress('A security token', url);
  const named = options.withoutProject || headers.has('x-project-id') ? undefined : projectId;
  const added: Record<string, string> = {
    ...(named !== undefined && { 'X-Project-Id': named }),
    ...(domainId !== undefined && { 'X-Domain-Id': domainId }),
  };
  const all = named === undefined && domainId === undefined ? headers : new Headers(headers);
  for (const [name, text] of Object.entries(added)) all.set(name, text);
  const signed = await signRequest(
    { method, url, headers: all, body },
    { ak, sk, securityToken },
    { date: options.date, unsignedPayload: all.get('content-type')?.startsWith('multipart/') },
  );
  return {
    headers: { ...added, ...signed.headers },
    canonicalRequest: signed.canonicalRequest,
    secrets: [sk, securityToken, signed.signature].filter((secret) => secret !== undefined),
  };
}
