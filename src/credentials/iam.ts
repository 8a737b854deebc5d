/**
 * IAM, as far as authentication asks it something. What puts the questions is loaded with the first one. They do not take the pipeline of the client's
 * own requests, which is waiting for the answer.
 */
import { iam, requireSafeAddress, resolveEndpoint } from '../regions.js';
import { CredentialsError } from './credentials-error.js';
import type { IamAnswer, IamHost, IamQuestion } from './iam-question.js';

/** Checks an address of IAM that an option names. @throws TypeError where it is none, or is plain http to another machine. */
export function checkIamEndpoint(iamEndpoint: string | undefined): void {
  if (iamEndpoint === undefined) return;
  requireSafeAddress('What proves an identity', resolveEndpoint(iam, { endpoint: iamEndpoint }));
}

/**
 * IAM's address: as named, or as the environment, the regions file or the table have it for the region.
 *
 * @throws CredentialsError where it is not known, or is plain http to another machine.
 */
export function findIam(named: string | undefined, region: string | undefined): string {
  try {
    const endpoint = resolveEndpoint(iam, { region, endpoint: named });
    checkIamEndpoint(endpoint);
    return endpoint;
  } catch (error) {
    throw new CredentialsError(`IAM cannot be asked: ${(error as Error).message}`);
  }
}

/**
 * Puts a question to IAM. After a failure that may pass it is put again, twice at most; a proof that was refused is made again once.
 *
 * @throws CredentialsError with IAM's words, its status and the id of the request; the signal's reason after an abort.
 */
export async function askIam(question: IamQuestion, host: IamHost, random = Math.random): Promise<IamAnswer> {
  const { putQuestion } = await import('./put-question.js');
  return putQuestion(question, host, random);
}
