import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { larger, stepBetween } from '../scripts/diff-spec.js';

type Json = Record<string, unknown>;

/** A small description. */
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
    'another wording',
    version([parameter('a', true)], { id: { type: 'string' }, name: { type: 'string' } }, 'Other words.'),
  ],
  [
    'minor',
    'another field',
    version([parameter('a', true)], { id: { type: 'string' }, name: { type: 'string' }, age: { type: 'integer' } }),
  ],
  [
    'minor',
    'an optional parameter',
    version([parameter('a', true), parameter('b', false)], { id: { type: 'string' }, name: { type: 'string' } }),
  ],
  [
    'major',
    'a required parameter',
    version([parameter('a', true), parameter('b', true)], { id: { type: 'string' }, name: { type: 'string' } }),
  ],
  ['major', 'a field less', version([parameter('a', true)], { id: { type: 'string' } })],
  ['major', 'an operation less', { ...base, paths: {} }],
])('a %s version is due after %s', { timeout: 60_000 }, async (step, _, revision) => {
  const folder = mkdtempSync(join(tmpdir(), 'codearts-build-diff-test-'));
  try {
    const [before, after] = [join(folder, 'before.json'), join(folder, 'after.json')] as const;
    writeFileSync(before, JSON.stringify(base));
    writeFileSync(after, JSON.stringify(revision));
    expect(await stepBetween(before, after)).toBe(step);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the largest step counts', () => {
  expect(['patch', 'major', 'minor'].reduce((a, b) => larger(a as 'patch', b as 'patch'), 'none')).toBe('major');
});
