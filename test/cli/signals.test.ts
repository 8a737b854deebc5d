/** Signals and lost readers in every phase of a command: exit code, last line, advice, and what becomes of the build. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { InterruptSignal } from '../../src/cli/interrupt.js';
import type { Sandbox, ManualClock } from '../../src/sandbox/index.js';
import { createTestSandbox, runMain, type RunOptions } from './run-main.js';

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

interface LastLine {
  type: string;
  reason?: string;
  command?: string;
  exitCode?: number;
  succeeded?: boolean;
  error?: { name: string };
}

/** Returns the last JSON line, which is the only one that ends the stream. */
function readLast(stdout: string): LastLine {
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LastLine);
  expect(lines.filter(({ type }) => ['end', 'detach', 'error'].includes(type))).toEqual(lines.slice(-1));
  return lines.at(-1)!;
}

type Moment = Readonly<{ request: RegExp; number?: number } | { output: RegExp }>;

/** Sends signals at a moment; a later one after `again` milliseconds of the clock. */
function interruptAt(moment: Moment, signals: readonly InterruptSignal[]): RunOptions {
  let seen = 0;
  const at = (isMoment: boolean, send: (name: InterruptSignal) => void): void => {
    if (!isMoment) return;
    seen += 1;
    if (seen === ('number' in moment ? moment.number : 1)) for (const name of signals) send(name);
  };
  if ('request' in moment) return { onRequest: ({ path }, send) => at(moment.request.test(path), send) };
  return { onOutput: (text, send) => at(moment.output.test(text), send) };
}

/** Returns number and status of the last build of a task, when every started build has finished. */
async function lastBuild(sandbox: Sandbox<ManualClock>, task = 'web-shop'): Promise<string> {
  sandbox.faults.clear();
  await sandbox.clock.advance(120_000);
  const { stdout } = await runMain(sandbox, ['builds', task, '-o', 'jsonl', '--limit', '1']);
  const { build, status } = JSON.parse(stdout) as { build: number; status: string };
  return `${build} ${status}`;
}

const START = /^\/v1\/job\/execute$/;
const WATCH = 'codearts-build watch web-shop 9';

interface Phase {
  moment: Moment;
  argv?: string[];
  prepare?: (sandbox: Sandbox<ManualClock>) => void;
  /** Last line and status of the build if the policy is to detach, and to stop. */
  detach: [Partial<LastLine>, RegExp, string];
  stop: [Partial<LastLine>, RegExp, string];
}

const nothing: Phase['detach'] = [{ type: 'error' }, /^interrupted by SIG/, '8 succeeded'];
const left: Phase['detach'] = [{ type: 'detach', reason: 'interrupt', command: WATCH }, /^$/, '9 succeeded'];
const stopped: Phase['stop'] = [{ type: 'end', succeeded: false }, /^$/, '9 canceled'];
const finished: Phase['stop'] = [{ type: 'end', succeeded: true }, /^$/, '9 succeeded'];

const phases: Record<string, Phase> = {
  'the lookup of the task': { moment: { request: /^\/v1\/job\/list$/ }, detach: nothing, stop: nothing },
  'the lookup of the project': {
    ...{ moment: { request: /related-page/ }, argv: ['run', 'web-shop', '--project', 'demo'] },
    ...{ detach: nothing, stop: nothing },
  },
  'the check of parameters': {
    ...{ moment: { request: /\/config$/ }, argv: ['run', 'web-shop', '--check-params'] },
    ...{ detach: nothing, stop: nothing },
  },
  'the lookup of an earlier build': {
    ...{ moment: { request: /\/record-info$/ }, argv: ['rerun', 'web-shop', '8'] },
    ...{ detach: nothing, stop: nothing },
  },
  'the start, whose response arrives': { moment: { request: START }, detach: left, stop: stopped },
  'the start with --no-follow': {
    ...{ moment: { request: START }, argv: ['run', 'web-shop', '--no-follow'] },
    ...{ detach: left, stop: stopped },
  },
  'the start, whose response does not arrive': {
    moment: { request: START },
    prepare: ({ faults }) => faults.add({ kind: 'stall', operation: 'executeJob', execute: true }),
    detach: [{ type: 'error', exitCode: 5 }, /^error: cannot tell whether a build/, '9 succeeded'],
    stop: [{ type: 'error', exitCode: 5 }, /^error: cannot tell whether a build/, '9 succeeded'],
  },
  'the time in the queue': { moment: { output: /"type":"queued"/ }, detach: left, stop: stopped },
  'the first poll of the record': { moment: { request: /\/record-info$/ }, detach: left, stop: stopped },
  'a running build': { moment: { output: /Scanning for projects/ }, detach: left, stop: stopped },
  'the request of the log': { moment: { request: /log/, number: 2 }, detach: left, stop: stopped },
  'the time after the closing line': { moment: { output: /Finished: SUCCESS/ }, detach: finished, stop: finished },
  'the lookup of artifacts': { moment: { request: /output/ }, detach: finished, stop: finished },
  'the last line': { moment: { output: /"type":"end"/ }, detach: finished, stop: finished },
};

describe('a signal during', () => {
  const rows = Object.keys(phases).flatMap((name) =>
    (['detach', 'stop'] as const).map((policy) => [name, policy] as const),
  );

  describe.each(rows)('%s, with --on-interrupt %s,', (name, policy) => {
    test.each(SIGNALS)('%s', async (signal, code) => {
      const { moment, argv = ['run', 'web-shop'], prepare, [policy]: expected } = phases[name]!;
      const [last, stderr, build] = expected;
      const sandbox = createTestSandbox();
      prepare?.(sandbox);
      const args = [...argv, '-o', 'jsonl', '--on-interrupt', policy];
      const result = await runMain(sandbox, args, interruptAt(moment, [signal]));
      expect(readLast(result.stdout)).toMatchObject(last);
      expect(result.stderr).toMatch(stderr);
      expect(result.code).toBe(last.exitCode ?? (name === 'the last line' ? 0 : code));
      expect(await lastBuild(sandbox)).toBe(build);
    });
  });
});

describe('a second signal', () => {
  /** Sends one signal at a moment, and another one later. */
  const twice = (moment: Moment, sandbox: Sandbox<ManualClock>, afterMs: number): RunOptions => {
    const { onRequest, onOutput } = interruptAt(moment, ['SIGINT']);
    const both =
      (send: (name: InterruptSignal) => void) =>
      (name: InterruptSignal): void => {
        send(name);
        void sandbox.clock.sleep(afterMs).then(() => send(name));
      };
    return {
      onRequest: (request, send) => onRequest?.(request, both(send)),
      onOutput: (text, send) => onOutput?.(text, both(send)),
    };
  };

  test.each([
    [500, 'is ignored', 5_000],
    [1_500, 'does not wait for the number', 1_500],
  ])('%i ms after the first, while the start has no response, %s', async (afterMs, _, waitedMs) => {
    const sandbox = createTestSandbox();
    sandbox.faults.add({ kind: 'stall', operation: 'executeJob', execute: true });
    const begin = sandbox.clock.now();
    const argv = ['run', 'web-shop', '-o', 'jsonl'];
    const { code, stdout, exits } = await runMain(sandbox, argv, twice({ request: START }, sandbox, afterMs));
    expect([code, exits, sandbox.clock.now() - begin]).toEqual([5, [], waitedMs]);
    expect(readLast(stdout)).toMatchObject({ type: 'error', error: { name: 'AmbiguousStartError' } });
  });

  test.each([
    [500, [], 'end'],
    [1_500, [130], 'detach'],
  ])('%i ms after the first, while a build is stopped', async (afterMs, expectedExits, type) => {
    const sandbox = createTestSandbox();
    sandbox.faults.add({ kind: 'latency', operation: 'stopTheJob', ms: 3_000 });
    const argv = ['run', 'web-shop', '-o', 'jsonl', '--on-interrupt', 'stop'];
    const options = twice({ output: /Scanning for projects/ }, sandbox, afterMs);
    const { code, stdout, exits } = await runMain(sandbox, argv, options);
    expect([code, exits, readLast(stdout).type]).toEqual([130, expectedExits, type]);
  });
});

describe('a stop that fails', () => {
  test('is reported, and the build goes on', async () => {
    const sandbox = createTestSandbox();
    sandbox.faults.add({ kind: 'status', status: 403, operation: 'stopTheJob' });
    const argv = ['run', 'web-shop', '--on-interrupt', 'stop'];
    const { code, stderr } = await runMain(sandbox, argv, interruptAt({ output: /Scanning/ }, ['SIGINT']));
    expect(code).toBe(130);
    expect(stderr).toMatch(
      /^detached; cannot stop the build: .* 403 .*, the build goes on: codearts-build watch web-shop 9$/m,
    );
    expect(await lastBuild(sandbox)).toBe('9 succeeded');
  });
});

describe('a signal ends other commands, which leave nothing behind:', () => {
  const { projectId } = createTestSandbox().seed;
  const list = ['call', 'listProjectJobs', '--project-id', projectId, '--page-size', '10', '--paginate'];
  const commands: Record<string, [string[], Moment]> = {
    'watch, which looks up': [['watch', 'web-shop'], { request: /^\/v1\/job\/list$/ }],
    'log --follow': [['log', 'web-shop', '9', '--follow'], { output: /Scanning for projects/ }],
    'log of a step': [['log', 'web-shop', '8', '--step', 'Build with Maven'], { request: /stages|full-stages|log/ }],
    show: [['show', 'web-shop', '3'], { request: /record-info/ }],
    outputs: [['outputs', 'web-shop', '8'], { request: /output/ }],
    'stop --wait': [['stop', 'web-shop', '9', '--wait'], { request: /record-info/ }],
    tasks: [['tasks'], { request: /^\/v1\/job\/list$/ }],
    builds: [['builds', 'web-shop'], { request: /\/records$/ }],
    projects: [['projects'], { request: /related-page/ }],
    report: [['report'], { request: /\/records$/, number: 2 }],
    'call with pages': [list, { request: new RegExp(projectId) }],
    whoami: [['whoami'], { request: /related-page/ }],
  };

  test.each(Object.keys(commands).flatMap((name) => SIGNALS.map(([signal, code]) => [name, signal, code] as const)))(
    '%s, with %s',
    async (name, signal, exitCode) => {
      const [argv, moment] = commands[name]!;
      const sandbox = createTestSandbox();
      await runMain(sandbox, ['run', 'web-shop', '--no-follow']);
      const { code, stderr, stdout } = await runMain(sandbox, argv, interruptAt(moment, [signal]));
      expect([code, stderr]).toEqual([exitCode, `interrupted by ${signal}\n`]);
      if (!argv.includes('--follow')) expect(stdout).toBe('');
      const json = await runMain(sandbox, [...argv, '-o', 'jsonl'], interruptAt(moment, [signal]));
      expect(readLast(json.stdout.split('\n').slice(-2).join('\n'))).toMatchObject({ type: 'error', exitCode });
    },
  );

  test('a report on a terminal removes its status line', async () => {
    const options = { ...interruptAt({ output: /1 of 3 tasks/ }, ['SIGINT']), terminal: true };
    const { screen } = await runMain(createTestSandbox(), ['report'], options);
    expect(screen).toMatch(/\r\x1b\[2Kinterrupted by SIGINT\n$/);
  });
});

describe('a download that does not arrive', () => {
  const createFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'codearts-build-cli-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };

  test.each([
    ['is cut off', { kind: 'truncate' }, undefined, 3],
    ['is interrupted', { kind: 'stall', afterBytes: 100 }, /download-log/, 130],
  ] as const)('because it %s leaves no file', async (_, fault, moment, exitCode) => {
    const sandbox = createTestSandbox();
    const { build_record_id } = sandbox.addBuild({ job_id: sandbox.seed.jobIds['web-shop']! });
    const folder = createFolder();
    const target = join(folder, 'build.log');
    sandbox.faults.add({ ...fault, operation: 'downloadBuildFullLog' });
    const argv = ['call', 'downloadBuildFullLog', '--record-id', build_record_id, '--download', target];
    const options: RunOptions = {};
    if (moment) {
      options.onRequest = (_request, send) => void sandbox.clock.sleep(2_000).then(() => send('SIGINT'));
    }
    const { code } = await runMain(sandbox, argv, options);
    expect([code, existsSync(target), readdirSync(folder)]).toEqual([exitCode, false, []]);
  });
});
