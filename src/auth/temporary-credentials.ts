/** Temporary access keys from IAM. */
import type { CreateTemporaryAccessKeyByTokenInput } from '../../generated/iam/operations.js';
import { anyRule, checkOptions, checkValue, objectRule, type Rule } from '../errors/check-options.js';
import type { Authenticator } from '../http/authenticator.js';
import { withoutCredentialsEvents } from '../http/events.js';
import { credentialSourceRule, isAuthenticator, toAuthenticator, type CredentialSource } from './credentials.js';
import {
  agencyRules,
  callIam,
  checkAgency,
  checkIamEndpoint,
  parseTemporaryKey,
  toAssumeRole,
  type Agency,
} from './iam.js';

/** Options of `temporaryCredentials`. */
export interface TemporaryCredentialsOptions {
  /**
   * Authenticates the requests to IAM: the result of `passwordToken`, `agencyToken` or `staticToken`; for the key of an agency also an access key or a function
   * that fetches one. For an agency, the user requires the permission Agent Operator, which a token scoped to the account has.
   */
  source: CredentialSource;
  /** Agency that the key acts for. @default the user of `source` */
  agency?: Agency | undefined;
  /** Lifetime of a key in seconds, 900 to 86400. @default 900 */
  durationSeconds?: number | undefined;
  /** IAM endpoint. @default that of the credentials, otherwise that of the region of the client */
  iamEndpoint?: string | undefined;
}

type KeyRequest = CreateTemporaryAccessKeyByTokenInput['body'];

function toRequest(agency: Agency | undefined, durationSeconds: number | undefined): KeyRequest {
  const duration = durationSeconds === undefined ? {} : { duration_seconds: durationSeconds };
  const identity: KeyRequest['auth']['identity'] = agency
    ? { methods: ['assume_role'], assume_role: { ...toAssumeRole(agency), ...duration } }
    : { methods: ['token'], token: duration };
  return { auth: { identity } };
}

const rules: Record<keyof TemporaryCredentialsOptions, Rule> = {
  source: anyRule,
  agency: objectRule,
  durationSeconds: [
    'an integer from 900 to 86400',
    (value) => Number.isInteger(value) && (value as number) >= 900 && (value as number) <= 86_400,
  ],
  iamEndpoint: anyRule,
};

/**
 * Signs requests with temporary access keys from IAM: of the user that a token belongs to, or of an agency of another account. A key is refreshed before it
 * expires.
 *
 * @throws TypeError on a wrong option.
 * @throws CredentialsError on the first request, if IAM issues no key.
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_04_0002.html
 */
export function temporaryCredentials(options: TemporaryCredentialsOptions): Authenticator {
  const {
    source,
    agency: givenAgency,
    durationSeconds,
    iamEndpoint,
  } = checkOptions(options, [rules], 'temporaryCredentials');
  checkValue('source', source, credentialSourceRule);
  const agency = givenAgency && checkOptions(givenAgency, [agencyRules], 'an agency');
  if (agency) checkAgency(agency);
  else if (!isAuthenticator(source)) {
    throw new TypeError('agency is required if source is an access key');
  }
  checkIamEndpoint(iamEndpoint);
  const sourceAuthenticator = toAuthenticator(source);
  const failure = `IAM issued no temporary key${agency ? ` for the agency ${agency.agencyName}` : ''}`;
  return {
    start(context) {
      const session = sourceAuthenticator.start({ ...context, emit: withoutCredentialsEvents(context.emit) });
      const provider = toAuthenticator(async (credentialContext) => {
        const body = await callIam(credentialContext, { failure, iamEndpoint, session }, (iam, callOptions) =>
          iam.createTemporaryAccessKeyByToken({ body: toRequest(agency, durationSeconds) }, callOptions),
        );
        return parseTemporaryKey('IAM', body);
      });
      return provider.start(context);
    },
  };
}
