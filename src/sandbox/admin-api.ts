/** The sandbox's own paths: the page, and the admin API for tests in other languages. */
import type { IncomingRequest } from './respond.js';
import type { SandboxResponse } from './response.js';
import type { SandboxClock } from './clock.js';
import type { Fault, Faults } from './faults.js';
import type { NewUser } from './members.js';
import { renderPage } from './page.js';
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

const textResponse = (status: number, type: string, text: string): SandboxResponse => ({
  status,
  headers: new Headers({ 'content-type': `${type};charset=utf-8`, 'cache-control': 'no-store' }),
  body: encoder.encode(text),
  delivery: { kind: 'complete' },
});

const jsonResponse = (status: number, value: unknown): SandboxResponse =>
  textResponse(status, 'application/json', JSON.stringify(value));

/** Parses a JSON body. @throws TypeError if it is not an object. */
function readObject({ body }: IncomingRequest): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(body));
  } catch {
    value = undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('The body must be a JSON object');
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

/** Handles one of the sandbox's own paths; undefined for any other path. Responds to an invalid request with 400 and the problem. */
export async function handleAdminRequest(
  request: IncomingRequest,
  sandbox: AdminTarget,
): Promise<SandboxResponse | undefined> {
  const path = request.target.split('?', 1)[0]!;
  if (path !== '/' && !path.startsWith('/_sandbox/')) return undefined;
  const handle = routes[`${request.method} ${path}`];
  try {
    if (handle) return await handle(request, sandbox);
  } catch (error) {
    return jsonResponse(400, { error: error instanceof Error ? error.message : String(error) });
  }
  const page = request.method === 'GET' ? renderPage(path, sandbox.state, sandbox.clock.now()) : undefined;
  return page === undefined
    ? jsonResponse(404, { error: `${request.method} ${path} does not exist` })
    : textResponse(200, 'text/html', page);
}
