import { fieldsOf, typesOf, type Field } from './schema-fields.js';
import { bodiesOf, parametersOf, type Spec, type SpecOperation } from './spec.js';
import { isValueMap, mapOf, textOf, type Problem, type ValueMap } from './source-tree.js';

/** Sources of an operation, from the most to the least reliable. */
export const evidenceSources = ['documented', 'api-explorer', 'sdk', 'third-party'] as const;

/** Parameters that select a page of a list. */
const PAGING = new Set(['page', 'page_no', 'page_index', 'offset', 'page_size', 'per_page', 'limit']);

/** Every operation names its source. `api-explorer` and `sdk` require that the facts list the operation there. */
export function* checkEvidence({ operations, facts, tree }: Spec): Generator<Problem> {
  for (const { api, id, node, at } of operations) {
    const evidence = node['x-evidence'];
    const source = textOf(mapOf(evidence)['source']);
    if (!isValueMap(evidence)) yield { at, reason: `\`${id}\` has no x-evidence` };
    else if (!evidenceSources.some((known) => known === source)) {
      yield {
        at: tree.placeOf(evidence, 'source'),
        reason: `\`${source ?? ''}\` is not one of ${evidenceSources.join(', ')}`,
      };
    } else if (source === 'api-explorer' || source === 'sdk') {
      const sources = facts.get(api)!.get(id)?.sources;
      if (sources && !sources.includes(source)) {
        yield {
          at: tree.placeOf(evidence, 'source'),
          reason: `the facts do not list \`${source}\` as a source of \`${id}\``,
        };
      }
    }
  }
}

/** Every operation except a GET declares whether it is idempotent; a GET always is. */
export function* checkIdempotence({ operations, tree }: Spec): Generator<Problem> {
  for (const { id, method, node, at } of operations) {
    const idempotent = node['x-idempotent'];
    if (method === 'get') {
      if (idempotent !== undefined)
        yield { at: tree.placeOf(node, 'x-idempotent'), reason: 'a GET is always idempotent: remove x-idempotent' };
    } else if (typeof mapOf(idempotent)['value'] !== 'boolean') {
      yield { at, reason: `\`${id}\` requires x-idempotent with \`value: true\` or \`value: false\`` };
    }
  }
}

/** `x-helper` names one function or method of the client, and says in a sentence what it does beyond the operation. */
export function* checkHelper({ operations, tree }: Spec): Generator<Problem> {
  for (const { id, node } of operations) {
    const helper = node['x-helper'];
    if (helper === undefined) continue;
    const at = tree.placeOf(node, 'x-helper');
    const { name, text, ...others } = mapOf(helper);
    if (!/^[A-Za-z]\w*(\.[a-z]\w*)?$/.test(textOf(name) ?? '')) {
      yield { at, reason: `the x-helper of \`${id}\` needs a \`name\` such as \`startBuild\` or \`BuildRun.stop\`` };
    }
    if (!/^[A-Z][^]*\.$/.test((textOf(text) ?? '').trim())) {
      yield { at, reason: `the x-helper of \`${id}\` needs a \`text\`: a sentence with a full stop` };
    }
    for (const key of Object.keys(others)) yield { at, reason: `\`${key}\` is not allowed in x-helper` };
  }
}

/** A paginated list has x-pagination, with names of its parameters and response fields. */
export function* checkPagination(spec: Spec): Generator<Problem> {
  for (const operation of spec.operations) {
    const pagination = operation.node['x-pagination'];
    const response = responseOf(spec, operation);
    if (isValueMap(pagination)) {
      const at = spec.tree.placeOf(operation.node, 'x-pagination');
      for (const reason of paginationProblems(spec, operation, pagination, response)) yield { at, reason };
    } else if (hasPagingParameter(spec, operation) && hasListOfObjects(response)) {
      yield { at: operation.at, reason: `\`${operation.id}\` returns a page of a list but has no x-pagination` };
    }
  }
}

function* paginationProblems(
  spec: Spec,
  operation: SpecOperation,
  pagination: ValueMap,
  response: ReadonlyMap<string, Field>,
): Generator<string> {
  const { page, size, first, maxSize, items, total, id } = pagination;
  const accepted = pagination['in'] === 'body' ? requestFields(spec, operation) : queryParameters(spec, operation);
  for (const name of [page, size].filter((value) => typeof value === 'string')) {
    if (!accepted.has(name)) yield `the request has no \`${name}\``;
  }
  for (const [key, value] of Object.entries({ first, maxSize })) {
    if (!Number.isInteger(value)) yield `\`${key}\` must be an integer`;
  }
  const largest = accepted.get(textOf(size) ?? '')?.['maximum'];
  if (typeof largest === 'number' && largest !== maxSize)
    yield `\`maxSize\` differs from the maximum of \`${textOf(size) ?? ''}\``;
  const list = response.get(textOf(items) ?? '');
  if (!list || !typesOf(list.schema).includes('array')) yield `the response has no list \`${textOf(items) ?? ''}\``;
  const count = response.get(textOf(total) ?? '');
  if (
    total !== undefined &&
    !typesOf(count?.schema ?? {}).some((type) => ['integer', 'number', 'string'].includes(type))
  ) {
    yield `the response has no numeric field \`${textOf(total) ?? ''}\``;
  }
  if (id !== undefined && !response.has(`${textOf(items) ?? ''}[].${textOf(id) ?? ''}`))
    yield `the items have no \`${textOf(id) ?? ''}\``;
}

function responseOf(spec: Spec, operation: SpecOperation): Map<string, Field> {
  const success = [...bodiesOf(spec, operation)].find(({ role }) => role.startsWith('2'));
  return fieldsOf(spec.tree, success?.content['schema']);
}

/** Name -> schema. */
function queryParameters(spec: Spec, operation: SpecOperation): Map<string, ValueMap> {
  return new Map(
    parametersOf(spec, operation)
      .filter(({ parameter }) => parameter['in'] === 'query')
      .map(({ parameter }) => [textOf(parameter['name']) ?? '', mapOf(spec.tree.follow(parameter['schema']))]),
  );
}

function requestFields(spec: Spec, operation: SpecOperation): Map<string, ValueMap> {
  const request = [...bodiesOf(spec, operation)].find(({ role }) => role === 'request');
  return new Map([...fieldsOf(spec.tree, request?.content['schema'])].map(([path, { schema }]) => [path, schema]));
}

const hasPagingParameter = (spec: Spec, operation: SpecOperation): boolean =>
  [...queryParameters(spec, operation).keys(), ...requestFields(spec, operation).keys()].some((name) =>
    PAGING.has(name),
  );

const hasListOfObjects = (response: ReadonlyMap<string, Field>): boolean =>
  [...response.keys()].some((path) => path.includes('[].'));
