/** The published documents in the validators and code generators that others use. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apis, listDocumentedOperations, type Api, type DocumentedOperation } from './support/documented-operations.js';
import { skipOrFail } from './support/skip-or-fail.js';
import {
  areToolsInstalled,
  compile,
  documentPath,
  exportsOf,
  generateClients,
  generated,
  validators,
} from './tools/tools.js';

if (!areToolsInstalled) {
  test('the tools are installed', (context) => {
    skipOrFail(context, 'The validators and generators are not installed; run npm run test:tools');
  });
}

const documented = listDocumentedOperations();
const operationsOf = (api: Api): DocumentedOperation[] => documented.filter((operation) => operation.api === api);

/** A schema of zod. */
interface ZodSchema {
  safeParse(value: unknown): { success: boolean; error?: { issues: unknown[] } };
}

const capitalize = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** Names of the generated schemas of an operation. */
const schemaNames: Record<keyof typeof generated, (id: string, part: 'Body' | 'Response') => string> = {
  '@hey-api/openapi-ts': (id, part) => `z${capitalize(id)}${part}`,
  orval: (id, part) => `${id}${part}`,
};

/** Statuses of the responses for which a generator makes schemas, if not for all. */
const statuses: Partial<Record<string, number[]>> = { orval: [200] };

/** JSON examples of an operation for which a generator makes schemas: those of its request body and of its successful response. */
function examplesOf(
  { body, examples, status }: DocumentedOperation,
  generator: string,
): ['Body' | 'Response', Record<string, unknown>][] {
  const results = (statuses[generator] ?? [status]).includes(status)
    ? examples.filter((example) => example.status === status && example.mediaType === 'application/json')
    : [];
  return [
    ['Body', body?.mediaType === 'application/json' ? body.examples : {}],
    ['Response', Object.fromEntries(results.map(({ label, value }) => [label, value]))],
  ];
}

describe.skipIf(!areToolsInstalled).each(apis)('the document of %s', (api) => {
  test.each(Object.entries(validators))('is valid and complete for %s', { timeout: 60_000 }, async (_, validate) => {
    const { errors, document } = await validate(await readFile(documentPath(api), 'utf8'));
    expect(errors).toEqual([]);
    const ids = Object.values(document.paths ?? {}).flatMap((item) =>
      Object.values(item).map(({ operationId }: { operationId: string }) => operationId),
    );
    expect(ids.sort()).toEqual(
      operationsOf(api)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe.skipIf(!areToolsInstalled)('generated code', () => {
  let folder: string;
  let errors: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'codearts-build-tools-'));
    await generateClients(folder);
    errors = await compile(folder);
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true }));

  test('compiles in strict mode', () => {
    expect(errors).toBe('');
  });

  describe.each(Object.entries(generated))('of %s', (generator, { client, schemas }) => {
    const nameOf = schemaNames[generator as keyof typeof generated];

    test.each(apis)('has a function for every operation of %s', async (api) => {
      const names = await exportsOf(join(folder, 'js', api, `${client}.js`));
      expect(names).toEqual(expect.arrayContaining(operationsOf(api).map(({ id }) => id)));
    });

    test.each(apis)('has schemas that accept all JSON examples of %s', async (api) => {
      const url = pathToFileURL(join(folder, 'js', api, `${schemas}.js`)).href;
      const found = (await import(/* @vite-ignore */ url)) as Record<string, ZodSchema>;
      const rejected: unknown[] = [];
      let accepted = 0;
      for (const operation of operationsOf(api)) {
        for (const [part, examples] of examplesOf(operation, generator)) {
          const name = nameOf(operation.id, part);
          for (const [label, value] of Object.entries(examples)) {
            const issues = found[name] ? (found[name].safeParse(value).error?.issues ?? []) : ['no schema'];
            if (issues.length > 0) rejected.push({ name, label, issues });
            else accepted += 1;
          }
        }
      }
      expect(rejected).toEqual([]);
      expect(accepted).toBeGreaterThan(0);
    });
  });
});
