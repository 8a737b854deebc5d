/** Waits for builds on the clock of the sandbox, with the client's own intervals and with a poll every five seconds. */
import { createClient, type BuildRun, type CodeArtsBuildClient } from 'codearts-build';
import { createSandbox } from 'codearts-build/sandbox';
import { readInput, report } from '../program.js';

export interface PollBuildsInput {
  /** Planned duration of a build in milliseconds. Each step varies by up to a fifth. */
  lengthMs: number;
  /** Whether the task has earlier builds of that duration. */
  withHistory: boolean;
  /** Number of builds to wait for. */
  builds: number;
}

/** Measurements of one wait. */
export interface WaitReport {
  /** Number of requests. */
  requests: number;
  /** Milliseconds from the end of the build until the wait returned. */
  delayMs: number;
}

export interface PollBuildsReport {
  paced: WaitReport[];
  fixed: WaitReport[];
}

const FIXED_POLL_MS = 5_000;
const PAST_BUILDS = 8;

/** Creates a random number generator (0 to 1) with the same sequence in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Creates a sandbox with a manual clock and a task without builds, with the given duration. */
function createFixture(seed: number, lengthMs: number) {
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true, randomSeed: seed });
  const job_id = sandbox.seed.jobIds['old-reports']!;
  const task = sandbox.state.tasks.get(job_id)!;
  task.disabled = false;
  task.steps = [0.1, 0.75, 0.15].map((share, at) => ({
    name: `step ${String(at)}`,
    module: 'external_maven',
    durationMs: lengthMs * share,
  }));
  let requests = 0;
  // Timers take whole milliseconds.
  const clock = {
    now: () => sandbox.clock.now(),
    sleep: (ms: number, signal?: AbortSignal) => sandbox.clock.sleep(Math.round(ms), signal),
  };
  const build = createClient({
    endpoint: 'http://sandbox',
    ...{ fetch: sandbox.fetch, clock, credentials: sandbox.credentials, random: createRandom(seed) },
    onEvent: ({ type }) => {
      if (type === 'request') requests += 1;
    },
  });

  /** Starts a build, waits for it with the given function and returns the measurements. */
  async function measure(
    wait: (build: CodeArtsBuildClient, buildNo: number) => ReturnType<BuildRun['wait']>,
  ): Promise<WaitReport> {
    const { buildNo } = await build.startBuild({ jobId: job_id });
    requests = 0;
    const record = await wait(build, buildNo);
    return { requests, delayMs: sandbox.clock.now() - Date.parse(record.finish_time ?? '') };
  }

  return {
    paced: () => measure((client, buildNo) => client.attachBuild({ jobId: job_id, buildNo }).wait()),
    fixed: () =>
      measure(async (client, buildNo) => {
        for (;;) {
          const { result } = await client.showJobBuildRecordDetail({ job_id, build_no: buildNo });
          if (result?.finish_time) return result;
          await sandbox.clock.sleep(FIXED_POLL_MS);
        }
      }),
    close: () => sandbox.close(),
  };
}

const { lengthMs, withHistory, builds } = readInput() as PollBuildsInput;
const paced: WaitReport[] = [];
const fixed: WaitReport[] = [];
for (let seed = 1; seed <= builds; seed += 1) {
  for (const [mode, reports] of [['paced', paced] as const, ['fixed', fixed] as const]) {
    const fixture = createFixture(seed, lengthMs);
    for (let past = 0; withHistory && past < PAST_BUILDS; past += 1) await fixture.paced();
    reports.push(await fixture[mode]());
    await fixture.close();
  }
}
report({ paced, fixed });
