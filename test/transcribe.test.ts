import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createSpec } from '../scripts/spec-rules/spec.js';
import { transcribe } from '../scripts/transcribe.js';
import { readPage } from '../scripts/transcribe/operations.js';

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

test('--draft prints a path file and the facts of an operation without a description', async () => {
  const args = ['--import', 'tsx', 'scripts/transcribe.ts', '--draft', 'test/fixtures/transcribe/page.html'];
  const { stdout } = await promisify(execFile)(process.execPath, args).then(
    () => expect.unreachable('the command must exit with 1'),
    (error: unknown) => error as { stdout: string },
  );
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
  expect(path).toContain('example: success');
}, 60_000);

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
  expect(transcribe(createSpec(new Map()), page, true).lines.join('\n')).toContain(`x-pagination:
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
  const { lines, unexplained } = transcribe(createSpec(new Map()), 'Nothing here.');
  expect({ lines, unexplained }).toEqual({
    lines: ['no operation found; the page must contain "URI", followed by a method and a path'],
    unexplained: 1,
  });
});
