/** Reports of builds: unit tests and code coverage. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { countWork } from '../build-log.js';
import { describeStages, stageName } from '../describe-build.js';
import { viewBuild, type BuildView } from '../engine.js';
import { type BuildHandlers, type HandlerContext, Reply, SUCCESS } from '../handler.js';
import { findBuild, regionOf } from '../lookup.js';
import { createRandom } from '../random.js';
import { formatUtc } from '../time-format.js';
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

/** Handlers of reports. */
export const buildReports: BuildHandlers = {
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
