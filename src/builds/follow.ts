/** One loop that follows a build, driven by those who read it: each turn is one request or one delay. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import { TimeoutError } from '../errors/request-errors.js';
import { linkSignal } from '../http/timing.js';
import type { CallOptions } from '../operations/contract.js';
import type { LogChunk } from './build-api.js';
import { BuildClock } from './build-clock.js';
import { createErrorTolerance, statusOf, throttledMs } from './build-status.js';
import type { BuildStep, NoteEvent } from './events.js';
import { runLimited } from './limiter.js';
import { isWithoutLog } from './log.js';
import { LogFeed } from './log-feed.js';
import { parseLogLine } from './log-line.js';
import { queuedPauseMs, RECORD_GOAL, runningPauseMs, usualDuration, withJitter } from './pause.js';
import { RecordSchedule } from './record-schedule.js';
import { createSingleFlight } from './single-flight.js';
import { wantsSteps, type Build, type View, type ViewOptions } from './view.js';

/** A view that does not take its lines is not read for after this number of them. */
const MAX_BUFFERED_LINES = 1_000;
const POLL_TIMEOUT_MS = 10_000;
const STEPS_APART_MS = 5_000;
const PAST_BUILDS = 20;

const NO_FEEDS: ReadonlySet<LogFeed> = new Set();
const WAKE = Symbol('reason for cutting a delay short');

/** Something that is to be done at a time. */
type Task = Readonly<{ at: number; run: (signal: AbortSignal) => Promise<void> }>;

export class Follower {
  readonly build: Build;
  readonly state: BuildClock;
  steps: BuildStep[] = [];
  /** Number of record polls that returned a record. */
  polls = 0;
  /** Waits for one request or one delay, which all views share. */
  readonly turn = createSingleFlight((signal) => this.#turn(signal));
  readonly #views = new Set<View>();
  readonly #tolerance = createErrorTolerance();
  readonly #schedule = new RecordSchedule();
  #askedUsual = false;
  #wantsSteps = false;
  #lastStepsAt = -Infinity;
  #stepInLog: string | undefined;
  #wake: () => void = () => {};

  constructor(build: Build) {
    this.build = build;
    this.state = new BuildClock(build.context.time);
  }

  join(options: ViewOptions): View {
    const view: View = { options, lines: [], notes: [], limits: undefined, feed: undefined, failure: undefined };
    this.#views.add(view);
    if (options.log) this.openLog(view, options.log);
    if (options.steps) this.#wantsSteps = true;
    this.#wake();
    return view;
  }

  /** Gives a view a log to read, which it shares with views at the same position. */
  openLog(view: View, { position, limits }: NonNullable<ViewOptions['log']>): void {
    const shared = [...this.#views].find(
      ({ feed }) => feed && !feed.ended && feed.cursor.offset === position.offset && feed.cursor.rest === position.rest,
    );
    view.limits = limits;
    view.feed = shared?.feed ?? new LogFeed(position, limits, this.#now());
    if (!shared) view.lines.push(...view.feed.cursor.pending);
    this.#wake();
  }

  /** Whether the record and the usual duration are known, as far as they can be. */
  get isIntroduced(): boolean {
    return this.state.record !== undefined && (this.state.isFinal || this.#askedUsual);
  }

  /** Whether nothing is due now. */
  get isIdle(): boolean {
    return this.#nextTask(this.#now()).at > this.#now();
  }

  leave(view: View): void {
    this.#views.delete(view);
  }

  /** @throws TimeoutError if the time of a view is up, and the record was looked at since. */
  checkTimeout({ options }: View): void {
    const { limitMs, leftMs } = this.state.timeLeft(options);
    if (this.state.isFinal || leftMs > 0 || this.#schedule.lastAt < this.#now() + leftMs) return;
    const option = this.state.isRunning ? 'timeoutMs' : 'queueTimeoutMs';
    throw new TimeoutError(`build ${this.build.buildNo} of task ${this.build.jobId}`, option, limitMs);
  }

  #now(): number {
    return this.build.context.clock.now();
  }

  async #turn(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    const task = this.#nextTask(now);
    if (task.at <= now) return task.run(signal);
    const delay = linkSignal(signal);
    this.#wake = () => delay.abort(WAKE);
    try {
      await this.build.context.clock.sleep(Math.ceil(task.at - now), delay.signal);
    } catch (error) {
      if (error !== WAKE) throw error;
    } finally {
      this.#wake = () => {};
      delay.release();
    }
  }

  /** Feeds that someone reads. */
  #activeFeeds(): Set<LogFeed> {
    const hungry = [...this.#views].filter(
      ({ feed, lines }) => feed && !feed.ended && lines.length < MAX_BUFFERED_LINES,
    );
    return new Set(hungry.map(({ feed }) => feed!));
  }

  /** Returns the next thing to do. */
  #nextTask(now: number): Task {
    const feeds = this.#activeFeeds();
    const tasks: Task[] = [{ at: this.#recordAt(now, feeds), run: (signal) => this.#pollRecord(signal) }];
    if (this.state.record && !this.state.isFinal && !this.#askedUsual)
      tasks.push({ at: now, run: (signal) => this.#askUsual(signal) });
    if (
      this.#wantsSteps &&
      this.state.isRunning &&
      !this.state.isFinal &&
      [...this.#views].some(({ options }) => options.steps)
    ) {
      tasks.push({ at: this.#lastStepsAt + STEPS_APART_MS, run: (signal) => this.#pollSteps(signal) });
    }
    for (const feed of this.state.isRunning ? feeds : [])
      tasks.push({ at: feed.nextAt, run: (signal) => this.#readLog(feed, signal) });
    const next = tasks.reduce((first, task) => (task.at < first.at ? task : first));
    // Nothing is due only if a view waits for something that it has: it looks again soon.
    return next.at === Infinity ? { ...next, at: now + POLL_TIMEOUT_MS } : next;
  }

  #recordAt(now: number, feeds: ReadonlySet<LogFeed>): number {
    if (this.state.isFinal) return Infinity;
    const deadlines = [...this.#views].map(({ options }) => now + this.state.timeLeft(options).leftMs);
    const due = this.#schedule.at(now, this.state.isRunning ? feeds : NO_FEEDS);
    return Math.min(due, ...deadlines.filter((at) => at > this.#schedule.lastAt));
  }

  /** Sends one poll, within the budget of its operation and the limiter of a view. */
  async #poll<T>(id: string, signal: AbortSignal, request: (options: CallOptions) => Promise<T>): Promise<T> {
    const { budgets } = this.build.context;
    const limiter = [...this.#views].find(({ options }) => options.limiter)?.options.limiter;
    const leftMs = Math.min(...[...this.#views].map(({ options }) => this.state.timeLeft(options).leftMs));
    const timeoutMs = Math.min(Math.max(leftMs, 1_000), POLL_TIMEOUT_MS);
    await budgets.take(id, signal);
    try {
      return await runLimited(limiter, () => request({ signal, maxRetries: 0, timeoutMs }), signal);
    } catch (error) {
      if (throttledMs(error) !== undefined) {
        budgets.throttled(id);
        this.#note('throttled', `${id} was throttled (429)`);
      } else if (!signal.aborted && !isWithoutLog(error)) {
        this.#note('poll-failed', error instanceof Error ? error.message : String(error));
      }
      throw error;
    }
  }

  #note(code: NoteEvent['code'], message: string, views: Iterable<View> = this.#views): void {
    for (const view of views) view.notes.push({ code, message });
  }

  async #pollRecord(signal: AbortSignal): Promise<void> {
    const { api, context, jobId, buildNo } = this.build;
    let record: BuildRecord;
    try {
      record = await this.#poll(api.ids.record, signal, (options) => api.record(jobId, buildNo, options));
    } catch (error) {
      if (signal.aborted) throw error;
      const throttled = throttledMs(error);
      if (throttled !== undefined) this.#schedule.throttled(this.#now(), throttled);
      else this.#failRecord(error);
      return;
    }
    this.#tolerance.succeed();
    this.polls += 1;
    this.state.use(record);
    const now = this.#now();
    this.#schedule.succeeded(now);
    this.#setPause();
    this.#wantsSteps = true;
    const { isFinal, feedState } = this.state;
    if (isFinal) for (const { feed } of this.#views) feed?.finish(now, feedState);
    const delayMs = isFinal ? 0 : this.#schedule.pauseMs;
    context.emit({ type: 'poll', jobId, buildNo, status: statusOf(record) || undefined, delayMs });
  }

  #failRecord(error: unknown): void {
    this.#schedule.failed(this.#now());
    try {
      this.#tolerance.tolerate(error);
    } catch {
      for (const view of this.#views) view.failure = { error };
    }
  }

  #setPause(): void {
    const { isRunning, elapsedMs, usual } = this.state;
    const pauseMs = isRunning ? runningPauseMs(elapsedMs, usual, RECORD_GOAL) : queuedPauseMs(elapsedMs);
    // A reader of the steps needs to see them change.
    const longestMs = [...this.#views].some(wantsSteps)
      ? Math.max((usual?.expectedMs ?? 0) / 10, STEPS_APART_MS)
      : Infinity;
    this.#schedule.pauseMs = withJitter(Math.min(pauseMs, longestMs), this.build.context.random);
  }

  /** Asks once how long builds of the task take. A wait goes on without it. */
  async #askUsual(signal: AbortSignal): Promise<void> {
    const { api, jobId } = this.build;
    this.#askedUsual = true;
    const buildProjectId = this.state.record?.build_project_id;
    const known = typeof buildProjectId === 'string' && buildProjectId !== '' ? buildProjectId : undefined;
    try {
      const builds = await this.#poll(api.ids.builds, signal, (options) =>
        api.builds(jobId, PAST_BUILDS, options, known),
      );
      this.state.usual = usualDuration(builds);
      this.#setPause();
    } catch {
      if (signal.aborted) this.#askedUsual = false;
    }
  }

  async #pollSteps(signal: AbortSignal): Promise<void> {
    const { api, jobId, buildNo } = this.build;
    this.#wantsSteps = false;
    this.#lastStepsAt = this.#now();
    try {
      this.steps = await this.#poll(api.ids.steps, signal, (options) =>
        api.steps(this.state.record!, jobId, buildNo, options),
      );
    } catch (error) {
      if (signal.aborted) throw error; // a failed poll of the steps ends nothing
    }
  }

  async #readLog(feed: LogFeed, signal: AbortSignal): Promise<void> {
    const { api, jobId, buildNo } = this.build;
    const views = [...this.#views].filter((view) => view.feed === feed);
    try {
      const chunk = await this.#poll(api.ids.log, signal, (options) =>
        api.readLog(jobId, buildNo, feed.cursor.offset, options),
      ).catch((error: unknown): LogChunk => {
        if (!isWithoutLog(error)) throw error;
        return { text: '', start: undefined, end: undefined, hasMore: false };
      });
      this.#useChunk(feed, chunk, views);
    } catch (error) {
      if (signal.aborted) throw error;
      const throttled = throttledMs(error);
      try {
        if (throttled === undefined) feed.fail(error, this.#now());
        else feed.nextAt = this.#now() + Math.max(throttled, 2_000);
      } catch {
        for (const view of views) view.failure = { error };
      }
    }
  }

  #useChunk(feed: LogFeed, chunk: LogChunk, views: readonly View[]): void {
    const now = this.#now();
    const { lines, isFresh, hasMore, gap } = feed.push(chunk, now, this.state.feedState);
    if (gap === 'lost')
      this.#note('log-gap', `the service skipped a part of the log before offset ${feed.cursor.offset}`, views);
    if (feed.incomplete)
      this.#note('log-incomplete', 'the service reports more of the log, and returned nothing for 30 s', views);
    if (feed.ended) lines.push(...feed.cursor.flush());
    for (const view of views) {
      view.lines.push(...lines);
      // The others go on: this one reads for itself when it has taken its lines.
      if (view.lines.length >= MAX_BUFFERED_LINES && views.length > 1 && !feed.ended) this.#separate(view, feed);
    }
    if (this.state.isFinal) return;
    this.#schedule.useLog(now, { isClosed: feed.cursor.isClosed, isFresh, hasMore });
    const step = lines.map(({ text }) => parseLogLine(text).step).findLast((name) => name !== undefined);
    const name = step?.split(':')[0];
    if (name !== undefined && name !== this.#stepInLog) {
      this.#stepInLog = name;
      this.#wantsSteps = true;
    }
  }

  #separate(view: View, { cursor }: LogFeed): void {
    const { offset, rest } = cursor;
    view.feed = new LogFeed({ offset, rest }, view.limits!, this.#now());
  }
}
