import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../support/sandbox-requests.js';

describe('the command', () => {
  /** Runs the command until its output matches, then sends SIGINT. */
  async function run(args: string[], until: RegExp): Promise<{ output: string; code: number | null }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/sandbox/cli.ts', ...args]);
    let output = '';
    let stopped = false;
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      if (!stopped && until.test(output)) stopped = child.kill('SIGINT');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { output, code };
  }

  test('prints credentials, saves its state on exit, and exits cleanly', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'codearts-build-state-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'state.json');
    const { output, code } = await run(['--port', '0', '--speed', '20', '--state', file], /Press Ctrl-C/);
    expect(output).toMatch(/endpoint {4}http:\/\/127\.0\.0\.1:\d+/);
    expect(output).toContain('State saved to');
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'codearts-build-sandbox' });
  });

  test('reports an invalid option, file or port', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'codearts-build-state-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{');
    const busy = startSandbox({ clock: 'real', autoAdvance: false });
    const port = new URL(await busy.listen()).port;
    const results = await Promise.all([
      run(['--speed', 'fast'], /$^/),
      run(['--state', bad], /$^/),
      run(['--port', port], /$^/),
      run(['--sped', '3'], /$^/),
    ]);
    expect(results.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(results.map(({ output }) => output.split('\n')[0])).toEqual([
      '--speed must be a number from 0.001 to 100000; received "fast"',
      expect.stringContaining('cannot read') as string,
      expect.stringContaining(`Port ${port} of 127.0.0.1 is in use`) as string,
      expect.stringContaining("Unknown option '--sped'") as string,
    ]);
  });
});
