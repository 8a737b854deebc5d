#!/usr/bin/env node
/** `codearts-build-sandbox`: serves a sandbox, prints its credentials, and logs each request. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createSandbox, type Language, type Sandbox, type SeedName } from './index.js';
import { requirePeers } from './schema-validator.js';
import { readStateFile, writeStateFile } from './state-file.js';

const USAGE = `codearts-build-sandbox [options]

  --port <number>    Port to listen on. 0 selects a free port.        (default 8080)
  --host <address>   Address to listen on.                            (default 127.0.0.1)
  --seed <name>      Initial data: demo, documented or empty.         (default demo)
  --speed <number>   Speed of the sandbox's clock.                    (default 1)
  --state <file>     JSON file to restore the state from, and to save it to on exit.
  --language <name>  Language of step names and logs: zh or en.       (default zh)
  --realism          Imitate capped pages, missing members, maintenance pages, late records and others.
  --throttle         Limit the rate of requests, as the gateway does.
  --cors             Respond to web pages of any origin.
  --quiet            Do not log requests.
  --version          Print the version.
  -h, --help         Print this help.`;

/** An invalid command line or file, reported in one line without a stack. */
class UsageError extends Error {}

/** Runs a part of the start. Its error is reported in one line. @throws UsageError */
function attempt<T>(prefix: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new UsageError(`${prefix}${(error as Error).message}`);
  }
}

function readNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= min && value <= max) return value;
  throw new UsageError(`--${name} must be a number from ${min} to ${max}; received ${JSON.stringify(text)}`);
}

const readOptions = () =>
  parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      seed: { type: 'string', default: 'demo' },
      speed: { type: 'string', default: '1' },
      state: { type: 'string' },
      language: { type: 'string', default: 'zh' },
      realism: { type: 'boolean', default: false },
      throttle: { type: 'boolean', default: false },
      cors: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      version: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;

/** Returns the version in the nearest package.json above this file. */
function readVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Requires the optional peer dependencies. @throws UsageError with a command that works. */
function requireInstalledPeers(): void {
  try {
    requirePeers();
  } catch (error) {
    if (process.env['npm_command'] !== 'exec') throw new UsageError((error as Error).message);
    // Under npx an installation in the current folder changes nothing.
    const args = process.argv
      .slice(2)
      .map((arg) => (/^[\w./:=-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`));
    const command = ['npx -p codearts-build -p ajv -p ajv-formats codearts-build-sandbox', ...args].join(' ');
    throw new UsageError(`The sandbox requires two more packages: ${command}`);
  }
}

/** Issues a token for the first user, with the IAM project as its scope. */
async function issueToken({ fetch, credentials }: Sandbox): Promise<string> {
  const { userName: name, password, domainName, projectId } = credentials;
  const identity = { methods: ['password'], password: { user: { name, password, domain: { name: domainName } } } };
  const response = await fetch('http://sandbox/v3/auth/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: { identity, scope: { project: { id: projectId } } } }),
  });
  return response.headers.get('x-subject-token') ?? '';
}

function describeAccess({ url, credentials, seed }: Sandbox, token: string): string {
  const { ak, sk, projectId } = credentials;
  const task = Object.values(seed.jobIds)[0];
  return `The sandbox listens at ${url} (open it in a browser to see tasks, builds and logs).

export HUAWEICLOUD_SDK_AK=${ak}
export HUAWEICLOUD_SDK_SK=${sk}
export HUAWEICLOUD_SDK_PROJECT_ID=${projectId}
export SANDBOX_TOKEN=${token}

curl -H "X-Auth-Token: $SANDBOX_TOKEN" '${url}/v1/job/${seed.projectId}/list?page_index=0&page_size=10'

  project_id  ${seed.projectId}
${task === undefined ? '' : `  job_id      ${task}\n`}
  createClient({ endpoint: '${url}', credentials: { ak: '${ak}', sk: '${sk}', projectId: '${projectId}' } })

Press Ctrl-C to stop.
`;
}

async function main(): Promise<void> {
  const { port, host, seed, speed, state, language, realism, throttle, cors, quiet, version, help } = attempt(
    '',
    readOptions,
  );
  if (help || version) {
    console.log(help ? USAGE : readVersion());
    return;
  }
  const portNumber = readNumber('port', port, 0, 65_535);
  const factor = readNumber('speed', speed, 0.001, 100_000);
  requireInstalledPeers();
  // The request for the token that is printed is not logged.
  let logs = false;
  const saved = state === undefined ? undefined : attempt('--state: ', () => readStateFile(state));
  const sandbox = attempt(saved !== undefined ? `--state ${state!}: ` : '', () =>
    createSandbox({
      clock: factor === 1 ? 'real' : { speed: factor },
      seed: seed as SeedName,
      language: language as Language,
      realism,
      throttling: throttle,
      cors,
      saved,
      onResponse: ({ method, target, status, durationMs }) => {
        if (logs) console.log(`${new Date().toISOString()} ${status} ${method} ${target} ${durationMs.toFixed(1)} ms`);
      },
    }),
  );
  await sandbox.listen(portNumber, host).catch((error: unknown) => {
    throw new UsageError((error as Error).message);
  });
  /** Saves the state and closes the sandbox. A failed save does not keep the process running. */
  const stop = async (): Promise<void> => {
    try {
      if (state !== undefined) {
        writeStateFile(state, sandbox.save());
        console.log(`State saved to ${state}`);
      }
    } catch (error) {
      console.error(`--state: cannot save to ${state!}: ${(error as Error).message}`);
      process.exitCode = 1;
    }
    await sandbox.close();
  };
  // The server goes on without a reader of its log.
  process.stdout.on('error', () => {});
  // Each signal once: the second one ends the process.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  const token = await issueToken(sandbox);
  console.log(describeAccess(sandbox, token));
  logs = !quiet;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\nFor help, run codearts-build-sandbox --help`);
  process.exitCode = 2;
}
