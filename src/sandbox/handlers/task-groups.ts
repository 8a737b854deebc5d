/** Groups of tasks. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { stateError } from '../error.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { requireProjectRight, childrenOf, findGroup, findProject, findTask, pathOf } from '../lookup.js';
import { GROUP_RIGHT } from '../permission.js';
import { userOf } from '../state.js';
import type { TaskGroup } from '../task-metadata.js';
import { formatOffset } from '../time-format.js';

type Schemas = components['schemas'];

function describeGroup({ state }: HandlerContext, group: TaskGroup) {
  const { id, name, projectId, parentId, ordinal, creatorId, updaterId, changedAt } = group;
  return {
    id,
    name,
    project_id: projectId,
    parent_id: parentId ?? null,
    domain_id: group.domainId,
    ordinal,
    create_user: userOf(state, creatorId).name,
    update_user: updaterId === undefined ? null : userOf(state, updaterId).name,
    create_time: formatOffset(group.createdAt),
    update_time: changedAt === undefined ? null : formatOffset(changedAt),
    path_id: pathOf(state, group),
  };
}

function describeTree(context: HandlerContext, projectId: string, parentId?: string): Schemas['TaskGroupNode'][] {
  return childrenOf(context.state, projectId, parentId).map((group) => {
    const children = describeTree(context, projectId, group.id);
    return { ...describeGroup(context, group), children: children.length > 0 ? children : null };
  });
}

/** Returns the ordinal behind all siblings. */
const nextOrdinal = ({ state }: HandlerContext, projectId: string, parentId: string | undefined): number =>
  (childrenOf(state, projectId, parentId)[0]?.ordinal ?? -1) + 1;

/** Returns a project whose groups the caller can change. @throws SandboxError 422 if it does not exist, 403 if the caller lacks the permission. */
function openProject(context: HandlerContext, id: string): string {
  const project = findProject(context, id);
  requireProjectRight(context, project.id, GROUP_RIGHT);
  return project.id;
}

/** Does the same for the project of the path. @throws SandboxError 400 if the body names another project. */
function openNamedProject(context: HandlerContext, id: string, named: string | undefined): string {
  if (named !== undefined && named !== id)
    throw context.invalid(`project_id must be the same in path and body; received ${id} and ${named}.`);
  return openProject(context, id);
}

function readName(context: HandlerContext, name: string | undefined): string {
  if (name?.trim()) return name;
  throw context.invalid('name is missing.');
}

/** Returns the parent of a group. An empty string is the root. @throws SandboxError 400 if the parent is inside the moved group. */
function readParent(
  context: HandlerContext,
  projectId: string,
  parentId: string,
  moved?: TaskGroup,
): string | undefined {
  if (parentId === '') return undefined;
  const parent = findGroup(context, projectId, parentId);
  if (moved && pathOf(context.state, parent).split('.').includes(moved.id)) {
    throw context.invalid(`parent_id must not be inside the moved group; received ${parentId}.`);
  }
  return parent.id;
}

/** Handlers of groups. */
export const taskGroups: BuildHandlers = {
  listGroupTree({ path }, context) {
    return { result: describeTree(context, findProject(context, path.project_id).id), ...SUCCESS };
  },

  createJobGroup({ path, body }, context) {
    const projectId = openNamedProject(context, path.project_id, body.project_id);
    const name = readName(context, body.name);
    const parentId = readParent(context, projectId, body.parent_id ?? '');
    const group: TaskGroup = {
      id: context.state.random.hex(),
      projectId,
      name,
      parentId,
      ordinal: nextOrdinal(context, projectId, parentId),
      domainId: context.caller.domainId,
      creatorId: context.caller.userId,
      createdAt: context.now,
      updaterId: undefined,
      changedAt: undefined,
    };
    context.state.taskMetadata.groups.set(group.id, group);
    return { result: [describeGroup(context, group)], ...SUCCESS };
  },

  // Omitted fields stay unchanged.
  updateJobGroup({ path, body }, context) {
    const projectId = openNamedProject(context, path.project_id, body.project_id);
    if (!body.id) throw context.invalid('id is missing.');
    const group = findGroup(context, projectId, body.id);
    const name = readName(context, body.name ?? group.name);
    const parentId =
      body.parent_id === undefined ? group.parentId : readParent(context, projectId, body.parent_id, group);
    const ordinal = parentId === group.parentId ? group.ordinal : nextOrdinal(context, projectId, parentId);
    Object.assign(group, { name, parentId, ordinal, updaterId: context.caller.userId, changedAt: context.now });
    return { result: [describeGroup(context, group)], ...SUCCESS };
  },

  // The behavior of the service for a group that is not empty is undocumented, so the sandbox rejects it.
  deleteGroup({ path, query }, context) {
    const { state } = context;
    const group = findGroup(context, openProject(context, path.project_id), query.id);
    const isTaken = [...state.tasks.values()].some(({ groupId }) => groupId === group.id);
    if (isTaken || childrenOf(state, group.projectId, group.id).length > 0) {
      throw stateError(400, 'DEV.CB.032005', `The group ${group.name} is not empty; move its tasks and groups first.`);
    }
    state.taskMetadata.groups.delete(group.id);
    return { result: null, ...SUCCESS };
  },

  moveGroup({ path, body }, context) {
    const projectId = openProject(context, path.project_id);
    if (!body.group_id) throw context.invalid('group_id is missing.');
    const group = findGroup(context, projectId, body.group_id);
    const tasks = (body.jobs ?? []).map(({ job_id: id }) => {
      if (id === undefined) throw context.invalid('jobs: job_id is missing.');
      const task = findTask(context, id);
      if (task.projectId !== projectId) throw context.unknownId(`build task ${id} in project ${projectId}`);
      return task;
    });
    for (const task of tasks) task.groupId = group.id;
    const group_path_id = pathOf(context.state, group);
    return { result: tasks.map(({ id }) => ({ job_id: id, group_path_id })), ...SUCCESS };
  },

  switchedPacket({ path, query }, context) {
    const projectId = openProject(context, path.project_id);
    const source = findGroup(context, projectId, query.source_group_id);
    const target = findGroup(context, projectId, query.target_group_id);
    if (source.parentId !== target.parentId) {
      throw context.invalid('source_group_id and target_group_id must have the same parent.');
    }
    [source.ordinal, target.ordinal] = [target.ordinal, source.ordinal];
    return { result: null, ...SUCCESS };
  },
};
