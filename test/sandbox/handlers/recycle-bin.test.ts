import { describe, expect, test } from 'vitest';
import { createStillSandbox, textWith } from '../../support/sandbox-requests.js';
import {
  DAY_MS,
  UNKNOWN_ID,
  shopOf,
  type Json,
  send,
  call,
  sendRejected,
  create,
  listTasks,
  namesOf,
  listBin,
  run,
} from '../../support/sandbox-tasks.js';

describe('the recycle bin', () => {
  test.each([
    ['deleteTheJob', 'DELETE', (id: string) => ({ target: `/v1/job/${id}/delete` })],
    ['deleteBuildJob', 'POST', (id: string) => ({ target: `/v3/jobs/${id}/delete` })],
    ['batchDeleteBuildJobs', 'DELETE', (id: string) => ({ target: '/v1/job/batch-delete', body: { job_ids: [id] } })],
  ])('contains what %s deletes, and restores it with its builds', async (_, method, address) => {
    const sandbox = createStillSandbox();
    const id = shopOf(sandbox);
    const before = await listTasks(sandbox);
    const { target, body }: { target: string; body?: Json } = address(id);
    expect(await call(sandbox, method, target, body)).toEqual({ job_id: id, project_id: sandbox.seed.projectId });
    expect(namesOf(await listTasks(sandbox))).not.toContain('web-shop');
    for (const path of [`job/${id}/info`, `record/${id}/8/record-info`, `job/${id}/config`]) {
      expect(await sendRejected(sandbox, 'GET', `/v1/${path}`)).toMatchObject({ status: 422, code: 'DEVCB.00031006' });
    }
    expect(await sendRejected(sandbox, 'POST', '/v1/job/execute', { job_id: id })).toMatchObject({ status: 422 });
    expect(await sendRejected(sandbox, method, target, body)).toMatchObject({ status: 422 });
    expect(await listBin(sandbox)).toMatchObject({
      total: 1,
      keep_time: 30,
      job_list: [{ job_id: id, job_name: 'web-shop', delete_time: '2026-09-10 11:00:00' }],
    });
    await send(sandbox, 'POST', '/v1/job/recycling-restoration', { job_ids: [id] });
    expect((await listBin(sandbox)).total).toBe(0);
    expect(new Set(await listTasks(sandbox))).toEqual(new Set(before));
    expect(await run(sandbox, id)).toBe(9);
    const again = await sendRejected(sandbox, 'POST', '/v1/job/recycling-restoration', { job_ids: [id] });
    expect(again).toMatchObject({ status: 422, code: 'DEVCB.00031006' });
  });

  test('keeps a task for the retention period', async () => {
    const sandbox = createStillSandbox();
    await send(sandbox, 'POST', '/v1/job/keep-time', { keep_time: 2 });
    await send(sandbox, 'DELETE', `/v1/job/${shopOf(sandbox)}/delete`);
    await sandbox.clock.advance(2 * DAY_MS - 1);
    expect(await listBin(sandbox)).toMatchObject({ keep_time: 2, total: 1 });
    await sandbox.clock.advance(1);
    // A longer time does not bring back what is gone.
    await send(sandbox, 'POST', '/v1/job/keep-time', { keep_time: 30 });
    expect(await listBin(sandbox)).toMatchObject({ keep_time: 30, total: 0 });
    for (const keep_time of [0, 31]) {
      expect(await sendRejected(sandbox, 'POST', '/v1/job/keep-time', { keep_time })).toMatchObject({
        code: 'DEVCB.00060200',
      });
    }
  });

  test('can be searched and emptied, and single tasks deleted permanently', async () => {
    const sandbox = createStillSandbox();
    const { jobIds } = sandbox.seed;
    await send(sandbox, 'DELETE', '/v1/job/batch-delete', { job_ids: Object.values(jobIds) });
    expect(await listTasks(sandbox)).toEqual([]);
    expect(namesOf((await listBin(sandbox, '&search=WEB')).job_list).sort()).toEqual(['web-frontend', 'web-shop']);
    await send(sandbox, 'DELETE', '/v1/job/recycling-deletion', { job_ids: [shopOf(sandbox)] });
    expect((await listBin(sandbox)).total).toBe(3);
    const rejected = await sendRejected(sandbox, 'POST', '/v1/job/recycling-restoration', {
      job_ids: [jobIds['base-image'], shopOf(sandbox)],
    });
    expect(rejected).toMatchObject({ status: 422, message: textWith(shopOf(sandbox)) });
    expect((await listBin(sandbox)).total).toBe(3);
    await send(sandbox, 'DELETE', '/v1/job/recycling-empty');
    expect((await listBin(sandbox)).total).toBe(0);
    expect(sandbox.state.records.size).toBe(0);
    expect(sandbox.state.dailyCounts.size).toBe(0);
  });

  test('does not restore a task whose name is taken', async () => {
    const sandbox = createStillSandbox();
    await send(sandbox, 'DELETE', `/v1/job/${shopOf(sandbox)}/delete`);
    await create(sandbox, 'web-shop');
    const body = { job_ids: [shopOf(sandbox)] };
    const rejected = await sendRejected(sandbox, 'POST', '/v1/job/recycling-restoration', body);
    expect(rejected).toMatchObject({ status: 400, code: 'DEV.CB.032003' });
    expect((await listBin(sandbox)).total).toBe(1);
  });

  test('restores or deletes all of several tasks or none', async () => {
    const sandbox = createStillSandbox();
    const body = { job_ids: [shopOf(sandbox), UNKNOWN_ID] };
    expect(await sendRejected(sandbox, 'DELETE', '/v1/job/batch-delete', body)).toMatchObject({ status: 422 });
    expect(await listTasks(sandbox)).toHaveLength(4);
  });
});
