import fc from '../support/properties.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient, createRecorder, type ClientOptions } from '../../src/index.js';
import { createTestClient, jobId } from '../support/client.js';
import { createTestClock } from '../support/test-clock.js';
import { json, raw, startFaultServer } from '../support/fault-server.js';

const nothingSent = (): never => expect.unreachable('a request was sent');
const { build: refusing } = createTestClient('http://127.0.0.1:1/base', { fetch: nothingSent });
const errorOf = (call: PromiseLike<unknown>): Promise<Error> =>
  Promise.resolve(call).then(
    () => expect.unreachable('the call succeeded'),
    (error: unknown) => error as Error,
  );

describe('headers', () => {
  const secret = 'hush-hush';
  const wrong: [string, unknown, string][] = [
    ['X-Auth-Token', `${secret}\nb`, 'header X-Auth-Token must be'],
    ['X-Auth-Token', `${secret}\r`, 'header X-Auth-Token must be'],
    ['X-Auth-Token', `${secret}\0`, 'header X-Auth-Token must be'],
    ['X-Auth-Token', `${secret}\u200b`, 'header X-Auth-Token must be'],
    ['X-Auth-Token', `${secret}成功`, 'header X-Auth-Token must be'],
    ['X-Auth-Token', { secret }, 'header X-Auth-Token must be'],
    ['X-Auth-Token', Symbol(secret), 'header X-Auth-Token must be'],
    ['X-Auth-Token', NaN, 'header X-Auth-Token must be'],
    [`Authorization: ${secret}`, 'x', 'starts with "Authorization"'],
    ['', secret, 'the name of a header'],
    ...[
      'Host',
      'host',
      'Connection',
      'Content-Length',
      'Transfer-Encoding',
      'Keep-Alive',
      'Upgrade',
      'Expect',
      'TE',
      'Trailer',
    ].map((name): [string, unknown, string] => [name, secret, `header ${name} must be omitted`]),
  ];
  test.each(wrong)(
    '%s: %s is refused by name, in options of clients, of calls, and by path',
    async (name, value, message) => {
      const headers = { [name]: value } as Record<string, string>;
      let thrown: unknown;
      try {
        createClient({ endpoint: 'http://127.0.0.1', headers });
      } catch (error) {
        thrown = error;
      }
      const errors = [
        thrown as Error,
        await errorOf(refusing.showJobStatus({ job_id: jobId }, { headers })),
        await errorOf(
          refusing.http.GET('/v1/job/{job_id}/status', { params: { path: { job_id: jobId } }, headers } as never),
        ),
      ];
      for (const error of errors) {
        expect(error).toBeInstanceOf(TypeError);
        expect(error.message).toContain(message);
        expect(`${error.message} ${String(error.stack)}`).not.toContain(secret);
      }
    },
  );

  test.each([
    ['a Map', new Map([['X-A', '1']])],
    ['Headers', new Headers({ 'X-A': '1' })],
    ['an array', [['X-A', '1']]],
  ])('%s is not silently ignored', async (_, headers) => {
    expect(await errorOf(refusing.showJobStatus({ job_id: jobId }, { headers } as never))).toBeInstanceOf(TypeError);
  });

  test('of an input are checked too', async () => {
    const { createIamClient } = await import('../../src/index.js');
    const iam = createIamClient({ endpoint: 'http://127.0.0.1:1', fetch: nothingSent });
    const body = { auth: { identity: { methods: ['password'] } } };
    const error = await errorOf(
      iam.keystoneCreateUserTokenByPassword({ 'X-Auth-Token': `${secret}\n`, body } as never),
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(/^header X-Auth-Token must be .*; received a string$/);
  });
});

const paths = [
  '.evil.example/x',
  '@evil.example/x',
  ':8080/x',
  '//evil.example/x',
  '/\\evil.example/x',
  '\\\\evil.example',
  'https://evil.example/x',
  'http:/evil',
  '\t//evil.example',
  '/\t/evil.example/x',
  '/\n/evil.example/x',
  ' /x',
  '/x y',
  '/../x',
  '/v1/../../x',
  '/v1/%2e%2e/x',
  '/v1/.%2E/x',
  '/./x',
  '/v1/..',
  '/.\t./x',
  '/v1\\..\\..\\x',
  '/x#y',
  '/\u00a0x',
  '\ufeff/x',
  '',
  'x',
  '?x',
  '/..?x',
  null,
  undefined,
  3,
  {},
];

describe('a path', () => {
  test.each(paths)('%j is refused before anything is sent', async (path) => {
    for (const method of ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'] as const) {
      const call = refusing.http[method] as unknown as (path: unknown) => Promise<unknown>;
      const error = await errorOf(call(path));
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).toMatch(/^path must be a path/);
    }
    const request = refusing.http.request as unknown as (method: string, path: unknown) => Promise<unknown>;
    expect(await errorOf(request('get', path))).toBeInstanceOf(TypeError);
  });

  test('of another origin is refused in the option of a call too', async () => {
    const call = refusing.http.GET as unknown as (path: string, init: object) => Promise<unknown>;
    expect(await errorOf(call('/x', { baseUrl: 'http://evil.example' }))).toBeInstanceOf(TypeError);
  });

  test('of any form leads to the origin, below the base path, or nowhere', async () => {
    const urls: URL[] = [];
    const fetch = (url: unknown): Promise<Response> => {
      urls.push(new URL(String(url)));
      return Promise.resolve(Response.json({}));
    };
    const { build } = createTestClient('http://build.example/base', { fetch: fetch });
    const call = build.http.GET as unknown as (path: string) => Promise<unknown>;
    const part = fc.constantFrom(
      '/',
      '//',
      '.',
      '..',
      '%2e',
      '\\',
      '\t',
      '\n',
      ' ',
      '@',
      ':',
      'evil.example',
      '?',
      '#',
      '%2f',
      '%5c',
      'v1',
      '\u3000',
      '；',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        await call(parts.join('')).catch((error: unknown) => expect(error).toBeInstanceOf(TypeError));
        for (const url of urls.splice(0)) {
          expect(url.origin).toBe('http://build.example');
          expect(url.pathname).toMatch(/^\/base\//);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

class Instance {
  readonly a = 1;
}
const cycle: Record<string, unknown> = {};
cycle['a'] = [cycle];
const hole = [1, 2];
Reflect.deleteProperty(hole, 0);

const inputs: [string, () => unknown][] = [
  ['a lone high surrogate', () => '\ud800'],
  ['a lone low surrogate', () => 'x\udc00y'],
  ['a lone surrogate as a name', () => ({ '\ud800': 1 })],
  ['NaN', () => NaN],
  ['Infinity', () => Infinity],
  ['-Infinity', () => -Infinity],
  ['a BigInt', () => 1n],
  ['a symbol', () => Symbol('s')],
  ['a symbol as a name', () => ({ [Symbol('s')]: 1 })],
  ['a function', () => () => 1],
  ['a Map', () => new Map()],
  ['a Set', () => new Set()],
  ['a WeakMap', () => new WeakMap()],
  ['a Date', () => new Date(0)],
  ['a RegExp', () => /x/],
  ['an Error', () => new Error('x')],
  ['a Promise', () => Promise.resolve()],
  ['a URL', () => new URL('http://h')],
  ['bytes', () => new Uint8Array(2)],
  ['a Blob', () => new Blob(['x'])],
  ['FormData', () => new FormData()],
  ['a boxed string', () => new String('x')],
  ['a boxed number', () => new Number(1)],
  ['an instance', () => new Instance()],
  ['an instance of a class that extends null', () => Object.create(Object.create(null) as object) as unknown],
  ['an array of a subclass', (): unknown => new (class extends Array<number> {})()],
  ['an object that inherits', () => Object.create({ a: 1 }) as unknown],
  ['a cycle', () => cycle],
  ['a sparse array', () => hole],
  ['an array that is too long', (): unknown => new Array<number>(3)],
  ['undefined in an array', () => [undefined]],
  ['an array with a name', () => Object.assign([1], { x: 1 })],
  ['toJSON', () => ({ toJSON: () => 'x' })],
  ['toJSON that is hidden', () => Object.defineProperty({}, 'toJSON', { value: () => 'x' })],
  ['a hidden property', () => Object.defineProperty({}, 'x', { value: 1 })],
  ['Math', () => Math],
  ['300 levels', () => Array.from({ length: 300 }).reduce<unknown>((inner) => [inner], 1)],
];

const wrap: [string, (value: unknown) => object][] = [
  ['body.value', (value) => ({ value })],
  ['body.a.b', (value) => ({ a: { b: value } })],
  ['body.list[1]', (value) => ({ list: [0, value] })],
];

describe('a body', () => {
  test.each(inputs)('with %s is refused by its path, and nothing is sent', async (_, make) => {
    for (const [path, inside] of wrap) {
      const error = await errorOf(refusing.executeJob({ body: inside(make()) } as never));
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).toContain(`the ${path.replace('body', 'body of executeJob')}`);
    }
    const body = make();
    if (typeof body === 'object')
      expect(await errorOf(refusing.executeJob({ body } as never))).toBeInstanceOf(TypeError);
  });

  test(
    'that JSON can express arrives as it is; any other is a TypeError, and no request',
    { timeout: 60_000 },
    async () => {
      const { url, arrivals } = await startFaultServer(json(200, { result: true }));
      const { build } = createTestClient(url);
      const body = fc.oneof(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
        fc.object({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withSparseArray: true,
          withTypedArray: true,
          withNullPrototype: true,
          withBoxedValues: true,
          withUnicodeString: true,
        }),
      );
      let [sent, refused] = [0, 0];
      const expressible = (value: unknown): boolean => {
        if (value === null || typeof value === 'boolean') return true;
        if (typeof value === 'string')
          return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value);
        if (typeof value === 'number') return Number.isFinite(value);
        if (typeof value !== 'object') return false;
        if (Array.isArray(value)) return Array.from(value as unknown[]).every(expressible);
        const prototype: unknown = Object.getPrototypeOf(value);
        return (
          (prototype === null || prototype === Object.prototype) &&
          Object.entries(value).every(([key, item]) => expressible(key) && (item === undefined || expressible(item)))
        );
      };
      await fc.assert(
        fc.asyncProperty(body, async (value) => {
          const before = arrivals.length;
          if (expressible(value)) {
            await build.executeJob({ body: value } as never);
            expect(arrivals).toHaveLength(before + 1);
            expect(JSON.parse(arrivals.at(-1)!.body)).toEqual(JSON.parse(JSON.stringify(value)));
            sent += 1;
          } else {
            expect(await errorOf(build.executeJob({ body: value } as never))).toBeInstanceOf(TypeError);
            expect(arrivals).toHaveLength(before);
            refused += 1;
          }
        }),
        { numRuns: 600 },
      );
      expect(Math.min(sent, refused)).toBeGreaterThan(20);
    },
  );

  test('of a form with a lone surrogate or NaN is refused', async () => {
    for (const value of ['\ud800', NaN, Infinity]) {
      const error = await errorOf(
        refusing.uploadKeystore({ body: { file: new Blob(['x']), description: value } } as never),
      );
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).toContain('the body of uploadKeystore.description');
    }
    const form = new FormData();
    expect(await errorOf(refusing.uploadKeystore({ body: form } as never))).toBeInstanceOf(TypeError);
  });
});

test.each([{ timeout: 3 }, { retries: 1 }, { header: {} }, { Signal: null }, { idempotent: true }])(
  'unknown options of a call, %j, are refused by name',
  async (options) => {
    const error = await errorOf(refusing.showJobStatus({ job_id: jobId }, options as never));
    expect(error).toEqual(new TypeError(`unknown option "${Object.keys(options)[0]}" of a call`));
  },
);

/** Every name that an option, an input, the table or openapi-fetch has. Not those that only the fetch of Node reads from its own objects, such as `dispatcher`. */
describe('what a program adds to Object.prototype changes nothing:', () => {
  const evil = 'evil-value';
  const polluted: Record<string, unknown> = {
    region: evil,
    endpoint: 'http://evil.example',
    credentials: { ak: evil, sk: evil },
    projectId: evil,
    timeoutMs: 1,
    deadlineMs: 1,
    maxRetries: -1,
    maxResponseBytes: 1,
    headers: { 'x-evil': evil },
    fetch: () => Promise.reject(new Error(evil)),
    onEvent: () => expect.unreachable(evil),
    clock: {},
    random: () => NaN,
    authenticate: false,
    onProgress: () => expect.unreachable(evil),
    onSend: () => expect.unreachable(evil),
    operation: evil,
    idempotent: true,
    stream: true,
    omitProjectId: true,
    getProjectId: () => Promise.resolve(evil),
    maxRetryAfterMs: 1,
    limit: 0,
    pageSize: 1,
    concurrency: 50,
    startPage: 7,
    total: evil,
    asString: true,
    page: evil,
    pagination: evil,
    header: [evil],
    response: 'none',
    anonymous: true,
    job_id: evil,
    baseUrl: 'http://evil.example',
    params: { query: { evil } },
    parseAs: 'text',
    querySerializer: () => evil,
    bodySerializer: () => evil,
    pathSerializer: () => 'http://evil.example',
    middleware: [{ onRequest: () => expect.unreachable(evil) }],
    Request: null,
    requestInitExt: { method: evil },
    method: 'DELETE',
    redirect: 'follow',
    duplex: 'full',
    integrity: evil,
    keepalive: true,
    securityToken: evil,
    domainId: evil,
    expiresAt: 1,
    iamEndpoint: evil,
    'X-Evil': evil,
    toJSON: () => evil,
    anonymize: false,
    secretFields: ['total', 'id'],
  };
  const run = async () => {
    const { url, arrivals } = await startFaultServer(
      raw(200, '{"result":{"total":3,"job_list":[{"id":"a"},{"id":"b"},{"id":"c"}]}}', {
        'content-type': 'application/json',
      }),
    );
    return async (options: Partial<ClientOptions> = {}) => {
      arrivals.length = 0;
      const recorder = createRecorder({});
      const client = createClient({
        endpoint: url,
        credentials: { ak: 'AccessKey', sk: 'SecretKeyOfTheTests' },
        clock: createTestClock(),
        fetch: recorder.fetch,
        ...options,
      });
      const results: unknown[] = [
        await client.executeJob({ body: { job_id: jobId, parameter: [{ name: 'a', value: 'b' }] } }),
        await client.showJobStatus({ job_id: jobId }),
        await client.paginate('listProjectJobs', { project_id: 'p' }).toArray(),
        (await client.http.GET('/v1/job/{job_id}/status', { params: { path: { job_id: jobId } } })).data,
      ];
      const { entries } = recorder.har().log;
      const texts = entries.map((entry) => [
        entry.request.url,
        entry.request.postData?.text,
        entry.response.content.text,
      ]);
      const plain = arrivals.map(({ method, url: target, headers, body }) => ({ method, target, headers, body }));
      return [results, texts, plain];
    };
  };

  test.each(Object.keys(polluted))('%s', async (name) => {
    const exchange = await run();
    const expected = await exchange();
    const remove = (): boolean => Reflect.deleteProperty(Object.prototype, name);
    onTestFinished(() => void remove());
    // Real programs are polluted by assignments, which are enumerable; Vitest itself reads some of them.
    Reflect.set(Object.prototype, name, polluted[name]);
    let actual: unknown[] = [];
    try {
      actual = await exchange();
    } finally {
      remove();
    }
    // What is recorded is written by JSON.stringify, which follows toJSON.
    if (name === 'toJSON') for (const result of [actual, expected]) result.splice(1, 1);
    expect(actual).toEqual(expected);
    expect(JSON.stringify(actual)).not.toContain('evil');
  });
});

test('an inherited body and signal are no input and no option', async () => {
  const seen: [string, unknown, unknown][] = [];
  const responses = [1, 2].map(() => Response.json({ result: true }));
  const { build } = createTestClient('http://build.example', {
    fetch: (url, init) => {
      seen.push([url as string, init?.body, init?.signal?.aborted]);
      return Promise.resolve(responses.pop()!);
    },
  });
  for (const [name, value] of [
    ['body', 'evil'],
    ['signal', AbortSignal.abort()],
  ] as const) {
    Reflect.set(Object.prototype, name, value);
    try {
      await build.showJobStatus({ job_id: jobId });
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
  }
  const url = `http://build.example/v3/jobs/${jobId}/status`;
  expect(seen).toEqual([
    [url, undefined, false],
    [url, undefined, false],
  ]);
});
