/** Tokens and temporary access keys: how they are issued, and whether they are good. */
import { unauthorized } from './error.js';
import { domainOf, userOf, type AccessKey, type IssuedToken, type State, type User } from './state.js';

/** Who sends a request, and for which project. */
export interface Caller {
  userId: string;
  userName: string;
  /** The account whose resources are used. */
  domainId: string;
  domainName: string;
  /** The IAM project; undefined for a token of a whole account, and for a signature without `X-Project-Id`. */
  projectId: string | undefined;
}

/** How long a token lasts. */
export const TOKEN_LIFETIME_MS = 24 * 3_600_000;

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What a token is issued for. */
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

/** Issues a pair of keys that ends. */
export function issueTemporaryKey(state: State, userId: string, durationMs: number, now: number): Required<AccessKey> {
  const key = {
    ak: state.random.text(20, BASE64.slice(0, 26)),
    sk: state.random.text(40, BASE64),
    userId,
    securityToken: `ggpjbi1ub3J0aC00${state.random.text(120, BASE64)}`,
    expiresAt: now + durationMs,
  };
  state.accessKeys.set(key.ak, key);
  return key;
}

/** The caller that a token stands for. @throws SandboxError 401 where it is unknown or has expired. */
export function callerOfToken(state: State, value: string, now: number): Caller {
  const token = state.tokens.get(value);
  if (!token) throw unauthorized('decrypt token fail');
  if (now >= token.expiresAt) throw unauthorized('The token must be updated', 'APIGW.0307');
  const user = userOf(state, token.userId);
  return {
    userId: user.id,
    userName: user.name,
    domainId: token.domainId,
    domainName: domainOf(state, token.domainId).name,
    projectId: token.projectId,
  };
}
