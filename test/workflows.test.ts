import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { redocly } from '../scripts/bundle.js';
import { createSandbox, type Sandbox, type ScenarioOption } from '../src/sandbox/index.js';
import { json, startFaultServer } from './support/fault-server.js';
import { startRelay, type Exchange } from './support/relay.js';

const folder = join('openapi', 'workflows');

/** The requests of each workflow in order, without polling repeats. */
const requests: Readonly<Record<string, readonly string[]>> = {
  'build-and-log.arazzo.yaml': [
    'POST /v1/job/execute',
    'GET /v1/record/{jobId}/9/record-info',
    'GET /v1/log/{jobId}/9/real-time-log?start_offset=0&size=1000',
  ],
  'find-project-id.arazzo.yaml': ['GET /v3/projects?name={region}'],
  'list-tasks.arazzo.yaml': ['GET /v3/{projectId}/jobs?page_index=0&page_size=2'],
  'run-and-check.arazzo.yaml': ['POST /v3/jobs/build', 'GET /v3/jobs/{jobId}/status'],
  'token-and-call.arazzo.yaml': ['POST /v3/auth/tokens?nocatalog=true', 'GET /v1/domain/project/related'],
};

/** Fetches a token for the project of the sandbox. */
async function fetchToken({ url, credentials }: Sandbox): Promise<string> {
  const { userName, password, domainName, projectName } = credentials;
  const user = { name: userName, password, domain: { name: domainName } };
  const identity = { methods: ['password'], password: { user } };
  const body = JSON.stringify({ auth: { identity, scope: { project: { name: projectName } } } });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/v3/auth/tokens`, { method: 'POST', headers, body });
  return response.headers.get('x-subject-token')!;
}

/** Executes a workflow against its own sandbox. Returns whether it passed, its output and the requests. */
async function execute(file: string, scenario: ScenarioOption = 'success') {
  const sandbox = createSandbox({ clock: { speed: 30 }, scenarios: { 'web-shop': scenario } });
  const relay = await startRelay(await sandbox.listen());
  onTestFinished(async () => {
    await relay.close();
    await sandbox.close();
  });
  const token = await fetchToken(sandbox);
  const { 'web-shop': jobId = '' } = sandbox.seed.jobIds;
  const { projectId } = sandbox.seed;
  const { userName, password, domainName, projectName } = sandbox.credentials;
  const inputs = { token, jobId, projectId, region: projectName, userName, password, domainName, projectName };
  const { passed, printed } = await respect(file, inputs, relay.url);
  const sent = relay.exchanges.map(({ method, target }: Exchange) =>
    `${method} ${target}`
      .replace(jobId, '{jobId}')
      .replace(projectId, '{projectId}')
      .replace(`name=${projectName}`, 'name={region}'),
  );
  return { passed, printed, secrets: [token, password], sent: sent.filter((request, i) => request !== sent[i - 1]) };
}

/** Executes a workflow against a server. Returns whether it passed, and its output. */
async function respect(file: string, inputs: object, url: string): Promise<{ passed: boolean; printed: string }> {
  const input = JSON.stringify(inputs);
  const servers = ['build', 'iam'].flatMap((source) => ['-S', `${source}=${url}`]);
  return redocly('respect', join(folder, file), '-i', input, ...servers).then(
    (printed) => ({ passed: true, printed }),
    (error: unknown) => ({ passed: false, printed: (error as Error).message.replace(input, '') }),
  );
}

test('the folder contains exactly the tested workflows', () => {
  expect(readdirSync(folder)).toEqual(Object.keys(requests));
});

test.each(Object.keys(requests))('%s passes and sends the listed requests', { timeout: 120_000 }, async (file) => {
  const { passed, printed, sent, secrets } = await execute(file);
  expect(printed).toMatch(/Workflows: 1 passed, 1 total/);
  expect({ passed, sent }).toEqual({ passed: true, sent: requests[file] });
  for (const secret of secrets) expect(printed).not.toContain(secret);
});

/** Responses of the application examples of the 2023 reference, and similar ones. */
const documented: [file: string, responses: object[]][] = [
  [
    'run-and-check.arazzo.yaml',
    [
      { octopus_job_name: 'j_WfRE6eOY', actual_build_number: '55', daily_build_number: '20200825.1' },
      { result: false },
    ],
  ],
  [
    'list-tasks.arazzo.yaml',
    [
      {
        total: 35,
        jobs: [{ id: 'd62d64d7782545c696ffaacc9ac9c69a', job_name: 'Images', is_finished: true, disabled: false }],
      },
    ],
  ],
  ['list-tasks.arazzo.yaml', [{ total: 0, jobs: [] }]],
];

test.each(documented)('%s accepts the documented responses %j', { timeout: 120_000 }, async (file, responses) => {
  const { url } = await startFaultServer(...responses.map((response) => json(200, response)));
  const { passed, printed } = await respect(
    file,
    { token: 'T', jobId: 'a'.repeat(32), projectId: 'b'.repeat(32) },
    url,
  );
  expect({ passed, printed }).toMatchObject({ passed: true });
});

test('reads the log of a failed build and fails the workflow', { timeout: 120_000 }, async () => {
  const { passed, printed, sent } = await execute('build-and-log.arazzo.yaml', 'fail:2');
  expect(printed).toMatch(/✗ success criteria check - \$steps.wait.outputs.status == 'SUCCESS'/);
  expect({ passed, sent }).toEqual({ passed: false, sent: requests['build-and-log.arazzo.yaml'] });
});
