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

/** Returns the schema of a body from its dotted paths. */
function bodySchema(fields: ReadonlyMap<string, PageField>, prefix = ''): Json {
  const properties: Json = {};
  const required: string[] = [];
  for (const [path, field] of fields) {
    const name = path.slice(prefix.length);
    if (!path.startsWith(prefix) || /[.[{]/.test(name)) continue;
    if (field.required) required.push(name);
    const nested = (suffix: string): Json => bodySchema(fields, `${path}${suffix}.`);
    const has = (suffix: string): boolean => [...fields.keys()].some((key) => key.startsWith(`${path}${suffix}.`));
    const schema = schemaOf(field);
    const item = /of (\w+?)s?$/.exec(field.type)?.[1] ?? '';
    properties[name] = {
      ...(has('') ? nested('') : schema),
      description: describe(field),
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

/** Returns the draft of a path file and of its entry in `facts/<api>.json`. */
export function draftOperation(page: PageOperation): string {
  const id = page.sdkName ? page.sdkName.charAt(0).toLowerCase() + page.sdkName.slice(1) : camelCase(page.title);
  const parameters = page.parameters.filter(({ name }) => !/^(X-Auth-Token|Content-Type)$/i.test(name));
  const json = (fields: ReadonlyMap<string, PageField>, value: unknown): Json => ({
    'application/json': {
      schema: bodySchema(fields),
      examples: { default: { summary: page.title, value: value ?? {} } },
    },
  });
  const success = page.statuses.find((status) => status.startsWith('2')) ?? '200';
  const operation: Json = {
    operationId: id,
    summary: page.title,
    description: `(describe ${id})`,
    externalDocs: { description: 'Huawei Cloud documentation', url: '(URL of the page)' },
    tags: ['(tag)'],
    'x-evidence': { source: 'documented', note: `Page of ${page.date ?? 'an unknown date'}.` },
    ...(page.method !== 'GET' && { 'x-idempotent': { value: false, reason: '(effect of a second request)' } }),
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
