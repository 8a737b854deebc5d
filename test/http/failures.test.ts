import { readFileSync } from 'node:fs';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';
import fc from '../support/properties.js';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  AmbiguousStartError,
  ApiError,
  isCodeArtsError,
  type Download,
  NetworkError,
  ResponseFormatError,
} from '../../src/index.js';
import { describeCause, isConnectError, isPermanentConnectError } from '../../src/http/connect-error.js';
import { mayHaveRun, retryReason } from '../../src/http/retry.js';
import { createTestClient, jobId } from '../support/client.js';
import { holdTimers } from '../support/timers.js';

const tls = {
  key: readFileSync(new URL('../fixtures/tls/key.pem', import.meta.url)),
  cert: readFileSync(new URL('../fixtures/tls/cert.pem', import.meta.url)),
};

interface RawServer {
  port: number;
  connections: () => number;
}

/** Listens on loopback and closes everything when the test ends. */
async function listen(server: Server): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

/** Handles raw connections: `onRequest` is called when the head of a request has arrived. */
const rawServer = (onRequest: (socket: Socket) => void): Promise<RawServer> =>
  listen(
    createTcpServer((socket) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
        if (text.includes('\r\n\r\n')) {
          text = '';
          onRequest(socket);
        }
      });
    }),
  );

const errorOf = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => expect.unreachable('the call succeeded'),
    (error: unknown) => error,
  );

const start = { body: { job_id: jobId } };

describe('a connection that is never established', () => {
  const cases: Record<string, { url: () => Promise<string>; permanent?: true; reason: RegExp }> = {
    'port refused': {
      url: async () => `http://127.0.0.1:${await closedPort()}`,
      reason: /ECONNREFUSED/,
    },
    'every address refused': {
      url: async () => `http://localhost:${await closedPort()}`,
      reason: /ECONNREFUSED/,
    },
    'name not found': { url: () => Promise.resolve('http://name.invalid'), reason: /ENOTFOUND|EAI_AGAIN/ },
    'forbidden port': { url: () => Promise.resolve('http://127.0.0.1:1'), permanent: true, reason: /bad port/ },
    'certificate not trusted': {
      url: async () => `https://localhost:${(await listen(createTlsServer(tls))).port}`,
      permanent: true,
      reason: /SELF_SIGNED/,
    },
    'no TLS on the other side': {
      url: async () =>
        `https://127.0.0.1:${(await listen(createTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))).port}`,
      permanent: true,
      reason: /SSL/,
    },
    'handshake cut': {
      url: async () =>
        `https://127.0.0.1:${(await listen(createTcpServer((socket) => socket.once('data', () => socket.destroy())))).port}`,
      reason: /TLS|ECONNRESET/,
    },
    'handshake reset': {
      url: async () =>
        `https://127.0.0.1:${(await listen(createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())))).port}`,
      reason: /TLS|ECONNRESET/,
    },
  };

  test.each(Object.entries(cases))('%s: a POST has not run', async (_, { url, permanent, reason }) => {
    const { build } = createTestClient(await url(), { maxRetries: 2 });
    const error = await errorOf(build.executeJob(start));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ mayHaveRun: false, attempts: permanent ? 1 : 3 });
    expect((error as NetworkError).message).toMatch(reason);
  });

  test.each(Object.entries(cases))('%s: no build was started', async (_, { url }) => {
    const { build } = createTestClient(await url(), { maxRetries: 0 });
    for (const apiVersion of ['v1', 'v3'] as const) {
      const error = await errorOf(build.startBuild({ jobId }, { apiVersion }));
      expect(error).toBeInstanceOf(NetworkError);
    }
  });

  /** As runtimes report it: an error of fetch with causes. */
  const causes: [string, unknown][] = [
    ['Node, refused', wrap({ code: 'ECONNREFUSED', syscall: 'connect' })],
    ['Node, connect timed out', wrap({ code: 'ETIMEDOUT', syscall: 'connect' })],
    ['Node, both families refused', wrap(new AggregateError([coded('ECONNREFUSED'), coded('EHOSTUNREACH')]))],
    ['Node, no network', wrap({ code: 'ENETDOWN', syscall: 'connect' })],
    ['undici, connect timeout', wrap({ code: 'UND_ERR_CONNECT_TIMEOUT' })],
    [
      'undici, proxy refuses the tunnel',
      wrap({ code: 'UND_ERR_ABORTED', message: 'Proxy response (403) !== 200 when HTTP Tunneling' }),
    ],
    ['Node, expired certificate', wrap({ code: 'CERT_HAS_EXPIRED' })],
    ['Node, certificate of another host', wrap({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })],
    [
      'Node, handshake cut',
      wrap({
        code: 'ECONNRESET',
        message: 'Client network socket disconnected before secure TLS connection was established',
      }),
    ],
    [
      'Deno',
      new TypeError(
        'error sending request for url (https://build.example.com/): client error (Connect): tcp connect error: Connection refused (os error 111)',
      ),
    ],
    [
      'Deno, certificate',
      new TypeError('error sending request: client error (Connect): invalid peer certificate: UnknownIssuer'),
    ],
    [
      'Deno, name',
      new TypeError('error sending request: client error (Connect): dns error: failed to lookup address information'),
    ],
    ['Bun, refused', coded('ConnectionRefused')],
    ['Bun, socket', coded('FailedToOpenSocket')],
    ['Bun, certificate', coded('DEPTH_ZERO_SELF_SIGNED_CERT')],
  ];
  test.each(causes)('%s is recognized', (_, error) => expect(isConnectError(error)).toBe(true));

  test.each([
    ['reset', wrap({ code: 'ECONNRESET', syscall: 'read' })],
    ['broken pipe', wrap({ code: 'EPIPE', syscall: 'write' })],
    ['read timed out', wrap({ code: 'ETIMEDOUT', syscall: 'read' })],
    ['other side closed', wrap({ code: 'UND_ERR_SOCKET', message: 'other side closed' })],
    ['headers timeout', wrap({ code: 'UND_ERR_HEADERS_TIMEOUT' })],
    ['one of two addresses failed later', wrap(new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')]))],
    [
      'Deno, connection closed',
      new TypeError('error sending request: client error (SendRequest): connection closed before message completed'),
    ],
    ['a message that contains the word of a code', wrap({ message: 'the state of the connection is uncertain' })],
    ['a plain error', new Error('boom')],
    ['no error at all', 'boom'],
  ])('%s may have been sent', (_, error) => expect(isConnectError(error)).toBe(false));

  test.each(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])('%s says that timeoutMs cannot extend it', (code) => {
    expect(describeCause(wrap({ code, message: 'Timeout Error' }))).toMatch(
      /^Timeout Error \(UND_ERR_.*\); this timeout is that of the dispatcher of fetch \(300 s by default\)/,
    );
  });

  test('a certificate is permanent, a refused connection is not', () => {
    expect(isPermanentConnectError(wrap({ code: 'CERT_HAS_EXPIRED' }))).toBe(true);
    expect(isPermanentConnectError(wrap({ code: 'ECONNREFUSED', syscall: 'connect' }))).toBe(false);
  });
});

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function wrap(cause: object): TypeError {
  return new TypeError('fetch failed', {
    cause: cause instanceof Error ? cause : Object.assign(new Error((cause as { message?: string }).message), cause),
  });
}

async function closedPort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** Called when fetch has returned the head of a response: an earlier reset could overtake it. */
let onHead = (): void => {};
const fetchHead: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  onHead();
  onHead = () => {};
  return response;
};

const timeoutMs = 5_000;

/** Lets the timeout pass as soon as the client waits for the body. */
const expire = (): void => void setImmediate(() => vi.advanceTimersByTime(timeoutMs));

/** Endings of a body after the head of its response. */
const endings: Record<string, (socket: Socket, head: string) => void> = {
  'reset after the head': (socket, head) => {
    socket.write(`${head}Content-Length: 100\r\n\r\n`);
    onHead = () => socket.resetAndDestroy();
  },
  'cut in the middle': (socket, head) =>
    socket.end(`${head}Content-Length: 100\r\n\r\n{"error_code":"CB.1","error_msg":"partial"`),
  'cut in a chunk': (socket, head) => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n40\r\n{"error_code":`),
  'false gzip': (socket, head) => socket.end(`${head}Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope`),
  'gzip that breaks off': (socket, head) => {
    const bytes = gzipSync('{"error_code":"CB.1"}'.repeat(100)).subarray(0, 20);
    socket.write(`${head}Content-Encoding: gzip\r\nContent-Length: ${bytes.length}\r\n\r\n`);
    socket.end(bytes);
  },
  'endless, byte by byte': (socket, head) => {
    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`);
    const timer = setInterval(() => socket.write('1\r\n \r\n'), 5);
    socket.on('close', () => clearInterval(timer));
    onHead = expire;
  },
  'silent after the head': (socket, head) => {
    socket.write(`${head}Content-Length: 100\r\n\r\n`);
    onHead = expire;
  },
};

describe.each(Object.entries(endings))('a response whose body is %s', (_, end) => {
  beforeEach(holdTimers);

  const serve = (...statuses: number[]): Promise<RawServer> => {
    let count = 0;
    return rawServer((socket) => {
      const status = statuses[Math.min(count, statuses.length - 1)]!;
      count += 1;
      end(
        socket,
        `HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\nX-Request-Id: req-7\r\nConnection: close\r\n`,
      );
    });
  };
  test.each([
    [400, false],
    [403, false],
    [404, false],
    [409, false],
    [500, true],
    [501, true],
  ])('%i keeps its status: ApiError', async (status, mayRun) => {
    const { port } = await serve(status);
    const { build } = createTestClient(`http://127.0.0.1:${port}`, { timeoutMs, fetch: fetchHead });
    const error = await errorOf(build.executeJob(start));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status, mayHaveRun: mayRun, attempts: 1, requestId: 'req-7' });
  });

  test('429 is retried, also for a POST', async () => {
    const { port } = await serve(429);
    const { build } = createTestClient(`http://127.0.0.1:${port}`, { timeoutMs, fetch: fetchHead, deadlineMs: 60_000 });
    const error = await errorOf(build.executeJob(start));
    expect(error).toMatchObject({ name: 'ApiError', status: 429, mayHaveRun: false });
    expect((error as ApiError).attempts).toBeGreaterThan(1);
  });

  test('401 renews the credentials', async () => {
    const { port } = await serve(401);
    let keys = 0;
    const { build } = createTestClient(`http://127.0.0.1:${port}`, {
      timeoutMs,
      fetch: fetchHead,
      credentials: () => Promise.resolve({ ak: `Key${(keys += 1)}`, sk: 'SecretKeyOfTheTests' }),
    });
    expect(await errorOf(build.executeJob(start))).toMatchObject({ status: 401, attempts: 2 });
    expect(keys).toBe(2);
  });

  test('503 is retried for a GET, not for a POST', async () => {
    const { port } = await serve(503);
    const { build } = createTestClient(`http://127.0.0.1:${port}`, { timeoutMs, fetch: fetchHead, maxRetries: 1 });
    expect(await errorOf(build.showJobStatus({ job_id: jobId }))).toMatchObject({ status: 503, attempts: 2 });
    expect(await errorOf(build.executeJob(start))).toMatchObject({ status: 503, attempts: 1, mayHaveRun: true });
  });

  test('200 may have run: no response is made up', async () => {
    const { port } = await serve(200);
    const { build } = createTestClient(`http://127.0.0.1:${port}`, { timeoutMs, fetch: fetchHead, maxRetries: 0 });
    const error = await errorOf(build.executeJob(start));
    expect(error).toMatchObject({ mayHaveRun: true });
    expect(error).not.toBeInstanceOf(ApiError);
    expect(await errorOf(build.startBuild({ jobId }))).toBeInstanceOf(AmbiguousStartError);
  });

  test('an abort of the caller rejects with its reason, whatever the status', async () => {
    for (const status of [200, 500]) {
      const { port } = await serve(status);
      const controller = new AbortController();
      const { build } = createTestClient(`http://127.0.0.1:${port}`, {
        maxRetries: 0,
        fetch: async (input, init) => {
          const response = await fetch(input, init);
          setImmediate(() => controller.abort('enough'));
          onHead();
          return response;
        },
      });
      const error = await errorOf(build.showJobStatus({ job_id: jobId }, { signal: controller.signal }));
      if (error !== 'enough') expect(isCodeArtsError(error)).toBe(true); // the body had ended before
    }
  });
});

describe('the decision whether a request may have run', () => {
  test.each([
    [{ sent: false, status: undefined }, false],
    [{ sent: true, status: undefined }, true],
    [{ sent: true, status: 200 }, true],
    [{ sent: true, status: 302 }, false],
    [{ sent: true, status: 400 }, false],
    [{ sent: true, status: 401 }, false],
    [{ sent: true, status: 408 }, true],
    [{ sent: true, status: 409 }, false],
    [{ sent: true, status: 429 }, false],
    [{ sent: true, status: 500 }, true],
    [{ sent: true, status: 504 }, true],
    [{ sent: true, status: 999 }, true],
  ])('%j: %s', (failure, expected) => expect(mayHaveRun(failure)).toBe(expected));

  test('a request that is not idempotent is never retried if it may have run', () => {
    fc.assert(
      fc.property(
        fc.record({
          sent: fc.boolean(),
          status: fc.option(fc.integer({ min: 100, max: 999 }), { nil: undefined }),
          timedOut: fc.boolean(),
          permanent: fc.boolean(),
          code: fc.option(fc.constantFrom('CB.00060100', 'DEVCB.00060211', 'DEV.CB.00060100', 'CB.1'), {
            nil: undefined,
          }),
        }),
        (failure) => {
          if (retryReason(failure, false) !== undefined) expect(mayHaveRun(failure)).toBe(false);
        },
      ),
    );
  });

  test.each(['CB.00060100', 'CB.00060211', 'DEVCB.00060100', 'DEVCB.00060211', 'DEV.CB.00060100', 'DEV.CB.00060211'])(
    '%s asks to try again, at 400 and 500 alike',
    (code) => {
      const failure = { sent: true, timedOut: false, permanent: false, code };
      for (const status of [400, 500]) {
        expect(retryReason({ ...failure, status }, true)).toBe('server');
        expect(retryReason({ ...failure, status }, false)).toBeUndefined();
      }
      expect(retryReason({ ...failure, status: 404 }, true)).toBeUndefined();
    },
  );
});

describe('a response is used as it came', () => {
  const respond = (head: string, body: string | Uint8Array): Promise<RawServer> =>
    rawServer((socket) => {
      const bytes = Buffer.from(body);
      socket.write(Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\nContent-Length: ${bytes.length}\r\n\r\n`), bytes]));
    });
  const clientOf = async (head: string, body: string | Uint8Array, maxRetries = 0) =>
    createTestClient(`http://127.0.0.1:${(await respond(head, body)).port}`, { maxRetries }).build;

  test.each(['200 成功', '200 ÅÄÖ', '200', '201 \t tab'])('with the status line %j', async (line) => {
    const build = await clientOf(`${line}\r\nContent-Type: application/json`, '{"result":true}');
    const { data, response } = await build.showJobStatus({ job_id: jobId }).withResponse();
    expect(data).toEqual({ result: true });
    expect(response.ok).toBe(true);
    expect(await response.json()).toEqual({ result: true });
  });

  test.each([600, 999])('with the status %i', async (status) => {
    const build = await clientOf(`${status} Odd\r\nContent-Type: application/json`, '{"error_code":"X.1"}');
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(error).toMatchObject({ name: 'ApiError', status, code: 'X.1' });
    expect((error as ApiError).response.status).toBe(status);
    expect(await (error as ApiError).response.json()).toEqual({ error_code: 'X.1' });
  });

  const gbk = Buffer.from([0xb4, 0xed, 0xce, 0xf3]); // 错误
  test.each([
    ['text/html; charset=GBK', gbk, '错误'],
    ['text/html;charset="gb18030"', gbk, '错误'],
    ['text/plain; charset=utf-16le', Buffer.from('错误', 'utf16le'), '错误'],
    ['text/plain; charset=iso-8859-1', Buffer.from('é', 'latin1'), 'é'],
    ['text/plain; charset=unknown-9', Buffer.from('错误'), '错误'],
    ['text/plain', Buffer.from('\uFEFF错误'), '错误'],
    ['application/json; charset=gbk', Buffer.concat([Buffer.from('{"error_msg":"'), gbk, Buffer.from('"}')]), '错误'],
  ])('an error page of the type %s is readable', async (type, bytes, text) => {
    const build = await clientOf(`404 X\r\nContent-Type: ${type}`, bytes);
    expect(((await errorOf(build.showJobStatus({ job_id: jobId }))) as ApiError).message).toContain(text);
  });

  test('a byte order mark before JSON is ignored', async () => {
    const build = await clientOf('200 OK\r\nContent-Type: application/json', '\uFEFF{"result":true}');
    expect(await build.showJobStatus({ job_id: jobId })).toEqual({ result: true });
  });

  test('a download keeps every byte, also if its type is JSON', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(200_000).fill(0x20))),
        fc.constantFrom('application/json', 'application/json; charset=gbk', 'text/plain', 'application/octet-stream'),
        async (bytes, type) => {
          const { build } = createTestClient('http://127.0.0.1:9', {
            fetch: () => Promise.resolve(new Response(bytes as BodyInit, { headers: { 'content-type': type } })),
          });
          const download = await build.downloadBuildFullLog({ record_id: jobId }).catch((error: unknown) => error);
          // Small JSON may be no JSON, or report an error: it is never changed.
          if (isCodeArtsError(download)) expect(type).toMatch(/json/);
          else expect(Buffer.compare(await (download as Download).bytes(), bytes)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    [{ error_code: 0 }, false],
    [{ error_code: '0', error_msg: '' }, false],
    [{ error_code: '', result: 1 }, false],
    [{ error_code: null }, false],
    [{ error_code: 'CB.1' }, true],
    [{ error_code: 12 }, true],
    [{ success: false, message: 'no' }, true],
    [{ success: false, err_code: '' }, false],
    [{ success: true, message: 'fine' }, false],
    [{ status: 'error', error: { code: 'X' } }, true],
    [{ error: { code: 'X', reason: 'no' } }, true],
    [{ error: { code: 'X' }, result: null, status: 'success' }, true],
    [{ error: { code: 'X' }, result: {} }, false],
    [{ error: { code: '' }, result: null }, false],
    [{ error: { code: 0 } }, false],
    [{ error: { reason: 'no code' } }, false],
    [{ status: 'FAILED', error: null, result: null }, true],
    [{ status: 'success', error: null }, false],
  ])('%j with status 200 is an error: %s', async (body, isError) => {
    const build = await clientOf('200 OK\r\nContent-Type: application/json', JSON.stringify(body));
    const outcome = await build.showJobStatus({ job_id: jobId }).catch((error: unknown) => error);
    expect(outcome instanceof ApiError).toBe(isError);
    if (isError) expect(outcome).toMatchObject({ status: 200, mayHaveRun: false });
  });
});

describe('limits', () => {
  test('a body larger than maxResponseBytes is a ResponseFormatError, compressed or not', async () => {
    const zeros = gzipSync(Buffer.alloc(2_000_000, 0x20));
    for (const [headers, body] of [
      ['Content-Encoding: gzip\r\n', zeros],
      ['', Buffer.alloc(1_000_001, 0x20)],
    ] as const) {
      const server = await rawServer((socket) => {
        socket.write(
          `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${headers}Content-Length: ${body.length}\r\n\r\n`,
        );
        socket.write(body);
      });
      const { build } = createTestClient(`http://127.0.0.1:${server.port}`, { maxResponseBytes: 1_000_000 });
      const error = await errorOf(build.showJobStatus({ job_id: jobId }));
      expect(error).toBeInstanceOf(ResponseFormatError);
      expect((error as Error).message).toContain('more than 1000000 bytes (maxResponseBytes)');
      expect(error).toMatchObject({ mayHaveRun: true, attempts: 1 });
    }
  });

  test('a body of exactly maxResponseBytes is accepted', async () => {
    const body = `{"result":true}${' '.repeat(985)}`;
    const { build } = createTestClient('http://127.0.0.1:9', {
      maxResponseBytes: 1_000,
      fetch: () => Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } })),
    });
    expect(await build.showJobStatus({ job_id: jobId })).toEqual({ result: true });
  });

  test.each(['Fri, 31 Dec 9999 23:59:59 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT', '+275760-09-13T00:00:00Z', 'soon'])(
    'a 401 with the Date %s breaks neither this call nor a later one',
    async (date) => {
      let requests = 0;
      const server = await rawServer((socket) => {
        requests += 1;
        const rejected = requests === 1;
        const body = rejected ? '{"error_code":"APIGW.0301"}' : '{"result":true}';
        socket.write(
          `HTTP/1.1 ${rejected ? 401 : 200} X\r\nDate: ${date}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        );
      });
      const { build } = createTestClient(`http://127.0.0.1:${server.port}`);
      expect(await errorOf(build.showJobStatus({ job_id: jobId }))).toMatchObject({ status: 401, attempts: 1 });
      expect(await build.showJobStatus({ job_id: jobId })).toEqual({ result: true });
    },
  );

  test('a server with a wrong clock affects no other call of the client', async () => {
    const dates: string[] = [];
    let rejecting = true;
    const { build, clock } = createTestClient('http://127.0.0.1:9', {
      fetch: (_, init) => {
        dates.push(new Headers(init?.headers).get('x-sdk-date')!);
        const hourAhead = new Date(clock.now() + 3_600_000).toUTCString();
        return Promise.resolve(
          rejecting
            ? Response.json({ error_code: 'APIGW.0303' }, { status: 401, headers: { date: hourAhead } })
            : Response.json({ result: true }),
        );
      },
    });
    await errorOf(build.showJobStatus({ job_id: jobId }));
    rejecting = false;
    await build.showJobStatus({ job_id: jobId });
    expect(dates[2]).toBe(dates[0]);
  });

  test('no sleep is longer than requested if the clock is set back after a 429', async () => {
    let requests = 0;
    const { build, clock } = createTestClient('http://127.0.0.1:9', {
      fetch: () => {
        requests += 1;
        return Promise.resolve(
          requests === 1
            ? new Response('{}', { status: 429, headers: { 'retry-after': '3' } })
            : Response.json({ result: true }),
        );
      },
    });
    await build.showJobStatus({ job_id: jobId });
    clock.advance(-3_600_000);
    await build.showJobStatus({ job_id: jobId });
    expect(Math.max(...clock.pauses)).toBeLessThanOrEqual(3_000);
  });

  test('504 lists at 64 in parallel all succeed under a rate limit', async () => {
    let window = { start: 0, count: 0 };
    const { build, clock } = createTestClient('http://127.0.0.1:9', {
      random: Math.random,
      fetch: () => {
        const now = clock.now();
        if (now - window.start >= 60_000) window = { start: now, count: 0 };
        window.count += 1;
        if (window.count > 60) return Promise.resolve(new Response('{}', { status: 429 }));
        return Promise.resolve(Response.json({ result: { job_list: [], total: 0 } }));
      },
    });
    let left = 504;
    const work = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await build.paginate('listProjectJobs', { project_id: jobId }).toArray();
      }
    };
    await Promise.all(Array.from({ length: 64 }, work));
    expect(left).toBe(0);
  });
});

describe('signals', () => {
  test('a signal of another realm or of a polyfill works', async () => {
    const listeners = new Set<() => void>();
    const signal = {
      aborted: false,
      reason: undefined as unknown,
      addEventListener: (_: string, listener: () => void) => void listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => void listeners.delete(listener),
    };
    const server = await rawServer(() => {
      signal.aborted = true;
      signal.reason = 'enough';
      for (const listener of listeners) listener();
    });
    const { build } = createTestClient(`http://127.0.0.1:${server.port}`);
    expect(await errorOf(build.showJobStatus({ job_id: jobId }, { signal: signal as unknown as AbortSignal }))).toBe(
      'enough',
    );
    expect(listeners.size).toBe(0);
  });

  test('a listener of events that rejects or throws changes nothing', async () => {
    const { build } = createTestClient('http://127.0.0.1:9', {
      fetch: () => Promise.resolve(Response.json({ result: true })),
      onEvent: (async () => Promise.reject(new Error('listener'))) as unknown as () => void,
    });
    expect(await build.showJobStatus({ job_id: jobId })).toEqual({ result: true });
  });
});
