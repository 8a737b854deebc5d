/** `report`: the builds of many tasks since a time, one row per task. */
import { createClient, createLimiter, type CodeArtsBuildClient } from '../../index.js';
import { clientOf, clientOptionsOf } from '../client.js';
import type { Context } from '../context.js';
import type { Column } from '../output/table.js';
import { firstThatFits, formatDuration } from '../output/terminal.js';
import { listBuilds, listTasks, readSince, type BuildRow } from './lists.js';
import { printRows } from './rows.js';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;

/** 80 % of the documented rate limit of `listRecords`, and half of that of `showListHistory`. */
const REQUESTS_PER_MINUTE = { v1: 96, v3: 48 } as const;

/** Number of builds in the chart. */
const CHARTED = 12;

const BARS = '▁▂▃▄▅▆▇█';

/** A row of the report. */
interface ReportRow {
  task: string;
  id: string;
  builds: number;
  finished: number;
  succeeded: number;
  /** Share of the finished builds that succeeded, in percent. */
  success: number | undefined;
  /** Median duration of the successful builds. */
  medianMs: number | undefined;
  latest: BuildRow[];
}

const median = (values: readonly number[]): number | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : average(sorted[middle - 1], sorted[middle]);
};

const average = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : (a + b) / 2;

/** Draws the latest builds, oldest first: a bar as high as the duration, `x` for a failed one, `·` for any other. */
function drawBuilds(builds: readonly BuildRow[]): string {
  const charted = builds.slice(0, CHARTED).reverse();
  const succeeded = charted.filter(({ status }) => status === 'succeeded');
  const longest = Math.max(1, ...succeeded.map(({ durationMs = 0 }) => durationMs));
  return charted
    .map(({ status, durationMs = 0 }) => {
      if (status === 'failed' || status === 'timed out') return 'x';
      if (status !== 'succeeded') return '·';
      return BARS[Math.min(BARS.length - 1, Math.floor((durationMs / longest) * BARS.length))]!;
    })
    .join('');
}

const columns: readonly Column<ReportRow>[] = [
  { name: 'task', value: ({ task }) => task, shortened: true },
  { name: 'builds', value: ({ builds }) => builds, right: true },
  { name: 'succeeded', value: ({ succeeded }) => succeeded, shown: false },
  {
    name: 'success',
    value: ({ success }) => success,
    text: ({ success }) => (success === undefined ? '' : `${success} %`),
    right: true,
  },
  {
    name: 'median-ms',
    heading: 'MEDIAN',
    value: ({ medianMs }) => medianMs,
    text: ({ medianMs }) => (medianMs === undefined ? '' : formatDuration(medianMs)),
    right: true,
  },
  {
    name: 'latest',
    heading: 'LATEST (bar: duration, x: failed)',
    value: ({ latest }) =>
      latest.slice(0, CHARTED).map(({ build, status, durationMs }) => ({ build, status, durationMs })),
    text: ({ latest }) => drawBuilds(latest),
  },
  { name: 'id', value: ({ id }) => id, shown: false },
];

const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((100 * part) / whole);

/** Formats the sum of all rows: `3 tasks, 14 builds, 71 % succeeded`. */
function formatTotal(rows: readonly ReportRow[]): string {
  const sum = (select: (row: ReportRow) => number): number => rows.reduce((total, row) => total + select(row), 0);
  const success = percentOf(
    sum(({ succeeded }) => succeeded),
    sum(({ finished }) => finished),
  );
  const share = success === undefined ? '' : `, ${success} % succeeded`;
  return `${rows.length} tasks, ${sum(({ builds }) => builds)} builds${share}`;
}

/** A task to report on. */
interface ReportTask {
  id: string;
  name: string;
  buildProjectId?: string | undefined;
}

/** Returns the named tasks; otherwise those with a build since the time. */
async function selectTasks(context: Context, since: Date): Promise<ReportTask[]> {
  const { args, apiVersion, signal, project } = context;
  const limit = args.integer('limit') ?? Infinity;
  const found: ReportTask[] = [];
  for (const task of args.positionals.slice(0, limit)) {
    found.push(await clientOf(context).findTask({ task, project }, { apiVersion, signal }));
  }
  if (args.positionals.length > 0) return found;
  for await (const { id, task, buildProjectId, lastBuildAt } of listTasks(context)) {
    if (found.length >= limit) break;
    if (lastBuildAt && lastBuildAt >= since) found.push({ id, name: task, buildProjectId });
  }
  return found;
}

async function reportTask(
  context: Context,
  client: CodeArtsBuildClient,
  task: ReportTask,
  since: Date,
): Promise<ReportRow> {
  const { args } = context;
  const [status, branch] = [args.text('status'), args.text('branch')];
  const builds: BuildRow[] = [];
  for await (const build of listBuilds(client, context, task, since)) {
    if (branch !== undefined && build.branch !== branch) continue;
    if (status === undefined || build.status === status) builds.push(build);
  }
  const finished = builds.filter((build) => !['running', 'queued'].includes(build.status)).length;
  const good = builds.filter((build) => build.status === 'succeeded');
  return {
    task: task.name,
    id: task.id,
    builds: builds.length,
    finished,
    succeeded: good.length,
    success: percentOf(good.length, finished),
    medianMs: median(good.flatMap(({ durationMs }) => durationMs ?? [])),
    latest: builds,
  };
}

/** Tasks to read at the same time. */
const CONCURRENCY = 4;

/** Creates a client that stays within the rate limit of the operation that lists builds. */
function createLimitedClient(context: Context): CodeArtsBuildClient {
  const { apiVersion, clock } = context;
  const options = clientOptionsOf(context);
  const limiter = createLimiter({ requestsPerMinute: REQUESTS_PER_MINUTE[apiVersion], clock });
  const send = options.fetch ?? globalThis.fetch;
  return createClient({ ...options, fetch: (input, init) => limiter(() => send(input, init)) });
}

export async function report(context: Context): Promise<number> {
  const { clock, console } = context;
  const since = readSince(context) ?? new Date(clock.now() - DEFAULT_DAYS * DAY_MS);
  const tasks = await selectTasks(context, since);
  const client = createLimitedClient(context);
  const inTurn = createLimiter(CONCURRENCY);
  let read = 0;
  const readTask = async (task: ReportTask): Promise<ReportRow> => {
    const row = await reportTask(context, client, task, since);
    read += 1;
    if (console.interactive && read < tasks.length) {
      const texts = [`${read} of ${tasks.length} tasks`, `${read}/${tasks.length}`];
      console.status.draw((columns) => firstThatFits(texts, columns));
    }
    return row;
  };
  try {
    const rows = await Promise.all(tasks.map((task) => inTurn(() => readTask(task))));
    console.status.clear();
    await printRows(context, rows, columns, 'no tasks with builds in this time');
    if (context.format === 'text' && rows.length > 1) console.message(formatTotal(rows));
  } finally {
    console.status.clear();
  }
  return 0;
}
