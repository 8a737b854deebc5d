/** Outputs, scripts and flow graphs of builds. */
import { listLogLines } from '../build-log.js';
import { describeOutputs } from '../build-output.js';
import { quote } from '../build-yaml.js';
import { durationsOf, stageName } from '../describe-build.js';
import { viewBuild, type BuildView } from '../engine.js';
import { serviceError } from '../error.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { requireTaskRight, findBuild, findRecord, findTask, listBuilds, canAccessTask, slicePage } from '../lookup.js';
import { createRandom } from '../random.js';
import { repositoryNameOf } from '../repository.js';
import { buildsOf, userOf } from '../state.js';
import type { Build } from '../task.js';
import { formatLocal } from '../time-format.js';

const outputsOf = (context: HandlerContext, taskId: string, number: number) =>
  describeOutputs(viewBuild(findBuild(context, taskId, number), context.now), findTask(context, taskId));

/** Returns the builds that a build started. Builds of the sandbox start no others. */
function findFlowGraph(context: HandlerContext, recordId: string): { vertices: never[]; edges: never[] } {
  findRecord(context, recordId);
  return { vertices: [], edges: [] };
}

/** Prints the script of a build, in the outline of the documented example. */
function printScript(context: HandlerContext, build: Build): string {
  const stages = build.steps.flatMap(({ name, module }, index) => [
    `  ${stageName(index)}:`,
    '    meta:',
    `      uuid: ${quote(createRandom(module).text(5, '123456789'))}`,
    `      displayName: ${quote(name)}`,
    `      module: ${quote(module)}`,
  ]);
  return [
    '---',
    'version: "2.0"',
    'timeout:',
    `  limit: ${String(Math.round(build.timeLimitMs / 60_000))}`,
    '  unit: "minute"',
    'devcloud_metadata:',
    '  buildType: "linux"',
    `  jobName: ${quote(build.taskName)}`,
    `  jobId: ${quote(build.taskId)}`,
    '  serviceType: "codeci"',
    `  projectId: ${quote(findTask(context, build.taskId).projectId)}`,
    'scm:',
    `  url: ${quote(build.repositoryUrl)}`,
    `  branch: ${quote(build.branch)}`,
    `  revision: ${quote(build.commit)}`,
    'stages:',
    ...stages,
    '',
  ].join('\n');
}

/** Formats `2024-08-12T02:31:01+0800`, whose offset has no colon. */
const formatBrief = (time: number): string => formatLocal(time).replace('+08:00', '+0800');

const briefOrNull = (time: number | undefined): string | null => (time === undefined ? null : formatBrief(time));

/** `BriefBuildRecord`, with the record ID that the complete records contain. */
function describeBrief(context: HandlerContext, buildProjectId: string, view: BuildView) {
  const { build, startedAt, finishedAt, result } = view;
  return {
    id: build.recordId,
    project_id: buildProjectId,
    build_no: build.number,
    daily_build_number: build.dailyNumber,
    status: result ?? null,
    branch: build.branch,
    revision: build.commit,
    trigger_name: userOf(context.state, build.userId).name,
    create_time: formatLocal(build.createdAt).slice(0, 19).replace('T', ' '),
    schedule_time: briefOrNull(startedAt),
    queued_time: formatBrief(build.createdAt),
    start_time: briefOrNull(startedAt),
    finish_time: briefOrNull(finishedAt),
    ...durationsOf(view, context.now),
  };
}

const FAILURE_CODE = /\[(DEV\.CB\.\d+)\] (.*)$/;

/** Describes the error in the log of a failed step. */
function describeFailure(context: HandlerContext, build: Build, step: number) {
  const line = listLogLines(build, context.now).findLast((one) => one.step === step && one.level === 'ERROR');
  const match = FAILURE_CODE.exec(line?.text ?? '');
  return {
    node_id: createRandom(build.seed + 3_000 + step).hex(),
    step: build.steps[step]?.name ?? '',
    analyzed_success: match !== null,
    error_info: match && { error_code: match[1] ?? '', error_message: match[2] ?? '', faq: null },
  };
}

/** Handlers of build outputs. */
export const buildOutputs: BuildHandlers = {
  showOutputInfo({ path }, context) {
    return { result: outputsOf(context, path.job_id, path.build_no), ...SUCCESS };
  },

  showNewOutput({ path }, context) {
    return { result: outputsOf(context, path.job_id, path.build_no), ...SUCCESS };
  },

  showBuildRecordFlowGraph({ path }, context) {
    return { result: findFlowGraph(context, path.build_flow_record_id), ...SUCCESS };
  },

  showFlowGraph({ path }, context) {
    return { success: true, message: null, err_code: null, result: findFlowGraph(context, path.build_flow_record_id) };
  },

  showBuildRecordBuildScript({ path }, context) {
    return { result: printScript(context, findRecord(context, path.record_id)), ...SUCCESS };
  },

  listBriefRecord({ query, body }, context) {
    const tasks = body.map((id) => {
      const task = [...context.state.tasks.values()].find(({ buildProjectId }) => buildProjectId === id);
      if (!task) throw context.unknownId(`build project ${id}`);
      requireTaskRight(context, task, 'is_view');
      return task;
    });
    const result = tasks.map(({ id, buildProjectId }) => ({
      project_id: buildProjectId,
      brief_build_record_dtos: listBuilds(context, id)
        .slice(0, query.limit)
        .map((view) => describeBrief(context, buildProjectId, view)),
    }));
    return { result, ...SUCCESS };
  },

  showLastHistory({ path, query }, context) {
    const { project_id: projectId } = path;
    if (!context.state.projects.has(projectId)) throw context.unknownId(`project ${projectId}`);
    const [last] = [...context.state.tasks.values()]
      .filter((task) => task.projectId === projectId && canAccessTask(context, task, 'is_view'))
      .flatMap((task) => listBuilds(context, task.id))
      .filter(({ build, result }) => result === 'SUCCESS' && repositoryNameOf(build) === query.repository_name)
      .sort((a, b) => b.finishedAt! - a.finishedAt!);
    if (!last) throw context.unknownId(`successful build of repository ${query.repository_name}`);
    return {
      record_id: last.build.dailyNumber,
      job_id: last.build.taskId,
      job_name: last.build.taskName,
      build_number: last.build.number,
      start_time: formatLocal(last.startedAt!),
      end_time: formatLocal(last.finishedAt!),
      result: 'SUCCESS',
      commit_id: last.build.commit,
    };
  },

  showLogAnalysis({ path, query }, context) {
    const task = context.state.tasks.get(path.job_id);
    if (!task) throw serviceError(400, 'DEV.CB.032011', `Build task ${path.job_id} does not exist.`);
    if (!buildsOf(context.state, task.id)[path.build_no - 1]) throw context.unknownId(`build ${String(path.build_no)}`);
    const view = viewBuild(findBuild(context, path.job_id, path.build_no), context.now);
    const failed = view.steps.flatMap(({ status }, index) => (status === 'error' ? [index] : []));
    const error_nodes = slicePage(failed, query.offset ?? 0, query.limit ?? 10).map((step) =>
      describeFailure(context, view.build, step),
    );
    return { result: { jobName: view.build.taskName, error_nodes }, ...SUCCESS };
  },
};
