#!/usr/bin/env node
/** `codearts-build-sandbox`: serves a sandbox, prints its credentials, and logs each request. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSandbox, type Sandbox, type SavedSandbox, type SeedName } from './index.js';

const USAGE = `codearts-build-sandbox [options]

  --port <number>    Port to listen on. 0 selects a free port.        (default 8080)
  --host <address>   Address to listen on.                            (default 127.0.0.1)
  --seed <name>      Initial data: demo or empty.                     (default demo)
  --speed <number>   Speed of the sandbox's clock.                    (default 1)
  --state <file>     JSON file to restore the state from, and to save it to on exit.
  --throttle         Limit the rate of requests, as the gateway does.
  --quiet            Do not log requests.
  --help             Print this help.`;

/** An invalid command line or file, reported in one line without a stack. */
class UsageError extends Error {}

function readNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= min && value <= max) return value;
  throw new UsageError(`--${name} must be a number from ${min} to ${max}; received ${JSON.stringify(text)}`);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '8080' },
        host: { type: 'string', default: '127.0.0.1' },
        seed: { type: 'string', default: 'demo' },
        speed: { type: 'string', default: '1' },
        state: { type: 'string' },
        throttle: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readState(file: string): SavedSandbox | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SavedSandbox;
  } catch (error) {
    throw new UsageError(`--state: cannot read ${file}: ${(error as Error).message}`);
  }
}

function describeAccess({ url, credentials, seed }: Sandbox): string {
  const { ak, sk, projectId } = credentials;
  const task = Object.values(seed.jobIds)[0];
  return `The sandbox listens at ${url} (open it in a browser to see tasks, builds and logs).

  endpoint    ${url}
  AK          ${ak}
  SK          ${sk}
  IAM project ${projectId}
  project_id  ${seed.projectId}
${task === undefined ? '' : `  job_id      ${task}\n`}
  createClient({ endpoint: '${url}', credentials: { ak: '${ak}', sk: '${sk}', projectId: '${projectId}' } })

Press Ctrl-C to stop.
`;
}

async function main(): Promise<void> {
  const { port, host, seed, speed, state, throttle, quiet, help } = readOptions();
  if (help) {
    console.log(USAGE);
    return;
  }
  const portNumber = readNumber('port', port, 0, 65_535);
  const factor = readNumber('speed', speed, 0.001, 100_000);
  const saved = state === undefined ? undefined : readState(state);
  let sandbox: Sandbox;
  try {
    sandbox = createSandbox({
      clock: factor === 1 ? 'real' : { speed: factor },
      seed: seed as SeedName,
      throttling: throttle,
      saved,
      onResponse: ({ method, target, status, durationMs }) => {
        if (!quiet)
          console.log(`${new Date().toISOString()} ${status} ${method} ${target} ${durationMs.toFixed(1)} ms`);
      },
    });
    await sandbox.listen(portNumber, host);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const stop = async (): Promise<void> => {
    if (state !== undefined) {
      writeFileSync(state, `${JSON.stringify(sandbox.save())}\n`);
      console.log(`State saved to ${state}`);
    }
    await sandbox.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
      });
    });
  }
  console.log(describeAccess(sandbox));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
