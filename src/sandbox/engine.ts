/** Runs builds. A build is a function of the time, so a clock may stand still, run or jump. */
import type { Language } from './language.js';
import { createRandom, hashText, type Random } from './random.js';
import { parseScenario, SCENARIO_PARAMETER, type Scenario } from './scenario.js';
import { addBuild, buildsOf, domainOf, userOf, type State } from './state.js';
import type { Build, Run, StepPlan, Task, TriggerType } from './task.js';
import { formatDay } from './time-format.js';

/** Result of a build or a step; undefined until it finishes. */
export type BuildResult = 'SUCCESS' | 'FAILURE' | 'ABORTED' | 'SCHEDULE_FAILURE';

/** A step at a given time. */
export interface StepView {
  readonly plan: StepPlan;
  /** Undefined if it has not started. It never will if the build has finished. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly status: 'waiting' | 'running' | 'success' | 'error' | 'aborted';
}

/** A build at a given time. */
export interface BuildView<R extends Run = Build> {
  readonly build: R;
  readonly phase: 'queued' | 'running' | 'finished';
  readonly result: BuildResult | undefined;
  /** Whether a user stopped it or it timed out. */
  readonly aborted: 'stopped' | 'timeout' | undefined;
  /** Start of the first step; undefined until then. */
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly steps: readonly StepView[];
}

/** Time after which the scheduler gives up looking for a machine. */
export const SCHEDULE_LIMIT_MS = 60_000;

/** The planned times of a build. */
interface Timeline {
  startsAt: number;
  endsAt: number;
  result: BuildResult;
  timedOut: boolean;
  /** End times of the steps that start. */
  stepEnds: readonly number[];
}

/** Returns the duration of a step in this build: the planned one, plus or minus 20 % unless it is exact. */
export const stepDurationMs = (build: Run, index: number): number => {
  const planned = build.steps[index]?.durationMs ?? 0;
  if (build.isExact) return planned;
  const jitter = createRandom(build.seed + index).next() * 0.4 - 0.2;
  return Math.round(planned * (1 + jitter));
};

/** Returns the index of the step that fails or hangs in a scenario; the number of steps if none does. */
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

/** Returns the planned end of a build; infinite if it never ends. */
export const plannedEnd = (build: Run): number => planTimeline(build).endsAt;

/** Returns a build at a given time. */
export function viewBuild<R extends Run>(build: R, now: number): BuildView<R> {
  const timeline = planTimeline(build);
  const stopped = build.stoppedAt !== undefined && build.stoppedAt < timeline.endsAt;
  const endsAt = stopped ? build.stoppedAt! : timeline.endsAt;
  const finished = now >= endsAt;
  // A user who stops a build at its start has seen it run, and a start that was visible must not disappear.
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

/** Options of a new build. */
export interface StartOptions {
  now: number;
  userId: string;
  trigger?: TriggerType | undefined;
  parameters?: readonly { name: string; value: string }[] | undefined;
  tag?: string | undefined;
  commit?: string | undefined;
  commitMessage?: string | undefined;
  /** Takes precedence over the parameter and the task's scenario. */
  scenario?: Scenario | undefined;
}

const MESSAGES = ['Fix the order of the pages', 'Raise the limit', 'Größere Warteschlange', 'Tidy up', '修复超时问题'];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Merges the task's parameters with those of the request. */
function mergeParameters(task: Task, given: StartOptions['parameters'] = []): Build['parameters'] {
  const merged = new Map(task.parameters.map((parameter) => [parameter.name, { ...parameter }]));
  for (const { name, value } of given) merged.set(name, { name, value, secret: merged.get(name)?.secret ?? false });
  return [...merged.values()];
}

/** Returns the next number of the day: `yyyyMMdd.n`. */
function nextDailyNumber(state: State, taskId: string, now: number): string {
  const day = formatDay(now);
  const key = `${taskId} ${day}`;
  const count = (state.dailyCounts.get(key) ?? 0) + 1;
  state.dailyCounts.set(key, count);
  return `${day}.${String(count)}`;
}

/** Starts a build of a task. @throws TypeError if the scenario parameter has an unknown value. */
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
    language: languageOf(state, task.creatorId),
    createdAt: now,
    stoppedAt: undefined,
    scenario,
    seed: Math.floor(random.next() * 2 ** 32),
    queueMs: 2_000 + Math.floor(random.next() * 2_000),
    steps: task.steps,
    timeLimitMs: task.timeLimitMs,
    // The scenario parameter belongs to the sandbox and not to the task.
    parameters: parameters.filter(({ name }) => name !== SCENARIO_PARAMETER),
    branch,
    tag,
    commit: options.commit ?? commitOf(task, branch, buildsOf(state, task.id).length),
    commitMessage: options.commitMessage ?? pick(random, MESSAGES),
    trigger,
    userId,
    reports: [],
  };
  addBuild(state, build);
  return build;
}

/** Returns the language of a user's account. */
const languageOf = (state: State, userId: string): Language => domainOf(state, userOf(state, userId).domainId).language;

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random.next() * items.length)]!;

/** Returns the current commit of a branch: a new one every third build. */
const commitOf = (task: Task, branch: string, builds: number): string =>
  createRandom(hashText(`${task.id} ${branch} ${String(Math.floor(builds / 3))}`)).hex(40);

/** Stops a build at a time. Returns false if it has already finished. */
export function stopBuild(build: Run, now: number): boolean {
  if (viewBuild(build, now).phase === 'finished') return false;
  build.stoppedAt = now;
  return true;
}
