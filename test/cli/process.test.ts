import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { writeJavaScript } from '../../scripts/build.js';
import { widthOf } from '../../src/cli/output/terminal.js';
import { createClient } from '../../src/index.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { environmentOf, renderScreen } from './run-main.js';

const run = promisify(execFile);

let folder: string;
let bin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codearts-build-bin-'));
  bin = join(folder, 'dist', 'src', 'cli', 'bin.cjs');
  await writeJavaScript(join(folder, 'dist'));
  await mkdir(join(folder, 'dist'), { recursive: true });
  await copyFile('package.json', join(folder, 'package.json'));
  for (const [from, to] of [
    ['node_modules', 'node_modules'],
    ['generated', join('dist', 'generated')],
  ] as const) {
    await symlink(join(process.cwd(), from), join(folder, to), 'junction');
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Makes a sandbox listen. Returns the environment of a command that calls it. */
async function listen(sandbox: Sandbox): Promise<NodeJS.ProcessEnv> {
  onTestFinished(() => sandbox.close());
  return { PATH: process.env['PATH'], ...environmentOf(sandbox, await sandbox.listen()) };
}

/** Starts a sandbox whose builds take less than a second. */
async function startSandbox(): Promise<{ sandbox: Sandbox; env: NodeJS.ProcessEnv }> {
  const sandbox = createSandbox({ clock: { speed: 50 } });
  return { sandbox, env: await listen(sandbox) };
}

interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Collects what a process writes. */
async function finish(child: ChildProcess): Promise<Finished> {
  const result: Finished = { code: null, stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (result.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (result.stderr += chunk.toString()));
  result.code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return result;
}

/** A service that responds to every request with 3 MB of JSON. */
async function startLargeService(): Promise<string> {
  const rows = Array.from({ length: 30_000 }, (_, index) => ({ index, text: 'x'.repeat(80) }));
  const body = JSON.stringify({ result: { rows }, error: null, status: 'success' });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const callEnv = (endpoint: string): NodeJS.ProcessEnv => ({
  ...{ PATH: process.env['PATH'], HUAWEICLOUD_SDK_AK: 'AccessKey', HUAWEICLOUD_SDK_SK: 'SecretKeyOfTheTests' },
  CODEARTS_BUILD_ENDPOINT: endpoint,
});

const CALL = ['call', 'showJobInfo', '--job-id', '48c66c6002964721be537cdc6ce0297b'];

describe('the built command', () => {
  test('prints its version and help', async () => {
    const { version } = (await import('../../package.json', { with: { type: 'json' } })).default;
    expect((await run(process.execPath, [bin, '--version'])).stdout).toBe(`${version}\n`);
    expect((await run(process.execPath, [bin, 'call', 'showJobInfo', '--help'])).stdout).toContain('--job-id');
  });

  test('writes 3 MB to a slow reader completely', { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, [bin, ...CALL, '-o', 'json'], { env: callEnv(await startLargeService()) });
    // The reader starts when the pipe is full.
    await new Promise((resolve) => child.stdout.once('readable', resolve));
    const { code, stdout } = await finish(child);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(3_000_000);
    expect((JSON.parse(stdout) as { result: { rows: unknown[] } }).result.rows).toHaveLength(30_000);
  });

  test.skipIf(process.platform === 'win32')(
    'exits with 141 and no stack if the reader is gone',
    { timeout: 60_000 },
    async () => {
      const line = `'${process.execPath}' '${bin}' ${CALL.join(' ')} | head -1; echo "code \${PIPESTATUS[0]}"`;
      const child = spawn('bash', ['--norc', '-c', line], { env: callEnv(await startLargeService()) });
      expect(await finish(child)).toMatchObject({ stdout: '{\ncode 141\n', stderr: '' });
    },
  );

  test('starts the sandbox, which ends with a signal', { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, [bin, 'sandbox', '--port', '0', '--quiet']);
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Press Ctrl-C')) child.kill('SIGINT');
    });
    const { code, stdout } = await finish(child);
    expect([code, stdout]).toEqual([0, expect.stringContaining('The sandbox listens at http://127.0.0.1:')]);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('detaches when %s arrives, with exit code %i', { timeout: 60_000 }, async (signal, exitCode) => {
    const { sandbox, env } = await startSandbox();
    sandbox.faults.add({ kind: 'stall', operation: 'downloadBuildRealTimeLog' });
    const child = spawn(process.execPath, [bin, 'run', 'web-shop', '-o', 'jsonl'], { env });
    child.stdout.once('data', () => child.kill(signal));
    const { code, stdout } = await finish(child);
    expect(code).toBe(exitCode);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1)!)).toMatchObject({ type: 'detach', reason: 'interrupt' });
  });

  test.skipIf(!existsSync('/dev/full')).each([
    ['tasks > /dev/full', 3, /^error: standard output cannot be written: ENOSPC.*\n$/],
    ['run web-shop > /dev/full', 3, /\nerror: standard output cannot be written: ENOSPC.*\n$/],
    ['tasks 2> /dev/full', 0, /^$/],
    ['run web-shop --quiet 2> /dev/full', 0, /^$/],
    ['run web-shp 2> /dev/full', 2, /^$/],
  ])('exits %s with %i if the disk is full', { timeout: 60_000 }, async (line, exitCode, message) => {
    const { env } = await startSandbox();
    const child = spawn('bash', ['--norc', '-c', `'${process.execPath}' '${bin}' ${line}`], { env });
    const { code, stderr } = await finish(child);
    expect([code, stderr]).toEqual([exitCode, expect.stringMatching(message)]);
  });

  test.skipIf(process.platform === 'win32').each([
    [['run', 'web-s'], ['web-shop']],
    [
      ['run', '"web-'],
      ['web-frontend', 'web-shop'],
    ],
    [['tasks', '--output=jsonl'], ['jsonl']],
    [['tasks', '--status', 'not'], ['not\\ scheduled']],
  ])('completes %j in bash', { timeout: 60_000 }, async (words, expected) => {
    const { env } = await startSandbox();
    const script = `codearts-build() { '${process.execPath}' '${bin}' "$@"; }
source <(codearts-build completion bash)
COMP_LINE=$1 COMP_POINT=\${#1}
_codearts_build
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const line = ['codearts-build', ...words].join(' ');
    const { stdout } = await finish(spawn('bash', ['--norc', '-c', script, 'bash', line], { env }));
    expect(stdout.trimEnd().split('\n')).toEqual(expected);
  });

  test.skipIf(process.platform === 'win32').each([
    ['run web-shop', 'Started by user jenkins'],
    ['run web-shop -o jsonl', '"type":"start"'],
    ['watch web-shop 9', 'Started by user jenkins'],
    ['log web-shop 9 --follow', 'Started by user jenkins'],
  ])('ends %s with 141 if its reader is gone, and the build goes on', { timeout: 60_000 }, async (line, first) => {
    const sandbox = createSandbox({ clock: 'manual' });
    const env = await listen(sandbox);
    const jobId = sandbox.seed.jobIds['web-shop']!;
    const newBuild = () => sandbox.state.builds.get(jobId)!.find(({ number }) => number === 9);
    if (!line.startsWith('run')) {
      const { credentials, fetch } = sandbox;
      await createClient({ endpoint: 'http://sandbox', credentials, fetch }).startBuild({ jobId });
    }
    const command = `'${process.execPath}' '${bin}' ${line} | { head -1; exec <&-; echo gone >&2; }; echo "code \${PIPESTATUS[0]}"`;
    const child = spawn('bash', ['--norc', '-c', command], { env });
    // The build prints its first lines, and the others when the reader is gone.
    let isGone = false;
    child.stderr.on('data', (chunk: Buffer) => (isGone ||= chunk.toString().includes('gone')));
    let hasBegun = false;
    const timer = setInterval(() => {
      if (isGone || (newBuild() && !hasBegun)) void sandbox.clock.advance(10_000);
      hasBegun ||= newBuild() !== undefined;
    }, 50);
    onTestFinished(() => clearInterval(timer));
    const { stdout, stderr } = await finish(child);
    expect(stdout.split('\n')).toEqual([expect.stringContaining(first), 'code 141', '']);
    expect(stderr).not.toMatch(/error|\n {4}at /i);
    expect(newBuild()).toMatchObject({ stoppedAt: undefined });
  });
});

const hasScript = existsSync('/usr/bin/script') && process.platform === 'linux';

describe.skipIf(!hasScript)('in a pseudo-terminal of 80 columns', () => {
  /** Runs a command line in a pseudo-terminal, and types Ctrl-C when the output matches. */
  async function runInTerminal(env: NodeJS.ProcessEnv, argv: string[], interruptAt?: RegExp): Promise<Finished> {
    const line = `stty cols 80 rows 24; exec '${process.execPath}' '${bin}' ${argv.join(' ')}`;
    const child = spawn('script', ['-qefc', line, '/dev/null'], { env: { ...env, TERM: 'xterm', SHELL: '/bin/sh' } });
    let seen = '';
    let typed = false;
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      if (typed || !interruptAt?.test(seen)) return;
      typed = true;
      child.stdin.write('\x03');
    });
    return finish(child);
  }

  test('follows a build with a status line that never wraps', { timeout: 60_000 }, async () => {
    const { env } = await startSandbox();
    const { code, stdout } = await runInTerminal(env, ['run', 'web-shop', '--project', 'demo']);
    expect(code).toBe(0);
    const rows = renderScreen(stdout);
    const ours = rows.filter((row) => !/^\d\d:\d\d:\d\d /.test(row));
    expect(ours.filter((row) => widthOf(row) > 80)).toEqual([]);
    expect(rows).toEqual(expect.arrayContaining([expect.stringMatching(/^✓ web-shop #9 succeeded in /)]));
    expect(rows.filter((row) => /^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/.test(row))).toEqual([]);
  });

  test('detaches on Ctrl-C, with exit code 130', { timeout: 60_000 }, async () => {
    const { env } = await startSandbox();
    const argv = ['run', 'base-image', '-p', 'sandbox_scenario=stuck'];
    const { code, stdout } = await runInTerminal(env, argv, /queued \d/);
    expect(code).toBe(130);
    expect(stdout).toMatch(/detached, the build goes on: codearts-build watch base-image 3\r\n/);
  });
});
