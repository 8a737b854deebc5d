/** Build records, build history and stages. */
import type { components } from '../../../generated/codearts-build/schema.js';
import {
  describeHistory,
  describePeriodRecord,
  describeProjectRecord,
  describeRecord,
  describeStages,
  describeSummary,
  MASK,
} from '../describe-build.js';
import { viewBuild, type BuildView } from '../engine.js';
import { buildCode, serviceError } from '../error.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { requireTaskRight, findBuild, findRecord, findTask, slicePage } from '../lookup.js';
import { buildsOf } from '../state.js';
import type { Build, Task } from '../task.js';
import { healthScore } from '../task-status.js';
import { parseDay, parseLocal } from '../time-format.js';

const DAY_MS = 86_400_000;

/** Maximum time range of the lists. */
const MAX_RANGE_MS = 31 * DAY_MS;

/** Returns a build by task and number, at the time of the request. */
const viewOf = (context: HandlerContext, taskId: string, number: number): BuildView =>
  viewBuild(findBuild(context, taskId, number), context.now);

/** Reads a time. The pattern was validated, but the day may not exist. */
function readTime(context: HandlerContext, name: string, text: string, parse: (text: string) => number): number {
  const time = parse(text);
  if (Number.isNaN(time)) throw context.invalid(`${name} must be a valid time; received ${text}.`);
  return time;
}

function checkRange(context: HandlerContext, from: number, until: number): void {
  if (until < from) throw context.invalid('end_time is before start_time.');
  if (until - from <= MAX_RANGE_MS) return;
  const code = buildCode(context.operation, '00031105');
  throw serviceError(400, code, 'start_time and end_time are more than 31 days apart.');
}

/** Returns the builds of a task that started in a time range, latest first. */
function buildsBetween(context: HandlerContext, taskId: string, from: number, until: number): Build[] {
  const builds = buildsOf(context.state, taskId)
    .filter((build) => context.isVisible(build))
    .reverse();
  if (from === -Infinity && until === Infinity) return builds;
  return builds.filter(({ createdAt }) => createdAt >= from && createdAt < until);
}

/** Returns a page of builds at the time of the request. Computes only the builds of the page. */
const viewPage = (context: HandlerContext, builds: readonly Build[], page: number, size: number): BuildView[] =>
  slicePage(builds, page, size).map((build) => viewBuild(build, context.now));

interface RangeQuery {
  start_time: string;
  end_time: string;
  page_index?: number;
  page_size?: number;
}

function listSummaries(
  context: HandlerContext,
  taskId: string,
  query: RangeQuery,
): components['schemas']['BuildRecordPage'] {
  const task = findTask(context, taskId);
  const { page_index: page = 0, page_size: size = 10 } = query;
  const from = readTime(context, 'start_time', query.start_time, parseLocal);
  const until = readTime(context, 'end_time', query.end_time, parseLocal);
  checkRange(context, from, until);
  const builds = buildsBetween(context, taskId, from, until + 1_000);
  return {
    job_build_states: viewPage(context, builds, page, size).map((view) => describeSummary(context, view)),
    page_index: String(page),
    total_page: String(size === 0 ? 0 : Math.ceil(builds.length / size)),
    total_record: String(builds.length),
    health_score: String(healthScore(context, task)),
  };
}

/** Returns the task of a build project. @throws SandboxError 422 if it does not exist, 403 if the caller cannot view it. */
function findBuildProject(context: HandlerContext, id: string): Task {
  for (const task of context.state.tasks.values()) {
    if (task.buildProjectId !== id) continue;
    requireTaskRight(context, task, 'is_view');
    return task;
  }
  throw context.unknownId(`build project ${id}`);
}

/** Returns the builds of a build project in a time range that may be open at both ends. */
function buildsOfProject(
  context: HandlerContext,
  id: string,
  query: { from_date?: string; to_date?: string },
): Build[] {
  const { from_date: fromDate, to_date: toDate } = query;
  const from = fromDate === undefined ? -Infinity : readTime(context, 'from_date', fromDate, parseLocal);
  const until = toDate === undefined ? Infinity : readTime(context, 'to_date', toDate, parseLocal) + 1_000;
  return buildsBetween(context, findBuildProject(context, id).id, from, until);
}

const contains = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || (value !== undefined && wanted.includes(value));

const STEP_WORDS = { waiting: '', running: 'running', success: 'success', error: 'error', aborted: 'error' } as const;

/** Handlers of records. Lists are sorted latest first. */
export const buildRecords: BuildHandlers = {
  showJobBuildRecordDetail({ path }, context) {
    return { result: describeRecord(context, viewOf(context, path.job_id, path.build_no)), ...SUCCESS };
  },

  showRecordDetail({ path }, context) {
    return { result: describeRecord(context, viewOf(context, path.job_id, path.build_no)), ...SUCCESS };
  },

  showRecordInfo({ path }, context) {
    const result = describeRecord(context, viewOf(context, path.job_id, path.build_no));
    return { success: true, message: null, err_code: null, result };
  },

  showBuildInfoRecord({ path }, context) {
    return { result: describeSummary(context, viewOf(context, path.job_id, path.build_no)), ...SUCCESS };
  },

  showBuildRecord({ path }, context) {
    const view = viewBuild(findRecord(context, path.record_id), context.now);
    return { result: describeProjectRecord(context, view), ...SUCCESS };
  },

  showBuildRecordFullStages({ path }, context) {
    const view = viewBuild(findRecord(context, path.record_id), context.now);
    return { result: { build_stages: describeStages(view), check_stages: null }, ...SUCCESS };
  },

  listRecords({ path, query }, context) {
    const { page = 0, limit = 10, triggers, branches, tags } = query;
    const started = buildsOfProject(context, path.build_project_id, query);
    const isWanted = ({ trigger, branch, tag }: Build): boolean =>
      contains(triggers, trigger) && contains(branches, branch) && contains(tags, tag);
    const builds = triggers || branches || tags ? started.filter(isWanted) : started;
    const data = viewPage(context, builds, page, limit).map((view) => describeProjectRecord(context, view));
    // The service does not count here.
    return { result: { data, pagination: { page, limit, total: -1 } }, ...SUCCESS };
  },

  showJobTotal({ path, query }, context) {
    const total = buildsOfProject(context, path.build_project_id, query).length;
    return { result: { total }, ...SUCCESS };
  },

  listBuildInfoRecordByJobId({ path, query }, context) {
    return { result: listSummaries(context, path.job_id, query), ...SUCCESS };
  },

  listBuildInfoRecord({ path, query }, context) {
    return { result: listSummaries(context, path.job_id, query), ...SUCCESS };
  },

  showListHistory({ path, query }, context) {
    findTask(context, path.job_id);
    const builds = buildsBetween(context, path.job_id, context.now - query.interval * DAY_MS, Infinity);
    const history_records = viewPage(context, builds, query.offset, query.limit).map(describeHistory);
    return { total: builds.length, history_records };
  },

  showListPeriodHistory({ path, query }, context) {
    findTask(context, path.job_id);
    const from = readTime(context, 'start_time', query.start_time, parseDay);
    const lastDay = readTime(context, 'end_time', query.end_time, parseDay);
    checkRange(context, from, lastDay);
    const builds = buildsBetween(context, path.job_id, from, lastDay + DAY_MS);
    const page = viewPage(context, builds, query.offset, query.limit);
    return { total: builds.length, history_records: page.map((view) => describePeriodRecord(context, view)) };
  },

  showHistoryDetails({ path }, context) {
    const task = findTask(context, path.job_id);
    const build = context.state.builds.get(task.id)?.[path.build_number - 1];
    const view = build && context.isVisible(build) ? viewBuild(build, context.now) : undefined;
    if (view?.startedAt === undefined) {
      throw serviceError(403, buildCode(context.operation, '00031059'), 'The build has no history.');
    }
    return {
      job_name: view.build.taskName,
      build_number: view.build.number,
      project_id: task.projectId,
      project_name: context.state.projects.get(task.projectId)?.name ?? '',
      parameters: Object.fromEntries(
        view.build.parameters.map(({ name, value, secret }) => [name, secret ? MASK : value]),
      ),
      build_steps: view.steps.map(({ plan, startedAt, endedAt, status }) => ({
        name: plan.name,
        status: STEP_WORDS[status],
        build_time: startedAt === undefined ? 0 : (endedAt ?? context.now) - startedAt,
      })),
    };
  },
};
