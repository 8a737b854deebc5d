import type { Clock } from '../clock.js';
import type { AccessKey } from '../sign.js';

/** An access key, with what belongs to it. */
export interface Credentials extends AccessKey {
  /** IAM project (not CodeArts project) that the requests are made for, sent as `X-Project-Id`. */
  readonly projectId?: string | undefined;
  /** Account, for services that are not bound to a project, sent as `X-Domain-Id`. */
  readonly domainId?: string | undefined;
  /** When a temporary key ends. It is replaced in time. */
  readonly expiresAt?: Date | undefined;
}

/** Where a provider runs. */
export interface CredentialContext {
  /** The client's fetch. */
  fetch: typeof fetch;
  clock: Clock;
  /** The client's region, where it was named. */
  region: string | undefined;
  /** Aborts when nobody waits for the credentials any more. */
  signal: AbortSignal;
}

/** Fetches credentials. It is called when the first request needs them, and again before they expire. */
export type CredentialProvider = (context: CredentialContext) => Promise<Credentials>;
