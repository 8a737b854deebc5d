/** Drafts the path file and the facts of an operation, to be finished by hand. */
import { stringify } from 'yaml';
import { jsonTypes, rangesIn } from './compare.js';
import type { PageField, PageOperation } from './operations.js';

type Json = Record<string, unknown>;

/** `Stopping a Build` -> `stoppingABuild`. */
const camelCase = (words: string): string =>
  words
    .split(/\W+/)
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

const schemaOf = ({ type, description }: PageField): Json => {
  const [name = 'string'] = jsonTypes(type);
  return { type: name, ...rangesIn(description) };
};

/** Text of the page, as a reminder of what to describe in other words. */
const describe = ({ type, description }: PageField): string => `(${type}) ${description}`.trim();

/** Returns a member of an example; that of the first item if it is a list. */
function memberOf(example: unknown, name: string): unknown {
  const value: unknown = Array.isArray(example) ? example[0] : example;
  return typeof value === 'object' && value !== null ? (value as Json)[name] : undefined;
}

/** Returns the schema of a body from its dotted paths, with the scalar values of an example. */
function bodySchema(fields: ReadonlyMap<string, PageField>, example: unknown, prefix = ''): Json {
  const properties: Json = {};
  const required: string[] = [];
  for (const [path, field] of fields) {
    const name = path.slice(prefix.length);
    if (!path.startsWith(prefix) || /[.[{]/.test(name)) continue;
    if (field.required) required.push(name);
    const value = memberOf(example, name);
    const nested = (suffix: string): Json => bodySchema(fields, value, `${path}${suffix}.`);
    const has = (suffix: string): boolean => [...fields.keys()].some((key) => key.startsWith(`${path}${suffix}.`));
    const schema = schemaOf(field);
    const item = /of (\w+?)s?$/.exec(field.type)?.[1] ?? '';
    properties[name] = {
      ...(has('') ? nested('') : schema),
      description: describe(field),
      ...(['string', 'number', 'boolean'].includes(typeof value) && { example: value }),
      ...(schema['type'] === 'array' && {
        items: has('[]') ? nested('[]') : { type: jsonTypes(item)[0] ?? 'string' },
      }),
      ...(has('{}') && { additionalProperties: nested('{}') }),
    };
  }
  return { type: 'object', ...(required.length > 0 && { required }), properties };
}

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

/** Error responses of all operations, by API. */
const ERRORS: Readonly<Record<string, string>> = {
  '400': 'BadRequest',
  '401': 'Unauthorized',
  '403': 'Forbidden',
  '404': 'NotFound',
  '413': 'PayloadTooLarge',
  '422': 'UnprocessableEntity',
  '429': 'TooManyRequests',
  '500': 'InternalServerError',
  '503': 'ServiceUnavailable',
  default: 'UnexpectedError',
};

/** Returns references to the shared error responses. Only operations that take an ID list 422. */
const errorResponses = (takesId: boolean): Json =>
  Object.fromEntries(
    Object.entries(ERRORS)
      .filter(([status]) => status !== '422' || takesId)
      .map(([status, name]) => [status, { $ref: `../../components/responses.yaml#/${name}` }]),
  );

/** Returns `x-pagination` if the page has a page number, a page size and a list of objects. */
function paginationOf({ parameters, response }: PageOperation): Json | undefined {
  const find = (pattern: RegExp): (PageField & { name: string }) | undefined =>
    parameters.find(({ name }) => pattern.test(name));
  const [page, size] = [find(/^page(_?(index|no|num|number))?$/i), find(/^(page_?size|limit)$/i)];
  const paths = [...response.keys()];
  const items = paths.find((path) => paths.some((other) => other.startsWith(`${path}[].`)));
  if (!page || !size || items === undefined) return undefined;
  const total = paths.find((path) => /(^|\.)total(_?(count|size|num))?$/i.test(path));
  const id = paths.map((path) => /^(.*)\[\]\.(\w*id)$/i.exec(path)).find((match) => match?.[1] === items)?.[2];
  const { maximum = 100 } = rangesIn(size.description);
  return {
    ...{ page: page.name, size: size.name, first: /\b1\b/.test(page.description) ? 1 : 0, maxSize: maximum, items },
    ...(total !== undefined && { total }),
    ...(id !== undefined && { id }),
  };
}

/** Returns the draft of a path file and of its entry in `facts/<api>.json`. */
export function draftOperation(page: PageOperation): string {
  const id = page.sdkName ? page.sdkName.charAt(0).toLowerCase() + page.sdkName.slice(1) : camelCase(page.title);
  const parameters = page.parameters.filter(({ name }) => !/^(X-Auth-Token|Content-Type)$/i.test(name));
  const json = (fields: ReadonlyMap<string, PageField>, value: unknown): Json => ({
    'application/json': {
      schema: bodySchema(fields, value),
      examples: { default: { summary: page.title, value: value ?? {} } },
    },
  });
  const pagination = paginationOf(page);
  const success = page.statuses.find((status) => status.startsWith('2')) ?? '200';
  const operation: Json = {
    operationId: id,
    summary: page.title,
    description: `(describe ${id})`,
    externalDocs: { description: 'Huawei Cloud documentation', url: '(URL of the page)' },
    tags: ['(tag)'],
    'x-evidence': { source: 'documented', note: `Page of ${page.date ?? 'an unknown date'}.` },
    ...(page.method !== 'GET' && { 'x-idempotent': { value: false, reason: '(effect of a second request)' } }),
    ...(pagination && { 'x-pagination': pagination }),
    ...(parameters.length > 0 && {
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        in: parameter.in,
        required: parameter.required ?? false,
        description: describe(parameter),
        schema: schemaOf(parameter),
      })),
    }),
    ...(page.request.size > 0 && { requestBody: { required: true, content: json(page.request, page.requestExample) } }),
    responses: {
      [success]: {
        description: '(noun phrase)',
        ...(page.response.size > 0 && { content: json(page.response, page.responseExample) }),
      },
      ...errorResponses(parameters.some((parameter) => parameter.in === 'path')),
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
    [id]: {
      call: `${page.method} ${page.path}`,
      sources: 'pages',
      ...(page.statuses.length > 0 && { status: page.statuses.join(' ') }),
      ...(Object.keys(locations).length > 0 && { parameters: locations }),
      ...(page.request.size > 0 && { request: groupNames(page.request) }),
      ...(page.response.size > 0 && { response: groupNames(page.response) }),
    },
  };
  const path = stringify({ [page.method.toLowerCase()]: operation }, { lineWidth: 150 });
  return `# openapi/<api>/paths/<tag>/${id}.yaml\n${path}\n# openapi/facts/<api>.json\n${JSON.stringify(facts, undefined, 2)}\n`;
}
