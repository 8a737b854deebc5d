/** The events of a followed build. Every event is JSON. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import type { BuildHandle } from './build-input.js';

/** A step of a build. */
export interface BuildStep {
  /** Place in the build, starting at 0. */
  index: number;
  /** Name of the step within the scheduler: `stage2`. Undefined if the API version does not report it. */
  key?: string | undefined;
  /** Name, in the language of the account. */
  name: string;
  /** The status; other values are possible. */
  status: 'waiting' | 'running' | 'succeeded' | 'failed' | 'canceled' | (string & {});
  /** Duration in milliseconds. */
  durationMs?: number | undefined;
}

/** An artifact of a build. No operation returns its size. */
export interface BuildArtifact {
  kind: 'package' | 'image';
  /** Key of the artifact in the output of the build. */
  key: string;
  name?: string | undefined;
  version?: string | undefined;
  packageType?: string | undefined;
  /** Path in the release repository, which is another service. */
  uri?: string | undefined;
}

/** Why a build did not succeed. */
export interface BuildFailure {
  /** Final status, as the service spells it. */
  status: string;
  /** The failed step, if one failed and could be looked up. */
  step?: BuildStep | undefined;
  /** The most specific reason that was found. */
  message: string;
  /** Cause that the service found in the log. */
  analysis?: { code: string; message: string; faq?: string | undefined } | undefined;
  /** Lines of the log that report errors, up to 20. */
  errorLines: string[];
  /** Last lines of the log of the failed step, up to 50. */
  tail: string[];
  /** URL of the whole log. Requests to it must be authenticated. */
  logUrl?: string | undefined;
}

interface EventBase {
  /** Version of the form of events. Changes only if a member is removed or changes its meaning. */
  v: 1;
  /** Number of the event, starting at 1. */
  seq: number;
  /** Time by the clock of the service, ISO 8601 in UTC. */
  at: string;
  jobId: string;
  buildNo: number;
}

/** The first event of every build. */
export interface StartEvent extends EventBase {
  type: 'start';
  /** Name of the task, if it is known. */
  task?: string | undefined;
  handle: BuildHandle;
  /** Usual duration in milliseconds: the median of the successful builds of the task. */
  expectedMs?: number | undefined;
  /** Usual deviation from it in milliseconds. */
  spreadMs?: number | undefined;
}

/** The build waits for a machine. Yielded once. */
export interface QueuedEvent extends EventBase {
  type: 'queued';
  /** Time in the queue so far in milliseconds. */
  queuedMs: number;
}

/** A step has changed. */
export interface StepEvent extends EventBase {
  type: 'step';
  step: BuildStep;
  /** Number of steps of the build. */
  of?: number | undefined;
}

/** A line of the log. */
export interface LogEvent extends EventBase {
  type: 'log';
  /** The whole line. */
  line: string;
  /** Text without time, level and step. */
  text: string;
  /** ISO 8601 in UTC. */
  time?: string | undefined;
  level?: string | undefined;
  step?: string | undefined;
  /** Offset at which the log continues after this line; that of its chunk if the service counts neither bytes nor characters. */
  offset: number;
}

/** A value has changed. */
export interface ProgressEvent extends EventBase {
  type: 'progress';
  status: 'queued' | 'running';
  /** Time since the start of the build, or in the queue, in milliseconds. */
  elapsedMs: number;
  /** Usual duration in milliseconds. */
  expectedMs?: number | undefined;
  /** Up to 95 at the usual duration, up to 99 after it. */
  percent?: number | undefined;
  /** Name of the running step. */
  step?: string | undefined;
}

/** Something unusual that does not end the iteration. After `lost`, `watchProject` yields no more events of the build, also no `end`. */
export interface NoteEvent extends EventBase {
  type: 'note';
  code: 'poll-failed' | 'throttled' | 'unknown-status' | 'other-code' | 'log-gap' | 'log-incomplete' | 'lost';
  message: string;
}

/** The last event of every build. */
export interface EndEvent extends EventBase {
  type: 'end';
  /** Final status, as the service spells it. */
  status: string;
  succeeded: boolean;
  /** Time in the queue in milliseconds. */
  queuedMs?: number | undefined;
  /** Duration in milliseconds. */
  durationMs?: number | undefined;
  record: BuildRecord;
  /** Steps in order; empty if they were not requested or could not be read. */
  steps: BuildStep[];
  /** Artifacts; undefined if they were not requested or could not be read. */
  outputs?: BuildArtifact[] | undefined;
  /** Why the build did not succeed. */
  failure?: BuildFailure | undefined;
}

/** An event of a build. Ignore unknown types and members: later versions may add some. */
export type BuildEvent = StartEvent | QueuedEvent | StepEvent | LogEvent | ProgressEvent | NoteEvent | EndEvent;

/** Formats a duration: `31s`, `2m 5s`, `1h 3m`. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(Math.max(0, ms) / 1_000);
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)}m ${seconds % 60}s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}

/** Escapes what Markdown and HTML would interpret. */
const escapeMarkdown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]|<>&#~]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A fence longer than any in the text. */
const codeBlock = (lines: readonly string[]): string[] => {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
};

/** Formats the end of a build as Markdown: result, steps, code, artifacts, and the reason of a failure. */
export function formatBuildSummary(end: EndEvent): string {
  const { record, steps, outputs = [], failure, durationMs, queuedMs } = end;
  const duration = durationMs === undefined ? '' : ` in ${formatDuration(durationMs)}`;
  const queued = queuedMs === undefined ? '' : ` (${formatDuration(queuedMs)} queued)`;
  const result = end.succeeded ? 'succeeded' : `finished with ${escapeMarkdown(end.status)}`;
  const text = [`## Build ${end.buildNo} ${result}${duration}${queued}`, ''];
  const code = [record.branch && `branch ${record.branch}`, record.tag && `tag ${record.tag}`];
  const commit = record.commit && `commit ${record.commit.slice(0, 8)}`;
  const source = [...code, commit].filter(Boolean).map((part) => escapeMarkdown(String(part)));
  const message = record.commit_message ? `: ${escapeMarkdown(record.commit_message)}` : '';
  if (source.length > 0) text.push(`Built from ${source.join(', ')}${message}`, '');
  if (steps.length > 0) {
    text.push('| Step | Status | Duration |', '| --- | --- | --- |');
    for (const { name, status, durationMs: ms } of steps) {
      // A step that has not run takes no time.
      const time = ms ? formatDuration(ms) : '';
      text.push(`| ${escapeMarkdown(name)} | ${escapeMarkdown(status)} | ${time} |`);
    }
    text.push('');
  }
  if (failure) {
    text.push(`**${escapeMarkdown(failure.step?.name ?? 'Failure')}:** ${escapeMarkdown(failure.message)}`, '');
    const lines = failure.errorLines.length > 0 ? failure.errorLines : failure.tail.slice(-20);
    if (lines.length > 0) text.push(...codeBlock(lines), '');
  }
  for (const { kind, name, key, version, uri } of outputs) {
    const details = [name ?? key, version, uri].filter(Boolean).map((part) => escapeMarkdown(String(part)));
    text.push(`- ${kind} ${details.join(' ')}`);
  }
  return `${text.join('\n').trimEnd()}\n`;
}
