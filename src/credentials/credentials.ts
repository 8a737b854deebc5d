import type { Clock } from '../clock.js';
import type { AccessKey } from '../sign.js';

/** An access key, with what belongs to it. */
export interface Credentials extends AccessKey {
  /** IAM project (not CodeArts project) that the requests are made for, sent as `X-Project-Id`. */
  readonly projectId?: string | undefined;
  /** Account, for services that are not bound to a project, sent as `X-Domain-Id`. */
  readonly domainId?: string | undefined;
  /** When a temporary key ends. It is replaced in time where a provider fetched it. */
  readonly expiresAt?: Date | undefined;
  /** IAM's address, for what is asked there with this key. That of the client's region, where it is left out. */
  readonly iamEndpoint?: string | undefined;
}

/** Where a provider runs. */
export interface CredentialContext {
  /** The client's fetch. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** The client's region, where it was named. */
  readonly region: string | undefined;
  /** Aborts when nobody waits for the credentials any more. */
  readonly signal: AbortSignal;
}

/** Fetches credentials. It is called when the first request needs them, and again before they expire. */
export type CredentialProvider = (context: CredentialContext) => Promise<Credentials>;

/** Whether a text can be a header's value. What cannot would be printed by the runtime that refuses it. */
export const isHeaderText = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);

const headerFields = ['ak', 'securityToken', 'projectId', 'domainId'] as const;

/** What is wrong with credentials, without showing them; undefined where they can be used. */
export function findFault(credentials: Credentials): string | undefined {
  if (typeof credentials !== 'object' || credentials === null) return 'they are not an object';
  for (const name of ['ak', 'sk'] as const) {
    const value: unknown = credentials[name];
    if (typeof value !== 'string' || value === '') return `${name} must be a string that is not empty`;
  }
  for (const name of headerFields) {
    const value: unknown = credentials[name];
    if (value !== undefined && !isHeaderText(value)) return `${name} must be text without spaces and line breaks`;
  }
  const { expiresAt } = credentials;
  const isDate = expiresAt instanceof Date && !Number.isNaN(expiresAt.getTime());
  return expiresAt === undefined || isDate ? undefined : 'expiresAt must be a valid Date';
}
