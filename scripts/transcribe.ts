/**
 * Compares a saved page of the documentation with the descriptions: `npm run transcribe -- <page>`. A page is HTML as saved by a browser, or copied text.
 *
 * `--draft` prints a path file and an entry of the facts for operations that have no description; `--draft --tag <tag>` writes them. The exit code is 1 after
 * an unexplained difference, a part of a page that cannot be read, or an unusable file.
 */
import { readFile, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readSpec, type Spec } from './spec-rules/spec.js';
import { comparePage, findOperation, sameTemplate } from './transcribe/compare.js';
import { draftOperation } from './transcribe/draft.js';
import { readPage, type PageOperation } from './transcribe/operations.js';
import { writeDraft } from './transcribe/write-draft.js';

const USAGE = 'Usage: npm run transcribe -- [--draft [--tag <tag>]] <page> …';

/** Result of a transcription. */
export interface Transcription {
  lines: string[];
  /** Number of differences without an explanation, of parts that cannot be read, and of operations without a description. */
  unexplained: number;
  /** Operations without a description. */
  missing: PageOperation[];
}

/** Returns a text in one line, shortened. */
const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
};

const count = (number: number, noun: string): string => `${String(number)} ${noun}${number === 1 ? '' : 's'}`;

/** Compares all operations of a page. */
export function transcribe(spec: Spec, source: string): Transcription {
  const lines: string[] = [];
  const missing: PageOperation[] = [];
  let unexplained = 0;
  for (const page of readPage(source)) {
    const operation = findOperation(spec, page);
    const { parameters, request, response } = page;
    const sizes = `${count(parameters.length, 'parameter')}, ${count(request.size, 'request field')}, ${count(response.size, 'response field')}`;
    lines.push(
      `${page.method} ${page.path} (${page.title}; ${page.date ?? 'no date'}; status ${page.statuses.join(', ') || 'unknown'}; ${sizes})`,
    );
    for (const text of page.unread) lines.push(`  not read: ${shorten(text)}`);
    for (const text of page.skipped) lines.push(`  not compared: ${shorten(text)}`);
    unexplained += page.unread.length;
    if (!operation) {
      unexplained += 1;
      missing.push(page);
      const others = spec.operations.filter(({ path }) => sameTemplate(path, page.path));
      for (const { id, method, file } of others)
        lines.push(`  the path has ${method.toUpperCase()} (${id}) in ${file}`);
      lines.push('  has no description; add --draft to write one');
      continue;
    }
    const differences = comparePage(spec, operation, page);
    unexplained += differences.filter(({ explanation }) => explanation === undefined).length;
    lines.push(`  ${operation.id}: ${count(differences.length, 'difference')}`);
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
  return { lines, unexplained, missing };
}

const MAX_MEBIBYTES = 32;

/** Decodes text; undefined if it is not in this encoding. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Reads a page as text, in UTF-8, UTF-16 with a byte order mark, or the encoding that its HTML names. @throws Error if it is none. */
export async function readSource(file: string): Promise<string> {
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) throw new Error(`${file} ${info ? 'is not a file' : 'does not exist'}`);
  if (info.size > MAX_MEBIBYTES * 2 ** 20)
    throw new Error(`${file} is larger than ${String(MAX_MEBIBYTES)} MiB; save the page of one operation`);
  const bytes = await readFile(file);
  const named = /<meta[^>]*charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1];
  const isWide = /^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2));
  const encodings = isWide ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', named ?? 'utf-8'];
  const text = encodings.map((encoding) => decode(bytes, encoding)).find((found) => found !== undefined);
  if (text === undefined)
    throw new Error(
      `${file} is not text in UTF-8, UTF-16 or the encoding that its HTML names; save the page as HTML, or copy its text`,
    );
  if (text.trim() === '') throw new Error(`${file} is empty`);
  if (/^(?:From|MIME-Version|Snapshot-Content-Location): /m.test(text.slice(0, 500)))
    throw new Error(`${file} is a web archive; save the page as HTML, or copy its text`);
  return text;
}

/** Returns the draft of an operation as text. */
export function printDraft(spec: Spec, page: PageOperation): string {
  const { id, yaml, facts } = draftOperation(spec, page);
  return `# openapi/<api>/paths/<tag>/${id}.yaml\n${yaml}\n# openapi/facts/<api>.json\n${JSON.stringify({ [id]: facts }, undefined, 2)}\n`;
}

/** Runs the command. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { positionals: files, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { draft: { type: 'boolean', default: false }, tag: { type: 'string' } },
  });
  if (files.length === 0) throw new Error('a page is required');
  if (values.tag !== undefined && !values.draft) throw new Error('--tag requires --draft');
  let total = 0;
  for (const file of files) {
    const source = await readSource(file);
    // Drafts of earlier pages are descriptions now.
    const spec = await readSpec();
    const { lines, unexplained, missing } = transcribe(spec, source);
    console.log(lines.join('\n'));
    total += unexplained;
    for (const page of values.draft ? missing : []) {
      if (values.tag === undefined) console.log(printDraft(spec, page));
      else for (const name of await writeDraft(spec, page, values.tag)) console.log(`  wrote ${name}`);
    }
    if (values.draft && missing.length > 0) {
      console.log(
        values.tag === undefined
          ? '--tag <tag> writes the draft to its files'
          : 'Replace the texts in parentheses by words of your own. `npm run lint:spec` lists what is left to do.',
      );
    }
  }
  console.log(`${String(total)} unexplained ${total === 1 ? 'difference' : 'differences'}`);
  return total > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // The output is long; `head` closes it early.
  process.stdout.on('error', () => process.exit());
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}. ${USAGE}`);
    process.exitCode = 2;
  }
}
