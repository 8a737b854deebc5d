/** IAM: tokens and temporary access keys. */
import { iamError } from '../error.js';
import { Reply, type HandlerContext, type IamHandlers } from '../handler.js';
import { domainOf, userOf, type Agency, type Domain, type IamProject, type State, type User } from '../state.js';
import { formatMicroseconds } from '../time-format.js';
import { callerOfToken, isPasscode, issueTemporaryKey, issueToken, rejectAsIam, type TokenGrant } from '../tokens.js';

const WRONG_PASSWORD = 'The username or password is wrong.';

interface PasswordIdentity {
  user: { name: string; password: string; domain: { name: string } };
}

interface Scope {
  project?: { id?: string; name?: string };
  domain?: { id?: string; name?: string };
}

function findUser(state: State, { user }: PasswordIdentity): User {
  const domain = state.domains.find(({ name }) => name === user.domain.name);
  const found = state.users.find(({ name, domainId }) => name === user.name && domainId === domain?.id);
  if (found?.password !== user.password) throw iamError(401, WRONG_PASSWORD);
  return found;
}

/** Returns the account or project of a token's scope. A project takes precedence over an account. */
function findScope(state: State, scope: Scope, domainId: string): { project: IamProject | undefined; domain: Domain } {
  const domain = domainOf(state, domainId);
  const { project, domain: named } = scope;
  if (project) {
    const found = state.iamProjects.find(
      (candidate) =>
        candidate.domainId === domainId &&
        (project.id === undefined ? candidate.name === project.name : candidate.id === project.id),
    );
    if (!found) throw iamError(401, `The account has no project ${project.id ?? project.name ?? ''}.`);
    return { project: found, domain };
  }
  if (named && (named.id ?? domain.id) === domain.id && (named.name ?? domain.name) === domain.name) {
    return { project: undefined, domain };
  }
  if (named) throw iamError(401, 'The scope is another account than that of the user.');
  return { project: undefined, domain };
}

/** Returns the agency that the caller assumes. @throws SandboxError 404 if it does not exist, 403 if it does not trust the caller's account. */
export function findAgency(
  context: HandlerContext,
  role: { agency_name: string; domain_id?: string; domain_name?: string },
  callerDomainId: string,
): Agency {
  const { state } = context;
  const domain = state.domains.find(({ id, name }) =>
    role.domain_id ? id === role.domain_id : name === role.domain_name,
  );
  if (!domain) throw iamError(404, 'Could not find the account of the agency: domain_id or domain_name must name one.');
  const agency = state.agencies.find(({ name, domainId }) => name === role.agency_name && domainId === domain.id);
  if (!agency) throw iamError(404, `Could not find agency ${role.agency_name}.`);
  if (agency.trustedDomainId !== callerDomainId) throw iamError(403, 'You have no right to do this action');
  return agency;
}

const describeUser = (state: State, user: User) => ({
  id: user.id,
  name: user.name,
  domain: describeDomain(domainOf(state, user.domainId)),
  password_expires_at: '',
});

const describeDomain = ({ id, name }: Domain) => ({ id, name });

const ROLES = [
  { id: '0', name: 'te_admin' },
  { id: '0', name: 'op_gated_codeartsbuild' },
];

const CATALOG = ['iam', 'codeartsbuild', 'servicestage'];

/** Returns the service catalog. All services are in this process. */
const describeCatalog = (context: HandlerContext) =>
  CATALOG.map((type) => ({
    id: `sandbox-${type}`,
    name: type,
    type,
    endpoints: [{ id: `sandbox-${type}`, interface: 'public', region: '*', region_id: '*', url: context.origin }],
  }));

/** Authenticates the caller by the methods that the request names. */
function identify(
  context: HandlerContext,
  identity: {
    methods: string[];
    password?: PasswordIdentity;
    totp?: { user: { id: string; passcode: string } };
    assume_role?: { agency_name: string; domain_id?: string; domain_name?: string };
  },
): { user: User; agency?: Agency } {
  const { state, now } = context;
  const { methods } = identity;
  if (methods.includes('assume_role')) {
    if (!identity.assume_role) throw iamError(400, 'auth.identity.assume_role is missing.');
    const caller = context.identify();
    return { user: userOf(state, caller.userId), agency: findAgency(context, identity.assume_role, caller.domainId) };
  }
  if (!identity.password) throw iamError(400, 'auth.identity.password is missing.');
  const user = findUser(state, identity.password);
  if (methods.includes('totp')) {
    const second = identity.totp?.user;
    if (!second) throw iamError(400, 'auth.identity.totp is missing.');
    if (second.id !== user.id || !isPasscode(user.totpKey, now, second.passcode)) {
      throw iamError(401, 'The passcode is wrong.');
    }
  }
  return { user };
}

/** Handlers of tokens. */
export const tokens: IamHandlers = {
  keystoneCreateUserTokenByPassword({ body, query }, context) {
    const { state, now } = context;
    const { identity, scope } = body.auth;
    const { user, agency } = identify(context, identity);
    const domainId = agency?.domainId ?? user.domainId;
    const { project, domain } = findScope(state, scope, domainId);
    const grant: TokenGrant = {
      user,
      domainId,
      projectId: project?.id,
      agencyId: agency?.id,
      methods: identity.methods,
    };
    const token = issueToken(state, grant, now);
    const described = {
      token: {
        catalog: query.nocatalog ? [] : describeCatalog(context),
        ...(project
          ? { project: { id: project.id, name: project.name, domain: describeDomain(domain) } }
          : { domain: describeDomain(domain) }),
        issued_at: formatMicroseconds(token.issuedAt),
        expires_at: formatMicroseconds(token.expiresAt),
        methods: identity.methods,
        roles: ROLES,
        user: agency
          ? { id: agency.id, name: `${domain.name}/${agency.name}`, domain: describeDomain(domain) }
          : describeUser(state, user),
        ...(agency && { assumed_by: { user: describeUser(state, user) } }),
      },
    };
    return new Reply(described, { 'X-Subject-Token': token.value });
  },
};

/** Lifetime of a temporary access key by default. */
const DEFAULT_SECONDS = 900;

/** Handlers of temporary access keys. */
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
      owner = callerOfToken(state, token.id, now, rejectAsIam);
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
