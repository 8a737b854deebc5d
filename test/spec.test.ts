import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRules, formatFinding, rules } from '../scripts/spec-rules/rules.js';
import { createSpec, type Spec } from '../scripts/spec-rules/spec.js';

const PATHS = 'openapi/codearts-build/paths/build-tasks';
const COMPONENTS = 'openapi/codearts-build/components';
const FACTS = 'openapi/facts/codearts-build.json';
const DIFFERENCES = 'openapi/facts/differences.yaml';
const LIST = `${PATHS}/listJob.yaml`;
const CREATE = `${PATHS}/createNewJob.yaml`;
const OLD = `${PATHS}/createBuildJob.yaml`;
const NOTICE = `${PATHS}/notice.yaml`;
const TASK = `${COMPONENTS}/schemas/BuildTask.yaml`;
const INDEX = 'openapi/codearts-build/openapi.yaml';

/** Replaces the first occurrence of a text in a file; with `undefined` as the old text, adds the file. */
type Edit = [file: string, from: string | undefined, to: string];

async function readTree(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.map(async (file) => [relative(folder, file), await readFile(file, 'utf8')] as const)),
  );
}

const base = await readTree('test/fixtures/spec');

/** Returns the small description in `test/fixtures/spec` with edits applied. */
function specAfter(...edits: Edit[]): Spec {
  const texts = new Map(base);
  for (const [file, from, to] of edits) {
    const text = texts.get(file) ?? '';
    if (from !== undefined && !text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    texts.set(file, from === undefined ? to : text.replace(from, () => to));
  }
  return createSpec(texts);
}

/** Returns the findings of all rules after edits. */
const findingsAfter = (...edits: Edit[]): string[] => checkRules(specAfter(...edits)).map(formatFinding);

/** Moves a Path Item to another file and updates the index. */
function renamed(from: string, to: string): Edit[] {
  return [
    [`${PATHS}/${to}.yaml`, undefined, base.get(`${PATHS}/${from}.yaml`)!],
    [INDEX, `build-tasks/${from}.yaml`, `build-tasks/${to}.yaml`],
  ];
}

/** Violations of each rule and the expected finding. */
const violations: [rule: string, claim: string, edits: Edit[], finding: string][] = [
  [
    'file-name',
    'a file with another name than its operation',
    renamed('listJob', 'list'),
    `${PATHS}/list.yaml:2: file-name: the file of \`listJob\` must be named \`listJob.yaml\`; received \`list.yaml\``,
  ],
  [
    'file-name',
    'a file with several methods, named after one of them',
    renamed('notice', 'showNotice'),
    `${PATHS}/showNotice.yaml:1: file-name: \`showNotice\` has several methods: name it after their subject, in kebab-case`,
  ],
  [
    'folder',
    'a folder that differs from the tag',
    [[LIST, '[Build tasks]', '[Tasks]']],
    `${LIST}:5: folder: the tag \`Tasks\` belongs in the folder \`tasks\`, not \`build-tasks\``,
  ],
  [
    'one-tag',
    'two tags',
    [[LIST, '[Build tasks]', '[Build tasks, Lists]']],
    `${LIST}:5: one-tag: \`listJob\` has 2 tags instead of one`,
  ],
  [
    'orphan',
    'a path file that openapi.yaml does not reference',
    [[`${PATHS}/copyJob.yaml`, undefined, 'get: {}\n']],
    `${PATHS}/copyJob.yaml:1: orphan: openapi.yaml does not reference this file: add it to \`paths\` there`,
  ],
  [
    'orphan',
    'an unreferenced schema',
    [[`${COMPONENTS}/schemas/BuildStep.yaml`, undefined, 'type: object\n']],
    `${COMPONENTS}/schemas/BuildStep.yaml:1: orphan: no file references this file: remove it`,
  ],
  [
    'orphan',
    'an unreferenced parameter',
    [[`${COMPONENTS}/parameters.yaml`, 'JobId:', 'Unused: {}\nJobId:']],
    `${COMPONENTS}/parameters.yaml:1: orphan: no file references \`Unused\`: remove it`,
  ],
  [
    'key-order',
    'keys in another order',
    [
      [
        LIST,
        '  operationId: listJob\n  summary: List build tasks\n',
        '  summary: List build tasks\n  operationId: listJob\n',
      ],
    ],
    `${LIST}:3: key-order: \`operationId\` must precede \`summary\``,
  ],
  [
    'key-order',
    'a key that is not allowed',
    [[LIST, '  tags:', '  servers: []\n  tags:']],
    `${LIST}:5: key-order: \`servers\` is not allowed in an operation`,
  ],
  [
    'extension-field',
    'an extension field that the README does not explain',
    [[LIST, '  parameters:', '  x-safe: true\n  parameters:']],
    `${LIST}:8: extension-field: \`x-safe\` is not one of the extension fields x-evidence, x-idempotent, x-pagination, x-ratelimit-policy, x-helper, x-extensible-enum, x-sensitive`,
  ],
  [
    'operation-list',
    'an operation that the facts do not have',
    [[FACTS, '"listJob"', '"listJobs"']],
    `${LIST}:2: operation-list: the facts have no operation \`listJob\` in codearts-build: correct the operationId or add it to openapi/facts/codearts-build.json`,
  ],
  [
    'operation-list',
    'an operation that is missing',
    [[INDEX, '  /v1/job/list:\n    $ref: paths/build-tasks/listJob.yaml\n', '']],
    `${FACTS}:15: operation-list: \`listJob\` (GET /v1/job/list) is not described: add it to openapi/codearts-build/, or remove it here`,
  ],
  [
    'operation-list',
    'another path',
    [[INDEX, '/v1/job/list', '/v1/jobs/list']],
    `${LIST}:2: operation-list: \`listJob\` is GET /v1/job/list in openapi/facts/codearts-build.json, GET /v1/jobs/list in the description: correct one of them`,
  ],
  [
    'deprecation',
    'a deprecated operation that is not marked',
    [[OLD, '  deprecated: true\n', '']],
    `${OLD}:2: deprecation: \`createBuildJob\` is deprecated in openapi/facts/codearts-build.json: correct one of them`,
  ],
  [
    'rate-limit',
    'a missing policy',
    [[FACTS, '"deprecated": true,', '"deprecated": true,\n    "ratelimit": "ten_50_min",']],
    `${OLD}:2: rate-limit: the x-ratelimit-policy of \`createBuildJob\` must be ten_50_min, as in openapi/facts/codearts-build.json`,
  ],
  [
    'rate-limit',
    'a policy that the facts do not have',
    [[LIST, '  parameters:', '  x-ratelimit-policy: ten_50_min\n  parameters:']],
    `${LIST}:2: rate-limit: the x-ratelimit-policy of \`listJob\` must be absent, as in openapi/facts/codearts-build.json`,
  ],
  [
    'path-parameter',
    'an undeclared path parameter',
    [[INDEX, '{job_id}', '{id}']],
    `${NOTICE}:2: path-parameter: the path's parameter \`id\` is not declared`,
  ],
  [
    'path-parameter',
    'a path parameter that is not in the path',
    [[INDEX, '{job_id}', '{id}']],
    `${NOTICE}:8: path-parameter: the path /v1/job/{id}/notice has no \`job_id\``,
  ],
  [
    'fact-name',
    'a missing parameter',
    [[FACTS, 'page_index* page_size', 'page_index* page_size search']],
    `${LIST}:2: fact-name: \`listJob\` lacks parameters.search, which is in openapi/facts/codearts-build.json: add it, or list it under left-out in openapi/facts/differences.yaml`,
  ],
  [
    'fact-name',
    'a parameter that the facts do not have',
    [[FACTS, 'page_index* page_size', 'page_index*']],
    `${LIST}:15: fact-name: the facts have no parameters.page_size in \`listJob\`: add it to openapi/facts/codearts-build.json if the documentation has it, otherwise a reason to openapi/facts/differences.yaml`,
  ],
  [
    'fact-name',
    'a parameter in another location',
    [[LIST, 'in: query', 'in: header']],
    `${LIST}:9: fact-name: parameters.page_index of \`listJob\` belongs in query, not in header`,
  ],
  [
    'fact-name',
    'a missing field',
    [[FACTS, 'state create_time nick_name', 'state create_time nick_name user_name']],
    `${LIST}:2: fact-name: \`listJob\` lacks response.result[].user_name, which is in openapi/facts/codearts-build.json: add it, or list it under left-out in openapi/facts/differences.yaml`,
  ],
  [
    'fact-name',
    'a field that the facts do not have',
    [
      [
        NOTICE,
        '              events:',
        '              extra: { type: boolean, description: Whether. }\n              events:',
      ],
    ],
    `${NOTICE}:17: fact-name: the facts have no response.extra in \`showNotice\`: add it to openapi/facts/codearts-build.json if the documentation has it, otherwise a reason to openapi/facts/differences.yaml`,
  ],
  [
    'fact-name',
    'a different required mark',
    [[FACTS, '"": "events"', '"": "events*"']],
    `${NOTICE}:17: fact-name: response.events of \`showNotice\` is required in openapi/facts/codearts-build.json: correct one of them, or list it under optional in openapi/facts/differences.yaml`,
  ],
  [
    'fact-name',
    'a required mark beside the branches that describe the field',
    [
      [
        CREATE,
        'schema: { $ref: ../../components/schemas/BuildTask.yaml }',
        'schema: { required: [state], allOf: [{ $ref: ../../components/schemas/BuildTask.yaml }] }',
      ],
    ],
    `${TASK}:11: fact-name: request.state of \`createNewJob\` is optional in openapi/facts/codearts-build.json: correct one of them, or list it under required in openapi/facts/differences.yaml`,
  ],
  [
    'required',
    'a required field of a response that is neither identity, state nor content of a list',
    [
      [
        LIST,
        '            properties:',
        '            required: [page]\n            properties:\n              page: { type: integer }',
      ],
    ],
    `${LIST}:28: required: response.page of \`listJob\` cannot be required: it is neither marked in the facts nor identity, state or the content of a list`,
  ],
  [
    'required',
    'a required field of a response that no example contains',
    [
      [
        LIST,
        '            properties:',
        '            required: [id]\n            properties:\n              id: { type: string }',
      ],
    ],
    `${LIST}:28: required: response.id of \`listJob\` cannot be required: it is in no example`,
  ],
  [
    'required',
    'a required field of a response that can be null',
    [
      [LIST, '            properties:', '            required: [total]\n            properties:'],
      [
        LIST,
        '              total:\n                type: integer',
        '              total:\n                type: [integer, "null"]',
      ],
    ],
    `${LIST}:32: required: response.total of \`listJob\` cannot be required: it can be \`null\``,
  ],
  [
    'required',
    'a required field of a schema that requests share',
    [[TASK, 'required: [job_name]', 'required: [job_name, state]']],
    `${TASK}:11: required: response.result[].state of \`listJob\` cannot be required: it is in a request too`,
  ],
  [
    'difference',
    'a listed difference that no longer exists',
    [[FACTS, '"": "result"', '"": "result total"']],
    `${DIFFERENCES}:12: difference: \`listJob\` does not differ in response.total (added): remove the entry`,
  ],
  [
    'difference',
    'a move of a field that does not exist',
    [[FACTS, '"data": "job_id ', '"data": "']],
    `${DIFFERENCES}:3: difference: \`createNewJob\` does not differ in response.data.job_id (moved): remove the entry`,
  ],
  [
    'difference',
    'a reason that is not a sentence',
    [[DIFFERENCES, 'It is a slip.', 'slip']],
    `${DIFFERENCES}:14: difference: the reason for response.result[].nick_name of \`listJob\` is no sentence`,
  ],
  [
    'difference',
    'an operation that does not exist',
    [[DIFFERENCES, '  listJob:', '  listJobs:']],
    `${DIFFERENCES}:12: difference: codearts-build has no operation \`listJobs\`: correct the name or remove the entry`,
  ],
  [
    'status',
    'a missing response of an error that any operation can return',
    [[LIST, "    '429': { $ref: ../../components/responses.yaml#/TooManyRequests }\n", '']],
    `${LIST}:2: status: \`listJob\` has no response 429: add it`,
  ],
  [
    'status',
    'an operation that accepts an ID, without a response for an unknown ID',
    [[NOTICE, "    '422': { $ref: ../../components/responses.yaml#/UnprocessableEntity }\n", '']],
    `${NOTICE}:2: status: \`showNotice\` has no response 422: add it`,
  ],
  [
    'status',
    'a successful status that the facts do not have',
    [[FACTS, '"sources": "pages",\n    "parameters"', '"sources": "pages",\n    "status": "204",\n    "parameters"']],
    `${LIST}:20: status: \`listJob\` has no response 200 in openapi/facts/codearts-build.json: correct one of them`,
  ],
  [
    'status',
    'an error of the gateway that any operation may return',
    [[LIST, "    '413': { $ref: ../../components/responses.yaml#/PayloadTooLarge }\n", '']],
    `${LIST}:2: status: \`listJob\` has no response 413: add it`,
  ],
  [
    'status',
    'no response for an unexpected error',
    [[NOTICE, '    default: { $ref: ../../components/responses.yaml#/UnexpectedError }\n', '']],
    `${NOTICE}:2: status: \`showNotice\` has no response default: add it`,
  ],
  [
    'status',
    'a 422 of an operation that takes no id',
    [[LIST, "    '429':", "    '422': { $ref: ../../components/responses.yaml#/UnprocessableEntity }\n    '429':"]],
    `${LIST}:44: status: \`listJob\` accepts no ID and has a response 422: remove it`,
  ],
  [
    'shared-error',
    'the response of another status',
    [[LIST, 'responses.yaml#/NotFound', 'responses.yaml#/Forbidden']],
    `${LIST}:43: shared-error: 404 must be ../../components/responses.yaml#/NotFound in codearts-build`,
  ],
  [
    'evidence',
    'no source',
    [[LIST, '  x-evidence: { source: documented }\n', '']],
    `${LIST}:2: evidence: \`listJob\` has no x-evidence`,
  ],
  [
    'evidence',
    'an unknown source',
    [[LIST, 'source: documented', 'source: hearsay']],
    `${LIST}:6: evidence: \`hearsay\` is not one of documented, api-explorer, sdk, third-party`,
  ],
  [
    'evidence',
    'a source that does not have the operation',
    [[NOTICE, 'source: sdk', 'source: api-explorer']],
    `${NOTICE}:6: evidence: the facts do not list \`api-explorer\` as a source of \`showNotice\``,
  ],
  [
    'idempotence',
    'a POST that does not declare whether it is idempotent',
    [[CREATE, 'value: false, ', '']],
    `${CREATE}:2: idempotence: \`createNewJob\` requires x-idempotent with \`value: true\` or \`value: false\``,
  ],
  [
    'idempotence',
    'a GET that declares it',
    [[LIST, '  x-pagination:', '  x-idempotent: { value: true }\n  x-pagination:']],
    `${LIST}:7: idempotence: a GET is always idempotent: remove x-idempotent`,
  ],
  [
    'version',
    'a version older than the newest page',
    [
      [INDEX, "version: '1'", "version: '2026-02-05'"],
      [CREATE, '{ source: api-explorer }', '{ source: api-explorer, note: The page of 2026-03-31 has no body. }'],
    ],
    `${INDEX}:2: version: must be 2026-03-31, the date of the newest page that a note names`,
  ],
  [
    'example-id',
    'a body with another ID than the path',
    [
      [
        NOTICE,
        '  x-idempotent: { value: true }\n',
        `  x-idempotent: { value: true }
  requestBody:
    content:
      application/json:
        schema: { type: object, properties: { job_id: { type: string, description: The task. } } }
        examples: { default: { summary: A task, value: { job_id: another } } }
`,
      ],
    ],
    `${NOTICE}:46: example-id: the example \`default\` and the parameter \`job_id\` have different values`,
  ],
  ...[
    { what: 'an unlabelled Chinese page', site: '', label: '', be: 'is Chinese: add' },
    {
      what: 'an English page labelled as Chinese',
      site: 'intl/en-us/',
      label: ' (Chinese)',
      be: 'is not Chinese: remove',
    },
  ].map(({ what, site, label, be }): [string, string, Edit[], string] => [
    'documentation-link',
    what,
    [
      [
        CREATE,
        '  tags: [Build tasks]',
        `  externalDocs:
    description: Huawei Cloud documentation${label}
    url: https://support.huaweicloud.com/${site}api-codeci/CreateNewJob.html
  tags: [Build tasks]`,
      ],
    ],
    `${CREATE}:6: documentation-link: the page of \`createNewJob\` ${be} "(Chinese)"`,
  ]),
  ...(
    [
      ['a helper without a name', 'text: Follows the build.', 'needs a `name` such as `startBuild` or `BuildRun.stop`'],
      [
        'a helper without a sentence',
        'name: startBuild, text: follows the build',
        'needs a `text`: a sentence with a full stop',
      ],
    ] as const
  ).map(([claim, fields, reason]): [string, string, Edit[], string] => [
    'helper',
    claim,
    [[CREATE, '  requestBody:', `  x-helper: { ${fields} }\n  requestBody:`]],
    `${CREATE}:8: helper: the x-helper of \`createNewJob\` ${reason}`,
  ]),
  [
    'helper',
    'a helper with another member',
    [[CREATE, '  requestBody:', '  x-helper: { name: BuildRun.stop, text: Stops it., see: stop }\n  requestBody:']],
    `${CREATE}:8: helper: \`see\` is not allowed in x-helper`,
  ],
  [
    'pagination',
    'a list without x-pagination',
    [[LIST, base.get(LIST)!.split('\n')[6]! + '\n', '']],
    `${LIST}:2: pagination: \`listJob\` returns a page of a list but has no x-pagination`,
  ],
  [
    'pagination',
    'a parameter that the request does not have',
    [[LIST, 'page: page_index', 'page: page_no']],
    `${LIST}:7: pagination: the request has no \`page_no\``,
  ],
  [
    'pagination',
    'items that are not a list',
    [[LIST, 'items: result', 'items: total']],
    `${LIST}:7: pagination: the response has no list \`total\``,
  ],
  [
    'pagination',
    'a total that is not a number',
    [[LIST, 'total: total', 'total: result']],
    `${LIST}:7: pagination: the response has no numeric field \`result\``,
  ],
  [
    'pagination',
    'an id that the items do not have',
    [[LIST, 'id: job_id', 'id: uuid']],
    `${LIST}:7: pagination: the items have no \`uuid\``,
  ],
  [
    'pagination',
    'a maximum page size that contradicts the parameter',
    [[LIST, 'maxSize: 100', 'maxSize: 50']],
    `${LIST}:7: pagination: \`maxSize\` differs from the maximum of \`page_size\``,
  ],
  [
    'pagination',
    'a first page that is not a number',
    [[LIST, 'first: 0', "first: '0'"]],
    `${LIST}:7: pagination: \`first\` must be an integer`,
  ],
  [
    'default-example',
    'no example of that name',
    [[CREATE, 'default:', 'first:']],
    `${CREATE}:11: default-example: application/json (request) of \`createNewJob\` has no example \`default\``,
  ],
  [
    'default-example',
    'an example without a summary',
    [[CREATE, '            summary: A task\n', '']],
    `${CREATE}:14: default-example: the example \`default\` requires a summary and a value`,
  ],
  [
    'example',
    'an example of another type',
    [[LIST, 'total: 1\n', "total: '1'\n"]],
    `${LIST}:39: example: the example \`default\`, at total, must be integer`,
  ],
  [
    'example',
    'an invalid example of an error',
    [[`${COMPONENTS}/responses.yaml`, 'error_code: CB.00060200', 'error_code: 60200']],
    `${COMPONENTS}/responses.yaml:9: example: the example \`default\`, at error_code, must be string`,
  ],
  [
    'example',
    'an unknown value',
    [[LIST, 'state: SUCCESS', 'state: DONE']],
    `${LIST}:38: example: the example \`default\`, at result.0.state, is not one of the known values: correct it or add it to x-extensible-enum`,
  ],
  [
    'example',
    'a property whose example is not a known value',
    [[TASK, 'example: SUCCESS', 'example: DONE']],
    `${TASK}:15: example: the example of \`state\` is not one of the known values: correct it or add it to x-extensible-enum`,
  ],
  [
    'example',
    'a header with an invalid example',
    [[`${COMPONENTS}/responses.yaml`, "example: '3'", 'example: soon']],
    `${COMPONENTS}/responses.yaml:20: example: the example of \`Retry-After\` must match pattern "^[0-9]+$"`,
  ],
  [
    'example',
    'an invalid default',
    [[TASK, 'default: 0', 'default: -1']],
    `${TASK}:20: example: the default of \`create_time\` must be >= 0`,
  ],
  [
    'parameter-example',
    'a required parameter without an example',
    [[LIST, '      example: 0\n', '']],
    `${LIST}:9: parameter-example: the required parameter \`page_index\` has no \`example\`: add one`,
  ],
  [
    'draft',
    'a text of a page in a draft',
    [[LIST, 'summary: List build tasks', 'summary: (Querying the List of Build Tasks)']],
    `${LIST}:3: draft: replace (Querying the List of Build Tasks) of the draft by words of your own`,
  ],
  [
    'summary',
    'more than eight words',
    [[LIST, 'List build tasks', 'List the build tasks that the caller can see now']],
    `${LIST}:3: summary: the summary of \`listJob\` has 10 words; up to 8 are allowed`,
  ],
  [
    'summary',
    'a full stop',
    [[LIST, 'List build tasks', 'List build tasks.']],
    `${LIST}:3: summary: the summary of \`listJob\` ends with a full stop`,
  ],
  [
    'summary',
    'a lower-case letter',
    [[LIST, 'List build tasks', 'list build tasks']],
    `${LIST}:3: summary: the summary of \`listJob\` does not start with a capital letter`,
  ],
  [
    'description',
    'the summary repeated',
    [[CREATE, 'Creates a task and returns it.', 'Create a build task.']],
    `${CREATE}:4: description: the description of \`createNewJob\` repeats its summary`,
  ],
  [
    'description',
    '"The xxx of the yyy"',
    [[CREATE, 'Creates a task and returns it.', 'The creation of a task.']],
    `${CREATE}:4: description: "The creation of a task." adds nothing to the name`,
  ],
  [
    'field-description',
    'a field without one',
    [[LIST, '                description: The tasks of this page.\n', '']],
    `${LIST}:27: field-description: \`result\` has no description`,
  ],
  [
    'field-description',
    'a parameter without one',
    [[`${COMPONENTS}/parameters.yaml`, '  description: ID of the task.\n', '']],
    `${COMPONENTS}/parameters.yaml:1: field-description: \`job_id\` has no description`,
  ],
  [
    'field-description',
    '"The xxx of the yyy"',
    [[TASK, 'Display name.', 'The name of the task.']],
    `${TASK}:8: field-description: "The name of the task." adds nothing to the name`,
  ],
  [
    'successor',
    'a deprecated operation that names none',
    [[OLD, 'Use `createNewJob` instead.', 'Makes a task.']],
    `${OLD}:4: successor: \`createBuildJob\` is deprecated: add "Use \`x\` instead" or "Nothing replaces it" to the description`,
  ],
  [
    'successor',
    'a deprecated successor',
    [[OLD, '`createNewJob`', '`createBuildJob`']],
    `${OLD}:4: successor: \`createBuildJob\` names \`createBuildJob\` as its successor, which does not exist or is deprecated`,
  ],
  [
    'operation-name',
    'a name that is not an operation',
    [[LIST, 'use `createNewJob`', 'use `createJob`']],
    `${LIST}:4: operation-name: the operation \`createJob\` does not exist`,
  ],
  [
    'id',
    'an ID without a format',
    [[TASK, '    example: 48c66c6002964721be537cdc6ce0297b\n', '']],
    `${TASK}:4: id: the ID \`job_id\` requires a pattern, a format, known values or an example`,
  ],
  [
    'time',
    'a time without its unit',
    [[TASK, ' as a Unix timestamp in milliseconds', '']],
    `${TASK}:16: time: the time \`create_time\` requires a format or a description with its unit`,
  ],
  [
    'type-list',
    'two types in one schema',
    [[TASK, 'type: integer', 'type: [integer, string]']],
    `${TASK}:17: type-list: integer and string in one schema: use anyOf, a branch for each type`,
  ],
  [
    'enum-range',
    'a range beside the values that it allows',
    [[TASK, '    minimum: 0\n', '    minimum: 0\n    enum: [0, 1]\n']],
    `${TASK}:20: enum-range: \`minimum\` says nothing beside \`enum\``,
  ],
  [
    'document',
    'a summary of the API',
    [[INDEX, "version: '1'", "version: '1', summary: Small"]],
    `${INDEX}:2: document: \`summary\` is unknown to many tools: begin the description with it`,
  ],
  [
    'document',
    'a long description of a server',
    [[INDEX, 'description: Default', 'description: The regions that are known so far']],
    `${INDEX}:17: document: the description of a server has a word or two`,
  ],
  [
    'document',
    'a description of a server variable',
    [[INDEX, 'region: { default', 'region: { description: ID of the region, default']],
    `${INDEX}:19: document: swagger-parser rejects a description here`,
  ],
  [
    'document',
    'signatures before tokens',
    [[INDEX, '  - Token: []\n', '']],
    `${INDEX}:20: document: \`Token\` comes first, for tools that cannot sign`,
  ],
  ...(
    [
      ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
      ['a web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc'],
      ['an IAM token', `MII${'Dkg'.repeat(20)}`],
      ['an access key', 'QTWAOYTTINDUT2QVKYUC'],
      ['a secret key', 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc'],
      ['an account of Huawei staff', 'codeci_z00485259'],
      ['a host of an internal Huawei network', 'https://codehub.cn-north-7.huawei.com/x'],
      ['a name of Huawei tests', 'oychap213i2'],
      ['an e-mail address', 'someone@mail.test'],
    ] as const
  ).map(([what, text]): [string, string, Edit[], string] => [
    'secret',
    what,
    [[CREATE, 'value: { job_name: demo }', `value: { job_name: ${text} }`]],
    `${CREATE}:16: secret: this looks like ${what}`,
  ]),
];

describe('the rules', () => {
  it('report nothing in a valid description', () => {
    expect(findingsAfter()).toEqual([]);
  });

  it.each(violations)('%s: reports %s', (rule, _claim, edits, finding) => {
    expect(checkRules(specAfter(...edits), [rule]).map(formatFinding)).toEqual(expect.arrayContaining([finding]));
  });

  it('each have a violation in this test', () => {
    expect(new Set(violations.map(([rule]) => rule))).toEqual(new Set(Object.keys(rules)));
  });

  it('accept Git URLs, addresses at example.com, and keys that contain EXAMPLE', () => {
    for (const text of ['git@codehub.test:a/b.git', 'someone@example.com', 'EXAMPLEACCESSKEY0000']) {
      expect(findingsAfter([CREATE, 'value: { job_name: demo }', `value: { job_name: '${text}' }`])).toEqual([]);
    }
  });

  it('accept the error of an envelope that a page omits', () => {
    const error =
      '              error: { type: object, description: Details., properties: { code: { type: string, description: Which. } } }';
    expect(findingsAfter([NOTICE, '              events:', `${error}\n              events:`])).toEqual([]);
  });

  it('accept a type in each branch of a schema', () => {
    const field =
      '              count: { description: Number of events., anyOf: [{ type: integer }, { type: string }] }';
    const fact: Edit = [FACTS, '"": "events"', '"": "events count"'];
    expect(findingsAfter([NOTICE, '              events:', `${field}\n              events:`], fact)).toEqual([]);
  });

  it('identity, state, the array and the total of a list can be required without a mark in the facts', () => {
    const required = '            required: [result, total]\n            properties:';
    expect(findingsAfter([LIST, '            properties:', required])).toEqual([]);
  });

  it('accept a deprecated operation without a successor', () => {
    expect(findingsAfter([OLD, 'Use `createNewJob` instead.', 'Makes a task. Nothing replaces it.'])).toEqual([]);
  });

  it('accept the fields of an added object', () => {
    const extra =
      '              extra: { type: object, description: What., properties: { at: { type: string, description: When. } } }';
    const edit: Edit = [NOTICE, '              events:', `${extra}\n              events:`];
    const entry = '  showNotice:\n    - added: [response.extra]\n      reason: A response contains it.\n  listJob:';
    expect(findingsAfter(edit)).toHaveLength(2);
    expect(findingsAfter(edit, [DIFFERENCES, '  listJob:', entry])).toEqual([]);
  });

  it('accept a recursive schema', () => {
    const children = 'properties:\n  parts: { type: array, description: Its parts., items: { $ref: BuildTask.yaml } }';
    const found = findingsAfter([TASK, 'properties:', children]);
    expect(found.filter((finding) => finding.includes('parts[]'))).toEqual([]);
  });
});

describe('an invalid file', () => {
  it('is reported once, with line and reason, and without other findings', () => {
    expect(findingsAfter([LIST, '  summary: List build tasks', '  summary: "List build tasks'])).toEqual([
      expect.stringMatching(new RegExp(`^${LIST}:\\d+: yaml: .{10,}`)),
    ]);
  });

  it('must not contain an alias', () => {
    const found = findingsAfter([TASK, 'type: object', 'x-any: &any {}\nx-other: *any\ntype: object']);
    expect(found).toEqual([`${TASK}:2: yaml: aliases are not allowed: repeat the value or use $ref`]);
  });

  it('must not contain a status code without quotes', () => {
    const found = findingsAfter([LIST, "'200'", '200']);
    expect(found).toEqual([`${LIST}:20: yaml: a key that is not a string requires quotes`]);
  });
});

describe('check-spec', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'check-spec-'));
    await mkdir(join(folder, 'openapi/iam'), { recursive: true });
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('prints file, line and reason of a YAML error, and fails', { timeout: 30_000 }, async () => {
    await writeFile(join(folder, 'openapi/iam/openapi.yaml'), 'info:\n  title: [IAM\npaths: {}\n');
    const run = promisify(execFile)(
      process.execPath,
      [resolve('node_modules/tsx/dist/cli.mjs'), resolve('scripts/check-spec.ts')],
      { cwd: folder },
    );
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^openapi\/iam\/openapi\.yaml:\d: yaml: .+\n1 finding\n$/) as string,
    });
  });
});
