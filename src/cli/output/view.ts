/** Shows a followed build: text, JSON or JSON lines. */
import { parseLogLine, type BuildEvent, type EndEvent, type NoteEvent, type StartEvent } from '../../index.js';
import type { Context } from '../context.js';
import { buildName, formatEnd } from './summary.js';
import { formatDuration, toJson, truncate, visible, wrapParts } from './terminal.js';

/** The reason and the details if a command stops following a build that goes on. */
export interface Detachment {
  reason: 'interrupt' | 'timeout' | 'no-follow';
  /** For people: what happened. */
  message: string;
  /** Command line that attaches to the build. */
  command: string;
}

/** The parts of a build that messages mention. */
export interface BuildFacts {
  task: string | undefined;
  jobId: string;
  buildNo: number;
  /** Words for the first line, such as `branch main`. */
  details: string[];
}

/** A way to show a followed build. */
export interface View {
  show(event: BuildEvent): Promise<void>;
  /** The build is being stopped. */
  stopping(): void;
  /** Writes the last line of a build that goes on. Synchronous, since the process may end. */
  detach(detachment: Detachment, handle: object): void;
  /** Removes what is redrawn. */
  close(): void;
}

/** Prints JSON: every event as a line, or the last event as one document. */
export function createJsonView(context: Context): View {
  const { console, stream, format, clock } = context;
  const indent = format === 'json' ? 2 : undefined;
  return {
    async show(event) {
      Object.assign(stream, { seq: event.seq, jobId: event.jobId, buildNo: event.buildNo });
      stream.closed = event.type === 'end';
      if (event.type === 'note') console.message(visible(`warning: ${event.message}`));
      if (format === 'jsonl' || event.type === 'end') await console.print(`${toJson(event, indent)}\n`);
    },
    stopping: () => {},
    detach({ reason, command }, handle) {
      if (stream.closed) return;
      stream.closed = true;
      const { seq, jobId, buildNo } = stream;
      const at = new Date(clock.now()).toISOString();
      const event = { v: 1, seq: seq + 1, at, jobId, buildNo, type: 'detach', reason, handle, command };
      void console.print(`${toJson(event, indent)}\n`);
    },
    close: () => {},
  };
}

/** The messages that every text view prints to standard error. */
export class Messages {
  readonly context: Context;
  readonly facts: BuildFacts;

  constructor(context: Context, facts: BuildFacts) {
    this.context = context;
    this.facts = facts;
  }

  get name(): string {
    return buildName(this.facts.task, this.facts.jobId, this.facts.buildNo);
  }

  start({ expectedMs }: StartEvent): void {
    const { err, columns } = this.context.console;
    const usually = expectedMs === undefined ? [] : [`usually ${formatDuration(expectedMs)}`];
    const parts = [this.name, ...this.facts.details.map((text) => visible(text)), ...usually];
    for (const line of wrapParts(parts, ' · ', columns))
      this.context.console.message(err.bold(truncate(line, columns)));
  }

  note({ message }: NoteEvent): void {
    const { err } = this.context.console;
    this.context.console.message(err.yellow(visible(`warning: ${message}`)));
  }

  end(event: EndEvent, quoteLog = true): void {
    const { console } = this.context;
    const { task, jobId, buildNo } = this.facts;
    const lines = formatEnd(event, {
      ...{ task, colors: console.err, columns: console.columns, parse: parseLogLine, quoteLog },
      more: this.context.buildCommand('log', { jobId, buildNo }, '--failed'),
    });
    for (const line of lines) console.message(line);
  }

  stopping(): void {
    this.context.console.message(`stopping ${this.name} … (Ctrl-C again leaves it running)`);
  }

  detach({ message, command }: Detachment): void {
    this.context.console.message(`${message}: ${command}`);
  }
}
