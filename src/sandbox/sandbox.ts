/** The sandbox: CodeArts Build, ServiceStage build jobs and IAM in one process. */
import { createActivity } from './activity.js';
import { allowAnyOrigin, preflight } from './access.js';
import { collectBody } from './body.js';
import { createRespond, encodeError, type IncomingRequest, type Respond } from './respond.js';
import { createAuthenticate } from './authenticate.js';
import type { ManualClock, SandboxClock } from './clock.js';
import { toFetchResponse, type SandboxResponse } from './response.js';
import { handleAdminRequest, pageSource, serveDocument } from './admin-api.js';
import { createFaults, type Faults } from './faults.js';
import { handlers } from './handlers/registry.js';
import { addPastBuild, addPastBuilds, type AddedBuild, type NewBuild, type NewBuilds } from './history.js';
import { startHttpServer, type HttpServer } from './http-server.js';
import { addMember, type NewUser } from './members.js';
import { checkOptions, createClock, type SandboxOptions } from './options.js';
import { viewPage } from './page/document.js';
import { createLiveUpdates } from './page/live.js';
import { createRandom } from './random.js';
import { createRealism } from './realism.js';
import { createRouter, listOperations } from './router.js';
import { parseScenario, type ScenarioOption } from './scenario.js';
import { requirePeers } from './schema-validator.js';
import { seedDemo, seedEmpty, seedIdentity, type SandboxCredentials, type SeedData, type SeedName } from './seed.js';
import type { Language } from './language.js';
import { seedDocumented } from './seed-documented.js';
import { loadState, saveState, type SavedSandbox } from './save.js';
import { createState, type State } from './state.js';
import { createThrottle } from './throttle.js';
import { computePasscode } from './tokens.js';

/** Source of an operation's responses: the sandbox's state or the documented example. */
export type Coverage = 'state' | 'example';

/** A local CodeArts Build, with ServiceStage build jobs and IAM. */
export interface Sandbox<C extends SandboxClock = SandboxClock> {
  /** Responds to a request in process, without a socket, for any host. Pass it to a client as its `fetch`. */
  readonly fetch: typeof fetch;
  /** Starts to listen and resolves with the URL. @throws Error if the port is in use, or if the sandbox already listens; TypeError if `host` is empty. */
  listen(port?: number, host?: string): Promise<string>;
  /** The URL. @throws Error before `listen()`. */
  readonly url: string;
  /** The sandbox's clock. A client with this clock waits in the sandbox's time. */
  readonly clock: C;
  /** Credentials of the first user. */
  readonly credentials: SandboxCredentials;
  /** IDs of the initial data. */
  readonly seed: SeedData;
  /**
   * Adds a user to the account, with a role in all projects, and returns the user's credentials.
   *
   * @throws TypeError if the name is taken or the role is unknown.
   */
  addUser(user: NewUser): SandboxCredentials;
  /**
   * Adds a build to the history of a task, and returns its number. Numbers follow the order of the calls.
   *
   * @throws TypeError if an option is invalid.
   */
  addBuild(build: NewBuild): AddedBuild;
  /**
   * Adds `n` builds to the history of a task, oldest first, one per hour unless `intervalMs` says otherwise. `startedAt` is the start of the first one;
   * by default the last one finishes now.
   *
   * @throws TypeError if an option is invalid.
   */
  addBuilds(n: number, build: NewBuilds): AddedBuild[];
  /** Returns the current one-time passcode of the first user: six digits. */
  passcode(): string;
  /** Fault injection. */
  readonly faults: Faults;
  /** The complete state, which a test can inspect and change. */
  readonly state: State;
  /** Returns the source of each operation's responses, by operation ID. */
  coverage(): Record<string, Coverage>;
  /** Restores the initial data, with the same IDs, and removes all faults. The clock keeps its time. */
  reset(): void;
  /** Returns the state as JSON, for the option `saved`. Faults and the time are not included. */
  save(): SavedSandbox;
  /** Closes all connections. */
  close(): Promise<void>;
}

/** Upper bound of the transmission time of a request over the loopback interface. */
const QUIET_MS = 5;

/** Sets the scenarios of tasks and ServiceStage jobs. @throws TypeError if a task does not exist. */
function applyScenarios(state: State, scenarios: Readonly<Record<string, ScenarioOption>>): void {
  for (const [key, option] of Object.entries(scenarios)) {
    const jobs = [...state.serviceStage.jobs.values()].filter(({ id, spec }) => id === key || spec.job_name === key);
    const tasks = [...[...state.tasks.values()].filter(({ id, name }) => id === key || name === key), ...jobs];
    if (tasks.length === 0) throw new TypeError(`scenarios: task ${JSON.stringify(key)} does not exist`);
    for (const task of tasks) task.scenario = parseScenario(option);
  }
}

/** Adds the initial data of each seed. */
const SEEDS: Readonly<
  Record<SeedName, (state: State, now: number, language: Language) => Omit<Instance, 'state' | 'respond'>>
> = {
  demo: (state, now, language) => ({ credentials: seedIdentity(state, language), seed: seedDemo(state, now) }),
  documented: seedDocumented,
  empty: (state, _now, language) => ({ credentials: seedIdentity(state, language), seed: seedEmpty(state) }),
};

interface Instance {
  state: State;
  credentials: SandboxCredentials;
  seed: SeedData;
  respond: Respond;
}

/** Reads an in-process request. */
async function readRequest(request: Request): Promise<IncomingRequest> {
  const url = new URL(request.url);
  const headers = new Headers(request.headers);
  if (!headers.has('host')) headers.set('host', url.host);
  return {
    method: request.method,
    target: `${url.pathname}${url.search}`,
    origin: url.origin,
    headers,
    body: request.body ? await collectBody(request.body) : new Uint8Array(),
    signal: request.signal,
    ownHosts: undefined,
  };
}

/**
 * Creates a sandbox. It needs no network and opens no socket before `listen()`.
 *
 * @throws TypeError if an option is invalid; Error if ajv or ajv-formats is not installed.
 */
export function createSandbox(options: SandboxOptions & { clock: 'manual' }): Sandbox<ManualClock>;
export function createSandbox<C extends SandboxClock>(options: SandboxOptions & { clock: C }): Sandbox<C>;
export function createSandbox(options?: SandboxOptions): Sandbox;
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  checkOptions(options);
  requirePeers();
  const {
    seed: seedName = 'demo',
    randomSeed = 1,
    scenarios = {},
    language = 'zh',
    strict = true,
    throttling = false,
    cors = false,
  } = options;
  const activity = createActivity(() => (server ? QUIET_MS : 0));
  const clock = createClock(options.clock, options.autoAdvance ?? false, () => activity.settle());
  const { skewMs } = createRealism(options.realism);
  /** The clock of the services, in whole milliseconds as their fields are. */
  const serviceClock: SandboxClock = {
    now: () => Math.floor(clock.now()) + skewMs,
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
  const operations = listOperations();
  const router = createRouter(operations);
  const names = operations.map(({ name }) => name);
  const faults = createFaults(names, () => createRandom(randomSeed));
  const live = createLiveUpdates((path) =>
    viewPage(path, pageSource({ sandbox, faults, now: () => serviceClock.now() })),
  );
  let server: HttpServer | undefined;
  let instance = createInstance();

  function createInstance(): Instance {
    const { state, credentials, seed } = options.saved !== undefined ? loadSaved(options.saved) : createSeededState();
    const respond = createRespond({
      state,
      router,
      handlers,
      authenticate: createAuthenticate(state),
      throttle: createThrottle(throttling, operations),
      faults,
      realism: createRealism(options.realism),
      strict,
      clock: serviceClock,
      activity,
      requestIds: createRandom(~randomSeed),
    });
    return { state, credentials, seed, respond: (request) => handleRequest(request, respond) };
  }

  function createSeededState(): Omit<Instance, 'respond'> {
    const state = createState(createRandom(randomSeed));
    const { credentials, seed } = SEEDS[seedName](state, serviceClock.now(), language);
    applyScenarios(state, scenarios);
    return { state, credentials, seed };
  }

  function loadSaved(saved: SavedSandbox): Omit<Instance, 'respond'> {
    return { state: loadState(saved), credentials: saved.credentials, seed: saved.seed };
  }

  /** Handles the sandbox's own paths first, then those of the services. */
  async function dispatch(request: IncomingRequest, respond: Respond): Promise<SandboxResponse> {
    const own = await handleAdminRequest(request, { sandbox, faults, live, now: () => serviceClock.now() });
    if (own) return own;
    if (cors && request.method === 'OPTIONS') return preflight(request);
    const response = serveDocument(request) ?? (await respond(request));
    if (cors) allowAnyOrigin(response);
    return response;
  }

  /** Responds to any request. An unexpected error becomes a 500. Rejects only if the request's signal aborts. */
  async function handleRequest(request: IncomingRequest, respond: Respond): Promise<SandboxResponse> {
    const startedAt = performance.now();
    const response = await dispatch(request, respond).catch((error: unknown) => {
      request.signal.throwIfAborted();
      return encodeError(error, undefined, '');
    });
    const { method, target } = request;
    options.onResponse?.({ method, target, status: response.status, durationMs: performance.now() - startedAt });
    return response;
  }

  const fetchInProcess: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const response = await instance.respond(await readRequest(request));
    request.signal.throwIfAborted();
    return toFetchResponse(response, request.signal);
  };

  const sandbox: Sandbox = {
    fetch: fetchInProcess,
    async listen(port = 0, host = '127.0.0.1') {
      if (server) throw new Error(`The sandbox already listens at ${server.url}`);
      // An empty host would be every address of the machine.
      if (typeof host !== 'string' || host === '') {
        throw new TypeError(`host must be a non-empty string; received ${JSON.stringify(host)}`);
      }
      server = await startHttpServer(port, host, (request) => instance.respond(request));
      return server.url;
    },
    get url() {
      if (!server) throw new Error('The sandbox has no URL before listen()');
      return server.url;
    },
    clock,
    get credentials() {
      return instance.credentials;
    },
    get seed() {
      return instance.seed;
    },
    addUser: (draft) => {
      const { user, key } = addMember(instance.state, draft);
      return { ...instance.credentials, ak: key.ak, sk: key.sk, userName: user.name, password: user.password };
    },
    addBuild: (build) => addPastBuild(instance.state, serviceClock.now(), build),
    addBuilds: (n, build) => addPastBuilds(instance.state, serviceClock.now(), n, build),
    passcode: () => computePasscode(instance.state.users[0]!.totpKey, serviceClock.now()),
    faults,
    get state() {
      return instance.state;
    },
    coverage: () =>
      Object.fromEntries(operations.map(({ api, id, name }) => [name, handlers[api][id] ? 'state' : 'example'])),
    reset: () => {
      faults.reset();
      instance = createInstance();
    },
    save: () => {
      const { state, credentials, seed } = instance;
      return saveState(state, { credentials, seed, now: clock.now() });
    },
    async close() {
      live.close();
      await server?.close();
      server = undefined;
    },
  };
  return sandbox;
}
