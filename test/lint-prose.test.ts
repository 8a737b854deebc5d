import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lintProse } from '../scripts/lint-prose.js';

const fixture = (name: string): string => `test/fixtures/prose/${name}`;

/** Returns the findings in a fixture, without its path. */
const findingsIn = async (name: string): Promise<string[]> =>
  (await lintProse([fixture(name)])).map((finding) => finding.slice(fixture(name).length + 1));

interface ProseRules {
  rules: { pattern: string; expected: string }[];
  descriptions: { pattern: string; expected: string }[];
}

describe('the prose rules', () => {
  test('report every line of the Markdown fixture', async () => {
    const lines = (await readFile(fixture('relics.md'), 'utf8')).trim().split('\n');
    const found = new Set((await findingsIn('relics.md')).map((finding) => Number(finding.split(':')[0])));
    expect(lines.filter((_, index) => !found.has(index + 1))).toEqual([]);
  });

  test('each report something in the fixtures', async () => {
    const { rules, descriptions } = parse(await readFile('.prose.yml', 'utf8')) as ProseRules;
    const findings = (await Promise.all(['relics.md', 'relics.ts', 'relics.yaml'].map(findingsIn))).flat();
    const silent = [...rules, ...descriptions].filter(({ expected }) => {
      const [before, after] = expected.split(/\$\d/) as [string, string?];
      return !findings.some((finding) => finding.includes(` => ${before}`) && finding.endsWith(after ?? before));
    });
    expect(silent).toEqual([]);
  });

  test('apply to comments, strings and templates of TypeScript, across line breaks and expressions', async () => {
    const positions = (await findingsIn('relics.ts')).map((finding) => finding.split(': ')[0]);
    expect(positions).toEqual(['1:1', '4:42', '6:50', '9:10', '12:59', '14:77']);
  });

  test('apply to comments and texts of YAML, and report origins there', async () => {
    const findings = await findingsIn('relics.yaml');
    expect(findings.map((finding) => finding.split(': ')[0])).toEqual(['1:18', '3:23', '5:44', '6:20', '11:24']);
    expect(findings.at(-1)).toContain('(move to x-evidence.note)');
  });

  test.each(['correct.md', 'correct.ts', 'correct.yaml'])('report nothing in %s', async (name) => {
    expect(await findingsIn(name)).toEqual([]);
  });
});

test('lint:prose prints findings with their positions and exits with 1', { timeout: 60_000 }, async () => {
  const args = ['--import', 'tsx', 'scripts/lint-prose.ts', fixture('relics.ts'), fixture('correct.ts')];
  await expect(promisify(execFile)(process.execPath, args)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^test\/fixtures\/prose\/relics\.ts:1:1: .*\n(.*\n)+6 findings\. /) as string,
  });
});
