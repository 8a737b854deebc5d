/** The builds of a project, as its list of tasks shows them. */
import type { BuildRecord, BuildTaskSummary } from '../../generated/codearts-build/schema.js';
import {
  booleanRule,
  checkOptions,
  checkValue,
  nonEmptyString,
  objectRule,
  signalRule,
  type Rule,
} from '../errors/check-options.js';
import type { CallOptions } from '../operations/contract.js';
import { buildNumberOf, integerOf, objectsOf, textOf, type BuildApi, type BuildContext } from './build-api.js';
import { BuildClock } from './build-clock.js';
import { LOG_START } from './build-input.js';
import { createBuildApi } from './build-run.js';
import {
  createErrorTolerance,
  isSuccess,
  isUnknownBuild,
  LATE_MS,
  statusOf,
  throttledMs,
  type ErrorTolerance,
} from './build-status.js';
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
/** Builds of a task that started since the last poll are looked up, up to this number. */
const MAX_MISSED = 20;

/** A row of the list of tasks. The service may omit any member but the ID. */
interface Row {
  readonly jobId: string;
  readonly name: string;
  readonly isRunning: boolean | undefined;
  readonly buildNo: number | undefined;
  readonly startedAt: number | undefined;
}

interface Watched {
  readonly jobId: string;
  readonly buildNo: number;
  readonly state: BuildClock;
  readonly toEvent: (body: EventBody) => BuildEvent;
  /** Time at which the build was first seen, by the clock of this machine. */
  readonly seenAt: number;
  readonly tolerance: ErrorTolerance;
  progress: string;
}

/** The last known build of a task. */
type Seen = Pick<Row, 'isRunning' | 'buildNo' | 'startedAt'>;

function toRow(task: BuildTaskSummary): Row[] {
  const jobId = textOf(task.id);
  if (jobId === undefined) return [];
  const [running, last] = [textOf(task.last_job_running_status), textOf(task.last_build_status)];
  const words = [running, last].filter((word) => word !== undefined);
  return [
    {
      ...{ jobId, name: textOf(task.job_name) ?? jobId, buildNo: buildNumberOf(task.build_number) },
      isRunning: words.length === 0 ? undefined : words.some((word) => /^(running|inqueue|building)$/i.test(word)),
      startedAt: integerOf(task.last_build_time),
    },
  ];
}

/** Whether a row shows a later build than before; undefined if the members that would show it are missing. */
function showsNewBuild(row: Row, seen: Seen): boolean | undefined {
  if (row.buildNo !== undefined && seen.buildNo !== undefined) return row.buildNo > seen.buildNo;
  if (row.startedAt !== undefined && seen.startedAt !== undefined) return row.startedAt > seen.startedAt;
  if (row.isRunning === true && seen.isRunning === false) return true;
  return seen.buildNo === undefined && seen.startedAt === undefined ? false : undefined;
}

class ProjectWatch {
  readonly #context: BuildContext;
  readonly #api: BuildApi;
  readonly #projectId: string;
  readonly #signal: AbortSignal | undefined;
  readonly #running = new Map<string, Watched>();
  readonly #seen = new Map<string, Seen>();
  #isFirst = true;
  /** Whether the project has too many tasks to list all of them each time. */
  #isLong = false;

  constructor(context: BuildContext, projectId: string, signal: AbortSignal | undefined) {
    this.#context = context;
    this.#api = createBuildApi('v1', context);
    this.#projectId = projectId;
    this.#signal = signal;
  }

  /** Yields the pages of the list of tasks. The service may return fewer tasks than requested on each. */
  async *#pages(filter: { build_status?: 'building' }): AsyncGenerator<{ rows: Row[]; total: number | undefined }> {
    const listed = new Set<string>();
    for (let page_index = 0; ; page_index += 1) {
      const input = { project_id: this.#projectId, page_index, page_size: PAGE_SIZE, ...filter };
      const page = await this.#request('listProjectJobs', (options) =>
        this.#context.send('listProjectJobs', input, options, (data) =>
          Array.isArray(data?.result?.job_list)
            ? { rows: objectsOf(data.result.job_list).flatMap(toRow), total: integerOf(data.result.total) }
            : undefined,
        ),
      );
      yield page;
      const known = listed.size;
      for (const { jobId } of page.rows) listed.add(jobId);
      if (listed.size === known || listed.size >= (page.total ?? Infinity)) return;
    }
  }

  /** Returns the tasks: all of them if there are few, otherwise those with a build that runs or is watched. */
  async #rows(): Promise<Row[]> {
    const listed: Row[] = [];
    for await (const { rows, total = 0 } of this.#isLong ? [] : this.#pages({})) {
      listed.push(...rows);
      this.#isLong = total > PAGE_SIZE;
      if (this.#isLong) break;
    }
    if (this.#isLong) {
      for await (const { rows } of this.#pages({ build_status: 'building' })) listed.push(...rows);
    }
    return listed;
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
    const { jobId } = row;
    const seen = this.#seen.get(jobId);
    let { buildNo = seen?.buildNo, isRunning = seen?.isRunning } = row;
    const isNew = seen ? showsNewBuild(row, seen) : isRunning !== false;
    if (isNew === undefined) return;
    if (isNew && (row.buildNo === undefined || isRunning === undefined)) {
      const latest = await this.#request('showRunningStatus', (options) => this.#api.latest(jobId, options));
      [buildNo, isRunning] = [latest?.buildNo, latest?.running ?? false];
    }
    this.#seen.set(jobId, { buildNo, isRunning, startedAt: row.startedAt ?? seen?.startedAt });
    if (!isNew || buildNo === undefined || buildNo === seen?.buildNo) return;
    if (!seen && (!isRunning || (this.#isFirst && !existing))) return;
    // The builds before one with an unknown number are not known to be news.
    const first = seen?.buildNo === undefined ? buildNo : Math.max(seen.buildNo, buildNo - MAX_MISSED) + 1;
    for (let number = first; number <= buildNo; number += 1) yield* this.#start(row, number);
  }

  async *#start({ jobId, name }: Row, buildNo: number): AsyncGenerator<BuildEvent, void, undefined> {
    const state = new BuildClock(this.#context.time);
    const toEvent = createEvents({ context: this.#context, jobId, buildNo });
    const seenAt = this.#context.clock.now();
    const watched: Watched = {
      jobId,
      buildNo,
      state,
      toEvent,
      seenAt,
      tolerance: createErrorTolerance(),
      progress: '',
    };
    this.#running.set(`${jobId} ${buildNo}`, watched);
    yield toEvent(startEvent(watched, name, { jobId, buildNo, apiVersion: 'v1', task: name, log: LOG_START }));
    yield* this.#look(watched);
  }

  /** Requests the record of a build: when it starts, and when the list no longer shows it. */
  async *#look(watched: Watched): AsyncGenerator<BuildEvent, void, undefined> {
    const { jobId, buildNo, state, toEvent } = watched;
    let record: BuildRecord;
    try {
      record = await this.#request(this.#api.ids.record, (options) => this.#api.record(jobId, buildNo, options));
      watched.tolerance.succeed();
    } catch (error) {
      if (this.#signal?.aborted) throw error;
      yield* this.#failLook(watched, error);
      return;
    }
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

  /** A build whose record cannot be read does not end the watch: a note says that it is watched no longer. */
  *#failLook(watched: Watched, error: unknown): Generator<BuildEvent, void, undefined> {
    if (throttledMs(error) !== undefined) return;
    if (isUnknownBuild(error) && this.#context.clock.now() < watched.seenAt + LATE_MS) return;
    const message = error instanceof Error ? error.message : String(error);
    try {
      watched.tolerance.tolerate(error);
      yield watched.toEvent({ type: 'note', code: 'poll-failed', message });
    } catch {
      this.#running.delete(`${watched.jobId} ${watched.buildNo}`);
      yield watched.toEvent({ type: 'note', code: 'lost', message: `the build is watched no longer: ${message}` });
    }
  }

  /** Sends one request, within the budget of its operation. */
  async #request<T>(id: string, request: (options: CallOptions) => Promise<T>): Promise<T> {
    const { budgets } = this.#context;
    const signal = this.#signal;
    await budgets.take(id, signal);
    try {
      return await request({ signal, maxRetries: 0, timeoutMs: POLL_MS });
    } catch (error) {
      if (throttledMs(error) !== undefined) budgets.throttled(id);
      throw error;
    }
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
  const { clock } = context;
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
      }
      await clock.sleep(Math.max(1_000, POLL_MS - (clock.now() - startedAt)), signal);
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
