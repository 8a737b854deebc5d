/** `completion`: scripts for shells, and the candidates that they ask for. */
import { flagOf, globalOptions, parseArguments, UsageError, type Options } from '../args.js';
import { Context } from '../context.js';
import { findOperations, listOperations, nameOf } from '../openapi.js';
import { callOptions, parameterOptions } from './call.js';

/** Scripts by shell. Candidates are lines, since names can contain spaces. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# In ~/.bashrc: source <(codearts-build completion bash)
_codearts_build() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$(printf '%q' "$line")")
  done < <(codearts-build __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _codearts_build codearts-build
`,
  zsh: `#compdef codearts-build
# In ~/.zshrc, after compinit: source <(codearts-build completion zsh)
_codearts_build() {
  local -a candidates
  candidates=("\${(@f)$(codearts-build __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${candidates[1]}" ]]; then compadd -- "\${candidates[@]}"; else _files; fi
}
compdef _codearts_build codearts-build
`,
  fish: `# In ~/.config/fish/completions/codearts-build.fish
function __codearts_build
  set -l words (commandline -opc) (commandline -ct)
  codearts-build __complete $words[2..-1] 2>/dev/null
end
complete -c codearts-build -a '(__codearts_build)'
`,
};

export const SHELLS: readonly string[] = Object.keys(SCRIPTS);

export async function completion({ args, console }: Context): Promise<number> {
  const [shell = ''] = args.positionals;
  const script = SCRIPTS[shell];
  if (script === undefined) {
    throw new UsageError(`<shell> must be one of ${SHELLS.join(', ')}; received ${JSON.stringify(shell)}`);
  }
  await console.print(script);
  return 0;
}

/** The commands that candidates are taken from. */
export interface CompletionCommand {
  readonly name: string;
  readonly positionals: readonly string[];
  readonly options: Options;
}

/** Time for names of tasks and projects. */
const LOOKUP_MS = 1_500;

/** Returns names that requests find, or none if that fails or takes too long. */
async function lookUp(
  context: Context,
  words: readonly string[],
  options: Options,
  list: (from: Context) => AsyncIterable<string>,
): Promise<string[]> {
  const names: string[] = [];
  const read = async (): Promise<void> => {
    const args = parseArguments(words, 0, options);
    for await (const name of list(new Context(context.io, args, context.interrupt))) names.push(name);
  };
  await Promise.race([read().catch(() => {}), context.clock.sleep(LOOKUP_MS)]);
  return names;
}

async function* taskNames(context: Context): AsyncGenerator<string> {
  const { listTasks } = await import('./lists.js');
  for await (const { task } of listTasks(context)) yield task;
}

async function* projectNames(context: Context): AsyncGenerator<string> {
  const { clientOf } = await import('../client.js');
  const { signal } = context;
  for await (const { name = '' } of clientOf(context).paginate('listRelatedProjectInfo', {}, { signal })) yield name;
}

/** Names of options, as they are typed. */
const flagsOf = (options: Options): string[] =>
  Object.entries(options)
    .filter(([name]) => !name.includes('_'))
    .map(([name, option]) => flagOf(name, option));

/** Returns the words before the cursor that are no options and no values of options. */
function positionalsOf(words: readonly string[], options: Options): string[] {
  const found: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (!word.startsWith('-')) found.push(word);
    else if (optionOf(word, options)?.value !== undefined && !word.includes('=')) index += 1;
  }
  return found;
}

/** Returns the option that a word names: `--branch` or `-b`. */
function optionOf(word: string, options: Options): Options[string] | undefined {
  if (word.startsWith('--')) return options[word.slice(2)];
  return Object.values(options).find(({ short }) => short !== undefined && word === `-${short}`);
}

/** Prints the candidates for the last of the words, one per line. */
export async function complete(
  context: Context,
  words: readonly string[],
  commands: readonly CompletionCommand[],
): Promise<number> {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const [name, first, ...others] = positionalsOf(before, allOptions(before, commands));
  const command = commands.find((one) => one.name === name);
  const operation = name === 'call' && first !== undefined ? findOperations(first)[0] : undefined;
  const options = { ...globalOptions, ...command?.options, ...(operation && parameterOptions(operation)) };
  const candidates = async (): Promise<string[]> => {
    const previous = before.at(-1) ?? '';
    const option = optionOf(previous, options);
    if (option?.choices) return [...option.choices];
    if (previous === '--project') return lookUp(context, before.slice(0, -1), options, projectNames);
    if (option?.value !== undefined) return [];
    if (current.startsWith('-')) return flagsOf(options);
    if (!command) return name === undefined ? commands.map((one) => one.name) : [];
    const index = [first, ...others].filter((word) => word !== undefined).length;
    const expected = command.positionals[Math.min(index, command.positionals.length - 1)];
    if (expected === '<operation>' && index === 0) return listOperations().map(nameOf);
    if (expected === '<shell>') return [...SHELLS];
    const takesTask = expected === '[task…]' || (expected === '<task>' && index === 0);
    return takesTask ? lookUp(context, before, options, taskNames) : [];
  };
  const found = (await candidates()).filter((candidate) => candidate.startsWith(current));
  await context.console.print(found.map((candidate) => `${candidate}\n`).join(''));
  return 0;
}

/** Options that words can contain, before the command is known. */
function allOptions(words: readonly string[], commands: readonly CompletionCommand[]): Options {
  const command = commands.find(({ name }) => words.includes(name));
  return { ...globalOptions, ...command?.options, ...(command?.name === 'call' && callOptions) };
}
