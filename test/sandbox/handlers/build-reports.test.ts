import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildShop, createSetup, rejectionOf, type Setup } from '../../support/sandbox-clients.js';

/** A JUnit report with a failed, an erroneous and a skipped test among five. */
const JUNIT = `<testsuites><testsuite name="a" tests="5">
  <testcase name="one" time="0.2"/><testcase name="two" time="0.181"/>
  <testcase name="three"><failure message="no"/></testcase>
  <testcase name="four"><error message="no"/></testcase>
  <testcase name="five"><skipped/></testcase>
</testsuite></testsuites>`;

/** 88 of 100 lines; the counters of a class stand before those of the report. */
const JACOCO = `<report name="app"><package><counter type="LINE" missed="9" covered="1"/></package>
<counter type="INSTRUCTION" missed="1" covered="2"/><counter type="LINE" missed="12" covered="88"/></report>`;

const COBERTURA = '<coverage line-rate="0.5" lines-covered="50" lines-valid="100"></coverage>';

const file = (text: string, name = 'report.xml'): File => new File([text], name, { type: 'application/xml' });

const RECENT = { repository_name: 'web-shop', interval: 30 };

describe('reports', () => {
  test('count finished builds', async () => {
    const setup = createSetup();
    const { build, shop: job_id, sandbox } = setup;
    const ratio = async (): Promise<unknown> => {
      const { result } = await build.showJobBuildSuccessRatio({ job_id, ...RECENT });
      return [result?.total_success_ratio_fraction, result?.total_count, result?.total_success_count];
    };
    expect(await ratio()).toEqual(['6/8', 8, 6]);
    await build.executeJob({ body: { job_id } });
    expect(await ratio()).toEqual(['6/8', 8, 6]);
    await sandbox.clock.advance(3_700_000);
    expect(await ratio()).toEqual(['7/9', 9, 7]);
    await buildShop(setup, 'fail:2');
    expect(await ratio()).toEqual(['7/10', 10, 7]);
    await sandbox.clock.advance(31 * 86_400_000);
    expect(await ratio()).toEqual(['0/0', 0, 0]);
  });

  test('show the same success rate in v1 and v3', async () => {
    const setup = createSetup();
    const { build, shop: job_id, sandbox } = setup;
    const day = (offset: number): string =>
      new Date(sandbox.clock.now() + 8 * 3_600_000 - offset * 86_400_000).toISOString().slice(0, 10);
    expect(await build.showJobSuccessRatio({ job_id, start_time: day(20), end_time: day(0) })).toEqual({
      success_count: 6,
      total_count: 8,
      success_ratio: 0.75,
    });
    const long = build.showJobSuccessRatio({ job_id, start_time: day(31), end_time: day(0) });
    expect(await rejectionOf(long)).toBe('400 CB.00031105');
    const { result } = await build.showJobBuildSuccessRatio({ job_id, ...RECENT });
    expect(result?.every_day_report?.length).toBeGreaterThan(1);
    for (const { success_ratio: share } of result?.every_day_report ?? [])
      expect([0, 33, 50, 67, 75, 100]).toContain(share);
  });

  test('count only the requested branch and repository', async () => {
    const { build, shop: job_id, sandbox } = createSetup();
    await build.executeJob({ body: { job_id, parameter: [{ name: 'codeBranch', value: 'next' }] } });
    await sandbox.clock.advance(120_000);
    const { result } = await build.showJobBuildSuccessRatio({ job_id, ...RECENT, branch: 'next' });
    expect(result).toMatchObject({ branch: 'next', total_count: 1, total_success_count: 1 });
    const other = await build.showJobBuildSuccessRatio({ job_id, ...RECENT, repository_name: 'none' });
    expect(other.result).toMatchObject({ total_count: 0, every_day_report: [] });
  });

  test('show durations in seconds', async () => {
    const setup = createSetup();
    const number = await buildShop(setup, 'timeout:1');
    const { result } = await setup.build.showJobBuildTime({ job_id: setup.shop, ...RECENT });
    const chart = result?.chart ?? [];
    expect(chart.map(({ build_number }) => build_number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, number]);
    expect(chart.at(-1)).toMatchObject({ build_time: 3_600, build_result: 'timeout' });
    expect(result).toMatchObject({ max_build_time: 3_600 });
    const sum = chart.reduce((total, { build_time: seconds = 0 }) => total + seconds, 0);
    expect(result?.avg_build_time).toBeCloseTo(sum / chart.length);
  });

  test('of tests match the log', async () => {
    const setup = createSetup();
    const { build, shop: job_id } = setup;
    const build_no = await buildShop(setup);
    const { result } = await build.showReportSummary({ job_id, build_no });
    const { result: log } = await build.downloadRealTimeLog({ job_id, build_no, offset: 0 });
    expect(log?.content).toContain(`Tests run: ${String(result?.summary?.total)},`);
    expect(result?.sub_summarys).toMatchObject([{ stage_name: 'stage2', total: result?.summary?.total, failures: 0 }]);
    const failed = await buildShop(setup, 'fail:2');
    const none = await build.showReportSummary({ job_id, build_no: failed });
    expect(none.result).toMatchObject({ summary: { total: 0 }, sub_summarys: [] });
  });

  /** A finished build, and the `node_id` of its second step. */
  async function finishBuild(setup: Setup) {
    const { build, shop: job_id } = setup;
    const build_no = await buildShop(setup);
    const { result: record } = await build.showJobBuildRecordDetail({ job_id, build_no });
    const { result } = await build.showBuildRecordFullStages({ record_id: record.build_record_id, cascade: true });
    return { job_id, build_no, node_id: String(result.build_stages!['stage3']!.node_id) };
  }

  test('that are uploaded are added to those of the build', async () => {
    const setup = createSetup();
    const { build } = setup;
    const { job_id, build_no, node_id } = await finishBuild(setup);
    const { result: before } = await build.showReportSummary({ job_id, build_no });
    const query = { job_id, build_no, node_id };
    await build.uploadJunitReport({
      ...query,
      body: { files: [file(JUNIT), file('<testsuite><testcase/></testsuite>')] },
    });
    const { result: after } = await build.showReportSummary({ job_id, build_no });
    const counts = { total: 6, success: 3, failures: 1, errors: 1, others: 1, is_success: false };
    expect(after?.sub_summarys).toMatchObject([
      before.sub_summarys![0]!,
      { ...counts, stage_name: 'stage3', success_density: 0.5, execution_time: 381 },
    ]);
    expect(after?.summary).toMatchObject({ total: before.summary!.total! + 6, failures: 1, is_success: false });
    expect((await build.showReportSummary({ job_id, build_no: 1 })).result?.sub_summarys).toHaveLength(1);
  });

  test('that are uploaded twice are kept twice', async () => {
    const setup = createSetup();
    const query = await finishBuild(setup);
    for (let count = 0; count < 2; count += 1) {
      await setup.build.uploadJunitReport({ ...query, body: { files: [file(JUNIT)] } });
    }
    const { job_id, build_no } = query;
    const { result } = await setup.build.showReportSummary({ job_id, build_no });
    expect(result?.sub_summarys).toHaveLength(3);
  });

  test.each([
    ['JaCoCo', [file(JACOCO)], '88'],
    ['Cobertura', [file(COBERTURA)], '50'],
    ['both, with the same name', [file(JACOCO), file(COBERTURA)], '69'],
    ['nothing', [file('<coverage lines-covered="0" lines-valid="0"/>')], '0'],
  ])('of the coverage of %s are listed, measured and downloaded', async (_, files, percent) => {
    const setup = createSetup();
    const { build } = setup;
    const { job_id, build_no, node_id } = await finishBuild(setup);
    await build.uploadCoverageReport({ job_id, build_no, node_id, body: { files } });
    const { result } = await build.listJunitCoverageSummary({ job_id, build_no });
    const [, { root_id = '', stage_name } = {}] = result.unit_summary_list;
    expect(stage_name).toBe('stage3');
    expect((await build.showCoverageMetrics({ job_id, build_no, root_id })).result).toBe(percent);
    const archive = new TextDecoder().decode(
      await (await build.downloadJunitCoverageZip({ job_id, build_no, root_id })).bytes(),
    );
    for (const uploaded of files) {
      expect(archive).toContain(uploaded.name);
      expect(archive).toContain(await uploaded.text());
    }
  });

  test('of the coverage of a build that ran tests have a percentage', async () => {
    const setup = createSetup();
    const { job_id, build_no } = await finishBuild(setup);
    const { result } = await setup.build.listJunitCoverageSummary({ job_id, build_no });
    const root_id = result?.unit_summary_list?.[0]?.root_id ?? '';
    expect((await setup.build.showCoverageMetrics({ job_id, build_no, root_id })).result).toMatch(/^\d{2}$/);
    const unknown = setup.build.showCoverageMetrics({ job_id, build_no, root_id: 'none' });
    expect(await rejectionOf(unknown)).toBe('422 DEVCB.00031006');
  });

  test.each([
    ['another format', {}, [file('{}')], '400 DEVCB.00060200'],
    ['one file of another format', {}, [file(JUNIT + JACOCO), file('{}', 'b.json')], '400 DEVCB.00060200'],
    ['an unknown step', { node_id: '99' }, [file(JUNIT + JACOCO)], '422 DEVCB.00031006'],
    ['the initialization', { node_id: '9' }, [file(JUNIT + JACOCO)], '422 DEVCB.00031006'],
    ['an unknown build', { build_no: 99 }, [file(JUNIT + JACOCO)], '422 DEVCB.00031006'],
  ])('of %s are rejected, and nothing is stored', async (_, change, files, error) => {
    const setup = createSetup();
    const query = await finishBuild(setup);
    const { sandbox, build } = setup;
    const before = structuredClone(sandbox.state.builds);
    for (const name of ['uploadJunitReport', 'uploadCoverageReport'] as const) {
      expect(await rejectionOf(build[name]({ ...query, ...change, body: { files } }))).toBe(error);
    }
    expect(sandbox.state.builds).toEqual(before);
  });

  test('without a file are rejected', async () => {
    const setup = createSetup();
    const query = await finishBuild(setup);
    const other = { note: new Blob(['x']) } as never;
    expect(await rejectionOf(setup.build.uploadJunitReport({ ...query, body: other }))).toBe('400 DEVCB.00060200');
  });

  test('of coverage are valid ZIP archives', async () => {
    const setup = createSetup();
    const { build, shop: job_id } = setup;
    const build_no = await buildShop(setup);
    const { result } = await build.listJunitCoverageSummary({ job_id, build_no });
    expect(result?.unit_summary_list).toHaveLength(1);
    const root_id = result?.unit_summary_list?.[0]?.root_id ?? '';
    const archive = await build.downloadJunitCoverageZip({ job_id, build_no, root_id });
    const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const path = join(folder, 'report.zip');
    writeFileSync(path, await archive.bytes());
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.read("index.html").decode())';
    expect(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })).toContain('stage2');
    const unknown = build.downloadJunitCoverageZip({ job_id, build_no, root_id: 'none' });
    expect(await rejectionOf(unknown)).toBe('422 DEVCB.00031006');
  });
});
