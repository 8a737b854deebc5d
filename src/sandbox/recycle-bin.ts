/** The recycle bin: deleted tasks with their builds, for the retention period of the account. */
import type { State } from './state.js';
import type { DeletedTask } from './task-metadata.js';
import type { Task } from './task.js';

const DAY_MS = 86_400_000;

/** Moves a task and its builds to the recycle bin. A running build continues. */
export function moveToBin(state: State, task: Task, now: number): void {
  const builds = state.builds.get(task.id) ?? [];
  state.tasks.delete(task.id);
  state.builds.delete(task.id);
  for (const { recordId } of builds) state.records.delete(recordId);
  currentBin(state, now).set(task.id, { task, builds, deletedAt: now });
}

/** Returns the recycle bin at a time, by task ID, after it deletes expired tasks permanently. */
export function currentBin(state: State, now: number): Map<string, DeletedTask> {
  const { bin, retentionDays } = state.taskMetadata;
  for (const [id, { deletedAt }] of bin) if (deletedAt + retentionDays * DAY_MS <= now) deletePermanently(state, id);
  return bin;
}

/** Restores a task with its builds. If its group no longer exists, the task moves to the root. */
export function restoreTask(state: State, { task, builds }: DeletedTask): void {
  const { bin, groups } = state.taskMetadata;
  bin.delete(task.id);
  state.tasks.set(task.id, task);
  if (builds.length > 0) state.builds.set(task.id, builds);
  for (const build of builds) state.records.set(build.recordId, build);
  if (task.groupId !== undefined && !groups.has(task.groupId)) task.groupId = undefined;
}

/** Deletes a task in the recycle bin permanently, with its metadata. */
export function deletePermanently(state: State, id: string): void {
  const { bin, revisions, notifications, permissions } = state.taskMetadata;
  for (const map of [bin, revisions, notifications, permissions]) map.delete(id);
  for (const key of state.dailyCounts.keys()) if (key.startsWith(`${id} `)) state.dailyCounts.delete(key);
}
