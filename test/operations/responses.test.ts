/** Any response results in data or in an error of the package. */
import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { createClient, createIamClient, createServiceStageClient, isCodeArtsError } from '../../src/index.js';
import { listDocumentedOperations, type DocumentedOperation } from '../support/documented-operations.js';
import { createTestClock } from '../support/test-clock.js';
import { startFaultServer, type Responder } from '../support/fault-server.js';
import { operations as buildTable } from '../../generated/codearts-build/operations.js';
import { createTestClient, jobId } from '../support/client.js';

const factories = { 'codearts-build': createClient, servicestage: createServiceStageClient, iam: createIamClient };
const operations = listDocumentedOperations();

/** The required input of an operation, from the examples of its documentation. */
function inputOf({ parameters, body }: DocumentedOperation): Record<string, unknown> {
  const required = parameters.filter((parameter) => parameter.required);
  const input = Object.fromEntries(required.map(({ name, example }) => [name, example]));
  if (!body?.required) return input;
  const value = Object.values(body.examples)[0] as Record<string, unknown>;
  const files = Object.fromEntries(body.files.map((name) => [name, new Blob(['x'])]));
  return { ...input, body: Array.isArray(value) ? value : { ...value, ...files } };
}

// Deeper than the stack of a runtime.
const deep = 20_000;
const fixed: string[] = [
  '',
  'null',
  'true',
  '0',
  '"text"',
  '[]',
  '{}',
  '{',
  '{"a":',
  '<html>hush</html>',
  '\ufeff{}',
  '\0',
  '{"result":null}',
  '{"error":null}',
  '[null]',
  '[[]]',
  '['.repeat(deep) + ']'.repeat(deep),
  '{"a":'.repeat(deep) + '1' + '}'.repeat(deep),
  '{"error_code":"X","error_msg":' + '['.repeat(deep) + ']'.repeat(deep) + '}',
  '{"error":'.repeat(deep) + '1' + '}'.repeat(deep),
  '[' + '['.repeat(deep) + ']'.repeat(deep) + ']',
  '{"total":2,"jobs":[' + '['.repeat(deep) + ']'.repeat(deep) + ']}',
  '{"__proto__":{"total":1},"constructor":1}',
  '{"error_code":{},"error_msg":[]}',
  '{"error_code":1e400}',
  '"{\\"a\\":"',
  '"{' + 'x'.repeat(100) + '"',
  `{"error_code":"${'C'.repeat(5_000)}","error_msg":"${'m'.repeat(5_000)}\\u0000\\u001b[31m\\u202e"}`,
];
const field = fc.constantFrom(
  'error',
  'error_code',
  'error_msg',
  'errorCode',
  'message',
  'status',
  'success',
  'result',
  'total',
  'jobs',
  'data',
  'request_id',
  'token',
  'code',
  'id',
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue({ maxDepth: 1 }),
    fc.dictionary(field, tie('value'), { maxKeys: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;
const bodies = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  // Nested texts take long to parse; each is sent to some operations below.
  fc.constantFrom(...fixed.filter(({ length }) => length < deep)),
  fc.string(),
  fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
);
const status = fc.oneof(
  { weight: 3, arbitrary: fc.constant(200) },
  fc.constantFrom(201, 204, 206, 301, 304, 400, 401, 403, 404, 409, 422, 429, 500, 503, 599, 999),
);
const type = fc.constantFrom(
  'application/json',
  'text/html',
  'application/octet-stream',
  'application/json; charset=gbk',
  'application/json; charset=no-such',
  '',
);

interface Reply {
  status: number;
  type: string;
  body: string;
}

async function startReplies() {
  let reply: Reply = { status: 200, type: '', body: '' };
  const responder: Responder = (response) => {
    response.writeHead(reply.status, reply.type ? { 'content-type': reply.type } : {});
    response.end(reply.body);
  };
  const { url } = await startFaultServer(responder);
  return { url, set: (next: Reply): void => void (reply = next) };
}

/** @throws If a call ends with anything but data or an error of the package whose message can be printed. */
async function expectOutcome(call: PromiseLike<unknown>, title: string): Promise<void> {
  try {
    const data = await call;
    const download = data as { bytes?: () => Promise<unknown> } | undefined;
    if (typeof download?.bytes === 'function') await download.bytes();
  } catch (error) {
    if (!isCodeArtsError(error)) throw new Error(`${title} ended with ${String(error)}`, { cause: error });
    expect(error.message.length, title).toBeLessThan(2_000);
    expect(error.message, title).not.toMatch(/[\p{Cc}\u202e]/u);
    JSON.stringify(error);
  }
}

describe('only data and errors of the package come out of', { timeout: 300_000 }, () => {
  test.each(['codearts-build', 'servicestage', 'iam'] as const)('every operation of %s', async (api) => {
    const { url, set } = await startReplies();
    const clock = createTestClock();
    const client = factories[api]({
      endpoint: url,
      credentials: { ak: 'AccessKey', sk: 'SecretKeyOfTheTests' },
      clock,
      maxRetries: 0,
    });
    for (const operation of operations.filter((one) => one.api === api)) {
      const method = Reflect.get(client, operation.id) as (input: object) => Promise<unknown>;
      await fc.assert(
        fc.asyncProperty(fc.record({ status, type, body: bodies }), async (reply) => {
          set(reply);
          await expectOutcome(method(inputOf(operation)), operation.id);
        }),
        { numRuns: 12 },
      );
    }
  });

  test.each(fixed.map((body) => [body.slice(0, 40), body]))(
    'every body of the table, as 200 and as 400, with middleware too: %s',
    async (_, body) => {
      const { url, set } = await startReplies();
      const plain = createTestClient(url, { maxRetries: 0 }).build;
      const observed = createTestClient(url, { maxRetries: 0 }).build;
      observed.http.use({ onRequest: () => undefined });
      for (const code of [200, 400]) {
        for (const build of [plain, observed]) {
          set({ status: code, type: 'application/json', body });
          await expectOutcome(build.showJobStatus({ job_id: jobId }), `${code}`);
          await expectOutcome(build.executeJob({ body: { job_id: jobId } }), `${code}`);
          await expectOutcome(build.paginate('listProjectJobs', { project_id: 'p' }).toArray(), `${code}`);
        }
      }
    },
  );

  test('every list', async () => {
    const { url, set } = await startReplies();
    const { build } = createTestClient(url, { maxRetries: 0 });
    const lists = operations.filter(
      ({ api, id }) => api === 'codearts-build' && 'pagination' in buildTable[id as keyof typeof buildTable],
    );
    expect(lists.length).toBeGreaterThanOrEqual(20);
    for (const operation of lists) {
      const { pagination } = buildTable[operation.id as 'listProjectJobs'];
      const { page, size, items }: { page?: string; size: string; items: string } = pagination;
      const input = Object.fromEntries(
        Object.entries(inputOf(operation)).filter(([name]) => name !== page && name !== size),
      );
      const inside = (list: string): string =>
        items.split('.').reduceRight((inner, name) => `{"total":3,"${name}":${inner}}`, list);
      const texts = fc.oneof(
        bodies,
        json.map((value) => inside(JSON.stringify(value))),
      );
      const nested = inside(`[${'['.repeat(deep)}${']'.repeat(deep)}]`);
      await fc.assert(
        fc.asyncProperty(texts, async (body) => {
          set({ status: 200, type: 'application/json', body });
          await expectOutcome(
            build.paginate(operation.id as 'listProjectJobs', input as never, { limit: 10 }).toArray(),
            operation.id,
          );
        }),
        { numRuns: 12, examples: [[nested]] },
      );
    }
  });
});

test('a message is cut to 500 characters after secrets were redacted, and has no control characters', async () => {
  const { url, set } = await startReplies();
  const secret = 'SecretKeyOfTheTests';
  const { build } = createTestClient(url, { maxRetries: 0 });
  for (const length of [480, 485, 490, 495, 499, 500]) {
    set({
      status: 400,
      type: 'application/json',
      body: JSON.stringify({
        error_code: `C-${secret}`,
        error_msg: `${'x'.repeat(length)}${secret}\n\u001b[31m\u202e`,
        request_id: secret,
      }),
    });
    const error = (await build.showJobStatus({ job_id: jobId }).catch((reason: unknown) => reason)) as Error;
    expect(error).toMatchObject({ code: 'C-***', requestId: '***' });
    expect(error.message).not.toMatch(/Secr|\n|\u001b|\u202e/);
    expect((error as Error & { errorMessage: string }).errorMessage.length).toBeLessThanOrEqual(501);
  }
});

test('a request ID that repeats a secret is redacted in events, results and errors', async () => {
  const secret = 'SecretKeyOfTheTests';
  const events: unknown[] = [];
  let code = 200;
  const { url } = await startFaultServer((response) => {
    response.writeHead(code, { 'content-type': `application/json; x=${secret}`, 'x-request-id': `id-${secret}` });
    response.end(code === 200 ? '{"result":true}' : '{');
  });
  const { build } = createTestClient(url, { maxRetries: 0, onEvent: (event) => void events.push(event) });
  const { requestId } = await build.showJobStatus({ job_id: jobId }).withResponse();
  expect(requestId).toBe('id-***');
  code = 201;
  const format = (await build.showJobStatus({ job_id: jobId }).catch((reason: unknown) => reason)) as Error;
  expect(format.message).toContain('id-***');
  expect(JSON.stringify(events)).toContain('id-***');
  for (const text of [JSON.stringify(events), format.message, JSON.stringify(format)])
    expect(text).not.toContain(secret);
});

test('the secrets of a body and of the runtime’s error are in no network error', async () => {
  const { inspect } = await import('node:util');
  const secret = 'hunter2-hunter2';
  const cause = Object.assign(new Error(`connect to https://u:${secret}@h failed`), {
    config: { headers: { authorization: secret } },
  });
  const { build } = createTestClient('http://build.example', {
    maxRetries: 0,
    fetch: () =>
      Promise.reject(
        new TypeError(`error sending request for url (http://h/?access_token=${secret}): SecretKeyOfTheTests`, {
          cause,
        }),
      ),
  });
  const error = await build
    .checkWebhookUrl({ body: { notice_type: 'DING_TALK', webhook_url: `https://h/robot/${secret}` } } as never)
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'NetworkError' });
  const { cause: shown } = error as Error;
  expect(shown).toBeInstanceOf(TypeError);
  const printed = inspect([error, shown], { depth: 20, showHidden: true });
  for (const text of [secret, 'SecretKeyOfTheTests']) expect(printed).not.toContain(text);
});
