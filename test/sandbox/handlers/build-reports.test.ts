import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildShop, createSetup, rejectionOf } from '../../support/sandbox-clients.js';

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
