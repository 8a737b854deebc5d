import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from '../support/properties.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { drift } from '../../scripts/drift.js';
import {
  createClient,
  createIamClient,
  createRecorder,
  createServiceStageClient,
  type HarLog,
  type Recorder,
  type RecorderOptions,
} from '../../src/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createTestClock } from '../support/test-clock.js';
import { apis, type Api } from '../support/documented-operations.js';

/** A client with recorded traffic, and a sandbox whose responses can be changed. */
function createSetup(change: (text: string) => string = (text) => text) {
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true });
  onTestFinished(() => sandbox.close());
  const recorder = createRecorder({
    fetch: async (input, init) => {
      const response = await sandbox.fetch(input, init);
      return new Response(change(await response.text()), response);
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
    const { sandbox, recorder, build } = createSetup();
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
  const { sandbox, recorder, build } = createSetup();
  await build.paginate('listProjectJobs', { project_id: sandbox.seed.projectId }).toArray();
  await build.showJobInfo({ job_id: sandbox.seed.jobIds['web-shop']! });
  const [list, info] = recorder.har().log.entries;
  const stand = /job\/([0-9a-f]{32})\/info/.exec(info?.request.url ?? '')?.[1];
  expect(stand).toMatch(/^0{20}/);
  expect(list?.response.content.text).toContain(stand);
});

test('what the service does differently is reported', { timeout: 60_000 }, async () => {
  const { sandbox, recorder, build } = createSetup((text) => text.replace(/"total":\d+/, '"total":"many"'));
  await build.listProjectJobs({ project_id: sandbox.seed.projectId, page_index: 0, page_size: 10 });
  const findings = await report(recorder);
  expect(findings).toContain('listProjectJobs');
  expect(findings).toMatch(/total/);
});

/** Records a request with the given response, and returns its entry. */
async function recordOne(
  response: Response,
  options: RecorderOptions = {},
  [address, init]: [string, RequestInit?] = ['http://build.example.com/v1/x'],
): Promise<HarLog['log']['entries'][number]> {
  const recorder = createRecorder({ ...options, fetch: () => Promise.resolve(response) });
  expect(await (await recorder.fetch(address, init)).text()).toBeDefined();
  return recorder.har().log.entries[0]!;
}

test('secrets are redacted from queries, bodies and plain text, by known names and by secretFields', async () => {
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

test('with anonymize false, IDs are kept and secrets are redacted', async () => {
  const id = '48c66c6002964721be537cdc6ce0297b';
  const respond = (): Response => Response.json({ id, secret: 'hush' });
  const kept = await recordOne(respond(), { anonymize: false });
  expect(JSON.parse(kept.response.content.text!)).toEqual({ id, secret: '***' });
  const replaced = await recordOne(respond());
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

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
  format?: string;
  'x-sensitive'?: boolean;
}
type Content = Record<string, { schema: Schema }>;
interface Parameter {
  name: string;
  in: string;
  schema: Schema;
}
interface Operation {
  operationId: string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Content };
  security?: object[];
  responses: Record<string, { content?: Content; headers?: Record<string, { schema: Schema }> }>;
}

describe('no secret is in the recording of', () => {
  /** Fills every field that a schema describes. */
  function createFiller(document: object, secret: () => string, ordinary: () => unknown) {
    const follow = <T extends object>(node: T): T => {
      if (!('$ref' in node)) return node;
      const parts = String(node.$ref).slice(2).split('/');
      return follow(
        parts.reduce<unknown>((at, part) => Reflect.get(at as object, part.replaceAll('~1', '/')), document) as T,
      );
    };
    const fill = (node: Schema, sensitive: boolean, above: readonly Schema[] = []): unknown => {
      const schema = follow(node);
      const hidden = sensitive || schema['x-sensitive'] === true;
      if (above.includes(schema)) return null;
      const path = [...above, schema];
      const [first] = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
      if (schema.properties) {
        return Object.fromEntries(
          Object.entries(schema.properties).map(([name, inner]) => [name, fill(inner, hidden, path)]),
        );
      }
      if (schema.items) return [fill(schema.items, hidden, path), fill(schema.items, hidden, path)];
      if (first) return fill(first, hidden, path);
      // A secret of any form: an object without described fields has some as values and as names.
      if (hidden && [schema.type].flat().includes('object'))
        return { [secret()]: secret(), list: [secret()], deep: { a: secret() } };
      if (hidden) return secret();
      return schema.type === 'string' || [schema.type].flat().includes('string') ? ordinary() : 1;
    };
    return { follow, fill };
  }

  const load = (api: Api): { paths: Record<string, Record<string, Operation>> } =>
    JSON.parse(readFileSync(new URL(`../../generated/${api}/openapi.json`, import.meta.url), 'utf8')) as never;
  const factories = { 'codearts-build': createClient, servicestage: createServiceStageClient, iam: createIamClient };

  /** Calls every operation of an API with secrets of a form, and returns how many secrets were sent or received. */
  async function expectNone(
    api: Api,
    make: (index: number) => string,
    recorder: () => Recorder,
    upstream: { next: Response },
  ): Promise<number> {
    const secrets: string[] = [];
    let total = 0;
    const secret = (): string => (secrets.push(make(secrets.length + 1)), secrets.at(-1)!);
    /** A secret that a header can contain. */
    const printable = (): string => {
      secrets.push(make(secrets.length + 1).replace(/[^\x21-\x7e]/g, 'x'));
      return secrets.at(-1)!;
    };
    const document = load(api);
    for (const item of Object.values(document.paths)) {
      for (const { operationId, parameters = [], requestBody, responses, security } of Object.values(item)) {
        secrets.length = 0;
        const recording = recorder();
        // The key itself is never sent, so that a recorder does not know it.
        const keys = {
          ak: 'AccessKey',
          sk: 'SecretKeyOfTheTests',
          securityToken: `SecurityToken${make(0).replace(/\W/g, '')}`,
        };
        secrets.push(...Object.values(keys));
        const client = factories[api]({
          endpoint: 'http://localhost',
          credentials: keys,
          // After a 429 a client waits.
          clock: createTestClock(),
          fetch: recording.fetch,
          maxRetries: 0,
        });
        const request = createFiller(document, secret, () => 'ordinary');
        const input: Record<string, unknown> = {};
        for (const parameter of parameters) {
          const { name, in: place, schema } = request.follow(parameter) as Parameter;
          input[name] = schema['x-sensitive'] ? printable() : place === 'path' ? 'ordinary' : 'plain';
        }
        const [media] = Object.entries(requestBody?.content ?? {});
        if (media?.[0].includes('json')) input['body'] = request.fill(media[1].schema, false);
        const sent = [...secrets.slice(3), ...(security?.length === 0 ? [] : [keys.securityToken])];
        if (media && !media[0].includes('json')) input['body'] = { file: new Blob([secret()]) };
        // Whatever else a response says, it repeats a secret of the request, or has a URL with one.
        let turn = 0;
        const echo = (): string => {
          turn += 1;
          const one = sent[turn % sent.length] ?? 'ordinary';
          return [
            `it was ${one}`,
            JSON.stringify({ said: one }),
            `https://user:${encodeURIComponent(secret())}@h/x`,
            `https://h/x?Signature=${encodeURIComponent(secret())}&a=1`,
            `X-Auth-Token: ${make(turn).replace(/\W/g, '')}`,
          ][turn % 5]!;
        };
        const response = createFiller(document, secret, echo);
        for (const [key, found] of Object.entries(responses)) {
          const status = key === 'default' ? 500 : Number(key);
          const described = response.follow(found);
          const headers = new Headers({
            'content-type': 'application/json',
            'x-request-id': `id-${sent.find((one) => /^[\x21-\x7e]+$/.test(one)) ?? ''}`,
            'content-disposition': `attachment; filename="${security?.length === 0 ? '' : keys.securityToken}"`,
          });
          for (const [name, header] of Object.entries(described.headers ?? {})) {
            if (response.follow(header).schema['x-sensitive']) headers.set(name, printable());
          }
          const content = Object.values(described.content ?? {})[0];
          const text = content ? JSON.stringify(response.fill(content.schema, false)) : '';
          upstream.next = new Response([204, 304].includes(status) ? null : text, {
            status,
            headers,
          });
          const method = Reflect.get(client, operationId) as (input: object) => Promise<unknown>;
          await method(input).catch(() => {});
          const har = JSON.stringify(recording.har());
          expect(recording.har().log.entries.length, operationId).toBeGreaterThan(0);
          for (const one of secrets) {
            for (const form of [one, JSON.stringify(one).slice(1, -1), encodeURIComponent(one)]) {
              if (har.includes(form)) expect.unreachable(`${operationId} ${status}: ${form} is in ${har}`);
            }
          }
          total += secrets.length;
        }
      }
    }
    return total;
  }

  test.each(apis)('any operation of %s, whatever the secrets look like', { timeout: 300_000 }, async (api) => {
    const upstream = { next: Response.json({}) };
    const recorder = (): Recorder => createRecorder({ fetch: () => Promise.resolve(upstream.next) });
    let total = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 12 }), async (odd) => {
        total += await expectNone(api, (index) => `Hush${index}-${odd}-Hush${index}`, recorder, upstream);
      }),
      { numRuns: 4, examples: [['a"b\\c/d e&f|g,h;i}j'], ["'"], ["pässwörd'成功"]] },
    );
    expect(total).toBeGreaterThan(500);
  });
});
