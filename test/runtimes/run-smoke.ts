/** Runs the smoke program in each kind of runtime and returns its report. */
import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { launchChromium } from '../support/chromium.js';
import type { Runtime } from './locate-runtimes.js';
import type { SmokeReport, SmokeTarget } from './smoke.js';

/**
 * How the program gets the package: from `node_modules`, resolved by the runtime, or from a web bundle, in one file or split into lazy-loaded
 * files.
 */
export type Delivery = 'installed' | 'bundled' | 'split';

/** Timeout per runtime in milliseconds. */
const LIMIT_MS = 60_000;

const smoke = JSON.stringify(join(import.meta.dirname, 'smoke.ts'));

/** Entry points: environment variable and stdout, a function of a page, a request to a worker; and a program that runs the sandbox. */
const entries = {
  console: `
    import * as library from 'codearts-build';
    import { runSmoke } from ${smoke};
    console.log(JSON.stringify(await runSmoke(library, JSON.parse(process.env.SMOKE_TARGET))));`,
  page: `
    import * as library from 'codearts-build';
    import { runSmoke } from ${smoke};
    export const run = (target) => runSmoke(library, target);`,
  worker: `
    import * as library from 'codearts-build';
    import { runSmoke } from ${smoke};
    export default {
      async fetch(request) {
        try {
          return Response.json(await runSmoke(library, await request.json()));
        } catch (error) {
          return new Response(String(error?.stack ?? error), { status: 500 });
        }
      },
    };`,
  sandbox: `
    import { createClient } from 'codearts-build';
    import { createSandbox } from 'codearts-build/sandbox';
    const sandbox = createSandbox();
    const names = [];
    const options = [{ endpoint: 'http://sandbox', fetch: sandbox.fetch }, { endpoint: await sandbox.listen() }];
    for (const option of options) {
      const build = createClient({ ...option, credentials: sandbox.credentials });
      const tasks = await build.paginate('listProjectJobs', { project_id: sandbox.seed.projectId }).toArray();
      names.push(tasks.map(({ job_name }) => job_name));
    }
    await sandbox.close();
    console.log(JSON.stringify(names));`,
};

/** Bundles the program in a project with the package installed. Returns the file. */
export async function bundleSmoke(project: string, entry: keyof typeof entries, delivery: Delivery): Promise<string> {
  const folder = join(project, `${entry}-${delivery}`);
  const file = join(folder, 'smoke.mjs');
  await build({
    stdin: { contents: entries[entry], resolveDir: project },
    outdir: folder,
    entryNames: 'smoke',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: delivery === 'split',
    format: 'esm',
    target: 'es2022',
    platform: delivery === 'installed' ? 'neutral' : 'browser',
    external: delivery === 'installed' ? ['codearts-build', 'codearts-build/sandbox'] : [],
    logLevel: 'silent',
  });
  return file;
}

/** Returns the environment without the settings of the test runner. */
const cleanEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_|VITEST|HUAWEICLOUD_|npm_)/.test(name)),
  ),
  DENO_NO_UPDATE_CHECK: '1',
  NO_COLOR: '1',
});

/** Arguments to run a file with access to network, file system and environment. */
const consoleArguments: Partial<Record<Runtime['kind'], string[]>> = {
  deno: [
    'run',
    '--no-remote',
    '--node-modules-dir=manual',
    '--allow-net',
    '--allow-read',
    '--allow-env',
    '--allow-sys',
  ],
};

/** Runs a program in a runtime with a command line. Returns its output, parsed as JSON. */
export async function runOnConsole(
  { kind, executable }: { kind: Runtime['kind']; executable: string },
  file: string,
  target?: SmokeTarget,
): Promise<unknown> {
  const args = [...(consoleArguments[kind] ?? []), basename(file)];
  // In a variable, because arguments are printed if the program fails.
  const env = { ...cleanEnvironment(), ...(target && { SMOKE_TARGET: JSON.stringify(target) }) };
  const { stdout } = await promisify(execFile)(executable, args, { cwd: dirname(file), env, timeout: LIMIT_MS });
  return JSON.parse(stdout) as unknown;
}

const workerConfig = (file: string): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "smoke", worker = (
      modules = [(name = "smoke", esModule = embed ${JSON.stringify(basename(file))})],
      compatibilityDate = "2025-09-01",
    )),
    (name = "internet", network = (allow = ["local", "private", "public"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "smoke")],
);
`;

/** Reads the port from the control messages of workerd. */
async function readPort(control: Readable): Promise<number> {
  let text = '';
  for await (const chunk of control) {
    text += String(chunk);
    const port = /"event":"listen".*?"port":(\d+)/.exec(text)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error(`workerd did not listen: ${text}`);
}

/** Runs the program in a worker. */
export async function runInWorkerd(executable: string, file: string, target: SmokeTarget): Promise<SmokeReport> {
  const config = `${file}.capnp`;
  await writeFile(config, workerConfig(file));
  const child = spawn(executable, ['serve', config, '--control-fd=3'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: cleanEnvironment(),
    timeout: LIMIT_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  try {
    const port = await readPort(child.stdio[3] as Readable);
    const response = await fetch(`http://127.0.0.1:${String(port)}/`, { method: 'POST', body: JSON.stringify(target) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as SmokeReport;
  } catch (error) {
    throw new Error(`workerd failed: ${output}`, { cause: error });
  } finally {
    child.kill();
  }
}

/** Serves an empty page and the files of the program. */
async function servePage(folder: string): Promise<{ url: string; close: () => void }> {
  const server = createServer(({ url = '/' }, response) => {
    const name = basename(url);
    const isScript = name.endsWith('.mjs');
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    if (isScript) createReadStream(join(folder, name)).pipe(response);
    else response.end('<!doctype html><title>Smoke</title><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => server.close().closeAllConnections(),
  };
}

/** Runs the program in a page. The target must allow pages of other origins. */
export async function runInChromium(file: string, target: SmokeTarget): Promise<SmokeReport> {
  const page = await servePage(dirname(file));
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    await tab.goto(page.url);
    const run = `import('/${basename(file)}').then(({ run }) => run(${JSON.stringify(target)}))`;
    return await tab.evaluate<SmokeReport>(run);
  } finally {
    await browser.close();
    page.close();
  }
}
