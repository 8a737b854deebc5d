import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { redocly } from '../scripts/bundle.js';
import { createSandbox, type Sandbox } from '../src/sandbox/index.js';

const folder = join('openapi', 'workflows');
const files = readdirSync(folder).filter((name) => name.endsWith('.arazzo.yaml'));

/** A token for the sandbox's project, as anybody would fetch it. */
async function fetchToken({ url, credentials }: Sandbox): Promise<string> {
  const { userName, password, domainName, projectName } = credentials;
  const user = { name: userName, password, domain: { name: domainName } };
  const identity = { methods: ['password'], password: { user } };
  const body = JSON.stringify({ auth: { identity, scope: { project: { name: projectName } } } });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/v3/auth/tokens`, { method: 'POST', headers, body });
  return response.headers.get('x-subject-token')!;
}

test('there are the two examples of the reference, and the main job', () => {
  expect(files).toEqual(['build-and-log.arazzo.yaml', 'list-tasks.arazzo.yaml', 'run-and-check.arazzo.yaml']);
});

test.each(files)('%s does what it says', { timeout: 120_000 }, async (file) => {
  const sandbox = createSandbox({ clock: { speed: 20 } });
  onTestFinished(() => sandbox.close());
  const url = await sandbox.listen();
  const input = {
    token: await fetchToken(sandbox),
    jobId: sandbox.seed.jobIds['web-shop'],
    projectId: sandbox.seed.projectId,
  };
  const report = await redocly(
    'respect',
    join(folder, file),
    '--input',
    JSON.stringify(input),
    '--server',
    `build=${url}`,
  );
  expect(report).toMatch(/Workflows: 1 passed, 1 total/);
});
