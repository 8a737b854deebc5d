import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { drift } from '../scripts/drift.js';
import { createClient, createRecorder, type Recorder } from '../src/index.js';
import { createSandbox } from '../src/sandbox/index.js';

/** A client whose traffic is recorded, on a sandbox whose answers may be changed. */
function createWorld(change: (text: string) => string = (text) => text) {
  const sandbox = createSandbox({ clock: 'manual', auto: true });
  onTestFinished(() => sandbox.close());
  const recorder = createRecorder({
    fetch: async (input, init) => {
      const answer = await sandbox.fetch(input, init);
      return new Response(change(await answer.text()), answer);
    },
  });
  const { ak, sk, projectId } = sandbox.credentials;
  const endpoint = 'http://sandbox.localhost';
  const build = createClient({
    endpoint,
    credentials: { ak, sk, projectId },
    clock: sandbox.clock,
    fetch: recorder.fetch,
  });
  return { sandbox, recorder, build };
}

async function report(recorder: Recorder): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'codearts-build-har-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'traffic.har');
  writeFileSync(file, JSON.stringify(recorder.har()));
  return drift('codearts-build', file);
}

test(
  'traffic of a build is recorded without keys and ids, and is what the description says',
  { timeout: 60_000 },
  async () => {
    const { sandbox, recorder, build } = createWorld();
    const job_id = sandbox.seed.jobIds['web-shop']!;
    const run = await build.startBuild({ job_id, parameter: [{ name: 'releaseKey', value: 'hush-hush' }] });
    await run.wait();
    const har = JSON.stringify(recorder.har());
    const { ak, sk, projectId } = sandbox.credentials;
    for (const secret of [ak, sk, projectId, job_id, 'hush-hush', 'Signature=']) expect(har).not.toContain(secret);
    const [first] = recorder.har().log.entries;
    expect(first?.request).toMatchObject({ method: 'POST', url: 'http://sandbox.localhost/v1/job/execute' });
    expect(JSON.parse(first?.request.postData?.text ?? '')).toMatchObject({
      parameter: [{ name: 'releaseKey', value: '***' }],
    });
    expect(await report(recorder)).not.toMatch(/ERROR|WARN/);
  },
);

test('an id has the same stand-in of the same form everywhere', async () => {
  const { sandbox, recorder, build } = createWorld();
  await build.paginate('listProjectJobs', { project_id: sandbox.seed.projectId }).toArray();
  await build.showJobInfo({ job_id: sandbox.seed.jobIds['web-shop']! });
  const [list, info] = recorder.har().log.entries;
  const stand = /job\/([0-9a-f]{32})\/info/.exec(info?.request.url ?? '')?.[1];
  expect(stand).toMatch(/^0{20}/);
  expect(list?.response.content.text).toContain(stand);
});

test('what the service does differently is reported', { timeout: 60_000 }, async () => {
  const { sandbox, recorder, build } = createWorld((text) => text.replace(/"total":\d+/, '"total":"many"'));
  await build.listProjectJobs({ project_id: sandbox.seed.projectId, page_index: 0, page_size: 10 });
  const findings = await report(recorder);
  expect(findings).toContain('listProjectJobs');
  expect(findings).toMatch(/total/);
});
