/** Separate process of the generators, because they print to stdout. Arguments: pairs of a document and the folder of its output. */
import { join } from 'node:path';

/** Imports a package that may be missing during type checking. */
const load = (name: string): Promise<unknown> => import(name);

const { createClient } = (await load('@hey-api/openapi-ts')) as { createClient: (config: object) => Promise<unknown> };
const { generate } = (await load('orval')) as { generate: (options: object) => Promise<unknown> };

const [, , ...paths] = process.argv;

for (let index = 0; index < paths.length; index += 2) {
  const [input = '', output = ''] = paths.slice(index);
  // Times of the service have an offset, which the schemas of zod reject by default.
  await createClient({
    input,
    output: join(output, 'hey-api'),
    logs: { file: false, level: 'error' },
    plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch', { name: 'zod', dates: { offset: true } }],
  });
  for (const [file, client] of Object.entries({ client: 'fetch', schemas: 'zod' })) {
    const override = { zod: { dateTimeOptions: { offset: true } } };
    await generate({
      input: { target: input },
      output: { target: join(output, 'orval', `${file}.ts`), client, mode: 'single', override },
    });
  }
}
