import { describe, expect, test } from 'vitest';
import { createSandbox, type RealismOptions } from '../../src/sandbox/index.js';
import { createSetup, type Setup } from '../support/sandbox-clients.js';

const OFF = {
  ...{ cappedPages: false, mixedNumbers: false, missingMembers: false, mixedCase: false },
  ...{ maintenancePages: false, lateRecords: false, skewedClock: false },
};

/** Creates a sandbox with one untidy side. */
const setUp = (realism: RealismOptions): Setup => createSetup({ realism: { ...OFF, ...realism } });

const seeds = [1, 2, 3, 4, 5, 6];

test.each([
  ['yes', 'realism must be a boolean or an object; received "yes"'],
  [{ seed: 0.5 }, 'realism.seed must be an integer; received 0.5'],
  [{ late: true }, 'realism: "late" must be one of seed, cappedPages, '],
  [{ mixedCase: 1 }, 'realism.mixedCase must be a boolean; received 1'],
])('createSandbox rejects realism: %j', (realism, message) => {
  expect(() => createSandbox({ realism: realism as never })).toThrow(TypeError);
  expect(() => createSandbox({ realism: realism as never })).toThrow(message);
});

test('without realism, and with each of its sides turned off, responses are the same', async () => {
  const responses = await Promise.all(
    [createSetup(), setUp({})].map(async ({ build, shop: job_id }) => [
      await build.showJobBuildRecordDetail({ job_id, build_no: 3 }),
      await build.showListHistory({ job_id, interval: 30, offset: 0, limit: 100 }),
    ]),
  );
  expect(responses[1]).toEqual(responses[0]);
});

test.each(seeds)('the same seed gives the same responses to the same requests: %d', async (seed) => {
  const read = async () => {
    const { build, sandbox, shop: job_id } = createSetup({ realism: { seed } });
    const input = { project_id: sandbox.seed.projectId, page_index: 0, page_size: 100 };
    return [await build.listProjectJobs(input), await build.showJobInfo({ job_id }), sandbox.state.random.position()];
  };
  expect(await read()).toEqual(await read());
});

describe.each(seeds)('with seed %d', (seed) => {
  test('pages are smaller than requested, and their numbers continue the list', async () => {
    const { build, sandbox, shop: job_id } = setUp({ seed, cappedPages: true });
    sandbox.addBuilds(60, { job_id });
    const pageOf = async (offset: number) =>
      (await build.showListHistory({ job_id, interval: 30, offset, limit: 100 })).history_records ?? [];
    const [first, second] = [await pageOf(0), await pageOf(1)];
    expect(first.length).toBeGreaterThanOrEqual(5);
    expect(first.length).toBeLessThanOrEqual(30);
    expect(second[0]?.build_number).toBe(first.at(-1)!.build_number - 1);
  });

  test('members are missing only if the description allows it, and never those that identify an object', async () => {
    const { build, sandbox, shop: job_id } = setUp({ seed, missingMembers: true });
    const tidy = createSetup();
    let missing = 0;
    for (let round = 0; round < 20; round += 1) {
      const { result } = await build.showJobBuildRecordDetail({ job_id, build_no: 3 });
      const { result: whole } = await tidy.build.showJobBuildRecordDetail({ job_id: tidy.shop, build_no: 3 });
      expect(result).toMatchObject({ build_no: 3, codeci_job_id: job_id, build_record_id: whole?.build_record_id });
      missing += Object.keys(whole ?? {}).length - Object.values(result ?? {}).filter((value) => value !== null).length;
    }
    await sandbox.close();
    expect(missing).toBeGreaterThan(5);
  });

  test('status words have several cases', async () => {
    const { build, shop: job_id } = setUp({ seed, mixedCase: true });
    const words = new Set<unknown>();
    for (let round = 0; round < 20; round += 1) {
      words.add((await build.showJobBuildRecordDetail({ job_id, build_no: 3 })).result?.status);
    }
    expect([...words].sort()).toEqual(['FAILURE', 'Failure', 'failure']);
  });

  test('numbers are strings if the description allows it', async () => {
    const { build, shop: job_id } = setUp({ seed, mixedNumbers: true });
    const types = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const { result } = await build.downloadBuildRealTimeLog({ job_id, build_no: 3, size: '1000' });
      expect(typeof result?.has_more).toBe('boolean');
      types.add(typeof result?.end_offset);
    }
    expect([...types].sort()).toEqual(['number', 'string']);
  });

  test('a repeated request for a build gets a maintenance page at times, the first one never', async () => {
    const { sandbox, build, shop: job_id } = setUp({ seed, maintenancePages: true });
    const failures: unknown[] = [];
    for (let round = 0; round < 100; round += 1) {
      const error: unknown = await build.showJobBuildRecordDetail({ job_id, build_no: 3 }).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (round === 0) expect(error).toBeUndefined();
      if (error) failures.push((error as { status?: number }).status);
    }
    await sandbox.close();
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(failures.length).toBeLessThan(25);
  });

  test('a new build appears within three seconds', async () => {
    const { sandbox, build, shop: job_id } = setUp({ seed, lateRecords: true });
    let late = 0;
    for (let round = 0; round < 10; round += 1) {
      const build_no = Number((await build.executeJob({ body: { job_id } })).result?.actual_build_number);
      const isFound = () =>
        build.showJobBuildRecordDetail({ job_id, build_no }).then(
          () => true,
          () => false,
        );
      if (!(await isFound())) late += 1;
      await sandbox.clock.advance(3_000);
      expect(await isFound()).toBe(true);
    }
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(10);
  });

  test('the Date of responses is one to five minutes off, and signatures with that time are accepted', async () => {
    const { build, sandbox, shop: job_id } = setUp({ seed, skewedClock: true });
    const { response } = await build.showJobInfo({ job_id }).withResponse();
    const offMs = Math.abs(Date.parse(response.headers.get('date') ?? '') - sandbox.clock.now());
    expect(offMs).toBeGreaterThan(59_000);
    expect(offMs).toBeLessThanOrEqual(300_000);
  });
});
