/** A followed log: decides when to read it, and when it is complete. */
import type { UsualDuration } from './pause.js';
import { LOG_GOAL, runningPauseMs } from './pause.js';
import { createErrorTolerance } from './build-status.js';
import type { LogChunk } from './build-api.js';
import type { LogPosition } from './build-input.js';
import { LogCursor, type LogLimits, type ReadResult } from './log.js';

/** State of the build that a log belongs to. */
export interface FeedState {
  /** Time since the start of the build in milliseconds. */
  readonly elapsedMs: number;
  readonly usual: UsualDuration | undefined;
  /** Whether the build has finished. */
  readonly isFinal: boolean;
  /** Time since the build finished, by the clock of the service. */
  readonly sinceFinishMs: number;
}

const TEXT_PAUSE_MS = 2_000;
const LATER_TEXT_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 8_000;
/** Text comes fast in the first seconds of a build. */
const EARLY_MS = 30_000;
/** Time after the end of a build in which its log may still grow. */
const SETTLE_MS = 5_000;
/** Distance of the two empty reads that show the end of a log. */
const EMPTY_READS_APART_MS = 2_000;
/** A log without new text for this time is complete or stuck. */
const SILENCE_MS = 30_000;

/** One reader of a log. Several views can share it. */
export class LogFeed {
  readonly cursor: LogCursor;
  readonly tolerance = createErrorTolerance();
  nextAt: number;
  /** Whether everything was read. */
  ended = false;
  /** Whether the service still reports more lines, and none came. */
  incomplete = false;
  textAt: number;
  #pauseMs = TEXT_PAUSE_MS;
  #failures = 0;
  /** Length of the last chunk, if the next read follows immediately. */
  #length = 0;
  /** Length of chunks after which an immediate read brought nothing: the service reports more lines as long as a build runs. */
  #wholeLength = 0;
  /** Time of the first of the empty reads in a row after the end of the build. */
  #emptyAt: number | undefined;
  #lastHasMore = true;

  constructor(position: LogPosition, limits: LogLimits, now: number) {
    this.cursor = new LogCursor(position, limits);
    this.nextAt = now;
    this.textAt = now;
  }

  /** Uses a chunk, and decides when to read the next one. @throws LogLimitError */
  push(chunk: LogChunk, now: number, state: FeedState): ReadResult {
    this.tolerance.succeed();
    this.#failures = 0;
    const result = this.cursor.push(chunk);
    if (result.gap === 'retry') {
      this.nextAt = now + 1_000;
      return result;
    }
    this.#lastHasMore = result.hasMore;
    const length = result.isFresh ? chunk.text.length : 0;
    if (!result.isFresh) this.#wholeLength = Math.max(this.#wholeLength, this.#length);
    const isImmediate = result.isFresh && result.hasMore && (state.isFinal || length > this.#wholeLength);
    this.#length = isImmediate ? length : 0;
    if (result.isFresh) this.#text(now, state);
    else this.#silence(now, state);
    if (isImmediate) this.nextAt = now;
    this.settle(now, state);
    return result;
  }

  /** Decides when to read again after a failed read, which says nothing about the log. @throws the error if it is permanent or one too many. */
  fail(error: unknown, now: number): void {
    this.tolerance.tolerate(error);
    this.#failures += 1;
    this.nextAt = now + Math.min(1_000 * 2 ** this.#failures, LONGEST_PAUSE_MS);
  }

  /** Ends the log if the build has finished and everything was read. */
  settle(now: number, { isFinal }: FeedState): void {
    if (!isFinal) return;
    if (this.cursor.isClosed && !this.#lastHasMore && this.cursor.rest === '') this.ended = true;
    else if (now - this.textAt >= SILENCE_MS && this.#lastHasMore) this.ended = this.incomplete = true;
  }

  /** The build has finished: the silence of its log counts from now. */
  finish(now: number, state: FeedState): void {
    this.textAt = now;
    this.nextAt = Math.min(this.nextAt, now);
    this.#wholeLength = 0;
    this.settle(now, state);
  }

  #text(now: number, { elapsedMs, usual, isFinal }: FeedState): void {
    this.textAt = now;
    this.#emptyAt = undefined;
    this.#pauseMs = elapsedMs < EARLY_MS ? TEXT_PAUSE_MS : LATER_TEXT_PAUSE_MS;
    this.nextAt = now + (isFinal ? 1_000 : this.#bounded(elapsedMs, usual));
  }

  #silence(now: number, { elapsedMs, usual, isFinal, sinceFinishMs }: FeedState): void {
    if (!isFinal) {
      this.#pauseMs = Math.min(this.#pauseMs * 1.5, LONGEST_PAUSE_MS);
      this.nextAt = now + this.#bounded(elapsedMs, usual);
      return;
    }
    this.nextAt = now + (this.#emptyAt === undefined ? 1_000 : EMPTY_READS_APART_MS);
    if (this.#lastHasMore || sinceFinishMs < SETTLE_MS) return;
    if (this.#emptyAt !== undefined && now - this.#emptyAt >= EMPTY_READS_APART_MS) this.ended = true;
    else if (this.#emptyAt === undefined) this.nextAt = now + EMPTY_READS_APART_MS;
    this.#emptyAt ??= now;
  }

  #bounded(elapsedMs: number, usual: UsualDuration | undefined): number {
    return usual ? Math.min(this.#pauseMs, runningPauseMs(elapsedMs, usual, LOG_GOAL)) : this.#pauseMs;
  }
}
