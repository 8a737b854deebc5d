import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient } from '../src/index.js';
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
