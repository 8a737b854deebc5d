/** Parameter definitions: what is encoded can be decoded, and the other way round for all that is documented. */
import { readFileSync } from 'node:fs';
import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { decodeParameters, encodeParameters, type CodeArtsBuild, type TaskParameter } from '../../src/index.js';
import { listDocumentedOperations } from '../support/documented-operations.js';
import { createSetup } from '../support/sandbox-clients.js';

type Definition = CodeArtsBuild.ParameterDefinition;
type Property = NonNullable<Definition['params']>[number];

const DEFINITION = 'hudson.model.StringParameterDefinition';

/** Yields the definitions within a value, which are recognized by their class. */
function* definitionsIn(value: unknown): Generator<Definition> {
  if (typeof value !== 'object' || value === null) return;
  if ('params' in value && 'name' in value && String(value.name).endsWith('ParameterDefinition')) {
    const [first] = value.params as object[];
    // Lists of the parameter types show input fields instead of values.
    if (first && 'value' in first) yield value as Definition;
  }
  for (const item of Object.values(value)) yield* definitionsIn(item);
}

const terraform = new URL('../fixtures/samples/createNewJob-request-terraform.json', import.meta.url);
const documented = [
  ...listDocumentedOperations().flatMap(({ id, body, examples }) => [
    ...Object.values(body?.examples ?? {}).map((value) => [id, value] as const),
    ...examples.map(({ value }) => [id, value] as const),
  ]),
  ['terraform', JSON.parse(readFileSync(terraform, 'utf8')) as unknown] as const,
].flatMap(([id, value]) => [...definitionsIn(value)].map((definition) => [id, definition] as const));

/** A definition without the order of its properties, and without `limits` that are `null`. */
const withoutOrder = ({ name, params = [] }: Definition): object => ({
  name,
  params: params
    .map(({ limits, ...property }) => (limits ? { ...property, limits } : property))
    .sort((one, other) => (one.name! < other.name! ? -1 : 1)),
});

test('documented definitions exist', () => {
  expect(documented.length).toBeGreaterThan(20);
});

test.each(documented)('a definition of %s is the same after decoding and encoding', (_, definition) => {
  const [encoded] = encodeParameters(decodeParameters([definition]));
  expect(withoutOrder(encoded!)).toEqual(withoutOrder(definition));
});

test('a parameter with every documented property is an object with names', () => {
  const params: Property[] = [
    { name: 'name', value: 'profile' },
    { name: 'type', value: 'normalparam' },
    { name: 'defaultValue', value: 'release', limits: [{ name: 'release' }, { name: 'debug', disable: '1' }] },
    { name: 'description', value: 'Profile of the build' },
    { name: 'deletion', value: 'false' },
    { name: 'defaults', value: 'true' },
    { name: 'staticVar', value: 'false' },
    { name: 'sensitiveVar', value: 'true' },
  ];
  const parameter: TaskParameter = {
    ...{ name: 'profile', type: 'normalparam', defaultValue: 'release', description: 'Profile of the build' },
    ...{ deletion: false, defaults: true, staticVar: false, sensitiveVar: true },
    limits: [{ name: 'release' }, { name: 'debug', disable: '1' }],
  };
  expect(decodeParameters([{ name: DEFINITION, params }])).toEqual([parameter]);
  expect(encodeParameters([parameter])).toEqual([{ name: DEFINITION, params }]);
});

describe('decoding accepts', () => {
  const named: Property = { name: 'name', value: 'x' };
  test.each<[string, Definition, TaskParameter]>([
    ['a class in other letters', { name: DEFINITION.toUpperCase(), params: [named] }, { name: 'x' }],
    ['no class', { params: [named] }, { name: 'x' }],
    ['another class', { name: 'Choice', params: [named] }, { name: 'x', definition: 'Choice' }],
    ['an unknown property', { params: [named, { name: 'new', value: '1' }] }, { name: 'x', other: { new: '1' } }],
    ['a property without a value', { params: [named, { name: 'description' }] }, { name: 'x' }],
    [
      'allowed values at the type',
      { params: [named, { name: 'type', value: 't', limits: [{ name: 'a' }] }] },
      { name: 'x', type: 't', limits: [{ name: 'a' }] },
    ],
  ])('%s', (_, definition, parameter) => {
    expect(decodeParameters([definition])).toEqual([parameter]);
  });
});

test('allowed values without a default value go with the name', () => {
  const [encoded] = encodeParameters([{ name: 'x', limits: [{ name: 'a' }] }]);
  expect(encoded?.params).toEqual([{ name: 'name', value: 'x', limits: [{ name: 'a' }] }]);
});

/** Any parameter. */
const parameters = fc.array(
  fc.record(
    {
      name: fc.string({ minLength: 1 }),
      type: fc.string({ minLength: 1 }),
      defaultValue: fc.string(),
      description: fc.string(),
      deletion: fc.boolean(),
      defaults: fc.boolean(),
      staticVar: fc.boolean(),
      sensitiveVar: fc.boolean(),
      limits: fc.array(
        fc.record({ name: fc.string(), display_name: fc.string(), disable: fc.string() }, { requiredKeys: [] }),
      ),
      definition: fc.string({ minLength: 1 }).filter((name) => name.toLowerCase() !== DEFINITION.toLowerCase()),
      other: fc.dictionary(
        fc.string({ minLength: 1 }).map((name) => `x${name}`),
        fc.string(),
        { minKeys: 1 },
      ),
    },
    { requiredKeys: ['name'] },
  ),
);

test('any parameter is the same after encoding and decoding, also as JSON', () => {
  fc.assert(
    fc.property(parameters, (list) => {
      const encoded = encodeParameters(list);
      const received = JSON.parse(JSON.stringify(encoded)) as Definition[];
      expect(decodeParameters(received)).toEqual(list.map((parameter) => ({ ...parameter })));
    }),
  );
});

test('a task that is created with encoded parameters shows the same ones, in the sandbox', async () => {
  const { build, sandbox } = createSetup();
  const read = await build.showJobConfig({ job_id: sandbox.seed.jobIds['web-shop']! }).result();
  const wanted: TaskParameter[] = [
    ...decodeParameters(read.parameters ?? []),
    { name: 'profile', type: 'normalparam', defaultValue: 'debug', limits: [{ name: 'debug' }, { name: 'release' }] },
  ];
  const body = { ...read, job_name: 'with-parameters', parameters: encodeParameters(wanted) };
  const { job_id } = await build.createNewJob({ body }).result();
  const again = await build.showJobConfig({ job_id }).result();
  expect(decodeParameters(again.parameters ?? [])).toEqual(wanted);
});

describe('a TypeError names the parameter and what is wrong', () => {
  const named = { name: 'name', value: 'x' };
  test.each<[string, () => unknown, string]>([
    ['no list', () => encodeParameters({} as never), 'parameters must be an array; received an object'],
    [
      'no object',
      () => encodeParameters([null as never]),
      'parameters[0]: a parameter must be an object; received null',
    ],
    [
      'no name',
      () => encodeParameters([{} as never]),
      'parameters[0]: name must be a non-empty string; received undefined',
    ],
    [
      'an empty name',
      () => encodeParameters([{ name: 'x' }, { name: '' }]),
      'parameters[1]: name must be a non-empty string; received ""',
    ],
    [
      'an unknown field',
      () => encodeParameters([{ name: 'x', value: 'y' } as never]),
      'parameters[0]: unknown option "value" of a parameter',
    ],
    [
      'a flag that is text',
      () => encodeParameters([{ name: 'x', sensitiveVar: 'true' as never }]),
      'parameters[0]: sensitiveVar must be true or false; received "true"',
    ],
    [
      'a default value that is a number, without the number',
      () => encodeParameters([{ name: 'x', defaultValue: 3 as never }]),
      'parameters[0]: defaultValue must be a string; received a number',
    ],
    [
      'allowed values that are text',
      () => encodeParameters([{ name: 'x', limits: ['a'] as never }]),
      'parameters[0]: limits must be an array of objects; received an Array',
    ],
    [
      'another property with a field of its own',
      () => encodeParameters([{ name: 'x', other: { type: 'y' } }]),
      'parameters[0]: other must be properties without a field of their own; received "type"',
    ],
    [
      'no list of definitions',
      () => decodeParameters(undefined as never),
      'parameters must be an array; received undefined',
    ],
    [
      'no definition',
      () => decodeParameters([null as never]),
      'parameters[0]: a definition must be an object; received null',
    ],
    ['no properties', () => decodeParameters([{}]), 'parameters[0]: params must be an array; received undefined'],
    [
      'no property name',
      () => decodeParameters([{ params: [{ value: 'x' }] }]),
      'parameters[0]: the name of a property must be a non-empty string; received undefined',
    ],
    [
      'no name of the parameter',
      () => decodeParameters([{ params: [named] }, { params: [] }]),
      'parameters[1]: name must be a non-empty string; received ""',
    ],
    [
      'a flag that is neither true nor false',
      () => decodeParameters([{ params: [named, { name: 'deletion', value: 'no' }] }]),
      `parameters[0]: deletion must be 'true' or 'false'; received "no"`,
    ],
    [
      'a value that is a number, without the number',
      () => decodeParameters([{ params: [named, { name: 'defaultValue', value: 3 as never }] }]),
      'parameters[0]: defaultValue must be a string; received a number',
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(new TypeError(message));
  });
});
