/** A question to IAM, and what may come of it. */
import type { AuthenticatorSession } from '../authenticator.js';
import type { Clock } from '../clock.js';
import { CredentialsError } from './credentials-error.js';

/** What is asked. */
export interface IamQuestion {
  /** What the caller has to do without, as the beginning of a sentence: `IAM gave no token for user alice`. */
  readonly failure: string;
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly body?: object | undefined;
  /** Proves who asks; undefined where the body does. */
  readonly session?: AuthenticatorSession | undefined;
  /** What must not be printed anywhere. */
  readonly secrets?: readonly string[] | undefined;
  /** Whether the question may be put twice. */
  readonly repeatable: boolean;
}

/** Where and with what IAM is asked. */
export interface IamHost {
  /** IAM's address, as `findIam` returns it. */
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What IAM said. */
export interface IamAnswer {
  readonly headers: Headers;
  /** The body, parsed; undefined where it is not JSON. */
  readonly body: unknown;
}

/** IAM refused, or could not be reached. */
export class IamError extends CredentialsError {
  /** Status of the answer; undefined where there was none. */
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
