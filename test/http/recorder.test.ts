import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { drift } from '../../scripts/drift.js';
import { createClient, createRecorder, type HarLog, type Recorder, type RecorderOptions } from '../../src/index.js';
import { createSandbox } from '../../src/sandbox/index.js';

/** A client whose traffic is recorded, on a sandbox whose answers may be changed. */
function createWorld(change: (text: string) => string = (text) => text) {
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true });
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
  'traffic of a build is recorded without keys and ids; received what the description says',
  { timeout: 60_000 },
  async () => {
    const { sandbox, recorder, build } = createWorld();
    const job_id = sandbox.seed.jobIds['web-shop']!;
    const run = await build.startBuild({ jobId: job_id, params: { releaseKey: 'hush-hush' } });
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

/** Records a request that is answered with what is given, and returns its entry. */
async function recordOne(
  answer: Response,
  options: RecorderOptions = {},
  [address, init]: [string, RequestInit?] = ['http://build.example.com/v1/x'],
): Promise<HarLog['log']['entries'][number]> {
  const recorder = createRecorder({ ...options, fetch: () => Promise.resolve(answer) });
  expect(await (await recorder.fetch(address, init)).text()).toBeDefined();
  return recorder.har().log.entries[0]!;
}

test('secrets are taken out of queries, bodies and plain text, by their names and by those that are told', async () => {
  const { request, response } = await recordOne(
    new Response('password: hunter2, mode=fast', { headers: { 'content-type': 'text/plain' } }),
    { secretFields: ['PIN'] },
    [
      'http://build.example.com/v1/x?pin=1234&mode=fast',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-auth-token': 'a-token', 'x-other': 'left out' },
        body: new TextEncoder().encode(JSON.stringify({ pin: '5678', list: [1, 'two'], nothing: null })),
      },
    ],
  );
  expect(request.url).toBe('http://build.example.com/v1/x?pin=***&mode=fast');
  expect(JSON.parse(request.postData!.text)).toEqual({ pin: '***', list: [1, 'two'], nothing: null });
  expect(request.headers).toContainEqual({ name: 'x-auth-token', value: '***' });
  expect(request.headers.map(({ name }) => name)).not.toContain('x-other');
  expect(response.content.text).toBe('password: *** mode=fast');
});

test('ids stay where that is wanted, and secrets do not', async () => {
  const id = '48c66c6002964721be537cdc6ce0297b';
  const answer = (): Response => Response.json({ id, secret: 'hush' });
  const kept = await recordOne(answer(), { anonymize: false });
  expect(JSON.parse(kept.response.content.text!)).toEqual({ id, secret: '***' });
  const replaced = await recordOne(answer());
  expect(replaced.response.content.text).not.toContain(id);
});

test('of a file only the size is recorded, as far as the service tells it', async () => {
  const zip = (headers: Record<string, string>): Response =>
    new Response('PK', { headers: { 'content-type': 'application/octet-stream', ...headers } });
  expect((await recordOne(zip({ 'content-length': '2' }))).response.content).toEqual({
    size: 2,
    mimeType: 'application/octet-stream',
  });
  expect((await recordOne(zip({}))).response.content.size).toBe(-1);
  const bare = new Response(null, { status: 204 });
  expect((await recordOne(bare)).response).toMatchObject({ status: 204, content: { mimeType: '' } });
});

test.each([
  [null, 'options must be an object; received null'],
  [{ anonymise: true }, 'unknown option \"anonymise\" of a recorder'],
  [{ secretFields: 'pin' }, 'secretFields must be an array of names; received "pin"'],
])('refuses %j', (options, message) => {
  expect(() => createRecorder(options as never)).toThrow(new TypeError(message));
});
