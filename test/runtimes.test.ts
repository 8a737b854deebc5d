import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import fixtures from './fixtures/signing-vectors.json' with { type: 'json' };
import { startCorsRelay } from './runtimes/cors-relay.js';
import { locateRuntimes, type Runtime } from './runtimes/locate-runtimes.js';
import { bundleSmoke, runInChromium, runInWorkerd, runOnConsole, type Delivery } from './runtimes/run-smoke.js';
import type { SmokeReport, SmokeTarget, SmokeVector } from './runtimes/smoke.js';
import { leaveOut } from './support/leave-out.js';
import { createProject, packPackage, type PackedPackage } from './support/packed-package.js';

/** What a runtime may take, on a machine that is busy with other tests. */
const timeout = 90_000;

const FIRST_BYTES = 64;
const PAGE_SIZE = 3;

const runtimes = locateRuntimes();
const withCommandLine = runtimes.filter(({ kind }) => ['node', 'bun', 'deno'].includes(kind));

let packed: PackedPackage;
let project: string;
/** The sandbox of the installed package. */
let createSandbox: (typeof import('../src/sandbox/index.js'))['createSandbox'];

beforeAll(async () => {
  packed = await packPackage();
  project = await createProject(packed, 'project', ['ajv', 'ajv-formats']);
  const entry = pathToFileURL(join(project, 'node_modules', 'codearts-build', 'dist', 'src', 'sandbox', 'index.js'));
  ({ createSandbox } = (await import(entry.href)) as typeof import('../src/sandbox/index.js'));
}, 180_000);

afterAll(() => rm(packed.folder, { recursive: true, force: true }));

/** The runtime's program. Where it is missing the test is skipped, and fails in continuous integration. */
function requireProgram({ name, program }: Runtime, context: TestContext): string {
  if (program !== undefined) return program;
  const missing = `${name} is not installed: npm run test:runtimes installs it (a browser: apt install chromium, or name one in CHROMIUM)`;
  return leaveOut(context, missing);
}

/** `20240102T030405Z` in the form that a Date takes. */
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

/** A sandbox in which what the program runs into goes wrong. It checks every signature with an implementation of its own. */
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
      aborts: ['before an answer', 'in the middle'],
      abortMs: expect.toSatisfy((ms: number) => ms < 1_000, 'below a second') as number,
      firstBytes: FIRST_BYTES,
      logEnd: expect.stringContaining('Finished: SUCCESS') as string,
      uploaded: true,
      refusal: { isApiError: true, hasRequestId: true },
    },
  };
}

async function runSmoke(runtime: Runtime, program: string, delivery: Delivery, target: SmokeTarget): Promise<unknown> {
  const { kind } = runtime;
  if (kind === 'workerd') return runInWorkerd(program, await bundleSmoke(project, 'worker', delivery), target);
  if (kind === 'chromium') return runInChromium(await bundleSmoke(project, 'page', delivery), target);
  return runOnConsole({ kind, program }, await bundleSmoke(project, 'console', delivery), target);
}

describe('the packed package signs, calls, sends again, pages, aborts, streams and uploads', () => {
  test.for(withCommandLine)('on $name, as it is installed', { timeout }, async (runtime, context) => {
    const program = requireProgram(runtime, context);
    const { target, expected } = await startTarget();
    expect(await runSmoke(runtime, program, 'installed', target)).toEqual(expected);
  });

  test.for(runtimes)('on $name, bundled for the web', { timeout }, async (runtime, context) => {
    const program = requireProgram(runtime, context);
    const { target, expected } = await startTarget();
    expect(await runSmoke(runtime, program, 'bundled', target)).toEqual(expected);
  });
});

describe('split by a bundler, the packed package loads what it needs when it needs it', () => {
  const browsers = runtimes.filter(({ kind }) => kind === 'chromium');
  test.for(browsers)('in $name', { timeout }, async (runtime, context) => {
    const program = requireProgram(runtime, context);
    const { target, expected } = await startTarget();
    expect(await runSmoke(runtime, program, 'split', target)).toEqual(expected);
  });
});

test('a bundle for the web has Web Crypto and no module of Node', async () => {
  const text = await readFile(await bundleSmoke(project, 'page', 'bundled'), 'utf8');
  expect(text).toContain('crypto.subtle');
  expect(text).not.toMatch(/from\s*["']node:|require\(["']|import\(["']node:/);
});

describe('the sandbox of the packed package answers in process and over HTTP', () => {
  test.for(withCommandLine)('on $name', { timeout }, async (runtime, context) => {
    const program = requireProgram(runtime, context);
    const file = await bundleSmoke(project, 'sandbox', 'installed');
    const names = (await runOnConsole({ kind: runtime.kind, program }, file)) as string[][];
    expect(names[0]).toContain('web-shop');
    expect(names[1]).toEqual(names[0]);
  });
});
