/** `run`, `watch` and `rerun`. */
import {
  AmbiguousStartError,
  createClient,
  type BuildRun,
  type CodeArtsBuildClient,
  type Revision,
  type StartBuildOptions,
} from '../../index.js';
import { UsageError, type Arguments } from '../args.js';
import { clientOf, STARTS } from '../client.js';
import type { Context } from '../context.js';
import { captureRequest, printRequest } from '../dry-run.js';
import { writeNumber } from '../output/actions-files.js';
import { buildName } from '../output/summary.js';
import { createJsonView } from '../output/view.js';
import { followBuild, openFiles, readFollowSettings, writeOrWarn, type FollowSettings } from './follow.js';
import { attach, readTarget } from './target.js';

/** Time to wait for the number of a build when the command is interrupted during the start. */
const START_MS = 5_000;

/** @throws UsageError */
function readRevision(args: Arguments): Revision {
  const [branch, tag, commit] = [args.text('branch'), args.text('tag'), args.text('commit')];
  if (tag === undefined) return { ...(branch !== undefined && { branch }), ...(commit !== undefined && { commit }) };
  if (branch !== undefined || commit !== undefined) {
    throw new UsageError('--tag cannot be combined with --branch or --commit');
  }
  return { tag };
}

/**
 * Starts a build. A signal ends lookups; when the start is sent, it takes effect as soon as the number is known. A second signal does not wait for the
 * number.
 */
async function start(context: Context, jobId: string, send: () => Promise<BuildRun>): Promise<BuildRun> {
  const { interrupt, clock } = context;
  return new Promise((resolve, reject) => {
    const giveUp = (cause: unknown): void =>
      reject(new AmbiguousStartError({ jobId, candidates: [], checked: false, cause }));
    context.onRequest = (operation) => {
      if (interrupt.deferred || !STARTS.has(operation)) return;
      interrupt.deferred = true;
      interrupt.onLeave = () => {
        giveUp(interrupt.error);
        return false;
      };
      void interrupt.requested.then(async (cause) => {
        await clock.sleep(START_MS);
        giveUp(cause);
      });
    };
    send().then(resolve, reject);
  });
}

/** Reports a started build without following it. */
async function reportStart(context: Context, build: BuildRun, task: string): Promise<number> {
  const { jobId, buildNo } = build;
  const command = context.buildCommand('watch', { jobId, buildNo });
  writeOrWarn(context.console, () => writeNumber(context.io.env, { buildNo }));
  if (context.format === 'text') {
    context.console.message(`started ${buildName(task, jobId, buildNo)}: ${command}`);
    await context.console.print(`${buildNo}\n`);
  } else {
    Object.assign(context.stream, { jobId, buildNo });
    const view = createJsonView(context);
    view.detach({ reason: 'no-follow', message: 'started', command }, build.toJSON());
  }
  return 0;
}

const defaultInterrupt = (context: Context): 'stop' | 'detach' => (context.io.env['CI'] ? 'stop' : 'detach');

const describeRevision = (revision: Revision): string[] =>
  Object.entries(revision).map(([name, value]) => `${name} ${String(value)}`);

/** Starts a build in one of two ways, and follows it. */
async function startAndFollow(
  context: Context,
  settings: FollowSettings,
  target: { jobId: string; task: string; details: string[] },
  send: (client: CodeArtsBuildClient, options: StartBuildOptions) => Promise<BuildRun>,
): Promise<number> {
  const { args, apiVersion } = context;
  const { jobId, task, details } = target;
  const checkParams = args.flag('check-params') ?? false;
  if (args.flag('dry-run')) {
    const options = { apiVersion, checkParams };
    const isStart = (method: string): boolean => method === 'POST';
    await printRequest(context, await captureRequest(context, isStart, (all) => send(createClient(all), options)));
    return 0;
  }
  const { signal, interrupt } = context;
  const log = openFiles(settings);
  const run = await start(context, jobId, () => send(clientOf(context), { apiVersion, checkParams, signal }));
  if (args.flag('follow') === false && !interrupt.error) return reportStart(context, run, task);
  return followBuild(context, { run, started: true, task, details }, settings, log);
}

const projectDetails = (context: Context): string[] =>
  context.project === undefined ? [] : [`project ${context.project}`];

export async function run(context: Context): Promise<number> {
  const { args, apiVersion, signal } = context;
  const { task } = readTarget(args);
  const settings = readFollowSettings(context, defaultInterrupt(context));
  const revision = readRevision(args);
  const params = args.pairs('param');
  const found = await clientOf(context).findTask({ task, project: context.project }, { apiVersion, signal });
  const details = [...projectDetails(context), ...describeRevision(revision)];
  return startAndFollow(context, settings, { jobId: found.id, task: found.name, details }, (client, options) =>
    client.startBuild({ jobId: found.id, ...revision, params }, options),
  );
}

export async function rerun(context: Context): Promise<number> {
  const { args } = context;
  const target = readTarget(args);
  const settings = readFollowSettings(context, defaultInterrupt(context));
  const revision = readRevision(args);
  const params = args.pairs('param');
  const earlier = await attach(context, target);
  const details = [...projectDetails(context), `rerun of #${earlier.buildNo}`, ...describeRevision(revision)];
  const { jobId, task = jobId } = earlier;
  return startAndFollow(context, settings, { jobId, task, details }, (client, options) =>
    client.attachBuild(earlier.toJSON()).rerun({ ...revision, params }, options),
  );
}

export async function watch(context: Context): Promise<number> {
  const target = readTarget(context.args);
  const settings = readFollowSettings(context, 'detach');
  const run = await attach(context, target);
  const build = { run, started: false, task: run.task, details: projectDetails(context) };
  return followBuild(context, build, settings, openFiles(settings));
}
