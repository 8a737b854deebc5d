import { describe, expect, test } from 'vitest';
import { buildShop, createSetup, rejectionOf } from '../../support/sandbox-clients.js';

describe('outputs', () => {
  test('are packages of successful builds, in v1 and v3', async () => {
    const setup = createSetup();
    const { build, shop: job_id, sandbox } = setup;
    const ok = await buildShop(setup);
    const failed = await buildShop(setup, 'fail:3');
    const { result } = await build.showOutputInfo({ job_id, build_no: ok });
    expect(await build.showNewOutput({ job_id, build_no: ok })).toMatchObject({ result });
    const version = sandbox.state.builds.get(job_id)![ok - 1]!.dailyNumber;
    expect(result).toMatchObject({
      package_info: null,
      package_infos: {
        [`web-shop-${version}.zip`]: { version, package_type: 'zip', project_id: sandbox.seed.projectId },
      },
      image_infos: null,
    });
    const nothing = { package_info: null, package_infos: null, image_infos: null };
    expect(await build.showOutputInfo({ job_id, build_no: failed })).toMatchObject({ result: nothing });
    expect(await rejectionOf(build.showOutputInfo({ job_id, build_no: 999 }))).toBe('422 CB.00031006');
  });

  test('are images if the task builds one', async () => {
    const { build, sandbox } = createSetup();
    const { result } = await build.showOutputInfo({ job_id: sandbox.seed.jobIds['base-image']!, build_no: 1 });
    expect(result).toMatchObject({ package_infos: null });
    expect(Object.keys(result?.image_infos ?? {})).toEqual([expect.stringMatching(/^base-image:\d{8}\.1$/)]);
  });

  test('include graphs and scripts only for record IDs', async () => {
    const { build, shop: job_id } = createSetup();
    const { result: record } = await build.showJobBuildRecordDetail({ job_id, build_no: 1 });
    const id = record?.build_record_id ?? '';
    const graph = { vertices: [], edges: [] };
    expect(await build.showBuildRecordFlowGraph({ build_flow_record_id: id })).toMatchObject({ result: graph });
    expect(await build.showFlowGraph({ build_flow_record_id: id })).toMatchObject({ success: true, result: graph });
    const { result: script } = await build.showBuildRecordBuildScript({ record_id: id });
    expect(script).toContain('displayName: "Maven构建"');
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await rejectionOf(build.showBuildRecordFlowGraph({ build_flow_record_id: unknown }))).toBe(
      '422 DEVCB.00031006',
    );
    expect(await rejectionOf(build.showBuildRecordBuildScript({ record_id: unknown }))).toBe('422 DEVCB.00031006');
  });

  test('include brief records by build project', async () => {
    const { build, shop: job_id } = createSetup();
    const { result: record } = await build.showJobBuildRecordDetail({ job_id, build_no: 8 });
    const project_id = record?.build_project_id ?? '';
    const { result } = await build.listBriefRecord({ limit: 3, body: [project_id] });
    expect(result).toMatchObject([
      {
        project_id,
        brief_build_record_dtos: [{ build_no: 8, id: record?.build_record_id }, { build_no: 7 }, { build_no: 6 }],
      },
    ]);
  });

  test('include the last successful build of a repository', async () => {
    const setup = createSetup();
    const number = await buildShop(setup);
    await buildShop(setup, 'fail');
    const { projectId: project_id } = setup.sandbox.seed;
    expect(await setup.build.showLastHistory({ project_id, repository_name: 'web-shop' })).toMatchObject({
      job_id: setup.shop,
      build_number: number,
      result: 'SUCCESS',
    });
    const never = setup.build.showLastHistory({ project_id, repository_name: 'reports' });
    expect(await rejectionOf(never)).toBe('422 CB.00031006');
  });

  test('include the causes of failures', async () => {
    const setup = createSetup();
    const { build, shop: job_id } = setup;
    const build_no = await buildShop(setup, 'fail:2');
    expect(await build.showLogAnalysis({ job_id, build_no })).toMatchObject({
      result: {
        jobName: 'web-shop',
        error_nodes: [{ step: 'Maven构建', analyzed_success: true, error_info: { error_code: 'DEV.CB.0210043' } }],
      },
    });
    expect(await build.showLogAnalysis({ job_id, build_no: 1 })).toMatchObject({ result: { error_nodes: [] } });
    const unknown = build.showLogAnalysis({ job_id: '0'.repeat(32), build_no: 1 });
    expect(await rejectionOf(unknown)).toBe('400 DEV.CB.032011');
  });
});
