import fc from '../support/properties.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient, passwordToken } from '../../src/index.js';
import { createSandbox, type HandledRequest, type Sandbox } from '../../src/sandbox/index.js';
import { createRouter, listOperations } from '../../src/sandbox/router.js';
import { createStillSandbox, receive, sendSigned, startSandbox, textWith } from '../support/sandbox-requests.js';

const shopOf = (sandbox: Sandbox): string => sandbox.seed.jobIds['web-shop']!;

const UNKNOWN_ID = '0'.repeat(32);

/** Starts a build of the task web-shop, and returns its number. */
async function startBuild(sandbox: Sandbox, parameter: { name: string; value: string }[] = []): Promise<number> {
  const { json } = await sendSigned(sandbox, 'POST', '/v1/job/execute', {
    body: { job_id: shopOf(sandbox), parameter },
  });
  const { result } = json as { result: { actual_build_number: string } };
  return Number(result.actual_build_number);
}

const startScenario = (sandbox: Sandbox, scenario: string): Promise<number> =>
  startBuild(sandbox, [{ name: 'sandbox_scenario', value: scenario }]);

const getResult = async (sandbox: Sandbox, target: string): Promise<Record<string, unknown>> => {
  const { status, json } = await sendSigned(sandbox, 'GET', target);
  expect(status).toBe(200);
  return (json as { result: Record<string, unknown> }).result;
};

const recordOf = (sandbox: Sandbox, number: number): Promise<Record<string, unknown>> =>
  getResult(sandbox, `/v1/record/${shopOf(sandbox)}/${number}/record-info`);

const stateOf = (sandbox: Sandbox, number: number): Promise<Record<string, unknown>> =>
  getResult(sandbox, `/v1/job/${shopOf(sandbox)}/status?build_no=${number}`);

describe('createSandbox', () => {
  test('takes less than 100 ms', () => {
    const durations = Array.from({ length: 5 }, () => {
      const started = performance.now();
      createStillSandbox();
      return performance.now() - started;
    });
    expect(Math.min(...durations)).toBeLessThan(100);
  });

  test.each([
    [{ sead: 'demo' }, '"sead"'],
    [{ seed: 'nothing' }, 'seed'],
    [{ randomSeed: 0.5 }, 'randomSeed'],
    [{ language: 'de' }, 'language must be one of zh, en; received "de"'],
    [{ realism: 'yes' }, 'realism'],
    [{ clock: 'fast' }, 'clock'],
    [{ clock: { speed: 0 } }, 'speed'],
    [{ autoAdvance: true }, 'auto'],
    [{ scenarios: { 'no-such-task': 'fail' } }, '"no-such-task"'],
    [{ scenarios: { 'web-shop': 'explode' } }, '"explode"'],
    [{ throttling: { ten_50_min: 0 } }, 'ten_50_min'],
    [{ throttling: { ten_60_min: 1 } }, 'policy must be one of ten_50_min, '],
  ])('rejects %j and names %s', (options, name) => {
    expect(() => createSandbox(options as object)).toThrow(TypeError);
    expect(() => createSandbox(options as object)).toThrow(name);
  });

  test('creates the same IDs for the same random seed, and different IDs for another', () => {
    const ids = (randomSeed?: number): unknown => {
      const { seed, credentials } = createStillSandbox({ ...(randomSeed !== undefined && { randomSeed }) });
      return [seed, credentials];
    };
    expect(ids()).toEqual(ids());
    expect(ids(7)).not.toEqual(ids());
  });

  test('lists the source of the responses of every operation', () => {
    const coverage = createStillSandbox().coverage();
    expect(Object.keys(coverage)).toHaveLength(listOperations().length);
    expect(coverage).toMatchObject({ executeJob: 'state', 'servicestage.createBuildJob': textWith('') });
  });

  test('starts without tasks with the seed "empty"', async () => {
    const sandbox = createStillSandbox({ seed: 'empty' });
    const { json } = await sendSigned(
      sandbox,
      'GET',
      `/v1/job/${sandbox.seed.projectId}/list?page_index=0&page_size=10`,
    );
    expect(json).toMatchObject({ result: { job_list: [], total: 0 } });
  });

  test('reset restores the initial data', async () => {
    const sandbox = createStillSandbox();
    const before = { seed: sandbox.seed, credentials: sandbox.credentials };
    const number = await startBuild(sandbox);
    sandbox.faults.add({ kind: 'status', status: 503 });
    sandbox.reset();
    expect({ seed: sandbox.seed, credentials: sandbox.credentials }).toEqual(before);
    expect(await startBuild(sandbox)).toBe(number);
  });
});

describe('the router', () => {
  const operations = listOperations();
  const route = createRouter(operations);

  test('finds every operation by its path, with any parameters', () => {
    const segment = fc.stringMatching(/^[0-9a-z]{1,40}$/);
    for (const operation of operations) {
      fc.assert(
        fc.property(segment, (value) => {
          const found = route(operation.method, operation.path.replace(/\{\w+\}/g, `x-${value}`));
          expect(found?.operation).toBe(operation);
          for (const given of Object.values(found?.pathParameters ?? {})) expect(given).toBe(`x-${value}`);
        }),
        { numRuns: 5 },
      );
    }
  });

  test('prefers a literal segment to a parameter', () => {
    expect(route('GET', '/v1/job/list')?.operation.id).toBe('listJob');
    expect(route('GET', '/v1/job/abc/list')?.operation.id).toBe('listProjectJobs');
    expect(route('POST', '/v3/jobs/notice/abc/disable')?.operation.id).toBe('disableNotice');
    expect(route('POST', '/v3/jobs/abc/disable')?.operation.id).toBe('disableBuildJob');
  });

  test('distinguishes methods and rejects empty segments', () => {
    expect(route('GET', '/assembling/v1/jobs')?.operation.id).toBe('listBuildJobs');
    expect(route('POST', '/assembling/v1/jobs')?.operation.name).toBe('servicestage.createBuildJob');
    expect(route('PUT', '/v1/job/list')).toBeUndefined();
    expect(route('GET', '/v1/job//list')).toBeUndefined();
    expect(route('GET', '/v1/job/list/')).toBeUndefined();
  });
});

describe('a request', () => {
  test.each([
    ['an unknown path', 'GET', '/v9/nothing'],
    ['a known path with another method', 'DELETE', '/v1/job/execute'],
  ])('to %s fails with 404 APIGW.0101', async (_, method, target) => {
    const { status, json } = await sendSigned(createStillSandbox(), method, target);
    expect(status).toBe(404);
    expect(json).toMatchObject({ error_code: 'APIGW.0101', request_id: textWith(/^[0-9a-f]{32}$/) });
  });

  test('that is valid gets a response with request ID, date and length', async () => {
    const sandbox = createStillSandbox();
    const { headers, text } = await sendSigned(sandbox, 'GET', `/v1/job/${shopOf(sandbox)}/info`);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(headers.get('date')).toBe(new Date(sandbox.clock.now()).toUTCString());
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
  });

  test.each([
    ['v1, a path parameter', 'GET', '/v1/job/SHORT/info', undefined, 'DEVCB.00060201', 'Invalid task ID: job_id'],
    ['v3, a path parameter', 'GET', '/v3/jobs/SHORT/status', undefined, 'CB.00060201', 'Invalid task ID: job_id'],
    ['v4, a number', 'GET', `/v4/jobs/${UNKNOWN_ID}/0/record-info`, undefined, 'CB.00060200', 'build_no'],
    [
      'a word for a number',
      'GET',
      `/v1/job/${UNKNOWN_ID}/status?build_no=two`,
      undefined,
      'DEVCB.00060200',
      'build_no',
    ],
    [
      'a page that is too long',
      'GET',
      `/v3/${UNKNOWN_ID}/jobs?page_index=0&page_size=101`,
      undefined,
      'CB.00060200',
      'page_size',
    ],
    ['a missing query parameter', 'GET', `/v3/${UNKNOWN_ID}/jobs?page_size=10`, undefined, 'CB.00060200', 'page_index'],
    [
      'a query parameter given twice',
      'GET',
      `/v3/${UNKNOWN_ID}/jobs?page_index=0&page_index=1&page_size=10`,
      undefined,
      'CB.00060200',
      'page_index',
    ],
    ['an unknown query parameter', 'GET', `/v3/jobs/${UNKNOWN_ID}/status?pages=1`, undefined, 'CB.00060200', 'pages'],
    ['no body', 'POST', '/v1/job/execute', undefined, 'DEVCB.00060200', 'the body is missing'],
    ['a body that is no JSON', 'POST', '/v3/jobs/build', '{"job_id":', 'CB.00060200', 'the body must be JSON'],
    ['a field that is missing', 'POST', '/v3/jobs/build', {}, 'CB.00060200', 'job_id'],
    [
      'a field of another type',
      'POST',
      '/v1/job/execute',
      { job_id: UNKNOWN_ID, parameter: [{ name: 'a', value: 1 }] },
      'DEVCB.00060200',
      'parameter.0.value',
    ],
    ['ServiceStage', 'GET', '/assembling/v1/jobs?page=one&per_page=1', undefined, 'SVCSTG.00100400', 'page'],
  ])('that is invalid (%s) fails with 400 and names the problem', async (_, method, target, body, code, name) => {
    const { status, json } = await sendSigned(createStillSandbox(), method, target, { body });
    expect(status).toBe(400);
    expect(json).toMatchObject({ error_code: code, error_msg: textWith(name) });
  });

  test('with an undocumented media type fails with 400', async () => {
    const headers = { 'content-type': 'text/plain' };
    const response = await sendSigned(createStillSandbox(), 'POST', '/v1/job/execute', { body: '{}', headers });
    expect(response).toMatchObject({ status: 400, json: { error_msg: textWith('text/plain') } });
  });

  test('to IAM that is invalid fails in the form of IAM', async () => {
    const { status, json } = await sendSigned(createStillSandbox(), 'GET', '/v3/projects?page=0&per_page=1');
    expect(status).toBe(400);
    expect(json).toMatchObject({
      error: { code: 400, title: 'Bad Request', message: textWith('page') },
    });
  });

  test.each([
    ['GET', `/v1/job/${UNKNOWN_ID}/info`, 'DEVCB.00031006'],
    ['GET', `/v3/jobs/${UNKNOWN_ID}/status`, 'CB.00031006'],
    ['GET', `/v4/jobs/${UNKNOWN_ID}/1/record-info`, 'CB.00031006'],
    ['GET', `/v1/log/${'0'.repeat(36)}/download-log`, 'DEVCB.00031006'],
  ])('%s %s for an unknown ID fails with 422 %s', async (method, target, code) => {
    const { status, json } = await sendSigned(createStillSandbox(), method, target);
    expect(status).toBe(422);
    expect(json).toMatchObject({ error_code: code });
  });

  test('over 12 MB fails with 413 if it is signed, in process and over a socket', async () => {
    const sandbox = createStillSandbox();
    const origin = await sandbox.listen();
    const body = 'x'.repeat(12 * 1024 * 1024 + 1);
    for (const where of [{}, { origin }]) {
      const response = await sendSigned(sandbox, 'POST', '/v1/job/execute', { body, unsignedPayload: true, ...where });
      expect(response).toMatchObject({ status: 413, json: { error_code: 'APIGW.0201' } });
    }
  });

  test('over 12 MB is accepted with a token, up to 32 MB', async () => {
    const sandbox = createStillSandbox();
    const { fetch, clock, credentials } = sandbox;
    const build = createClient({ region: 'cn-north-4', fetch, clock, credentials: passwordToken(credentials) });
    const start = (megabytes: number) =>
      build.executeJob({ body: { job_id: shopOf(sandbox), padding: 'x'.repeat(megabytes * 1024 * 1024) } as never });
    expect((await start(13)).result?.actual_build_number).toBe('9');
    await expect(start(32)).rejects.toMatchObject({ status: 413, code: 'APIGW.0201' });
  });

  test('needs no credentials and may have unknown parameters if the sandbox is not strict', async () => {
    const sandbox = createStillSandbox({ strict: false });
    const response = await sandbox.fetch(`http://sandbox.localhost/v1/job/${shopOf(sandbox)}/info?verbose=1`);
    expect(await receive(response)).toMatchObject({ status: 200, json: { result: { job_name: 'web-shop' } } });
  });

  test('for an operation without a handler returns the documented example', async () => {
    const { json } = await sendSigned(createStillSandbox(), 'GET', '/v1/domain/federation');
    const operation = listOperations().find(({ id }) => id === 'showFederation');
    const response = operation?.description.responses['200'] as {
      content: Record<string, { examples: Record<string, { value: unknown }> }>;
    };
    expect(json).toEqual(response.content['application/json']?.examples['default']?.value);
  });
});

describe('a response that contradicts the document', () => {
  test('becomes a 500 with operation and JSON path', async () => {
    const sandbox = createStillSandbox();
    Object.assign(sandbox.state.tasks.get(shopOf(sandbox))!, { name: 5 });
    const { status, json } = await sendSigned(sandbox, 'GET', `/v1/job/${shopOf(sandbox)}/info`);
    expect(status).toBe(500);
    expect(json).toMatchObject({
      error_code: 'SANDBOX.RESPONSE',
      error_msg: textWith(/showJobInfo: \/result\/job_name must be string/),
    });
  });

  test('and a handler that throws, become a 500 that names the operation', async () => {
    const sandbox = createStillSandbox();
    Object.assign(sandbox.state.tasks.get(shopOf(sandbox))!, { code: undefined });
    const { status, json } = await sendSigned(sandbox, 'GET', `/v1/job/${shopOf(sandbox)}/info`);
    expect(status).toBe(500);
    expect(json).toMatchObject({ error_code: 'SANDBOX.INTERNAL', error_msg: textWith('showJobInfo') });
  });
});

describe('a build', () => {
  test('is queued, runs step by step, and finishes', async () => {
    const sandbox = createStillSandbox();
    const number = await startBuild(sandbox, [{ name: 'codeBranch', value: 'feature/x' }]);
    expect(await stateOf(sandbox, number)).toMatchObject({ status: 'pending', abort_status: '' });
    expect(await recordOf(sandbox, number)).toMatchObject({ status: null, start_time: null, branch: 'feature/x' });
    await sandbox.clock.advance(10_000);
    expect(await stateOf(sandbox, number)).toMatchObject({ status: 'runnable' });
    expect(await recordOf(sandbox, number)).toMatchObject({ status: null, finish_time: null });
    await sandbox.clock.advance(60_000);
    expect(await stateOf(sandbox, number)).toMatchObject({ status: 'completed', abort_status: '' });
    const record = await recordOf(sandbox, number);
    expect(record).toMatchObject({ status: 'SUCCESS', build_no: number });
    const { start_time, finish_time, duration } = record as Record<'start_time' | 'finish_time', string> & {
      duration: number;
    };
    expect(Date.parse(finish_time) - Date.parse(start_time)).toBe(duration);
  });

  test('is the same in v1 and v3 operations', async () => {
    const sandbox = createStillSandbox();
    const body = { job_id: shopOf(sandbox) };
    const { json } = await sendSigned(sandbox, 'POST', '/v3/jobs/build', { body });
    const number = Number((json as { actual_build_number: string }).actual_build_number);
    const current = await recordOf(sandbox, number);
    expect(await getResult(sandbox, `/v4/jobs/${shopOf(sandbox)}/${number}/record-info`)).toEqual(current);
    expect((await sendSigned(sandbox, 'GET', `/v3/jobs/${shopOf(sandbox)}/status`)).json).toEqual({ result: true });
    await sandbox.clock.advance(120_000);
    expect((await sendSigned(sandbox, 'GET', `/v3/jobs/${shopOf(sandbox)}/status`)).json).toEqual({ result: false });
  });

  test('gets the next number of its task and of its day', async () => {
    const sandbox = createStillSandbox();
    const first = await startBuild(sandbox);
    const second = await startBuild(sandbox);
    expect(second).toBe(first + 1);
    await sandbox.clock.advance(86_400_000);
    const third = await startBuild(sandbox);
    const days = await Promise.all([first, second, third].map((number) => recordOf(sandbox, number)));
    expect(days.map(({ daily_build_num }) => daily_build_num)).toEqual(['20260910.2', '20260910.3', '20260911.1']);
  });

  test.each([
    ['fail:1', 'FAILURE', '', ['error', '', '']],
    ['fail', 'FAILURE', '', ['success', 'error', '']],
    ['fail:99', 'FAILURE', '', ['success', 'success', 'error']],
    ['timeout:2', 'ABORTED', 'timeout', ['success', 'error', '']],
  ])('with the scenario %s finishes with %s', async (scenario, status, abort_status, steps) => {
    const sandbox = createStillSandbox();
    const number = await startScenario(sandbox, scenario);
    await sandbox.clock.advance(2 * 3_600_000);
    expect(await recordOf(sandbox, number)).toMatchObject({ status });
    expect(await stateOf(sandbox, number)).toMatchObject({ status: 'completed', abort_status });
    const target = `/v3/jobs/${shopOf(sandbox)}/${number}/history-details`;
    const { build_steps } = (await sendSigned(sandbox, 'GET', target)).json as { build_steps: { status: string }[] };
    expect(build_steps.map((step) => step.status)).toEqual(steps);
  });

  test('with the scenario stuck is queued until it is stopped', async () => {
    const sandbox = createStillSandbox();
    const number = await startScenario(sandbox, 'stuck');
    await sandbox.clock.advance(100 * 86_400_000);
    expect(await stateOf(sandbox, number)).toMatchObject({ status: 'pending' });
    await sendSigned(sandbox, 'POST', `/v3/jobs/${shopOf(sandbox)}/${number}/stop`);
    expect(await recordOf(sandbox, number)).toMatchObject({ status: 'ABORTED', start_time: null, duration: 0 });
  });

  test('with the scenario unscheduled has no log and no stages', async () => {
    const sandbox = createStillSandbox();
    const number = await startScenario(sandbox, 'unscheduled');
    await sandbox.clock.advance(120_000);
    const record = await recordOf(sandbox, number);
    expect(record).toMatchObject({ status: 'SCHEDULE_FAILURE' });
    const log = await sendSigned(sandbox, 'GET', `/v3/jobs/${shopOf(sandbox)}/${number}/real-time-log?offset=0`);
    expect(log).toMatchObject({ status: 500, json: { error_code: 'CB.00030004' } });
    const details = await sendSigned(sandbox, 'GET', `/v3/jobs/${shopOf(sandbox)}/${number}/history-details`);
    expect(details).toMatchObject({ status: 403, json: { error_code: 'CB.00031059' } });
    const stages = await getResult(sandbox, `/v1/record/${record['build_record_id'] as string}/full-stages`);
    expect(stages).toMatchObject({ build_stages: {} });
  });

  test('takes its scenario from the sandbox if its parameters contain none', async () => {
    const sandbox = createStillSandbox({ scenarios: { 'web-shop': 'fail:3' } });
    const failing = await startBuild(sandbox);
    const fine = await startScenario(sandbox, 'success');
    await sandbox.clock.advance(120_000);
    expect(await recordOf(sandbox, failing)).toMatchObject({ status: 'FAILURE' });
    expect(await recordOf(sandbox, fine)).toMatchObject({ status: 'SUCCESS' });
  });

  test('does not start with an unknown scenario, or for a disabled or unknown task', async () => {
    const sandbox = createStillSandbox();
    const run = (body: object): ReturnType<typeof sendSigned> =>
      sendSigned(sandbox, 'POST', '/v1/job/execute', { body });
    const parameter = [{ name: 'sandbox_scenario', value: 'explode' }];
    expect(await run({ job_id: shopOf(sandbox), parameter })).toMatchObject({ status: 400 });
    expect(await run({ job_id: sandbox.seed.jobIds['old-reports'] })).toMatchObject({ status: 422 });
    expect(await run({ job_id: UNKNOWN_ID })).toMatchObject({ status: 422 });
  });

  test.each([
    ['stopBuildJob', 'POST', (id: string, number: number) => [`/v3/jobs/${id}/${number}/stop`, undefined]],
    ['stopJob', 'POST', (id: string, number: number) => ['/v3/jobs/stop', { job_id: id, build_no: String(number) }]],
    [
      'stopTheJob, number in the body',
      'POST',
      (id: string, number: number) => [`/v1/job/${id}/stop`, { build_no: number }],
    ],
    [
      'stopTheJob, number as a string',
      'POST',
      (id: string, number: number) => [`/v1/job/${id}/stop`, { build_no: String(number) }],
    ],
    [
      'stopTheJob, number in the query',
      'POST',
      (id: string, number: number) => [`/v1/job/${id}/stop?build_no=${number}`, undefined],
    ],
    ['stopTheJob, without a number', 'POST', (id: string) => [`/v1/job/${id}/stop`, undefined]],
  ] as const)('is stopped by %s, once', async (_, method, toCall) => {
    const sandbox = createStillSandbox();
    const number = await startBuild(sandbox);
    await sandbox.clock.advance(10_000);
    const [target, body] = toCall(shopOf(sandbox), number);
    expect(await sendSigned(sandbox, method, target as string, { body })).toMatchObject({ status: 200 });
    const stopped = await recordOf(sandbox, number);
    expect(stopped).toMatchObject({ status: 'ABORTED' });
    expect(await stateOf(sandbox, number)).toMatchObject({ status: 'completed', abort_status: 'aborted' });
    const again = await sendSigned(sandbox, method, target as string, { body });
    expect(again.status).toBe(400);
    expect(again.json).toEqual({
      error: { code: 'DEV.CB.032302', reason: 'The task state has been refreshed.' },
      status: 'error',
    });
    await sandbox.clock.advance(3_600_000);
    expect(await recordOf(sandbox, number)).toEqual(stopped);
  });
});

describe('a log', () => {
  test('is read in parts, which make up the download', async () => {
    const sandbox = createStillSandbox();
    const number = await startScenario(sandbox, 'tidy');
    let log = '';
    let more = true;
    for (let offset = 0; more;) {
      const target = `/v3/jobs/${shopOf(sandbox)}/${number}/real-time-log?offset=${offset}&length=333`;
      const part = await getResult(sandbox, target);
      expect(part).toMatchObject({ current_offset: offset, offset: offset + (part['content'] as string).length });
      log += part['content'] as string;
      offset = part['offset'] as number;
      more = part['has_more_data'] as boolean;
      await sandbox.clock.advance(1_500);
    }
    const { build_record_id: id } = await recordOf(sandbox, number);
    const whole = await sendSigned(sandbox, 'GET', `/v1/log/${id as string}/download-log`);
    expect(whole.headers.get('content-type')).toBe('application/octet-stream');
    expect(log).toBe(whole.text);
    expect(log).toMatch(/^\[2026\/09\/10 11:00:0\d\.\d{3} GMT\+08:00\] \[INFO\] /);
    expect(log).toMatch(/\[INFO\] Finished: SUCCESS\n$/);
  });

  test('contains parameters, masks secret ones, and has DEBUG lines if requested', async () => {
    const sandbox = createStillSandbox();
    const number = await startBuild(sandbox, [{ name: 'greeting', value: 'hello' }]);
    await sandbox.clock.advance(120_000);
    const { build_record_id: id } = await recordOf(sandbox, number);
    const { text } = await sendSigned(sandbox, 'GET', `/v1/log/${id as string}/download-log`);
    expect(text).toContain('greeting=hello');
    expect(text).toContain('releaseKey=******');
    expect(text).not.toContain('not-for-the-log');
    expect(text).not.toContain('[DEBUG]');
    const debug = await sendSigned(sandbox, 'GET', `/v1/log/${id as string}/download-log?log_level=DEBUG`);
    expect(debug.text).toContain('[DEBUG]');
  });

  test('of one step contains only the lines of this step', async () => {
    const sandbox = createStillSandbox();
    const number = await startScenario(sandbox, 'tidy');
    await sandbox.clock.advance(120_000);
    const { build_record_id: id } = await recordOf(sandbox, number);
    const { text } = await sendSigned(sandbox, 'GET', `/v4/${id as string}/task-log?task_name=stage2`);
    expect(
      text
        .trimEnd()
        .split('\n')
        .every((line) => line.includes('[Maven构建:external_maven]')),
    ).toBe(true);
    const part = await getResult(
      sandbox,
      `/v1/log/task/page?job_id=${shopOf(sandbox)}&build_no=${number}&step_id=2&start_offset=0&end_offset=0`,
    );
    expect(part).toMatchObject({ log: text, has_more: false });
    const unknown = await sendSigned(sandbox, 'GET', `/v4/${id as string}/task-log?task_name=stage9`);
    expect(unknown.status).toBe(400);
  });

  test('contains as many lines as v1 requests, newest first for DESC', async () => {
    const sandbox = createStillSandbox();
    const number = await startBuild(sandbox);
    await sandbox.clock.advance(120_000);
    const path = `/v1/log/${shopOf(sandbox)}/${number}/real-time-log`;
    const first = await getResult(sandbox, `${path}?size=2`);
    const second = await getResult(sandbox, `${path}?size=2&start_offset=${first['end_offset'] as string}`);
    const both = await getResult(sandbox, `${path}?size=4&sort=DESC`);
    const lines = `${first['log'] as string}${second['log'] as string}`.trimEnd().split('\n');
    expect((both['log'] as string).trimEnd().split('\n')).toEqual(lines.reverse());
  });
});

describe('lists', () => {
  test('contain all tasks of the project, page by page, in v1 and v3', async () => {
    const sandbox = createStillSandbox();
    const { projectId, jobIds } = sandbox.seed;
    for (const path of [`/v1/job/${projectId}/list`, `/v3/${projectId}/jobs`]) {
      const ids: string[] = [];
      for (const page of [0, 1, 2]) {
        const { json } = await sendSigned(sandbox, 'GET', `${path}?page_index=${page}&page_size=3`);
        const body = json as Record<string, unknown>;
        const list = (body['result'] ?? body) as {
          job_list?: { id: string }[];
          jobs?: { id: string }[];
          total: number;
        };
        expect(list.total).toBe(4);
        ids.push(...(list.job_list ?? list.jobs ?? []).map(({ id }) => id));
      }
      expect(ids.sort()).toEqual(Object.values(jobIds).sort());
    }
  });

  test.each([
    ['search=FRONT', ['web-frontend']],
    ['build_status=timeout', ['base-image']],
    ['build_status=none', ['old-reports']],
    ['creator_id=somebody-else', []],
  ])('of tasks are filtered by %s', async (filter, names) => {
    const sandbox = createStillSandbox();
    const target = `/v1/job/${sandbox.seed.projectId}/list?page_index=0&page_size=100&${filter}`;
    const list = await getResult(sandbox, target);
    expect((list['job_list'] as { job_name: string }[]).map(({ job_name }) => job_name)).toEqual(names);
  });

  test('of builds are consistent with one another', async () => {
    const sandbox = createStillSandbox();
    const id = shopOf(sandbox);
    await startBuild(sandbox);
    const day = 'start_time=2026-09-01&end_time=2026-09-30&offset=0&limit=100';
    const { json } = await sendSigned(sandbox, 'GET', `/v3/jobs/${id}/period-history?${day}`);
    const { history_records, total } = json as { history_records: { build_number: number }[]; total: number };
    expect(history_records.map(({ build_number }) => build_number)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(total).toBe(9);
    const span = 'start_time=2026-09-01%2000:00:00&end_time=2026-09-30%2000:00:00&page_size=4&page_index=2';
    expect(await getResult(sandbox, `/v1/record/${id}/list?${span}`)).toMatchObject({
      job_build_states: [{ number: 1 }],
      total_record: '9',
      total_page: '3',
    });
    const { build_project_id: project, build_record_id: record } = await recordOf(sandbox, 3);
    const list = await getResult(sandbox, `/v1/record/${project as string}/records?page=0&limit=100`);
    expect(list).toMatchObject({ pagination: { total: -1 } });
    const records = list['data'] as { build_no: string; id: string }[];
    expect(records.map(({ build_no }) => Number(build_no))).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await getResult(sandbox, `/v1/record/${record as string}/info`)).toEqual(records[6]);
    expect(await getResult(sandbox, `/v1/record/${project as string}/statistics`)).toEqual({ total: 9 });
  });

  test('reject days that are more than 31 apart, reversed, or do not exist', async () => {
    const sandbox = createStillSandbox();
    const send = (start: string, end: string): ReturnType<typeof sendSigned> =>
      sendSigned(
        sandbox,
        'GET',
        `/v3/jobs/${shopOf(sandbox)}/period-history?offset=0&limit=10&start_time=${start}&end_time=${end}`,
      );
    expect(await send('2026-08-01', '2026-09-10')).toMatchObject({ status: 400, json: { error_code: 'CB.00031105' } });
    expect(await send('2026-09-10', '2026-09-09')).toMatchObject({ status: 400, json: { error_code: 'CB.00060200' } });
    expect(await send('2026-02-31', '2026-03-01')).toMatchObject({ status: 400, json: { error_code: 'CB.00060200' } });
  });

  test('contain the stages of a build by name and in order', async () => {
    const sandbox = createStillSandbox();
    const number = await startScenario(sandbox, 'fail:2');
    await sandbox.clock.advance(120_000);
    const { build_record_id: id } = await recordOf(sandbox, number);
    const { build_stages } = await getResult(sandbox, `/v1/record/${id as string}/full-stages`);
    const stages = Object.values(build_stages as Record<string, { sequence: number; status: string | null }>);
    expect(Object.keys(build_stages as object)).toEqual(['initial', 'stage1', 'stage2', 'stage3', 'final']);
    expect(stages.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);
    expect(stages.map(({ status }) => status)).toEqual(['SUCCESS', 'SUCCESS', 'FAILURE', null, 'FAILURE']);
  });
});

describe('throttling', () => {
  test('is off by default; if on, it rejects with Retry-After per policy, operation and minute', async () => {
    const sandbox = createStillSandbox({ throttling: { cloudbuild_ext: 3 } });
    const send = (): ReturnType<typeof sendSigned> => sendSigned(sandbox, 'GET', `/v3/jobs/${shopOf(sandbox)}/status`);
    for (let count = 0; count < 3; count += 1) expect((await send()).status).toBe(200);
    await sandbox.clock.advance(20_000);
    const rejected = await send();
    expect(rejected).toMatchObject({ status: 429, json: { error_code: 'APIGW.0308' } });
    expect(rejected.headers.get('retry-after')).toBe('40');
    expect((await sendSigned(sandbox, 'GET', `/v1/job/${shopOf(sandbox)}/info`)).status).toBe(200);
    await sandbox.clock.advance(40_000);
    expect((await send()).status).toBe(200);
  });

  test('reads the policy from the document and the limit from its name', async () => {
    const sandbox = createStillSandbox({ throttling: true });
    const { projectId } = sandbox.seed;
    const countUntilRejected = async (method: string, target: string): Promise<number | undefined> => {
      for (let count = 0; count < 60; count += 1) {
        if ((await sendSigned(sandbox, method, target)).status === 429) return count;
      }
      return undefined;
    };
    // Most writing operations have another policy.
    expect(await countUntilRejected('DELETE', `/v1/job/${projectId}/group/delete?group_id=x`)).toBe(50);
    expect(await countUntilRejected('POST', `/v1/job/${shopOf(sandbox)}/follow`)).toBe(20);
    // No policy is published.
    expect(await countUntilRejected('GET', '/v1/domain/charge-type')).toBeUndefined();
  });
});

describe('over a socket', () => {
  test('it responds as in process, and stops after close', async () => {
    const sandbox = createStillSandbox();
    expect(() => sandbox.url).toThrow('before listen()');
    const origin = await sandbox.listen();
    expect(sandbox.url).toBe(origin);
    const target = `/v1/job/${shopOf(sandbox)}/info`;
    const [overSocket, inProcess] = [
      await sendSigned(sandbox, 'GET', target, { origin }),
      await sendSigned(sandbox, 'GET', target),
    ];
    expect(overSocket.json).toEqual(inProcess.json);
    await expect(sandbox.listen()).rejects.toThrow('already listens');
    await sandbox.close();
    await expect(fetch(origin)).rejects.toThrow();
    expect(() => sandbox.url).toThrow('before listen()');
  });

  test('a port in use causes an error with its number', async () => {
    const first = createStillSandbox();
    const port = Number(new URL(await first.listen()).port);
    const second = createSandbox();
    onTestFinished(() => second.close());
    await expect(second.listen(port)).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use`);
    expect(() => second.url).toThrow('before listen()');
  });

  test('DELETE can have a body', async () => {
    const sandbox = createStillSandbox();
    const origin = await sandbox.listen();
    const response = await sendSigned(sandbox, 'DELETE', '/v1/job/batch-delete', { origin, body: {} });
    expect(response).toMatchObject({ status: 400, json: { error_msg: textWith('required property') } });
  });
});

test('onResponse is called for every handled request', async () => {
  const handled: HandledRequest[] = [];
  const sandbox = startSandbox({ onResponse: (request) => handled.push(request) });
  await sandbox.fetch('http://sandbox/v1/nothing?x=1');
  expect(handled).toMatchObject([{ method: 'GET', target: '/v1/nothing?x=1', status: 404 }]);
});
