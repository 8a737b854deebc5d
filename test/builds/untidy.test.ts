/** Builds, lists and logs against an untidy service. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { AmbiguousStartError, BuildFailedError, createClient, parseLogLine } from '../../src/index.js';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { realism } from '../support/realism.js';

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

function createSetup(options: SandboxOptions = {}) {
  const seed = realism === false ? 1 : realism.seed;
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true, realism: { seed }, ...options });
  onTestFinished(() => sandbox.close());
  const { credentials, clock, fetch } = sandbox;
  const build = createClient({ endpoint: 'http://sandbox.localhost', credentials, clock, fetch, random: () => 0.5 });
  return { sandbox, build, jobId: sandbox.seed.jobIds['web-shop']! };
}

const runs = Array.from({ length: 8 }, (_, index) => index);

describe.each(['v1', 'v3'] as const)('by the %s operations', (apiVersion) => {
  test.each(runs)('a build is started, followed and waited for, with its whole log: %d', async (randomSeed) => {
    const { build, jobId } = createSetup({ randomSeed });
    const run = await build.startBuild({ jobId }, { apiVersion });
    const [record, lines] = await Promise.all([run.wait(), collect(run.log())]);
    expect(record.status).toMatch(/^success$/i);
    const whole = await (await run.download('log')).text();
    expect(lines).toEqual(whole.trimEnd().split('\n'));
    expect(lines.map((line) => parseLogLine(line).text).filter((text) => /^( ?:|\[[^\]]* GMT)/.test(text))).toEqual([]);
  });

  test.each(runs)('a failed build is explained: %d', async (randomSeed) => {
    const { build, jobId } = createSetup({ randomSeed });
    const run = await build.startBuild({ jobId, params: { sandbox_scenario: 'fail:2' } }, { apiVersion });
    const error: unknown = await run.wait().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BuildFailedError);
    expect((error as BuildFailedError).logTail.join('\n')).toContain('The command failed with exit code 1.');
  });

  test.each(runs)('a build is stopped, also immediately after its start: %d', async (randomSeed) => {
    const { build, jobId } = createSetup({ randomSeed });
    const run = await build.startBuild({ jobId, params: { sandbox_scenario: 'timeout:2' } }, { apiVersion });
    await run.stop();
    expect((await run.wait({ throwOnFailure: false })).status).toMatch(/^aborted$/i);
  });

  test.each(runs)('a start whose response is lost is found: %d', async (randomSeed) => {
    const { sandbox, build, jobId } = createSetup({ randomSeed });
    sandbox.faults.add({
      kind: 'reset',
      operation: apiVersion === 'v1' ? 'executeJob' : 'runJob',
      execute: true,
      count: 1,
    });
    const error: unknown = await build.startBuild({ jobId }, { apiVersion }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AmbiguousStartError);
    expect((error as AmbiguousStartError).candidates?.map(({ buildNo }) => buildNo)).toEqual([9]);
  });
});

describe('a list', () => {
  test.each(runs)('of tasks, builds and records is complete, each item once: %d', async (randomSeed) => {
    const { sandbox, build, jobId } = createSetup({ randomSeed });
    sandbox.addBuilds(70, { job_id: jobId, durationMs: 20_000 });
    const project_id = sandbox.seed.projectId;
    const tasks = await collect(build.paginate('listProjectJobs', { project_id }));
    expect(tasks.map(({ id }) => id).sort()).toEqual(Object.values(sandbox.seed.jobIds).sort());
    const { result } = await build.showJobInfo({ job_id: jobId });
    const records = await collect(build.paginate('listRecords', { build_project_id: result.project_id }));
    const numbers = records.map(({ build_no }) => Number(build_no));
    expect(numbers).toEqual(Array.from({ length: 78 }, (_, index) => 78 - index));
    const history = await collect(build.paginate('showListHistory', { job_id: jobId, interval: 30 }));
    expect(history.map(({ build_number }) => build_number)).toEqual(numbers);
  });

  test.each(runs)('of many tasks is searched for a name to its end: %d', async (randomSeed) => {
    const { sandbox, build, jobId } = createSetup({ randomSeed });
    const { state } = sandbox;
    const task = state.tasks.get(jobId)!;
    for (let index = 0; index < 80; index += 1) {
      const id = String(index).padStart(32, 'a');
      state.tasks.set(id, { ...task, id, name: `web-shop-${String(index)}`, createdAt: task.createdAt + 1 });
    }
    const found = await build.findTask({ task: 'web-shop', project: sandbox.seed.projectId });
    expect(found.id).toBe(jobId);
  });
});
