/** Answers one request: route, caller, size, request, handler, and the answer itself are checked in the gateway's order. */
import type { Authenticate } from './authenticate.js';
import { gatewayError, invalidParameter, SandboxError, serviceError, unknownId } from './error.js';
import { Reply, type HandlerContext } from './handler.js';
import type { HandlerTable } from './handlers/registry.js';
import type { Operation, Route, Router } from './router.js';
import { domainOf, type State } from './state.js';
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
}

/** The gateway takes no larger body. */
export const MAX_BODY_BYTES = 12 * 1024 * 1024;

/** What answers need. */
export interface AnswerOptions {
  state: State;
  router: Router;
  handlers: HandlerTable;
  authenticate: Authenticate;
  /** Whether requests without a caller and unknown query parameters are refused. */
  strict: boolean;
  now: () => number;
}

/** An answer before it is put on a wire. */
export interface Answer {
  operation: Operation | undefined;
  status: number;
  headers: Headers;
  body: Uint8Array | undefined;
}

const encoder = new TextEncoder();

const NOBODY: Caller = { userId: '', userName: '', domainId: '', domainName: '', projectId: undefined };

/** Who is taken for the caller where nobody has to prove anything: the first user. */
function someCaller(state: State): Caller {
  const user = state.users[0];
  if (!user) return NOBODY;
  const domain = domainOf(state, user.domainId);
  const projectId = state.iamProjects.find(({ domainId }) => domainId === domain.id)?.id;
  return { userId: user.id, userName: user.name, domainId: domain.id, domainName: domain.name, projectId };
}

/** An example of the document, as the answer of an operation that has no handler. */
function exampleReply(operation: Operation): Reply {
  const media = Object.values(responseOf(operation, operation.status)?.value.content ?? {})[0];
  return new Reply(media?.examples?.['default']?.value);
}

function findCaller(options: AnswerOptions, operation: Operation, request: IncomingRequest, body: Uint8Array): Caller {
  if (operation.description.security?.length === 0) return NOBODY;
  const { headers } = request;
  if (!options.strict && !headers.has('authorization') && !headers.has('x-auth-token')) return someCaller(options.state);
  const { method, target } = request;
  return options.authenticate({ method, target, headers, body }, operation, options.now());
}

function createContext(
  { state }: AnswerOptions,
  operation: Operation,
  caller: Caller,
  request: IncomingRequest,
  now: number,
): HandlerContext {
  const { origin, headers } = request;
  return {
    operation,
    state,
    now,
    caller,
    origin,
    headers,
    unknownId: (what) => unknownId(operation, what),
    invalid: (detail) => invalidParameter(operation, detail),
  };
}

const isBinary = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** Turns what a handler returned into an answer. @throws SandboxError 500 where it contradicts the document. */
function encodeReply(operation: Operation, result: unknown): Answer {
  const reply = result instanceof Reply ? result : new Reply(result);
  const headers = new Headers(reply.headers);
  const { status } = operation;
  const content = responseOf(operation, status)?.value.content ?? {};
  const [type] = Object.keys(content);
  if (type === undefined) return { operation, status, headers, body: undefined };
  headers.set('content-type', type === 'application/json' ? 'application/json;charset=utf-8' : type);
  if (type !== 'application/json') {
    const body = isBinary(reply.body) ? reply.body : encoder.encode(String(reply.body));
    return { operation, status, headers, body };
  }
  // What is checked is what is sent: without what JSON leaves out.
  const text = JSON.stringify(reply.body);
  const violation = checkResponse(operation, status, text === undefined ? undefined : JSON.parse(text));
  if (violation !== undefined) throw brokenResponse(violation);
  return { operation, status, headers, body: encoder.encode(text) };
}

/** The sandbox itself is wrong. */
const brokenResponse = (violation: string): SandboxError =>
  serviceError(500, 'SANDBOX.RESPONSE', `The sandbox's answer contradicts the document: ${violation}`);

/** Turns an error into an answer. One that contradicts the document becomes a 500 that says so. */
function encodeError(error: unknown, operation: Operation | undefined, requestId: string): Answer {
  const known =
    error instanceof SandboxError
      ? error
      : serviceError(500, 'SANDBOX.INTERNAL', `${operation?.name ?? 'The sandbox'}: ${String(error)}`);
  const body = known.toBody(requestId);
  if (operation && known.status < 500 && !known.fromGateway) {
    const violation = checkResponse(operation, known.status, body);
    if (violation !== undefined) return encodeError(brokenResponse(violation), operation, requestId);
  }
  const headers = new Headers({ ...known.headers, 'content-type': 'application/json;charset=utf-8' });
  return { operation, status: known.status, headers, body: encoder.encode(JSON.stringify(body)) };
}

/** What the gateway says for an unknown path, and for a known one with another method. */
const unknownRoute = (): SandboxError =>
  gatewayError(404, 'APIGW.0101', 'The API does not exist or has not been published in the environment.');

/** Creates what answers requests. It never rejects: whatever goes wrong becomes an answer. */
export function createAnswer(options: AnswerOptions): (request: IncomingRequest) => Promise<Answer> {
  const { state, router, handlers, strict } = options;

  async function run(route: Route, request: IncomingRequest, query: string): Promise<Answer> {
    const { operation } = route;
    if (request.body === undefined) {
      throw gatewayError(413, 'APIGW.0201', 'The request body is over 12 MB.');
    }
    const { body, headers } = request;
    const caller = findCaller(options, operation, request, body);
    const raw: RawRequest = { route, query: new URLSearchParams(query), headers, body };
    const input: RequestInput = await readRequest(raw, strict);
    const handler = handlers[operation.api][operation.id];
    if (!handler) return encodeReply(operation, exampleReply(operation));
    const context = createContext(options, operation, caller, request, options.now());
    return encodeReply(operation, handler(input as Parameters<typeof handler>[0], context));
  }

  return async (request) => {
    const requestId = state.random.hex();
    const [path, query] = splitTarget(request.target);
    const route = router(request.method, path);
    let answer: Answer;
    try {
      if (!route) throw unknownRoute();
      answer = await run(route, request, query);
    } catch (error) {
      answer = encodeError(error, route?.operation, requestId);
    }
    answer.headers.set('x-request-id', requestId);
    answer.headers.set('date', new Date(options.now()).toUTCString());
    if (route?.operation.api === 'iam') answer.headers.set('x-iam-trace-id', requestId);
    return answer;
  };
}
