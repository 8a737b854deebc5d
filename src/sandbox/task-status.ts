/** Status of a task, from its builds. */
import { viewBuild, type BuildView } from './engine.js';
import type { HandlerContext } from './handler.js';
import { latestBuild } from './lookup.js';
import { buildsOf } from './state.js';
import type { Task } from './task.js';

/** Returns the status of a task's latest build as the lists name it. */
export function lastBuildStatus(view: BuildView | undefined): string {
  if (!view) return 'none';
  if (view.phase !== 'finished') return 'building';
  if (view.result === 'SUCCESS') return 'blue';
  if (view.aborted === undefined) return 'red';
  return view.aborted === 'stopped' ? 'aborted' : 'timeout';
}

/** Returns whether a task's latest build is queued or running. */
export const isBuilding = (context: HandlerContext, taskId: string): boolean => {
  const view = latestBuild(context, taskId);
  return view !== undefined && view.phase !== 'finished';
};

/** Returns the success rate of the last five finished builds in percent; 0 if none has finished. */
export function healthScore(context: HandlerContext, task: Task): number {
  let ended = 0;
  let succeeded = 0;
  const builds = buildsOf(context.state, task.id);
  for (let index = builds.length - 1; index >= 0 && ended < 5; index -= 1) {
    const { phase, result } = viewBuild(builds[index]!, context.now);
    if (phase !== 'finished') continue;
    ended += 1;
    if (result === 'SUCCESS') succeeded += 1;
  }
  return ended === 0 ? 0 : Math.round((100 * succeeded) / ended);
}
