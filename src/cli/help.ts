/** Help texts, up to 80 columns wide. */
import { flagOf, globalOptions, quote, type Option, type Options } from './args.js';
import { commands, type Command } from './commands.js';
import { listOperations, nameOf, optionName, typeOf, type Operation, type Parameter } from './openapi.js';
import { pad } from './output/terminal.js';

const WIDTH = 80;

/** Breaks a text into lines. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Formats two columns; the second one is wrapped. */
function formatColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(32, Math.max(...rows.map(([name]) => name.length))) + 2;
  const lines = rows.flatMap(([name, text]) => {
    const [first = '', ...rest] = wrap(text, WIDTH - 2 - width);
    const start =
      name.length + 2 > width ? [`  ${name}`, `  ${pad('', width)}${first}`] : [`  ${pad(name, width)}${first}`];
    return [...start, ...rest.map((line) => `  ${pad('', width)}${line}`)];
  });
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

const usageOf = (name: string, option: Option): string =>
  `${option.short === undefined ? '' : `-${option.short}, `}${flagOf(name, option)}${option.value === undefined ? '' : ` ${option.value}`}`;

const describe = ({ help, choices }: Option): string => (choices ? `${help}: ${choices.join(', ')}` : help);

/** Formats options, without aliases. */
const formatOptions = (options: Options): string =>
  formatColumns(Object.entries(options).map(([name, option]) => [usageOf(name, option), describe(option)]));

/** Formats the help of the program. */
export function formatHelp(): string {
  return `codearts-build <command> [options]

Start (trigger), follow and inspect builds of Huawei Cloud CodeArts Build.

Commands:
${formatColumns(commands.map(({ name, positionals, summary }) => [[name, ...positionals].join(' '), summary]))}
A task is a name or an ID. Without [n], a command uses the latest build.

Options of every command:
${formatOptions(globalOptions)}
Environment: CODEARTS_BUILD_PROJECT, _REGION, _ENDPOINT, _PROFILE,
_API_VERSION; HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK; NO_COLOR, FORCE_COLOR.

Exit codes: 0 succeeded, 1 build failed, 2 nothing started, 3 service or
credentials, 4 timed out, 5 a build may have been started, 130 interrupted.
`;
}

/** Formats the help of a command. */
export function formatCommandHelp({ name, summary, positionals, options, examples }: Command): string {
  const usage = ['codearts-build', name, ...positionals, '[options]'].join(' ');
  const own = Object.keys(options).length === 0 ? '' : `Options:\n${formatOptions(options)}\n`;
  const lines = examples.map((example) => `  codearts-build ${example}\n`).join('');
  return `${usage}\n\n${summary}.\n\n${own}Options of every command: codearts-build --help\n\nExamples:\n${lines}`;
}

const VALUES: Readonly<Record<string, string>> = { integer: ' N', boolean: '', array: ' TEXT…' };

function describeParameter(parameter: Parameter): readonly [string, string] {
  const { schema, required, name, description = '' } = parameter;
  const type = typeOf(parameter);
  const text = description.split('\n')[0]!.replaceAll('`', '');
  const { minimum = 0, maximum } = schema;
  // Most descriptions name the limit.
  const range = maximum === undefined || text.includes(String(maximum)) ? '' : `(${minimum} to ${maximum})`;
  const parts = [required ? 'Required.' : '', text, range];
  return [`--${optionName(name)}${VALUES[type] ?? ' TEXT'}`, parts.filter(Boolean).join(' ')];
}

const quoteValue = (value: unknown): string => quote(typeof value === 'string' ? value : JSON.stringify(value));

/** Creates a command line from the examples of the description: all required inputs, one option per entry. */
function exampleWords(operation: Operation): string[] {
  const { parameters, body } = operation;
  const given = parameters
    .filter(({ required, example }) => required && example !== undefined)
    .flatMap((parameter) => {
      const name = `--${optionName(parameter.name)}`;
      const values = [parameter.example].flat();
      if (typeOf(parameter) === 'boolean') return [values[0] === false ? name.replace('--', '--no-') : name];
      return values.map((value) => `${name} ${quoteValue(value)}`);
    });
  const content = body?.multipart ? '@form.json' : body?.example;
  const sent = body && content !== undefined ? [`--body ${quoteValue(content)}`] : [];
  return ['codearts-build call', nameOf(operation), ...given, ...sent];
}

/** Returns a command line that calls an operation, as one line. */
export const exampleOf = (operation: Operation): string => exampleWords(operation).join(' ');

/** Formats the example: a line too long for a terminal has an option per line, and a body of several lines, which a shell accepts too. */
function formatExample(operation: Operation): string {
  const line = `  ${exampleOf(operation)}`;
  if (line.length <= WIDTH) return line;
  const [program = '', name = '', ...options] = exampleWords(operation);
  const content = operation.body?.multipart ? undefined : operation.body?.example;
  const shown = options.map((option) =>
    option.startsWith('--body ') && content !== undefined
      ? `--body ${quote(JSON.stringify(content, null, 2))}`.replaceAll('\n', '\n    ')
      : option,
  );
  return [`  ${program} ${name}`, ...shown].join(' \\\n    ');
}

/** Formats the help of an operation. */
export function formatOperation(operation: Operation): string {
  const { summary, method, path, parameters, body, pagination, download, deprecated } = operation;
  const rows = parameters.map(describeParameter);
  if (body) rows.push(['--body JSON', `${body.required ? 'Required. ' : ''}JSON, @FILE, or - for standard input`]);
  if (body?.multipart) rows.push(['--file FIELD=@PATH', 'File of the form']);
  if (pagination) rows.push(['--paginate', 'Fetch all pages and print the items; --max-items N limits them']);
  if (download) rows.push(['--download FILE', 'Write the file; standard output by default']);
  rows.push(['--dry-run', 'Print the request instead of sending it']);
  const note = deprecated ? 'Deprecated.\n' : '';
  return `${summary}\n${method} ${path}\n${note}\n${formatColumns(rows)}\nExample:\n${formatExample(operation)}\n`;
}

/** Formats the list of operations, by tag. */
export function formatOperationList(): string {
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const operation of listOperations()) {
    const heading = `${operation.api}: ${operation.tag}`;
    const rows = groups.get(heading) ?? [];
    groups.set(heading, rows);
    rows.push([nameOf(operation), `${operation.summary}${operation.deprecated ? ' (deprecated)' : ''}`]);
  }
  const sections = [...groups].map(([heading, rows]) => `${heading}\n${formatColumns(rows)}`);
  return `codearts-build call <operation> [options]

Call an operation. codearts-build call <operation> --help lists its parameters.

${sections.join('\n')}`;
}
