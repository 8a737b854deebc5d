/** Shows a followed build as text: the log on standard output, everything else on standard error. */
import type { BuildEvent, BuildStep, LogEvent, ProgressEvent } from '../../index.js';
import type { BuildFacts, View } from './view.js';
import { Messages } from './view.js';
import type { Context } from '../context.js';
import { timeOfDay } from './summary.js';
import { drawBar, firstThatFits, formatDuration, shorten, truncate, visible, type Colors } from './terminal.js';

/** Without output, a message follows after this time. */
const SILENCE_MS = 5 * 60_000;

/** Name of a step without its phase: `Build with Maven` of `Build with Maven:external_maven`. */
export const stepName = (step: string): string => step.replace(/:[^:]*$/, '');

/** The parts of a log line that a terminal shows. */
interface LogText {
  time?: string | Date | undefined;
  level?: string | undefined;
  text: string;
}

/** Formats the number of a step among those of the task: ` 2/3`. */
const placeOf = ({ index }: BuildStep, of: number | undefined): string =>
  of === undefined ? '' : ` ${index + 1}/${of}`;

/** Formats a log line for a terminal. */
function formatLogLine({ time, level = '', text }: LogText, colors: Colors): string {
  const shown = visible(text, { styles: true });
  const color = level === 'ERROR' ? colors.red : level.startsWith('WARN') ? colors.yellow : (same: string) => same;
  return `${time === undefined ? '' : `${colors.dim(timeOfDay(time))} `}${color(shown)}`;
}

/** Creates a function that prints log lines on a terminal, with a heading per step. */
export function createLogPrinter({
  console,
}: Context): (line: LogText & { step?: string | undefined }) => Promise<void> {
  let heading: string | undefined;
  return async (line) => {
    const name = line.step === undefined ? undefined : stepName(line.step);
    if (name !== undefined && name !== heading)
      await console.print(`${console.out.bold(truncate(`▸ ${visible(name)}`, console.width))}\n`);
    heading = name ?? heading;
    await console.print(`${formatLogLine(line, console.out)}\n`);
  };
}

/** Values of the status line. */
export interface Status {
  status: ProgressEvent['status'];
  /** Elapsed time, and the local time at which it was known. */
  elapsedMs: number;
  knownAt: number;
  expectedMs?: number | undefined;
  percent?: number | undefined;
  step?: string | undefined;
}

/** Percentage at the usual duration, as in the events. */
const USUAL_PERCENT = 95;

interface StatusOptions {
  now: number;
  /** Number of the step: ` 2/3`. */
  place: string;
  interruption: string;
  columns: number;
}

/**
 * Creates the text of the status line. If it does not fit, the name of the step is shortened, then parts are dropped: the bar, the rest of the time, the
 * percentage, the number of the step, its name. No part is cut.
 */
export function formatStatus(
  { status, elapsedMs, knownAt, expectedMs, percent, step }: Status,
  { now, place, interruption, columns }: StatusOptions,
): string {
  const elapsedTime = elapsedMs + Math.max(0, now - knownAt);
  const elapsed = formatDuration(elapsedTime);
  if (status === 'queued') {
    return firstThatFits([`queued ${elapsed} · Ctrl-C ${interruption}`, `queued ${elapsed}`, elapsed], columns);
  }
  const ends = [`${place} · ${elapsed}`, ` · ${elapsed}`];
  if (expectedMs !== undefined && percent !== undefined) {
    const left = expectedMs - elapsedTime;
    // The bar moves between two polls too.
    const shown = Math.max(percent, Math.min(USUAL_PERCENT, Math.floor((USUAL_PERCENT * elapsedTime) / expectedMs)));
    const rest = left >= 0 ? `about ${formatDuration(left)} left` : `${formatDuration(-left)} over the usual`;
    const start = `${place} · ${elapsed} · `;
    ends.unshift(
      `${start}${drawBar(shown)} ${shown} % · ${rest}`,
      `${start}${shown} % · ${rest}`,
      `${start}${shown} %`,
    );
  }
  const name = step === undefined ? 'running' : visible(step);
  return firstThatFits([...ends.map((end) => shorten(name, columns, end) + end), elapsed], columns);
}

/** Options of the text view. */
export interface TextViewOptions {
  raw: boolean;
  /** Effect of Ctrl-C: `detaches` or `stops the build`. */
  interruption: string;
}

/** Creates the view for a terminal or a pipe. */
export function createTextView(context: Context, facts: BuildFacts, { raw, interruption }: TextViewOptions): View {
  const { console, clock } = context;
  const messages = new Messages(context, facts);
  const closed = new AbortController();
  let status: Status | undefined;
  let place = '';
  const printLine = createLogPrinter(context);
  let shownStep: string | undefined;
  let running = false;
  /** Time in the queue, and the local time at which it was known. */
  let queued: { ms: number; knownAt: number } | undefined;
  let lastOutputAt = clock.now();

  const draw = (): void => {
    if (!status || closed.signal.aborted) return;
    const shown = status;
    console.status.draw((columns) => formatStatus(shown, { now: clock.now(), place, interruption, columns }));
  };
  /** Draws the line every second, until the view is closed. */
  async function redraw(): Promise<void> {
    for (;;) {
      await clock.sleep(1_000, closed.signal);
      draw();
    }
  }
  /** Reports that the build goes on, after each silence. */
  async function breakSilence(): Promise<void> {
    for (;;) {
      await clock.sleep(lastOutputAt + SILENCE_MS - clock.now(), closed.signal);
      if (clock.now() - lastOutputAt < SILENCE_MS) continue;
      const elapsed = status && status.elapsedMs + clock.now() - status.knownAt;
      change(`still ${status && elapsed ? `${status.status} after ${formatDuration(elapsed)}` : 'waiting'}`);
    }
  }
  (console.interactive ? redraw() : breakSilence()).catch(() => {}); // ends when the view is closed

  /** Reports a change in a line of its own if there is no status line. */
  function change(text: string): void {
    lastOutputAt = clock.now();
    if (!console.interactive) console.message(text);
  }

  async function showLog(event: LogEvent): Promise<void> {
    lastOutputAt = clock.now();
    // A build with a log is not queued any more, which the next poll shows.
    if (status?.status === 'queued') {
      status = undefined;
      console.status.clear();
    }
    if (raw || !console.terminal) {
      await console.print(`${event.line}\n`);
      return;
    }
    await printLine(event);
  }

  function showStep(name: string, placed = place): void {
    place = placed;
    if (name === shownStep) return;
    shownStep = name;
    change(`step ${visible(name)}`);
  }

  function showProgress(event: ProgressEvent): void {
    const { elapsedMs, expectedMs, percent, step } = event;
    status = { status: event.status, elapsedMs, expectedMs, percent, step, knownAt: clock.now() };
    if (event.status === 'running' && !running) {
      running = true;
      change(queued ? `running after ${formatDuration(queued.ms + clock.now() - queued.knownAt)}` : 'running');
    }
    if (step !== undefined) showStep(step);
    if (console.interactive) draw();
  }

  return {
    async show(event: BuildEvent) {
      if (event.type === 'start') messages.start(event);
      else if (event.type === 'queued') {
        queued = { ms: event.queuedMs, knownAt: clock.now() };
        change('queued');
      } else if (event.type === 'log') await showLog(event);
      else if (event.type === 'progress') showProgress(event);
      else if (event.type === 'note') messages.note(event);
      else if (event.type === 'step') {
        const { step, of } = event;
        if (step.status === 'running') showStep(step.name, placeOf(step, of));
      } else {
        this.close();
        messages.end(event);
      }
    },
    stopping: () => messages.stopping(),
    detach(detachment) {
      this.close();
      messages.detach(detachment);
    },
    close() {
      closed.abort();
      console.status.clear();
    },
  };
}
