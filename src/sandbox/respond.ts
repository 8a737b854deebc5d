/** Answers one request: route, caller, size, request, handler, and the answer itself are checked in the gateway's order. */
import type { Activity } from './activity.js';
import type { Authenticate } from './authenticate.js';
import type { SandboxClock } from './clock.js';
import { gatewayError, invalidParameter, SandboxError, serviceError, unknownId } from './error.js';
import type { SandboxResponse } from './response.js';
import { applyFault } from './apply-fault.js';
import type { FaultRegistry, RequestFaults } from './faults.js';
import { Reply, type HandlerContext } from './handler.js';
import type { HandlerTable } from './handlers/registry.js';
import type { Random } from './random.js';
import type { Operation, Route, Router } from './router.js';
import { domainOf, type State } from './state.js';
import type { Throttle } from './throttle.js';
import type { Caller } from './tokens.js';
import { checkResponse, readRequest, responseOf, type RawRequest, type RequestInput } from './validate.js';
import { splitTarget } from './verify-signature.js';

/** A request as it came over the wire, its body read. */
export interface IncomingRequest {
  method: string;
  /** Path and query, as they were sent. */
  target: string;
  /** Scheme and host, as the request names them. */
  origin: string;
  headers: Headers;
  /** The body; undefined where it is over the limit and was not read. */
  body: Uint8Array | undefined;
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** The gateway takes no larger body. */
export const MAX_BODY_BYTES = 12 * 1024 * 1024;

/** What answers need. */
export interface RespondOptions {
  state: State;
  router: Router;
  handlers: HandlerTable;
  authenticate: Authenticate;
  throttle: Throttle;
  faults: FaultRegistry;
  /** Whether requests without a caller and unknown query parameters are refused. */
  strict: boolean;
  clock: SandboxClock;
  activity: Activity;
  /** Where the ids of requests come from: not the source of the other ids, which would then depend on how often somebody asks. */
  requestIds: Random;
}

/** Answers a request. It rejects only where the request's signal aborts. */
export type Respond = (request: IncomingRequest) => Promise<SandboxResponse>;

const encoder = new TextEncoder();

const JSON_TYPE = 'application/json;charset=utf-8';

const ANONYMOUS: Caller = { userId: '', userName: '', domainId: '', domainName: '', projectId: undefined };

/** Who is taken for the caller where nobody has to prove anything: the first user. */
function defaultCaller(state: State): Caller {
  const user = state.users[0];
  if (!user) return ANONYMOUS;
  const domain = domainOf(state, user.domainId);
  const projectId = state.iamProjects.find(({ domainId }) => domainId === domain.id)?.id;
  return { userId: user.id, userName: user.name, domainId: domain.id, domainName: domain.name, projectId };
}

/** An example of the document, as the answer of an operation that has no handler. */
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

/** Turns what a handler returned into an answer. @throws SandboxError 500 where it contradicts the document. */
function encodeReply(operation: Operation, result: unknown): SandboxResponse {
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
  // What is checked is what is sent: without what JSON leaves out.
  const text = JSON.stringify(reply.body ?? null);
  const violation = checkResponse(operation, status, JSON.parse(text));
  if (violation !== undefined) throw brokenResponse(violation);
  return complete(status, headers, encoder.encode(text));
}

/** The sandbox itself is wrong. */
const brokenResponse = (violation: string): SandboxError =>
  serviceError(500, 'SANDBOX.RESPONSE', `The sandbox's response contradicts the document: ${violation}`);

/** Turns an error into an answer. One that contradicts the document becomes a 500 that says so. */
function encodeError(error: unknown, operation: Operation | undefined, requestId: string): SandboxResponse {
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

/** What the gateway says for an unknown path, and for a known one with another method. */
const unknownRoute = (): SandboxError =>
  gatewayError(404, 'APIGW.0101', 'The API does not exist or has not been published in the environment.');

/** Creates what answers requests. */
export function createRespond(options: RespondOptions): Respond {
  const { state, router, handlers, authenticate, throttle, faults, strict, clock, activity, requestIds } = options;

  /** @throws SandboxError 401 where the request does not prove who sends it. */
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
    return {
      operation,
      state,
      now: clock.now(),
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
    if (body === undefined) throw gatewayError(413, 'APIGW.0201', 'The request body is over 12 MB.');
    const resolveCaller = (): Caller => identify(operation, request, body, clock.now() + requestFaults.skewMs);
    const caller = operation.description.security?.length === 0 ? ANONYMOUS : resolveCaller();
    throttle(operation, caller.userId, clock.now());
    const raw: RawRequest = { route, query: new URLSearchParams(query), headers, body };
    const input: RequestInput = await readRequest(raw, strict);
    const handler = handlers[operation.api][operation.id];
    if (!handler) return encodeReply(operation, exampleReply(operation));
    // The document, from which the handler's types are made, was used to check the request.
    return encodeReply(
      operation,
      handler(
        input as Parameters<typeof handler>[0],
        createContext(operation, { caller, identify: resolveCaller }, request, requestFaults),
      ),
    );
  }

  /** Waits on the sandbox's clock. Who waits is not busy, so a clock that jumps may jump. */
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
