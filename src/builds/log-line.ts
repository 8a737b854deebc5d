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

/** `2026/09/10 19:09:19.924 GMT+08:00` */
const NUMERIC_TIME = /^\[(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? GMT[+-]\d\d:?\d\d)\]/;
/** `Sep 14, 2026 02:29:38.001 GMT+08:00`, of a console in English. */
const ENGLISH_TIME =
  /^\[(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{1,2}), (\d{4}) (\d\d:\d\d:\d\d(?:\.\d{1,9})? GMT[+-]\d\d:?\d\d)\]/;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * ` [INFO] [build:maven] : ` or ` [INFO]  : `. Without the colon it is text: Maven and others print `[INFO]` themselves. A user names the step, so it can
 * contain pairs of brackets.
 */
const LEVEL_AND_STEP =
  /^ \[(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|FATAL|CRITICAL|INTERNAL)\](?: \[((?:[^[\]]|\[[^[\]]*\])*:[^[\]]*)\] | {1,2}):(?: |$)/;

/** Reads the time at the start of a line. */
function readTime(line: string): { time: Date; length: number } | undefined {
  const numeric = NUMERIC_TIME.exec(line);
  const english = numeric ? null : ENGLISH_TIME.exec(line);
  let text = numeric?.[1];
  if (english) {
    const [, month = '', day = '', year = '', clock = ''] = english;
    const monthNumber = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
    text = `${year}/${monthNumber}/${day.padStart(2, '0')} ${clock}`;
  }
  const time = parseTime(text);
  return time && { time, length: (numeric ?? english)![0].length };
}

/**
 * Splits a line such as `[2026/09/10 19:09:19.924 GMT+08:00] [INFO] [build:maven] : BUILD SUCCESS`.
 *
 * Most lines have a time only, and continuations have none. A level or a step is read only directly behind the time; anything else is text, also the head
 * of a second line behind the text of a first one that lost its line end.
 */
export function parseLogLine(line: string): LogLine {
  let start = readTime(line);
  if (!start) return { line, text: line, time: undefined, level: undefined, step: undefined };
  let rest = line.slice(start.length);
  // An empty line that lost its line end: the text belongs to the head behind it.
  for (let next = readTime(rest.slice(1)); rest.startsWith(' ') && next; next = readTime(rest.slice(1))) {
    start = next;
    rest = rest.slice(1 + next.length);
  }
  const { time } = start;
  const head = LEVEL_AND_STEP.exec(rest);
  // One space separates head and text; more of them belong to the text.
  const text = head ? rest.slice(head[0].length) : rest.replace(/^ /, '');
  return { line, text, time, level: head?.[1], step: head?.[2] };
}

/** Returns whether a line is the one that the service writes last. A build can print it too. */
export const isClosingLine = (line: string): boolean =>
  /^(?:\[[A-Z]+\] )?Finished: [A-Z_]+\s*$/.test(parseLogLine(line).text);

/** Control sequences of terminals. */
const ESCAPE_SEQUENCE = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g;

/** Returns a text without the control characters of terminals. */
export const plainText = (text: string): string =>
  text.replace(ESCAPE_SEQUENCE, '').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');
