/** The client of one service: its operations and calls by path, on one pipeline. */
import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { ownProperties } from '../errors/check-options.js';
import { createPipeline, readableResponse, type PipelineConfig } from '../http/pipeline.js';
import { checkPath, serializePath, serializeQuery } from '../http/url.js';
import { createCaller, toPipelineRequest, type Caller, type HttpClient } from './caller.js';
import { toPathCall } from './check-input.js';
import type { OperationSpec } from './contract.js';

/** Calls by path: the methods of an openapi-fetch client, on the same pipeline. */
export type HttpMethods<Paths extends object> = FetchClient<Paths>;

export interface ServiceConfig extends Omit<PipelineConfig, 'origin'> {
  /** URL of the service, without a slash at the end. */
  readonly endpoint: string;
  /** Headers of every request. */
  readonly headers?: Record<string, string> | undefined;
  /** The operations. */
  readonly table: Readonly<Record<string, OperationSpec>>;
}

export interface Service<Paths extends object, Operations extends object> {
  readonly http: HttpMethods<Paths>;
  readonly call: Caller;
  readonly operations: Operations;
}

/**
 * Creates the `Request` class of calls by path. Its instances do not follow the signal: a `Request` that gets one leaves a listener on it until it is garbage
 * collected. The pipeline follows the signal itself.
 *
 * Created with the service, since Node loads its fetch with the first access to `Request`.
 */
const createRequestClass = (): typeof Request =>
  class extends Request {
    readonly callerSignal: AbortSignal | undefined;
    constructor(input: string | URL | Request, given: RequestInit = {}) {
      const { signal, ...init } = ownProperties(given);
      super(input, ownProperties(init));
      this.callerSignal = signal ?? undefined;
    }
    override get signal(): AbortSignal {
      return this.callerSignal ?? super.signal;
    }
    // Middleware may return any other Request instead.
    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof Request;
    }
  };

/** Wraps `use` and `eject`, since openapi-fetch does not tell whether it has middleware. */
function countMiddleware<Paths extends object>(http: HttpMethods<Paths>): () => boolean {
  const registered = new Set<unknown>();
  const use = http.use.bind(http);
  const eject = http.eject.bind(http);
  http.use = (...middleware) => {
    use(...middleware);
    for (const item of middleware) registered.add(item);
  };
  http.eject = (...middleware) => {
    eject(...middleware);
    for (const item of middleware) registered.delete(item);
  };
  return () => registered.size > 0;
}

/** Set, since openapi-fetch would read them from `Object.prototype`. */
const NO_EXTENSIONS: object = { bodySerializer: undefined, requestInitExt: undefined };

type SendByPath = (path: unknown, init?: object) => Promise<unknown>;
type SendByMethod = (method: string, path: unknown, init?: object) => Promise<unknown>;

/** Checks paths and headers of calls by path, before openapi-fetch makes a URL and a request of them. */
function checkCallsByPath(http: object): void {
  for (const name of ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']) {
    const send = Reflect.get(http, name) as SendByPath;
    const checked: SendByPath = async (path, init) => {
      checkPath(path);
      return send(path, toPathCall(init));
    };
    Reflect.set(http, name, checked);
  }
  const request = Reflect.get(http, 'request') as SendByMethod;
  const checked: SendByMethod = async (method, path, init) => {
    checkPath(path);
    return request(method, path, toPathCall(init));
  };
  Reflect.set(http, 'request', checked);
}

export function createService<Paths extends object, Operations extends object>(
  config: ServiceConfig,
): Service<Paths, Operations> {
  const { endpoint, headers = {}, table } = ownProperties(config);
  const send = createPipeline({ ...config, origin: new URL(endpoint).origin });
  const http: HttpMethods<Paths> = createFetchClient<Paths>({
    ...NO_EXTENSIONS,
    baseUrl: endpoint,
    Request: createRequestClass(),
    headers,
    pathSerializer: serializePath,
    querySerializer: serializeQuery,
    fetch: async (request) => readableResponse(await send(toPipelineRequest(request), { signal: request.signal })),
  });
  // The methods of openapi-fetch are typed by path; a call has the path as a value.
  const client = http as unknown as Pick<HttpClient, 'request'>;
  const call = createCaller({ request: client.request, hasMiddleware: countMiddleware(http) }, send, table);
  checkCallsByPath(http);
  const methods = Object.keys(table).map((id) => [id, call.bind(undefined, id)]);
  // The table and the interface are generated from the same files.
  return { http, call, operations: Object.fromEntries(methods) as Operations };
}
