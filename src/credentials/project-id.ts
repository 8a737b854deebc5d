import type { KeystoneListProjectsOutput } from '../../generated/iam/operations.js';
import { anything, checkOptions, someText, type Rule } from '../check.js';
import { CredentialsError } from './credentials-error.js';
import type { ProjectIdProvider } from './found-project.js';
import { askIam, checkIamEndpoint, findIam } from './iam.js';

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
