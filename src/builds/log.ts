/** A build's log as lines, from a service that hands it out in sections. */
import type { Clock } from '../clock.js';
import { createLineDecoder, type LineDecoder } from '../transfers/lines.js';
import type { LogSection } from './generation.js';

/** Where a follower stopped: enough to go on there, in another process too. */
export interface LogPosition {
  /** Where the next section begins, in the service's count. */
  offset: number;
  /** What has been read and not been yielded: whole lines, and the beginning of the next. */
  rest: string;
}

/** After this many sections without a line the end of an ended build's log is believed. */
const EMPTY_READS_AT_END = 2;
/** How often a section is asked for again where the service skipped a part. */
const GAP_RETRIES = 3;
/** How many times nothing comes before the build itself is looked at, where the service promises more. */
const READS_PER_LOOK = 3;
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/** What a follower reads from. */
export interface LogSource {
  read(offset: number): Promise<LogSection>;
  /** Whether the build has ended. Asked only when nothing new came. */
  ended(): Promise<boolean>;
}

/**
 * The part of a section that lies at and after `offset`. A service that repeats itself begins earlier; whether it counts bytes or characters is
 * told by the section's length.
 */
function unread({ text, start, end }: LogSection, offset: number): string {
  if (start === undefined || end === undefined || start >= offset) return text;
  if (end <= offset) return '';
  const known = offset - start;
  const bytes = new TextEncoder().encode(text);
  return bytes.byteLength === end - start ? new TextDecoder().decode(bytes.subarray(known)) : text.slice(known);
}

/** A follower's place in a log. It moves on with every line that is taken. */
export interface LogCursor {
  offset: number;
  /** Lines that were read and not taken: those from `next` on. */
  lines: string[];
  next: number;
  decoder: LineDecoder<string>;
}

export function createLogCursor({ offset, rest }: LogPosition): LogCursor {
  const decoder = createLineDecoder();
  return { offset, lines: decoder.push(rest), next: 0, decoder };
}

/** Where a cursor stands, to be kept. */
export const positionOf = ({ offset, lines, next, decoder }: LogCursor): LogPosition => ({
  offset,
  rest: [...lines.slice(next), decoder.rest()].join('\n'),
});

/**
 * Yields the lines of a log from a cursor on.
 *
 * With `follow` it goes on until the build has ended and nothing more comes; without, until the service has nothing more now.
 */
export async function* followLog(
  source: LogSource,
  cursor: LogCursor,
  { clock, follow, signal }: { clock: Clock; follow: boolean; signal: AbortSignal | undefined },
): AsyncGenerator<string, void, undefined> {
  let taken = ''; // what was already taken of the section at `offset`, where the service's offset stands still
  let pause = SHORTEST_PAUSE_MS;
  let emptyReads = 0;
  let gaps = 0;

  function* deliver(): Generator<string> {
    while (cursor.next < cursor.lines.length) yield cursor.lines[cursor.next++]!;
    cursor.lines = [];
    cursor.next = 0;
  }
  const take = (lines: string[]): Generator<string> => {
    cursor.lines = lines;
    cursor.next = 0;
    return deliver();
  };

  yield* deliver();
  let ended = !follow;
  for (;;) {
    signal?.throwIfAborted();
    const section = await source.read(cursor.offset);
    if (section.start !== undefined && section.start > cursor.offset && gaps < GAP_RETRIES) {
      gaps += 1;
      await clock.sleep(SHORTEST_PAUSE_MS, signal);
      continue;
    }
    gaps = 0;
    const text = unread(section, cursor.offset);
    const fresh = text.startsWith(taken) ? text.slice(taken.length) : text;
    if (section.end !== undefined && section.end > cursor.offset) {
      cursor.offset = section.end;
      taken = '';
    } else {
      taken = text === '' ? taken : text;
    }
    yield* take(cursor.decoder.push(fresh));

    if (fresh !== '') {
      emptyReads = 0;
      pause = SHORTEST_PAUSE_MS;
      if (section.hasMore || ended) continue;
    } else {
      if (!follow && !section.hasMore) break;
      emptyReads += 1;
      if (ended && emptyReads >= EMPTY_READS_AT_END) break;
      // A service that says there is more is believed for a while.
      if (!ended && (!section.hasMore || emptyReads % READS_PER_LOOK === 0)) {
        ended = await source.ended();
        emptyReads = ended ? 0 : emptyReads;
      }
      if (ended) continue;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
    await clock.sleep(pause, signal);
  }
  yield* take(cursor.decoder.flush());
}
