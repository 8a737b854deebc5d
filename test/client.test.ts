import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  ApiError,
  createClient,
  createIamClient,
  createServiceStageClient,
  passwordToken,
  staticToken,
  type ClientEvent,
  type ClientOptions,
} from '../src/index.js';
import { createTestClient, jobId } from './support/client.js';
import { json, startFaultServer } from './support/fault-server.js';

const credentials = { ak: 'AccessKey', sk: 'SecretKey' };
const nothingSent = (): never => expect.unreachable('a request was sent');

describe('createClient rejects', () => {
  test.each([
    [{ region: 'mars-1' }, /^unknown region "mars-1" for CODEARTSBUILD\. Known regions: cn-north-1, .*eu-west-101/],
    [{}, /^region or endpoint is required/],
    [{ endpoint: 'build.example.com' }, /^endpoint must be an HTTP or HTTPS URL; received "build.example.com"/],
    [{ endpoint: 'ftp://x' }, /^endpoint must be an HTTP or HTTPS URL/],
    [{ endpoint: 'https://me:secret@x' }, /^endpoint must be a URL without user/],
    [{ endpoint: 'https://x/{id}' }, /^endpoint must be a URL without/],
    [{ endpoint: 'https://x', timeoutMs: 0 }, /^timeoutMs must be a positive number of milliseconds; received 0/],
    [{ endpoint: 'https://x', deadlineMs: -1 }, /^deadlineMs must be/],
    [{ endpoint: 'https://x', maxRetries: 1.5 }, /^maxRetries must be a non-negative integer; received 1.5/],
    [{ endpoint: 'https://x', onEvent: 3 }, /^onEvent must be a function/],
    [{ endpoint: 'https://x', fetch: {} }, /^fetch must be a function/],
    [
      { endpoint: 'https://x', credentials: 'AK:SK' },
      /^credentials must be an object or a function; received a string$/,
    ],
    [
      { endpoint: 'https://x', clock: { now: Date.now } },
      /^clock must be an object with now and sleep; received an object$/,
    ],
    [{ endpoint: 'https://x', retries: 3 }, /^unknown option "retries" of a client$/],
    [null, /^options must be an object/],
  ])('%j', (options, message) => {
    expect(() => createClient(options as unknown as ClientOptions)).toThrow(message);
    expect(() => createClient(options as unknown as ClientOptions)).toThrow(TypeError);
  });

  test('an error does not show the password in an endpoint', () => {
    expect(() => createClient({ endpoint: 'https://me:secret@x' })).not.toThrow(/secret/);
  });
});

describe('a call is rejected before any request is sent', () => {
  const { build } = createTestClient('http://127.0.0.1:1', { fetch: nothingSent });

  test.each(['', '.', '..', undefined, null, {}, NaN, true])('if the path parameter is %j', async (job_id) => {
    await expect(build.showJobStatus({ job_id } as never)).rejects.toThrow(/^job_id must be a non-empty string/);
  });

  test.each([
    [() => build.executeJob({} as never), 'executeJob: body is required'],
    [
      () => build.listProjectJobs({ project_id: 'p', page_index: 0 } as never),
      'listProjectJobs: page_size is required',
    ],
    [
      () => build.listProjectJobs({ project_id: 'p', page_index: 0, page_size: null } as never),
      'listProjectJobs: page_size is required',
    ],
    [() => build.showJobStatus({ job_id: jobId, jobId } as never), 'showJobStatus: unknown parameter "jobId"'],
    [() => build.showJobStatus({ job_id: jobId, body: {} } as never), 'showJobStatus: unknown parameter "body"'],
    [() => build.showJobStatus('id' as never), 'the input of showJobStatus must be an object; received a string'],
    [() => build.showJobStatus({ job_id: jobId }, { timeout: 3 } as never), 'unknown option \"timeout\" of a call'],
    [
      () => build.showJobStatus({ job_id: jobId }, { signal: {} } as never),
      'signal must be an AbortSignal; received an object',
    ],
    [
      () => build.showJobStatus({ job_id: jobId }, { onProgress: 1 } as never),
      'onProgress must be a function; received 1',
    ],
    [
      () => build.executeJob({ body: new Uint8Array(3) } as never),
      'the body of executeJob must be an object; received a Uint8Array',
    ],
    [
      () => build.executeJob({ body: new Blob(['x']) } as never),
      'the body of executeJob must be an object; received a Blob',
    ],
    [
      () => build.executeJob({ body: new ArrayBuffer(1) } as never),
      'the body of executeJob must be an object; received an ArrayBuffer',
    ],
    [
      () => build.executeJob({ body: 'token=hush' } as never),
      'the body of executeJob must be an object; received a string',
    ],
    [() => build.showJobStatus({ job_id: jobId }, null as never), 'options must be an object; received null'],
    [
      () => build.showJobStatus({ job_id: jobId }, { headers: 'Authorization: hush' } as never),
      'headers must be a plain object of header names and values; received a string',
    ],
    [
      () => build.listProjectJobs({ project_id: 'p', page_index: 0, page_size: 1, search: new Date(0) } as never),
      'search must be a string, a number, a boolean or an array of these; received a Date',
    ],
  ])('%#: the message names what is wrong', async (call, message) => {
    await expect(call()).rejects.toThrow(new TypeError(message));
  });

  test('if the body is too large to be signed', async () => {
    const parameter = [{ name: 'x', value: 'x'.repeat(12 * 1024 * 1024) }];
    await expect(build.executeJob({ body: { job_id: jobId, parameter } })).rejects.toThrow(
      /^body must be at most 12 MB to be signed/,
    );
  });

  test('if credentials are missing, with an error that names the variables', async () => {
    vi.stubEnv('HUAWEICLOUD_SDK_AK', '');
    vi.stubEnv('HUAWEICLOUD_SDK_SK', '');
    vi.stubEnv('HUAWEICLOUD_SDK_CREDENTIALS_FILE', '/nowhere/credentials');
    const client = createClient({
      endpoint: 'http://127.0.0.1:1',
      fetch: () => Promise.reject(new TypeError('no network here')),
    });
    await expect(client.showJobStatus({ job_id: jobId })).rejects.toMatchObject({
      name: 'CredentialsError',
      message: expect.stringMatching(/HUAWEICLOUD_SDK_AK.*HUAWEICLOUD_SDK_SK/s) as string,
    });
  });

  test('but not if the operation requires no authentication: no key, token or project is sent then', async () => {
    const server = await startFaultServer(json(201, { token: {} }), json(201, { token: {} }));
    const user = { name: 'u', password: 'p', domain: { name: 'd' } };
    const auth = {
      identity: { methods: ['password' as const], password: { user } },
      scope: { project: { name: 'p' } },
    };
    const unused = createIamClient({
      endpoint: server.url,
      credentials: () => expect.unreachable('credentials were fetched'),
    });
    await unused.keystoneCreateUserTokenByPassword({ body: { auth } });
    const configured = createIamClient({ endpoint: server.url, credentials, projectId: 'p0' });
    await configured.keystoneCreateUserTokenByPassword({ body: { auth } });
    for (const { headers } of server.arrivals) {
      expect(Object.keys(headers)).not.toContain('authorization');
      expect(Object.keys(headers)).not.toContain('x-project-id');
    }
    expect(server.arrivals).toHaveLength(2);
  });

  test('if a token would be sent over HTTP to another machine', async () => {
    const client = createClient({
      endpoint: 'http://build.example.com',
      credentials: staticToken('t0ken'),
      fetch: nothingSent,
    });
    const call = client.showJobStatus({ job_id: jobId });
    await expect(call).rejects.toThrow('refusing to send a token over HTTP to build.example.com; use HTTPS');
  });

  test.each([
    [() => staticToken(''), /^token must be/],
    [() => passwordToken({ domainName: 'd', userName: '', password: 'p' }), /^userName must be/],
    [
      () => passwordToken({ domainName: 'd', userName: 'u', password: 'p', iamEndpoint: 'http://iam.example.com' }),
      /^refusing to send credentials over HTTP to iam.example.com; use HTTPS$/,
    ],
  ])('%#: an authenticator is checked when it is created', (make, message) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });
});

afterEach(() => vi.unstubAllEnvs());

describe('a request', () => {
  test('encodes path parameters once, and nothing in them leads to another route', async () => {
    const server = await startFaultServer(json(200, { result: true }));
    const { build } = createTestClient(server.url);
    for (const job_id of ['a b', 'a/b', '../x', '50%', 'a?b#c', "~!'()*", '构建', 'a%2Fb']) {
      await build.showJobStatus({ job_id });
      const { url } = server.arrivals.at(-1)!;
      expect(url.split('/')).toHaveLength(5);
      expect(decodeURIComponent(url.split('/')[3]!)).toBe(job_id);
    }
  });

  test('repeats the name of a query parameter for each value, and omits what is undefined', async () => {
    const server = await startFaultServer(json(200, { result: true }));
    const { build } = createTestClient(server.url);
    await build.listRecords({ build_project_id: 'p', branches: ['a b', 'c&d'], page: 0, limit: undefined });
    expect(server.arrivals[0]?.url).toBe('/v1/record/p/records?branches=a%20b&branches=c%26d&page=0');
  });

  test('goes to a base path, whether or not it ends with a slash', async () => {
    const server = await startFaultServer(json(200, { result: true }));
    for (const path of ['/base', '/base/', '/base///']) {
      await createTestClient(`${server.url}${path}`).build.showJobStatus({ job_id: jobId });
    }
    expect(new Set(server.arrivals.map(({ url }) => url))).toEqual(new Set([`/base/v3/jobs/${jobId}/status`]));
  });

  test('has the headers of client and call, and the project', async () => {
    const server = await startFaultServer(json(200, { result: true }));
    const { build } = createTestClient(server.url, {
      headers: { 'X-One': '1', 'X-Two': '2' },
      projectId: 'iam-project',
    });
    await build.showJobStatus({ job_id: jobId }, { headers: { 'X-Two': 'two' } });
    expect(server.arrivals[0]?.headers).toMatchObject({ 'x-one': '1', 'x-two': 'two', 'x-project-id': 'iam-project' });
    expect(server.arrivals[0]?.headers.authorization).toContain('SignedHeaders=host;x-project-id;x-sdk-date');
  });

  test('returns data, response, request ID and attempts with withResponse', async () => {
    const server = await startFaultServer(json(503, {}), json(200, { result: true }));
    const { build } = createTestClient(server.url);
    const { data, response, requestId, attempts } = await build.showJobStatus({ job_id: jobId }).withResponse();
    expect({ data, status: response.status, requestId, attempts }).toEqual({
      data: { result: true },
      status: 200,
      requestId: 'req-1',
      attempts: 2,
    });
  });

  test('of withResponse rejects once, with the error', async () => {
    const server = await startFaultServer(
      json(404, { error_code: 'APIGW.0101', request_id: 'from-body' }, { 'x-request-id': '' }),
    );
    const { build } = createTestClient(server.url);
    await expect(build.showJobStatus({ job_id: jobId }).withResponse()).rejects.toMatchObject({
      code: 'APIGW.0101',
      hint: expect.stringContaining('does not have this operation') as string,
    });
  });

  test('by path returns errors instead of throwing them, and is signed and retried too', async () => {
    const server = await startFaultServer(json(503, {}), json(422, { error_code: 'CB.00031006' }));
    const { build } = createTestClient(server.url);
    const { data, error, response } = await build.http.GET('/v3/jobs/{job_id}/status', {
      params: { path: { job_id: jobId } },
    });
    expect({ data, error, status: response.status }).toEqual({
      data: undefined,
      error: { error_code: 'CB.00031006' },
      status: 422,
    });
    expect(server.arrivals).toHaveLength(2);
    expect(server.arrivals[1]?.headers.authorization).toMatch(/^SDK-HMAC-SHA256 /);
  });

  test('passes through middleware of http, which may return a response itself', async () => {
    const server = await startFaultServer(json(200, { result: true }));
    const { build } = createTestClient(server.url);
    let response: Response | undefined;
    build.http.use({
      onRequest: ({ request }) => {
        request.headers.set('X-From-Middleware', 'yes');
        return response;
      },
    });
    await build.showJobStatus({ job_id: jobId });
    expect(server.arrivals[0]?.headers['x-from-middleware']).toBe('yes');
    response = Response.json({ result: false });
    expect(await build.showJobStatus({ job_id: jobId })).toEqual({ result: false });
    response = Response.json({ error_code: 'X.1', error_msg: 'no' }, { status: 400 });
    await expect(build.showJobStatus({ job_id: jobId })).rejects.toMatchObject({
      name: 'ApiError',
      code: 'X.1',
      attempts: 0,
    });
    expect(server.arrivals).toHaveLength(1);
  });

  test('passes through middleware of http, which may return another request', async () => {
    const server = await startFaultServer(json(200, { result: {} }), () => {});
    const { build } = createTestClient(server.url);
    build.http.use({
      onRequest: ({ request }) => {
        const headers = new Headers(request.headers);
        headers.set('x-mine', '1');
        return new Request(request, { headers, signal: request.signal });
      },
    });
    await build.executeJob({ body: { job_id: jobId } });
    expect(server.arrivals[0]?.headers).toMatchObject({ 'x-mine': '1', 'content-type': 'application/json' });
    expect(JSON.parse(server.arrivals[0]!.body)).toEqual({ job_id: jobId });

    const controller = new AbortController();
    const params = { path: { job_id: jobId } };
    const call = build.http.GET('/v3/jobs/{job_id}/status', { params, signal: controller.signal });
    await server.arrived(2);
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
  });

  test('passes through middleware of http, which may return another response', async () => {
    const server = await startFaultServer(json(200, { result: true }));
    const { build } = createTestClient(server.url);
    build.http.use({
      onResponse: async ({ response }) => {
        expect(await response.clone().json()).toEqual({ result: true });
        return Response.json({ result: false });
      },
    });
    const { data, response } = await build.showJobStatus({ job_id: jobId }).withResponse();
    expect([data, await response.json()]).toEqual([{ result: false }, { result: false }]);
  });

  test('has a response that can be read again', async () => {
    const server = await startFaultServer(json(200, { result: true }));
    const { build } = createTestClient(server.url);
    const { data, response } = await build.showJobStatus({ job_id: jobId }).withResponse();
    expect(await response.json()).toEqual(data);
  });

  test('is reported to the listener, whose errors are ignored', async () => {
    const server = await startFaultServer(json(429, {}, { 'retry-after': '2' }), json(200, { result: true }));
    const events: ClientEvent[] = [];
    const { build } = createTestClient(server.url, {
      onEvent: (event) => {
        events.push(event);
        throw new Error('the observer is broken');
      },
    });
    await build.showJobStatus({ job_id: jobId });
    const at = { operation: 'showJobStatus', method: 'GET', path: `/v3/jobs/${jobId}/status` };
    expect(events).toMatchObject([
      { type: 'request', ...at, attempt: 1 },
      { type: 'response', ...at, attempt: 1, status: 429, requestId: 'req-1' },
      { type: 'retry', ...at, attempt: 1, reason: 'throttled', delayMs: 2_000 },
      { type: 'request', ...at, attempt: 2 },
      { type: 'response', ...at, attempt: 2, status: 200 },
    ]);
  });

  test('is reported on the channels of Node', async () => {
    const { channel } = await import('node:diagnostics_channel');
    const server = await startFaultServer(json(200, { result: true }));
    const { build } = createTestClient(server.url);
    const reported: unknown[] = [];
    const subscriber = (event: unknown): void => void reported.push(event);
    channel('codearts-build:response').subscribe(subscriber);
    await build.showJobStatus({ job_id: jobId });
    channel('codearts-build:response').unsubscribe(subscriber);
    expect(reported).toMatchObject([{ type: 'response', status: 200 }]);
  });
});

describe('the forms of an error body', () => {
  test.each([
    [{ error_code: 'CB.1', error_msg: 'm' }, 'CB.1', 'm'],
    [{ errorCode: 'CB.1', errorMsg: 'm' }, 'CB.1', 'm'],
    [{ errorCode: 'SVCSTG.1', errorMessage: 'm', detail: 'd' }, 'SVCSTG.1', 'm'],
    [[{ errorCode: 'SVCSTG.1', errorMessage: 'm' }], 'SVCSTG.1', 'm'],
    [{ code: 'X.1', message: 'm' }, 'X.1', 'm'],
    [{ code: 7, message: 'm' }, '7', 'm'],
    [{ error: { code: 401, message: 'm', title: 'Unauthorized' } }, '401', 'm'],
    [{ error: { error_code: 'CB.1', error_msg: 'm' } }, 'CB.1', 'm'],
    [{ error: { code: 'DEV.CB.1', reason: 'm' }, status: 'error' }, 'DEV.CB.1', 'm'],
    ['{"error":{"code":"DEV.CB.1","reason":"m"},"status":"error"}', 'DEV.CB.1', 'm'],
    [{ status: 'error', error: 'm' }, 'HTTP_400', 'm'],
    [{ anything: { code: 'X.1', message: 'm' } }, 'X.1', 'm'],
    [{ error_code: 'CB.1', error_msg: null }, 'CB.1', undefined],
    ['plain text', 'HTTP_400', 'plain text'],
    [{ unknown: true }, 'HTTP_400', undefined],
    [[], 'HTTP_400', undefined],
    [null, 'HTTP_400', undefined],
  ])('%j', async (body, code, errorMessage) => {
    const server = await startFaultServer(json(400, body));
    const { build } = createTestClient(server.url);
    const error = await build.showJobStatus({ job_id: jobId }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 400, code, errorMessage, method: 'GET' });
  });

  test.each([
    ['APIGW.0301', /apig/],
    ['CB.00060200', /ErrorCode/],
    ['DEVCB.00031006', /ErrorCode/],
    ['OTHER.1', undefined],
  ])('%s has the page that lists it', async (error_code, page) => {
    const server = await startFaultServer(json(400, { error_code }));
    const { build } = createTestClient(server.url);
    const error = (await build.showJobStatus({ job_id: jobId }).catch((reason: unknown) => reason)) as ApiError;
    if (page) expect(error.docUrl).toMatch(page);
    else expect(error.docUrl).toBeUndefined();
  });

  test.each([
    [403, 'APIGW.0802', /lacks permission for the services of this region/],
    [401, 'APIGW.0301', /locked for five minutes/],
  ])('%i %s has a hint', async (status, error_code, hint) => {
    const server = await startFaultServer(
      json(status, { error_code, error_msg: 'the ak is locked' }, { date: 'Fri, 02 Jan 2026 03:04:05 GMT' }),
    );
    const { build } = createTestClient(server.url);
    await expect(build.showJobStatus({ job_id: jobId })).rejects.toMatchObject({
      hint: expect.stringMatching(hint) as string,
    });
  });

  test('a token of the wrong scope has a hint', async () => {
    const server = await startFaultServer(
      json(401, { error_code: 'APIGW.0301', error_msg: 'a project-scoped token is required' }),
    );
    const { build } = createTestClient(server.url, { credentials: staticToken('a-token-of-the-tests') });
    await expect(build.showJobStatus({ job_id: jobId })).rejects.toMatchObject({
      hint: expect.stringContaining('scoped to the project of this region') as string,
    });
  });
});

test('the other clients call their own services', async () => {
  const server = await startFaultServer(json(200, { list: [], total: 0 }), json(200, { projects: [] }));
  const stage = createServiceStageClient({ endpoint: server.url, credentials });
  const iam = createIamClient({ endpoint: server.url, credentials });
  await stage.listBuildJobs({ page: 1, per_page: 10 });
  await iam.keystoneListProjects({ name: 'cn-north-4' });
  expect(server.arrivals.map(({ url }) => url)).toEqual([
    '/assembling/v1/jobs?page=1&per_page=10',
    '/v3/projects?name=cn-north-4',
  ]);
});
