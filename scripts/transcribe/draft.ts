/** Drafts the path file and the facts of an operation, to be finished by hand. Texts of the page are in parentheses, which `npm run lint:spec` rejects. */
import { stringify } from 'yaml';
import type { Api } from '../bundle.js';
import { sharedErrors } from '../spec-rules/response-rules.js';
import type { Spec } from '../spec-rules/spec.js';
import { listOf, mapOf, textOf } from '../spec-rules/source-tree.js';
import type { PageField, PageOperation, PageParameter } from './operations.js';
import { partsOf, statedValues } from './values.js';
import { jsonTypes } from './words.js';

type Json = Record<string, unknown>;

/** The draft of an operation. */
export interface Draft {
  id: string;
  /** The Path Item. */
  yaml: string;
  /** Its entry in the facts. */
  facts: Json;
}

/** `Stopping a Build` -> `stoppingABuild`. */
const camelCase = (words: string): string =>
  words
    .split(/\W+/)
    .filter(Boolean)
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

/** Returns the name that Huawei Cloud uses, from an SDK sample or the URL of the page; else one from the title or the call. */
function idOf({ sdkName, url = '', title, method, path }: PageOperation): string {
  const name = sdkName ?? /\/([A-Z][a-z]+[A-Z]\w*)\.html/.exec(url)?.[1];
  if (name !== undefined) return name.charAt(0).toLowerCase() + name.slice(1);
  // A title in Chinese has no letters.
  return camelCase(title) || camelCase(`${method} ${path.replace(/\{\w+\}/g, '')}`);
}

function schemaOf(field: PageField): Json {
  const { values, deprecated, ...keywords } = statedValues(field);
  const [type = 'string'] = jsonTypes(field.type);
  return {
    type,
    ...(/^file$/i.test(field.type) && { format: 'binary' }),
    ...keywords,
    ...(values && { 'x-extensible-enum': values }),
    ...(deprecated && { deprecated }),
  };
}

/** Text of the page, as a reminder of what to describe in other words. */
function describe({ type, description }: PageField): string {
  const { definition, constraints, range } = partsOf(description);
  return `(${[type, definition, constraints, range].filter(Boolean).join('; ').replace(/\s+/g, ' ')})`;
}

/** Returns a member of an example; that of the first item if it is a list. */
function memberOf(example: unknown, name: string): unknown {
  const value: unknown = Array.isArray(example) ? example[0] : example;
  return typeof value === 'object' && value !== null ? (value as Json)[name] : undefined;
}

/** Returns a value from a URL in the type of its parameter. */
const typedValue = ({ type }: PageField, text: string): string | number =>
  jsonTypes(type).includes('integer') ? Number(text) : text;

/** Returns an example from the values that a schema names, or a place for one. Objects, arrays and files have none. */
function exampleIn({ type, format, ...schema }: Json): Json {
  if (type === 'object' || type === 'array' || format === 'binary') return {};
  const [known] = (schema['x-extensible-enum'] as string[] | undefined) ?? [];
  return { example: schema['default'] ?? known ?? schema['minimum'] ?? (type === 'boolean' ? true : '(example)') };
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Returns the schema of the items of an array without a table of its own, from `Array of strings`, `List<Integer>` or `String[]`. */
function itemOf(type: string): Json {
  const [, name = ''] =
    /^\w+<(.+)>$/.exec(type) ?? /^(\w+)(?: array|\[\])$/i.exec(type) ?? /\bof (?:.* )?(\w+?)s?$/i.exec(type) ?? [];
  const [item = 'string'] = jsonTypes(name);
  return {
    type: item,
    ...(item === 'object' && { additionalProperties: true }),
    ...(item === 'array' && { items: itemOf(name) }),
  };
}

/** Returns the schema of a body from its dotted paths, with the scalar values of an example. */
function bodySchema(fields: ReadonlyMap<string, PageField>, example: unknown, shared: Json = {}, prefix = ''): Json {
  const properties: Json = {};
  const required: string[] = [];
  for (const [path, field] of fields) {
    const name = path.slice(prefix.length);
    if (!path.startsWith(prefix) || /[.[{]/.test(name)) continue;
    if (field.required) required.push(name);
    const value = memberOf(example, name);
    const nested = (suffix: string): Json => bodySchema(fields, value, {}, `${path}${suffix}.`);
    const has = (suffix: string): boolean => [...fields.keys()].some((key) => key.startsWith(`${path}${suffix}.`));
    const schema = schemaOf(field);
    properties[name] = shared[name] ?? {
      ...(has('') ? nested('') : schema),
      description: describe(field),
      ...(isScalar(value) ? { example: value } : exampleIn(schema)),
      ...(schema['type'] === 'array' && {
        items: has('[]') ? nested('[]') : itemOf(field.type),
      }),
      ...(schema['type'] === 'object' && !has('') && { additionalProperties: has('{}') ? nested('{}') : true }),
    };
  }
  return { type: 'object', ...(required.length > 0 && { required }), properties };
}

/** Returns an example of a body without one on the page. */
const exampleOf = (fields: ReadonlyMap<string, PageField>): Json =>
  Object.fromEntries([...fields.keys()].filter((path) => /^\w+$/.test(path)).map((name) => [name, '(example)']));

/** Returns groups of names as in the facts: `{ "": "id* name", "items[]": "id" }`. */
function groupNames(fields: ReadonlyMap<string, PageField>): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const [path, { required }] of fields) {
    const at = path.lastIndexOf('.');
    const [parent, name] = at < 0 ? ['', path] : [path.slice(0, at), path.slice(at + 1)];
    groups[parent] = [groups[parent], required ? `${name}*` : name].filter(Boolean).join(' ');
  }
  return groups;
}

/** Returns references to the shared error responses. Only operations that take an ID list 422. */
const errorResponses = (takesId: boolean): Json =>
  Object.fromEntries(
    Object.entries(sharedErrors)
      .filter(([status]) => status !== '405' && (status !== '422' || takesId))
      .map(([status, [name]]) => [status, { $ref: `../../components/responses.yaml#/${name!}` }]),
  );

/** Returns `x-pagination` if the page has a page number, a page size and a list of objects. */
function paginationOf({ parameters, response }: PageOperation): Json | undefined {
  const find = (pattern: RegExp): PageParameter | undefined => parameters.find(({ name }) => pattern.test(name));
  const [page, size] = [find(/^(?:page(_?(index|no|num|number))?|offset)$/i), find(/^(page_?size|per_page|limit)$/i)];
  const paths = [...response.keys()];
  const items = paths.find((path) => paths.some((other) => other.startsWith(`${path}[].`)));
  if (!page || !size || items === undefined) return undefined;
  const total = paths.find((path) => /(^|\.)total(_?(count|size|num))?$/i.test(path));
  const id = paths.map((path) => /^(.*)\[\]\.(\w*id)$/i.exec(path)).find((match) => match?.[1] === items)?.[2];
  const { minimum, default: standard } = statedValues(page);
  const first = minimum ?? (standard === 1 || /\b1\b/.test(page.description) ? 1 : 0);
  return {
    ...{ page: page.name, size: size.name, first, maxSize: statedValues(size).maximum ?? 100, items },
    ...(total !== undefined && { total }),
    ...(id !== undefined && { id }),
  };
}

/** Returns the shared parameter of an API with the same name and location, if there is one. */
function sharedParameter(spec: Spec, api: Api, { name, in: location, required }: PageParameter): Json | undefined {
  const shared = mapOf(spec.tree.files.get(`openapi/${api}/components/parameters.yaml`));
  const key = Object.keys(shared).find((one) => {
    const found = mapOf(shared[one]);
    return found['name'] === name && found['in'] === location && (found['required'] === true) === (required ?? false);
  });
  return key === undefined ? undefined : { $ref: `../../components/parameters.yaml#/${key}` };
}

/** Returns the error and the status of an envelope, if an API has shared schemas of them. */
function envelopeOf(spec: Spec, api: Api, { response }: PageOperation): Json {
  const names = { error: 'EnvelopeError', status: 'EnvelopeStatus' };
  if (!response.has('result')) return {};
  return Object.fromEntries(
    Object.entries(names)
      .filter(([, name]) => spec.tree.files.has(`openapi/${api}/components/schemas/${name}.yaml`))
      .map(([field, name]) => [field, { $ref: `../../components/schemas/${name}.yaml` }]),
  );
}

/** Returns the API that has a tag. */
export const apiOfTag = (spec: Spec, tag: string): Api | undefined =>
  spec.apis.find((api) => tagsOf(spec, api).includes(tag));

export const tagsOf = (spec: Spec, api: Api): string[] =>
  listOf(mapOf(spec.tree.files.get(`openapi/${api}/openapi.yaml`))['tags']).map(
    (tag) => textOf(mapOf(tag)['name']) ?? '',
  );

/** Returns the draft of a path file and of its entry in `facts/<api>.json`. */
export function draftOperation(spec: Spec, page: PageOperation, tag = '(tag)'): Draft {
  const api = apiOfTag(spec, tag) ?? 'codearts-build';
  const id = idOf(page);
  const parameters = page.parameters.filter(({ name }) => !/^(X-Auth-Token|Content-Type)$/i.test(name));
  const isForm = [...page.request.values()].some(({ type }) => /^file$/i.test(type));
  const isDownload = page.method === 'GET' && page.response.size === 0 && page.responseExample === undefined;
  const json = (fields: ReadonlyMap<string, PageField>, value: unknown, shared?: Json): Json => ({
    schema: bodySchema(fields, value, shared),
    examples: { default: { summary: `(${page.title})`, value: value ?? exampleOf(fields) } },
  });
  const bytes = {
    schema: { type: 'string', format: 'binary', description: '(content of the file)' },
    examples: { default: { summary: '(content of the file)', value: '(example)' } },
  };
  const pagination = paginationOf(page);
  const success = page.statuses.find((status) => status.startsWith('2')) ?? '200';
  const operation: Json = {
    operationId: id,
    summary: `(imperative, up to eight words: ${page.title})`,
    description: `(what ${id} does and returns)`,
    externalDocs: { description: 'Huawei Cloud documentation', url: page.url ?? '(URL of the page)' },
    tags: [tag],
    'x-evidence': { source: 'documented', note: `Page of ${page.date ?? '(date)'}.` },
    ...(page.method !== 'GET' && { 'x-idempotent': { value: false, reason: '(effect of a second request)' } }),
    ...(pagination && { 'x-pagination': pagination }),
    ...(parameters.length > 0 && {
      parameters: parameters.map((parameter) => {
        const shared = sharedParameter(spec, api, parameter);
        if (shared) return shared;
        const schema = schemaOf(parameter);
        const value = page.values.get(parameter.name);
        return {
          name: parameter.name,
          in: parameter.in,
          required: parameter.required ?? false,
          description: describe(parameter),
          schema,
          ...(value === undefined ? exampleIn(schema) : { example: typedValue(parameter, value) }),
        };
      }),
    }),
    ...(page.request.size > 0 && {
      requestBody: {
        required: true,
        content: { [isForm ? 'multipart/form-data' : 'application/json']: json(page.request, page.requestExample) },
      },
    }),
    responses: {
      [success]: {
        description: '(noun phrase)',
        ...(page.response.size > 0 && {
          content: { 'application/json': json(page.response, page.responseExample, envelopeOf(spec, api, page)) },
        }),
        ...(isDownload && { content: { 'application/octet-stream': bytes } }),
      },
      ...errorResponses(
        [...parameters.map(({ name }) => name), ...page.request.keys()].some((name) =>
          /(?:^|_)(?:id|uuid)s?$/.test(name),
        ),
      ),
    },
  };
  const locations = Object.fromEntries(
    ['path', 'query', 'header'].flatMap((location) => {
      const names = parameters.filter((parameter) => parameter.in === location);
      if (names.length === 0) return [];
      return [[location, names.map(({ name, required }) => (required ? `${name}*` : name)).join(' ')]];
    }),
  );
  const facts = {
    call: `${page.method} ${page.path}`,
    sources: 'pages',
    ...(page.statuses.length > 0 && { status: page.statuses.join(' ') }),
    ...(Object.keys(locations).length > 0 && { parameters: locations }),
    ...(page.request.size > 0 && { request: groupNames(page.request) }),
    ...(page.response.size > 0 && { response: groupNames(page.response) }),
  };
  return { id, yaml: stringify({ [page.method.toLowerCase()]: operation }, { lineWidth: 150 }), facts };
}
