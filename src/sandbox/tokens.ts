/** Tokens, temporary access keys and one-time passcodes. */
import { createHmac } from 'node:crypto';
import { iamError, unauthorized, type SandboxError } from './error.js';
import { domainOf, userOf, type AccessKey, type IssuedToken, type State, type User } from './state.js';

/** The authenticated user, account and IAM project of a request. */
export interface Caller {
  userId: string;
  userName: string;
  /** The account whose resources are used. */
  domainId: string;
  domainName: string;
  /** The IAM project; undefined for an account-scoped token, and for a signature without `X-Project-Id`. */
  projectId: string | undefined;
}

/** Lifetime of a token. */
export const TOKEN_LIFETIME_MS = 24 * 3_600_000;

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** User, scope and methods of a new token. */
export interface TokenGrant {
  user: User;
  domainId: string;
  projectId?: string | undefined;
  agencyId?: string | undefined;
  methods: string[];
}

/** Issues a token. */
export function issueToken(state: State, grant: TokenGrant, now: number): IssuedToken {
  const { user, domainId, projectId, agencyId, methods } = grant;
  const token: IssuedToken = {
    value: `MIIsandbox${state.random.text(120, BASE64)}`,
    userId: user.id,
    domainId,
    ...(projectId !== undefined && { projectId }),
    ...(agencyId !== undefined && { agencyId }),
    methods,
    issuedAt: now,
    expiresAt: now + TOKEN_LIFETIME_MS,
  };
  state.tokens.set(token.value, token);
  return token;
}

/** Issues a temporary access key. */
export function issueTemporaryKey(
  state: State,
  owner: Pick<AccessKey, 'userId' | 'domainId'>,
  durationMs: number,
  now: number,
): Required<AccessKey> {
  const key = {
    ak: state.random.text(20, BASE64.slice(0, 26)),
    sk: state.random.text(40, BASE64),
    ...owner,
    securityToken: `ggpjbi1ub3J0aC00${state.random.text(120, BASE64)}`,
    expiresAt: now + durationMs,
  };
  state.accessKeys.set(key.ak, key);
  return key;
}

/** Creates the error for a rejected token. */
export type TokenRejection = (reason: 'invalid' | 'expired') => SandboxError;

/** Rejects a token as the gateway does. */
export const rejectAsGateway: TokenRejection = (reason) =>
  reason === 'expired' ? unauthorized('the token must be updated', 'APIGW.0307') : unauthorized('decrypt token fail');

/** Rejects a token as IAM does. */
export const rejectAsIam: TokenRejection = (reason) =>
  iamError(401, reason === 'expired' ? 'The X-Auth-Token has expired!' : 'The X-Auth-Token is invalid!');

/** Returns the caller that a token authenticates. @throws SandboxError 401 if the token is unknown or expired. */
export function callerOfToken(state: State, value: string, now: number, reject: TokenRejection): Caller {
  const token = state.tokens.get(value);
  if (!token) throw reject('invalid');
  if (now >= token.expiresAt) throw reject('expired');
  return createCaller(state, token.userId, token.domainId, token.projectId);
}

/** Creates a caller from IDs. */
export function createCaller(state: State, userId: string, domainId: string, projectId: string | undefined): Caller {
  const { name: userName } = userOf(state, userId);
  const { name: domainName } = domainOf(state, domainId);
  return { userId, userName, domainId, domainName, projectId };
}

const STEP_MS = 30_000;

/** Computes the passcode of a time: six digits that change every 30 seconds (RFC 6238). */
export function computePasscode(key: string, time: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / STEP_MS)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Returns whether a passcode is valid at a time, or 30 seconds before or after it. */
export const isPasscode = (key: string, time: number, digits: string): boolean =>
  [-1, 0, 1].some((step) => computePasscode(key, time + step * STEP_MS) === digits);
