/** The IAM project of a client, looked up when the first request needs it. */
import { anyRule, checkOptions, isHeaderValue, isObject, nonEmptyString, type Rule } from '../errors/check-options.js';
import { CredentialsError } from '../errors/codearts-error.js';
import type { AuthenticatorSession, ClientContext } from '../http/authenticator.js';
import { PRINTABLE, type CredentialContext } from './credentials.js';
import { callIam, checkIamEndpoint } from './iam.js';
import { createRefreshingCache } from './refreshing-cache.js';

/** The environment of a project ID provider. */
export interface ProjectIdContext extends CredentialContext {
  /** Authenticates requests with the credentials of the client. */
  readonly session: AuthenticatorSession;
}

/** Finds the IAM project of a client. Called when the first request needs it; its result is used for the life of the client. */
export type ProjectIdProvider = (context: ProjectIdContext) => Promise<string>;

/** Options of `projectIdFromIam`. */
export interface ProjectIdOptions {
  /** Name of the project. @default the region of the client, which is the name of its main project */
  projectName?: string | undefined;
  /** IAM endpoint. @default that of the credentials, otherwise that of the region of the client */
  iamEndpoint?: string | undefined;
}

const rules: Record<keyof ProjectIdOptions, Rule> = { projectName: nonEmptyString, iamEndpoint: anyRule };

/** Returns the ID of the only project with a name. */
function selectProject(name: string, projects: unknown): string {
  if (!Array.isArray(projects)) throw new CredentialsError('IAM returned no list of projects');
  const ids = projects
    .filter((project) => isObject(project) && project['name'] === name)
    .map(({ id }) => id as unknown);
  const [id] = ids;
  if (ids.length === 1 && isHeaderValue(id)) return id;
  if (ids.length === 1) throw new CredentialsError(`IAM returned the project ${JSON.stringify(name)} without an ID`);
  const found = ids.length === 0 ? 'no project' : `${ids.length} projects (${ids.join(', ')})`;
  throw new CredentialsError(
    `IAM returned ${found} named ${JSON.stringify(name)} for these credentials; set projectId`,
  );
}

/**
 * Looks up the project ID of a client in IAM: `createClient({ region, projectId: projectIdFromIam() })`.
 *
 * One request is sent in the life of a client, shared by all calls that need it. The result takes precedence over the `projectId` of the credentials, which may
 * belong to another region. No project is created.
 *
 * @throws TypeError on a wrong option.
 * @throws CredentialsError on the first request, if no project or several projects have the name.
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_06_0001.html
 */
export function projectIdFromIam(options: ProjectIdOptions = {}): ProjectIdProvider {
  const { projectName, iamEndpoint } = checkOptions(options, [rules], 'projectIdFromIam');
  checkIamEndpoint(iamEndpoint);
  return async (context) => {
    const name = projectName ?? context.region;
    if (!name) throw new CredentialsError('projectName is required if the client has no region');
    const failure = `IAM did not return the project ${JSON.stringify(name)}`;
    const found = await callIam(context, { failure, iamEndpoint, session: context.session }, (iam, callOptions) =>
      iam.keystoneListProjects({ name }, callOptions),
    );
    return selectProject(name, (Object(found) as { projects?: unknown }).projects);
  };
}

/** Calls a provider once, shared by all callers, and again if it failed. */
export function cacheProjectId(
  find: ProjectIdProvider,
  context: ClientContext,
  session: AuthenticatorSession,
): (signal: AbortSignal) => Promise<string> {
  const cache = createRefreshingCache(
    async ({ signal }) => {
      const id = await find({ ...context, session, signal });
      if (isHeaderValue(id)) return { id };
      throw new CredentialsError(`the project ID of the provider must be ${PRINTABLE}`);
    },
    () => undefined,
    { clock: context.clock, emit: () => {} },
  );
  return async (signal) => (await cache.get(signal)).id;
}
