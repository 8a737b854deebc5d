import { describe, expect, test } from 'vitest';
import { callAdminApi, clientOf, createStillSandbox, startSandbox, textWith } from '../support/sandbox-requests.js';

describe('the admin API', () => {
  test('adds, lists and removes faults', async () => {
    const sandbox = startSandbox();
    const fault = { kind: 'status', status: 503, operation: 'showJobInfo', count: 1 };
    const add = () => callAdminApi(sandbox, 'POST', '/_sandbox/faults', fault);
    expect(await add()).toEqual({ status: 201, body: [{ id: 1, ...fault }] });
    const build = clientOf(sandbox);
    const job_id = sandbox.seed.jobIds['web-shop']!;
    expect((await build.showJobInfo({ job_id }).withResponse()).attempts).toBe(2);
    await add();
    expect(await add()).toMatchObject({ body: [{ id: 2 }, { id: 3 }] });
    const remove = () => callAdminApi(sandbox, 'DELETE', '/_sandbox/faults/2');
    expect(await remove()).toEqual({ status: 200, body: [{ id: 3, ...fault }] });
    expect(await remove()).toMatchObject({ status: 404 });
    expect(await callAdminApi(sandbox, 'GET', '/_sandbox/faults')).toMatchObject({ body: [{ id: 3 }] });
    expect(await callAdminApi(sandbox, 'DELETE', '/_sandbox/faults')).toEqual({ status: 200, body: [] });
  });

  test('starts and stops builds', async () => {
    const sandbox = createStillSandbox();
    const job_id = sandbox.seed.jobIds['web-shop']!;
    const start = (body: object) => callAdminApi(sandbox, 'POST', '/_sandbox/builds', body);
    const { status, body } = await start({ job_id, scenario: 'fail:3' });
    const { build_record_id: id } = body as { build_record_id: string };
    expect([status, body]).toEqual([201, { job_id, build_no: 9, build_record_id: id }]);
    expect(sandbox.state.records.get(id)).toMatchObject({ scenario: { kind: 'fail', step: 3 }, number: 9 });
    const stop = () => callAdminApi(sandbox, 'POST', `/_sandbox/builds/${id}/stop`);
    expect(await stop()).toEqual({ status: 200, body });
    expect(await stop()).toMatchObject({ status: 409, body: { error: 'Build 9 of web-shop has already finished' } });
    expect(sandbox.state.records.get(id)!.stoppedAt).toBe(sandbox.clock.now());
  });

  test.each([
    [400, { job_id: 1 }, 'job_id must be a string'],
    [400, {}, 'job_id must be a string'],
    [400, { job_id: 'x', name: 'y' }, 'the body has no member "name"'],
    [400, { job_id: 'x', scenario: 1 }, 'scenario must be a string'],
    [400, { job_id: 'x', scenario: 'explode' }, 'scenario must be '],
    [404, { job_id: 'x' }, 'Task x does not exist'],
    [409, { job_id: 'old-reports' }, 'Task old-reports is disabled'],
  ])('rejects with %d to start a build with %j', async (status, body, error) => {
    const sandbox = createStillSandbox();
    const builds = sandbox.state.records.size;
    const named = 'job_id' in body ? sandbox.seed.jobIds[String(body.job_id)] : undefined;
    const sent = named === undefined ? body : { job_id: named };
    expect(await callAdminApi(sandbox, 'POST', '/_sandbox/builds', sent)).toEqual({
      status,
      body: { error: textWith(error) },
    });
    expect(sandbox.state.records.size).toBe(builds);
  });

  test('rejects with 404 to stop a build that does not exist', async () => {
    const sandbox = createStillSandbox();
    expect(await callAdminApi(sandbox, 'POST', '/_sandbox/builds/none/stop')).toMatchObject({ status: 404 });
    expect(await callAdminApi(sandbox, 'GET', '/_sandbox/builds/none/stop')).toMatchObject({ status: 404 });
  });

  test('advances a manual clock', async () => {
    const sandbox = startSandbox({ autoAdvance: false });
    const before = sandbox.clock.now();
    expect(await callAdminApi(sandbox, 'POST', '/_sandbox/clock', { ms: 60_000 })).toEqual({
      status: 200,
      body: { now: before + 60_000 },
    });
    const real = startSandbox({ clock: 'real', autoAdvance: false });
    expect(await callAdminApi(real, 'POST', '/_sandbox/clock', { ms: 1 })).toMatchObject({ status: 400 });
  });

  test.each([
    ['nested 200,000 deep', `{"kind":"status","status":503,"code":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['that is not UTF-8', new Uint8Array([0xff])],
    ['that is empty', ''],
  ])('rejects a body %s with 400', async (_, body) => {
    const sandbox = startSandbox();
    const headers = { 'content-type': 'application/json' };
    const response = await sandbox.fetch('http://sandbox/_sandbox/faults', { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await callAdminApi(sandbox, 'GET', '/_sandbox/faults')).toEqual({ status: 200, body: [] });
  });

  test.each([1e300, -1, '5', null])('rejects to advance the clock by %j', async (ms) => {
    const sandbox = startSandbox();
    expect(await callAdminApi(sandbox, 'POST', '/_sandbox/clock', { ms })).toMatchObject({ status: 400 });
    expect((await sandbox.fetch('http://sandbox/')).status).toBe(200);
  });

  test('reports the problem of an invalid request', async () => {
    const sandbox = startSandbox();
    expect(await callAdminApi(sandbox, 'POST', '/_sandbox/faults', { kind: 'flood' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('kind of a fault must be one of') as string },
    });
    expect(await callAdminApi(sandbox, 'POST', '/_sandbox/faults', [])).toEqual({
      status: 400,
      body: { error: 'the body must be a JSON object' },
    });
    expect(await callAdminApi(sandbox, 'GET', '/_sandbox/nothing')).toMatchObject({ status: 404 });
  });

  test('resets the state and lists the sources of responses', async () => {
    const sandbox = startSandbox();
    await clientOf(sandbox).startBuild({ jobId: sandbox.seed.jobIds['web-shop']! });
    const builds = sandbox.state.records.size;
    await callAdminApi(sandbox, 'POST', '/_sandbox/reset');
    expect(sandbox.state.records.size).toBe(builds - 1);
    expect((await callAdminApi(sandbox, 'GET', '/_sandbox/coverage')).body).toMatchObject({ executeJob: 'state' });
  });
});
