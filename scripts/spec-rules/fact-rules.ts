import type { Difference, OperationFacts } from './fact-table.js';
import { fieldsOf, type Field } from './schema-fields.js';
import { bodiesOf, parametersOf, type Spec, type SpecOperation } from './spec.js';
import { textOf, type Place, type Problem, type ValueMap } from './source-tree.js';

/** The description has exactly the operations of the facts, with their names, methods and paths. */
export function* checkOperationList({ apis, facts, operations }: Spec): Generator<Problem> {
  for (const api of apis) {
    const table = facts.get(api)!;
    const here = operations.filter((operation) => operation.api === api);
    for (const { id, method, path, at } of here) {
      const row = table.get(id);
      if (!row)
        yield {
          at,
          reason: `the facts have no operation \`${id}\` in ${api}: correct the operationId or add it to openapi/facts/${api}.json`,
        };
      else if (row.method !== method || row.path !== path) {
        yield {
          at,
          reason: `\`${id}\` is ${callOf(row)} in openapi/facts/${api}.json, ${callOf({ method, path })} in the description: correct one of them`,
        };
      }
    }
    for (const [id, row] of table) {
      if (!here.some((operation) => operation.id === id)) {
        yield {
          at: row.at,
          reason: `\`${id}\` (${callOf(row)}) is not described: add it to openapi/${api}/, or remove it here`,
        };
      }
    }
  }
}

const callOf = ({ method, path }: { method: string; path: string }): string => `${method.toUpperCase()} ${path}`;

/** `deprecated` is set exactly on the operations that the facts mark as deprecated. */
export function* checkDeprecation(spec: Spec): Generator<Problem> {
  for (const [operation, row] of described(spec)) {
    const marked = operation.node['deprecated'] === true;
    if (marked !== row.deprecated) {
      yield {
        at: operation.at,
        reason: `\`${operation.id}\` is ${row.deprecated ? '' : 'not '}deprecated in openapi/facts/${operation.api}.json: correct one of them`,
      };
    }
  }
}

/** `x-ratelimit-policy` is the policy in the facts, and is absent if the facts have none. */
export function* checkRateLimit(spec: Spec): Generator<Problem> {
  for (const [operation, row] of described(spec)) {
    const policy = textOf(operation.node['x-ratelimit-policy']);
    if (policy !== row.ratelimit) {
      yield {
        at: operation.at,
        reason: `the x-ratelimit-policy of \`${operation.id}\` must be ${row.ratelimit ?? 'absent'}, as in openapi/facts/${operation.api}.json`,
      };
    }
  }
}

/** The declared path parameters are exactly those of the path template. */
export function* checkPathParameters(spec: Spec): Generator<Problem> {
  for (const operation of spec.operations) {
    const template = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const declared = parametersOf(spec, operation).filter(({ parameter }) => parameter['in'] === 'path');
    for (const { parameter, at } of declared) {
      const name = textOf(parameter['name']) ?? '';
      if (!template.includes(name)) yield { at, reason: `the path ${operation.path} has no \`${name}\`` };
    }
    for (const name of template) {
      if (!declared.some(({ parameter }) => parameter['name'] === name)) {
        yield { at: operation.at, reason: `the path's parameter \`${name}\` is not declared` };
      }
    }
  }
}

/** A parameter or field of an operation, in the facts or in the description. */
export interface Fact {
  required: boolean;
  /** Path, query or header; of parameters only. */
  in?: string;
  at: Place;
  /** Of fields in the description. */
  schema?: ValueMap;
}

/** The error of an envelope. It is the same in all operations, even if a page does not list it. */
export const ENVELOPE_ERROR = /^response\.error(?:\.|$)/;

/** `required` reports a field of a response that is required without a mark in the facts. */
const isRequiredAsExpected = (path: string, found: Fact, fact: Fact): boolean =>
  found.required === fact.required || (found.required && path.startsWith('response'));

/** Parameters and fields match the facts, including required marks, except for the listed differences. */
export function* checkNames(spec: Spec): Generator<Problem> {
  for (const [operation, row] of described(spec)) {
    const differences = differencesOf(spec, operation);
    const expected = applyMoves(expectedNames(row), differences);
    const actual = actualNames(spec, operation);
    const listed = (kind: Difference['kind'], path: string): boolean =>
      differences.some((difference) => difference.kind === kind && covers(difference, path));
    for (const [path, fact] of expected) {
      const found = actual.get(path);
      if (!found) {
        if (!listed('left-out', path))
          yield {
            at: operation.at,
            reason: `\`${operation.id}\` lacks ${path}, which is in openapi/facts/${operation.api}.json: add it, or list it under left-out in openapi/facts/differences.yaml`,
          };
      } else if (found.in !== fact.in) {
        yield {
          at: found.at,
          reason: `${path} of \`${operation.id}\` belongs in ${fact.in ?? ''}, not in ${found.in ?? ''}`,
        };
      } else if (!isRequiredAsExpected(path, found, fact) && !listed(found.required ? 'required' : 'optional', path)) {
        yield {
          at: found.at,
          reason: `${path} of \`${operation.id}\` is ${fact.required ? 'required' : 'optional'} in openapi/facts/${operation.api}.json: correct one of them, or list it under ${found.required ? 'required' : 'optional'} in openapi/facts/differences.yaml`,
        };
      }
    }
    for (const [path, { at }] of actual) {
      if (!expected.has(path) && !listed('added', path) && !ENVELOPE_ERROR.test(path))
        yield {
          at,
          reason: `the facts have no ${path} in \`${operation.id}\`: add it to openapi/facts/${operation.api}.json if the documentation has it, otherwise a reason to openapi/facts/differences.yaml`,
        };
    }
  }
}

/** A listed difference exists and has a reason of at least one sentence. */
export function* checkDifferences(spec: Spec): Generator<Problem> {
  for (const api of spec.apis) {
    for (const difference of spec.differences.get(api)!) {
      const operation = spec.operations.find(({ api: owner, id }) => owner === api && id === difference.operation);
      const row = spec.facts.get(api)!.get(difference.operation);
      if (!operation || !row) {
        yield {
          at: difference.at,
          reason: `${api} has no operation \`${difference.operation}\`: correct the name or remove the entry`,
        };
      } else if (
        !exists(difference, expectedNames(row), actualNames(spec, operation), differencesOf(spec, operation))
      ) {
        yield {
          at: difference.at,
          reason: `\`${difference.operation}\` does not differ in ${difference.path} (${difference.kind}): remove the entry`,
        };
      }
      if (!/^[A-Z].*\.$/s.test(difference.reason)) {
        yield {
          at: difference.at,
          reason: `the reason for ${difference.path} of \`${difference.operation}\` is no sentence`,
        };
      }
    }
  }
}

function exists(
  difference: Difference,
  table: ReadonlyMap<string, Fact>,
  actual: ReadonlyMap<string, Fact>,
  all: readonly Difference[],
): boolean {
  const { kind, path, to } = difference;
  if (kind === 'moved') {
    return [...table.keys()].some((name) => covers(difference, name)) && (actual.has(to) || to === '');
  }
  const expected = applyMoves(table, all);
  if (kind === 'added') return actual.has(path) && !expected.has(path);
  if (kind === 'left-out') return expected.has(path) && !actual.has(path);
  const here = actual.get(path);
  const there = expected.get(path);
  return (
    here !== undefined &&
    there !== undefined &&
    here.required === (kind === 'required') &&
    here.required !== there.required
  );
}

/** Whether a difference lists a path or a parent of it. */
export const covers = ({ path }: Difference, other: string): boolean =>
  other === path || ['.', '[', '{'].some((next) => other.startsWith(path + next));

export const differencesOf = (spec: Spec, { api, id }: SpecOperation): Difference[] =>
  spec.differences.get(api)!.filter(({ operation }) => operation === id);

function* described(spec: Spec): Generator<[SpecOperation, OperationFacts]> {
  for (const operation of spec.operations) {
    const row = spec.facts.get(operation.api)!.get(operation.id);
    if (row) yield [operation, row];
  }
}

export function expectedNames({ parameters, request, response, at }: OperationFacts): Map<string, Fact> {
  return new Map<string, Fact>([
    ...[...parameters].map(([name, fact]) => [`parameters.${name}`, { ...fact, at }] as const),
    ...[...request].map(([path, required]) => [under('request', path), { required, at }] as const),
    ...[...response].map(([path, required]) => [under('response', path), { required, at }] as const),
  ]);
}

export function actualNames(spec: Spec, operation: SpecOperation): Map<string, Fact> {
  const names = new Map<string, Fact>();
  for (const { parameter, at } of parametersOf(spec, operation)) {
    names.set(`parameters.${textOf(parameter['name']) ?? ''}`, {
      in: textOf(parameter['in']) ?? '',
      required: parameter['required'] === true,
      at,
    });
  }
  for (const { role, content } of bodiesOf(spec, operation)) {
    if (role !== 'request' && !role.startsWith('2')) continue;
    const group = role === 'request' ? 'request' : 'response';
    const fields: Map<string, Field> = fieldsOf(spec.tree, content['schema']);
    for (const [path, field] of fields) names.set(under(group, path), field);
  }
  return names;
}

/** `response` and `[].id` -> `response[].id`. */
export const under = (group: string, path: string): string => (/^[[{]/.test(path) ? group + path : `${group}.${path}`);

/** Returns the names of the facts after applying the listed moves. */
export function applyMoves(table: ReadonlyMap<string, Fact>, differences: readonly Difference[]): Map<string, Fact> {
  const moves = differences.filter(({ kind }) => kind === 'moved');
  return new Map(
    [...table].map(([path, fact]) => {
      const move = moves.find((difference) => covers(difference, path));
      return [move ? move.to + path.slice(move.path.length) : path, fact];
    }),
  );
}
