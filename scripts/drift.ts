/**
 * Compares recorded traffic with the descriptions and reports the differences: `npm run drift -- <HAR file or folder>`.
 * `createRecorder` creates a recording. The exit code is 1 if there are differences, and 2 if there is no recording.
 */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isErrorEnvelope } from '../src/http/response-error.js';
import { apis, redocly, type Api, type Document } from './bundle.js';
import { fieldsOf } from './spec-rules/schema-fields.js';
import { isValueMap, mapOf, type Place, type Value } from './spec-rules/source-tree.js';
import { bodiesOf, readSpec, type Spec, type SpecOperation } from './spec-rules/spec.js';

/** Headers of gateways and runtimes, which operations do not describe. */
const UNDESCRIBED_HEADERS = ['x-request-id', 'date', 'content-*', 'retry-after'];

/** The parts of a HAR entry that are read. */
interface HarEntry {
  request: { method: string; url: string; postData?: { text?: string } };
  response: { content: { text?: string; encoding?: string; mimeType?: string } };
}

/** A problem in the report of Redocly. */
interface Problem {
  exchangeIndex: number;
  occurrences: number;
  ruleId: string;
  message: string;
  operationId?: string;
  target: 'request' | 'response';
  /** JSON pointer in the body. */
  dataPath?: string;
  status: number;
  details: {
    keyword?: string;
    expected?: string | null;
    ajvMessage?: string;
    params?: { unevaluatedProperty?: string };
  };
}

type Schema = Record<string, unknown>;

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Yields all objects of a document except examples. */
function* objectsIn(node: unknown): Generator<Schema> {
  if (Array.isArray(node)) for (const item of node) yield* objectsIn(item);
  if (!isObject(node)) return;
  yield node;
  for (const [key, value] of Object.entries(node)) {
    // In `properties`, `example` is the name of a field.
    if (key === 'properties' && isObject(value))
      for (const property of Object.values(value)) yield* objectsIn(property);
    else if (key !== 'example' && key !== 'examples') yield* objectsIn(value);
  }
}

/** Returns a copy of a document whose objects reject undescribed fields. */
export function rejectUndescribedFields(document: Document): Document {
  const copy = structuredClone(document);
  const schemas = copy.components.schemas as Record<string, Schema>;
  const branchesOf = (schema: Schema): Schema[] =>
    ['allOf', 'oneOf', 'anyOf']
      .flatMap((keyword) => (schema[keyword] as Schema[] | undefined) ?? [])
      .map((branch) => (typeof branch['$ref'] === 'string' ? schemas[branch['$ref'].split('/').at(-1)!]! : branch));
  const objects = [...objectsIn([copy.paths, copy.components])];
  const branches = new Set(objects.flatMap(branchesOf));
  for (const object of objects) {
    const parts = [object, ...branchesOf(object)];
    const isOpen = (part: Schema): boolean =>
      part['additionalProperties'] !== undefined || (part['type'] === 'object' && part['properties'] === undefined);
    if (!branches.has(object) && !parts.some(isOpen) && parts.some(({ properties }) => isObject(properties))) {
      object['unevaluatedProperties'] = false;
    }
  }
  return copy;
}

/** A file or folder that contains no recording. */
export class TrafficError extends Error {}

/** Returns the entries of a HAR file, whose JSON is decoded. @throws TrafficError if it is none. */
function entriesIn(file: string, text: string): HarEntry[] {
  let har: unknown;
  try {
    har = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new TrafficError(`${file} must be a HAR file; it is not valid JSON`);
  }
  const log = isObject(har) ? har['log'] : undefined;
  const entries: unknown = isObject(log) ? log['entries'] : undefined;
  if (!Array.isArray(entries)) throw new TrafficError(`${file} must be a HAR file; it has no log.entries`);
  return entries.map((entry: unknown, index) => {
    const { request, response } = isObject(entry) ? entry : {};
    if (!isObject(request) || typeof request['method'] !== 'string' || typeof request['url'] !== 'string')
      throw new TrafficError(`${file}: log.entries[${String(index)}] has no request with a method and a URL`);
    if (!isObject(response)) throw new TrafficError(`${file}: log.entries[${String(index)}] has no response`);
    const { encoding, ...content }: HarEntry['response']['content'] = isObject(response['content'])
      ? response['content']
      : {};
    const isEncodedJson = encoding === 'base64' && content.mimeType?.includes('json');
    const decoded = isEncodedJson
      ? { ...content, text: Buffer.from(content.text ?? '', 'base64').toString() }
      : { ...content, ...(encoding !== undefined && { encoding }) };
    return { ...(entry as object), response: { ...response, content: decoded } } as HarEntry;
  });
}

/** Reads the entries of a HAR file, or of all HAR files in a folder. @throws TrafficError if there are none. */
async function readEntries(traffic: string): Promise<HarEntry[]> {
  const info = await stat(traffic).catch(() => undefined);
  if (!info) throw new TrafficError(`${JSON.stringify(traffic)} does not exist`);
  const files = info.isDirectory()
    ? (await readdir(traffic))
        .filter((name) => name.endsWith('.har'))
        .sort()
        .map((name) => join(traffic, name))
    : [traffic];
  const logs = await Promise.all(files.map(async (file) => entriesIn(file, await readFile(file, 'utf8'))));
  const entries = logs.flat();
  if (entries.length === 0) throw new TrafficError(`${traffic} contains no recorded requests`);
  return entries;
}

/** `/result/job_list/0` -> `['result', 'job_list', '[]']`. */
const keysOf = (pointer = ''): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? '[]' : key.replaceAll('~1', '/').replaceAll('~0', '~')));

const dotted = (keys: readonly string[]): string => keys.join('.').replaceAll('.[]', '[]');

/** Returns the position of a field, or of its closest described parent. */
function placeOf(spec: Spec, operation: SpecOperation, problem: Problem, keys: readonly string[]): Place {
  const role = problem.target === 'request' ? 'request' : String(problem.status);
  const body = [...bodiesOf(spec, operation)].find((found) => found.role === role);
  if (!body) return operation.at;
  const schema: Value | undefined = body.content['schema'];
  const fields = fieldsOf(spec.tree, schema);
  for (let length = keys.length; length > 0; length -= 1) {
    const field = fields.get(dotted(keys.slice(0, length)));
    if (!field) continue;
    if (length === keys.length) return field.at;
    const items = spec.tree.follow(field.schema['items']);
    // An undescribed field belongs into the schema of its parent.
    return isValueMap(items) ? spec.tree.placeOf(items) : spec.tree.placeOf(mapOf(field.schema));
  }
  const root = spec.tree.follow(schema);
  return isValueMap(root) ? spec.tree.placeOf(root) : operation.at;
}

/** Returns the JSON type of the value at a pointer in a text; undefined if it does not exist. */
function typeAt(text: string | undefined, pointer: string): string | undefined {
  try {
    const value = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((at, key) => (at as Schema | undefined)?.[key], JSON.parse(text ?? ''));
    if (value === null) return 'null';
    if (Array.isArray(value)) return 'array';
    return Number.isInteger(value) ? 'integer' : value === undefined ? undefined : typeof value;
  } catch {
    return undefined;
  }
}

/** Whether a call failed with a successful status. Its response has the fields of an error, and lacks others. */
function isFailed({ response }: HarEntry): boolean {
  try {
    return isErrorEnvelope(JSON.parse(response.content.text ?? ''));
  } catch {
    return false;
  }
}

const isMissingField = ({ target, details }: Problem): boolean =>
  target === 'response' && details.keyword === 'required';

/** Returns what a schema requires of a value. A list of types has no `expected`. */
const requirementOf = ({ expected, ajvMessage = '' }: Problem['details']): string =>
  typeof expected === 'string'
    ? `be ${expected.replace(/^type "(.*)"$/, '$1')}`
    : ajvMessage.replace(/^must /, '').replaceAll(',', ' or ');

/** Formats a problem as `file:line: operation: field: difference`. Contains types and no values, because values can be secret. */
function describe(spec: Spec, operation: SpecOperation, problem: Problem, entry: HarEntry | undefined): string {
  const { target, dataPath = '', details, message } = problem;
  const undescribed = details.params?.unevaluatedProperty;
  const pointer = undescribed === undefined ? dataPath : `${dataPath}/${undescribed}`;
  const keys = keysOf(pointer);
  const { file, line } = placeOf(spec, operation, problem, keys);
  const text = target === 'request' ? entry?.request.postData?.text : entry?.response.content.text;
  const type = typeAt(text, pointer) ?? 'nothing';
  const difference =
    undescribed !== undefined
      ? `undescribed field of type ${type}; add it`
      : details.keyword === 'required'
        ? 'required field is missing; remove the required mark'
        : details.keyword === undefined
          ? message
          : `must ${requirementOf(details)}; received ${type}`;
  const subject = keys.length > 0 ? `${target} ${dotted(keys)}` : target;
  return `${file}:${String(line)}: ${operation.id}: ${subject}: ${difference}`;
}

/** Returns the problems of one API. */
async function problemsOf(api: Api, har: string, folder: string): Promise<Problem[]> {
  const document = JSON.parse(await readFile(`generated/${api}/openapi.json`, 'utf8')) as Document;
  const strict = join(folder, `${api}.json`);
  await writeFile(strict, JSON.stringify(rejectUndescribedFields(document)));
  const report = await redocly(
    'drift',
    har,
    `--api=${strict}`,
    '--match-mode=basepath',
    '--rules=schema-consistency,undocumented-endpoint',
    '--ignore-cookies',
    `--ignore-headers=${UNDESCRIBED_HEADERS.join(',')}`,
    '--format=json',
    '--lint-config=off',
  );
  return (JSON.parse(report.slice(report.indexOf('{'))) as { problems: Problem[] }).problems;
}

/** Returns the differences between traffic and descriptions, one line each. Each request is compared with the API that describes it. */
export async function findDrift(traffic: string): Promise<string[]> {
  // A problem has the index of its first exchange: failed calls, which may lack fields, come last.
  const entries = (await readEntries(traffic)).sort((a, b) => Number(isFailed(a)) - Number(isFailed(b)));
  const spec = await readSpec();
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-drift-'));
  try {
    const har = join(folder, 'traffic.har');
    const creator = { name: 'codearts-build', version: '1' };
    await writeFile(har, JSON.stringify({ log: { version: '1.2', creator, entries } }));
    const undocumented = new Map<string, number>();
    const counts = new Map<string, number>();
    for (const api of apis) {
      for (const problem of await problemsOf(api, har, folder)) {
        const operation = spec.operations.find(({ api: owner, id }) => owner === api && id === problem.operationId);
        const entry = entries[problem.exchangeIndex];
        // Failed calls lack what a success requires.
        if (isMissingField(problem) && entry && isFailed(entry)) continue;
        if (operation) {
          const line = describe(spec, operation, problem, entry);
          // The number of occurrences would include failed calls.
          const occurrences = isMissingField(problem) ? 1 : problem.occurrences;
          counts.set(line, (counts.get(line) ?? 0) + occurrences);
        } else undocumented.set(problem.message, (undocumented.get(problem.message) ?? 0) + 1);
      }
    }
    for (const [message, count] of undocumented) {
      if (count === apis.length)
        counts.set(
          `openapi/: ${message}; add the operation, or remove a request of another service from the recording`,
          1,
        );
    }
    return [...counts].map(([line, count]) => (count > 1 ? `${line} (${String(count)} times)` : line));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Returns the differences of one API as text. */
export const drift = async (api: Api, traffic: string): Promise<string> =>
  (await findDrift(traffic)).filter((line) => line.startsWith(`openapi/${api}/`)).join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const lines = await findDrift(process.argv[2] ?? '');
    for (const line of lines) console.log(line);
    console.log(`${String(lines.length)} ${lines.length === 1 ? 'difference' : 'differences'}`);
    if (lines.length > 0) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof TrafficError)) throw error;
    console.error(`${error.message}. Usage: npm run drift -- <HAR file or folder>`);
    process.exitCode = 2;
  }
}
