/** Describes a build in the forms of the operations. */
import type { components } from '../../generated/codearts-build/schema.js';
import type { BuildResult, BuildView, StepView } from './engine.js';
import type { HandlerContext } from './handler.js';
import { findTask } from './lookup.js';
import { createRandom } from './random.js';
import { userOf } from './state.js';
import type { Build, TriggerType } from './task.js';
import { formatLocal, formatUtc } from './time-format.js';

type Schemas = components['schemas'];

/** Replaces the value of a secret parameter. */
export const MASK = '******';

/** Formats a time, or null if it has not come yet. */
const utcOrNull = (time: number | undefined): string | null => (time === undefined ? null : formatUtc(time));

const buildTypeOf = ({ tag }: Build): string => (tag === undefined ? 'branch' : 'tag');

/** Returns the running status of a build: queued, running or finished. */
export const describePhase = ({ phase }: BuildView): string =>
  ({ queued: 'InQueue', running: 'Running', finished: 'Finished' })[phase];

/** Returns the run time of a build in milliseconds; undefined until it finishes, and if it never ran. */
export const runTimeMs = ({ startedAt, finishedAt }: BuildView): number | undefined =>
  startedAt !== undefined && finishedAt !== undefined ? finishedAt - startedAt : undefined;

/** Maximum of a duration in responses: that of `int32`, about 24 days. */
export const MAX_DURATION_MS = 2 ** 31 - 1;

/** Returns the durations of a build in milliseconds: in the queue up to now, running, and both. */
export function durationsOf(view: BuildView, now: number) {
  const pending = (view.startedAt ?? view.finishedAt ?? now) - view.build.createdAt;
  const running = runTimeMs(view) ?? 0;
  return {
    duration: Math.min(pending + running, MAX_DURATION_MS),
    build_duration: running,
    pending_duration: Math.min(pending, MAX_DURATION_MS),
  };
}

/** Returns the time of the commit: shortly before the first build of it. */
const commitTime = ({ createdAt }: Build): string => formatUtc(createdAt - 600_000);

/** Status codes. The first two are documented, the others are invented. */
const STATUS_CODES: Readonly<Record<BuildResult, number>> = {
  SUCCESS: 5,
  FAILURE: 6,
  ABORTED: 8,
  SCHEDULE_FAILURE: 9,
};

const WORDS: Readonly<Record<TriggerType, string>> = {
  MANUAL: '手工触发',
  TIMED_EXECUTION: '定时触发',
  CODEHUB_TRIGGER: '代码更新触发',
  PIPELINE_TRIGGER: '流水线触发',
};

/** Returns the trigger of a build as the lists name it: in English if a user started it, otherwise in Chinese. */
export const describeTrigger = (trigger: TriggerType): string => (trigger === 'MANUAL' ? 'Manual' : WORDS[trigger]);

/** `BuildRecord`: by task and number, in v1, v3 and v4. */
export function describeRecord(context: HandlerContext, view: BuildView): Schemas['BuildRecord'] {
  const { build, startedAt, finishedAt } = view;
  const task = findTask(context, build.taskId);
  return {
    id: build.id,
    build_project_id: task.buildProjectId,
    build_record_id: build.recordId,
    parent_record_id: null,
    codeci_job_id: task.id,
    build_no: build.number,
    daily_build_num: build.dailyNumber,
    status: view.result ?? null,
    branch: build.branch,
    tag: build.tag ?? null,
    commit: build.commit,
    commit_message: build.commitMessage,
    commit_create_time: commitTime(build),
    repo_id: task.code.repositoryId,
    repo_name: task.code.repositoryName,
    build_type: buildTypeOf(build),
    build_config_type: 'ACTION',
    trigger_type: build.trigger,
    execution_id: build.executionId,
    create_time: formatUtc(build.createdAt),
    schedule_time: utcOrNull(startedAt),
    queued_time: formatUtc(build.createdAt),
    runnable_time: utcOrNull(startedAt),
    start_time: utcOrNull(startedAt),
    finish_time: utcOrNull(finishedAt),
    duration: finishedAt === undefined ? null : (runTimeMs(view) ?? 0),
    use_private_slave: 0,
    record_status: null,
    err_msg: null,
    region: context.state.iamProjects[0]?.name ?? '',
    devcloud_project_id: task.projectId,
    domain_id: context.caller.domainId,
    user_id: build.userId,
  };
}

/** `BuildProjectRecord`: by build project ID and record ID. */
export function describeProjectRecord(context: HandlerContext, view: BuildView): Schemas['BuildProjectRecord'] {
  const { build, startedAt, finishedAt, result } = view;
  const { code, ...task } = findTask(context, build.taskId);
  return {
    id: build.recordId,
    project_id: task.buildProjectId,
    build_no: String(build.number),
    daily_build_number: build.dailyNumber,
    daily_build_no: build.dailyNumber,
    display_name: build.taskName,
    group_name: '',
    status: result ?? null,
    status_code: result ? STATUS_CODES[result] : null,
    execution_id: build.executionId,
    trigger_type: build.trigger,
    trigger_name: userOf(context.state, build.userId).name,
    user_id: build.userId,
    build_record_type: { record_type: 'JOB', trigger_type: build.trigger, rerun: false, is_rerun: false },
    parameters: build.parameters.map(({ name, value, secret }) => ({
      name,
      type: 'string',
      value: secret ? MASK : value,
      secret,
    })),
    repository: build.repositoryUrl,
    branch: build.branch,
    revision: build.commit,
    dev_cloud_build_type: buildTypeOf(build),
    scm_type: code.type,
    scm_web_url: code.webUrl,
    build_yml_path: null,
    build_yml_url: null,
    create_time: formatUtc(build.createdAt),
    schedule_time: utcOrNull(startedAt),
    queued_time: formatUtc(build.createdAt),
    start_time: utcOrNull(startedAt),
    finish_time: utcOrNull(finishedAt),
    ...durationsOf(view, context.now),
  };
}

/** `BuildRecordSummary`: a row of the console's history. */
export function describeSummary(context: HandlerContext, view: BuildView): Schemas['BuildRecordSummary'] {
  const { build, startedAt } = view;
  const { code } = findTask(context, build.taskId);
  const { name } = userOf(context.state, build.userId);
  const running = runTimeMs(view) ?? 0;
  return {
    number: build.number,
    daily_build_number: build.dailyNumber,
    state: view.result ?? null,
    job_running_status: describePhase(view),
    start_time: startedAt ?? build.createdAt,
    build_time: running,
    cost_time: running,
    trigger_type: describeTrigger(build.trigger),
    user_id: build.userId,
    executor: name,
    nickname: name,
    build_type: buildTypeOf(build),
    code_branch: build.branch,
    commit_id: build.commit,
    commit_info: { commit_id: build.commit, created_at: commitTime(build) },
    commit_detail_url: `${code.webUrl.replace(/\/home$/, '')}/${build.commit}/commitdetail`,
    scm_type: code.type,
    scm_web_url: code.webUrl,
  };
}

/** `HistoryRecord`: the short form of the v3 history. */
export function describeHistory({ build, startedAt, finishedAt, result }: BuildView): Schemas['HistoryRecord'] {
  return {
    record_id: build.dailyNumber,
    job_id: build.taskId,
    build_number: build.number,
    start_time: formatLocal(startedAt ?? build.createdAt),
    end_time: finishedAt === undefined ? null : formatLocal(finishedAt),
    result: result ?? null,
  };
}

/** `PeriodHistoryRecord`: the same with commit, executor and trigger. */
export function describePeriodRecord(context: HandlerContext, view: BuildView): Schemas['PeriodHistoryRecord'] {
  const { build } = view;
  return {
    ...describeHistory(view),
    branch: build.branch,
    commit_id: build.commit,
    commit_message: build.commitMessage,
    executor: userOf(context.state, build.userId).name,
    trigger_type: build.trigger === 'MANUAL' ? 'Manual triggering' : WORDS[build.trigger],
  };
}

/** Describes a stage with its scheduler name and its position. */
function describeStage(
  view: BuildView,
  name: string,
  displayName: string,
  sequence: number,
  times: { startedAt: number | undefined; endedAt: number | undefined; result: BuildResult | undefined },
): Schemas['BuildStageRecord'] {
  const { build } = view;
  const { startedAt, endedAt, result } = times;
  const running = startedAt !== undefined && endedAt !== undefined ? endedAt - startedAt : 0;
  return {
    id: createRandom(build.seed + 1_000 + sequence).uuid(),
    build_record_id: build.recordId,
    execution_id: build.executionId,
    execution_stage_name: name,
    display_name: displayName,
    sequence,
    node_id: startedAt === undefined ? null : 9 + 8 * sequence,
    status: result ?? null,
    status_code: result ? STATUS_CODES[result] : null,
    log_status: null,
    create_time: formatUtc(build.createdAt),
    schedule_time: utcOrNull(startedAt),
    queued_time: utcOrNull(startedAt),
    start_time: utcOrNull(startedAt),
    finish_time: utcOrNull(endedAt),
    duration: running,
    build_duration: running,
    pending_duration: 0,
  };
}

const STEP_RESULTS = { success: 'SUCCESS', error: 'FAILURE', aborted: 'ABORTED' } as const;

/** Returns the result of a step. Steps that an aborted build never reached are aborted too. */
function stepResult(view: BuildView, { status }: StepView): BuildResult | undefined {
  if (status === 'waiting') return view.result === 'ABORTED' ? 'ABORTED' : undefined;
  return status === 'running' ? undefined : STEP_RESULTS[status];
}

/** Returns the scheduler name of a step: the `task_name` of the log downloads. */
export const stageName = (index: number): string => `stage${String(index + 1)}`;

/** Describes the stages of a build by name: initialization, steps, finalization. Empty if it never ran. */
export function describeStages(view: BuildView): Record<string, Schemas['BuildStageRecord']> {
  const { startedAt, finishedAt, result, steps } = view;
  if (startedAt === undefined) return {};
  const initial = { startedAt, endedAt: startedAt, result: 'SUCCESS' } as const;
  const last = steps.length + 1;
  const stages = { initial: describeStage(view, 'initial', 'initial', 0, initial) };
  const middle = steps.map((step, index) => {
    const times = { startedAt: step.startedAt, endedAt: step.endedAt, result: stepResult(view, step) };
    return [stageName(index), describeStage(view, stageName(index), step.plan.name, index + 1, times)] as const;
  });
  const end = { startedAt: finishedAt, endedAt: finishedAt, result };
  return { ...stages, ...Object.fromEntries(middle), final: describeStage(view, 'final', 'final', last, end) };
}
