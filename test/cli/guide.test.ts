import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/args.js';
import { commands } from '../../src/cli/commands.js';
import { createTestSandbox, runMain } from './run-main.js';

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
