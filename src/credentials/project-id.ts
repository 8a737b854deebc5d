import type { KeystoneListProjectsOutput } from '../../generated/iam/operations.js';
import type { Authenticator, AuthenticatorSession } from '../authenticator.js';
import { anything, checkOptions, someText, type Rule } from '../check.js';
import { CredentialsError } from '../errors.js';
import { createExpiring } from '../expiring.js';
import { isHeaderText, type CredentialContext } from './credentials.js';
import { askIam, checkIamEndpoint, findIam } from './iam.js';

/** Where a project id is looked for. */
export interface ProjectIdContext extends CredentialContext {
  /** Proves who asks, with the client's credentials. */
  readonly session: AuthenticatorSession;
}

/** Finds the IAM project of a client. It is called when the first request needs it, and not again after it has answered. What it throws is passed on. */
export type ProjectIdProvider = (context: ProjectIdContext) => Promise<string>;

/** Options of `projectIdFromIam`. */
export interface ProjectIdOptions {
  /** Name of the project. @default the client's region, after which the main project of a region is named */
  projectName?: string | undefined;
  /** IAM's address. That of the client's region, where it is left out. */
  iamEndpoint?: string | undefined;
}

const rules: Record<keyof ProjectIdOptions, Rule> = { projectName: someText, iamEndpoint: anything };

/** Finds the one project of a name. */
function pickProject(name: string, body: unknown): string {
  const { projects } = Object(body) as Partial<KeystoneListProjectsOutput>;
  if (!Array.isArray(projects)) throw new CredentialsError('IAM answered without a list of projects');
  const found = projects.filter((project) => project.name === name).map(({ id }) => id);
  if (found.length === 1) return found[0]!;
  const which = found.length === 0 ? 'no project' : `${found.length} projects (${found.join(', ')})`;
  throw new CredentialsError(`IAM knows ${which} named ${JSON.stringify(name)} for these credentials: give projectId`);
}

/**
 * Looks a client's project id up in IAM: `createClient({ region, projectId: projectIdFromIam() })`.
 *
 * It is asked for once in the life of a client, however many calls wait for it, and goes before the `projectId` of the credentials, which
 * may be that of another region. No project is ever created.
 *
 * @throws TypeError on a wrong option, which it names.
 * @throws CredentialsError (when the first request is made) where there is none of the name, or several, whose ids it lists.
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_06_0001.html
 */
export function projectIdFromIam(options: ProjectIdOptions = {}): ProjectIdProvider {
  checkOptions(options, [rules], 'projectIdFromIam');
  checkIamEndpoint(options.iamEndpoint);
  return async ({ fetch, clock, region, signal, session }) => {
    const name = options.projectName ?? region;
    if (!name) throw new CredentialsError('projectName must be given where the client has no region');
    const endpoint = findIam(options.iamEndpoint ?? (await session.findIamEndpoint?.(signal)), region);
    const failure = `IAM did not say which project is named ${JSON.stringify(name)}`;
    const path = `/v3/projects?name=${encodeURIComponent(name)}`;
    const question = { failure, method: 'GET', path, session, repeatable: true } as const;
    const { body } = await askIam(question, { endpoint, fetch, clock, signal });
    return pickProject(name, body);
  };
}

async function findProjectId(projectId: string | ProjectIdProvider, context: ProjectIdContext): Promise<string> {
  if (typeof projectId === 'string') return projectId;
  const found = await projectId(context);
  if (isHeaderText(found)) return found;
  throw new CredentialsError('The project id that was found must be text without spaces and line breaks');
}

/**
 * Sends a project's id as `X-Project-Id` with each request of a client, signed where requests are signed. A header that a call brings along
 * goes before it.
 *
 * @throws TypeError where it is neither an id nor a function.
 */
export function withProjectId(authenticator: Authenticator, projectId: string | ProjectIdProvider): Authenticator {
  if (typeof projectId !== 'function' && !isHeaderText(projectId)) {
    throw new TypeError('projectId must be text without spaces and line breaks, or a function');
  }
  return {
    start(host) {
      const session = authenticator.start(host);
      const expiring = createExpiring(
        async (signal) => ({ id: await findProjectId(projectId, { ...host, signal, session }) }),
        () => undefined,
        host.clock,
      );
      return {
        method: session.method,
        renewable: session.renewable,
        async prove(request, options) {
          if (request.headers.has('x-project-id')) return session.prove(request, options);
          const { id } = await expiring.get(options.signal);
          const headers = new Headers(request.headers);
          headers.set('X-Project-Id', id);
          const proof = await session.prove({ ...request, headers }, options);
          proof.headers['X-Project-Id'] = id;
          return proof;
        },
      };
    },
  };
}
