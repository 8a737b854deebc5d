/**
 * Starts a build, follows its log, waits for it to finish and prints the result.
 *
 * Runs on the sandbox by default. With `--region` and `--task`, runs on Huawei Cloud, with the access key in `HUAWEICLOUD_SDK_AK` and
 * `HUAWEICLOUD_SDK_SK`.
 */
import { parseArgs } from 'node:util';
import { BuildFailedError, createClient, isCodeArtsError, type CodeArtsBuildClient } from '../src/index.js';
import { createSandbox } from '../src/sandbox/index.js';

const { values } = parseArgs({
  options: {
    region: { type: 'string' },
    task: { type: 'string' },
    'api-version': { type: 'string', default: 'v1' },
    parameter: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});

const usage = `npm start                                        runs a build on a local sandbox
npm start -- --region <region> --task <task id>  builds one of your tasks; requires HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK
  --parameter name=value    sets a build parameter; repeatable
  --apiVersion v3           uses the v3 operations`;

const terminal = process.stdout.isTTY;
const dim = (text: string): string => (terminal ? `\x1b[2m${text}\x1b[22m` : text);
const bold = (text: string): string => (terminal ? `\x1b[1m${text}\x1b[22m` : text);

/** Prints lines and, on a terminal, one progress line below them. */
const screen = {
  progress: '',
  print(line: string): void {
    if (terminal && this.progress) process.stdout.write('\r\x1b[K');
    process.stdout.write(`${line}\n`);
    if (terminal && this.progress) process.stdout.write(this.progress);
  },
  show(progress: string): void {
    if (terminal) {
      this.progress = dim(progress.slice(0, (process.stdout.columns || 80) - 1));
      process.stdout.write(`\r\x1b[K${this.progress}`);
    } else if (progress !== this.progress) {
      this.progress = progress;
      process.stdout.write(`${progress}\n`);
    }
  },
  clear(): void {
    if (terminal && this.progress) process.stdout.write('\r\x1b[K');
    this.progress = '';
  },
};

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;

/** A client and the task to build. */
interface Target {
  build: CodeArtsBuildClient;
  jobId: string;
  close: () => Promise<void>;
}

async function onSandbox(): Promise<Target> {
  const sandbox = createSandbox({ clock: { speed: 10 } });
  const endpoint = await sandbox.listen();
  const { ak, sk, projectId } = sandbox.credentials;
  const build = createClient({ endpoint, credentials: { ak, sk, projectId }, clock: sandbox.clock });
  screen.print(`Sandbox listening on ${bold(endpoint)}; clock speed: 10 × real time`);

  screen.print(`\nTasks of the project ${sandbox.seed.projectId}:`);
  let jobId: string | undefined;
  for await (const task of build.paginate('listProjectJobs', { project_id: sandbox.seed.projectId })) {
    if (!task.disabled) jobId ??= task.id;
    screen.print(`  ${task.id ?? ''}  ${(task.job_name ?? '').padEnd(14)} ${task.last_build_status ?? ''}`);
  }
  if (jobId === undefined) throw new Error('the sandbox has no enabled task');
  return { build, jobId, close: () => sandbox.close() };
}

function onService(region: string, jobId: string): Target {
  return { build: createClient({ region }), jobId, close: () => Promise.resolve() };
}

/** Returns the build parameters of the command line. */
function parameters(): { name: string; value: string }[] {
  return values.parameter.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new TypeError(`--parameter must be name=value; received ${JSON.stringify(text)}`);
    return { name: text.slice(0, at), value: text.slice(at + 1) };
  });
}

async function run({ build, jobId }: Target, signal: AbortSignal): Promise<void> {
  const apiVersion = values['api-version'];
  if (apiVersion !== 'v1' && apiVersion !== 'v3')
    throw new TypeError(`--api-version must be v1 or v3; received ${JSON.stringify(apiVersion)}`);
  const started = await build.startBuild({ job_id: jobId, parameter: parameters() }, { apiVersion, signal });
  screen.print(`\nStarted build ${bold(String(started.buildNo))} of task ${jobId}\n`);

  const follow = async (): Promise<void> => {
    for await (const line of started.log({ signal })) screen.print(`  ${line}`);
  };
  const wait = started.wait({
    signal,
    onAbort: 'stop',
    onProgress: ({ status, step, elapsedMs, expectedMs, percent }) => {
      const share = percent === undefined ? '' : `, ${percent} % of the usual ${seconds(expectedMs ?? 0)}`;
      screen.show(`${status}${step ? ` · ${step}` : ''} · ${seconds(elapsedMs)}${share}`);
    },
  });
  const [record] = await Promise.all([wait, follow()]);
  screen.clear();

  const { status, branch, duration, build_record_id } = record;
  screen.print(`\nBuild ${started.buildNo} finished after ${seconds(duration ?? 0)}: ${bold(status ?? 'no status')}`);
  screen.print(`  branch  ${branch ?? '-'}\n  record  ${build_record_id ?? '-'}`);
  for (const step of await started.steps()) {
    screen.print(
      `  ${step.status.padEnd(8)} ${step.name} ${dim(step.durationMs === undefined ? '' : seconds(step.durationMs))}`,
    );
  }
}

/** Prints the error. Returns the exit code. */
function report(error: unknown): number {
  screen.clear();
  if (error instanceof BuildFailedError) {
    console.error(`\n${error.message}. End of the log:`);
    for (const line of error.logTail.slice(-10)) console.error(`  ${line}`);
    return 1;
  }
  console.error(`\n${isCodeArtsError(error) || error instanceof TypeError ? error.message : String(error)}`);
  return 2;
}

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort(new Error('interrupted: stopping the build')));

async function main(): Promise<number> {
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const { region, task } = values;
  if ((region === undefined) !== (task === undefined)) {
    console.error(`--region and --task must be set together\n\n${usage}`);
    return 2;
  }
  let target: Target | undefined;
  try {
    target = region !== undefined && task !== undefined ? onService(region, task) : await onSandbox();
    await run(target, interrupt.signal);
    return 0;
  } catch (error) {
    return report(error);
  } finally {
    await target?.close();
  }
}

process.exitCode = await main();
