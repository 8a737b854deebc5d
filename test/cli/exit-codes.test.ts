/** Exit codes: every command with every code that it can have, also under faults of the service. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import type { Fault } from '../../src/sandbox/index.js';
import { createTestSandbox, runMain, type RunOptions } from './run-main.js';

interface Row {
  argv: string[];
  scenario?: string;
  fault?: Fault;
  env?: RunOptions['env'];
  /** Timeout of a build of the task in minutes, as the service enforces it. */
  limitMinutes?: number;
  /** Text of standard error. */
  stderr?: RegExp;
}

const seed = createTestSandbox().seed;
const jobId = seed.jobIds['web-shop']!;

/** Command lines that send a request, and succeed. */
const working: Record<string, string[]> = {
  run: ['run', 'web-shop'],
  watch: ['watch', 'web-shop', '8'],
  rerun: ['rerun', 'web-shop', '8'],
  log: ['log', 'web-shop', '8'],
  show: ['show', 'web-shop', '3'],
  outputs: ['outputs', 'web-shop', '8'],
  stop: ['stop', 'web-shop', '8'],
  tasks: ['tasks'],
  builds: ['builds', 'web-shop'],
  projects: ['projects'],
  report: ['report'],
  call: ['call', 'showJobInfo', '--job-id', jobId],
  whoami: ['whoami'],
};

const offline: Record<string, string[]> = { completion: ['completion', 'bash'], sandbox: ['sandbox', '--help'] };

const lost: Fault = { kind: 'reset', operation: 'executeJob', execute: true };
const start = JSON.stringify({ job_id: jobId });

const rows: Record<number, Record<string, Row>> = {
  0: {
    ...Object.fromEntries(
      Object.entries({ ...working, completion: offline['completion']! }).map(([name, argv]) => [name, { argv }]),
    ),
    'run without following': { argv: ['run', 'web-shop', '--no-follow'], scenario: 'fail' },
    'run with --dry-run': { argv: ['run', 'web-shop', '--dry-run'] },
    'help of a command': { argv: ['run', '--help'] },
    'show of a failed build': { argv: ['show', 'web-shop', '3'] },
    'log of a failed step': { argv: ['log', 'web-shop', '3', '--failed'] },
    'an empty list': { argv: ['tasks', '--status', 'running'] },
  },
  1: {
    run: { argv: ['run', 'web-shop'], scenario: 'fail', stderr: /✗ web-shop #9 failed/ },
    'run that is not scheduled': { argv: ['run', 'web-shop'], scenario: 'unscheduled', stderr: /not scheduled/ },
    'run that times out on the machine': {
      argv: ['run', 'web-shop'],
      scenario: 'timeout',
      limitMinutes: 20,
      stderr: /(\nstill running after \d+m \d\ds){3}/,
    },
    'watch of a failed build': { argv: ['watch', 'web-shop', '3'], stderr: /✗ web-shop #3 failed/ },
    'watch of a canceled build': { argv: ['watch', 'web-shop', '7'], stderr: /■ web-shop #7 canceled/ },
    rerun: { argv: ['rerun', 'web-shop', '8'], scenario: 'fail', stderr: /✗ web-shop #9 failed/ },
  },
  2: {
    ...Object.fromEntries(
      ['run', 'watch', 'rerun', 'log', 'show', 'outputs', 'stop', 'builds', 'report'].flatMap((name) => [
        [`${name} of an unknown task`, { argv: [name, 'web-shp'], stderr: /did you mean web-shop\?/ }],
        [
          `${name} in an unknown project`,
          { argv: [name, 'web-shop', '--project', 'dmo'], stderr: /did you mean demo\?/ },
        ],
      ]),
    ),
    ...Object.fromEntries(
      [...Object.entries(working), ['completion', offline['completion']!] as const].map(([name, argv]) => [
        `${name} with an unknown option`,
        { argv: [...argv, '--nonsense'], stderr: /^error: unknown option --nonsense/ },
      ]),
    ),
    ...Object.fromEntries(
      ['run', 'watch', 'rerun', 'show', 'stop', 'whoami'].flatMap((name) => [
        [`${name} as CSV`, { argv: [...working[name]!, '-o', 'csv'], stderr: /text, json or jsonl/ }],
        [`${name} with fields`, { argv: [...working[name]!, '--fields', 'x'], stderr: /commands that print a list/ }],
      ]),
    ),
    'no command': { argv: [], stderr: /^codearts-build <command>/ },
    'an unknown command': { argv: ['rum'], stderr: /did you mean "run"\?/ },
    'no region': { argv: ['tasks'], env: { CODEARTS_BUILD_ENDPOINT: undefined }, stderr: /set --region/ },
    'a task without running build': { argv: ['stop', 'web-shop'], stderr: /no running build/ },
    'a task without builds': { argv: ['show', 'old-reports'], stderr: /^error: / },
    'rejected parameters': {
      argv: ['run', 'web-shop', '-p', 'x=1', '--check-params'],
      stderr: /^error: the task has no/,
    },
  },
  3: {
    ...Object.fromEntries(
      Object.entries(working).flatMap(([name, argv]): [string, Row][] => [
        [`${name}: 500`, { argv, fault: { kind: 'status', status: 500 }, stderr: /^error: .* 500 / }],
        [`${name}: 403`, { argv, fault: { kind: 'status', status: 403 }, stderr: /^error: .* 403 / }],
        [`${name}: 429`, { argv, fault: { kind: 'status', status: 429 }, stderr: /^error: .* 429 / }],
        [`${name}: resets`, { argv, fault: { kind: 'reset' }, stderr: /^error: / }],
        [`${name}: a web page`, { argv, fault: { kind: 'html' }, stderr: /^error: / }],
        [`${name}: a wrong secret key`, { argv, env: { HUAWEICLOUD_SDK_SK: 'wrong' }, stderr: /^error: .* 401 / }],
        [
          `${name}: no credentials`,
          { argv, env: { HUAWEICLOUD_SDK_SK: undefined }, stderr: /HUAWEICLOUD_SDK_SK is not/ },
        ],
      ]),
    ),
    'watch of an unknown build': { argv: ['watch', 'web-shop', '99'], stderr: /^error: / },
    'a log that is not there': { argv: ['log', 'old-reports', '1'], stderr: /^error: / },
  },
  4: {
    run: { argv: ['run', 'web-shop', '--timeout', '30s'], scenario: 'timeout', stderr: /timed out, the build goes on/ },
    'run in the queue': { argv: ['run', 'web-shop', '--queue-timeout', '30s'], scenario: 'stuck', stderr: /timed out/ },
    'run with --on-timeout stop': {
      ...{ argv: ['run', 'web-shop', '--timeout', '30s', '--on-timeout', 'stop'], scenario: 'timeout' },
      stderr: /timed out, a stop was requested/,
    },
    rerun: { argv: ['rerun', 'web-shop', '8', '--timeout', '30s'], scenario: 'timeout', stderr: /timed out/ },
  },
  5: {
    run: { argv: ['run', 'web-shop'], fault: lost, stderr: /^error: cannot tell whether .* \(candidates: #9\)/ },
    'run without following': { argv: ['run', 'web-shop', '--no-follow'], fault: lost, stderr: /^error: cannot tell/ },
    rerun: { argv: ['rerun', 'web-shop', '8'], fault: lost, stderr: /^error: cannot tell whether/ },
    'call of the start': { argv: ['call', 'executeJob', '--body', start], fault: lost, stderr: /^error: cannot tell/ },
  },
};

describe('exit code', () => {
  const all = Object.entries(rows).flatMap(([code, named]) =>
    Object.entries(named).map(([name, row]) => [Number(code), name, row] as const),
  );

  test.each(all)('%i: %s', async (code, _, { argv, scenario, fault, env, limitMinutes, stderr }) => {
    const sandbox = createTestSandbox(scenario === undefined ? {} : { scenarios: { 'web-shop': scenario } });
    if (limitMinutes) sandbox.state.tasks.get(jobId)!.timeLimitMs = limitMinutes * 60_000;
    if (fault) sandbox.faults.add(fault);
    const result = await runMain(sandbox, argv, env ? { env } : {});
    if (stderr) expect(result.stderr).toMatch(stderr);
    expect(result.code).toBe(code);
    if (code > 1) expect(result.stderr).not.toMatch(/\n {4}at /);
  });

  test('5 is that of an interrupted call that starts a build', async () => {
    const { code, stderr } = await runMain(createTestSandbox(), ['call', 'executeJob', '--body', start], {
      onRequest: (_, send) => send('SIGINT'),
    });
    expect([code, stderr]).toEqual([5, expect.stringMatching(/^error: cannot tell whether a build/)]);
  });

  test('is tested for every command', () => {
    const tested = new Set([...Object.keys(working), ...Object.keys(offline)]);
    expect(commands.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });
});
