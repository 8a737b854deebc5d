import { expect, test } from 'vitest';
import { listOperations } from '../../src/sandbox/router.js';
import { checkResponse } from '../../src/sandbox/validate.js';
import { createSetup } from '../support/sandbox-clients.js';

const showJobInfo = listOperations().find(({ id }) => id === 'showJobInfo')!;

test('a response with a field that the description lacks is invalid in tests, however deep the field', async () => {
  const { build, shop } = createSetup();
  const body = await build.showJobInfo({ job_id: shop });
  const check = (value: unknown): string | undefined => checkResponse(showJobInfo, 200, value);

  expect(check(body)).toBeUndefined();
  expect(check({ ...body, extra: 1 })).toBe('showJobInfo: the description has no /extra');
  expect(check({ ...body, result: { ...body.result, task_name: 'x' } })).toBe(
    'showJobInfo: the description has no /result/task_name',
  );
});
