/**
 * Checks the project's own rules for the files in `openapi/`, which the linter cannot express, and prints the number of operations and their score.
 *
 * Each finding is a line `file:line: rule: reason`. The exit code is 1 if there are findings.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redocly } from './bundle.js';
import { checkRules, formatFinding } from './spec-rules/rules.js';
import { createSpec, type Spec } from './spec-rules/spec.js';
import { mapOf, textOf, textsOf } from './spec-rules/source-tree.js';

/**
 * Minimum score of CodeArts Build, so that a lower one fails. Most of the missing points are booleans, names and free text without constraints, for
 * which no constraint is documented.
 */
const MIN_SCORE = 85;

async function readTexts(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(yaml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
}

function printFindings(spec: Spec): boolean {
  const findings = checkRules(spec);
  for (const finding of findings) console.error(formatFinding(finding));
  if (findings.length > 0) console.error(`${String(findings.length)} finding${findings.length === 1 ? '' : 's'}`);
  return findings.length > 0;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, count: number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts];
}

function printCounts({ apis, operations }: Spec): void {
  for (const api of apis) {
    const here = operations.filter((operation) => operation.api === api);
    console.log(`${api}: ${String(here.length)} operations`);
    for (const [tag, count] of countBy(here, ({ node }) => textsOf(node['tags'])[0] ?? '')) {
      console.log(`  ${tag.padEnd(24)}${String(count).padStart(4)}`);
    }
    const marks = countBy(here, ({ node }) => textOf(mapOf(node['x-evidence'])['source']) ?? '');
    console.log(`  sources: ${marks.map(([source, count]) => `${source} ${String(count)}`).join(', ')}`);
  }
}

async function readScore(api: string): Promise<number> {
  const report = JSON.parse(await redocly('score', api, '--format=json')) as { agentReadiness: number };
  return report.agentReadiness;
}

async function main(): Promise<boolean> {
  const spec = createSpec(await readTexts('openapi'));
  if (spec.tree.problems.length > 0) return printFindings(spec);
  // The scorer runs in its own process, at the same time as the rules.
  const scored = readScore('codearts-build');
  scored.catch(() => undefined);
  const failed = printFindings(spec);
  if (failed) return true;
  printCounts(spec);
  const score = await scored;
  console.log(`score of codearts-build: ${score.toFixed(1)} (at least ${String(MIN_SCORE)})`);
  if (score < MIN_SCORE)
    console.error(
      `The score is below ${String(MIN_SCORE)}: see \`npx redocly score codearts-build --operation-details\`.`,
    );
  return score < MIN_SCORE;
}

if (await main()) process.exitCode = 1;
