/** Authentication with IAM tokens instead of signatures. */
import type { KeystoneCreateUserTokenByPasswordInput } from '../../generated/iam/operations.js';
import { requireHttps } from '../endpoints/endpoint.js';
import {
  anyRule,
  checkOptions,
  checkValue,
  isHeaderValue,
  nonEmptyString,
  objectRule,
  ownProperties,
  secretString,
  type Rule,
} from '../errors/check-options.js';
import { CredentialsError } from '../errors/codearts-error.js';
import { ApiError } from '../errors/request-errors.js';
import type { Authentication, Authenticator, AuthenticatorSession, ClientContext } from '../http/authenticator.js';
import { withoutCredentialsEvents } from '../http/events.js';
import { raceAbort, throwIfAborted } from '../http/timing.js';
import {
  credentialSourceRule,
  PRINTABLE,
  toAuthenticator,
  type CredentialContext,
  type CredentialSource,
} from './credentials.js';
import {
  agencyRules,
  callIam,
  checkAgency,
  checkIamEndpoint,
  toAssumeRole,
  type Agency,
  type IamRequest,
} from './iam.js';
import { createCachedSession, createRefreshingCache } from './refreshing-cache.js';

type TokenRequest = KeystoneCreateUserTokenByPasswordInput['body']['auth'];

/** A token, and the time at which it expires. */
interface Token {
  readonly value: string;
  readonly expiresAt: Date | undefined;
}

/** Scope of a token. */
export interface TokenScopeOptions {
  /** Name of the IAM project of the token. @default the region of the client, if no ID is given */
  projectName?: string | undefined;
  /** ID of the IAM project of the token. */
  projectId?: string | undefined;
  /** IAM endpoint. @default that of the region of the client */
  iamEndpoint?: string | undefined;
}

/** Options of `passwordToken`. */
export interface PasswordTokenOptions extends TokenScopeOptions {
  /** Name of the account that the user belongs to. */
  domainName: string;
  /** Name of the IAM user. */
  userName: string;
  password: string;
  /**
   * Scope of the token: a project, or the whole account. CodeArts Build accepts only the first; requests to IAM for an agency require the second.
   * @default 'project'
   */
  scope?: 'project' | 'domain' | undefined;
  /**
   * Second factor (MFA) of the user: the ID of the user, and the six digits that are currently valid or a function that returns them. Digits can be used for one
   * token; with a function, the token is renewed.
   */
  mfa?: { userId: string; passcode: string | (() => string | Promise<string>) } | undefined;
}

/** Options of `agencyToken`. */
export interface AgencyTokenOptions extends Agency, TokenScopeOptions {
  /**
   * A user of the account that the agency was created for, with the permission Agent Operator: the options of `passwordToken` (with the scope `domain` unless they
   * name another), its result, or an access key.
   */
  source: PasswordTokenOptions | CredentialSource;
}

/** After a wrong password, no request is sent to IAM for this time, since it locks users after several. */
const REJECTED_LOGIN_PAUSE_MS = 5 * 60_000;

const tokenAuthentication = (token: Token, url: string): Authentication => {
  requireHttps('a token', url);
  return { headers: { 'X-Auth-Token': token.value }, secrets: [token.value] };
};

/** Sends a token that the caller has. It is not renewed, so an expired token ends in an `ApiError`. @throws TypeError if it is malformed. */
export function staticToken(token: string): Authenticator {
  if (!isHeaderValue(token)) throw new TypeError(`token must be a non-empty string of ${PRINTABLE}`);
  return {
    start: () => ({
      scheme: 'token',
      authenticate: (request) =>
        new Promise((resolve) => resolve(tokenAuthentication({ value: token, expiresAt: undefined }, request.url))),
    }),
  };
}

/** Sends tokens that are fetched, each until shortly before it expires. */
function startTokenSession(
  context: ClientContext,
  load: (context: CredentialContext, keepRunning: () => void) => Promise<Token>,
): AuthenticatorSession {
  const cache = createRefreshingCache(
    ({ signal, keepRunning }) => load({ ...context, signal }, keepRunning),
    (token) => token.expiresAt,
    context,
  );
  const session = createCachedSession(
    cache,
    ({ value }) => value,
    (token, request) => tokenAuthentication(token, request.url),
  );
  return { scheme: 'token', ...session };
}

const scopeRules: Record<keyof TokenScopeOptions, Rule> = {
  projectName: nonEmptyString,
  projectId: nonEmptyString,
  iamEndpoint: anyRule,
};

const passwordRules: Record<Exclude<keyof PasswordTokenOptions, keyof TokenScopeOptions>, Rule> = {
  domainName: nonEmptyString,
  userName: nonEmptyString,
  password: secretString,
  scope: [`'project' or 'domain'`, (value) => value === 'project' || value === 'domain'],
  mfa: objectRule,
};

const sourceRules: Record<'source', Rule> = { source: anyRule };

/** @throws TypeError if neither project nor region is given. */
function toTokenScope(
  { projectId, projectName }: TokenScopeOptions,
  region: string | undefined,
): TokenRequest['scope'] {
  if (projectId) return { project: { id: projectId } };
  const name = projectName ?? region;
  if (!name) throw new TypeError('projectName or projectId is required if the client has no region');
  return { project: { name } };
}

async function fetchToken(context: CredentialContext, request: IamRequest, auth: TokenRequest): Promise<Token> {
  const { data, response } = await callIam(context, request, (iam, callOptions) =>
    iam.keystoneCreateUserTokenByPassword({ nocatalog: 'true', body: { auth } }, callOptions).withResponse(),
  );
  const value = response.headers.get('x-subject-token');
  if (!value) throw new CredentialsError(`${request.failure}: the response has no X-Subject-Token`);
  const expiresAt = new Date(data?.token?.expires_at ?? NaN);
  return { value, expiresAt: Number.isNaN(expiresAt.getTime()) ? undefined : expiresAt };
}

/**
 * Fetches tokens with the password of a user, and sends them as `X-Auth-Token`. A token is used until shortly before it expires; the next one is fetched in the
 * background. After IAM rejected a password, no request is sent to it for five minutes, since it locks users. A login that was sent is therefore not
 * aborted with the last call that waits for it.
 *
 * @throws TypeError on a wrong option, and on an IAM endpoint that is not HTTPS.
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html
 */
export function passwordToken(given: PasswordTokenOptions): Authenticator {
  // Unknown options are accepted: a stored user may have more fields, such as an access key.
  const options = checkOptions(given, [passwordRules, scopeRules]);
  const { domainName, userName, password, scope = 'project', iamEndpoint } = options;
  const mfa = options.mfa && ownProperties(options.mfa);
  for (const name of ['domainName', 'userName', 'password'] as const) {
    checkValue(name, options[name], passwordRules[name]);
  }
  if (mfa) {
    checkValue('mfa.userId', mfa.userId, nonEmptyString);
    if (typeof mfa.passcode !== 'function') checkValue('mfa.passcode', mfa.passcode, secretString);
  }
  checkIamEndpoint(iamEndpoint);
  const failure = `IAM issued no token for user ${userName} of ${domainName}`;
  const nextPasscode = mfa && createPasscodes(mfa.passcode);

  return {
    start(context) {
      const tokenScope = scope === 'domain' ? { domain: { name: domainName } } : toTokenScope(options, context.region);
      let rejection: { error: unknown; at: number } | undefined;
      return startTokenSession(context, async (credentialContext, keepRunning) => {
        const { clock } = context;
        // A clock that was set back does not prolong the pause.
        const elapsedMs = rejection ? clock.now() - rejection.at : Infinity;
        if (rejection && elapsedMs >= 0 && elapsedMs < REJECTED_LOGIN_PAUSE_MS) throw rejection.error;
        const passcode = await nextPasscode?.(credentialContext.signal);
        throwIfAborted(credentialContext.signal);
        // Once it is sent, a login counts for IAM. Its result is needed even if every caller has aborted: a rejection stops the next login, and a token that a
        // passcode was used for cannot be fetched again.
        keepRunning();
        const identity: TokenRequest['identity'] = {
          methods: mfa ? ['password', 'totp'] : ['password'],
          password: { user: { name: userName, password, domain: { name: domainName } } },
          ...(mfa && passcode !== undefined && { totp: { user: { id: mfa.userId, passcode } } }),
        };
        // A passcode can be used once, even if the response is lost.
        const request: IamRequest = { failure, iamEndpoint, session: undefined, maxRetries: mfa ? 0 : undefined };
        try {
          return await fetchToken(credentialContext, request, { identity, scope: tokenScope });
        } catch (error) {
          const status = error instanceof CredentialsError && error.cause instanceof ApiError ? error.cause.status : 0;
          rejection = [400, 401, 403].includes(status) ? { error, at: clock.now() } : undefined;
          throw error;
        }
      });
    },
  };
}

/** Returns passcodes, each for one token. A fixed one is returned once. */
function createPasscodes(
  passcode: string | (() => string | Promise<string>),
): (signal: AbortSignal) => Promise<string> {
  let used = false;
  return async (signal) => {
    if (typeof passcode === 'function') return raceAbort(Promise.resolve(passcode()), signal);
    if (used) {
      throw new CredentialsError(
        'mfa.passcode can be used for one token; pass a function that returns the current one',
      );
    }
    used = true;
    return passcode;
  };
}

const isPassword = (source: AgencyTokenOptions['source']): source is PasswordTokenOptions =>
  typeof source === 'object' && Object.hasOwn(source, 'password');

/** Returns the authenticator of the user who requests the token of an agency. */
function toUserAuthenticator(source: AgencyTokenOptions['source']): Authenticator {
  if (!isPassword(source)) return toAuthenticator(source);
  const own = ownProperties(source);
  const scope = own.scope ?? ((own.projectName ?? own.projectId) ? 'project' : 'domain');
  return passwordToken({ ...own, scope });
}

/**
 * Fetches tokens of an agency, which act for the account that created it, and sends them as `X-Auth-Token`. They are renewed like those of `passwordToken`.
 *
 * @throws TypeError on a wrong option, and on an IAM endpoint that is not HTTPS.
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0003.html
 */
export function agencyToken(given: AgencyTokenOptions): Authenticator {
  const options = checkOptions(given, [scopeRules, agencyRules, sourceRules], 'agencyToken');
  const { agencyName, iamEndpoint, source } = options;
  checkAgency(options);
  checkIamEndpoint(iamEndpoint);
  checkValue('source', source, credentialSourceRule);
  const user = toUserAuthenticator(source);
  const failure = `IAM issued no token for the agency ${agencyName}`;
  return {
    start(context) {
      const session = user.start({ ...context, emit: withoutCredentialsEvents(context.emit) });
      const identity: TokenRequest['identity'] = { methods: ['assume_role'], assume_role: toAssumeRole(options) };
      const auth = { identity, scope: toTokenScope(options, context.region) };
      return startTokenSession(context, (credentialContext) =>
        fetchToken(credentialContext, { failure, iamEndpoint, session }, auth),
      );
    },
  };
}
