import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { createStillSandbox } from '../../support/sandbox-requests.js';
import { UNKNOWN_ID, shopOf, call, send, sendRejected } from '../../support/sandbox-tasks.js';

describe('permissions', () => {
  interface Role {
    role_id: number;
    is_execute: boolean;
    is_delete: boolean;
  }

  const rolesOf = async (sandbox: Sandbox, taskId: string): Promise<Map<number, Role>> => {
    const roles = await call<Role[]>(sandbox, 'GET', `/v1/job/permission/role?job_id=${taskId}`);
    return new Map(roles.map((role) => [role.role_id, role]));
  };

  /** The permissions of a role. */
  const rightsOf = (role: Role | undefined): Partial<Role> =>
    Object.fromEntries(Object.entries(role ?? {}).filter(([name]) => name.startsWith('is_')));

  const switchOf = async (sandbox: Sandbox): Promise<unknown> =>
    (await call(sandbox, 'GET', `/v1/job/${shopOf(sandbox)}/info`))['project_permission_switch'];

  test('of a task are those of the project until it has its own', async () => {
    const sandbox = createStillSandbox();
    const { projectId: project_id, jobIds } = sandbox.seed;
    const query = `?project_id=${project_id}&job_id=${shopOf(sandbox)}`;
    const project = await call<Role[]>(sandbox, 'GET', `/v1/job/project/default-permission${query}`);
    expect([...(await rolesOf(sandbox, shopOf(sandbox))).keys()]).toEqual(project.map(({ role_id }) => role_id));
    expect(await switchOf(sandbox)).toBe(true);
    const job_ids = [shopOf(sandbox), jobIds['base-image']];
    const permissions = [
      { role_id: 8, is_execute: true },
      { role_id: 500, role_name: 'Guest', is_view: true },
    ];
    await call(sandbox, 'POST', '/v1/job/permissions/batch', { project_id, job_ids, permissions });
    expect(await switchOf(sandbox)).toBe(false);
    const own = await rolesOf(sandbox, shopOf(sandbox));
    expect(own.get(8)).toMatchObject({ is_execute: true, is_view: true, is_delete: false });
    expect(own.get(500)).toMatchObject({ role_name: 'Guest', is_view: true, is_execute: false });
    expect(own.get(4)).toMatchObject({ is_execute: true, is_delete: true });
    expect((await rolesOf(sandbox, jobIds['web-frontend']!)).get(8)).toMatchObject({ is_execute: false });
    const follow = (project_switch: boolean): Promise<unknown> =>
      call(sandbox, 'POST', '/v1/job/project/permission', { project_id, job_id: shopOf(sandbox), project_switch });
    await follow(true);
    expect((await rolesOf(sandbox, shopOf(sandbox))).has(500)).toBe(false);
    await follow(false);
    expect((await rolesOf(sandbox, shopOf(sandbox))).has(500)).toBe(true);
  });

  test('of one role are set one at a time', async () => {
    const sandbox = createStillSandbox();
    const job_id = shopOf(sandbox);
    const before = await rolesOf(sandbox, job_id);
    const set = (change: object): Promise<unknown> =>
      send(sandbox, 'PUT', '/v1/job/role-permission', { job_id, role_id: '5', ...change });
    await set({ permission_name: 'is_delete' });
    const after = await rolesOf(sandbox, job_id);
    expect(after.get(5)).toMatchObject({
      ...before.get(5),
      is_delete: true,
      last_update_time: expect.anything() as string,
    });
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const id of before.keys()) if (id !== 5) expect(after.get(id)).toMatchObject(rightsOf(before.get(id)));
    expect(await switchOf(sandbox)).toBe(false);
    await set({ permission_name: 'is_delete', permission_value: false });
    expect(rightsOf((await rolesOf(sandbox, job_id)).get(5))).toEqual(rightsOf(before.get(5)));
    expect((await rolesOf(sandbox, sandbox.seed.jobIds['base-image']!)).get(5)).toMatchObject({ is_delete: false });
  });

  test.each([
    [422, { role_id: '77', permission_name: 'is_view' }],
    [422, { role_id: '5', permission_name: 'is_view', job_id: UNKNOWN_ID }],
    [400, { role_id: '5', permission_name: 'is_owner' }],
    [400, { role_id: 5, permission_name: 'is_view' }],
    [400, { role_id: '5' }],
  ])('are rejected with %d if the change is %j', async (status, change) => {
    const sandbox = createStillSandbox();
    const body = { job_id: shopOf(sandbox), ...change };
    expect(await sendRejected(sandbox, 'PUT', '/v1/job/role-permission', body)).toMatchObject({ status });
    expect(await switchOf(sandbox)).toBe(true);
  });

  test('require tasks of the project', async () => {
    const sandbox = createStillSandbox();
    const body = { project_id: sandbox.seed.projectId, job_ids: [UNKNOWN_ID] };
    expect(await sendRejected(sandbox, 'POST', '/v1/job/permissions/batch', body)).toMatchObject({ status: 422 });
    expect(await sendRejected(sandbox, 'POST', '/v1/job/project/permission', {})).toMatchObject({ status: 400 });
    const query = `?project_id=${UNKNOWN_ID}&job_id=${shopOf(sandbox)}`;
    expect(await sendRejected(sandbox, 'GET', `/v1/job/permission${query}`)).toMatchObject({ status: 422 });
  });
});
