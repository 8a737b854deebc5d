/** Lists and details of build tasks. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { describePhase, describeTrigger, runTimeMs } from '../describe-build.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { findProject, findTask, latestBuild, canAccessTask, pathOf, slicePage, tasksOf } from '../lookup.js';
import { followsProject, rightsOf } from '../permission.js';
import { userOf } from '../state.js';
import type { Task } from '../task.js';
import { healthScore, lastBuildStatus } from '../task-status.js';

type Summary = components['schemas']['BuildTaskSummary'];
type Entry = components['schemas']['BuildTaskEntry'];

/** Returns the caller's permissions on a task, in the form of the lists, which omit `is_manager`. */
function describeRights({ state, caller }: HandlerContext, task: Task) {
  const { is_view, is_execute, is_modify, is_copy, is_delete, is_forbidden } = rightsOf(state, task, caller.userId);
  return { is_view, is_execute, is_modify, is_copy, is_delete, is_forbidden };
}

function summarize(context: HandlerContext, task: Task): Summary {
  const view = latestBuild(context, task.id);
  const build = view?.build;
  const { code } = task;
  const creator = userOf(context.state, task.creatorId);
  const builder = build && userOf(context.state, build.userId);
  return {
    id: task.id,
    job_name: task.name,
    job_creator: creator.id,
    user_name: creator.name,
    build_project_id: task.buildProjectId,
    last_build_time: build?.createdAt ?? null,
    last_build_status: lastBuildStatus(view),
    last_job_running_status: view ? describePhase(view) : null,
    last_build_user: builder?.name ?? null,
    last_build_user_id: builder?.id ?? null,
    build_time: (view && runTimeMs(view)) ?? null,
    task_id: build ? `#${build.dailyNumber}` : null,
    build_number: build ? String(build.number) : null,
    code_branch: build?.branch ?? null,
    commit_id: build?.commit ?? null,
    commit_detail_url: build ? `${code.webUrl.replace(/\/home$/, '')}/${build.commit}/commitdetail` : null,
    forbidden_msg: task.disabling?.reason ?? '',
    health_score: healthScore(context, task),
    trigger_type: build ? describeTrigger(build.trigger) : null,
    source_code: code.type,
    repo_id: code.repositoryId,
    scm_type: code.type,
    scm_web_url: code.webUrl,
    is_finished: !view || view.phase === 'finished',
    disabled: task.disabled,
    favorite: task.favoriteOf.includes(context.caller.userId),
    ...describeRights(context, task),
  };
}

/** Describes a task with its project and its latest build. */
function describeEntry(context: HandlerContext, task: Task): Entry {
  const { state } = context;
  const build = latestBuild(context, task.id)?.build;
  return {
    ...summarize(context, task),
    user_id: task.creatorId,
    nick_name: userOf(state, task.creatorId).name,
    project_id: task.projectId,
    project_name: state.projects.get(task.projectId)?.name ?? '',
    build_type: build?.tag === undefined ? 'branch' : 'tag',
    tag: build?.tag ?? null,
    project_permission_switch: followsProject(state, task),
  };
}

interface TaskFilter {
  search?: string;
  creator_id?: string;
  build_status?: string;
}

/** Returns the tasks that match the filters of a list. */
const filterTasks = (context: HandlerContext, tasks: readonly Task[], filter: TaskFilter): Task[] => {
  const { search, creator_id: creator, build_status: status } = filter;
  return tasks.filter(
    (task) =>
      (!search || task.name.toLowerCase().includes(search.toLowerCase())) &&
      (!creator || task.creatorId === creator) &&
      (!status || lastBuildStatus(latestBuild(context, task.id)) === status),
  );
};

/** Returns the group path of a task; empty at the root. */
const groupPathOf = ({ state }: HandlerContext, { groupId }: Task): string => {
  const group = groupId === undefined ? undefined : state.taskMetadata.groups.get(groupId);
  return group ? pathOf(state, group) : '';
};

/** Returns the tasks that the caller can view, newest first. */
const visibleTasks = (context: HandlerContext, projectId?: string): Task[] =>
  tasksOf(context.state, projectId).filter((task) => canAccessTask(context, task, 'is_view'));

/** Returns the tasks of a project. @throws SandboxError 422 if the project does not exist. */
const tasksOfProject = (context: HandlerContext, projectId: string): Task[] =>
  visibleTasks(context, findProject(context, projectId).id);

const seconds = (ms: number | undefined): string => ((ms ?? 0) / 1000).toFixed(2);

/** Handlers of task details. Lists are sorted newest first. */
export const buildTasks: BuildHandlers = {
  listJob({ query }, context) {
    const { page_index: page = 0, page_size: size = 10, sort_order: order } = query;
    const tasks = filterTasks(context, visibleTasks(context), query);
    if (order === 'ASC') tasks.reverse();
    const job_list = slicePage(tasks, page, size).map((task) => describeEntry(context, task));
    return { result: { job_list, total: tasks.length }, status: 'success' };
  },

  listProjectJobs({ path, query }, context) {
    const { by_group: byGroup, group_path_id: group, page_index: page, page_size: size } = query;
    const wanted = byGroup === false || (byGroup === undefined && group === undefined) ? undefined : (group ?? '');
    const tasks = filterTasks(context, tasksOfProject(context, path.project_id), query).filter(
      (task) => wanted === undefined || groupPathOf(context, task) === wanted,
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
      project_permission_switch: followsProject(context.state, task),
      build_time: seconds(view && runTimeMs(view)),
      charge_time: seconds(view && runTimeMs(view)),
      create_time: task.createdAt,
      disabled: task.disabled,
      favorite: task.favoriteOf.includes(context.caller.userId),
      source_code: task.code.type,
      running_status: view ? describePhase(view) : 'Finished',
      new_build: false,
      job_name: task.name,
      ...rightsOf(context.state, task, context.caller.userId),
      last_build_status: word === 'blue' ? 'success' : word,
      last_build_time: view?.build.createdAt ?? null,
      health_score: healthScore(context, task),
    };
    return { result, ...SUCCESS };
  },
};
