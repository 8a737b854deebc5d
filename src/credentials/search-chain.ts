import { localCredentials } from '#local-credentials';
import type { CredentialProvider } from './credentials.js';
import { CredentialsError, UnconfiguredError } from './credentials-error.js';
import { credentialsFromEnv } from './environment.js';

/** See `defaultCredentials`. */
export function createChain(): CredentialProvider {
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
