import { environment } from '../platform/environment.js';
import type { CredentialProvider, Credentials } from './credentials.js';
import { CredentialsError, UnconfiguredError } from './credentials-error.js';

/**
 * Reads the variables that the vendor's SDKs read: `HUAWEICLOUD_SDK_AK`, `HUAWEICLOUD_SDK_SK`, and, where they are set,
 * `HUAWEICLOUD_SDK_SECURITY_TOKEN`, `HUAWEICLOUD_SDK_PROJECT_ID` and `HUAWEICLOUD_SDK_DOMAIN_ID`. They are read anew whenever credentials are
 * needed. A variable that is empty counts as one that is not set.
 *
 * @throws CredentialsError (when the first request is made) that names the variable that is missing.
 */
export const credentialsFromEnv =
  (env: Record<string, string | undefined> = environment()): CredentialProvider =>
  () =>
    new Promise((resolve) => resolve(readCredentials(env)));

function readCredentials(env: Record<string, string | undefined>): Credentials {
  // Stores for secrets like to add a line break.
  const read = (name: string): string | undefined => env[`HUAWEICLOUD_SDK_${name}`]?.trim() || undefined;
  const ak = read('AK');
  const sk = read('SK');
  if (!ak && !sk) throw new UnconfiguredError('HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set');
  if (!ak) throw new CredentialsError('HUAWEICLOUD_SDK_SK is set, and HUAWEICLOUD_SDK_AK is not set');
  if (!sk) throw new CredentialsError('HUAWEICLOUD_SDK_AK is set, and HUAWEICLOUD_SDK_SK is not set');
  return {
    ak,
    sk,
    securityToken: read('SECURITY_TOKEN'),
    projectId: read('PROJECT_ID'),
    domainId: read('DOMAIN_ID'),
  };
}
