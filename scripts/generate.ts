/**
 * Makes `generated/` from `openapi/`: the bundled documents, the types, the operations (interface and table), and the servers.
 * With `--check` nothing is written; the exit code is 1 and each file that would change is named.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { apis, bundleAll, type Api, type Document } from './bundle.js';
import { serversSource, operationsSource, typesSource } from './operations-source.js';

const { factory } = ts;

/** The header of a generated file. */
const header = (api: Api): string =>
  `// Made by \`npm run generate\` from openapi/${api}. Edit the YAML files there, never this one.\n\n`;

/** A text that is printed as it is, and not in codes of its characters. */
const readable = (text: ts.StringLiteral): ts.StringLiteral => ts.setEmitFlags(text, ts.EmitFlags.NoAsciiEscaping);

/** A response's known values, with every other string accepted: an editor completes the known ones. */
function openEnum(values: readonly string[], nullable: boolean): ts.TypeNode {
  const anyOtherString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([
    ...values.map((value) => factory.createLiteralTypeNode(readable(factory.createStringLiteral(value)))),
    factory.createParenthesizedType(anyOtherString),
    ...(nullable ? [factory.createLiteralTypeNode(factory.createNull())] : []),
  ]);
}

/** The bytes that a form takes. */
const bytes = (): ts.TypeNode =>
  factory.createUnionTypeNode(
    ['Blob', 'ArrayBuffer', 'Uint8Array', 'ReadableStream<Uint8Array>'].map((name) =>
      factory.createTypeReferenceNode(name),
    ),
  );

async function schemaSource(api: Api, document: Document): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as never, {
    // A default of the service does not make a field one that has to be sent.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
    transform(schema, { path }) {
      const known = (schema as { 'x-extensible-enum'?: string[] })['x-extensible-enum'];
      if (known) return openEnum(known, Array.isArray(schema.type) && (schema.type as string[]).includes('null'));
      if (schema.format === 'binary' && path?.includes('requestBody')) return bytes();
      return undefined;
    },
  });
  return header(api) + astToString(nodes);
}

/** Every generated file with its text. */
async function generate(): Promise<Map<string, string>> {
  const documents = await bundleAll();
  const files = new Map<string, string>();
  for (const api of apis) {
    const document = documents[api];
    const folder = join('generated', api);
    const note = {
      'x-generated': `Made by \`npm run generate\` from openapi/${api}. Edit the YAML files there, never this one.`,
    };
    files.set(join(folder, 'openapi.json'), `${JSON.stringify({ ...note, ...document }, null, 1)}\n`);
    const options = { ...(await resolveConfig('scripts/generate.ts')), parser: 'typescript' as const };
    files.set(join(folder, 'schema.ts'), await schemaSource(api, document));
    files.set(join(folder, 'operations.ts'), await format(header(api) + operationsSource(api, document), options));
    files.set(join(folder, 'types.ts'), await format(header(api) + typesSource(document), options));
    files.set(join(folder, 'servers.ts'), await format(header(api) + serversSource(document), options));
  }
  return files;
}

const check = process.argv.includes('--check');
let drifted = 0;
for (const [file, text] of await generate()) {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) continue;
  drifted += 1;
  if (check) {
    console.error(`${file} ${before === undefined ? 'is missing' : 'is not what openapi/ says'}`);
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`wrote ${file}`);
  }
}
if (check && drifted > 0) {
  console.error('Run `npm run generate` and commit the result.');
  process.exitCode = 1;
} else if (drifted === 0) {
  console.log('generated/ is up to date');
}
