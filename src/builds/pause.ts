/** Computes the delay between two polls: long while an end is unlikely, short when it is likely. Pure: time and randomness are arguments. */
import { isSuccess } from './build-status.js';

/** The usual duration of the builds of a task. */
export interface UsualDuration {
  /** Median in milliseconds. */
  readonly expectedMs: number;
  /** Deviation in milliseconds. */
  readonly spreadMs: number;
}

/** With fewer builds, the spread is a guess. */
const MIN_BUILDS_FOR_SPREAD = 4;

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Returns median and spread of the builds that succeeded; undefined if none did. */
export function usualDuration(
  builds: readonly { status: string | undefined; durationMs: number | undefined }[],
): UsualDuration | undefined {
  const durations = builds.flatMap(({ status, durationMs }) =>
    isSuccess(status) && durationMs !== undefined && durationMs > 0 ? [durationMs] : [],
  );
  if (durations.length === 0) return undefined;
  const expectedMs = medianOf(durations);
  // 1.48 times the median absolute deviation is the standard deviation of normal values.
  const deviation =
    durations.length < MIN_BUILDS_FOR_SPREAD
      ? 0.3 * expectedMs
      : 1.48 * medianOf(durations.map((duration) => Math.abs(duration - expectedMs)));
  return { expectedMs, spreadMs: Math.max(deviation, 0.05 * expectedMs, 1_000) };
}

/** Probability that a build still runs after a time. The second term covers early failures and unusually long builds. */
export function stillRunning(elapsedMs: number, { expectedMs, spreadMs }: UsualDuration): number {
  return 0.85 / (1 + Math.exp((elapsedMs - expectedMs) / (0.55 * spreadMs))) + 0.15 * Math.exp(-elapsedMs / expectedMs);
}

/** Target of a delay. */
export interface PauseGoal {
  /** Mean delay until the end is noticed, in milliseconds: the lower, the more requests. */
  readonly delayMs: number;
  readonly shortestMs: number;
}

/** For the record, which shows the end and nothing else. */
export const RECORD_GOAL: PauseGoal = { delayMs: 3_400, shortestMs: 1_500 };
/** For the log, which a person reads. */
export const LOG_GOAL: PauseGoal = { delayMs: 2_000, shortestMs: 1_000 };

const LONGEST_MS = 30_000;

/** Returns the delay until the next poll of a running build. */
export function runningPauseMs(elapsedMs: number, usual: UsualDuration | undefined, goal: PauseGoal): number {
  if (!usual) return Math.min(Math.max(elapsedMs / 10, 2_000), 15_000);
  const { expectedMs, spreadMs } = usual;
  const now = stillRunning(elapsedMs, usual);
  const allowed = goal.delayMs ** 2 / spreadMs;
  const isLong = (ms: number): boolean => ms * (1 - stillRunning(elapsedMs + ms, usual) / now) > allowed;
  // The product grows with the pause, so the largest one that is allowed can be found by halving.
  let [low, high] = [goal.shortestMs, LONGEST_MS];
  if (!isLong(high)) low = high;
  for (let step = 0; step < 12 && low < high; step += 1) {
    const middle = (low + high) / 2;
    if (isLong(middle)) high = middle;
    else low = middle;
  }
  const excessMs = elapsedMs - expectedMs - 2 * spreadMs;
  return excessMs > 0 ? Math.min(Math.max(low, excessMs / 10), LONGEST_MS) : low;
}

/** Returns the delay until the next poll of a build in the queue. */
export const queuedPauseMs = (queuedMs: number): number =>
  queuedMs < 20_000 ? 2_000 : Math.min(Math.max(queuedMs / 10, 2_000), 15_000);

/** Delays after the closing line of a log was read. */
const CLOSING_PAUSES_MS = [0, 1_000, 2_000, 4_000, 8_000];

export const closingPauseMs = (polls: number): number =>
  CLOSING_PAUSES_MS[Math.min(polls, CLOSING_PAUSES_MS.length - 1)]!;

/** Adds up to 5 % in both directions, so that many clients do not poll at the same moments. */
export const withJitter = (ms: number, random: () => number): number => Math.round(ms * (0.95 + random() * 0.1));

/** Returns the progress of a running build in percent: 95 at the usual duration, never 100. */
export function percentOf(elapsedMs: number, usual: UsualDuration | undefined): number | undefined {
  if (!usual) return undefined;
  const { expectedMs, spreadMs } = usual;
  const overMs = elapsedMs - expectedMs;
  const percent = overMs <= 0 ? (95 * elapsedMs) / expectedMs : 95 + 4 * (1 - Math.exp(-overMs / (2 * spreadMs)));
  return Math.min(99, Math.max(0, Math.floor(percent)));
}
