import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient, passwordToken } from '../src/index.js';
import { createRandom } from '../src/sandbox/random.js';
import { createState, type State } from '../src/sandbox/state.js';
import {
  createSandbox,
  type Answered,
  type Sandbox,
  type SandboxOptions,
  type SavedSandbox,
} from '../src/sandbox/index.js';
import { isChromiumMissing, launchChromium } from './support/chromium.js';

function start(options: SandboxOptions = {}): Sandbox {
  const sandbox = createSandbox({ clock: 'manual', auto: true, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

const clientOf = ({ credentials: { ak, sk, projectId }, clock, fetch }: Sandbox) =>
  createClient({ endpoint: 'http://sandbox.localhost', credentials: { ak, sk, projectId }, clock, fetch });

const ask = async (
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> => {
  const response = await sandbox.fetch(`http://sandbox${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

describe('the control paths', () => {
  test('add, list and remove faults', async () => {
    const sandbox = start();
    const fault = { kind: 'status', status: 503, operation: 'showJobInfo', count: 1 };
    expect(await ask(sandbox, 'POST', '/_sandbox/faults', fault)).toEqual({ status: 201, body: [fault] });
    const build = clientOf(sandbox);
    const job_id = sandbox.seed.jobIds['web-shop']!;
    expect((await build.showJobInfo({ job_id }).withResponse()).attempts).toBe(2);
    await ask(sandbox, 'POST', '/_sandbox/faults', fault);
    expect(await ask(sandbox, 'DELETE', '/_sandbox/faults')).toEqual({ status: 200, body: [] });
  });

  test('move the time, where it is moved by hand', async () => {
    const sandbox = start({ auto: false });
    const before = sandbox.clock.now();
    expect(await ask(sandbox, 'POST', '/_sandbox/clock', { ms: 60_000 })).toEqual({
      status: 200,
      body: { now: before + 60_000 },
    });
    const real = start({ clock: 'real', auto: false });
    expect(await ask(real, 'POST', '/_sandbox/clock', { ms: 1 })).toMatchObject({ status: 400 });
  });

  test('say what is wrong with a request', async () => {
    const sandbox = start();
    expect(await ask(sandbox, 'POST', '/_sandbox/faults', { kind: 'flood' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('kind of a fault must be one of') as string },
    });
    expect(await ask(sandbox, 'POST', '/_sandbox/faults', [])).toEqual({
      status: 400,
      body: { error: 'The body must be a JSON object' },
    });
    expect(await ask(sandbox, 'GET', '/_sandbox/nothing')).toMatchObject({ status: 404 });
  });

  test('begin again, and tell where answers come from', async () => {
    const sandbox = start();
    await clientOf(sandbox).startBuild({ job_id: sandbox.seed.jobIds['web-shop']! });
    const builds = sandbox.state.records.size;
    await ask(sandbox, 'POST', '/_sandbox/reset');
    expect(sandbox.state.records.size).toBe(builds - 1);
    expect((await ask(sandbox, 'GET', '/_sandbox/coverage')).body).toMatchObject({ executeJob: 'state' });
  });
});

/** Does something to each part of a sandbox's state. */
async function useEverything(sandbox: Sandbox): Promise<void> {
  const build = clientOf(sandbox);
  const { projectId: project_id, jobIds } = sandbox.seed;
  const { fetch, clock, credentials, state } = sandbox;
  const [job_id, other, image] = [jobIds['web-shop']!, jobIds['web-frontend']!, jobIds['base-image']!];
  const byToken = createClient({ region: 'cn-north-4', fetch, clock, credentials: passwordToken(credentials) });
  await byToken.showJobInfo({ job_id });
  const run = await build.startBuild({ job_id, parameter: [{ name: 'sandbox_scenario', value: 'fail:2' }] });
  await run.wait({ throwOnFailure: false });
  const steps = [{ module_id: 'devcloud2018.codeci_action_20043.action', name: 'Build with Maven' }];
  const change = { job_id, project_id, job_name: 'shop', arch: 'arm', auto_update_sub_module: 'true', steps } as const;
  await build.updateNewJob({ body: { ...change, steps } });
  await build.disableTheJob({ job_id, body: { disabled: true, reason: 'moves' } });
  await build.createJobGroup({ project_id, body: { name: 'shops' } });
  await build.updateNewNoticeNew({ job_id, body: { notice_type: 'MAIL', enabled_event_type_names: ['deleteJob'] } });
  await build.batchUpdateJobRolePermission({
    body: { project_id, job_ids: [other], permissions: [{ role_id: 8, is_execute: true }] },
  });
  await build.setKeepTime({ body: { keep_time: 2 } });
  await build.saveTemplateUsedInfo({ body: { job_id, template_id: '00013' } });
  await build.uploadKeystore({ body: { file: new File([Uint8Array.of(0, 255)], 'own.keystore'), privacy: 'true' } });
  await build.deleteTheJob({ job_id: image });
  // What no operation changes.
  state.taskBook.taskLimit = 7;
  state.taskBook.projectRoles.set(project_id, []);
}

/** The parts of a state, such as `taskBook.bin`. */
const partsOf = (value: object, prefix = ''): [path: string, part: unknown][] =>
  Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const isGroup = Object.getPrototypeOf(Object(part)) === Object.prototype;
    return isGroup ? partsOf(part as object, `${prefix}${name}.`) : [[`${prefix}${name}`, part]];
  });

/** The parts of a state in which nothing ever happened. */
function unusedParts(state: State): string[] {
  const first = new Map(partsOf(createState(createRandom(1))));
  return partsOf(state).flatMap(([path, part]) => (isDeepStrictEqual(part, first.get(path)) ? [path] : []));
}

describe('save', () => {
  test('writes everything down, so that another sandbox goes on with it', async () => {
    const first = start();
    const jobId = first.seed.jobIds['web-shop']!;
    const run = await clientOf(first).startBuild({ job_id: jobId });
    const record = await run.wait();
    const saved = JSON.parse(JSON.stringify(first.save())) as SavedSandbox;

    const second = start({ saved });
    expect(second.credentials).toEqual(first.credentials);
    expect(second.seed).toEqual(first.seed);
    const build = clientOf(second);
    const again = await build.attachBuild({ jobId, buildNo: run.buildNo }).wait();
    expect(again).toEqual(record);
    expect((await build.startBuild({ job_id: jobId })).buildNo).toBe(run.buildNo + 1);
    // what is the same thing twice is the same thing still
    for (const entry of second.state.records.values()) {
      expect(second.state.builds.get(entry.taskId)?.[entry.number - 1]).toBe(entry);
    }
  });

  test('forgets no part of the state', async () => {
    const first = start();
    await useEverything(first);
    expect(unusedParts(first.state)).toEqual([]);

    const saved = JSON.parse(JSON.stringify(first.save())) as SavedSandbox;
    const second = start({ saved });
    const { random, ...rest } = first.state;
    expect(second.state).toEqual({ ...rest, random: expect.anything() as unknown });
    expect(second.state.random.position()).toBe(random.position());
    // what is the same thing twice is the same thing still
    expect({ ...second.save(), savedAt: saved.savedAt }).toEqual(saved);
  });

  test.each([
    ['a set', new Set(['x']), 'Set'],
    ['a date', new Date(0), 'Date'],
    ['a function', String, 'function'],
    ['a number that JSON has not', Infinity, 'Infinity'],
    ['nothing in a list', [undefined], 'undefined'],
  ])('refuses %s in the state, which JSON would lose', (_, value, name) => {
    const sandbox = start();
    Object.assign(sandbox.state.tasks.values().next().value!, { odd: value });
    expect(() => sandbox.save()).toThrow(new TypeError(`save() has no form for ${name}, which stands in odd`));
  });

  test('refuses what it did not write', () => {
    expect(() => createSandbox({ saved: {} as SavedSandbox })).toThrow(
      new TypeError('saved must be what save() of this version wrote'),
    );
  });
});

test('tells an observer of every answer', async () => {
  const answers: Answered[] = [];
  const sandbox = start({ onAnswer: (answered) => answers.push(answered) });
  await sandbox.fetch('http://sandbox/v1/nothing?x=1');
  expect(answers).toMatchObject([{ method: 'GET', target: '/v1/nothing?x=1', status: 404 }]);
});

describe('the page', () => {
  test('lists tasks and builds, and shows a build with its steps and its log, all text escaped', async () => {
    const sandbox = start();
    const jobId = sandbox.seed.jobIds['web-shop']!;
    sandbox.state.tasks.get(jobId)!.name = '<b>shop</b>';
    const run = await clientOf(sandbox).startBuild({ job_id: jobId });
    const { build_record_id } = await run.wait();
    const page = await (await sandbox.fetch('http://sandbox/')).text();
    expect(page).toContain('&lt;b&gt;shop&lt;/b&gt;');
    expect(page).not.toContain('<b>shop');
    expect(page).toContain(`/_sandbox/builds/${build_record_id!}`);
    const shown = await (await sandbox.fetch(`http://sandbox/_sandbox/builds/${build_record_id!}`)).text();
    expect(shown).toContain('Build with Maven');
    expect(shown).toContain('Finished: SUCCESS');
    expect(shown).not.toContain('http-equiv="refresh"');
  });

  test.skipIf(isChromiumMissing)(
    'renders in a browser, and follows a build that runs',
    { timeout: 60_000 },
    async () => {
      const sandbox = start({ clock: { speed: 20 }, auto: false });
      const url = await sandbox.listen();
      const browser = await launchChromium();
      onTestFinished(() => browser.close());
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on(
        'request',
        (request) =>
          !request.url().startsWith(url) && !request.url().startsWith('data:') && problems.push(request.url()),
      );
      const { ak, sk, projectId } = sandbox.credentials;
      const build = createClient({ endpoint: url, credentials: { ak, sk, projectId }, clock: sandbox.clock });
      const run = await build.startBuild({ job_id: sandbox.seed.jobIds['web-shop']! });
      await page.goto(url);
      await page.getByRole('heading', { name: 'web-shop' }).waitFor();
      await page
        .getByRole('link', { name: String(run.buildNo), exact: true })
        .first()
        .click();
      await page.getByText('Finished: SUCCESS').waitFor();
      expect(problems).toEqual([]);
    },
  );
});

describe('the command', () => {
  /** Runs the command until it has printed something, and then ends it as Ctrl-C does. */
  async function run(args: string[], until: RegExp): Promise<{ output: string; code: number | null }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/sandbox/cli.ts', ...args]);
    let output = '';
    let asked = false;
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      if (!asked && until.test(output)) asked = child.kill('SIGINT');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { output, code };
  }

  test('prints what to paste, saves its state at the end, and ends cleanly', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'codearts-build-state-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'state.json');
    const { output, code } = await run(['--port', '0', '--speed', '20', '--state', file], /Ctrl-C ends it/);
    expect(output).toMatch(/endpoint {4}http:\/\/127\.0\.0\.1:\d+/);
    expect(output).toContain('Saved to');
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'codearts-build-sandbox' });
  });

  test('says what is wrong with its options, a file and a port', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'codearts-build-state-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{');
    const busy = start({ clock: 'real', auto: false });
    const port = new URL(await busy.listen()).port;
    const results = await Promise.all([
      run(['--speed', 'fast'], /$^/),
      run(['--state', bad], /$^/),
      run(['--port', port], /$^/),
      run(['--sped', '3'], /$^/),
    ]);
    expect(results.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(results.map(({ output }) => output.split('\n')[0])).toEqual([
      '--speed must be a number from 0.001 to 100000, and is "fast"',
      expect.stringContaining('bad.json cannot be read') as string,
      expect.stringContaining(`Port ${port} of 127.0.0.1 is in use`) as string,
      expect.stringContaining("Unknown option '--sped'") as string,
    ]);
  });
});
