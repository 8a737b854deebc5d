import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { createStillSandbox, textWith } from '../../support/sandbox-requests.js';
import {
  UNKNOWN_ID,
  shopOf,
  type Json,
  send,
  call,
  sendRejected,
  parameter,
  MAVEN,
  UPLOAD,
  CODE,
  define,
  create,
  listTasks,
  namesOf,
  run,
  logOf,
} from '../../support/sandbox-tasks.js';

/** An object with as many levels. */
const nest = (levels: number): object =>
  JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as Record<string, unknown>;

describe('a created task', () => {
  test.each(['/v1/job/create', '/v3/jobs/create'])('by %s is listed, shown and configured', async (target) => {
    const sandbox = createStillSandbox();
    const body = define(sandbox, 'parts', {
      scms: [CODE],
      parameters: [parameter('profile', 'release'), parameter('apiKey', 'very-secret', true)],
      timeout: { limit: '4', unit: 'hour' },
    });
    const { job_id } = await call<{ job_id: string }>(sandbox, 'POST', target, body);
    const tasks = await listTasks(sandbox);
    expect(tasks[0]).toMatchObject({ id: job_id, job_name: 'parts', last_build_status: 'none', disabled: false });
    expect(tasks).toHaveLength(5);
    expect(await call(sandbox, 'GET', `/v1/job/${job_id}/info`)).toMatchObject({ id: job_id, job_name: 'parts' });
    const all = await call<{ job_list: Json[]; total: number }>(
      sandbox,
      'GET',
      '/v1/job/list?page_index=0&page_size=1',
    );
    expect(all).toMatchObject({ total: 5, job_list: [{ id: job_id, project_name: 'demo', build_number: null }] });
    const config = await call(sandbox, 'GET', `/v1/job/${job_id}/config`);
    expect(await call(sandbox, 'GET', `/v3/jobs/${job_id}/query`)).toEqual(config);
    expect(config).toMatchObject({
      ...body,
      job_id,
      parameters: [parameter('codeBranch', 'main').name, 'release', '******'].map((value, index) =>
        index === 0 ? { name: value } : { params: [{}, {}, { name: 'defaultValue', value }, {}] },
      ),
    });
  });

  test('runs the checkout and its steps, with its parameters in the commands', async () => {
    const sandbox = createStillSandbox();
    const off = { ...UPLOAD, name: 'Switched off', enable: false };
    const id = await create(sandbox, 'parts', {
      scms: [CODE],
      steps: [MAVEN, off, UPLOAD],
      parameters: [parameter('profile', 'release'), parameter('apiKey', 'very-secret', true)],
    });
    const number = await run(sandbox, id, [{ name: 'profile', value: 'debug' }]);
    await sandbox.clock.advance(120_000);
    const details = await send(sandbox, 'GET', `/v3/jobs/${id}/${String(number)}/history-details`);
    expect(details).toMatchObject({
      parameters: { codeBranch: 'main', profile: 'debug', apiKey: '******' },
      build_steps: ['代码检出', 'Build with Maven', 'Upload'].map((name) => ({ name, status: 'success' })),
    });
    for (const { build_time } of details['build_steps'] as { build_time: number }[]) {
      expect(build_time).toBeGreaterThan(1_000);
    }
    const log = await logOf(sandbox, id, number);
    expect(log).toContain('+ mvn package -Pdebug -Dkey=****** -Dno=20260910.1 ${unknown}');
    expect(log).not.toMatch(/very-secret|# comment|Switched off/);
    expect(namesOf(await listTasks(sandbox, '&build_status=blue'))).toContain('parts');
  });

  test('builds without repository and steps too, and all its records can be read', async () => {
    const sandbox = createStillSandbox();
    const id = await create(sandbox, 'bare', { steps: [] });
    const number = await run(sandbox, id);
    await sandbox.clock.advance(60_000);
    const record = await call(sandbox, 'GET', `/v1/record/${id}/${String(number)}/record-info`);
    expect(record).toMatchObject({ status: 'SUCCESS', branch: 'master' });
    await send(sandbox, 'GET', `/v1/record/${String(record['build_record_id'])}/full-stages`);
    const info = await call(sandbox, 'GET', `/v1/record/${id}/${String(number)}/build-info-record`);
    expect(info).toMatchObject({ number });
  });

  test('takes its timeout from its definition', async () => {
    const sandbox = createStillSandbox();
    const id = await create(sandbox, 'parts', { timeout: { limit: '2', unit: 'minute' } });
    await run(sandbox, id, [{ name: 'sandbox_scenario', value: 'timeout:1' }]);
    await sandbox.clock.advance(130_000);
    expect((await listTasks(sandbox))[0]).toMatchObject({ last_build_status: 'timeout' });
  });

  test.each([
    ['a name that the project has', 'web-shop', {}, 400, 'DEV.CB.032003'],
    ['a name with a blank', 'web shop', {}, 400, 'DEVCB.00060200'],
    ['an unknown project', 'parts', { project_id: UNKNOWN_ID }, 422, 'DEVCB.00031006'],
    ['an unknown group', 'parts', { group_id: UNKNOWN_ID }, 422, 'DEVCB.00031006'],
    ['a nameless parameter', 'parts', { parameters: [{ name: 'x', params: [] }] }, 400, 'DEVCB.00060200'],
    ['a parameter twice', 'parts', { parameters: [parameter('a', ''), parameter('a', '')] }, 400, 'DEVCB.00060200'],
    ['an odd limit', 'parts', { timeout: { limit: 'four', unit: 'hour' } }, 400, 'DEVCB.00060200'],
    ['an odd unit', 'parts', { timeout: { limit: '4', unit: 'moon' } }, 400, 'DEVCB.00060200'],
    [
      'a unit that is a member of objects',
      'parts',
      { timeout: { limit: '4', unit: 'constructor' } },
      400,
      'DEVCB.00060200',
    ],
    ['properties 150 deep', 'parts', { steps: [{ ...MAVEN, properties: nest(150) }] }, 400, 'DEVCB.00060200'],
  ])('with %s is rejected', async (_, name, more, status, code) => {
    const sandbox = createStillSandbox();
    const rejected = await sendRejected(sandbox, 'POST', '/v1/job/create', define(sandbox, name, more));
    expect(rejected).toMatchObject({ status, code });
    expect(await listTasks(sandbox)).toHaveLength(4);
  });

  test('is rejected with the v3 code on v3 routes', async () => {
    const sandbox = createStillSandbox();
    const body = define(sandbox, 'parts', { project_id: UNKNOWN_ID });
    expect(await sendRejected(sandbox, 'POST', '/v3/jobs/create', body)).toMatchObject({
      status: 422,
      code: 'CB.00031006',
    });
  });

  test('is rejected if the account has reached its limit', async () => {
    const sandbox = createStillSandbox();
    expect(await call(sandbox, 'GET', '/v1/job/check/count')).toBe(false);
    sandbox.state.taskMetadata.taskLimit = 4;
    expect(await call(sandbox, 'GET', '/v1/job/check/count')).toBe(true);
    const rejected = await sendRejected(sandbox, 'POST', '/v1/job/create', define(sandbox, 'parts'));
    expect(rejected).toMatchObject({ status: 400, code: 'DEV.CB.032004', message: textWith('4') });
  });

  test('can have any free name', async () => {
    const sandbox = createStillSandbox();
    const target = `/v1/job/check/exist?project_id=${sandbox.seed.projectId}&job_name=parts`;
    expect(await call(sandbox, 'GET', target)).toBe(false);
    const id = await create(sandbox, 'parts');
    expect(await call(sandbox, 'GET', target)).toBe(true);
    await send(sandbox, 'DELETE', `/v1/job/${id}/delete`);
    expect(await call(sandbox, 'GET', target)).toBe(false);
  });
});

describe('a copied task', () => {
  test('has the steps of the request, and the timeout and the secrets of the model', async () => {
    const sandbox = createStillSandbox();
    const secret = parameter('apiKey', 'very-secret', true);
    const model = await create(sandbox, 'parts', { parameters: [secret], timeout: { limit: '3', unit: 'hour' } });
    const name = await call<string>(sandbox, 'GET', `/v1/job/${model}/copy-name`);
    expect(name).toBe('parts-copy-1');
    const { parameters } = await call(sandbox, 'GET', `/v1/job/${model}/config`);
    const body = { ...define(sandbox, name, { parameters, steps: [UPLOAD] }), copy_job_id: model };
    const { job_id } = await call<{ job_id: string }>(sandbox, 'POST', '/v1/job/copy', body);
    const config = await call(sandbox, 'GET', `/v1/job/${job_id}/config`);
    expect(config).toMatchObject({ steps: [{ name: 'Upload' }], timeout: { limit: '3', unit: 'hour' } });
    expect(sandbox.state.tasks.get(job_id)?.parameters).toContainEqual({
      name: 'apiKey',
      value: 'very-secret',
      secret: true,
    });
    expect(await call(sandbox, 'GET', `/v1/job/${model}/copy-name`)).toBe('parts-copy-2');
    expect(await sendRejected(sandbox, 'POST', '/v1/job/copy', body)).toMatchObject({
      status: 400,
      code: 'DEV.CB.032003',
    });
  });
});

describe('a changed task', () => {
  test.each(['/v1/job/update', '/v3/jobs/update'])('by %s keeps its ID, its builds and its secrets', async (target) => {
    const sandbox = createStillSandbox();
    const job_id = shopOf(sandbox);
    const config = await call(sandbox, 'GET', `/v1/job/${job_id}/config`);
    await call(sandbox, 'POST', target, { ...config, job_name: 'shop', flavor: '4u8g' });
    const shown = await call(sandbox, 'GET', `/v1/job/${job_id}/config`);
    expect(shown).toEqual({ ...config, job_name: 'shop', flavor: '4u8g' });
    const secrets = sandbox.state.tasks.get(job_id)?.parameters.filter(({ secret }) => secret);
    expect(secrets).toEqual([{ name: 'releaseKey', value: 'not-for-the-log', secret: true }]);
    expect(await run(sandbox, job_id)).toBe(9);
    await sandbox.clock.advance(60_000);
    const details = await send(sandbox, 'GET', `/v3/jobs/${job_id}/9/history-details`);
    expect(details).toMatchObject({
      job_name: 'shop',
      build_steps: [{ name: '代码检出' }, { name: 'Maven构建' }, { name: '上传软件包到软件发布库' }],
    });
    expect(await send(sandbox, 'GET', `/v3/jobs/${job_id}/8/history-details`)).toMatchObject({ job_name: 'web-shop' });
  });

  test('has a history, and differences between its revisions', async () => {
    const sandbox = createStillSandbox();
    const job_id = await create(sandbox, 'parts', { flavor: '2u8g' });
    const history = (): Promise<Json> => call(sandbox, 'GET', `/v1/job/${job_id}/history`);
    const diff = (revised: string, original: string): Promise<string> =>
      call<string>(sandbox, 'GET', `/v1/job/${job_id}/diff?revisedl_no=${revised}&original_no=${original}`);
    expect(await history()).toEqual({ job_update_records: [], total: 0 });
    const change = { ...define(sandbox, 'parts', { flavor: '4u8g' }), job_id };
    await sandbox.clock.advance(1_000);
    await call(sandbox, 'POST', '/v1/job/update', change);
    await call(sandbox, 'POST', '/v1/job/update', change);
    await call(sandbox, 'POST', '/v1/job/update', { ...change, job_name: 'pieces' });
    expect(await history()).toMatchObject({
      total: 2,
      job_update_records: [{ update_number: 3 }, { update_number: 2, update_at: sandbox.clock.now() }],
    });
    expect(await diff('2', '1')).toBe('-flavor: 2u8g, +flavor: 4u8g');
    expect(await diff('3', '2')).toBe('-job_name: parts, +job_name: pieces');
    expect(await diff('3', '3')).toBeNull();
    expect(await diff('1', '0')).toContain('+steps.0.name: Build with Maven');
    const target = `/v1/job/${job_id}/diff?original_no=1&revisedl_no=`;
    expect(await sendRejected(sandbox, 'GET', `${target}4`)).toMatchObject({ status: 422, code: 'DEVCB.00031006' });
    expect(await sendRejected(sandbox, 'GET', `${target}x`)).toMatchObject({ status: 400, code: 'DEVCB.00060200' });
  });

  test('cannot take the name or the project of another task', async () => {
    const sandbox = createStillSandbox();
    const change = { ...define(sandbox, 'base-image'), job_id: shopOf(sandbox) };
    expect(await sendRejected(sandbox, 'POST', '/v1/job/update', change)).toMatchObject({ code: 'DEV.CB.032003' });
    const moved = { ...change, job_name: 'shop', project_id: UNKNOWN_ID };
    expect(await sendRejected(sandbox, 'POST', '/v1/job/update', moved)).toMatchObject({ code: 'DEVCB.00060200' });
    const unknown = { ...change, job_id: UNKNOWN_ID };
    expect(await sendRejected(sandbox, 'POST', '/v3/jobs/update', unknown)).toMatchObject({ code: 'CB.00031006' });
  });
});

describe('the agency of tasks', () => {
  const configOf = (sandbox: Sandbox, id: string): Promise<Json> => call(sandbox, 'GET', `/v1/job/${id}/config`);

  const historyOf = async (sandbox: Sandbox, id: string): Promise<number> =>
    (await call<{ total: number }>(sandbox, 'GET', `/v1/job/${id}/history`)).total;

  test('is part of their configuration, and a change of it', async () => {
    const sandbox = createStillSandbox();
    const { 'web-shop': shop = '', 'base-image': image = '', 'web-frontend': other = '' } = sandbox.seed.jobIds;
    const before = await configOf(sandbox, shop);
    const agency_urn = 'iam::60021bab32fd450aa2cb89226f425e06:agency:build_admin_trust';
    const set = (more: object = {}): Promise<Json> =>
      send(sandbox, 'POST', '/v1/job/batch-agency', { job_ids: [shop, image, shop], ...more });
    expect(await set({ agency_urn })).toEqual({ status: 'success', error: null });
    expect(await configOf(sandbox, shop)).toEqual({ ...before, agency_urn });
    expect(await configOf(sandbox, image)).toMatchObject({ agency_urn });
    expect(await configOf(sandbox, other)).not.toHaveProperty('agency_urn');
    await set({ agency_urn });
    expect(await historyOf(sandbox, shop)).toBe(1);
    await set();
    expect(await configOf(sandbox, shop)).toMatchObject({ agency_urn: '' });
    expect(await historyOf(sandbox, shop)).toBe(2);
  });

  test('stays with the configuration that was read and sent back', async () => {
    const sandbox = createStillSandbox();
    const id = shopOf(sandbox);
    await send(sandbox, 'POST', '/v1/job/batch-agency', { job_ids: [id], agency_urn: 'iam::1:agency:build' });
    const read = await configOf(sandbox, id);
    await send(sandbox, 'POST', '/v1/job/update', { ...read, job_name: 'shop' });
    expect(await configOf(sandbox, id)).toEqual({ ...read, job_name: 'shop' });
  });

  test('is not set for any task if one does not exist', async () => {
    const sandbox = createStillSandbox();
    const body = { job_ids: [shopOf(sandbox), UNKNOWN_ID], agency_urn: 'iam::1:agency:build' };
    expect(await sendRejected(sandbox, 'POST', '/v1/job/batch-agency', body)).toMatchObject({ status: 422 });
    expect(await configOf(sandbox, shopOf(sandbox))).not.toHaveProperty('agency_urn');
  });
});

describe('a task', () => {
  test.each([null, []])('with the steps %j runs the build file of its repository', async (steps) => {
    const sandbox = createStillSandbox();
    const id = await create(sandbox, 'from-a-file', { steps });
    expect(await call(sandbox, 'GET', `/v1/job/${id}/config`)).toMatchObject({ steps });
    expect(await run(sandbox, id)).toBe(1);
    expect(sandbox.state.builds.get(id)?.[0]?.steps).toMatchObject([{ name: 'Build' }]);
  });

  test('that was disabled in the past without a time shows none', async () => {
    const sandbox = createStillSandbox();
    const shown = await call(sandbox, 'GET', `/v1/job/${sandbox.seed.jobIds['old-reports']!}/check/disable`);
    expect(shown).toMatchObject({ disabled: 1, job_name: 'old-reports' });
    expect(shown).not.toHaveProperty('forbidden_time');
  });

  test('does not run while it is disabled, in v1 and v3', async () => {
    const sandbox = createStillSandbox();
    const id = shopOf(sandbox);
    const shown = (): Promise<unknown> => call(sandbox, 'GET', `/v1/job/${id}/check/disable`);
    expect(await shown()).toBeNull();
    await send(sandbox, 'POST', `/v1/job/${id}/disable`, { disabled: true, reason: 'No longer needed' });
    expect(await shown()).toEqual({
      forbiddener: 'builder【builder】',
      reson: 'No longer needed',
      disabled: 1,
      job_id: id,
      job_name: 'web-shop',
      forbidden_time: sandbox.clock.now(),
    });
    expect(await sendRejected(sandbox, 'POST', '/v1/job/execute', { job_id: id })).toMatchObject({ status: 422 });
    await send(sandbox, 'POST', `/v3/jobs/${id}/recover`);
    expect(await shown()).toBeNull();
    await send(sandbox, 'POST', `/v3/jobs/${id}/disable`);
    expect(await sendRejected(sandbox, 'POST', '/v3/jobs/build', { job_id: id })).toMatchObject({ status: 422 });
    await send(sandbox, 'POST', `/v1/job/${id}/disable`, { disabled: false });
    expect(await run(sandbox, id)).toBe(9);
  });

  test('is added to and removed from favorites', async () => {
    const sandbox = createStillSandbox();
    const id = sandbox.seed.jobIds['base-image']!;
    const favorites = async (): Promise<string[]> =>
      namesOf((await listTasks(sandbox)).filter(({ favorite }) => favorite)).sort();
    expect(await call(sandbox, 'POST', `/v1/job/${id}/follow`)).toEqual({ favorite: true });
    expect(await favorites()).toEqual(['base-image', 'web-shop']);
    expect(await call(sandbox, 'POST', `/v1/job/${id}/unfollow`)).toEqual({ favorite: false });
    expect(await favorites()).toEqual(['web-shop']);
  });

  test('shows a pipeline the parameters that it uses', async () => {
    const sandbox = createStillSandbox();
    const id = await create(sandbox, 'parts', { parameters: [parameter('profile', 'a'), parameter('unused', 'b')] });
    const names = async (query: string): Promise<unknown[]> => {
      const target = `/v1/job/${id}/pipeline-info${query}`;
      const { parameters } = await call<{ parameters: { params: { value: string }[] }[] }>(sandbox, 'GET', target);
      return parameters.map(({ params }) => params[0]?.value);
    };
    expect(await names('')).toEqual(['codeBranch', 'profile', 'unused']);
    expect(await names('?check_param_used=true')).toEqual(['codeBranch', 'profile']);
  });

  test('gets the default parameters when it is created, and the service lists its own', async () => {
    const sandbox = createStillSandbox();
    const id = await create(sandbox, 'parts');
    const { parameters } = await call<{ parameters: unknown[] }>(sandbox, 'GET', `/v1/job/${id}/config`);
    expect(await call(sandbox, 'GET', '/v1/job/default-parameters')).toEqual(parameters);
    expect(await call(sandbox, 'GET', '/v1/job/system-parameters')).toContainEqual(
      expect.objectContaining({ parameter_name: 'BUILDNUMBER' }),
    );
  });
});
