/** IAM: access keys that end. */
import { iamError } from '../error.js';
import type { IamHandlers } from '../handler.js';
import { formatMicroseconds } from '../time-format.js';
import { callerOfToken, issueTemporaryKey, refuseAsIam } from '../tokens.js';
import { findAgency } from './tokens.js';

const DEFAULT_SECONDS = 900;

/** Handlers of access keys that end. */
export const temporaryAccessKeys: IamHandlers = {
  createTemporaryAccessKeyByToken({ body }, context) {
    const { state, now, caller } = context;
    const { methods, token, assume_role: role } = body.auth.identity;
    let seconds = token?.duration_seconds;
    let owner: { userId: string; domainId: string } = caller;
    if (methods.includes('assume_role')) {
      if (!role) throw iamError(400, 'auth.identity.assume_role is missing.');
      owner = { userId: caller.userId, domainId: findAgency(context, role, caller.domainId).domainId };
      seconds = role.duration_seconds;
    } else if (token?.id !== undefined) {
      owner = callerOfToken(state, token.id, now, refuseAsIam);
    }
    const { userId, domainId } = owner;
    const key = issueTemporaryKey(state, { userId, domainId }, (seconds ?? DEFAULT_SECONDS) * 1000, now);
    const credential = {
      access: key.ak,
      secret: key.sk,
      securitytoken: key.securityToken,
      expires_at: formatMicroseconds(key.expiresAt),
    };
    return { credential };
  },
};
