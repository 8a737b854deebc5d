import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { namedSchemasOf } from './named-schemas.js';
import { bodiesOf, isMainRole, parametersOf, type Spec } from './spec.js';
import {
  isValueMap,
  mapOf,
  textOf,
  textsWithin,
  type Place,
  type Problem,
  type SourceTree,
  type Value,
  type ValueMap,
} from './source-tree.js';

/** A request or successful response has an example `default`. Each example has a summary and a value. */
export function* checkDefaultExample(spec: Spec): Generator<Problem> {
  for (const operation of spec.operations) {
    for (const { role, mediaType, content, at } of bodiesOf(spec, operation)) {
      const examples = mapOf(content['examples']);
      if (isMainRole(role) && !isValueMap(examples['default'])) {
        yield { at, reason: `${mediaType} (${role}) of \`${operation.id}\` has no example \`default\`` };
      }
      for (const [name, example] of Object.entries(examples)) {
        const { summary, value } = mapOf(example);
        if (textOf(summary) === undefined || value === undefined) {
          yield {
            at: spec.tree.placeOf(examples, name),
            reason: `the example \`${name}\` requires a summary and a value`,
          };
        }
      }
    }
  }
}

/** A required parameter has an example, with which tests and samples call the operation. */
export function* checkParameterExamples(spec: Spec): Generator<Problem> {
  for (const operation of spec.operations) {
    for (const { parameter, at } of parametersOf(spec, operation)) {
      if (parameter['required'] !== true || parameter['example'] !== undefined) continue;
      yield { at, reason: `the required parameter \`${textOf(parameter['name']) ?? ''}\` has no \`example\`: add one` };
    }
  }
}

/**
 * Every example matches its schema, and an example of a string with known values is one of them.
 *
 * The linter does not check headers, defaults and known values.
 */
export function* checkExamples(spec: Spec): Generator<Problem> {
  const compile = createCompiler(spec.tree);
  const seen = new Set<ValueMap>();
  for (const operation of spec.operations) {
    for (const { content } of bodiesOf(spec, operation)) {
      if (seen.has(content)) continue;
      seen.add(content);
      const validate = compile(content['schema'], spec.tree.placeOf(content));
      for (const [name, example] of Object.entries(mapOf(content['examples']))) {
        yield* mismatches(spec.tree, validate, mapOf(example), 'value', `the example \`${name}\``);
      }
    }
  }
  for (const { name, kind, schema, owner, at } of namedSchemasOf(spec)) {
    if (schema['default'] !== undefined && !seen.has(schema)) {
      seen.add(schema);
      yield* mismatches(
        spec.tree,
        compile(schema, spec.tree.placeOf(schema)),
        schema,
        'default',
        `the default of \`${name}\``,
      );
    }
    const known = kind === 'header' || schema['x-extensible-enum'] !== undefined;
    if (known && owner['example'] !== undefined) {
      yield* mismatches(spec.tree, compile(schema, at), owner, 'example', `the example of \`${name}\``);
    }
  }
}

/** Prints a value. A number in a query and the same digits in a body are equal. */
const printValue = (value: Value | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

/** A field of an example request has the value of the parameter with its name: the same task, not another one. */
export function* checkExampleIds(spec: Spec): Generator<Problem> {
  for (const operation of spec.operations) {
    const parameters = new Map(
      parametersOf(spec, operation).map(({ parameter }) => [textOf(parameter['name']) ?? '', parameter['example']]),
    );
    for (const { role, content } of bodiesOf(spec, operation)) {
      if (role !== 'request') continue;
      for (const [name, example] of Object.entries(mapOf(content['examples']))) {
        const value = mapOf(mapOf(example)['value']);
        for (const [field, sent] of Object.entries(value)) {
          const expected = parameters.get(field);
          if (expected === undefined || printValue(sent) === printValue(expected)) continue;
          const reason = `the example \`${name}\` and the parameter \`${field}\` have different values`;
          yield { at: spec.tree.placeOf(value, field), reason };
        }
      }
    }
  }
}

function* mismatches(
  tree: SourceTree,
  validate: ValidateFunction,
  owner: ValueMap,
  key: string,
  subject: string,
): Generator<Problem> {
  const value = owner[key];
  if (value === undefined || validate(value)) return;
  for (const { instancePath, message } of validate.errors ?? []) {
    const keys = instancePath.split('/').slice(1);
    const reason = `${subject}${keys.length > 0 ? `, at ${keys.join('.')},` : ''} ${message ?? 'is invalid'}`;
    yield { at: placeWithin(tree, owner, [key, ...keys]), reason };
  }
}

/** Returns the position of the innermost entry of a path that has its own line. */
function placeWithin(tree: SourceTree, start: ValueMap, keys: readonly string[]): Place {
  let place = tree.placeOf(start);
  let current: Value | undefined = start;
  for (const key of keys) {
    if (Array.isArray(current)) {
      place = tree.placeOf(current, Number(key));
      current = current[Number(key)];
    } else if (isValueMap(current)) {
      place = tree.placeOf(current, key);
      current = current[key];
    }
  }
  return place;
}

/** Compiles schemas, resolving the references between files. */
function createCompiler(tree: SourceTree): (schema: Value | undefined, at: Place) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addKeyword({
    keyword: 'x-extensible-enum',
    schemaType: 'array',
    validate: (known: string[], value: unknown) => typeof value !== 'string' || value === '' || known.includes(value),
    error: { message: 'is not one of the known values: correct it or add it to x-extensible-enum' },
  });
  for (const [file, content] of tree.files) {
    if (isValueMap(content)) ajv.addSchema(content, `spec:///${file}`);
  }
  let count = 0;
  return (schema, { file }) => {
    count += 1;
    // The ID is next to the file of the schema, so that relative references resolve.
    return ajv.compile({ ...mapOf(schema), $id: `spec:///${file}?${String(count)}` });
  };
}

/** Patterns of real secrets and personal data: keys, tokens, accounts of Huawei staff, e-mail addresses. */
const SECRETS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a web token', /\beyJ[\w-]{10,}\.[\w-]{10,}/],
  ['an IAM token', /\bMII[\w+/=-]{40,}/],
  ['an access key', /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{20}\b/],
  ['a secret key', /\b(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])[A-Za-z0-9]{40}\b/],
  ['an account of Huawei staff', /(?<![a-z0-9])[a-z]{1,3}(?:00|wx)\d{6,7}(?!\w*[a-z])/i],
  ['a host of an internal Huawei network', /\.huawei\.com\b/],
  ['a name of Huawei tests', /APITest|CodeCIEdge|codeci_participant|\boych\w|\bcn-north-7\b/],
  ['an e-mail address', /\b(?!git@)[\w.+-]+@(?!example\.)[\w-]+\.[a-z]{2,}\b/],
];

/** No text contains a value that looks like a real key, token, account name or address. Texts with EXAMPLE are accepted. */
export function* checkSecrets({ tree, apis }: Spec): Generator<Problem> {
  for (const [file, content] of tree.files) {
    if (!apis.some((api) => file.startsWith(`openapi/${api}/`))) continue;
    for (const { text, at } of textsWithin(tree, content, { file, line: 1 })) {
      const found = /EXAMPLE/i.test(text) ? undefined : SECRETS.find(([, pattern]) => pattern.test(text));
      if (found) yield { at, reason: `this looks like ${found[0]}` };
    }
  }
}
