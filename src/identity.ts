/** Who calls: credentials that are there, credentials that are fetched, or what proves requests by itself. */
import type { Authenticator, AuthenticatorSession } from './authenticator.js';
import { isObject, type Rule } from './check.js';
import { findFault, type CredentialProvider, type Credentials } from './credentials/credentials.js';
import { proveWithKey } from './credentials/key-proof.js';

/** Everything that can say who is calling. */
export type Identity = Credentials | CredentialProvider | Authenticator;

/** What stands for an identity, as far as that can be told from outside. */
export const identityRule: Rule = [
  'an object or a function',
  (value) => isObject(value) || typeof value === 'function',
  'secret',
];

/** Whether it proves requests by itself, or is an access key to sign them with. */
export const isAuthenticator = (value: Identity): value is Authenticator => 'start' in value;

/** What proves requests for an identity. @throws TypeError on credentials that cannot be used. */
export function authenticatorOf(value: Identity): Authenticator {
  if (isAuthenticator(value)) return value;
  return typeof value === 'function' ? signWithFetched(value) : signWith(value);
}

/** Signs with credentials that are there. @throws TypeError on those that cannot be used. */
function signWith(given: Credentials): Authenticator {
  const fault = findFault(given);
  if (fault !== undefined) throw new TypeError(`credentials cannot be used: ${fault}`);
  const credentials = { ...given };
  return {
    start: () => ({
      method: 'signature',
      renewable: false,
      findIamEndpoint: () => Promise.resolve(credentials.iamEndpoint),
      prove: (request, options) => proveWithKey(credentials, request, options),
    }),
  };
}

/** Signs with credentials that are fetched when the first request needs them. What keeps and renews them is loaded then, too. */
const signWithFetched = (provider: CredentialProvider): Authenticator => ({
  start(host) {
    let started: AuthenticatorSession | undefined;
    const session = async (): Promise<AuthenticatorSession> => {
      const { startSession } = await import('./credentials/fetched.js');
      return (started ??= startSession(provider, host));
    };
    return {
      method: 'signature',
      renewable: true,
      findIamEndpoint: async (signal) => (await session()).findIamEndpoint?.(signal),
      prove: async (request, options) => (await session()).prove(request, options),
    };
  },
});
