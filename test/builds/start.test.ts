import { describe, expect, onTestFinished, test } from 'vitest';
import {
  AmbiguousStartError,
  createClient,
  TaskNotFoundError,
  type ApiVersion,
  type ClientOptions,
  type CodeArtsBuildClient,
} from '../../src/index.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { isUntidy, realism, UNTIL_VISIBLE_MS, word } from '../support/realism.js';

interface Setup {
  sandbox: Sandbox;
  build: CodeArtsBuildClient;
  jobId: string;
  projectId: string;
  requests: { method: string; path: string; body: unknown }[];
}

type Interference = (url: URL, init: RequestInit) => Response | undefined | Promise<Response | undefined>;

function createSetup(interfere: Interference = () => undefined, options: Partial<ClientOptions> = {}): Setup {
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true, realism });
  onTestFinished(() => sandbox.close());
  const requests: Setup['requests'] = [];
  const { ak, sk, projectId } = sandbox.credentials;
  const build = createClient({
    endpoint: 'http://sandbox.localhost',
    credentials: { ak, sk, projectId },
    clock: sandbox.clock,
    random: () => 0.5,
    fetch: async (input, init = {}) => {
      const url = new URL(input as string);
      const body: unknown = init.body ? JSON.parse(new TextDecoder().decode(init.body as Uint8Array)) : undefined;
      requests.push({ method: init.method ?? 'GET', path: url.pathname, body });
      return (await interfere(url, init)) ?? sandbox.fetch(input, init);
    },
    ...options,
  });
  const { jobIds, projectId: demo } = sandbox.seed;
  return { sandbox, build, jobId: jobIds['web-shop']!, projectId: demo, requests };
}

const isStart = ({ pathname }: URL): boolean => /\/(job\/execute|jobs\/build)$/.test(pathname);
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('what is sent', () => {
  const scm = (input: object, body: object): [object, object] => [input, body];
  test.each([
    scm({}, {}),
    scm(
      { branch: 'main' },
      { parameter: [{ name: 'codeBranch', value: 'main' }], scm: { build_type: 'branch', branch: 'main' } },
    ),
    scm({ tag: 'v1' }, { scm: { build_tag: 'v1', build_type: 'tag' } }),
    scm({ commit: 'abc' }, { scm: { build_commit_id: 'abc', build_type: 'commitId' } }),
    scm(
      { commit: 'abc', branch: 'main' },
      {
        parameter: [{ name: 'codeBranch', value: 'main' }],
        scm: { build_commit_id: 'abc', build_type: 'commitId', branch: 'main' },
      },
    ),
    scm(
      { params: { count: 3, on: true, text: 'x' } },
      {
        parameter: [
          { name: 'count', value: '3' },
          { name: 'on', value: 'true' },
          { name: 'text', value: 'x' },
        ],
      },
    ),
  ])('for %j is %j', async (input, body) => {
    for (const apiVersion of ['v1', 'v3'] as const) {
      const { build, jobId, requests } = createSetup((url) =>
        isStart(url) ? Response.json({ result: { actual_build_number: '1' }, actual_build_number: '1' }) : undefined,
      );
      await build.startBuild({ jobId, ...input }, { apiVersion });
      expect(requests.map((request) => request.body)).toEqual([{ job_id: jobId, ...body }]);
    }
  });
});

describe('an input is rejected before any request', () => {
  test.each([
    [{ job_id: 'x' }, 'startBuild: unknown member "job_id"; did you mean "jobId"?'],
    [{ jobId: 'x', brnach: 'main' }, 'startBuild: unknown member "brnach"; did you mean "branch"?'],
    [{ jobId: 'x', parameter: [] }, 'startBuild: unknown member "parameter"'],
    [{ jobId: 'x', task: 'y' }, 'startBuild: jobId and task exclude each other'],
    [{ jobId: 'x', project: 'y' }, 'startBuild: project requires task'],
    [{ jobId: 'x', tag: 'v1', branch: 'main' }, 'startBuild: tag excludes branch and commit'],
    [{ jobId: '' }, 'jobId must be a non-empty string; received ""'],
    [
      { jobId: 'x', branch: 'a', params: { codeBranch: 'b' } },
      'startBuild: branch and params.codeBranch exclude each other',
    ],
    [
      { jobId: 'x', params: ['a'] },
      'params must be an object of strings, finite numbers and booleans; received an Array',
    ],
    [
      { jobId: 'x', params: { ok: 1, 'a b': {} } },
      'params["a b"] must be a string, a finite number or a boolean; received an object',
    ],
    [
      { jobId: 'x', params: { a: NaN } },
      'params["a"] must be a string, a finite number or a boolean; received a number',
    ],
  ])('%j', async (input, message) => {
    const { build, requests } = createSetup();
    await expect(build.startBuild(input as never)).rejects.toThrow(new TypeError(message));
    expect(requests).toEqual([]);
  });
});

describe('by name', () => {
  test('a build is started with two lookups and attached without a number', async () => {
    const { sandbox, build, jobId, requests } = createSetup();
    const run = await build.startBuild({ task: 'web-shop', project: 'demo', branch: 'main' });
    expect(run).toMatchObject({ jobId, task: 'web-shop' });
    expect(requests).toHaveLength(3);
    await sandbox.clock.sleep(UNTIL_VISIBLE_MS);
    const running = await build.attachBuild({ task: 'web-shop', project: 'demo', which: 'running' });
    expect(running.buildNo).toBe(run.buildNo);
    await run.wait();
    expect((await build.attachBuild({ task: 'web-shop' })).buildNo).toBe(run.buildNo);
    expect((await build.attachBuild({ jobId })).buildNo).toBe(run.buildNo);
    await expect(build.attachBuild({ jobId, which: 'running' })).rejects.toMatchObject({
      ...{ code: 'NOT_FOUND', what: 'build', query: 'running', message: `task ${jobId} has no running build` },
    });
  });

  test('an ID is used as it is', async () => {
    const { build, jobId, projectId } = createSetup();
    expect(await build.findTask({ task: jobId })).toMatchObject({ id: jobId, name: 'web-shop', projectId });
    expect(await build.findTask({ task: jobId }, { apiVersion: 'v3' })).toMatchObject({ name: 'web-shop' });
    expect(await build.findTask({ task: 'web-shop', project: projectId }, { apiVersion: 'v3' })).toMatchObject({
      id: jobId,
    });
    expect(await build.findProject({ project: projectId })).toEqual({ id: projectId, name: projectId });
  });

  test.each([
    [{ task: 'web-shp', project: 'demo' }, 'project demo has no task "web-shp"; did you mean web-shop?', ['web-shop']],
    [
      { task: 'Web-Shop', project: 'demo' },
      'project demo has no task "Web-Shop"; did you mean web-shop?',
      ['web-shop'],
    ],
    [{ task: 'qqqqqq' }, 'there is no task "qqqqqq"', []],
  ])('%j is not found', async (input, message, near) => {
    const { build, requests } = createSetup();
    const error = await errorOf(build.startBuild(input));
    expect(error).toBeInstanceOf(TaskNotFoundError);
    expect(error).toMatchObject({ code: 'NOT_FOUND', what: 'task', message, near });
    expect(requests.some(({ path }) => path.endsWith('/execute'))).toBe(false);
  });

  test('a project is not found, with similar names', async () => {
    const { build } = createSetup();
    await expect(build.findProject({ project: 'Demo' })).rejects.toMatchObject({ what: 'project', near: ['demo'] });
    await expect(build.findProject({ project: 'x' }, { apiVersion: 'v3' })).rejects.toThrow(TypeError);
  });

  test('several tasks of one name are ambiguous', async () => {
    const { build } = createSetup((url) => {
      if (!url.pathname.endsWith('/v1/job/list')) return undefined;
      const row = (id: string, project_name: string) => ({ id, job_name: 'app', project_id: id, project_name });
      return Response.json({ result: { job_list: [row('1', 'a'), row('2', 'b'), row('3', 'c')], total: 3 } });
    });
    await expect(build.findTask({ task: 'app' })).rejects.toMatchObject({
      code: 'AMBIGUOUS',
      message: '3 tasks are named "app": 1 in a, 2 in b, 3 in c; set project or use an ID',
    });
  });

  test.each([
    [[0], 'app'],
    [[140], 'app'],
    [[0, 1], '2 tasks'],
    [[0, 140], '2 tasks'],
    [[3, 99, 100, 249], '4 tasks'],
  ])('a name of all projects is unique on all pages, with the rows %j', async (rows, expected) => {
    const total = 250;
    const { build } = createSetup((url) => {
      if (!url.pathname.endsWith('/v1/job/list')) return undefined;
      const start = 100 * Number(url.searchParams.get('page_index'));
      const job_list = Array.from({ length: Math.min(100, total - start) }, (_, index) => {
        const row = start + index;
        return { id: `${row}`, job_name: rows.includes(row) ? 'app' : `app-${row}`, project_id: `p${row}` };
      });
      return Response.json({ result: { job_list, total } });
    });
    const found = await build.findTask({ task: 'app' }).then(
      ({ id }) => (rows.includes(Number(id)) ? 'app' : id),
      (error: unknown) => (error as Error).message,
    );
    expect(found).toContain(expected);
  });

  test.each(['related-page', 'related'])('several projects of one name are ambiguous, by %s', async (list) => {
    const { build } = createSetup((url) => {
      if (!url.pathname.includes('/project/related')) return undefined;
      const found = url.pathname.endsWith(`/${list}`) ? ['1', '2'] : [];
      const project_info_list = found.map((identifier) => ({ identifier, name: 'app' }));
      return Response.json({ result: { project_info_list, total: found.length } });
    });
    await expect(build.findProject({ project: 'app' })).rejects.toMatchObject({
      ...{ code: 'AMBIGUOUS', what: 'project', matches: [{ id: '1' }, { id: '2' }] },
      message: '2 projects are named "app": 1, 2; use an ID',
    });
  });

  test('checkParams names the parameter or the choice that is wrong', async () => {
    const { build, jobId, requests } = createSetup();
    await expect(build.startBuild({ jobId, params: { relaseKey: 'x' } }, { checkParams: true })).rejects.toThrow(
      'startBuild: the task has no parameter "relaseKey"; did you mean "releaseKey"?',
    );
    expect(requests).toHaveLength(1);
    const run = await build.startBuild({ jobId, params: { releaseKey: 'x' } }, { checkParams: true });
    expect(run.task).toBe('web-shop');
  });
});

const unreadable: [string, () => Response][] = [
  ['{}', () => Response.json({})],
  ['no number', () => Response.json({ result: { actual_build_number: '' } })],
  ['a number that is none', () => Response.json({ result: { actual_build_number: 'x' }, actual_build_number: -1 })],
  ['null', () => Response.json(null)],
  ['text', () => Response.json('started')],
  ['an empty body', () => new Response('')],
  ['204', () => new Response(null, { status: 204 })],
  ['half JSON', () => new Response('{"result":{"actual', { headers: { 'content-type': 'application/json' } })],
  ['HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
];

describe.each(['v1', 'v3'] as ApiVersion[])('a start by the %s operations', (apiVersion) => {
  test.each(unreadable)('that returns %s is ambiguous, with the build as candidate', async (_name, response) => {
    const { build, jobId, sandbox, requests } = createSetup(async (url, init) => {
      if (!isStart(url)) return undefined;
      await sandbox.fetch(url, init);
      return response();
    });
    const error = await errorOf(build.startBuild({ jobId }, { apiVersion }));
    expect(error).toBeInstanceOf(AmbiguousStartError);
    expect(error).toMatchObject({ checked: true, mayHaveRun: true });
    const { candidates } = error as AmbiguousStartError;
    expect(candidates).toHaveLength(1);
    expect(requests.filter(({ method, path }) => method === 'POST' && isStart(new URL(path, 'http://x')))).toHaveLength(
      1,
    );
  });

  test.each([2, 5, 14, -2, -5, -14])('is found with the clock of this machine %i min off', async (minutes) => {
    const world = createSetup(
      async (url, init) => {
        if (!isStart(url)) return undefined;
        await world.sandbox.fetch(url, init);
        throw new TypeError('terminated');
      },
      {
        clock: {
          now: () => world.sandbox.clock.now() + minutes * 60_000,
          sleep: (ms, signal) => world.sandbox.clock.sleep(ms, signal),
        },
      },
    );
    const { build, jobId, sandbox } = world;
    await build.attachBuild({ jobId, buildNo: 1, apiVersion }).steps(); // corrects the signature
    await sandbox.clock.sleep(100_000);
    const error = (await errorOf(build.startBuild({ jobId }, { apiVersion }))) as AmbiguousStartError;
    expect(error.name).toBe('AmbiguousStartError');
    expect(error.candidates).toHaveLength(1);
  });
});

describe('an abort', () => {
  test('before the request is sent rejects with the reason', async () => {
    const { build, jobId, requests } = createSetup();
    const reason = new Error('enough');
    expect(await errorOf(build.startBuild({ jobId }, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(requests).toEqual([]);
  });

  test('during the request reports that a build may run', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const world: Setup = createSetup(async (url, init) => {
      if (!isStart(url)) return undefined;
      const { signal: _signal, ...rest } = init;
      const response = await world.sandbox.fetch(url, rest);
      controller.abort(reason);
      return response;
    });
    const { build, jobId } = world;
    const error = await errorOf(build.startBuild({ jobId }, { signal: controller.signal }));
    expect(error).toMatchObject({ name: 'AmbiguousStartError', mayHaveRun: true, cause: reason });
  });

  test.each(['response', 'lookup'] as const)('with onAbort stop stops the build, by its %s', async (way) => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const world: Setup = createSetup(async (url, init) => {
      if (!isStart(url)) return undefined;
      const { signal: _signal, ...rest } = init;
      const response = await world.sandbox.fetch(url, rest);
      controller.abort(reason);
      if (way === 'response') return response;
      throw new TypeError('terminated');
    });
    const { build, jobId, requests } = world;
    expect(await errorOf(build.startBuild({ jobId }, { signal: controller.signal, onAbort: 'stop' }))).toBe(reason);
    expect(requests.filter(({ path }) => path.endsWith('/stop'))).toHaveLength(1);
    await world.sandbox.clock.sleep(UNTIL_VISIBLE_MS);
    expect(await (await build.attachBuild({ jobId })).wait({ throwOnFailure: false })).toMatchObject({
      status: word('ABORTED'),
    });
  });
});

describe.skipIf(isUntidy).each(['v1', 'v3'] as ApiVersion[])('a finished build, by the %s operations', (apiVersion) => {
  test('is explained, downloaded and started again with the same code', async () => {
    const { build, jobId } = createSetup();
    const run = await build.startBuild(
      { jobId, branch: 'main', params: { sandbox_scenario: 'fail:2' } },
      { apiVersion },
    );
    expect(await run.failure()).toBeUndefined();
    const record = await run.wait({ throwOnFailure: false });
    const failure = await run.failure();
    expect(failure).toMatchObject({ status: word('FAILURE'), step: { name: 'Maven构建', status: 'failed' } });
    expect(failure?.errorLines.at(-1)).toContain('The command failed with exit code 1.');
    const log = await (await run.download('log')).text();
    expect(log).toContain('Finished: FAILURE');
    const step = await (await run.download({ step: 'Maven构建' })).text();
    expect(log).toContain(step.split('\n')[0]!);
    await expect(run.download({ step: 'Maven构' })).rejects.toMatchObject({
      what: 'step',
      near: ['Maven构建'],
    });
    const again = await run.rerun({}, { apiVersion });
    expect(again.buildNo).toBe(run.buildNo + 1);
    const repeated = await again.wait({ throwOnFailure: false });
    expect(repeated).toMatchObject({ branch: 'main', commit: record.commit });
    const other = await run.rerun({ branch: 'develop' });
    expect(await other.wait({ throwOnFailure: false })).toMatchObject({ branch: 'develop' });
  });
});

test('follow notes that another branch is built than requested', async () => {
  const other: Setup = createSetup(async (url, init) => {
    if (!url.pathname.endsWith('/record-info')) return undefined;
    const { result } = (await (await other.sandbox.fetch(url, init)).json()) as { result: object };
    return Response.json({ result: { ...result, branch: 'develop' } });
  });
  const run = await other.build.startBuild({ jobId: other.jobId, branch: 'main' });
  const notes: string[] = [];
  for await (const event of run.follow({ log: false }))
    if (event.type === 'note' && event.code !== 'poll-failed') notes.push(`${event.code}: ${event.message}`);
  expect(notes).toEqual(['other-code: the build uses branch develop, not main']);
});
