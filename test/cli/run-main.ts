import { beforeAll } from 'vitest';
import { main } from '../../src/cli/main.js';
import type { InterruptSignal } from '../../src/cli/interrupt.js';
import type { Io, Output } from '../../src/cli/context.js';
import { createSandbox, type ManualClock, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';

/** Options of a run in this process. */
export interface RunOptions {
  env?: Record<string, string | undefined>;
  /** Whether stdout and stderr are terminals of 80 columns. */
  terminal?: boolean | { stdout: boolean; stderr: boolean };
  stdin?: string;
  /** Called with each request before it is sent. */
  onRequest?: (request: { method: string; path: string }, signal: (name: InterruptSignal) => void) => void;
  /** Called with everything that is written. */
  onOutput?: (text: string, signal: (name: InterruptSignal) => void) => void;
}

/** The result of a run. */
export interface RunResult {
  code: number | undefined;
  stdout: string;
  stderr: string;
  /** The output of both streams, in order. */
  screen: string;
  /** Exit codes of `io.exit()`, which a second signal calls. */
  exits: number[];
  requests: string[];
}

/** Creates a sandbox whose account is in English, as the commands are. */
export const createTestSandbox = (options: Omit<SandboxOptions, 'clock'> = {}): Sandbox<ManualClock> =>
  createSandbox({ language: 'en', ...options, clock: 'manual', autoAdvance: true });

/** Environment with the credentials of a sandbox. */
export const environmentOf = ({ credentials }: Sandbox, endpoint = 'http://sandbox.localhost') => ({
  HOME: '/nonexistent',
  HUAWEICLOUD_SDK_AK: credentials.ak,
  HUAWEICLOUD_SDK_SK: credentials.sk,
  HUAWEICLOUD_SDK_PROJECT_ID: credentials.projectId,
  CODEARTS_BUILD_ENDPOINT: endpoint,
});

/** Runs a command line in this process, on a sandbox without a socket and on its clock. */
export async function runMain(
  sandbox: Sandbox<ManualClock>,
  argv: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { env = {}, terminal = false, stdin = '', onRequest, onOutput } = options;
  const result: RunResult = { code: undefined, stdout: '', stderr: '', screen: '', exits: [], requests: [] };
  const listeners = new Set<(name: InterruptSignal) => void>();
  const send = (name: InterruptSignal): void => {
    for (const listener of listeners) listener(name);
  };
  const createOutput = (name: 'stdout' | 'stderr'): Output => ({
    isTTY: typeof terminal === 'object' ? terminal[name] : terminal,
    columns: 80,
    write(data) {
      const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
      result[name] += text;
      result.screen += text;
      onOutput?.(text, send);
      return true;
    },
    once: () => undefined,
  });
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { method, url } = new Request(input, init);
    const { pathname, search } = new URL(url);
    result.requests.push(`${method} ${pathname}${search}`);
    onRequest?.({ method, path: pathname }, send);
    return sandbox.fetch(input, init);
  };
  async function* readStdin(): AsyncGenerator<string> {
    await Promise.resolve();
    yield stdin;
  }
  let leave: (code: number) => void = () => {};
  const left = new Promise<number>((resolve) => (leave = resolve));
  const io: Io = {
    ...{ stdout: createOutput('stdout'), stderr: createOutput('stderr'), stdin: readStdin() },
    env: { ...environmentOf(sandbox), ...env },
    client: { clock: sandbox.clock, fetch, random: () => 0.5 },
    onSignal(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exit(code) {
      result.exits.push(code);
      leave(code);
    },
  };
  result.code = await Promise.race([main(argv, io), left]);
  return result;
}

// Loads what the commands need, so that the first test of a file does not wait for it.
beforeAll(() => runMain(createTestSandbox(), ['run', 'web-shop']), 60_000);

/** A terminal of 80 columns that understands what the command writes: CR, LF and `ESC[2K`. Returns the rows. */
export function renderScreen(bytes: string): string[] {
  const rows = [''];
  let column = 0;

  const plain = bytes.replace(/\x1b\[[\d;]*m/g, '');
  for (let index = 0; index < plain.length; index += 1) {
    const char = plain[index]!;
    const row = rows.length - 1;
    if (plain.startsWith('\x1b[2K', index)) {
      rows[row] = '';
      index += 3;
    } else if (char === '\r') column = 0;
    else if (char === '\n') {
      rows.push('');
      column = 0;
    } else {
      rows[row] = rows[row]!.slice(0, column).padEnd(column) + char + rows[row]!.slice(column + 1);
      column += 1;
    }
  }
  return rows;
}
