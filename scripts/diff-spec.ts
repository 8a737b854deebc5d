/**
 * Reports the changes of the descriptions since a commit and the version step that they require:
 * `npm run diff:spec -- <git ref>`.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { apis, redoclyIn } from './bundle.js';

const run = promisify(execFile);

/** The version step that a change requires. */
export type Step = 'none' | 'patch' | 'minor' | 'major';

const steps: readonly Step[] = ['none', 'patch', 'minor', 'major'];

/** Returns the larger of two steps. */
export const larger = (a: Step, b: Step): Step => (steps.indexOf(a) >= steps.indexOf(b) ? a : b);

interface Position {
  file: string;
  line: number;
}

/** A change between two descriptions. */
export interface Change {
  impact: Step;
  kind: string;
  /** JSON pointer in the document. */
  path: string;
  property?: string;
  /** Absolute path and line in the old description, if it contains the entry. */
  base?: Position;
  /** Absolute path and line in the new description, if it contains the entry. */
  revision?: Position;
}

/** Compares two descriptions with Redocly, in an empty folder because the project's configuration is for the linter. */
export async function compare(base: string, revision: string): Promise<Change[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'codearts-build-compare-')));
  try {
    const json = await redoclyIn(folder, 'diff', resolve(base), resolve(revision), '--format=json', '--fail-on=none');
    const { changes } = JSON.parse(json.slice(json.indexOf('{'))) as { changes: Change[] };
    const locate = (position: Position | undefined) =>
      position && { ...position, file: resolve(folder, position.file) };
    return changes.map((change) => {
      const [before, after] = [locate(change.base), locate(change.revision)];
      return { ...change, ...(before && { base: before }), ...(after && { revision: after }) };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Returns the version step that changes require. */
export const stepOf = (changes: readonly Change[]): Step => changes.map(({ impact }) => impact).reduce(larger, 'none');

/** `#/paths/~1v1~1job/get` -> `paths · /v1/job · get`. */
const readable = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' · ');

/** Extracts the descriptions of a commit. Returns their folder, or undefined if the commit has none. */
async function extract(root: string, ref: string, folder: string): Promise<string | undefined> {
  const { stdout } = await run('git', ['ls-tree', '--name-only', ref, 'openapi'], { cwd: root });
  if (stdout.trim() === '') return undefined;
  const archive = join(folder, 'openapi.tar');
  await run('git', ['archive', `--output=${archive}`, ref, 'openapi'], { cwd: root });
  await run('tar', ['-xf', 'openapi.tar'], { cwd: folder });
  return folder;
}

/** Returns the report on the changes of a working tree since a commit. @throws Error if the commit does not exist. */
export async function reportChanges(root: string, ref: string): Promise<string> {
  await run('git', ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], { cwd: root }).catch(() => {
    throw new Error(`${JSON.stringify(ref)} must be a commit, branch or tag of this repository`);
  });
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'codearts-build-diff-')));
  try {
    const old = await extract(root, ref, folder);
    const lines: string[] = [];
    let step: Step = 'none';
    for (const api of apis) {
      const path = join('openapi', api, 'openapi.yaml');
      if (!existsSync(join(root, path))) continue;
      if (!old || !existsSync(join(old, path))) {
        lines.push(`${api}: added since ${ref}`);
        step = larger(step, 'minor');
        continue;
      }
      const changes = await compare(join(old, path), join(root, path));
      step = larger(step, stepOf(changes));
      for (const { impact, kind, path: pointer, property, base, revision } of changes) {
        const place = revision ? relative(root, revision.file) : `${ref}:${base ? relative(old, base.file) : ''}`;
        const line = String((revision ?? base)?.line ?? 1);
        const subject = [readable(pointer), ...(property === undefined ? [] : [property])].join(' · ');
        lines.push(`${place.split(sep).join('/')}:${line}: ${impact}: ${kind} ${api} · ${subject}`);
      }
    }
    lines.push(
      lines.length === 0 ? `nothing has changed since ${ref}` : `changes since ${ref} require a ${step} version`,
    );
    return lines.join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(await reportChanges(process.cwd(), process.argv[2] ?? 'HEAD'));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
