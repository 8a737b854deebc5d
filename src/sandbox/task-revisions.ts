/** Revisions of the configuration of a build task, and their differences. */
import type { HandlerContext } from './handler.js';
import { definitionOf } from './task-definition.js';
import type { Revision } from './task-metadata.js';
import type { Task, TaskDefinition } from './task.js';

/** Changes a task. Adds a revision if its definition differs from before. */
export function changeTask(context: HandlerContext, task: Task, change: Partial<Task>): void {
  const before = definitionOf(task);
  const revisions = revisionsOf(context, task);
  Object.assign(task, change);
  if (listDifferences(before, definitionOf(task)).length === 0) return;
  task.updatedAt = context.now;
  const revision = revise(context, revisions.length + 1, context.caller.userId, definitionOf(task));
  context.state.taskMetadata.revisions.set(task.id, [...revisions, revision]);
}

const revise = (
  { state, now }: HandlerContext,
  number: number,
  userId: string,
  definition: TaskDefinition,
): Revision => ({
  id: state.random.text(9, '123456789'),
  number,
  userId,
  at: now,
  definition,
});

/** Returns the revisions of a task's configuration, first one first. */
export function revisionsOf({ state }: HandlerContext, task: Task): readonly Revision[] {
  const first = { id: '1', number: 1, userId: task.creatorId, at: task.createdAt, definition: definitionOf(task) };
  return state.taskMetadata.revisions.get(task.id) ?? [first];
}

/** Lists the values of a definition by path, such as `steps.0.name`. */
function listValues(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value !== 'object' || value === null) {
    return [[path.join('.'), typeof value === 'string' ? value : String(value)]];
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return entries.flatMap(([name, item]) => listValues(item, [...path, name]));
}

/** Lists the differences between two definitions: removed and added values by path. */
export function listDifferences(original: object, revised: object): string[] {
  const before = new Map(listValues(original));
  const after = new Map(listValues(revised));
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].flatMap((path) => {
    const [old, value] = [before.get(path), after.get(path)];
    if (old === value) return [];
    return [...(old === undefined ? [] : [`-${path}: ${old}`]), ...(value === undefined ? [] : [`+${path}: ${value}`])];
  });
}
