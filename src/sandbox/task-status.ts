/** How a task's builds went. */
import { viewBuild, type BuildView } from './engine.js';
import type { HandlerContext } from './handler.js';
import { latestBuild } from './lookup.js';
import { buildsOf } from './state.js';
import type { Task } from './task.js';

/** What the lists call the state of a task's last build. */
export function lastBuildStatus(view: BuildView | undefined): string {
  if (!view) return 'none';
  if (view.phase !== 'finished') return 'building';
  if (view.result === 'SUCCESS') return 'blue';
  if (view.aborted === undefined) return 'red';
  return view.aborted === 'stopped' ? 'aborted' : 'timeout';
}

/** Whether a task's last build waits or runs. */
export const isBuilding = (context: HandlerContext, taskId: string): boolean => {
  const view = latestBuild(context, taskId);
  return view !== undefined && view.phase !== 'finished';
};

/** How many of the last five builds that ended were successful, in per cent; 0 where none has ended. */
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
