import { CredentialsError } from '../errors.js';
import { hasFiles } from '../local-file.js';
import { UnconfiguredError, type CredentialProvider } from './credentials.js';
import { credentialsFromEnv } from './environment.js';
import { credentialsFromFile } from './file.js';
import { credentialsFromMetadata } from './metadata.js';

/** Cloud servers run programs, not pages. A browser is not made to knock at addresses of its network. */
function credentialsOfServer(): CredentialProvider {
  const provider = credentialsFromMetadata();
  return (context) =>
    hasFiles()
      ? provider(context)
      : Promise.reject(new UnconfiguredError('this runtime does not run on a cloud server'));
}

/**
 * Looks for credentials in the places of the vendor's SDKs, in their order: the environment, the file `~/.huaweicloud/credentials`, and the
 * metadata service of a cloud server. This is what a client does that is given no `credentials`.
 *
 * The first place where something was set up decides. If that is incomplete or cannot be read, the search ends there, so that nobody works
 * unawares under another identity: one of the two variables, a file that the environment names and that is not there, a section without `sk`. A
 * file without the section `[basic]` is passed over.
 *
 * @throws CredentialsError (when the first request is made) that names each place and why it gave nothing.
 */
export function defaultCredentials(): CredentialProvider {
  const links = [
    ['environment', credentialsFromEnv()],
    ['file', credentialsFromFile()],
    ['metadata service', credentialsOfServer()],
  ] as const;
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
