/** Reports: success rate, duration and unit tests of builds. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { countWork } from '../build-log.js';
import { runTimeMs, stageName } from '../describe-build.js';
import { viewBuild, type BuildView } from '../engine.js';
import { buildCode, serviceError } from '../error.js';
import { type BuildHandlers, type HandlerContext, Reply, SUCCESS } from '../handler.js';
import { findBuild, findTask, listBuilds, regionOf } from '../lookup.js';
import { createRandom } from '../random.js';
import { repositoryNameOf } from '../repository.js';
import { formatReportDay, formatUtc, parseDay } from '../time-format.js';
import { createZip } from '../zip.js';

type Schemas = components['schemas'];

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

/** The unit tests of one step of a build. */
interface TestReport {
  view: BuildView;
  stage: string | undefined;
  rootId: string | undefined;
  total: number;
  skipped: number;
  executionMs: number;
  endedAt: number;
}

/** The unit tests of a step, with the stage name and report ID. */
type StepTestReport = TestReport & { stage: string; rootId: string };

/** The module whose log contains unit tests. */
const TESTING_MODULE = 'external_maven';

/** Lists the unit tests of a build: those of successful steps. */
const listTestReports = (view: BuildView): StepTestReport[] =>
  view.steps.flatMap(({ plan, status, startedAt, endedAt }, index) => {
    if (plan.module !== TESTING_MODULE || status !== 'success' || startedAt === undefined || endedAt === undefined) {
      return [];
    }
    const rootId = createRandom(view.build.seed + 2_000 + index).uuid();
    const total = countWork(view.build).tests;
    const executionMs = Math.round((endedAt - startedAt) / 4);
    return [{ view, stage: stageName(index), rootId, total, skipped: 2, executionMs, endedAt }];
  });

const describeTests = (context: HandlerContext, report: TestReport): Schemas['UnitTestReport'] => ({
  job_id: report.view.build.taskId,
  build_no: report.view.build.number,
  ...(report.stage !== undefined && { stage_name: report.stage }),
  ...(report.rootId !== undefined && { root_id: report.rootId }),
  total: report.total,
  success: report.total - report.skipped,
  failures: 0,
  errors: 0,
  others: report.skipped,
  success_density: report.total === 0 ? 0 : (report.total - report.skipped) / report.total,
  execution_time: report.executionMs,
  genrate_time: formatUtc(report.endedAt),
  region: regionOf(context),
  is_success: true,
});

/** Sums the unit tests of all steps. Stage and report ID are absent if no step ran tests. */
function sumTests(context: HandlerContext, view: BuildView, reports: readonly TestReport[]): Schemas['UnitTestReport'] {
  const [first] = reports;
  const sum = (count: (report: TestReport) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  return describeTests(context, {
    view,
    stage: first?.stage,
    rootId: first?.rootId,
    total: sum(({ total }) => total),
    skipped: sum(({ skipped }) => skipped),
    executionMs: sum(({ executionMs }) => executionMs),
    endedAt: first?.endedAt ?? view.finishedAt ?? context.now,
  });
}

const reportsOf = (context: HandlerContext, taskId: string, number: number): StepTestReport[] =>
  listTestReports(viewBuild(findBuild(context, taskId, number), context.now));

/** Prints the page of a coverage report. */
const printCoverage = ({ view, stage, total }: StepTestReport): string =>
  `<!doctype html>
<title>Coverage of ${view.build.dailyNumber}</title>
<p>Build ${String(view.build.number)}, ${stage}: ${String(total)} tests, ${String(50 + (total % 50))} % of the lines.
`;

/** Handlers of reports. Builds are sorted by their start. */
export const buildReports: BuildHandlers = {
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

  showReportSummary({ path, query }, context) {
    const view = viewBuild(findBuild(context, path.job_id, query.build_no), context.now);
    const reports = listTestReports(view);
    const sub_summarys = reports.map((report) => describeTests(context, report));
    return { result: { summary: sumTests(context, view, reports), sub_summarys }, ...SUCCESS };
  },

  listJunitCoverageSummary({ query }, context) {
    const unit_summary_list = reportsOf(context, query.job_id, query.build_no).map(({ stage, rootId }) => ({
      job_id: query.job_id,
      build_no: query.build_no,
      stage_name: stage,
      root_id: rootId,
      region: regionOf(context),
    }));
    return { result: { unit_summary_list }, ...SUCCESS };
  },

  downloadJunitCoverageZip({ query }, context) {
    const report = reportsOf(context, query.job_id, query.build_no).find(({ rootId }) => rootId === query.root_id);
    if (!report) throw context.unknownId(`report ${query.root_id} of build ${String(query.build_no)}`);
    return new Reply(createZip({ 'index.html': printCoverage(report) }), {
      'content-disposition': `attachment; filename="${report.rootId}.zip"`,
    });
  },
};
