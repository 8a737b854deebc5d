/**
 * Reports the changes of the descriptions since a commit and the version step that they require:
 * `npm run diff:spec -- <git ref>`.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { apis, bundleAll, redoclyIn } from './bundle.js';

/** The version step that a change requires. */
export type Step = 'none' | 'patch' | 'minor' | 'major';

const steps: readonly Step[] = ['none', 'patch', 'minor', 'major'];

/** Returns the larger of two steps. */
export const larger = (a: Step, b: Step): Step => (steps.indexOf(a) >= steps.indexOf(b) ? a : b);

/** Compares two description files with Redocly, outside the project because its configuration is for the linter. */
async function diff(base: string, revision: string, format: 'json' | 'stylish'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-compare-'));
  try {
    return await redoclyIn(folder, 'diff', resolve(base), resolve(revision), `--format=${format}`, '--fail-on=none');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Returns the version step that the changes between two description files require. */
export async function stepBetween(base: string, revision: string): Promise<Step> {
  const json = await diff(base, revision, 'json');
  const { changes } = JSON.parse(json.slice(json.indexOf('{'))) as { changes: { impact: Step }[] };
  return changes.map(({ impact }) => impact).reduce(larger, 'none');
}

/** Returns a bundled document at a commit; undefined if it does not exist there. */
async function committed(ref: string, file: string): Promise<string | undefined> {
  const git = promisify(execFile);
  await git('git', ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).catch(() => {
    throw new Error(`${JSON.stringify(ref)} is not a commit of this repository`);
  });
  return git('git', ['show', `${ref}:${file}`], { maxBuffer: 64 * 2 ** 20 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

async function main(ref: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-diff-'));
  try {
    const documents = await bundleAll();
    let step: Step = 'none';
    for (const api of apis) {
      const before = await committed(ref, `generated/${api}/openapi.json`);
      if (before === undefined) {
        console.log(`${api}: new since ${ref}\n`);
        step = larger(step, 'minor');
        continue;
      }
      const [base, revision] = [join(folder, `${api}-before.json`), join(folder, `${api}-now.json`)] as const;
      await writeFile(base, before);
      await writeFile(revision, JSON.stringify(documents[api]));
      const own = await stepBetween(base, revision);
      console.log(`${api}: ${own}\n${(await diff(base, revision, 'stylish')).trim()}\n`);
      step = larger(step, own);
    }
    console.log(step === 'none' ? `Nothing has changed since ${ref}.` : `Since ${ref} a ${step} version is due.`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2] ?? 'HEAD');
