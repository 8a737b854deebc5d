/** The sandbox's own paths: the page, and the admin API for tests in other languages. */
import { findAccessProblem } from './access.js';
import { mediaType, parseJson } from './body.js';
import { API_NAMES, loadDocument } from './documents.js';
import type { IncomingRequest } from './respond.js';
import type { SandboxResponse } from './response.js';
import type { SandboxClock } from './clock.js';
import { startBuild, stopBuild } from './engine.js';
import type { Fault, FaultRegistry, ListedFault } from './faults.js';
import type { NewUser } from './members.js';
import { contentSecurityPolicy, renderPage } from './page/document.js';
import { TooManyReadersError, type LiveUpdates } from './page/live.js';
import type { PageSource } from './page/view.js';
import type { SavedSandbox } from './save.js';
import { parseScenario } from './scenario.js';
import type { SandboxCredentials } from './seed.js';
import type { State } from './state.js';

/** The parts of a sandbox that the admin API uses. */
export interface AdminTarget {
  readonly state: State;
  readonly clock: SandboxClock;
  addUser(user: NewUser): SandboxCredentials;
  coverage(): Record<string, string>;
  save(): SavedSandbox;
  reset(): void;
}

/** Dependencies of the admin API besides the request. */
export interface AdminContext {
  readonly sandbox: AdminTarget;
  readonly faults: FaultRegistry;
  readonly live: LiveUpdates;
  /** Returns the time of the services in whole milliseconds. */
  readonly now: () => number;
}

/** Returns the data of the page at the current time. */
export const pageSource = ({
  sandbox: { state, clock },
  faults,
  now,
}: Pick<AdminContext, 'sandbox' | 'faults' | 'now'>): PageSource => ({
  ...{ state, clock, faults: faults.entries() },
  now: now(),
});

const encoder = new TextEncoder();

/** Headers that keep a browser from showing a response within another page, guessing its type, or running scripts of others in it. */
const headersOf = (type: string): Headers =>
  new Headers({
    'content-type': `${type};charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(type === 'text/html'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  });

const textResponse = (status: number, type: string, text: string): SandboxResponse => ({
  status,
  headers: headersOf(type),
  body: encoder.encode(text),
  delivery: { kind: 'complete' },
});

const jsonResponse = (status: number, value: unknown): SandboxResponse =>
  textResponse(status, 'application/json', JSON.stringify(value));

/** Parses a JSON body. @throws TypeError if it is not an object. */
function readObject({ body }: IncomingRequest): Record<string, unknown> {
  const value = body && parseJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('the body must be a JSON object');
  }
  return value as Record<string, unknown>;
}

async function advance(clock: SandboxClock, request: IncomingRequest): Promise<SandboxResponse> {
  if (!('advance' in clock)) throw new TypeError("The sandbox's clock must be 'manual' to be advanced");
  const { ms } = readObject(request);
  await (clock.advance as (ms: unknown) => Promise<void>)(ms);
  return jsonResponse(200, { now: clock.now() });
}

const errorResponse = (status: number, error: string): SandboxResponse => jsonResponse(status, { error });

const listFault = ({ id, fault }: ListedFault): object => ({ id, ...fault });

/** Starts a build as the first user. */
function start(request: IncomingRequest, { sandbox: { state }, now }: AdminContext): SandboxResponse {
  const { job_id: jobId, scenario, ...others } = readObject(request);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new TypeError(`the body has no member ${JSON.stringify(unknown)}`);
  if (typeof jobId !== 'string') throw new TypeError('job_id must be a string');
  if (scenario !== undefined && typeof scenario !== 'string') throw new TypeError('scenario must be a string');
  const parsed = scenario === undefined ? undefined : parseScenario(scenario);
  const task = state.tasks.get(jobId);
  const user = state.users[0];
  if (!task || !user) return errorResponse(404, `Task ${jobId} does not exist`);
  if (task.disabled) return errorResponse(409, `Task ${task.name} is disabled`);
  const build = startBuild(state, task, { now: now(), userId: user.id, scenario: parsed });
  return jsonResponse(201, { job_id: task.id, build_no: build.number, build_record_id: build.recordId });
}

function stop(recordId: string, { sandbox: { state }, now }: AdminContext): SandboxResponse {
  const build = state.records.get(recordId);
  if (!build) return errorResponse(404, `Build ${recordId} does not exist`);
  const { number, taskName } = build;
  if (!stopBuild(build, now())) {
    return errorResponse(409, `Build ${String(number)} of ${taskName} has already finished`);
  }
  return jsonResponse(200, { job_id: build.taskId, build_no: number, build_record_id: recordId });
}

/** Opens the events of a page: `offset` in the query is the length of the log that the page has. */
function openEvents(pagePath: string, { target, signal }: IncomingRequest, { live }: AdminContext): SandboxResponse {
  const offset = Number(new URLSearchParams(target.split('?')[1]).get('offset') ?? 0);
  if (!Number.isSafeInteger(offset) || offset < 0) throw new TypeError('offset must be a non-negative integer');
  try {
    const chunks = live.open(pagePath, offset, signal);
    if (!chunks) return errorResponse(404, 'The page does not exist');
    return {
      status: 200,
      headers: headersOf('text/event-stream'),
      body: undefined,
      delivery: { kind: 'stream', chunks },
    };
  } catch (error) {
    if (!(error instanceof TooManyReadersError)) throw error;
    const refused = errorResponse(503, error.message);
    refused.headers.set('retry-after', '5');
    return refused;
  }
}

/** Handles a request. The ID is that in the path. */
type Handle = (
  request: IncomingRequest,
  context: AdminContext,
  id: string,
) => SandboxResponse | Promise<SandboxResponse>;

/** Handlers by method and path. */
const routes: Readonly<Record<string, Handle>> = {
  'GET /_sandbox/faults': (_, { faults }) => jsonResponse(200, faults.entries().map(listFault)),
  'POST /_sandbox/faults': (request, { faults }) => {
    faults.add(readObject(request) as unknown as Fault);
    return jsonResponse(201, faults.entries().map(listFault));
  },
  'DELETE /_sandbox/faults': (_, { faults }) => {
    faults.clear();
    return jsonResponse(200, []);
  },
  'DELETE /_sandbox/faults/{id}': (_, { faults }, id) =>
    faults.remove(Number(id))
      ? jsonResponse(200, faults.entries().map(listFault))
      : errorResponse(404, `Fault ${id} does not exist`),
  'POST /_sandbox/builds': start,
  'POST /_sandbox/builds/{id}/stop': (_, context, id) => stop(id, context),
  'GET /_sandbox/builds/{id}/events': (request, context, id) => openEvents(`/_sandbox/builds/${id}`, request, context),
  'GET /_sandbox/events': (request, context) => openEvents('/', request, context),
  'GET /_sandbox/clock': (_, { sandbox }) => jsonResponse(200, { now: sandbox.clock.now() }),
  'POST /_sandbox/clock': (request, { sandbox }) => advance(sandbox.clock, request),
  'POST /_sandbox/users': (request, { sandbox }) =>
    jsonResponse(201, sandbox.addUser(readObject(request) as unknown as NewUser)),
  'GET /_sandbox/coverage': (_, { sandbox }) => jsonResponse(200, sandbox.coverage()),
  'GET /_sandbox/state': (_, { sandbox }) => jsonResponse(200, sandbox.save()),
  'POST /_sandbox/reset': (_, { sandbox }) => {
    sandbox.reset();
    return jsonResponse(200, { reset: true });
  },
};

const isOwnPath = (path: string): boolean => path === '/' || path === '/_sandbox' || path.startsWith('/_sandbox/');

const pathOf = ({ target }: IncomingRequest): string => target.split('?', 1)[0]!;

/** Splits the ID from a path. */
function splitPath(path: string): { route: string; id: string } {
  const [, parent, id, rest = ''] = /^(\/_sandbox\/(?:builds|faults)\/)([^/]+)(\/.*)?$/.exec(path) ?? [];
  return parent === undefined || id === undefined ? { route: path, id: '' } : { route: `${parent}{id}${rest}`, id };
}

/**
 * Handles one of the sandbox's own paths; undefined for any other path. Responds to a request from another website with 403, and to an
 * invalid one with 400 and the problem.
 */
export async function handleAdminRequest(
  request: IncomingRequest,
  context: AdminContext,
): Promise<SandboxResponse | undefined> {
  const path = pathOf(request);
  if (!isOwnPath(path)) return undefined;
  const problem = findAccessProblem(request);
  if (problem !== undefined) return errorResponse(403, problem);
  const { method, headers, body } = request;
  if (body?.byteLength !== 0 && mediaType(headers) !== 'application/json') {
    return errorResponse(415, 'Content-Type must be application/json');
  }
  const { route, id } = splitPath(path);
  const name = `${method} ${route}`;
  const handle = Object.hasOwn(routes, name) ? routes[name] : undefined;
  try {
    const response = await handle?.(request, context, id);
    if (response && method !== 'GET') context.live.update();
    if (response) return response;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return errorResponse(400, error.message);
  }
  const page =
    method === 'GET' ? renderPage(/^\/_sandbox\/?$/.test(path) ? '/' : path, pageSource(context)) : undefined;
  return page === undefined
    ? errorResponse(404, `${method} ${path} does not exist`)
    : textResponse(200, 'text/html', page);
}

/** Serves the OpenAPI documents, with the sandbox as their server; undefined for any other path. */
export function serveDocument(request: IncomingRequest): SandboxResponse | undefined {
  const path = pathOf(request);
  const name = path === '/openapi.json' ? 'codearts-build' : /^\/openapi\/([^/]+)\.json$/.exec(path)?.[1];
  const api = API_NAMES.find((candidate) => candidate === name);
  if (!api || request.method !== 'GET') return undefined;
  return jsonResponse(200, { ...loadDocument(api), servers: [{ url: request.origin }] });
}
