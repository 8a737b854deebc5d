/** Credentials from environment variables, and the chain that a client uses by default. */
import { environment, hasFileSystem } from '#runtime';
import { valueOf } from '../endpoints/sdk-settings.js';
import { CredentialsError, NotConfiguredError } from '../errors/codearts-error.js';
import type { CredentialProvider, Credentials } from './credentials.js';
import { credentialsFromFile } from './file-credentials.js';
import { credentialsFromMetadata } from './metadata-credentials.js';

/**
 * Reads an access key from the variables of the Huawei Cloud SDKs: `HUAWEICLOUD_SDK_AK`, `HUAWEICLOUD_SDK_SK` and, if they are set,
 * `HUAWEICLOUD_SDK_SECURITY_TOKEN`, `HUAWEICLOUD_SDK_PROJECT_ID` and `HUAWEICLOUD_SDK_DOMAIN_ID`. They are read again whenever credentials are needed. An empty
 * variable counts as not set.
 *
 * @throws CredentialsError on the first request, if a variable is missing.
 */
export const credentialsFromEnv =
  (env: Record<string, string | undefined> = environment()): CredentialProvider =>
  (context) =>
    new Promise((resolve) => {
      resolve(readCredentials(env));
      context.reportSource?.('environment variables');
    });

function readCredentials(env: Record<string, string | undefined>): Credentials {
  // Secret stores tend to add a line break.
  const read = (name: string): string | undefined => valueOf(env, `HUAWEICLOUD_SDK_${name}`)?.trim() || undefined;
  const ak = read('AK');
  const sk = read('SK');
  if (!ak && !sk) throw new NotConfiguredError('HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set');
  if (!ak) throw new CredentialsError('HUAWEICLOUD_SDK_SK is set, but HUAWEICLOUD_SDK_AK is not');
  if (!sk) throw new CredentialsError('HUAWEICLOUD_SDK_AK is set, but HUAWEICLOUD_SDK_SK is not');
  return {
    ak,
    sk,
    securityToken: read('SECURITY_TOKEN'),
    projectId: read('PROJECT_ID'),
    domainId: read('DOMAIN_ID'),
  };
}

/**
 * Looks for credentials like the Huawei Cloud SDKs, in this order: environment variables, the file `~/.huaweicloud/credentials`, the metadata service of a cloud
 * server (ECS). Browsers and workers have the first source only. A client without the option `credentials` uses this.
 *
 * The first configured source decides. If it is incomplete or cannot be read, the search ends there, so that no request is sent under another identity by
 * accident: one of the two variables, a missing file that a variable names, a section without `sk`. A file without the section `[basic]` counts as not configured.
 *
 * @throws CredentialsError on the first request, if no source provides credentials. The message lists each source and the reason.
 */
export function defaultCredentials(): CredentialProvider {
  const providers: [name: string, provider: CredentialProvider][] = [['environment', credentialsFromEnv()]];
  // A browser or worker must not send requests to link-local addresses of its network.
  if (hasFileSystem()) {
    providers.push(['file', credentialsFromFile()], ['metadata service', credentialsFromMetadata()]);
  }
  return async (context) => {
    const reasons: string[] = [];
    let failure: unknown;
    for (const [name, provide] of providers) {
      if (failure !== undefined) {
        reasons.push(`${name}: not tried`);
        continue;
      }
      try {
        return await provide(context);
      } catch (error) {
        if (context.signal.aborted) throw error;
        reasons.push(`${name}: ${(error as Error).message}`);
        if (!(error instanceof NotConfiguredError)) failure = error;
      }
    }
    throw new CredentialsError(`no credentials found. ${reasons.join('; ')}`, { cause: failure });
  };
}
