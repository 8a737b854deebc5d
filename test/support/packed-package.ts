import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../../scripts/build.js';

const run = promisify(execFile);

/** The packed package. */
export interface PackedPackage {
  /** Temporary folder. The caller removes it. */
  folder: string;
  /** Folder that is packed. */
  source: string;
  tarball: string;
  /** Its files. */
  files: { path: string; size: number }[];
  /** Unpacked size in bytes. */
  unpackedSize: number;
}

/** Runs npm, which can be a shell script. Returns its output. */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  const script = process.env['npm_execpath'];
  const [command, leading] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  // Without settings of the test runner, such as those for coverage.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_|VITEST)/.test(name)));
  const shell = command === 'npm' && process.platform === 'win32';
  const { stdout } = await run(command, [...leading, ...args], { cwd, env, shell, maxBuffer: 64 * 2 ** 20 });
  return stdout;
}

/** Builds and packs the package in a new folder. */
export async function packPackage(): Promise<PackedPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-packed-'));
  const source = join(folder, 'source');
  await mkdir(source);
  for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']) await cp(name, join(source, name));
  await build(join(source, 'dist'), { check: false });
  const report = JSON.parse(await npm(['pack', '--json', '--ignore-scripts'], source)) as unknown;
  // npm 12 reports an object by name instead of a list.
  const [packed] = Object.values(report as Record<string, Omit<PackedPackage, 'tarball'> & { filename: string }>);
  if (!packed) throw new Error('npm pack reported nothing');
  const { filename, files, unpackedSize } = packed;
  return { folder, source, tarball: join(source, filename), files, unpackedSize };
}

/** Creates a project with this package and others installed. Returns its folder. */
export async function createProject(packed: PackedPackage, name: string, others: readonly string[]): Promise<string> {
  const project = join(packed.folder, name);
  await mkdir(project);
  await writeFile(join(project, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['install', ...quiet, packed.tarball, ...others], project);
  return project;
}
