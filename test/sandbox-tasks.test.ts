/** Build tasks of the sandbox and what belongs to them: configuration, recycle bin, groups, notices and permissions, as the first user sees them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ManualClock, Sandbox } from '../src/sandbox/index.js';
import { createStillSandbox, sendSigned, textWith } from './support/sandbox-requests.js';

const DAY_MS = 86_400_000;

const UNKNOWN_ID = '0'.repeat(32);

const shopOf = (sandbox: Sandbox): string => sandbox.seed.jobIds['web-shop']!;

type Json = Record<string, unknown>;

/** Sends a request that must succeed, and returns the body. */
async function send(sandbox: Sandbox, method: string, target: string, body?: unknown): Promise<Json> {
  const { status, json, text } = await sendSigned(sandbox, method, target, { body });
  expect([status, text]).toEqual([200, expect.any(String)]);
  return json as Json;
}

/** The same for an answer with an envelope. */
const call = async <T = Json>(sandbox: Sandbox, method: string, target: string, body?: unknown): Promise<T> =>
  (await send(sandbox, method, target, body))['result'] as T;

/** Sends a request that must be refused, and returns what the error says. */
async function refuse(sandbox: Sandbox, method: string, target: string, body?: unknown) {
  const { status, json } = await sendSigned(sandbox, method, target, { body });
  const { error_code, error_msg, error } = json as {
    error_code?: string;
    error_msg?: string;
    error?: { code: string; reason: string };
  };
  return { status, code: error_code ?? error?.code, message: error_msg ?? error?.reason };
}

const parameter = (name: string, value: string, secret = false) => ({
  name: 'hudson.model.StringParameterDefinition',
  params: [
    { name: 'name', value: name },
    { name: 'type', value: 'normalparam' },
    { name: 'defaultValue', value },
    { name: 'sensitiveVar', value: String(secret) },
  ],
});

const MAVEN = {
  module_id: 'devcloud2018.codeci_action_20043.action',
  name: 'Build with Maven',
  version: null,
  enable: true,
  properties: { command: '# comment\nmvn package -P${profile} -Dkey=${apiKey} -Dno=${BUILDNUMBER} ${unknown}' },
};

const UPLOAD = { module_id: 'devcloud2018.codeci_action_20018.action', name: 'Upload', enable: true };

const CODE = { url: 'https://codehub.example.com/a/parts.git', scm_type: 'codehub', branch: 'main' };

const define = (sandbox: Sandbox, job_name: string, more: Json = {}) => ({
  arch: 'x86-64',
  project_id: sandbox.seed.projectId,
  job_name,
  steps: [MAVEN, UPLOAD],
  ...more,
});

/** Creates a task, and returns its id. */
const create = async (sandbox: Sandbox, name: string, more?: Json): Promise<string> =>
  (await call<{ job_id: string }>(sandbox, 'POST', '/v1/job/create', define(sandbox, name, more))).job_id;

interface Listed {
  id: string;
  job_name: string;
  disabled: boolean;
  favorite: boolean;
  last_build_status: string;
}

const listTasks = async (sandbox: Sandbox, query = ''): Promise<Listed[]> =>
  (
    await call<{ job_list: Listed[] }>(
      sandbox,
      'GET',
      `/v1/job/${sandbox.seed.projectId}/list?page_index=0&page_size=100${query}`,
    )
  ).job_list;

const namesOf = (tasks: readonly { job_name: string }[]): string[] => tasks.map(({ job_name }) => job_name);

interface Bin {
  job_list: { job_id: string; job_name: string; delete_time: string }[];
  keep_time: number;
  total: number;
}

const listBin = (sandbox: Sandbox, query = ''): Promise<Bin> =>
  call<Bin>(sandbox, 'GET', `/v1/job/recycling-jobs?page_no=1&page_size=100${query}`);

const run = async (sandbox: Sandbox, job_id: string, given: Json[] = []): Promise<number> =>
  Number(
    (await call<{ actual_build_number: string }>(sandbox, 'POST', '/v1/job/execute', { job_id, parameter: given }))
      .actual_build_number,
  );

const logOf = async (sandbox: Sandbox, taskId: string, number: number): Promise<string> => {
  const { build_record_id } = await call<{ build_record_id: string }>(
    sandbox,
    'GET',
    `/v1/record/${taskId}/${String(number)}/record-info`,
  );
  const { status, text } = await sendSigned(sandbox, 'GET', `/v1/log/${build_record_id}/download-log`);
  expect(status).toBe(200);
  return text;
};

describe('a task that is created', () => {
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

  test('runs its steps, with the checkout before them, and its parameters in the commands', async () => {
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
      build_steps: ['Code checkout', 'Build with Maven', 'Upload'].map((name) => ({ name, status: 'success' })),
    });
    for (const { build_time } of details['build_steps'] as { build_time: number }[]) {
      expect(build_time).toBeGreaterThan(1_000);
    }
    const log = await logOf(sandbox, id, number);
    expect(log).toContain('+ mvn package -Pdebug -Dkey=****** -Dno=20260910.1 ${unknown}');
    expect(log).not.toMatch(/very-secret|# comment|Switched off/);
    expect(namesOf(await listTasks(sandbox, '&build_status=blue'))).toContain('parts');
  });

  test('builds without code and steps of its own too, and all of its records can be read', async () => {
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

  test('takes its limit of time from its definition', async () => {
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
  ])('with %s is refused', async (_, name, more, status, code) => {
    const sandbox = createStillSandbox();
    const refused = await refuse(sandbox, 'POST', '/v1/job/create', define(sandbox, name, more));
    expect(refused).toMatchObject({ status, code });
    expect(await listTasks(sandbox)).toHaveLength(4);
  });

  test('is refused with the code of v3 on the routes of v3', async () => {
    const sandbox = createStillSandbox();
    const body = define(sandbox, 'parts', { project_id: UNKNOWN_ID });
    expect(await refuse(sandbox, 'POST', '/v3/jobs/create', body)).toMatchObject({ status: 422, code: 'CB.00031006' });
  });

  test('is refused where the account has as many as it may have', async () => {
    const sandbox = createStillSandbox();
    expect(await call(sandbox, 'GET', '/v1/job/check/count')).toBe(false);
    sandbox.state.taskBook.taskLimit = 4;
    expect(await call(sandbox, 'GET', '/v1/job/check/count')).toBe(true);
    const refused = await refuse(sandbox, 'POST', '/v1/job/create', define(sandbox, 'parts'));
    expect(refused).toMatchObject({ status: 400, code: 'DEV.CB.032004', message: textWith('4') });
  });

  test('takes its name from those that are free', async () => {
    const sandbox = createStillSandbox();
    const target = `/v1/job/check/exist?project_id=${sandbox.seed.projectId}&job_name=parts`;
    expect(await call(sandbox, 'GET', target)).toBe(false);
    const id = await create(sandbox, 'parts');
    expect(await call(sandbox, 'GET', target)).toBe(true);
    await send(sandbox, 'DELETE', `/v1/job/${id}/delete`);
    expect(await call(sandbox, 'GET', target)).toBe(false);
  });
});

describe('a task that is copied', () => {
  test('has the steps of the request, and the time limit and the secrets of the model', async () => {
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
    expect(await refuse(sandbox, 'POST', '/v1/job/copy', body)).toMatchObject({ status: 400, code: 'DEV.CB.032003' });
  });
});

describe('a task that is changed', () => {
  test.each(['/v1/job/update', '/v3/jobs/update'])('by %s keeps its id, its past and its secrets', async (target) => {
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
      build_steps: [{ name: 'Code checkout' }, { name: 'Build with Maven' }, { name: 'Upload to release repository' }],
    });
    expect(await send(sandbox, 'GET', `/v3/jobs/${job_id}/8/history-details`)).toMatchObject({ job_name: 'web-shop' });
  });

  test('has a history, and differences between its states', async () => {
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
    expect(await refuse(sandbox, 'GET', `${target}4`)).toMatchObject({ status: 422, code: 'DEVCB.00031006' });
    expect(await refuse(sandbox, 'GET', `${target}x`)).toMatchObject({ status: 400, code: 'DEVCB.00060200' });
  });

  test('cannot take the name or the project of another one', async () => {
    const sandbox = createStillSandbox();
    const change = { ...define(sandbox, 'base-image'), job_id: shopOf(sandbox) };
    expect(await refuse(sandbox, 'POST', '/v1/job/update', change)).toMatchObject({ code: 'DEV.CB.032003' });
    const moved = { ...change, job_name: 'shop', project_id: UNKNOWN_ID };
    expect(await refuse(sandbox, 'POST', '/v1/job/update', moved)).toMatchObject({ code: 'DEVCB.00060200' });
    const unknown = { ...change, job_id: UNKNOWN_ID };
    expect(await refuse(sandbox, 'POST', '/v3/jobs/update', unknown)).toMatchObject({ code: 'CB.00031006' });
  });
});

describe('a task', () => {
  test('that is disabled is not run until it is enabled, in both generations', async () => {
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
    expect(await refuse(sandbox, 'POST', '/v1/job/execute', { job_id: id })).toMatchObject({ status: 422 });
    await send(sandbox, 'POST', `/v3/jobs/${id}/recover`);
    expect(await shown()).toBeNull();
    await send(sandbox, 'POST', `/v3/jobs/${id}/disable`);
    expect(await refuse(sandbox, 'POST', '/v3/jobs/build', { job_id: id })).toMatchObject({ status: 422 });
    await send(sandbox, 'POST', `/v1/job/${id}/disable`, { disabled: false });
    expect(await run(sandbox, id)).toBe(9);
  });

  test('is marked as a favourite and no longer', async () => {
    const sandbox = createStillSandbox();
    const id = sandbox.seed.jobIds['base-image']!;
    const favourites = async (): Promise<string[]> =>
      namesOf((await listTasks(sandbox)).filter(({ favorite }) => favorite)).sort();
    expect(await call(sandbox, 'POST', `/v1/job/${id}/follow`)).toEqual({ favorite: true });
    expect(await favourites()).toEqual(['base-image', 'web-shop']);
    expect(await call(sandbox, 'POST', `/v1/job/${id}/unfollow`)).toEqual({ favorite: false });
    expect(await favourites()).toEqual(['web-shop']);
  });

  test('tells a pipeline the parameters that it uses', async () => {
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

  test('that is created gets the default parameters, and the service lists those that it sets', async () => {
    const sandbox = createStillSandbox();
    const id = await create(sandbox, 'parts');
    const { parameters } = await call<{ parameters: unknown[] }>(sandbox, 'GET', `/v1/job/${id}/config`);
    expect(await call(sandbox, 'GET', '/v1/job/default-parameters')).toEqual(parameters);
    expect(await call(sandbox, 'GET', '/v1/job/system-parameters')).toContainEqual(
      expect.objectContaining({ parameter_name: 'BUILDNUMBER' }),
    );
  });
});

describe('the recycle bin', () => {
  test.each([
    ['deleteTheJob', 'DELETE', (id: string) => ({ target: `/v1/job/${id}/delete` })],
    ['deleteBuildJob', 'POST', (id: string) => ({ target: `/v3/jobs/${id}/delete` })],
    ['batchDeleteBuildJobs', 'DELETE', (id: string) => ({ target: '/v1/job/batch-delete', body: { job_ids: [id] } })],
  ])('gets what %s deletes, and gives it back with its builds', async (_, method, address) => {
    const sandbox = createStillSandbox();
    const id = shopOf(sandbox);
    const before = await listTasks(sandbox);
    const { target, body }: { target: string; body?: Json } = address(id);
    expect(await call(sandbox, method, target, body)).toEqual({ job_id: id, project_id: sandbox.seed.projectId });
    expect(namesOf(await listTasks(sandbox))).not.toContain('web-shop');
    for (const path of [`job/${id}/info`, `record/${id}/8/record-info`, `job/${id}/config`]) {
      expect(await refuse(sandbox, 'GET', `/v1/${path}`)).toMatchObject({ status: 422, code: 'DEVCB.00031006' });
    }
    expect(await refuse(sandbox, 'POST', '/v1/job/execute', { job_id: id })).toMatchObject({ status: 422 });
    expect(await refuse(sandbox, method, target, body)).toMatchObject({ status: 422 });
    expect(await listBin(sandbox)).toMatchObject({
      total: 1,
      keep_time: 30,
      job_list: [{ job_id: id, job_name: 'web-shop', delete_time: '2026-09-10 11:00:00' }],
    });
    await send(sandbox, 'POST', '/v1/job/recycling-restoration', { job_ids: [id] });
    expect((await listBin(sandbox)).total).toBe(0);
    expect(new Set(await listTasks(sandbox))).toEqual(new Set(before));
    expect(await run(sandbox, id)).toBe(9);
    const again = await refuse(sandbox, 'POST', '/v1/job/recycling-restoration', { job_ids: [id] });
    expect(again).toMatchObject({ status: 422, code: 'DEVCB.00031006' });
  });

  test('keeps a task for its number of days by the clock, and no longer', async () => {
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
      expect(await refuse(sandbox, 'POST', '/v1/job/keep-time', { keep_time })).toMatchObject({
        code: 'DEVCB.00060200',
      });
    }
  });

  test('is searched, emptied, and rid of single tasks', async () => {
    const sandbox = createStillSandbox();
    const { jobIds } = sandbox.seed;
    await send(sandbox, 'DELETE', '/v1/job/batch-delete', { job_ids: Object.values(jobIds) });
    expect(await listTasks(sandbox)).toEqual([]);
    expect(namesOf((await listBin(sandbox, '&search=WEB')).job_list).sort()).toEqual(['web-frontend', 'web-shop']);
    await send(sandbox, 'DELETE', '/v1/job/recycling-deletion', { job_ids: [shopOf(sandbox)] });
    expect((await listBin(sandbox)).total).toBe(3);
    const refused = await refuse(sandbox, 'POST', '/v1/job/recycling-restoration', {
      job_ids: [jobIds['base-image'], shopOf(sandbox)],
    });
    expect(refused).toMatchObject({ status: 422, message: textWith(shopOf(sandbox)) });
    expect((await listBin(sandbox)).total).toBe(3);
    await send(sandbox, 'DELETE', '/v1/job/recycling-empty');
    expect((await listBin(sandbox)).total).toBe(0);
    expect(sandbox.state.records.size).toBe(0);
    expect(sandbox.state.dailyCounts.size).toBe(0);
  });

  test('does not give back a task whose name is taken', async () => {
    const sandbox = createStillSandbox();
    await send(sandbox, 'DELETE', `/v1/job/${shopOf(sandbox)}/delete`);
    await create(sandbox, 'web-shop');
    const body = { job_ids: [shopOf(sandbox)] };
    const refused = await refuse(sandbox, 'POST', '/v1/job/recycling-restoration', body);
    expect(refused).toMatchObject({ status: 400, code: 'DEV.CB.032003' });
    expect((await listBin(sandbox)).total).toBe(1);
  });

  test('takes all of several tasks or none', async () => {
    const sandbox = createStillSandbox();
    const body = { job_ids: [shopOf(sandbox), UNKNOWN_ID] };
    expect(await refuse(sandbox, 'DELETE', '/v1/job/batch-delete', body)).toMatchObject({ status: 422 });
    expect(await listTasks(sandbox)).toHaveLength(4);
  });
});

interface Node {
  id: string;
  name: string;
  path_id: string;
  children: Node[] | null;
}

const groupTarget = (sandbox: Sandbox, action: string): string => `/v1/job/${sandbox.seed.projectId}/group/${action}`;

const createGroup = async (sandbox: Sandbox, name: string, parent_id?: string): Promise<Node> => {
  const [group] = await call<Node[]>(sandbox, 'POST', groupTarget(sandbox, 'create'), { name, parent_id });
  return group!;
};

/** Names of groups, those in a group in brackets behind it. */
const sketch = (nodes: readonly Node[] | null): string =>
  (nodes ?? []).map(({ name, children }) => `${name}${children ? `(${sketch(children)})` : ''}`).join(' ');

const treeOf = async (sandbox: Sandbox): Promise<string> =>
  sketch(await call<Node[]>(sandbox, 'GET', groupTarget(sandbox, 'tree')));

describe('groups', () => {
  test('stand in a tree in which they are moved, renamed and swapped', async () => {
    const sandbox = createStillSandbox();
    expect(await treeOf(sandbox)).toBe('');
    const a = await createGroup(sandbox, 'a');
    const b = await createGroup(sandbox, 'b');
    const c = await createGroup(sandbox, 'c', a.id);
    const d = await createGroup(sandbox, 'd', a.id);
    expect(c.path_id).toBe(`${a.id}.${c.id}`);
    expect(await treeOf(sandbox)).toBe('b a(d c)');
    await send(sandbox, 'POST', groupTarget(sandbox, `swap?source_group_id=${c.id}&target_group_id=${d.id}`));
    expect(await treeOf(sandbox)).toBe('b a(c d)');
    const update = (body: Json): Promise<Node[]> => call(sandbox, 'PUT', groupTarget(sandbox, 'update'), body);
    const [moved] = await update({ id: a.id, parent_id: b.id });
    expect(moved).toMatchObject({ name: 'a', path_id: `${b.id}.${a.id}`, update_user: 'builder' });
    await update({ id: d.id, name: 'e' });
    expect(await treeOf(sandbox)).toBe('b(a(c e))');
    await update({ id: c.id, parent_id: '' });
    expect(await treeOf(sandbox)).toBe('c b(a(e))');
    const intoItself = await refuse(sandbox, 'PUT', groupTarget(sandbox, 'update'), { id: b.id, parent_id: d.id });
    expect(intoItself).toMatchObject({ status: 400, code: 'DEVCB.00060200' });
    const apart = groupTarget(sandbox, `swap?source_group_id=${c.id}&target_group_id=${d.id}`);
    expect(await refuse(sandbox, 'POST', apart)).toMatchObject({ status: 400 });
  });

  test('have tasks, which are listed by the path of the group, and are not deleted with them', async () => {
    const sandbox = createStillSandbox();
    const group = await createGroup(sandbox, 'a');
    const inner = await createGroup(sandbox, 'b', group.id);
    const move = (id: string, group_id: string): Promise<unknown> =>
      call(sandbox, 'POST', groupTarget(sandbox, 'move'), { group_id, jobs: [{ job_id: id }] });
    expect(await move(shopOf(sandbox), inner.id)).toEqual([{ job_id: shopOf(sandbox), group_path_id: inner.path_id }]);
    const created = await create(sandbox, 'parts', { group_id: group.id });
    const listed = async (path: string): Promise<string[]> =>
      namesOf(await listTasks(sandbox, `&by_group=true&group_path_id=${path}`));
    expect(await listed(inner.path_id)).toEqual(['web-shop']);
    expect(await listed(group.path_id)).toEqual(['parts']);
    expect(namesOf(await listTasks(sandbox, '&by_group=true'))).toHaveLength(3);
    expect(await call(sandbox, 'GET', `/v1/job/${created}/config`)).toMatchObject({ group_id: group.id });
    const deletion = (id: string): string => groupTarget(sandbox, `delete?id=${id}`);
    expect(await refuse(sandbox, 'DELETE', deletion(inner.id))).toMatchObject({ status: 400 });
    await move(shopOf(sandbox), group.id);
    await send(sandbox, 'DELETE', deletion(inner.id));
    expect(await refuse(sandbox, 'DELETE', deletion(inner.id))).toMatchObject({ status: 422 });
    expect(await treeOf(sandbox)).toBe('a');
  });

  test('that are gone leave a restored task at the root of the tree', async () => {
    const sandbox = createStillSandbox();
    const group = await createGroup(sandbox, 'a');
    const id = await create(sandbox, 'parts', { group_id: group.id });
    await send(sandbox, 'DELETE', `/v1/job/${id}/delete`);
    await send(sandbox, 'DELETE', groupTarget(sandbox, `delete?id=${group.id}`));
    await send(sandbox, 'POST', '/v1/job/recycling-restoration', { job_ids: [id] });
    expect(namesOf(await listTasks(sandbox, '&by_group=true'))).toContain('parts');
  });

  test.each([
    ['without a name', 'create', { name: ' ' }, 400],
    ['in an unknown group', 'create', { name: 'a', parent_id: UNKNOWN_ID }, 422],
    ['of another project', 'create', { name: 'a', project_id: UNKNOWN_ID }, 400],
  ])('%s are refused', async (_, action, body, status) => {
    const sandbox = createStillSandbox();
    expect(await refuse(sandbox, 'POST', groupTarget(sandbox, action), body)).toMatchObject({ status });
  });
});

interface Channel {
  notice_type: string;
  enable_map: Record<string, boolean>;
  param_config: string | null;
}

describe('notices', () => {
  const told = ({ enable_map }: Channel): string[] => Object.keys(enable_map).filter((event) => enable_map[event]);

  /** What a channel tells, by each generation that knows it. */
  const readChannel = async (sandbox: Sandbox, name: string): Promise<string[][]> => {
    const targets = [`/v1/job/${shopOf(sandbox)}/notice`, `/v3/jobs/notice/${shopOf(sandbox)}/query`];
    const lists = await Promise.all(targets.map((target) => call<Channel[]>(sandbox, 'GET', target)));
    return lists.flatMap((list) => list.filter(({ notice_type }) => notice_type === name).map(told));
  };

  test.each([
    ['PUT', (id: string) => `/v1/job/${id}/notice`],
    ['POST', (id: string) => `/v3/jobs/notice/${id}/update`],
  ])('are set by %s, and seen by both generations', async (method, address) => {
    const sandbox = createStillSandbox();
    const set = (more: Json): Promise<unknown> => {
      const body = { notice_type: 'MAIL', enabled_event_type_names: ['deleteJob'], ...more };
      return call(sandbox, method, address(shopOf(sandbox)), body);
    };
    const all = (await readChannel(sandbox, 'MAIL'))[0]!;
    expect(all).toHaveLength(5);
    expect(await set({})).toEqual({ job_id: shopOf(sandbox) });
    expect(await readChannel(sandbox, 'MAIL')).toEqual([['deleteJob'], ['deleteJob']]);
    expect(await readChannel(sandbox, 'MESSAGE')).toEqual([all, all]);
    await set({ send_switch: 'false' });
    expect(await readChannel(sandbox, 'MAIL')).toEqual([[], []]);
    await set({ use_project_notice: true });
    expect(await readChannel(sandbox, 'MAIL')).toEqual([all, all]);
    await set({ notice_type: 'WECOM', enabled_event_type_names: ['buildJobFail'] });
    expect(await readChannel(sandbox, 'WECOM')).toEqual([['buildJobFail']]);
    const odd = { notice_type: 'MAIL', enabled_event_type_names: [], send_switch: 'perhaps' };
    expect(await refuse(sandbox, method, address(shopOf(sandbox)), odd)).toMatchObject({ status: 400 });
    const unknown = { notice_type: 'MAIL', enabled_event_type_names: [] };
    expect(await refuse(sandbox, method, address(UNKNOWN_ID), unknown)).toMatchObject({ status: 422 });
  });

  test('of one channel are silenced, and its address stays', async () => {
    const sandbox = createStillSandbox();
    const target = `/v3/jobs/notice/${shopOf(sandbox)}`;
    const body = { notice_type: 'DING_TALK', enabled_event_type_names: ['deleteJob'], param_config: 'https://chat' };
    await call(sandbox, 'POST', `${target}/update`, body);
    await call(sandbox, 'POST', `${target}/disable?notice_type=dingtalk`);
    const [chat] = await call<Channel[]>(sandbox, 'GET', `${target}/query`);
    expect(chat).toMatchObject({ notice_type: 'DING_TALK', param_config: 'https://chat' });
    expect(told(chat!)).toEqual([]);
    expect(await refuse(sandbox, 'POST', `${target}/disable?notice_type=pigeon`)).toMatchObject({ status: 400 });
  });

  test('go to addresses that can be checked before', async () => {
    const sandbox = createStillSandbox();
    const check = {
      job_id: shopOf(sandbox),
      notice_type: 'FEISHU',
      webhook_url: 'https://chat.example.com/secret-key',
    };
    const target = '/v1/job/check/webhook-url';
    await send(sandbox, 'POST', target, check);
    const plain = await refuse(sandbox, 'POST', target, {
      ...check,
      webhook_url: 'http://chat.example.com/secret-key',
    });
    expect(plain).toMatchObject({ status: 400, message: expect.not.stringContaining('secret-key') as string });
    expect(await refuse(sandbox, 'POST', target, { ...check, notice_type: 'MAIL' })).toMatchObject({ status: 400 });
    expect(await refuse(sandbox, 'POST', target, { ...check, job_id: UNKNOWN_ID })).toMatchObject({ status: 422 });
  });
});

describe('permissions', () => {
  interface Role {
    role_id: number;
    is_execute: boolean;
    is_delete: boolean;
  }

  const rolesOf = async (sandbox: Sandbox, taskId: string): Promise<Map<number, Role>> => {
    const roles = await call<Role[]>(sandbox, 'GET', `/v1/job/permission/role?job_id=${taskId}`);
    return new Map(roles.map((role) => [role.role_id, role]));
  };

  const switchOf = async (sandbox: Sandbox): Promise<unknown> =>
    (await call(sandbox, 'GET', `/v1/job/${shopOf(sandbox)}/info`))['project_permission_switch'];

  test('of a task are those of the project until it has its own', async () => {
    const sandbox = createStillSandbox();
    const { projectId: project_id, jobIds } = sandbox.seed;
    const query = `?project_id=${project_id}&job_id=${shopOf(sandbox)}`;
    const project = await call<Role[]>(sandbox, 'GET', `/v1/job/project/default-permission${query}`);
    expect([...(await rolesOf(sandbox, shopOf(sandbox))).keys()]).toEqual(project.map(({ role_id }) => role_id));
    expect(await switchOf(sandbox)).toBe(true);
    const job_ids = [shopOf(sandbox), jobIds['base-image']];
    const permissions = [
      { role_id: 8, is_execute: true },
      { role_id: 500, role_name: 'Guest', is_view: true },
    ];
    await call(sandbox, 'POST', '/v1/job/permissions/batch', { project_id, job_ids, permissions });
    expect(await switchOf(sandbox)).toBe(false);
    const own = await rolesOf(sandbox, shopOf(sandbox));
    expect(own.get(8)).toMatchObject({ is_execute: true, is_view: true, is_delete: false });
    expect(own.get(500)).toMatchObject({ role_name: 'Guest', is_view: true, is_execute: false });
    expect(own.get(4)).toMatchObject({ is_execute: true, is_delete: true });
    expect((await rolesOf(sandbox, jobIds['web-frontend']!)).get(8)).toMatchObject({ is_execute: false });
    const follow = (project_switch: boolean): Promise<unknown> =>
      call(sandbox, 'POST', '/v1/job/project/permission', { project_id, job_id: shopOf(sandbox), project_switch });
    await follow(true);
    expect((await rolesOf(sandbox, shopOf(sandbox))).has(500)).toBe(false);
    await follow(false);
    expect((await rolesOf(sandbox, shopOf(sandbox))).has(500)).toBe(true);
  });

  test('need tasks of the project', async () => {
    const sandbox = createStillSandbox();
    const body = { project_id: sandbox.seed.projectId, job_ids: [UNKNOWN_ID] };
    expect(await refuse(sandbox, 'POST', '/v1/job/permissions/batch', body)).toMatchObject({ status: 422 });
    expect(await refuse(sandbox, 'POST', '/v1/job/project/permission', {})).toMatchObject({ status: 400 });
    const query = `?project_id=${UNKNOWN_ID}&job_id=${shopOf(sandbox)}`;
    expect(await refuse(sandbox, 'GET', `/v1/job/permission${query}`)).toMatchObject({ status: 422 });
  });
});

/** What the reference model knows of a task. */
interface ModelTask {
  id: string;
  name: string;
  disabled: boolean;
  groupPath: string;
  /** How each build is, the first one first. */
  builds: ('building' | 'stuck' | 'blue' | 'aborted')[];
  deletedAt: number;
}

interface Model {
  sandbox: Sandbox<ManualClock>;
  groups: readonly Node[];
  tasks: ModelTask[];
  bin: ModelTask[];
}

const KEEP_DAYS = 3;

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(items.length, 1)];

/** Sends a request whose outcome the model foretells. Whether it succeeded, and what it returned. */
async function expectStatus(model: Model, status: number, method: string, target: string, body?: unknown) {
  const answer = await sendSigned(model.sandbox, method, target, { body });
  expect([method, target, answer.status]).toEqual([method, target, status]);
  return status === 200 ? (answer.json as { result: Json }).result : undefined;
}

interface Step {
  kind: 'create' | 'copy' | 'rename' | 'disable' | 'enable' | 'delete' | 'restore' | 'run' | 'stop' | 'move' | 'wait';
  index: number;
  name: string;
  stuck: boolean;
}

type Act = (model: Model, task: ModelTask, step: Step) => Promise<void>;

const isTaken = ({ tasks }: Model, name: string, except?: ModelTask): boolean =>
  tasks.some((task) => task.name === name && task !== except);

const addTask = (model: Model, result: Json | undefined, name: string, groupPath: string): void => {
  if (!result) return;
  const id = String(result['job_id']);
  model.tasks.push({ id, name, disabled: false, groupPath, builds: [], deletedAt: 0 });
};

const acts: Record<Exclude<Step['kind'], 'create' | 'restore' | 'wait'>, Act> = {
  async copy(model, task, { name }) {
    const body = { ...define(model.sandbox, name), copy_job_id: task.id };
    const result = await expectStatus(model, isTaken(model, name) ? 400 : 200, 'POST', '/v1/job/copy', body);
    addTask(model, result, name, task.groupPath);
  },
  async rename(model, task, { name }) {
    const status = isTaken(model, name, task) ? 400 : 200;
    await expectStatus(model, status, 'POST', '/v1/job/update', { ...define(model.sandbox, name), job_id: task.id });
    if (status === 200) task.name = name;
  },
  async disable(model, task) {
    await expectStatus(model, 200, 'POST', `/v1/job/${task.id}/disable`, { disabled: true });
    task.disabled = true;
  },
  async enable(model, task) {
    await expectStatus(model, 200, 'POST', `/v3/jobs/${task.id}/recover`);
    task.disabled = false;
  },
  async delete(model, task) {
    await expectStatus(model, 200, 'DELETE', `/v1/job/${task.id}/delete`);
    model.tasks = model.tasks.filter((other) => other !== task);
    model.bin.push(task);
    task.deletedAt = model.sandbox.clock.now();
  },
  async run(model, task, { stuck }) {
    const given = stuck ? [{ name: 'sandbox_scenario', value: 'stuck' }] : [];
    const body = { job_id: task.id, parameter: given };
    const result = await expectStatus(model, task.disabled ? 422 : 200, 'POST', '/v1/job/execute', body);
    if (!result) return;
    task.builds.push(stuck ? 'stuck' : 'building');
    expect(result['actual_build_number']).toBe(String(task.builds.length));
  },
  async stop(model, task) {
    const last = task.builds.at(-1);
    const runs = last === 'building' || last === 'stuck';
    const status = last === undefined ? 422 : runs ? 200 : 400;
    const target = `/v3/jobs/${task.id}/${String(Math.max(task.builds.length, 1))}/stop`;
    await expectStatus(model, status, 'POST', target);
    if (runs) task.builds[task.builds.length - 1] = 'aborted';
  },
  async move(model, task, { index }) {
    const group = pick(model.groups, index)!;
    const body = { group_id: group.id, jobs: [{ job_id: task.id }] };
    await expectStatus(model, 200, 'POST', groupTarget(model.sandbox, 'move'), body);
    task.groupPath = group.path_id;
  },
};

async function restore(model: Model, { index }: Step): Promise<void> {
  const task = pick(model.bin, index);
  const status = !task ? 422 : isTaken(model, task.name) ? 400 : 200;
  const body = { job_ids: [task?.id ?? UNKNOWN_ID] };
  await expectStatus(model, status, 'POST', '/v1/job/recycling-restoration', body);
  if (status !== 200) return;
  model.bin = model.bin.filter((other) => other !== task);
  model.tasks.push(task!);
}

/** Lets a time pass in which every build ends that can, and sometimes the bin lets go of something. */
async function wait(model: Model, { stuck }: Step): Promise<void> {
  await model.sandbox.clock.advance(stuck ? DAY_MS : 600_000);
  for (const { builds } of [...model.tasks, ...model.bin]) {
    for (const [at, build] of builds.entries()) if (build === 'building') builds[at] = 'blue';
  }
  const now = model.sandbox.clock.now();
  model.bin = model.bin.filter(({ deletedAt }) => deletedAt + KEEP_DAYS * DAY_MS > now);
}

async function take(model: Model, step: Step): Promise<void> {
  if (step.kind === 'wait') return wait(model, step);
  if (step.kind === 'restore') return restore(model, step);
  if (step.kind === 'create') {
    const { name } = step;
    const status = isTaken(model, name) ? 400 : 200;
    const body = define(model.sandbox, name);
    addTask(model, await expectStatus(model, status, 'POST', '/v1/job/create', body), name, '');
    return;
  }
  const task = pick(model.tasks, step.index);
  if (task) await acts[step.kind](model, task, step);
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

const statusOf = ({ builds }: ModelTask): string => {
  const last = builds.at(-1) ?? 'none';
  return last === 'stuck' ? 'building' : last;
};

/** Compares what the sandbox lists with what the model knows. */
async function compare({ sandbox, groups, tasks, bin }: Model): Promise<void> {
  const listed = await listTasks(sandbox);
  expect(
    listed
      .map(({ id, job_name, disabled, last_build_status }) => ({ id, job_name, disabled, last_build_status }))
      .sort(byId),
  ).toEqual(
    tasks
      .map((task) => ({ id: task.id, job_name: task.name, disabled: task.disabled, last_build_status: statusOf(task) }))
      .sort(byId),
  );
  for (const path of ['', ...groups.map(({ path_id }) => path_id)]) {
    const inGroup = await listTasks(sandbox, `&by_group=true&group_path_id=${path}`);
    expect(namesOf(inGroup).sort()).toEqual(
      tasks
        .filter((task) => task.groupPath === path)
        .map(({ name }) => name)
        .sort(),
    );
  }
  const { job_list, total } = await listBin(sandbox);
  expect(job_list.map(({ job_id }) => job_id)).toEqual(bin.map(({ id }) => id).reverse());
  expect(total).toBe(bin.length);
  expect(sandbox.state.records.size).toBe(tasks.reduce((sum, { builds }) => sum + builds.length, 0));
}

/** Compares the records of every task that is there. */
async function compareRecords({ sandbox, tasks }: Model): Promise<void> {
  const results = { building: null, stuck: null, blue: 'SUCCESS', aborted: 'ABORTED' };
  for (const { id, builds } of tasks) {
    for (const [at, build] of builds.entries()) {
      const record = await call(sandbox, 'GET', `/v1/record/${id}/${String(at + 1)}/record-info`);
      expect(record).toMatchObject({ build_no: at + 1, status: results[build] });
    }
    const beyond = `/v1/record/${id}/${String(builds.length + 1)}/record-info`;
    expect(await refuse(sandbox, 'GET', beyond)).toMatchObject({ status: 422 });
  }
}

test('whatever is done in whatever order, nothing is lost and the lists agree', async () => {
  const kinds = [
    'create',
    'copy',
    'rename',
    'disable',
    'enable',
    'delete',
    'restore',
    'run',
    'stop',
    'move',
    'wait',
  ] as const;
  const step: fc.Arbitrary<Step> = fc.record({
    // Without tasks there is little to do, and runs are what most follows from.
    kind: fc.constantFrom(...kinds, 'create', 'run', 'run'),
    index: fc.nat(7),
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    stuck: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const sandbox = createStillSandbox({ seed: 'empty' });
      await send(sandbox, 'POST', '/v1/job/keep-time', { keep_time: KEEP_DAYS });
      const outer = await createGroup(sandbox, 'outer');
      const model: Model = {
        sandbox,
        groups: [outer, await createGroup(sandbox, 'inner', outer.id)],
        tasks: [],
        bin: [],
      };
      for (const one of steps) {
        await take(model, one);
        await compare(model);
      }
      await compareRecords(model);
    }),
    { numRuns: 40 },
  );
}, 60_000);
