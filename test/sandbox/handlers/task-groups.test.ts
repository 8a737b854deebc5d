import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { createStillSandbox } from '../../support/sandbox-requests.js';
import {
  UNKNOWN_ID,
  shopOf,
  type Json,
  send,
  call,
  sendRejected,
  create,
  listTasks,
  namesOf,
} from '../../support/sandbox-tasks.js';

interface Node {
  id: string;
  name: string;
  path_id: string;
  children: Node[] | null;
}

const groupTarget = (sandbox: Sandbox, action: string): string => `/v1/job/${sandbox.seed.projectId}/group/${action}`;

const createGroup = async (sandbox: Sandbox, name: string, parent_id?: string): Promise<Node> => {
  const [group] = await call<Node[]>(sandbox, 'POST', groupTarget(sandbox, 'create'), { name, parent_id });
  return group!;
};

/** Names of groups, those in a group in brackets behind it. */
const sketch = (nodes: readonly Node[] | null): string =>
  (nodes ?? []).map(({ name, children }) => `${name}${children ? `(${sketch(children)})` : ''}`).join(' ');

const treeOf = async (sandbox: Sandbox): Promise<string> =>
  sketch(await call<Node[]>(sandbox, 'GET', groupTarget(sandbox, 'tree')));

describe('groups', () => {
  test('form a tree in which they can be moved, renamed and swapped', async () => {
    const sandbox = createStillSandbox();
    expect(await treeOf(sandbox)).toBe('');
    const a = await createGroup(sandbox, 'a');
    const b = await createGroup(sandbox, 'b');
    const c = await createGroup(sandbox, 'c', a.id);
    const d = await createGroup(sandbox, 'd', a.id);
    expect(c.path_id).toBe(`${a.id}.${c.id}`);
    expect(await treeOf(sandbox)).toBe('b a(d c)');
    await send(sandbox, 'POST', groupTarget(sandbox, `swap?source_group_id=${c.id}&target_group_id=${d.id}`));
    expect(await treeOf(sandbox)).toBe('b a(c d)');
    const update = (body: Json): Promise<Node[]> => call(sandbox, 'PUT', groupTarget(sandbox, 'update'), body);
    const [moved] = await update({ id: a.id, parent_id: b.id });
    expect(moved).toMatchObject({ name: 'a', path_id: `${b.id}.${a.id}`, update_user: 'builder' });
    await update({ id: d.id, name: 'e' });
    expect(await treeOf(sandbox)).toBe('b(a(c e))');
    await update({ id: c.id, parent_id: '' });
    expect(await treeOf(sandbox)).toBe('c b(a(e))');
    const intoItself = await sendRejected(sandbox, 'PUT', groupTarget(sandbox, 'update'), {
      id: b.id,
      parent_id: d.id,
    });
    expect(intoItself).toMatchObject({ status: 400, code: 'DEVCB.00060200' });
    const apart = groupTarget(sandbox, `swap?source_group_id=${c.id}&target_group_id=${d.id}`);
    expect(await sendRejected(sandbox, 'POST', apart)).toMatchObject({ status: 400 });
  });

  test('contain tasks, which are listed by group path and prevent deletion', async () => {
    const sandbox = createStillSandbox();
    const group = await createGroup(sandbox, 'a');
    const inner = await createGroup(sandbox, 'b', group.id);
    const move = (id: string, group_id: string): Promise<unknown> =>
      call(sandbox, 'POST', groupTarget(sandbox, 'move'), { group_id, jobs: [{ job_id: id }] });
    expect(await move(shopOf(sandbox), inner.id)).toEqual([{ job_id: shopOf(sandbox), group_path_id: inner.path_id }]);
    const created = await create(sandbox, 'parts', { group_id: group.id });
    const listed = async (path: string): Promise<string[]> =>
      namesOf(await listTasks(sandbox, `&by_group=true&group_path_id=${path}`));
    expect(await listed(inner.path_id)).toEqual(['web-shop']);
    expect(await listed(group.path_id)).toEqual(['parts']);
    expect(namesOf(await listTasks(sandbox, '&by_group=true'))).toHaveLength(3);
    expect(await call(sandbox, 'GET', `/v1/job/${created}/config`)).toMatchObject({ group_id: group.id });
    const deletion = (id: string): string => groupTarget(sandbox, `delete?id=${id}`);
    expect(await sendRejected(sandbox, 'DELETE', deletion(inner.id))).toMatchObject({ status: 400 });
    await move(shopOf(sandbox), group.id);
    await send(sandbox, 'DELETE', deletion(inner.id));
    expect(await sendRejected(sandbox, 'DELETE', deletion(inner.id))).toMatchObject({ status: 422 });
    expect(await treeOf(sandbox)).toBe('a');
  });

  test('that were deleted leave a restored task at the root', async () => {
    const sandbox = createStillSandbox();
    const group = await createGroup(sandbox, 'a');
    const id = await create(sandbox, 'parts', { group_id: group.id });
    await send(sandbox, 'DELETE', `/v1/job/${id}/delete`);
    await send(sandbox, 'DELETE', groupTarget(sandbox, `delete?id=${group.id}`));
    await send(sandbox, 'POST', '/v1/job/recycling-restoration', { job_ids: [id] });
    expect(namesOf(await listTasks(sandbox, '&by_group=true'))).toContain('parts');
  });

  test.each([
    ['without a name', 'create', { name: ' ' }, 400],
    ['in an unknown group', 'create', { name: 'a', parent_id: UNKNOWN_ID }, 422],
    ['of another project', 'create', { name: 'a', project_id: UNKNOWN_ID }, 400],
  ])('%s are rejected', async (_, action, body, status) => {
    const sandbox = createStillSandbox();
    expect(await sendRejected(sandbox, 'POST', groupTarget(sandbox, action), body)).toMatchObject({ status });
  });
});
