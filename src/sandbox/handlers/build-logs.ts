/** Logs as files, and parts of logs that still grow. */
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
  /** Index of the step. Defaults to the whole build. */
  step?: number | undefined;
}

/** Returns a log as a file. The compression format is undocumented; the sandbox uses gzip. */
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

/** Returns the index of the step with a name such as `stage2`. */
function findStep(context: HandlerContext, recordId: string, name: string): number {
  const step = findRecord(context, recordId).steps.findIndex((_step, index) => stageName(index) === name);
  if (step < 0) throw context.invalid(`task_name must be a step of the build; received ${name}.`);
  return step;
}

/** A part of a log. Offsets count UTF-16 code units. */
interface Section {
  text: string;
  start: number;
  end: number;
  hasMore: boolean;
}

/** The requested part of a log. */
interface SectionOptions {
  start: number;
  /** Returns the maximum length, given the text that follows the start. */
  limit: (rest: string) => number;
  /** Index of the step. Defaults to the whole build. */
  step?: number | undefined;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

/** Reads a part of a log without splitting a character. @throws SandboxError 500 if the scheduler never ran the build. */
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

/** Returns the length of the first lines of a text. */
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

/** Describes a part of a log in the form of the v1 operations. */
function describeSection(
  context: HandlerContext,
  build: Build,
  query: SectionQuery,
  step?: number,
): components['schemas']['LogSection'] {
  const { start_offset: start = 0, end_offset: stop = 0, size = '1000' } = query;
  // The unit of `size` is undocumented. The documented example contains far more than 1000 characters, so the sandbox counts lines.
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

/** Describes a part of one step's log. Steps are counted from 1. */
function describeStepSection(
  context: HandlerContext,
  query: SectionQuery & { job_id: string; build_no: number; step_id: number },
): components['schemas']['LogSection'] {
  const build = findBuild(context, query.job_id, query.build_no);
  if (!build.steps[query.step_id - 1])
    throw context.invalid(`step_id must be a step of the build; received ${query.step_id}.`);
  return describeSection(context, build, query, query.step_id - 1);
}

/** Handlers of logs. Responses grow with the build. */
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
