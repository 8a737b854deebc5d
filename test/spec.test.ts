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

/** The small description of `test/fixtures/spec` after some edits. */
function specAfter(...edits: Edit[]): Spec {
  const texts = new Map(base);
  for (const [file, from, to] of edits) {
    const text = texts.get(file) ?? '';
    if (from !== undefined && !text.includes(from)) throw new Error(`${file} has no ${from}`);
    texts.set(file, from === undefined ? to : text.replace(from, () => to));
  }
  return createSpec(texts);
}

/** What all rules find then. */
const findingsAfter = (...edits: Edit[]): string[] => checkRules(specAfter(...edits)).map(formatFinding);

/** Moves a Path Item to another file, in the index too. */
function renamed(from: string, to: string): Edit[] {
  return [
    [`${PATHS}/${to}.yaml`, undefined, base.get(`${PATHS}/${from}.yaml`)!],
    [INDEX, `build-tasks/${from}.yaml`, `build-tasks/${to}.yaml`],
  ];
}

/** Each rule with ways to break it, and what is found then. */
const broken: [rule: string, claim: string, edits: Edit[], finding: string][] = [
  [
    'file-name',
    'a file that is not named after its operation',
    renamed('listJob', 'list'),
    `${PATHS}/list.yaml:2: file-name: the file of \`listJob\` is named \`list.yaml\``,
  ],
  [
    'file-name',
    'a file with several methods that is named after one of them',
    renamed('notice', 'showNotice'),
    `${PATHS}/showNotice.yaml:1: file-name: \`showNotice\` has several methods: name it after the thing, in kebab-case`,
  ],
  [
    'folder',
    'a folder that is not the tag',
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
    'a path file that the index does not name',
    [[`${PATHS}/copyJob.yaml`, undefined, 'get: {}\n']],
    `${PATHS}/copyJob.yaml:1: orphan: the index does not name this file`,
  ],
  [
    'orphan',
    'a schema that nothing refers to',
    [[`${COMPONENTS}/schemas/BuildStep.yaml`, undefined, 'type: object\n']],
    `${COMPONENTS}/schemas/BuildStep.yaml:1: orphan: nothing refers to this file`,
  ],
  [
    'orphan',
    'a parameter that nothing refers to',
    [[`${COMPONENTS}/parameters.yaml`, 'JobId:', 'Unused: {}\nJobId:']],
    `${COMPONENTS}/parameters.yaml:1: orphan: nothing refers to \`Unused\``,
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
    `${LIST}:3: key-order: \`operationId\` stands before \`summary\``,
  ],
  [
    'key-order',
    'a key that has no place',
    [[LIST, '  tags:', '  servers: []\n  tags:']],
    `${LIST}:5: key-order: \`servers\` is no key of an operation here`,
  ],
  [
    'own-field',
    'a field of our own that the README does not explain',
    [[LIST, '  parameters:', '  x-safe: true\n  parameters:']],
    `${LIST}:8: own-field: \`x-safe\` is not among the fields of our own: x-evidence, x-idempotent, x-pagination, x-ratelimit-policy, x-helper, x-extensible-enum, x-sensitive`,
  ],
  [
    'operation-list',
    'an operation that the vendor does not have',
    [[FACTS, '"listJob"', '"listJobs"']],
    `${LIST}:2: operation-list: the vendor has no operation \`listJob\` in codearts-build`,
  ],
  [
    'operation-list',
    'an operation that was forgotten',
    [[INDEX, '  /v1/job/list:\n    $ref: paths/build-tasks/listJob.yaml\n', '']],
    `${FACTS}:15: operation-list: \`listJob\` (GET /v1/job/list) is not described in codearts-build`,
  ],
  [
    'operation-list',
    'another path',
    [[INDEX, '/v1/job/list', '/v1/jobs/list']],
    `${LIST}:2: operation-list: \`listJob\` is GET /v1/job/list at the vendor, GET /v1/jobs/list here`,
  ],
  [
    'deprecation',
    'an operation that is out of date and not marked',
    [[OLD, '  deprecated: true\n', '']],
    `${OLD}:2: deprecation: \`createBuildJob\` is out of date at the vendor`,
  ],
  [
    'rate-limit',
    'a policy that was forgotten',
    [[FACTS, '"deprecated": true,', '"deprecated": true,\n    "ratelimit": "ten_50_min",']],
    `${OLD}:2: rate-limit: the x-ratelimit-policy of \`createBuildJob\` is ten_50_min at the vendor`,
  ],
  [
    'rate-limit',
    'a policy that was invented',
    [[LIST, '  parameters:', '  x-ratelimit-policy: ten_50_min\n  parameters:']],
    `${LIST}:2: rate-limit: the x-ratelimit-policy of \`listJob\` is not known at the vendor`,
  ],
  [
    'path-parameter',
    'a parameter of the path that is not declared',
    [[INDEX, '{job_id}', '{id}']],
    `${NOTICE}:2: path-parameter: the path's parameter \`id\` is not declared`,
  ],
  [
    'path-parameter',
    'a path parameter that the path does not have',
    [[INDEX, '{job_id}', '{id}']],
    `${NOTICE}:8: path-parameter: the path /v1/job/{id}/notice has no \`job_id\``,
  ],
  [
    'vendor-name',
    'a parameter that was forgotten',
    [[FACTS, 'page_index* page_size', 'page_index* page_size search']],
    `${LIST}:2: vendor-name: \`listJob\` lacks parameters.search`,
  ],
  [
    'vendor-name',
    'a parameter that was invented',
    [[FACTS, 'page_index* page_size', 'page_index*']],
    `${LIST}:14: vendor-name: the vendor has no parameters.page_size in \`listJob\``,
  ],
  [
    'vendor-name',
    'a parameter in another place',
    [[LIST, 'in: query', 'in: header']],
    `${LIST}:9: vendor-name: parameters.page_index of \`listJob\` belongs in query, not in header`,
  ],
  [
    'vendor-name',
    'a field that was forgotten',
    [[FACTS, 'state create_time nick_name', 'state create_time nick_name user_name']],
    `${LIST}:2: vendor-name: \`listJob\` lacks response.result[].user_name`,
  ],
  [
    'vendor-name',
    'a field that was invented',
    [
      [
        NOTICE,
        '              events:',
        '              told: { type: boolean, description: Whether. }\n              events:',
      ],
    ],
    `${NOTICE}:17: vendor-name: the vendor has no response.told in \`showNotice\``,
  ],
  [
    'vendor-name',
    'another required mark',
    [[FACTS, '"": "events"', '"": "events*"']],
    `${NOTICE}:17: vendor-name: response.events of \`showNotice\` is required at the vendor`,
  ],
  [
    'difference',
    'a listed difference that is gone',
    [[FACTS, '"": "result"', '"": "result total"']],
    `${DIFFERENCES}:12: difference: \`listJob\` does not differ in response.total (added)`,
  ],
  [
    'difference',
    'a move of something that is not there',
    [[FACTS, '"data": "job_id ', '"data": "']],
    `${DIFFERENCES}:3: difference: \`createNewJob\` does not differ in response.data.job_id (moved)`,
  ],
  [
    'difference',
    'a reason that is no sentence',
    [[DIFFERENCES, 'It is a slip.', 'slip']],
    `${DIFFERENCES}:14: difference: the reason for response.result[].nick_name of \`listJob\` is no sentence`,
  ],
  [
    'difference',
    'an operation that does not exist',
    [[DIFFERENCES, '  listJob:', '  listJobs:']],
    `${DIFFERENCES}:12: difference: codearts-build has no operation \`listJobs\``,
  ],
  [
    'status',
    'an error that any operation may answer with',
    [[LIST, "    '429': { $ref: ../../components/responses.yaml#/TooManyRequests }\n", '']],
    `${LIST}:2: status: \`listJob\` lacks the answer 429`,
  ],
  [
    'status',
    'an operation that takes an id and never answers that nothing has it',
    [[NOTICE, "    '422': { $ref: ../../components/responses.yaml#/UnprocessableEntity }\n", '']],
    `${NOTICE}:2: status: \`showNotice\` lacks the answer 422`,
  ],
  [
    'status',
    'a success that the vendor does not answer with',
    [[FACTS, '"sources": "pages",\n    "parameters"', '"sources": "pages",\n    "status": "204",\n    "parameters"']],
    `${LIST}:19: status: \`listJob\` does not answer 200 at the vendor`,
  ],
  [
    'shared-error',
    'the response of another status',
    [[LIST, 'responses.yaml#/NotFound', 'responses.yaml#/Forbidden']],
    `${LIST}:42: shared-error: 404 is ../../components/responses.yaml#/NotFound in codearts-build`,
  ],
  [
    'evidence',
    'no evidence',
    [[LIST, '  x-evidence: { source: documented }\n', '']],
    `${LIST}:2: evidence: \`listJob\` has no x-evidence`,
  ],
  [
    'evidence',
    'a source that nobody knows',
    [[LIST, 'source: documented', 'source: hearsay']],
    `${LIST}:6: evidence: \`hearsay\` is none of documented, api-explorer, sdk, third-party`,
  ],
  [
    'evidence',
    'a source that does not have the operation',
    [[NOTICE, 'source: sdk', 'source: api-explorer']],
    `${NOTICE}:6: evidence: \`api-explorer\` has no \`showNotice\``,
  ],
  [
    'idempotence',
    'a POST that does not say whether it may be repeated',
    [[CREATE, 'value: false, ', '']],
    `${CREATE}:2: idempotence: \`createNewJob\` does not say in x-idempotent whether it may be sent again`,
  ],
  [
    'idempotence',
    'a GET that says so',
    [[LIST, '  x-pagination:', '  x-idempotent: { value: true }\n  x-pagination:']],
    `${LIST}:7: idempotence: a GET may always be sent again`,
  ],
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
    `${CREATE}:8: helper: \`see\` is no part of x-helper`,
  ],
  [
    'pagination',
    'a list without it',
    [[LIST, base.get(LIST)!.split('\n')[6]! + '\n', '']],
    `${LIST}:2: pagination: \`listJob\` returns a part of a list and has no x-pagination`,
  ],
  [
    'pagination',
    'a parameter that the request does not have',
    [[LIST, 'page: page_index', 'page: page_no']],
    `${LIST}:7: pagination: the request has no \`page_no\``,
  ],
  [
    'pagination',
    'items that are no list',
    [[LIST, 'items: result', 'items: total']],
    `${LIST}:7: pagination: the answer has no list \`total\``,
  ],
  [
    'pagination',
    'a total that is no number',
    [[LIST, 'total: total', 'total: result']],
    `${LIST}:7: pagination: the answer has no number \`result\``,
  ],
  [
    'pagination',
    'an id that the items do not have',
    [[LIST, 'id: job_id', 'id: uuid']],
    `${LIST}:7: pagination: the items have no \`uuid\``,
  ],
  [
    'pagination',
    'a largest length that the parameter contradicts',
    [[LIST, 'maxSize: 100', 'maxSize: 50']],
    `${LIST}:7: pagination: \`maxSize\` differs from the maximum of \`page_size\``,
  ],
  [
    'pagination',
    'a first page that is no number',
    [[LIST, 'first: 0', "first: '0'"]],
    `${LIST}:7: pagination: \`first\` is no whole number`,
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
    `${CREATE}:14: default-example: the example \`default\` needs a summary and a value`,
  ],
  [
    'example',
    'an example of another type',
    [[LIST, 'total: 1\n', "total: '1'\n"]],
    `${LIST}:38: example: the example \`default\`, at total, must be integer`,
  ],
  [
    'example',
    'an example of an error that lacks its form',
    [[`${COMPONENTS}/responses.yaml`, 'error_code: CB.00060200', 'error_code: 60200']],
    `${COMPONENTS}/responses.yaml:9: example: the example \`default\`, at error_code, must be string`,
  ],
  [
    'example',
    'a value that is not among the known ones',
    [[LIST, 'state: SUCCESS', 'state: DONE']],
    `${LIST}:37: example: the example \`default\`, at result.0.state, is not among the known values`,
  ],
  [
    'example',
    'a property that shows none of its known values',
    [[TASK, 'example: SUCCESS', 'example: DONE']],
    `${TASK}:15: example: the example of \`state\` is not among the known values`,
  ],
  [
    'example',
    'a header whose example does not fit',
    [[`${COMPONENTS}/responses.yaml`, "example: '3'", 'example: soon']],
    `${COMPONENTS}/responses.yaml:20: example: the example of \`Retry-After\` must match pattern "^[0-9]+$"`,
  ],
  [
    'example',
    'a default that does not fit',
    [[TASK, 'default: 0', 'default: -1']],
    `${TASK}:20: example: the default of \`create_time\` must be >= 0`,
  ],
  [
    'summary',
    'more than eight words',
    [[LIST, 'List build tasks', 'List the build tasks that the caller may see now']],
    `${LIST}:3: summary: the summary of \`listJob\` has 10 words, 8 are allowed`,
  ],
  [
    'summary',
    'a full stop',
    [[LIST, 'List build tasks', 'List build tasks.']],
    `${LIST}:3: summary: the summary of \`listJob\` ends with a full stop`,
  ],
  [
    'summary',
    'a small letter',
    [[LIST, 'List build tasks', 'list build tasks']],
    `${LIST}:3: summary: the summary of \`listJob\` does not start with a capital`,
  ],
  [
    'description',
    'the summary once more',
    [[CREATE, 'Makes a task and returns it.', 'Create a build task.']],
    `${CREATE}:4: description: the description of \`createNewJob\` repeats its summary`,
  ],
  [
    'description',
    '"The xxx of the yyy"',
    [[CREATE, 'Makes a task and returns it.', 'The creation of a task.']],
    `${CREATE}:4: description: "The creation of a task." describes nothing`,
  ],
  [
    'field-description',
    'a field without one',
    [[LIST, '                description: The tasks of this page.\n', '']],
    `${LIST}:26: field-description: \`result\` has no description`,
  ],
  [
    'field-description',
    'a parameter without one',
    [[`${COMPONENTS}/parameters.yaml`, '  description: Id of the task.\n', '']],
    `${COMPONENTS}/parameters.yaml:1: field-description: \`job_id\` has no description`,
  ],
  [
    'field-description',
    '"The xxx of the yyy"',
    [[TASK, 'What people call it.', 'The name of the task.']],
    `${TASK}:8: field-description: "The name of the task." describes nothing`,
  ],
  [
    'successor',
    'a deprecated operation that names none',
    [[OLD, 'Use `createNewJob` instead.', 'Makes a task.']],
    `${OLD}:4: successor: \`createBuildJob\` is deprecated: say "Use \`x\` instead" or "Nothing replaces it"`,
  ],
  [
    'successor',
    'one that is out of date itself',
    [[OLD, '`createNewJob`', '`createBuildJob`']],
    `${OLD}:4: successor: \`createBuildJob\` names \`createBuildJob\` as its successor, which is no current operation`,
  ],
  [
    'operation-name',
    'a name that no operation has',
    [[LIST, '`createNewJob` makes', '`createJob` makes']],
    `${LIST}:4: operation-name: there is no operation \`createJob\``,
  ],
  [
    'id',
    'an id that does not show its form',
    [[TASK, '    example: 48c66c6002964721be537cdc6ce0297b\n', '']],
    `${TASK}:4: id: the id \`job_id\` has neither pattern, format, known values nor example`,
  ],
  [
    'time',
    'a time without its unit',
    [[TASK, ', in milliseconds since 1970', '']],
    `${TASK}:16: time: the time \`create_time\` does not say how it is written`,
  ],
  ...(
    [
      ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
      ['a web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc'],
      ['an IAM token', `MII${'Dkg'.repeat(20)}`],
      ['an access key', 'QTWAOYTTINDUT2QVKYUC'],
      ['a secret key', 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc'],
      ["an account of the vendor's staff", 'codeci_z00485259'],
      ["a host of the vendor's own network", 'https://codehub.cn-north-7.huawei.com/x'],
      ['an e-mail address', 'somebody@mail.test'],
    ] as const
  ).map(([what, text]): [string, string, Edit[], string] => [
    'secret',
    what,
    [[CREATE, 'value: { job_name: demo }', `value: { job_name: ${text} }`]],
    `${CREATE}:16: secret: this looks like ${what}`,
  ]),
];

describe('the house rules', () => {
  it('find nothing in a description that keeps them', () => {
    expect(findingsAfter()).toEqual([]);
  });

  it.each(broken)('%s: finds %s', (rule, _claim, edits, finding) => {
    expect(checkRules(specAfter(...edits), [rule]).map(formatFinding)).toEqual(expect.arrayContaining([finding]));
  });

  it('have each been seen to fail', () => {
    expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(Object.keys(rules)));
  });

  it('accept git addresses, addresses at example.com, and keys that say that they are examples', () => {
    for (const text of ['git@codehub.test:a/b.git', 'somebody@example.com', 'EXAMPLEACCESSKEY0000']) {
      expect(findingsAfter([CREATE, 'value: { job_name: demo }', `value: { job_name: '${text}' }`])).toEqual([]);
    }
  });

  it('accept a deprecated operation that says that nothing replaces it', () => {
    expect(findingsAfter([OLD, 'Use `createNewJob` instead.', 'Makes a task. Nothing replaces it.'])).toEqual([]);
  });

  it('cover with an added object what it contains', () => {
    const told =
      '              told: { type: object, description: What., properties: { at: { type: string, description: Who. } } }';
    const edit: Edit = [NOTICE, '              events:', `${told}\n              events:`];
    const entry = '  showNotice:\n    - added: [response.told]\n      reason: It has been seen.\n  listJob:';
    expect(findingsAfter(edit)).toHaveLength(2);
    expect(findingsAfter(edit, [DIFFERENCES, '  listJob:', entry])).toEqual([]);
  });

  it('end where a schema contains itself', () => {
    const children = 'properties:\n  parts: { type: array, description: Its parts., items: { $ref: BuildTask.yaml } }';
    const found = findingsAfter([TASK, 'properties:', children]);
    expect(found.filter((finding) => finding.includes('parts[]'))).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it('is reported with line and reason, once, and nothing else is', () => {
    expect(findingsAfter([LIST, '  summary: List build tasks', '  summary: "List build tasks'])).toEqual([
      expect.stringMatching(new RegExp(`^${LIST}:\\d+: yaml: .{10,}`)),
    ]);
  });

  it('may not have an alias', () => {
    const found = findingsAfter([TASK, 'type: object', 'x-any: &any {}\nx-other: *any\ntype: object']);
    expect(found).toEqual([`${TASK}:2: yaml: an alias hides what stands here: repeat it, or use $ref`]);
  });

  it('may not have a status code without quotes', () => {
    const found = findingsAfter([LIST, "'200'", '200']);
    expect(found).toEqual([`${LIST}:19: yaml: a key that is no text needs quotes`]);
  });
});

describe('check-spec', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'check-spec-'));
    await mkdir(join(folder, 'openapi/iam'), { recursive: true });
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('prints file, line and reason of a mistake in YAML, and fails', { timeout: 30_000 }, async () => {
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
