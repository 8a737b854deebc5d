/** Logs of builds. Lines follow from the build and the time, and are never stored. */
import { MASK } from './describe-build.js';
import { stepDurationMs, failingStepIndex, viewBuild, type StepView } from './engine.js';
import type { HandlerContext } from './handler.js';
import { createRandom } from './random.js';
import { systemParameters } from './system-parameters.js';
import type { Build, StepPlan } from './task.js';
import { formatLogTime } from './time-format.js';

/** Level of a line. */
export type LogLevel = 'DEBUG' | 'INFO' | 'ERROR';

/** A line of a log. */
export interface LogLine {
  readonly at: number;
  readonly level: LogLevel;
  /** Index of the step that printed it; undefined for lines of the scheduler. */
  readonly step: number | undefined;
  /** The complete line, without the line end. */
  readonly text: string;
}

/** Lines that a step prints between its first and its last line, with placeholders in braces. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  checkout: [
    'Cloning {url}',
    'Checking out {branch} at {commit}',
    'Commit message: {message}',
    'DEBUG git version 2.39.2, depth 1',
    'HEAD is now at {shortCommit}',
  ],
  external_maven: [
    'Scanning for projects...',
    'DEBUG Reading /home/build/.m2/settings.xml',
    'Building {task} {version}',
    'Downloaded 214 artifacts from the mirror',
    'Compiling {files} source files',
    'Tests run: {tests}, Failures: 0, Errors: 0, Skipped: 2',
    'Building jar: ***//target/{task}-{version}.jar',
    'BUILD SUCCESS',
  ],
  external_npm: [
    'npm ci',
    'DEBUG registry https://repo.huaweicloud.com/repository/npm/',
    'added {files} packages in 9s',
    'npm run build',
    'vite: {files} modules transformed ✓',
  ],
  external_docker: [
    'docker build -t {task}:{version} .',
    'Step 1/4 : FROM openeuler:22.03',
    'Step 2/4 : COPY target/ /app/',
    'DEBUG layer cache: 2 of 4 hit',
    'Step 3/4 : RUN chmod +x /app/run',
    'Step 4/4 : CMD ["/app/run"]',
    'Pushed {task}:{version}, digest sha256:{commit}',
  ],
  external_upload: ['Uploading {task}-{version}.zip', 'Release version {version} is in place'],
};

const FALLBACK = ['Running the commands', 'DEBUG exit code 0'];

/** Returns the numbers of files and unit tests of a build, of which two are always skipped. */
export function countWork({ seed }: Build): { files: number; tests: number } {
  const random = createRandom(seed);
  return { files: 20 + Math.floor(random.next() * 300), tests: 10 + Math.floor(random.next() * 200) };
}

/** Replaces the placeholders of a line. */
function fillIn(template: string, build: Build): string {
  const { files, tests } = countWork(build);
  const values: Record<string, string> = {
    url: build.repositoryUrl,
    task: build.taskName,
    branch: build.tag ?? build.branch,
    commit: build.commit,
    shortCommit: build.commit.slice(0, 8),
    message: build.commitMessage,
    version: build.dailyNumber,
    files: String(files),
    tests: String(tests),
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Replaces `${name}` in a command with the values of parameters. Values of secret parameters stay masked. */
function fillInParameters(command: string, build: Build): string {
  const values = new Map(systemParameters.map(({ name, valueOf }) => [name, valueOf(build)]));
  for (const { name, value, secret } of build.parameters) values.set(name, secret ? MASK : value);
  return command.replace(/\$\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

/** Returns the lines that a step prints: its commands and their output. */
const scriptOf = (build: Build, { commands = [], module }: StepPlan): string[] => [
  ...commands.map((command) => `+ ${fillInParameters(command, build)}`),
  ...(SCRIPTS[module] ?? FALLBACK).map((template) => fillIn(template, build)),
];

/** Returns the lines of one step up to a time. */
function stepLines(build: Build, step: StepView, index: number, now: number): LogLine[] {
  const { startedAt, endedAt, plan } = step;
  if (startedAt === undefined) return [];
  const prefix = `[${plan.name}:${plan.module}] : `;
  const script = scriptOf(build, plan);
  const planned = stepDurationMs(build, index);
  const lines: LogLine[] = [];
  const add = (at: number, level: LogLevel, text: string): void => {
    if (at > (endedAt ?? now)) return;
    lines.push({ at, level, step: index, text: `[${formatLogTime(at)}] [${level}] ${prefix}${text}` });
  };
  add(startedAt, 'INFO', 'The step starts.');
  if (index === 0) {
    for (const { name, value, secret } of build.parameters) add(startedAt, 'INFO', `${name}=${secret ? MASK : value}`);
  }
  // Decided at the start, so that printed lines never disappear.
  const fails = index === failingStepIndex(build);
  const shown = fails ? script.slice(0, Math.ceil(script.length / 2)) : script;
  for (const [position, line] of shown.entries()) {
    const at = startedAt + Math.round((planned * (position + 1)) / (script.length + 1));
    const isDebug = line.startsWith('DEBUG ');
    add(at, isDebug ? 'DEBUG' : 'INFO', isDebug ? line.slice(6) : line);
  }
  if (endedAt !== undefined) {
    if (step.status === 'error') add(endedAt, 'ERROR', '[DEV.CB.0210043] The command failed with exit code 1.');
    else if (step.status === 'aborted') add(endedAt, 'ERROR', 'The step was aborted.');
    else add(endedAt, 'INFO', 'The step finished.');
  }
  return lines;
}

/** Returns the lines that a build has printed up to a time, oldest first. */
export function listLogLines(build: Build, now: number): LogLine[] {
  const view = viewBuild(build, now);
  if (view.startedAt === undefined) return [];
  const scheduler = (at: number, level: LogLevel, text: string): LogLine => ({
    at,
    level,
    step: undefined,
    text: `[${formatLogTime(at)}] [${level}] ${text}`,
  });
  const lines = [
    scheduler(view.startedAt, 'INFO', `Build ${build.dailyNumber} of ${build.taskName} runs as ${build.executionId}.`),
  ];
  for (const [index, step] of view.steps.entries()) lines.push(...stepLines(build, step, index, now));
  if (view.aborted === 'timeout') {
    lines.push(scheduler(view.finishedAt!, 'ERROR', 'The build exceeded its timeout.'));
  }
  if (view.finishedAt !== undefined) {
    lines.push(scheduler(view.finishedAt, 'INFO', `Finished: ${view.result ?? ''}`));
  }
  return lines;
}

/** Formats a log as text. DEBUG lines are omitted unless requested. */
export const formatLog = (lines: readonly LogLine[], level: 'INFO' | 'DEBUG'): string =>
  lines
    .filter((line) => level === 'DEBUG' || line.level !== 'DEBUG')
    .map((line) => `${line.text}\n`)
    .join('');

/** Returns the offset at which a part of a log starts: the requested one, unless a fault loses or repeats a line. */
export function logPartStart({ logFault }: Pick<HandlerContext, 'logFault'>, log: string, start: number): number {
  if (logFault === 'lost-log') return start < log.length ? log.indexOf('\n', start) + 1 : start;
  if (logFault === 'repeated-log') return start < 2 ? 0 : log.lastIndexOf('\n', start - 2) + 1;
  return start;
}
