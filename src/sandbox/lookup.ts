/** Finds what a request names, or ends it with the service's error for unknown ids. */
import { viewBuild, type BuildView } from './engine.js';
import { forbidden } from './error.js';
import type { HandlerContext } from './handler.js';
import { projectRightsOf, rightsOf, type Right } from './permission.js';
import { buildsOf, type Project, type State } from './state.js';
import type { TaskGroup } from './task-metadata.js';
import type { Build, Task } from './task.js';

/** Whether the caller may do something with a task. */
export const canAccessTask = ({ state, caller }: HandlerContext, task: Task, right: Right): boolean =>
  rightsOf(state, task, caller.userId)[right];

/** @throws SandboxError 403 where the caller may not do that with a task. */
export function requireTaskRight(context: HandlerContext, task: Task, right: Right): void {
  if (canAccessTask(context, task, right)) return;
  throw forbidden(`user ${context.caller.userName} has no permission ${right} for build task ${task.id}.`);
}

/** @throws SandboxError 403 where the caller may not do that in a project. */
export function requireProjectRight({ state, caller }: HandlerContext, projectId: string, right: Right): void {
  if (projectRightsOf(state, projectId, caller.userId)[right]) return;
  throw forbidden(`user ${caller.userName} has no permission ${right} in project ${projectId}.`);
}

/** A task by its id. @throws SandboxError 422 where there is none, 403 where the caller may not do with it what he wants to. */
export function findTask(context: HandlerContext, id: string, right: Right = 'is_view'): Task {
  const task = context.state.tasks.get(id);
  if (!task) throw context.unknownId(`build task ${id}`);
  requireTaskRight(context, task, right);
  return task;
}

/** A CodeArts project by its id. @throws SandboxError 422 where there is none. */
export function findProject(context: HandlerContext, id: string): Project {
  const project = context.state.projects.get(id);
  if (!project) throw context.unknownId(`project ${id}`);
  return project;
}

/** The tasks of a project, or all of them, the newest first. */
export function tasksOf(state: State, projectId?: string): Task[] {
  const tasks = [...state.tasks.values()].reverse();
  const wanted = projectId === undefined ? tasks : tasks.filter((task) => task.projectId === projectId);
  // A task that was restored stands at the end of the map.
  return wanted.sort((a, b) => b.createdAt - a.createdAt);
}

/** A build by its task and number. @throws SandboxError 422 where there is none, 403 where the caller may not do with its task what he wants to. */
export function findBuild(context: HandlerContext, taskId: string, number: number, right?: Right): Build {
  const task = findTask(context, taskId, right);
  const build = buildsOf(context.state, task.id)[number - 1];
  if (!build) throw context.unknownId(`build ${String(number)} of task ${taskId}`);
  return build;
}

/** A build by its record id. @throws SandboxError 422 where there is none, 403 where the caller may not see it. */
export function findRecord(context: HandlerContext, recordId: string): Build {
  const build = context.state.records.get(recordId);
  if (!build) throw context.unknownId(`build record ${recordId}`);
  findTask(context, build.taskId);
  return build;
}

/** The builds of a task at the time of the request, the latest first. */
export function listBuilds(context: HandlerContext, taskId: string): BuildView[] {
  return buildsOf(context.state, taskId)
    .map((build) => viewBuild(build, context.now))
    .reverse();
}

/** The latest build of a task; undefined where it was never built. */
export function latestBuild(context: HandlerContext, taskId: string): BuildView | undefined {
  const build = buildsOf(context.state, taskId).at(-1);
  return build && viewBuild(build, context.now);
}

/** The region: the name of the caller's IAM project. */
export function regionOf({ state, caller }: HandlerContext): string {
  const own = state.iamProjects.find(({ id }) => id === caller.projectId);
  return (own ?? state.iamProjects.find(({ domainId }) => domainId === caller.domainId))?.name ?? '';
}

/** A page of a list. Pages are counted from 0. */
export const slicePage = <T>(items: readonly T[], page: number, size: number): T[] =>
  items.slice(page * size, (page + 1) * size);

/** A group of a project. @throws SandboxError 422 where there is none. */
export function findGroup(context: HandlerContext, projectId: string, id: string): TaskGroup {
  const group = context.state.taskMetadata.groups.get(id);
  if (group?.projectId !== projectId) throw context.unknownId(`group ${id}`);
  return group;
}

/** The groups that stand in a group, or at the root of a project's tree. The one with the highest place comes first, as in the service's answers. */
export const childrenOf = ({ taskMetadata }: State, projectId: string, parentId: string | undefined): TaskGroup[] =>
  [...taskMetadata.groups.values()]
    .filter((group) => group.projectId === projectId && group.parentId === parentId)
    .sort((a, b) => b.ordinal - a.ordinal);

/** The ids of the groups from the root down to one, joined by dots. */
export function pathOf(state: State, group: TaskGroup): string {
  const parent = group.parentId === undefined ? undefined : state.taskMetadata.groups.get(group.parentId);
  return parent ? `${pathOf(state, parent)}.${group.id}` : group.id;
}
