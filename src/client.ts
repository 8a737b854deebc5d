/** Clients: a region or an endpoint, credentials, and every operation as a method. */
import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
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
import { attachBuild, startBuild } from './builds.js';
import type { BuildHost } from './builds/build.js';
import type { BuildHandle } from './builds/build-handle.js';
import type { BuildApi, BuildRun, StartBuildOptions } from './builds/build-run.js';
import type { StartBuildInput } from './builds/generation.js';
import { aFunction, anObject, anything, checkOptions, fromZero, isObject, milliseconds, type Rule } from './check.js';
import { systemClock, type Clock } from './clock.js';
import type { OperationSpec } from './contract.js';
import { isHeaderText } from './credentials/credentials.js';
import { defaultCredentials } from './credentials/default-chain.js';
import type { ProjectIdProvider } from './credentials/found-project.js';
import { createEmitter, type EventListener } from './events.js';
import { authenticatorOf, identityRule, type Identity } from './identity.js';
import type { PaginateOptions } from './lists/walk-pages.js';
import { createCaller, serializePath, serializeQuery, type HttpClient } from './operation.js';
import { paginate, type Paginated } from './paginate.js';
import { codeArtsBuild, iam, resolveEndpoint, serviceStage, type Service } from './regions.js';
import { createTransport } from './transport.js';

/** Options of a client. */
export interface ClientOptions {
  /** Region whose service is called, such as `cn-north-4`. This or `endpoint` is needed. */
  region?: string | undefined;
  /** Address of the service, where it is not that of a region. It may have a base path. */
  endpoint?: string | undefined;
  /** Who calls: an access key, a function that fetches one, or what `passwordToken`, `agencyToken` and `staticToken` make. @default defaultCredentials() */
  credentials?: Identity | undefined;
  /**
   * IAM project (not CodeArts project) of the requests, sent as `X-Project-Id`: its id, or a function that finds it, such as `projectIdFromIam()`. Where
   * left out, that of the credentials.
   */
  projectId?: string | ProjectIdProvider | undefined;
  /** Milliseconds that one attempt may take, headers and body. For a download: the longest silence between two chunks. @default 30000 */
  timeoutMs?: number | undefined;
  /** Milliseconds that one call may take, with all attempts and the pauses between them. There is no limit where it is left out. */
  deadlineMs?: number | undefined;
  /** How often a failed attempt is repeated, where that is safe. @default 3 */
  maxRetries?: number | undefined;
  /** Headers to add to every request. They are not signed. */
  headers?: Record<string, string> | undefined;
  /** The fetch to use, for a proxy, a test or the sandbox. It is called as `fetch(url, init)`. @default globalThis.fetch */
  fetch?: typeof fetch | undefined;
  /** Observes what the client does. Events carry no headers, bodies or secrets, and what the observer throws changes nothing. */
  onEvent?: EventListener | undefined;
  /** The time, for tests. @default the clock of the machine */
  clock?: Clock | undefined;
  /** Chance, for tests: a number from 0 up to 1. @default Math.random */
  random?: (() => number) | undefined;
}

/** A client's methods by path, for what the operations do not cover: those of openapi-fetch, on the same pipeline. */
export type HttpMethods<Paths extends object> = FetchClient<Paths>;

/** What every client has besides the operations of its service. */
interface ClientBase<Paths extends object, ListTypes extends object> {
  /** The same pipeline by path: `http.GET('/v3/jobs/{job_id}/status', { params: { path: { job_id } } })`. It returns errors in place of throwing them. */
  readonly http: HttpMethods<Paths>;
  /**
   * A list, fetched as it is walked: `for await (const task of build.paginate('listProjectJobs', { project_id }))`.
   *
   * Awaited, it is its first page, with the `total`. `pages()` walks page by page, `toArray()` gathers everything.
   *
   * @throws TypeError (when it is first walked or awaited) on an operation that has no pages, and on options out of their range.
   * @throws PaginationError (while it is walked) where the list does not come to an end.
   */
  paginate<Name extends keyof ListTypes & string>(
    operation: Name,
    input: ListTypes[Name] extends { input: infer Input } ? Input : never,
    options?: PaginateOptions,
  ): ListTypes[Name] extends { item: infer Item; page: infer Page } ? Paginated<Item, Page> : never;
}

/** CodeArts Build: every operation as a method, lists, builds to wait for, and calls by path. */
export interface CodeArtsBuildClient extends CodeArtsBuildOperations, ClientBase<BuildPaths, CodeArtsBuildLists> {
  /**
   * Starts a build: `const run = await build.startBuild({ job_id, parameter: [{ name: 'codeBranch', value: 'main' }] })`.
   *
   * @throws AmbiguousStartError where it is not known whether the build was started. No second one is started then.
   */
  startBuild(input: StartBuildInput, options?: StartBuildOptions): Promise<BuildRun>;
  /** Takes up a build that was started before, here or elsewhere. Nothing is sent. @throws TypeError on a handle that names no build. */
  attachBuild(handle: BuildHandle): BuildRun;
}

/** ServiceStage's build jobs: every operation as a method, lists, and calls by path. */
export interface ServiceStageClient extends ServiceStageOperations, ClientBase<StagePaths, ServiceStageLists> {}

/** IAM, as far as it is needed to authenticate: every operation as a method, lists, and calls by path. */
export interface IamClient extends IamOperations, ClientBase<IamPaths, IamLists> {}

/** Creates a client of CodeArts Build. Nothing is sent before the first call. @throws TypeError on a wrong option, which it names. */
export function createClient(options: ClientOptions): CodeArtsBuildClient {
  const { client, host } = assemble<BuildPaths, CodeArtsBuildOperations, CodeArtsBuildLists>(
    codeArtsBuild,
    buildOperations,
    options,
  );
  const builds: BuildApi = { ...host, api: client };
  return {
    ...client,
    startBuild: startBuild.bind(undefined, builds),
    attachBuild: attachBuild.bind(undefined, builds),
  };
}

/** Creates a client of ServiceStage's build jobs. @throws TypeError on a wrong option, which it names. */
export const createServiceStageClient = (options: ClientOptions): ServiceStageClient =>
  assemble<StagePaths, ServiceStageOperations, ServiceStageLists>(serviceStage, stageOperations, options).client;

/** Creates a client of IAM. @throws TypeError on a wrong option, which it names. */
export const createIamClient = (options: ClientOptions): IamClient =>
  assemble<IamPaths, IamOperations, IamLists>(iam, iamOperations, options).client;

/** What is not named here is checked where it is read. */
const rules: Record<keyof ClientOptions, Rule> = {
  region: ['a string such as cn-north-4', (value) => typeof value === 'string'],
  endpoint: anything,
  credentials: identityRule,
  projectId: [
    'text without spaces and line breaks, or a function',
    (value) => typeof value === 'function' || isHeaderText(value),
  ],
  timeoutMs: milliseconds,
  deadlineMs: milliseconds,
  maxRetries: fromZero,
  headers: anObject,
  fetch: aFunction,
  onEvent: aFunction,
  clock: [
    'an object with now and sleep',
    (value) => isObject(value) && [value['now'], value['sleep']].every((part) => typeof part === 'function'),
  ],
  random: aFunction,
};

/**
 * The Request that openapi-fetch builds. It takes no signal: a Request that gets one leaves a listener on it until it is collected, which
 * adds up on a signal that lives long. The pipeline follows the signal itself.
 *
 * The class is made when a client is, since Node loads its whole fetch with the first look at `Request`.
 */
const detachedRequestClass = (): typeof Request =>
  class extends Request {
    readonly callerSignal: AbortSignal | undefined;
    constructor(input: string | URL | Request, { signal, ...init }: RequestInit = {}) {
      super(input, init);
      this.callerSignal = signal ?? undefined;
    }
    override get signal(): AbortSignal {
      return this.callerSignal ?? super.signal;
    }
    // A middleware may return any other Request in its place.
    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof Request;
    }
  };

function assemble<Paths extends object, Operations extends object, ListTypes extends object>(
  service: Service,
  table: Readonly<Record<keyof Operations, OperationSpec>>,
  options: ClientOptions,
): { client: Operations & ClientBase<Paths, ListTypes>; host: BuildHost } {
  checkOptions(options, [rules], 'a client');
  const { credentials = defaultCredentials(), timeoutMs = 30_000, maxRetries = 3 } = options;
  const { clock = systemClock, random = Math.random } = options;
  const endpoint = resolveEndpoint(service, options);
  const authenticator = authenticatorOf(credentials);
  const emit = createEmitter(options.onEvent);
  // Called through a function, since some runtimes refuse a fetch that is called as a method.
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const send = createTransport({ ...options, authenticator, fetch, clock, random, timeoutMs, maxRetries, emit });
  const http = createFetchClient<Paths>({
    baseUrl: endpoint,
    Request: detachedRequestClass(),
    headers: options.headers ?? {},
    pathSerializer: serializePath,
    querySerializer: serializeQuery,
    fetch: async (request) => (await send(request, { signal: request.signal })).response,
  });
  const call = createCaller(http as unknown as HttpClient, send, table);
  const methods = Object.keys(table).map((id) => [id, call.bind(undefined, id)]);
  const lists = paginate.bind(undefined, call, table);
  // The table has exactly the operations and lists of the interfaces: all are generated from the same files.
  const client = { ...Object.fromEntries(methods), http, paginate: lists } as Operations & ClientBase<Paths, ListTypes>;
  return { client, host: { endpoint, clock, random, emit } };
}
