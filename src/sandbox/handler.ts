/** Types of the operation handlers. */
import type { operations as BuildOperations } from '../../generated/codearts-build/schema.js';
import type { operations as IamOperations } from '../../generated/iam/schema.js';
import type { operations as StageOperations } from '../../generated/servicestage/schema.js';
import type { SandboxError } from './error.js';
import type { Operation } from './router.js';
import type { State } from './state.js';
import type { Build } from './task.js';
import type { Caller } from './tokens.js';

/** Data that a handler receives in addition to the request. */
export interface HandlerContext {
  readonly operation: Operation;
  readonly state: State;
  /** The time of the request. */
  readonly now: number;
  /** Whether a build can be found: a new one may appear late. */
  isVisible(build: Build): boolean;
  /** The caller. Its fields are empty if the operation requires no authentication. */
  readonly caller: Caller;
  /** Authenticates the caller of an operation whose document requires no authentication. @throws SandboxError 401 if that fails. */
  identify(): Caller;
  /** Origin of the sandbox in the request, such as `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** The headers of the request. */
  readonly headers: Headers;
  /** The fault of the log part that is read. */
  readonly logFault: 'lost-log' | 'repeated-log' | undefined;
  /** Creates the error for an ID that does not exist. */
  unknownId(what: string): SandboxError;
  /** Creates the error for an invalid parameter. */
  invalid(detail: string): SandboxError;
}

/** A response body with headers. */
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

/** A validated request, with defaults. */
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

/** The body of a successful response. */
export type HandlerOutput<O> = O extends { responses: infer R } ? SuccessBody<R> | Reply : never;

/** Handles an operation. @throws SandboxError for an error response. */
export type Handler<O> = (input: HandlerInput<O>, context: HandlerContext) => HandlerOutput<O>;

/** Handlers of CodeArts Build by operation id. */
export type BuildHandlers = { [Id in keyof BuildOperations]?: Handler<BuildOperations[Id]> };
/** Handlers of ServiceStage by operation id. */
export type StageHandlers = { [Id in keyof StageOperations]?: Handler<StageOperations[Id]> };
/** Handlers of IAM by operation id. */
export type IamHandlers = { [Id in keyof IamOperations]?: Handler<IamOperations[Id]> };
