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
  /** The field's schema with references resolved. */
  schema: ValueMap;
}

/**
 * Returns every field of a body by its dotted path, such as `result.job_list[].id`; `{}` represents the values of a map.
 *
 * A recursive schema is visited once.
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

/** Returns the schemas that a schema combines. */
export const branchesOf = (schema: ValueMap): Value[] =>
  ['oneOf', 'anyOf', 'allOf'].flatMap((keyword) => listOf(schema[keyword]));

/** Returns the types that a schema allows, including those of its branches. Types behind references are followed if there is a tree. */
export function typesOf(schema: ValueMap, tree?: SourceTree): string[] {
  const { type } = schema;
  const own = typeof type === 'string' ? [type] : textsOf(type);
  const resolve = (branch: Value): ValueMap => mapOf(tree ? tree.follow(branch) : branch);
  return [...own, ...branchesOf(schema).flatMap((branch) => typesOf(resolve(branch), tree))];
}
