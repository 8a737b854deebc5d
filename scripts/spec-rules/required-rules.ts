import { actualNames, applyMoves, covers, differencesOf, expectedNames, type Fact } from './fact-rules.js';
import { branchesOf, fieldsOf, typesOf } from './schema-fields.js';
import { bodiesOf, type Spec, type SpecOperation } from './spec.js';
import { isValueMap, mapOf, textOf, type Problem, type SourceTree, type Value, type ValueMap } from './source-tree.js';

/** Fields that identify an object. */
const IDENTITY = new Set([
  ...['id', 'uuid', 'name', 'number', 'project_id', 'project_name', 'role_id', 'role_name'],
  ...['job_id', 'job_name', 'codeci_job_id', 'keystore_id', 'keystore_name'],
  ...['build_no', 'build_number', 'actual_build_number', 'record_id', 'build_record_id', 'build_project_id'],
]);

/** Fields that contain the state of an object, or of the response itself. */
const STATE = new Set([
  ...['status', 'state', 'disabled', 'building', 'is_running', 'is_finished', 'success', 'has_more', 'has_more_data'],
  'result',
]);

const TOTALS = ['total', 'total_size', 'total_record'];

/**
 * A required field of a response is marked in the facts or is a listed difference. Otherwise it is identity, state or the content of a list. It is in an
 * example, cannot be `null`, and is in no request.
 *
 * `example` reports an example that contradicts a required field.
 */
export function* checkRequired(spec: Spec): Generator<Problem> {
  const shown = shownFields(spec);
  const sent = sentSchemas(spec);
  for (const operation of spec.operations) {
    const row = spec.facts.get(operation.api)!.get(operation.id);
    if (!row) continue;
    const differences = differencesOf(spec, operation);
    const expected = applyMoves(expectedNames(row), differences);
    const actual = actualNames(spec, operation);
    const accepted = (path: string): boolean =>
      expected.get(path)?.required === true ||
      differences.some((difference) => difference.kind === 'required' && covers(difference, path));
    for (const [path, { required, at, schema }] of actual) {
      if (!required || !schema || !path.startsWith('response') || accepted(path)) continue;
      const objection = !isSure(operation, path, actual)
        ? 'is neither marked in the facts nor identity, state or the content of a list'
        : !shown.has(placeKey(at))
          ? 'is in no example'
          : path !== 'response.result' && acceptsNull(spec.tree, schema)
            ? 'can be `null`'
            : sent.has(placeKey(at))
              ? 'is in a request too'
              : undefined;
      if (objection !== undefined)
        yield { at, reason: `${path} of \`${operation.id}\` cannot be required: it ${objection}` };
    }
  }
}

const placeKey = ({ file, line }: Fact['at']): string => `${file}:${String(line)}`;

/** Whether a field is identity, state or the content of a list: its array or its total. */
function isSure({ node }: SpecOperation, path: string, actual: ReadonlyMap<string, Fact>): boolean {
  const [, parent = '', name = ''] = /^(.*)\.(.*)$/.exec(path) ?? [];
  if (IDENTITY.has(name) || STATE.has(name) || TOTALS.includes(name)) return true;
  if (!typesOf(actual.get(path)?.schema ?? {}).includes('array')) return false;
  const siblings = [...actual.keys()].filter(
    (other) => /^\.\w+$/.test(other.slice(parent.length)) && other.startsWith(parent),
  );
  const isPaginated = `response.${textOf(mapOf(node['x-pagination'])['items']) ?? ''}` === path;
  return isPaginated || siblings.length === 1 || TOTALS.some((total) => siblings.includes(`${parent}.${total}`));
}

/** Whether a schema accepts `null`, also behind references. */
const acceptsNull = (tree: SourceTree, schema: ValueMap): boolean =>
  typesOf(schema).includes('null') ||
  branchesOf(schema).some((branch) => acceptsNull(tree, mapOf(tree.follow(branch))));

/** Returns the positions of the response fields that an example contains. */
function shownFields(spec: Spec): Set<string> {
  const shown = new Set<string>();
  for (const operation of spec.operations) {
    for (const { role, content } of bodiesOf(spec, operation)) {
      if (!role.startsWith('2')) continue;
      const fields = fieldsOf(spec.tree, content['schema']);
      for (const example of Object.values(mapOf(content['examples']))) {
        for (const path of pathsWithin(mapOf(example)['value'])) {
          const field = fields.get(path);
          if (field) shown.add(placeKey(field.at));
        }
      }
    }
  }
  return shown;
}

/** Yields the dotted paths that the fields in a value can have: an object can also be a map. */
function* pathsWithin(value: Value | undefined, path = ''): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* pathsWithin(item, `${path}[]`);
  if (!isValueMap(value)) return;
  for (const [name, item] of Object.entries(value)) {
    const field = path === '' ? name : `${path}.${name}`;
    yield field;
    yield* pathsWithin(item, field);
    yield* pathsWithin(item, `${path}{}`);
  }
}

/** Returns the positions of all request fields. */
function sentSchemas(spec: Spec): Set<string> {
  const requests = spec.operations.flatMap((operation) => [...bodiesOf(spec, operation)]);
  return new Set(
    requests
      .filter(({ role }) => role === 'request')
      .flatMap(({ content }) => [...fieldsOf(spec.tree, content['schema']).values()])
      .map(({ at }) => placeKey(at)),
  );
}
