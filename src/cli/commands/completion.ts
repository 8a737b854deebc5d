/** `completion`: scripts for shells, and the candidates that they ask for. */
import { flagOf, globalOptions, parseArguments, UsageError, type Options } from '../args.js';
import { Context } from '../context.js';
import { findOperations, listOperations, nameOf } from '../openapi.js';
import { callOptions, parameterOptions } from './call.js';

/** Scripts by shell. Candidates are lines, since names can contain spaces. Bash passes words as they are typed, and split at `=` and `:`. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# In ~/.bashrc: source <(codearts-build completion bash)
_codearts_build() {
  local candidate line=\${COMP_LINE:0:COMP_POINT}
  COMPREPLY=()
  while IFS= read -r candidate; do
    COMPREPLY+=("$candidate")
  done < <(codearts-build __complete-line "\${line:-\${COMP_WORDS[*]:0:COMP_CWORD+1}}" 2>/dev/null)
}
complete -o default -F _codearts_build codearts-build
`,
  zsh: `#compdef codearts-build
# In ~/.zshrc, after compinit: source <(codearts-build completion zsh)
_codearts_build() {
  local -a candidates
  candidates=("\${(@f)$(codearts-build __complete "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${candidates[1]}" ]]; then compadd -- "\${candidates[@]}"; else _files; fi
}
compdef _codearts_build codearts-build
`,
  fish: `# In ~/.config/fish/completions/codearts-build.fish
function __codearts_build
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  # Fish selects the candidates for a quoted word.
  string match -qr '[\\'"\\\\\\\\]' -- $current; and set current ''
  codearts-build __complete $words[2..-1] "$current" 2>/dev/null
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
    if (word === '--') return [...found, ...words.slice(index + 1)];
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

/** Returns the candidates for the last of the words. */
async function findCandidates(
  context: Context,
  words: readonly string[],
  commands: readonly CompletionCommand[],
): Promise<string[]> {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const endsOptions = before.includes('--');
  // The value of `--option=value`.
  const [, assigned, value = ''] = (!endsOptions && /^(--[\w-]+)=(.*)$/s.exec(last)) || [];
  const current = assigned === undefined ? last : value;
  const [name, first, ...others] = positionalsOf(before, allOptions(before, commands));
  const command = commands.find((one) => one.name === name);
  const operation = name === 'call' && first !== undefined ? findOperations(first)[0] : undefined;
  const options = {
    ...globalOptions,
    ...command?.options,
    ...(operation && { ...callOptions, ...parameterOptions(operation) }),
  };
  const candidates = async (): Promise<string[]> => {
    const previous = endsOptions ? '' : (assigned ?? before.at(-1) ?? '');
    const option = optionOf(previous, options);
    if (option?.choices) return [...option.choices];
    if (previous === '--project') {
      return lookUp(context, assigned === undefined ? before.slice(0, -1) : before, options, projectNames);
    }
    if (option?.value !== undefined || assigned !== undefined) return [];
    if (current.startsWith('-') && !endsOptions) return flagsOf(options);
    if (!command) return name === undefined ? commands.map((one) => one.name) : [];
    const index = [first, ...others].filter((word) => word !== undefined).length;
    const expected = command.positionals[Math.min(index, command.positionals.length - 1)];
    if (expected === '<operation>' && index === 0) return listOperations().map(nameOf);
    if (expected === '<shell>') return [...SHELLS];
    const takesTask = expected === '[task…]' || (expected === '<task>' && index === 0);
    return takesTask ? lookUp(context, before, options, taskNames) : [];
  };
  const prefix = assigned === undefined ? '' : `${assigned}=`;
  // A line cannot contain a candidate with control characters.
  return (await candidates())
    .filter((candidate) => candidate.startsWith(current) && !/[\x00-\x1f\x7f]/.test(candidate))
    .map((candidate) => prefix + candidate);
}

const printCandidates = async ({ console }: Context, candidates: readonly string[]): Promise<number> => {
  await console.print(candidates.map((candidate) => `${candidate}\n`).join(''));
  return 0;
};

/** Prints the candidates for the last of the words, one per line. */
export const complete = async (
  context: Context,
  words: readonly string[],
  commands: readonly CompletionCommand[],
): Promise<number> => printCandidates(context, await findCandidates(context, words, commands));

/** A command line up to the cursor, split as bash does. */
interface TypedLine {
  words: string[];
  /** The quote that is open at the cursor. */
  quote: string;
  /** Length of the part of the last word that bash keeps: it replaces what follows an open quote, `=` or `:`. */
  kept: number;
}

function splitLine(line: string): TypedLine {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  let kept = 0;
  for (let index = 0; index < line.length; index += 1) {
    const char = line[index]!;
    if (quote === '' && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      [word, kept] = [undefined, 0];
    } else if (char === quote) {
      quote = '';
    } else if (quote === '' && /["']/.test(char)) {
      quote = char;
      word ??= '';
      kept = word.length;
    } else if (char === '\\' && quote !== "'" && (quote === '' || /["$`\\]/.test(line[index + 1] ?? ''))) {
      index += 1;
      word = (word ?? '') + (line[index] ?? '');
    } else {
      word = (word ?? '') + char;
      if (quote === '' && /[=:@<>;|&(]/.test(char)) kept = word.length;
    }
  }
  return { words: [...words, word ?? ''], quote, kept };
}

/** Quotes the rest of a word for bash, within the quote that is open. */
function quoteRest(text: string, quote: string): string {
  if (quote === "'") return text.replaceAll("'", "'\\''");
  return text.replace(quote === '"' ? /["$`\\]/g : /[^\w%+,./:=@^\u0080-\uffff-]/g, '\\$&');
}

/** Prints the candidates for a command line up to the cursor, as bash inserts them. */
export async function completeLine(
  context: Context,
  line: string,
  commands: readonly CompletionCommand[],
): Promise<number> {
  const { words, quote, kept } = splitLine(line);
  const candidates = await findCandidates(context, words.slice(1), commands);
  return printCandidates(
    context,
    candidates.map((candidate) => quoteRest(candidate.slice(kept), quote)),
  );
}

/** Options that words can contain, before the command is known. */
function allOptions(words: readonly string[], commands: readonly CompletionCommand[]): Options {
  const command = commands.find(({ name }) => words.includes(name));
  return { ...globalOptions, ...command?.options, ...(command?.name === 'call' && callOptions) };
}
