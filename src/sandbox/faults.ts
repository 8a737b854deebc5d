/** Faults on request: what goes wrong between a client and a service. */
import type { Random } from './random.js';

/** Which requests a fault strikes. */
interface FaultSelection {
  /** Operation or operations, by id. All of them where it is left out. */
  operation?: string | readonly string[] | undefined;
  /** How many requests it strikes. There is no limit where it is left out. */
  count?: number | undefined;
  /** How probable it is that it strikes a request, from 0 to 1. @default 1 */
  probability?: number | undefined;
}

/** Whether the operation is carried out before its answer is lost or replaced. */
interface Executable {
  /** @default false */
  execute?: boolean | undefined;
}

/** What goes wrong. */
export type FaultKind =
  /** The answer takes longer, on the sandbox's clock. */
  | { kind: 'latency'; ms: number }
  /** A status in place of the answer, with the gateway's body. */
  | ({
      kind: 'status';
      status: number;
      /** @default that of the gateway for this status */
      code?: string | undefined;
      message?: string | undefined;
      headers?: Readonly<Record<string, string>> | undefined;
    } & Executable)
  /** The connection is reset before anything is answered. */
  | ({ kind: 'reset' } & Executable)
  /** Nothing more comes: no answer at all, or with `afterBytes` so much of its body. The connection stays open. */
  | ({ kind: 'stall'; afterBytes?: number | undefined } & Executable)
  /** The connection ends in the middle of the body: after half of it, or after so many bytes. */
  | { kind: 'truncate'; afterBytes?: number | undefined }
  /** A page in place of the answer, as a proxy sends it. */
  | ({ kind: 'html'; status?: number | undefined } & Executable)
  /** An error in a body with status 200. */
  | ({ kind: 'envelope-error'; code?: string | undefined; message?: string | undefined } & Executable)
  /** The gateway's clock is wrong by so much: it refuses signatures, and says its time in `Date`. */
  | { kind: 'skew'; ms: number }
  /** A part of the log is left out, and the offset goes on behind it. Strikes operations that read a log in parts only. */
  | { kind: 'lost-log' }
  /** What the previous answer had at its end comes a second time. Strikes operations that read a log in parts only. */
  | { kind: 'repeated-log' };

/** A fault to add. */
export type Fault = FaultKind & FaultSelection;

/** The faults of a sandbox. The same seed and the same requests give the same faults. */
export interface Faults {
  /** Adds a fault, and returns what removes it. @throws TypeError on a wrong field, which it names. */
  add(fault: Fault): () => void;
  /** Removes all faults. */
  clear(): void;
  /** The faults that may still strike, the first one first. */
  list(): Fault[];
}

/** The faults that strike one request. */
export interface RequestFaults {
  latencyMs: number;
  skewMs: number;
  /** The fault that changes the answer. */
  fault: Exclude<Fault, { kind: 'latency' | 'skew' }> | undefined;
}

/** Chooses the faults for a request, and counts them. */
export interface FaultRegistry extends Faults {
  /** Removes all faults, and begins again with chance. */
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
  const range = to === Infinity ? `from ${String(from)}` : `from ${String(from)} to ${String(to)}`;
  throw new TypeError(`${name} of a fault must be a number ${range}, and is ${String(value)}`);
}

function checkFault(fault: Fault, known: ReadonlySet<string>): void {
  if (!Object.hasOwn(KINDS, fault.kind)) {
    throw new TypeError(`kind of a fault must be one of ${Object.keys(KINDS).join(', ')}, and is ${fault.kind}`);
  }
  const fields = ['kind', 'operation', 'count', 'probability', ...KINDS[fault.kind]];
  const foreign = Object.keys(fault).find((name) => !fields.includes(name));
  if (foreign !== undefined) throw new TypeError(`A fault of the kind ${fault.kind} has no ${foreign}`);
  const unknown = listNames(fault.operation)?.find((name) => !known.has(name));
  if (unknown !== undefined) throw new TypeError(`operation of a fault is not known: ${unknown}`);
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

/** Creates the faults of a sandbox whose operations have the given names. */
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
