/** The lines of a log: time, level, step and text. */
import { parseTime } from './time.js';

/** A line of a log, split into its parts. */
export interface LogLine {
  /** The whole line. */
  line: string;
  /** Text without time, level and step; the whole line if it has none of them. */
  text: string;
  time: Date | undefined;
  /** `INFO`, `DEBUG`, `ERROR` and others. */
  level: string | undefined;
  /** Step and phase, as the service spells them: `build:maven`. */
  step: string | undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// The expressions below are sticky and bounded, so that a line of any length and content takes linear time.

/** Marks before a head: a byte order mark, and colors that a build did not reset. */
const MARKS = /(?:\uFEFF|\x1b\[[\d;]{0,20}m){0,20}/y;

/**
 * `2026/09/10 19:09:19.924 GMT+08:00`, or `Sep 14, 2026 02:29:38.001 GMT+08:00` of a console in English. Without a zone it is text: builds print times
 * themselves.
 */
const TIME = new RegExp(
  String.raw`\[(?:(\d{4})/(\d\d)/(\d\d)|(${MONTHS.join('|')})[a-z]{0,6} (\d{1,2}), (\d{4}),?)` +
    String.raw` (\d{1,2}):(\d\d:\d\d(?:\.\d{1,9})?)(?:[ \u202f]([AP])M)? (?:GMT|UTC)(Z|[+-]\d{1,2}(?::?\d\d)?)?\]`,
  'yi',
);

/**
 * ` [INFO] [build:maven] : ` or ` [INFO]  : `. Without the colon it is text: Maven and others print `[INFO]` themselves. A user names the step, so it can
 * contain pairs of brackets.
 */
const LEVEL_AND_STEP =
  / \[(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|FATAL|CRITICAL|INTERNAL)\](?: \[((?:[^[\]]|\[[^[\]]{0,200}\]){1,300})\] | {1,2}):(?: |$)/y;

/** Matches a sticky expression at an index. */
function matchAt(expression: RegExp, text: string, index: number): RegExpExecArray | null {
  expression.lastIndex = index;
  return expression.exec(text);
}

/** Converts the parts of a time; undefined if there is no such time. */
function toTime(match: RegExpExecArray): Date | undefined {
  const [, year, month, day, monthName, dayOfMonth, yearBehind, hour, rest, half, zone = 'Z'] = match;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  if (half !== undefined && !(Number(hour) >= 1 && Number(hour) <= 12)) return undefined;
  const pad = (value: string | number | undefined): string => String(value).padStart(2, '0');
  const date = monthName
    ? `${yearBehind}-${pad(MONTHS.findIndex((name) => name.toLowerCase() === monthName.toLowerCase()) + 1)}-${pad(dayOfMonth)}`
    : `${year}-${month}-${day}`;
  const offset = zone.replace(/^([+-])(\d)(?=:|$)/, '$10$2');
  return parseTime(`${date} ${pad(hours)}:${rest}${offset}`);
}

/** A head of a line, and the index of what follows it. */
interface Head extends Pick<LogLine, 'time' | 'level' | 'step'> {
  readonly end: number;
}

/** Reads a head: a time, and the level and step that stand directly behind it. */
function readHead(line: string, index: number): Head | undefined {
  const start = index + matchAt(MARKS, line, index)![0].length;
  const match = matchAt(TIME, line, start);
  const time = match ? toTime(match) : undefined;
  if (!match || !time) return undefined;
  const end = start + match[0].length;
  const [words, level, step] = matchAt(LEVEL_AND_STEP, line, end) ?? [];
  // A step has a phase behind its name.
  if (words !== undefined && (step === undefined || step.lastIndexOf(':') > step.lastIndexOf(']'))) {
    return { time, level, step, end: end + words.length };
  }
  // One space separates head and text; more of them belong to the text.
  return { time, level: undefined, step: undefined, end: line[end] === ' ' ? end + 1 : end };
}

/**
 * Splits a line such as `[2026/09/10 19:09:19.924 GMT+08:00] [INFO] [build:maven] : BUILD SUCCESS`.
 *
 * Most lines have a time only, and continuations have none. A level or a step is read only directly behind the time; anything else is text, also the head
 * of a second line behind the text of a first one that lost its line end.
 */
export function parseLogLine(line: string): LogLine {
  const content = line.replace(/(?:\r?\n|\r)$/, '');
  let head: Head = { time: undefined, level: undefined, step: undefined, end: 0 };
  // The heads of empty lines that lost their line ends come first: the text belongs to the last one.
  for (let next = readHead(content, 0); next; next = readHead(content, next.end)) head = next;
  const { time, level, step, end } = head;
  return { line, text: content.slice(end), time, level, step };
}

/** Returns whether a line is the one that the service writes last. A build can print it too. */
export const isClosingLine = (line: string): boolean =>
  /^(?:\[[A-Z]+\] )?Finished: [A-Z_]+\s*$/.test(parseLogLine(line).text);

/** Control sequences of terminals. */
const ESCAPE_SEQUENCE = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g;

/** Returns a text without the control characters of terminals. */
export const plainText = (text: string): string =>
  text.replace(ESCAPE_SEQUENCE, '').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');
