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

describe('the branches of a badge', () => {
  test("are the configured one and those of the task's builds, in pages", async () => {
    const { build, shop: job_id } = createSetup();
    expect(await build.showBranchByJobId({ job_id })).toEqual({ result: ['master'], status: 'success' });
    for (const value of ['next', 'old', 'next']) {
      await build.executeJob({ body: { job_id, parameter: [{ name: 'codeBranch', value }] } });
    }
    const all = await build.paginate('showBranchByJobId', { job_id }, { pageSize: 2 }).toArray();
    expect(all).toEqual(['master', 'next', 'old']);
    expect((await build.showBranchByJobId({ job_id, limit: 2, offset: 1 })).result).toEqual(['old']);
    expect(await rejectionOf(build.showBranchByJobId({ job_id, limit: 0 }))).toBe('400 DEVCB.00060200');
    expect(await rejectionOf(build.showBranchByJobId({ job_id: '0'.repeat(32) }))).toBe('422 DEVCB.00031006');
  });
});

describe('GitCode repositories', () => {
  const createEndpoint = () => {
    const setup = createSetup();
    const [endpoint_id = ''] = setup.sandbox.state.gitCodeEndpoints.keys();
    return { ...setup, endpoint_id };
  };

  test('are those of the service endpoint, with their branches', async () => {
    const { build, sandbox, endpoint_id } = createEndpoint();
    const repositories = await build.paginate('showGitCodeRepository', { endpoint_id }, { pageSize: 1 }).toArray();
    expect(repositories).toMatchObject([
      { name: 'shop-tools', uuid: null, git_url: 'git@gitcode.example.com:sandbox/shop-tools.git' },
      { name: 'shop-docs', http_url: 'https://gitcode.example.com/sandbox/shop-docs.git' },
    ]);
    const [tools, docs] = repositories.map(({ id }) => String(id));
    const names = async (query: object): Promise<unknown[]> =>
      (await build.showGitCodeRepositoryBranches({ endpoint_id, ...query })).result?.map(({ name }) => name) ?? [];
    expect(await names({ repo_id: tools })).toEqual(['main', 'next']);
    expect(await names({ repo_id: docs })).toEqual(['main']);
    expect(await names({})).toEqual(['main', 'next', 'main']);
    expect(await names({ repo_id: tools, search: 'NEX' })).toEqual(['next']);
    const { result } = await build.showGitCodeRepositoryBranches({ endpoint_id, repo_id: tools ?? '' });
    expect(result?.[0]?.commit).toMatchObject({ title: 'Start main', author_name: 'builder' });
    sandbox.state.gitCodeEndpoints.get(endpoint_id)?.splice(0, 1);
    expect((await build.showGitCodeRepository({ endpoint_id })).result).toMatchObject([{ name: 'shop-docs' }]);
  });

  test.each([
    [{ search: 'docs' }, ['shop-docs']],
    [{ page: 2, page_size: 1 }, ['shop-docs']],
    [{ offset: 1, limit: 1 }, ['shop-docs']],
    [{ page: 1, page_size: 1, limit: 100 }, ['shop-tools']],
    [{ page: 2 }, []],
    [{ ids: '1' }, []],
  ])('of the request %j are %j', async (query, names) => {
    const { build, endpoint_id } = createEndpoint();
    const { result } = await build.showGitCodeRepository({ endpoint_id, ...query });
    expect(result?.map(({ name }) => name)).toEqual(names);
  });

  test('are chosen by their ids', async () => {
    const { build, endpoint_id } = createEndpoint();
    const { result: all } = await build.showGitCodeRepository({ endpoint_id });
    const ids = all.map(({ id }) => String(id));
    expect((await build.showGitCodeRepository({ endpoint_id, ids: ids.join(',') })).result).toEqual(all);
    expect((await build.showGitCodeRepository({ endpoint_id, ids: ids[1]! })).result).toEqual(all.slice(1));
  });

  test('do not exist for an unknown endpoint or repository', async () => {
    const { build, endpoint_id } = createEndpoint();
    expect(await rejectionOf(build.showGitCodeRepository({ endpoint_id: 'none' }))).toBe('422 DEVCB.00031006');
    expect(await rejectionOf(build.showGitCodeRepositoryBranches({ endpoint_id, repo_id: '1' }))).toBe(
      '422 DEVCB.00031006',
    );
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
