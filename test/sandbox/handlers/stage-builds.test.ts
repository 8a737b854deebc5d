import fc from '../../support/properties.js';
import { describe, expect, test } from 'vitest';
import { viewBuild } from '../../../src/sandbox/engine.js';
import { createSetup, rejectionOf, type ServiceStageClient, type Setup } from '../../support/sandbox-clients.js';

const spec = (job_name: string, job_description = ''): Parameters<ServiceStageClient['createBuildJob']>[0]['body'] => ({
  job_name,
  job_description,
  environment_setting: { use_public_cluster: true },
  code_repo: { type: 'Github', url: 'https://github.com/example/shop.git', branch: 'main', namespace: 'example' },
});

const PHASES = ['Init', 'Download', 'PreProcess', 'Build', 'Artifact', 'PostProcess'];

/** Creates a job and starts a build of it. */
async function startStage({ stage }: Setup, description = ''): Promise<{ job_id: string; build_id: string }> {
  const { job_id = '' } = await stage.createBuildJob({ body: spec('shop', description) });
  const { build_id = '' } = await stage.runBuildJob({ job_id });
  return { job_id, build_id };
}

describe('ServiceStage jobs', () => {
  test('are listed, changed and deleted', async () => {
    const { stage } = createSetup({ seed: 'empty' });
    const { job_id = '' } = await stage.createBuildJob({ body: spec('shop') });
    expect(job_id).toMatch(/^[0-9a-z]{40}$/);
    expect(await stage.listBuildJobs({ page: 1, per_page: 10 })).toEqual({
      list: [{ job_id, job_name: 'shop' }],
      total: 1,
      page: 1,
      per_page: 10,
    });
    await stage.updateBuildJob({ job_id, body: spec('other') });
    expect(await stage.showBuildJob({ job_id })).toMatchObject({ spec: { job_name: 'other' }, last_build_id: '' });
    expect(await stage.listBuildJobs({ page: 1, per_page: 10, job_name: 'shop' })).toMatchObject({
      list: [],
      total: 0,
    });
    await stage.deleteBuildJob({ job_id });
    expect(await rejectionOf(stage.showBuildJob({ job_id }))).toBe('404 SVCSTG.00100429');
    expect(await rejectionOf(stage.deleteBuildJob({ job_id }))).toBe('404 SVCSTG.00100429');
  });

  test('are deleted with their builds', async () => {
    const setup = createSetup();
    const { job_id, build_id } = await startStage(setup);
    await setup.stage.deleteBuildJob({ job_id });
    expect(await rejectionOf(setup.stage.showBuild({ build_id }))).toBe('404 SVCSTG.00100429');
  });

  test('are listed in pages without loss, newest first', async () => {
    const { stage } = createSetup({ seed: 'empty' });
    for (const letter of ['a', 'b', 'c', 'd', 'e']) await stage.createBuildJob({ body: spec(`job-${letter}`) });
    const names: (string | undefined)[] = [];
    for (const page of [1, 2, 3]) {
      const { list } = await stage.listBuildJobs({ page, per_page: 2 });
      names.push(...list.map(({ job_name }) => job_name));
    }
    expect(names).toEqual(['job-e', 'job-d', 'job-c', 'job-b', 'job-a']);
    expect(await rejectionOf(stage.listBuildJobs({ page: 0, per_page: 2 }))).toBe('400 SVCSTG.00100400');
  });

  test('are built only by their own name', async () => {
    const { stage } = createSetup();
    const { job_id = '' } = await stage.createBuildJob({ body: spec('shop') });
    expect(await rejectionOf(stage.createBuild({ job_id, body: { name: 'other' } }))).toBe('400 SVCSTG.00100400');
    expect(await stage.createBuild({ job_id, body: { name: 'shop' } })).toMatchObject({ job_name: 'shop', index: 1 });
    expect(await stage.runBuildJob({ job_id })).toMatchObject({ index: 2, state: 'Queuing', commit_id: '' });
    expect(await rejectionOf(stage.listBuilds({ job_id, name: 'other' }))).toBe('400 SVCSTG.00100400');
  });
});

describe('ServiceStage builds', () => {
  test('run the phases in order', async () => {
    const setup = createSetup();
    const { build_id } = await startStage(setup);
    const seen = new Set<string>();
    for (let second = 0; second < 70; second += 1) {
      const { list } = await setup.stage.listBuildPhases({ build_id });
      expect(list.map(({ name }) => name)).toEqual(PHASES);
      seen.add(list.map(({ state }) => state).join(' '));
      await setup.sandbox.clock.advance(1_000);
    }
    const idle = (count: number): string[] => Array<string>(count).fill('NotStarted');
    const done = (count: number): string[] => Array<string>(count).fill('Successful');
    expect([...seen]).toEqual([
      ['Queuing', ...idle(5)].join(' '),
      ...PHASES.map((name, at) =>
        [...done(at), name === 'Artifact' ? 'Pushing' : 'Building', ...idle(5 - at)].join(' '),
      ),
      done(6).join(' '),
    ]);
  });

  test('show their result and duration, and are counted', async () => {
    const setup = createSetup();
    const { job_id, build_id } = await startStage(setup);
    expect(await setup.stage.showBuild({ build_id })).toMatchObject({
      build_state: 'Queuing',
      commit_id: '',
      ended_at: '',
    });
    await setup.sandbox.clock.advance(120_000);
    const failed = await startStage(setup, 'sandbox_scenario=fail:4');
    await setup.sandbox.clock.advance(120_000);
    expect(await setup.stage.listBuilds({ job_id, name: 'shop' })).toMatchObject({
      list: [{ build_id, build_state: 'Successful' }],
      total: 1,
      finished: 1,
      successful: 1,
    });
    const { list } = await setup.stage.listBuilds({ job_id, name: 'shop' });
    expect(list[0]?.duration).toBeGreaterThan(30);
    expect(list[0]?.duration).toBeLessThan(60);
    const { commit_id, branch } = await setup.stage.showBuild({ build_id });
    expect(commit_id).toMatch(/^[0-9a-f]{40}$/);
    expect(branch).toBe('main');
    const { list: phases } = await setup.stage.listBuildPhases({ build_id: failed.build_id });
    expect(phases.map(({ state }) => state)).toEqual([
      ...Array<string>(3).fill('Successful'),
      'Failed',
      'NotStarted',
      'NotStarted',
    ]);
  });

  test('can be canceled while they run, and not afterward', async () => {
    const setup = createSetup();
    const { build_id } = await startStage(setup);
    await setup.sandbox.clock.advance(15_000);
    expect(await setup.stage.cancelBuild({ build_id })).toMatchObject({ build_id, build_state: 'Cancel' });
    expect(await rejectionOf(setup.stage.cancelBuild({ build_id }))).toBe('400 SVCSTG.00100400');
    const { list } = await setup.stage.listBuildPhases({ build_id });
    expect(list.filter(({ state }) => state === 'Cancel')).toHaveLength(1);
    expect(list.some(({ state }) => ['Queuing', 'Building', 'Pushing'].includes(state ?? ''))).toBe(false);
  });

  test.each([
    ['timeout:4', 3_700_000, 'Timeout'],
    ['unscheduled', 100_000, 'Failed'],
    ['stuck', 100_000, 'Queuing'],
    ['fail:1', 100_000, 'Failed'],
  ])('follow the scenario %s of their job', async (scenario, ms, state) => {
    const setup = createSetup({ scenarios: { 'shop-backend': scenario } });
    const { list: jobs } = await setup.stage.listBuildJobs({ page: 1, per_page: 1, job_name: 'shop-backend' });
    const { build_id = '' } = await setup.stage.runBuildJob({ job_id: jobs[0]?.job_id ?? '' });
    await setup.sandbox.clock.advance(ms);
    expect(await setup.stage.showBuild({ build_id })).toMatchObject({ build_state: state });
  });

  test('are rejected if the description contains an unknown scenario', async () => {
    const { stage } = createSetup();
    const { job_id = '' } = await stage.createBuildJob({ body: spec('shop', 'sandbox_scenario=explode') });
    expect(await rejectionOf(stage.runBuildJob({ job_id }))).toBe('400 SVCSTG.00100400');
  });

  test('have the same log whenever its parts are read, also if the build is canceled', async () => {
    const waits = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(waits, fc.nat({ max: 8 }), async (durations, cancelAt) => {
        const setup = createSetup();
        const { build_id } = await startStage(setup);
        let from = 0;
        let read = '';
        for (const [index, duration] of [...durations, 120_000].entries()) {
          await setup.sandbox.clock.advance(duration);
          const { buildlog = '', next = 0 } = await setup.stage.showBuildLog({ build_id, from });
          expect(next - from).toBe(buildlog.length);
          read += buildlog;
          from = next;
          // A finished build cannot be canceled.
          if (index === cancelAt) await setup.stage.cancelBuild({ build_id }).catch(() => undefined);
        }
        const { buildlog = '' } = await setup.stage.showBuildLog({ build_id, from: 0 });
        expect(read + buildlog.slice(from)).toBe(buildlog);
      }),
      { numRuns: 15 },
    );
  });

  test('keep printed lines if they are canceled at the start of the build or of a phase', async () => {
    for (const phase of [0, 1, 2]) {
      const setup = createSetup();
      const { build_id } = await startStage(setup);
      const build = setup.sandbox.state.serviceStage.builds.get(build_id)!;
      const begins = viewBuild(build, Infinity).steps[phase]?.startedAt ?? NaN;
      await setup.sandbox.clock.advance(begins - setup.sandbox.clock.now());
      const { buildlog: before = '' } = await setup.stage.showBuildLog({ build_id, from: 0 });
      expect(before).toContain(`${PHASES[phase] ?? ''} starts.`);
      await setup.stage.cancelBuild({ build_id });
      const { buildlog: after = '' } = await setup.stage.showBuildLog({ build_id, from: 0 });
      expect(after.startsWith(before)).toBe(true);
    }
  });

  test('log what they did', async () => {
    const setup = createSetup();
    const { build_id } = await startStage(setup);
    await setup.sandbox.clock.advance(120_000);
    const { buildlog, phases, phase_states } = await setup.stage.showBuildLog({ build_id, from: 0 });
    expect(buildlog).toContain('Cloning https://github.com/example/shop.git');
    expect(buildlog).toMatch(/Finished: Successful\n$/);
    expect(phases).toBe(PHASES.join(','));
    expect(phase_states).toBe(PHASES.map(() => 'Successful').join(','));
    expect(await rejectionOf(setup.stage.showBuildLog({ build_id, from: -1 }))).toBe('400 SVCSTG.00100400');
  });

  test('return the findings of a code check if requested', async () => {
    const setup = createSetup();
    const { build_id } = await startStage(setup);
    expect(await setup.stage.showBuild({ build_id, taskname: 'pmd' })).toEqual({ pmd: {} });
  });
});
