/** The builds of a project, as its list of tasks shows them. */
import {
  booleanRule,
  checkOptions,
  checkValue,
  nonEmptyString,
  objectRule,
  signalRule,
  type Rule,
} from '../errors/check-options.js';
import { buildNumberOf, integerOf, objectsOf, textOf, type BuildApi, type BuildContext } from './build-api.js';
import { BuildClock } from './build-clock.js';
import { LOG_START } from './build-input.js';
import { createBuildApi } from './build-run.js';
import { createErrorTolerance, isSuccess, statusOf, throttledMs } from './build-status.js';
import { createEvents, endEvent, progressEvent, startEvent, type EventBody } from './event-source.js';
import type { BuildEvent } from './events.js';
import { findProject } from './find.js';

/** The project to watch, by ID or by name. */
export type WatchProjectInput = { projectId: string; project?: never } | { project: string; projectId?: never };

/** Options of `watchProject`. */
export interface WatchProjectOptions {
  /** Ends the iteration, without an error. */
  signal?: AbortSignal | undefined;
  /** Whether builds that run already are included. @default true */
  existing?: boolean | undefined;
}

const rules: Record<keyof WatchProjectOptions, Rule> = { signal: signalRule, existing: booleanRule };

const POLL_MS = 10_000;
const PAGE_SIZE = 100;
/** Builds that started and finished between two polls are looked up, up to this number for a task. */
const MAX_MISSED = 20;

/** A row of the list of tasks. */
interface Row {
  readonly jobId: string;
  readonly name: string;
  readonly isRunning: boolean;
  readonly buildNo: number | undefined;
  readonly startedAt: number | undefined;
}

interface Watched {
  readonly jobId: string;
  readonly buildNo: number;
  readonly state: BuildClock;
  readonly toEvent: (body: EventBody) => BuildEvent;
  progress: string;
}

/** The last known state of a task. */
interface Seen {
  buildNo: number;
  startedAt: number | undefined;
}

class ProjectWatch {
  readonly #context: BuildContext;
  readonly #api: BuildApi;
  readonly #projectId: string;
  readonly #signal: AbortSignal | undefined;
  readonly #running = new Map<string, Watched>();
  readonly #seen = new Map<string, Seen>();
  #isFirst = true;

  constructor(context: BuildContext, projectId: string, signal: AbortSignal | undefined) {
    this.#context = context;
    this.#api = createBuildApi('v1', context);
    this.#projectId = projectId;
    this.#signal = signal;
  }

  /** Returns the tasks: all of them if there are few, otherwise those with a build that runs or is watched. */
  async #rows(): Promise<Row[]> {
    const { send, budgets } = this.#context;
    const rows: Row[] = [];
    for (let page_index = 0, isLong = false; ; page_index += 1) {
      const input = { project_id: this.#projectId, page_index, page_size: PAGE_SIZE };
      const filter = isLong ? { build_status: 'building' as const } : {};
      await budgets.take('listProjectJobs', this.#signal);
      const options = { signal: this.#signal, maxRetries: 0, timeoutMs: POLL_MS };
      const page = await send('listProjectJobs', { ...input, ...filter }, options, (data) =>
        Array.isArray(data?.result?.job_list)
          ? { tasks: objectsOf(data.result.job_list), total: integerOf(data.result.total) ?? 0 }
          : undefined,
      );
      for (const task of page.tasks) {
        const jobId = textOf(task.id);
        if (jobId === undefined) continue;
        const running = /^(running|inqueue)$/i.test(textOf(task.last_job_running_status) ?? '');
        rows.push({
          ...{ jobId, name: textOf(task.job_name) ?? jobId, buildNo: buildNumberOf(task.build_number) },
          ...{ isRunning: running || textOf(task.last_build_status) === 'building' },
          startedAt: integerOf(task.last_build_time),
        });
      }
      if (page.total > PAGE_SIZE && !isLong) {
        // Too many tasks for one page each time: those that build are enough.
        [isLong, page_index] = [true, -1];
        if (this.#isFirst) continue;
        rows.length = 0;
      } else if (page.tasks.length < PAGE_SIZE) return rows;
    }
  }

  async *poll(existing: boolean): AsyncGenerator<BuildEvent, void, undefined> {
    const rows = await this.#rows();
    const listed = new Map(rows.map((row) => [row.jobId, row]));
    for (const row of listed.values()) yield* this.#useRow(row, existing);
    for (const watched of [...this.#running.values()]) {
      const row = listed.get(watched.jobId);
      const runs = row?.isRunning === true && (this.#seen.get(row.jobId)?.buildNo ?? 0) === watched.buildNo;
      // The list does not tell a queued build from a running one.
      if (!runs || !watched.state.isRunning) yield* this.#look(watched);
      else yield* progress(watched);
    }
    this.#isFirst = false;
  }

  async *#useRow(row: Row, existing: boolean): AsyncGenerator<BuildEvent, void, undefined> {
    const { jobId, isRunning, startedAt } = row;
    const seen = this.#seen.get(jobId);
    const isNew = row.buildNo !== undefined ? row.buildNo !== seen?.buildNo : startedAt !== seen?.startedAt;
    if (!isNew && (seen || !isRunning)) return;
    const options = { signal: this.#signal, maxRetries: 0 };
    const buildNo = row.buildNo ?? (isRunning || seen ? (await this.#api.latest(jobId, options))?.buildNo : 0);
    if (buildNo === undefined) return;
    this.#seen.set(jobId, { buildNo, startedAt });
    if (buildNo === seen?.buildNo) return;
    // The builds that the task had before are not news.
    if (this.#isFirst || !seen) {
      if (isRunning && (existing || !this.#isFirst)) yield* this.#start(row, buildNo);
      return;
    }
    for (let number = Math.max(seen.buildNo + 1, buildNo - MAX_MISSED); number <= buildNo; number += 1) {
      yield* this.#start(row, number);
    }
  }

  async *#start({ jobId, name }: Row, buildNo: number): AsyncGenerator<BuildEvent, void, undefined> {
    const state = new BuildClock(this.#context.time);
    const toEvent = createEvents({ context: this.#context, jobId, buildNo });
    const watched: Watched = { jobId, buildNo, state, toEvent, progress: '' };
    this.#running.set(`${jobId} ${buildNo}`, watched);
    yield toEvent(startEvent(watched, name, { jobId, buildNo, apiVersion: 'v1', task: name, log: LOG_START }));
    yield* this.#look(watched);
  }

  /** Requests the record of a build: when it starts, and when the list no longer shows it. */
  async *#look(watched: Watched): AsyncGenerator<BuildEvent, void, undefined> {
    const { jobId, buildNo, state, toEvent } = watched;
    const record = await this.#api.record(jobId, buildNo, { signal: this.#signal, maxRetries: 0 });
    state.use(record);
    if (!state.isFinal) {
      yield* progress(watched);
      return;
    }
    this.#running.delete(`${jobId} ${buildNo}`);
    yield toEvent(
      endEvent(record, { steps: [], outputs: undefined, failure: undefined, succeeded: isSuccess(statusOf(record)) }),
    );
  }
}

/** Yields the progress of a build if it has changed since. */
function* progress(watched: Watched): Generator<BuildEvent, void, undefined> {
  const body = progressEvent({ state: watched.state, steps: [] });
  const key = `${body.status} ${body.percent ?? ''}`;
  if (key === watched.progress) return;
  watched.progress = key;
  yield watched.toEvent(body);
}

/** Follows the builds of a project as they start, change and finish, until the signal aborts. */
export async function* watchProject(
  context: BuildContext,
  input: WatchProjectInput,
  options: WatchProjectOptions = {},
): AsyncGenerator<BuildEvent, void, undefined> {
  checkValue('the input of watchProject', input, objectRule);
  checkOptions(options, [rules], 'watchProject');
  const { signal, existing = true } = options;
  const [name, value] = input.project === undefined ? ['projectId', input.projectId] : ['project', input.project];
  checkValue(name, value, nonEmptyString);
  const { clock, budgets } = context;
  const tolerance = createErrorTolerance();
  try {
    const projectId = input.projectId ?? (await findProject(context, { project: input.project }, { signal })).id;
    const watch = new ProjectWatch(context, projectId, signal);
    for (;;) {
      const startedAt = clock.now();
      try {
        yield* watch.poll(existing);
        tolerance.succeed();
      } catch (error) {
        if (signal?.aborted) return;
        if (throttledMs(error) === undefined) tolerance.tolerate(error);
        else budgets.throttled('listProjectJobs');
      }
      await clock.sleep(Math.max(1_000, POLL_MS - (clock.now() - startedAt)), signal);
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
