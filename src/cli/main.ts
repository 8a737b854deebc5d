/** Runs a command line: finds the command, and turns errors into exit codes. What it does not need for that is loaded when a command runs. */
import { readFileSync } from 'node:fs';
import { findCommand, parseArguments, suggest, UsageError, type Arguments } from './args.js';
import { commands, type Command } from './commands.js';
import type { Context, Io } from './context.js';
import { Interrupt, InterruptError } from './interrupt.js';

/** Runs a command line. @returns the exit code; undefined if the process ends by itself. */
export async function main(argv: readonly string[], io: Io): Promise<number | undefined> {
  const interrupt = new Interrupt(io.client?.clock ?? { now: () => Date.now(), sleep: () => Promise.resolve() });
  const release = io.onSignal((signal) => {
    const code = interrupt.receive(signal);
    if (code !== undefined) io.exit(code);
  });
  let context: Context | undefined;
  try {
    const { index, args } = findCommand(argv);
    const word = index === undefined ? undefined : argv[index];
    if (word?.startsWith('__complete')) {
      const { Context } = await import('./context.js');
      const { complete, completeLine } = await import('./commands/completion.js');
      context = new Context(io, parseArguments([], 0, {}), interrupt);
      const words = argv.slice(index! + 1);
      return await (word === '__complete-line'
        ? completeLine(context, words[0] ?? '', commands)
        : complete(context, words, commands));
    }
    if (args.flag('version')) {
      io.stdout.write(`${await readVersion()}\n`);
      return 0;
    }
    if (word === undefined) {
      const help = (await import('./help.js')).formatHelp();
      (args.flag('help') ? io.stdout : io.stderr).write(help);
      return args.flag('help') ? 0 : (await import('./errors.js')).EXIT_USAGE;
    }
    const command = commands.find(({ name }) => name === word);
    if (!command) {
      const near = suggest(
        word,
        commands.map(({ name }) => name),
      );
      throw new UsageError(`unknown command ${JSON.stringify(word)}${near || '; see codearts-build --help'}`);
    }
    if (args.flag('help') && !command.parses) {
      io.stdout.write((await import('./help.js')).formatCommandHelp(command));
      return 0;
    }
    const { Context } = await import('./context.js');
    context = new Context(io, args, interrupt);
    if (!command.parses) context = new Context(io, parseCommand(argv, command), interrupt);
    return await command.run(context, argv);
  } catch (error) {
    return await fail(error, argv, io, context, interrupt);
  } finally {
    release();
  }
}

/** Parses the options and words of a command. @throws UsageError */
function parseCommand(argv: readonly string[], { options, positionals }: Command): Arguments {
  const args = parseArguments(argv, 1, options);
  const most = positionals.at(-1)?.endsWith('…]') ? Infinity : positionals.length;
  const extra = args.positionals[most];
  if (extra !== undefined) throw new UsageError(`unexpected argument ${JSON.stringify(extra)}`);
  return args;
}

/** Prints an error. @returns the exit code. */
async function fail(
  thrown: unknown,
  argv: readonly string[],
  io: Io,
  context: Context | undefined,
  interrupt: Interrupt,
): Promise<number> {
  const { formatError, reportError } = await import('./errors.js');
  const { toJson } = await import('./output/terminal.js');
  // Calls that the signal aborts fail in different ways. That a build may have been started is more important.
  const isInterrupted = interrupt.signal.aborted && (thrown as { name?: unknown }).name !== 'AmbiguousStartError';
  const error = isInterrupted ? interrupt.error! : thrown;
  const report = reportError(error, io.env);
  const format = context?.format ?? (/(^| )(-o|--output)[ =]?json/.exec(argv.join(' ')) ? 'json' : 'text');
  const { seq, closed, ...build } = context?.stream ?? { seq: 0 };
  if ((format === 'json' || format === 'jsonl') && !closed) {
    const at = new Date(context?.clock.now() ?? Date.now()).toISOString();
    const event = { v: 1, seq: seq + 1, at, ...build, type: 'error', error: report.error, exitCode: report.exitCode };
    io.stdout.write(`${toJson(event)}\n`);
  }
  context?.console.status.clear();
  const interrupted = error instanceof InterruptError;
  io.stderr.write(`${interrupted ? error.message : formatError(report)}\n`);
  const showStack = report.unexpected ?? context?.args.flag('debug');
  if (showStack && error instanceof Error && !interrupted) io.stderr.write(`${error.stack ?? ''}\n`);
  return report.exitCode;
}

/** Reads the version from package.json, which is in the folder of the package. */
async function readVersion(): Promise<string> {
  const { findUp } = await import('./openapi.js');
  const text = readFileSync(`${findUp('package.json')}/package.json`, 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
