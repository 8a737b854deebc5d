/** How requests are authenticated: what the pipeline requires and `auth/` implements. */
import type { EventListener } from './events.js';
import type { Clock } from './timing.js';

/** A request as it is sent in one attempt. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

/** What authenticates one attempt. */
export interface Authentication {
  /** Headers to add. */
  readonly headers: Readonly<Record<string, string>>;
  /** What was signed. After a 401 it is compared with what the gateway computed. */
  readonly canonicalRequest?: string | undefined;
  /** Redacted from errors. */
  readonly secrets: readonly string[];
}

export interface AuthenticateOptions {
  /** Time of the server, as far as it is known. */
  readonly date: Date;
  readonly signal: AbortSignal;
  /** Omits the project of the credentials, for a service that is not bound to one. */
  readonly omitProjectId?: boolean | undefined;
}

/** The environment of an authenticator or provider: what the client was created with. */
export interface ClientContext {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly random: () => number;
  /** Region of the client, if it has one. */
  readonly region: string | undefined;
  readonly emit: EventListener;
}

/** An authenticator that is used by one client. */
export interface AuthenticatorSession {
  readonly scheme: 'signature' | 'token';
  /** Authenticates one attempt. @throws CredentialsError if no credentials can be obtained. */
  authenticate(request: OutgoingRequest, options: AuthenticateOptions): Promise<Authentication>;
  /**
   * Called after a 401. Resolves with `true` if other credentials are available, so that another attempt is worthwhile. Omitted if credentials cannot be
   * renewed.
   */
  renew?(rejected: Authentication, signal: AbortSignal): Promise<boolean>;
  /** Returns the IAM endpoint, if the credentials name one. */
  getIamEndpoint?(signal: AbortSignal): Promise<string | undefined>;
}

/** Created by `passwordToken`, `agencyToken`, `staticToken` or `temporaryCredentials`, or by the client around credentials. */
export interface Authenticator {
  /** Called once for each client. */
  start(context: ClientContext): AuthenticatorSession;
}
