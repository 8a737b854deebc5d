import { describe, expect, test } from 'vitest';
import { callAdminApi, clientOf, startSandbox } from '../support/sandbox-requests.js';

describe('the admin API', () => {
  test('adds, lists and removes faults', async () => {
    const sandbox = startSandbox();
    const fault = { kind: 'status', status: 503, operation: 'showJobInfo', count: 1 };
    expect(await callAdminApi(sandbox, 'POST', '/_sandbox/faults', fault)).toEqual({ status: 201, body: [fault] });
    const build = clientOf(sandbox);
    const job_id = sandbox.seed.jobIds['web-shop']!;
    expect((await build.showJobInfo({ job_id }).withResponse()).attempts).toBe(2);
    await callAdminApi(sandbox, 'POST', '/_sandbox/faults', fault);
    expect(await callAdminApi(sandbox, 'DELETE', '/_sandbox/faults')).toEqual({ status: 200, body: [] });
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
