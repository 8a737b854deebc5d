/** The recycle bin: deleted tasks with their builds, for as many days as the account keeps them. */
import type { State } from './state.js';
import type { DeletedTask } from './task-metadata.js';
import type { Task } from './task.js';

const DAY_MS = 86_400_000;

/** Puts a task and its builds into the bin. A build that runs goes on there. */
export function moveToBin(state: State, task: Task, now: number): void {
  const builds = state.builds.get(task.id) ?? [];
  state.tasks.delete(task.id);
  state.builds.delete(task.id);
  for (const { recordId } of builds) state.records.delete(recordId);
  currentBin(state, now).set(task.id, { task, builds, deletedAt: now });
}

/** What is in the bin at a time, by the ids of the tasks. What it has kept long enough is gone for good. */
export function currentBin(state: State, now: number): Map<string, DeletedTask> {
  const { bin, retentionDays } = state.taskMetadata;
  for (const [id, { deletedAt }] of bin) if (deletedAt + retentionDays * DAY_MS <= now) deletePermanently(state, id);
  return bin;
}

/** Takes a task out of the bin and puts it, with its builds, where it was. Its group may be gone; then it is at the root of the tree. */
export function restoreTask(state: State, { task, builds }: DeletedTask): void {
  const { bin, groups } = state.taskMetadata;
  bin.delete(task.id);
  state.tasks.set(task.id, task);
  if (builds.length > 0) state.builds.set(task.id, builds);
  for (const build of builds) state.records.set(build.recordId, build);
  if (task.groupId !== undefined && !groups.has(task.groupId)) task.groupId = undefined;
}

/** Forgets a task of the bin, and everything that belongs to it. */
export function deletePermanently(state: State, id: string): void {
  const { bin, revisions, notifications, permissions } = state.taskMetadata;
  for (const map of [bin, revisions, notifications, permissions]) map.delete(id);
  for (const key of state.dailyCounts.keys()) if (key.startsWith(`${id} `)) state.dailyCounts.delete(key);
}
