import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from '../support/chromium.js';

/** A runtime that runs the package tests. */
export interface Runtime {
  name: string;
  kind: 'node' | 'bun' | 'deno' | 'workerd' | 'chromium';
  /** Path of the executable; undefined if it is not installed. */
  executable: string | undefined;
}

const modules = join(import.meta.dirname, 'node_modules');

/** Path of each runtime's executable in its npm package, by platform and architecture. */
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

const ifExists = (file: string | undefined): string | undefined =>
  file !== undefined && existsSync(file) ? file : undefined;

const platform = `${process.platform}-${process.arch}`;

/** Returns a runtime, or nothing if it has no package for this platform. */
function locatePackaged(name: string, kind: keyof typeof packages): Runtime[] {
  const executables: Partial<Record<string, string>> = packages[kind];
  const executable = executables[platform];
  return executable === undefined ? [] : [{ name, kind, executable: ifExists(join(modules, executable)) }];
}

/** The Node.js versions to test in addition to the current one. npm has packages of them for Linux only. */
const nodeVersions = (platform === 'linux-x64' ? ['20', '22', '24', '26'] : []).filter(
  (version) => version !== process.versions.node.split('.')[0],
);

/** Returns the runtimes available for this platform, installed or not. */
export function locateRuntimes(): Runtime[] {
  const nodes = nodeVersions.map((version): Runtime => {
    return {
      name: `Node ${version}`,
      kind: 'node',
      executable: ifExists(join(modules, `node-${version}`, 'bin', 'node')),
    };
  });
  return [
    { name: `Node ${process.versions.node}`, kind: 'node', executable: process.execPath },
    ...nodes,
    ...locatePackaged('Bun', 'bun'),
    ...locatePackaged('Deno', 'deno'),
    ...locatePackaged('workerd', 'workerd'),
    { name: 'Chromium', kind: 'chromium', executable: chromiumPath },
  ];
}

/** Returns the path of another version of the TypeScript compiler; undefined if it is not installed. */
export const locateCompiler = (version: '5.4' | '7.0'): string | undefined =>
  ifExists(join(modules, `typescript-${version}`, 'bin', 'tsc'));
