import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { redocly } from '../scripts/bundle.js';
import { createSandbox, type Sandbox, type ScenarioOption } from '../src/sandbox/index.js';
import { startRelay, type Exchange } from './support/relay.js';

const folder = join('openapi', 'workflows');

/** The requests of each workflow in order, without polling repeats. */
const requests: Readonly<Record<string, readonly string[]>> = {
  'build-and-log.arazzo.yaml': [
    'POST /v1/job/execute',
    'GET /v1/record/{jobId}/9/record-info',
    'GET /v1/log/{jobId}/9/real-time-log?start_offset=0&size=1000',
  ],
  'list-tasks.arazzo.yaml': ['GET /v3/{projectId}/jobs?page_index=0&page_size=2'],
  'run-and-check.arazzo.yaml': ['POST /v3/jobs/build', 'GET /v3/jobs/{jobId}/status'],
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
  const input = JSON.stringify({ token, jobId, projectId });
  const [passed, printed] = await redocly('respect', join(folder, file), '-i', input, '-S', `build=${relay.url}`).then(
    (report) => [true, report] as const,
    (error: unknown) => [false, (error as Error).message.replace(input, '')] as const,
  );
  const sent = relay.exchanges.map(({ method, target }: Exchange) =>
    `${method} ${target}`.replace(jobId, '{jobId}').replace(projectId, '{projectId}'),
  );
  return { passed, printed, token, sent: sent.filter((request, index) => request !== sent[index - 1]) };
}

test('the folder contains exactly the tested workflows', () => {
  expect(readdirSync(folder)).toEqual(Object.keys(requests));
});

test.each(Object.keys(requests))('%s passes and sends the listed requests', { timeout: 120_000 }, async (file) => {
  const { passed, printed, sent, token } = await execute(file);
  expect(printed).toMatch(/Workflows: 1 passed, 1 total/);
  expect({ passed, sent }).toEqual({ passed: true, sent: requests[file] });
  expect(printed).not.toContain(token);
});

test('reads the log of a failed build and fails the workflow', { timeout: 120_000 }, async () => {
  const { passed, printed, sent } = await execute('build-and-log.arazzo.yaml', 'fail:2');
  expect(printed).toMatch(/✗ success criteria check - \$steps.wait.outputs.status == 'SUCCESS'/);
  expect({ passed, sent }).toEqual({ passed: false, sent: requests['build-and-log.arazzo.yaml'] });
});
