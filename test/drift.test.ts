import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { findDrift, TrafficError } from '../scripts/drift.js';
import { createClient, createIamClient, createRecorder } from '../src/index.js';
import { createSandbox } from '../src/sandbox/index.js';

const timeout = 120_000;

const jobId = '48c66c6002964721be537cdc6ce0297b';

/** Returns a HAR entry of an exchange of JSON. */
const entry = (method: string, path: string, response: object, request?: object): object => ({
  startedDateTime: '2026-01-02T03:04:05Z',
  time: 1,
  request: {
    ...{ method, url: `http://build.example.com${path}`, httpVersion: 'HTTP/1.1', headers: [], queryString: [] },
    ...{ cookies: [], headersSize: -1, bodySize: -1 },
    ...(request && { postData: { mimeType: 'application/json', text: JSON.stringify(request) } }),
  },
  response: {
    ...{ status: 200, statusText: 'OK', httpVersion: 'HTTP/1.1', cookies: [], redirectURL: '' },
    ...{ headers: [{ name: 'content-type', value: 'application/json' }], headersSize: -1, bodySize: -1 },
    content: { size: -1, mimeType: 'application/json', text: JSON.stringify(response) },
  },
  cache: {},
  timings: { send: 0, wait: 1, receive: 0 },
});

/** Writes a HAR file. Returns its path. */
async function writeHar(entries: readonly object[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-drift-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'traffic.har');
  const creator = { name: 'test', version: '1' };
  await writeFile(file, JSON.stringify({ log: { version: '1.2', creator, entries } }));
  return file;
}

test('drift reports operation, field, value type and file of each difference, and no values', { timeout }, async () => {
  const task = { job_name: 'demo', is_finished: true, disabled: false, extra: 'hush' };
  const file = await writeHar([
    entry('GET', `/v1/job/${jobId}/info`, {
      result: { id: jobId, project_id: jobId, disabled: false, job_name: 712_345, surprise: { a: 1 } },
      status: 'success',
    }),
    entry('GET', `/v1/job/${jobId}/list?page_index=0&page_size=10&odd=1`, {
      result: { job_list: [{ ...task, id: jobId }, task], total: 2 },
      ...{ status: 'success', news: [] },
    }),
    entry('POST', '/v1/job/execute', { result: { actual_build_number: '1' }, status: 'success' }, { job: 'hush' }),
    entry('GET', '/v3/auth/projects', { links: { self: 'hush' } }),
    entry('GET', '/v1/unknown', {}),
  ]);
  const lines = await findDrift(file);
  expect(lines).toEqual(
    [
      /^openapi\/codearts-build\/components\/schemas\/\w+\.yaml:\d+: showJobInfo: response result\.job_name: must be string; received integer$/,
      /^openapi\/codearts-build\/components\/schemas\/\w+\.yaml:1: showJobInfo: response result\.surprise: undescribed field of type object; add it$/,
      /^openapi\/codearts-build\/paths\/build-tasks\/listProjectJobs\.yaml:\d+: listProjectJobs: request: .*query parameter.*odd/,
      /^openapi\/codearts-build\/components\/schemas\/\w+\.yaml:1: listProjectJobs: response result\.job_list\[\]\.extra: undescribed field of type string; add it \(2 times\)$/,
      /^openapi\/codearts-build\/components\/schemas\/BuildTaskSummary\.yaml:\d+: listProjectJobs: response result\.job_list\[\]\.id: required field is missing; remove the required mark$/,
      /^openapi\/codearts-build\/paths\/build-tasks\/listProjectJobs\.yaml:\d+: listProjectJobs: response news: undescribed field of type array; add it$/,
      /^openapi\/codearts-build\/paths\/running-builds\/executeJob\.yaml:\d+: executeJob: request job_id: required field is missing/,
      /^openapi\/codearts-build\/paths\/running-builds\/executeJob\.yaml:\d+: executeJob: request job: undescribed field of type string; add it$/,
      /^openapi\/iam\/paths\/[\w-]+\/keystoneListAuthProjects\.yaml:\d+: keystoneListAuthProjects: response projects: required field is missing/,
      /^openapi\/: .*GET \/v1\/unknown; add the operation, or remove a request of another service from the recording$/,
    ].map((line) => expect.stringMatching(line) as string),
  );
  expect(lines.join('\n')).not.toMatch(/hush|712345/);
});

test('drift reports what a schema requires of a value', { timeout }, async () => {
  const result = { flow: {}, workflow: { job_name: 7, status: null } };
  const file = await writeHar([entry('GET', `/v1/job/${jobId}/status`, { result, status: 'success' })]);
  const lines = await findDrift(file);
  expect(lines.map((line) => line.replace(/^.*?: /, ''))).toEqual([
    'showJobStepStatus: response result.flow: must be string or null; received object',
    'showJobStepStatus: response result.workflow.job_name: must be string; received integer',
    'showJobStepStatus: response result.workflow.status: must be string; received null',
  ]);
});

test('drift accepts a failed call with status 200, which lacks what a success requires', { timeout }, async () => {
  const path = `/v1/job/${jobId}/info`;
  const file = await writeHar([
    entry('GET', path, { error: { code: 'DEV.CB.032000', reason: 'x' }, status: 'error' }),
    entry('GET', path, { status: 'success' }),
  ]);
  expect(await findDrift(file)).toEqual([
    expect.stringMatching(/showJobInfo: response result: required field is missing; remove the required mark$/),
  ]);
});

test('drift reports nothing in traffic of the sandbox with several APIs', { timeout }, async () => {
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true });
  onTestFinished(() => sandbox.close());
  const recorder = createRecorder({ fetch: sandbox.fetch });
  const { credentials, clock, seed } = sandbox;
  const options = { endpoint: 'http://sandbox.localhost', credentials, clock, fetch: recorder.fetch };
  const build = createClient(options);
  const job_id = seed.jobIds['web-shop']!;
  await build.paginate('listProjectJobs', { project_id: seed.projectId }).toArray();
  await build.showJobInfo({ job_id });
  await (await build.startBuild({ jobId: job_id })).wait();
  await createIamClient(options).keystoneListProjects();
  expect(await findDrift(await writeHar(recorder.har().log.entries))).toEqual([]);
});

test('the command exits with 1 after differences', { timeout }, async () => {
  const file = await writeHar([entry('GET', '/v3/auth/projects', { projects: [] })]);
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/drift.ts', file]);
  await expect(run).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/\n1 difference\n$/) as string });
});

test('drift reads JSON in Base64, and reports no part of a body in another form', { timeout }, async () => {
  const path = `/v1/job/${jobId}/info`;
  const withContent = (content: object): object => {
    const { response, ...rest } = entry('GET', path, {}) as { response: object };
    return { ...rest, response: { ...response, content: { size: 1, mimeType: 'application/json', ...content } } };
  };
  const body = { result: { id: jobId, project_id: jobId, disabled: false, job_name: 7, extra: [] }, status: 'success' };
  const lines = await findDrift(
    await writeHar([
      withContent({ encoding: 'base64', text: Buffer.from(JSON.stringify(body)).toString('base64') }),
      withContent({ text: '\u001b\u0003\ufffdhush' }),
    ]),
  );
  expect(lines).toEqual([
    expect.stringMatching(/showJobInfo: response result\.job_name: must be string; received integer$/),
    expect.stringMatching(/showJobInfo: response result\.extra: undescribed field of type array; add it$/),
    expect.stringMatching(/showJobInfo: response: Response body is not valid JSON/),
  ]);
});

test.each([
  ['an empty file', '', 'must be a HAR file; it is not valid JSON'],
  ['a truncated file', '{"log":{"entries":[{"re', 'must be a HAR file; it is not valid JSON'],
  ['null', 'null', 'must be a HAR file; it has no log.entries'],
  ['a log without entries', '{"log":{}}', 'must be a HAR file; it has no log.entries'],
  ['no entries after a byte order mark', '\ufeff{"log":{"entries":[]}}', 'contains no recorded requests'],
  ['an entry of null', '{"log":{"entries":[null]}}', 'log.entries[0] has no request with a method and a URL'],
  [
    'an entry without a response',
    '{"log":{"entries":[{"request":{"method":"GET","url":"/"}}]}}',
    'log.entries[0] has no response',
  ],
])('drift rejects %s', async (_, text, message) => {
  const file = await writeHar([]);
  await writeFile(file, text);
  await expect(findDrift(file)).rejects.toThrow(message);
  await expect(findDrift(file)).rejects.toBeInstanceOf(TrafficError);
});

test('the command exits with 2 if the file does not exist', { timeout }, async () => {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/drift.ts', 'nothing.har']);
  await expect(run).rejects.toMatchObject({
    code: 2,
    stderr: '"nothing.har" does not exist. Usage: npm run drift -- <HAR file or folder>\n',
  });
});
