/** Starting a build and attaching to one. */
import { checkOptions, isObject } from '../errors/check-options.js';
import { AmbiguousStartError, type BuildSummary } from '../errors/codearts-error.js';
import { startTimer, throwIfAborted } from '../http/timing.js';
import { callOptionRules } from '../operations/caller.js';
import type { CallOptions } from '../operations/contract.js';
import { revisionOf, toSummary, type BuildApi, type BuildContext, type ListedBuild } from './build-api.js';
import {
  attachOptionRules,
  checkAttachTarget,
  checkParams,
  checkRevision,
  checkStartInput,
  LOG_START,
  parseHandle,
  startRules,
  toRequestBody,
  type AttachOptions,
  type AttachTarget,
  type BuildHandle,
  type BuildParameters,
  type BuildTarget,
  type Revision,
  type StartBuildInput,
  type StartBuildOptions,
} from './build-input.js';
import { createBuildApi, createBuildRun, stopBuild, type BuildRun, type Rerun } from './build-run.js';
import { findTask } from './find.js';
import { tolerateLateRecord } from './late-record.js';
import { TaskNotFoundError } from './not-found.js';

/** Times of the service and of its gateway may differ a little. */
const TOLERANCE_MS = 10_000;
/** Used if no response has shown the time of the service: the clock of this machine may be wrong. */
const UNKNOWN_CLOCK_TOLERANCE_MS = 15 * 60_000;
/** Timeout for the lookup of builds after a lost response, and for the response after an abort. */
const LOOKUP_DEADLINE_MS = 5_000;
/** Delay before builds are looked up again, if a build that was just started is not listed yet. */
const LOOKUP_DELAY_MS = 1_000;
/** A build that was just started may appear late. */
const LOOKUPS = 5;

/** Options of lookups before a start: `deadlineMs` and `onProgress` apply to the start. */
const lookupOptions = ({ signal, timeoutMs, maxRetries, headers, authenticate }: CallOptions): CallOptions => ({
  ...{ signal, timeoutMs, maxRetries, headers, authenticate },
});

async function resolveTask(
  context: BuildContext,
  target: BuildTarget,
  options: AttachOptions,
): Promise<{ jobId: string; task: string | undefined; buildProjectId?: string | undefined }> {
  if (target.jobId !== undefined) return { jobId: target.jobId, task: undefined };
  const { task, project } = target;
  const found = await findTask(context, { task, ...(project !== undefined && { project }) }, options);
  return { jobId: found.id, task: found.name, buildProjectId: found.buildProjectId };
}

/** Starts a build. If it may have been started, looks up the builds of the task and sends nothing again. */
export async function startBuild(
  context: BuildContext,
  input: StartBuildInput,
  startOptions: StartBuildOptions = {},
): Promise<BuildRun> {
  checkStartInput(input);
  checkOptions(startOptions, [startRules, callOptionRules], 'startBuild');
  const { apiVersion = 'v1', checkParams: checksParams = false, onAbort = 'detach', ...options } = startOptions;
  const { branch, tag, commit, params } = input;
  const api = createBuildApi(apiVersion, context);
  const target = await resolveTask(context, input, { ...lookupOptions(options), apiVersion });
  const { jobId } = target;
  let { task } = target;
  if (checksParams) {
    const definition = await api.definition(jobId, lookupOptions(options));
    checkParams(params ?? {}, definition.parameters);
    task ??= definition.name;
  }
  const revision: Revision = tag === undefined ? { branch, commit } : { tag };
  const body = toRequestBody(jobId, { ...revision, params });
  const buildNo = await sendStart({ context, api, ...target }, body, options, onAbort);
  const requestedAt = new Date(context.time.now()).toISOString();
  const handle = { ...{ jobId, buildNo, apiVersion, task, requestedAt }, log: LOG_START };
  return createBuildRun(context, handle, { expected: revision, rerun });
}

interface Start {
  readonly context: BuildContext;
  readonly api: BuildApi;
  readonly jobId: string;
  readonly buildProjectId?: string | undefined;
}

/** Sends the request that starts a build. Once it is sent, an abort no longer means that no build runs. */
async function sendStart(
  start: Start,
  body: Record<string, unknown>,
  options: CallOptions,
  onAbort: 'stop' | 'detach',
): Promise<number> {
  const { context, api, jobId } = start;
  const { signal } = options;
  throwIfAborted(signal);
  const controller = new AbortController();
  let sentAt: number | undefined;
  let stopTimer = (): void => {};
  const onSignal = (): void => {
    const abort = (): void => controller.abort(signal!.reason);
    if (sentAt !== undefined && onAbort === 'stop') stopTimer = startTimer(abort, LOOKUP_DEADLINE_MS);
    else abort();
  };
  signal?.addEventListener('abort', onSignal, { once: true });
  const onSend = (): void => {
    sentAt ??= context.clock.now();
  };
  let buildNo: number | undefined;
  let cause: unknown;
  try {
    buildNo = await api.start(body, { ...options, signal: controller.signal, onSend });
    if (!signal?.aborted) return buildNo;
    cause = signal.reason;
  } catch (error) {
    const isAbort = signal?.aborted === true && error === signal.reason;
    if (isAbort ? sentAt === undefined : !mayHaveRun(error)) throw error;
    cause = error;
  } finally {
    stopTimer();
    signal?.removeEventListener('abort', onSignal);
  }
  const found = buildNo === undefined ? await findStarted(start, sentAt ?? context.clock.now()) : [{ ...NEW, buildNo }];
  const [only] = found ?? [];
  if (signal?.aborted && onAbort === 'stop' && only && found?.length === 1) {
    const patient = tolerateLateRecord(api, context, context.time.now());
    const stopped = await stopBuild(
      { context, api: patient, jobId, buildNo: only.buildNo },
      { deadlineMs: LOOKUP_DEADLINE_MS },
    ).then(
      () => true,
      () => false,
    );
    if (stopped) throw signal.reason;
  }
  throw new AmbiguousStartError({ jobId, candidates: found ?? [], checked: found !== undefined, cause });
}

const NEW: Omit<BuildSummary, 'buildNo'> = { status: undefined, startedAt: undefined, durationMs: undefined };

/** Every error of a request says itself whether it may have run. */
const mayHaveRun = (error: unknown): boolean => isObject(error) && error['mayHaveRun'] === true;

/**
 * Returns the builds that started since a request was sent, latest first; undefined if they cannot be looked up.
 *
 * Compares by the clock of the service, which the response of the lookup shows: that of this machine may be wrong.
 */
async function findStarted(
  { context, api, jobId, buildProjectId }: Start,
  sentAt: number,
): Promise<BuildSummary[] | undefined> {
  const { clock, time } = context;
  const deadline = AbortSignal.timeout(LOOKUP_DEADLINE_MS);
  const options = { deadlineMs: LOOKUP_DEADLINE_MS, signal: deadline };
  const startTimeOf = ({ requestedAt, startedAt }: ListedBuild): Date | undefined => requestedAt ?? startedAt;
  const isNew = (startTime: Date): boolean => {
    const tolerance = time.isKnown ? TOLERANCE_MS : UNKNOWN_CLOCK_TOLERANCE_MS;
    return startTime.getTime() >= time.fromLocal(sentAt) - tolerance;
  };
  let found: BuildSummary[] | undefined;
  let hasNew = false;
  try {
    for (let lookup = 0; lookup < LOOKUPS && !hasNew; lookup += 1) {
      if (lookup > 0) await clock.sleep(LOOKUP_DELAY_MS, deadline);
      const builds = await api.builds(jobId, 20, options, buildProjectId);
      const recent = builds.filter((build) => {
        const startTime = startTimeOf(build);
        return startTime !== undefined && isNew(startTime);
      });
      hasNew = recent.length > 0;
      // Builds without a time may be new, unless others are known to be.
      const possible = hasNew ? recent : builds.filter((build) => startTimeOf(build) === undefined);
      found = possible.sort((a, b) => b.buildNo - a.buildNo).map(toSummary);
    }
  } catch {
    // what is known so far
  }
  return found;
}

/** Starts a build with the code and the parameters of another one. */
const rerun: Rerun = async (run, recordOf, changes, options) => {
  checkRevision('rerun', changes);
  checkOptions(options, [startRules, callOptionRules], 'rerun');
  const { context, api, jobId, buildNo, apiVersion } = run;
  const lookup = lookupOptions(options);
  const record = await recordOf(lookup);
  // The branch is sent with the code.
  const { codeBranch, ...params } = await api.parameters(record, jobId, buildNo, lookup);
  const { params: changed, ...revision } = changes;
  const isChanged = Object.values(revision).some((value) => value !== undefined);
  const code = isChanged ? revision : revisionOf(record);
  const all: BuildParameters = { ...params, ...changed };
  const hasCode = Object.keys(code).length > 0 || typeof codeBranch !== 'string';
  return startBuild(
    context,
    { jobId, ...(hasCode ? code : { branch: codeBranch }), params: all },
    { apiVersion, ...options },
  );
};

/** Attaches to a build by handle, without a request, or by the name of its task. */
export function attachBuild(
  context: BuildContext,
  target: BuildHandle | AttachTarget,
  options?: AttachOptions,
): BuildRun | Promise<BuildRun> {
  if (isTarget(target, options)) return attachByName(context, target, options);
  return createBuildRun(context, parseHandle(target), { rerun });
}

/** A handle has the ID and the number of a build, and no options. */
const isTarget = (target: BuildHandle | AttachTarget, options: AttachOptions | undefined): target is AttachTarget =>
  isObject(target) &&
  (options !== undefined || target.jobId === undefined || 'which' in target || !('buildNo' in target)) &&
  !('apiVersion' in target || 'log' in target);

async function attachByName(
  context: BuildContext,
  target: AttachTarget,
  attachOptions: AttachOptions = {},
): Promise<BuildRun> {
  checkAttachTarget(target);
  checkOptions(attachOptions, [attachOptionRules, callOptionRules], 'attachBuild');
  const { apiVersion = 'v1', ...options } = attachOptions;
  const { jobId, task } = await resolveTask(context, target, attachOptions);
  let { buildNo } = target;
  if (buildNo === undefined) {
    const latest = await createBuildApi(apiVersion, context).latest(jobId, options);
    const isRunning = target.which === 'running';
    if (latest && (latest.running || !isRunning)) ({ buildNo } = latest);
    else {
      const where = `task ${task ?? jobId}`;
      const [query, noun] = isRunning ? ['running', 'running build'] : ['latest', 'build'];
      throw new TaskNotFoundError({ what: 'build', query, noun, where });
    }
  }
  return createBuildRun(context, { jobId, buildNo, apiVersion, task, log: LOG_START }, { rerun });
}
