/** The lines of a log: time, level, step and text. */

/** A line of a log, split into its parts. */
export interface LogLine {
  /** The whole line. */
  line: string;
  /** Text after the prefix; the whole line if it has no prefix. */
  text: string;
  time: Date | undefined;
  /** `INFO`, `DEBUG`, `ERROR` and others. */
  level: string | undefined;
  /** Step and phase, as the service spells them: `build:maven`. */
  step: string | undefined;
}
export function parseLogLine(line: string): LogLine {
  return { line, text: line, time: undefined, level: undefined, step: undefined };
}
