/** A project id that is looked for when the first request needs it, and kept. */
import type { AuthenticatorSession } from '../authenticator.js';
import { isHeaderText, type CredentialContext } from './credentials.js';
import { CredentialsError } from './credentials-error.js';
import { createExpiring } from './expiring.js';

/** Where a project id is looked for. */
export interface ProjectIdContext extends CredentialContext {
  /** Proves who asks, with the client's credentials. */
  readonly session: AuthenticatorSession;
}

/** Finds the IAM project of a client. It is called when the first request needs it, and not again after it has answered. What it throws is passed on. */
export type ProjectIdProvider = (context: ProjectIdContext) => Promise<string>;

async function findProjectId(find: ProjectIdProvider, context: ProjectIdContext): Promise<string> {
  const found = await find(context);
  if (isHeaderText(found)) return found;
  throw new CredentialsError('The project id that was found must be text without spaces and line breaks');
}

/** Asks once, however many wait for the answer, and again where that failed. */
export function keepProjectId(
  find: ProjectIdProvider,
  host: Omit<ProjectIdContext, 'signal'>,
): (signal: AbortSignal) => Promise<string> {
  const expiring = createExpiring(
    async (signal) => ({ id: await findProjectId(find, { ...host, signal }) }),
    () => undefined,
    host.clock,
  );
  return async (signal) => (await expiring.get(signal)).id;
}
