import { createRandom, type Random } from '../../src/sandbox/random.js';
import { API_NAMES, follow, loadDocument, type ApiName } from '../../src/sandbox/documents.js';
import { listOperations, type Operation } from '../../src/sandbox/router.js';
import type { Sandbox } from '../../src/sandbox/index.js';

/** A schema with the keywords that the generator reads. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  example?: unknown;
}

/** Values that a sandbox has, by the names of parameters and fields. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

/** A request to an operation, not signed yet. */
export interface RandomRequest {
  operation: Operation;
  target: string;
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

/** Texts that code often handles wrongly. */
const ODD_TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  '__proto__',
  'constructor',
  'null',
  '../..',
  '%',
  '%00',
  'é漢字',
  '😀',
  '\ud800',
  '<b>',
  '"',
  "'",
  '${x}',
  '\n',
  '\u0000',
  'a'.repeat(200),
  'x'.repeat(5_000),
  '1e400',
  '2026-13-45',
  '9'.repeat(20),
];

const ODD_VALUES: unknown[] = [
  ...ODD_TEXTS,
  0,
  -1,
  1.5,
  1e21,
  2 ** 53,
  2 ** 31,
  true,
  null,
  [],
  {},
  [[]],
  { __proto__: 1 },
  JSON.parse('{"__proto__":{"a":1}}'),
];

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random.next() * items.length)]!;

/** Values of patterns that the documents contain, where digits and letters of the right length do. */
function matchPattern(random: Random, pattern: string, maxLength: number): string {
  const length = Number(/\{(?:\d+,)?(\d+)\}\$?$/.exec(pattern)?.[1] ?? 8);
  const candidates = [
    random.hex(Math.min(length, maxLength)),
    random.uuid(),
    random.text(3, '123456789'),
    '2026-09-10',
    '2026-09-10 11:00:00',
    '20260910.1',
    'cn-north-4',
    'true',
    random.text(Math.min(length, maxLength), 'abcXYZ_-09'),
    random.text(Math.min(length, 20), 'abcxyz'),
  ];
  const matches = candidates.filter((text) => new RegExp(pattern, 'u').test(text) && text.length <= maxLength);
  return matches.length > 0 ? pick(random, matches) : pick(random, candidates);
}

/** Generates values of schemas. `oddness` is the probability of a value that need not fit. */
export function createGenerator(random: Random, known: KnownValues, oddness: number) {
  const isLikely = (probability: number): boolean => random.next() < probability;

  function text({ pattern, format, maxLength = 60, minLength = 0 }: Schema): string {
    if (pattern !== undefined) return matchPattern(random, pattern, maxLength);
    if (format === 'date-time') return '2026-09-10T03:00:00Z';
    if (format === 'date') return '2026-09-10';
    if (format === 'uri') return 'https://example.com/a?b=c';
    const odd = ODD_TEXTS.filter(({ length }) => length >= minLength && length <= Math.max(maxLength, 60));
    if (isLikely(0.3) && odd.length > 0) return pick(random, odd);
    const length = minLength + Math.floor(random.next() * Math.max(1, Math.min(maxLength, 300) - minLength));
    return random.text(length, 'abcdefgh 0123456789_-é漢');
  }

  function value(api: ApiName, given: Schema, name: string, depth: number): unknown {
    if (isLikely(oddness)) return pick(random, ODD_VALUES);
    const knownValues = Object.hasOwn(known, name) ? known[name] : undefined;
    if (knownValues && isLikely(0.8)) return pick(random, knownValues);
    const { value: schema } = follow(loadDocument(api), given as { $ref: string }, '') as { value: Schema };
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return pick(random, schema.enum);
    if (schema.example !== undefined && isLikely(0.2)) return schema.example;
    const alternatives = schema.oneOf ?? schema.anyOf;
    if (alternatives) return value(api, pick(random, alternatives), name, depth);
    if (schema.allOf) {
      return Object.assign({}, ...schema.allOf.map((part) => value(api, part, name, depth) as object)) as object;
    }
    const types = [schema.type ?? (schema.properties ? 'object' : 'string')].flat();
    switch (pick(random, types)) {
      case 'null':
        return null;
      case 'boolean':
        return isLikely(0.5);
      case 'integer':
      case 'number': {
        const { minimum = -5, maximum = 2 ** 31 - 1 } = schema;
        if (isLikely(0.3)) return pick(random, [minimum, maximum]);
        return Math.floor(minimum + random.next() * Math.min(maximum - minimum + 1, 40));
      }
      case 'array': {
        const { minItems = 0, maxItems = 4, items = {} } = schema;
        const length = minItems + Math.floor(random.next() * (Math.min(maxItems, minItems + 4) - minItems + 1));
        return Array.from({ length }, () => value(api, items, name, depth + 1));
      }
      case 'object':
        return object(api, schema, depth);
      default:
        return text(schema);
    }
  }

  function object(api: ApiName, { properties = {}, required = [], additionalProperties }: Schema, depth: number) {
    const fields = Object.entries(properties)
      .filter(([name]) => required.includes(name) || (depth < 6 && isLikely(0.5)))
      .map(([name, property]) => [name, value(api, property, name, depth + 1)] as const);
    const extra = additionalProperties !== false && depth < 6 && isLikely(0.3);
    const added = extra ? ([[text({}), pick(random, ODD_VALUES)]] as const) : [];
    return Object.fromEntries([...fields, ...added]);
  }

  /** A request to an operation. */
  return function request(operation: Operation): RandomRequest {
    const { api, description } = operation;
    const document = loadDocument(api);
    const headers: Record<string, string> = {};
    const query: string[] = [];
    let target = operation.path;
    const encode = (item: unknown): string =>
      encodeURIComponent(Buffer.from(typeof item === 'string' ? item : JSON.stringify(item)).toString());
    for (const reference of description.parameters ?? []) {
      const { value: parameter } = follow(document, reference, '') as {
        value: { in: string; name: string; required?: boolean; schema: Schema };
      };
      if (!parameter.required && isLikely(0.5)) continue;
      const item = value(api, parameter.schema, parameter.name, 0);
      if (parameter.in === 'path') target = target.replace(`{${parameter.name}}`, encode(item) || '%20');
      else if (parameter.in === 'query') query.push(...[item].flat().map((one) => `${parameter.name}=${encode(one)}`));
      else if (/^[\x20-\x7e]*$/.test(String(item))) headers[parameter.name] = String(item);
    }
    if (query.length > 0) target += `?${query.join('&')}`;
    const [type, media] = Object.entries(description.requestBody?.content ?? {})[0] ?? [];
    if (!media || (!description.requestBody?.required && isLikely(0.3)))
      return { operation, target, headers, body: undefined };
    const content = value(api, media.schema ?? {}, '', 0);
    if (type === 'multipart/form-data') {
      const boundary = 'sandbox-boundary';
      const parts = Object.entries(content ?? {}).map(([name, part]) => {
        const isFile = name === 'file' || isLikely(0.2);
        const disposition = `form-data; name="${name}"${isFile ? `; filename="${pick(random, ['a.xml', 'b.pem', 'ü.key', 'x'])}"` : ''}`;
        return `--${boundary}\r\ncontent-disposition: ${disposition}\r\n\r\n${String(part)}\r\n`;
      });
      const form = `${parts.join('')}--${boundary}--\r\n`;
      return {
        operation,
        target,
        headers: { ...headers, 'content-type': `${type}; boundary=${boundary}` },
        body: form,
      };
    }
    return { operation, target, headers: { ...headers, 'content-type': type ?? '' }, body: JSON.stringify(content) };
  };
}

/** Returns what a sandbox has now, by the names of parameters and fields. */
export function listKnownValues({ state, credentials, seed }: Sandbox): KnownValues {
  const tasks = [...state.tasks.keys(), ...state.taskMetadata.bin.keys()].slice(-40);
  const builds = [...state.builds.values()].flat().slice(-40);
  const records = builds.map(({ recordId }) => recordId);
  const keystores = [...state.keystores.values()];
  const templates = [...state.templates.values()].slice(-20);
  const groups = [...state.taskMetadata.groups.keys()].slice(-20);
  const jobs = [...state.serviceStage.jobs.values()].slice(-10);
  const values: Record<string, readonly unknown[]> = {
    job_id: [...tasks, ...jobs.map(({ id }) => id)],
    job_ids: tasks.map((id) => [id]),
    copy_job_id: tasks,
    project_id: [seed.projectId],
    projectId: [seed.projectId],
    record_id: records,
    build_flow_record_id: records,
    build_project_id: [...state.tasks.values()].map(({ buildProjectId }) => buildProjectId),
    build_no: [1, 2, 3],
    build_number: [1, 2, 3],
    group_id: groups,
    source_group_id: groups,
    target_group_id: groups,
    parent_id: ['', ...groups],
    keystore_id: keystores.map(({ id }) => id),
    permission_id: keystores.flatMap(({ permissions }) => permissions.map(({ id }) => id)),
    id: [
      ...keystores.map(({ id }) => id),
      ...groups,
      ...keystores.flatMap(({ permissions }) => permissions.map(({ id }) => id)),
    ],
    uuid: templates.map(({ uuid }) => uuid),
    template_id: templates.map(({ id }) => id),
    build_id: [...state.serviceStage.builds.keys()].slice(-10),
    name: [...jobs.map(({ spec }) => spec.job_name), 'file.xml'],
    keystore_name: ['file.xml', 'a.key'],
    job_name: [`task-${String(state.tasks.size)}`, ...[...state.tasks.values()].map(({ name }) => name)],
    repository_name: ['web-shop'],
    domain_id: state.domains.map(({ id }) => id),
    user_id: state.users.map(({ id }) => id),
    module_id: ['devcloud2018.codeci_action_20043.action'],
    'X-Auth-Token': [...state.tokens.keys()].slice(-3),
    start_time: ['2026-09-01', '2026-09-01 00:00:00'],
    end_time: ['2026-09-10', '2026-09-10 00:00:00'],
    domain: [{ name: credentials.domainName }],
  };
  return Object.fromEntries(Object.entries(values).filter(([, items]) => items.length > 0));
}

/** All operations, in the order of the documents. */
export const operations: readonly Operation[] = listOperations().filter(({ api }) => API_NAMES.includes(api));

/** Operations that change something, by their methods. Some of them only read. */
export const writingOperations = operations.filter(({ method }) => method !== 'GET');

export { createRandom, pick };
