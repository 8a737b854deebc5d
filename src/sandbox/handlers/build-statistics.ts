/** Statistics of builds: success rate and duration. */
import { runTimeMs } from '../describe-build.js';
import type { BuildView } from '../engine.js';
import { buildCode, serviceError } from '../error.js';
import type { BuildHandlers, HandlerContext } from '../handler.js';
import { findTask, listBuilds } from '../lookup.js';
import { repositoryNameOf } from '../repository.js';
import { formatReportDay, parseDay } from '../time-format.js';

const DAY_MS = 86_400_000;

const ALL_BRANCHES = 'all';

/** Returns the finished builds of a task, oldest first. */
const endedBuilds = (context: HandlerContext, taskId: string): BuildView[] =>
  listBuilds(context, findTask(context, taskId).id)
    .filter(({ phase }) => phase === 'finished')
    .reverse();

interface ReportQuery {
  job_id: string;
  repository_name: string;
  branch?: string;
  interval: number;
}

/** Returns the builds in the interval of a report. */
function reportedBuilds(context: HandlerContext, query: ReportQuery): BuildView[] {
  const { branch = ALL_BRANCHES, interval, repository_name: repository } = query;
  const since = context.now - interval * DAY_MS;
  return endedBuilds(context, query.job_id).filter(
    ({ build }) =>
      build.createdAt >= since &&
      repositoryNameOf(build) === repository &&
      (branch === ALL_BRANCHES || branch === '' || build.branch === branch),
  );
}

const countSuccesses = (views: readonly BuildView[]): number =>
  views.filter(({ result }) => result === 'SUCCESS').length;

/** Reads a day. The pattern was validated, but the day may not exist. */
function readDay(context: HandlerContext, name: string, text: string): number {
  const day = parseDay(text);
  if (Number.isNaN(day)) throw context.invalid(`${name} must be a valid day; received ${text}.`);
  return day;
}

/** Handlers of statistics. Builds are sorted by their start. */
export const buildStatistics: BuildHandlers = {
  showJobBuildSuccessRatio({ query }, context) {
    const views = reportedBuilds(context, query);
    const days = new Map<string, BuildView[]>();
    for (const view of views) {
      const day = formatReportDay(view.build.createdAt);
      days.set(day, [...(days.get(day) ?? []), view]);
    }
    const successes = countSuccesses(views);
    const result = {
      job_id: query.job_id,
      branch: query.branch ?? ALL_BRANCHES,
      total_count: views.length,
      total_success_count: successes,
      total_success_ratio_fraction: `${String(successes)}/${String(views.length)}`,
      every_day_report: [...days].map(([date, ofDay]) => ({
        date,
        success_ratio: Math.round((100 * countSuccesses(ofDay)) / ofDay.length),
      })),
    };
    return { result, status: 'success' };
  },

  showJobSuccessRatio({ path, query }, context) {
    const from = readDay(context, 'start_time', query.start_time);
    const lastDay = readDay(context, 'end_time', query.end_time);
    if (lastDay < from) throw context.invalid('end_time is before start_time.');
    if (lastDay - from > 30 * DAY_MS) {
      const code = buildCode(context.operation, '00031105');
      throw serviceError(400, code, 'start_time and end_time are more than 30 days apart.');
    }
    const views = endedBuilds(context, path.job_id).filter(
      ({ build }) => build.createdAt >= from && build.createdAt < lastDay + DAY_MS,
    );
    const success_count = countSuccesses(views);
    const success_ratio = views.length === 0 ? 0 : Math.round((100 * success_count) / views.length) / 100;
    return { success_count, total_count: views.length, success_ratio };
  },

  showJobBuildTime({ query }, context) {
    const chart = reportedBuilds(context, query).map((view) => ({
      build_number: view.build.number,
      daily_build_number: view.build.dailyNumber,
      build_time: Math.round((runTimeMs(view) ?? 0) / 1_000),
      build_result: view.aborted === 'timeout' ? 'timeout' : (view.result ?? null),
    }));
    const times = chart.map(({ build_time: seconds }) => seconds);
    const result = {
      job_id: query.job_id,
      avg_build_time: times.length === 0 ? 0 : times.reduce((sum, time) => sum + time, 0) / times.length,
      max_build_time: times.length === 0 ? 0 : Math.max(...times),
      min_build_time: times.length === 0 ? 0 : Math.min(...times),
      chart,
    };
    return { result, status: 'success' };
  },
};
