/** Fault injection: selects the requests that a fault applies to. */
import type { Random } from './random.js';

/** Selection of the requests that a fault applies to. */
interface FaultSelection {
  /** Operation or operations, by ID. Defaults to all operations. */
  operation?: string | readonly string[] | undefined;
  /** Number of requests that it applies to. No limit by default. */
  count?: number | undefined;
  /** Probability that it applies to a request, from 0 to 1. @default 1 */
  probability?: number | undefined;
}

/** Option of faults that replace or lose a response. */
interface Executable {
  /** Whether the operation is executed before its response is lost or replaced. @default false */
  execute?: boolean | undefined;
}

/** The kinds of faults. */
export type FaultKind =
  /** Delays the response, on the sandbox's clock. */
  | { kind: 'latency'; ms: number }
  /** Returns a status with the gateway's body instead of the response. */
  | ({
      kind: 'status';
      status: number;
      /** @default the gateway's code for this status */
      code?: string | undefined;
      message?: string | undefined;
      headers?: Readonly<Record<string, string>> | undefined;
    } & Executable)
  /** Resets the connection before the response. */
  | ({ kind: 'reset' } & Executable)
  /** Sends no response, or with `afterBytes` only the beginning of its body. The connection stays open. */
  | ({ kind: 'stall'; afterBytes?: number | undefined } & Executable)
  /** Closes the connection within the body: after half of it, or after `afterBytes` bytes. */
  | { kind: 'truncate'; afterBytes?: number | undefined }
  /** Returns an HTML page instead of the response, as a proxy does. */
  | ({ kind: 'html'; status?: number | undefined } & Executable)
  /** Returns an error in a body with status 200. */
  | ({ kind: 'envelope-error'; code?: string | undefined; message?: string | undefined } & Executable)
  /** Shifts the gateway's clock: it rejects signatures and reports its time in `Date`. */
  | { kind: 'skew'; ms: number }
  /** Omits a line of the log; the offset continues behind it. Applies only to operations that read a log in parts. */
  | { kind: 'lost-log' }
  /** Repeats the last line of the previous part. Applies only to operations that read a log in parts. */
  | { kind: 'repeated-log' };

/** A fault to inject. */
export type Fault = FaultKind & FaultSelection;

/** The faults of a sandbox. The same seed and the same requests produce the same faults. */
export interface Faults {
  /** Adds a fault. @returns a function that removes it. @throws TypeError if a field is invalid. */
  add(fault: Fault): () => void;
  /** Removes all faults. */
  clear(): void;
  /** Returns the active faults, oldest first. */
  list(): Fault[];
}

/** The faults that apply to one request. */
export interface RequestFaults {
  latencyMs: number;
  skewMs: number;
  /** The fault that changes the response. */
  fault: Exclude<Fault, { kind: 'latency' | 'skew' }> | undefined;
}

/** Selects the faults of each request and counts them. */
export interface FaultRegistry extends Faults {
  /** Removes all faults and restarts the random source. */
  reset(): void;
  forRequest(operation: string | undefined): RequestFaults;
}

const KINDS: Record<FaultKind['kind'], readonly string[]> = {
  latency: ['ms'],
  status: ['status', 'code', 'message', 'headers', 'execute'],
  reset: ['execute'],
  stall: ['afterBytes', 'execute'],
  truncate: ['afterBytes'],
  html: ['status', 'execute'],
  'envelope-error': ['code', 'message', 'execute'],
  skew: ['ms'],
  'lost-log': [],
  'repeated-log': [],
};

/** Operations that read a log in parts. */
const LOG_OPERATIONS = new Set([
  'downloadRealTimeLog',
  'downloadBuildRealTimeLog',
  'showActionIInfo',
  'showConsoleInfo',
  'showActionInfo',
]);

const isLogFault = ({ kind }: Fault): boolean => kind === 'lost-log' || kind === 'repeated-log';

const listNames = (operation: Fault['operation']): readonly string[] | undefined =>
  typeof operation === 'string' ? [operation] : operation;

function requireNumber(name: string, value: number | undefined, from: number, to = Infinity): void {
  if (value === undefined) return;
  if (typeof value === 'number' && value >= from && value <= to) return;
  const range = to === Infinity ? `of at least ${String(from)}` : `from ${String(from)} to ${String(to)}`;
  throw new TypeError(`${name} of a fault must be a number ${range}; received ${String(value)}`);
}

function checkFault(fault: Fault, known: ReadonlySet<string>): void {
  if (!Object.hasOwn(KINDS, fault.kind)) {
    throw new TypeError(
      `kind of a fault must be one of ${Object.keys(KINDS).join(', ')}; received ${JSON.stringify(fault.kind)}`,
    );
  }
  const fields = ['kind', 'operation', 'count', 'probability', ...KINDS[fault.kind]];
  const foreign = Object.keys(fault).find((name) => !fields.includes(name));
  if (foreign !== undefined) throw new TypeError(`a fault of kind ${fault.kind} has no field ${foreign}`);
  const unknown = listNames(fault.operation)?.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new TypeError(`operation of a fault must be an operation ID; received ${JSON.stringify(unknown)}`);
  requireNumber('count', fault.count, 1);
  requireNumber('probability', fault.probability, 0, 1);
  if ('afterBytes' in fault) requireNumber('afterBytes', fault.afterBytes, 0);
  if (fault.kind === 'latency') requireNumber('ms', fault.ms ?? NaN, 0);
  if (fault.kind === 'skew') requireNumber('ms', fault.ms ?? NaN, -Infinity);
  if (fault.kind === 'status') requireNumber('status', fault.status ?? NaN, 200, 599);
  if (fault.kind === 'html') requireNumber('status', fault.status, 200, 599);
}

interface Entry {
  readonly fault: Fault;
  readonly operations: ReadonlySet<string> | undefined;
  left: number;
}

/** Creates the fault registry of a sandbox with the given operations. */
export function createFaults(operations: Iterable<string>, createRandomSource: () => Random): FaultRegistry {
  const known = new Set(operations);
  let random = createRandomSource();
  let entries: Entry[] = [];

  function matches({ fault, operations: selected }: Entry, operation: string | undefined): boolean {
    if (isLogFault(fault) && (operation === undefined || !LOG_OPERATIONS.has(operation))) return false;
    if (selected && (operation === undefined || !selected.has(operation))) return false;
    return fault.probability === undefined || random.next() < fault.probability;
  }

  return {
    add(fault) {
      checkFault(fault, known);
      const names = listNames(fault.operation);
      const entry: Entry = { fault, operations: names && new Set(names), left: fault.count ?? Infinity };
      entries.push(entry);
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    clear() {
      entries = [];
    },
    reset() {
      entries = [];
      random = createRandomSource();
    },
    list: () => entries.map(({ fault, left }) => ({ ...fault, ...(left !== Infinity && { count: left }) })),
    forRequest(operation) {
      const selected: RequestFaults = { latencyMs: 0, skewMs: 0, fault: undefined };
      for (const entry of entries) {
        const { fault } = entry;
        const adds = fault.kind === 'latency' || fault.kind === 'skew';
        if ((!adds && selected.fault) || !matches(entry, operation)) continue;
        entry.left -= 1;
        if (fault.kind === 'latency') selected.latencyMs += fault.ms;
        else if (fault.kind === 'skew') selected.skewMs += fault.ms;
        else selected.fault = fault;
      }
      entries = entries.filter(({ left }) => left > 0);
      return selected;
    },
  };
}
