/** Reports: success rate, duration and unit tests of builds. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { countWork } from '../build-log.js';
import { describeStages, runTimeMs, stageName } from '../describe-build.js';
import { viewBuild, type BuildView } from '../engine.js';
import { buildCode, serviceError } from '../error.js';
import { type BuildHandlers, type HandlerContext, Reply, SUCCESS } from '../handler.js';
import { findBuild, findTask, listBuilds, regionOf } from '../lookup.js';
import { createRandom } from '../random.js';
import { repositoryNameOf } from '../repository.js';
import { formatReportDay, formatUtc, parseDay } from '../time-format.js';
import {
  readCoverage,
  readJunit,
  sumCounts,
  type ReportContent,
  type ReportFiles,
  type TestCounts,
} from '../uploaded-report.js';
import { UploadedFile } from '../validate.js';
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

/** The unit tests of one step of a build, or of all steps. Stage and report ID are undefined if no step ran tests. */
interface TestReport {
  view: BuildView;
  stage: string | undefined;
  rootId: string | undefined;
  counts: TestCounts;
  endedAt: number;
}

/** The code coverage of one step of a build. */
interface Coverage {
  stage: string;
  rootId: string;
  /** Percentage of covered lines. */
  percent: number;
  files: ReportFiles;
}

/** The module whose log contains unit tests. */
const TESTING_MODULE = 'external_maven';

/** Lists the steps of a build that ran unit tests: successful ones. */
const listTestingSteps = (view: BuildView) =>
  view.steps.flatMap(({ plan, status, startedAt, endedAt }, index) => {
    if (plan.module !== TESTING_MODULE || status !== 'success' || startedAt === undefined || endedAt === undefined) {
      return [];
    }
    const rootId = createRandom(view.build.seed + 2_000 + index).uuid();
    const total = countWork(view.build).tests;
    const executionMs = Math.round((endedAt - startedAt) / 4);
    return [{ stage: stageName(index), rootId, total, executionMs, endedAt }];
  });

/** Lists the unit test reports of a build: those of its steps, then the uploaded ones. */
function listTestReports(view: BuildView): TestReport[] {
  const own = listTestingSteps(view).map(({ stage, rootId, total, executionMs, endedAt }) => {
    const counts = { total, failures: 0, errors: 0, skipped: 2, executionMs };
    return { view, stage, rootId, counts, endedAt };
  });
  const uploaded = view.build.reports.flatMap((report) =>
    report.kind === 'tests' ? [{ view, ...report, endedAt: report.uploadedAt }] : [],
  );
  return [...own, ...uploaded];
}

function describeTests(context: HandlerContext, report: TestReport): Schemas['UnitTestReport'] {
  const { total, failures, errors, skipped, executionMs } = report.counts;
  const success = total - failures - errors - skipped;
  return {
    job_id: report.view.build.taskId,
    build_no: report.view.build.number,
    ...(report.stage !== undefined && { stage_name: report.stage }),
    ...(report.rootId !== undefined && { root_id: report.rootId }),
    total,
    success,
    failures,
    errors,
    others: skipped,
    success_density: total === 0 ? 0 : success / total,
    execution_time: executionMs,
    genrate_time: formatUtc(report.endedAt),
    region: regionOf(context),
    is_success: failures + errors === 0,
  };
}

/** Sums the unit tests of all steps. */
function sumTests(context: HandlerContext, view: BuildView, reports: readonly TestReport[]): Schemas['UnitTestReport'] {
  const [first] = reports;
  return describeTests(context, {
    view,
    stage: first?.stage,
    rootId: first?.rootId,
    counts: sumCounts(reports.map(({ counts }) => counts)),
    endedAt: first?.endedAt ?? view.finishedAt ?? context.now,
  });
}

/** Prints the page of a coverage report. */
const printCoverage = ({ build }: BuildView, stage: string, tests: number, percent: number): string =>
  `<!doctype html>
<title>Coverage of ${build.dailyNumber}</title>
<p>Build ${String(build.number)}, ${stage}: ${String(tests)} tests, ${String(percent)} % of the lines.
`;

/** Lists the coverage reports of a build: those of its steps, then the uploaded ones. */
function listCoverage(context: HandlerContext, taskId: string, number: number): Coverage[] {
  const view = viewBuild(findBuild(context, taskId, number), context.now);
  const own = listTestingSteps(view).map(({ stage, rootId, total }) => {
    const percent = 50 + (total % 50);
    return { stage, rootId, percent, files: { 'index.html': printCoverage(view, stage, total, percent) } };
  });
  return [...own, ...view.build.reports.filter((report) => report.kind === 'coverage')];
}

/** Returns a coverage report of a build. @throws SandboxError 422 if it does not exist. */
function findCoverage(context: HandlerContext, taskId: string, number: number, rootId: string): Coverage {
  const report = listCoverage(context, taskId, number).find((candidate) => candidate.rootId === rootId);
  if (!report) throw context.unknownId(`report ${rootId} of build ${String(number)}`);
  return report;
}

/** The parameters of an upload. */
interface UploadQuery {
  job_id: string;
  build_no: number;
  node_id: string;
}

/** Returns the texts of uploaded files by name. A file with the name of an earlier one gets a number. */
function readFiles(context: HandlerContext, parts: readonly unknown[]): ReportFiles {
  const files: Record<string, string> = {};
  for (const part of parts) {
    if (!(part instanceof UploadedFile)) throw context.invalid('files must be form parts with a file name.');
    const isTaken = Object.hasOwn(files, part.name);
    const name = isTaken ? `${String(Object.keys(files).length)}-${part.name}` : part.name;
    files[name] = new TextDecoder().decode(part.bytes);
  }
  return files;
}

/**
 * Adds a report to a step of a build. A second report of the step is kept beside the first one.
 *
 * @throws SandboxError 422 if the build or the step does not exist.
 */
function addReport(context: HandlerContext, { job_id, build_no, node_id }: UploadQuery, content: ReportContent) {
  const build = findBuild(context, job_id, build_no, 'is_execute');
  const view = viewBuild(build, context.now);
  const stages = Object.values(describeStages(view));
  const position = stages.findIndex(({ node_id: id }) => String(id) === node_id);
  // The first and the last stage are no steps.
  if (position < 1 || position === stages.length - 1) {
    throw context.unknownId(`step ${node_id} of build ${String(build_no)}`);
  }
  const facts = { rootId: context.state.random.uuid(), stage: stageName(position - 1), uploadedAt: context.now };
  build.reports.push({ ...facts, ...content });
  return SUCCESS;
}

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
    const unit_summary_list = listCoverage(context, query.job_id, query.build_no).map(({ stage, rootId }) => ({
      job_id: query.job_id,
      build_no: query.build_no,
      stage_name: stage,
      root_id: rootId,
      region: regionOf(context),
    }));
    return { result: { unit_summary_list }, ...SUCCESS };
  },

  showCoverageMetrics({ path, query }, context) {
    const { percent } = findCoverage(context, path.job_id, path.build_no, query.root_id);
    // The form of the string is undocumented: here it is the percentage of covered lines.
    return { result: String(percent), ...SUCCESS };
  },

  downloadJunitCoverageZip({ query }, context) {
    const { rootId, files } = findCoverage(context, query.job_id, query.build_no, query.root_id);
    return new Reply(createZip(files), { 'content-disposition': `attachment; filename="${rootId}.zip"` });
  },

  uploadJunitReport({ query, body }, context) {
    const counts = readJunit(readFiles(context, body.files));
    if (!counts) throw context.invalid('files must be JUnit reports (XML with testsuite elements).');
    return addReport(context, query, { kind: 'tests', counts });
  },

  uploadCoverageReport({ query, body }, context) {
    const files = readFiles(context, body.files);
    const percent = readCoverage(files);
    if (percent === undefined) throw context.invalid('files must be JaCoCo or Cobertura reports (XML).');
    return addReport(context, query, { kind: 'coverage', percent, files });
  },
};
