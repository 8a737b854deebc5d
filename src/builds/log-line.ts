/** A line of a log with what stands at its head. */
export interface LogLine {
  /** The line as it came. */
  line: string;
  /** What follows the head; the whole line where there is no head. */
  text: string;
  time: Date | undefined;
  /** `INFO`, `DEBUG`, `ERROR` and the like. */
  level: string | undefined;
  /** Step and phase, as the service writes them: `build:maven`. */
  step: string | undefined;
}

const HEAD =
  /^\[(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d\.\d{3}) GMT([+-]\d\d:\d\d)\] \[([A-Z]+)\](?: \[([^\]]*)\])?(?: :)? ?/;

/** Takes apart a line such as `[2026/09/10 19:09:19.924 GMT+08:00] [INFO] [build:maven] : BUILD SUCCESS`. */
export function parseLogLine(line: string): LogLine {
  const head = HEAD.exec(line);
  if (!head) return { line, text: line, time: undefined, level: undefined, step: undefined };
  const [all, year, month, day, time, zone, level, step] = head;
  return {
    line,
    text: line.slice(all.length),
    time: new Date(`${year!}-${month!}-${day!}T${time!}${zone!}`),
    level,
    step,
  };
}
