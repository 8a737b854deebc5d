/** The log of a build as lines, from a service that returns it in chunks. */
import { ApiError } from '../errors/request-errors.js';
import { createLineDecoder, type LineDecoder } from '../files/lines.js';
import { throwIfAborted, type Clock } from '../http/timing.js';
import type { BuildApi, LogChunk } from './build-api.js';
import { createErrorTolerance, isFinished } from './build-status.js';

/** Position in a log, for resuming in this or another process. */
export interface LogPosition {
  /** Offset of the next chunk, as the service counts. */
  offset: number;
  /** Text that was read and not yielded: complete lines, and the start of the next one. */
  rest: string;
}

/** Number of empty reads after which the log of a finished build is complete. */
const EMPTY_READS_AT_END = 2;
/** Number of times that a chunk is requested again if the service skipped a part. */
const GAP_RETRIES = 3;
/** Number of empty reads before the record is requested, if the service reports that more lines follow. */
const EMPTY_READS_PER_CHECK = 3;
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/** Reads the log of one build. */
export interface LogReader {
  read(offset: number): Promise<LogChunk>;
  /** Returns whether the build has finished. Called only if a chunk was empty. */
  finished(): Promise<boolean>;
}

/** Returns the part of a chunk from `offset` on. A chunk may start earlier; its length shows whether the service counts bytes or characters. */
function unread({ text, start, end }: LogChunk, offset: number): string {
  if (start === undefined || end === undefined || start >= offset) return text;
  if (end <= offset) return '';
  const known = offset - start;
  const bytes = new TextEncoder().encode(text);
  return bytes.byteLength === end - start ? new TextDecoder().decode(bytes.subarray(known)) : text.slice(known);
}

/** Current position of a reader. It moves with every line that is yielded. */
export interface LogCursor {
  offset: number;
  /** Lines that were read and not yielded: those from `next` on. */
  lines: string[];
  next: number;
  decoder: LineDecoder<string>;
}

export function createLogCursor({ offset, rest }: LogPosition): LogCursor {
  const decoder = createLineDecoder();
  return { offset, lines: decoder.push(rest), next: 0, decoder };
}

/** Returns the position of a cursor, to be stored. */
export const positionOf = ({ offset, lines, next, decoder }: LogCursor): LogPosition => ({
  offset,
  rest: [...lines.slice(next), decoder.rest()].join('\n'),
});

/**
 * Yields the lines of a log, starting at a cursor.
 *
 * With `follow`, it continues until the build has finished and no more lines arrive; without, until the service has no more lines at present.
 */
export async function* followLog(
  reader: LogReader,
  cursor: LogCursor,
  { clock, follow, signal }: { clock: Clock; follow: boolean; signal: AbortSignal | undefined },
): AsyncGenerator<string, void, undefined> {
  let seen = ''; // text of the chunk at `offset` that was already yielded, if the offset does not move
  let pause = SHORTEST_PAUSE_MS;
  let emptyReads = 0;
  let gaps = 0;

  function* yieldLines(): Generator<string> {
    while (cursor.next < cursor.lines.length) yield cursor.lines[cursor.next++]!;
    cursor.lines = [];
    cursor.next = 0;
  }
  const add = (lines: string[]): Generator<string> => {
    cursor.lines = lines;
    cursor.next = 0;
    return yieldLines();
  };

  yield* yieldLines();
  let finished = !follow;
  for (;;) {
    throwIfAborted(signal);
    const chunk = await reader.read(cursor.offset);
    if (chunk.start !== undefined && chunk.start > cursor.offset && gaps < GAP_RETRIES) {
      gaps += 1;
      await clock.sleep(SHORTEST_PAUSE_MS, signal);
      continue;
    }
    gaps = 0;
    const text = unread(chunk, cursor.offset);
    const fresh = text.startsWith(seen) ? text.slice(seen.length) : text;
    if (chunk.end !== undefined && chunk.end > cursor.offset) {
      cursor.offset = chunk.end;
      seen = '';
    } else {
      seen = text === '' ? seen : text;
    }
    yield* add(cursor.decoder.push(fresh));

    if (fresh !== '') {
      emptyReads = 0;
      pause = SHORTEST_PAUSE_MS;
      if (chunk.hasMore || finished) continue;
    } else {
      if (!follow && !chunk.hasMore) break;
      emptyReads += 1;
      if (finished && emptyReads >= EMPTY_READS_AT_END) break;
      // A service that reports more lines may be wrong.
      if (!finished && (!chunk.hasMore || emptyReads % EMPTY_READS_PER_CHECK === 0)) {
        finished = await reader.finished();
        emptyReads = finished ? 0 : emptyReads;
      }
      if (finished) continue;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
    await clock.sleep(pause, signal);
  }
  yield* add(cursor.decoder.flush());
}

const EMPTY_CHUNK: LogChunk = { text: '', start: undefined, end: undefined, hasMore: false };

/** Reads the log of a build, and tolerates failed requests as a long build requires it. */
export function createLogReader(
  operations: BuildApi,
  { jobId, buildNo }: { jobId: string; buildNo: number },
  signal: AbortSignal | undefined,
): LogReader {
  const tolerate = createErrorTolerance();
  return {
    read: async (offset) =>
      (await tolerate(async () => {
        try {
          return await operations.readLog(jobId, buildNo, offset, { signal });
        } catch (error) {
          // A build that waits for a machine has no log, which the service reports as an error.
          if (error instanceof ApiError && error.code === 'CB.00030004') return EMPTY_CHUNK;
          throw error;
        }
      })) ?? EMPTY_CHUNK,
    finished: async () => {
      const record = await tolerate(() => operations.record(jobId, buildNo, { signal }));
      return record !== undefined && isFinished(record);
    },
  };
}

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

const PREFIX =
  /^\[(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d\.\d{3}) GMT([+-]\d\d:\d\d)\] \[([A-Z]+)\](?: \[([^\]]*)\])?(?: :)? ?/;

/** Splits a line such as `[2026/09/10 19:09:19.924 GMT+08:00] [INFO] [build:maven] : BUILD SUCCESS`. */
export function parseLogLine(line: string): LogLine {
  const prefix = PREFIX.exec(line);
  if (!prefix) return { line, text: line, time: undefined, level: undefined, step: undefined };
  const [all, year, month, day, time, zone, level, step] = prefix;
  return {
    line,
    text: line.slice(all.length),
    time: new Date(`${year!}-${month!}-${day!}T${time!}${zone!}`),
    level,
    step,
  };
}
