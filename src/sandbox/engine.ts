/** Runs builds. What a build does is a function of the time, so a clock may stand, run or jump. */
import { createRandom, hashText, type Random } from './random.js';
import { parseScenario, SCENARIO_PARAMETER, type Scenario } from './scenario.js';
import { addBuild, buildsOf, type State } from './state.js';
import type { Build, Run, StepPlan, Task, TriggerType } from './task.js';
import { formatDay } from './time-format.js';

/** How a build or a step ended; undefined before that. */
export type BuildResult = 'SUCCESS' | 'FAILURE' | 'ABORTED' | 'SCHEDULE_FAILURE';

/** A step at one moment. */
export interface StepView {
  readonly plan: StepPlan;
  /** Undefined where it has not begun, and then never will if the build has ended. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly status: 'waiting' | 'running' | 'success' | 'error' | 'aborted';
}

/** A build at one moment. */
export interface BuildView<R extends Run = Build> {
  readonly build: R;
  readonly phase: 'queued' | 'running' | 'finished';
  readonly result: BuildResult | undefined;
  /** Whether it ended because somebody stopped it, or because it took too long. */
  readonly aborted: 'stopped' | 'timeout' | undefined;
  /** When the first step began; undefined before that. */
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly steps: readonly StepView[];
}

/** How long the scheduler looks for a machine before it gives up. */
const SCHEDULE_LIMIT_MS = 60_000;

/** What happens when, if nobody interferes. */
interface Timeline {
  startsAt: number;
  endsAt: number;
  result: BuildResult;
  timedOut: boolean;
  /** Ends of the steps that begin. */
  stepEnds: readonly number[];
}

/** A step's duration in this build: as planned, give or take a fifth. */
export const stepDurationMs = (build: Run, index: number): number => {
  const planned = build.steps[index]?.durationMs ?? 0;
  const jitter = createRandom(build.seed + index).next() * 0.4 - 0.2;
  return Math.round(planned * (1 + jitter));
};

/** Index of the step at which a scenario strikes; beyond the last one where it strikes at none. */
export function failingStepIndex(build: Run): number {
  const { scenario, steps } = build;
  return 'step' in scenario ? Math.min(scenario.step, steps.length) - 1 : steps.length;
}

function planTimeline(build: Run): Timeline {
  const { scenario, createdAt } = build;
  if (scenario.kind === 'stuck') {
    return { startsAt: Infinity, endsAt: Infinity, result: 'SUCCESS', timedOut: false, stepEnds: [] };
  }
  if (scenario.kind === 'unscheduled') {
    const endsAt = createdAt + SCHEDULE_LIMIT_MS;
    return { startsAt: Infinity, endsAt, result: 'SCHEDULE_FAILURE', timedOut: false, stepEnds: [] };
  }
  const startsAt = createdAt + build.queueMs;
  const limit = startsAt + build.timeLimitMs;
  const failingStep = failingStepIndex(build);
  const stepEnds: number[] = [];
  let at = startsAt;
  for (let index = 0; index < build.steps.length; index += 1) {
    const hangs = scenario.kind === 'timeout' && index === failingStep;
    at = hangs ? Infinity : at + stepDurationMs(build, index);
    if (at > limit)
      return { startsAt, endsAt: limit, result: 'ABORTED', timedOut: true, stepEnds: [...stepEnds, limit] };
    stepEnds.push(at);
    if (index === failingStep) return { startsAt, endsAt: at, result: 'FAILURE', timedOut: false, stepEnds };
  }
  return { startsAt, endsAt: at, result: 'SUCCESS', timedOut: false, stepEnds };
}

/** The end of a build if nobody stops it; infinite where it would never end. */
export const plannedEnd = (build: Run): number => planTimeline(build).endsAt;

/** Looks at a build at a time. */
export function viewBuild<R extends Run>(build: R, now: number): BuildView<R> {
  const timeline = planTimeline(build);
  const stopped = build.stoppedAt !== undefined && build.stoppedAt < timeline.endsAt;
  const endsAt = stopped ? build.stoppedAt! : timeline.endsAt;
  const finished = now >= endsAt;
  // Who stops a build at the moment of its start has seen it run: what has begun never disappears.
  const started = now >= timeline.startsAt && timeline.startsAt <= endsAt;
  return {
    build,
    phase: finished ? 'finished' : started ? 'running' : 'queued',
    result: finished ? (stopped ? 'ABORTED' : timeline.result) : undefined,
    aborted: !finished ? undefined : stopped ? 'stopped' : timeline.timedOut ? 'timeout' : undefined,
    startedAt: started ? timeline.startsAt : undefined,
    finishedAt: finished ? endsAt : undefined,
    steps: build.steps.map((plan, index) => viewStep(plan, index, timeline, endsAt, now)),
  };
}

function viewStep(plan: StepPlan, index: number, timeline: Timeline, buildEndsAt: number, now: number): StepView {
  const startedAt = index === 0 ? timeline.startsAt : (timeline.stepEnds[index - 1] ?? Infinity);
  const planned = timeline.stepEnds[index];
  if (planned === undefined || startedAt > buildEndsAt || now < startedAt) {
    return { plan, startedAt: undefined, endedAt: undefined, status: 'waiting' };
  }
  const endedAt = Math.min(planned, buildEndsAt);
  if (now < endedAt) return { plan, startedAt, endedAt: undefined, status: 'running' };
  const isLast = index === timeline.stepEnds.length - 1;
  const interrupted = planned > buildEndsAt || (isLast && timeline.timedOut);
  const failed = isLast && timeline.result === 'FAILURE';
  return { plan, startedAt, endedAt, status: interrupted ? 'aborted' : failed ? 'error' : 'success' };
}

/** How a build is to be started. */
export interface StartOptions {
  now: number;
  userId: string;
  trigger?: TriggerType | undefined;
  parameters?: readonly { name: string; value: string }[] | undefined;
  tag?: string | undefined;
  commit?: string | undefined;
  commitMessage?: string | undefined;
  /** Goes before the parameter and the task's own. */
  scenario?: Scenario | undefined;
}

const MESSAGES = ['Fix the order of the pages', 'Raise the limit', 'Größere Warteschlange', 'Tidy up', '修复超时问题'];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The task's parameters with the values that the request gives, and what it gives besides. */
function mergeParameters(task: Task, given: StartOptions['parameters'] = []): Build['parameters'] {
  const merged = new Map(task.parameters.map((parameter) => [parameter.name, { ...parameter }]));
  for (const { name, value } of given) merged.set(name, { name, value, secret: merged.get(name)?.secret ?? false });
  return [...merged.values()];
}

/** The number within the day: `yyyyMMdd.n`. */
function nextDailyNumber(state: State, taskId: string, now: number): string {
  const day = formatDay(now);
  const key = `${taskId} ${day}`;
  const count = (state.dailyCounts.get(key) ?? 0) + 1;
  state.dailyCounts.set(key, count);
  return `${day}.${String(count)}`;
}

/** Starts a build of a task. @throws TypeError where the parameter that chooses a scenario has no known value. */
export function startBuild(state: State, task: Task, options: StartOptions): Build {
  const { now, userId, trigger = 'MANUAL', tag } = options;
  const { random } = state;
  const parameters = mergeParameters(task, options.parameters);
  const chosen = parameters.find(({ name }) => name === SCENARIO_PARAMETER)?.value;
  const scenario = options.scenario ?? (chosen === undefined ? task.scenario : parseScenario(chosen));
  const branch = parameters.find(({ name }) => name === 'codeBranch')?.value ?? task.code.branch;
  const build: Build = {
    id: random.uuid(),
    recordId: random.uuid(),
    taskId: task.id,
    taskName: task.name,
    repositoryUrl: task.code.url,
    number: buildsOf(state, task.id).length + 1,
    dailyNumber: nextDailyNumber(state, task.id, now),
    executionId: `j_${random.text(8, LETTERS)}`,
    createdAt: now,
    stoppedAt: undefined,
    scenario,
    seed: Math.floor(random.next() * 2 ** 32),
    queueMs: 2_000 + Math.floor(random.next() * 2_000),
    steps: task.steps,
    timeLimitMs: task.timeLimitMs,
    // What chooses the scenario is the sandbox's own, and no parameter of the task.
    parameters: parameters.filter(({ name }) => name !== SCENARIO_PARAMETER),
    branch,
    tag,
    commit: options.commit ?? commitOf(task, branch, buildsOf(state, task.id).length),
    commitMessage: options.commitMessage ?? pick(random, MESSAGES),
    trigger,
    userId,
  };
  addBuild(state, build);
  return build;
}

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random.next() * items.length)]!;

/** The commit that a branch points to: a new one every third build. */
const commitOf = (task: Task, branch: string, builds: number): string =>
  createRandom(hashText(`${task.id} ${branch} ${String(Math.floor(builds / 3))}`)).hex(40);

/** Stops a build at a time. False where it has ended already. */
export function stopBuild(build: Run, now: number): boolean {
  if (viewBuild(build, now).phase === 'finished') return false;
  build.stoppedAt = now;
  return true;
}
