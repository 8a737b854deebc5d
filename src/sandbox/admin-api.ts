/** The sandbox's own paths: the page, and the admin API for tests in other languages. */
import { findAccessProblem } from './access.js';
import { mediaType, parseJson } from './body.js';
import { API_NAMES, loadDocument } from './documents.js';
import type { IncomingRequest } from './respond.js';
import type { SandboxResponse } from './response.js';
import type { SandboxClock } from './clock.js';
import type { Fault, Faults } from './faults.js';
import type { NewUser } from './members.js';
import { CONTENT_SECURITY_POLICY, renderPage } from './page.js';
import type { SavedSandbox } from './save.js';
import type { SandboxCredentials } from './seed.js';
import type { State } from './state.js';

/** The parts of a sandbox that the admin API uses. */
export interface AdminTarget {
  readonly state: State;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  addUser(user: NewUser): SandboxCredentials;
  coverage(): Record<string, string>;
  save(): SavedSandbox;
  reset(): void;
}

const encoder = new TextEncoder();

/** Headers that keep a browser from showing a response within another page, guessing its type, or running scripts in it. */
const PROTECTION = {
  'cache-control': 'no-store',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

const textResponse = (status: number, type: string, text: string): SandboxResponse => ({
  status,
  headers: new Headers({ 'content-type': `${type};charset=utf-8`, ...PROTECTION }),
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

type Handle = (request: IncomingRequest, sandbox: AdminTarget) => SandboxResponse | Promise<SandboxResponse>;

/** Handlers by method and path. */
const routes: Readonly<Record<string, Handle>> = {
  'GET /_sandbox/faults': (_, { faults }) => jsonResponse(200, faults.list()),
  'POST /_sandbox/faults': (request, { faults }) => {
    faults.add(readObject(request) as unknown as Fault);
    return jsonResponse(201, faults.list());
  },
  'DELETE /_sandbox/faults': (_, { faults }) => {
    faults.clear();
    return jsonResponse(200, []);
  },
  'GET /_sandbox/clock': (_, { clock }) => jsonResponse(200, { now: clock.now() }),
  'POST /_sandbox/clock': (request, { clock }) => advance(clock, request),
  'POST /_sandbox/users': (request, sandbox) =>
    jsonResponse(201, sandbox.addUser(readObject(request) as unknown as NewUser)),
  'GET /_sandbox/coverage': (_, sandbox) => jsonResponse(200, sandbox.coverage()),
  'GET /_sandbox/state': (_, sandbox) => jsonResponse(200, sandbox.save()),
  'POST /_sandbox/reset': (_, sandbox) => {
    sandbox.reset();
    return jsonResponse(200, { reset: true });
  },
};

const isOwnPath = (path: string): boolean => path === '/' || path.startsWith('/_sandbox/');

const pathOf = ({ target }: IncomingRequest): string => target.split('?', 1)[0]!;

/**
 * Handles one of the sandbox's own paths; undefined for any other path. Responds to a request from another website with 403, and to an
 * invalid one with 400 and the problem.
 */
export async function handleAdminRequest(
  request: IncomingRequest,
  sandbox: AdminTarget,
): Promise<SandboxResponse | undefined> {
  const path = pathOf(request);
  if (!isOwnPath(path)) return undefined;
  const problem = findAccessProblem(request);
  if (problem !== undefined) return jsonResponse(403, { error: problem });
  const { method, headers, body } = request;
  if (body?.byteLength !== 0 && mediaType(headers) !== 'application/json') {
    return jsonResponse(415, { error: 'Content-Type must be application/json' });
  }
  const name = `${method} ${path}`;
  const handle = Object.hasOwn(routes, name) ? routes[name] : undefined;
  try {
    if (handle) return await handle(request, sandbox);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return jsonResponse(400, { error: error.message });
  }
  const page = method === 'GET' ? renderPage(path, sandbox.state, sandbox.clock.now()) : undefined;
  return page === undefined
    ? jsonResponse(404, { error: `${name} does not exist` })
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
