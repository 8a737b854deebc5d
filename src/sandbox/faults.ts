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

/** An active fault. Its count is the number of requests that are left. */
export interface ListedFault {
  /** Counts from 1, and is not used again. */
  readonly id: number;
  readonly fault: Fault;
}

/** Selects the faults of each request and counts them. */
export interface FaultRegistry extends Faults {
  /** Returns the active faults with their IDs, oldest first. */
  entries(): ListedFault[];
  /** Removes a fault. Returns false if it is not active. */
  remove(id: number): boolean;
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

/** Headers that the server sets itself, because they determine the end of a message. */
const FRAMING_HEADERS = ['connection', 'content-length', 'keep-alive', 'trailer', 'transfer-encoding', 'upgrade'];

/** Characters that the server can send in a header: fewer than `Headers` accepts. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

function areHeaders(value: unknown): boolean {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  const fields = value as Record<string, unknown>;
  if (!Object.values(fields).every((text) => typeof text === 'string' && HEADER_VALUE.test(text))) return false;
  try {
    const headers = new Headers(fields as Record<string, string>);
    return !FRAMING_HEADERS.some((name) => headers.has(name));
  } catch {
    return false;
  }
}

/** A requirement of a field, and whether a value meets it. */
type Rule = readonly [requirement: string, isMet: (value: unknown) => boolean];

const range = (min: number, max: number): Rule => [
  `a number from ${String(min)} to ${String(max)}`,
  (value) => typeof value === 'number' && value >= min && value <= max,
];

const integer = (min: number, max: number): Rule => [
  `an integer from ${String(min)} to ${String(max)}`,
  (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
];

const text: Rule = ['a string', (value) => typeof value === 'string'];

/** The longest delay: that of a timer, about 24 days. */
const MAX_LATENCY_MS = 2 ** 31 - 1;

/** The largest skew: about 100 years. */
const MAX_SKEW_MS = 3_200_000_000_000;

/** Rules of the fields that have the same meaning in every kind. */
const RULES: Readonly<Record<string, Rule>> = {
  count: integer(1, Number.MAX_SAFE_INTEGER),
  probability: range(0, 1),
  status: integer(200, 599),
  code: text,
  message: text,
  headers: [`valid headers other than ${FRAMING_HEADERS.join(', ')}`, areHeaders],
  afterBytes: integer(0, Number.MAX_SAFE_INTEGER),
  execute: ['a boolean', (value) => typeof value === 'boolean'],
};

const MS_RULES: Readonly<Record<string, Rule>> = {
  latency: range(0, MAX_LATENCY_MS),
  skew: range(-MAX_SKEW_MS, MAX_SKEW_MS),
};

/** Fields that a kind requires. */
const REQUIRED: Readonly<Record<string, string>> = { latency: 'ms', skew: 'ms', status: 'status' };

const show = (value: unknown): string =>
  typeof value === 'object' && value !== null ? 'a value of type object' : (JSON.stringify(value) ?? String(value));

function checkFault(fault: Fault, known: ReadonlySet<string>): void {
  if (typeof fault !== 'object' || fault === null)
    throw new TypeError(`a fault must be an object; received ${show(fault)}`);
  const { kind } = fault;
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) {
    throw new TypeError(`kind of a fault must be one of ${Object.keys(KINDS).join(', ')}; received ${show(kind)}`);
  }
  const rules: Record<string, Rule> = {
    ...RULES,
    ...(MS_RULES[kind] && { ms: MS_RULES[kind] }),
    operation: [
      'an operation ID or an array of them',
      (value) => [value].flat().every((name) => typeof name === 'string' && known.has(name)),
    ],
  };
  const fields = ['kind', 'operation', 'count', 'probability', ...KINDS[kind]];
  for (const [name, value] of Object.entries(fault)) {
    if (!fields.includes(name)) throw new TypeError(`a fault of kind ${kind} has no field ${name}`);
    const [requirement, isMet] = rules[name] ?? [];
    if (value === undefined || !requirement || isMet?.(value)) continue;
    throw new TypeError(`${name} of a fault must be ${requirement}; received ${show(value)}`);
  }
  const required = REQUIRED[kind];
  if (required !== undefined && fault[required as keyof Fault] === undefined) {
    throw new TypeError(`a fault of kind ${kind} requires ${required}`);
  }
}

interface Entry {
  readonly id: number;
  readonly fault: Fault;
  readonly operations: ReadonlySet<string> | undefined;
  left: number;
}

/** Creates the fault registry of a sandbox with the given operations. */
export function createFaults(operations: Iterable<string>, createRandomSource: () => Random): FaultRegistry {
  const known = new Set(operations);
  let random = createRandomSource();
  let entries: Entry[] = [];
  let lastId = 0;

  function matches({ fault, operations: selected }: Entry, operation: string | undefined): boolean {
    if (isLogFault(fault) && (operation === undefined || !LOG_OPERATIONS.has(operation))) return false;
    if (selected && (operation === undefined || !selected.has(operation))) return false;
    return fault.probability === undefined || random.next() < fault.probability;
  }

  function remove(id: number): boolean {
    const before = entries.length;
    entries = entries.filter((entry) => entry.id !== id);
    return entries.length < before;
  }

  const listEntries = (): ListedFault[] =>
    entries.map(({ id, fault, left }) => ({ id, fault: { ...fault, ...(left !== Infinity && { count: left }) } }));

  return {
    entries: listEntries,
    remove,
    add(given) {
      checkFault(given, known);
      // A copy, which the caller cannot change to an invalid fault.
      const fault = { ...given };
      const names = listNames(fault.operation);
      lastId += 1;
      const id = lastId;
      entries.push({ id, fault, operations: names && new Set(names), left: fault.count ?? Infinity });
      return () => void remove(id);
    },
    clear() {
      entries = [];
    },
    reset() {
      entries = [];
      random = createRandomSource();
    },
    list: () => listEntries().map(({ fault }) => fault),
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
