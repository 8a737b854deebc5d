/** Waits for builds on the sandbox's clock, as the client does it and with a poll every five seconds. */
import { createClient, type BuildRun, type CodeArtsBuildClient } from 'codearts-build';
import { createSandbox } from 'codearts-build/sandbox';
import { readInput, report } from '../program.js';

export interface PollBuildsInput {
  /** How long a build is planned to take. Each of its steps takes up to a fifth more or less. */
  lengthMs: number;
  /** Whether the task had builds of that length before. */
  withHistory: boolean;
  /** How many builds are waited for. */
  builds: number;
}

/** How a wait went. */
export interface WaitReport {
  /** Requests that it took. */
  requests: number;
  /** Milliseconds from the build's end until the wait told of it. */
  delayMs: number;
}

export interface PollBuildsReport {
  paced: WaitReport[];
  fixed: WaitReport[];
}

const FIXED_POLL_MS = 5_000;
const PAST_BUILDS = 8;

/** Numbers from 0 up to 1 that are the same in every run. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A sandbox whose time jumps, with a task that was never built and takes about so long. */
function createScene(seed: number, lengthMs: number) {
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
  // A timer waits whole milliseconds.
  const clock = {
    now: () => sandbox.clock.now(),
    sleep: (ms: number, signal?: AbortSignal) => sandbox.clock.sleep(Math.round(ms), signal),
  };
  const build = createClient({
    endpoint: 'http://sandbox',
    ...{ fetch: sandbox.fetch, clock, credentials: sandbox.credentials, random: createChance(seed) },
    onEvent: ({ type }) => {
      if (type === 'request') requests += 1;
    },
  });

  /** Starts a build, waits for it in some way, and tells how that went. */
  async function watch(
    wait: (build: CodeArtsBuildClient, buildNo: number) => ReturnType<BuildRun['wait']>,
  ): Promise<WaitReport> {
    const { buildNo } = await build.startBuild({ job_id });
    requests = 0;
    const record = await wait(build, buildNo);
    return { requests, delayMs: sandbox.clock.now() - Date.parse(record.finish_time ?? '') };
  }

  return {
    paced: () => watch((client, buildNo) => client.attachBuild({ jobId: job_id, buildNo }).wait()),
    fixed: () =>
      watch(async (client, buildNo) => {
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
  for (const [way, reports] of [['paced', paced] as const, ['fixed', fixed] as const]) {
    const scene = createScene(seed, lengthMs);
    for (let past = 0; withHistory && past < PAST_BUILDS; past += 1) await scene.paced();
    reports.push(await scene[way]());
    await scene.close();
  }
}
report({ paced, fixed });
