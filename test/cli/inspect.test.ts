import { describe, expect, test } from 'vitest';
import { createTestSandbox, runMain } from './run-main.js';

const projectId = createTestSandbox().seed.projectId;

describe('show', () => {
  test('prints the end of a build, with exit code 0 also for a failed one', async () => {
    const good = await runMain(createTestSandbox(), ['show', 'web-shop']);
    expect([good.code, good.stdout]).toEqual([
      0,
      expect.stringMatching(/^✓ web-shop #8 succeeded in \d+s .*\n {2}Code checkout/),
    ]);
    const bad = await runMain(createTestSandbox(), ['show', 'web-shop', '3', '-o', 'json']);
    expect(bad.code).toBe(0);
    expect(JSON.parse(bad.stdout)).toMatchObject({
      ...{ buildNo: 3, task: 'web-shop', succeeded: false, status: 'FAILURE' },
      failure: { step: { name: 'Build with Maven' } },
    });
  });

  test('prints error lines without the colors of the log', async () => {
    const sandbox = createTestSandbox();
    const task = sandbox.state.tasks.get(sandbox.seed.jobIds['web-shop']!)!;
    task.steps = task.steps.map((step) => ({ ...step, name: `${step.name}\x1b[31m` }));
    sandbox.addBuild({ job_id: task.id, status: 'FAILURE', failedStep: 2 });
    const { stdout } = await runMain(sandbox, ['show', 'web-shop', '9']);
    expect(stdout).toContain('[ERROR]');
    expect(stdout).not.toContain('\x1b');
  });

  test('prints the steps of a running build', async () => {
    const sandbox = createTestSandbox();
    await runMain(sandbox, ['run', 'web-shop', '--no-follow']);
    await sandbox.clock.advance(15_000);
    const { stdout } = await runMain(sandbox, ['show', 'web-shop']);
    expect(stdout).toMatch(/^● web-shop #9 running for \d+s\n/);
    expect(stdout).toMatch(/^ {2}Build with Maven: running/m);
  });

  test.each([
    ['SUCCESS', '', /^✓ web-shop #8 succeeded/],
    ['ABORTED', '', /^■ web-shop #8 canceled/],
    ['Schedule_Failure', null, /^✗ web-shop #8 not scheduled/],
    ['PAUSED', '', /^● web-shop #8 running for/],
    ['RUNNING', '2026-11-26T10:00:00.000+0800', /^● web-shop #8 running for/],
    ['', '2026-11-26T10:00:00.000+0800', /^● web-shop #8 running for/],
  ])('tells from the status %j and the finish time %j whether a build has finished', async (status, time, text) => {
    const sandbox = createTestSandbox();
    const respond: typeof fetch = async (input, init) => {
      const response = await sandbox.fetch(input, init);
      if (!new Request(input, init).url.endsWith('/record-info')) return response;
      const { result, ...rest } = (await response.json()) as { result?: object };
      const change = { status, finish_time: time };
      return Response.json(result ? { ...rest, result: { ...result, ...change } } : { ...rest, ...change });
    };
    const changed = Object.create(sandbox, { fetch: { value: respond } }) as typeof sandbox;
    expect((await runMain(changed, ['show', 'web-shop', '8'])).stdout).toMatch(text);
  });
});

describe('log', () => {
  test('prints the last lines, one step, or parsed lines', async () => {
    const sandbox = createTestSandbox();
    const tail = await runMain(sandbox, ['log', 'web-shop', '8', '-n', '2']);
    expect(tail.stdout.split('\n')).toHaveLength(3);
    expect(tail.stdout).toMatch(/Finished: SUCCESS\n$/);
    const step = await runMain(sandbox, ['log', 'web-shop', '8', '--step', 'Build with Maven']);
    expect(step.stdout).toContain('Scanning for projects');
    expect(step.stdout).not.toContain('Cloning');
    const csv = await runMain(sandbox, [
      'log',
      'web-shop',
      '8',
      '--step',
      'Build with Maven',
      '-o',
      'csv',
      '--fields',
      'level,text',
    ]);
    expect(csv.stdout).toMatch(/^level,text\r\nINFO,The step starts\.\r\n/);
  });

  test('prints fields in every format, and an empty list if no line was asked for', async () => {
    const print = async (...more: string[]) =>
      (await runMain(createTestSandbox(), ['log', 'web-shop', '8', ...more])).stdout;
    const last = ['--tail', '1'];
    expect(await print(...last, '--fields', 'text')).toBe('Finished: SUCCESS\n');
    expect(await print(...last, '--fields', 'level,text')).toBe('-  Finished: SUCCESS\n');
    expect(await print(...last, '--fields', 'level,text', '-o', 'csv')).toBe('level,text\r\n,Finished: SUCCESS\r\n');
    expect(JSON.parse(await print(...last, '--fields', 'text', '-o', 'json'))).toEqual([{ text: 'Finished: SUCCESS' }]);
    expect(await print('--tail', '0', '-o', 'json')).toBe('[]\n');
    expect(await print('--tail', '0', '-o', 'csv', '--fields', 'text')).toBe('text\r\n');
    expect(await print('--tail', '0', '-o', 'jsonl')).toBe('');
  });

  test('follows a running build to its end', async () => {
    const sandbox = createTestSandbox();
    await runMain(sandbox, ['run', 'web-shop', '--no-follow']);
    const { code, stdout } = await runMain(sandbox, ['log', 'web-shop', '9', '--follow']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Finished: SUCCESS\n$/)]);
  });

  test('shows control characters on a terminal, and keeps them in a pipe', async () => {
    const sandbox = createTestSandbox();
    const task = sandbox.state.tasks.get(sandbox.seed.jobIds['web-shop']!)!;
    task.parameters.push({ name: 'evil', value: '\x1b[2Jx\x07', secret: false });
    await runMain(sandbox, ['run', 'web-shop', '--quiet']);
    const terminal = await runMain(sandbox, ['log', 'web-shop', '9'], { terminal: true });
    expect(terminal.stdout).toContain('evil=\\x1b[2Jx\\x07');
    const piped = await runMain(sandbox, ['log', 'web-shop', '9']);
    expect(piped.stdout).toContain('evil=\x1b[2Jx\x07');
  });

  test('rejects what cannot be combined, and a build that has not failed', async () => {
    const both = await runMain(createTestSandbox(), ['log', 'web-shop', '--failed', '--follow']);
    expect([both.code, both.stderr]).toEqual([
      2,
      'error: --step, --failed and --follow or --tail cannot be combined\n',
    ]);
    const good = await runMain(createTestSandbox(), ['log', 'web-shop', '8', '--failed']);
    expect([good.code, good.stderr]).toEqual([2, 'error: web-shop #8 has not failed\n']);
  });
});

describe('rerun and stop', () => {
  test('rerun starts a build with the code and parameters of an earlier one', async () => {
    const sandbox = createTestSandbox();
    const { code, stderr } = await runMain(sandbox, ['rerun', 'web-shop', '8', '--project', 'demo']);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^web-shop #9 · project demo · rerun of #8 · /)]);
  });

  test('stop --wait stops the running build and reports its status', async () => {
    const sandbox = createTestSandbox();
    await runMain(sandbox, ['run', 'web-shop', '--no-follow']);
    const { code, stderr } = await runMain(sandbox, ['stop', 'web-shop', '--wait']);
    expect([code, stderr]).toEqual([0, 'web-shop #9 canceled\n']);
    const none = await runMain(sandbox, ['stop', 'web-shop']);
    expect(none.code).toBe(2);
  });
});

describe('lists', () => {
  test.each([['v1'], ['v3']])('tasks and builds with the operations of %s', async (version) => {
    const options = ['--api-version', version, '--project', version === 'v3' ? projectId : 'demo', '-o', 'csv'];
    const tasks = await runMain(createTestSandbox(), ['tasks', ...options, '--fields', 'task,status']);
    expect(tasks.stdout).toBe(
      'task,status\r\nold-reports,disabled\r\nbase-image,timed out\r\nweb-frontend,succeeded\r\nweb-shop,succeeded\r\n',
    );
    const fields = ['--fields', 'build,status', '--limit', '3'];
    const builds = await runMain(createTestSandbox(), ['builds', 'web-shop', ...options, ...fields]);
    expect(builds.stdout).toBe('build,status\r\n8,succeeded\r\n7,canceled\r\n6,succeeded\r\n');
    const failed = await runMain(createTestSandbox(), [
      'builds',
      'web-shop',
      ...options,
      ...fields,
      '--status',
      'failed',
    ]);
    expect(failed.stdout).toBe('build,status\r\n3,failed\r\n');
  });

  test('builds since a time, and of a task without builds', async () => {
    const recent = await runMain(createTestSandbox(), ['builds', 'web-shop', '--since', '10h', '-o', 'jsonl']);
    expect(recent.stdout.trimEnd().split('\n')).toHaveLength(1);
    const none = await runMain(createTestSandbox(), ['builds', 'old-reports']);
    expect([none.code, none.stdout, none.stderr]).toEqual([0, '', 'no builds\n']);
  });

  test('outputs of a build', async () => {
    const { stdout } = await runMain(createTestSandbox(), ['outputs', 'web-shop', '8', '--fields', 'kind,type,name']);
    expect(stdout).toBe('KIND     TYPE  NAME\npackage  zip   web-shop\n');
  });

  test('report of the tasks with builds since a time', async () => {
    const { code, stdout } = await runMain(createTestSandbox(), ['report', '--project', 'demo', '--since', '7d']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^TASK +BUILDS +SUCCESS +MEDIAN +LATEST/);
    expect(stdout).toMatch(/^web-shop +8 +75 % +\d+s {2}[▁-█x·]{8}$/m);
    expect(stdout).not.toContain('old-reports');
    const csv = await runMain(createTestSandbox(), [
      'report',
      'web-shop',
      '-o',
      'csv',
      '--fields',
      'task,builds,succeeded',
    ]);
    expect(csv.stdout).toBe('task,builds,succeeded\r\nweb-shop,8,6\r\n');
  });

  test.each([
    ['tasks x'],
    ['projects x'],
    ['whoami x'],
    ['completion bash x'],
    ['builds web-shop x'],
    ['show web-shop 1 x'],
  ])('%s has an unexpected word', async (line) => {
    const { code, stderr, requests } = await runMain(createTestSandbox(), line.split(' '));
    expect([code, stderr, requests]).toEqual([2, 'error: unexpected argument "x"\n', []]);
  });
});
