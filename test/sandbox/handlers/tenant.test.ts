import { describe, expect, test } from 'vitest';
import { buildShop, createSetup, rejectionOf } from '../../support/sandbox-clients.js';

describe('the account', () => {
  test('has machine sizes, and internal network access or not', async () => {
    const { build, sandbox } = createSetup();
    const { projectId: project_id } = sandbox.seed;
    const sizes = await build.showAvailableInnerSpec({ project_id, arch: 'arm' });
    expect(sizes.slice(0, 2)).toEqual(['DEFAULT', '2U8G']);
    const unknown = { project_id: 'f'.repeat(32), arch: 'arm' };
    expect(await rejectionOf(build.showAvailableInnerSpec(unknown))).toBe('422 DEVCB.00031006');
    expect(await build.checkJobInternal()).toMatchObject({ result: true });
    sandbox.state.domains[0]!.internalAccess = false;
    expect(await build.checkJobInternal()).toMatchObject({ result: false });
  });

  test('counts its tasks, builds and outputs', async () => {
    const setup = createSetup();
    const summary = async (): Promise<unknown> => (await setup.build.showSummaryBuildJobInfo()).result?.summary;
    expect(await summary()).toEqual({ avg_success_ratio: 64, build_no: 14, job_total: 4, version_total: 9 });
    await buildShop(setup);
    expect(await summary()).toEqual({ avg_success_ratio: 67, build_no: 15, job_total: 4, version_total: 10 });
  });

  test('lists its projects completely and in pages', async () => {
    const { build, sandbox } = createSetup();
    const { projectId: identifier } = sandbox.seed;
    const own = { identifier, name: 'demo', author_id: sandbox.state.users[0]!.id };
    expect((await build.showRelatedProject()).result).toMatchObject({
      project_info_list: [{ ...own, is_creator: true }],
      total: 1,
    });
    expect((await build.listRelatedProjectInfo({ search: 'DEM' })).result).toMatchObject({
      project_info_list: [own],
      total: 1,
    });
    expect((await build.listRelatedProjectInfo({ search: 'x' })).result).toEqual({ project_info_list: [], total: 0 });
  });

  test('has a status and a package', async () => {
    const { build, sandbox } = createSetup();
    const { projectId: project_id } = sandbox.seed;
    const [own, partner] = sandbox.state.domains;
    expect(await build.showDomainStatus()).toMatchObject({ result: { status: 1 } });
    const { result } = await build.showDomainsStatuses({ body: { domain_ids: `${own!.id}, ${partner!.id},x` } });
    expect(result?.map(({ domain_name }) => domain_name)).toEqual(['sandbox', 'sandbox-partner']);
    expect(await build.showUserOverPackageQuota({ project_id })).toMatchObject({ result: { is_over_quota: false } });
    expect((await build.showPackageSpecStatus({ project_id, status: 'normal' })).result).toHaveLength(1);
    expect((await build.showPackageSpecStatus({ project_id, status: 'freeze' })).result).toEqual([]);
    const unknown = build.showUserOverPackageQuota({ project_id: '0'.repeat(32) });
    expect(await rejectionOf(unknown)).toBe('422 DEVCB.00031006');
  });
});
