/**
 * Generates the types of schemas and paths with openapi-typescript, which is in maintenance mode and therefore pinned.
 *
 * A replacement must provide the following, which test/schema-source.test.ts covers:
 *
 * - `paths` and `operations` in the form that openapi-fetch reads: parameters by location, `requestBody.content`, `responses[status].content`.
 * - One exported type per component schema, under its own name.
 * - Optional fields with a default, which are required only if `required` lists them.
 * - `null` in a list of types, `const`, `enum`, `oneOf`, `allOf`, maps and recursive references.
 * - Descriptions, `@default`, `@example` and `@deprecated` as documentation comments.
 * - A hook per schema, for known values (`x-extensible-enum`) and files (`format: binary`).
 */
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const { factory } = ts;

/** Prints a string literal without escaping non-ASCII characters. */
const readable = (text: ts.StringLiteral): ts.StringLiteral => ts.setEmitFlags(text, ts.EmitFlags.NoAsciiEscaping);

/** Returns the type of known values that also accepts any other string, so that editors complete the known values. */
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

/** Returns the type of a file in a form. */
const bytes = (): ts.TypeNode =>
  factory.createUnionTypeNode(
    ['Blob', 'ArrayBuffer', 'Uint8Array', 'ReadableStream<Uint8Array>'].map((name) =>
      factory.createTypeReferenceNode(name),
    ),
  );

/** Returns the source of `schema.ts`. */
export async function schemaSource(document: object): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as never, {
    // A field with a default stays optional.
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
  return astToString(nodes);
}
