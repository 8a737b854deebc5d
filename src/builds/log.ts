/** The log of a build as lines, from a service that returns it in chunks. */
import { CodeArtsError } from '../errors/codearts-error.js';
import { ApiError } from '../errors/request-errors.js';
import { createLineDecoder, type LineDecoder } from '../files/lines.js';
import type { LogChunk } from './build-api.js';
import type { LogPosition } from './build-input.js';
import { isClosingLine } from './log-line.js';

/** A line or a whole log is longer than the limit. */
export class LogLimitError extends CodeArtsError {
  override readonly name = 'LogLimitError';
  readonly code = 'LOG_LIMIT';
  /** Name of the option that set the limit. */
  readonly option: 'maxLineLength' | 'maxLogLength';
  /** The limit in characters. */
  readonly limit: number;

  constructor(option: 'maxLineLength' | 'maxLogLength', limit: number) {
    super(`the ${option === 'maxLineLength' ? 'line' : 'log'} is longer than ${limit} characters (${option})`);
    this.option = option;
    this.limit = limit;
  }
}

/** Limits of a log. */
export interface LogLimits {
  readonly maxLineLength: number;
  readonly maxLogLength: number;
}

/** Number of times that a chunk is requested again if the service skipped a part. */
const GAP_RETRIES = 3;

/** A complete line, and the offset at which the log continues after it. */
export interface ReadLine {
  readonly text: string;
  readonly offset: number;
}

/** The content of a chunk. */
export interface ReadResult {
  readonly lines: ReadLine[];
  /** Whether there was new text. */
  readonly isFresh: boolean;
  readonly hasMore: boolean;
  /** Whether the service skipped a part. The chunk is requested again, unless it was skipped several times. */
  readonly gap: 'retry' | 'lost' | undefined;
}

const encoder = new TextEncoder();

/** Returns the part of a chunk from `offset` on. A chunk may start earlier; its length shows whether the service counts bytes or characters. */
function unread({ text, start, end }: LogChunk, offset: number): string {
  if (start === undefined || end === undefined || start >= offset) return text;
  if (end <= offset) return '';
  const known = offset - start;
  const bytes = encoder.encode(text);
  return bytes.byteLength === end - start ? new TextDecoder().decode(bytes.subarray(known)) : text.slice(known);
}

/** Returns the unit in which the service counts, if the length of a chunk shows it. */
function unitOf(text: string, length: number | undefined): ((text: string) => number) | undefined {
  if (length === text.length) return (part) => part.length;
  return length === encoder.encode(text).byteLength ? (part) => encoder.encode(part).byteLength : undefined;
}

/** Reads chunks in order, and joins them to lines: each once, however chunks overlap. */
export class LogCursor {
  offset: number;
  /** Number of characters so far. */
  #length = 0;
  /** Length of the line that is not complete yet. */
  #lineLength: number;
  /** Text of the chunk at `offset` that was already used, if the offset does not move. */
  #seen = '';
  #gaps = 0;
  readonly #decoder: LineDecoder<string>;
  readonly #limits: LogLimits;
  /** Complete lines of the position that the cursor was created from. */
  readonly pending: readonly ReadLine[];
  /** Whether the last complete line that is not blank is the closing line of a build. */
  isClosed = false;

  constructor({ offset, rest }: LogPosition, limits: LogLimits) {
    this.offset = offset;
    this.#limits = limits;
    this.#decoder = createLineDecoder();
    this.pending = this.#note(this.#decoder.push(rest)).map((text) => ({ text, offset }));
    this.#lineLength = this.rest.length;
  }

  /** Start of the line that is not complete yet. */
  get rest(): string {
    return this.#decoder.rest();
  }

  /** @throws LogLimitError */
  push(chunk: LogChunk): ReadResult {
    const { hasMore } = chunk;
    const isGap = chunk.start !== undefined && chunk.start > this.offset;
    if (isGap && this.#gaps < GAP_RETRIES) {
      this.#gaps += 1;
      return { lines: [], isFresh: false, hasMore, gap: 'retry' };
    }
    this.#gaps = 0;
    const text = unread(chunk, this.offset);
    const fresh = text.startsWith(this.#seen) ? text.slice(this.#seen.length) : text;
    const from = isGap ? chunk.start! : this.offset;
    const moves = chunk.end !== undefined && chunk.end > this.offset;
    const unit = unitOf(text, moves ? chunk.end! - from : undefined);
    const lines = this.#toLines(fresh, unit && moves ? chunk.end! : from, unit);
    this.offset = moves ? chunk.end! : this.offset;
    this.#seen = moves ? '' : text === '' ? this.#seen : text;
    return { lines, isFresh: fresh !== '', hasMore, gap: isGap ? 'lost' : undefined };
  }

  /** Returns the last line, if it has no line end. */
  flush(): ReadLine[] {
    return this.#note(this.#decoder.flush()).map((text) => ({ text, offset: this.offset }));
  }

  /** @param end Offset of the end of the text if the unit is known, otherwise that of its chunk. */
  #toLines(fresh: string, end: number, unit: ((text: string) => number) | undefined): ReadLine[] {
    this.#length += fresh.length;
    const { maxLineLength, maxLogLength } = this.#limits;
    if (this.#length > maxLogLength) throw new LogLimitError('maxLogLength', maxLogLength);
    const lastBreak = fresh.lastIndexOf('\n');
    this.#lineLength = lastBreak < 0 ? this.#lineLength + fresh.length : fresh.length - lastBreak - 1;
    const texts = this.#note(this.#decoder.push(fresh));
    const longest = texts.reduce((length, text) => Math.max(length, text.length), this.#lineLength);
    if (longest > maxLineLength) throw new LogLimitError('maxLineLength', maxLineLength);
    if (!unit) return texts.map((text) => ({ text, offset: end }));
    let position = end - unit(fresh);
    let start = 0;
    return texts.map((text) => {
      const next = fresh.indexOf('\n', start) + 1;
      position += unit(fresh.slice(start, next));
      start = next;
      return { text, offset: position };
    });
  }

  #note(texts: string[]): string[] {
    const last = texts.findLast((text) => text.trim() !== '');
    if (last !== undefined) this.isClosed = isClosingLine(last);
    return texts;
  }
}

/** A build that waits for a machine, or was never scheduled, has no log, which the service reports as an error. */
export const isWithoutLog = (error: unknown): boolean =>
  error instanceof ApiError && /^(DEV\.?)?CB\.00030004$/.test(error.code);
