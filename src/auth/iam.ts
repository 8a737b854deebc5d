/** Requests to IAM that authentication needs, through the generated IAM operations. */
import { operations as table, type IamOperations } from '../../generated/iam/operations.js';
import type { paths as IamPaths } from '../../generated/iam/schema.js';
import { checkEndpoint, iam, requireHttps, resolveEndpoint } from '../endpoints/endpoint.js';
import { checkValue, nonEmptyString, type Rule } from '../errors/check-options.js';
import { CredentialsError } from '../errors/codearts-error.js';
import type { AuthenticatorSession } from '../http/authenticator.js';
import type { CallOptions } from '../operations/contract.js';
import { createService } from '../operations/service.js';
import type { CredentialContext, Credentials } from './credentials.js';

/** Calls wait for IAM, so it gets less time than they have. */
const TIMEOUT_MS = 10_000;
const MAX_RETRIES = 2;
const MAX_RETRY_AFTER_MS = 10_000;
const MAX_RESPONSE_BYTES = 1024 * 1024;

/** Checks the option `iamEndpoint`. @throws TypeError if it is not a URL, or is HTTP to another machine. */
export function checkIamEndpoint(iamEndpoint: string | undefined): void {
  if (iamEndpoint !== undefined) requireHttps('credentials', checkEndpoint('iamEndpoint', iamEndpoint));
}

function resolveIamEndpoint(configured: string | undefined, region: string | undefined): string {
  try {
    const endpoint =
      configured === undefined
        ? resolveEndpoint(iam, { region, endpoint: undefined })
        : checkEndpoint('iamEndpoint', configured);
    requireHttps('credentials', endpoint);
    return endpoint;
  } catch (error) {
    throw new CredentialsError(`no IAM endpoint: ${(error as Error).message}`, { cause: error });
  }
}

/** A request to IAM. */
export interface IamRequest {
  /** Start of the message of the error if the request fails: `IAM issued no token for user alice`. */
  readonly failure: string;
  /** @default that of the credentials, otherwise that of the region of the client */
  readonly iamEndpoint: string | undefined;
  /** Authenticates the request; undefined if its body does. */
  readonly session: AuthenticatorSession | undefined;
  readonly maxRetries?: number | undefined;
}

/**
 * Calls an operation of IAM, on a pipeline of its own.
 *
 * @throws CredentialsError with the message, status and request ID of IAM. Its `cause` is the error of the call.
 */
export async function callIam<T>(
  context: CredentialContext,
  { failure, iamEndpoint, session, maxRetries = MAX_RETRIES }: IamRequest,
  send: (iam: IamOperations, options: CallOptions) => PromiseLike<T>,
): Promise<T> {
  const { region, signal } = context;
  const endpoint = resolveIamEndpoint(iamEndpoint ?? (await session?.getIamEndpoint?.(signal)), region);
  const { operations } = createService<IamPaths, IamOperations>({
    ...context,
    ...{ endpoint, session, table, maxRetries, omitProjectId: true },
    ...{ timeoutMs: TIMEOUT_MS, maxRetryAfterMs: MAX_RETRY_AFTER_MS, maxResponseBytes: MAX_RESPONSE_BYTES },
  });
  try {
    return await send(operations, { signal, authenticate: session !== undefined });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new CredentialsError(`${failure}: ${error instanceof Error ? error.message : typeof error}`, {
      cause: error,
    });
  }
}

/** An agency: the permission of this account to act for another account. That account is given by name or by ID. */
export interface Agency {
  /** Name of the agency, in the account that created it. */
  agencyName: string;
  /** Name of the account that created the agency. */
  domainName?: string | undefined;
  /** ID of the account that created the agency. */
  domainId?: string | undefined;
}

export const agencyRules: Record<keyof Agency, Rule> = {
  agencyName: nonEmptyString,
  domainName: nonEmptyString,
  domainId: nonEmptyString,
};

/** @throws TypeError if the name is missing, or the account is not given exactly once. */
export function checkAgency({ agencyName, domainName, domainId }: Agency): void {
  checkValue('agencyName', agencyName, nonEmptyString);
  if (!domainName === !domainId) throw new TypeError('an agency requires either domainName or domainId');
}

/** Returns an agency in the names of IAM. */
export const toAssumeRole = ({
  agencyName,
  domainName,
  domainId,
}: Agency): { agency_name: string; domain_name?: string; domain_id?: string } => ({
  agency_name: agencyName,
  ...(domainName && { domain_name: domainName }),
  ...(domainId && { domain_id: domainId }),
});

/**
 * Reads a temporary access key, as IAM and the metadata service return it.
 *
 * @throws CredentialsError that names the missing field, and shows none of the others.
 */
export function parseTemporaryKey(source: string, body: unknown): Credentials & { expiresAt: Date } {
  const { credential } = Object(body) as { credential?: unknown };
  const fields = Object(credential) as Record<string, unknown>;
  const read = (name: string): string => {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
    throw new CredentialsError(`${source} returned no credential.${name}`);
  };
  const expiresAt = new Date(read('expires_at'));
  if (Number.isNaN(expiresAt.getTime())) {
    throw new CredentialsError(`${source} returned a credential.expires_at that is not a date`);
  }
  return { ak: read('access'), sk: read('secret'), securityToken: read('securitytoken'), expiresAt };
}
