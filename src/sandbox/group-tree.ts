/** The tree of groups that a project's tasks are sorted into. */
import type { HandlerContext } from './handler.js';
import type { State } from './state.js';
import type { TaskGroup } from './state-of-tasks.js';

/** A group of a project. @throws SandboxError 422 where there is none. */
export function findGroup(context: HandlerContext, projectId: string, id: string): TaskGroup {
  const group = context.state.taskBook.groups.get(id);
  if (group?.projectId !== projectId) throw context.unknownId(`group ${id}`);
  return group;
}

/** The groups that stand in a group, or at the root of a project's tree. The one with the highest place comes first, as in the service's answers. */
export const childrenOf = ({ taskBook }: State, projectId: string, parentId: string | undefined): TaskGroup[] =>
  [...taskBook.groups.values()]
    .filter((group) => group.projectId === projectId && group.parentId === parentId)
    .sort((a, b) => b.ordinal - a.ordinal);

/** The ids of the groups from the root down to one, joined by dots. */
export function pathOf(state: State, group: TaskGroup): string {
  const parent = group.parentId === undefined ? undefined : state.taskBook.groups.get(group.parentId);
  return parent ? `${pathOf(state, parent)}.${group.id}` : group.id;
}
