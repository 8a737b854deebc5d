/** Where a machine may keep credentials: a file of the user, and the metadata service of a cloud server. */
import type { CredentialProvider } from '../credentials/credentials.js';
import { UnconfiguredError } from '../credentials/credentials-error.js';
import { credentialsFromFile } from '../credentials/file.js';
import { credentialsFromMetadata } from '../credentials/metadata.js';
import { hasFiles } from './local-file.js';

/** Cloud servers run programs, not pages. A browser is not made to knock at addresses of its network. */
function credentialsOfServer(): CredentialProvider {
  const provider = credentialsFromMetadata();
  return (context) =>
    hasFiles()
      ? provider(context)
      : Promise.reject(new UnconfiguredError('this runtime does not run on a cloud server'));
}

/** What the machine may have, with its name, in the order of the default chain. */
export const localCredentials = (): (readonly [name: string, CredentialProvider])[] => [
  ['file', credentialsFromFile()],
  ['metadata service', credentialsOfServer()],
];
