/** Help of operations, up to 80 columns wide. */
import { quote } from './args.js';
import { listOperations, nameOf, optionName, typeOf, type Operation, type Parameter } from './openapi.js';
import { formatColumns, WIDTH } from './output/columns.js';

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
