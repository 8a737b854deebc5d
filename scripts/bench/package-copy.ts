/** A built copy of the package outside the tree with the measured programs, so that no tool of the project takes part. */
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
  /** Runs a program in its own process and returns its report. @throws Error with its output if it fails. */
  run<Report>(program: string, input: object): Promise<Report>;
  /** Starts a server in its own process. */
  serve(program: string, input: object): Promise<Server>;
  remove(): Promise<void>;
}

export interface Server {
  readonly url: string;
  stop(): void;
}

/** Compiles each program into one file. The package stays external and is resolved by its name. */
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

/** Builds the copy in a temporary folder. */
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
      throw new Error(`${program} exited before it printed its URL`);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
