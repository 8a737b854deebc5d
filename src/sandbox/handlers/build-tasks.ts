/** Build tasks: lists, and what is known of one. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { describePhase, describeTrigger, runTimeMs } from '../describe-build.js';
import type { BuildHandlers, HandlerContext } from '../handler.js';
import { findTask, latestBuild, slicePage } from '../lookup.js';
import { userOf, type Task } from '../state.js';
import { healthScore, lastBuildStatus } from '../task-status.js';

type Summary = components['schemas']['BuildTaskSummary'];

const SUCCESS = { error: null, status: 'success' };

const PERMISSIONS = {
  is_modify: true,
  is_delete: true,
  is_execute: true,
  is_copy: true,
  is_forbidden: true,
  is_view: true,
};

function summarize(context: HandlerContext, task: Task): Summary {
  const view = latestBuild(context, task.id);
  const creator = userOf(context.state, task.creatorId);
  const builder = view && userOf(context.state, view.build.userId);
  return {
    id: task.id,
    job_name: task.name,
    job_creator: creator.id,
    user_name: creator.name,
    build_project_id: task.buildProjectId,
    last_build_time: view?.build.createdAt ?? null,
    last_build_status: lastBuildStatus(view),
    last_job_running_status: view ? describePhase(view) : null,
    last_build_user: builder?.name ?? null,
    last_build_user_id: builder?.id ?? null,
    build_time: (view && runTimeMs(view)) ?? null,
    health_score: healthScore(context, task),
    trigger_type: view ? describeTrigger(view.build.trigger) : null,
    source_code: task.code.type,
    repo_id: task.code.repositoryId,
    scm_type: task.code.type,
    scm_web_url: task.code.webUrl,
    is_finished: !view || view.phase === 'finished',
    disabled: task.disabled,
    favorite: task.favouriteOf.includes(context.caller.userId),
    ...PERMISSIONS,
  };
}

/** The tasks of a project, the newest first. @throws SandboxError 422 where there is no such project. */
function tasksOfProject(context: HandlerContext, projectId: string): Task[] {
  if (!context.state.projects.has(projectId)) throw context.unknownId(`project ${projectId}`);
  return [...context.state.tasks.values()].filter((task) => task.projectId === projectId).reverse();
}

const seconds = (ms: number | undefined): string => ((ms ?? 0) / 1000).toFixed(2);

/** Handlers of tasks. Lists have the newest task first. */
export const buildTasks: BuildHandlers = {
  listProjectJobs({ path, query }, context) {
    const { search, creator_id: creator, build_status: status, page_index: page, page_size: size } = query;
    const tasks = tasksOfProject(context, path.project_id).filter(
      (task) =>
        (!search || task.name.toLowerCase().includes(search.toLowerCase())) &&
        (!creator || task.creatorId === creator) &&
        (!status || lastBuildStatus(latestBuild(context, task.id)) === status),
    );
    const job_list = slicePage(tasks, page, size).map((task) => summarize(context, task));
    return { result: { job_list, total: tasks.length }, ...SUCCESS };
  },

  showJobListByProjectId({ path, query }, context) {
    const tasks = tasksOfProject(context, path.project_id);
    const jobs = slicePage(tasks, query.page_index, query.page_size).map((task) => summarize(context, task));
    return { jobs, total: tasks.length };
  },

  showJobInfo({ path }, context) {
    const task = findTask(context, path.job_id);
    const view = latestBuild(context, task.id);
    const word = lastBuildStatus(view);
    const result = {
      id: task.id,
      project_id: task.buildProjectId,
      project_permission_switch: false,
      build_time: seconds(view && runTimeMs(view)),
      charge_time: seconds(view && runTimeMs(view)),
      create_time: task.createdAt,
      disabled: task.disabled,
      favorite: task.favouriteOf.includes(context.caller.userId),
      source_code: task.code.type,
      running_status: view ? describePhase(view) : 'Finished',
      new_build: false,
      job_name: task.name,
      is_manager: true,
      ...PERMISSIONS,
      last_build_status: word === 'blue' ? 'success' : word,
      last_build_time: view?.build.createdAt ?? null,
      health_score: healthScore(context, task),
    };
    return { result, ...SUCCESS };
  },
};
