/** What the handlers of operations take and return. */
import type { operations as BuildOperations } from '../../generated/codearts-build/schema.js';
import type { operations as IamOperations } from '../../generated/iam/schema.js';
import type { operations as StageOperations } from '../../generated/servicestage/schema.js';
import type { SandboxError } from './error.js';
import type { Operation } from './router.js';
import type { State } from './state.js';
import type { Caller } from './tokens.js';

/** What a handler knows besides the request. */
export interface HandlerContext {
  readonly operation: Operation;
  readonly state: State;
  /** The time of the request. */
  readonly now: number;
  /** Who asks. Empty names where an operation needs no proof and got none. */
  readonly caller: Caller;
  /** Who asks, where an operation that needs no proof does need one after all. It throws a `SandboxError` 401 where there is none. */
  identify(): Caller;
  /** Address of the sandbox as the request names it, such as `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** The headers of the request. */
  readonly headers: Headers;
  /** What goes wrong with the part of a log that is read. */
  readonly logFault: 'lost-log' | 'repeated-log' | undefined;
  /** The error for an id that nothing has. */
  unknownId(what: string): SandboxError;
  /** The error for a parameter that is well formed and wrong. */
  invalid(detail: string): SandboxError;
}

/** An answer with more than a body. */
export class Reply {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  constructor(body: unknown, headers: Record<string, string> = {}) {
    this.body = body;
    this.headers = headers;
  }
}

/** The members of a successful response of CodeArts Build beside `result`. */
export const SUCCESS = { error: null, status: 'success' };

type Parameters<O> = O extends { parameters: infer P } ? P : never;

type Part<O, Name extends string> = Parameters<O> extends Partial<Record<Name, infer V>> ? NonNullable<V> : never;

type RequestBody<O> = O extends { requestBody: { content: infer C } }
  ? C[keyof C]
  : O extends { requestBody?: { content: infer C } }
    ? C[keyof C] | undefined
    : undefined;

/** What a handler is given of a request: checked against the document, with defaults filled in. */
export interface HandlerInput<O> {
  readonly path: Part<O, 'path'>;
  readonly query: Part<O, 'query'>;
  readonly header: Part<O, 'header'>;
  readonly body: RequestBody<O>;
}

type SuccessBody<R> = {
  [Status in keyof R]: Status extends 200 | 201
    ? R[Status] extends { content: infer C }
      ? C extends { 'application/json': infer B }
        ? B
        : string | Uint8Array
      : undefined
    : Status extends 204
      ? undefined
      : never;
}[keyof R];

/** What an operation's handler returns: the body of a success. */
export type HandlerOutput<O> = O extends { responses: infer R } ? SuccessBody<R> | Reply : never;

/** Answers an operation. It may throw a `SandboxError`. */
export type Handler<O> = (input: HandlerInput<O>, context: HandlerContext) => HandlerOutput<O>;

/** Handlers of CodeArts Build by operation id. */
export type BuildHandlers = { [Id in keyof BuildOperations]?: Handler<BuildOperations[Id]> };
/** Handlers of ServiceStage by operation id. */
export type StageHandlers = { [Id in keyof StageOperations]?: Handler<StageOperations[Id]> };
/** Handlers of IAM by operation id. */
export type IamHandlers = { [Id in keyof IamOperations]?: Handler<IamOperations[Id]> };
