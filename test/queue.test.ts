/** The programs of the queue guide with Redis, BullMQ and several workers, which are killed while they work. */
import {
  execFile,
  execFileSync,
  spawn,
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
} from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build as bundle, type Plugin } from 'esbuild';
import fc from './support/properties.js';
import { describe, expect, onTestFailed, onTestFinished, test } from 'vitest';
import { createClient } from '../src/index.js';
import { createSandbox, type Sandbox } from '../src/sandbox/index.js';
import type { ClientConfig } from './queue/client.js';
import { checkTypes, readCodeBlocks } from './support/code-blocks.js';
import { skipOrFail } from './support/skip-or-fail.js';

const run = promisify(execFile);
const folder = join(import.meta.dirname, 'queue');
/** Programs of the guide by file name. */
const programs = new Map(
  readCodeBlocks('scripts/docs/guides/queue.md', 'ts').map(({ marks: [name = ''], code }) => [name, code]),
);

const hasRedis = (() => {
  try {
    return execFileSync('redis-server', ['--version'], { encoding: 'utf8' }).startsWith('Redis server');
  } catch {
    return false;
  }
})();
const missing = !existsSync(join(folder, 'node_modules', 'bullmq'))
  ? 'BullMQ is not installed; run npm run test:queue'
  : hasRedis
    ? undefined
    : 'redis-server is not installed; on Debian, run apt-get install redis-server';

if (missing !== undefined) {
  test('BullMQ and Redis are installed', (context) => {
    // Redis has no packages for Windows.
    if (process.platform !== 'linux') context.skip(missing);
    skipOrFail(context, missing);
  });
}

/** Speed of the sandbox, and of the clock of clients. */
const SPEED = 20;
const LOCK_MS = 2_500;
const REQUESTS_PER_MINUTE = 6_000;
const WORKERS = 3;

/** Kills a worker at the nth part of its traffic that contains a text: before the part is forwarded, or when the response to it arrives. */
interface Kill {
  text: string;
  nth: number;
  moment: 'before' | 'after';
}

const START = 'POST /v1/job/execute';
const moments = ['before', 'after'] as const;
/** The moments that the guide is about, and random ones. */
const kills: Kill[] = [
  { text: START, nth: 1, moment: 'after' },
  { text: START, nth: 1, moment: 'before' },
  { text: 'setrange', nth: 2, moment: 'after' },
  { text: 'setrange', nth: 3, moment: 'before' },
  ...fc.sample(
    fc.record({
      text: fc.constantFrom('', 'setrange', 'GET /v1/log/', 'evalsha'),
      nth: fc.integer({ min: 1, max: 25 }),
      moment: fc.constantFrom(...moments),
    }),
    { seed: Number(process.env['QUEUE_SEED'] ?? 20_261_126), numRuns: 4 },
  ),
];

/** Forwards connections to a server. `inspect` sees what clients send, and returns what to call when the server responds; undefined to forward as it is. */
async function startRelay(
  target: { path: string } | { port: number; host: string },
  inspect: (data: Buffer) => 'drop' | (() => void) | undefined,
): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target);
    let onResponse: (() => void) | undefined;
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => socket.destroy()));
    client.on('data', (data: Buffer) => {
      const action = inspect(data);
      if (action === 'drop') return;
      onResponse ??= action;
      upstream.write(data);
    });
    upstream.on('data', (data: Buffer) => {
      if (onResponse) onResponse();
      else client.write(data);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Starts Redis on a Unix socket in a new folder. */
async function startRedis(): Promise<{ path: string; call: (...args: string[]) => Promise<string> }> {
  const home = mkdtempSync(join(tmpdir(), 'codearts-build-redis-'));
  const path = join(home, 'redis.sock');
  const server = spawn(
    'redis-server',
    ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no', '--dir', home],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(async () => {
    server.kill();
    await once(server, 'exit');
    rmSync(home, { recursive: true });
  });
  let output = '';
  for await (const data of server.stdout.setEncoding('utf8')) {
    output += String(data);
    if (output.includes('ready to accept connections')) break;
  }
  server.stdout.on('error', () => {}).resume();
  return { path, call: async (...args) => (await run('redis-cli', ['-s', path, '--raw', ...args])).stdout };
}

/** Bundles the programs of the guide with a client that calls the sandbox. Returns the folder. */
async function bundlePrograms(): Promise<string> {
  // Packages are found from here, and no other check reads it.
  const parent = join(folder, 'node_modules', '.programs');
  mkdirSync(parent, { recursive: true });
  const outdir = mkdtempSync(join(parent, 'run-'));
  onTestFinished(() => rmSync(outdir, { recursive: true }));
  const plugin: Plugin = {
    name: 'guide',
    setup(builder) {
      builder.onResolve({ filter: /^codearts-build$/ }, () => ({ path: join(folder, 'client.ts') }));
      builder.onResolve({ filter: /^#runtime$/ }, () => ({ path: join(folder, '../../src/platform/runtime.node.ts') }));
      builder.onResolve({ filter: /^(bullmq|ioredis)$/ }, ({ path }) => ({ path, external: true }));
      builder.onResolve({ filter: /^(guide:|\.\/)\w+\.(js|ts)$/ }, ({ path, namespace, kind }) => {
        const name = path.replace(/^(guide:|\.\/)/, '').replace(/\.js$/, '.ts');
        return (namespace === 'guide' || kind === 'entry-point') && programs.has(name)
          ? { path: name, namespace: 'guide' }
          : undefined;
      });
      builder.onLoad({ filter: /.*/, namespace: 'guide' }, ({ path }) => ({
        contents: programs.get(path)!,
        loader: 'ts',
        resolveDir: folder,
      }));
    },
  };
  await bundle({
    entryPoints: { add: 'guide:add.ts', worker: 'guide:worker.ts' },
    ...{ outdir, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' },
    outExtension: { '.js': '.mjs' },
    plugins: [plugin],
  });
  return outdir;
}

/** A sandbox whose builds print long logs. */
async function startSandbox(): Promise<{ sandbox: Sandbox; taskId: string; requests: string[] }> {
  const requests: string[] = [];
  const sandbox = createSandbox({
    clock: { speed: SPEED },
    onResponse: ({ method, target }) => void requests.push(`${method} ${target}`),
  });
  onTestFinished(() => sandbox.close());
  await sandbox.listen();
  const taskId = sandbox.seed.jobIds['web-shop']!;
  const task = sandbox.state.tasks.get(taskId)!;
  const commands = Array.from({ length: 60 }, (_, index) => `echo line ${index} 构建`);
  task.steps = task.steps.map((step) => ({ ...step, commands }));
  return { sandbox, taskId, requests };
}

test('the programs of the guide are three files that compile', { timeout: 60_000 }, () => {
  expect([...programs.keys()].sort()).toEqual(['add.ts', 'budget.ts', 'worker.ts']);
  if (missing !== undefined) return;
  expect(checkTypes(new Map([...programs].map(([name, code]) => [`test/queue/${name}`, code])))).toEqual([]);
});

describe.skipIf(missing !== undefined)('workers of the guide', () => {
  test('start each build once, and store each line once, while they are killed', { timeout: 120_000 }, async () => {
    const [programFolder, redis, { sandbox, taskId, requests }] = await Promise.all([
      bundlePrograms(),
      startRedis(),
      startSandbox(),
    ]);
    const { ak, sk, projectId } = sandbox.credentials;
    const config = (port: number): ClientConfig => ({
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { ak, sk, projectId },
      clock: { sandboxMs: sandbox.clock.now(), machineMs: Date.now(), speed: SPEED },
    });
    const sandboxAddress = { host: '127.0.0.1', port: Number(new URL(sandbox.url).port) };
    const stop = new AbortController();
    let errors = '';
    onTestFailed(() => {
      console.error(errors);
    });
    const start = async (
      program: string,
      args: string[],
      inspect: Parameters<typeof startRelay>[1],
    ): Promise<ChildProcessWithoutNullStreams> => {
      const redisPort = await startRelay({ path: redis.path }, inspect);
      const sandboxPort = await startRelay(sandboxAddress, inspect);
      const child = spawn(process.execPath, [join(programFolder, `${program}.mjs`), ...args], {
        env: {
          PATH: process.env['PATH'],
          REDIS_URL: `redis://127.0.0.1:${redisPort}`,
          CLIENT_CONFIG: JSON.stringify(config(sandboxPort)),
          ...{ LOCK_MS: String(LOCK_MS), REQUESTS_PER_MINUTE: String(REQUESTS_PER_MINUTE), CONCURRENCY: '4' },
        },
        ...{ signal: stop.signal, killSignal: 'SIGKILL' },
      });
      child.stderr.setEncoding('utf8').on('data', (data: string) => (errors += data));
      return child.on('error', () => {});
    };

    const left = [...kills];
    const done: { kill: Kill; jobs: { size?: number; handle?: object }[] }[] = [];
    /** Runs a worker, and another one after it was killed. */
    const work = async (): Promise<void> => {
      const kill = left.shift();
      let count = 0;
      const strike = (): void => void worker.kill('SIGKILL');
      const worker: ChildProcess = await start('worker', [], (data) => {
        if (!kill || worker.killed || !data.includes(kill.text)) return undefined;
        count += 1;
        if (count !== kill.nth) return undefined;
        if (kill.moment === 'after') return strike;
        strike();
        return 'drop';
      });
      if (worker.exitCode === null && worker.signalCode === null)
        await new Promise((resolve) => worker.on('exit', resolve));
      if (stop.signal.aborted) return;
      done.push({ kill: kill!, jobs: await activeJobs(redis.call) });
      return work();
    };
    const running = Array.from({ length: WORKERS }, work);

    const commits = Array.from({ length: 12 }, (_, index) => (index + 1).toString(16).padStart(40, 'c'));
    let lookups = 0;
    let output = '';
    try {
      const redisStart = await redisTime(redis.call);
      const add = await start('add', commits, (data) => {
        if (data.includes(' HTTP/1.1')) lookups += 1;
        return undefined;
      });
      add.stdout.setEncoding('utf8').on('data', (data: string) => (output += data));
      const [code] = (await once(add, 'close')) as [number];
      expect([code, output.split('\n').length - 1]).toEqual([0, commits.length]);
      // All requests of all workers had a slot: slots are at least 10 ms apart.
      const lastSlot = Number(await redis.call('get', 'build-budget'));
      expect(lastSlot - redisStart).toBeGreaterThanOrEqual(
        (requests.length - lookups) * (60_000 / REQUESTS_PER_MINUTE),
      );
    } finally {
      stop.abort();
      await Promise.all(running);
    }
    const results = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { job: string; buildNo: number; status: string });

    // Each build was started once.
    const marks = sandbox.state.builds
      .get(taskId)!
      .flatMap(({ number, parameters }) =>
        parameters.filter(({ name }) => name === 'QUEUE_JOB').map(({ value }) => `${value} ${number}`),
      );
    expect(marks.sort()).toEqual(results.map(({ job, buildNo }) => `${job} ${buildNo}`).sort());
    expect(results.map(({ job }) => job).sort()).toEqual(commits.map((commit) => `web-shop-${commit}`).sort());

    // Each log is complete.
    const build = createClient({ endpoint: sandbox.url, credentials: { ak, sk, projectId } });
    for (const { job, buildNo, status } of results) {
      const lines: string[] = [];
      const log = build.attachBuild({ jobId: taskId, buildNo, apiVersion: 'v1' }).log({ follow: false });
      for await (const line of log) lines.push(line);
      expect(lines.length).toBeGreaterThan(200);
      expect(await redis.call('get', `build-log:${job}`)).toBe(`${lines.join('\n')}\n\n`);
      expect(status).toBe('SUCCESS');
    }

    // The workers were killed as planned, also in mid-log.
    expect(done.map(({ kill }) => kill)).toEqual(expect.arrayContaining(kills.slice(0, 4)));
    expect(done.some(({ jobs }) => jobs.some(({ size = 0 }) => size > 0))).toBe(true);
    // Starting again would have been possible: a job without a handle was active.
    expect(done.some(({ jobs }) => jobs.some(({ handle }) => !handle))).toBe(true);
  });
});

/** Returns the time of Redis in milliseconds. */
const redisTime = async (call: (...args: string[]) => Promise<string>): Promise<number> =>
  Number((await call('time')).split('\n')[0]) * 1_000;

/** Returns the data of the jobs that workers have. */
async function activeJobs(call: (...args: string[]) => Promise<string>): Promise<object[]> {
  const ids = (await call('lrange', 'bull:builds:active', '0', '-1')).trim().split('\n').filter(Boolean);
  const data = await Promise.all(ids.map((id) => call('hget', `bull:builds:${id}`, 'data')));
  return data.filter((text) => text.trim() !== '').map((text) => JSON.parse(text) as object);
}
