import type { CreateTemporaryAccessKeyByTokenInput } from '../../generated/iam/operations.js';
import type { AuthenticatorSession } from '../authenticator.js';
import { anObject, anything, check, checkOptions, type Rule } from '../check.js';
import { authenticatorOf, identityRule, isAuthenticator, type Identity } from '../identity.js';
import { agencyRules, checkAgency, toAssumeRole, type Agency } from './agency.js';
import type { CredentialContext, CredentialProvider } from './credentials.js';
import { askIam, checkIamEndpoint, findIam } from './iam.js';
import { readTemporaryKey } from './temporary-key.js';

/** Options of `temporaryCredentials`. */
export interface TemporaryCredentialsOptions {
  /**
   * Who asks IAM for the key: what `passwordToken`, `agencyToken` or `staticToken` make; or, for the key of an agency, also an access key or a
   * function that fetches one. For an agency the user needs the permission Agent Operator, which a token has that is made for the whole account.
   */
  source: Identity;
  /** The agency that the key acts for. The user of `source`, where it is left out. */
  agency?: Agency | undefined;
  /** Seconds that a key lasts, 900 to 86400. @default 900 */
  durationSeconds?: number | undefined;
  /** IAM's address. That of the client's region, where it is left out. */
  iamEndpoint?: string | undefined;
}

type KeyRequest = CreateTemporaryAccessKeyByTokenInput['body'];

/** The source at work in the client that asks; it is started anew for another client. */
function keepSession(source: Identity): (context: CredentialContext) => AuthenticatorSession {
  const authenticator = authenticatorOf(source);
  let last: (Pick<CredentialContext, 'fetch' | 'clock' | 'region'> & { session: AuthenticatorSession }) | undefined;
  return ({ fetch, clock, region }) => {
    if (last?.fetch !== fetch || last.clock !== clock || last.region !== region) {
      last = { fetch, clock, region, session: authenticator.start({ fetch, clock, region, onEvent: () => {} }) };
    }
    return last.session;
  };
}

function toRequest({ agency, durationSeconds }: TemporaryCredentialsOptions): KeyRequest {
  const lasting = durationSeconds === undefined ? {} : { duration_seconds: durationSeconds };
  const identity: KeyRequest['auth']['identity'] = agency
    ? { methods: ['assume_role'], assume_role: { ...toAssumeRole(agency), ...lasting } }
    : { methods: ['token'], token: lasting };
  return { auth: { identity } };
}

const rules: Record<keyof TemporaryCredentialsOptions, Rule> = {
  source: anything,
  agency: anObject,
  durationSeconds: [
    'a whole number from 900 to 86400',
    (value) => Number.isInteger(value) && (value as number) >= 900 && (value as number) <= 86_400,
  ],
  iamEndpoint: anything,
};

/**
 * Fetches temporary access keys from IAM: for the user that a token belongs to, or for an agency of another account.
 *
 * @throws TypeError on a wrong option, which it names.
 * @throws CredentialsError (when the first request is made) with what IAM said.
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_04_0002.html
 */
export function temporaryCredentials(options: TemporaryCredentialsOptions): CredentialProvider {
  checkOptions(options, [rules], 'temporaryCredentials');
  const { source, agency, iamEndpoint } = options;
  check('source', source, identityRule);
  if (agency) {
    checkOptions(agency, [agencyRules], 'an agency');
    checkAgency(agency);
  } else if (!isAuthenticator(source)) {
    throw new TypeError('agency must be given where source is an access key');
  }
  checkIamEndpoint(iamEndpoint);
  const sessionIn = keepSession(source);
  return async (context) => {
    const { fetch, clock, region, signal } = context;
    const session = sessionIn(context);
    const endpoint = findIam(iamEndpoint ?? (await session.findIamEndpoint?.(signal)), region);
    const failure = `IAM gave no temporary key${agency ? ` for the agency ${agency.agencyName}` : ''}`;
    const path = '/v3.0/OS-CREDENTIAL/securitytokens';
    const { body } = await askIam(
      { failure, method: 'POST', path, body: toRequest(options), session, repeatable: true },
      { endpoint, fetch, clock, signal },
    );
    return readTemporaryKey('IAM', body);
  };
}
