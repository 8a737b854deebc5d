import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { checkRules } from '../scripts/spec-rules/rules.js';
import { createSpec } from '../scripts/spec-rules/spec.js';
import { readSource, transcribe } from '../scripts/transcribe.js';
import { draftOperation } from '../scripts/transcribe/draft.js';
import { readPage } from '../scripts/transcribe/operations.js';
import { partsOf, statedValues } from '../scripts/transcribe/values.js';

const forms = ['page.html', 'spaced.txt', 'tabs.txt', 'bars.txt'];

const readFixture = (name: string): Promise<string> => readFile(`test/fixtures/transcribe/${name}`, 'utf8');

/** The path file of the operation on the pages. */
const pathFile = `post:
  operationId: updateTask
  parameters:
    - { name: task_id, in: path, required: true, schema: { type: string, minLength: 1, maxLength: 32 } }
    - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
  requestBody:
    required: true
    content:
      application/json:
        schema:
          type: object
          required: [name]
          properties:
            name: { type: string }
            steps:
              type: array
              items:
                type: object
                required: [title]
                properties:
                  title: { type: string }
  responses:
    '200':
      description: The task.
      content:
        application/json:
          schema:
            type: object
            properties:
              result:
                type: object
                properties:
                  id: { type: string }
                  tags: { type: array, items: { type: string } }
              status: { type: string }
    '404': { description: Unknown ID. }
`;

/** Compares a page with the path file after an edit. */
async function compare(form: string, from = '', to = '', facts: Record<string, string> = {}): Promise<string[]> {
  expect(pathFile).toContain(from);
  const folder = 'openapi/codearts-build';
  const texts = {
    [`${folder}/openapi.yaml`]: 'paths:\n  /v1/tasks/{task_id}:\n    $ref: paths/updateTask.yaml\n',
    [`${folder}/paths/updateTask.yaml`]: from === '' ? pathFile : pathFile.replace(from, () => to),
    ...facts,
  };
  const { lines, unexplained } = transcribe(createSpec(new Map(Object.entries(texts))), await readFixture(form));
  const differences = lines.filter((line) => line.startsWith('  openapi/'));
  expect(unexplained).toBe(differences.filter((line) => !line.includes('explained: ')).length);
  return differences.map((line) => line.trim().replace(`${folder}/paths/updateTask.yaml:`, ''));
}

describe.each(forms)('a page in the form of %s', (form) => {
  test('contains the operation with its tables, statuses, examples and date', async () => {
    const [operation, ...others] = readPage(await readFixture(form));
    expect(others).toEqual([]);
    expect(operation).toMatchObject({ title: 'Updating a Task', date: '2026-01-02', method: 'POST' });
    expect(operation!.path).toBe('/v1/tasks/{task_id}');
    expect(
      operation!.parameters.map(({ name, in: location, required, type }) => [name, location, required, type]),
    ).toEqual([
      ['task_id', 'path', true, 'String'],
      ['limit', 'query', false, 'Integer'],
      ['X-Auth-Token', 'header', true, 'String'],
    ]);
    expect([...operation!.request].map(([path, { required, type }]) => [path, required, type])).toEqual([
      ['name', true, 'String'],
      ['steps', false, 'Array of Step objects'],
      ['steps[].title', true, 'String'],
    ]);
    expect([...operation!.response].map(([path, { type }]) => [path, type])).toEqual([
      ['result', 'result object'],
      ['status', 'String'],
      ['result.id', 'String'],
      ['result.tags', 'Array of strings'],
    ]);
    expect(operation!.statuses).toEqual(['200', '404']);
    expect(operation!.requestExample).toEqual({ name: 'demo' });
    expect(operation!.responseExample).toEqual({ result: { id: 't1', tags: ['a'] }, status: 'success' });
  });

  test('has no difference from its description', async () => {
    expect(await compare(form)).toEqual([]);
  });

  test.each([
    [
      'another type',
      'limit, in: query, schema: { type: integer',
      'limit, in: query, schema: { type: string',
      /^5: parameters\.limit: has the type Integer on the page, string/,
    ],
    ['another range', 'maximum: 100', 'maximum: 50', /^5: parameters\.limit: has maximum 100 on the page, 50 /],
    [
      'another mandatory mark',
      'required: [title]',
      'required: []',
      /request\.steps\[\]\.title: is mandatory on the page, optional/,
    ],
    [
      'a missing field',
      '                  id: { type: string }\n',
      '',
      /^2: response\.result\.id: is on the page, but not/,
    ],
    [
      'an additional field',
      'status: { type: string }',
      'status: { type: string }\n              extra: { type: string }',
      /response\.extra: is in the description, but not on the page$/,
    ],
    [
      'another location',
      'limit, in: query',
      'limit, in: header',
      /parameters\.limit: is in query on the page, in header/,
    ],
    ['a missing status', "'404'", "'405'", /^2: status 404: is on the page/],
  ])('reports %s', async (_, from, to, expected) => {
    expect(await compare(form, from, to)).toContainEqual(expect.stringMatching(expected));
  });
});

test('the error of an envelope is not compared', async () => {
  const status = '              status: { type: string }';
  const error = `${status}\n              error: { type: object, properties: { code: { type: string } } }`;
  expect(await compare('spaced.txt', status, error)).toEqual([]);
});

test.each([
  ['array', []],
  [
    'object',
    ['65: response.result.tags: has the type Array of strings on the page, object or null in the description'],
  ],
])('a type behind a reference is compared: %s', async (type, differences) => {
  const file = 'openapi/codearts-build/components/schemas/Tags.yaml';
  const tags = "tags: { oneOf: [{ $ref: ../components/schemas/Tags.yaml }, { type: 'null' }] }";
  const found = await compare('spaced.txt', 'tags: { type: array, items: { type: string } }', tags, {
    [file]: `type: ${type}\n`,
  });
  expect(found.map((line) => line.replace(/^\d+/, '65'))).toEqual(differences);
});

test.each([
  ['a tab between cells', (text: string) => text.replaceAll('\n\n', '\n\t\n')],
  ['the date below the title', (text: string) => text.replace(/^(Updated on .*)\n\n(.*)\n/, '$2\n\n$1\n')],
])('copied text with %s contains the same', async (_title, change) => {
  const text = await readFixture('spaced.txt');
  expect(change(text)).not.toBe(text);
  expect(readPage(change(text))).toEqual(readPage(text));
});

test('a difference in the list of differences is explained', async () => {
  const differences =
    'codearts-build:\n  updateTask:\n    - left-out: [response.status]\n      reason: It is an envelope.\n';
  const facts = { 'openapi/facts/differences.yaml': differences };
  const spec = createSpec(
    new Map(
      Object.entries({
        'openapi/codearts-build/openapi.yaml': 'paths:\n  /v1/tasks/{task_id}: { $ref: paths/updateTask.yaml }\n',
        'openapi/codearts-build/paths/updateTask.yaml': pathFile.replace(
          '              status: { type: string }\n',
          '',
        ),
        ...facts,
      }),
    ),
  );
  const { lines, unexplained } = transcribe(spec, await readFixture('page.html'));
  expect(lines.join('\n')).toContain('explained: It is an envelope.');
  expect(unexplained).toBe(0);
});

/** Runs the command in a folder. Returns what it prints, and its exit code. */
const runCommand = async (
  args: readonly string[],
  cwd = '.',
): Promise<{ stdout: string; stderr: string; code: number }> => {
  const [loader, script] = [import.meta.resolve('tsx'), resolve('scripts/transcribe.ts')];
  return promisify(execFile)(process.execPath, ['--import', loader, script, ...args], { cwd }).then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    (error: unknown) => error as { stdout: string; stderr: string; code: number },
  );
};

test('--draft prints a path file and the facts of an operation without a description', async () => {
  const { stdout, code } = await runCommand(['--draft', 'test/fixtures/transcribe/page.html']);
  expect(code).toBe(1);
  const [, path = '', facts = ''] = /\.yaml\n(.*)\n# openapi\/facts\/<api>\.json\n(.*?\n\})\n/s.exec(stdout) ?? [];
  expect(JSON.parse(facts)).toEqual({
    updatingATask: {
      call: 'POST /v1/tasks/{task_id}',
      sources: 'pages',
      status: '200 404',
      parameters: { path: 'task_id*', query: 'limit' },
      request: { '': 'name* steps', 'steps[]': 'title*' },
      response: { '': 'result status', result: 'id tags' },
    },
  });
  const { post } = parse(path) as { post: Record<string, unknown> };
  expect(post).toMatchObject({
    operationId: 'updatingATask',
    parameters: [
      { name: 'task_id', in: 'path', required: true, schema: { type: 'string', minLength: 1, maxLength: 32 } },
      { name: 'limit', in: 'query', required: false, schema: { type: 'integer', maximum: 100 } },
    ],
    responses: {
      200: {
        content: {
          'application/json': {
            schema: { properties: { result: { properties: { tags: { type: 'array', items: { type: 'string' } } } } } },
            examples: { default: { value: { status: 'success' } } },
          },
        },
      },
      422: { $ref: '../../components/responses.yaml#/UnprocessableEntity' },
      default: { $ref: '../../components/responses.yaml#/UnexpectedError' },
    },
  });
  expect(path).toContain('example: t1');
}, 120_000);

test('--draft --tag writes a draft in which only words are missing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-transcribe-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp('openapi', join(folder, 'openapi'), { recursive: true });
  await cp('.prettierrc.json', join(folder, '.prettierrc.json'));
  const page = resolve('test/fixtures/transcribe/page.html');
  const { stdout } = await runCommand(['--draft', '--tag', 'Build tasks', page], folder);
  expect(stdout.match(/wrote .*/g)).toEqual([
    'wrote openapi/codearts-build/paths/build-tasks/updatingATask.yaml',
    'wrote openapi/codearts-build/openapi.yaml',
    'wrote openapi/facts/codearts-build.json',
  ]);
  const files = (await readdir(join(folder, 'openapi'), { recursive: true })).filter((name) =>
    /\.(yaml|json)$/.test(name),
  );
  const texts = files.map(async (name) => {
    const text = await readFile(join(folder, 'openapi', name), 'utf8');
    return [`openapi/${name.split(sep).join('/')}`, text] as const;
  });
  const spec = createSpec(new Map(await Promise.all(texts)));
  expect(new Set(checkRules(spec).map(({ rule }) => rule))).toEqual(new Set(['draft', 'summary']));
  expect(transcribe(spec, await readSource(page)).lines).toContain('  updatingATask: 0 differences');
}, 120_000);

test.each([
  [
    'an unknown tag',
    ['--draft', '--tag', 'Nothing', 'test/fixtures/transcribe/page.html'],
    /^--tag must be a tag in .*; received "Nothing"/,
  ],
  ['--tag without --draft', ['--tag', 'Files', 'test/fixtures/transcribe/page.html'], /^--tag requires --draft/],
  ['an unknown option', ['--nothing'], /^Unknown option '--nothing'/],
  ['no page', [], /^a page is required. Usage: /],
  ['a missing page', ['nothing.html'], /^nothing\.html does not exist. Usage: /],
])(
  'the command rejects %s without a stack trace',
  async (_, args, message) => {
    const { stderr, code } = await runCommand(args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(code).toBe(2);
  },
  60_000,
);

test.each([
  ['an empty file', '', /is empty$/],
  [
    'an image',
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    /is not text in UTF-8, .*; save the page as HTML/,
  ],
  ['text in an encoding without a name', Buffer.from('b9a6c4dcbde9c9dc', 'hex'), /is not text in UTF-8, /],
  ['a web archive', 'From: <Saved by Blink>\nMIME-Version: 1.0\n', /is a web archive; save the page as HTML/],
  ['a large file', Buffer.alloc(33 * 2 ** 20, 'a'), /is larger than 32 MiB/],
])('%s is rejected', async (_, content, message) => {
  await expect(readSource(await writePage(content))).rejects.toThrow(message);
});

test.each([
  ['UTF-16', Buffer.from('\ufeff功能介绍', 'utf16le')],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeff功能介绍')],
  [
    'the encoding of its HTML',
    Buffer.concat([Buffer.from('<meta charset="gbk">'), Buffer.from('b9a6c4dcbde9c9dc', 'hex')]),
  ],
])('a page in %s is read', async (_, content) => {
  expect(await readSource(await writePage(content))).toMatch(/功能介绍$/);
});

/** Writes a page to a file. Returns its path. */
async function writePage(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-transcribe-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'page.html');
  await writeFile(file, content);
  return file;
}

test.each([
  ['Array of strings', { type: 'string' }],
  ['array of integer', { type: 'integer' }],
  ['String[]', { type: 'string' }],
  ['Integer array', { type: 'integer' }],
  ['List&lt;Long&gt;', { type: 'integer' }],
  ['Array&lt;Array&lt;Integer&gt;&gt;', { type: 'array', items: { type: 'integer' } }],
  ['Array of Step objects', { type: 'object', additionalProperties: true }],
  ['Array of objects', { type: 'object', additionalProperties: true }],
  ['Array', { type: 'string' }],
])('a draft of the type %s has its items', (type, items) => {
  const page = htmlPage('').replace(
    '</body>',
    `<h4>Request</h4><table>${cells('Parameter', 'Type', 'Description')}${cells('list', type, 'x')}</table></body>`,
  );
  const { get } = parse(draftOperation(createSpec(new Map()), readPage(page)[0]!).yaml) as {
    get: Record<string, object>;
  };
  expect(get['requestBody']).toMatchObject({
    content: { 'application/json': { schema: { properties: { list: { type: 'array', items } } } } },
  });
});

test.each([
  ['Integer', 'Items. Range: 1-100. Default: 10', 10],
  ['String', 'Order. Options: ASC, DESC', 'ASC'],
  ['Integer', 'Items. Range: 1-100', 1],
  ['Boolean', 'Whether to sort.', true],
  ['String', 'Name.', '(example)'],
])('a draft of a parameter of type %s with the text %j has the example %j', (type, text, expected) => {
  const { yaml } = draftOperation(createSpec(new Map()), readPage(htmlPage(cells('p', 'No', type, text)))[0]!);
  const { get } = parse(yaml) as { get: { parameters: object[] } };
  expect(get.parameters[0]).toMatchObject({ name: 'p', example: expected });
});

test.each([
  ['an SDK sample', '<p>ListAllTagsRequest request = new ListAllTagsRequest();</p>', '/api/Other.html', 'listAllTags'],
  ['the URL of the page', '', 'https://h/api-codeci/ListEveryTag.html', 'listEveryTag'],
  ['its title', '', 'https://h/api-codeci/api_1.html', 'listingTags'],
  ['its call, if the title has no letters', '标签', 'https://h/api-codeci/api_1.html', 'getV1Tags'],
])('a draft has its name from %s', (_, text, url, expected) => {
  const source = `<!-- saved from url=(0041)${url} -->\n${htmlPage('')}`;
  const page = text.startsWith('<p>')
    ? source.replace('</body>', `${text}</body>`)
    : text === ''
      ? source
      : source.replace('Listing Tags', text);
  expect(draftOperation(createSpec(new Map()), readPage(page)[0]!).id).toBe(expected);
});

test('a draft of a list has its pagination, from the names on the page', () => {
  const page = `Listing Machines

Function

URI

GET /v1/{project_id}/machines

Table 1 Query parameters

Parameter

Mandatory

Type

Description

page_index

Yes

Integer

Page, starting from 0.

page_size

Yes

Integer

Machines per page. The value is less than or equal to 50.

Response Parameters

Table 2 Response body parameters

Parameter

Type

Description

total

Integer

Number.

machines

Array of Machine objects

Machines.

Table 3 Machine

Parameter

Type

Description

machine_id

String

ID.
`;
  expect(draftOperation(createSpec(new Map()), readPage(page)[0]!).yaml).toContain(`x-pagination:
    page: page_index
    size: page_size
    first: 0
    maxSize: 50
    items: machines
    total: total
    id: machine_id
`);
});

test('a page without an operation is reported', () => {
  expect(transcribe(createSpec(new Map()), 'Nothing here.')).toEqual({
    missing: [],
    lines: ['no operation found; the page must contain "URI", followed by a method and a path'],
    unexplained: 1,
  });
});

/** A page in HTML with one table in the section URI. */
const htmlPage = (rows: string, header = ['Parameter', 'Mandatory', 'Type', 'Description']): string =>
  `<html><body><h1>Listing Tags</h1><h4>Function</h4><h4>URI</h4><p>GET /v1/tags</p>
<table><tr>${header.map((cell) => `<th>${cell}</th>`).join('')}</tr>${rows}</table></body></html>`;

const cells = (...texts: string[]): string => `<tr>${texts.map((text) => `<td><p>${text}</p></td>`).join('')}</tr>`;

describe('a table in HTML', () => {
  const namesOf = (page: string): string[] =>
    readPage(page)[0]!.parameters.map(({ name, required, type }) => `${name}${required ? '*' : ''} ${type}`);

  test.each([
    ['other words for the columns', ['Name', 'Required', 'Data Type', 'Meaning'], cells('limit', 'No', 'Integer', 'x')],
    [
      'an additional column',
      ['Parameter', 'Mandatory', 'Type', 'Value Range', 'Description'],
      cells('limit', 'No', 'Integer', '1-100', 'x'),
    ],
    ['Chinese words', ['参数', '是否必选', '参数类型', '描述'], cells('limit', '否', 'Integer', '每页数量')],
    [
      'a location',
      ['Parameter', 'Location', 'Mandatory', 'Type', 'Description'],
      cells('limit', 'query', 'Optional', 'Integer', 'x'),
    ],
    ['the number of a footnote', undefined, cells('limit<sup>1</sup>', 'No', 'Integer', 'x')],
    ['a note beside the name', undefined, cells('limit (deprecated)', 'No', 'Integer', 'x')],
  ])('with %s is read', (_, header, rows) => {
    expect(namesOf(htmlPage(rows, header))).toEqual(['limit Integer']);
    expect(readPage(htmlPage(rows, header))[0]!.unread).toEqual([]);
  });

  test('with cells across rows repeats them', () => {
    const rows =
      '<tr><td>a</td><td rowspan="2">Yes</td><td rowspan="2">String</td><td>x</td></tr><tr><td>b</td><td>y</td></tr>';
    expect(namesOf(htmlPage(rows))).toEqual(['a* String', 'b* String']);
  });

  test('with a name across rows joins their texts', () => {
    const rows =
      '<tr><td rowspan="2">a</td><td rowspan="2">Yes</td><td rowspan="2">String</td><td>Options: x, y</td></tr><tr><td>Note.</td></tr>';
    const [parameter, ...others] = readPage(htmlPage(rows))[0]!.parameters;
    expect(others).toEqual([]);
    expect(parameter).toMatchObject({ name: 'a', type: 'String', description: 'Options: x, y\nNote.' });
  });

  test('within a cell belongs to the field of that row', () => {
    const nested = `Step. <table>${cells('Parameter', 'Type', 'Description')}${cells('title', 'String', 'x')}</table>`;
    const page = htmlPage('')
      .replace(/<table>.*<\/table>/, '')
      .replace(
        '</body>',
        `<h4>Request</h4><table>${cells('Parameter', 'Mandatory', 'Type', 'Description')}${cells('steps', 'No', 'Array of objects', nested)}${cells('name', 'No', 'String', 'x')}</table></body>`,
      );
    const [operation] = readPage(page);
    expect([...operation!.request.keys()]).toEqual(['steps', 'name', 'steps[].title']);
    expect(operation!.unread).toEqual([]);
  });

  test.each([
    [
      'an unknown header',
      htmlPage(cells('1', 'x'), ['Code', 'Meaning of it']),
      'table with the header Code | Meaning of it',
    ],
    ['an unknown type', htmlPage(cells('limit', 'No', 'Blob', 'x')), 'type "Blob" of limit'],
    ['an unknown mark', htmlPage(cells('limit', 'Sometimes', 'String', 'x')), 'mandatory mark "Sometimes" of limit'],
    ['a row without a name', htmlPage(cells('-', 'No', 'String', 'x')), 'row - | No | String | x'],
    ['a note across the table', htmlPage('<tr><td colspan="4">Only in Europe.</td></tr>'), 'Only in Europe.'],
    [
      'a paragraph',
      htmlPage('').replace('<table>', '<p>NOTE: Only in Europe.</p><table>'),
      'text "NOTE: Only in Europe."',
    ],
    [
      'a path parameter without a row',
      htmlPage('').replace('/v1/tags', '/v1/tags/{id}'),
      'path parameter id, which is in no table',
    ],
  ])('reports %s', (_, page, expected) => {
    expect(readPage(page)[0]!.unread).toEqual([expected]);
    expect(transcribe(createSpec(new Map()), page).lines).toContain(`  not read: ${expected}`);
  });

  test('that no field refers to is reported', () => {
    const table = (name: string): string =>
      `<table>${cells('Parameter', 'Type', 'Description')}${cells(name, 'String', 'x')}</table>`;
    const page = htmlPage('').replace('</body>', `<h4>Response</h4>${table('a')}${table('b')}</body>`);
    expect(readPage(page)[0]!.unread).toEqual(['table  (b), which no field refers to']);
  });
});

test.each([
  [
    'tabs with several lines in a cell',
    'Parameter\tMandatory\tType\tDescription\nlimit\tNo\tInteger\tItems.\n\nRange\n\n1-100\nname\tNo\tString\tName.\n',
  ],
  [
    'a header in lines and rows with tabs',
    'Parameter\n\t\nMandatory\n\t\nType\n\t\nDescription\n\nlimit\tNo\tInteger\tItems. Range: 1-100\n\nname\tNo\tString\tName.\n',
  ],
  [
    'Markdown',
    '| Parameter | Mandatory | Type | Description |\n| --- | :-- | --- | --- |\n| limit | No | Integer | 1-100 |\n| name | No | String | x |\n',
  ],
  [
    'Chinese lines',
    '参数\n\n是否必选\n\n参数类型\n\n描述\n\nlimit\n\n否\n\nInteger\n\n取值范围：1-100\n\nname\n\n否\n\nString\n\n名称\n',
  ],
])('copied text with %s is read', (_, table) => {
  const [operation] = readPage(`Listing Tags\n\nFunction\n\nURI\n\nGET /v1/tags\n\n${table}`);
  expect(operation!.parameters.map(({ name }) => name)).toEqual(['limit', 'name']);
  expect(statedValues(operation!.parameters[0]!)).toEqual({ minimum: 1, maximum: 100 });
  expect(operation!.unread).toEqual([]);
});

test.each([
  ['a pre', '<pre class="screen">CODE</pre>'],
  ['lines in elements', '<pre><ol><li>POST https://{endpoint}/v1/tags</li><li>{ "name": "a", "n": 5 }</li></ol></pre>'],
  [
    'colors',
    '<pre><code><span class="hljs-keyword">POST</span> https://{endpoint}/v1/tags\n{ <span>&quot;name&quot;</span>: "a", "n": 5 }</code></pre>',
  ],
  [
    'line numbers',
    '<div class="highlight"><table><tbody><tr><td class="linenos"><pre><span>1</span>\n<span>2</span></pre></td><td class="code"><div><pre>CODE</pre></div></td></tr></tbody></table></div>',
  ],
])('an example with %s is read', (_, html) => {
  const code = html.replace('CODE', 'POST https://{endpoint}/v1/tags\n\n{ "name" : "a", "n" : 5 }');
  const page = htmlPage('').replace('</body>', `<h4>Example Requests</h4><p>Add a tag</p>${code}</body>`);
  expect(readPage(page)[0]).toMatchObject({ requestExample: { name: 'a', n: 5 }, unread: [], skipped: [] });
});

test('an example without a body has none', () => {
  const page = htmlPage('').replace(
    '</body>',
    '<h4>Example Requests</h4><pre>GET https://h/v1/tags?limit=5</pre></body>',
  );
  expect(readPage(page)[0]).toMatchObject({ requestExample: undefined, values: new Map([['limit', '5']]) });
});

test.each([
  ['Updated on 2026-01-02 GMT+08:00'],
  ['Updated On: 2026-01-02 GMT+08:00'],
  ['Last updated on 2026-01-02'],
  ['更新时间：2026-01-02 GMT+08:00'],
])('the date is read from %j', (text) => {
  const [operation] = readPage(htmlPage('').replace('<h4>Function', `<p>${text}</p><h4>Function`));
  expect(operation).toMatchObject({ date: '2026-01-02', title: 'Listing Tags' });
});

test.each([
  ['Example Requests', 'Example Responses'],
  ['Example Request', 'Example Response'],
  ['Request Example', 'Response Example'],
  ['Sample request', 'Sample response'],
  ['请求示例', '响应示例'],
  ['请求样例', '响应样例'],
])('examples below %s and %s are read', (request, response) => {
  const page = htmlPage('').replace(
    '</body>',
    `<h4>${request}</h4><pre>{"a":1}</pre><h4>${response}</h4><pre>{"b":2}</pre></body>`,
  );
  expect(readPage(page)[0]).toMatchObject({ requestExample: { a: 1 }, responseExample: { b: 2 }, unread: [] });
});

test('copied text with a field whose name is a type is read', () => {
  const page =
    'Listing Tags\n\nFunction\n\nURI\n\nGET /v1/tags\n\nResponse Parameters\n\nParameter\n\nType\n\nDescription\n\nstatus\n\nString\n\nStatus\n\nfile\n\nString\n\nFile\n\nmap\n\nObject\n\nMap\n';
  const fields = [...readPage(page)[0]!.response].map(([name, { type }]) => `${name} ${type}`);
  expect(fields).toEqual(['status String', 'file String', 'map Object']);
});

test('an operation of a path that has another method is reported', () => {
  const spec = createSpec(
    new Map([
      ['openapi/codearts-build/openapi.yaml', 'paths:\n  /v1/tasks/{id}:\n    $ref: paths/updateTask.yaml\n'],
      ['openapi/codearts-build/paths/updateTask.yaml', pathFile],
    ]),
  );
  const page = 'Deleting a Task\n\nFunction\n\nURI\n\nDELETE /v1/tasks/{task_id}\n';
  expect(transcribe(spec, page).lines.slice(-2)).toEqual([
    '  the path has POST (updateTask) in openapi/codearts-build/paths/updateTask.yaml',
    '  has no description; add --draft to write one',
  ]);
});

test('a Chinese page contains the same as an English one', async () => {
  const words = [
    ['Updated on 2026-01-02 GMT+08:00', '更新时间：2026-01-02 GMT+08:00'],
    ...[
      ['Function', '功能介绍'],
      ['Request Parameters', '请求参数'],
      ['Response Parameters', '响应参数'],
    ],
    ...[
      ['Example Requests', '请求示例'],
      ['Example Responses', '响应示例'],
      ['Status Codes', '状态码'],
      ['Error Codes', '错误码'],
    ],
    ...[
      ['Status code: ', '状态码： '],
      ['Status Code', '状态码'],
      ['Table ', '表'],
      ['Parameter</p>', '参数</p>'],
    ],
    ...[
      ['Mandatory', '是否必选'],
      ['Type</p>', '参数类型</p>'],
      ['Description', '描述'],
      ['<p>Yes</p>', '<p>是</p>'],
      ['<p>No</p>', '<p>否</p>'],
    ],
  ] as const;
  const english = await readFixture('page.html');
  const chinese = words.reduce((text, [from, to]) => text.replaceAll(from, to), english);
  expect(readPage(chinese)).toEqual(readPage(english));
});

test.each([
  ['Integer', 'Items per page. Range: 1-100', { minimum: 1, maximum: 100 }],
  [
    'Integer',
    'Definition\nItems.\nConstraints\nN/A\nRange\n1–100\nDefault Value\n10',
    { minimum: 1, maximum: 100, default: 10 },
  ],
  ...[
    'Definition:\nItems.\nConstraints:\nN/A\nRange:\n1-100\nDefault Value:\n10.',
    'Definition : Items. Constraints : None. Range : 1-100 Default Value : 10',
    'Explanation:\nItems.\nValue range:\n[1, 100]\nDefault value:\n10',
    '参数解释：\n每页条数。\n约束限制：\n不涉及。\n取值范围：\n1-100。\n默认取值：\n10。',
  ].map((text): [string, string, object] => ['Integer', text, { minimum: 1, maximum: 100, default: 10 }]),
  ['String', 'Definition:\nTask ID.\nRange:\nN/A\nDefault Value:\nN/A', {}],
  ['String', '参数解释：\n任务ID。\n取值范围：\n不涉及。\n默认取值：\n不涉及。', {}],
  [
    'String',
    'Range:\n● ASC: ascending\n● DESC: descending\nDefault Value:\nASC',
    { values: ['ASC', 'DESC'], default: 'ASC' },
  ],
  ['String', 'Default value of the parameter.', {}],
  ['String', 'Task ID.\nMinimum: 32\nMaximum: 32', { minLength: 32, maxLength: 32 }],
  ['Integer', 'Minimum: 1\nMaximum: 100\nDefault: 10', { minimum: 1, maximum: 100, default: 10 }],
  ['Integer', 'The value ranges from 0 to 30.', { minimum: 0, maximum: 30 }],
  ['Integer', '取值范围：1~100，默认值：10', { minimum: 1, maximum: 100, default: 10 }],
  ['Integer', '最小值：1 最大值：100', { minimum: 1, maximum: 100 }],
  ['Integer', 'Created on 2026-01-02.', {}],
  ['String', 'The value contains 2 to 64 characters.', { minLength: 2, maxLength: 64 }],
  ['String', 'Minimum length: 1. Maximum length: 32.', { minLength: 1, maxLength: 32 }],
  ['String', '长度为1-64个字符', { minLength: 1, maxLength: 64 }],
  ['String', 'Order. Options: ASC, DESC.', { values: ['ASC', 'DESC'] }],
  ['String', 'Architecture. Value: x86_64 or aarch64.', { values: ['x86_64', 'aarch64'] }],
  ['String', 'Definition\nStatus.\nRange\n● ON: connected.\n● OFF: not connected.', { values: ['ON', 'OFF'] }],
  ['String', '枚举值：\n● ON\n● OFF', { values: ['ON', 'OFF'] }],
  ['String', 'The default value is custom.', { default: 'custom' }],
  ['Boolean', 'Whether to follow. Default value: false', { default: false }],
  ['String', 'This parameter is deprecated.', { deprecated: true }],
  ['String', '该字段已废弃', { deprecated: true }],
])('a field of type %s with the text %j states %j', (type, description, expected) => {
  expect(statedValues({ type, description, required: undefined })).toEqual(expected);
});

test('a description is split into its parts, without empty ones', () => {
  expect(partsOf('Definition\nTask ID.\nConstraints\nN/A.\nRange\n32 characters.\nDefault Value\nN/A.')).toEqual({
    ...{ definition: 'Task ID.', constraints: '', range: '32 characters.', default: '' },
  });
});

test.each([
  [
    'a known value',
    'task_id, in: path, required: true, schema: { type: string',
    'Task ID. Options: a, b',
    /has the values a, b on the page only/,
  ],
  ['a default', 'limit', 'Tasks per page. Default: 20', /has the default 20 on the page only/],
  [
    'a deprecation',
    'limit',
    'Tasks per page. This parameter is deprecated.',
    /has a note on the page that it is deprecated/,
  ],
])('%s that only the page has is reported', async (_, __, text, expected) => {
  const page = (await readFixture('page.html')).replace(/(Task ID\.[^<]*|Tasks per page\.[^<]*)/g, (found) =>
    text.startsWith(found.slice(0, 7)) ? text : found,
  );
  const spec = createSpec(
    new Map([
      ['openapi/codearts-build/openapi.yaml', 'paths:\n  /v1/tasks/{task_id}:\n    $ref: paths/updateTask.yaml\n'],
      ['openapi/codearts-build/paths/updateTask.yaml', pathFile],
    ]),
  );
  expect(transcribe(spec, page).lines).toContainEqual(expect.stringMatching(expected));
});
