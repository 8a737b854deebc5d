/** Follows a build until it ends, times out or the command is interrupted. */
import { closeSync, openSync, writeSync } from 'node:fs';
import {
  TimeoutError,
  type BuildEvent,
  type BuildRun,
  type Clock,
  type EndEvent,
  type FollowOptions,
} from '../../index.js';
import { UsageError } from '../args.js';
import type { Console, Context } from '../context.js';
import type { InterruptError } from '../interrupt.js';
import { writeEnd, writeNumber, writeSummaries } from '../output/actions-files.js';
import { createActionsView } from '../output/actions-view.js';
import { visible } from '../output/terminal.js';
import { createTextView } from '../output/text-view.js';
import { createJsonView, type BuildFacts, type View } from '../output/view.js';
import { rejectTable } from './rows.js';

export const EXIT_FAILED = 1;
export const EXIT_TIMEOUT = 4;

/** Time for a stop: GitHub Actions ends a process 7.5 s after the first signal. */
const STOP_MS = 6_000;

const CLOSING_LINE = /^Finished: [A-Z_]+$/;

/** Time to read the result of a build that has finished or was stopped, without the rest of its log. */
const END_MS = 1_000;

/** Settings of a followed build. */
export interface FollowSettings {
  timeoutMs: number | undefined;
  queueTimeoutMs: number | undefined;
  onInterrupt: 'stop' | 'detach';
  onTimeout: 'stop' | 'detach';
  logFile: string | undefined;
  summaryFile: string | undefined;
  quiet: boolean;
  raw: boolean;
}

/** Reads the follow options. `onInterrupt` is the default of `--on-interrupt`. @throws UsageError */
export function readFollowSettings(context: Context, onInterrupt: 'stop' | 'detach'): FollowSettings {
  rejectTable(context);
  const { args } = context;
  const choose = (name: string, fallback: 'stop' | 'detach'): 'stop' | 'detach' => {
    const value = args.text(name);
    return value === 'stop' || value === 'detach' ? value : fallback;
  };
  return {
    timeoutMs: args.duration('timeout'),
    queueTimeoutMs: args.duration('queue-timeout'),
    onInterrupt: choose('on-interrupt', onInterrupt),
    onTimeout: choose('on-timeout', 'detach'),
    logFile: args.text('log'),
    summaryFile: args.text('summary'),
    quiet: args.flag('quiet') ?? false,
    raw: args.flag('raw') ?? false,
  };
}

function createView(context: Context, facts: BuildFacts, { raw, onInterrupt }: FollowSettings): View {
  if (context.format !== 'text') return createJsonView(context);
  if (context.io.env['GITHUB_ACTIONS'] === 'true') return createActionsView(context, facts);
  return createTextView(context, facts, {
    raw,
    interruption: onInterrupt === 'stop' ? 'stops the build' : 'detaches',
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Writes to a file of a job or a summary. A failure is a warning: the result of the build is more important. */
export function writeOrWarn(console: Console, write: () => void): void {
  try {
    write();
  } catch (error) {
    console.message(visible(`warning: ${messageOf(error)}`));
  }
}

/** The file of `--log`. Without one, the functions do nothing. */
export interface LogFile {
  write(line: string): void;
  close(): void;
}

/** Opens a file for writing. @throws UsageError if that is impossible */
function openFile(option: string, path: string, flags: 'w' | 'a'): number {
  try {
    return openSync(path, flags);
  } catch (error) {
    throw new UsageError(`--${option} must be a file that can be written: ${messageOf(error)}`);
  }
}

/** Opens the log file, and checks the one of the summary, so that no build is started if they cannot be written. @throws UsageError */
export function openFiles({ logFile, summaryFile }: FollowSettings): LogFile {
  if (summaryFile !== undefined) closeSync(openFile('summary', summaryFile, 'a'));
  if (logFile === undefined) return { write: () => {}, close: () => {} };
  const file = openFile('log', logFile, 'w');
  return { write: (line) => writeSync(file, `${line}\n`), close: () => closeSync(file) };
}

/** Returns the end of a build that has finished, without the rest of its log; undefined if that takes more than a second. */
async function readEnd(run: BuildRun, clock: Clock): Promise<EndEvent | undefined> {
  const limit = new AbortController();
  void clock.sleep(END_MS).then(() => limit.abort());
  try {
    for await (const event of run.follow({ log: false, outputs: false, signal: limit.signal })) {
      if (event.type === 'end') return event;
    }
  } catch {
    // it has not finished, or the service fails: the command detaches
  }
  return undefined;
}

/** A build to follow. */
export interface FollowedBuild extends Omit<BuildFacts, 'jobId' | 'buildNo'> {
  run: BuildRun;
  /** Whether this command has started it, so that it exists. */
  started: boolean;
}

/** Follows a build. Closes the log file. @returns the exit code. */
export async function followBuild(
  context: Context,
  { run, started, ...facts }: FollowedBuild,
  settings: FollowSettings,
  log: LogFile,
): Promise<number> {
  const { interrupt, clock, console, io } = context;
  const { jobId, buildNo } = run;
  Object.assign(context.stream, { jobId, buildNo });
  const task = facts.task ?? run.task;
  const view = createView(context, { ...facts, task, jobId, buildNo }, settings);
  const command = context.buildCommand('watch', { jobId, buildNo });
  const leaving = new AbortController();
  let end: EndEvent | undefined;
  let stopError: unknown;
  /** Whether a response has shown the build. */
  let exists = started;
  /** Whether the last line of the log says that the build has finished. */
  let isClosed = false;

  async function stop(): Promise<void> {
    try {
      await run.stop({ deadlineMs: STOP_MS });
    } catch (error) {
      stopError = error;
    }
  }
  function detach(reason: 'interrupt' | 'timeout', stopped: boolean): void {
    const failed = stopError === undefined ? '' : `; cannot stop the build: ${messageOf(stopError)}`;
    const outcome = stopped && !failed ? 'a stop was requested' : 'the build goes on';
    const what = reason === 'timeout' ? 'timed out' : 'detached';
    view.detach({ reason, message: `${what}${failed}, ${outcome}`, command }, run.toJSON());
  }
  /** Acts on the first signal. */
  async function onInterrupt(error: InterruptError): Promise<void> {
    if (end) return;
    if (settings.onInterrupt === 'stop') {
      view.stopping();
      const limit = clock.sleep(STOP_MS);
      await stop();
      if (stopError === undefined) await limit;
    }
    leaving.abort(error);
  }

  interrupt.deferred = true;
  interrupt.onLeave = () => {
    if (!end) detach('interrupt', false);
    return true;
  };
  void interrupt.requested.then(onInterrupt);
  const options: FollowOptions = {
    signal: leaving.signal,
    log: !settings.quiet || settings.logFile !== undefined,
    ...(settings.timeoutMs !== undefined && { timeoutMs: settings.timeoutMs }),
    ...(settings.queueTimeoutMs !== undefined && { queueTimeoutMs: settings.queueTimeoutMs }),
  };
  let interruptedBeforeEnd: InterruptError | undefined;
  async function show(event: BuildEvent): Promise<void> {
    exists ||= event.type !== 'start';
    if (event.type === 'start') writeOrWarn(console, () => writeNumber(io.env, event));
    if (event.type === 'end') {
      writeOrWarn(console, () => writeEnd(io.env, event));
      end = event;
      interruptedBeforeEnd = interrupt.error;
    }
    if (event.type === 'log') {
      log.write(event.line);
      isClosed = CLOSING_LINE.test(event.text);
    }
    if (event.type !== 'log' || !settings.quiet) await view.show(event);
  }
  try {
    for await (const event of run.follow(options)) await show(event);
  } catch (error) {
    const isTimeout =
      error instanceof TimeoutError &&
      (error.option === 'queueTimeoutMs' || (error.option === 'timeoutMs' && error.limitMs === settings.timeoutMs));
    if (isTimeout) {
      if (settings.onTimeout === 'stop') await stop();
      detach('timeout', settings.onTimeout === 'stop');
      return EXIT_TIMEOUT;
    }
    view.close();
    if (!leaving.signal.aborted || error !== leaving.signal.reason) {
      if (exists && !end) console.message(`the build goes on: ${command}`);
      throw error;
    }
    const isEnding = isClosed || (settings.onInterrupt === 'stop' && stopError === undefined);
    const last = isEnding ? await readEnd(run, clock) : undefined;
    if (!last) {
      detach('interrupt', settings.onInterrupt === 'stop');
      return interrupt.error!.exitCode;
    }
    await show({ ...last, seq: context.stream.seq + 1 });
  } finally {
    log.close();
    view.close();
  }
  if (!end) throw new Error('the events of the build ended without a result');
  const finished = end;
  writeOrWarn(console, () => writeSummaries(io.env, settings.summaryFile, finished));
  if (interruptedBeforeEnd) return interruptedBeforeEnd.exitCode;
  return end.succeeded ? 0 : EXIT_FAILED;
}
