/** Permissions on tasks. All operations enforce the settings. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { findProject, findTask } from '../lookup.js';
import {
  CREATE_RIGHT,
  GROUP_RIGHT,
  NO_RIGHTS,
  projectRightsOf,
  projectRolesOf,
  RIGHTS,
  rightsOf,
  roleIdsOf,
  rolesOf,
  setPermission,
  type Right,
} from '../permission.js';
import { hashText } from '../random.js';
import { domainOf } from '../state.js';
import type { RoleRights } from '../task-metadata.js';
import type { Task } from '../task.js';
import { formatUtc, formatWords } from '../time-format.js';

type Schemas = components['schemas'];

/** Returns a task of a project. @throws SandboxError 422 if the project has no such task, 403 if the caller lacks the permission. */
function findTaskOf(context: HandlerContext, projectId: string, taskId: string, right?: Right): Task {
  const task = findTask(context, taskId, right);
  if (task.projectId === findProject(context, projectId).id) return task;
  throw context.unknownId(`build task ${taskId} in project ${projectId}`);
}

/** Returns the creation time of a task and the time of its last change, permissions included. */
function timesOf({ state }: HandlerContext, task: Task): [number, number] {
  const changedAt = state.taskMetadata.permissions.get(task.id)?.changedAt ?? task.createdAt;
  return [task.createdAt, Math.max(task.updatedAt, changedAt)];
}

/** Applies the rights of a request to roles. Omitted roles and omitted rights stay unchanged. */
function changeRoles(
  context: HandlerContext,
  before: readonly RoleRights[],
  changes: readonly Schemas['RolePermission'][],
): RoleRights[] {
  const roles = new Map(structuredClone([...before]).map((role) => [role.id, role]));
  for (const change of changes) {
    const { role_id: id } = change;
    if (id === undefined) throw context.invalid('permissions: role_id is missing.');
    const old = roles.get(id);
    const rights = { ...(old?.rights ?? NO_RIGHTS) };
    for (const right of RIGHTS) rights[right] = change[right] ?? rights[right];
    roles.set(id, { id, name: change.role_name ?? old?.name ?? '', rights });
  }
  return [...roles.values()];
}

/** Requires a value that the document declares optional. */
function requireValue(context: HandlerContext, name: string, value: string | undefined): string {
  if (value === undefined) throw context.invalid(`${name} is missing.`);
  return value;
}

/** Handlers of permissions. */
export const permissions: BuildHandlers = {
  checkJobInternal(_input, { state, caller }) {
    return { result: domainOf(state, caller.domainId).internalAccess, ...SUCCESS };
  },

  showDefaultProjectPermission({ query }, context) {
    const task = findTaskOf(context, query.project_id, query.job_id);
    const roles = projectRolesOf(context.state, task.projectId);
    return { result: roles.map(({ id, name, rights }) => ({ role_id: id, role_name: name, ...rights })), ...SUCCESS };
  },

  showJobRolePermission({ query }, context) {
    const task = findTask(context, query.job_id);
    const [create_time, last_update_time] = timesOf(context, task).map(formatWords) as [string, string];
    const result = rolesOf(context.state, task).map(({ id, name, rights }) => ({
      id: hashText(`${task.id} ${String(id)}`) >>> 1,
      role_id: id,
      role_name: name,
      job_id: task.id,
      ...rights,
      create_time,
      last_update_time,
      count: 0,
    }));
    return { result, status: 'success' };
  },

  showProjectJobPermission({ query }, context) {
    const task = findTaskOf(context, query.project_id, query.job_id);
    const [create_time, last_update_time] = timesOf(context, task).map(formatUtc) as [string, string];
    const { state, caller } = context;
    const [role_id] = roleIdsOf(state, task.projectId, caller.userId);
    const rights = rightsOf(state, task, caller.userId);
    const result = {
      ...(role_id !== undefined && { role_id }),
      job_id: task.id,
      ...rights,
      create_time,
      last_update_time,
      count: 0,
    };
    return { result, ...SUCCESS };
  },

  showProjectPermission({ query }, context) {
    const { id: project_id } = findProject(context, query.project_id);
    const { state, caller } = context;
    const rights = projectRightsOf(state, project_id, caller.userId);
    const role_ids = [...roleIdsOf(state, project_id, caller.userId)];
    const roles = projectRolesOf(state, project_id);
    const role_names = role_ids.map((roleId) => roles.find(({ id }) => id === roleId)?.name ?? '');
    const result = {
      project_id,
      create_permission: rights[CREATE_RIGHT],
      view_permission: rights.is_view,
      execute_permission: rights.is_execute,
      modify_permission: rights.is_modify,
      copy_permission: rights.is_copy,
      delete_permission: rights.is_delete,
      forbidden_permission: rights.is_forbidden,
      group_permission: rights[GROUP_RIGHT],
      manager_permission: rights.is_manager,
      ...(role_ids.length > 0 && { role_id: role_ids[0], role_name: role_names[0] }),
      role_ids,
      role_names,
    };
    return { result, ...SUCCESS };
  },

  applyProjectPermission({ body }, context) {
    const { project_id: projectId, job_id: taskId, project_switch: followsProject } = body;
    const named = [requireValue(context, 'project_id', projectId), requireValue(context, 'job_id', taskId)] as const;
    const task = findTaskOf(context, ...named, 'is_manager');
    if (followsProject === undefined) throw context.invalid('project_switch is missing.');
    setPermission(context.state, task, { followsProject }, context.now);
    return { result: null, ...SUCCESS };
  },

  batchUpdateJobRolePermission({ body }, context) {
    const { state, now } = context;
    const { job_ids: ids = [], permissions: changes = [], project_switch: followsProject = false } = body;
    const projectId = requireValue(context, 'project_id', body.project_id);
    if (ids.length === 0) throw context.invalid('job_ids must contain a task ID.');
    const tasks = ids.map((id) => findTaskOf(context, projectId, id, 'is_manager'));
    const all = tasks.map((task) => ({ task, roles: changeRoles(context, rolesOf(state, task), changes) }));
    for (const { task, roles } of all) {
      setPermission(state, task, followsProject ? { followsProject } : { followsProject, roles }, now);
    }
    return { result: null, ...SUCCESS };
  },
};
