/** When to request the record of a followed build. */
import type { LogFeed } from './log-feed.js';
import { closingPauseMs } from './pause.js';

/** Silence of the log after which the record is looked at. */
const LOG_SILENCE_MS = 30_000;
/** Shortest and longest time between two such looks. */
const BESIDE_LOG_MS = 10_000;
const LONGEST_BESIDE_LOG_MS = 60_000;
/** The record is needed only for the end of a build whose log has no closing line: its pauses are longer by this factor. */
const BESIDE_LOG_FACTOR = 4;
/** A closing line that is not followed by the end was printed by the build. */
const CLOSING_MS = 60_000;
const LONGEST_FAILURE_PAUSE_MS = 30_000;

export class RecordSchedule {
  /** Time of the last request. */
  lastAt = -Infinity;
  /** Delay after it. */
  pauseMs = 0;
  #failures = 0;
  #closing: { readonly since: number; polls: number; nextAt: number } | undefined;
  #isAsked = false;

  /** Returns when the record is due. While a log is read, it shows most of what a record would. */
  at(now: number, feeds: ReadonlySet<LogFeed>): number {
    if (this.#failures > 0 || feeds.size === 0) return this.lastAt + this.pauseMs;
    if (this.#closing && now - this.#closing.since > CLOSING_MS) this.#closing = undefined;
    if (this.#closing) return this.#closing.nextAt;
    const silentAt = Math.max(...[...feeds].map(({ textAt }) => textAt)) + LOG_SILENCE_MS;
    if (this.#isAsked) return Math.max(now, this.lastAt + BESIDE_LOG_MS);
    const pauseMs = Math.min(this.pauseMs * BESIDE_LOG_FACTOR, LONGEST_BESIDE_LOG_MS);
    return Math.max(silentAt, this.lastAt + Math.max(pauseMs, BESIDE_LOG_MS));
  }

  succeeded(now: number): void {
    this.lastAt = now;
    this.#failures = 0;
    this.#isAsked = false;
    if (this.#closing) this.#closing.nextAt = now + closingPauseMs((this.#closing.polls += 1));
  }

  failed(now: number): void {
    this.lastAt = now;
    this.#failures += 1;
    this.pauseMs = Math.min(1_000 * 2 ** this.#failures, LONGEST_FAILURE_PAUSE_MS);
  }

  throttled(now: number, retryAfterMs: number): void {
    this.lastAt = now;
    this.pauseMs = Math.max(retryAfterMs, 2_000);
  }

  /** Uses what a read of the log shows: its closing line, more text, or that nothing follows at present. */
  useLog(now: number, { isClosed, isFresh, hasMore }: { isClosed: boolean; isFresh: boolean; hasMore: boolean }): void {
    if (isFresh) this.#closing = isClosed ? (this.#closing ?? { since: now, polls: 0, nextAt: now }) : undefined;
    else if (!hasMore) this.#isAsked = true;
  }
}
