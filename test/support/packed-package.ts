import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
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

/** Unpacks a tarball, to test the one that is published. */
async function unpack(tarball: string, folder: string): Promise<PackedPackage> {
  const copy = 'package.tgz';
  await cp(tarball, join(folder, copy));
  await run('tar', ['-xzf', copy], { cwd: folder });
  const source = join(folder, 'package');
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => ({
      path: relative(source, path).split(sep).join('/'),
      size: (await stat(path)).size,
    })),
  );
  const unpackedSize = files.reduce((sum, { size }) => sum + size, 0);
  return { folder, source, tarball: join(folder, copy), files, unpackedSize };
}

/** Returns the package in a new folder: built and packed, or the tarball that `PACKAGE_TARBALL` names. */
export async function packPackage(): Promise<PackedPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-packed-'));
  const given = process.env['PACKAGE_TARBALL'];
  if (given) return unpack(given, folder);
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
