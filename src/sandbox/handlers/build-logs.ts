/** Logs: files of whole ones, and parts of those that still grow. */
import { gzipSync } from 'node:zlib';
import type { components } from '../../../generated/codearts-build/schema.js';
import { formatLog, listLogLines, logPartStart } from '../build-log.js';
import { stageName } from '../describe-build.js';
import { viewBuild } from '../engine.js';
import { buildCode, serviceError } from '../error.js';
import { type BuildHandlers, type HandlerContext, Reply, SUCCESS } from '../handler.js';
import { findBuild, findRecord } from '../lookup.js';
import type { Build } from '../task.js';

interface DownloadOptions {
  level?: 'INFO' | 'DEBUG' | undefined;
  compress?: boolean | undefined;
  /** Index of the step; the whole build where it is left out. */
  step?: number | undefined;
}

/** A log as a file. What a compressed one is, is not documented; here it is gzip. */
function downloadLog(context: HandlerContext, recordId: string, options: DownloadOptions): Reply {
  const { level = 'INFO', compress = false, step } = options;
  const lines = listLogLines(findRecord(context, recordId), context.now);
  const text = formatLog(
    lines.filter((line) => step === undefined || line.step === step),
    level,
  );
  const name = `${recordId}.${compress ? 'gz' : 'txt'}`;
  return new Reply(compress ? gzipSync(text) : text, { 'content-disposition': `attachment; filename="${name}"` });
}

/** The step that a name such as `stage2` stands for. */
function findStep(context: HandlerContext, recordId: string, name: string): number {
  const step = findRecord(context, recordId).steps.findIndex((_step, index) => stageName(index) === name);
  if (step < 0) throw context.invalid(`task_name names no step of the build: ${name}.`);
  return step;
}

/** A part of a log. Offsets count UTF-16 code units. */
interface Section {
  text: string;
  start: number;
  end: number;
  hasMore: boolean;
}

/** Which part of a log is asked for. */
interface SectionOptions {
  start: number;
  /** How long the part may be, given all that follows its start. */
  limit: (rest: string) => number;
  /** Index of the step; the whole build where it is left out. */
  step?: number | undefined;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

/** Reads a part of a log. A character is never cut in two. @throws SandboxError 500 for a build that the scheduler never ran. */
function readSection(context: HandlerContext, build: Build, options: SectionOptions): Section {
  const view = viewBuild(build, context.now);
  if (view.result === 'SCHEDULE_FAILURE') {
    throw serviceError(500, buildCode(context.operation, '00030004'), 'Octopus service exception.');
  }
  const { start, limit, step } = options;
  const lines = listLogLines(build, context.now).filter((line) => step === undefined || line.step === step);
  const log = formatLog(lines, 'INFO');
  const from = logPartStart(context, log, Math.min(start, log.length));
  let end = from + limit(log.slice(from));
  if (end < log.length && end > from && isHighSurrogate(log.charCodeAt(end - 1))) end -= 1;
  const isOver = view.phase === 'finished' || (step !== undefined && view.steps[step]?.endedAt !== undefined);
  return { text: log.slice(from, end), start: from, end, hasMore: end < log.length || !isOver };
}

/** How long the first lines of a text are together. */
function lengthOfLines(text: string, count: number): number {
  let end = 0;
  for (let line = 0; line < count && end < text.length; line += 1) end = text.indexOf('\n', end) + 1;
  return end;
}

interface SectionQuery {
  start_offset?: number;
  end_offset?: number;
  sort?: 'AES' | 'DESC';
  size?: string;
}

/** A part of a log in the form of the current operations. */
function describeSection(
  context: HandlerContext,
  build: Build,
  query: SectionQuery,
  step?: number,
): components['schemas']['LogSection'] {
  const { start_offset: start = 0, end_offset: stop = 0, size = '1000' } = query;
  // The unit of `size` is not documented. The vendor's example holds far more characters than 1000, so lines are counted.
  const limit = (rest: string): number =>
    Math.min(stop > start ? stop - start : rest.length, lengthOfLines(rest, Number(size)));
  const section = readSection(context, build, { start, limit, step });
  const lines = section.text.split(/(?<=\n)/);
  return {
    log: query.sort === 'DESC' ? lines.reverse().join('') : section.text,
    start_offset: String(section.start),
    end_offset: String(section.end),
    has_more: section.hasMore,
    location: 'jenkins',
  };
}

/** A part of one step's log. Steps are counted from 1. */
function describeStepSection(
  context: HandlerContext,
  query: SectionQuery & { job_id: string; build_no: number; step_id: number },
): components['schemas']['LogSection'] {
  const build = findBuild(context, query.job_id, query.build_no);
  if (!build.steps[query.step_id - 1]) throw context.invalid(`step_id names no step of the build: ${query.step_id}.`);
  return describeSection(context, build, query, query.step_id - 1);
}

/** Handlers of logs. What they answer grows with the build. */
export const buildLogs: BuildHandlers = {
  downloadBuildFullLog({ path, query }, context) {
    return downloadLog(context, path.record_id, { level: query.log_level, compress: query.compress });
  },

  downloadBuildLog({ path, query }, context) {
    return downloadLog(context, path.record_id, { level: query.log_level });
  },

  downloadLogByRecordId({ path }, context) {
    return downloadLog(context, path.record_id, {});
  },

  downloadTaskLog({ path, query }, context) {
    const step = findStep(context, path.record_id, query.task_name);
    return downloadLog(context, path.record_id, { level: query.log_level, step });
  },

  downloadTaskLogNew({ path, query }, context) {
    const step = findStep(context, path.record_id, query.task_name);
    return downloadLog(context, path.record_id, { level: query.log_level, compress: query.compress, step });
  },

  downloadRealTimeLog({ path, query }, context) {
    const { offset, length = 1_000_000 } = query;
    const build = findBuild(context, path.job_id, path.build_no);
    const limit = (rest: string): number => Math.min(length, rest.length);
    const { text, start, end, hasMore } = readSection(context, build, { start: offset, limit });
    return { result: { content: text, current_offset: start, offset: end, has_more_data: hasMore }, ...SUCCESS };
  },

  downloadBuildRealTimeLog({ path, query }, context) {
    return { result: describeSection(context, findBuild(context, path.job_id, path.build_no), query), ...SUCCESS };
  },

  showActionIInfo({ query }, context) {
    return { result: describeSection(context, findBuild(context, query.job_id, query.build_no), query), ...SUCCESS };
  },

  showConsoleInfo({ query }, context) {
    return { result: describeStepSection(context, query), ...SUCCESS };
  },

  showActionInfo({ query }, context) {
    return { result: describeStepSection(context, query), ...SUCCESS };
  },
};
