/**
 * Checks the project's own rules for the files in `openapi/`, which the linter cannot express, and prints the number of operations and their score.
 *
 * Each finding is a line `file:line: rule: reason`. The exit code is 1 if there are findings.
 */
import { checkRules, formatFinding } from './spec-rules/rules.js';
import { readSpec, type Spec } from './spec-rules/spec.js';
import { mapOf, textOf, textsOf } from './spec-rules/source-tree.js';

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

async function main(): Promise<boolean> {
  const spec = await readSpec();
  if (spec.tree.problems.length > 0) return printFindings(spec);
  const failed = printFindings(spec);
  if (!failed) printCounts(spec);
  return failed;
}

if (await main()) process.exitCode = 1;
