/** Starts, monitors and stops builds. */
import { describePhase } from '../describe-build.js';
import { startBuild, stopBuild, viewBuild, type StartOptions } from '../engine.js';
import { stateError, serviceError, buildCode } from '../error.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { findBuild, findTask, latestBuild, regionOf } from '../lookup.js';
import type { Build } from '../task.js';
import { isBuilding } from '../task-status.js';

interface RunRequest {
  job_id: string;
  parameter?: { name: string; value: string }[];
  scm?: { build_type?: string; branch?: string; build_tag?: string | null; build_commit_id?: string | null };
}

/** Starts a build of a task. @throws SandboxError 422 if the task is disabled, 400 if a parameter is invalid. */
function start(context: HandlerContext, taskId: string, options: Omit<StartOptions, 'now' | 'userId'>): Build {
  const task = findTask(context, taskId, 'is_execute');
  if (task.disabled) {
    throw serviceError(422, buildCode(context.operation, '00030000'), `The build task ${task.name} is disabled.`);
  }
  try {
    return startBuild(context.state, task, { ...options, now: context.now, userId: context.caller.userId });
  } catch (error) {
    if (error instanceof TypeError) throw context.invalid(`parameter: ${error.message}.`);
    throw error;
  }
}

/** Starts a build and returns the fields that v1 and v3 have in common. */
function run(context: HandlerContext, body: RunRequest) {
  const { parameter = [], scm } = body;
  const branch = scm?.build_type === 'branch' && scm.branch ? [{ name: 'codeBranch', value: scm.branch }] : [];
  const build = start(context, body.job_id, {
    parameters: [...parameter, ...branch],
    tag: scm?.build_tag ?? undefined,
    commit: scm?.build_commit_id ?? undefined,
  });
  return {
    octopus_job_name: build.executionId,
    actual_build_number: String(build.number),
    daily_build_number: build.dailyNumber,
  };
}

/** Stops a build. Requires the permission to start it. @throws SandboxError 400 if the build has finished. */
function stop(context: HandlerContext, taskId: string, number: number): void {
  if (stopBuild(findBuild(context, taskId, number, 'is_execute'), context.now)) return;
  throw stateError(400, 'DEV.CB.032302', 'The task state has been refreshed.');
}

/** Reads a build number that may be a string. */
function readNumber(context: HandlerContext, name: string, value: string | number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw context.invalid(`${name} must be a build number; received ${JSON.stringify(value)}.`);
}

/** Handlers that start, monitor and stop builds. */
export const runningBuilds: BuildHandlers = {
  executeJob({ body }, context) {
    return { result: run(context, body), ...SUCCESS };
  },

  runJob({ body }, context) {
    return run(context, body);
  },

  // The response of the service is undocumented. A push names its branch with or without `refs/heads/`.
  executeAutoBuildJob({ path, body }, context) {
    const { job_id: named = path.job_id, ref, after: commit, commits = [] } = body;
    if (named !== path.job_id)
      throw context.invalid(`job_id must be the same in path and body; received ${path.job_id} and ${named}.`);
    start(context, path.job_id, {
      trigger: 'CODEHUB_TRIGGER',
      parameters: ref === undefined ? [] : [{ name: 'codeBranch', value: ref.replace(/^refs\/heads\//, '') }],
      commit,
      commitMessage: (commits.find(({ id }) => id === commit) ?? commits.at(-1))?.message,
    });
    return { result: null, ...SUCCESS };
  },

  showBuildDetails({ path }, context) {
    const view = viewBuild(findBuild(context, path.job_id, path.build_no), context.now);
    const building = view.phase !== 'finished';
    return { result: { building, build_result: view.result ?? null, region: regionOf(context) }, ...SUCCESS };
  },

  showJobStatus({ path }, context) {
    return { result: isBuilding(context, findTask(context, path.job_id).id) };
  },

  showRunningStatus({ path }, context) {
    findTask(context, path.job_id);
    const view = latestBuild(context, path.job_id);
    const result = {
      last_job_id: path.job_id,
      last_build_no: view ? String(view.build.number) : null,
      last_build_status: view ? describePhase(view) : null,
      is_running: isBuilding(context, path.job_id),
    };
    return { result, ...SUCCESS };
  },

  showJobStepStatus({ path, query }, context) {
    const view = viewBuild(findBuild(context, path.job_id, query.build_no ?? 1), context.now);
    const status = { queued: 'pending', running: 'runnable', finished: 'completed' }[view.phase];
    const abort_status = view.aborted === 'stopped' ? 'aborted' : (view.aborted ?? '');
    return { result: { status, abort_status, label: 'default-x86-2u8g' }, ...SUCCESS };
  },

  stopBuildJob({ path }, context) {
    stop(context, path.job_id, path.build_no);
    return { success: true, result: '' };
  },

  stopTheJob({ path, query, body }, context) {
    const latest = latestBuild(context, findTask(context, path.job_id, 'is_execute').id);
    const number = body?.build_no ?? query.build_no ?? latest?.build.number;
    if (number === undefined) throw context.unknownId(`build of task ${path.job_id}`);
    stop(context, path.job_id, readNumber(context, 'build_no', number));
    return { status: 'success' };
  },

  stopJob({ body }, context) {
    stop(context, body.job_id, readNumber(context, 'build_no', body.build_no));
    return { result: true };
  },
};
