import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { larger, stepBetween } from '../scripts/diff-spec.js';

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
    expect(await stepBetween(before, after)).toBe(step);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('requires the largest step of several changes', () => {
  expect(['patch', 'major', 'minor'].reduce((a, b) => larger(a as 'patch', b as 'patch'), 'none')).toBe('major');
});
