import { describe, expect, onTestFinished, test } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { findAccessProblem } from '../../src/sandbox/access.js';
import type { IncomingRequest } from '../../src/sandbox/respond.js';
import { createStillSandbox, requestSigned, sendSigned, textWith } from '../support/sandbox-requests.js';
import { composeRequest, openSocket, sendRaw } from '../support/sandbox-socket.js';

async function listen(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; url: string; host: string }> {
  const sandbox = createSandbox({ clock: 'manual', ...options });
  onTestFinished(() => sandbox.close());
  const url = await sandbox.listen();
  return { sandbox, url, host: new URL(url).host };
}

/** Sends a request line with the host of the sandbox, and returns status and body. */
async function sendLine(
  url: string,
  line: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<{ status: number; head: string; body: string }> {
  const received = await sendRaw(url, composeRequest(line, { host: new URL(url).host, ...headers }, body));
  const [head = '', ...rest] = received.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: rest.join('\r\n\r\n') };
}

describe('every request gets a response', () => {
  const signature = (names: string): Record<string, string> => ({
    'x-sdk-date': '20260910T030000Z',
    authorization: `SDK-HMAC-SHA256 Access=A, SignedHeaders=${names}, Signature=0`,
  });

  test.each<[string, string, number, Record<string, string>?]>([
    ['an undecodable page path', 'GET /_sandbox/builds/%', 404],
    ['an undecodable page path in UTF-8', 'GET /_sandbox/builds/%ff%fe', 404],
    ['an undecodable path parameter', 'GET /v1/job/%/info', 401],
    ['an undecodable query', 'GET /v1/job/x/info?%=%&%zz', 401],
    ['a name of Object.prototype as path', 'GET /_sandbox/constructor', 404],
    ['two slashes', 'GET //', 404],
    ['a target in absolute form', 'GET http://sandbox.example.com/v1/job/x/info', 401],
    ['a target in absolute form without path', 'GET http://127.0.0.1', 200],
    ['a target in absolute form with a query only', 'GET http://127.0.0.1?a=b', 200],
    ['the target *', 'OPTIONS *', 404],
    ['a method that no operation has', 'PURGE /v1/job/x/info', 404],
    ['HEAD', 'HEAD /v1/job/x/info', 404],
    ['an unknown expectation', 'GET /v1/nothing', 417, { expect: 'nothing' }],
    ['an upgrade', 'GET /v1/nothing', 404, { connection: 'upgrade', upgrade: 'websocket' }],
    ['an empty signed header', 'GET /v1/job/x/info', 401, signature('host;;x-sdk-date')],
    ['a signed header with a space', 'GET /v1/job/x/info', 401, signature('a b;x-sdk-date')],
    ['only separators as signed headers', 'GET /v1/job/x/info', 401, signature(';')],
    ['a space as signed header', 'GET /v1/job/x/info', 401, signature(' ;x-sdk-date')],
    ['a signed header beyond ASCII', 'GET /v1/job/x/info', 401, signature('h\u00e9;x-sdk-date')],
  ])('to %s (%s): %d', async (_, line, status, headers) => {
    const { url } = await listen();
    const isUpgrade = headers?.['upgrade'] !== undefined;
    expect(await sendLine(url, line, isUpgrade ? { ...headers, connection: 'close, upgrade' } : headers)).toMatchObject(
      {
        status,
      },
    );
  });

  test.each([
    ['no request line', 'hello\r\n\r\n', 400],
    ['a control character in the target', 'GET /\u0001 HTTP/1.1\r\nhost: x\r\n\r\n', 400],
    ['no Host header in HTTP/1.1', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400],
    ['a header of 20,000 bytes', `GET / HTTP/1.1\r\nhost: x\r\na: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['an invalid chunk', 'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 400],
  ])('to a message with %s, and the socket is closed', async (_, text, status) => {
    const { url } = await listen();
    expect(await sendRaw(url, text)).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
  });

  test('to HTTP/1.0 without a Host header, except on the own paths', async () => {
    const { url } = await listen();
    expect(await sendRaw(url, 'GET /v1/nothing HTTP/1.0\r\n\r\n')).toContain(' 404 ');
    expect(await sendRaw(url, 'GET /_sandbox/clock HTTP/1.0\r\n\r\n')).toContain(' 403 ');
  });

  test('a target in absolute form is verified with its own host', async () => {
    const { sandbox, url } = await listen();
    const job = `/v1/job/${sandbox.seed.jobIds['web-shop']!}/info`;
    let signed: Record<string, string> = {};
    await requestSigned(sandbox, 'GET', job, { tamper: ({ headers }) => (signed = { ...headers }) });
    const line = `GET http://sandbox.localhost${job}`;
    expect(await sendLine(url, line, signed)).toMatchObject({ status: 200 });
    expect(await sendLine(url, line.replace('sandbox.', 'other.'), signed)).toMatchObject({ status: 401 });
  });

  test.each([
    ['the page', '/'],
    ['an operation', '/v1/domain/status'],
  ])('%s becomes a 500 if the state is broken, and the next request is served', async (_, path) => {
    const sandbox = createStillSandbox({ strict: false });
    const url = await sandbox.listen();
    const [project] = sandbox.state.projects.values();
    sandbox.state.tasks.set('broken', { projectId: project!.id } as never);
    sandbox.state.users.length = path === '/' ? 1 : 0;
    if (path !== '/') sandbox.state.users.push({ domainId: 'missing' } as never);
    for (const send of [sandbox.fetch, fetch]) {
      const response = await send(`${url}${path}`);
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ error_code: textWith('SANDBOX') });
    }
    expect((await fetch(`${url}/v1/nothing`)).status).toBe(404);
  });

  test('a callback that throws becomes a 500 over HTTP', async () => {
    const { url } = await listen({
      onResponse: () => {
        throw new Error('broken callback');
      },
    });
    const response = await fetch(`${url}/v1/nothing`);
    expect([response.status, await response.text()]).toEqual([500, textWith('broken callback')]);
  });

  test('a client that disconnects within its body leaves nothing behind', async () => {
    const { sandbox, url, host } = await listen();
    const socket = openSocket(url);
    socket.write(`POST /v1/job/execute HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 100\r\n\r\n{"job`);
    await new Promise((resolve) => socket.once('ready', resolve));
    socket.destroy();
    expect((await fetch(`${url}/v1/nothing`)).status).toBe(404);
    await sandbox.close();
  });

  test('two requests on one connection get their responses in order', async () => {
    const { url, host } = await listen();
    const first = `POST /v1/nothing HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 2\r\n\r\n{}`;
    const received = await sendRaw(url, `${first}${composeRequest('GET /_sandbox/clock', { host })}`);
    expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200']);
  });

  test(
    'the connection is closed within a body without end, and other requests are served',
    { timeout: 60_000 },
    async () => {
      const { url, host } = await listen();
      const socket = openSocket(url);
      let received = '';
      socket.setEncoding('latin1').on('data', (chunk: string) => (received += chunk));
      const closed = new Promise<void>((resolve) => socket.on('error', () => resolve()).on('close', () => resolve()));
      socket.write(`POST /v1/job/execute HTTP/1.1\r\nhost: ${host}\r\ntransfer-encoding: chunked\r\n\r\n`);
      const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000), Buffer.from('\r\n')]);
      // A turn of the event loop between two writes lets the server read.
      const write = (): void => {
        if (!socket.destroyed && received === '') socket.write(chunk, () => setImmediate(write));
      };
      write();
      await closed;
      // The reset of the connection can overtake the response.
      expect(received).toMatch(/^$|^HTTP\/1\.1 413 /);
      expect((await fetch(`${url}/v1/nothing`)).status).toBe(404);
    },
  );
});

describe('the own paths', () => {
  test.each<[string, number, Record<string, string>]>([
    ['the address of the server', 200, {}],
    ['localhost', 200, { host: 'localhost' }],
    ['localhost in upper case with a port', 200, { host: 'LOCALHOST:1234' }],
    ['another loopback address', 200, { host: '127.8.8.8:80' }],
    ['the loopback address of IPv6', 200, { host: '[::1]:80' }],
    ['a rebound name', 403, { host: 'attacker.example.com' }],
    ['a name that contains localhost', 403, { host: 'localhost.example.com' }],
    ['a name with user information', 403, { host: 'localhost@example.com' }],
    ['an empty host', 403, { host: '' }],
    ['another address', 403, { host: '192.0.2.1' }],
    ['an invalid host', 403, { host: 'a b' }],
    ['the own origin', 200, { host: 'localhost:80', origin: 'http://localhost' }],
    ['another origin', 403, { origin: 'https://attacker.example.com' }],
    ['another port of the same host', 403, { host: 'localhost:8080', origin: 'http://localhost:3000' }],
    ['an opaque origin', 403, { origin: 'null' }],
    ['a navigation by the user', 200, { 'sec-fetch-site': 'none' }],
    ['the own page', 200, { 'sec-fetch-site': 'same-origin' }],
    ['another site', 403, { 'sec-fetch-site': 'cross-site' }],
    ['another origin of the site', 403, { 'sec-fetch-site': 'same-site' }],
  ])('for %s: %d', async (_, status, headers) => {
    const { url } = await listen();
    for (const path of ['/', '/_sandbox/state']) {
      expect((await sendLine(url, `GET ${path}`, headers)).status).toBe(status);
    }
  });

  test.each([
    ['192.0.2.1', '192.0.2.1:8080', true],
    ['::ffff:192.0.2.1', '192.0.2.1:8080', true],
    ['::FFFF:192.0.2.1', '192.0.2.1', true],
    ['fe80::1%eth0', '[fe80::1]:8080', true],
    ['2001:db8::1', '[2001:DB8:0::1]', true],
    ['build.example.com', 'BUILD.example.com:80', true],
    ['192.0.2.1', '[::ffff:127.0.0.1]:8080', true],
    ['192.0.2.1', '[::ffff:126.0.0.1]', false],
    ['::ffff:192.0.2.1', '192.0.2.2', false],
    ['::ffff:192.0.2.1', '[::ffff:c0a8:1]', false],
    ['fe80::1%eth0', '[fe80::2]', false],
    ['192.0.2.1', 'localhost,192.0.2.1', false],
    ['192.0.2.1', '192.0.2.1:99999', false],
    ['192.0.2.1', '192.0.2.1.example.com', false],
  ])('on a socket of %s accept the host %s: %s', (address, host, expected) => {
    const request = { headers: new Headers({ host }), ownHosts: ['::', address] };
    expect(findAccessProblem(request as unknown as IncomingRequest) === undefined).toBe(expected);
  });

  test('reject a rebound name in the target too', async () => {
    const { url } = await listen();
    expect(await sendLine(url, 'GET http://attacker.example.com/_sandbox/state')).toMatchObject({ status: 403 });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])('reject a body of type %j', async (type) => {
    const { sandbox, url } = await listen();
    const body = '{"kind":"reset"}';
    const headers = { 'content-length': String(body.length), ...(type !== '' && { 'content-type': type }) };
    expect(await sendLine(url, 'POST /_sandbox/faults', headers, body)).toMatchObject({ status: 415 });
    expect(sandbox.faults.list()).toEqual([]);
  });

  test('forbid scripts, frames and guessed types', async () => {
    const { url } = await listen();
    for (const path of ['/', '/_sandbox/state', '/_sandbox/nothing']) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });
});

test('listen rejects an empty host, which would be every address', async () => {
  const { sandbox } = await listen().then(async ({ sandbox: used }) => (await used.close(), { sandbox: used }));
  await expect(sandbox.listen(0, '')).rejects.toThrow(new TypeError('host must be a non-empty string; received ""'));
});

describe('CORS', () => {
  const origin = 'https://docs.example.com';
  const ask = { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-auth-token' };

  test('is off by default', async () => {
    const { url } = await listen();
    const response = await fetch(`${url}/v1/domain/status`, { method: 'OPTIONS', headers: ask });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([404, null]);
  });

  test('lets pages of any origin call the services and read the documents, and nothing else', async () => {
    const { sandbox, url } = await listen({ cors: true, strict: false });
    const allowed = await fetch(`${url}/v1/domain/status`, { method: 'OPTIONS', headers: ask });
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-headers')).toBe('x-auth-token');
    expect((await fetch(`${url}/v1/domain/status`, { method: 'OPTIONS' })).status).toBe(204);
    for (const path of ['/v1/domain/status', '/v1/nothing', '/openapi.json']) {
      const { headers } = await fetch(`${url}${path}`, { headers: { origin } });
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, '*']);
    }
    for (const path of ['/', '/_sandbox/state']) {
      for (const method of ['GET', 'OPTIONS']) {
        const { status, headers } = await fetch(`${url}${path}`, { method, headers: ask });
        expect([status, headers.get('access-control-allow-origin')]).toEqual([403, null]);
      }
    }
    expect((await sendSigned(sandbox, 'GET', '/v1/domain/status')).status).toBe(200);
  });
});

describe('the documents', () => {
  test.each([
    ['/openapi.json', 'codearts-build'],
    ['/openapi/codearts-build.json', 'codearts-build'],
    ['/openapi/servicestage.json', 'servicestage'],
    ['/openapi/iam.json', 'iam'],
  ])('%s is that of %s, with the sandbox as its server', async (path, api) => {
    const { url } = await listen();
    const { default: document } = (await import(`../../generated/${api}/openapi.json`, { with: { type: 'json' } })) as {
      default: object;
    };
    expect(await (await fetch(`${url}${path}`)).json()).toEqual({ ...document, servers: [{ url }] });
    expect((await fetch(`${url}/openapi/other.json`)).status).toBe(404);
  });
});
