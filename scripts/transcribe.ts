/**
 * Compares a saved page of the documentation with the descriptions: `npm run transcribe -- <page>`. A page is HTML as saved by a browser, or copied text.
 *
 * `--draft` prints a path file and an entry of the facts for operations that have no description. The exit code is 1 after an unexplained difference.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readSpec, type Spec } from './spec-rules/spec.js';
import { comparePage, findOperation } from './transcribe/compare.js';
import { draftOperation } from './transcribe/draft.js';
import { readPage } from './transcribe/operations.js';

/** Result of a transcription. */
export interface Transcription {
  lines: string[];
  /** Number of differences without an explanation, and of operations without a description. */
  unexplained: number;
}

/** Compares all operations of a page. */
export function transcribe(spec: Spec, source: string, draft: boolean): Transcription {
  const lines: string[] = [];
  let unexplained = 0;
  for (const page of readPage(source)) {
    const operation = findOperation(spec, page);
    lines.push(
      `${page.method} ${page.path} (${page.title}; ${page.date ?? 'no date'}; status ${page.statuses.join(', ')})`,
    );
    if (!operation) {
      unexplained += 1;
      lines.push('  has no description; --draft prints one');
      if (draft) lines.push(draftOperation(page));
      continue;
    }
    const differences = comparePage(spec, operation, page);
    unexplained += differences.filter(({ explanation }) => explanation === undefined).length;
    lines.push(
      `  ${operation.id}: ${String(page.parameters.length)} parameters, ${String(page.request.size)} request fields, ${String(page.response.size)} response fields, ${String(differences.length)} differences`,
    );
    for (const { at, text, explanation } of differences) {
      lines.push(
        `  ${at.file}:${String(at.line)}: ${text}${explanation === undefined ? '' : `\n      explained: ${explanation}`}`,
      );
    }
  }
  if (lines.length === 0) {
    unexplained += 1;
    lines.push('no operation found; the page must contain "URI", followed by a method and a path');
  }
  return { lines, unexplained };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { draft: { type: 'boolean', default: false } },
  });
  const spec = await readSpec();
  let total = 0;
  for (const file of positionals) {
    const { lines, unexplained } = transcribe(spec, await readFile(file, 'utf8'), values.draft);
    console.log(lines.join('\n'));
    total += unexplained;
  }
  if (positionals.length === 0) console.error('Usage: npm run transcribe -- [--draft] <page> …');
  else console.log(`${String(total)} unexplained ${total === 1 ? 'difference' : 'differences'}`);
  if (total > 0 || positionals.length === 0) process.exitCode = 1;
}
