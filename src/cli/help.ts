/** Help of commands, up to 80 columns wide. */
import { flagOf, globalOptions, type Option, type Options } from './args.js';
import { commands, type Command } from './commands.js';
import { formatColumns } from './output/columns.js';

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
