/** ServiceStage's build jobs and the timeline of their builds. */
import { viewBuild, type BuildView, type StepView } from './engine.js';
import { createRandom, type Random } from './random.js';
import { parseScenario, SCENARIO_PARAMETER, type Scenario } from './scenario.js';
import type { StageBuild, StageJob, StageJobSpec } from './stage-state.js';
import type { State } from './state.js';
import type { StepPlan } from './task.js';
import { formatLogTime } from './time-format.js';

/** Progress or result of a build or a phase. */
export type StageBuildState =
  'NotStarted' | 'Queuing' | 'Building' | 'Pushing' | 'Successful' | 'Failed' | 'Timeout' | 'Cancel';

const phase = (name: string, seconds: number): StepPlan => ({ name, module: name, durationMs: seconds * 1_000 });

const DOWNLOAD = 'Download';
const ARTIFACT = 'Artifact';

const PHASES: readonly StepPlan[] = [
  phase('Init', 2),
  phase(DOWNLOAD, 4),
  phase('PreProcess', 3),
  phase('Build', 20),
  phase(ARTIFACT, 8),
  phase('PostProcess', 2),
];

const TIME_LIMIT_MS = 3_600_000;

const ID_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Creates an ID in ServiceStage's form: 40 lower-case letters and digits. */
export const stageId = (random: Random): string => random.text(40, ID_CHARACTERS);

const SCENARIO_NOTE = new RegExp(`${SCENARIO_PARAMETER.replace('.', '\\.')}=(\\S+)`);

/** Returns the scenario of a build. Jobs have no parameters, so the description can contain `sandbox_scenario=<scenario>`. @throws TypeError if the scenario is unknown. */
function scenarioOf({ scenario, spec }: StageJob): Scenario {
  const chosen = SCENARIO_NOTE.exec(spec.job_description ?? '')?.[1];
  return chosen === undefined ? scenario : parseScenario(chosen);
}

/** Returns the builds of a job, oldest first. */
export const stageBuildsOf = ({ serviceStage }: State, jobId: string): StageBuild[] =>
  [...serviceStage.builds.values()].filter((build) => build.jobId === jobId);

/** Adds a job. */
export function addStageJob(
  state: State,
  spec: StageJobSpec,
  creatorId: string,
  now: number,
  id = stageId(state.random),
): StageJob {
  const job: StageJob = { id, spec, creatorId, createdAt: now, scenario: { kind: 'success' } };
  state.serviceStage.jobs.set(job.id, job);
  return job;
}

/** Starts a build of a job. @throws TypeError if the job's description contains an unknown scenario. */
export function startStageBuild(
  state: State,
  job: StageJob,
  options: { now: number; userId: string; scenario?: Scenario; id?: string },
): StageBuild {
  const { random } = state;
  const { now, userId, scenario = scenarioOf(job), id = stageId(random) } = options;
  const number = (stageBuildsOf(state, job.id).at(-1)?.number ?? 0) + 1;
  const build: StageBuild = {
    id,
    jobId: job.id,
    spec: structuredClone(job.spec),
    number,
    createdAt: now,
    stoppedAt: undefined,
    scenario,
    seed: Math.floor(random.next() * 2 ** 32),
    queueMs: 1_000 + Math.floor(random.next() * 2_000),
    steps: PHASES,
    timeLimitMs: TIME_LIMIT_MS,
    commit: createRandom(`${job.id} ${job.spec.code_repo?.branch ?? ''} ${String(Math.floor(number / 3))}`).hex(40),
    userId,
  };
  state.serviceStage.builds.set(build.id, build);
  return build;
}

/** A build at a given time. */
export type StageBuildView = BuildView<StageBuild>;

const runningState = ({ plan }: StepView): StageBuildState => (plan.name === ARTIFACT ? 'Pushing' : 'Building');

/** Returns the state of a build that was stopped or timed out. */
const abortedState = ({ aborted }: StageBuildView): StageBuildState => (aborted === 'timeout' ? 'Timeout' : 'Cancel');

/** Returns the progress or result of a build. */
export function stageBuildState(view: StageBuildView): StageBuildState {
  const { phase: place, result, steps } = view;
  if (place === 'queued') return 'Queuing';
  if (place === 'running') {
    const running = steps.find(({ status }) => status === 'running');
    return running ? runningState(running) : 'Building';
  }
  if (result === 'ABORTED') return abortedState(view);
  return result === 'SUCCESS' ? 'Successful' : 'Failed';
}

/** Returns the progress or result of a phase. The first phase shows the result of a build that never runs. */
function phaseState(view: StageBuildView, step: StepView, index: number): StageBuildState {
  switch (step.status) {
    case 'waiting':
      return index === 0 ? stageBuildState(view) : 'NotStarted';
    case 'running':
      return runningState(step);
    case 'success':
      return 'Successful';
    case 'error':
      return 'Failed';
    case 'aborted':
      return abortedState(view);
  }
}

/** Returns the phases of a build in order, each with its state. */
export const listPhases = (view: StageBuildView): { name: string; state: StageBuildState }[] =>
  view.steps.map((step, index) => ({ name: step.plan.name, state: phaseState(view, step, index) }));

/** Returns whether the build has downloaded its code. */
export const hasCode = ({ steps }: StageBuildView): boolean =>
  steps.some(({ plan, status }) => plan.name === DOWNLOAD && status === 'success');

/** Returns the lines that a phase prints between its first and its last line. */
function scriptOf({ spec, commit }: StageBuild, name: string): readonly string[] {
  const { environment_setting: environment, code_repo: code } = spec;
  const arch = environment.build_os?.arch ?? 'x86_64';
  const scripts: Readonly<Record<string, readonly string[]>> = {
    Init: [`Preparing a machine, ${arch}`],
    Download: code
      ? [`Cloning ${code.url}`, `Checking out ${code.branch} at ${commit}`, `HEAD is now at ${commit.slice(0, 8)}`]
      : ['The job has no repository'],
    PreProcess: ['Restoring the cache of dependencies'],
    Build: [
      `Docker ${environment.docker_version ?? '18.09'}`,
      'Step 1/3 : FROM openeuler:22.03',
      'Step 2/3 : COPY . /app/',
      'Step 3/3 : CMD ["/app/run"]',
    ],
    Artifact: [`Pushing ${spec.job_name}`, `digest: sha256:${createRandom(commit).hex(64)}`],
    PostProcess: ['Cleaning up'],
  };
  return scripts[name] ?? [];
}

const END_LINES = {
  success: '[INFO] {} finished.',
  error: '[ERROR] {} failed with exit code 1.',
  aborted: '[ERROR] {} was aborted.',
};

/** Returns the lines of a phase that were printed before a time. */
function listPhaseLines(build: StageBuild, step: StepView, now: number): string[] {
  const { startedAt, endedAt, plan, status } = step;
  if (startedAt === undefined) return [];
  const lines = [`[${formatLogTime(startedAt)}] [INFO] ${plan.name} starts.`];
  const script = scriptOf(build, plan.name);
  for (const [index, text] of script.entries()) {
    // Computed from the planned duration, so that stopping the build does not move printed lines.
    const at = startedAt + Math.round((plan.durationMs * 0.8 * (index + 1)) / (script.length + 1));
    if (at <= (endedAt ?? now)) lines.push(`[${formatLogTime(at)}] [INFO] ${text}`);
  }
  if (endedAt !== undefined && status in END_LINES) {
    const word = END_LINES[status as keyof typeof END_LINES].replace('{}', plan.name);
    lines.push(`[${formatLogTime(endedAt)}] ${word}`);
  }
  return lines;
}

/** Returns the log of a build up to a time. */
export function printStageLog(build: StageBuild, now: number): string {
  const view = viewBuild(build, now);
  const lines = view.steps.flatMap((step) => listPhaseLines(build, step, now));
  if (view.startedAt !== undefined) {
    lines.unshift(`[${formatLogTime(view.startedAt)}] [INFO] Build ${String(build.number)} of ${build.spec.job_name}`);
    if (view.finishedAt !== undefined) {
      lines.push(`[${formatLogTime(view.finishedAt)}] [INFO] Finished: ${stageBuildState(view)}`);
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}
