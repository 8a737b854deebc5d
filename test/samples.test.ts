/** Compares traffic of real accounts and other projects with the description. `fixtures/samples/index.json` contains the source of each sample. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from './support/properties.js';
import { describe, expect, test } from 'vitest';
import { createDescription } from './support/described-values.js';

interface Sample {
  file: string;
  operation: string;
  kind: 'request' | 'response';
  /** Of responses. */
  status?: number;
  source: string;
  note: string;
}

const folder = new URL('fixtures/samples/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const samples = JSON.parse(read('index.json')) as Sample[];
const bodies = samples.filter(({ file }) => file.endsWith('.json'));
const { bodyOf, mediaTypesOf, violations, undescribed } = createDescription('codearts-build');

/** The schema of a sample's body. */
const schemaOf = ({ operation, kind, status }: Sample): string =>
  bodyOf(operation, kind === 'request' ? 'request' : (status ?? Number.NaN));

/** The body, and what is in it: an error may be JSON in a JSON string. */
function valuesOf({ file }: Sample): unknown[] {
  const value: unknown = JSON.parse(read(file));
  return typeof value === 'string' ? [value, JSON.parse(value)] : [value];
}

const eachBody = bodies.map((sample) => [sample.file, sample] as const);

test('each sample has a source, and each file is a sample', () => {
  const files = readdirSync(folder).filter((file) => file !== 'index.json');
  expect(samples.map(({ file }) => file).sort()).toEqual(files.sort());
  for (const { source, note } of samples)
    expect([source, note]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
});

test.each(eachBody)('%s is valid', (_, sample) => {
  for (const value of valuesOf(sample)) expect(violations(schemaOf(sample), value)).toEqual([]);
});

test.each(eachBody)('%s has no member that is not described', (_, sample) => {
  for (const value of valuesOf(sample)) expect(undescribed(schemaOf(sample), value)).toEqual([]);
});

test('a log is the body of a download', () => {
  const logs = samples.filter(({ file }) => file.endsWith('.log'));
  expect(logs).not.toEqual([]);
  for (const { operation, status } of logs)
    expect(mediaTypesOf(operation, status!)).toEqual(['application/octet-stream']);
});

describe('the check', () => {
  /** The objects of a value, with their paths. */
  function* objectsOf(value: unknown, path = ''): Generator<{ object: Record<string, unknown>; path: string }> {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) yield { object: value as Record<string, unknown>, path };
    for (const [name, item] of Object.entries(value)) yield* objectsOf(item, `${path}/${name}`);
  }

  /** Objects whose members are not all known: the settings of a step, and the details of an error. */
  const isFree = (path: string): boolean => path.includes('/properties') || path === '/error';

  const json = bodies.filter((sample) => valuesOf(sample).some((value) => [...objectsOf(value)].length > 0));

  test('finds a member that is not described, wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...json), fc.nat(), fc.string({ minLength: 1 }), (sample, position, name) => {
        const value = structuredClone(valuesOf(sample).at(-1));
        const places = [...objectsOf(value)].filter(({ path }) => !isFree(path));
        const { object, path } = places[position % places.length]!;
        const member = `unheard-of ${name}`;
        object[member] = 1;
        expect(undescribed(schemaOf(sample), value)).toContain(`${path}/${member}`);
      }),
    );
  });

  test.each([
    ['createNewJob-request-terraform.json', (value: Record<string, unknown>) => delete value['arch'], /arch/],
    [
      'showBranchByJobId.json',
      (value: Record<string, unknown>) => (value['result'] = 'master'),
      /^\/result must be array/,
    ],
    ['error-422.json', (value: Record<string, unknown>) => (value['error_msg'] = 3), /error_msg must be string/],
  ])('finds what %s may not be', (file, spoil, reason) => {
    const sample = bodies.find((candidate) => candidate.file === file)!;
    const value = JSON.parse(read(file)) as Record<string, unknown>;
    spoil(value);
    expect(violations(schemaOf(sample), value).join('\n')).toMatch(reason);
  });
});
