/** Turns the state of a followed build into events and progress. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import type { BuildHandle, Revision } from './build-input.js';
import type { ListedState } from './build-clock.js';
import { isActive, statusOf } from './build-status.js';
import type { BuildEvent, BuildStep, EndEvent } from './events.js';
import type { Follower } from './follow.js';
import { parseLogLine } from './log-line.js';
import type { ReadLine } from './log.js';
import { percentOf } from './pause.js';
import { parseTime } from './time.js';
import type { Build, View } from './view.js';
import type { BuildProgress } from './watch-options.js';

/** An event without what all events have in common. */
export type EventBody = BuildEvent extends infer Event
  ? Event extends BuildEvent
    ? Omit<Event, 'v' | 'seq' | 'at' | 'jobId' | 'buildNo'>
    : never
  : never;

const durationOf = (record: ListedState): number | undefined => {
  const [start, end] = [parseTime(record.start_time), parseTime(record.finish_time)];
  return start && end ? Math.max(0, end.getTime() - start.getTime()) : undefined;
};

const queuedOf = (record: ListedState): number | undefined => {
  const requested = parseTime(record.queued_time) ?? parseTime(record.create_time);
  const start = parseTime(record.start_time);
  return requested && start ? Math.max(0, start.getTime() - requested.getTime()) : undefined;
};

const normalizeRef = (name: string): string => name.replace(/^refs\/(heads|tags)\//, '');

/** Compares the code of a record with what was asked for. Returns a note if they differ. */
function codeDifference(record: BuildRecord, expected: Revision | undefined): string | undefined {
  for (const name of ['branch', 'tag', 'commit'] as const) {
    const [wanted, built] = [expected?.[name], record[name]];
    if (wanted === undefined || typeof built !== 'string' || built === '') continue;
    const same =
      name === 'commit'
        ? built.startsWith(wanted) || wanted.startsWith(built)
        : normalizeRef(built) === normalizeRef(wanted);
    if (!same) return `the build uses ${name} ${built}, not ${wanted}`;
  }
  return undefined;
}

/** Numbers events, and adds what all have in common. */
export function createEvents({ jobId, buildNo, context }: Omit<Build, 'api'>): (body: EventBody) => BuildEvent {
  let seq = 0;
  return (body) => {
    seq += 1;
    const at = new Date(context.time.now()).toISOString();
    return { v: 1, seq, at, jobId, buildNo, ...body };
  };
}

/** Describes the end of a build. */
export function endEvent(
  record: BuildRecord,
  parts: Pick<EndEvent, 'steps' | 'outputs' | 'failure' | 'succeeded'>,
): EventBody {
  const { steps, outputs, failure, succeeded } = parts;
  const [queuedMs, durationMs] = [queuedOf(record), durationOf(record)];
  return {
    ...{ type: 'end' as const, status: statusOf(record), succeeded },
    ...(queuedMs !== undefined && { queuedMs }),
    ...(durationMs !== undefined && { durationMs }),
    ...{ record, steps },
    ...(outputs && { outputs }),
    ...(failure && { failure }),
  };
}

export function startEvent(
  { state }: Pick<Follower, 'state'>,
  task: string | undefined,
  handle: BuildHandle,
): EventBody {
  const { usual } = state;
  return { type: 'start', ...(task !== undefined && { task }), handle, ...usual };
}

export function logEvent({ text: line, offset }: ReadLine): EventBody {
  const { text, time, level, step } = parseLogLine(line);
  return {
    ...{ type: 'log' as const, line, text, offset },
    ...(time && { time: time.toISOString() }),
    ...(level !== undefined && { level }),
    ...(step !== undefined && { step }),
  };
}

export function progressEvent({
  state,
  steps,
}: Pick<Follower, 'state' | 'steps'>): Extract<EventBody, { type: 'progress' }> {
  const { isRunning, elapsedMs, usual } = state;
  const [percent, step] = [isRunning ? percentOf(elapsedMs, usual) : undefined, runningStep(steps)];
  return {
    ...{ type: 'progress' as const, status: isRunning ? ('running' as const) : ('queued' as const), elapsedMs },
    ...(usual && { expectedMs: usual.expectedMs }),
    ...(percent !== undefined && { percent }),
    ...(step !== undefined && { step }),
  };
}

/** Describes the progress of a build for `onProgress`. */
export function progressOf({ state, steps }: Follower, note: string | undefined): BuildProgress {
  const { isRunning, isFinal, elapsedMs, usual } = state;
  const record: ListedState = state.record ?? {};
  return {
    status: statusOf(record) || (isRunning ? 'running' : 'queued'),
    step: isFinal ? undefined : runningStep(steps),
    elapsedMs: isFinal ? (durationOf(record) ?? elapsedMs) : elapsedMs,
    expectedMs: usual?.expectedMs,
    percent: isFinal ? 100 : isRunning ? percentOf(elapsedMs, usual) : usual && 0,
    note,
  };
}

const runningStep = (steps: readonly BuildStep[]): string | undefined =>
  steps.find(({ status }) => status === 'running')?.name;

/** Returns the unknown status of a record. */
export const unknownStatus = ({ state }: Follower): string | undefined =>
  state.record && !state.isFinal && !isActive(state.record) ? statusOf(state.record) : undefined;

/** The changes since the last poll. */
export class StateChanges {
  readonly #follower: Follower;
  readonly #expected: Revision | undefined;
  readonly #steps = new Map<number, string>();
  #isQueued = false;
  #codeNoted = false;
  #unknown: string | undefined;
  #progress = '';

  constructor(follower: Follower, expected: Revision | undefined) {
    this.#follower = follower;
    this.#expected = expected;
  }

  *next(view: View, wantsSteps: boolean): Generator<EventBody, void, undefined> {
    const { state, steps } = this.#follower;
    yield* view.notes.splice(0).map(({ code, message }) => ({ type: 'note' as const, code, message }));
    const difference = this.#codeNoted ? undefined : codeDifference(state.record!, this.#expected);
    if (difference !== undefined) {
      this.#codeNoted = true;
      yield { type: 'note', code: 'other-code', message: difference };
    }
    const unknown = unknownStatus(this.#follower);
    if (unknown !== undefined && unknown !== this.#unknown) {
      yield { type: 'note', code: 'unknown-status', message: `unknown status ${unknown}` };
    }
    this.#unknown = unknown ?? this.#unknown;
    if (!state.isRunning && !this.#isQueued) {
      this.#isQueued = true;
      yield { type: 'queued', queuedMs: state.elapsedMs };
    }
    for (const step of wantsSteps ? steps : []) {
      if (this.#steps.get(step.index) === step.status) continue;
      this.#steps.set(step.index, step.status);
      yield { type: 'step', step, of: steps.length };
    }
    if (state.isFinal) return;
    const progress = progressEvent(this.#follower);
    const key = [progress.status, progress.percent, progress.step].join(' ');
    if (key === this.#progress) return;
    this.#progress = key;
    yield progress;
  }
}
