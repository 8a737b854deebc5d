/** The context of a command: streams, and settings from flags and environment. */
import { setTimeout } from 'node:timers/promises';
import type { ApiVersion, ClientOptions, Clock } from '../index.js';
import { quote, type Arguments } from './args.js';
import type { Interrupt, InterruptSignal } from './interrupt.js';
import type { Format } from './output/table.js';
import { createColors, StatusLine, visible, visibleLines, type Colors } from './output/terminal.js';

/** A stream to write to. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(data: string | Uint8Array): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** The surroundings of the command: those of the process, or those of a test. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls the listener for each signal. Returns a function that ends that. */
  onSignal(listener: (signal: InterruptSignal) => void): () => void;
  /** Ends the process when the output is written. */
  exit(code: number): void;
  /** Options of all clients. */
  readonly client?: Pick<ClientOptions, 'clock' | 'fetch' | 'random'>;
}

const systemClock: Clock = { now: () => Date.now(), sleep: (ms, signal) => setTimeout(ms, undefined, { signal }) };

const DEFAULT_COLUMNS = 80;

const widthOf = ({ isTTY, columns }: Output): number => (isTTY ? columns || DEFAULT_COLUMNS : Infinity);

/** Changes a message so that the runner of GitHub Actions finds no command in it: messages contain names and texts of others. */
const withoutCommands = (text: string): string => text.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '# #[');

/** Standard output and standard error. */
export class Console {
  readonly #io: Io;
  /** Whether the status line is shown: standard error is a terminal that can redraw a line. */
  readonly interactive: boolean;
  /** Whether log lines are shown in the form for people: standard output is a terminal. */
  readonly terminal: boolean;
  readonly status: StatusLine;
  /** Colors of standard output, and of standard error. */
  readonly out: Colors;
  readonly err: Colors;

  constructor(io: Io, color: boolean | undefined) {
    const { env, stdout, stderr } = io;
    const capable = env['TERM'] !== 'dumb';
    const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
    const enabled = ({ isTTY = false }: Output): boolean =>
      color ?? (!env['NO_COLOR'] && (forced || (isTTY && capable)));
    this.#io = io;
    this.interactive = (stderr.isTTY ?? false) && capable;
    this.terminal = stdout.isTTY ?? false;
    this.out = createColors(enabled(stdout));
    this.err = createColors(enabled(stderr));
    this.status = new StatusLine(
      (text) => stderr.write(text),
      () => this.columns,
    );
  }

  /** Width of standard output. Unlimited if it is no terminal. */
  get width(): number {
    return widthOf(this.#io.stdout);
  }

  /** Width of standard error. Unlimited if it is no terminal. */
  get columns(): number {
    return widthOf(this.#io.stderr);
  }

  /** Writes data to standard output. Resolves when the reader accepts more. */
  async print(data: string | Uint8Array): Promise<void> {
    let accepted = true;
    const write = (): void => {
      accepted = this.#io.stdout.write(data);
    };
    if (this.terminal) this.status.above(write);
    else write();
    if (!accepted) await new Promise<void>((resolve) => this.#io.stdout.once('drain', resolve));
  }

  /** Writes text to standard output. A terminal shows its control characters, except ends of lines. */
  printText(text: string): Promise<void> {
    return this.print(this.terminal ? visibleLines(text) : text);
  }

  /** Writes a line to standard error. */
  message(text: string): void {
    const line = this.#io.env['GITHUB_ACTIONS'] === 'true' ? withoutCommands(text) : text;
    this.status.above(() => this.#io.stderr.write(`${line}\n`));
  }
}

/** Reads an option, otherwise its environment variable. */
export const setting = (args: Arguments, env: Io['env'], name: string): string | undefined =>
  args.text(name) ?? (env[`CODEARTS_BUILD_${name.toUpperCase().replaceAll('-', '_')}`] || undefined);

/** The options that another command line needs to reach the same service. */
const TARGET_OPTIONS = ['project', 'region', 'endpoint', 'profile', 'api-version'];

/** The build that a command line names. */
interface BuildReference {
  jobId: string;
  buildNo: number;
}

/** Place in a stream of JSON lines. */
export interface StreamPosition {
  seq: number;
  jobId?: string;
  buildNo?: number;
  /** Whether the last line of the stream is written. */
  closed?: boolean;
}

export class Context {
  readonly io: Io;
  readonly args: Arguments;
  readonly console: Console;
  readonly interrupt: Interrupt;
  readonly clock: Clock;
  readonly project: string | undefined;
  readonly apiVersion: ApiVersion;
  readonly format: Format;
  readonly stream: StreamPosition = { seq: 0 };
  /** Called with the ID of each operation before its request is sent. */
  onRequest: (operation: string) => unknown = () => {};

  constructor(io: Io, args: Arguments, interrupt: Interrupt) {
    this.io = io;
    this.args = args;
    this.interrupt = interrupt;
    this.clock = io.client?.clock ?? systemClock;
    this.console = new Console(io, args.flag('color'));
    this.project = setting(args, io.env, 'project');
    this.format = (args.text('output') ?? 'text') as Format; // one of the choices
    const version = setting(args, io.env, 'api-version') ?? 'v1';
    if (version !== 'v1' && version !== 'v3') {
      throw new TypeError(`CODEARTS_BUILD_API_VERSION must be v1 or v3; received ${JSON.stringify(version)}`);
    }
    this.apiVersion = version;
  }

  /** Aborts calls when the command is interrupted. */
  get signal(): AbortSignal {
    return this.interrupt.signal;
  }

  /** Returns a command line for a build. It has the task as it was typed, or its ID if that cannot be copied or would be an option. */
  buildCommand(name: string, { jobId, buildNo }: BuildReference, ...options: string[]): string {
    const [task = jobId] = this.args.positionals;
    const isCopied = visible(task) === task && !task.startsWith('-');
    return this.commandLine(name, isCopied ? task : jobId, String(buildNo), ...options);
  }

  /** Returns a command line for the same service. */
  commandLine(...words: string[]): string {
    const given = TARGET_OPTIONS.flatMap((name) => {
      const value = this.args.text(name);
      return value === undefined ? [] : [`--${name}`, value];
    });
    return ['codearts-build', ...words, ...given].map(quote).join(' ');
  }
}
