/** Credentials that a provider fetches: kept while they are good, and fetched again before they end. */
import type { AuthenticatorHost, AuthenticatorSession } from '../authenticator.js';
import { isCodeArtsError } from '../errors.js';
import { findFault, type CredentialProvider, type Credentials } from './credentials.js';
import { CredentialsError } from './credentials-error.js';
import { createExpiring } from './expiring.js';
import { proofsFrom } from './expiring-proof.js';
import { proveWithKey } from './key-proof.js';

/** Fetches from a provider. What it says is wrapped, so that callers can tell that the credentials failed and not their request. */
async function fetchCredentials(
  provider: CredentialProvider,
  context: Parameters<CredentialProvider>[0],
): Promise<Credentials> {
  let credentials: Credentials;
  try {
    credentials = await provider(context);
  } catch (error) {
    if (isCodeArtsError(error) || context.signal.aborted) throw error;
    throw new CredentialsError(`The credentials could not be fetched: ${describe(error)}`, { cause: error });
  }
  const fault = findFault(credentials);
  if (fault !== undefined) throw new CredentialsError(`The fetched credentials cannot be used: ${fault}`);
  // A copy, since a provider may return the same object twice, and a renewal is told by the object.
  return { ...credentials };
}

const describe = (error: unknown): string => (error instanceof Error ? error.message || error.name : typeof error);

/** Signs each attempt with what the provider has fetched. */
export function startSession(
  provider: CredentialProvider,
  { fetch, clock, region, onEvent }: AuthenticatorHost,
): AuthenticatorSession {
  const expiring = createExpiring(
    (signal) => fetchCredentials(provider, { fetch, clock, region, signal }),
    (value) => value.expiresAt,
    clock,
    onEvent,
  );
  return {
    method: 'signature',
    renewable: true,
    findIamEndpoint: async (signal) => (await expiring.get(signal)).iamEndpoint,
    prove: proofsFrom(expiring, ({ ak, sk, securityToken }) => [ak, sk, securityToken].join(' '), proveWithKey),
  };
}
