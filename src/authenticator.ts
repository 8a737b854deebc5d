/** What proves to the service who is calling. */
import type { Credentials, CredentialProvider } from './credentials/credentials.js';
import type { Clock } from './clock.js';
import { createExpiring, type Expiring } from './expiring.js';
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
}

export interface ProofOptions {
  date: Date;
  refused: Proof | undefined;
  signal: AbortSignal;
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
  /** Proves one attempt. `date` is the server's time as far as it is known; `refused` is a proof that the service did not accept. */
  prove(request: OutgoingRequest, options: ProofOptions): Promise<Proof>;
  /** Whether another proof can be had at all. */
  readonly renewable: boolean;
  /** Whether it sends a token, whose scope may be wrong, or a signature. */
  readonly method: 'signature' | 'token';
}

/** Made by `passwordToken` or `staticToken`, or by the client around credentials. */
export interface Authenticator {
  start(host: AuthenticatorHost): AuthenticatorSession;
}

/** Makes proofs from something that expires, and another one when a proof was refused. */
export function proofsFrom<T extends object>(
  expiring: Expiring<T>,
  prove: (value: T, request: OutgoingRequest, options: ProofOptions) => Promise<Proof> | Proof,
): AuthenticatorSession['prove'] {
  const madeFrom = new WeakMap<Proof, T>();
  return async (request, options) => {
    const refused = options.refused && madeFrom.get(options.refused);
    const value = refused ? await expiring.renew(refused, options.signal) : await expiring.get(options.signal);
    const proof = await prove(value, request, options);
    madeFrom.set(proof, value);
    return proof;
  };
}

/** Signs each attempt with credentials, which are fetched when the first request needs them. */
export function signWith(credentials: Credentials | CredentialProvider, projectId: string | undefined): Authenticator {
  return {
    start({ fetch, clock, region, onEvent }) {
      const provider = typeof credentials === 'function' ? credentials : () => Promise.resolve(credentials);
      const expiring = createExpiring(
        (signal) => provider({ fetch, clock, region, signal }),
        (value) => value.expiresAt,
        clock,
        typeof credentials === 'function' ? onEvent : undefined,
      );
      return {
        method: 'signature',
        renewable: typeof credentials === 'function',
        prove: proofsFrom(expiring, async (value, { method, url, headers, body }, { date }) => {
          const { ak, sk, securityToken, domainId } = value;
          const project = projectId ?? value.projectId;
          const added: Record<string, string> = {
            ...(project !== undefined && { 'X-Project-Id': project }),
            ...(domainId !== undefined && { 'X-Domain-Id': domainId }),
          };
          const all = new Headers(headers);
          for (const [name, text] of Object.entries(added)) all.set(name, text);
          const signed = await signRequest(
            { method, url, headers: all, body },
            { ak, sk, securityToken },
            { date, unsignedPayload: all.get('content-type')?.startsWith('multipart/') },
          );
          return {
            headers: { ...added, ...signed.headers },
            canonicalRequest: signed.canonicalRequest,
            secrets: [sk, securityToken, signed.signature].filter((secret) => secret !== undefined),
          };
        }),
      };
    },
  };
}
