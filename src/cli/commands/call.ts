/** `call`: any operation of the three APIs, with options from its description. */
import { parseArguments, suggest, UsageError, type Options } from '../args.js';
import { Context } from '../context.js';
import { formatOperation, formatOperationList } from '../operation-help.js';
import { findOperations, listOperations, nameOf, optionName, typeOf, type Operation } from '../openapi.js';

/** Options of every operation. */
export const callOptions: Options = {
  body: { value: 'JSON', help: 'request body: JSON, @FILE, or - for standard input' },
  file: { value: 'FIELD=@PATH', multiple: true, help: 'file of a form' },
  paginate: { help: 'fetch all pages and print the items' },
  'max-items': { value: 'N', help: 'number of items to fetch with --paginate' },
  download: { value: 'FILE', help: 'write a downloaded file; - for standard output' },
  'dry-run': { help: 'print the request instead of sending it' },
};

/** Returns the options of the parameters, with the names of the service as aliases. */
export function parameterOptions({ parameters }: Operation): Options {
  const entries = parameters.flatMap((parameter): [string, Options[string]][] => {
    const type = typeOf(parameter);
    const option = {
      help: parameter.description ?? '',
      ...(type !== 'boolean' && { value: type === 'integer' ? 'N' : 'TEXT' }),
      ...(type === 'array' && { multiple: true }),
    };
    return [...new Set([optionName(parameter.name), parameter.name])].map((name) => [name, option]);
  });
  return Object.fromEntries(entries);
}

/** Finds an operation. @throws UsageError that suggests a name, or lists the matches */
export function requireOperation(name: string | undefined): Operation {
  if (name === undefined) throw new UsageError('<operation> is required; codearts-build call --help lists all');
  const found = findOperations(name);
  if (found.length > 1) {
    const names = found.map(({ api, id }) => `${api}/${id}`).join(', ');
    throw new UsageError(`${name} is an operation of several APIs; write one of ${names}`);
  }
  if (found[0]) return found[0];
  throw new UsageError(`unknown operation ${JSON.stringify(name)}${suggest(name, listOperations().map(nameOf))}`);
}

/** Calls the operation that the command line names, or prints help. */
export async function call(globals: Context, argv: readonly string[]): Promise<number> {
  const [name] = globals.args.positionals;
  const help = globals.args.flag('help') ?? false;
  if (help && name === undefined) {
    await globals.console.print(formatOperationList());
    return 0;
  }
  const operation = requireOperation(name);
  if (help) {
    await globals.console.print(formatOperation(operation));
    return 0;
  }
  const args = parseArguments(argv, 2, { ...callOptions, ...parameterOptions(operation) });
  const [extra] = args.positionals;
  if (extra !== undefined) throw new UsageError(`unexpected argument ${JSON.stringify(extra)}`);
  const { callOperation } = await import('./call-operation.js');
  return callOperation(new Context(globals.io, args, globals.interrupt), operation);
}
