/** Waiting for many builds, and following them, with shared requests. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import { checkOptions, checkValue, isObject, positiveInteger, type Rule } from '../errors/check-options.js';
import { failedError, internalsOf, type BuildRun } from './build-run.js';
import { isSuccess, statusOf } from './build-status.js';
import { createEvents, endEvent, progressEvent, startEvent, type EventBody } from './event-source.js';
import type { BuildEvent } from './events.js';
import { pollGroups, type Member } from './group.js';
import type { Build } from './view.js';
import { followRules, waitRules, type FollowOptions, type WaitOptions, type WatchOptions } from './watch-options.js';

/** Options of `followAll`. `log`, `steps` and `outputs` default to `false`. */
export interface FollowAllOptions extends FollowOptions {
  /** Requests per minute for the builds of all tasks. @default 80 % of the rate limit of the list of builds */
  requestsPerMinute?: number | undefined;
}

/** Options of `waitAll`. */
export interface WaitAllOptions extends Omit<WaitOptions, 'onProgress'> {
  /** Requests per minute for the builds of all tasks. @default 80 % of the rate limit of the list of builds */
  requestsPerMinute?: number | undefined;
}

/** A build that `waitAll` accepts: a `BuildRun`. */
export interface Waitable {
  wait(options?: WaitOptions): Promise<BuildRecord>;
}

const rateRules: Readonly<Record<string, Rule>> = { requestsPerMinute: positiveInteger };

const runsRule = (method: 'wait' | 'follow'): Rule => [
  'an array of builds',
  (value) => Array.isArray(value) && value.every((run) => isObject(run) && typeof run[method] === 'function'),
];

/** Stops the builds that have not finished, if an abort is to do that. */
async function stopAll(members: readonly Member[], { signal, onAbort }: WatchOptions): Promise<void> {
  if (!signal?.aborted || onAbort !== 'stop') return;
  const stop = ({ build: { api, jobId, buildNo } }: Member): Promise<void> =>
    api.stop(jobId, buildNo, { deadlineMs: 5_000 });
  await Promise.allSettled(members.map(stop));
}

/**
 * Follows many builds with shared polls: the builds of one task are polled through its list. Yields the events of all builds as they come.
 *
 * `log`, `steps` and `outputs` default to `false`. With `log` or `steps`, each build is polled by itself.
 *
 * @throws the error of a build that cannot be polled.
 */
export async function* followAll(
  runs: Iterable<BuildRun>,
  options: FollowAllOptions = {},
): AsyncGenerator<BuildEvent, void, undefined> {
  checkOptions(options, [followRules, rateRules], 'followAll');
  const list = [...runs];
  checkValue('runs', list, runsRule('follow'));
  const { requestsPerMinute, log = false, steps = false, outputs = false, ...rest } = options;
  const builds = list.flatMap((run) => internalsOf(run)?.build ?? []);
  if (log || steps || builds.length < list.length) {
    yield* merge(list.map((run) => run.follow({ ...rest, log, steps, outputs })));
    return;
  }
  const parts = new Map(list.map((run) => [internalsOf(run)!.build, followPart(run, outputs)]));
  const { changes, active } = pollGroups(builds, { ...rest, requestsPerMinute });
  try {
    for await (const change of changes) {
      if (change.type === 'error') throw change.error;
      yield* parts.get(change.member.build)!(change.member, options.signal);
      if (change.type === 'end') parts.delete(change.member.build);
    }
  } catch (error) {
    await stopAll(active(), options);
    throw error;
  }
}

type Part = (member: Member, signal: AbortSignal | undefined) => AsyncGenerator<BuildEvent, void, undefined>;

/** Returns the function that turns the changes of one build into events. */
function followPart(run: BuildRun, wantsOutputs: boolean): Part {
  let toEvent: ((body: EventBody) => BuildEvent) | undefined;
  let last = '';
  return async function* (member, signal) {
    const { state, build } = member;
    const { view } = internalsOf(run)!;
    if (!toEvent) {
      toEvent = createEvents(build);
      yield toEvent(startEvent(member, run.task, run.toJSON()));
      if (!state.isRunning) yield toEvent({ type: 'queued', queuedMs: state.elapsedMs });
    }
    if (!state.isFinal) {
      const progress = progressEvent({ state, steps: [] });
      const key = `${progress.status} ${progress.percent ?? ''}`;
      if (key !== last) yield toEvent(progress);
      last = key;
      return;
    }
    const record = state.record!;
    view.follower.state.use(record);
    const succeeded = isSuccess(statusOf(record));
    const failure = succeeded ? undefined : await view.failure(signal);
    const steps = succeeded ? [] : await view.finalSteps(signal);
    const outputs = wantsOutputs ? await view.outputs(signal) : undefined;
    yield toEvent(endEvent(record, { steps, outputs, failure, succeeded }));
  };
}

/** Yields what several iterators yield, as it comes. */
async function* merge<T>(iterators: readonly AsyncIterator<T>[]): AsyncGenerator<T, void, undefined> {
  const next = async (iterator: AsyncIterator<T>) => ({ iterator, result: await iterator.next() });
  const pending = new Map(iterators.map((iterator) => [iterator, next(iterator)]));
  try {
    while (pending.size > 0) {
      const { iterator, result } = await Promise.race(pending.values());
      if (result.done) pending.delete(iterator);
      else {
        pending.set(iterator, next(iterator));
        yield result.value;
      }
    }
  } finally {
    for (const promise of pending.values()) promise.catch(() => {});
    await Promise.allSettled([...pending.keys()].map(async (iterator) => iterator.return?.()));
  }
}

/**
 * Waits for several builds with shared polls: the builds of one task are polled through its list.
 *
 * @returns the result of each build in the order of `runs`: a record, or the error that its `wait` would have thrown.
 */
export async function waitAll(
  runs: readonly Waitable[],
  options: WaitAllOptions = {},
): Promise<PromiseSettledResult<BuildRecord>[]> {
  checkOptions(options, [waitRules, rateRules], 'waitAll');
  checkValue('runs', runs, runsRule('wait'));
  const { requestsPerMinute, ...rest } = options;
  const results = new Map<Build, PromiseSettledResult<BuildRecord>>();
  const views = new Map(runs.flatMap((run) => internalsOf(run) ?? []).map(({ build, view }) => [build, view]));
  const others = Promise.all(
    runs.map(async (run) => (internalsOf(run) ? undefined : (await Promise.allSettled([run.wait(rest)]))[0])),
  );
  const { changes, active } = pollGroups([...views.keys()], { ...rest, requestsPerMinute });
  try {
    for await (const change of changes) {
      const { member, type } = change;
      const { build, state } = member;
      if (type === 'error') results.set(build, { status: 'rejected', reason: change.error });
      if (type !== 'end') continue;
      const record = state.record!;
      const view = views.get(build)!;
      view.follower.state.use(record);
      if (isSuccess(statusOf(record)) || rest.throwOnFailure === false) {
        results.set(build, { status: 'fulfilled', value: record });
      } else {
        const reason = failedError(build, record, await view.failure(rest.signal));
        results.set(build, { status: 'rejected', reason });
      }
    }
  } catch (error) {
    await stopAll(active(), options);
    if (!rest.signal?.aborted) throw error;
  }
  const rejected: PromiseRejectedResult = { status: 'rejected', reason: rest.signal?.reason as unknown };
  const settled = await others;
  return runs.map((run, index) => {
    const build = internalsOf(run)?.build;
    return settled[index] ?? (build && results.get(build)) ?? rejected;
  });
}
