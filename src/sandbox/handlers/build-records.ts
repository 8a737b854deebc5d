/** Records of builds. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { viewBuild, type BuildView } from '../engine.js';
import { buildCode, serviceError } from '../error.js';
import type { BuildHandlers, HandlerContext } from '../handler.js';
import { findBuild, findTask, listBuilds, slicePage } from '../lookup.js';
import { userOf, type Build } from '../state.js';
import { formatLocal, formatUtc, parseDay } from '../time-format.js';

const SUCCESS = { error: null, status: 'success' };

const DAY_MS = 86_400_000;

/** A time that may not have come yet, as the records write it. */
const utcOrNull = (time: number | undefined): string | null => (time === undefined ? null : formatUtc(time));

const buildTypeOf = (build: Build): string => (build.tag === undefined ? 'branch' : 'tag');

function describeRecord(context: HandlerContext, build: Build): components['schemas']['BuildRecord'] {
  const task = findTask(context, build.taskId);
  const view = viewBuild(build, context.now);
  const { startedAt, finishedAt } = view;
  return {
    id: build.id,
    build_project_id: task.buildProjectId,
    build_record_id: build.recordId,
    parent_record_id: null,
    codeci_job_id: task.id,
    build_no: build.number,
    daily_build_num: build.dailyNumber,
    status: view.result ?? null,
    branch: build.branch,
    tag: build.tag ?? null,
    commit: build.commit,
    commit_message: build.commitMessage,
    commit_create_time: formatUtc(task.createdAt),
    repo_id: task.code.repositoryId,
    repo_name: task.code.repositoryName,
    build_type: buildTypeOf(build),
    build_config_type: 'ACTION',
    trigger_type: build.trigger,
    execution_id: build.executionId,
    create_time: formatUtc(build.createdAt),
    schedule_time: utcOrNull(startedAt),
    queued_time: formatUtc(build.createdAt),
    runnable_time: utcOrNull(startedAt),
    start_time: utcOrNull(startedAt),
    finish_time: utcOrNull(finishedAt),
    duration: finishedAt === undefined ? null : finishedAt - (startedAt ?? finishedAt),
    use_private_slave: 0,
    record_status: null,
    err_msg: null,
    region: context.state.iamProjects[0]?.name ?? 'cn-north-4',
    devcloud_project_id: task.projectId,
    domain_id: context.caller.domainId,
    user_id: build.userId,
  };
}

const TRIGGER_WORDS = {
  MANUAL: 'Manual triggering',
  TIMED_EXECUTION: '定时触发',
  CODEHUB_TRIGGER: '代码更新触发',
  PIPELINE_TRIGGER: '流水线触发',
} as const;

function describePeriodRecord(
  context: HandlerContext,
  { build, startedAt, finishedAt, result }: BuildView,
): components['schemas']['PeriodHistoryRecord'] {
  return {
    record_id: build.dailyNumber,
    job_id: build.taskId,
    build_number: build.number,
    start_time: formatLocal(startedAt ?? build.createdAt),
    end_time: finishedAt === undefined ? null : formatLocal(finishedAt),
    result: result ?? null,
    branch: build.branch,
    commit_id: build.commit,
    commit_message: build.commitMessage,
    executor: userOf(context.state, build.userId).name,
    trigger_type: TRIGGER_WORDS[build.trigger],
  };
}

/** Reads a day. The pattern has been checked, the day may still not exist. */
function readDay(context: HandlerContext, name: string, text: string): number {
  const day = parseDay(text);
  if (Number.isNaN(day)) throw context.invalid(`${name} is no day: ${text}.`);
  return day;
}

export const buildRecords: BuildHandlers = {
  showJobBuildRecordDetail({ path }, context) {
    return { result: describeRecord(context, findBuild(context, path.job_id, path.build_no)), ...SUCCESS };
  },

  showRecordDetail({ path }, context) {
    return { result: describeRecord(context, findBuild(context, path.job_id, path.build_no)), ...SUCCESS };
  },

  showListPeriodHistory({ path, query }, context) {
    findTask(context, path.job_id);
    const from = readDay(context, 'start_time', query.start_time);
    const until = readDay(context, 'end_time', query.end_time) + DAY_MS;
    if (until <= from) throw context.invalid('end_time is before start_time.');
    if (until - from > 31 * DAY_MS) {
      const code = buildCode(context.operation, '00031105');
      throw serviceError(400, code, 'The days from start_time to end_time are more than 31.');
    }
    const views = listBuilds(context, path.job_id).filter(
      ({ build }) => build.createdAt >= from && build.createdAt < until,
    );
    const page = slicePage(views, query.offset, query.limit);
    return { total: views.length, history_records: page.map((view) => describePeriodRecord(context, view)) };
  },
};
