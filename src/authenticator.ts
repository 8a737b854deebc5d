/** What proves to the service who is calling. */
import type { Clock } from './clock.js';

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
