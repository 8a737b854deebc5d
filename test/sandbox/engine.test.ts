import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../src/index.js';
import { formatLog, listLogLines } from '../../src/sandbox/build-log.js';
import { plannedEnd, startBuild, stopBuild, viewBuild, type BuildView } from '../../src/sandbox/engine.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createRandom } from '../../src/sandbox/random.js';
import { formatScenario, parseScenario, type Scenario } from '../../src/sandbox/scenario.js';
import { seedDemo, seedIdentity } from '../../src/sandbox/seed.js';
import { createState } from '../../src/sandbox/state.js';
import type { Build } from '../../src/sandbox/task.js';

const START = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

const step = fc.integer({ min: 1, max: 5 });
const scenario: fc.Arbitrary<Scenario> = fc.oneof(
  fc.constantFrom<Scenario>({ kind: 'success' }, { kind: 'tidy' }, { kind: 'stuck' }, { kind: 'unscheduled' }),
  fc.record({ kind: fc.constantFrom('fail' as const, 'timeout' as const), step }),
);

/** A build that was begun at START, and perhaps stopped later. */
const builds: fc.Arbitrary<Build> = fc
  .record({ scenario, seed: fc.nat(), stopAfterMs: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: undefined }) })
  .map(({ scenario: chosen, seed, stopAfterMs }) => {
    const state = createState(createRandom(seed));
    seedIdentity(state, 'zh');
    const { jobIds } = seedDemo(state, START);
    const task = state.tasks.get(jobIds['web-shop']!)!;
    const build = startBuild(state, task, { now: START, userId: task.creatorId, scenario: chosen });
    if (stopAfterMs !== undefined) stopBuild(build, START + stopAfterMs);
    return build;
  });

const times = fc
  .array(fc.integer({ min: 0, max: 2 * HOUR }), { minLength: 2, maxLength: 8 })
  .map((offsets) => offsets.sort((a, b) => a - b).map((offset) => START + offset));

const PHASES = ['queued', 'running', 'finished'];
const STATUSES = ['waiting', 'running', 'success', 'error', 'aborted'];

/** Facts of a build that must not change when they have been shown. */
const factsOf = ({ result, aborted, startedAt, finishedAt, steps }: BuildView): unknown[] => [
  result,
  aborted,
  startedAt,
  finishedAt,
  ...steps.flatMap((view) => [view.startedAt, view.endedAt]),
];

describe('a build at several times', () => {
  test('progresses, and never takes back what it has shown', () => {
    fc.assert(
      fc.property(builds, times, (build, moments) => {
        const views = moments.map((moment) => viewBuild(build, moment));
        for (const [index, view] of views.entries()) {
          const later = views[index + 1];
          if (!later) continue;
          expect(PHASES.indexOf(later.phase)).toBeGreaterThanOrEqual(PHASES.indexOf(view.phase));
          for (const [at, fact] of factsOf(view).entries()) {
            if (fact !== undefined) expect(factsOf(later)[at]).toBe(fact);
          }
          for (const [at, { status }] of view.steps.entries()) {
            expect(STATUSES.indexOf(later.steps[at]!.status)).toBeGreaterThanOrEqual(STATUSES.indexOf(status));
          }
        }
      }),
    );
  });

  test('has at most one running step, between the finished and the waiting ones', () => {
    fc.assert(
      fc.property(builds, times, (build, moments) => {
        for (const moment of moments) {
          const { phase, steps, result } = viewBuild(build, moment);
          const words = steps.map(({ status }) => status).join(' ');
          expect(words).toMatch(/^(success ?)*(running|error|aborted)? ?(waiting ?)*$/);
          expect(words.includes('running')).toBe(phase === 'running');
          if (result === 'SUCCESS') expect(words).toBe('success success success');
          expect(result === undefined).toBe(phase !== 'finished');
        }
      }),
    );
  });

  test('has a log that only grows', () => {
    fc.assert(
      fc.property(builds, times, fc.constantFrom('INFO' as const, 'DEBUG' as const), (build, moments, level) => {
        const logs = moments.map((moment) => formatLog(listLogLines(build, moment), level));
        for (const [index, log] of logs.entries()) {
          expect(logs[index + 1]?.startsWith(log) ?? true).toBe(true);
          for (const line of build.scenario.kind === 'tidy' ? log.split('\n').slice(0, -1) : []) {
            expect(line).toMatch(/^\[\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{3} GMT\+08:00\] \[(INFO|DEBUG|ERROR)\] /);
          }
        }
      }),
    );
  });

  test('can be stopped once, until it finishes', () => {
    fc.assert(
      fc.property(scenario, fc.nat(), fc.integer({ min: 0, max: 2 * HOUR }), (chosen, seed, after) => {
        const state = createState(createRandom(seed));
        seedIdentity(state, 'zh');
        const { jobIds } = seedDemo(state, START);
        const task = state.tasks.get(jobIds['base-image']!)!;
        const build = startBuild(state, task, { now: START, userId: task.creatorId, scenario: chosen });
        const now = START + after;
        const hasEnded = now >= plannedEnd(build);
        expect(stopBuild(build, now)).toBe(!hasEnded);
        expect(stopBuild(build, now)).toBe(false);
        expect(viewBuild(build, now)).toMatchObject(
          hasEnded ? { phase: 'finished' } : { result: 'ABORTED', aborted: 'stopped', finishedAt: now },
        );
      }),
    );
  });
});

describe('parseScenario', () => {
  test('parses what formatScenario returns', () => {
    fc.assert(
      fc.property(scenario, (value) => {
        expect(parseScenario(formatScenario(value))).toEqual(value);
        expect(parseScenario(value)).toEqual(value);
      }),
    );
  });

  test.each(['', 'fail:0', 'fail:', 'success:1', 'FAIL', 'stuck:2'])('rejects %j and lists the forms', (text) => {
    expect(() => parseScenario(text)).toThrow(/success, tidy, fail, fail:<step>/);
  });
});

test('every operation shows a build with a scenario, without the scenario parameter', async () => {
  const sandbox = createSandbox({ clock: 'manual' });
  const { ak, sk, projectId } = sandbox.credentials;
  const build = createClient({ endpoint: 'http://sandbox', fetch: sandbox.fetch, credentials: { ak, sk, projectId } });
  const job_id = sandbox.seed.jobIds['web-shop']!;
  const run = await build.startBuild({ jobId: job_id, params: { sandbox_scenario: 'fail:2' } });
  await sandbox.clock.advance(120_000);
  const record = await run.wait({ throwOnFailure: false });
  expect(record.status).toBe('FAILURE');
  await build.showBuildRecord({ record_id: record.build_record_id });
  const { result } = await build.listBuildParameter({ job_id, build_no: run.buildNo });
  expect(JSON.stringify(result)).not.toContain('sandbox_scenario');
});

test('the branch of a request is the branch and the parameter of the build', async () => {
  const sandbox = createSandbox({ clock: 'manual' });
  const { credentials, fetch, clock } = sandbox;
  const build = createClient({ endpoint: 'http://sandbox', fetch, clock, credentials });
  const job_id = sandbox.seed.jobIds['web-shop']!;
  const { result } = await build.executeJob({ body: { job_id, scm: { build_type: 'branch', branch: 'release' } } });
  const build_no = Number(result.actual_build_number);
  expect((await build.showJobBuildRecordDetail({ job_id, build_no })).result).toMatchObject({ branch: 'release' });
  const { result: parameters } = await build.listBuildParameter({ job_id, build_no });
  expect(parameters).toContainEqual({ name: 'codeBranch', value: 'release' });
});
