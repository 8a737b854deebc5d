/** The configuration of a task and a template can be sent back as they were read, by the schemas and in the sandbox. `types.test-d.ts` checks the types. */
import { describe, expect, test } from 'vitest';
import { createDescription } from './support/described-values.js';
import { listDocumentedOperations } from './support/documented-operations.js';
import { createSetup } from './support/sandbox-clients.js';

type Json = Record<string, unknown>;

const { bodyOf, violations, undescribed } = createDescription('codearts-build');
const operations = listDocumentedOperations();

/** The results of an operation that its documentation shows, with the name of the example. */
function resultsOf(id: string): [title: string, result: Json][] {
  const operation = operations.find((candidate) => candidate.id === id);
  const shown = operation?.examples.filter(({ status }) => status === operation.status) ?? [];
  return shown.map(({ label, value }) => [`${id} ${label}`, (value as { result: Json }).result]);
}

const ID = '48c66c6002964721be537cdc6ce0297b';

/** The operations that accept a configuration, and what they take besides. */
const writes: [id: string, more: Json][] = [
  ['createNewJob', {}],
  ['createBuildJob', {}],
  ['updateNewJob', { job_id: ID }],
  ['updateBuildJob', { job_id: ID }],
  ['copyJob', { copy_job_id: ID }],
];

const configurations = ['showJobConfig', 'listJobConfig'].flatMap(resultsOf);
const templates = ['listTemplates', 'listCustomTemplate']
  .flatMap(resultsOf)
  .flatMap(([title, { items }]) => (items as Json[]).map((item) => [title, item] as const));

const product = <A extends unknown[], B extends unknown[]>(
  ones: readonly (readonly [...A])[],
  others: readonly (readonly [...B])[],
) => ones.flatMap((one) => others.map((other): [...A, ...B] => [...one, ...other]));

describe('a configuration that was read', () => {
  test.each(product(configurations, writes))('of %s is a valid body of %s', (_, configuration, id, more) => {
    expect(violations(bodyOf(id, 'request'), { ...configuration, ...more })).toEqual([]);
  });

  test.each(configurations)('of %s has no member that an update does not know', (_, configuration) => {
    expect(undescribed(bodyOf('updateNewJob', 'request'), configuration)).toEqual([]);
  });

  test('makes the same task again, in the sandbox', async () => {
    const { build, sandbox } = createSetup();
    for (const [name, job_id] of Object.entries(sandbox.seed.jobIds)) {
      const { result: read } = await build.showJobConfig({ job_id });
      const { result: created } = await build.createNewJob({ body: { ...read, job_name: `${name}-again` } });
      const { result: copied } = await build.copyJob({
        body: { ...read, job_name: `${name}-copy`, copy_job_id: job_id },
      });
      await build.updateNewJob({ body: { ...read, job_id } });
      for (const id of [job_id, created.job_id, copied.job_id]) {
        const { result: again } = await build.showJobConfig({ job_id: id });
        expect(again).toEqual({ ...read, job_id: id, job_name: again?.job_name });
      }
      const { result: history } = await build.listUpdateJobHistory({ job_id });
      expect(history?.total).toBe(0);
    }
  });
});

describe('a template that was read', () => {
  test('is in the examples', () => {
    expect(templates).not.toEqual([]);
  });

  test.each(product(templates, [['createTemplate'], ['createTemplates']]))(
    'of %s is a valid body of %3$s',
    (_, template, id) => {
      expect(violations(bodyOf(id, 'request'), template)).toEqual([]);
    },
  );

  test('makes the same template again, in the sandbox', async () => {
    const { build } = createSetup();
    const [item] = (await build.listTemplates({ page: '0', page_size: '10' })).result?.items ?? [];
    for (const create of ['createTemplate', 'createTemplates'] as const) {
      const { result } = await build[create]({ body: item! });
      const { result: again } = await build.showTemplate({ uuid: result.uuid });
      const { name, template, parameters } = item!;
      expect(again).toMatchObject({ name, template, parameters });
    }
  });
});
