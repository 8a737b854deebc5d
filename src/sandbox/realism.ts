/** Imitates the untidy sides of the service: capped pages, missing members, maintenance pages, late records and others. */
import { follow, loadDocument, type SchemaObject } from './documents.js';
import { createRandom, hashText } from './random.js';
import type { SandboxResponse } from './response.js';
import type { Operation } from './router.js';
import type { Build } from './task.js';
import { responseOf, type RequestInput } from './validate.js';

/** Which untidy sides to imitate. All of them by default. */
export interface RealismOptions {
  /** Seed of the random choices: the same requests get the same responses. @default 1 */
  seed?: number | undefined;
  /** Whether pages have fewer items than requested. */
  cappedPages?: boolean | undefined;
  /** Whether numbers are strings, and strings numbers, if the description allows both. */
  mixedNumbers?: boolean | undefined;
  /** Whether optional members are `null` or absent at times. Members that identify an object always have their value. */
  missingMembers?: boolean | undefined;
  /** Whether status words have other cases at times. */
  mixedCase?: boolean | undefined;
  /** Whether a repeated request for a build gets a maintenance page at times: HTML with status 200 or 503. */
  maintenancePages?: boolean | undefined;
  /** Whether a new build cannot be found for up to three seconds. */
  lateRecords?: boolean | undefined;
  /** Whether the clock of the services is one to five minutes off. */
  skewedClock?: boolean | undefined;
}

/** Whether and how to imitate the untidy sides of the service. */
export type RealismOption = boolean | RealismOptions;

/** Differences from a tidy service. */
export interface Realism {
  /** Difference between the clock of the services and that of the sandbox. */
  readonly skewMs: number;
  /** Returns the age up to which a build cannot be found. */
  lateMs(build: Build): number;
  /** Reduces the size of the requested page. */
  capPage(operation: Operation, input: RequestInput): void;
  /** Returns a maintenance page instead of a response; undefined if the service responds. */
  interrupt(operation: Operation, path: string): SandboxResponse | undefined;
  /** Returns the body with other forms of its values. */
  disturb(operation: Operation, body: unknown): unknown;
}

const SWITCHES = [
  'cappedPages',
  'mixedNumbers',
  'missingMembers',
  'mixedCase',
  'maintenancePages',
  'lateRecords',
  'skewedClock',
] as const satisfies readonly (keyof RealismOptions)[];

/** @throws TypeError if the option is invalid. */
function checkOption(option: unknown): void {
  if (typeof option === 'boolean') return;
  if (typeof option !== 'object' || option === null || Array.isArray(option)) {
    throw new TypeError(`realism must be a boolean or an object; received ${JSON.stringify(option)}`);
  }
  for (const [name, value] of Object.entries(option)) {
    if (name === 'seed') {
      if (value === undefined || Number.isSafeInteger(value)) continue;
      throw new TypeError(`realism.seed must be an integer; received ${JSON.stringify(value)}`);
    }
    if (!(SWITCHES as readonly string[]).includes(name)) {
      throw new TypeError(`realism: ${JSON.stringify(name)} must be one of seed, ${SWITCHES.join(', ')}`);
    }
    if (value !== undefined && typeof value !== 'boolean') {
      throw new TypeError(`realism.${name} must be a boolean; received ${JSON.stringify(value)}`);
    }
  }
}

const TIDY: Realism = {
  skewMs: 0,
  lateMs: () => 0,
  capPage: () => {},
  interrupt: () => undefined,
  disturb: (_operation, body) => body,
};

const MINUTE_MS = 60_000;
const MAX_LATE_MS = 3_000;
const MISSING = 0.05;
const INTERRUPTED = 0.05;
/** More maintenance pages in a row than this would be an outage. */
const MAX_PAGES_IN_A_ROW = 2;

/** Creates the imitation. @throws TypeError if the option is invalid. */
export function createRealism(option: RealismOption = false): Realism {
  checkOption(option);
  if (option === false) return TIDY;
  const { seed = 1, ...switches }: RealismOptions = option === true ? {} : option;
  const has = (name: (typeof SWITCHES)[number]): boolean => switches[name] ?? true;
  const random = createRandom(`realism ${String(seed)}`);
  const chance = (probability: number): boolean => random.next() < probability;
  const between = (min: number, max: number): number => min + Math.floor(random.next() * (max - min + 1));

  const skewMs = (chance(0.5) ? 1 : -1) * between(MINUTE_MS, 5 * MINUTE_MS);
  const cap = between(5, 30);
  /** Number of maintenance pages in a row by path. A path without an entry was never requested. */
  const pages = new Map<string, number>();

  /** Returns another form of a value that is no object or array; undefined if it is absent. */
  function disturbLeaf(name: string, value: unknown, schemas: readonly SchemaObject[], isRequired: boolean): unknown {
    const types = new Set(schemas.flatMap(typesOf));
    if (has('missingMembers') && !IDENTIFIES.test(name) && !LOG_PART.test(name) && chance(MISSING)) {
      if (!isRequired && chance(0.5)) return undefined;
      if (types.has('null')) return null;
    }
    if (has('mixedNumbers') && chance(0.5)) {
      if (typeof value === 'number' && types.has('string')) return String(value);
      const isNumber = types.has('integer') || types.has('number');
      if (typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value) && isNumber) return Number(value);
    }
    if (has('mixedCase') && typeof value === 'string' && STATUS_NAME.test(name) && STATUS_WORD.test(value)) {
      const capitalized = value.slice(0, 1).toUpperCase() + value.slice(1).toLowerCase();
      return [value, value.toLowerCase(), capitalized][between(0, 2)];
    }
    return value;
  }

  function disturbObject(value: object, schemas: readonly SchemaObject[], depth: number): object {
    const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
    const entries = Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
      const own = schemas.flatMap((schema) => memberSchemas(schema, name));
      const changed =
        typeof item === 'object' && item !== null
          ? disturbValue(item, own, depth + 1)
          : depth === 0 && ENVELOPE.test(name)
            ? item
            : disturbLeaf(name, item, own, required.has(name));
      return changed === undefined ? [] : [[name, changed] as const];
    });
    return Object.fromEntries(entries);
  }

  function disturbValue(value: object, schemas: readonly SchemaObject[], depth: number): object {
    if (!Array.isArray(value)) return disturbObject(value, schemas, depth);
    const items = schemas.flatMap(({ items: item }) => (item ? expand(item) : []));
    return value.map((item: unknown) =>
      typeof item === 'object' && item !== null ? disturbValue(item, items, depth + 1) : item,
    );
  }

  return {
    skewMs: has('skewedClock') ? skewMs : 0,
    lateMs: ({ id }) => {
      const late = createRandom(hashText(`${String(seed)} ${id}`)).next();
      return has('lateRecords') ? Math.floor(Math.max(0, 2 * late - 1) * MAX_LATE_MS) : 0;
    },
    capPage({ description }, input) {
      const spec = description['x-pagination'];
      if (!spec || !has('cappedPages')) return;
      const place = (spec.in === 'body' ? input.body : input.query) as Record<string, unknown>;
      const wanted = place[spec.size];
      if (wanted === undefined || Number(wanted) <= cap) return;
      place[spec.size] = typeof wanted === 'string' ? String(cap) : cap;
    },
    interrupt(operation, path) {
      if (!has('maintenancePages') || operation.method !== 'GET' || !IS_POLL.test(operation.path)) return undefined;
      const previous = pages.get(path);
      const isInterrupted = previous !== undefined && previous < MAX_PAGES_IN_A_ROW && chance(INTERRUPTED);
      pages.set(path, isInterrupted ? previous + 1 : 0);
      return isInterrupted ? maintenancePage(chance(0.5) ? 200 : 503) : undefined;
    },
    disturb(operation, body) {
      if (operation.api !== 'codearts-build' || typeof body !== 'object' || body === null) return body;
      const schema = responseOf(operation, operation.status)?.value.content?.['application/json']?.schema;
      if (!schema) return body;
      return disturbValue(body, expand(schema), 0);
    },
  };
}

/** Paths of one build, which clients poll. */
const IS_POLL = /\{(build_no|build_number|record_id)\}/;

/** Members of an envelope, which every response has. */
const ENVELOPE = /^(status|error|result|success)$/;

/** Members that identify an object. The definition of a parameter has its name as a `value`. */
const IDENTIFIES = /(^|_)(id|no|number|name|identifier|key|record|value)$/;

/** Members of a part of a log, which would be another log without them. */
const LOG_PART = /^(log|content|has_more|has_more_data|offset|(start|end|current)_offset)$/;

const STATUS_NAME = /^(status|state|result|build_result|last_build_status|last_job_running_status|running_status)$/;
const STATUS_WORD = /^(success|failure|aborted|schedule_failure|finished|running|inqueue|blue|red)$/i;

const PAGE = '<!doctype html><html><head><title>Maintenance</title></head><body><h1>系统维护中</h1></body></html>';

const maintenancePage = (status: number): SandboxResponse => ({
  status,
  headers: new Headers({ 'content-type': 'text/html;charset=utf-8' }),
  body: new TextEncoder().encode(PAGE),
  delivery: { kind: 'complete' },
});

const typesOf = ({ type }: SchemaObject): readonly string[] => (type === undefined ? [] : [type].flat());

/** Returns a schema and those that it is composed of, with references resolved. */
function expand(schema: SchemaObject): SchemaObject[] {
  const { value } = follow<SchemaObject>(loadDocument('codearts-build'), schema, '');
  const parts = [...(value.allOf ?? []), ...(value.anyOf ?? []), ...(value.oneOf ?? [])];
  return [value, ...parts.flatMap(expand)];
}

/** Returns the schemas of a member of an object. */
function memberSchemas({ properties, additionalProperties }: SchemaObject, name: string): SchemaObject[] {
  const own = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (own) return expand(own);
  return typeof additionalProperties === 'object' ? expand(additionalProperties) : [];
}
