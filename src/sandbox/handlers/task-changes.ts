/** Creates, copies, changes, disables and deletes build tasks. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { stateError } from '../error.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { requireProjectRight, findGroup, findProject, findTask, tasksOf } from '../lookup.js';
import { CREATE_RIGHT } from '../permission.js';
import { moveToBin } from '../recycle-bin.js';
import { userOf } from '../state.js';
import type { Task, TaskDefinition } from '../task.js';
import { definitionOf, NAME_RULE, readDefinition } from '../task-definition.js';
import { changeTask } from '../task-revisions.js';

type Schemas = components['schemas'];

/** Maximum length of a name. */
const MAX_NAME = 115;

/**
 * Requires a valid task name that is unique in the project.
 *
 * @throws SandboxError 400 if the name is invalid or taken. The code for a taken name is invented.
 */
export function checkName(context: HandlerContext, projectId: string, name: string, taskId?: string): void {
  if (!new RegExp(NAME_RULE).test(name)) {
    throw context.invalid(
      `job_name must be 1 to 115 letters, digits, underscores and hyphens; received ${JSON.stringify(name)}.`,
    );
  }
  if (tasksOf(context.state, projectId).some((task) => task.name === name && task.id !== taskId)) {
    throw stateError(400, 'DEV.CB.032003', `The project already has a build task named ${name}.`);
  }
}

/** Returns whether the account has reached its task limit. Tasks in the recycle bin do not count. */
const isFull = ({ state }: HandlerContext): boolean => state.tasks.size >= state.taskMetadata.taskLimit;

/** Creates a task. `model` is the task that it copies; copying within a project requires no permission to create. */
function createTask(context: HandlerContext, given: TaskDefinition, groupId?: string, model?: Task) {
  const { state, now, caller } = context;
  const { id: projectId } = findProject(context, given.project_id);
  if (projectId !== model?.projectId) requireProjectRight(context, projectId, CREATE_RIGHT);
  if (groupId !== undefined) findGroup(context, projectId, groupId);
  checkName(context, projectId, given.job_name);
  const parts = readDefinition(context, given, model);
  if (isFull(context)) {
    throw stateError(
      400,
      'DEV.CB.032004',
      `The account already has ${String(state.taskMetadata.taskLimit)} build tasks.`,
    );
  }
  const task: Task = {
    id: state.random.hex(),
    projectId,
    buildProjectId: state.random.uuid(),
    name: given.job_name,
    creatorId: caller.userId,
    createdAt: now,
    updatedAt: now,
    disabled: false,
    favoriteOf: [],
    scenario: model?.scenario ?? { kind: 'success' },
    groupId,
    ...parts,
  };
  state.tasks.set(task.id, task);
  return { result: { job_id: task.id }, ...SUCCESS };
}

/** Copies a task with the configuration of the request. Fields that the request cannot contain come from the copied task. */
function copyTask(context: HandlerContext, body: Omit<TaskDefinition, 'timeout'> & { copy_job_id: string }) {
  const { copy_job_id: modelId, ...given } = body;
  const model = findTask(context, modelId, 'is_copy');
  const { timeout } = definitionOf(model);
  const groupId = model.projectId === given.project_id ? model.groupId : undefined;
  return createTask(context, { ...given, ...(timeout && { timeout }) }, groupId, model);
}

/** Replaces the configuration. The group stays unless the request names one. */
function updateTask(context: HandlerContext, body: Schemas['BuildTaskChange']) {
  const { job_id: id, group_id: groupId, ...given } = body;
  const task = findTask(context, id, 'is_modify');
  if (given.project_id !== task.projectId)
    throw context.invalid(`project_id must be the task's own, ${task.projectId}.`);
  if (groupId !== undefined) findGroup(context, task.projectId, groupId);
  checkName(context, task.projectId, given.job_name, task.id);
  const parts = readDefinition(context, given, task);
  changeTask(context, task, { ...parts, name: given.job_name, groupId: groupId ?? task.groupId });
  return { result: { job_id: task.id }, ...SUCCESS };
}

/** Sets the agency of all tasks, or of none. */
function setAgency(context: HandlerContext, ids: readonly string[], agency_urn: string): void {
  const tasks = [...new Set(ids)].map((id) => findTask(context, id, 'is_modify'));
  for (const task of tasks) changeTask(context, task, { definition: { ...definitionOf(task), agency_urn } });
}

/** Disables or enables a task. */
function setDisabled(context: HandlerContext, taskId: string, disabled: boolean, reason = '') {
  const task = findTask(context, taskId, 'is_forbidden');
  task.disabled = disabled;
  task.disabling = disabled ? { userId: context.caller.userId, at: context.now, reason } : undefined;
  return { status: 'success' };
}

function setFavorite(context: HandlerContext, taskId: string, favorite: boolean) {
  const task = findTask(context, taskId);
  const { userId } = context.caller;
  task.favoriteOf = [...task.favoriteOf.filter((id) => id !== userId), ...(favorite ? [userId] : [])];
  return { result: { favorite }, ...SUCCESS };
}

/** Moves all tasks to the recycle bin, or none, and describes the last one. */
function deleteTasks(context: HandlerContext, ids: readonly string[]): Schemas['DeletedBuildTask'] {
  const tasks = [...new Set(ids)].map((id) => findTask(context, id, 'is_delete'));
  const last = tasks.at(-1);
  if (!last) throw context.invalid('job_ids must contain a task ID.');
  for (const task of tasks) moveToBin(context.state, task, context.now);
  return { job_id: last.id, project_id: last.projectId };
}

/** Handlers that change tasks. */
export const taskChanges: BuildHandlers = {
  createNewJob({ body: { group_id: groupId, ...given } }, context) {
    return createTask(context, given, groupId);
  },

  createBuildJob({ body: { group_id: groupId, ...given } }, context) {
    return createTask(context, given, groupId);
  },

  copyJob({ body }, context) {
    return copyTask(context, body);
  },

  updateNewJob({ body }, context) {
    return updateTask(context, body);
  },

  updateBuildJob({ body }, context) {
    return updateTask(context, body);
  },

  batchSetAgency({ body }, context) {
    setAgency(context, body.job_ids, body.agency_urn ?? '');
    return SUCCESS;
  },

  deleteTheJob({ path }, context) {
    return { result: deleteTasks(context, [path.job_id]), ...SUCCESS };
  },

  deleteBuildJob({ path }, context) {
    return { result: deleteTasks(context, [path.job_id]), status: 'success' };
  },

  batchDeleteBuildJobs({ body }, context) {
    return { result: deleteTasks(context, body.job_ids), ...SUCCESS };
  },

  disableTheJob({ path, body }, context) {
    return setDisabled(context, path.job_id, body.disabled, body.reason);
  },

  disableBuildJob({ path }, context) {
    return setDisabled(context, path.job_id, true);
  },

  enableBuildJob({ path }, context) {
    return setDisabled(context, path.job_id, false);
  },

  showDisable({ path }, context) {
    const task = findTask(context, path.job_id);
    if (!task.disabled) return { result: null, ...SUCCESS };
    const { userId = task.creatorId, at, reason = '' } = task.disabling ?? {};
    const { name } = userOf(context.state, userId);
    const result = {
      forbiddener: `${name}【${name}】`,
      reson: reason,
      disabled: 1,
      job_id: task.id,
      job_name: task.name,
      ...(at !== undefined && { forbidden_time: at }),
    };
    return { result, ...SUCCESS };
  },

  addFavouriteTask({ path }, context) {
    return setFavorite(context, path.job_id, true);
  },

  removerFavouriteTask({ path }, context) {
    return setFavorite(context, path.job_id, false);
  },

  checkJobCountIsTopLimit(_input, context) {
    return { result: isFull(context), ...SUCCESS };
  },

  checkJobNameIsExists({ query }, context) {
    const tasks = tasksOf(context.state, findProject(context, query.project_id).id);
    return { result: tasks.some(({ name }) => name === query.job_name), status: 'success' };
  },

  showCopyName({ path }, context) {
    const task = findTask(context, path.job_id);
    const taken = new Set(tasksOf(context.state, task.projectId).map(({ name }) => name));
    for (let number = 1; ; number += 1) {
      const ending = `-copy-${String(number)}`;
      const name = `${task.name.slice(0, MAX_NAME - ending.length)}${ending}`;
      if (!taken.has(name)) return { result: name, ...SUCCESS };
    }
  },
};
