import { CodeArtsError, hidden } from '../errors.js';

/** No credentials could be had. */
export class CredentialsError extends CodeArtsError {
  override readonly name = 'CredentialsError';
  readonly code = 'CREDENTIALS';

  constructor(message: string, options?: ErrorOptions) {
    super(message);
    if (options?.cause !== undefined) hidden(this, 'cause', options.cause);
  }
}

/**
 * Says that nothing was set up for a provider, as opposed to something that is wrong. The default chain goes on to the next link after it,
 * and stops at any other error.
 */
export class UnconfiguredError extends CredentialsError {}
