import { namedSchemasOf, type NamedSchema } from './named-schemas.js';
import { typesOf } from './schema-fields.js';
import type { Spec } from './spec.js';
import { isValueMap, mapOf, textOf, type Problem, type SourceTree, type ValueMap } from './source-tree.js';

const ID = /(?:^|_)(?:id|uuid)s?$|[a-z](?:Id|Uuid)s?$/;
const TIME = /(?:^|_)(?:time|date|timestamp|time_stamp)$|_at$|[a-z](?:Time|Date)$/;

/** Words that describe the format of a time. */
const TIME_FORM =
  /seconds|minutes|days|ISO 8601|RFC 3339|yyyy|`\d{4}-\d{2}|in words|format of|same form|undocumented|not (?:documented|known)/i;

/** A string ID has a pattern, a format, known values or an example. */
export function* checkIds(spec: Spec): Generator<Problem> {
  for (const named of namedSchemasOf(spec)) {
    const schema = contentOf(spec.tree, named);
    if (ID.test(named.name) && typesOf(schema).includes('string') && !showsFormat(named, schema)) {
      yield {
        at: named.at,
        reason: `the ID \`${named.name}\` requires a pattern, a format, known values or an example`,
      };
    }
  }
}

/** A time has a format, a pattern, or a description with its unit or format, such as seconds or ISO 8601. */
export function* checkTimes(spec: Spec): Generator<Problem> {
  for (const { name, schema, owner, at } of namedSchemasOf(spec)) {
    const scalar = typesOf(schema).some((type) => ['string', 'integer', 'number'].includes(type));
    if (!TIME.test(name) || !scalar) continue;
    const described = TIME_FORM.test(textOf(owner['description']) ?? '');
    const hasFormat =
      schema['format'] === 'date-time' || schema['format'] === 'date' || schema['pattern'] !== undefined;
    if (!described && !hasFormat)
      yield { at, reason: `the time \`${name}\` requires a format or a description with its unit` };
  }
}

/** Returns the schema of the items of a list, else the schema itself. */
const contentOf = (tree: SourceTree, { schema }: NamedSchema): ValueMap =>
  isValueMap(schema['items']) ? mapOf(tree.follow(schema['items'])) : schema;

const showsFormat = ({ schema, owner }: NamedSchema, content: ValueMap): boolean =>
  ['pattern', 'format', 'enum', 'x-extensible-enum', 'const'].some((keyword) => content[keyword] !== undefined) ||
  [schema, owner, content].some((part) => part['example'] !== undefined);
