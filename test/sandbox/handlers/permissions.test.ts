import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { createStillSandbox } from '../../support/sandbox-requests.js';
import { UNKNOWN_ID, shopOf, call, sendRejected } from '../../support/sandbox-tasks.js';

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

  test('require tasks of the project', async () => {
    const sandbox = createStillSandbox();
    const body = { project_id: sandbox.seed.projectId, job_ids: [UNKNOWN_ID] };
    expect(await sendRejected(sandbox, 'POST', '/v1/job/permissions/batch', body)).toMatchObject({ status: 422 });
    expect(await sendRejected(sandbox, 'POST', '/v1/job/project/permission', {})).toMatchObject({ status: 400 });
    const query = `?project_id=${UNKNOWN_ID}&job_id=${shopOf(sandbox)}`;
    expect(await sendRejected(sandbox, 'GET', `/v1/job/permission${query}`)).toMatchObject({ status: 422 });
  });
});
