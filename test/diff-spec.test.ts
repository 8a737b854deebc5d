import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { compare, larger, reportChanges, stepOf } from '../scripts/diff-spec.js';

type Json = Record<string, unknown>;

/** Returns a small description. */
const version = (parameters: Json[], fields: Json, description = 'Returns a task.'): Json => ({
  openapi: '3.1.0',
  info: { title: 'Tasks', version: '1' },
  paths: {
    '/task': {
      get: {
        operationId: 'showTask',
        description,
        parameters,
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { type: 'object', properties: fields } } },
          },
        },
      },
    },
  },
});

const parameter = (name: string, required: boolean): Json => ({
  name,
  in: 'query',
  required,
  schema: { type: 'string' },
});
const base = version([parameter('a', true)], { id: { type: 'string' }, name: { type: 'string' } });

test.concurrent.each([
  ['none', 'nothing', base],
  [
    'patch',
    'a changed text',
    version([parameter('a', true)], { id: { type: 'string' }, name: { type: 'string' } }, 'Other words.'),
  ],
  [
    'minor',
    'an added field',
    version([parameter('a', true)], { id: { type: 'string' }, name: { type: 'string' }, age: { type: 'integer' } }),
  ],
  [
    'minor',
    'an added optional parameter',
    version([parameter('a', true), parameter('b', false)], { id: { type: 'string' }, name: { type: 'string' } }),
  ],
  [
    'major',
    'an added required parameter',
    version([parameter('a', true), parameter('b', true)], { id: { type: 'string' }, name: { type: 'string' } }),
  ],
  ['major', 'a removed field', version([parameter('a', true)], { id: { type: 'string' } })],
  ['major', 'a removed operation', { ...base, paths: {} }],
])('requires a %s version after %s', { timeout: 60_000 }, async (step, _, revision) => {
  const folder = mkdtempSync(join(tmpdir(), 'codearts-build-diff-test-'));
  try {
    const [before, after] = [join(folder, 'before.json'), join(folder, 'after.json')] as const;
    writeFileSync(before, JSON.stringify(base));
    writeFileSync(after, JSON.stringify(revision));
    expect(stepOf(await compare(before, after))).toBe(step);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('requires the largest step of several changes', () => {
  expect(['patch', 'major', 'minor'].reduce((a, b) => larger(a as 'patch', b as 'patch'), 'none')).toBe('major');
});

/** Creates a Git repository with one description in two files. */
function createRepository(): { root: string; write: (file: string, text: string) => void } {
  const root = mkdtempSync(join(tmpdir(), 'codearts-build-diff-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: root });
  };
  const write = (file: string, text: string): void => {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const index = { ...base, paths: { '/task': { $ref: 'paths/showTask.yaml' } } };
  write('openapi/iam/openapi.yaml', JSON.stringify(index));
  write('openapi/iam/paths/showTask.yaml', showTask);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Add the description');
  return { root, write };
}

const showTask = `get:
  operationId: showTask
  summary: Get a task
  parameters:
    - { name: a, in: query, schema: { type: string } }
  responses:
    '200': { description: The task. }
`;

test('reports nothing for an unchanged working tree', { timeout: 60_000 }, async () => {
  const { root } = createRepository();
  expect(await reportChanges(root, 'HEAD')).toBe('nothing has changed since HEAD');
});

test('reports changes with their positions in the YAML files', { timeout: 60_000 }, async () => {
  const { root, write } = createRepository();
  const lines = showTask.replace('Get a task', 'Show a task').split('\n');
  lines.splice(4, 1, '    - { name: b, in: query, schema: { type: string } }');
  write('openapi/iam/paths/showTask.yaml', lines.join('\n'));
  write('openapi/servicestage/openapi.yaml', JSON.stringify(base));
  expect((await reportChanges(root, 'HEAD')).split('\n')).toEqual([
    'servicestage: added since HEAD',
    'openapi/iam/paths/showTask.yaml:3: patch: modified iam · paths · /task · get · summary',
    expect.stringMatching(/^openapi\/iam\/paths\/showTask\.yaml:5: major: /) as string,
    'changes since HEAD require a major version',
  ]);
});

test('reports a removed entry with the position of its parent', { timeout: 60_000 }, async () => {
  const { root, write } = createRepository();
  write('openapi/iam/paths/showTask.yaml', showTask.replace('  summary: Get a task\n', ''));
  expect(await reportChanges(root, 'HEAD')).toMatch(
    /^openapi\/iam\/paths\/showTask\.yaml:2: patch: modified iam · .* · summary/,
  );
});

test('rejects an unknown ref with one line', async () => {
  const { root } = createRepository();
  await expect(reportChanges(root, 'nope')).rejects.toThrow(
    '"nope" must be a commit, branch or tag of this repository',
  );
});
