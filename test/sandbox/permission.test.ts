/** Permissions of users other than the first one. */
import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { ApiError, createClient, passwordToken, type Call } from '../../src/index.js';
import type { ManualClock, Sandbox, SandboxCredentials } from '../../src/sandbox/index.js';
import { createStillSandbox } from '../support/sandbox-requests.js';

type BuildClient = ReturnType<typeof createClient>;
type Start = Parameters<typeof createStillSandbox>[0];

const RIGHTS = ['is_view', 'is_execute', 'is_modify', 'is_copy', 'is_delete', 'is_forbidden', 'is_manager'] as const;
type Right = (typeof RIGHTS)[number];

/** A custom role of a project, without permissions at the start. */
const OWN_ROLE = 500;

const shopOf = (sandbox: Sandbox): string => sandbox.seed.jobIds['web-shop']!;

function clientOf({ fetch, clock }: Sandbox, { ak, sk, projectId }: SandboxCredentials): BuildClient {
  return createClient({
    endpoint: 'http://sandbox.localhost',
    credentials: { ak, sk, projectId },
    fetch,
    clock,
    maxRetries: 0,
  });
}

interface Setup {
  sandbox: Sandbox<ManualClock>;
  /** Acts as the first user. */
  admin: BuildClient;
  /** Acts as a user with the role. */
  member: BuildClient;
  memberId: string;
  shop: string;
  project_id: string;
}

function createSetup(role: string | number, options?: Start): Setup {
  const sandbox = createStillSandbox(options);
  const credentials = sandbox.addUser({ name: 'member', role });
  return {
    sandbox,
    admin: clientOf(sandbox, sandbox.credentials),
    member: clientOf(sandbox, credentials),
    memberId: sandbox.state.users.at(-1)!.id,
    shop: sandbox.seed.jobIds['web-shop'] ?? '',
    project_id: sandbox.seed.projectId,
  };
}

/** Gives a role these permissions on the shop, and no others. */
const permit = ({ admin, shop, project_id }: Setup, rights: readonly Right[], role_id = OWN_ROLE) =>
  admin.batchUpdateJobRolePermission({
    body: {
      project_id,
      job_ids: [shop],
      permissions: [{ role_id, ...Object.fromEntries(RIGHTS.map((right) => [right, rights.includes(right)])) }],
    },
  });

/** Returns status and code of an error, or `allowed`. */
async function outcomeOf(call: Call<unknown> | Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return 'allowed';
  if (!(error instanceof ApiError)) throw error;
  return `${String(error.status)} ${error.code}`;
}

const FORBIDDEN = '403 APIGW.0302';

/** Returns the configuration of the shop for `createNewJob` and `updateNewJob`. */
async function configOf({ admin, shop: job_id, project_id }: Setup, job_name: string) {
  const { result } = await admin.showJobConfig({ job_id });
  return {
    arch: 'x86-64' as const,
    project_id,
    job_name,
    steps: result.steps!,
    auto_update_sub_module: 'false' as const,
  };
}

/** A finished build. */
const PAST = 1;

type Step = (setup: Setup) => Promise<unknown>;

const startShop: Step = ({ admin, shop: job_id }) => admin.executeJob({ body: { job_id } });
const deleteShop: Step = ({ admin, shop: job_id }) => admin.deleteTheJob({ job_id });

/** Operations on a task with the permission that each requires, in v1 and v3, and what the first user does before. */
const actions: readonly (readonly [name: string, right: Right, act: Step, prepare?: Step])[] = [
  ['showJobInfo', 'is_view', ({ member, shop: job_id }) => member.showJobInfo({ job_id })],
  ['showJobConfig', 'is_view', ({ member, shop: job_id }) => member.showJobConfig({ job_id })],
  ['listJobConfig', 'is_view', ({ member, shop: job_id }) => member.listJobConfig({ job_id })],
  ['showJobStatus', 'is_view', ({ member, shop: job_id }) => member.showJobStatus({ job_id })],
  ['showRecordDetail', 'is_view', ({ member, shop: job_id }) => member.showRecordDetail({ job_id, build_no: PAST })],
  [
    'showBuildRecord',
    'is_view',
    ({ member, sandbox, shop }) =>
      member.showBuildRecord({ record_id: sandbox.state.builds.get(shop)![PAST - 1]!.recordId }),
  ],
  [
    'downloadBuildFullLog',
    'is_view',
    ({ member, sandbox, shop }) =>
      member.downloadBuildFullLog({ record_id: sandbox.state.builds.get(shop)![PAST - 1]!.recordId }),
  ],
  [
    'listRecords',
    'is_view',
    ({ member, sandbox, shop }) =>
      member.listRecords({ build_project_id: sandbox.state.tasks.get(shop)!.buildProjectId }),
  ],
  [
    'showJobTotal',
    'is_view',
    ({ member, sandbox, shop }) =>
      member.showJobTotal({ build_project_id: sandbox.state.tasks.get(shop)!.buildProjectId }),
  ],
  [
    'listBriefRecord',
    'is_view',
    ({ member, sandbox, shop }) =>
      member.listBriefRecord({ limit: 1, body: [sandbox.state.tasks.get(shop)!.buildProjectId] }),
  ],
  ['executeJob', 'is_execute', ({ member, shop: job_id }) => member.executeJob({ body: { job_id } })],
  ['runJob', 'is_execute', ({ member, shop: job_id }) => member.runJob({ body: { job_id } })],
  ['stopTheJob', 'is_execute', ({ member, shop: job_id }) => member.stopTheJob({ job_id }), startShop],
  [
    'stopBuildJob',
    'is_execute',
    ({ member, sandbox, shop: job_id }) =>
      member.stopBuildJob({ job_id, build_no: sandbox.state.builds.get(job_id)!.length }),
    startShop,
  ],
  [
    'updateNewJob',
    'is_modify',
    async (setup) => setup.member.updateNewJob({ body: { ...(await configOf(setup, 'shop-2')), job_id: setup.shop } }),
  ],
  [
    'updateBuildJob',
    'is_modify',
    async (setup) =>
      setup.member.updateBuildJob({ body: { ...(await configOf(setup, 'shop-2')), job_id: setup.shop } }),
  ],
  [
    'updateNotice',
    'is_modify',
    ({ member, shop: job_id }) =>
      member.updateNotice({ job_id, body: { notice_type: 'MAIL', enabled_event_type_names: ['deleteJob'] } }),
  ],
  [
    'batchSetAgency',
    'is_modify',
    ({ member, shop }) => member.batchSetAgency({ body: { job_ids: [shop], agency_urn: 'iam::1:agency:build' } }),
  ],
  ...(['uploadJunitReport', 'uploadCoverageReport'] as const).map(
    (name) =>
      [
        name,
        'is_execute',
        ({ member, shop: job_id }: Setup) => {
          const report = '<report><testsuite/><counter type="LINE" missed="1" covered="1"/></report>';
          return member[name]({
            job_id,
            build_no: PAST,
            node_id: '17',
            body: { files: [new File([report], 'r.xml')] },
          });
        },
      ] as const,
  ),
  ['showBranchByJobId', 'is_view', ({ member, shop: job_id }) => member.showBranchByJobId({ job_id })],
  [
    'updateSimpleJobRolePermission',
    'is_manager',
    ({ member, shop: job_id }) =>
      member.updateSimpleJobRolePermission({
        body: { job_id, role_id: String(OWN_ROLE), permission_name: 'is_delete' },
      }),
  ],
  [
    'copyJob',
    'is_copy',
    async (setup) => setup.member.copyJob({ body: { ...(await configOf(setup, 'shop-2')), copy_job_id: setup.shop } }),
  ],
  ['deleteTheJob', 'is_delete', ({ member, shop: job_id }) => member.deleteTheJob({ job_id })],
  ['deleteBuildJob', 'is_delete', ({ member, shop: job_id }) => member.deleteBuildJob({ job_id })],
  [
    'batchDeleteBuildJobs',
    'is_delete',
    ({ member, shop }) => member.batchDeleteBuildJobs({ body: { job_ids: [shop] } }),
  ],
  [
    'restoreRecyclingJobs',
    'is_delete',
    ({ member, shop: job_id }) => member.restoreRecyclingJobs({ body: { job_ids: [job_id] } }),
    deleteShop,
  ],
  ['clearRecyclingJobs', 'is_delete', ({ member }) => member.clearRecyclingJobs(), deleteShop],
  [
    'disableTheJob',
    'is_forbidden',
    ({ member, shop: job_id }) => member.disableTheJob({ job_id, body: { disabled: true } }),
  ],
  ['disableBuildJob', 'is_forbidden', ({ member, shop: job_id }) => member.disableBuildJob({ job_id })],
  ['enableBuildJob', 'is_forbidden', ({ member, shop: job_id }) => member.enableBuildJob({ job_id })],
  [
    'applyProjectPermission',
    'is_manager',
    ({ member, shop: job_id, project_id }) =>
      member.applyProjectPermission({ body: { job_id, project_id, project_switch: true } }),
  ],
  [
    'batchUpdateJobRolePermission',
    'is_manager',
    ({ member, shop, project_id }) =>
      member.batchUpdateJobRolePermission({
        body: { project_id, job_ids: [shop], permissions: [{ role_id: OWN_ROLE, is_delete: true }] },
      }),
  ],
];

/** The state that a rejected request must not change. */
const snapshot = ({ state }: Sandbox): unknown =>
  structuredClone({
    tasks: state.tasks,
    builds: state.builds,
    bin: state.taskMetadata.bin,
    notifications: state.taskMetadata.notifications,
    permissions: state.taskMetadata.permissions,
  });

describe('a permission on a task', () => {
  const cases = actions.map(([name, right, act, prepare]) => ({ name, right, act, prepare }));

  test.each(cases)('$name requires $right and no other permission', async ({ right, act, prepare }) => {
    const setup = createSetup(OWN_ROLE);
    await permit(setup, [right]);
    await prepare?.(setup);
    expect(await outcomeOf(act(setup))).toBe('allowed');
  });

  test.each(cases)('$name is rejected without $right, with all others', async ({ right, act, prepare }) => {
    const setup = createSetup(OWN_ROLE);
    await permit(
      setup,
      RIGHTS.filter((other) => other !== right),
    );
    await prepare?.(setup);
    const before = snapshot(setup.sandbox);
    expect(await outcomeOf(act(setup))).toBe(FORBIDDEN);
    expect(snapshot(setup.sandbox)).toEqual(before);
  });

  test('causes the documented error with the request ID if it is missing', async () => {
    const { member, shop: job_id, sandbox } = createSetup('Viewer');
    const error = await member.executeJob({ body: { job_id } }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      status: 403,
      code: 'APIGW.0302',
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      body: {
        error_code: 'APIGW.0302',
        error_msg: expect.stringMatching(
          /^The IAM user is not authorized to access the API: user member has no permission is_execute /,
        ) as string,
      },
    });
    expect(sandbox.state.builds.get(job_id)).toHaveLength(8);
  });

  test('that is shown is the one that is enforced', async () => {
    const representatives = RIGHTS.map((right) => actions.find((action) => action[1] === right)!);
    await fc.assert(
      fc.asyncProperty(fc.subarray([...RIGHTS]), async (granted) => {
        for (const [name, right, act, prepare] of representatives) {
          const setup = createSetup(OWN_ROLE);
          await permit(setup, granted);
          await prepare?.(setup);
          const { admin, member, shop: job_id, project_id } = setup;
          const { result: own } = await admin.showJobRolePermission({ job_id });
          expect(own.find(({ role_id }) => role_id === OWN_ROLE)).toMatchObject({
            [right]: granted.includes(right),
          });
          if (granted.includes('is_view')) {
            const { result } = await member.showProjectJobPermission({ project_id, job_id });
            expect(result).toMatchObject({ role_id: OWN_ROLE, [right]: granted.includes(right) });
            const { result: info } = await member.showJobInfo({ job_id });
            expect(info).toMatchObject({ [right]: granted.includes(right) });
          }
          expect([name, await outcomeOf(act(setup))]).toEqual([name, granted.includes(right) ? 'allowed' : FORBIDDEN]);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('of the caller is shown in lists, and projects have their own', async () => {
    const setup = createSetup('project_admin');
    const { member, shop, project_id } = setup;
    await permit(
      setup,
      RIGHTS.filter((right) => right !== 'is_delete'),
      -1,
    );
    const { result } = await member.showProjectJobPermission({ project_id, job_id: shop });
    expect(result).toMatchObject({ role_id: -1, is_delete: false, is_manager: true });
    const tasks = await member.paginate('listProjectJobs', { project_id }).toArray();
    expect(tasks.find(({ id }) => id === shop)).toMatchObject({ is_delete: false, is_view: true });
    const { result: project } = await member.showProjectPermission({ project_id });
    expect(project).toMatchObject({ delete_permission: true, role_ids: [-1], role_names: ['project_admin'] });
  });

  test('is required for all of several tasks, or none is deleted', async () => {
    const setup = createSetup(OWN_ROLE);
    const { member, sandbox, shop } = setup;
    await permit(setup, ['is_delete']);
    const job_ids = [shop, sandbox.seed.jobIds['base-image']!];
    expect(await outcomeOf(member.batchDeleteBuildJobs({ body: { job_ids } }))).toBe(FORBIDDEN);
    expect(sandbox.state.tasks.has(shop)).toBe(true);
  });
});

describe('a role', () => {
  const may = async (role: string, act: (setup: Setup) => Promise<unknown>): Promise<boolean> =>
    (await outcomeOf(act(createSetup(role)))) === 'allowed';
  const show = ({ member, shop: job_id }: Setup) => member.showJobInfo({ job_id });
  const run = ({ member, shop: job_id }: Setup) => member.executeJob({ body: { job_id } });
  const create = async (setup: Setup) => setup.member.createNewJob({ body: await configOf(setup, 'new') });
  const group = ({ member, project_id }: Setup) => member.createJobGroup({ project_id, body: { name: 'new' } });
  const manage = ({ member, shop: job_id, project_id }: Setup) =>
    member.applyProjectPermission({ body: { job_id, project_id, project_switch: false } });

  test.each([
    ['project_admin', [true, true, true, true, true]],
    ['Project manager', [true, true, true, true, true]],
    ['Developer', [true, true, true, true, false]],
    ['Committer', [true, true, true, true, false]],
    ['System engineer', [true, true, true, true, false]],
    ['Operation manager', [true, false, false, true, false]],
    ['Tester', [true, false, false, false, false]],
    ['Viewer', [true, false, false, false, false]],
  ])('%s can view, run, create, group and manage: %j', async (role, expected) => {
    const allowed = [];
    for (const act of [show, run, create, group, manage]) allowed.push(await may(role, act));
    expect(allowed).toEqual(expected);
  });

  test('without permissions can do nothing, and sees no tasks, repositories or builds', async () => {
    const { member, admin, shop, project_id, sandbox } = createSetup(OWN_ROLE);
    const { result } = await member.listProjectJobs({ project_id, page_index: 0, page_size: 10 });
    expect(result).toEqual({ job_list: [], total: 0 });
    expect((await member.listJob({ page_index: 0, page_size: 10 })).result).toEqual({ job_list: [], total: 0 });
    expect((await member.showJobListByProjectId({ project_id, page_index: 0, page_size: 10 })).total).toBe(0);
    expect(await outcomeOf(member.showLastHistory({ project_id, repository_name: 'web-shop' }))).toMatch(/^422 /);
    const tags = { scm_type: 'codehub' as const };
    const repo_id = sandbox.state.tasks.get(shop)!.code.repositoryId;
    expect(await outcomeOf(member.listTagList({ ...tags, repo_id }))).toMatch(/^422 /);
    expect(await outcomeOf(admin.listTagList({ ...tags, repo_id }))).toBe('allowed');
    const { url: git_url, branch } = sandbox.state.tasks.get(shop)!.code;
    const recommend = async (build: BuildClient) =>
      (await build.listRecommendOfficialTemplate({ body: { git_url, branch } })).result?.total_size;
    expect([await recommend(member), await recommend(admin)]).toEqual([0, 1]);
    await admin.deleteTheJob({ job_id: shop });
    expect((await member.listRecyclingJob({})).result).toMatchObject({ job_list: [], total: 0 });
    expect((await admin.listRecyclingJob({})).result).toMatchObject({ total: 1 });
    const { result: project } = await member.showProjectPermission({ project_id });
    expect(project).toMatchObject({ view_permission: false, create_permission: false, role_ids: [OWN_ROLE] });
  });

  test("adds its permissions to those of the user's other roles", async () => {
    const { member, memberId, sandbox, shop: job_id, project_id } = createSetup('Operation manager');
    expect(await outcomeOf(member.executeJob({ body: { job_id } }))).toBe(FORBIDDEN);
    sandbox.state.projects.get(project_id)!.members.set(memberId, [0, 4]);
    expect(await outcomeOf(member.executeJob({ body: { job_id } }))).toBe('allowed');
    const { result } = await member.showProjectPermission({ project_id });
    expect(result).toMatchObject({ role_id: 0, role_ids: [0, 4], role_names: ['Operation manager', 'Developer'] });
  });

  test('in another project is required to create a task there, but not to copy one within its project', async () => {
    const setup = createSetup(OWN_ROLE);
    const { member, sandbox, shop } = setup;
    await permit(setup, ['is_copy']);
    const other = { ...sandbox.state.projects.get(setup.project_id)!, id: 'f'.repeat(32), name: 'other' };
    sandbox.state.projects.set(other.id, other);
    const body = { ...(await configOf(setup, 'shop-2')), copy_job_id: shop };
    expect(await outcomeOf(member.copyJob({ body: { ...body, project_id: other.id } }))).toBe(FORBIDDEN);
    expect(await outcomeOf(member.copyJob({ body }))).toBe('allowed');
  });
});

describe('the creator of', () => {
  test('a task has all permissions on it, with any role', async () => {
    const setup = createSetup('Developer');
    const { member, memberId, sandbox, project_id } = setup;
    const { result } = await member.createNewJob({ body: await configOf(setup, 'own') });
    const job_id = result.job_id;
    sandbox.state.projects.get(project_id)!.members.set(memberId, [8]);
    expect(await outcomeOf(member.executeJob({ body: { job_id: setup.shop } }))).toBe(FORBIDDEN);
    const { result: rights } = await member.showProjectJobPermission({ project_id, job_id });
    expect(rights).toMatchObject(Object.fromEntries(RIGHTS.map((right) => [right, true])));
    expect(await outcomeOf(member.executeJob({ body: { job_id } }))).toBe('allowed');
    expect(await outcomeOf(member.deleteTheJob({ job_id }))).toBe('allowed');
  });

  test('the project has all permissions, with any role', async () => {
    const setup = createSetup('Developer');
    const { admin, member, shop: job_id, sandbox, project_id } = setup;
    sandbox.state.taskMetadata.projectRoles.set(project_id, []);
    await permit(setup, [], -1);
    for (const task of sandbox.state.tasks.values()) task.creatorId = setup.memberId;
    const lasting: readonly Right[] = ['is_view', 'is_execute'];
    for (const [name, , act] of actions.filter(([, right, , prepare]) => lasting.includes(right) && !prepare)) {
      expect([name, await outcomeOf(act({ ...setup, member: admin }))]).toEqual([name, 'allowed']);
    }
    expect((await admin.showRelatedProject()).result?.project_info_list?.[0]).toMatchObject({ is_creator: true });
    expect((await member.showRelatedProject()).result?.project_info_list?.[0]).toMatchObject({ is_creator: false });
    expect(await outcomeOf(admin.deleteTheJob({ job_id }))).toBe('allowed');
  });

  test('the account is the only one that sets the retention period of the recycle bin', async () => {
    const { admin, member, sandbox } = createSetup('project_admin');
    expect(await outcomeOf(member.setKeepTime({ body: { keep_time: 3 } }))).toBe(FORBIDDEN);
    expect(sandbox.state.taskMetadata.retentionDays).toBe(30);
    expect(await outcomeOf(admin.setKeepTime({ body: { keep_time: 3 } }))).toBe('allowed');
  });
});

describe('an added user', () => {
  test('starts builds as themselves, by access key and by password', async () => {
    const sandbox = createStillSandbox();
    const credentials = sandbox.addUser({ name: 'dora', role: 'Developer' });
    expect(credentials).toMatchObject({
      userName: 'dora',
      domainName: 'sandbox',
      projectId: sandbox.credentials.projectId,
    });
    const { fetch, clock } = sandbox;
    const job_id = shopOf(sandbox);
    const byPassword = createClient({ region: 'cn-north-4', credentials: passwordToken(credentials), fetch, clock });
    for (const build of [clientOf(sandbox, credentials), byPassword]) {
      const { result } = await build.executeJob({ body: { job_id } });
      const build_no = Number(result.actual_build_number);
      const { result: record } = await build.showBuildInfoRecord({ job_id, build_no });
      expect(record).toMatchObject({ executor: 'dora' });
    }
  });

  test('requires a unique name and a known role', () => {
    const sandbox = createStillSandbox();
    expect(() => sandbox.addUser({ name: 'builder', role: 4 })).toThrow(
      new TypeError('name must be unique in the account; received "builder"'),
    );
    expect(() => sandbox.addUser({ name: '', role: 4 })).toThrow(/^name must be a non-empty string; received ""$/);
    expect(() => sandbox.addUser({ name: 'x', role: 'Emperor' })).toThrow(
      /^role must be one of project_admin, Operation manager, .*, or a role ID; received "Emperor"$/,
    );
    for (const role of [1.5, NaN, 2 ** 31, -(2 ** 40), [4], null]) {
      expect(() => sandbox.addUser({ name: 'x', role: role as number })).toThrow(/^role must be one of /);
    }
    expect(sandbox.state.users).toHaveLength(1);
  });

  test('can be added over HTTP, is saved, and is removed by a reset', async () => {
    const sandbox = createStillSandbox();
    const add = async (body: unknown) => {
      const response = await sandbox.fetch('http://sandbox/_sandbox/users', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, json: (await response.json()) as unknown };
    };
    const { status, json } = await add({ name: 'vera', role: 'Viewer' });
    expect(status).toBe(201);
    const credentials = json as SandboxCredentials;
    const job_id = shopOf(sandbox);
    const saved = JSON.parse(JSON.stringify(sandbox.save())) as ReturnType<Sandbox['save']>;
    const second = createStillSandbox({ saved });
    for (const setup of [sandbox, second]) {
      const vera = clientOf(setup, credentials);
      expect(await outcomeOf(vera.showJobInfo({ job_id }))).toBe('allowed');
      expect(await outcomeOf(vera.runJob({ body: { job_id } }))).toBe(FORBIDDEN);
    }
    expect(await add({ name: 'vera', role: 'Viewer' })).toEqual({
      status: 400,
      json: { error: 'name must be unique in the account; received "vera"' },
    });
    sandbox.reset();
    expect(await outcomeOf(clientOf(sandbox, credentials).showJobInfo({ job_id }))).toBe('401 APIGW.0301');
  });
});
