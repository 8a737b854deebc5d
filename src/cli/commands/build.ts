/** `log`, `show`, `outputs` and `stop`: what concerns one build. */
import {
  parseLogLine,
  parseTime,
  type BuildArtifact,
  type BuildRun,
  type EndEvent,
  type LogLine,
} from '../../index.js';
import { UsageError } from '../args.js';
import { clientOf } from '../client.js';
import type { Context } from '../context.js';
import { CommandError, NothingFoundError } from '../errors.js';
import { buildName, formatEnd, statusWord } from '../output/summary.js';
import { formatCells, formatRows, selectColumns, type Column } from '../output/table.js';
import { formatDuration, visible } from '../output/terminal.js';
import { createLogPrinter } from '../output/text-view.js';
import { printJson, printRows, rejectTable } from './rows.js';
import { attach, readTarget } from './target.js';

type BuildRecord = EndEvent['record'];

const logColumns: readonly Column<LogLine>[] = [
  { name: 'time', value: ({ time }) => time },
  { name: 'level', value: ({ level }) => level },
  { name: 'step', value: ({ step }) => step },
  { name: 'text', value: ({ text }) => text },
  { name: 'line', value: ({ line }) => line },
];

/** Prints log lines as they arrive. @returns their number */
async function printLog(context: Context, lines: AsyncIterable<LogLine>): Promise<number> {
  const { args, console, format } = context;
  const fields = args.text('fields');
  const columns = selectColumns(logColumns, fields, 'json');
  const printLine = createLogPrinter(context);
  const all: LogLine[] = [];
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (format === 'json' || format === 'csv') all.push(line);
    else if (format === 'jsonl') await console.print(formatRows([line], columns, format));
    else if (fields !== undefined) await console.print(`${formatCells(line, columns)}\n`);
    else if (console.terminal && !args.flag('raw')) await printLine(line);
    else await console.print(`${line.line}\n`);
  }
  const isDocument = format === 'json' || format === 'csv';
  // Without a line, an error follows, unless none was asked for.
  if (isDocument && (count > 0 || args.integer('tail', 0) === 0)) {
    await console.printText(formatRows(all, columns, format));
  }
  return count;
}

/** Reads the log of a step; nothing if it cannot be read. */
async function* readStep(context: Context, build: BuildRun, step: string | number): AsyncGenerator<LogLine> {
  const file = await build.download({ step }, { signal: context.signal });
  for await (const line of file.lines()) yield parseLogLine(line);
}

/** Prints the log of the failed step, otherwise the whole log. */
async function printFailedStep(context: Context, build: BuildRun): Promise<number> {
  const { signal, console } = context;
  const failure = await build.failure({ signal });
  if (!failure) throw new NothingFoundError(`${buildName(build.task, build.jobId, build.buildNo)} has not failed`);
  const step = failure.step?.key ?? failure.step?.name;
  if (step !== undefined) {
    try {
      const count = await printLog(context, readStep(context, build, step));
      if (count > 0) return count;
    } catch (error) {
      signal.throwIfAborted();
      console.message(visible(`warning: the log of the step cannot be read: ${(error as Error).message}`));
    }
  }
  return printLog(context, build.parsedLog({ follow: false, offset: 0, signal }));
}

export async function log(context: Context): Promise<number> {
  const { args, signal } = context;
  const target = readTarget(args);
  const tail = args.integer('tail', 0);
  const step = args.text('step');
  const failed = args.flag('failed') ?? false;
  const follow = args.flag('follow') ?? false;
  if ([step !== undefined, failed, follow || tail !== undefined].filter(Boolean).length > 1) {
    throw new UsageError('--step, --failed and --follow or --tail cannot be combined');
  }
  const build = await attach(context, target);
  let count: number;
  if (failed) count = await printFailedStep(context, build);
  else if (step !== undefined) count = await printLog(context, readStep(context, build, step));
  else count = await printLog(context, build.parsedLog({ follow, signal, ...(tail !== undefined && { tail }) }));
  if (count > 0 || tail === 0) return 0;
  throw new CommandError(`the log of ${buildName(build.task, build.jobId, build.buildNo)} is empty`);
}

async function readRecord(context: Context, build: BuildRun): Promise<BuildRecord> {
  const { apiVersion, signal } = context;
  const client = clientOf(context);
  const input = { job_id: build.jobId, build_no: build.buildNo };
  const call =
    apiVersion === 'v3'
      ? client.showRecordDetail(input, { signal })
      : client.showJobBuildRecordDetail(input, { signal });
  return call.result();
}

/** Whether a build has finished: by its status, or by its finish time if the status is unknown. */
function hasFinished({ status, finish_time }: BuildRecord): boolean {
  const word = statusWord(status);
  if (['none', 'queued', 'running'].includes(word)) return false;
  return Boolean(finish_time) || ['succeeded', 'failed', 'canceled', 'timed out', 'not scheduled'].includes(word);
}

/** Returns the result of a finished build. */
async function readEnd(build: BuildRun, signal: AbortSignal): Promise<EndEvent> {
  for await (const event of build.follow({ log: false, signal })) if (event.type === 'end') return event;
  throw new Error('the events of the build ended without a result');
}

async function showUnfinished(context: Context, build: BuildRun, record: BuildRecord): Promise<void> {
  const { console, format, clock, signal } = context;
  const { task, jobId, buildNo } = build;
  const started = parseTime(record.start_time);
  const durationMs = started ? Math.max(0, clock.now() - started.getTime()) : undefined;
  const steps = await build.steps({ signal });
  const status = started ? 'running' : 'queued';
  if (format !== 'text') {
    const shown = { jobId, buildNo, task, status, durationMs, record, steps };
    await printJson(context, shown);
    return;
  }
  const lines = steps.map((step) => {
    const took = step.durationMs === undefined ? '' : ` ${formatDuration(step.durationMs)}`;
    return visible(`  ${step.name}: ${step.status}${took}`);
  });
  const elapsed = durationMs === undefined ? '' : ` for ${formatDuration(durationMs)}`;
  await console.print([`● ${buildName(task, jobId, buildNo)} ${status}${elapsed}`, ...lines, ''].join('\n'));
}

export async function show(context: Context): Promise<number> {
  const { args, console, format, signal } = context;
  rejectTable(context);
  const build = await attach(context, readTarget(args));
  const record = await readRecord(context, build);
  if (!hasFinished(record)) {
    await showUnfinished(context, build, record);
    return 0;
  }
  const end = await readEnd(build, signal);
  const { task, jobId, buildNo } = build;
  if (format !== 'text') {
    const { status, succeeded, queuedMs, durationMs, steps, outputs: artifacts, failure } = end;
    const shown = {
      jobId,
      buildNo,
      task,
      status,
      succeeded,
      queuedMs,
      durationMs,
      record,
      steps,
      outputs: artifacts,
      failure,
    };
    await printJson(context, shown);
    return 0;
  }
  const more = context.buildCommand('log', { jobId, buildNo }, '--failed');
  const lines = formatEnd(end, { task, colors: console.out, columns: console.width, parse: parseLogLine, more });
  await console.print(`${lines.join('\n')}\n`);
  return 0;
}

const outputColumns = [
  { name: 'kind', value: ({ kind }) => kind },
  { name: 'name', value: ({ name, key }) => name ?? key },
  { name: 'version', value: ({ version }) => version },
  { name: 'type', value: ({ packageType }) => packageType },
  { name: 'uri', value: ({ uri }) => uri },
  { name: 'key', value: ({ key }) => key, shown: false },
] satisfies readonly Column<BuildArtifact>[];

export async function outputs(context: Context): Promise<number> {
  const build = await attach(context, readTarget(context.args));
  const artifacts = await build.outputs({ signal: context.signal });
  await printRows(context, artifacts, outputColumns, 'no artifacts');
  return 0;
}

export async function stop(context: Context): Promise<number> {
  const { args, console, format, signal } = context;
  rejectTable(context);
  const target = readTarget(args);
  const build = await attach(context, target, target.buildNo === undefined ? 'running' : 'latest');
  await build.stop({ signal });
  const { task, jobId, buildNo } = build;
  let status = 'stop requested';
  if (args.flag('wait')) {
    const record = await build.wait({ throwOnFailure: false, signal });
    status = statusWord(record.status);
  }
  if (format === 'text') console.message(`${buildName(task, jobId, buildNo)} ${status}`);
  else await printJson(context, { jobId, buildNo, task, status });
  return 0;
}
