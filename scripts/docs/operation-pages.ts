/** Makes a page of each operation: what it does, how to call it, its fields and errors. */
import { resolve, type Api, type Document, type Operation, type ResponseObject } from '../bundle.js';
import { codeSamplesOf } from '../code-samples.js';
import { fieldOf, fieldsOf, flatten, type Field } from './fields.js';
import { relativeUrl } from './html.js';
import type { Names } from './names.js';
import { firstSentence, plainText } from './page.js';

/** The four sources of an operation. */
export const evidence: Readonly<Record<string, { label: string; meaning: string }>> = {
  documented: { label: 'Documented', meaning: 'Described in the Huawei Cloud documentation.' },
  'api-explorer': { label: 'API Explorer', meaning: 'Defined in API Explorer of Huawei Cloud.' },
  sdk: { label: 'SDK', meaning: 'Defined only in the Huawei Cloud SDKs.' },
  'third-party': { label: 'Third party', meaning: 'Known only from clients that are not made by Huawei Cloud.' },
};

/** A part of the request: its heading, and its fields. */
interface RequestPart {
  title: string;
  note: string;
  fields: Field[];
}

/** One operation, read for its page, the search and `llms.txt`. */
export interface OperationModel {
  api: Api;
  id: string;
  path: string;
  method: string;
  operation: Operation;
  tag: string;
  /** Path of the page. */
  page: string;
  /** First sentence of the description. */
  about: string;
  request: RequestPart[];
  response: { note: string; headers: Field[]; fields: Field[] };
  samples: { label: string; source: string }[];
  examples: { title: string; source: string }[];
  errors: { status: string; meaning: string; code: string }[];
}

function requestOf(document: Document, { parameters = [], requestBody }: Operation): RequestPart[] {
  const places = { path: 'Path', query: 'Query', header: 'Headers' } as const;
  const parts: RequestPart[] = Object.entries(places).map(([place, title]) => ({
    title,
    note: '',
    fields: parameters
      .map((parameter) => resolve(document, parameter))
      .filter((parameter) => parameter.in === place)
      .map(({ name, schema, required, description, example }) =>
        fieldOf(document, name, schema, { required, text: description, example }),
      ),
  }));
  const [[type, media] = []] = Object.entries(requestBody?.content ?? {});
  if (type && media) {
    const { type: shape, text } = fieldOf(document, '', media.schema);
    const notes = [
      type.includes('json') ? '' : `Content type \`${type}\`.`,
      shape.startsWith('array') ? `JSON ${shape}. ${text}` : '',
      requestBody?.required ? '' : 'The body is optional.',
    ];
    parts.push({ title: 'Body', note: notes.filter(Boolean).join(' '), fields: fieldsOf(document, media.schema) });
  }
  return parts.filter(({ fields, note }) => fields.length > 0 || note !== '');
}

function responseOf(document: Document, { responses }: Operation): OperationModel['response'] & { status: string } {
  const status = Object.keys(responses).find((code) => code.startsWith('2'))!;
  const { description, headers = {}, content = {} } = resolve<ResponseObject>(document, responses[status]!);
  const [[type, media] = []] = Object.entries(content);
  const { type: shape } = fieldOf(document, '', media?.schema ?? {});
  const notes = [
    `Status ${status}. ${description.trim()}`,
    type === undefined ? 'The response has no body.' : '',
    type && !type.includes('json') ? 'The body is a file; in TypeScript, a `Download`.' : '',
    shape.startsWith('array') ? `JSON ${shape}.` : '',
  ];
  return {
    status,
    note: notes.filter(Boolean).join(' '),
    headers: Object.entries(headers).map(([name, header]) => {
      const { description: text = '', schema } = resolve(document, header);
      return fieldOf(document, name, schema, { text });
    }),
    fields: type?.includes('json') ? fieldsOf(document, media!.schema) : [],
  };
}

/** Reads an operation. @throws Error if its evidence is of an unknown kind, or an example for a sample is missing. */
export async function readOperation(
  api: Api,
  document: Document,
  found: { path: string; method: string; operation: Operation },
): Promise<OperationModel> {
  const { operation } = found;
  const { operationId: id, responses } = operation;
  const { source } = operation['x-evidence'];
  if (!evidence[source]) throw new Error(`${id}: unknown x-evidence.source ${JSON.stringify(source)}`);
  const { status, ...response } = responseOf(document, operation);
  const examplesOf = (response: ResponseObject) =>
    Object.values(Object.values(response.content ?? {})[0]?.examples ?? {});
  const examples = examplesOf(resolve<ResponseObject>(document, responses[status]!))
    .filter(({ value }) => typeof value === 'object' && value !== null)
    .map(({ summary, value }) => ({ title: summary, source: JSON.stringify(value, null, 2) }));
  return {
    api,
    id,
    ...found,
    tag: operation.tags[0]!,
    page: `api/${api}/${id}`,
    about: firstSentence(operation.description),
    request: requestOf(document, operation),
    response,
    samples: await codeSamplesOf({ api, document, ...found }),
    examples,
    errors: Object.entries(responses).flatMap(([code, node]) => {
      if (code.startsWith('2')) return [];
      const error = resolve<ResponseObject>(document, node);
      const example = examplesOf(error)[0]?.value as { error_code?: string; error?: { code?: string } } | undefined;
      return [
        { status: code, meaning: error.description.trim(), code: example?.error_code ?? example?.error?.code ?? '' },
      ];
    }),
  };
}

/** Returns every field of an operation, with its anchor on the page. */
export function* anchoredFields({ request, response }: OperationModel): Generator<{ anchor: string; field: Field }> {
  const parts = [
    ...request,
    { title: 'Response', fields: response.fields },
    { title: 'Response-Headers', fields: response.headers },
  ];
  for (const { title, fields } of parts) {
    for (const { path, field } of flatten(fields)) yield { anchor: `${title.toLowerCase()}.${path}`, field };
  }
}

/** Finds the first field of each schema, which shows its fields. */
export function schemaFields(models: readonly OperationModel[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const model of models) {
    for (const { anchor, field } of anchoredFields(model)) {
      for (const schema of field.type.match(/\b[A-Z]\w+/g) ?? []) {
        if (!found.has(schema)) found.set(schema, `${model.page}#${anchor}`);
      }
    }
  }
  return found;
}

/** Writes fields as nested lists. */
export function fieldList(fields: readonly Field[], indent = ''): string {
  return fields
    .map(({ name, type, required, text, facts, children, repeats }) => {
      const paragraphs = [
        `- \`${name}\` ${type}${required ? ' **required**' : ''}`,
        ...[text, facts.join(' '), repeats ? 'Same fields as above.' : '']
          .filter(Boolean)
          .map((part) => part.replace(/^/gm, '  ').replace(/^\s+$/gm, '')),
      ];
      const own = paragraphs.join('\n\n').replace(/^(?=.)/gm, indent);
      return children.length > 0 ? `${own}\n\n${fieldList(children, `${indent}  `)}` : own;
    })
    .join('\n\n');
}

/** The retries of an operation in words. */
function retriesOf({ method, operation }: OperationModel): string {
  const idempotent = operation['x-idempotent'];
  if (method === 'get') return 'Automatic; a GET is idempotent.';
  const reason = idempotent?.reason?.trim() ?? '';
  return `${idempotent?.value ? 'Automatic; the operation is idempotent.' : 'Only if the request was not processed; the operation is not idempotent.'} ${reason}`.trim();
}

/** The rate limit in words. */
function rateLimitOf(policy: string): string {
  const [, count] = /_(\d+)_min$/.exec(policy) ?? [];
  return `Policy \`${policy}\`. ${count ? `The name suggests ${count} requests per minute; the counts are undocumented.` : 'The counts are undocumented.'}`;
}

function behaviorOf(model: OperationModel): string {
  const { operation } = model;
  const { 'x-pagination': pagination, 'x-ratelimit-policy': policy, security } = operation;
  const facts: [label: string, text: string][] = [['Retries', retriesOf(model)]];
  if (pagination) {
    const { page, first, maxSize } = pagination;
    const number = page === undefined ? '' : ` The page number is \`${page}\`; the first page is ${first}.`;
    facts.push(['Pagination', `Up to ${maxSize} items per page.${number} \`paginate\` iterates over all items.`]);
  }
  if (policy) facts.push(['Rate limit', rateLimitOf(policy)]);
  facts.push(['Authentication', security?.length === 0 ? 'None.' : 'Access key (AK/SK) or IAM token.']);
  return facts.map(([label, text]) => `- **${label}:** ${text}`).join('\n');
}

/** Splits the advice about a deprecated operation from the rest of its description. */
function splitDescription({ operation }: OperationModel): { successor: string; text: string } {
  const text = operation.description.trim();
  const [successor = ''] =
    (operation.deprecated &&
      /^(?:Use [^.]*?instead|Nothing replaces it)[^.]*\.\s*(?:Regions with only [^.]*\.\s*(?:Use [^.]* there\.\s*)?)?/s.exec(
        text,
      )) ||
    [];
  return { successor: successor.trim(), text: text.slice(successor.length) };
}

/** Writes the page of an operation as Markdown. */
export function operationMarkdown(model: OperationModel, names: Names): string {
  const { id, path, method, operation, page } = model;
  const { externalDocs, deprecated, 'x-evidence': found, 'x-helper': helper } = operation;
  const { successor, text } = splitDescription(model);
  const { label, meaning } = evidence[found.source]!;
  const related = names.mentionsOf(page);
  const linksOf = (kind: string): string =>
    related
      .filter((mention) => mention.kind === kind)
      .map((mention) => `[${mention.title}](${relativeUrl(page, `${mention.path}.md`)})`)
      .join(' · ');
  const relatedLines = [
    ['Guides', linksOf('guide')],
    ['Operations', linksOf('operation')],
    ['Workflows', linksOf('workflow')],
    [
      'Huawei Cloud documentation',
      `[${externalDocs.url.split('/').pop()?.replace('.html', '') || 'API Explorer'}](${externalDocs.url})`,
    ],
  ].filter(([, links]) => links !== '');
  const alert = deprecated
    ? `> [!WARNING]\n> Deprecated. ${successor}`
    : helper
      ? `> [!TIP]\n> In TypeScript, prefer \`${helper.name}\`. ${helper.text.trim()}`
      : '';
  const examples = model.examples.map(
    // A fence cannot have a backtick in its title.
    ({ title, source }) => `\`\`\`json title="${plainText(title).replaceAll('"', "'")}"\n${source}\n\`\`\``,
  );
  return [
    `# ${operation.summary}`,
    `**${method.toUpperCase()}** \`${path}\``,
    `\`${id}\` ${deprecated ? '**Deprecated** ' : ''}**${label}**`,
    alert,
    text,
    '<!-- aside -->',
    model.samples
      .map(
        ({ label: title, source }) => `\`\`\`${title === 'TypeScript' ? 'ts' : 'sh'} title=${title}\n${source}\n\`\`\``,
      )
      .join('\n\n'),
    ...(examples.length > 0 ? ['Response:', examples.join('\n\n')] : []),
    '<!-- /aside -->',
    '## Behavior',
    behaviorOf(model),
    ...(model.request.length > 0 ? ['## Request'] : []),
    ...model.request.flatMap(({ title, note, fields }) => [`### ${title}`, note, fieldList(fields)]),
    '## Response',
    model.response.note,
    fieldList(model.response.fields),
    ...(model.response.headers.length > 0 ? ['### Response headers', fieldList(model.response.headers)] : []),
    '## Errors',
    ['| Status | Meaning | Example code |', '| --- | --- | --- |']
      .concat(
        model.errors.map(
          ({ status, meaning, code }) =>
            `| ${status} | ${meaning.replace(/\s+/g, ' ').replaceAll('|', '\\|')} | ${code && `\`${code}\``} |`,
        ),
      )
      .join('\n'),
    '## Related',
    relatedLines.map(([title, links]) => `- **${title}:** ${links}`).join('\n'),
    `<details>\n<summary>Source: ${label}</summary>\n\n${meaning} ${found.note?.trim() ?? ''}\n\n</details>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
