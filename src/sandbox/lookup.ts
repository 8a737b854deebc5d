/** Finds the objects that a request names, and throws the service's error if one does not exist. */
import { viewBuild, type BuildView } from './engine.js';
import { forbidden } from './error.js';
import type { HandlerContext } from './handler.js';
import { projectRightsOf, rightsOf, type Right } from './permission.js';
import { buildsOf, type Project, type State } from './state.js';
import type { TaskGroup } from './task-metadata.js';
import type { Build, Task } from './task.js';

/** Returns whether the caller has a permission on a task. */
export const canAccessTask = ({ state, caller }: HandlerContext, task: Task, right: Right): boolean =>
  rightsOf(state, task, caller.userId)[right];

/** Requires a permission on a task. @throws SandboxError 403 if the caller lacks it. */
export function requireTaskRight(context: HandlerContext, task: Task, right: Right): void {
  if (canAccessTask(context, task, right)) return;
  throw forbidden(`user ${context.caller.userName} has no permission ${right} for build task ${task.id}.`);
}

/** Requires a permission in a project. @throws SandboxError 403 if the caller lacks it. */
export function requireProjectRight({ state, caller }: HandlerContext, projectId: string, right: Right): void {
  if (projectRightsOf(state, projectId, caller.userId)[right]) return;
  throw forbidden(`user ${caller.userName} has no permission ${right} in project ${projectId}.`);
}

/** Returns a task by its ID. @throws SandboxError 422 if it does not exist, 403 if the caller lacks the permission. */
export function findTask(context: HandlerContext, id: string, right: Right = 'is_view'): Task {
  const task = context.state.tasks.get(id);
  if (!task) throw context.unknownId(`build task ${id}`);
  requireTaskRight(context, task, right);
  return task;
}

/** Returns a CodeArts project by its ID. @throws SandboxError 422 if it does not exist. */
export function findProject(context: HandlerContext, id: string): Project {
  const project = context.state.projects.get(id);
  if (!project) throw context.unknownId(`project ${id}`);
  return project;
}

/** Returns the tasks of a project, or all tasks, newest first. */
export function tasksOf(state: State, projectId?: string): Task[] {
  const tasks = [...state.tasks.values()].reverse();
  const wanted = projectId === undefined ? tasks : tasks.filter((task) => task.projectId === projectId);
  // A restored task is at the end of the map.
  return wanted.sort((a, b) => b.createdAt - a.createdAt);
}

/** Returns a build by task and number. @throws SandboxError 422 if it does not exist, 403 if the caller lacks the permission on its task. */
export function findBuild(context: HandlerContext, taskId: string, number: number, right?: Right): Build {
  const task = findTask(context, taskId, right);
  const build = buildsOf(context.state, task.id)[number - 1];
  // What changes a build finds it also before it can be read.
  const isFound = build && (right !== undefined || context.isVisible(build));
  if (!isFound) throw context.unknownId(`build ${String(number)} of task ${taskId}`);
  return build;
}

/** Returns a build by its record ID. @throws SandboxError 422 if it does not exist, 403 if the caller cannot view its task. */
export function findRecord(context: HandlerContext, recordId: string): Build {
  const build = context.state.records.get(recordId);
  if (!build || !context.isVisible(build)) throw context.unknownId(`build record ${recordId}`);
  findTask(context, build.taskId);
  return build;
}

/** Returns the builds of a task at the time of the request, latest first. */
export function listBuilds(context: HandlerContext, taskId: string): BuildView[] {
  return buildsOf(context.state, taskId)
    .filter((build) => context.isVisible(build))
    .map((build) => viewBuild(build, context.now))
    .reverse();
}

/** Returns the latest build of a task; undefined if it was never built. */
export function latestBuild(context: HandlerContext, taskId: string): BuildView | undefined {
  const build = buildsOf(context.state, taskId).findLast((one) => context.isVisible(one));
  return build && viewBuild(build, context.now);
}

/** Returns the region: the name of the caller's IAM project. */
export function regionOf({ state, caller }: HandlerContext): string {
  const own = state.iamProjects.find(({ id }) => id === caller.projectId);
  return (own ?? state.iamProjects.find(({ domainId }) => domainId === caller.domainId))?.name ?? '';
}

/** Returns a page of a list. Page numbers start at 0. */
export const slicePage = <T>(items: readonly T[], page: number, size: number): T[] =>
  items.slice(page * size, (page + 1) * size);

/** Returns a group of a project. @throws SandboxError 422 if it does not exist. */
export function findGroup(context: HandlerContext, projectId: string, id: string): TaskGroup {
  const group = context.state.taskMetadata.groups.get(id);
  if (group?.projectId !== projectId) throw context.unknownId(`group ${id}`);
  return group;
}

/** Returns the groups in a group, or at the root of a project. The group with the highest ordinal comes first, as in the service. */
export const childrenOf = ({ taskMetadata }: State, projectId: string, parentId: string | undefined): TaskGroup[] =>
  [...taskMetadata.groups.values()]
    .filter((group) => group.projectId === projectId && group.parentId === parentId)
    .sort((a, b) => b.ordinal - a.ordinal);

/** Returns the IDs of the groups from the root to this one, joined by dots. */
export function pathOf(state: State, group: TaskGroup): string {
  const parent = group.parentId === undefined ? undefined : state.taskMetadata.groups.get(group.parentId);
  return parent ? `${pathOf(state, parent)}.${group.id}` : group.id;
}
