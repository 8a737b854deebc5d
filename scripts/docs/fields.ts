/** Reads the fields of a schema, as a reference shows them. */
import { resolve, type Document, type Schema } from '../bundle.js';

export interface Field {
  name: string;
  /** In words: `array of BuildStep`, `string or null`. */
  type: string;
  required: boolean;
  text: string;
  /** Limits, values and an example, one sentence each. */
  facts: string[];
  children: Field[];
  /** A schema that contains itself: its fields are above. */
  repeats: boolean;
}

const schemaName = (schema: Schema): string | undefined => schema.$ref?.split('/').pop();

/** Joins what `allOf` combines into one schema. */
function merge(document: Document, node: Schema): Schema {
  const schema = resolve<Schema>(document, node);
  const parts = (schema['allOf'] as Schema[] | undefined)?.map((part) => merge(document, part));
  if (!parts) return schema;
  const all = [...parts, schema];
  return {
    ...all.reduce<Schema>((sum, part) => ({ ...sum, ...part }), {}),
    description: schema.description ?? parts[0]?.description ?? '',
    properties: all.reduce<Record<string, Schema>>((sum, { properties }) => ({ ...sum, ...properties }), {}),
    required: all.flatMap(({ required }) => required ?? []),
  };
}

/** Returns the schemas that a value may have: those of `oneOf`, or the schema itself. */
const variantsOf = (schema: Schema): Schema[] =>
  ((schema['oneOf'] ?? schema['anyOf']) as Schema[] | undefined) ?? [schema];

function typeOf(document: Document, node: Schema): string {
  const schema = merge(document, node);
  const variants = variantsOf(schema);
  if (variants[0] !== schema) return [...new Set(variants.map((variant) => typeOf(document, variant)))].join(' or ');
  const types = [schema.type ?? (schema.properties ? 'object' : 'any')].flat();
  const words = types.map((type) => {
    if (type === 'array' && schema.items) return `array of ${typeOf(document, schema.items)}`;
    const values = schema['additionalProperties'];
    if (type !== 'object') return schema['format'] === 'binary' ? 'file' : type;
    if (typeof values === 'object' && !schema.properties) return `map of ${typeOf(document, values as Schema)}`;
    return schemaName(node) ?? 'object';
  });
  return words.join(' or ');
}

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

const codes = (values: unknown): string =>
  (values as unknown[]).map((value) => (value === '' ? 'empty' : code(value))).join(', ');

/** Writes a range in words. */
function rangeOf(least: unknown, most: unknown): string {
  if (typeof least === 'number' && typeof most === 'number') return least === most ? `${least}` : `${least} to ${most}`;
  if (typeof most === 'number') return `up to ${most}`;
  return typeof least === 'number' ? `at least ${least}` : '';
}

function factsOf(schema: Schema, example: unknown = schema['example']): string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const pattern = schema['pattern'] as string | undefined;
  const format = schema['format'] as string | undefined;
  const facts: [label: string, text: string][] = [
    ['Range', rangeOf(minimum, maximum)],
    ['Length', rangeOf(minLength, maxLength)],
    ['Items', rangeOf(minItems, maxItems)],
    ['Values', schema['enum'] ? codes(schema['enum']) : ''],
    ['Known values', schema['x-extensible-enum'] ? codes(schema['x-extensible-enum']) : ''],
    ['Format', format && format !== 'binary' && !/^u?int|double|float/.test(format) ? format : ''],
    ['Pattern', pattern && !pattern.includes('`') ? code(pattern) : ''],
    ['Default', schema['default'] === undefined ? '' : code(schema['default'])],
    ['Example', example === undefined || example === '' || schema['x-sensitive'] ? '' : code(example)],
  ];
  return facts.filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${text}.`);
}

/** Returns the schema whose fields a value shows: that of an item of an array, of a value of a map, of the first variant that has fields. */
function containerOf(document: Document, node: Schema): Schema | undefined {
  const schema = merge(document, node);
  if (schema.properties) return node;
  const values = schema['additionalProperties'];
  const inner = [
    ...variantsOf(schema).filter((variant) => variant !== schema),
    ...(schema.items ? [schema.items] : []),
    ...(typeof values === 'object' ? [values as Schema] : []),
  ];
  for (const next of inner) {
    const found = containerOf(document, next);
    if (found) return found;
  }
  return undefined;
}

/** Reads one field or parameter. */
export function fieldOf(
  document: Document,
  name: string,
  node: Schema,
  options: { required?: boolean | undefined; text?: string; example?: unknown; above?: readonly Schema[] } = {},
): Field {
  const schema = merge(document, node);
  const { above = [], required = false, text = schema.description ?? '' } = options;
  const container = containerOf(document, node);
  const key = container && resolve<Schema>(document, container);
  const repeats = key !== undefined && above.includes(key);
  const item = schema.items && merge(document, schema.items);
  return {
    name,
    type: typeOf(document, node),
    required,
    text: text.trim(),
    facts: [...factsOf(schema, options.example), ...(item && !container ? factsOf(item) : [])],
    children: container && !repeats ? fieldsOf(document, container, [...above, key!]) : [],
    repeats,
  };
}

/** Reads the fields of an object, or of the objects that a list or a map holds. */
export function fieldsOf(document: Document, node: Schema, above: readonly Schema[] = []): Field[] {
  const container = containerOf(document, node);
  if (!container) return [];
  const { properties = {}, required = [] } = merge(document, container);
  const path = above.length > 0 ? above : [resolve<Schema>(document, container)];
  return Object.entries(properties).map(([name, schema]) =>
    fieldOf(document, name, schema, { required: required.includes(name), above: path }),
  );
}

/** Returns every field below some, with its path. */
export function* flatten(fields: readonly Field[], prefix = ''): Generator<{ path: string; field: Field }> {
  for (const field of fields) {
    const path = prefix === '' ? field.name : `${prefix}.${field.name}`;
    yield { path, field };
    yield* flatten(field.children, path);
  }
}
