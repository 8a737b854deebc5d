/** A built copy of the package outside of the tree, with the programs that are measured: what users run, and nothing of the tools around it. */
import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build as bundle } from 'esbuild';
import { build } from '../build.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface PackageCopy {
  /** Folder of the copy. Programs in it import the package by its name. */
  readonly folder: string;
  /** Runs a program in a process of its own, and returns what it reports. @throws Error with what it wrote where it fails. */
  run<Report>(program: string, input: object): Promise<Report>;
  /** Starts a server in a process of its own. */
  serve(program: string, input: object): Promise<Server>;
  remove(): Promise<void>;
}

export interface Server {
  readonly url: string;
  stop(): void;
}

/** Compiles the programs, each into one file. The package itself is left outside, to be found by its name. */
async function compilePrograms(folder: string): Promise<void> {
  const source = join(root, 'scripts', 'bench', 'programs');
  const files = await readdir(source);
  await bundle({
    entryPoints: files.map((file) => join(source, file)),
    outdir: join(folder, 'programs'),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
}

/** Builds the copy, in a folder for temporary files. */
export async function copyPackage(): Promise<PackageCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-bench-'));
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await Promise.all([build(join(folder, 'dist'), { check: false }), compilePrograms(folder)]);
  const commandOf = (program: string, input: object): string[] => [
    '--expose-gc',
    join(folder, 'programs', `${program}.js`),
    JSON.stringify(input),
  ];
  return {
    folder,
    async run<Report>(program: string, input: object) {
      const { stdout } = await promisify(execFile)(process.execPath, commandOf(program, input));
      return JSON.parse(stdout) as Report;
    },
    async serve(program, input) {
      const child = spawn(process.execPath, commandOf(program, input), { stdio: ['ignore', 'pipe', 'inherit'] });
      for await (const url of createInterface(child.stdout)) return { url, stop: () => child.kill() };
      throw new Error(`${program} ended before it listened`);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
