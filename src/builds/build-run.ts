/** A build that was started: follow it, wait for it, list its artifacts, stop it. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import { checkOptions, checkValue, type Rule } from '../errors/check-options.js';
import { BuildFailedError } from '../errors/codearts-error.js';
import { ApiError } from '../errors/request-errors.js';
import { throwIfAborted } from '../http/timing.js';
import type { CallOptions, Download } from '../operations/contract.js';
import { textOf, type BuildApi, type BuildContext } from './build-api.js';
import { v1 } from './build-api-v1.js';
import { v3 } from './build-api-v3.js';
import type {
  ApiVersion,
  BuildHandle,
  BuildParameters,
  CompleteHandle,
  Revision,
  StartBuildOptions,
} from './build-input.js';
import { isFinished, isSuccess, statusOf } from './build-status.js';
import { TaskNotFoundError } from './not-found.js';
import type { BuildArtifact, BuildEvent, BuildFailure, BuildStep } from './events.js';
import { explainFailure } from './failure.js';
import { Follower } from './follow.js';
import { tolerateLateRecord } from './late-record.js';
import { parseLogLine, type LogLine } from './log-line.js';
import { nearest } from './nearest.js';
import { createSingleFlight } from './single-flight.js';
import type { Build } from './view.js';
import { followEvents, readLog, waitForEnd, type ViewContext } from './views.js';
import {
  followRules,
  logRules,
  waitRules,
  type FollowOptions,
  type LogOptions,
  type WaitOptions,
} from './watch-options.js';

/** A build that was started. Serialize it with `JSON.stringify` to resume it in another process. */
export interface BuildRun {
  readonly jobId: string;
  readonly buildNo: number;
  /** Name of the task, if it was started or attached by name. */
  readonly task: string | undefined;
  /** Iterates over events until the build has finished and its log is read. A failed build ends in an `end` event, not in an error. */
  follow(options?: FollowOptions): AsyncIterableIterator<BuildEvent>;
  /**
   * Resolves with the record when the build has finished. Shares requests with `follow()` and `log()`.
   *
   * Tolerates up to five consecutive failed polls; 400, 401, 403, 404 and 422 reject immediately. For 10 s after `startBuild`, also in another process that has
   * the handle, 404 and 422 are tolerated, since the service may not know the build yet.
   *
   * @throws BuildFailedError if the build did not succeed, unless `throwOnFailure` is `false`.
   * @throws TimeoutError after `timeoutMs` or `queueTimeoutMs`. The build continues.
   */
  wait(options?: WaitOptions): Promise<BuildRecord>;
  /** Iterates over the lines of the log until the build has finished. Another reader continues at the position of the last one. */
  log(options?: LogOptions): AsyncIterableIterator<string>;
  /** The same, with each line split into its parts. */
  parsedLog(options?: LogOptions): AsyncIterableIterator<LogLine>;
  /** Explains a failure: step, its log, error lines, analysis of the service. Undefined if the build succeeded or has not finished. Up to four requests. */
  failure(options?: CallOptions): Promise<BuildFailure | undefined>;
  /** Returns the steps of the build in order. */
  steps(options?: CallOptions): Promise<BuildStep[]>;
  /** Returns the artifacts of the build. */
  outputs(options?: CallOptions): Promise<BuildArtifact[]>;
  /** Downloads the whole log, the log of one step (name, key or index), or the JUnit coverage archive. @throws TaskNotFoundError if there is no such file */
  download(file: 'log' | 'coverage' | { step: string | number }, options?: CallOptions): Promise<Download>;
  /**
   * Starts a build with the same code and parameters; `changes` override them. Values of secret parameters cannot be read, so these keep the defaults of the
   * task.
   */
  rerun(changes?: Revision & { params?: BuildParameters | undefined }, options?: StartBuildOptions): Promise<BuildRun>;
  /** Stops (cancels) the build. Has no effect if it has finished. */
  stop(options?: CallOptions): Promise<void>;
  toJSON(): BuildHandle;
}

/** Timeout for stopping a build when a wait is aborted. */
const STOP_DEADLINE_MS = 5_000;
/** Timeout of each request for the end of a build. */
const END_DEADLINE_MS = 10_000;

export const createBuildApi = (version: ApiVersion, context: BuildContext): BuildApi =>
  version === 'v3' ? v3(context) : v1(context);

/** The service rejects stopping a build that has finished, which is ignored. */
export async function stopBuild({ api, jobId, buildNo }: Build, options: CallOptions): Promise<void> {
  try {
    await api.stop(jobId, buildNo, options);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'DEV.CB.032302')) throw error;
  }
}

/** Starts a build again for `rerun`. Passed in, because build-start.ts imports this file. */
export type Rerun = (
  run: Build & { readonly task: string | undefined; readonly apiVersion: ApiVersion },
  record: (options: CallOptions) => Promise<BuildRecord>,
  changes: Revision & { params?: BuildParameters | undefined },
  options: StartBuildOptions,
) => Promise<BuildRun>;

const fileRule: Rule = [
  `'log', 'coverage' or an object with step`,
  (value) =>
    value === 'log' ||
    value === 'coverage' ||
    ['string', 'number'].includes(typeof (value as { step?: unknown } | null | undefined)?.step),
];

/** Builds by the runs that follow them, for `followAll`. */
const builds = new WeakMap<BuildRun, { readonly build: Build; readonly view: ViewContext }>();

export const internalsOf = (run: object): { readonly build: Build; readonly view: ViewContext } | undefined =>
  builds.get(run as BuildRun);

/** Keeps a result that does not change any more. A failed request is not kept. */
function once<T>(request: (signal: AbortSignal) => Promise<T>): (signal?: AbortSignal) => Promise<T> {
  const flight = createSingleFlight(request);
  let result: { value: T } | undefined;
  return async (signal) => (result ??= { value: await flight(signal) }).value;
}

export function createBuildRun(
  context: BuildContext,
  { jobId, buildNo, apiVersion, task, requestedAt, log: start }: CompleteHandle,
  { expected, rerun }: { expected?: Revision | undefined; rerun: Rerun },
): BuildRun {
  const known = createBuildApi(apiVersion, context);
  const api = requestedAt === undefined ? known : tolerateLateRecord(known, context, Date.parse(requestedAt));
  const build: Build = { context, api, jobId, buildNo };
  const follower = new Follower(build);
  const { state } = follower;

  /** Returns the record, without a request if it is final. */
  const finalRecord = async (options: CallOptions): Promise<BuildRecord> =>
    state.isFinal ? state.record! : api.record(jobId, buildNo, options);
  const stepsOf = async (options: CallOptions): Promise<BuildStep[]> =>
    api.steps(await finalRecord(options), jobId, buildNo, options);
  const atEnd = (signal: AbortSignal): CallOptions => ({ signal, deadlineMs: END_DEADLINE_MS });

  const view: ViewContext = {
    ...{ follower, task, expected, position: start },
    stop: () => stopBuild(build, { deadlineMs: STOP_DEADLINE_MS }),
    finalSteps: (signal) => endSteps(signal).catch(() => unlessAborted(signal, follower.steps)),
    outputs: (signal) => endOutputs(signal).catch(() => unlessAborted(signal, undefined)),
    failure: (signal) => endFailure(signal),
    async wholeLog(signal) {
      const recordId = textOf(state.record?.build_record_id);
      return recordId === undefined ? noLines() : (await api.wholeLog(recordId, { signal })).lines();
    },
  };
  const endSteps = once((signal) => stepsOf(atEnd(signal)));
  const endOutputs = once((signal) => api.outputs(jobId, buildNo, atEnd(signal)));
  const endFailure = once(async (signal) =>
    explainFailure(build, state.record!, await view.finalSteps(signal), { signal }),
  );

  const toJSON = (): BuildHandle => ({
    ...{ jobId, buildNo, apiVersion },
    ...(task !== undefined && { task }),
    ...(requestedAt !== undefined && { requestedAt }),
    log: { ...view.position },
  });

  async function wait(options: WaitOptions = {}): Promise<BuildRecord> {
    checkOptions(options, [waitRules], 'wait');
    await waitForEnd(view, options);
    const record = state.record!;
    if (isSuccess(statusOf(record)) || options.throwOnFailure === false) return record;
    throw failedError(build, record, await view.failure(options.signal));
  }

  async function* log(options: LogOptions = {}): AsyncGenerator<string, void, undefined> {
    checkOptions(options, [logRules], 'log');
    for await (const { text } of readLog(view, options)) yield text;
  }

  async function download(
    file: 'log' | 'coverage' | { step: string | number },
    options: CallOptions = {},
  ): Promise<Download> {
    checkValue('file', file, fileRule);
    if (file === 'coverage') return downloadCoverage(build, options);
    const record = await finalRecord(options);
    const recordId = textOf(record.build_record_id);
    if (recordId === undefined) throw new TaskNotFoundError({ what: 'build', query: `${jobId} ${buildNo}` });
    if (file === 'log') return api.wholeLog(recordId, options);
    const steps = await api.steps(record, jobId, buildNo, options);
    const step = steps.find(({ index, name, key }) => [index, name, key].includes(file.step));
    if (step) return api.stepLog(recordId, step, options);
    const names = steps.map(({ name }) => name);
    const near = nearest(String(file.step), names);
    throw new TaskNotFoundError({
      ...{ what: 'step', query: String(file.step), where: `build ${buildNo}` },
      near: near.length > 0 ? near : names.slice(0, 5),
    });
  }

  const run: BuildRun = {
    ...{ jobId, buildNo, task, wait, log, download, toJSON },
    async *follow(options = {}) {
      checkOptions(options, [followRules], 'follow');
      yield* followEvents(view, options, toJSON);
    },
    async *parsedLog(options) {
      for await (const line of log(options)) yield parseLogLine(line);
    },
    async failure(options = {}) {
      const record = await finalRecord(options);
      if (!isFinished(record) || isSuccess(statusOf(record))) return undefined;
      const steps = await api.steps(record, jobId, buildNo, options).catch(() => unlessAborted(options.signal, []));
      return explainFailure(build, record, steps, options);
    },
    steps: (options = {}) => stepsOf(options),
    outputs: (options = {}) => api.outputs(jobId, buildNo, options),
    stop: (options = {}) => stopBuild(build, options),
    rerun: (changes = {}, options = {}) => rerun({ ...build, task, apiVersion }, finalRecord, changes, options),
  };
  builds.set(run, { build, view });
  return run;
}

function unlessAborted<T>(signal: AbortSignal | undefined, value: T): T {
  throwIfAborted(signal);
  return value;
}

async function* noLines(): AsyncGenerator<string, void, undefined> {}

async function downloadCoverage({ context, jobId, buildNo }: Build, options: CallOptions): Promise<Download> {
  const query = { job_id: jobId, build_no: buildNo };
  const root_id = await context.send('listJunitCoverageSummary', query, options, (data) => {
    const reports: unknown = data?.result?.unit_summary_list;
    const ids = Array.isArray(reports) ? reports.map((report: { root_id?: unknown } | null) => report?.root_id) : [];
    return ids.map(textOf).find((id) => id !== undefined) ?? '';
  });
  if (root_id === '') {
    throw new TaskNotFoundError({ what: 'report', query: 'coverage', where: `build ${buildNo}` });
  }
  return context.send('downloadJunitCoverageZip', { ...query, root_id }, options, (file) => file);
}

/** Creates the error of a failed build. */
export function failedError(
  { jobId, buildNo }: Build,
  record: BuildRecord,
  failure: BuildFailure | undefined,
): BuildFailedError {
  return new BuildFailedError({
    ...{ jobId, buildNo, status: statusOf(record), record },
    ...{ failedStep: failure?.step?.name, logTail: failure?.tail ?? [], logUrl: failure?.logUrl },
  });
}
