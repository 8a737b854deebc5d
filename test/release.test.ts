import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { missingForRelease } from '../scripts/check-release.js';

const manifest = {
  version: '1.2.0',
  repository: { type: 'git', url: 'git+https://github.com/example/codearts-build' },
  bugs: 'https://github.com/example/codearts-build/issues',
  homepage: 'https://example.github.io/codearts-build',
};
const changelog = '# Changelog\n\n## 1.2.0 - 2026-01-02\n';

describe('the release check', () => {
  test('accepts a complete manifest, changelog and tag', () => {
    expect(missingForRelease(manifest, changelog, 'v1.2.0')).toEqual([]);
    expect(missingForRelease({ ...manifest, repository: manifest.repository.url }, changelog, 'v1.2.0')).toEqual([]);
  });

  test.each([
    ['a missing repository', { ...manifest, repository: '' }, changelog, 'v1.2.0', 'repository'],
    ['another host', { ...manifest, repository: 'https://example.com/a/b' }, changelog, 'v1.2.0', 'repository'],
    ['a private package', { ...manifest, private: true }, changelog, 'v1.2.0', 'private'],
    ['a missing issue tracker', { ...manifest, bugs: undefined }, changelog, 'v1.2.0', 'bugs'],
    ['another tag', manifest, changelog, 'v1.2.1', 'tag must be v1.2.0; received "v1.2.1"'],
    ['an unreleased changelog', manifest, '## 1.2.0 (unreleased)\n', 'v1.2.0', 'CHANGELOG.md'],
    ['another changelog', manifest, '## 1x2.0 - 2026-01-02\n', 'v1.2.0', 'CHANGELOG.md'],
  ])('reports %s', (_, changed, text, tag, finding) => {
    expect(missingForRelease(changed, text, tag)).toEqual([expect.stringContaining(finding)]);
  });
});

interface Workflow {
  jobs: Record<
    string,
    { needs?: string; permissions?: Record<string, string>; steps: { uses?: string; run?: string }[] }
  >;
}

describe('the workflow', async () => {
  const { jobs } = parse(await readFile('.github/workflows/ci.yml', 'utf8')) as Workflow;
  const commandsOf = (job: string): string[] => jobs[job]!.steps.flatMap(({ run }) => run ?? []);

  test('grants id-token to the publish job only, which runs no code of the project', () => {
    const withToken = Object.entries(jobs).filter(([, { permissions }]) => permissions?.['id-token'] !== undefined);
    expect(withToken.map(([name]) => name)).toEqual(['publish']);
    expect(jobs['publish']!.steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))).toBe(false);
    expect(commandsOf('publish')).toEqual(['npm publish ./*.tgz --provenance --access public --ignore-scripts']);
  });

  test('publishes the tarball that it has tested, after the release check', () => {
    expect(jobs['publish']!.needs).toBe('pack');
    expect(jobs['pack']!.needs).toBe('test');
    expect(commandsOf('pack')).toEqual([
      'npm ci',
      'npm run check:release -- "$GITHUB_REF_NAME"',
      'npm ci --prefix test/runtimes',
      'npm ci --prefix test/tools',
      'npm ci --prefix test/queue',
      'sudo apt-get update -qq && sudo apt-get install -y -qq redis-server',
      'npm pack --pack-destination "$RUNNER_TEMP"',
      'PACKAGE_TARBALL="$(ls "$RUNNER_TEMP"/*.tgz)" npm run test:package',
    ]);
  });

  test('installs what .ci/run installs, because nothing is skipped in CI', async () => {
    const installs = (await readFile('.ci/run', 'utf8')).match(/^npm ci.*$/gm)!;
    expect(installs.length).toBeGreaterThan(1);
    expect(commandsOf('test')).toEqual(expect.arrayContaining(installs));
  });

  test('pins every action to a commit', () => {
    const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(actions.length).toBeGreaterThan(5);
    for (const action of actions) expect(action).toMatch(/@[0-9a-f]{40}$/);
  });
});
