/** Clients: a region or an endpoint, credentials, and every operation as a method. */
import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { operations as buildOperations, type CodeArtsBuildOperations } from '../generated/codearts-build/operations.js';
import type { paths as BuildPaths } from '../generated/codearts-build/schema.js';
import { operations as iamOperations, type IamOperations } from '../generated/iam/operations.js';
import type { paths as IamPaths } from '../generated/iam/schema.js';
import { operations as stageOperations, type ServiceStageOperations } from '../generated/servicestage/operations.js';
import type { paths as StagePaths } from '../generated/servicestage/schema.js';
import { signWith, type Authenticator } from './authenticator.js';
import { systemClock, type Clock } from './clock.js';
import type { OperationSpec } from './contract.js';
import type { CredentialProvider, Credentials } from './credentials/credentials.js';
import { credentialsFromEnv, environment } from './credentials/environment.js';
import { createEmitter, type EventListener } from './events.js';
import { checkCallOptions, createCaller, serializePath, serializeQuery, type HttpClient } from './operation.js';
import { resolveEndpoint, type ServiceName } from './regions.js';
import { createTransport, type SendOptions } from './transport.js';

/** Options of a client. */
export interface ClientOptions {
  /** Region whose service is called, such as `cn-north-4`. This or `endpoint` is needed. */
  region?: string | undefined;
  /** Address of the service, where it is not that of a region. It may have a base path. */
  endpoint?: string | undefined;
  /** Who calls: an access key, a function that fetches one, or what `passwordToken` and `staticToken` make. @default credentialsFromEnv() */
  credentials?: Credentials | CredentialProvider | Authenticator | undefined;
  /** IAM project (not CodeArts project) of the requests, sent as `X-Project-Id`. Where left out, that of the credentials. */
  projectId?: string | undefined;
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

/** CodeArts Build: every operation as a method, and calls by path under `http`. */
export interface CodeArtsBuildClient extends CodeArtsBuildOperations {
  /** The same pipeline by path: `http.GET('/v3/jobs/{job_id}/status', { params: { path: { job_id } } })`. It returns errors in place of throwing them. */
  readonly http: HttpMethods<BuildPaths>;
}

/** ServiceStage's build jobs: every operation as a method, and calls by path under `http`. */
export interface ServiceStageClient extends ServiceStageOperations {
  readonly http: HttpMethods<StagePaths>;
}

/** IAM, as far as it is needed to authenticate: every operation as a method, and calls by path under `http`. */
export interface IamClient extends IamOperations {
  readonly http: HttpMethods<IamPaths>;
}

/** Creates a client of CodeArts Build. Nothing is sent before the first call. @throws TypeError on a wrong option, which it names. */
export const createClient = (options: ClientOptions): CodeArtsBuildClient =>
  assemble<BuildPaths, CodeArtsBuildOperations>('CODEARTSBUILD', buildOperations, options);

/** Creates a client of ServiceStage's build jobs. @throws TypeError on a wrong option, which it names. */
export const createServiceStageClient = (options: ClientOptions): ServiceStageClient =>
  assemble<StagePaths, ServiceStageOperations>('SERVICESTAGE', stageOperations, options);

/** Creates a client of IAM. @throws TypeError on a wrong option, which it names. */
export const createIamClient = (options: ClientOptions): IamClient =>
  assemble<IamPaths, IamOperations>('IAM', iamOperations, options);

/** Typed by the options, so that none can be forgotten here. */
const optionNames: Record<keyof ClientOptions, true> = {
  region: true,
  endpoint: true,
  credentials: true,
  projectId: true,
  timeoutMs: true,
  deadlineMs: true,
  maxRetries: true,
  headers: true,
  fetch: true,
  onEvent: true,
  clock: true,
  random: true,
};

/** Checks what callers from JavaScript may get wrong. */
function checkOptions(options: ClientOptions): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('options must be an object');
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(optionNames, name)) throw new TypeError(`${JSON.stringify(name)} is not an option of a client`);
  }
  const { timeoutMs, deadlineMs, maxRetries, headers, credentials } = options;
  checkCallOptions({ timeoutMs, deadlineMs, maxRetries, headers });
  for (const name of ['fetch', 'onEvent', 'random'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'function') {
      throw new TypeError(`${name} must be a function`);
    }
  }
  const known = credentials === undefined || ['object', 'function'].includes(typeof credentials);
  if (!known || credentials === null) throw new TypeError('credentials must be an object or a function');
}

const isAuthenticator = (value: Credentials | CredentialProvider | Authenticator): value is Authenticator =>
  'start' in value;

/**
 * The Request that openapi-fetch builds. It takes no signal: a Request that gets one leaves a listener on it until it is collected, which
 * adds up on a signal that lives long. The pipeline follows the signal itself.
 */
class DetachedRequest extends Request {
  readonly callerSignal: AbortSignal | undefined;
  constructor(input: string | URL | Request, { signal, ...init }: RequestInit = {}) {
    super(input, init);
    this.callerSignal = signal ?? undefined;
  }
}

function assemble<Paths extends object, Operations extends object>(
  service: ServiceName,
  table: Readonly<Record<keyof Operations, OperationSpec>>,
  options: ClientOptions,
): Operations & { readonly http: HttpMethods<Paths> } {
  checkOptions(options);
  const baseUrl = resolveEndpoint(service, options, environment());
  const { credentials = credentialsFromEnv(), projectId, timeoutMs = 30_000, maxRetries = 3 } = options;
  const send = createTransport({
    authenticator: isAuthenticator(credentials) ? credentials : signWith(credentials, projectId),
    // Called through a function, since some runtimes refuse a fetch that is called as a method.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    region: options.region,
    timeoutMs,
    deadlineMs: options.deadlineMs,
    maxRetries,
    emit: createEmitter(options.onEvent),
  });
  const http = createFetchClient<Paths>({
    baseUrl,
    Request: DetachedRequest,
    ...(options.headers && { headers: options.headers }),
    pathSerializer: serializePath,
    querySerializer: serializeQuery,
    fetch: async (request) => {
      const { callerSignal } = request as Partial<DetachedRequest>;
      const sendOptions: SendOptions = callerSignal ? { signal: callerSignal } : {};
      return (await send(request, sendOptions)).response;
    },
  });
  const call = createCaller(http as unknown as HttpClient, send, table);
  const methods = Object.keys(table).map((id) => [id, call.bind(undefined, id)]);
  // The table has exactly the operations of the interface: both are generated from the same files.
  return { ...(Object.fromEntries(methods) as Operations), http };
}
