import type { AuthenticatorSession, OutgoingRequest, Proof, ProofOptions } from '../authenticator.js';
import type { Expiring } from './expiring.js';

/** Makes proofs from something that expires, and another one when a proof was refused. `secretOf` tells whether it really is another. */
export function proofsFrom<T extends object>(
  expiring: Expiring<T>,
  secretOf: (value: T) => string,
  prove: (value: T, request: OutgoingRequest, options: ProofOptions) => Promise<Proof> | Proof,
): AuthenticatorSession['prove'] {
  const madeFrom = new WeakMap<Proof, T>();
  return async (request, options) => {
    const refused = options.refused && madeFrom.get(options.refused);
    const value = refused ? await expiring.renew(refused, options.signal) : await expiring.get(options.signal);
    const proof = await prove(value, request, options);
    if (refused && secretOf(refused) === secretOf(value)) proof.unchanged = true;
    madeFrom.set(proof, value);
    return proof;
  };
}
