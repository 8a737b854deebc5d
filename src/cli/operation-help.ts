/** Help of operations, up to 80 columns wide. */
import { quote } from './args.js';
import {
  listOperations,
  nameOf,
  optionName,
  typeOf,
  type FormField,
  type Operation,
  type Parameter,
} from './openapi.js';
import { formatColumns, WIDTH } from './output/columns.js';

const VALUES: Readonly<Record<string, string>> = { integer: ' N', boolean: '', array: ' TEXT…' };

/** Joins the sentences of a description. */
const describe = (required: boolean | undefined, ...parts: string[]): string =>
  [required ? 'Required.' : '', ...parts].filter(Boolean).join(' ');

const firstLine = (description: string): string => description.split('\n')[0]!.replaceAll('`', '');

function describeParameter(parameter: Parameter): readonly [string, string] {
  const { schema, required, name, description = '' } = parameter;
  const type = typeOf(parameter);
  const text = firstLine(description);
  const { minimum = 0, maximum } = schema;
  // Most descriptions name the limit.
  const range = maximum === undefined || text.includes(String(maximum)) ? '' : `(${minimum} to ${maximum})`;
  return [`--${optionName(name)}${VALUES[type] ?? ' TEXT'}`, describe(required, text, range)];
}

/** Describes the files of a form, then its other fields, which are members of `--body`. */
function describeForm(form: readonly FormField[]): (readonly [string, string])[] {
  const files = form.filter(({ file }) => file);
  const texts = form.filter(({ file }) => !file);
  const rows = files.map(({ name, required, multiple, description }): [string, string] => [
    `--file ${name}=@PATH${multiple ? '…' : ''}`,
    describe(required, firstLine(description)),
  ]);
  if (texts.length === 0) return rows;
  const isRequired = texts.some(({ required }) => required);
  rows.push(['--body JSON', describe(isRequired, 'Other fields: JSON, @FILE, or - for standard input')]);
  for (const { name, required, description } of texts) {
    rows.push([`  "${name}"`, describe(required, firstLine(description))]);
  }
  return rows;
}

/** Creates the options for a form: its required fields. */
function formExample(form: readonly FormField[]): string[] {
  const required = form.filter((field) => field.required);
  const texts = required.filter(({ file }) => !file).map(({ name, example }) => [name, example]);
  const files = required.filter(({ file }) => file).map(({ name }) => `--file ${name}=@FILE`);
  return [...files, ...(texts.length > 0 ? [`--body ${quoteValue(Object.fromEntries(texts))}`] : [])];
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
  const content = body?.example;
  const sent = body?.form ? formExample(body.form) : content === undefined ? [] : [`--body ${quoteValue(content)}`];
  return ['codearts-build call', nameOf(operation), ...given, ...sent];
}

/** Returns a command line that calls an operation, as one line. */
export const exampleOf = (operation: Operation): string => exampleWords(operation).join(' ');

/** Formats the example: a line too long for a terminal has an option per line, and a body of several lines, which a shell accepts too. */
function formatExample(operation: Operation): string {
  const line = `  ${exampleOf(operation)}`;
  if (line.length <= WIDTH) return line;
  const [program = '', name = '', ...options] = exampleWords(operation);
  const content = operation.body?.form ? undefined : operation.body?.example;
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
  if (body?.form) rows.push(...describeForm(body.form));
  else if (body) rows.push(['--body JSON', describe(body.required, 'JSON, @FILE, or - for standard input')]);
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
