import { readFile } from 'node:fs/promises';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { schemaSource } from '../scripts/schema-source.js';

const folder = new URL('fixtures/schema-source/', import.meta.url);

test('the types of a small API are those of the snapshot', async () => {
  const document = JSON.parse(await readFile(new URL('openapi.json', folder), 'utf8')) as object;
  const source = await format(await schemaSource(document), {
    parser: 'typescript',
    printWidth: 120,
    singleQuote: true,
  });
  await expect(source).toMatchFileSnapshot('fixtures/schema-source/schema.ts');
});

test('openapi-typescript is pinned', async () => {
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies['openapi-typescript']).toMatch(/^\d+\.\d+\.\d+$/);
});
