import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readStateFile } from '../../src/sandbox/state-file.js';
import { startSandbox } from '../support/sandbox-requests.js';

const timeout = 60_000;

interface RunOptions {
  /** Sends the signal when the output matches, after `act`. */
  until?: RegExp;
  /** @default 'SIGINT' */
  signal?: NodeJS.Signals;
  /** Whether nothing reads the output after it matches, as behind `head`. */
  stopsReading?: boolean;
  act?: (output: string) => Promise<void> | void;
  env?: Record<string, string>;
  /** Flags of Node.js. */
  flags?: string[];
}

/** Runs the command until it exits. */
async function run(args: string[], { until, act, signal = 'SIGINT', stopsReading, env, flags = [] }: RunOptions = {}) {
  const child = spawn(process.execPath, [...flags, '--import', 'tsx', 'src/sandbox/cli.ts', ...args], {
    env: { ...process.env, npm_command: '', ...env },
  });
  let output = '';
  let failure: unknown;
  let matched = false;
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
    if (matched || !until?.test(output)) return;
    matched = true;
    if (stopsReading) child.stdout.destroy();
    Promise.resolve(act?.(output))
      .catch((error: unknown) => (failure = error))
      .finally(() => child.kill(signal));
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (failure !== undefined) throw failure;
  return { output, code };
}

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'codearts-build-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const until = /Press Ctrl-C/;

describe('the command', () => {
  test('prints credentials and a curl line that work, and exits cleanly', { timeout }, async () => {
    const { output, code } = await run(['--port', '0', '--speed', '20', '--cors'], {
      until,
      act: async (printed) => {
        const variables = Object.fromEntries(
          [...printed.matchAll(/^export (\w+)=(\S+)$/gm)].map(([, name, value]) => [name!, value!]),
        );
        expect(Object.keys(variables)).toEqual([
          'HUAWEICLOUD_SDK_AK',
          'HUAWEICLOUD_SDK_SK',
          'HUAWEICLOUD_SDK_PROJECT_ID',
          'SANDBOX_TOKEN',
        ]);
        const [, header, url] = /^curl -H "([^"]*)" '([^']*)'$/m.exec(printed)!;
        const [name = '', value = ''] = header!.split(': ');
        const token = value.replace('$SANDBOX_TOKEN', variables['SANDBOX_TOKEN']!);
        const response = await fetch(url!, { headers: { [name]: token, origin: 'https://docs.example.com' } });
        expect(response.status).toBe(200);
        expect(response.headers.get('access-control-allow-origin')).toBe('*');
      },
    });
    expect(output).toMatch(/^The sandbox listens at /);
    expect(output).toContain(' 200 GET /v1/job/');
    expect(code).toBe(0);
  });

  test('prints help and version', { timeout }, async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const [long, short, printed] = await Promise.all([run(['--help']), run(['-h']), run(['--version'])]);
    expect(long).toEqual({ output: expect.stringContaining('--state <file>') as string, code: 0 });
    expect(short).toEqual(long);
    expect(printed).toEqual({ output: `${version}\n`, code: 0 });
  });

  test('reports an invalid option or port', { timeout }, async () => {
    const busy = startSandbox({ clock: 'real', autoAdvance: false });
    const port = new URL(await busy.listen()).port;
    const results = await Promise.all([run(['--speed', 'fast']), run(['--port', port]), run(['--sped', '3'])]);
    expect(results.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(results.map(({ output }) => output.split('\n')[0])).toEqual([
      '--speed must be a number from 0.001 to 100000; received "fast"',
      expect.stringContaining(`Port ${port} of 127.0.0.1 is in use`) as string,
      expect.stringContaining("Unknown option '--sped'") as string,
    ]);
  });

  test('prints a command that works if its optional peers are missing', { timeout }, async () => {
    const block = join(createFolder(), 'block.cjs');
    writeFileSync(
      block,
      `const Module = require('node:module'); const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  if (name.startsWith('ajv')) throw new Error('not found');
  return resolve.call(this, name, ...rest);
};`,
    );
    const flags = ['--require', block];
    const [npx, node] = await Promise.all([
      run(['--port', '0', '--state', "it's.json"], { flags, env: { npm_command: 'exec' } }),
      run(['--port', '0'], { flags }),
    ]);
    expect(npx.output).toContain(
      `npx -p codearts-build -p ajv -p ajv-formats codearts-build-sandbox --port 0 --state 'it'\\''s.json'`,
    );
    expect(node.output).toContain('npm install ajv ajv-formats');
    expect([npx.code, node.code]).toEqual([2, 2]);
  });
});

describe('a state file', () => {
  test('is saved for its owner only on exit, and restored', { timeout }, async () => {
    const file = join(createFolder(), 'state.json');
    const saving = await run(['--port', '0', '--state', file], { until });
    expect(saving).toEqual({ output: expect.stringContaining('State saved to') as string, code: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { credentials } = JSON.parse(readFileSync(file, 'utf8')) as { credentials: { ak: string } };
    const restored = await run(['--port', '0', '--state', file], { until });
    expect(restored.output).toContain(`HUAWEICLOUD_SDK_AK=${credentials.ak}`);
  });

  test('is saved when the terminal closes, after requests that nothing could log', { timeout }, async () => {
    const file = join(createFolder(), 'state.json');
    const { code } = await run(['--port', '0', '--state', file], {
      until,
      stopsReading: true,
      signal: 'SIGHUP',
      act: async (printed) => {
        const url = /^The sandbox listens at (\S+)/.exec(printed)![1]!;
        for (let request = 0; request < 5; request += 1) expect((await fetch(url)).status).toBe(200);
      },
    });
    expect(code).toBe(0);
    expect(readStateFile(file)).toMatchObject({ format: 'codearts-build-sandbox' });
  });

  test('that cannot be loaded is left as it is', { timeout }, async () => {
    const folder = createFolder();
    const saved = startSandbox().save();
    const contents = {
      'broken.json': ['{', 'cannot read'],
      'null.json': ['null', 'another format'],
      'newer.json': [JSON.stringify({ ...saved, version: 99 }), 'the newer version 99'],
      'half.json': [JSON.stringify({ ...saved, objects: saved.objects.slice(0, 9) }), 'damaged'],
    } as const;
    for (const [name, [content]] of Object.entries(contents)) writeFileSync(join(folder, name), content);
    const results = await Promise.all(
      Object.keys(contents).map((name) => run(['--port', '0', '--state', join(folder, name)], { until })),
    );
    for (const [index, [name, [content, reason]]] of Object.entries(contents).entries()) {
      expect(results[index]).toEqual({ output: expect.stringContaining(reason) as string, code: 2 });
      expect(readFileSync(join(folder, name), 'utf8')).toBe(content);
    }
  });

  test('that cannot be written is reported at the start', { timeout }, async () => {
    const folder = createFolder();
    const results = await Promise.all(
      [folder, join(folder, 'missing', 'state.json')].map((file) => run(['--port', '0', '--state', file], { until })),
    );
    for (const result of results) {
      expect(result).toEqual({ output: expect.stringContaining('--state: cannot write') as string, code: 2 });
    }
  });

  test('that cannot be saved does not keep the process running', { timeout }, async () => {
    const folder = join(createFolder(), 'state');
    mkdirSync(folder);
    const { output, code } = await run(['--port', '0', '--state', join(folder, 'state.json')], {
      until,
      act: () => rmSync(folder, { recursive: true }),
    });
    expect(output).toContain('cannot save to');
    expect(code).toBe(1);
  });
});
