import {
  isValueMap,
  listOf,
  mapOf,
  textsOf,
  type Place,
  type SourceTree,
  type Value,
  type ValueMap,
} from './source-tree.js';

/** A field of a body. */
export interface Field {
  required: boolean;
  at: Place;
  /** The field's schema, references followed. */
  schema: ValueMap;
}

/**
 * Every field of a body by its dotted path: `result.job_list[].id`; a map's values are `{}`.
 *
 * A schema that contains itself is entered once.
 */
export function fieldsOf(tree: SourceTree, schema: Value | undefined): Map<string, Field> {
  const fields = new Map<string, Field>();
  collect(tree, schema, '', fields, []);
  return fields;
}

function collect(
  tree: SourceTree,
  raw: Value | undefined,
  path: string,
  fields: Map<string, Field>,
  seen: Value[],
): void {
  const schema = tree.follow(raw);
  if (!isValueMap(schema) || seen.includes(schema)) return;
  const within = [...seen, schema];
  for (const branch of branchesOf(schema)) collect(tree, branch, path, fields, within);
  collect(tree, schema['items'], `${path}[]`, fields, within);
  collect(tree, schema['additionalProperties'], `${path}{}`, fields, within);
  const properties = mapOf(schema['properties']);
  const required = textsOf(schema['required']);
  for (const [name, property] of Object.entries(properties)) {
    const field = path === '' ? name : `${path}.${name}`;
    fields.set(field, {
      required: required.includes(name) || (fields.get(field)?.required ?? false),
      at: tree.placeOf(properties, name),
      schema: mapOf(tree.follow(property)),
    });
    collect(tree, property, field, fields, within);
  }
  // A schema may also require what only its branches describe.
  for (const name of required) {
    const field = path === '' ? name : `${path}.${name}`;
    const described = fields.get(field);
    if (described) fields.set(field, { ...described, required: true });
  }
}

/** The schemas that a schema is put together from. */
export const branchesOf = (schema: ValueMap): Value[] =>
  ['oneOf', 'anyOf', 'allOf'].flatMap((keyword) => listOf(schema[keyword]));

/** The type or types that a schema allows, also in its branches. Those behind references are not seen. */
export function typesOf(schema: ValueMap): string[] {
  const { type } = schema;
  const own = typeof type === 'string' ? [type] : textsOf(type);
  return [...own, ...branchesOf(schema).flatMap((branch) => typesOf(mapOf(branch)))];
}
