/** Compares an operation of a page with its description. */
import { actualNames, applyMoves, covers, differencesOf, ENVELOPE_ERROR, under } from '../spec-rules/fact-rules.js';
import { fieldsOf, typesOf } from '../spec-rules/schema-fields.js';
import { bodiesOf, parametersOf, type Spec, type SpecOperation } from '../spec-rules/spec.js';
import { mapOf, textOf, type Place, type ValueMap } from '../spec-rules/source-tree.js';
import type { PageField, PageOperation } from './operations.js';
import { statedValues } from './values.js';
import { jsonTypes } from './words.js';

/** A difference between a page and a description. */
export interface PageDifference {
  at: Place;
  text: string;
  /** Reason in the facts, the differences or a note; undefined if there is none. */
  explanation: string | undefined;
}

/** Headers of every request, which the descriptions declare as security schemes and media types. */
const COMMON_HEADERS = ['x-auth-token', 'content-type'];

/** Returns the names on a page in the form of the facts. */
export function namesOf(page: PageOperation): Map<string, PageField & { in?: string }> {
  return new Map([
    ...page.parameters
      .filter(({ name }) => !COMMON_HEADERS.includes(name.toLowerCase()))
      .map((parameter) => [`parameters.${parameter.name}`, parameter] as const),
    ...[...page.request].map(([path, field]) => [under('request', path), field] as const),
    ...[...page.response].map(([path, field]) => [under('response', path), field] as const),
  ]);
}

/** Returns the schema of each name in the description. */
function schemasOf(spec: Spec, operation: SpecOperation): Map<string, ValueMap> {
  const schemas = new Map<string, ValueMap>();
  for (const { parameter } of parametersOf(spec, operation)) {
    schemas.set(`parameters.${textOf(parameter['name']) ?? ''}`, mapOf(spec.tree.follow(parameter['schema'])));
  }
  for (const { role, content } of bodiesOf(spec, operation)) {
    if (role !== 'request' && !role.startsWith('2')) continue;
    const group = role === 'request' ? 'request' : 'response';
    for (const [path, { schema }] of fieldsOf(spec.tree, content['schema'])) schemas.set(under(group, path), schema);
  }
  return schemas;
}

/** Returns the reason for a difference, from the listed differences or the note of the operation. */
function explain(spec: Spec, operation: SpecOperation, path: string): string | undefined {
  const listed = differencesOf(spec, operation).find(
    (entry) => covers(entry, path) || (entry.to !== '' && covers({ ...entry, path: entry.to }, path)),
  );
  if (listed) return listed.reason;
  const note = textOf(mapOf(operation.node['x-evidence'])['note']) ?? '';
  const name = path.split(/[.[{]/).at(-1) ?? '';
  if (name === '' || !new RegExp(`\`(?:[\\w.]*\\.)?${name}\``).test(note)) return undefined;
  return note.trim().replace(/\s+/g, ' ');
}

/** Compares a page with the operation that has its method and path. */
export function comparePage(spec: Spec, operation: SpecOperation, page: PageOperation): PageDifference[] {
  const found: PageDifference[] = [];
  const listed = differencesOf(spec, operation);
  const facts = spec.facts.get(operation.api)?.get(operation.id);
  const actual = actualNames(spec, operation);
  const schemas = schemasOf(spec, operation);
  const texts = new Map(
    parametersOf(spec, operation).map(({ parameter }) => [`parameters.${textOf(parameter['name']) ?? ''}`, parameter]),
  );
  const stated = namesOf(page);
  const expected = applyMoves(
    new Map(
      [...stated].map(([path, { required, in: location }]) => [
        path,
        { required: required ?? false, at: operation.at, ...(location !== undefined && { in: location }) },
      ]),
    ),
    listed,
  );
  /** The page's field for a name after the listed moves. */
  const moved = new Map([...expected.keys()].map((path, index) => [path, [...stated.values()][index]!]));
  const reasonFor = (path: string): string | undefined => explain(spec, operation, path);
  const inFacts = (path: string): boolean => {
    const [group = '', ...rest] = path.split('.');
    const name = rest.join('.');
    if (group === 'parameters') return facts?.parameters.has(name) ?? false;
    return (
      (group.startsWith('request') ? facts?.request : facts?.response)?.has(
        path.replace(/^(request|response)\.?/, ''),
      ) ?? false
    );
  };
  const add = (path: string, at: Place, text: string, explanation = reasonFor(path)): void => {
    found.push({ at, text: `${path}: ${text}`, explanation });
  };

  for (const [path, fact] of expected) {
    const here = actual.get(path);
    const field = moved.get(path)!;
    if (!here) {
      add(path, operation.at, 'is on the page, but not in the description');
      continue;
    }
    if (here.in !== fact.in)
      add(path, here.at, `is in ${fact.in ?? ''} on the page, in ${here.in ?? ''} in the description`);
    if (field.required !== undefined && here.required !== field.required) {
      add(
        path,
        here.at,
        `is ${field.required ? 'mandatory' : 'optional'} on the page, ${here.required ? 'required' : 'optional'} in the description`,
      );
    }
    const schema = schemas.get(path) ?? {};
    const [types, described] = [jsonTypes(field.type), typesOf(schema, spec.tree)];
    if (types.length > 0 && described.length > 0 && !types.some((type) => described.includes(type))) {
      add(path, here.at, `has the type ${field.type} on the page, ${described.join(' or ')} in the description`);
    }
    const { default: standard, values = [], deprecated, ...ranges } = statedValues(field);
    const has = (what: string): void => add(path, here.at, `has ${what}`);
    for (const [keyword, value] of Object.entries(ranges)) {
      if (schema[keyword] === value || schema['pattern'] !== undefined || schema['enum'] !== undefined) continue;
      has(`${keyword} ${String(value)} on the page, ${JSON.stringify(schema[keyword]) ?? 'none'} in the description`);
    }
    // Known values and defaults can also be in words.
    const words = new Set(JSON.stringify([schema, texts.get(path)]).match(/[\w.-]*\w/g));
    const missing = values.filter((value) => !words.has(value));
    if (missing.length > 0) has(`the values ${missing.join(', ')} on the page only`);
    if (standard !== undefined && !path.startsWith('response') && !field.required && !words.has(String(standard)))
      has(`the default ${String(standard)} on the page only`);
    if (deprecated && !/deprecated/i.test(JSON.stringify([schema, texts.get(path)])))
      has('a note on the page that it is deprecated');
  }
  for (const [path, { at }] of actual) {
    if (expected.has(path) || ENVELOPE_ERROR.test(path)) continue;
    // The page does not describe a body at all, for example a download.
    const explanation = reasonFor(path) ?? (inFacts(path) ? 'another source in the facts has it' : undefined);
    add(path, at, 'is in the description, but not on the page', explanation);
  }
  const responses = mapOf(operation.node['responses']);
  for (const status of page.statuses) {
    if (responses[status] === undefined)
      add(`status ${status}`, operation.at, 'is on the page, but not in the description');
  }
  found.push(...compareExamples(spec, operation, page));
  return found;
}

/** Reports fields of the page's examples that the description does not have. */
function* compareExamples(spec: Spec, operation: SpecOperation, page: PageOperation): Generator<PageDifference> {
  for (const { role, content, at } of bodiesOf(spec, operation)) {
    const isRequest = role === 'request';
    if (!isRequest && !role.startsWith('2')) continue;
    const fields = fieldsOf(spec.tree, content['schema']);
    const names = [...fields.keys()];
    const nameOf = (path: string): string => under(isRequest ? 'request' : 'response', path);
    const lists = new Set<string>();
    for (const path of pathsIn(isRequest ? page.requestExample : page.responseExample, '')) {
      if (fields.has(path)) continue;
      const parents = names.filter((name) => path.startsWith(`${name}.`) || path.startsWith(`${name}[`));
      const parent = parents.sort((x, y) => y.length - x.length)[0];
      if (parent !== undefined) {
        const isList = names.some((name) => name.startsWith(`${parent}[]`)) && path.startsWith(`${parent}.`);
        if (isList && !lists.has(parent)) {
          lists.add(parent);
          const text = `${nameOf(parent)}: is an object in the example of the page, an array in the description`;
          yield { at, text, explanation: explain(spec, operation, nameOf(parent)) };
        }
        // The fields of lists, maps and free-form objects are not listed by name.
        if (isList || !names.some((name) => name.startsWith(`${parent}.`) || name.startsWith(`${parent}[].`))) continue;
      }
      const text = `${nameOf(path)}: is in the example of the page, but not in the description`;
      yield { at, text, explanation: explain(spec, operation, nameOf(path)) };
    }
  }
}

function* pathsIn(value: unknown, path: string): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* pathsIn(item, `${path}[]`);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const own = path === '' ? key : `${path}.${key}`;
      yield own;
      yield* pathsIn(item, own);
    }
  }
}

/** Returns the operation with a method and path. */
export const findOperation = (spec: Spec, { method, path }: PageOperation): SpecOperation | undefined =>
  spec.operations.find((operation) => operation.method === method.toLowerCase() && sameTemplate(operation.path, path));

/** Parameter names may differ: `/jobs/{id}` and `/jobs/{job_id}`. */
export const sameTemplate = (a: string, b: string): boolean =>
  a.replace(/\{\w+\}/g, '{}') === b.replace(/\{\w+\}/g, '{}');
