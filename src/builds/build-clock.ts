/** The state of a followed build, and its times by the clock of the service. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import { hasStarted, isFinished } from './build-status.js';
import type { FeedState } from './log-feed.js';
import type { UsualDuration } from './pause.js';
import { parseTime, type ServiceTime } from './time.js';

/** Timeouts of a view. */
export interface BuildTimeouts {
  readonly timeoutMs?: number | undefined;
  readonly queueTimeoutMs?: number | undefined;
}

/** The part of a record that lists show too. */
export type ListedState = Pick<BuildRecord, 'status' | 'create_time' | 'queued_time' | 'start_time' | 'finish_time'>;

/** The state of a build as its last record shows it, or a later list. */
export class BuildClock {
  /** The last record. */
  record: BuildRecord | undefined;
  usual: UsualDuration | undefined;
  #state: ListedState = {};
  readonly #time: ServiceTime;
  // First looks at the build, for records without times.
  #queuedSeenAt: number | undefined;
  #startSeenAt: number | undefined;
  #finishSeenAt: number | undefined;

  constructor(time: ServiceTime) {
    this.#time = time;
  }

  get isFinal(): boolean {
    return isFinished(this.#state);
  }

  get isRunning(): boolean {
    return hasStarted(this.#state) || this.isFinal;
  }

  /** Time since the start of the build, or in the queue, in milliseconds. */
  get elapsedMs(): number {
    const { create_time, queued_time, start_time } = this.#state;
    const since = this.isRunning
      ? (parseTime(start_time)?.getTime() ?? this.#startSeenAt)
      : (parseTime(queued_time)?.getTime() ?? parseTime(create_time)?.getTime() ?? this.#queuedSeenAt);
    const now = this.#time.now();
    return Math.max(0, now - (since ?? now));
  }

  use(record: BuildRecord): void {
    this.record = record;
    this.#use(record);
  }

  useListed(state: ListedState): void {
    this.#use({ ...this.#state, ...state });
  }

  #use(state: ListedState): void {
    this.#state = state;
    const now = this.#time.now();
    this.#queuedSeenAt ??= now;
    if (this.isRunning) this.#startSeenAt ??= now;
    if (this.isFinal) this.#finishSeenAt ??= now;
  }

  timeLeft({ timeoutMs = Infinity, queueTimeoutMs = Infinity }: BuildTimeouts): { limitMs: number; leftMs: number } {
    const limitMs = this.isRunning ? timeoutMs : queueTimeoutMs;
    return { limitMs, leftMs: limitMs - this.elapsedMs };
  }

  get feedState(): FeedState {
    const now = this.#time.now();
    const finishedAt = parseTime(this.#state.finish_time)?.getTime() ?? this.#finishSeenAt ?? now;
    const { elapsedMs, usual, isFinal } = this;
    return { elapsedMs, usual, isFinal, sinceFinishMs: now - finishedAt };
  }
}
