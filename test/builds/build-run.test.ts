import { describe, expect, onTestFinished, test } from 'vitest';
import {
  AmbiguousStartError,
  BuildFailedError,
  createClient,
  createLimiter,
  formatBuildSummary,
  TimeoutError,
  waitAll,
  type BuildHandle,
  type BuildProgress,
  type BuildStep,
  type ClientEvent,
  type CodeArtsBuildClient,
} from '../../src/index.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { isUntidy, realism, word } from '../support/realism.js';
import { createTestClock } from '../support/test-clock.js';

/** Intercepts a request: returns a response instead of that of the sandbox, throws an error, or returns undefined to send the request. */
type Interference = (url: URL, init: RequestInit) => Response | undefined | Promise<Response | undefined>;

interface Setup {
  sandbox: Sandbox;
  build: CodeArtsBuildClient;
  jobId: string;
  events: ClientEvent[];
  /** The requests that were made, as `GET /path`. */
  requests: string[];
}

/** A sandbox whose clock advances when all timers are waiting, and a client that uses this clock. */
function createSetup(interfere: Interference = () => undefined, options: SandboxOptions = {}): Setup {
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true, realism, ...options });
  onTestFinished(() => sandbox.close());
  const events: ClientEvent[] = [];
  const requests: string[] = [];
  const { ak, sk, projectId } = sandbox.credentials;
  const build = createClient({
    endpoint: 'http://sandbox.localhost',
    credentials: { ak, sk, projectId },
    clock: sandbox.clock,
    random: () => 0.5,
    onEvent: (event) => events.push(event),
    fetch: async (input, init = {}) => {
      const url = new URL(input as string);
      requests.push(`${init.method ?? 'GET'} ${url.pathname}`);
      return (await interfere(url, init)) ?? sandbox.fetch(input, init);
    },
  });
  return { sandbox, build, jobId: sandbox.seed.jobIds['web-shop']!, events, requests };
}

const scenario = (value: string): Record<string, string> => ({ sandbox_scenario: value });

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

const isRecord = (url: URL): boolean => url.pathname.endsWith('/record-info');
const fail = (status: number): Response => new Response('{"error_code":"X"}', { status });

/** A client of a service with given results by the last part of the path: `{}` if there is none, status 500 if the value is `undefined`. */
function createFixedClient(results: Record<string, unknown>): CodeArtsBuildClient {
  return createClient({
    endpoint: 'http://service.localhost',
    credentials: { ak: 'AccessKey', sk: 'SecretKey' },
    clock: createTestClock(Date.now()),
    fetch: (input) => {
      const name = new URL(input as string).pathname.split('/').pop()!;
      const result = Object.hasOwn(results, name) ? results[name] : {};
      return Promise.resolve(result === undefined ? fail(500) : Response.json(result));
    },
  });
}

describe.each(['v1', 'v3'] as const)('a service that leaves out what it may, by the %s operations', (apiVersion) => {
  const jobId = '48c66c6002964721be537cdc6ce0297b';

  test('has builds without a log, steps and outputs', async () => {
    const result = apiVersion === 'v1' ? { log: '' } : { content: '' };
    const run = createFixedClient({
      'real-time-log': { result },
      'record-info': { result: {} },
      [apiVersion === 'v1' ? 'output' : 'output-info']: { result: {} },
    }).attachBuild({ jobId, buildNo: 3, apiVersion });
    expect(await collect(run.log({ follow: false }))).toEqual([]);
    expect(await run.steps()).toEqual([]);
    expect(await run.outputs()).toEqual([]);
  });

  test('reports an ambiguous start if the response contains no number', async () => {
    await expect(createFixedClient({}).startBuild({ jobId }, { apiVersion })).rejects.toMatchObject({
      name: 'AmbiguousStartError',
      cause: { name: 'ResponseFormatError' },
    });
  });
});

test.each([
  [
    'v1',
    { records: { result: { data: [{}, { build_no: '7', status: null }] } }, info: { result: { project_id: 'p' } } },
  ],
  ['v3', { history: { history_records: [{}, { build_number: 7 }] } }],
] as const)('by the %s operations, a build without a number is no candidate', async (apiVersion, results) => {
  const build = createFixedClient({ ...results, execute: undefined, build: undefined });
  const error: unknown = await build
    .startBuild({ jobId: '48c66c6002964721be537cdc6ce0297b' }, { apiVersion, maxRetries: 0 })
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AmbiguousStartError);
  expect((error as AmbiguousStartError).candidates).toEqual([
    { buildNo: 7, status: undefined, startedAt: undefined, durationMs: undefined },
  ]);
});

test.each([
  [[8], { 8: undefined, 7: '2020-01-02 03:04:05', 6: undefined }],
  [[], { 8: '2020-01-02 03:04:05', 7: undefined }],
  [[8, 7], { 8: undefined, 7: undefined }],
  [[8], { 8: new Date().toISOString(), 7: undefined }],
])(
  'builds %j are candidates if the builds started at %j',
  async (expected, times: Record<string, string | undefined>) => {
    const data = Object.entries(times).map(([build_no, create_time]) => ({ build_no, create_time }));
    const build = createFixedClient({
      ...{ records: { result: { data } }, info: { result: { project_id: 'p' } }, execute: undefined },
    });
    const error: unknown = await build
      .startBuild({ jobId: '48c66c6002964721be537cdc6ce0297b' }, { maxRetries: 0 })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AmbiguousStartError);
    expect((error as AmbiguousStartError).candidates.map(({ buildNo }) => buildNo)).toEqual(expected);
  },
);

test('a step that the service does not name in full is named as far as it does', async () => {
  const build = createFixedClient({
    'record-info': { result: { build_record_id: 'r' } },
    'full-stages': {
      result: {
        build_stages: {
          b: { sequence: 2, execution_stage_name: 'compile', start_time: '2026-01-02T03:04:05Z' },
          a: { display_name: 'Check out', status: 'SUCCESS', build_duration: 1_200 },
          c: { sequence: 3 },
        },
      },
    },
    details: { build_steps: [{ name: 'Check out', status: 'success', build_time: 1_200 }, {}] },
  });
  const jobId = '48c66c6002964721be537cdc6ce0297b';
  expect(await build.attachBuild({ jobId, buildNo: 3 }).steps()).toEqual([
    { index: 0, key: undefined, name: 'Check out', status: 'succeeded', durationMs: 1_200 },
    { index: 1, key: 'compile', name: 'compile', status: 'running', durationMs: undefined },
    { index: 2, key: undefined, name: '', status: 'waiting', durationMs: undefined },
  ]);
});

test.skipIf(isUntidy)('has the steps of the task, without those of the scheduler', async () => {
  const { build, jobId } = createSetup(undefined, { language: 'en' });
  const run = await build.startBuild({ jobId });
  await run.wait();
  const steps = await run.steps();
  expect(steps.map(({ index, key, name }) => [index, key, name])).toEqual([
    [0, 'stage1', 'Code checkout'],
    [1, 'stage2', 'Build with Maven'],
    [2, 'stage3', 'Upload to release repository'],
  ]);
  for await (const event of run.follow({ log: false })) {
    if (event.type === 'end') expect(formatBuildSummary(event)).not.toMatch(/initial|final/);
  }
});

describe.each(['v1', 'v3'] as const)('a build, by the %s operations', (apiVersion) => {
  test('is started, followed line by line and waited for, and has steps and outputs', async () => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild({ jobId, branch: 'main' }, { apiVersion });
    const [record, lines] = await Promise.all([run.wait(), collect(run.log())]);
    expect(record).toMatchObject({
      status: word('SUCCESS'),
      build_no: run.buildNo,
      codeci_job_id: jobId,
      ...(!isUntidy && { branch: 'main' }),
    });
    const whole = await (await build.downloadBuildFullLog({ record_id: record.build_record_id })).text();
    expect(lines).toEqual(whole.trimEnd().split('\n'));
    expect((await run.steps()).length).toBeGreaterThan(1);
    expect((await run.outputs()).every(({ kind, key }) => kind === 'package' && key !== '')).toBe(true);
  });

  test('that fails is a BuildFailedError with the step, the end of the log, the record and an address', async () => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild({ jobId, params: scenario('fail:2') }, { apiVersion });
    const error = await run.wait().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BuildFailedError);
    const { failedStep, logTail, logUrl, message, record } = error as BuildFailedError;
    // The status of a step may be missing.
    if (!isUntidy || failedStep !== undefined) expect(failedStep).toBe('Maven构建');
    // Without the step it is the end of the whole log.
    expect(failedStep === undefined ? logTail.join() : logTail.at(-1)).toContain(
      'The command failed with exit code 1.',
    );
    expect(logTail.length).toBeLessThanOrEqual(50);
    expect(logUrl).toBe(`http://sandbox.localhost/v1/log/${record.build_record_id}/download-log`);
    if (failedStep !== undefined) {
      const expected = `build ${run.buildNo} of task ${jobId} finished with FAILURE in step Maven构建`;
      expect(message.toUpperCase()).toBe(expected.toUpperCase());
    }
  });

  test('that fails has a summary without durations of the steps that did not run', async () => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild({ jobId, params: scenario('fail:1') }, { apiVersion });
    let summary = '';
    for await (const event of run.follow()) if (event.type === 'end') summary = formatBuildSummary(event);
    expect(summary).toContain('| Maven构建 |');
    expect(summary).not.toContain('| 0s |');
  });

  test('can be stopped, even after it has finished', async () => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild({ jobId }, { apiVersion });
    await run.stop();
    expect(await run.wait({ throwOnFailure: false })).toMatchObject({ status: word('ABORTED') });
    await run.stop();
  });
});

describe('wait', () => {
  test('with throwOnFailure false it resolves with the record of a failed build', async () => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild({ jobId, params: scenario('fail:1') });
    expect(await run.wait({ throwOnFailure: false })).toMatchObject({ status: word('FAILURE') });
  });

  test.skipIf(isUntidy)('tells status, step, time, the usual time and the share of it', async () => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild({ jobId });
    const reported: BuildProgress[] = [];
    await run.wait({ onProgress: (progress) => reported.push(progress) });
    expect(reported[0]).toMatchObject({ status: 'queued', step: undefined });
    expect(reported.map(({ step }) => step)).toContain('Maven构建');
    expect(reported.at(-1)).toMatchObject({ status: word('SUCCESS'), percent: 100 });
    const shares = reported.map(({ percent }) => percent ?? 0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(reported[0]?.expectedMs).toBeGreaterThan(20_000);
  });

  test('survives five failing polls in a row, and not six', async () => {
    for (const [failures, survives] of [
      [5, true],
      [6, false],
    ] as const) {
      let left = failures as number;
      // The client does not retry a 500 without a transient code.
      const { build, jobId } = createSetup((url) => (isRecord(url) && left-- > 0 ? fail(500) : undefined));
      const run = await build.startBuild({ jobId });
      if (survives) expect(await run.wait()).toMatchObject({ status: word('SUCCESS') });
      else await expect(run.wait()).rejects.toMatchObject({ name: 'ApiError', status: 500 });
    }
  });

  test.each([401, 403, 404])('%i ends it at once', async (status) => {
    const { build, jobId, requests } = createSetup((url) => (isRecord(url) ? fail(status) : undefined));
    const { buildNo } = await build.startBuild({ jobId });
    const run = build.attachBuild({ jobId, buildNo });
    await expect(run.wait()).rejects.toMatchObject({ status });
    expect(requests.filter((request) => request.endsWith('/record-info'))).toHaveLength(1);
  });

  test.each([404, 422])('a build that was just started may be unknown for 10 s (%i), not longer', async (status) => {
    let unknown = Infinity;
    const { build, jobId, requests } = createSetup((url) =>
      isRecord(url) && unknown-- > 0 ? fail(status) : undefined,
    );
    const late = await build.startBuild({ jobId });
    unknown = 5;
    expect(await late.wait()).toMatchObject({ status: word('SUCCESS') });
    unknown = Infinity;
    const never = await build.startBuild({ jobId });
    requests.length = 0;
    await expect(never.wait()).rejects.toMatchObject({ status });
    expect(requests.filter((request) => request.endsWith('/record-info')).length).toBeLessThan(14);
  });

  test('a build that stays in the queue ends in a TimeoutError that names queueTimeoutMs', async () => {
    const { build, jobId, sandbox } = createSetup();
    const run = await build.startBuild({ jobId, params: scenario('stuck') });
    const since = sandbox.clock.now();
    const error = await run.wait({ queueTimeoutMs: 60_000, timeoutMs: 1_000 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ option: 'queueTimeoutMs', limitMs: 60_000 });
    expect(sandbox.clock.now() - since).toBeGreaterThanOrEqual(60_000);
    expect(sandbox.clock.now() - since).toBeLessThan(61_000);
  });

  test('a build that runs too long ends in a TimeoutError that names timeoutMs, and goes on', async () => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild({ jobId });
    await expect(run.wait({ timeoutMs: 5_000 })).rejects.toMatchObject({ option: 'timeoutMs' });
    expect(await run.wait()).toMatchObject({ status: word('SUCCESS') });
  });

  test('an abort leaves the build to run, or stops it once', async () => {
    const reason = new Error('enough');
    for (const [onAbort, status] of [
      ['detach', 'SUCCESS'],
      ['stop', 'ABORTED'],
    ] as const) {
      const { build, jobId, requests } = createSetup();
      const run = await build.startBuild({ jobId });
      const controller = new AbortController();
      const onProgress = (): void => controller.abort(reason);
      await expect(run.wait({ signal: controller.signal, onAbort, onProgress })).rejects.toBe(reason);
      expect(requests.filter((request) => request.endsWith('/stop'))).toHaveLength(onAbort === 'stop' ? 1 : 0);
      expect(await run.wait({ throwOnFailure: false })).toMatchObject({ status: word(status) });
    }
  });

  test('a status that is not known counts as running, with one note, and as the end beside a time of ending', async () => {
    const { build, jobId, sandbox } = createSetup((url) => {
      if (!isRecord(url)) return undefined;
      const status = sandbox.clock.now() - begun < 3_000 ? 'POLISHING' : 'DONE_SOMEHOW';
      const finish_time = status === 'POLISHING' ? null : '2026-01-01T00:00:00.000+00:00';
      return Response.json({
        result: { status, finish_time, start_time: '2026-01-01T00:00:00.000+00:00' },
        status: 'success',
      });
    });
    const begun = sandbox.clock.now();
    const notes: (string | undefined)[] = [];
    const run = build.attachBuild({ jobId, buildNo: 1 });
    const record = await run.wait({ throwOnFailure: false, onProgress: ({ note }) => notes.push(note) });
    expect(record.status).toBe('DONE_SOMEHOW');
    expect(notes.length).toBeGreaterThan(1);
    expect(notes.filter((note) => note !== undefined)).toEqual(['unknown status POLISHING']);
  });

  test.skipIf(isUntidy)(
    'polls close to the usual end, 2 to 30 seconds apart, and asks once how long builds take',
    async () => {
      const { build, jobId, events, requests, sandbox } = createSetup();
      const run = await build.startBuild({ jobId });
      const { finish_time } = await run.wait();
      const delays = events.filter((event) => event.type === 'poll').map(({ delayMs }) => delayMs);
      expect(delays.slice(0, -1).every((delay) => delay >= 1_800 && delay <= 30_000)).toBe(true);
      expect(requests.filter((request) => request.endsWith('/records'))).toHaveLength(1);
      expect(sandbox.clock.now() - Date.parse(finish_time!)).toBeLessThan(6_000);
    },
  );

  test.skipIf(isUntidy)(
    'reads the record seldom while the log is followed and silent, and notices the end by the closing line',
    async () => {
      const { build, jobId, requests, sandbox } = createSetup();
      sandbox.state.tasks.get(jobId)!.steps = [{ name: 'slow', module: 'external_maven', durationMs: 30 * 60_000 }];
      const run = await build.startBuild({ jobId });
      const log = collect(run.log());
      const { finish_time: finishTime } = await run.wait();
      expect(sandbox.clock.now() - Date.parse(finishTime ?? '')).toBeLessThan(8_000);
      expect((await log).length).toBeGreaterThan(0);
      const count = (name: string): number => requests.filter((request) => request.endsWith(name)).length;
      expect(count('/record-info')).toBeLessThan(60);
      expect(count('/real-time-log')).toBeGreaterThan(200);
    },
  );
});

describe('startBuild', () => {
  const isStart = (url: URL): boolean => url.pathname === '/v1/job/execute';

  test('reports candidates and starts no second build if the response is lost', async () => {
    const { build, jobId, requests, sandbox } = createSetup(async (url, init) => {
      if (!isStart(url)) return undefined;
      await sandbox.fetch(url, init);
      throw new TypeError('terminated');
    });
    const error = await build.startBuild({ jobId }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AmbiguousStartError);
    expect(error).toMatchObject({ jobId, checked: true, cause: { name: 'NetworkError' } });
    const { candidates } = error as AmbiguousStartError;
    expect(candidates).toHaveLength(1);
    expect(requests.filter((request) => request === 'POST /v1/job/execute')).toHaveLength(1);
    const run = build.attachBuild({ jobId, buildNo: candidates[0]!.buildNo });
    expect(await run.wait()).toMatchObject({ status: word('SUCCESS') });
  });

  test.each([500, 502, 503, 504])('%i is ambiguous too', async (status) => {
    const { build, jobId } = createSetup((url) => (isStart(url) ? fail(status) : undefined));
    await expect(build.startBuild({ jobId })).rejects.toMatchObject({
      name: 'AmbiguousStartError',
      // A build without a time may be new.
      ...(!isUntidy && { candidates: [] }),
    });
  });

  test('reports that the candidates were not checked if the builds cannot be listed', async () => {
    const { build, jobId } = createSetup(() => fail(500));
    await expect(build.startBuild({ jobId })).rejects.toMatchObject({ checked: false, candidates: [] });
  });

  test('a refusal is passed on as it is', async () => {
    const { build, sandbox } = createSetup();
    await expect(build.startBuild({ jobId: '0'.repeat(32) })).rejects.toMatchObject({ name: 'ApiError', status: 422 });
    await expect(build.startBuild({ jobId: sandbox.seed.jobIds['old-reports']! })).rejects.toMatchObject({
      name: 'ApiError',
    });
  });
});

describe('log', () => {
  test('continues at its position after errors', async () => {
    let reads = 0;
    const { build, jobId } = createSetup((url) =>
      url.pathname.endsWith('/real-time-log') && ++reads % 3 === 0 ? fail(500) : undefined,
    );
    const run = await build.startBuild({ jobId });
    const lines = await collect(run.log());
    const record = await run.wait();
    const whole = await (await build.downloadBuildFullLog({ record_id: record.build_record_id })).text();
    expect(lines).toEqual(whole.trimEnd().split('\n'));
    expect(reads).toBeGreaterThan(5);
  });

  test('a build in the queue has none yet, which is no error', async () => {
    let refusals = 8;
    const { build, jobId } = createSetup((url) =>
      url.pathname.endsWith('/real-time-log') && refusals-- > 0
        ? Response.json({ error_code: 'CB.00030004' }, { status: 500 })
        : undefined,
    );
    const run = await build.startBuild({ jobId });
    expect((await collect(run.log())).at(-1)).toContain('Finished: SUCCESS');
  });

  test.each([true, false])('of a serialized handle continues after the last line, with follow: %j', async (follow) => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild({ jobId });
    if (!follow) await run.wait();
    const before: string[] = [];
    for await (const line of run.log({ follow })) {
      before.push(line);
      if (before.length === 5) break;
    }
    const again = build.attachBuild(JSON.parse(JSON.stringify(run)) as BuildHandle);
    const after = await collect(again.log({ follow }));
    expect([...before, ...after]).toEqual(await collect(run.log({ offset: 0 })));
  });

  test('starts with the last lines if tail is set, and its lines can be parsed', async () => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild({ jobId });
    const all = await collect(run.log());
    expect(await collect(run.log({ offset: 0, tail: 3 }))).toEqual(all.slice(-3));
    expect(await collect(run.log({ offset: 0, tail: 2, follow: false }))).toEqual(all.slice(-2));
    const steps = new Set<string | undefined>();
    for await (const { line, time, step } of run.parsedLog({ offset: 0, follow: false })) {
      expect(time instanceof Date).toBe(line.startsWith('['));
      steps.add(step);
    }
    expect(steps).toContain('Maven构建:external_pre_maven');
  });
});

describe.each(['v1', 'v3'] as const)('where everything goes wrong at times, by the %s operations', (apiVersion) => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed))('no line is lost and none comes twice: %d', async (seed) => {
    const { sandbox, build, jobId } = createSetup(undefined, { randomSeed: seed });
    const run = await build.startBuild({ jobId }, { apiVersion });
    sandbox.faults.add({ kind: 'status', status: 503, probability: 0.1 });
    sandbox.faults.add({ kind: 'reset', probability: 0.05 });
    sandbox.faults.add({ kind: 'truncate', probability: 0.05, afterBytes: 20 });
    sandbox.faults.add({ kind: 'repeated-log', probability: 0.2 });
    sandbox.faults.add({ kind: 'lost-log', probability: 0.1 });
    const [record, lines] = await Promise.all([run.wait(), collect(run.log())]);
    sandbox.faults.clear();
    const whole = await build.downloadBuildFullLog({ record_id: record.build_record_id });
    expect(lines).toEqual(await collect(whole.lines()));
    expect(lines.length).toBeGreaterThan(10);
  });
});

describe('attachBuild', () => {
  test.each([
    [null, 'handle must be an object; received null'],
    [{ jobId: '', buildNo: 1 }, 'jobId must be a non-empty string; received ""'],
    [{ jobId: 'x', buildNo: 0 }, 'buildNo must be a positive integer; received 0'],
    [{ jobId: 'x', buildNo: '1' }, 'buildNo must be a positive integer; received "1"'],
    [{ jobId: 'x', buildNo: 1, apiVersion: 'v2' }, `apiVersion must be 'v1' or 'v3'; received "v2"`],
    [{ jobId: 'x', buildNo: 1, log: 'x' }, 'log must be an object; received a string'],
    [
      { jobId: 'x', buildNo: 1, log: { offset: 0.5, rest: '' } },
      'log.offset must be a non-negative integer; received 0.5',
    ],
    [{ jobId: 'x', buildNo: 1, requestedAt: 'soon' }, 'requestedAt must be an ISO 8601 time; received "soon"'],
    [{ jobId: 'x', buildNo: 1, log: { offset: 0 } }, 'log.rest must be a string; received undefined'],
  ])('refuses %j', (handle, message) => {
    expect(() => createSetup().build.attachBuild(handle as never)).toThrow(new TypeError(message));
  });

  test('is serialized with all that it was created from, before its first request', () => {
    const { build, requests } = createSetup();
    const log = { offset: 7, rest: 'half a line' };
    const handle: BuildHandle = { jobId: 'x', buildNo: 3, log };
    const run = build.attachBuild(handle);
    handle.buildNo = 4;
    log.offset = 0;
    expect(run).toMatchObject({ jobId: 'x', buildNo: 3 });
    expect(JSON.parse(JSON.stringify(run))).toEqual({
      ...{ jobId: 'x', buildNo: 3, apiVersion: 'v1', log: { offset: 7, rest: 'half a line' } },
    });
    expect(requests).toEqual([]);
  });

  test('gives a run that does what the one does that started the build, however many ask at once', async () => {
    const { build, jobId } = createSetup();
    const started = await build.startBuild({ jobId });
    const handle = JSON.parse(JSON.stringify(started)) as BuildHandle;
    const attached = build.attachBuild(handle);
    const [record, lines, parsed] = await Promise.all([
      attached.wait(),
      collect(attached.log()),
      (async () => {
        const all: string[] = [];
        for await (const { line } of build.attachBuild(handle).parsedLog()) all.push(line);
        return all;
      })(),
    ]);
    expect(record.status).toEqual(word('SUCCESS'));
    expect(lines).toEqual(await collect(started.log()));
    expect(parsed).toEqual(lines);
    const keyOf = ({ index, key }: BuildStep): unknown => [index, key];
    if (!isUntidy) {
      expect((await attached.steps()).map(keyOf)).toEqual((await started.steps()).map(keyOf));
      expect(await attached.outputs()).toEqual(await started.outputs());
    }
    expect(JSON.stringify(attached)).toBe(JSON.stringify(started));
    await expect(attached.stop()).resolves.toBeUndefined();
  });
});

describe('invalid input is rejected before any request is sent', () => {
  test.each([
    ['job', {}, 'the input of startBuild must be an object; received a string'],
    [{}, {}, 'startBuild: jobId or task is required'],
    [{ jobId: 'x' }, { apiVersion: 'v2' }, `apiVersion must be 'v1' or 'v3'; received "v2"`],
    [{ jobId: 'x' }, { timeout: 3 }, 'unknown option \"timeout\" of startBuild'],
  ])('startBuild refuses %j, %j', async (input, options, message) => {
    const { build, requests } = createSetup();
    await expect(build.startBuild(input as never, options as never)).rejects.toThrow(new TypeError(message));
    expect(requests).toEqual([]);
  });

  test.each([
    [{ timeoutMs: -1 }, 'timeoutMs must be a positive number of milliseconds; received -1'],
    [{ queueTimeoutMs: '5' }, 'queueTimeoutMs must be a positive number of milliseconds; received "5"'],
    [{ onAbort: 'kill' }, `onAbort must be 'stop' or 'detach'; received "kill"`],
    [{ throwOnFailure: 'no' }, 'throwOnFailure must be true or false; received "no"'],
    [{ onProgress: 1 }, 'onProgress must be a function; received 1'],
    [{ timeout: 5 }, 'unknown option \"timeout\" of wait'],
  ])('wait refuses %j', async (options, message) => {
    const { build, requests } = createSetup();
    const run = build.attachBuild({ jobId: 'x', buildNo: 1 });
    await expect(run.wait(options as never)).rejects.toThrow(new TypeError(message));
    expect(requests).toEqual([]);
  });

  test.each([
    [{ tail: -1 }, 'tail must be a non-negative integer; received -1'],
    [{ offset: '3' }, 'offset must be a non-negative integer; received "3"'],
    [{ follow: 1 }, 'follow must be true or false; received 1'],
    [{ lines: 3 }, 'unknown option \"lines\" of log'],
  ])('log refuses %j', async (options, message) => {
    const { build, requests } = createSetup();
    const run = build.attachBuild({ jobId: 'x', buildNo: 1 });
    await expect(collect(run.log(options as never))).rejects.toThrow(new TypeError(message));
    await expect(run.parsedLog(options as never).next()).rejects.toThrow(new TypeError(message));
    expect(requests).toEqual([]);
  });
});

describe('waitAll', () => {
  test('waits for many builds with a bounded number of requests at a time, and tells how each ended', async () => {
    let underway = 0;
    let most = 0;
    const { build, jobId, sandbox } = createSetup(async (url, init) => {
      if (!isRecord(url)) return undefined;
      underway += 1;
      most = Math.max(most, underway);
      try {
        return await sandbox.fetch(url, init);
      } finally {
        underway -= 1;
      }
    });
    const runs = await Promise.all(
      ['success', 'fail:1', 'success', 'success', 'success', 'success'].map((value) =>
        build.startBuild({ jobId, params: scenario(value) }),
      ),
    );
    const results = await waitAll(runs, { limiter: createLimiter(2) });
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(most).toBeLessThanOrEqual(2);
    await expect(waitAll([...runs, {} as never])).rejects.toThrow(
      /^runs must be an array of builds; received an Array$/,
    );
    await expect(waitAll(runs, { requestsPerMinute: 0 })).rejects.toThrow(
      'requestsPerMinute must be a positive integer; received 0',
    );
  });
});
