import type { Credentials } from './credentials.js';
import { CredentialsError } from './credentials-error.js';

/**
 * Reads a temporary access key as IAM and the metadata service return it.
 *
 * @throws CredentialsError that names what is missing, and shows nothing of the rest.
 */
export function readTemporaryKey(source: string, body: unknown): Credentials & { expiresAt: Date } {
  const { credential } = Object(body) as { credential?: unknown };
  const fields = Object(credential) as Record<string, unknown>;
  const read = (name: string): string => {
    const value = fields[name];
    if (typeof value !== 'string' || value === '')
      throw new CredentialsError(`${source} answered without credential.${name}`);
    return value;
  };
  const expiresAt = new Date(read('expires_at'));
  if (Number.isNaN(expiresAt.getTime())) {
    throw new CredentialsError(`${source} answered with a credential.expires_at that is no date`);
  }
  return { ak: read('access'), sk: read('secret'), securityToken: read('securitytoken'), expiresAt };
}
