/** Authentication with IAM tokens in place of signatures. */
import type {
  KeystoneCreateUserTokenByPasswordInput,
  KeystoneCreateUserTokenByPasswordOutput,
} from '../generated/iam/operations.js';
import type { Authenticator, AuthenticatorHost, AuthenticatorSession, Proof } from './authenticator.js';
import { anObject, anything, check, checkOptions, secretText, someText, type Rule } from './check.js';
import { agencyRules, checkAgency, toAssumeRole, type Agency } from './credentials/agency.js';
import { isHeaderText } from './credentials/credentials.js';
import { CredentialsError } from './credentials/credentials-error.js';
import { createExpiring } from './credentials/expiring.js';
import { proofsFrom } from './credentials/expiring-proof.js';
import { askIam, checkIamEndpoint, findIam } from './credentials/iam.js';
import { IamError, type IamQuestion } from './credentials/iam-question.js';
import { authenticatorOf, identityRule, type Identity } from './identity.js';
import { requireSafeAddress } from './regions.js';

type TokenRequest = KeystoneCreateUserTokenByPasswordInput['body']['auth'];

/** A token, and when it ends. */
interface Token {
  readonly value: string;
  readonly expiresAt: Date | undefined;
}

/** What a token is made for. */
export interface TokenScopeOptions {
  /** IAM project that the token is made for, by name. The client's region, where neither name nor id is given. */
  projectName?: string | undefined;
  /** The same, by id. */
  projectId?: string | undefined;
  /** IAM's address. That of the client's region, where it is left out. */
  iamEndpoint?: string | undefined;
}

/** Who asks for a token, and for what. */
export interface PasswordTokenOptions extends TokenScopeOptions {
  /** Name of the account (tenant) that the user belongs to. */
  domainName: string;
  /** Name of the IAM user. */
  userName: string;
  password: string;
  /**
   * Whether the token is made for a project, or for the whole account. CodeArts Build takes only the first; what IAM is asked for in the name of an
   * agency needs the second. @default 'project'
   */
  scope?: 'project' | 'domain' | undefined;
  /**
   * Second factor of users that have one: the user's id, and the six digits that are valid now or a function that returns them. Digits are good for
   * one token; with a function the token is renewed.
   */
  mfa?: { userId: string; passcode: string | (() => string | Promise<string>) } | undefined;
}

/** Which agency a token is made for, and who asks for it. */
export interface AgencyTokenOptions extends Agency, TokenScopeOptions {
  /**
   * A user of the account that the agency is for, with the permission Agent Operator: the options of `passwordToken` (the token is made for the
   * whole account, where they do not say otherwise), what it returns, or an access key.
   */
  source: PasswordTokenOptions | Identity;
}

/** After a wrong password IAM is left alone, since it locks users after several. */
const REFUSAL_PAUSE_MS = 5 * 60_000;

const proofOf = (token: Token, url: string): Proof => {
  requireSafeAddress('A token', url);
  return { headers: { 'X-Auth-Token': token.value }, secrets: [token.value] };
};

/** Sends a token that the caller has. Nothing is fetched, so an expired token ends in an `ApiError`. @throws TypeError where it is none. */
export function staticToken(token: string): Authenticator {
  if (!isHeaderText(token)) throw new TypeError('token must be text without spaces and line breaks, and not empty');
  return {
    start: () => ({
      method: 'token',
      renewable: false,
      prove: (request) =>
        new Promise((resolve) => resolve(proofOf({ value: token, expiresAt: undefined }, request.url))),
    }),
  };
}

/** Sends tokens that are fetched, each until shortly before its end. */
function sendTokens(host: AuthenticatorHost, load: (signal: AbortSignal) => Promise<Token>): AuthenticatorSession {
  const expiring = createExpiring(load, (token) => token.expiresAt, host.clock, host.onEvent);
  return {
    method: 'token',
    renewable: true,
    prove: proofsFrom(
      expiring,
      ({ value }) => value,
      (token, request) => proofOf(token, request.url),
    ),
  };
}

const scopeRules: Record<keyof TokenScopeOptions, Rule> = {
  projectName: someText,
  projectId: someText,
  iamEndpoint: anything,
};

const passwordRules: Record<Exclude<keyof PasswordTokenOptions, keyof TokenScopeOptions>, Rule> = {
  domainName: someText,
  userName: someText,
  password: secretText,
  scope: [`'project' or 'domain'`, (value) => value === 'project' || value === 'domain'],
  mfa: anObject,
};

const sourceRules: Record<'source', Rule> = { source: anything };

/** What a token is for. @throws TypeError where that cannot be told. */
function projectOf({ projectId, projectName }: TokenScopeOptions, region: string | undefined): TokenRequest['scope'] {
  if (projectId) return { project: { id: projectId } };
  const name = projectName ?? region;
  if (!name) throw new TypeError('projectName or projectId must be given where the client has no region');
  return { project: { name } };
}

/** Asks IAM for a token. */
async function fetchToken(
  question: Pick<IamQuestion, 'failure' | 'session' | 'secrets' | 'repeatable'> & { auth: TokenRequest },
  { fetch, clock, region }: AuthenticatorHost,
  { iamEndpoint, signal }: { iamEndpoint: string | undefined; signal: AbortSignal },
): Promise<Token> {
  const { auth, ...rest } = question;
  const { headers, body } = await askIam(
    { ...rest, method: 'POST', path: '/v3/auth/tokens?nocatalog=true', body: { auth } },
    { endpoint: findIam(iamEndpoint, region), fetch, clock, signal },
  );
  const value = headers.get('x-subject-token');
  if (!value) throw new CredentialsError(`${question.failure}: the answer has no X-Subject-Token`);
  const { token } = Object(body) as Partial<KeystoneCreateUserTokenByPasswordOutput>;
  const expiresAt = new Date(token?.expires_at ?? NaN);
  return { value, expiresAt: Number.isNaN(expiresAt.getTime()) ? undefined : expiresAt };
}

/**
 * Fetches tokens with a user's password, and sends them as `X-Auth-Token`. A token is used until shortly before its end; the next one is fetched
 * in the background. After a password that IAM refused it is not asked again for five minutes, since it locks users.
 *
 * @throws TypeError on a wrong option, which it names, and on an address of IAM that is not https.
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html
 */
export function passwordToken(options: PasswordTokenOptions): Authenticator {
  // A user may be written down with more than is needed here, such as an access key.
  checkOptions(options, [passwordRules, scopeRules]);
  const { domainName, userName, password, scope = 'project', mfa, iamEndpoint } = options;
  for (const name of ['domainName', 'userName', 'password'] as const) check(name, options[name], passwordRules[name]);
  if (mfa) {
    check('mfa.userId', mfa.userId, someText);
    if (typeof mfa.passcode !== 'function') check('mfa.passcode', mfa.passcode, secretText);
  }
  checkIamEndpoint(iamEndpoint);
  const failure = `IAM gave no token for user ${userName} of ${domainName}`;
  const passcodeOf = mfa && readPasscode(mfa.passcode);

  return {
    start(host) {
      const tokenScope = scope === 'domain' ? { domain: { name: domainName } } : projectOf(options, host.region);
      let refusal: { error: IamError; until: number } | undefined;
      return sendTokens(host, async (signal) => {
        if (refusal && host.clock.now() < refusal.until) throw refusal.error;
        const passcode = await passcodeOf?.();
        const identity: TokenRequest['identity'] = {
          methods: mfa ? ['password', 'totp'] : ['password'],
          password: { user: { name: userName, password, domain: { name: domainName } } },
          ...(mfa && passcode !== undefined && { totp: { user: { id: mfa.userId, passcode } } }),
        };
        const secrets = passcode === undefined ? [password] : [password, passcode];
        // Six digits may be used once, also where the answer was lost.
        const question = { failure, auth: { identity, scope: tokenScope }, secrets, repeatable: !mfa };
        try {
          return await fetchToken(question, host, { iamEndpoint, signal });
        } catch (error) {
          const isRefusal = error instanceof IamError && [400, 401, 403].includes(error.status ?? 0);
          refusal = isRefusal ? { error, until: host.clock.now() + REFUSAL_PAUSE_MS } : undefined;
          throw error;
        }
      });
    },
  };
}

/** Six digits for one token. Those that were given as such are handed out once. */
function readPasscode(passcode: string | (() => string | Promise<string>)): () => Promise<string> {
  let spent = false;
  return async () => {
    if (typeof passcode === 'function') return passcode();
    if (spent)
      throw new CredentialsError(
        'mfa.passcode is good for one token: give a function that returns the one that is valid now',
      );
    spent = true;
    return passcode;
  };
}

const isPassword = (source: AgencyTokenOptions['source']): source is PasswordTokenOptions =>
  typeof source === 'object' && 'password' in source;

/** What proves the user who asks for an agency's token. */
function userOf(source: AgencyTokenOptions['source']): Authenticator {
  if (!isPassword(source)) return authenticatorOf(source);
  const scope = source.scope ?? ((source.projectName ?? source.projectId) ? 'project' : 'domain');
  return passwordToken({ ...source, scope });
}

/**
 * Fetches tokens for an agency, which act in the name of the account that created it, and sends them as `X-Auth-Token`. They are renewed as those of
 * `passwordToken` are.
 *
 * @throws TypeError on a wrong option, which it names, and on an address of IAM that is not https.
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0003.html
 */
export function agencyToken(options: AgencyTokenOptions): Authenticator {
  checkOptions(options, [scopeRules, agencyRules, sourceRules], 'agencyToken');
  const { agencyName, iamEndpoint, source } = options;
  checkAgency(options);
  checkIamEndpoint(iamEndpoint);
  check('source', source, identityRule);
  const user = userOf(source);
  const failure = `IAM gave no token for the agency ${agencyName}`;
  return {
    start(host) {
      const session = user.start({ ...host, onEvent: () => {} });
      const identity: TokenRequest['identity'] = { methods: ['assume_role'], assume_role: toAssumeRole(options) };
      const auth = { identity, scope: projectOf(options, host.region) };
      return sendTokens(host, async (signal) => {
        const named = iamEndpoint ?? (await session.findIamEndpoint?.(signal));
        return fetchToken({ failure, auth, session, repeatable: true }, host, { iamEndpoint: named, signal });
      });
    },
  };
}
