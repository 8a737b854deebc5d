/** Authenticates the caller of a request, as the gateway does. */
import { iamError, unauthorized } from './error.js';
import type { Operation } from './router.js';
import type { AccessKey, State } from './state.js';
import { callerOfToken, createCaller, rejectAsGateway, rejectAsIam, type Caller } from './tokens.js';
import { parseAuthorization, parseSdkDate, verifySignature, type SignedMessage } from './verify-signature.js';

/** Maximum clock skew of a signature's date. */
const MAX_SKEW_MS = 15 * 60_000;

/** Number of consecutive wrong signatures after which a key is locked. */
const MAX_FAILURES = 5;
const LOCK_MS = 5 * 60_000;

interface FailureCount {
  failures: number;
  lockedUntil: number;
}

/** Authenticates callers. Counts wrong signatures per key. */
export type Authenticate = (message: SignedMessage, operation: Operation, now: number) => Caller;

/** Creates the function that verifies signatures and tokens. */
export function createAuthenticate(state: State): Authenticate {
  const counts = new Map<string, FailureCount>();
  return (message, operation, now) => {
    const isIam = operation.api === 'iam';
    const token = message.headers.get('x-auth-token');
    const authorization = message.headers.get('authorization');
    if (authorization !== null) return callerOfSignature(state, counts, message, authorization, now);
    if (token === null) {
      throw isIam
        ? iamError(401, 'The request you have made requires authentication.')
        : unauthorized('X-Auth-Token or Authorization is missing');
    }
    const caller = callerOfToken(state, token, now, isIam ? rejectAsIam : rejectAsGateway);
    if (!isIam && caller.projectId === undefined) {
      throw unauthorized('a project-scoped token is required, and the scope of this token is a domain');
    }
    return caller;
  };
}

function callerOfSignature(
  state: State,
  counts: Map<string, FailureCount>,
  message: SignedMessage,
  authorization: string,
  now: number,
): Caller {
  const parts = parseAuthorization(authorization);
  if (!parts) throw unauthorized('the header Authorization is malformed');
  if (!parts.signedHeaders.some((name) => name.toLowerCase() === 'x-sdk-date')) {
    throw unauthorized('x-sdk-date is not among the signed headers');
  }
  checkDate(message.headers.get('x-sdk-date') ?? '', now);
  const key = state.accessKeys.get(parts.accessKey);
  if (!key) throw unauthorized(`verify ak ${parts.accessKey} failed: ak not exist`);
  const count = counts.get(key.ak) ?? { failures: 0, lockedUntil: 0 };
  counts.set(key.ak, count);
  if (now < count.lockedUntil) throw unauthorized(`ak ${key.ak} is locked after too many wrong signatures`);
  const verification = verifySignature(message, parts, key.sk);
  if (!verification.valid) {
    count.failures += 1;
    if (count.failures > MAX_FAILURES) Object.assign(count, { failures: 0, lockedUntil: now + LOCK_MS });
    const printed = verification.canonicalRequest.replaceAll('\n', '|');
    throw unauthorized(`verify aksk signature fail, canonicalRequest:${printed}`);
  }
  count.failures = 0;
  checkSecurityToken(key, message.headers, now);
  return callerOfKey(state, key, message.headers.get('x-project-id'));
}

function checkDate(text: string, now: number): void {
  const date = parseSdkDate(text);
  if (date === undefined) throw unauthorized(`X-Sdk-Date is not of the form YYYYMMDDTHHMMSSZ: ${text}`);
  if (Math.abs(date - now) > MAX_SKEW_MS) {
    throw unauthorized(`the date of the request is more than 15 minutes off, time:${text}`, 'APIGW.0303');
  }
}

/** Requires the security token of a temporary access key. Both expire together. */
function checkSecurityToken(key: AccessKey, headers: Headers, now: number): void {
  if (key.securityToken === undefined) return;
  const sent = headers.get('x-security-token');
  if (sent === null) throw unauthorized('a temporary access key needs the header X-Security-Token');
  if (sent !== key.securityToken) throw unauthorized('X-Security-Token does not belong to this access key');
  if (now >= (key.expiresAt ?? Infinity)) throw unauthorized('the temporary access key must be updated', 'APIGW.0307');
}

function callerOfKey(state: State, key: AccessKey, projectId: string | null): Caller {
  const isOwn = state.iamProjects.some(({ id, domainId }) => id === projectId && domainId === key.domainId);
  if (projectId !== null && !isOwn) throw unauthorized(`X-Project-Id is no project of the account: ${projectId}`);
  return createCaller(state, key.userId, key.domainId, projectId ?? undefined);
}
