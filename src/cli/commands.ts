/** The commands: names, options and examples. Their code is loaded when they run. */
import type { Options } from './args.js';
import type { Context } from './context.js';

/** A command. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Words after the name: `<task>`, `[n]`. */
  readonly positionals: readonly string[];
  readonly options: Options;
  readonly examples: readonly string[];
  /** Whether the command parses its own options and prints its own help. Its context has the global options only. */
  readonly parses?: true;
  /** Runs the command. `argv` is the whole command line. @returns the exit code; undefined if the process ends by itself. */
  readonly run: (context: Context, argv: readonly string[]) => Promise<number | undefined>;
}

const POLICIES = ['stop', 'detach'];

const followOptions: Options = {
  timeout: { value: 'DURATION', help: 'give up after this time from the start of the build: 45m' },
  'queue-timeout': { value: 'DURATION', help: 'give up after this time in the queue' },
  'on-interrupt': { value: 'ACTION', help: 'what Ctrl-C does with the build', choices: POLICIES },
  'on-timeout': { value: 'ACTION', help: 'what a timeout does with it (default detach)', choices: POLICIES },
  log: { value: 'FILE', help: 'also write the log to a file' },
  summary: { value: 'FILE', help: 'append a summary in Markdown to a file' },
  quiet: { help: 'do not print the log' },
  raw: { help: 'print log lines unchanged, also on a terminal' },
};

const startOptions: Options = {
  branch: { value: 'NAME', short: 'b', help: 'branch to build' },
  tag: { value: 'NAME', short: 't', help: 'tag to build' },
  commit: { value: 'ID', short: 'c', help: 'commit to build' },
  param: { value: 'NAME=VALUE', short: 'p', multiple: true, help: 'build parameter; repeatable' },
  'check-params': { help: 'check parameters against the task before the start' },
  'dry-run': { help: 'print the request instead of sending it' },
  follow: { on: true, help: 'print the number of the build, and do not follow it' },
};

const limit = { value: 'N', help: 'number of rows' };
const branch = { value: 'NAME', help: 'builds of this branch only' };
const status = {
  value: 'STATUS',
  help: 'rows with this status only',
  choices: ['succeeded', 'failed', 'canceled', 'timed out', 'not scheduled', 'running', 'queued', 'none'],
};
const since = { value: 'DURATION', help: 'builds of this time only: 7d' };

export const commands: readonly Command[] = [
  {
    name: 'run',
    summary: 'Start (trigger) a build and follow it',
    positionals: ['<task>'],
    options: { ...startOptions, ...followOptions },
    examples: ['run web-shop --project demo --branch main', 'run web-shop -p profile=release --no-follow'],
    run: async (context) => (await import('./commands/run.js')).run(context),
  },
  {
    name: 'watch',
    summary: 'Follow a build that was started before',
    positionals: ['<task>', '[n]'],
    options: followOptions,
    examples: ['watch web-shop', 'watch web-shop 13 --output jsonl'],
    run: async (context) => (await import('./commands/run.js')).watch(context),
  },
  {
    name: 'rerun',
    summary: 'Start a build with the code and parameters of an earlier one',
    positionals: ['<task>', '[n]'],
    options: { ...startOptions, ...followOptions },
    examples: ['rerun web-shop 13', 'rerun web-shop 13 --branch main'],
    run: async (context) => (await import('./commands/run.js')).rerun(context),
  },
  {
    name: 'log',
    summary: 'Print the log of a build',
    positionals: ['<task>', '[n]'],
    options: {
      tail: { value: 'N', short: 'n', help: 'last lines only' },
      follow: { short: 'f', help: 'continue until the build has finished' },
      failed: { help: 'log of the failed step' },
      step: { value: 'NAME', help: 'log of one step' },
      raw: { help: 'print lines unchanged, also on a terminal' },
    },
    examples: ['log web-shop 14 --failed', 'log web-shop --tail 20 --follow'],
    run: async (context) => (await import('./commands/build.js')).log(context),
  },
  {
    name: 'show',
    summary: 'Show the status, steps, code and artifacts of a build',
    positionals: ['<task>', '[n]'],
    options: {},
    examples: ['show web-shop 14', 'show web-shop --output json'],
    run: async (context) => (await import('./commands/build.js')).show(context),
  },
  {
    name: 'outputs',
    summary: 'List the artifacts of a build',
    positionals: ['<task>', '[n]'],
    options: {},
    examples: ['outputs web-shop 13 --fields uri --output csv'],
    run: async (context) => (await import('./commands/build.js')).outputs(context),
  },
  {
    name: 'stop',
    summary: 'Stop (cancel) a build',
    positionals: ['<task>', '[n]'],
    options: { wait: { help: 'wait until the build has finished' } },
    examples: ['stop web-shop 13 --wait'],
    run: async (context) => (await import('./commands/build.js')).stop(context),
  },
  {
    name: 'tasks',
    summary: 'List build tasks',
    positionals: [],
    options: { limit, status },
    examples: ['tasks --project demo', 'tasks --status failed --output jsonl'],
    run: async (context) => (await import('./commands/lists.js')).tasks(context),
  },
  {
    name: 'builds',
    summary: 'List the builds of a task, latest first',
    positionals: ['<task>'],
    options: { limit, status, branch, since },
    examples: ['builds web-shop --since 7d --status failed'],
    run: async (context) => (await import('./commands/lists.js')).builds(context),
  },
  {
    name: 'projects',
    summary: 'List your CodeArts projects',
    positionals: [],
    options: { limit },
    examples: ['projects'],
    run: async (context) => (await import('./commands/lists.js')).projects(context),
  },
  {
    name: 'report',
    summary: 'Report success and duration of tasks with recent builds',
    positionals: ['[task…]'],
    options: {
      limit: { value: 'N', help: 'number of tasks' },
      status,
      branch,
      since: { ...since, help: 'default 7d' },
    },
    examples: ['report --project demo --since 7d', 'report web-shop base-image --output csv'],
    run: async (context) => (await import('./commands/report.js')).report(context),
  },
  {
    name: 'call',
    summary: 'Call any operation of CodeArts Build, ServiceStage or IAM',
    positionals: ['<operation>'],
    options: {},
    examples: ['call listRecords --help', 'call showJobInfo --job-id 48c66c6002964721be537cdc6ce0297b'],
    parses: true,
    run: async (context, argv) => (await import('./commands/call.js')).call(context, argv),
  },
  {
    name: 'whoami',
    summary: 'Show credentials, endpoint and access',
    positionals: [],
    options: {},
    examples: ['whoami --region cn-north-4'],
    run: async (context) => (await import('./commands/whoami.js')).whoami(context),
  },
  {
    name: 'sandbox',
    summary: 'Start a local sandbox; see sandbox --help',
    positionals: [],
    options: {},
    examples: ['sandbox --port 8080 --speed 10'],
    parses: true,
    run: async (_context, argv) => (await import('./commands/sandbox.js')).sandbox(argv),
  },
  {
    name: 'completion',
    summary: 'Print a completion script: bash, zsh or fish',
    positionals: ['<shell>'],
    options: {},
    examples: ['completion bash'],
    run: async (context) => (await import('./commands/completion.js')).completion(context),
  },
];
