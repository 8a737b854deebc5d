/** Marks our errors in every copy of the package that a program may have loaded. */
const brand = Symbol.for('codearts-build.error');

/** Node prints an object by what this method returns; elsewhere nobody calls it. */
const inspect = Symbol.for('nodejs.util.inspect.custom');

type Inspect = (depth: number, options: unknown, print?: (value: unknown) => string) => string;

/** Attaches a property that neither `util.inspect` nor `JSON.stringify` shows. */
export function hidden(target: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(target, name, { value });
}

/** Base of all errors that this package throws, besides the `TypeError` of a wrong argument and the reason of an abort. */
export abstract class CodeArtsError extends Error {
  /** What happened, as a stable word: the vendor's code on an `ApiError`, one of our own on the others. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    hidden(this, brand, true);
    // The stack and the properties that may be printed.
    const show: Inspect = (_depth, _options, print = JSON.stringify) =>
      `${this.stack ?? this.message} ${print({ ...this })}`;
    hidden(this, inspect, show);
  }

  /** The properties that may be printed. Headers, bodies and causes are not among them. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** Whether a value is an error of this package, of whichever copy of it. */
export const isCodeArtsError = (value: unknown): value is CodeArtsError =>
  typeof value === 'object' && value !== null && brand in value;

/** What is known of a request that failed. */
export interface RequestFacts {
  readonly method: string;
  /** Path of the request, without its query. */
  readonly path: string;
  /** How many times it was sent. */
  readonly attempts: number;
}

/** The request did not reach the service, or its answer did not arrive whole. `cause` says what the runtime saw. */
export class NetworkError extends CodeArtsError implements RequestFacts {
  override readonly name = 'NetworkError';
  readonly code = 'NETWORK_ERROR';
  declare readonly method: string;
  declare readonly path: string;
  declare readonly attempts: number;
  /** Whether the connection was never made, so that the request cannot have run. */
  declare readonly unsent: boolean;

  /** @param facts The request, and in `reason` what the runtime says of the failure, where it says something. */
  constructor(facts: RequestFacts & { unsent: boolean; cause: unknown; reason?: string }) {
    const { method, path, attempts, unsent, cause, reason = 'the connection failed' } = facts;
    super(`${method} ${path} failed: ${reason}`);
    Object.assign(this, { method, path, attempts, unsent });
    hidden(this, 'cause', cause);
  }
}

/** A limit of time was reached: of one attempt, or of the whole call. */
export class TimeoutError extends CodeArtsError {
  override readonly name = 'TimeoutError';
  readonly code = 'TIMEOUT';
  /** Which option set the limit, such as `timeoutMs` or `deadlineMs`. */
  readonly option: string;
  /** The limit, in milliseconds. */
  readonly limitMs: number;

  constructor(what: string, option: string, limitMs: number) {
    super(`${what} took longer than ${option} allows (${String(limitMs)} ms)`);
    this.option = option;
    this.limitMs = limitMs;
  }
}
