import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as library from '../../src/index.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { checkTypes, readCodeBlocks } from '../support/code-blocks.js';

const programs = readCodeBlocks('scripts/docs/guides/builds.md', 'ts').filter(({ marks }) => marks.includes('program'));
const folder = join(process.cwd(), 'test', '.guide-programs');
mkdirSync(folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the programs of the guide compile, and have fewer than 25 lines', { timeout: 60_000 }, () => {
  expect(programs).toHaveLength(3);
  for (const { code } of programs)
    expect(code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThan(25);
  expect(checkTypes(new Map(programs.map(({ code }, index) => [`program-${index}.ts`, code])))).toEqual([]);
});

interface Program {
  sandbox: Sandbox;
  build: library.CodeArtsBuildClient;
  printed: string[];
  /** Resolves when a line with this text was printed, before the next timer of the program. */
  whenPrinted: (text: string) => Promise<void>;
  ended: Promise<unknown>;
}

/** Starts a program of the guide with a client of a sandbox. */
function startProgram(index: number, options: SandboxOptions): Program {
  const sandbox = createSandbox(options);
  onTestFinished(() => sandbox.close());
  const { ak, sk, projectId } = sandbox.credentials;
  const build = library.createClient({
    endpoint: 'http://sandbox.localhost',
    credentials: { ak, sk, projectId },
    fetch: sandbox.fetch,
    clock: sandbox.clock,
  });
  const printed: string[] = [];
  const waiting: { text: string; resolve: () => void }[] = [];
  const print = (...parts: unknown[]): void => {
    const line = parts.map((part) => String(part)).join(' ');
    printed.push(line);
    for (const { text, resolve } of waiting) if (line.includes(text)) resolve();
  };
  const whenPrinted = (text: string): Promise<void> =>
    new Promise((resolve) => {
      if (printed.some((line) => line.includes(text))) resolve();
      else waiting.push({ text, resolve });
    });
  vi.spyOn(console, 'log').mockImplementation(print);
  vi.spyOn(console, 'table').mockImplementation((rows: unknown) => print(JSON.stringify(rows)));
  onTestFinished(() => void vi.restoreAllMocks());
  const key = `guideProgram${index}`;
  Object.assign(globalThis, { [key]: { ...library, createClient: () => build } });
  const file = join(folder, `program-${index}-${Date.now()}.ts`);
  const code = programs[index]!.code.replace(
    /import (\{[^}]*\}) from 'codearts-build';/,
    (_, names: string) => `const ${names} = globalThis.${key};`,
  );
  writeFileSync(file, `${code}\nexport {};\n`);
  return { sandbox, build, printed, whenPrinted, ended: import(file) };
}

// A program is compiled first.
describe('the program', { timeout: 60_000 }, () => {
  test('that starts a build by name shows its log, and writes a summary', async () => {
    const summary = join(mkdtempSync(join(tmpdir(), 'guide-')), 'summary.md');
    vi.stubEnv('SUMMARY_FILE', summary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { printed, ended } = startProgram(0, { clock: 'manual', autoAdvance: true });
    await ended;
    expect(printed.join('\n')).toContain('Maven构建: succeeded');
    expect(printed.at(-1)).toMatch(/^package web-shop/);
    expect(readFileSync(summary, 'utf8')).toMatch(/^## Build \d+ succeeded in \d+s/);
    process.exitCode = 0;
  });

  test('stops the build after Ctrl-C', async () => {
    const { sandbox, build, whenPrinted, ended } = startProgram(0, { clock: 'manual', autoAdvance: true });
    const failed = expect(ended).rejects.toThrow('interrupted');
    await whenPrinted('running');
    process.emit('SIGINT');
    await failed;
    const run = await build.attachBuild({ task: 'web-shop', project: 'demo' });
    expect(await run.wait({ throwOnFailure: false })).toMatchObject({ status: 'ABORTED' });
    await sandbox.close();
  });

  test('that reports the last day prints a row for each task with builds', async () => {
    const { printed, ended } = startProgram(1, { clock: 'real' });
    await ended;
    const rows = JSON.parse(printed.at(-1)!) as { task: string; builds: number }[];
    expect(rows.length).toBeGreaterThan(0);
    for (const { builds } of rows) expect(builds).toBeGreaterThan(0);
  });

  test('that watches a project shows builds from start to end', async () => {
    const { build, printed, whenPrinted, ended } = startProgram(2, { clock: 'manual', autoAdvance: true });
    const run = await build.startBuild({ task: 'web-shop', project: 'demo' });
    await whenPrinted(`web-shop #${run.buildNo} SUCCESS`);
    process.emit('SIGINT');
    await ended;
    expect(printed.some((line) => line.startsWith(`web-shop #${run.buildNo} running`))).toBe(true);
  });
});
