/** Clients: options, and the three services. */
import {
  operations as buildOperations,
  type CodeArtsBuildLists,
  type CodeArtsBuildOperations,
} from '../generated/codearts-build/operations.js';
import type { paths as BuildPaths } from '../generated/codearts-build/schema.js';
import { operations as iamOperations, type IamLists, type IamOperations } from '../generated/iam/operations.js';
import type { paths as IamPaths } from '../generated/iam/schema.js';
import {
  operations as stageOperations,
  type ServiceStageLists,
  type ServiceStageOperations,
} from '../generated/servicestage/operations.js';
import type { paths as StagePaths } from '../generated/servicestage/schema.js';
import { watchConnectErrors } from '#runtime';
import { credentialSourceRule, PRINTABLE, toAuthenticator, type CredentialSource } from './auth/credentials.js';
import { defaultCredentials } from './auth/default-credentials.js';
import { cacheProjectId, type ProjectIdProvider } from './auth/project-id.js';
import type {
  AttachOptions,
  AttachTarget,
  BuildHandle,
  StartBuildInput,
  StartBuildOptions,
} from './builds/build-input.js';
import { createBuildContext, type BuildClient } from './builds/build-api.js';
import type { BuildRun } from './builds/build-run.js';
import { attachBuild, startBuild } from './builds/build-start.js';
import type { BuildEvent } from './builds/events.js';
import { findProject, findTask, type FindOptions } from './builds/find.js';
import { watchProject, type WatchProjectInput, type WatchProjectOptions } from './builds/watch-project.js';
import type { ProjectReference, TaskReference } from './builds/not-found.js';
import { codeArtsBuild, iam, resolveEndpoint, serviceStage, type ServiceEndpoints } from './endpoints/endpoint.js';
import {
  anyRule,
  checkOptions,
  functionRule,
  isHeaderValue,
  isObject,
  milliseconds,
  nonNegativeInteger,
  positiveInteger,
  type Rule,
} from './errors/check-options.js';
import type { AuthenticatorSession, ClientContext } from './http/authenticator.js';
import { createEmitter, type EventListener } from './http/events.js';
import { systemClock, type Clock } from './http/timing.js';
import { callOptionRules } from './operations/caller.js';
import type { OperationSpec } from './operations/contract.js';
import { paginate, type Paginated, type PaginateOptions } from './operations/paginate.js';
import { createService, type HttpMethods } from './operations/service.js';

/** Options of a client. */
export interface ClientOptions {
  /** Region of the service, such as `cn-north-4`. Either this or `endpoint` is required. */
  region?: string | undefined;
  /** URL of the service, if it is not that of a region. It may have a base path. */
  endpoint?: string | undefined;
  /** An access key, a function that fetches one, or the result of `passwordToken`, `agencyToken`, `staticToken` or `temporaryCredentials`. @default defaultCredentials() */
  credentials?: CredentialSource | undefined;
  /**
   * ID of the IAM project (not CodeArts project) of the requests, sent as `X-Project-Id`, or a function that finds it, such as `projectIdFromIam()`.
   * @default that of the credentials
   */
  projectId?: string | ProjectIdProvider | undefined;
  /** Timeout per attempt in milliseconds, including the body. For downloads: maximum time between two chunks. @default 30000 */
  timeoutMs?: number | undefined;
  /** Timeout of a whole call in milliseconds, including retries and delays. No limit by default. */
  deadlineMs?: number | undefined;
  /** Maximum number of retries. A request that may have run is retried only if it is idempotent. Waiting for a rate limit (429) does not count. @default 3 */
  maxRetries?: number | undefined;
  /** Maximum size of a response body that is read into memory, in bytes. Downloads are not limited. @default 67108864 (64 MiB) */
  maxResponseBytes?: number | undefined;
  /** Headers to add to every request. They are not signed. */
  headers?: Record<string, string> | undefined;
  /** The fetch to use, for a proxy, a test or the sandbox. Called as `fetch(url, init)`. @default globalThis.fetch */
  fetch?: typeof fetch | undefined;
  /** Called for every client event. Events contain no headers, bodies or secrets; errors of the listener are ignored. */
  onEvent?: EventListener | undefined;
  /** The time, for tests. @default the clock of the machine */
  clock?: Clock | undefined;
  /** Random numbers from 0 to 1, for tests. @default Math.random */
  random?: (() => number) | undefined;
}

/** Members of every client, in addition to the operations of its service. */
interface ClientBase<Paths extends object, ListTypes extends object> {
  /** Calls by path, on the same pipeline: `http.GET('/v3/jobs/{job_id}/status', { params: { path: { job_id } } })`. They return errors instead of throwing them. */
  readonly http: HttpMethods<Paths>;
  /**
   * Returns a list that is fetched during iteration: `for await (const task of build.paginate('listProjectJobs', { project_id }))`.
   *
   * Awaited, it is its first page, with the `total`. `pages()` iterates page by page, `toArray()` fetches all items.
   *
   * @throws TypeError on the first iteration or `await`, for an operation without pages and for invalid options.
   * @throws PaginationError during iteration, if the list does not end.
   */
  paginate<Name extends keyof ListTypes & string>(
    operation: Name,
    input: ListTypes[Name] extends { input: infer Input } ? Input : never,
    options?: PaginateOptions,
  ): ListTypes[Name] extends { item: infer Item; page: infer Page } ? Paginated<Item, Page> : never;
}

/** CodeArts Build: every operation as a method, lists, builds, and calls by path. */
export interface CodeArtsBuildClient extends CodeArtsBuildOperations, ClientBase<BuildPaths, CodeArtsBuildLists> {
  /**
   * Starts (triggers) a build: `const run = await build.startBuild({ task: 'web-shop', project: 'demo', branch: 'main' })`.
   *
   * @throws AmbiguousStartError if a build may have been started. No second one is started.
   * @throws TaskNotFoundError if no task or several tasks have this name. No build was started.
   * @throws TypeError for a wrong input or option. No build was started.
   */
  startBuild(input: StartBuildInput, options?: StartBuildOptions): Promise<BuildRun>;
  /** Attaches to a build that was started earlier, in this or another process. Sends no request. @throws TypeError if the handle names no build. */
  attachBuild(handle: BuildHandle): BuildRun;
  /**
   * Attaches to a build by the name of its task. Without `buildNo`, to the latest or the running build, which may be that of another user. Up to three requests.
   *
   * @throws TaskNotFoundError if there is no such task or build.
   */
  attachBuild(target: AttachTarget, options?: AttachOptions): Promise<BuildRun>;
  /**
   * Finds a CodeArts project by name or ID. Sends one request for each page of projects that the search returns.
   *
   * @throws TaskNotFoundError if no project or several projects have this name.
   */
  findProject(input: { project: string }, options?: FindOptions): Promise<ProjectReference>;
  /**
   * Finds a task by name or ID. Without `project`, searches all projects of the caller.
   *
   * @throws TaskNotFoundError if no task or several tasks match.
   */
  findTask(input: { task: string; project?: string | undefined }, options?: FindOptions): Promise<TaskReference>;
  /**
   * Follows the builds of a project as they start, change and finish, until `signal` aborts. Yields `start`, `progress`, `note` and `end` events.
   *
   * An abort ends the iteration without an error.
   */
  watchProject(input: WatchProjectInput, options?: WatchProjectOptions): AsyncIterableIterator<BuildEvent>;
}

/** Build jobs of ServiceStage: every operation as a method, lists, and calls by path. */
export interface ServiceStageClient extends ServiceStageOperations, ClientBase<StagePaths, ServiceStageLists> {}

/** The part of IAM that authentication needs: every operation as a method, lists, and calls by path. */
export interface IamClient extends IamOperations, ClientBase<IamPaths, IamLists> {}

/** Creates a client of CodeArts Build. Sends no request before the first call. @throws TypeError on a wrong option. */
export function createClient(options: ClientOptions): CodeArtsBuildClient {
  const { client, context } = createServiceClient<BuildPaths, CodeArtsBuildOperations, CodeArtsBuildLists>(
    codeArtsBuild,
    buildOperations,
    options,
  );
  const builds = createBuildContext({ ...context, api: client, table: buildOperations });
  function attach(handle: BuildHandle): BuildRun;
  function attach(target: AttachTarget, attachOptions?: AttachOptions): Promise<BuildRun>;
  function attach(target: BuildHandle | AttachTarget, attachOptions?: AttachOptions): BuildRun | Promise<BuildRun> {
    return attachBuild(builds, target, attachOptions);
  }
  return {
    ...client,
    startBuild: startBuild.bind(undefined, builds),
    attachBuild: attach,
    findProject: findProject.bind(undefined, builds),
    findTask: findTask.bind(undefined, builds),
    watchProject: watchProject.bind(undefined, builds),
  };
}

/** Creates a client of the build jobs of ServiceStage. @throws TypeError on a wrong option. */
export const createServiceStageClient = (options: ClientOptions): ServiceStageClient =>
  createServiceClient<StagePaths, ServiceStageOperations, ServiceStageLists>(serviceStage, stageOperations, options)
    .client;

/** Creates a client of IAM. Its requests are not bound to a project. @throws TypeError on a wrong option. */
export const createIamClient = (options: ClientOptions): IamClient =>
  createServiceClient<IamPaths, IamOperations, IamLists>(iam, iamOperations, options).client;

const rules: Record<keyof ClientOptions, Rule> = {
  region: ['a string such as cn-north-4', (value) => typeof value === 'string'],
  endpoint: anyRule, // checked when it is resolved
  credentials: credentialSourceRule,
  projectId: [`${PRINTABLE}, or a function`, (value) => typeof value === 'function' || isHeaderValue(value)],
  timeoutMs: milliseconds,
  deadlineMs: milliseconds,
  maxRetries: nonNegativeInteger,
  maxResponseBytes: positiveInteger,
  headers: callOptionRules.headers,
  fetch: functionRule,
  onEvent: functionRule,
  clock: [
    'an object with now and sleep',
    (value) => isObject(value) && [value['now'], value['sleep']].every((part) => typeof part === 'function'),
  ],
  random: functionRule,
};

/** Returns a function that finds the project of the client; undefined if the client has none. */
function createProjectId(
  projectId: ClientOptions['projectId'],
  context: ClientContext,
  session: AuthenticatorSession,
): ((signal: AbortSignal) => Promise<string | undefined>) | undefined {
  if (typeof projectId === 'function') return cacheProjectId(projectId, context, session);
  return projectId === undefined ? undefined : () => Promise.resolve(projectId);
}

function createServiceClient<Paths extends object, Operations extends object, ListTypes extends object>(
  endpoints: ServiceEndpoints,
  table: Readonly<Record<keyof Operations, OperationSpec>>,
  given: ClientOptions,
): { client: Operations & ClientBase<Paths, ListTypes>; context: Omit<BuildClient, 'api' | 'table'> } {
  const options = checkOptions(given, [rules], 'a client');
  const {
    credentials = defaultCredentials(),
    timeoutMs = 30_000,
    maxRetries = 3,
    region,
    deadlineMs,
    headers,
  } = options;
  const { clock = systemClock, random = Math.random, maxResponseBytes = 64 * 1024 * 1024 } = options;
  const endpoint = resolveEndpoint(endpoints, options);
  const authenticator = toAuthenticator(credentials);
  watchConnectErrors();
  const emit = createEmitter(options.onEvent);
  // Called through a function, since some runtimes reject a fetch that is called as a method.
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const context: ClientContext = { fetch, clock, random, region, emit };
  const session = authenticator.start(context);
  const { http, call, operations } = createService<Paths, Operations>({
    ...context,
    ...{ endpoint, table, session, timeoutMs, deadlineMs, maxRetries, maxResponseBytes, headers },
    getProjectId: createProjectId(options.projectId, context, session),
    omitProjectId: endpoints === iam,
  });
  const lists: unknown = paginate.bind(undefined, call, table);
  // The table has the lists of the interface: both are generated from the same files.
  const client = { ...operations, http, paginate: lists } as Operations & ClientBase<Paths, ListTypes>;
  return { client, context: { endpoint, clock, random, emit } };
}
