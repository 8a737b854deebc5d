import fc from '../support/properties.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createClient,
  createRecorder,
  createReplay,
  ReplayError,
  type BuildEvent,
  type ClientOptions,
  type CodeArtsBuildClient,
  type HarLog,
  type ReplayOptions,
} from '../../src/index.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { createTestClock } from '../support/test-clock.js';

const ENDPOINT = 'http://sandbox.localhost';

/** A client of a new sandbox whose time passes by itself. */
function createSetup(options: Omit<SandboxOptions, 'clock'> = {}) {
  const sandbox = createSandbox({ ...options, clock: 'manual', autoAdvance: true });
  onTestFinished(() => sandbox.close());
  const connect = (fetch: typeof globalThis.fetch): CodeArtsBuildClient => createClientOf(sandbox, { fetch });
  return { sandbox, connect };
}

function createClientOf(sandbox: Sandbox, options: ClientOptions): CodeArtsBuildClient {
  const { ak, sk, projectId } = sandbox.credentials;
  return createClient({
    ...{ endpoint: ENDPOINT, credentials: { ak, sk, projectId }, clock: sandbox.clock, maxRetries: 2 },
    ...options,
  });
}

/** Records what a program does against a sandbox. Returns its result, and the recording as a file contains it. */
async function record<T>(
  program: (build: CodeArtsBuildClient, sandbox: Sandbox) => Promise<T>,
  { anonymize = true, ...options }: Omit<SandboxOptions, 'clock'> & { anonymize?: boolean } = {},
): Promise<{ result: T; har: HarLog; sandbox: Sandbox }> {
  const { sandbox, connect } = createSetup(options);
  const recorder = createRecorder({ fetch: sandbox.fetch, anonymize });
  const result = await program(connect(recorder.fetch), sandbox);
  return { result, har: JSON.parse(JSON.stringify(recorder.har())) as HarLog, sandbox };
}

/** Runs a program on a recording. */
async function replay<T>(
  har: HarLog,
  program: (build: CodeArtsBuildClient, sandbox: Sandbox) => Promise<T>,
  options?: ReplayOptions,
): Promise<{ result: T; unused: string[] }> {
  const { sandbox, connect } = createSetup();
  const { fetch, unused } = createReplay(har, options);
  return { result: await program(connect(fetch), sandbox), unused: unused() };
}

describe('a program has the same results on its recording', () => {
  /** Returns the parts of events that do not depend on the number of polls. */
  const significant = (events: BuildEvent[]): unknown =>
    events.flatMap((event): unknown[] => {
      if (event.type === 'log') return [event.line];
      if (event.type !== 'end') return [];
      const { status, succeeded, durationMs, steps, record: found, failure } = event;
      return [{ status, succeeded, durationMs, steps, jobId: event.jobId, buildNo: event.buildNo, failure, found }];
    });

  async function follow(build: CodeArtsBuildClient): Promise<unknown> {
    const run = await build.startBuild({ task: 'web-shop', project: 'demo', branch: 'main' });
    const events: BuildEvent[] = [];
    for await (const event of run.follow()) events.push(event);
    return significant(events);
  }

  test.each([true, false])('that follows a build, with replaced IDs: %j', { timeout: 60_000 }, async (anonymize) => {
    const { result, har } = await record(follow, { anonymize });
    const again = await replay(har, follow);
    const withoutIds = (value: unknown): string => JSON.stringify(value).replace(/[0-9a-f-]{32,36}/g, 'ID');
    expect(withoutIds(again.result)).toBe(withoutIds(result));
    if (!anonymize) expect(again.result).toEqual(result);
  });

  test('that names its task by ID, which the responses contain', async () => {
    const program = async (build: CodeArtsBuildClient, { seed }: Sandbox): Promise<unknown> => {
      const run = await build.startBuild({ jobId: seed.jobIds['web-shop']!, params: { releaseKey: 'hush' } });
      const { status, job_id } = { job_id: run.jobId, ...(await run.wait({ throwOnFailure: false })) };
      const { result } = await build.showJobConfig({ job_id });
      return { status, ids: [job_id, result?.job_id] };
    };
    const { result, har, sandbox } = await record(program, { scenarios: { 'web-shop': 'fail' } });
    expect(result).toEqual({
      status: 'FAILURE',
      ids: [sandbox.seed.jobIds['web-shop'], sandbox.seed.jobIds['web-shop']],
    });
    expect(JSON.stringify(har)).not.toContain(sandbox.seed.jobIds['web-shop']);
    expect((await replay(har, program)).result).toEqual(result);
  });

  test('that lists tasks in parallel pages, and reads errors', async () => {
    const program = async (build: CodeArtsBuildClient, { seed }: Sandbox): Promise<unknown> => {
      const input = { project_id: seed.projectId };
      const tasks = await build.paginate('listProjectJobs', input, { pageSize: 1, concurrency: 3 }).toArray();
      const error: unknown = await build.showJobInfo({ job_id: 'f'.repeat(32) }).catch((thrown: unknown) => thrown);
      return [tasks.map(({ job_name }) => job_name), (error as { code: string }).code];
    };
    const { result, har } = await record(program);
    const again = await replay(har, program);
    expect(again).toEqual({ result, unused: [] });
  });

  test('that builds with v3, and uploads a file', { timeout: 60_000 }, async () => {
    const program = async (build: CodeArtsBuildClient, { seed }: Sandbox): Promise<unknown> => {
      const run = await build.startBuild({ jobId: seed.jobIds['web-shop']! }, { apiVersion: 'v3' });
      const lines: string[] = [];
      for await (const line of run.log()) lines.push(line);
      const { status } = await run.wait();
      const file = new File(['<settings/>'], 'settings.xml');
      const uploaded = await build.uploadKeystore({ body: { file, privacy: 'true' } });
      return [lines, status, uploaded.status];
    };
    const { result, har } = await record(program);
    expect(result).toEqual([expect.arrayContaining([expect.any(String)]), 'SUCCESS', 'success']);
    expect(await replay(har, program)).toEqual({ result, unused: [] });
  });

  test('any value of a query and a body', async () => {
    // Few different words, so that names, values and secrets are often the same.
    const texts = fc.oneof(
      fc.constantFrom('valueOf', 'word-word', '["word-word" ]', '"word-word" '),
      fc.string({ unit: 'grapheme' }),
    );
    const json = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.dictionary(texts, texts), fc.array(texts));
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, json, async (secret, value, name, body) => {
        const recorder = createRecorder({ fetch: () => Promise.resolve(Response.json({ ok: true })) });
        const url = new URL('http://build.example.com/v1/x');
        url.searchParams.append(name, value);
        url.searchParams.append('pwd', secret);
        const init = {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: new TextEncoder().encode(JSON.stringify(body)),
        };
        await recorder.fetch(url, init);
        const response = await createReplay(recorder.har()).fetch(url, init);
        expect(await response.json()).toEqual({ ok: true });
      }),
      { numRuns: 500 },
    );
  });
});

/** A recording of responses to `GET /v1/x`, or to other requests. */
function harOf(...entries: { request?: object; response?: object; content?: object }[]): HarLog {
  return {
    log: {
      entries: entries.map(({ request, response, content }) => ({
        request: { method: 'GET', url: 'http://h/v1/x', headers: [], queryString: [], ...request },
        response: {
          ...{ status: 200, statusText: 'OK', headers: [] },
          content: { size: 4, mimeType: 'text/plain', text: 'text', ...content },
          ...response,
        },
      })),
    },
  } as unknown as HarLog;
}

const send = (har: HarLog, url: string, init?: RequestInit, options?: ReplayOptions): Promise<Response> =>
  createReplay(har, options).fetch(url, init);
const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(body)),
});
const posted = (body: unknown): { method: string; postData: object } => ({
  method: 'POST',
  postData: { mimeType: 'application/json', text: JSON.stringify(body) },
});

describe('a request', () => {
  const [one, two] = ['1'.padStart(32, '0'), '2'.padStart(32, '0')];
  const [real, other] = ['48c66c6002964721be537cdc6ce0297b', '58c66c6002964721be537cdc6ce0297b'];
  const at = (path: string): { request: object } => ({ request: { url: `http://h${path}` } });
  const query = (...pairs: [string, string][]): { request: object } => ({
    request: { queryString: pairs.map(([name, value]) => ({ name, value })) },
  });

  test.each([
    ['another host', harOf({}), 'https://other/v1/x', undefined],
    ['queries in another order', harOf(query(['a', '1'], ['b', '2'])), 'http://h/v1/x?b=2&a=1', undefined],
    ['a redacted query', harOf(query(['key', '***'])), 'http://h/v1/x?key=any', undefined],
    [
      'a redacted part',
      harOf({ request: posted({ note: 'pin: *** ok' }) }),
      'http://h/v1/x',
      json({ note: 'pin: 12 ok' }),
    ],
    ['a redacted number', harOf({ request: posted({ pin: '***' }) }), 'http://h/v1/x', json({ pin: 12 })],
    ['fields in another order', harOf({ request: posted({ a: 1, b: [2] }) }), 'http://h/v1/x', json({ b: [2], a: 1 })],
    [
      'JSON in a string',
      harOf({ request: posted({ text: '{"a":1}' }) }),
      'http://h/v1/x',
      json({ text: '{ "a": 1 }' }),
    ],
    ['a replaced ID', harOf(at(`/v1/${one}/x`)), `http://h/v1/${real}/x`, undefined],
    ['a file', harOf({ request: { method: 'POST' } }), 'http://h/v1/x', { method: 'POST', body: new Uint8Array(3) }],
  ] as [string, HarLog, string, RequestInit | undefined][])(
    'matches in spite of %s',
    async (_title, har, url, init) => {
      expect(await (await send(har, url, init)).text()).toBe('text');
    },
  );

  test.each([
    ['another method', harOf({}), 'http://h/v1/x', { method: 'DELETE' }, 'method'],
    ['another path', harOf({}), 'http://h/v1/y', undefined, 'path'],
    ['a longer path', harOf({}), 'http://h/v1/x/y', undefined, 'path'],
    ['another query', harOf(query(['a', '1'])), 'http://h/v1/x?a=2', undefined, 'query a'],
    ['a missing query', harOf(query(['a', '1'])), 'http://h/v1/x', undefined, 'query a'],
    ['values in another order', harOf(query(['a', '1'], ['a', '2'])), 'http://h/v1/x?a=2&a=1', undefined, 'query a'],
    [
      'another field',
      harOf({ request: posted({ a: [{ b: 1 }] }) }),
      'http://h/v1/x',
      json({ a: [{ b: 2 }] }),
      'body.a[0].b',
    ],
    ['a new field', harOf({ request: posted({}) }), 'http://h/v1/x', json({ a: 1 }), 'body.a'],
    ['a longer list', harOf({ request: posted({ a: [1] }) }), 'http://h/v1/x', json({ a: [1, 2] }), 'body.a'],
    ['no body', harOf({ request: posted({ a: 1 }) }), 'http://h/v1/x', { method: 'POST' }, 'body'],
    ['another ID', harOf(at(`/v1/${real}/x`)), `http://h/v1/${other}/x`, undefined, 'path'],
  ] as [string, HarLog, string, RequestInit | undefined, string][])(
    'with %s is an error that names the nearest entry',
    async (_title, har, url, init, difference) => {
      const error = await send(har, url, init).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ReplayError);
      expect(error).toMatchObject({ code: 'REPLAY', nearest: { entry: 1, differences: [difference] } });
      expect((error as Error).message).toMatch(
        /is not in the recording; nearest: entry 1, (GET|POST) \/v1\/.*, which differs in /,
      );
    },
  );

  test('names the most similar of several entries, and no values', async () => {
    const har = harOf(at('/v1/other/y'), query(['limit', '10'], ['note', 'a-secret']), { request: { method: 'PUT' } });
    const error = await send(har, 'http://h/v1/x?limit=20&note=b-secret').catch((thrown: unknown) => thrown);
    expect((error as Error).message).toBe(
      'GET /v1/x is not in the recording; nearest: entry 2, GET /v1/x, which differs in query limit, query note',
    );
  });

  test('has no nearest entry if the recording is empty', async () => {
    await expect(send(harOf(), 'http://h/v1/x')).rejects.toMatchObject({
      message: 'GET /v1/x is not in the recording',
      nearest: undefined,
    });
  });

  test('with an ignored parameter or field matches', async () => {
    const options = { ignore: ['from_date', 'time'] };
    const har = harOf(query(['from_date', '2026-01-01']), { request: posted({ deep: { time: 1 } }) });
    expect(await (await send(har, 'http://h/v1/x?from_date=2026-02-02', undefined, options)).text()).toBe('text');
    expect(await (await send(har, 'http://h/v1/x', json({ deep: { time: 2 } }), options)).text()).toBe('text');
  });

  test('uses an ID for the same replaced ID everywhere', async () => {
    const { fetch } = createReplay(harOf(at(`/v1/${one}/x`), at(`/v1/${two}/x`), at(`/v1/${one}/y`)));
    await fetch(`http://h/v1/${real}/x`);
    await fetch(`http://h/v1/${other}/x`);
    await expect(fetch(`http://h/v1/${other}/y`)).rejects.toThrow(ReplayError);
    expect((await fetch(`http://h/v1/${real}/y`)).status).toBe(200);
  });

  test('gets its IDs back', async () => {
    const uuid = `00000000-0000-0000-0000-000000000003`;
    const har = harOf({ ...at(`/v1/${one}/x`), content: { text: `${one} ${two} ${uuid}` } });
    expect(await (await send(har, `http://h/v1/${real}/x`)).text()).toBe(`${real} ${two} ${uuid}`);
  });

  test('sent several times gets the responses in their order, and the last one again if it reads', async () => {
    const { fetch, unused } = createReplay(harOf({ content: { text: 'a' } }, { content: { text: 'b' } }, at('/v1/y')));
    const texts: string[] = [];
    for (let index = 0; index < 4; index += 1) texts.push(await (await fetch('http://h/v1/x')).text());
    expect(texts).toEqual(['a', 'b', 'b', 'b']);
    expect(unused()).toEqual(['GET /v1/y']);
  });

  test('that changes something gets no more responses than were recorded', async () => {
    const { fetch } = createReplay(harOf({ request: posted({ a: 1 }) }));
    await fetch('http://h/v1/x', json({ a: 1 }));
    await expect(fetch('http://h/v1/x', json({ a: 1 }))).rejects.toThrow(
      'POST /v1/x was sent more often than it was recorded',
    );
  });

  test('that is aborted rejects with the reason, and uses no entry', async () => {
    const { fetch, unused } = createReplay(harOf({}));
    const reason = new Error('stop');
    await expect(fetch('http://h/v1/x', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(unused()).toEqual(['GET /v1/x']);
  });
});

describe('a response', () => {
  test('has status, headers and body of the entry, decoded', async () => {
    const headers = [
      { name: 'content-type', value: 'application/json' },
      { name: 'content-encoding', value: 'gzip' },
      { name: 'content-length', value: '900' },
      { name: 'x-request-id', value: 'r1' },
    ];
    const har = harOf({ response: { status: 429, statusText: 'Too Many', headers }, content: { text: '{"ü":1}' } });
    const response = await send(har, 'http://h/v1/x');
    expect([response.status, response.statusText, await response.json()]).toEqual([429, 'Too Many', { ü: 1 }]);
    expect(Object.fromEntries(response.headers)).toEqual({
      ...{ 'content-type': 'application/json', 'content-length': '8', 'x-request-id': 'r1' },
    });
  });

  test.each([
    [204, { size: -1, mimeType: '' }],
    [304, { size: 0, mimeType: '' }],
    [200, { size: 0, mimeType: 'application/json' }],
    [200, { size: -1, mimeType: '' }],
  ])('%i without a body has none: %j', async (status, content) => {
    const har = harOf({ response: { status, content } });
    expect(await (await send(har, 'http://h/v1/x')).text()).toBe('');
  });

  test('of a file is an error, unless its bytes were added', async () => {
    const file = { size: 3, mimeType: 'application/octet-stream' };
    await expect(send(harOf({ response: { content: file } }), 'http://h/v1/x')).rejects.toThrow(
      'GET /v1/x has a response of which only the size was recorded; add it as content.text with the encoding base64',
    );
    const added = harOf({ response: { content: { ...file, text: 'AP8N', encoding: 'base64' } } });
    expect([...new Uint8Array(await (await send(added, 'http://h/v1/x')).arrayBuffer())]).toEqual([0, 255, 13]);
  });
});

test('the client passes the error on at once, without a retry', async () => {
  const clock = createTestClock();
  const events: string[] = [];
  const build = createClient({
    ...{ endpoint: ENDPOINT, credentials: { ak: 'AK', sk: 'SK' }, clock },
    fetch: createReplay(harOf({})).fetch,
    onEvent: ({ type }) => events.push(type),
  });
  await expect(build.showJobInfo({ job_id: 'f'.repeat(32) })).rejects.toThrow(ReplayError);
  expect(events).toEqual(['request']);
  const started = build.startBuild({ jobId: 'f'.repeat(32) });
  await expect(started).rejects.toThrow(ReplayError);
});

test.each([
  [[null], 'har must be a HAR object with log.entries; received null'],
  [['traffic.har'], 'har must be a HAR object with log.entries; received "traffic.har"'],
  [[{ log: {} }], 'har must be a HAR object with log.entries; received an object'],
  ...[null, {}, { request: { method: 'GET', url: '/v1/x', queryString: [] }, response: {} }].map(
    (entry): [unknown[], string] => [
      [{ log: { entries: [entry] } }],
      `har.log.entries[0] must be an entry with a request, its absolute URL and queryString, and a response; received ${entry ? 'an object' : 'null'}`,
    ],
  ),
  [[harOf(), { ignored: [] }], 'unknown option "ignored" of a replay'],
  [[harOf(), { ignore: 'a' }], 'ignore must be an array of names; received "a"'],
])('rejects %j', (args, message) => {
  expect(() => createReplay(...(args as unknown as [HarLog]))).toThrow(new TypeError(message));
});
