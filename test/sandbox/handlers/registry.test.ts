import { expect, test } from 'vitest';
import { handlers } from '../../../src/sandbox/handlers/registry.js';
import { listOperations } from '../../../src/sandbox/router.js';
import { createSetup } from '../../support/sandbox-clients.js';

test('every handler belongs to an operation of its API', () => {
  const described = new Set(listOperations().map(({ api, id }) => `${api} ${id}`));
  const handled = Object.entries(handlers).flatMap(([api, table]) => Object.keys(table).map((id) => `${api} ${id}`));
  expect(handled.filter((name) => !described.has(name))).toEqual([]);
});

test('coverage reports the state for an operation with a handler, otherwise the example', () => {
  const { sandbox } = createSetup();
  const expected = listOperations().map(({ api, id, name }) => [name, handlers[api][id] ? 'state' : 'example']);
  expect(sandbox.coverage()).toEqual(Object.fromEntries(expected));
});
