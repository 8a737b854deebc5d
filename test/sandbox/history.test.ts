import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { listOperations } from '../../src/sandbox/router.js';
import { createSetup } from '../support/sandbox-clients.js';

const HOUR_MS = 3_600_000;

describe('addBuild', () => {
  test.each([
    ['SUCCESS', { status: 'SUCCESS', steps: ['SUCCESS', 'SUCCESS', 'SUCCESS'] }],
    ['FAILURE', { status: 'FAILURE', steps: ['SUCCESS', 'SUCCESS', 'FAILURE'] }],
    ['ABORTED', { status: 'ABORTED', steps: ['SUCCESS', 'SUCCESS', 'ABORTED'] }],
  ] as const)('adds a build with the status %s, its start and its duration', async (status, expected) => {
    const { sandbox, build, shop } = createSetup();
    const startedAt = new Date(sandbox.clock.now() - 2 * HOUR_MS);
    const added = sandbox.addBuild({ job_id: shop, status, startedAt, durationMs: 83_451, queueMs: 5_000 });
    expect(added).toMatchObject({ job_id: shop, build_no: 9 });

    const { result } = await build.showJobBuildRecordDetail({ job_id: shop, build_no: added.build_no });
    expect(result).toMatchObject({
      ...{ build_record_id: added.build_record_id, status: expected.status, duration: 83_451 },
      create_time: new Date(startedAt.getTime() - 5_000).toISOString().replace('Z', '+00:00'),
      start_time: startedAt.toISOString().replace('Z', '+00:00'),
      finish_time: new Date(startedAt.getTime() + 83_451).toISOString().replace('Z', '+00:00'),
    });
    const stages = await build.showBuildRecordFullStages({ record_id: added.build_record_id });
    const steps = Object.values(stages.result?.build_stages ?? {}).map((stage) => stage.status);
    expect(steps.slice(1, -1)).toEqual(expected.steps);
  });

  test('adds a build that was never scheduled', async () => {
    const { sandbox, build, shop } = createSetup();
    const { build_no } = sandbox.addBuild({ job_id: shop, status: 'SCHEDULE_FAILURE' });
    const { result } = await build.showJobBuildRecordDetail({ job_id: shop, build_no });
    expect(result).toMatchObject({ status: 'SCHEDULE_FAILURE', start_time: null, duration: 0 });
  });

  test('adds code, parameters, trigger and failed step', async () => {
    const { sandbox, build, shop } = createSetup();
    const commit = 'a'.repeat(40);
    const { build_no, build_record_id } = sandbox.addBuild({
      ...{ job_id: shop, status: 'FAILURE', failedStep: 1, branch: 'next', commit, commitMessage: 'Add prices' },
      ...{ trigger: 'TIMED_EXECUTION', params: { profile: 'prod' } },
    });
    const { result } = await build.showJobBuildRecordDetail({ job_id: shop, build_no });
    expect(result).toMatchObject({
      branch: 'next',
      commit,
      commit_message: 'Add prices',
      trigger_type: 'TIMED_EXECUTION',
    });
    const { result: whole } = await build.showBuildRecord({ record_id: build_record_id });
    expect(whole?.parameters).toContainEqual(expect.objectContaining({ name: 'profile', value: 'prod' }));
    const { result: stages } = await build.showBuildRecordFullStages({ record_id: build_record_id });
    expect(stages?.build_stages?.['stage1']).toMatchObject({ status: 'FAILURE' });
  });

  test('adds a build that still runs, and finishes in time', async () => {
    const { sandbox, build, shop } = createSetup();
    const startedAt = sandbox.clock.now() - 10_000;
    const { build_no } = sandbox.addBuild({ job_id: shop, startedAt, durationMs: 60_000 });
    const statusOf = async () => (await build.showJobBuildRecordDetail({ job_id: shop, build_no })).result?.status;
    expect(await statusOf()).toBeNull();
    await sandbox.clock.advance(50_000);
    expect(await statusOf()).toBe('SUCCESS');
  });

  test('takes exactly the given time, whatever the status and the failed step', async () => {
    const { sandbox, shop, build } = createSetup();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 * HOUR_MS }),
        fc.constantFrom('SUCCESS' as const, 'FAILURE' as const, 'ABORTED' as const),
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        async (durationMs, status, step) => {
          const failedStep = status === 'FAILURE' ? step : undefined;
          const { build_no } = sandbox.addBuild({ job_id: shop, status, durationMs, failedStep });
          const { result } = await build.showJobBuildRecordDetail({ job_id: shop, build_no });
          expect(result).toMatchObject({ status, duration: durationMs });
        },
      ),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['the longest run and wait', { durationMs: 2 ** 31 - 1, queueMs: 2 ** 31 - 1 }],
  ['a start in 1970', { startedAt: 0 }],
  ['a run of a millisecond that fails', { durationMs: 1, queueMs: 0, status: 'FAILURE', failedStep: 1 }],
  ['a stop in the future', { status: 'ABORTED', startedAt: Date.UTC(2026, 8, 10, 3) }],
  ['a tag and a branch', { tag: 'v1\n', branch: 'b'.repeat(2_000) }],
  ['odd texts', { commitMessage: `\ud800<script>${'é'.repeat(5_000)}`, params: { constructor: '', codeBranch: '\0' } }],
  ['no scheduling', { status: 'SCHEDULE_FAILURE', startedAt: Date.UTC(2026, 8, 10, 3) }],
] as const)('every operation and page can show a build with %s, also a month later', async (_, draft) => {
  const { sandbox, shop } = createSetup({ strict: false });
  const { build_no, build_record_id } = sandbox.addBuild({ job_id: shop, ...draft });
  const values: Record<string, string> = {
    ...{ job_id: shop, build_no: String(build_no), build_number: String(build_no), record_id: build_record_id },
    ...{ build_flow_record_id: build_record_id, build_project_id: sandbox.state.tasks.get(shop)!.buildProjectId },
    ...{ project_id: sandbox.seed.projectId, page: '0', page_index: '0', page_size: '100', offset: '0', limit: '100' },
    ...{ start_time: '1970-01-01', end_time: '2026-12-31', interval: '-1', start_offset: '0', end_offset: '1000' },
  };
  const targets = listOperations()
    .filter(({ api, method, path }) => api === 'codearts-build' && method === 'GET' && !/keystore|template/.test(path))
    .map(({ path }) => path.replace(/\{(\w+)\}/g, (_match, name: string) => values[name] ?? 'x'));
  const failures: string[] = [];
  let shown = 0;
  for (const days of [0, 31]) {
    await sandbox.clock.advance(days * 24 * HOUR_MS);
    for (const target of ['/', `/_sandbox/builds/${build_record_id}`, ...targets]) {
      const response = await sandbox.fetch(`http://sandbox${target}?${new URLSearchParams(values).toString()}`);
      const text = await response.text();
      if (response.status >= 500 && !text.includes('Octopus')) failures.push(`${target}: ${text}`);
      if (response.status === 200) shown += 1;
    }
  }
  expect(failures).toEqual([]);
  expect(shown).toBeGreaterThan(60);
});

test('every operation can show a build that has waited for months', async () => {
  const { sandbox, build, shop } = createSetup();
  await build.executeJob({ body: { job_id: shop, parameter: [{ name: 'sandbox_scenario', value: 'stuck' }] } });
  const { recordId } = sandbox.state.builds.get(shop)!.at(-1)!;
  await sandbox.clock.advance(200 * 24 * HOUR_MS);
  const { result } = await build.showBuildRecord({ record_id: recordId });
  expect(result).toMatchObject({ duration: 2 ** 31 - 1, pending_duration: 2 ** 31 - 1, build_duration: 0 });
  const { buildProjectId } = sandbox.state.tasks.get(shop)!;
  await expect(build.listBriefRecord({ limit: 1, body: [buildProjectId] })).resolves.toBeDefined();
});

describe('addBuilds', () => {
  test('adds builds oldest first, of which the last one finishes now', async () => {
    const { sandbox, build, shop } = createSetup();
    const added = sandbox.addBuilds(60, { job_id: shop, durationMs: 40_000 });
    expect(added.map(({ build_no }) => build_no)).toEqual(Array.from({ length: 60 }, (_, index) => 9 + index));
    const { result } = await build.showJobInfo({ job_id: shop });
    expect(result).toMatchObject({ last_build_status: 'success', build_time: '40.00' });
    const records = [];
    const input = { build_project_id: result?.project_id ?? '' };
    for await (const record of build.paginate('listRecords', input, { pageSize: 7 })) {
      records.push(record);
    }
    expect(records).toHaveLength(68);
    const finished = records.map(({ finish_time }) => Date.parse(finish_time ?? ''));
    expect(finished[0]).toBe(sandbox.clock.now());
    expect(finished[0]! - finished[59]!).toBe(59 * HOUR_MS);
  });

  test('starts at the given time, with the given interval', async () => {
    const { sandbox, build, shop } = createSetup();
    const startedAt = sandbox.clock.now() - 10 * HOUR_MS;
    const [, second] = sandbox.addBuilds(2, { job_id: shop, startedAt, intervalMs: 60_000 });
    const { result } = await build.showJobBuildRecordDetail({ job_id: shop, build_no: second!.build_no });
    expect(Date.parse(result?.start_time ?? '')).toBe(startedAt + 60_000);
  });
});

test.each([
  [undefined, 'a build must be an object; received undefined'],
  [{ jobId: 'x' }, '"jobId" is not an option of a build'],
  [{ job_id: 'x' }, 'job_id must be the ID of a task; received "x"'],
  [{ status: 'DONE' }, 'status must be one of SUCCESS, FAILURE, ABORTED, SCHEDULE_FAILURE; received "DONE"'],
  [{ startedAt: 'today' }, 'startedAt must be a time up to now; received "today"'],
  [{ startedAt: new Date(NaN) }, 'startedAt must be a time up to now; received Invalid Date'],
  [{ startedAt: 8e15 }, 'startedAt must be a time up to now; received 8000000000000000'],
  [{ durationMs: 0 }, 'durationMs must be an integer from 1 to 2147483647; received 0'],
  [{ durationMs: '5' }, 'durationMs must be an integer from 1 to 2147483647; received "5"'],
  [{ queueMs: -1 }, 'queueMs must be an integer from 0 to 2147483647; received -1'],
  [{ status: 'FAILURE', failedStep: 4 }, 'failedStep must be an integer from 1 to 3; received 4'],
  [{ failedStep: 1 }, 'failedStep requires the status FAILURE'],
  [
    { status: 'SCHEDULE_FAILURE', durationMs: 5 },
    'durationMs must be omitted for SCHEDULE_FAILURE: such a build never runs',
  ],
  [
    { trigger: 'CRON' },
    'trigger must be one of MANUAL, TIMED_EXECUTION, CODEHUB_TRIGGER, PIPELINE_TRIGGER; received "CRON"',
  ],
  [{ branch: '' }, 'branch must be a non-empty string; received ""'],
  [{ commit: 'HEAD' }, 'commit must be 40 hexadecimal digits; received "HEAD"'],
  [{ params: { a: 1 } }, 'params must be an object of strings; received a value of type object'],
  ...['a b', '', 'é', 'a'.repeat(129)].map(
    (name) =>
      [
        { params: { [name]: 'x' } },
        `names in params must be 1 to 128 letters, digits or underscores; received ${JSON.stringify(name)}`,
      ] as const,
  ),
  [{ queueMs: 2 ** 31 }, 'queueMs must be an integer from 0 to 2147483647; received 2147483648'],
] as const)('addBuild rejects %j', (options, message) => {
  const { sandbox, shop } = createSetup();
  const build = options && { job_id: shop, ...options };
  const before = sandbox.state.records.size;
  expect(() => sandbox.addBuild(build as never)).toThrow(new TypeError(message));
  expect(() => sandbox.addBuilds(2, build as never)).toThrow(new TypeError(message));
  expect(sandbox.state.records.size).toBe(before);
});

test.each([
  [0, {}, 'n must be an integer from 1 to 100000; received 0'],
  [2, { intervalMs: 0 }, 'intervalMs must be an integer from 1 to 31536000000; received 0'],
  [2, { intervalMs: -5 }, 'intervalMs must be an integer from 1 to 31536000000; received -5'],
])('addBuilds rejects %j with %j', (n, options, message) => {
  const { sandbox, shop } = createSetup();
  expect(() => sandbox.addBuilds(n, { job_id: shop, ...options })).toThrow(new TypeError(message));
});

test('addBuild rejects values that JSON cannot represent', () => {
  const { sandbox, shop } = createSetup();
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  for (const [options, message] of [
    [{ durationMs: 5n }, 'durationMs must be an integer from 1 to 2147483647; received a value of type bigint'],
    [{ branch: Symbol('x') }, 'branch must be a non-empty string; received a value of type symbol'],
    [{ params: circular }, 'params must be an object of strings; received a value of type object'],
  ] as const) {
    expect(() => sandbox.addBuild({ job_id: shop, ...(options as object) })).toThrow(new TypeError(message));
  }
});

test('addBuild rejects a task without steps, which has nothing to build', () => {
  const { sandbox, shop } = createSetup();
  sandbox.state.tasks.get(shop)!.steps = [];
  expect(() => sandbox.addBuild({ job_id: shop })).toThrow(
    new TypeError(`job_id must be the ID of a task with steps; received "${shop}"`),
  );
});

test('addBuilds rejects builds that would start in the future', () => {
  const { sandbox, shop } = createSetup();
  const startedAt = sandbox.clock.now() - 1_000;
  expect(() => sandbox.addBuilds(3, { job_id: shop, startedAt })).toThrow(
    'the start of the last build must be a time up to now; received ',
  );
});

test('the rows of listProjectJobs have the last build, its code and the reason of a disabled task', async () => {
  const { sandbox, build, shop } = createSetup();
  const { build_no } = sandbox.addBuild({ job_id: shop, branch: 'next', commit: 'b'.repeat(40) });
  const { result } = await build.listProjectJobs({ project_id: sandbox.seed.projectId, page_index: 0, page_size: 100 });
  expect(result?.job_list?.find(({ id }) => id === shop)).toMatchObject({
    ...{ build_number: String(build_no), code_branch: 'next', commit_id: 'b'.repeat(40), forbidden_msg: '' },
    task_id: expect.stringMatching(/^#\d{8}\.\d+$/) as string,
    commit_detail_url: expect.stringContaining(`${'b'.repeat(40)}/commitdetail`) as string,
  });
});
