import type { CredentialProvider } from './credentials.js';

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
  let chain: CredentialProvider | undefined;
  return async (context) => {
    const { createChain } = await import('./search-chain.js');
    return (chain ??= createChain())(context);
  };
}
