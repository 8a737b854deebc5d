/** Logs of builds. Lines follow from the build and the time, and are never stored. */
import { MASK } from './describe-build.js';
import { stepDurationMs, failingStepIndex, viewBuild, type BuildView, type StepView } from './engine.js';
import type { HandlerContext } from './handler.js';
import { wordsOf, type Language } from './language.js';
import { createRandom } from './random.js';
import { systemParameters } from './system-parameters.js';
import type { Build, StepPlan } from './task.js';
import { formatEnglishLogTime, formatLogTime } from './time-format.js';

/** Level of a line. */
export type LogLevel = 'DEBUG' | 'INTERNAL' | 'INFO' | 'ERROR';

/** A line of a log. */
export interface LogLine {
  /** Time at which it is printed. */
  readonly at: number;
  readonly level: LogLevel;
  /** Index of the step that printed it; undefined for lines of the scheduler. */
  readonly step: number | undefined;
  /** The complete line, without the last line end. */
  readonly text: string;
}

/** Separates two lines of which the first has lost its line end. */
const JOIN = '\u001e';

/** Lines that a step prints between its first and its last line, with placeholders in braces. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  checkout: [
    'Cloning {url}',
    'No credentials specified',
    ' > git init /opt/agent_0/workspace/{execution} # timeout=10',
    `using GIT_ASKPASS to set credentials  username and password****${JOIN}scmType is git`,
    '[INFO] clear workspace dir',
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
    '[INFO] Compiling {files} source files',
    'WARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n',
    'Exception in thread "daemon" java.lang.IllegalStateException: not started\n\tat com.example.Daemon.main(Daemon.java:12)\n\t... 4 more',
    'Tests run: {tests}, Failures: 0, Errors: 0, Skipped: 2',
    'Building jar: ***//target/{task}-{version}.jar',
    '[INFO] BUILD SUCCESS',
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
    execution: build.executionId,
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

/** Writes the lines of a build in one form. */
interface LogForm {
  /** Lines of the scheduler at the start of the build. */
  start(view: BuildView): LogLine[];
  /** Lines of a step that has started, up to a time. */
  step(build: Build, step: StartedStep, index: number, now: number): LogLine[];
  /** Lines of the scheduler at the end of the build. */
  end(view: FinishedBuild): LogLine[];
}

type StartedStep = StepView & { readonly startedAt: number };
type FinishedBuild = BuildView & { readonly finishedAt: number };

const EXIT_CODE = '[DEV.CB.0210043] The command failed with exit code 1.';
const TIMED_OUT = 'The build exceeded its timeout.';
const ABORTED = 'The step was aborted.';

/** The part of a step's output that is printed, with its times. Decided at the start, so that printed lines never disappear. */
function* outputOf(build: Build, { plan, startedAt }: StartedStep, index: number) {
  const script = scriptOf(build, plan);
  const planned = stepDurationMs(build, index);
  const fails = index === failingStepIndex(build);
  const shown = fails ? script.slice(0, Math.ceil(script.length / 2)) : script;
  for (const [position, line] of shown.entries()) {
    const at = startedAt + Math.round((planned * (position + 1)) / (script.length + 1));
    const isDebug = line.startsWith('DEBUG ');
    yield { at, isDebug, text: isDebug ? line.slice(6) : line };
  }
}

const describeParameters = ({ parameters }: Build): string[] =>
  parameters.map(({ name, value, secret }) => `${name}=${secret ? MASK : value}`);

/** Each line has time and level, and each line of a step its name. */
const tidyForm: LogForm = {
  start: ({ build, startedAt = 0 }) => [
    tidyLine(startedAt, 'INFO', `Build ${build.dailyNumber} of ${build.taskName} runs as ${build.executionId}.`),
  ],
  step(build, step, index, now) {
    const { startedAt, endedAt, plan } = step;
    const lines: LogLine[] = [];
    const add = (at: number, level: LogLevel, text: string): void => {
      if (at > (endedAt ?? now)) return;
      for (const part of text.split(/[\n\u001e]/)) {
        lines.push({ ...tidyLine(at, level, `[${plan.name}:${plan.module}] : ${part}`), step: index });
      }
    };
    add(startedAt, 'INFO', 'The step starts.');
    if (index === 0) for (const text of describeParameters(build)) add(startedAt, 'INFO', text);
    for (const { at, isDebug, text } of outputOf(build, step, index)) add(at, isDebug ? 'DEBUG' : 'INFO', text);
    if (endedAt === undefined) return lines;
    if (step.status === 'error') add(endedAt, 'ERROR', EXIT_CODE);
    else if (step.status === 'aborted') add(endedAt, 'ERROR', ABORTED);
    else add(endedAt, 'INFO', 'The step finished.');
    return lines;
  },
  end: ({ aborted, finishedAt, result = '' }) => [
    ...(aborted === 'timeout' ? [tidyLine(finishedAt, 'ERROR', TIMED_OUT)] : []),
    tidyLine(finishedAt, 'INFO', `Finished: ${result}`),
  ],
};

const tidyLine = (at: number, level: LogLevel, text: string): LogLine => ({
  ...{ at, level, step: undefined },
  text: `[${formatLogTime(at)}] [${level}] ${text}`,
});

/** Up to this time a line can be late: it is printed behind lines with later times. */
const LATENESS_MS = 4_000;

/** The service's form: few lines have level and step, some have no head, and times are not in order. */
const serviceForm: LogForm = {
  start({ build, startedAt = 0 }) {
    const { language, executionId, number } = build;
    const { started, finished } = wordsOf(language);
    const line = (text: string, level: LogLevel = 'INFO'): LogLine => ({ at: startedAt, level, step: undefined, text });
    const time = stamp(language, startedAt);
    return [
      line('Started by user jenkins'),
      ...(language === 'en' ? [line(`${time} [INTERNAL] : Execute the stage`, 'INTERNAL')] : []),
      line(`${time} [INFO]  : [JobStatusPlugin] onStarted: ${executionId} #${String(number)}`),
      line(`${time} Resume disabled by user, switching to high-performance, low-durability mode.`),
      line(`${time} [INFO] [PRE_ENV:slave_create] : ${started}`),
      line(`${time} [WARNING] [PRE_ENV:slave_create] : [slave] find empty runtime, location: PRE_ENV.slave_create`),
      line(`${time} [INFO] [PRE_ENV:slave_create] : ${finished}`),
    ];
  },
  step(build, step, index, now) {
    const { startedAt, endedAt, plan } = step;
    const { started, initialized, finished } = wordsOf(build.language);
    const random = createRandom(build.seed + 2_000 + index);
    const lines: LogLine[] = [];
    const add = (at: number, level: LogLevel, text: string, shownAt = at): void => {
      if (at > (endedAt ?? now)) return;
      // The rest of a text that contains line ends has no head.
      lines.push({ at, level, step: index, text: `${stamp(build.language, shownAt)} ${text}` });
    };
    const [before, after] = ['pre', 'post'].map((phase) => `[${plan.name}:${phaseOf(plan, phase)}]`);
    const name = `[${plan.name}:${plan.module}]`;
    add(startedAt, 'INFO', `[INFO] ${before!} : ${started}`);
    add(startedAt, 'INFO', `[INFO] ${before!} : ${initialized}`);
    if (index === 0) for (const text of describeParameters(build)) add(startedAt, 'INFO', text);
    for (const { at, isDebug, text } of outputOf(build, step, index)) {
      const lateMs = random.next() < 0.3 ? Math.floor(random.next() * LATENESS_MS) : 0;
      const shownAt = Math.max(startedAt, at - lateMs);
      if (isDebug) add(at, 'DEBUG', `[DEBUG] ${name} : ${text}`, shownAt);
      else add(at, 'INFO', text.replaceAll(JOIN, ` ${stamp(build.language, at)} `), shownAt);
    }
    if (endedAt === undefined) return lines;
    if (step.status === 'error') {
      add(endedAt, 'INFO', '+ exit 1');
      add(endedAt, 'ERROR', '[ERROR]  : script returned exit code 1, exitMessage is: command run failed');
      add(endedAt, 'ERROR', `[ERROR] ${name} : ${EXIT_CODE}`);
    } else if (step.status === 'aborted') {
      add(endedAt, 'ERROR', `[ERROR] ${name} : ${ABORTED}`);
    } else {
      add(endedAt, 'INFO', `[INFO] ${after!} : ${started}`);
      add(endedAt, 'INFO', `[INFO] ${after!} : ${finished}`);
    }
    return lines;
  },
  end({ build, aborted, finishedAt, result = '', steps }) {
    const line = (text: string, level: LogLevel = 'INFO'): LogLine => ({
      at: finishedAt,
      level,
      step: undefined,
      text,
    });
    const time = stamp(build.language, finishedAt);
    const states = steps.filter(({ startedAt }) => startedAt !== undefined);
    return [
      ...(aborted === 'timeout' ? [line(`${time} [ERROR]  : ${TIMED_OUT}`, 'ERROR')] : []),
      line(`${time} [INFO]  : [JobStatusPlugin] onCompleted: ${build.executionId} #${String(build.number)}`),
      ...states.map(({ plan, status }, index) => {
        const module = phaseOf(plan);
        return line(`state: state_${module}_${String(index)}.${module}, status: ${status}`);
      }),
      line(`Finished: ${result}`),
    ];
  },
};

/** Returns the time of a line in brackets, in the language of the account. */
const stamp = (language: Language, at: number): string =>
  `[${language === 'en' ? formatEnglishLogTime(at) : formatLogTime(at)}]`;

/** Returns the name of a step's phase, such as `external_pre_maven`; its own name without a phase, such as `maven`. */
function phaseOf({ module }: StepPlan, phase?: string): string {
  const name = module.replace(/^external_/, '');
  return phase === undefined ? name : `external_${phase}_${name}`;
}

const hasStarted = (step: StepView): step is StartedStep => step.startedAt !== undefined;
const hasFinished = (view: BuildView): view is FinishedBuild => view.finishedAt !== undefined;

/** Returns the lines that a build has printed up to a time, in the order in which it printed them. */
export function listLogLines(build: Build, now: number): LogLine[] {
  const form = build.scenario.kind === 'tidy' ? tidyForm : serviceForm;
  const view = viewBuild(build, now);
  if (view.startedAt === undefined) return [];
  return [
    ...form.start(view),
    ...view.steps.flatMap((step, index) => (hasStarted(step) ? form.step(build, step, index, now) : [])),
    ...(hasFinished(view) ? form.end(view) : []),
  ];
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
