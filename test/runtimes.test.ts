import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import fixtures from './fixtures/signing-vectors.json' with { type: 'json' };
import { startCorsRelay } from './runtimes/cors-relay.js';
import { locateRuntimes, type Runtime } from './runtimes/locate-runtimes.js';
import { bundleSmoke, runInChromium, runInWorkerd, runOnConsole, type Delivery } from './runtimes/run-smoke.js';
import type { SmokeReport, SmokeTarget, SmokeVector } from './runtimes/smoke.js';
import { skipOrFail } from './support/skip-or-fail.js';
import { createProject, packPackage, type PackedPackage } from './support/packed-package.js';

/** Timeout per runtime in milliseconds, on a machine that runs other tests. */
const timeout = 90_000;

const FIRST_BYTES = 64;
const PAGE_SIZE = 3;

const runtimes = locateRuntimes();
const withCommandLine = runtimes.filter(({ kind }) => ['node', 'bun', 'deno'].includes(kind));

let packed: PackedPackage;
let project: string;
/** `createSandbox` of the installed package. */
let createSandbox: (typeof import('../src/sandbox/index.js'))['createSandbox'];

beforeAll(async () => {
  packed = await packPackage();
  project = await createProject(packed, 'project', ['ajv', 'ajv-formats']);
  const entry = pathToFileURL(join(project, 'node_modules', 'codearts-build', 'dist', 'src', 'sandbox', 'index.js'));
  ({ createSandbox } = (await import(entry.href)) as typeof import('../src/sandbox/index.js'));
}, 180_000);

afterAll(() => rm(packed.folder, { recursive: true, force: true }));

/** Returns the executable of a runtime. If it is missing, skips the test, or fails in continuous integration. */
function requireExecutable({ name, executable }: Runtime, context: TestContext): string {
  if (executable !== undefined) return executable;
  const missing = `${name} is not installed; run npm run test:runtimes (for a browser, run apt install chromium or set CHROMIUM)`;
  return skipOrFail(context, missing);
}

/** Converts `20240102T030405Z` to ISO 8601. */
const isoDate = (text: string): string => text.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z');

const vectors = fixtures.vectors.map((vector): SmokeVector & { expected: string } => {
  const url = new URL(vector.url);
  for (const [name, value] of Object.entries(vector.query)) {
    for (const item of [value].flat()) url.searchParams.append(name, item);
  }
  const { 'X-Security-Token': securityToken, ...headers } = vector.headers as Record<string, string>;
  return {
    request: { method: vector.method, url: url.href, headers, body: vector.body },
    accessKey: { ak: vector.ak, sk: vector.sk, securityToken },
    date: isoDate(vector.date),
    signedHeaders: vector.signed_headers,
    expected: vector.expected.signature,
  };
});

/** Starts a sandbox with the faults that the program expects. The sandbox verifies signatures with its own implementation. */
async function startTarget(): Promise<{ target: SmokeTarget; expected: SmokeReport }> {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'status', status: 503, count: 1, operation: 'showJobInfo' });
  sandbox.faults.add({ kind: 'stall', operation: 'showRelatedProject' });
  sandbox.faults.add({ kind: 'stall', afterBytes: FIRST_BYTES, count: 1, operation: 'downloadBuildFullLog' });
  const relay = await startCorsRelay(await sandbox.listen());
  onTestFinished(async () => {
    await relay.close();
    await sandbox.close();
  });
  const { projectId, jobIds } = sandbox.seed;
  const jobId = jobIds['web-shop']!;
  const { ak, sk } = sandbox.credentials;
  const recordId = sandbox.state.builds.get(jobId)![0]!.recordId;
  const taskCount = Object.keys(jobIds).length;
  const fullPages = Math.floor(taskCount / PAGE_SIZE);
  return {
    target: { url: relay.url, credentials: { ak, sk }, projectId, jobId, recordId, pageSize: PAGE_SIZE, vectors },
    expected: {
      signatures: vectors.map((vector) => vector.expected),
      taskName: 'web-shop',
      attempts: 2,
      pages: [...Array.from({ length: fullPages }, () => PAGE_SIZE), taskCount % PAGE_SIZE].filter(Boolean),
      aborts: ['before the response', 'during the body'],
      abortMs: expect.toSatisfy((ms: number) => ms < 1_000, 'below a second') as number,
      firstBytes: FIRST_BYTES,
      logEnd: expect.stringContaining('Finished: SUCCESS') as string,
      uploaded: true,
      rejection: { isApiError: true, hasRequestId: true },
    },
  };
}

async function runSmoke(
  runtime: Runtime,
  executable: string,
  delivery: Delivery,
  target: SmokeTarget,
): Promise<unknown> {
  const { kind } = runtime;
  if (kind === 'workerd') return runInWorkerd(executable, await bundleSmoke(project, 'worker', delivery), target);
  if (kind === 'chromium') return runInChromium(await bundleSmoke(project, 'page', delivery), target);
  return runOnConsole({ kind, executable }, await bundleSmoke(project, 'console', delivery), target);
}

describe('the packed package signs, calls, retries, paginates, aborts, streams and uploads', () => {
  test.for(withCommandLine)('on $name, as installed', { timeout }, async (runtime, context) => {
    const executable = requireExecutable(runtime, context);
    const { target, expected } = await startTarget();
    expect(await runSmoke(runtime, executable, 'installed', target)).toEqual(expected);
  });

  test.for(runtimes)('on $name, bundled for the web', { timeout }, async (runtime, context) => {
    const executable = requireExecutable(runtime, context);
    const { target, expected } = await startTarget();
    expect(await runSmoke(runtime, executable, 'bundled', target)).toEqual(expected);
  });
});

describe('the packed package, split by a bundler, loads its lazy modules', () => {
  const browsers = runtimes.filter(({ kind }) => kind === 'chromium');
  test.for(browsers)('in $name', { timeout }, async (runtime, context) => {
    const executable = requireExecutable(runtime, context);
    const { target, expected } = await startTarget();
    expect(await runSmoke(runtime, executable, 'split', target)).toEqual(expected);
  });
});

test('a web bundle uses Web Crypto and no Node.js module', async () => {
  const text = await readFile(await bundleSmoke(project, 'page', 'bundled'), 'utf8');
  expect(text).toContain('crypto.subtle');
  expect(text).not.toMatch(/from\s*["']node:|require\(["']|import\(["']node:/);
});

describe('the sandbox of the packed package responds in process and over HTTP', () => {
  test.for(withCommandLine)('on $name', { timeout }, async (runtime, context) => {
    const executable = requireExecutable(runtime, context);
    const file = await bundleSmoke(project, 'sandbox', 'installed');
    const names = (await runOnConsole({ kind: runtime.kind, executable }, file)) as string[][];
    expect(names[0]).toContain('web-shop');
    expect(names[1]).toEqual(names[0]);
  });
});

describe('the command of the packed package', () => {
  const nodes = runtimes.filter(({ kind }) => kind === 'node');

  test.for(nodes)('runs, inspects and calls on $name, in a pipe', { timeout }, async (runtime, context) => {
    const executable = requireExecutable(runtime, context);
    const sandbox = createSandbox({ clock: { speed: 50 } });
    onTestFinished(() => sandbox.close());
    const { ak, sk } = sandbox.credentials;
    const env = {
      PATH: process.env['PATH'],
      HUAWEICLOUD_SDK_AK: ak,
      HUAWEICLOUD_SDK_SK: sk,
      CODEARTS_BUILD_ENDPOINT: await sandbox.listen(),
    };
    const bin = join(project, 'node_modules', 'codearts-build', 'dist', 'src', 'cli', 'bin.cjs');
    const run = (...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
      new Promise((resolve) => {
        execFile(executable, [bin, ...argv], { env }, (error, stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        });
      });

    const followed = await run('run', 'web-shop');
    expect([followed.code, followed.stderr]).toEqual([0, expect.stringMatching(/^✓ web-shop #9 succeeded in /m)]);
    const log = await run('log', 'web-shop', '9');
    expect([log.code, log.stdout]).toEqual([0, followed.stdout]);
    const jobId = sandbox.seed.jobIds['web-shop']!;
    const called = await run('call', 'showJobInfo', '--job-id', jobId, '--fields', 'result.job_name', '-o', 'csv');
    expect([called.code, called.stdout]).toEqual([0, 'result.job_name\r\nweb-shop\r\n']);
    const failed = await run('run', 'web-shop', '--param', 'sandbox_scenario=fail', '-o', 'jsonl');
    expect([failed.code, JSON.parse(failed.stdout.trimEnd().split('\n').at(-1)!)]).toMatchObject([
      1,
      { type: 'end', succeeded: false },
    ]);
  });
});
