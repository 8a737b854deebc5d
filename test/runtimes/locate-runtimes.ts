import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from '../support/chromium.js';

/** A runtime that the package is tried on. */
export interface Runtime {
  name: string;
  kind: 'node' | 'bun' | 'deno' | 'workerd' | 'chromium';
  /** Its program; undefined where it is not installed. */
  program: string | undefined;
}

const modules = join(import.meta.dirname, 'node_modules');

/** The packages that carry a runtime's program, by platform and architecture, and where it stands in them. */
const packages = {
  bun: {
    'linux-x64': '@oven/bun-linux-x64/bin/bun',
    'darwin-arm64': '@oven/bun-darwin-aarch64/bin/bun',
    'win32-x64': '@oven/bun-windows-x64/bin/bun.exe',
  },
  deno: {
    'linux-x64': '@deno/linux-x64-glibc/deno',
    'darwin-arm64': '@deno/darwin-arm64/deno',
    'win32-x64': '@deno/win32-x64/deno.exe',
  },
  workerd: {
    'linux-x64': '@cloudflare/workerd-linux-64/bin/workerd',
    'darwin-arm64': '@cloudflare/workerd-darwin-arm64/bin/workerd',
  },
} satisfies Record<string, Record<string, string>>;

const ifThere = (file: string | undefined): string | undefined =>
  file !== undefined && existsSync(file) ? file : undefined;

const platform = `${process.platform}-${process.arch}`;

/** A runtime, unless there is no package of it for this platform. */
function locatePackaged(name: string, kind: keyof typeof packages): Runtime[] {
  const programs: Partial<Record<string, string>> = packages[kind];
  const program = programs[platform];
  return program === undefined ? [] : [{ name, kind, program: ifThere(join(modules, program)) }];
}

/** The versions of Node that are installed besides the one that runs the tests. There are packages of them for Linux only. */
const nodeVersions = (platform === 'linux-x64' ? ['20', '22', '24', '26'] : []).filter(
  (version) => version !== process.versions.node.split('.')[0],
);

/** The runtimes that there are for this platform, installed or not. */
export function locateRuntimes(): Runtime[] {
  const nodes = nodeVersions.map((version): Runtime => {
    return { name: `Node ${version}`, kind: 'node', program: ifThere(join(modules, `node-${version}`, 'bin', 'node')) };
  });
  return [
    { name: `Node ${process.versions.node}`, kind: 'node', program: process.execPath },
    ...nodes,
    ...locatePackaged('Bun', 'bun'),
    ...locatePackaged('Deno', 'deno'),
    ...locatePackaged('workerd', 'workerd'),
    { name: 'Chromium', kind: 'chromium', program: chromiumPath },
  ];
}

/** A compiler of another version than the project's; undefined where it is not installed. */
export const locateCompiler = (version: '5.4' | '7.0'): string | undefined =>
  ifThere(join(modules, `typescript-${version}`, 'bin', 'tsc'));
