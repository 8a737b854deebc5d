/**
 * Reports the changes of the descriptions since a commit and the version step that they require:
 * `npm run diff:spec -- <git ref>`.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { apis, redoclyIn, type Api } from './bundle.js';
import { branchesOf, fieldsOf } from './spec-rules/schema-fields.js';
import { mapOf, textOf, textsOf, type Place, type SourceTree, type Value } from './spec-rules/source-tree.js';
import { bodiesOf, parametersOf, readSpec, type Spec } from './spec-rules/spec.js';

const run = promisify(execFile);

/** The version step that a change requires. */
export type Step = 'none' | 'patch' | 'minor' | 'major';

const steps: readonly Step[] = ['none', 'patch', 'minor', 'major'];

/** Returns the larger of two steps. */
export const larger = (a: Step, b: Step): Step => (steps.indexOf(a) >= steps.indexOf(b) ? a : b);

interface Position {
  file: string;
  line: number;
}

/** A change between two descriptions. */
export interface Change {
  impact: Step;
  kind: string;
  /** JSON pointer in the document. */
  path: string;
  property?: string;
  /** Absolute path and line in the old description, if it contains the entry. */
  base?: Position;
  /** Absolute path and line in the new description, if it contains the entry. */
  revision?: Position;
}

/** Changes that servers and JSON do not notice, but programs that use the types of the client. */
const PROGRAM_STEPS: readonly (readonly [step: Step, kind: string, path: RegExp, property?: string])[] = [
  ['major', 'removed', /\/properties\/[^/]+$/],
  ['major', 'removed', /\/x-pagination$/],
  ['major', 'modified', /\/parameters\/\d+$/, 'name'],
  ['minor', 'modified', /./, 'deprecated'],
];

const stepForPrograms = ({ kind, path, property }: Change): Step =>
  PROGRAM_STEPS.find((entry) => entry[1] === kind && entry[2].test(path) && entry[3] === property)?.[0] ?? 'none';

/** Compares two descriptions with Redocly, in an empty folder because the project's configuration is for the linter. */
export async function compare(base: string, revision: string): Promise<Change[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'codearts-build-compare-')));
  try {
    const json = await redoclyIn(folder, 'diff', resolve(base), resolve(revision), '--format=json', '--fail-on=none');
    const { changes } = JSON.parse(json.slice(json.indexOf('{'))) as { changes: Change[] };
    const locate = (position: Position | undefined) =>
      position && { ...position, file: resolve(folder, position.file) };
    return changes.map((change) => {
      const [before, after] = [locate(change.base), locate(change.revision)];
      const impact = larger(change.impact, stepForPrograms(change));
      return { ...change, impact, ...(before && { base: before }), ...(after && { revision: after }) };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Returns the version step that changes require. */
export const stepOf = (changes: readonly Change[]): Step => changes.map(({ impact }) => impact).reduce(larger, 'none');

/** `#/paths/~1v1~1job/get` -> `paths · /v1/job · get`. */
const readable = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' · ');

/** Known values of a parameter, a field or its items. */
interface KnownValues {
  values: string[];
  at: Place;
}

/** Yields the known values of a schema, its branches and items, without those of its fields. */
function* knownValuesIn(tree: SourceTree, raw: Value | undefined, subject: string): Generator<[string, KnownValues]> {
  const schema = mapOf(tree.follow(raw));
  const values = textsOf(schema['x-extensible-enum']);
  if (values.length > 0) yield [subject, { values, at: tree.placeOf(schema, 'x-extensible-enum') }];
  const { items, additionalProperties } = schema;
  for (const [index, part] of [...branchesOf(schema), items, additionalProperties].entries())
    if (part !== undefined) yield* knownValuesIn(tree, part, `${subject} · ${String(index)}`);
}

/** Yields the known values of the parameters and fields of an API. */
function* knownValuesOf(spec: Spec, api: Api): Generator<[string, KnownValues]> {
  for (const operation of spec.operations.filter((one) => one.api === api)) {
    const subject = `paths · ${operation.path} · ${operation.method}`;
    for (const { parameter } of parametersOf(spec, operation))
      yield* knownValuesIn(spec.tree, parameter['schema'], `${subject} · ${textOf(parameter['name']) ?? ''}`);
    for (const { role, content } of bodiesOf(spec, operation)) {
      for (const [path, { schema }] of fieldsOf(spec.tree, content['schema']))
        yield* knownValuesIn(spec.tree, schema, `${subject} · ${role} · ${path}`);
    }
  }
}

/**
 * Returns the changes of known values, one line each, because Redocly does not compare lists of extensions. A change requires a minor version: any other
 * string is valid too.
 */
function compareKnownValues(api: Api, base: Spec, revision: Spec): string[] {
  const before = new Map(knownValuesOf(base, api));
  const lines = new Map<string, string>();
  for (const [subject, { values, at }] of knownValuesOf(revision, api)) {
    const old = before.get(subject)?.values ?? values;
    const place = `${at.file}:${String(at.line)}: minor`;
    const add = (kind: string, value: string): void => {
      // A shared schema is reported once.
      const key = `${place}: ${kind} ${JSON.stringify(value)}`;
      if (!lines.has(key))
        lines.set(key, `${place}: ${kind} ${api} · ${subject} · x-extensible-enum · ${JSON.stringify(value)}`);
    };
    for (const value of old) if (!values.includes(value)) add('removed', value);
    for (const value of values) if (!old.includes(value)) add('added', value);
  }
  return [...lines.values()];
}

/** Extracts the descriptions of a commit. Returns their folder, or undefined if the commit has none. */
async function extract(root: string, ref: string, folder: string): Promise<string | undefined> {
  const { stdout } = await run('git', ['ls-tree', '--name-only', ref, 'openapi'], { cwd: root });
  if (stdout.trim() === '') return undefined;
  const archive = join(folder, 'openapi.tar');
  await run('git', ['archive', `--output=${archive}`, ref, 'openapi'], { cwd: root });
  await run('tar', ['-xf', 'openapi.tar'], { cwd: folder });
  return folder;
}

/** Returns the report on the changes of a working tree since a commit. @throws Error if the commit does not exist. */
export async function reportChanges(root: string, ref: string): Promise<string> {
  await run('git', ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], { cwd: root }).catch(() => {
    throw new Error(`${JSON.stringify(ref)} must be a commit, branch or tag of this repository`);
  });
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'codearts-build-diff-')));
  try {
    const old = await extract(root, ref, folder);
    const [base, revision] = [old && (await readSpec(old)), await readSpec(root)];
    const lines: string[] = [];
    let step: Step = 'none';
    for (const api of apis) {
      const path = join('openapi', api, 'openapi.yaml');
      if (!existsSync(join(root, path))) continue;
      if (!old || !base || !existsSync(join(old, path))) {
        lines.push(`${api}: added since ${ref}`);
        step = larger(step, 'minor');
        continue;
      }
      const changes = await compare(join(old, path), join(root, path));
      step = larger(step, stepOf(changes));
      for (const { impact, kind, path: pointer, property, base: before, revision: after } of changes) {
        const place = after ? relative(root, after.file) : `${ref}:${before ? relative(old, before.file) : ''}`;
        const line = String((after ?? before)?.line ?? 1);
        const subject = [readable(pointer), ...(property === undefined ? [] : [property])].join(' · ');
        lines.push(`${place.split(sep).join('/')}:${line}: ${impact}: ${kind} ${api} · ${subject}`);
      }
      const values = compareKnownValues(api, base, revision);
      if (values.length > 0) step = larger(step, 'minor');
      lines.push(...values);
    }
    lines.push(
      lines.length === 0 ? `nothing has changed since ${ref}` : `changes since ${ref} require a ${step} version`,
    );
    return lines.join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(await reportChanges(process.cwd(), process.argv[2] ?? 'HEAD'));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
