import { describe, expect, test } from 'vitest';
import { createSetup, rejectionOf } from '../../support/sandbox-clients.js';

describe('repositories', () => {
  test("are those of the task's builds, with branches and tags", async () => {
    const { build, shop: job_id, sandbox } = createSetup();
    const { repositoryId: repo_id } = sandbox.state.tasks.get(job_id)!.code;
    await build.executeJob({ body: { job_id, parameter: [{ name: 'codeBranch', value: 'next' }] } });
    await build.executeJob({ body: { job_id, scm: { build_tag: 'v2.0.0' } } });
    expect(await build.listRepository({ job_id })).toMatchObject({
      result: { latest: 'web-shop', repositories: ['web-shop'] },
    });
    expect((await build.listRepoBranch({ job_id, repository_name: 'web-shop' })).result).toEqual(['master', 'next']);
    expect((await build.listRepoBranch({ job_id, repository_name: 'none' })).result).toEqual([]);
    const tags = await build.listTagList({ scm_type: 'codehub', repo_id, search: 'v2' });
    expect(tags.result).toEqual({ total: 1, tag_list: [{ name: 'v2.0.0' }] });
    expect(await rejectionOf(build.listTagList({ scm_type: 'codehub' }))).toBe('400 DEVCB.00060200');
    expect(await rejectionOf(build.listTagList({ scm_type: 'codehub', repo_id: '1' }))).toBe('422 DEVCB.00031006');
  });
});

describe('dependency repositories', () => {
  test('are those of the project, in pages', async () => {
    const { build, sandbox } = createSetup();
    const { projectId: project_id } = sandbox.seed;
    const all = await build.paginate('listEndPoints', { project_id }, { pageSize: 1 }).toArray();
    expect(all).toMatchObject([
      {
        name: 'maven-private',
        project_uuid: project_id,
        region_name: 'cn-north-4',
        created_by: { username: 'builder' },
      },
      { name: 'npm-private' },
    ]);
    const { result } = await build.listEndPoints({ project_id, limit: 1, offset: 1 });
    expect(result).toMatchObject({ total: 2, endpoints: [{ uuid: all[1]!.uuid }] });
    sandbox.state.dependencyRepositories.splice(0, 1);
    expect((await build.listEndPoints({ project_id, limit: 10 })).result).toMatchObject({ total: 1 });
    expect(await rejectionOf(build.listEndPoints({ project_id: 'f'.repeat(32), limit: 10 }))).toBe(
      '422 DEVCB.00031006',
    );
  });

  test('do not exist in an empty project', async () => {
    const { build, sandbox } = createSetup({ seed: 'empty' });
    const { result } = await build.listEndPoints({ project_id: sandbox.seed.projectId, limit: 10 });
    expect(result).toEqual({ endpoints: [], total: 0 });
  });
});
