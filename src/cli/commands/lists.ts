/** `tasks`, `builds` and `projects`. */
import { formatTime, parseTime, type CodeArtsBuildClient } from '../../index.js';
import { UsageError } from '../args.js';
import { clientOf } from '../client.js';
import type { Context } from '../context.js';
import { statusWord } from '../output/summary.js';
import type { Column } from '../output/table.js';
import { formatDuration } from '../output/terminal.js';
import { printRows, tableTime } from './rows.js';
import { readTarget } from './target.js';

/** A task, as lists show it. */
export interface TaskRow {
  task: string;
  status: string;
  lastBuildAt: Date | undefined;
  durationMs: number | undefined;
  id: string;
  project: string | undefined;
  buildProjectId: string | undefined;
  disabled: boolean;
}

const taskColumns: readonly Column<TaskRow>[] = [
  { name: 'task', value: ({ task }) => task, shortened: true },
  { name: 'status', value: ({ status, disabled }) => (disabled ? 'disabled' : status) },
  {
    name: 'last-build',
    heading: 'LAST BUILD',
    value: ({ lastBuildAt }) => lastBuildAt,
    text: ({ lastBuildAt }) => tableTime(lastBuildAt),
  },
  { name: 'project', value: ({ project }) => project, shortened: true },
  { name: 'id', value: ({ id }) => id, shown: false },
  { name: 'duration-ms', value: ({ durationMs }) => durationMs, shown: false },
];

interface WireTask {
  id?: string | undefined;
  job_name?: string | undefined;
  last_build_status?: string | null | undefined;
  last_job_running_status?: string | null | undefined;
  last_build_time?: number | string | null | undefined;
  build_time?: number | string | null | undefined;
  build_project_id?: string | undefined;
  disabled?: boolean | undefined;
  project_name?: string | null | undefined;
}

const toTask = (task: WireTask, project?: string): TaskRow => {
  const time = Number(task.build_time);
  return {
    task: task.job_name ?? '',
    status: statusWord(task.last_build_status),
    lastBuildAt: parseTime(task.last_build_time),
    durationMs: task.build_time == null || Number.isNaN(time) ? undefined : time,
    id: task.id ?? '',
    project: task.project_name ?? project,
    buildProjectId: task.build_project_id,
    disabled: task.disabled ?? false,
  };
};

/** Yields tasks: those of the project, otherwise all of the caller. */
export async function* listTasks(context: Context): AsyncGenerator<TaskRow> {
  const { apiVersion, signal, project } = context;
  const client = clientOf(context);
  if (project === undefined) {
    if (apiVersion === 'v3') throw new UsageError('--project is required with --api-version v3');
    for await (const task of client.paginate('listJob', {}, { signal })) yield toTask(task);
    return;
  }
  const { id: project_id, name } = await client.findProject({ project }, { apiVersion, signal });
  const list: AsyncIterable<WireTask> =
    apiVersion === 'v3'
      ? client.paginate('showJobListByProjectId', { project_id }, { signal })
      : client.paginate('listProjectJobs', { project_id }, { signal });
  for await (const task of list) yield toTask(task, name);
}

/** Takes rows that match, up to `--limit`. */
async function take<Row>(
  rows: AsyncIterable<Row>,
  limit: number | undefined,
  matches: (row: Row) => boolean,
): Promise<Row[]> {
  const found: Row[] = [];
  if (limit === 0) return found;
  for await (const row of rows) {
    if (matches(row)) found.push(row);
    if (found.length === limit) break;
  }
  return found;
}

export async function tasks(context: Context): Promise<number> {
  const { args } = context;
  const limit = args.integer('limit');
  const status = args.text('status');
  const found = await take(listTasks(context), limit, (task) => status === undefined || task.status === status);
  await printRows(context, found, taskColumns, 'no tasks');
  return 0;
}

/** A build, as lists show it. */
export interface BuildRow {
  build: number;
  status: string;
  startedAt: Date | undefined;
  durationMs: number | undefined;
  branch: string | undefined;
  commit: string | undefined;
  user: string | undefined;
  recordId: string | undefined;
}

const buildColumns: readonly Column<BuildRow>[] = [
  { name: 'build', value: ({ build }) => build, right: true },
  { name: 'status', value: ({ status }) => status },
  {
    name: 'started',
    value: ({ startedAt }) => startedAt,
    text: ({ startedAt }) => tableTime(startedAt),
  },
  {
    name: 'duration-ms',
    heading: 'DURATION',
    value: ({ durationMs }) => durationMs,
    text: ({ durationMs }) => (durationMs === undefined ? '' : formatDuration(durationMs)),
    right: true,
  },
  { name: 'branch', value: ({ branch }) => branch, shortened: true },
  { name: 'commit', value: ({ commit }) => commit, text: ({ commit }) => commit?.slice(0, 8) ?? '' },
  { name: 'user', value: ({ user }) => user, shortened: true },
  { name: 'record-id', value: ({ recordId }) => recordId, shown: false },
];

const elapsed = (from: Date | undefined, to: Date | undefined): number | undefined =>
  from && to ? to.getTime() - from.getTime() : undefined;

/** Yields the builds of a task since a time, latest first. */
export async function* listBuilds(
  client: CodeArtsBuildClient,
  { apiVersion, signal, clock }: Context,
  task: { id: string; buildProjectId?: string | undefined },
  since: Date | undefined,
): AsyncGenerator<BuildRow> {
  const isRecent = (time: Date | undefined): boolean => since === undefined || (time !== undefined && time >= since);
  if (apiVersion === 'v3') {
    const days = since ? Math.ceil((clock.now() - since.getTime()) / 86_400_000) : 30;
    const input = { job_id: task.id, interval: Math.min(30, Math.max(1, days)) };
    for await (const build of client.paginate('showListHistory', input, { signal })) {
      const startedAt = parseTime(build.start_time);
      if (!isRecent(startedAt)) continue;
      yield {
        build: build.build_number,
        status: statusWord(build.result),
        startedAt,
        durationMs: elapsed(startedAt, parseTime(build.end_time)),
        branch: undefined,
        commit: undefined,
        user: undefined,
        recordId: build.record_id,
      };
    }
    return;
  }
  const { buildProjectId = (await client.showJobInfo({ job_id: task.id }, { signal }).result()).project_id } = task;
  if (!buildProjectId) return;
  const input = { build_project_id: buildProjectId, ...(since && { from_date: formatTime(since) }) };
  for await (const build of client.paginate('listRecords', input, { signal })) {
    const startedAt = parseTime(build.start_time) ?? parseTime(build.create_time);
    if (!isRecent(startedAt)) continue;
    yield {
      build: Number(build.build_no),
      status: statusWord(build.status ?? (build.start_time ? 'running' : 'queued')),
      startedAt,
      durationMs: elapsed(parseTime(build.start_time), parseTime(build.finish_time)),
      branch: build.branch ?? undefined,
      commit: build.revision ?? undefined,
      user: build.trigger_name ?? undefined,
      recordId: build.id,
    };
  }
}

/** Returns the time that `--since` names. */
export function readSince({ args, clock }: Context): Date | undefined {
  const ms = args.duration('since');
  return ms === undefined ? undefined : new Date(clock.now() - ms);
}

const DEFAULT_BUILDS = 20;

export async function builds(context: Context): Promise<number> {
  const { args, apiVersion, signal, project } = context;
  const { task } = readTarget(args);
  const since = readSince(context);
  const given = args.integer('limit');
  const limit = given ?? (since ? undefined : DEFAULT_BUILDS);
  const [status, branch] = [args.text('status'), args.text('branch')];
  const found = await clientOf(context).findTask({ task, project }, { apiVersion, signal });
  const rows = await take(
    listBuilds(clientOf(context), context, found, since),
    limit,
    (build) => (status === undefined || build.status === status) && (branch === undefined || build.branch === branch),
  );
  await printRows(context, rows, buildColumns, 'no builds');
  if (context.format === 'text' && given === undefined && rows.length === limit) {
    context.console.message(`the latest ${limit} builds; --limit or --since selects more`);
  }
  return 0;
}

const projectColumns: readonly Column<{ name: string; id: string }>[] = [
  { name: 'project', value: ({ name }) => name, shortened: true },
  { name: 'id', value: ({ id }) => id },
];

export async function projects(context: Context): Promise<number> {
  const { args, apiVersion, signal } = context;
  if (apiVersion === 'v3') throw new UsageError('projects: the operations of --api-version v3 cannot list projects');
  const limit = args.integer('limit');
  const list = clientOf(context).paginate(
    'listRelatedProjectInfo',
    {},
    { signal, ...(limit !== undefined && { limit }) },
  );
  const rows = (await list.toArray()).map(({ name, identifier = '' }) => ({ name, id: identifier }));
  await printRows(context, rows, projectColumns, 'no projects');
  return 0;
}
