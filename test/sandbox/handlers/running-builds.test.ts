import { describe, expect, test } from 'vitest';
import { createSetup, rejectionOf, type BuildClient, type Setup } from '../../support/sandbox-clients.js';

describe('a push', () => {
  const after = 'a'.repeat(40);

  const push = ({ build, shop: job_id }: Setup, body: Parameters<BuildClient['executeAutoBuildJob']>[0]['body'] = {}) =>
    build.executeAutoBuildJob({ job_id, body });

  test('starts a build of its commit, which v1 and v3 show', async () => {
    const setup = createSetup();
    const { build, shop: job_id } = setup;
    const commits = [
      { id: after, message: 'The head' },
      { id: 'b'.repeat(40), message: 'Another one' },
    ];
    await push(setup, { event_type: 'push', job_id, ref: 'refs/heads/feature/x', after, commits });
    const { result: running } = await build.showRunningStatus({ job_id });
    expect(running).toMatchObject({ last_build_no: '9', is_running: true });
    const expected = {
      branch: 'feature/x',
      commit: after,
      commit_message: 'The head',
      trigger_type: 'CODEHUB_TRIGGER',
      build_no: 9,
    };
    expect((await build.showJobBuildRecordDetail({ job_id, build_no: 9 })).result).toMatchObject(expected);
    expect((await build.showRecordDetail({ job_id, build_no: 9 })).result).toMatchObject(expected);
    expect(
      (await build.showListHistory({ job_id, interval: 1, offset: 0, limit: 10 })).history_records?.[0],
    ).toMatchObject({ build_number: 9 });
  });

  test("without fields starts a build of the task's branch", async () => {
    const setup = createSetup();
    await push(setup);
    const { result } = await setup.build.showJobBuildRecordDetail({ job_id: setup.shop, build_no: 9 });
    expect(result).toMatchObject({ branch: 'master', trigger_type: 'CODEHUB_TRIGGER' });
    expect(result?.commit).toMatch(/^[0-9a-f]{40}$/);
  });

  test('is rejected for a disabled or unknown task, and for another task in the body', async () => {
    const setup = createSetup();
    const { build, shop: job_id, sandbox } = setup;
    expect(await rejectionOf(push(setup, { job_id: 'f'.repeat(32) }))).toBe('400 DEVCB.00060200');
    expect(await rejectionOf(push({ ...setup, shop: 'f'.repeat(32) }))).toBe('422 DEVCB.00031006');
    await build.disableTheJob({ job_id, body: { disabled: true } });
    expect(await rejectionOf(push(setup))).toBe('422 DEVCB.00030000');
    expect(sandbox.state.builds.get(job_id)).toHaveLength(8);
  });
});

test.each(['no-hash', 'A'.repeat(40), 'a'.repeat(39)])('the commit %s of a request is rejected', async (commit) => {
  const setup = createSetup();
  const { build, shop: job_id } = setup;
  const scm = { build_type: 'commitId', build_commit_id: commit };
  expect(await rejectionOf(build.executeJob({ body: { job_id, scm } }))).toBe('400 DEVCB.00060200');
});

test('the details of a build show whether it runs, and its result', async () => {
  const { build, sandbox, shop: job_id } = createSetup();
  const details = async (build_no: number) => (await build.showBuildDetails({ job_id, build_no })).result;
  const { result: started } = await build.executeJob({ body: { job_id } });
  const build_no = Number(started.actual_build_number);
  expect(await details(build_no)).toEqual({ building: true, build_result: null, region: 'cn-north-4' });
  await sandbox.clock.advance(3_600_000);
  expect(await details(build_no)).toEqual({ building: false, build_result: 'SUCCESS', region: 'cn-north-4' });
  expect(await details(3)).toMatchObject({ building: false, build_result: 'FAILURE' });
  expect(await rejectionOf(build.showBuildDetails({ job_id, build_no: 99 }))).toBe('422 DEVCB.00031006');
});
