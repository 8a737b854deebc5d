/** Past builds that a test adds to a task. */
import { MAX_DURATION_MS } from './describe-build.js';
import { SCHEDULE_LIMIT_MS, startBuild, type BuildResult } from './engine.js';
import type { Scenario } from './scenario.js';
import type { State } from './state.js';
import type { Build, StepPlan, TriggerType } from './task.js';

/** A build to add to the history of a task. */
export interface NewBuild {
  /** Task ID. */
  job_id: string;
  /** Result of the build. @default 'SUCCESS' */
  status?: BuildResult | undefined;
  /** Start of the first step, as a date or a Unix timestamp in milliseconds. By default the build finishes now. */
  startedAt?: Date | number | undefined;
  /** Run time in milliseconds, up to 2147483647. A build that would finish after now is still running. @default 30000 */
  durationMs?: number | undefined;
  /** Time in the queue before the first step in milliseconds, up to 2147483647. @default 2000 */
  queueMs?: number | undefined;
  /** Step that fails, counted from 1, with the status `FAILURE`. Defaults to the last one. */
  failedStep?: number | undefined;
  /** Cause of the build. @default 'MANUAL' */
  trigger?: TriggerType | undefined;
  /** Branch. Defaults to that of the task. */
  branch?: string | undefined;
  /** Tag that is built instead of a branch. */
  tag?: string | undefined;
  /** Commit: 40 hexadecimal digits. */
  commit?: string | undefined;
  /** Message of the commit. */
  commitMessage?: string | undefined;
  /** Build parameters by name. */
  params?: Readonly<Record<string, string>> | undefined;
}

/** Builds to add to the history of a task. */
export interface NewBuilds extends NewBuild {
  /** Time between the starts of two builds in milliseconds. @default 3600000 */
  intervalMs?: number | undefined;
}

/** Numbers and IDs of an added build, as other operations take them. */
export interface AddedBuild {
  job_id: string;
  build_no: number;
  build_record_id: string;
}

const RESULTS: readonly BuildResult[] = ['SUCCESS', 'FAILURE', 'ABORTED', 'SCHEDULE_FAILURE'];
const TRIGGERS: readonly TriggerType[] = ['MANUAL', 'TIMED_EXECUTION', 'CODEHUB_TRIGGER', 'PIPELINE_TRIGGER'];
const MAX_BUILDS = 100_000;
const HOUR_MS = 3_600_000;
const MAX_INTERVAL_MS = 365 * 24 * HOUR_MS;
/** The names that operations accept. */
const PARAMETER_NAME = /^\w{1,128}$/;

const NAMES: Record<keyof NewBuilds, true> = {
  job_id: true,
  status: true,
  startedAt: true,
  durationMs: true,
  queueMs: true,
  failedStep: true,
  trigger: true,
  branch: true,
  tag: true,
  commit: true,
  commitMessage: true,
  params: true,
  intervalMs: true,
};

function show(value: unknown): string {
  if (typeof value === 'string' || value === null) return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return String(value);
  if (value === undefined) return 'undefined';
  return `a value of type ${typeof value}`;
}

function requireInteger(name: string, value: number, min: number, max: number): number {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
  throw new TypeError(`${name} must be an integer from ${String(min)} to ${String(max)}; received ${show(value)}`);
}

function requireOneOf<T>(name: string, value: T, values: readonly T[]): T {
  if (values.includes(value)) return value;
  throw new TypeError(`${name} must be one of ${values.join(', ')}; received ${show(value)}`);
}

function requireText(name: string, value: unknown): void {
  if (value === undefined || (typeof value === 'string' && value !== '')) return;
  throw new TypeError(`${name} must be a non-empty string; received ${show(value)}`);
}

function requireParams(params: unknown): { name: string; value: string }[] {
  if (params === undefined) return [];
  const isObject = typeof params === 'object' && params !== null && !Array.isArray(params);
  const entries: [string, unknown][] = isObject ? Object.entries(params) : [];
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (!isObject || texts.length < entries.length) {
    throw new TypeError(`params must be an object of strings; received ${show(params)}`);
  }
  const wrong = texts.find(([name]) => !PARAMETER_NAME.test(name));
  if (wrong) {
    throw new TypeError(`names in params must be 1 to 128 letters, digits or underscores; received ${show(wrong[0])}`);
  }
  return texts.map(([name, value]) => ({ name, value }));
}

/** Reads a time in whole milliseconds. @throws TypeError if it is no time, or later than now. */
function requirePast(name: string, value: unknown, now: number): number {
  const time = value instanceof Date ? value.getTime() : value;
  if (typeof time === 'number' && time >= 0 && time <= now) return Math.floor(time);
  throw new TypeError(`${name} must be a time up to now; received ${show(value)}`);
}

/** Divides a duration among steps in proportion to their planned durations. The last one has the rest. */
function scaleSteps(steps: readonly StepPlan[], totalMs: number, count: number): StepPlan[] {
  const planned = steps.slice(0, count).reduce((sum, { durationMs }) => sum + durationMs, 0);
  let leftMs = totalMs;
  return steps.map((step, index) => {
    if (index >= count) return step;
    const share = index === count - 1 ? leftMs : Math.floor((totalMs * step.durationMs) / Math.max(planned, 1));
    leftMs -= share;
    return { ...step, durationMs: share };
  });
}

/** Adds a build to the history of a task. @throws TypeError if an option is invalid. */
export function addPastBuild(state: State, now: number, draft: NewBuild): AddedBuild {
  return addOne(state, readDraft(state, now, draft));
}

/** Adds several builds to the history of a task, oldest first. @throws TypeError if an option is invalid. */
export function addPastBuilds(state: State, now: number, count: number, draft: NewBuilds): AddedBuild[] {
  requireInteger('n', count, 1, MAX_BUILDS);
  const read = readDraft(state, now, draft);
  const intervalMs = requireInteger('intervalMs', draft.intervalMs ?? HOUR_MS, 1, MAX_INTERVAL_MS);
  // By default the last one finishes now.
  const first = draft.startedAt === undefined ? read.startedAt - (count - 1) * intervalMs : read.startedAt;
  requirePast('startedAt', first, now);
  const starts = Array.from({ length: count }, (_, index) => first + index * intervalMs);
  requirePast('the start of the last build', starts.at(-1), now);
  return starts.map((startedAt) => addOne(state, { ...read, startedAt }));
}

/** A validated build. */
type Draft = ReturnType<typeof readDraft>;

function readDraft(state: State, now: number, draft: NewBuild) {
  if (typeof draft !== 'object' || draft === null) {
    throw new TypeError(`a build must be an object; received ${show(draft)}`);
  }
  for (const name of Object.keys(draft)) {
    if (!Object.hasOwn(NAMES, name)) throw new TypeError(`${JSON.stringify(name)} is not an option of a build`);
  }
  const { job_id, failedStep, commit } = draft;
  const task = state.tasks.get(job_id);
  if (!task || task.steps.length === 0) {
    throw new TypeError(`job_id must be the ID of a task${task ? ' with steps' : ''}; received ${show(job_id)}`);
  }
  const status = requireOneOf('status', draft.status ?? 'SUCCESS', RESULTS);
  if (status === 'SCHEDULE_FAILURE' && draft.durationMs !== undefined) {
    throw new TypeError('durationMs must be omitted for SCHEDULE_FAILURE: such a build never runs');
  }
  if (failedStep !== undefined && status !== 'FAILURE') throw new TypeError('failedStep requires the status FAILURE');
  const step = requireInteger('failedStep', failedStep ?? task.steps.length, 1, task.steps.length);
  const durationMs = requireInteger('durationMs', draft.durationMs ?? 30_000, 1, MAX_DURATION_MS);
  const queueMs = requireInteger('queueMs', draft.queueMs ?? 2_000, 0, MAX_DURATION_MS);
  const trigger = requireOneOf('trigger', draft.trigger ?? 'MANUAL', TRIGGERS);
  for (const name of ['branch', 'tag', 'commitMessage'] as const) requireText(name, draft[name]);
  if (commit !== undefined && !(typeof commit === 'string' && /^[0-9a-f]{40}$/.test(commit))) {
    throw new TypeError(`commit must be 40 hexadecimal digits; received ${show(commit)}`);
  }
  const parameters = requireParams(draft.params);
  const lifeMs = status === 'SCHEDULE_FAILURE' ? SCHEDULE_LIMIT_MS : durationMs;
  const startedAt = requirePast('startedAt', draft.startedAt ?? now - lifeMs, now);
  const { branch, tag, commitMessage } = draft;
  return {
    ...{ task, status, step, durationMs, queueMs, trigger, tag, commit, commitMessage, startedAt },
    parameters: [...parameters, ...(branch === undefined ? [] : [{ name: 'codeBranch', value: branch }])],
  };
}

function addOne(state: State, draft: Draft): AddedBuild {
  const { task, status, step, durationMs, queueMs, trigger, parameters, tag, commit, commitMessage, startedAt } = draft;
  const scenario: Scenario =
    status === 'FAILURE'
      ? { kind: 'fail', step }
      : status === 'SCHEDULE_FAILURE'
        ? { kind: 'unscheduled' }
        : { kind: 'success' };
  const createdAt = status === 'SCHEDULE_FAILURE' ? startedAt : startedAt - queueMs;
  const userId = task.creatorId;
  const options = { now: createdAt, userId, trigger, parameters, tag, commit, commitMessage, scenario };
  const build: Build = startBuild(state, task, options);
  build.queueMs = queueMs;
  build.isExact = true;
  // A stopped build ends within its last step.
  const plannedMs = status === 'ABORTED' ? durationMs + 1_000 : durationMs;
  build.steps = scaleSteps(task.steps, plannedMs, status === 'FAILURE' ? step : task.steps.length);
  build.timeLimitMs = Math.max(task.timeLimitMs, plannedMs);
  if (status === 'ABORTED') build.stoppedAt = startedAt + durationMs;
  return { job_id: task.id, build_no: build.number, build_record_id: build.recordId };
}
