import { namedSchemasOf, type NamedSchema } from './named-schemas.js';
import { typesOf } from './schema-fields.js';
import type { Spec } from './spec.js';
import { isValueMap, mapOf, textOf, type Problem, type SourceTree, type ValueMap } from './source-tree.js';

const ID = /(?:^|_)(?:id|uuid)s?$|[a-z](?:Id|Uuid)s?$/;
const TIME = /(?:^|_)(?:time|date|timestamp|time_stamp)$|_at$|[a-z](?:Time|Date)$/;

/** Words that tell how a time is written. */
const TIME_FORM =
  /seconds|minutes|days|ISO 8601|RFC 3339|yyyy|`\d{4}-\d{2}|in words|format of|same form|undocumented|not (?:documented|known)/i;

/** An id in text shows its form: a pattern, a format, known values, or an example. */
export function* checkIds(spec: Spec): Generator<Problem> {
  for (const named of namedSchemasOf(spec)) {
    const schema = contentOf(spec.tree, named);
    if (ID.test(named.name) && typesOf(schema).includes('string') && !showsForm(named, schema)) {
      yield { at: named.at, reason: `the id \`${named.name}\` has neither pattern, format, known values nor example` };
    }
  }
}

/** A time says how it is written: a format, a pattern, or the words milliseconds, seconds, yyyy-MM-dd, ISO 8601. */
export function* checkTimes(spec: Spec): Generator<Problem> {
  for (const { name, schema, owner, at } of namedSchemasOf(spec)) {
    const scalar = typesOf(schema).some((type) => ['string', 'integer', 'number'].includes(type));
    if (!TIME.test(name) || !scalar) continue;
    const told = TIME_FORM.test(textOf(owner['description']) ?? '');
    const formed = schema['format'] === 'date-time' || schema['format'] === 'date' || schema['pattern'] !== undefined;
    if (!told && !formed) yield { at, reason: `the time \`${name}\` does not say how it is written` };
  }
}

/** What the elements of a list are, or the thing itself. */
const contentOf = (tree: SourceTree, { schema }: NamedSchema): ValueMap =>
  isValueMap(schema['items']) ? mapOf(tree.follow(schema['items'])) : schema;

const showsForm = ({ schema, owner }: NamedSchema, content: ValueMap): boolean =>
  ['pattern', 'format', 'enum', 'x-extensible-enum', 'const'].some((keyword) => content[keyword] !== undefined) ||
  [schema, owner, content].some((part) => part['example'] !== undefined);
