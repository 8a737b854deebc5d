/** Waits for builds on the clock of the sandbox: with the client's own intervals, with a poll every five seconds, and with the log. */
import { createClient, type BuildRun, type CodeArtsBuildClient } from 'codearts-build';
import { createSandbox } from 'codearts-build/sandbox';
import { readInput, report } from '../program.js';

export interface PollBuildsInput {
  /** Mean duration of a build in milliseconds. Durations are normal with a spread of 15 %. */
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
  /** `wait()`. */
  paced: WaitReport[];
  /** A poll of the record every 5 s. */
  fixed: WaitReport[];
  /** `log()` and `wait()` of one run. */
  together: WaitReport[];
  /** `log()` and `wait()` of two runs, which share nothing. */
  apart: WaitReport[];
}

/** When the end of a build was noticed. */
interface Noticed {
  finishTime: string | null | undefined;
  at: number;
}

const FIXED_POLL_MS = 5_000;
const PAST_BUILDS = 12;
const SPREAD = 0.15;
/** Longer deviations are cut off. */
const MAX_DEVIATION = 3;

/** Creates a random number generator (0 to 1) with the same sequence in every run. */
function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Returns a normal value with mean 0 and spread 1. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Creates a sandbox with a manual clock and a task without builds, with the given duration. */
function createFixture(seed: number, lengthMs: number) {
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true, randomSeed: seed });
  const job_id = sandbox.seed.jobIds['old-reports']!;
  const task = sandbox.state.tasks.get(job_id)!;
  task.disabled = false;
  // By default a build is ended after an hour, which some of 40 min would exceed.
  task.timeLimitMs = 3 * 3_600_000;
  const random = createRandom(seed);
  const setDuration = (): void => {
    const deviation = Math.max(-MAX_DEVIATION, Math.min(normal(random), MAX_DEVIATION));
    const durationMs = lengthMs * (1 + SPREAD * deviation);
    task.steps = [0.1, 0.75, 0.15].map((share, at) => ({
      name: `step ${String(at)}`,
      module: 'external_maven',
      durationMs: durationMs * share,
    }));
  };
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
  async function measure(wait: (build: CodeArtsBuildClient, buildNo: number) => Promise<Noticed>): Promise<WaitReport> {
    setDuration();
    const { buildNo } = await build.startBuild({ jobId: job_id });
    requests = 0;
    const { finishTime, at } = await wait(build, buildNo);
    return { requests, delayMs: at - Date.parse(finishTime ?? '') };
  }

  const noticed = ({ finish_time }: Awaited<ReturnType<BuildRun['wait']>>): Noticed => ({
    ...{ finishTime: finish_time, at: sandbox.clock.now() },
  });
  return {
    paced: () =>
      measure(async (client, buildNo) => noticed(await client.attachBuild({ jobId: job_id, buildNo }).wait())),
    fixed: () =>
      measure(async (client, buildNo) => {
        for (;;) {
          const { result } = await client.showJobBuildRecordDetail({ job_id, build_no: buildNo });
          if (result?.finish_time) return noticed(result);
          await sandbox.clock.sleep(FIXED_POLL_MS);
        }
      }),
    together: () =>
      measure(async (client, buildNo) => {
        const run = client.attachBuild({ jobId: job_id, buildNo });
        const log = readAll(run);
        const end = noticed(await run.wait());
        await log;
        return end;
      }),
    apart: () =>
      measure(async (client, buildNo) => {
        const log = readAll(client.attachBuild({ jobId: job_id, buildNo }));
        const end = noticed(await client.attachBuild({ jobId: job_id, buildNo }).wait());
        await log;
        return end;
      }),
    close: () => sandbox.close(),
  };
}

async function readAll(run: BuildRun): Promise<number> {
  let lines = 0;
  for await (const line of run.log()) lines += line.length > 0 ? 1 : 0;
  return lines;
}

const { lengthMs, withHistory, builds } = readInput() as PollBuildsInput;
const reports: PollBuildsReport = { paced: [], fixed: [], together: [], apart: [] };
for (let seed = 1; seed <= builds; seed += 1) {
  for (const mode of ['paced', 'fixed', 'together', 'apart'] as const) {
    const fixture = createFixture(seed, lengthMs);
    for (let past = 0; withHistory && past < PAST_BUILDS; past += 1) await fixture.paced();
    reports[mode].push(await fixture[mode]());
    await fixture.close();
  }
}
report(reports);
