/** Responds to one request. Checks the route, the caller, the size and the parameters in the gateway's order, runs the handler, and validates the response. */
import type { Activity } from './activity.js';
import { MAX_SIGNED_BYTES } from './body.js';
import type { Authenticate } from './authenticate.js';
import type { SandboxClock } from './clock.js';
import { gatewayError, invalidParameter, SandboxError, serviceError, unknownId } from './error.js';
import type { SandboxResponse } from './response.js';
import { applyFault } from './apply-fault.js';
import type { FaultRegistry, RequestFaults } from './faults.js';
import { Reply, type HandlerContext } from './handler.js';
import type { HandlerTable } from './handlers/registry.js';
import type { Random } from './random.js';
import type { Realism } from './realism.js';
import type { Operation, Route, Router } from './router.js';
import { domainOf, type State } from './state.js';
import type { Throttle } from './throttle.js';
import type { Caller } from './tokens.js';
import { checkResponse, readRequest, responseOf, type RawRequest, type RequestInput } from './validate.js';
import { splitTarget } from './verify-signature.js';

/** A request as received, with its body. */
export interface IncomingRequest {
  method: string;
  /** Path and query as received. */
  target: string;
  /** Scheme and host that the request names. */
  origin: string;
  headers: Headers;
  /** The body; undefined if it exceeds the limit. */
  body: Uint8Array | undefined;
  /** Aborts when the client no longer waits for the response. */
  signal: AbortSignal;
  /** Hosts that the server listens on; undefined for a request in process. */
  ownHosts: readonly string[] | undefined;
}

/** Dependencies of `createRespond`. */
export interface RespondOptions {
  state: State;
  router: Router;
  handlers: HandlerTable;
  authenticate: Authenticate;
  throttle: Throttle;
  faults: FaultRegistry;
  realism: Realism;
  /** Whether requests without credentials and unknown query parameters are rejected. */
  strict: boolean;
  clock: SandboxClock;
  activity: Activity;
  /** Source of request IDs. A source of its own keeps all other IDs independent of the number of requests. */
  requestIds: Random;
}

/** Responds to a request. Rejects only if the request's signal aborts. */
export type Respond = (request: IncomingRequest) => Promise<SandboxResponse>;

const encoder = new TextEncoder();

const JSON_TYPE = 'application/json;charset=utf-8';

const ANONYMOUS: Caller = { userId: '', userName: '', domainId: '', domainName: '', projectId: undefined };

/** Returns the caller of requests that need no authentication: the first user. */
function defaultCaller(state: State): Caller {
  const user = state.users[0];
  if (!user) return ANONYMOUS;
  const domain = domainOf(state, user.domainId);
  const projectId = state.iamProjects.find(({ domainId }) => domainId === domain.id)?.id;
  return { userId: user.id, userName: user.name, domainId: domain.id, domainName: domain.name, projectId };
}

/** Returns the documented example, for an operation without a handler. */
function exampleReply(operation: Operation): Reply {
  const media = Object.values(responseOf(operation, operation.status)?.value.content ?? {})[0];
  return new Reply(media?.examples?.['default']?.value);
}

const complete = (status: number, headers: Headers, body: Uint8Array | undefined): SandboxResponse => ({
  status,
  headers,
  body,
  delivery: { kind: 'complete' },
});

/** Encodes the result of a handler. @throws SandboxError 500 if it contradicts the document. */
function encodeReply(operation: Operation, result: unknown, realism: Realism): SandboxResponse {
  const reply = result instanceof Reply ? result : new Reply(result);
  const headers = new Headers(reply.headers);
  const { status } = operation;
  const [type] = Object.keys(responseOf(operation, status)?.value.content ?? {});
  if (type === undefined) return complete(status, headers, undefined);
  if (type !== 'application/json') {
    headers.set('content-type', type);
    return complete(
      status,
      headers,
      reply.body instanceof Uint8Array ? reply.body : encoder.encode(String(reply.body)),
    );
  }
  headers.set('content-type', JSON_TYPE);
  // Validates the value that JSON transmits, without undefined members.
  const body: unknown = JSON.parse(JSON.stringify(reply.body ?? null));
  const violation = checkResponse(operation, status, body);
  if (violation !== undefined) throw brokenResponse(violation);
  const untidy = realism.disturb(operation, body);
  const sent = untidy === body || checkResponse(operation, status, untidy) !== undefined ? body : untidy;
  return complete(status, headers, encoder.encode(JSON.stringify(sent)));
}

/** The error for an invalid response of the sandbox itself. */
const brokenResponse = (violation: string): SandboxError =>
  serviceError(500, 'SANDBOX.RESPONSE', `The sandbox's response contradicts the document: ${violation}`);

/** Encodes an error. An error that contradicts the document becomes a 500 that reports it. */
export function encodeError(error: unknown, operation: Operation | undefined, requestId: string): SandboxResponse {
  const known =
    error instanceof SandboxError
      ? error
      : serviceError(500, 'SANDBOX.INTERNAL', `${operation?.name ?? 'The sandbox'}: ${String(error)}`);
  const body = known.toBody(requestId);
  if (operation && known.status < 500 && !known.fromGateway) {
    const violation = checkResponse(operation, known.status, body);
    if (violation !== undefined) return encodeError(brokenResponse(violation), operation, requestId);
  }
  const headers = new Headers({ ...known.headers, 'content-type': JSON_TYPE });
  return complete(known.status, headers, encoder.encode(JSON.stringify(body)));
}

/** The gateway's error for an unknown path or method. */
const unknownRoute = (): SandboxError =>
  gatewayError(404, 'APIGW.0101', 'The API does not exist or has not been published in the environment.');

/** Creates the function that responds to requests. */
export function createRespond(options: RespondOptions): Respond {
  const { state, router, handlers, authenticate, throttle, faults, realism, strict, clock, activity, requestIds } =
    options;

  /** Authenticates the caller. @throws SandboxError 401 if the credentials are missing or invalid. */
  function identify(operation: Operation, request: IncomingRequest, body: Uint8Array, now: number): Caller {
    const { method, target, headers } = request;
    if (!strict && !headers.has('authorization') && !headers.has('x-auth-token')) return defaultCaller(state);
    return authenticate({ method, target, headers, body }, operation, now);
  }

  function createContext(
    operation: Operation,
    { caller, identify }: Pick<HandlerContext, 'caller' | 'identify'>,
    request: IncomingRequest,
    requestFaults: RequestFaults,
  ): HandlerContext {
    const kind = requestFaults.fault?.kind;
    const now = clock.now();
    return {
      operation,
      state,
      now,
      isVisible: (build) => now - build.createdAt >= realism.lateMs(build),
      caller,
      identify,
      origin: request.origin,
      headers: request.headers,
      logFault: kind === 'lost-log' || kind === 'repeated-log' ? kind : undefined,
      unknownId: (what) => unknownId(operation, what),
      invalid: (detail) => invalidParameter(operation, detail),
    };
  }

  async function run(
    route: Route | undefined,
    request: IncomingRequest,
    query: string,
    requestFaults: RequestFaults,
  ): Promise<SandboxResponse> {
    if (!route) throw unknownRoute();
    const { operation } = route;
    const { body, headers } = request;
    if (body === undefined || (body.byteLength > MAX_SIGNED_BYTES && !headers.has('x-auth-token'))) {
      throw gatewayError(413, 'APIGW.0201', `The request body is over ${body ? 12 : 32} MB.`);
    }
    const resolveCaller = (): Caller => identify(operation, request, body, clock.now() + requestFaults.skewMs);
    const caller = operation.description.security?.length === 0 ? ANONYMOUS : resolveCaller();
    throttle(operation, caller.userId, clock.now());
    const raw: RawRequest = { route, query: new URLSearchParams(query), headers, body };
    const input: RequestInput = await readRequest(raw, strict);
    const page = realism.interrupt(operation, splitTarget(request.target)[0]);
    if (page) return page;
    realism.capPage(operation, input);
    const handler = handlers[operation.api][operation.id];
    if (!handler) return encodeReply(operation, exampleReply(operation), realism);
    // The request was validated against the document from which the handler's types are generated.
    return encodeReply(
      operation,
      handler(
        input as Parameters<typeof handler>[0],
        createContext(operation, { caller, identify: resolveCaller }, request, requestFaults),
      ),
      realism,
    );
  }

  /** Waits on the sandbox's clock. A waiting request is not pending, so the clock may advance automatically. */
  async function delay(ms: number, signal: AbortSignal): Promise<void> {
    activity.leave();
    try {
      await clock.sleep(ms, signal);
    } finally {
      activity.enter();
    }
  }

  async function respond(request: IncomingRequest): Promise<SandboxResponse> {
    const requestId = requestIds.hex();
    const [path, query] = splitTarget(request.target);
    const route = router(request.method, path);
    const operation = route?.operation;
    const requestFaults = faults.forRequest(operation?.name);
    if (requestFaults.latencyMs > 0) await delay(requestFaults.latencyMs, request.signal);
    const runOperation = async (): Promise<SandboxResponse> => {
      try {
        return await run(route, request, query, requestFaults);
      } catch (error) {
        return encodeError(error, operation, requestId);
      }
    };
    const response = requestFaults.fault
      ? await applyFault(requestFaults.fault, operation, requestId, runOperation)
      : await runOperation();
    const { headers, body } = response;
    if (body) headers.set('content-length', String(body.byteLength));
    headers.set('x-request-id', requestId);
    headers.set('date', new Date(clock.now() + requestFaults.skewMs).toUTCString());
    if (operation?.api === 'iam') headers.set('x-iam-trace-id', requestId);
    return response;
  }

  return async (request) => {
    activity.enter();
    try {
      return await respond(request);
    } finally {
      activity.leave();
    }
  };
}
