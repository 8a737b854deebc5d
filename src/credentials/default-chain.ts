import { localCredentials } from '#local-credentials';
import { CredentialsError } from '../errors.js';
import { UnconfiguredError, type CredentialProvider } from './credentials.js';
import { credentialsFromEnv } from './environment.js';

/**
 * Looks for credentials in the places of the vendor's SDKs, in their order: the environment, the file `~/.huaweicloud/credentials`, and the
 * metadata service of a cloud server. In browsers and workers only the first is there. This is what a client does that is given no `credentials`.
 *
 * The first place where something was set up decides. If that is incomplete or cannot be read, the search ends there, so that nobody works
 * unawares under another identity: one of the two variables, a file that the environment names and that is not there, a section without `sk`. A
 * file without the section `[basic]` is passed over.
 *
 * @throws CredentialsError (when the first request is made) that names each place and why it gave nothing.
 */
export function defaultCredentials(): CredentialProvider {
  const links = [['environment', credentialsFromEnv()], ...localCredentials()] as const;
  return async (context) => {
    const reasons: string[] = [];
    let broken: unknown;
    for (const [name, provide] of links) {
      if (broken !== undefined) {
        reasons.push(`${name}: not asked after that`);
        continue;
      }
      try {
        return await provide(context);
      } catch (error) {
        if (context.signal.aborted) throw error;
        reasons.push(`${name}: ${(error as Error).message}`);
        if (!(error instanceof UnconfiguredError)) broken = error;
      }
    }
    throw new CredentialsError(`No credentials were found. ${reasons.join('; ')}`, { cause: broken });
  };
}
