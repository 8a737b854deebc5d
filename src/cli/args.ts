/** Parses command lines with `parseArgs`: global options anywhere, then the options of the command. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A mistake on the command line. Nothing was sent. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** An option of a command. */
export interface Option {
  /** Placeholder of the value, such as `NAME`. Omitted for a switch. */
  readonly value?: string;
  readonly short?: string;
  /** Whether the option can be given several times. */
  readonly multiple?: boolean;
  /** Whether the switch is on by default. Help shows the form that switches it off. */
  readonly on?: boolean;
  readonly help: string;
  /** Values, for help and completion. */
  readonly choices?: readonly string[];
}

/** Returns an option as it is typed: `--branch`, or `--no-color` for a switch that is on. */
export const flagOf = (name: string, { on }: Option): string => (on ? `--no-${name}` : `--${name}`);

/** Options by name. */
export type Options = Readonly<Record<string, Option>>;

/** Options of every command. */
export const globalOptions: Options = {
  project: { value: 'NAME', help: 'CodeArts project, by name or ID' },
  region: { value: 'REGION', help: 'region of the service, such as cn-north-4' },
  endpoint: { value: 'URL', help: 'URL of the service, if it is not that of a region' },
  profile: { value: 'NAME', help: 'section of ~/.huaweicloud/credentials' },
  'api-version': { value: 'VERSION', help: 'operations to use', choices: ['v1', 'v3'] },
  output: { value: 'FORMAT', short: 'o', help: 'format of stdout', choices: ['text', 'json', 'jsonl', 'csv'] },
  fields: { value: 'A,B', help: 'fields to print, in this order' },
  color: { on: true, help: 'no colors' },
  debug: { help: 'print each request to stderr, without secrets' },
  help: { short: 'h', help: 'print help' },
  version: { help: 'print the version' },
};

const toConfig = (options: Options): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries(options).map(([name, { value, short, multiple }]) => [
      name,
      {
        type: value === undefined ? 'boolean' : 'string',
        ...(short !== undefined && { short }),
        ...(multiple && { multiple }),
      } as const,
    ]),
  );

/** Returns the number of edits between two texts. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (b[j] === char ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Returns `; did you mean "x"?` for the nearest name; an empty text if none is near. */
export function suggest(word: string, names: Iterable<string>): string {
  const near = [...names]
    .map((name) => ({ name, edits: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return near && near.edits <= Math.max(1, word.length / 3) ? `; did you mean "${near.name}"?` : '';
}

function unknownOption(word: string, options: Options): UsageError {
  const names = Object.entries(options).map(([option, spec]) => flagOf(option, spec));
  return new UsageError(`unknown option ${word}${word.startsWith('--') ? suggest(word, names) : ''}`);
}

/** Turns an error of `parseArgs` into one line. */
function toUsageError(error: unknown, options: Options): UsageError {
  const { code, message } = error as { code?: string; message: string };
  const shown = /'([^']*)'/.exec(message)?.[1] ?? '';
  // "-n, --tail <value>", "--tail <value>" or "-n".
  const name = shown.replace(/^-\w, /, '').split(/[\s=]/, 1)[0]!;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return unknownOption(shown, options);
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    if (/does not take an argument/.test(message)) return new UsageError(`${name} takes no value`);
    const long = Object.keys(options).find((option) => name === `-${options[option]!.short}`);
    const advice = `; for a value that starts with "-", write ${long === undefined ? name : `--${long}`}=VALUE`;
    return new UsageError(`${name} requires a value${/ambiguous/.test(message) ? advice : ''}`);
  }
  return new UsageError(message.split('\n')[0]);
}

/** The command on a command line. */
export interface CommandWord {
  /** Position of the command, which is the first word that is no option. */
  index: number | undefined;
  /** The global options. */
  args: Arguments;
}

/** Finds the command, and reads the global options. @throws UsageError on an unknown option before the command. */
export function findCommand(argv: readonly string[]): CommandWord {
  const { tokens, values, positionals } = parseArgs({
    ...{ args: [...argv], options: toConfig(globalOptions), strict: false, tokens: true, allowNegative: true },
    allowPositionals: true,
  });
  const first = tokens.find(({ kind }) => kind === 'positional')?.index;
  for (const token of tokens) {
    if (token.kind !== 'option' || token.index > (first ?? Infinity) || Object.hasOwn(globalOptions, token.name))
      continue;
    throw unknownOption(token.rawName, globalOptions);
  }
  return { index: first, args: new Arguments(values, positionals.slice(1), globalOptions) };
}

/** Words and options of a command line, with converters. "Not given" is `undefined`. */
export class Arguments {
  readonly positionals: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #options: Options;

  constructor(values: Readonly<Record<string, unknown>>, positionals: readonly string[], options: Options) {
    this.#values = values;
    this.positionals = positionals;
    this.#options = options;
  }

  /** @throws UsageError if the value is none of the choices of the option. */
  text(name: string): string | undefined {
    const value = this.#values[name];
    if (typeof value !== 'string') return undefined;
    const choices = this.#options[name]?.choices;
    if (choices && !choices.includes(value)) throw invalid(name, `one of ${choices.join(', ')}`, value);
    return value;
  }

  flag(name: string): boolean | undefined {
    const value = this.#values[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  list(name: string): string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  }

  integer(name: string, min = 1): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = /^\d+$/.test(value) ? Number(value) : NaN;
    if (Number.isSafeInteger(number) && number >= min) return number;
    throw invalid(name, min > 0 ? 'a positive integer' : 'a non-negative integer', value);
  }

  /** Returns milliseconds. */
  duration(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const ms = parseDuration(value);
    if (ms === undefined) throw invalid(name, 'a duration such as 90s, 45m, 1h30m or 7d', value);
    return ms;
  }

  /** Returns `name=value` pairs. The last value of a name applies. */
  pairs(name: string): Record<string, string> {
    const pairs = this.list(name).map((text): [string, string] => {
      const at = text.indexOf('=');
      if (at < 1) throw invalid(name, 'name=value', text);
      return [text.slice(0, at), text.slice(at + 1)];
    });
    return Object.fromEntries(pairs);
  }
}

const invalid = (name: string, requirement: string, value: string): UsageError =>
  new UsageError(`--${name} must be ${requirement}; received ${JSON.stringify(value)}`);

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Parses `90s`, `45m`, `1h30m`, `7d`. Returns milliseconds; undefined if the text is no positive duration. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|[smhd]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/gy)) total += Number(number) * UNITS[unit!]!;
  return total > 0 ? total : undefined;
}

/** Parses a command line strictly. `words` are the words before the positionals, such as the command. @throws UsageError */
export function parseArguments(argv: readonly string[], words: number, options: Options): Arguments {
  const all = { ...globalOptions, ...options };
  try {
    const { values, positionals } = parseArgs({
      ...{ args: [...argv], options: toConfig(all), strict: true, allowNegative: true, allowPositionals: true },
    });
    return new Arguments(values, positionals.slice(words), all);
  } catch (error) {
    throw toUsageError(error, all);
  }
}

/** Quotes a word for a shell if necessary. */
export const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
