/** The ways to read a followed build: its record, its lines, its events. */
import { throwIfAborted } from '../http/timing.js';
import type { BuildHandle, LogPosition, Revision } from './build-input.js';
import { createErrorTolerance, isSuccess, statusOf } from './build-status.js';
import {
  createEvents,
  endEvent,
  logEvent,
  progressOf,
  startEvent,
  StateChanges,
  unknownStatus,
} from './event-source.js';
import type { BuildArtifact, BuildEvent, BuildFailure, BuildStep } from './events.js';
import type { Follower } from './follow.js';
import { runLimited } from './limiter.js';
import { isWithoutLog, LogCursor, type LogLimits, type ReadLine } from './log.js';
import type { View, ViewOptions } from './view.js';
import type { FollowOptions, LogRange, LogOptions, WaitOptions, WatchOptions } from './watch-options.js';

/** The parts of a run that its views use. */
export interface ViewContext {
  readonly follower: Follower;
  readonly task: string | undefined;
  /** The code that was asked for. */
  readonly expected: Revision | undefined;
  /** Position of the last reader of the log. */
  position: LogPosition;
  stop(): Promise<void>;
  failure(signal: AbortSignal | undefined): Promise<BuildFailure | undefined>;
  finalSteps(signal: AbortSignal | undefined): Promise<BuildStep[]>;
  /** Returns the lines of the log of a build that has finished. */
  wholeLog(signal: AbortSignal | undefined): Promise<AsyncIterable<string>>;
  outputs(signal: AbortSignal | undefined): Promise<BuildArtifact[] | undefined>;
}

const MAX_LINE_LENGTH = 16 * 1024 * 1024;
const MAX_LOG_LENGTH = 1024 * 1024 * 1024;

const limitsOf = ({ maxLineLength = MAX_LINE_LENGTH, maxLogLength = MAX_LOG_LENGTH }: LogRange): LogLimits => ({
  maxLineLength,
  maxLogLength,
});

const positionFrom = ({ offset }: LogRange, last: LogPosition): LogPosition =>
  offset === undefined ? last : { offset, rest: '' };

/** Runs a body with a view, and stops the build if the caller aborts and wants that. */
async function* withView<T>(
  context: ViewContext,
  { signal, onAbort }: Pick<WatchOptions, 'signal' | 'onAbort'>,
  options: ViewOptions,
  body: (view: View) => AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  throwIfAborted(signal);
  const view = context.follower.join(options);
  try {
    yield* body(view);
  } catch (error) {
    if (signal?.aborted && onAbort === 'stop') await context.stop().catch(() => {});
    throw error;
  } finally {
    context.follower.leave(view);
  }
}

/** Waits for the next turn. @throws what ended the view */
async function nextTurn({ follower }: ViewContext, view: View, signal: AbortSignal | undefined): Promise<void> {
  follower.checkTimeout(view);
  await follower.turn(signal);
  throwIfAborted(signal);
  if (view.failure) throw view.failure.error;
}

/** Waits until the build has finished. */
export async function waitForEnd(context: ViewContext, options: WaitOptions): Promise<void> {
  const { follower } = context;
  const { signal, timeoutMs, queueTimeoutMs, limiter, onProgress } = options;
  const viewOptions = { timeoutMs, queueTimeoutMs, limiter, steps: onProgress !== undefined };
  const turns = withView(context, options, viewOptions, async function* (view) {
    let reported = 0;
    let noted: string | undefined;
    for (;;) {
      const { isFinal } = follower.state;
      if (onProgress && follower.polls > reported && (isFinal || follower.isIdle)) {
        reported = follower.polls;
        const unknown = unknownStatus(follower);
        const note = unknown !== undefined && unknown !== noted ? `unknown status ${unknown}` : undefined;
        noted = unknown ?? noted;
        onProgress(progressOf(follower, note));
        throwIfAborted(signal);
      }
      if (isFinal) return;
      await nextTurn(context, view, signal);
      yield undefined;
    }
  });
  for await (const _turn of turns);
}

/** Yields the lines of a log. */
export async function* readLog(context: ViewContext, options: LogOptions): AsyncGenerator<ReadLine, void, undefined> {
  const { signal, limiter, tail, follow = true } = options;
  let position = positionFrom(options, context.position);
  if (tail !== undefined) {
    position = yield* readTail(context, position, options, tail);
    if (context.follower.state.isFinal) return;
  }
  if (!follow) {
    if (tail === undefined) yield* readPresent(context, position, options);
    return;
  }
  const log = { position, limits: limitsOf(options) };
  yield* withView(context, options, { log, limiter }, async function* (view) {
    for (;;) {
      yield* takeLines(context, view);
      if (view.feed!.ended && view.lines.length === 0) return;
      await nextTurn(context, view, signal);
    }
  });
}

/** Yields the last lines of a log, and returns the position behind them. */
async function* readTail(
  context: ViewContext,
  position: LogPosition,
  options: LogOptions,
  tail: number,
): AsyncGenerator<ReadLine, LogPosition, undefined> {
  const { follower } = context;
  const { signal, limiter } = options;
  if (!follower.state.isFinal) {
    yield* withView(context, options, { limiter }, async function* (view) {
      while (!follower.state.record) {
        await nextTurn(context, view, signal);
        yield* [];
      }
    });
  }
  let lines: ReadLine[] = [];
  const add = (line: ReadLine): void => {
    lines.push(line);
    if (lines.length > 2 * tail + 100) lines = lines.slice(-tail);
  };
  if (follower.state.isFinal) {
    // One request, however long the log is.
    for await (const text of await context.wholeLog(signal)) add({ text, offset: position.offset });
  } else {
    for await (const line of readPresent(context, position, options)) add(line);
  }
  yield* tail === 0 ? [] : lines.slice(-tail);
  return context.position;
}

/** Yields lines, and moves the position of the run with each. @param behind Returns the position behind the last one. */
function* eachLine(
  context: ViewContext,
  lines: readonly ReadLine[],
  behind: () => LogPosition,
): Generator<ReadLine, void, undefined> {
  let left = lines.map(({ text }) => `${text}\n`).join('');
  for (const line of lines) {
    left = left.slice(line.text.length + 1);
    const { offset, rest } = behind();
    context.position = { offset, rest: left + rest };
    yield line;
  }
  context.position = behind();
}

/** Yields the lines that a log has at present. */
async function* readPresent(
  context: ViewContext,
  position: LogPosition,
  options: LogOptions,
): AsyncGenerator<ReadLine, void, undefined> {
  const { api, context: client, jobId, buildNo } = context.follower.build;
  const { signal, limiter } = options;
  const cursor = new LogCursor(position, limitsOf(options));
  const tolerance = createErrorTolerance();
  const behind = (): LogPosition => ({ offset: cursor.offset, rest: cursor.rest });
  yield* eachLine(context, cursor.pending, behind);
  for (let empty = 0, failures = 0; empty < 2;) {
    throwIfAborted(signal);
    try {
      const chunk = await runLimited(limiter, () => api.readLog(jobId, buildNo, cursor.offset, { signal }), signal);
      const { lines, isFresh, hasMore, gap } = cursor.push(chunk);
      tolerance.succeed();
      failures = 0;
      yield* eachLine(context, lines, behind);
      if (!hasMore && gap !== 'retry') break;
      empty = isFresh ? 0 : empty + 1;
      if (!isFresh && empty < 2) await client.clock.sleep(1_000, signal);
    } catch (error) {
      if (signal?.aborted) throw error;
      if (isWithoutLog(error)) break;
      tolerance.tolerate(error);
      failures += 1;
      await client.clock.sleep(Math.min(1_000 * 2 ** failures, 8_000), signal);
    }
  }
  yield* cursor.flush();
}

/** Yields the lines that a view has. */
function takeLines(context: ViewContext, view: View): Generator<ReadLine, void, undefined> {
  const { lines } = view;
  view.lines = [];
  return eachLine(context, lines, () => {
    const { offset, rest } = view.feed!.cursor;
    return { offset, rest: [...view.lines.map(({ text }) => text), rest].join('\n') };
  });
}

/** Yields the events of a build until it has finished and its log is read. */
export async function* followEvents(
  context: ViewContext,
  options: FollowOptions,
  handle: () => BuildHandle,
): AsyncGenerator<BuildEvent, void, undefined> {
  const { follower } = context;
  const {
    signal,
    timeoutMs,
    queueTimeoutMs,
    limiter,
    steps: wantsSteps = true,
    outputs: wantsOutputs = true,
  } = options;
  const toEvent = createEvents(follower.build);
  const limits = limitsOf(options);
  const position = positionFrom(options, context.position);
  const viewOptions = { timeoutMs, queueTimeoutMs, limiter, steps: wantsSteps };
  yield* withView(context, options, viewOptions, async function* (view) {
    while (!follower.isIntroduced) await nextTurn(context, view, signal);
    yield toEvent(startEvent(follower, context.task, handle()));
    if (options.log !== false) {
      let from = position;
      if (options.tail !== undefined) {
        const lines = readTail(context, position, { ...options, follow: false }, options.tail);
        let next = await lines.next();
        for (; !next.done; next = await lines.next()) yield toEvent(logEvent(next.value));
        from = next.value;
      }
      if (options.tail === undefined || !follower.state.isFinal) follower.openLog(view, { position: from, limits });
    }
    const changes = new StateChanges(follower, context.expected);
    for (;;) {
      for (const body of changes.next(view, wantsSteps)) yield toEvent(body);
      if (view.feed) for (const line of takeLines(context, view)) yield toEvent(logEvent(line));
      if (follower.state.isFinal && (!view.feed || (view.feed.ended && view.lines.length === 0))) break;
      await nextTurn(context, view, signal);
    }
    const record = follower.state.record!;
    const succeeded = isSuccess(statusOf(record));
    const failure = succeeded ? undefined : await context.failure(signal);
    const steps = wantsSteps || !succeeded ? await context.finalSteps(signal) : [];
    const outputs = wantsOutputs ? await context.outputs(signal) : undefined;
    for (const body of changes.next(view, wantsSteps)) yield toEvent(body);
    yield toEvent(endEvent(record, { steps, outputs, failure, succeeded }));
  });
}
