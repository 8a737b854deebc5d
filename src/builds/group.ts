/** Many builds, polled through lists under one budget of requests. */
import { TimeoutError } from '../errors/request-errors.js';
import { throwIfAborted } from '../http/timing.js';
import type { CallOptions } from '../operations/contract.js';
import { textOf, type ListedBuild } from './build-api.js';
import { BuildClock, type ListedState } from './build-clock.js';
import { createErrorTolerance, isFinished, throttledMs, type ErrorTolerance } from './build-status.js';
import { createBudgets, runLimited, type Budgets } from './limiter.js';
import {
  queuedPauseMs,
  RECORD_GOAL,
  runningPauseMs,
  stillRunning,
  usualDuration,
  type UsualDuration,
} from './pause.js';
import type { Build } from './view.js';
import type { WatchOptions } from './watch-options.js';

/** One of many builds. Plain data: a thousand of them cost little. */
export interface Member {
  readonly build: Build;
  readonly state: BuildClock;
  readonly group: Group;
  /** Of its record. */
  readonly tolerance: ErrorTolerance;
  polledAt: number;
  /** Whether the list of its task does not show it. */
  isUnlisted: boolean;
}

/** The builds of one task. */
interface Group {
  readonly build: Build;
  readonly members: Map<number, Member>;
  /** Of the list. */
  readonly tolerance: ErrorTolerance;
  usual: UsualDuration | undefined;
  buildProjectId: string | undefined;
  /** Whether lists cannot be used. */
  isWithoutList: boolean;
  /** Whether the last poll was that of the list. */
  wasListed: boolean;
  lastAt: number;
  nextAt: number;
  failures: number;
}

/** A change of a build that a poll has found. */
export type Change =
  | { readonly member: Member; readonly type: 'seen' | 'end' }
  | { readonly member: Member; readonly type: 'error'; readonly error: unknown };

export interface GroupOptions extends Pick<WatchOptions, 'signal' | 'limiter' | 'timeoutMs' | 'queueTimeoutMs'> {
  requestsPerMinute?: number | undefined;
}

const POLL_TIMEOUT_MS = 10_000;
const SHORTEST_MS = 2_000;
const LONGEST_MS = 60_000;
const LISTED_BUILDS = 100;

/** Returns the state that a list shows, with the names of a record. */
const toState = ({ status, requestedAt, startedAt, finishedAt }: ListedBuild): ListedState => ({
  ...(status !== undefined && { status }),
  ...(requestedAt && { create_time: requestedAt.toISOString() }),
  ...(startedAt && { start_time: startedAt.toISOString() }),
  ...(finishedAt && { finish_time: finishedAt.toISOString() }),
});

const unlistedOf = ({ members }: Group): Member[] => [...members.values()].filter(({ isUnlisted }) => isUnlisted);

/** Returns the build to poll by itself: of those that the list does not show, or of all, the one that was polled the longest time ago. */
function nextSingle(group: Group): Member | undefined {
  const unlisted = group.isWithoutList ? [] : unlistedOf(group);
  const candidates = unlisted.length > 0 ? unlisted : [...group.members.values()];
  return candidates.reduce<Member | undefined>(
    (next, member) => (next && next.polledAt <= member.polledAt ? next : member),
    undefined,
  );
}

class Groups {
  readonly #groups = new Map<string, Group>();
  readonly #options: GroupOptions;
  readonly #ownBudgets: Budgets | undefined;

  constructor(builds: readonly Build[], options: GroupOptions) {
    this.#options = options;
    const { requestsPerMinute } = options;
    const clock = builds[0]?.context.clock;
    // The budgets use a share of the rate limit; here the number itself is meant.
    if (requestsPerMinute !== undefined && clock) {
      this.#ownBudgets = createBudgets(clock, () => requestsPerMinute / 0.8);
    }
    for (const build of builds) this.#add(build);
  }

  get members(): Member[] {
    return [...this.#groups.values()].flatMap(({ members }) => [...members.values()]);
  }

  #add(build: Build): void {
    const { context, jobId, buildNo } = build;
    const key = `${context.endpoint} ${build.api.ids.record} ${jobId}`;
    const now = context.clock.now();
    const group: Group = this.#groups.get(key) ?? {
      ...{ build, members: new Map(), tolerance: createErrorTolerance(), usual: undefined, buildProjectId: undefined },
      ...{ isWithoutList: false, wasListed: false, lastAt: -Infinity, nextAt: now, failures: 0 },
    };
    this.#groups.set(key, group);
    group.members.set(buildNo, {
      ...{ build, group, tolerance: createErrorTolerance(), isUnlisted: false, polledAt: -Infinity },
      state: new BuildClock(context.time),
    });
  }

  /** Polls until all builds have finished, and yields what changes. */
  async *changes(): AsyncGenerator<Change, void, undefined> {
    for (;;) {
      throwIfAborted(this.#options.signal);
      const groups = [...this.#groups.values()].filter(({ members }) => members.size > 0);
      if (groups.length === 0) return;
      const { clock } = groups[0]!.build.context;
      const nextAt = Math.min(...groups.map((group) => group.nextAt));
      if (nextAt > clock.now()) await clock.sleep(Math.ceil(nextAt - clock.now()), this.#options.signal);
      const first = this.#mostUrgent(groups, clock.now());
      const id = this.#operationOf(first);
      await this.#takeBudget(first);
      // Others may have become more urgent in the meantime.
      const same = groups.filter((group) => this.#operationOf(group) === id);
      yield* this.#poll(this.#mostUrgent(same, clock.now()), id);
    }
  }

  /** All requests for a group of builds share the budget of its list, so that the whole stays within one rate limit. */
  async #takeBudget({ build }: Group): Promise<void> {
    const { api, context } = build;
    await (this.#ownBudgets ?? context.budgets).take(api.ids.builds, this.#options.signal);
  }

  /** Returns the operation of the next poll of a group. */
  #operationOf(group: Group): string {
    const { build, members, buildProjectId, isWithoutList, wasListed, lastAt } = group;
    const { ids } = build.api;
    // The first record shows the build project, which the list requires.
    const isFirst = lastAt === -Infinity && buildProjectId === undefined;
    if (members.size < 2 || isWithoutList || isFirst) return ids.record;
    // Both in turn, if some are not listed.
    return wasListed && unlistedOf(group).length > 0 ? ids.record : ids.builds;
  }

  /** Returns the group whose builds have most likely finished some time ago. */
  #mostUrgent(groups: readonly Group[], now: number): Group {
    const due = groups.filter(({ nextAt }) => nextAt <= now);
    const urgency = ({ members, usual, lastAt }: Group): number => {
      const sinceMs = Math.min(now - lastAt, 10 * LONGEST_MS);
      if (sinceMs >= LONGEST_MS) return Infinity;
      let sum = 0;
      for (const { state } of members.values()) {
        const { elapsedMs, isRunning } = state;
        if (!isRunning) sum += 0.01;
        else if (!usual) sum += Math.min(1, sinceMs / Math.max(elapsedMs, SHORTEST_MS));
        else sum += 1 - stillRunning(elapsedMs, usual) / stillRunning(Math.max(0, elapsedMs - sinceMs), usual);
      }
      return sum * sinceMs;
    };
    let [best, highest] = [due[0] ?? groups[0]!, -1];
    for (const group of due) {
      const value = urgency(group);
      if (value > highest || (value === highest && group.lastAt < best.lastAt)) [best, highest] = [group, value];
    }
    return best;
  }

  async #request<T>(group: Group, request: (options: CallOptions) => Promise<T>): Promise<T> {
    const { signal, limiter } = this.#options;
    try {
      return await runLimited(limiter, () => request({ signal, maxRetries: 0, timeoutMs: POLL_TIMEOUT_MS }), signal);
    } catch (error) {
      if (throttledMs(error) !== undefined) {
        (this.#ownBudgets ?? group.build.context.budgets).throttled(group.build.api.ids.builds);
      }
      throw error;
    }
  }

  async *#poll(group: Group, id: string): AsyncGenerator<Change, void, undefined> {
    const { build, members } = group;
    const { clock } = build.context;
    // Lists do not show all: a build that is missing there is polled by itself.
    const single = id === build.api.ids.builds ? undefined : nextSingle(group);
    group.wasListed = single === undefined;
    const { tolerance } = single ?? group;
    try {
      yield* single ? this.#pollRecord(single) : this.#pollList(group);
      tolerance.succeed();
      group.failures = 0;
    } catch (error) {
      throwIfAborted(this.#options.signal);
      const throttled = throttledMs(error);
      if (throttled === undefined) group.failures += 1;
      try {
        if (throttled === undefined) tolerance.tolerate(error);
      } catch {
        // Without the list, each build is polled by itself.
        if (single) yield this.#remove(single, error);
        else group.isWithoutList = true;
      }
    }
    const now = clock.now();
    group.lastAt = now;
    for (const member of members.values()) {
      const { limitMs, leftMs } = member.state.timeLeft(this.#options);
      if (leftMs > 0) continue;
      const option = member.state.isRunning ? 'timeoutMs' : 'queueTimeoutMs';
      const { buildNo, jobId } = member.build;
      yield this.#remove(member, new TimeoutError(`build ${buildNo} of task ${jobId}`, option, limitMs));
    }
    group.nextAt = now + this.#pauseMs(group);
  }

  #remove(member: Member, error: unknown): Change {
    member.group.members.delete(member.build.buildNo);
    return { member, type: 'error', error };
  }

  #pauseMs({ members, usual, failures }: Group): number {
    if (failures > 0) return Math.min(1_000 * 2 ** failures, LONGEST_MS);
    let shortest = LONGEST_MS;
    for (const { state } of members.values()) {
      const { isRunning, elapsedMs } = state;
      const pauseMs = isRunning ? runningPauseMs(elapsedMs, usual, RECORD_GOAL) : queuedPauseMs(elapsedMs);
      shortest = Math.min(shortest, pauseMs, state.timeLeft(this.#options).leftMs);
    }
    return Math.max(shortest, SHORTEST_MS);
  }

  async *#pollList(group: Group): AsyncGenerator<Change, void, undefined> {
    const { build, members, buildProjectId } = group;
    const builds = await this.#request(group, (options) =>
      build.api.builds(build.jobId, LISTED_BUILDS, options, buildProjectId),
    );
    group.usual = usualDuration(builds) ?? group.usual;
    const listed = new Map(builds.map((item) => [item.buildNo, item]));
    for (const member of [...members.values()]) {
      const item = listed.get(member.build.buildNo);
      member.isUnlisted = item === undefined;
      if (!item) continue;
      const state = toState(item);
      // What a list shows of a build that has finished is not all: its record follows.
      if (isFinished(state)) {
        await this.#takeBudget(group);
        yield* this.#pollRecord(member);
      } else {
        member.state.usual = group.usual;
        member.state.useListed(state);
        yield { member, type: 'seen' };
      }
    }
  }

  async *#pollRecord(member: Member): AsyncGenerator<Change, void, undefined> {
    const { group, build, state } = member;
    const { api, jobId, buildNo, context } = build;
    member.polledAt = context.clock.now();
    const record = await this.#request(group, (options) => api.record(jobId, buildNo, options));
    group.buildProjectId ??= textOf(record.build_project_id);
    state.use(record);
    state.usual = group.usual;
    if (!state.isFinal) {
      yield { member, type: 'seen' };
      return;
    }
    group.members.delete(buildNo);
    yield { member, type: 'end' };
  }
}

/** Polls builds until all have finished. A build that cannot be polled ends in an error, and the others go on. */
export function pollGroups(
  builds: readonly Build[],
  options: GroupOptions,
): { readonly changes: AsyncGenerator<Change, void, undefined>; readonly active: () => Member[] } {
  const groups = new Groups(builds, options);
  return { changes: groups.changes(), active: () => groups.members };
}
