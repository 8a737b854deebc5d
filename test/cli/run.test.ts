import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { widthOf } from '../../src/cli/output/terminal.js';
import { createTestSandbox, renderScreen, runMain, type RunOptions } from './run-main.js';

const schema = JSON.parse(readFileSync('src/cli/events.schema.json', 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

interface Line {
  type: string;
  seq: number;
  exitCode?: number;
  reason?: string;
  error?: { name: string };
}

/** Checks JSON lines against the schema: numbers without gaps, and one last line. */
function readLines(stdout: string): Line[] {
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  for (const line of lines) expect(validate(line) ? [] : validate.errors, JSON.stringify(line)).toEqual([]);
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
  const last = lines.filter(({ type }) => ['end', 'detach', 'error'].includes(type));
  expect(last).toEqual(lines.slice(-1));
  return lines;
}

const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'codearts-build-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const shop = (sandbox: ReturnType<typeof createTestSandbox>): string => sandbox.seed.jobIds['web-shop']!;

/** Returns the last status of build 9, which a test has started. */
async function statusOf(sandbox: ReturnType<typeof createTestSandbox>): Promise<string> {
  await sandbox.clock.advance(120_000);
  const { stdout } = await runMain(sandbox, ['builds', 'web-shop', '-o', 'jsonl', '--limit', '1']);
  const { build, status } = JSON.parse(stdout) as { build: number; status: string };
  return `${build} ${status}`;
}

describe('run', () => {
  test('prints the log unchanged to a pipe, and changes to stderr', async () => {
    const sandbox = createTestSandbox();
    const { code, stdout, stderr } = await runMain(sandbox, ['run', 'web-shop', '--project', 'demo']);
    expect(code).toBe(0);
    const log = await runMain(sandbox, ['log', 'web-shop', '9']);
    expect(stdout).toBe(log.stdout);
    expect(stdout).toMatch(/\nFinished: SUCCESS\n$/);
    const lines = stderr.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^web-shop #9 · project demo · usually \d+s$/);
    expect(lines).toEqual(expect.arrayContaining(['queued', 'running after 4s', 'step Build with Maven']));
    expect(stderr).toMatch(
      /\n✓ web-shop #9 succeeded in \d+s \(\d+s queued\)\n {2}Code checkout \d+s · Build with Maven/,
    );
    expect(stderr).toMatch(/\n {2}package web-shop \S+ \(zip\) \/web-shop\/\S+\n$/);
  });

  test('does not call a build queued whose log it prints, however short the build is', async () => {
    const sandbox = createTestSandbox();
    for (const { steps } of sandbox.state.tasks.values()) for (const step of steps) step.durationMs = 10;
    const { screen } = await runMain(sandbox, ['run', 'web-shop', '--project', 'demo'], { terminal: true });
    expect(screen).toContain('queued 0s · Ctrl-C detaches');
    expect(screen.slice(screen.indexOf('Started by user'))).not.toContain('Ctrl-C');
  });

  test('shows time and text with a status line on a terminal of 80 columns', async () => {
    const sandbox = createTestSandbox();
    const { code, screen } = await runMain(sandbox, ['run', 'web-shop', '--project', 'demo'], { terminal: true });
    expect(code).toBe(0);
    const frames = screen.split('\r').filter((frame) => /^\x1b\[2K\S/.test(frame) && !frame.includes('\n'));
    expect(frames.length).toBeGreaterThan(10);
    expect(frames.filter((frame) => widthOf(frame.slice(4)) > 79)).toEqual([]);
    expect(screen).toMatch(/Build with Maven 2\/3 · \d+s · ▕█+░+▏ \d+ % · about \d+s left/);
    const rows = renderScreen(screen);
    expect(rows.filter((row) => /^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/.test(row))).toEqual([]);
    expect(rows).toEqual(expect.arrayContaining([expect.stringMatching(/^▸ Build with Maven$/)]));
    expect(rows.filter((row) => /^\d\d:\d\d:\d\d Scanning for projects\.\.\.$/.test(row))).toHaveLength(1);
  });

  test('stores the log in a file while the terminal shows progress', async () => {
    const terminal = { stdout: false, stderr: true };
    const { stdout, stderr } = await runMain(createTestSandbox(), ['run', 'web-shop'], { terminal });
    expect(stdout).toMatch(/^Started by user jenkins\n\[Sep 10, 2026 /);
    expect(stderr).toContain('Build with Maven 2/3');
    expect(stderr).not.toContain('Scanning for projects');
  });

  test('writes the log and a summary to files', async () => {
    const folder = createFolder();
    const files = ['--log', join(folder, 'build.log'), '--summary', join(folder, 'summary.md'), '--quiet'];
    const sandbox = createTestSandbox();
    const { stdout } = await runMain(sandbox, ['run', 'web-shop', ...files]);
    expect(stdout).toBe('');
    const log = await runMain(sandbox, ['log', 'web-shop', '9']);
    expect(readFileSync(join(folder, 'build.log'), 'utf8')).toBe(log.stdout);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(/^## Build 9 succeeded/);
  });

  test('explains a failure, with exit code 1', async () => {
    const sandbox = createTestSandbox({ scenarios: { 'web-shop': 'fail' } });
    const { code, stderr } = await runMain(sandbox, ['run', 'web-shop', '--project', 'demo']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/\n✗ web-shop #9 failed in \d+s at Build with Maven\n {2}DEV\.CB\.0210043 /);
    expect(stderr).toContain('  more: codearts-build log web-shop 9 --failed --project demo\n');
    const failed = await runMain(sandbox, ['log', 'web-shop', '9', '--failed']);
    expect([failed.code, failed.stdout]).toEqual([0, expect.stringContaining('DEV.CB.0210043')]);
    expect(failed.stdout).not.toContain('Code checkout');
  });

  test.each([
    [
      ['--branch', 'main', '--param', 'a=b=c'],
      {
        parameter: [
          { name: 'codeBranch', value: 'main' },
          { name: 'a', value: 'b=c' },
        ],
      },
    ],
    [['--tag', 'v1'], { scm: { build_tag: 'v1', build_type: 'tag' } }],
  ])('prints the request with --dry-run %j, and starts nothing', async (options, expected) => {
    const sandbox = createTestSandbox();
    const argv = ['run', 'web-shop', ...options, '--dry-run', '-o', 'json'];
    const { code, stdout, requests } = await runMain(sandbox, argv);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ method: 'POST', body: { job_id: shop(sandbox) } });
    const { body } = JSON.parse(stdout) as { body: Record<string, unknown> };
    for (const [name, value] of Object.entries(expected)) {
      expect(body[name]).toEqual(Array.isArray(value) ? expect.arrayContaining(value) : expect.objectContaining(value));
    }
    expect(requests.filter((request) => request.includes('execute')).length).toBeLessThanOrEqual(1);
    expect(await statusOf(sandbox)).toBe('8 succeeded');
  });

  test('prints the number with --no-follow', async () => {
    const sandbox = createTestSandbox();
    const text = await runMain(sandbox, ['run', 'web-shop', '--no-follow']);
    expect([text.code, text.stdout]).toEqual([0, '9\n']);
    expect(text.stderr).toBe('started web-shop #9: codearts-build watch web-shop 9\n');
    const json = await runMain(sandbox, ['run', 'web-shop', '--no-follow', '-o', 'jsonl']);
    expect(readLines(json.stdout)).toMatchObject([{ type: 'detach', reason: 'no-follow', buildNo: 10 }]);
  });

  test.each([
    [['run', 'web-shp', '--project', 'demo'], 'error: project demo has no task "web-shp"; did you mean web-shop?\n'],
    [['run', 'web-shop', '--project', 'dem'], /^error: .*project "dem"; did you mean demo\?\n$/],
    [['run'], 'error: <task> is required: the name or ID of a task\n'],
    [['run', 'web-shop', '14'], 'error: unexpected argument "14"\n'],
    [['run', 'web-shop', '--tag', 'a', '--branch', 'b'], 'error: --tag cannot be combined with --branch or --commit\n'],
    [['run', 'web-shop', '--param', 'nonsense=1', '--check-params'], /^error: .*nonsense/],
    [['watch', 'web-shop', 'x'], 'error: the number of a build must be a positive integer; received "x"\n'],
    [['run', 'web-shop', '-o', 'csv'], 'error: --output must be text, json or jsonl for this command\n'],
    [['run', 'web-shop', '--log', '/nonexistent/x'], /^error: --log must be a file that can be written: ENOENT.*\n$/],
    [['rerun', 'web-shop', '8', '--log', '.'], /^error: --log must be a file that can be written: EISDIR.*\n$/],
    [['run', 'web-shop', '--summary', '.'], /^error: --summary must be a file that can be written: EISDIR.*\n$/],
    [['watch', 'web-shop', '--summary', '/nonexistent/x'], /^error: --summary must be .*ENOENT.*\n$/],
  ])('starts nothing and exits with 2 for %j', async (argv, message) => {
    const sandbox = createTestSandbox();
    const { code, stderr } = await runMain(sandbox, argv);
    expect(stderr).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
    expect(code).toBe(2);
    expect(await statusOf(sandbox)).toBe('8 succeeded');
  });

  test.each([
    ['web-shop', 'web-shop'],
    ['my shop', "'my shop'"],
    ['-shop', 'ID'],
    ['line\nbreak', 'ID'],
    ['\x1b[31mred', 'ID'],
    ['', 'ID'],
  ])('names a command that follows the task %j, which a shell reads as the same words', async (name, shown) => {
    const sandbox = createTestSandbox();
    const jobId = shop(sandbox);
    if (name) sandbox.state.tasks.get(jobId)!.name = name;
    const { stderr } = await runMain(sandbox, ['run', '--no-follow', '--', name || jobId]);
    expect(stderr).toMatch(/^started /);
    expect(stderr.trimEnd().split(': codearts-build ')[1]).toBe(`watch ${shown === 'ID' ? jobId : shown} 9`);
  });

  test('exits with 3 for a build that does not exist', async () => {
    const { code, stderr } = await runMain(createTestSandbox(), ['watch', 'web-shop', '99']);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^(web-shop #99.*\n)?error: GET .*\n$/)]);
  });

  test('exits with 5 if the response of the start is lost, and names the candidates', async () => {
    const sandbox = createTestSandbox();
    sandbox.faults.add({ kind: 'reset', operation: 'executeJob', execute: true, count: 1 });
    const { code, stdout, stderr } = await runMain(sandbox, ['run', 'web-shop', '-o', 'jsonl']);
    expect(code).toBe(5);
    expect(stderr).toMatch(/^error: cannot tell whether a build .* \(candidates: #9\)\n$/);
    expect(readLines(stdout)).toMatchObject([{ type: 'error', exitCode: 5, error: { name: 'AmbiguousStartError' } }]);
  });

  test.each(['detach', 'stop'])('exits with 4 after --timeout, and lets --on-timeout %s decide', async (action) => {
    const sandbox = createTestSandbox({ scenarios: { 'web-shop': 'timeout' } });
    const argv = ['run', 'web-shop', '--timeout', '60s', '--on-timeout', action, '-o', 'jsonl'];
    const { code, stdout } = await runMain(sandbox, argv);
    expect(code).toBe(4);
    expect(readLines(stdout).at(-1)).toMatchObject({
      type: 'detach',
      reason: 'timeout',
      command: 'codearts-build watch web-shop 9',
    });
    expect(await statusOf(sandbox)).toBe(action === 'stop' ? '9 canceled' : '9 running');
  });

  test.each([
    ['503', { kind: 'status', status: 503 }],
    ['429', { kind: 'status', status: 429 }],
    ['HTML', { kind: 'html' }],
    ['resets', { kind: 'reset' }],
  ] as const)('survives a burst of %s', async (_, fault) => {
    const sandbox = createTestSandbox();
    const operation = ['showJobBuildRecordDetail', 'downloadBuildRealTimeLog'];
    const { code, stdout } = await runMain(sandbox, ['run', 'web-shop', '-o', 'jsonl'], {
      onOutput: (text) => {
        if (text.includes('"type":"queued"')) sandbox.faults.add({ ...fault, operation, count: 3 });
      },
    });
    expect(readLines(stdout).at(-1)?.type).toBe('end');
    expect(code).toBe(0);
  });

  test('exits with 3 and the command to attach if the service fails for long', async () => {
    const sandbox = createTestSandbox();
    const { code, stdout, stderr } = await runMain(sandbox, ['run', 'web-shop', '-o', 'jsonl'], {
      onOutput: (text) => {
        if (text.includes('"type":"queued"')) sandbox.faults.add({ kind: 'status', status: 503 });
      },
    });
    expect(code).toBe(3);
    expect(readLines(stdout).at(-1)).toMatchObject({ type: 'error', exitCode: 3 });
    expect(stderr).toContain('the build goes on: codearts-build watch web-shop 9\n');
  });

  test.each([
    ['401', { kind: 'status', status: 401 }],
    ['404', { kind: 'status', status: 404 }],
    ['503', { kind: 'status', status: 503 }],
    ['HTML', { kind: 'html' }],
    ['resets', { kind: 'reset' }],
  ] as const)('names the build that it has started if its record cannot be read: %s', async (_, fault) => {
    const sandbox = createTestSandbox();
    sandbox.faults.add({ ...fault, operation: 'showJobBuildRecordDetail' });
    const { code, stdout, stderr } = await runMain(sandbox, ['run', 'web-shop', '-o', 'jsonl']);
    expect(code).toBe(3);
    expect(readLines(stdout)).toMatchObject([{ type: 'error', jobId: shop(sandbox), buildNo: 9, exitCode: 3 }]);
    expect(stderr).toMatch(/^the build goes on: codearts-build watch web-shop 9$/m);
    const watched = await runMain(sandbox, ['watch', 'web-shop', '99']);
    expect([watched.code, watched.stderr]).toEqual([3, expect.not.stringContaining('goes on')]);
  });

  test.each(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])('keeps the result if %s cannot be written', async (name) => {
    const env = { GITHUB_ACTIONS: 'true', [name]: '/nonexistent/file' };
    const { code, stderr } = await runMain(createTestSandbox(), ['run', 'web-shop', '--quiet'], { env });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^warning: ENOENT.*\/nonexistent\/file'$/m)]);
  });

  test('signs with the time of the service if the clock is wrong', async () => {
    const sandbox = createTestSandbox();
    sandbox.faults.add({ kind: 'skew', ms: 40 * 60_000 });
    const { code, stderr } = await runMain(sandbox, ['run', 'web-shop']);
    expect([code, stderr.includes('✓ web-shop #9 succeeded')]).toEqual([0, true]);
  });
});

describe('JSON lines', () => {
  test.each([
    ['success', 0],
    ['fail', 1],
    ['unscheduled', 1],
  ])('of a build with the scenario %s match the schema', async (scenario, exitCode) => {
    const sandbox = createTestSandbox({ scenarios: { 'web-shop': scenario } });
    const { code, stdout } = await runMain(sandbox, ['run', 'web-shop', '-o', 'jsonl']);
    const lines = readLines(stdout);
    expect([code, lines[0]?.type, lines.at(-1)?.type]).toEqual([exitCode, 'start', 'end']);
  });

  test('are one document with --output json', async () => {
    const { stdout } = await runMain(createTestSandbox(), ['run', 'web-shop', '-o', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'end', succeeded: true });
  });
});

describe('a signal', () => {
  const until = (pattern: RegExp, signals: ('SIGINT' | 'SIGTERM' | 'SIGHUP')[]): RunOptions => {
    let sent = false;
    return {
      onOutput(text, send) {
        if (sent || !pattern.test(text)) return;
        sent = true;
        for (const name of signals) send(name);
      },
    };
  };

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s stops the build in continuous integration, with exit code %i', async (name, exitCode) => {
    const sandbox = createTestSandbox();
    const { code, stdout } = await runMain(sandbox, ['run', 'web-shop', '-o', 'jsonl'], {
      ...until(/Scanning for projects/, [name]),
      env: { CI: 'true' },
    });
    expect(code).toBe(exitCode);
    expect(readLines(stdout).at(-1)).toMatchObject({ type: 'end', succeeded: false });
    expect(await statusOf(sandbox)).toBe('9 canceled');
  });

  test('twice within a second counts once, as npm delivers it', async () => {
    const sandbox = createTestSandbox();
    const options = { ...until(/Scanning for projects/, ['SIGINT', 'SIGINT']), env: { CI: 'true' } };
    const { code, exits, stderr } = await runMain(sandbox, ['run', 'web-shop'], options);
    expect([code, exits]).toEqual([130, []]);
    expect(stderr).toMatch(/^stopping web-shop #9 … \(Ctrl-C again leaves it running\)$/m);
  });

  test('before the first record ends the stream with the handle of the build', async () => {
    const options: RunOptions = {
      onRequest({ path }, send) {
        if (path.endsWith('/record-info')) send('SIGINT');
      },
    };
    const { code, stdout } = await runMain(createTestSandbox(), ['run', 'web-shop', '-o', 'jsonl'], options);
    expect([code, readLines(stdout)]).toMatchObject([130, [{ type: 'detach', buildNo: 9, handle: { buildNo: 9 } }]]);
  });

  test('after the end changes nothing', async () => {
    const { code } = await runMain(createTestSandbox(), ['run', 'web-shop'], until(/✓ web-shop/, ['SIGINT']));
    expect(code).toBe(0);
  });

  test('detaches watch', async () => {
    const sandbox = createTestSandbox();
    await runMain(sandbox, ['run', 'web-shop', '--no-follow']);
    const { code, stderr } = await runMain(sandbox, ['watch', 'web-shop'], until(/Scanning/, ['SIGINT']));
    expect([code, stderr]).toEqual([
      130,
      expect.stringContaining('detached, the build goes on: codearts-build watch web-shop 9'),
    ]);
  });
});

describe('GitHub Actions', () => {
  test('gets groups, an annotation, a summary and outputs, and runs no command of the log', async () => {
    const folder = createFolder();
    const env = {
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_OUTPUT: join(folder, 'output'),
    };
    const sandbox = createTestSandbox({ scenarios: { 'web-shop': 'fail' } });
    const task = sandbox.state.tasks.get(shop(sandbox))!;
    task.parameters.push({ name: 'command', value: '::error::from the log', secret: false });
    const argv = ['run', 'web-shop', '--branch', '##[error]x'];
    const { code, stdout, stderr } = await runMain(sandbox, argv, { env });
    expect(code).toBe(1);
    let token: string | undefined;
    const executed: string[] = [];
    for (const line of stdout.trimEnd().split('\n')) {
      const stopped = /^::stop-commands::(.*)$/.exec(line)?.[1];
      if (token !== undefined) {
        if (line === `::${token}::`) token = undefined;
      } else if (stopped !== undefined) token = stopped;
      else executed.push(line);
    }
    expect(executed).toEqual([
      '::group::Start',
      '::endgroup::',
      '::group::PRE_ENV',
      '::endgroup::',
      '::group::Code checkout',
      '::endgroup::',
      '::group::Build with Maven',
      '::endgroup::',
      expect.stringMatching(/^::error title=web-shop 9%3A Build with Maven::.+$/),
    ]);
    expect(stdout).toContain('::error::from the log');
    const tokens = [...stdout.matchAll(/^::stop-commands::(.*)$/gm)].map(([, found]) => found);
    expect(new Set(tokens).size).toBe(4);
    expect(stderr).not.toMatch(/::|##\[/);
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^## Build 9 finished with/);
    expect(readFileSync(env.GITHUB_OUTPUT, 'utf8')).toMatch(/^build-no=9\nstatus=FAILURE\nrecord-id=\S+\n$/);
  });

  test('sets the outputs with every format', async () => {
    const GITHUB_OUTPUT = join(createFolder(), 'output');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT };
    await runMain(createTestSandbox(), ['run', 'web-shop', '-o', 'jsonl'], { env });
    expect(readFileSync(GITHUB_OUTPUT, 'utf8')).toMatch(/^build-no=9\nstatus=SUCCESS\nrecord-id=\S+\n$/);
  });
});
