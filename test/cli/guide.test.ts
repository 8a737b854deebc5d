import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/args.js';
import { commands } from '../../src/cli/commands.js';
import { readCodeBlocks } from '../support/code-blocks.js';
import { createTestSandbox, renderScreen, runMain } from './run-main.js';

const folder = join('scripts', 'docs', 'guides');
const guide = readFileSync(join(folder, 'command-line.md'), 'utf8');

/** Command lines in the shell samples of the front page and all guides, without the name of the program. */
const samples = ['../front.md', ...readdirSync(folder).filter((name) => name.endsWith('.md'))]
  .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^```sh\b[^\n]*\n(.*?)^```/gms)])
  .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
  .flatMap((line) => /^(?:npx )?codearts-build (.+)$/.exec(line)?.[1] ?? [])
  .map((line) => ({ line, words: splitWords(line) }));

/** Splits a line as a shell does: words, and words in quotes. */
function splitWords(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain!,
  );
}

describe('the guide', () => {
  test('has a section and a sample for every command', () => {
    const headings = [...guide.matchAll(/^## codearts-build (\S+)$/gm)].map(([, name]) => name);
    expect(headings).toEqual(commands.map(({ name }) => name));
    const used = new Set(samples.map(({ words }) => words[0]));
    expect(commands.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  test.each(samples)('has a sample that parses: $line', async ({ words }) => {
    const [name] = words;
    const command = commands.find((one) => one.name === name)!;
    if (!command.parses) {
      expect(() => parseArguments(words, 1, command.options)).not.toThrow();
    } else if (name === 'call') {
      const argv = words.includes('--help') ? words : [...words, '--dry-run'];
      expect((await runMain(createTestSandbox(), argv)).code).toBe(0);
    }
  });

  test('has samples of run that --dry-run accepts', async () => {
    const runs = samples
      .filter(({ words }) => words[0] === 'run')
      .map(({ words }) => words.filter((word) => word !== '--check-params'));
    expect(runs.length).toBeGreaterThan(4);
    for (const words of runs) {
      const argv = [...words, '--dry-run'].filter((word) => word !== '--region' && word !== 'cn-north-4');
      const { code, stderr, stdout } = await runMain(createTestSandbox(), argv);
      expect([code, stderr, stdout.split('\n')[0]]).toEqual([0, '', 'POST http://sandbox.localhost/v1/job/execute']);
    }
  });
});

/** A command of a transcript, with the lines that a terminal shows. A line `…` matches any number of lines. */
interface Step {
  line: string;
  shown: string[];
}

function readSteps(code: string): Step[] {
  const steps: Step[] = [];
  for (const line of code.trimEnd().split('\n')) {
    if (line.startsWith('$ codearts-build ')) steps.push({ line: line.slice('$ codearts-build '.length), shown: [] });
    else steps.at(-1)!.shown.push(line);
  }
  return steps;
}

/** Replaces what depends on the time zone, and IDs. */
const normalize = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\d/g, 'yyyy-MM-dd')
    .replace(/\b\d\d:\d\d(:\d\d)?\b/g, 'HH:mm')
    .replace(/\b[0-9a-f]{32}\b/g, 'ID');

/** Compares lines, with `…` for any number of them. */
function matches(expected: readonly string[], lines: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return lines.length === 0;
  if (first === '…') return lines.some((_, index) => matches(rest, lines.slice(index))) || rest.length === 0;
  return lines[0] === first && matches(rest, lines.slice(1));
}

const transcripts = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => readCodeBlocks(join(folder, name), 'console'));

describe('the transcripts of the guides', () => {
  test('exist', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(8);
  });

  test.each(transcripts)('show what a terminal shows: $place', { timeout: 60_000 }, async ({ code, marks }) => {
    const scenario = marks.find((mark) => mark.startsWith('scenario='))?.slice('scenario='.length);
    const sandbox = createTestSandbox(scenario === undefined ? {} : { scenarios: { 'web-shop': scenario } });
    for (const { line, shown } of readSteps(code)) {
      const { screen } = await runMain(sandbox, splitWords(line), { terminal: true });
      const lines = renderScreen(screen.trimEnd()).map((row) => normalize(row).trimEnd());
      const expected = shown.map((row) => normalize(row).trimEnd());
      if (!matches(expected, lines)) expect(lines.join('\n')).toBe(expected.join('\n'));
    }
  });
});
