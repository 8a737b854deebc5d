/** The end of a build in words. */
import type { BuildArtifact, BuildFailure, BuildStep, EndEvent, LogLine } from '../../index.js';
import { formatDuration, shorten, truncate, visible, withoutStyles, wrapParts, type Colors } from './terminal.js';

/** A status of the service as one of a few words; other words in lower case. */
export function statusWord(status: string | null | undefined): string {
  const text = (status ?? '').toLowerCase();
  if (text === '' || text === 'none') return 'none';
  if (/^(success|succeeded|blue|completed)$/.test(text)) return 'succeeded';
  if (/^(fail|failure|failed|red|error)$/.test(text)) return 'failed';
  if (/^(abort|cancel|stop)/.test(text)) return 'canceled';
  if (/time_?d?_?out/.test(text)) return 'timed out';
  if (/^schedule_?fail/.test(text)) return 'not scheduled';
  if (/^(building|running|in_?progress)/.test(text)) return 'running';
  if (/^(init|pend|(in)?queu|wait|schedul|runnable)/.test(text)) return 'queued';
  return visible(text);
}

const MARKS: Readonly<Record<string, string>> = { succeeded: '✓', canceled: '■' };

/** Name of a build: `web-shop #13`. */
export const buildName = (task: string | undefined, jobId: string, buildNo: number): string =>
  `${visible(task ?? jobId)} #${buildNo}`;

/** Time of day of a log line, in the time zone of the machine. */
export const timeOfDay = (time: string | Date | undefined): string =>
  time === undefined ? '' : new Date(time).toTimeString().slice(0, 8);

/** Formats one artifact: `package web-shop 1.2 (zip) /web-shop/1.2/web-shop.zip`. */
export const describeArtifact = ({ kind, key, name, version, packageType, uri }: BuildArtifact): string =>
  visible([kind, name ?? key, version, packageType && `(${packageType})`, uri].filter(Boolean).join(' '));

const describeSteps = (steps: readonly BuildStep[], columns: number): string[] =>
  wrapParts(
    steps
      .filter((step) => step.status !== 'waiting')
      .map(({ name, durationMs }) => (durationMs === undefined ? name : `${name} ${formatDuration(durationMs)}`))
      .map((text) => visible(text)),
    ' · ',
    columns,
  );

function describeCode({ record }: Pick<EndEvent, 'record'>): string {
  const { branch, tag, commit, commit_message } = record;
  const place = tag ? ` of tag ${tag}` : branch ? ` on ${branch}` : '';
  const message = commit_message ? `: ${commit_message.split('\n')[0]!}` : '';
  return commit ? visible(`commit ${commit.slice(0, 8)}${place}${message}`) : visible(place.trim());
}

/** Error lines of a failure, without their heads. */
function describeErrors(failure: BuildFailure, parse: (line: string) => LogLine): string[] {
  return failure.errorLines.slice(0, 5).map((line) => {
    const { time, level, text } = parse(line);
    return visible(withoutStyles([timeOfDay(time), level && `[${level}]`, text].filter(Boolean).join(' ')));
  });
}

export interface SummaryOptions {
  task: string | undefined;
  colors: Colors;
  columns: number;
  /** Parses a log line. */
  parse: (line: string) => LogLine;
  /** Command that shows more about a failure. */
  more?: string | undefined;
  /** Whether to quote lines of the log. @default true */
  quoteLog?: boolean;
}

/** Returns the first line of a summary, such as `✓ web-shop #13 succeeded in 31s (3s queued)`. Long names are shortened. */
function headline(end: EndEvent, task: string | undefined, columns: number): string {
  const { durationMs, queuedMs, failure, jobId, buildNo } = end;
  const word = end.succeeded ? 'succeeded' : statusWord(end.status);
  const took = durationMs ? ` ${word === 'canceled' ? 'after' : 'in'} ${formatDuration(durationMs)}` : '';
  const step = word !== 'canceled' && failure?.step ? ` at ${visible(failure.step.name)}` : '';
  const queued = queuedMs === undefined || !end.succeeded ? '' : ` (${formatDuration(queuedMs)} queued)`;
  const mark = `${MARKS[word] ?? '✗'} `;
  const outcome = ` #${buildNo} ${word}${took}`;
  const name = shorten(visible(task ?? jobId), columns, mark + outcome + step + queued);
  return `${mark}${name}${outcome}${shorten(step, columns, mark + name + outcome)}${queued}`;
}

/** Formats the end of a build, one entry per line. */
export function formatEnd(end: EndEvent, options: SummaryOptions): string[] {
  const { colors, columns, task, parse, more, quoteLog = true } = options;
  const { failure, outputs = [] } = end;
  const word = statusWord(end.status);
  const color = end.succeeded ? colors.green : word === 'canceled' ? colors.yellow : colors.red;
  const details: string[] = [];
  /** Lines that a user copies, which are complete. */
  const whole: string[] = [];
  if (failure && word !== 'canceled') {
    const { analysis, message } = failure;
    details.push(visible(analysis ? `${analysis.code} ${analysis.message}` : message));
    if (quoteLog) details.push(...describeErrors(failure, parse));
    // A build that was not scheduled has no log.
    if (more !== undefined && (failure.step || failure.tail.length > 0)) whole.push(`more: ${more}`);
  } else {
    details.push(...describeSteps(end.steps, columns - 2));
  }
  if (end.succeeded) {
    details.push(describeCode(end));
    whole.push(...outputs.map(describeArtifact));
  }
  const lines = [...details.filter(Boolean).map((line) => truncate(line, columns - 2)), ...whole];
  return [color(headline(end, task, columns)), ...lines.map((line) => colors.dim(`  ${line}`))];
}
