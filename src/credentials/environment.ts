import { CredentialsError } from '../errors.js';
import type { CredentialProvider } from './credentials.js';

/** The variables of the process; empty where there is no process. */
export const environment = (): Record<string, string | undefined> =>
  typeof process === 'object' && typeof process.env === 'object' ? process.env : {};

/**
 * Reads the variables that the vendor's SDKs read: `HUAWEICLOUD_SDK_AK`, `HUAWEICLOUD_SDK_SK`, and, where they are set,
 * `HUAWEICLOUD_SDK_SECURITY_TOKEN`, `HUAWEICLOUD_SDK_PROJECT_ID` and `HUAWEICLOUD_SDK_DOMAIN_ID`.
 *
 * @throws CredentialsError (when the first request is made) that names the variable that is missing.
 */
export const credentialsFromEnv =
  (env: Record<string, string | undefined> = environment()): CredentialProvider =>
  () => {
    const { HUAWEICLOUD_SDK_AK: ak, HUAWEICLOUD_SDK_SK: sk } = env;
    const missing = [!ak && 'HUAWEICLOUD_SDK_AK', !sk && 'HUAWEICLOUD_SDK_SK'].filter(Boolean);
    if (!ak || !sk) {
      return Promise.reject(
        new CredentialsError(`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set`),
      );
    }
    return Promise.resolve({
      ak,
      sk,
      securityToken: env['HUAWEICLOUD_SDK_SECURITY_TOKEN'] || undefined,
      projectId: env['HUAWEICLOUD_SDK_PROJECT_ID'] || undefined,
      domainId: env['HUAWEICLOUD_SDK_DOMAIN_ID'] || undefined,
    });
  };
