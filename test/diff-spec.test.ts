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

/** An operation with a parameter in its path, a request body and pages. */
const addTask = `post:
  operationId: addTask
  x-pagination: { size: limit, first: 0, maxSize: 9, items: result }
  parameters:
    - { name: id, in: path, required: true, schema: { type: string } }
    - { name: sort, in: query, schema: { type: string, x-extensible-enum: [UP, DOWN] } }
  requestBody:
    content:
      application/json:
        schema:
          type: object
          properties:
            note: { type: string }
            text: { type: string }
            kinds: { type: array, items: { type: string, x-extensible-enum: [A, B] } }
  responses:
    '200':
      description: The task.
      content:
        application/json:
          schema:
            type: object
            properties:
              state: { type: string, x-extensible-enum: [ON, OFF] }
              task: { $ref: Task.yaml }
              last: { $ref: Task.yaml }
`;

test.each([
  [
    'a deprecation',
    'minor',
    'operationId: addTask',
    'operationId: addTask\n  deprecated: true',
    /:3: minor: \w+ .* deprecated$/,
  ],
  ['a removed pagination', 'major', /  x-pagination.*\n/, '', / major: removed .* x-pagination$/],
  ['a removed request field', 'major', /  +note: .*\n/, '', / major: removed .* note$/],
  ['a renamed request field', 'major', 'note:', 'remark:', / major: removed .* note$/m],
  ['a renamed path parameter', 'major', /(?<=name: |\{)id/, 'key', / major: modified .* name$/],
  [
    'a removed known value of a field',
    'minor',
    'ON, OFF',
    'ON',
    /:24: minor: removed .* 200 · state · x-extensible-enum · "OFF"$/,
  ],
  [
    'an added known value of a field',
    'minor',
    'ON, OFF',
    'ON, IDLE, OFF',
    /:24: minor: added .* 200 · state · x-extensible-enum · "IDLE"$/,
  ],
  ['a known value of items', 'minor', '[A, B]', '[A]', /:15: minor: removed .* request · kinds · .* · "B"$/],
  ['a known value of a parameter', 'minor', '[UP, DOWN]', '[UP]', /:6: minor: removed .* post · sort · .* · "DOWN"$/],
  [
    'a renamed known value of a shared schema',
    'minor',
    'GREEN',
    'BLUE',
    /Task\.yaml:4: minor: removed .* task\.color · .* · "GREEN"\n.*Task\.yaml:4: minor: added .* "BLUE"$/,
  ],
  ['known values in another order', 'nothing', 'ON, OFF', 'OFF, ON', /^$/],
])('reports %s: %s', { timeout: 60_000 }, async (_, step, from, to, expected) => {
  const { root, write, commit } = createRepository();
  const files = {
    'openapi/iam/openapi.yaml': JSON.stringify({ ...base, paths: { '/task/{id}': { $ref: 'addTask.yaml' } } }),
    'openapi/iam/addTask.yaml': addTask,
    'openapi/iam/Task.yaml':
      'type: object\nproperties:\n  color:\n    x-extensible-enum: [RED, GREEN]\n    type: string\n',
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  commit();
  for (const [file, text] of Object.entries(files)) write(file, text.replace(from, to));
  const lines = (await reportChanges(root, 'HEAD')).split('\n');
  expect(lines.at(-1)).toBe(
    step === 'nothing' ? 'nothing has changed since HEAD' : `changes since HEAD require a ${step} version`,
  );
  expect(lines.slice(0, -1).join('\n')).toMatch(expected);
});

test('requires the largest step of several changes', () => {
  expect(['patch', 'major', 'minor'].reduce((a, b) => larger(a as 'patch', b as 'patch'), 'none')).toBe('major');
});

/** Creates a Git repository with one description in two files. */
function createRepository(): { root: string; write: (file: string, text: string) => void; commit: () => void } {
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
  const commit = (): void => {
    git('add', '.');
    git('commit', '--quiet', '--message', 'Change the description');
  };
  git('init', '--quiet');
  commit();
  return { root, write, commit };
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
