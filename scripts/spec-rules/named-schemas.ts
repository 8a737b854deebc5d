import { branchesOf } from './schema-fields.js';
import { type Spec } from './spec.js';
import {
  isValueMap,
  listOf,
  mapOf,
  textOf,
  type Place,
  type SourceTree,
  type Value,
  type ValueMap,
} from './source-tree.js';

/** A schema with the name under which its owner contains it. */
export interface NamedSchema {
  name: string;
  kind: 'parameter' | 'header' | 'property';
  /** The schema with references resolved. */
  schema: ValueMap;
  /** The object with the description: the parameter, or the schema itself. */
  owner: ValueMap;
  at: Place;
}

/** Yields every parameter, header and property in the files of the APIs once, even if it is referenced several times. */
export function* namedSchemasOf(spec: Spec): Generator<NamedSchema> {
  const { tree } = spec;
  for (const [file, content] of tree.files) {
    if (/\/components\/schemas\//.test(file)) yield* propertiesOf(tree, content);
    else if (/\/components\/responses\.yaml$/.test(file)) {
      for (const response of Object.values(mapOf(content))) yield* headersAndBodiesOf(tree, response);
    } else if (/\/components\/parameters\.yaml$/.test(file)) {
      for (const [key, parameter] of Object.entries(mapOf(content))) {
        yield* parameterSchemasOf(tree, parameter, tree.placeOf(mapOf(content), key));
      }
    }
  }
  for (const { node } of spec.operations) {
    const parameters = listOf(node['parameters']);
    for (const [index, parameter] of parameters.entries()) {
      yield* parameterSchemasOf(tree, parameter, tree.placeOf(parameters, index));
    }
    yield* headersAndBodiesOf(tree, node['requestBody']);
    for (const response of Object.values(mapOf(node['responses']))) yield* headersAndBodiesOf(tree, response);
  }
}

function* parameterSchemasOf(tree: SourceTree, parameter: Value | undefined, at: Place): Generator<NamedSchema> {
  const owner = mapOf(parameter);
  if (!isValueMap(owner['schema'])) return;
  const schema = mapOf(tree.follow(owner['schema']));
  yield { name: textOf(owner['name']) ?? '', kind: 'parameter', schema, owner, at };
  yield* propertiesOf(tree, owner['schema']);
}

function* headersAndBodiesOf(tree: SourceTree, owner: Value | undefined): Generator<NamedSchema> {
  const headers = mapOf(mapOf(owner)['headers']);
  for (const [name, header] of Object.entries(headers)) {
    const schema = mapOf(tree.follow(mapOf(header)['schema']));
    yield { name, kind: 'header', schema, owner: mapOf(header), at: tree.placeOf(headers, name) };
  }
  for (const content of Object.values(mapOf(mapOf(owner)['content'])))
    yield* propertiesOf(tree, mapOf(content)['schema']);
}

/** Yields the properties of a schema at every depth, except those behind references, which are found in their own files. */
function* propertiesOf(tree: SourceTree, schema: Value | undefined): Generator<NamedSchema> {
  if (!isValueMap(schema)) return;
  const properties = mapOf(schema['properties']);
  for (const [name, property] of Object.entries(properties)) {
    const followed = mapOf(tree.follow(property));
    yield { name, kind: 'property', schema: followed, owner: followed, at: tree.placeOf(properties, name) };
    yield* propertiesOf(tree, property);
  }
  for (const part of [schema['items'], schema['additionalProperties'], ...branchesOf(schema)]) {
    yield* propertiesOf(tree, part);
  }
}
