import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import type { ApiError, Authenticator, Authentication } from '../../src/index.js';
import { isCodeArtsError, NetworkError, ResponseFormatError, TimeoutError } from '../../src/index.js';
import { createTestClient, jobId } from '../support/client.js';
import {
  json,
  raw,
  reset,
  silence,
  startFaultServer,
  type Responder,
  type FaultServer,
} from '../support/fault-server.js';
import { holdTimers } from '../support/timers.js';

const running = json(200, { result: true });
const start = { body: { job_id: jobId } };

/** The error that a call ends with. */
const errorOf = async <T>(call: Promise<T>): Promise<unknown> =>
  call.then(
    () => expect.unreachable('the call succeeded'),
    (error: unknown) => error,
  );

/** Returns the URL of a port without a listener. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe('a connection that fails', () => {
  test('refused: is retried, a POST too, since nothing was sent', async () => {
    const { build, clock } = createTestClient(await closedPort(), { maxRetries: 2 });
    for (const call of [() => build.showJobStatus({ job_id: jobId }), () => build.executeJob(start)]) {
      const error = await errorOf<unknown>(call());
      expect(error).toBeInstanceOf(NetworkError);
      expect(error).toMatchObject({ code: 'NETWORK_ERROR', mayHaveRun: false, attempts: 3 });
    }
    expect(clock.pauses).toEqual([200, 400, 200, 400]);
  });

  test.each([
    [
      'Node, where every address of a name refuses',
      Object.assign(
        new AggregateError([{ code: 'ECONNREFUSED' }].map((facts) => Object.assign(new Error('refused'), facts))),
        { code: undefined },
      ),
    ],
    ['Deno', new TypeError('error sending request: client error (Connect): tcp connect error: refused')],
    ['Bun', Object.assign(new Error('Unable to connect'), { code: 'ConnectionRefused' })],
  ])('refused, as %s reports it', async (_, cause) => {
    const refuse = (): Promise<never> => Promise.reject(new TypeError('fetch failed', { cause }));
    const { build } = createTestClient('http://127.0.0.1:1', { fetch: refuse, maxRetries: 1 });
    expect(await errorOf(build.executeJob(start))).toMatchObject({
      name: 'NetworkError',
      mayHaveRun: false,
      attempts: 2,
    });
  });

  test('with a rejection that is not an error: is a NetworkError', async () => {
    const { build } = createTestClient('http://127.0.0.1:1', { fetch: () => Promise.reject('gone'), maxRetries: 0 });
    const error = await errorOf(build.executeJob(start));
    expect(error).toMatchObject({ mayHaveRun: true, message: 'POST /v1/job/execute failed: the connection failed' });
  });

  test('reset before headers: a GET is retried', async () => {
    const server = await startFaultServer(reset, reset, running);
    const { build } = createTestClient(server.url);
    const { data, attempts } = await build.showJobStatus({ job_id: jobId }).withResponse();
    expect({ data, attempts }).toEqual({ data: { result: true }, attempts: 3 });
  });

  test('reset before headers: a POST that may have run is not retried', async () => {
    const server = await startFaultServer(reset, running);
    const { build } = createTestClient(server.url);
    expect(await errorOf(build.executeJob(start))).toMatchObject({
      name: 'NetworkError',
      mayHaveRun: true,
      attempts: 1,
    });
    expect(server.arrivals).toHaveLength(1);
  });

  test('reset before headers: an idempotent POST is retried', async () => {
    const server = await startFaultServer(reset, json(200, { result: true, status: 'success' }));
    const { build } = createTestClient(server.url);
    await build.stopJob({ body: { job_id: jobId, build_no: '3' } });
    expect(server.arrivals).toHaveLength(2);
  });

  test('reset in the body: a GET is retried', async () => {
    const half: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"result":', () => response.socket?.resetAndDestroy());
    };
    const server = await startFaultServer(half, running);
    const { build } = createTestClient(server.url);
    expect(await build.showJobStatus({ job_id: jobId })).toEqual({ result: true });
  });

  test('a Content-Length that is larger than the body is a NetworkError', async () => {
    const liar: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"result":true}', () => response.socket?.end());
    };
    const server = await startFaultServer(liar);
    const { build } = createTestClient(server.url, { maxRetries: 1 });
    expect(await errorOf(build.showJobStatus({ job_id: jobId }))).toMatchObject({ name: 'NetworkError', attempts: 2 });
  });

  test('malformed gzip is a NetworkError', async () => {
    const server = await startFaultServer(
      raw(200, 'this is not gzip', { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
    );
    const { build } = createTestClient(server.url, { maxRetries: 0 });
    expect(await errorOf(build.showJobStatus({ job_id: jobId }))).toMatchObject({ name: 'NetworkError', attempts: 1 });
  });

  test('no response: each attempt ends after timeoutMs', async () => {
    holdTimers();
    const server = await startFaultServer(silence);
    const { build } = createTestClient(server.url, { timeoutMs: 250, maxRetries: 1 });
    const error = errorOf(build.showJobStatus({ job_id: jobId }));
    for (const attempt of [1, 2]) {
      await server.arrived(attempt);
      vi.advanceTimersByTime(250);
    }
    expect(await error).toBeInstanceOf(TimeoutError);
    expect(await error).toMatchObject({ option: 'timeoutMs', limitMs: 250 });
    expect(server.arrivals).toHaveLength(2);
  });

  test('one byte at a time: timeoutMs covers the body too', async () => {
    const trickle: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(timer));
    };
    const server = await startFaultServer(trickle);
    const { build } = createTestClient(server.url, { timeoutMs: 60, maxRetries: 0 });
    expect(await errorOf(build.showJobStatus({ job_id: jobId }))).toBeInstanceOf(TimeoutError);
  });

  test('deadlineMs covers all attempts', async () => {
    const server = await startFaultServer(silence);
    const { build } = createTestClient(server.url, { timeoutMs: 5_000 });
    const error = await errorOf(build.showJobStatus({ job_id: jobId }, { deadlineMs: 40 }));
    expect(error).toMatchObject({ name: 'TimeoutError', option: 'deadlineMs', limitMs: 40 });
  });

  test('a delay beyond the deadline does not start', async () => {
    const server = await startFaultServer(json(503, {}, { 'retry-after': '10' }));
    const { build, clock } = createTestClient(server.url, { deadlineMs: 9_000 });
    expect(await errorOf(build.showJobStatus({ job_id: jobId }))).toMatchObject({ status: 503, retryAfterMs: 10_000 });
    expect(clock.pauses).toEqual([]);
  });
});

describe('an unusable response', () => {
  test('half a JSON document is a ResponseFormatError', async () => {
    const server = await startFaultServer(raw(200, '{"result": tr', { 'content-type': 'application/json' }));
    const { build } = createTestClient(server.url);
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(error).toBeInstanceOf(ResponseFormatError);
    expect(error).toMatchObject({ status: 200, snippet: '{"result": tr' });
  });

  test('HTML with status 200 is a ResponseFormatError that does not print the page', async () => {
    const server = await startFaultServer(raw(200, '<html>Sign in</html>', { 'content-type': 'text/html' }));
    const { build } = createTestClient(server.url);
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(error).toMatchObject({ name: 'ResponseFormatError', contentType: 'text/html' });
    expect(inspect(error) + JSON.stringify(error)).not.toContain('Sign in');
  });

  test.each([204, 205])('%i is an empty success', async (status) => {
    const server = await startFaultServer(raw(status, ''));
    const { build } = createTestClient(server.url);
    expect(await build.showListHistory({ job_id: jobId, interval: 30, offset: 0, limit: 10 })).toBeUndefined();
    // The response of this operation has a result.
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(error).toMatchObject({ name: 'ResponseFormatError', status });
  });

  test('304 is an error, since no request was conditional', async () => {
    const server = await startFaultServer(raw(304, ''));
    const { build } = createTestClient(server.url);
    expect(await errorOf(build.showJobStatus({ job_id: jobId }))).toMatchObject({
      name: 'ApiError',
      status: 304,
      code: 'HTTP_304',
    });
  });

  test('200 with an error in the body is an ApiError', async () => {
    const bodies = [
      { error_code: 'CB.00060101', error_msg: 'no' },
      { error: { code: 'CB.00060101', reason: 'no' }, status: 'error' },
      { success: false, err_code: 'CB.00060101', message: 'no' },
      '{"error":{"code":"CB.00060101","reason":"no"},"status":"error"}',
    ];
    const server = await startFaultServer(...bodies.map((body) => json(200, body)));
    const { build } = createTestClient(server.url);
    for (const _ of bodies) {
      const error = await errorOf(build.showJobStatus({ job_id: jobId }));
      expect(error).toMatchObject({
        name: 'ApiError',
        status: 200,
        code: 'CB.00060101',
        errorMessage: 'no',
        requestId: 'req-1',
      });
    }
  });

  test('an error body is read up to 1 MiB', async () => {
    let written = 0;
    const endless: Responder = (response) => {
      response.writeHead(400, { 'content-type': 'text/plain' });
      const more = (): void => {
        written += 65_536;
        if (!response.destroyed) response.write(Buffer.alloc(65_536, 'x'), more);
      };
      more();
    };
    const server = await startFaultServer(endless);
    const { build } = createTestClient(server.url);
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(error).toMatchObject({ status: 400 });
    expect((error as ApiError).body).toHaveLength(1024 * 1024);
    expect(written).toBeLessThan(16 * 1024 * 1024);
  });

  test('a redirect is not followed, so that no credentials are sent to another host', async () => {
    const elsewhere = await startFaultServer(running);
    const server = await startFaultServer(raw(302, '', { location: `${elsewhere.url}/v3/jobs` }));
    const { build } = createTestClient(server.url);
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(error).toMatchObject({ name: 'ApiError', status: 302 });
    expect((error as ApiError).hint).toContain(new URL(elsewhere.url).host);
    expect(elsewhere.arrivals).toHaveLength(0);
  });
});

describe('retries', () => {
  test('every attempt is signed again', async () => {
    const server = await startFaultServer(json(503, {}), json(503, {}), running);
    const { build, clock } = createTestClient(server.url);
    await build.showJobStatus({ job_id: jobId });
    const dates = server.arrivals.map(({ headers }) => headers['x-sdk-date']);
    expect(dates).toHaveLength(3);
    expect(clock.pauses).toEqual([200, 400]);
    const slow = await startFaultServer(json(429, {}, { 'retry-after': '3' }), running);
    await createTestClient(slow.url).build.showJobStatus({ job_id: jobId });
    expect(slow.arrivals.map(({ headers }) => headers['x-sdk-date'])).toEqual(['20260102T030405Z', '20260102T030408Z']);
    expect(slow.arrivals[0]?.headers.authorization).not.toBe(slow.arrivals[1]?.headers.authorization);
  });

  test.each([
    ['0', 1_000],
    ['3', 3_000],
    ['Fri, 02 Jan 2026 03:04:12 GMT', 7_000],
    ['Fri, 02 Jan 2026 03:00:00 GMT', 1_000],
    ['soon', 1_000],
    ['-5', 1_000],
  ])('429 with Retry-After %s: a POST is retried after %i ms', async (value, pause) => {
    const server = await startFaultServer(
      json(429, { error_code: 'APIGW.0308' }, { 'retry-after': value }),
      json(200, { result: {} }),
    );
    const { build, clock } = createTestClient(server.url);
    await build.executeJob(start);
    expect(server.arrivals).toHaveLength(2);
    expect(clock.pauses).toEqual([pause]);
  });

  test('429 with a Retry-After of more than a minute fails immediately', async () => {
    const server = await startFaultServer(json(429, { error_code: 'APIGW.0308' }, { 'retry-after': '1000000000' }));
    const { build, clock } = createTestClient(server.url);
    expect(await errorOf(build.executeJob(start))).toMatchObject({ status: 429, retryAfterMs: 1e12, attempts: 1 });
    expect(clock.pauses).toEqual([]);
  });

  test('503 twice, then success', async () => {
    const server = await startFaultServer(json(503, {}), json(503, {}), running);
    const { build } = createTestClient(server.url);
    const { attempts } = await build.showJobStatus({ job_id: jobId }).withResponse();
    expect(attempts).toBe(3);
  });

  test.each([408, 500, 502, 503, 504])('%i after a POST that may have run is not retried', async (status) => {
    const server = await startFaultServer(json(status, { error_code: 'CB.00060100' }), running);
    const { build } = createTestClient(server.url);
    expect(await errorOf(build.executeJob(start))).toMatchObject({ status, attempts: 1 });
  });

  test('500 is retried only if its code asks for it', async () => {
    const busy = await startFaultServer(json(500, { error_code: 'CB.00060100' }), running);
    expect(await createTestClient(busy.url).build.showJobStatus({ job_id: jobId })).toEqual({ result: true });
    const broken = await startFaultServer(json(500, { error_code: 'CB.00060101' }));
    expect(await errorOf(createTestClient(broken.url).build.showJobStatus({ job_id: jobId }))).toMatchObject({
      attempts: 1,
    });
  });

  test('maxRetries 0 sends once', async () => {
    const server = await startFaultServer(json(503, {}));
    const { build } = createTestClient(server.url);
    expect(await errorOf(build.showJobStatus({ job_id: jobId }, { maxRetries: 0 }))).toMatchObject({ attempts: 1 });
  });

  test('a 429 delays the other calls of the client', async () => {
    const server = await startFaultServer(json(429, {}, { 'retry-after': '7' }), running);
    const { build, clock } = createTestClient(server.url, { maxRetries: 0 });
    await errorOf(build.showJobStatus({ job_id: jobId }));
    await build.showJobStatus({ job_id: jobId });
    expect(clock.pauses).toEqual([7_000]);
  });

  test('a 429 that asks for an hour fails immediately, and delays the next call by a minute', async () => {
    const server = await startFaultServer(json(429, {}, { 'retry-after': '3600' }), running);
    const { build, clock } = createTestClient(server.url);
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(error).toMatchObject({ status: 429, attempts: 1, retryAfterMs: 3_600_000 });
    expect(clock.pauses).toEqual([]);
    await build.showJobStatus({ job_id: jobId });
    expect(clock.pauses).toEqual([60_000]);
  });

  test('no failure is retried when the retry budget is used up', async () => {
    const server = await startFaultServer(json(503, {}));
    const { build } = createTestClient(server.url, { maxRetries: 10 });
    for (let calls = 0; calls < 12; calls += 1) await errorOf(build.showJobStatus({ job_id: jobId }));
    // 500 tokens are enough for 100 retries.
    expect(server.arrivals).toHaveLength(112);
  });

  test('each success returns a fifth of a retry to the budget', async () => {
    const failures = Array.from({ length: 111 }, () => json(503, {}));
    const successes = Array.from({ length: 5 }, () => running);
    const server = await startFaultServer(...failures, ...successes, json(503, {}));
    const { build } = createTestClient(server.url, { maxRetries: 10 });
    for (let calls = 0; calls < 11; calls += 1) await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(server.arrivals).toHaveLength(111);
    for (let calls = 0; calls < 5; calls += 1) await build.showJobStatus({ job_id: jobId });
    expect(await errorOf(build.showJobStatus({ job_id: jobId }))).toMatchObject({ status: 503, attempts: 2 });
  });

  test('the body is complete in every attempt', async () => {
    const server = await startFaultServer(json(429, {}), json(200, { result: {} }));
    const { build } = createTestClient(server.url);
    await build.executeJob({ body: { job_id: jobId, parameter: [{ name: 'codeBranch', value: 'maß' }] } });
    const bodies = server.arrivals.map(({ body }) => JSON.parse(body) as unknown);
    expect(bodies).toEqual([bodies[0], bodies[0]]);
    expect(bodies[0]).toEqual({ job_id: jobId, parameter: [{ name: 'codeBranch', value: 'maß' }] });
  });
});

describe('a 401', () => {
  const at = (ms: number): string => new Date(ms).toUTCString();
  const now = Date.parse('2026-01-02T03:04:05Z');
  const refuse = (headers: Record<string, string>): Responder =>
    json(401, { error_code: 'APIGW.0303', error_msg: 'time' }, headers);
  const hourAhead = refuse({ date: at(now + 3_600_000) });
  /** When each request was signed, as the requests say. */
  const datesOf = ({ arrivals }: FaultServer): unknown[] => arrivals.map(({ headers }) => headers['x-sdk-date']);

  test('for a clock that is an hour behind is retried once, with the time of Date', async () => {
    const server = await startFaultServer(hourAhead, running, running);
    const { build } = createTestClient(server.url);
    await build.executeJob(start);
    await build.executeJob(start);
    expect(datesOf(server)).toEqual(['20260102T030405Z', '20260102T040405Z', '20260102T040405Z']);
  });

  test('for a wrong clock counts neither as a retry nor against the budget', async () => {
    const failures = Array.from({ length: 111 }, () => json(503, {}));
    const skewed = refuse({ date: at(now + 3_600_000_000) });
    const server = await startFaultServer(...failures, skewed, running, skewed, json(503, {}), running);
    const { build } = createTestClient(server.url, { maxRetries: 10 });
    for (let calls = 0; calls < 11; calls += 1) await errorOf(build.showJobStatus({ job_id: jobId }));
    await build.showJobStatus({ job_id: jobId });
    expect(server.arrivals).toHaveLength(113);
    const other = createTestClient(server.url, { maxRetries: 1 });
    await other.build.showJobStatus({ job_id: jobId });
    expect(server.arrivals).toHaveLength(116);
  });

  test('for a clock that changed again is corrected by the current difference', async () => {
    const threeHoursAhead = refuse({ date: at(now + 10_800_000) });
    const server = await startFaultServer(hourAhead, running, threeHoursAhead, running);
    const { build } = createTestClient(server.url);
    await build.executeJob(start);
    await build.executeJob(start);
    expect(datesOf(server)).toEqual(['20260102T030405Z', '20260102T040405Z', '20260102T040405Z', '20260102T060405Z']);
  });

  test('for a clock that stays wrong has a hint', async () => {
    const server = await startFaultServer(refuse({ date: at(now + 3_660_000) }), refuse({ date: at(now + 7_320_000) }));
    const { build } = createTestClient(server.url);
    const error = await errorOf(build.executeJob(start));
    expect(error).toMatchObject({
      status: 401,
      attempts: 2,
      hint: 'the clock of this machine is 61 min behind the server',
    });
  });

  test('without a Date, or from a cache, does not change the clock', async () => {
    for (const headers of [{}, { date: at(now + 3_600_000), age: '10' }]) {
      const responder: Responder = (response) => {
        response.sendDate = false;
        response.writeHead(401, { 'content-type': 'application/json', ...headers });
        response.end('{"error_code":"APIGW.0303"}');
      };
      const server = await startFaultServer(responder);
      const { build } = createTestClient(server.url);
      expect(await errorOf(build.executeJob(start))).toMatchObject({ status: 401, attempts: 1 });
    }
  });

  test('of two concurrent calls corrects both', async () => {
    const responder: Responder = (response, arrival) => {
      const skewed = arrival.headers['x-sdk-date'] === '20260102T030405Z';
      (skewed ? refuse({ date: at(now + 3_600_000) }) : running)(response, arrival);
    };
    const server = await startFaultServer(responder);
    const { build } = createTestClient(server.url);
    await Promise.all([build.showJobStatus({ job_id: jobId }), build.showJobStatus({ job_id: jobId })]);
    expect(server.arrivals).toHaveLength(4);
  });

  test('for a wrong signature is not retried, and has a hint with the line that differs', async () => {
    const printed =
      'Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:GET|/v3/other/||host:x|x-sdk-date:y||host;x-sdk-date|e3b0';
    const server = await startFaultServer(
      json(401, { error_code: 'APIGW.0301', error_msg: printed }, { date: at(now) }),
    );
    const { build } = createTestClient(server.url);
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(error).toMatchObject({ attempts: 1, code: 'APIGW.0301' });
    expect((error as ApiError).hint).toBe(
      `the path was signed as "/v3/jobs/${jobId}/status/" and arrived as "/v3/other/"`,
    );
  });

  test('with the canonical request that was sent has a hint about the secret key', async () => {
    const responder: Responder = (response, { headers, url }) => {
      const canonical = `GET|${url}/||host:${headers.host ?? ''}|x-sdk-date:20260102T030405Z||host;x-sdk-date|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`;
      json(
        401,
        { error_code: 'APIGW.0301', error_msg: `x, canonicalRequest:${canonical}` },
        { date: at(now) },
      )(response, {} as never);
    };
    const server = await startFaultServer(responder);
    const error = await errorOf(createTestClient(server.url).build.showJobStatus({ job_id: jobId }));
    expect((error as ApiError).hint).toContain('the secret key (SK) does not match');
  });
});

describe('an abort', () => {
  const reason = new Error('enough');

  test('before sending: nothing is sent', async () => {
    const server = await startFaultServer(running);
    const { build } = createTestClient(server.url);
    await expect(build.showJobStatus({ job_id: jobId }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.arrivals).toHaveLength(0);
  });

  test('in the headers, and in the body: rejects with the reason, and the connection is closed', async () => {
    const begun: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
    };
    for (const responder of [silence, begun]) {
      const server = await startFaultServer(responder);
      const { build } = createTestClient(server.url);
      const controller = new AbortController();
      const call = build.showJobStatus({ job_id: jobId }, { signal: controller.signal });
      const rejected = expect(call).rejects.toBe(reason);
      await server.arrived(1);
      if (responder === begun) await new Promise((resolve) => setTimeout(resolve, 20));
      // Held against a timer in the same loop, so that a busy machine delays both.
      const late = new Promise((resolve) => setTimeout(resolve, 20, 'late'));
      controller.abort(reason);
      expect(await Promise.race([rejected.then(() => 'in time'), late])).toBe('in time');
      await expect.poll(() => server.arrivals[0]?.closed).toBe(true);
      expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    }
  });

  test('during the delay before the next attempt', async () => {
    const server = await startFaultServer(json(503, {}));
    const controller = new AbortController();
    const { build } = createTestClient(server.url, {
      onEvent: (event) => {
        if (event.type === 'retry') controller.abort(reason);
      },
    });
    await expect(build.showJobStatus({ job_id: jobId }, { signal: controller.signal })).rejects.toBe(reason);
    expect(server.arrivals).toHaveLength(1);
  });

  test('200 calls on one signal leave no listener on it', async () => {
    const server = await startFaultServer(running);
    const { build } = createTestClient(server.url);
    const { signal } = new AbortController();
    for (let calls = 0; calls < 100; calls += 1) {
      await build.showJobStatus({ job_id: jobId }, { signal });
      await build.http.GET('/v3/jobs/{job_id}/status', { params: { path: { job_id: jobId } }, signal });
    }
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('nor do calls with a deadline, whether they succeed, fail or stream a body', async () => {
    const server = await startFaultServer(running, json(404, {}), raw(200, 'log', { 'content-type': 'text/plain' }));
    const { build } = createTestClient(server.url, { deadlineMs: 60_000 });
    const { signal } = new AbortController();
    await build.showJobStatus({ job_id: jobId }, { signal });
    await errorOf(build.showJobStatus({ job_id: jobId }, { signal }));
    const log = await build.downloadBuildFullLog({ record_id: jobId }, { signal });
    expect(getEventListeners(signal, 'abort')).not.toHaveLength(0);
    expect(await log.text()).toBe('log');
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('between the headers and a streamed body rejects with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const response = new Response(new ReadableStream(), { headers: { 'content-type': 'text/plain' } });
    Object.defineProperty(response, 'ok', {
      get() {
        controller.abort(reason);
        return true;
      },
    });
    const { build } = createTestClient('http://127.0.0.1:1', { fetch: () => Promise.resolve(response) });
    const { signal } = controller;
    expect(await errorOf(build.downloadBuildFullLog({ record_id: jobId }, { signal }))).toBe(reason);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('a response as another runtime delivers it', () => {
  test('a redirect that a browser hides is an ApiError with a hint', async () => {
    const { build } = createTestClient('http://127.0.0.1:1', { fetch: () => Promise.resolve(Response.error()) });
    const error = await errorOf(build.executeJob(start));
    expect(error).toMatchObject({
      name: 'ApiError',
      attempts: 1,
      hint: expect.stringContaining('redirects') as string,
    });
  });

  test('a status without a body is a success without data, even with an empty body', async () => {
    const empty = Object.defineProperty(new Response(''), 'status', { value: 204 });
    const { build } = createTestClient('http://127.0.0.1:1', { fetch: () => Promise.resolve(empty) });
    const { data, response } = await build
      .showListHistory({ job_id: jobId, interval: 30, offset: 0, limit: 10 })
      .withResponse();
    expect(data).toBeUndefined();
    expect(response.status).toBe(204);
  });
});

describe('secrets', () => {
  test('appear in no error, event or output', async () => {
    const secrets = ['SecretKeyOfTheTests', 'TemporaryTokenOfTheTests'];
    const echo: Responder = (response, { headers }) => {
      const canonical = Object.entries(headers)
        .map(([name, value]) => `${name}:${String(value)}`)
        .join('|');
      json(401, {
        error_code: 'APIGW.0301',
        error_msg: `fail, canonicalRequest:GET|/||${canonical}||host|00`,
        sk: secrets[0],
        nested: [headers],
      })(response, {} as never);
    };
    const server = await startFaultServer(echo);
    const events: unknown[] = [];
    const { build } = createTestClient(server.url, {
      credentials: { ak: 'AccessKey', sk: secrets[0]!, securityToken: secrets[1] },
      onEvent: (event) => events.push(event),
    });
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    const { body, hint } = error as ApiError;
    const signature = /Signature=([0-9a-f]+)/.exec(server.arrivals[0]?.headers.authorization ?? '')?.[1];
    const printed = [
      inspect(error, { depth: 9 }),
      JSON.stringify(error),
      String(error),
      hint,
      JSON.stringify(body),
      inspect(events),
      String((error as Error).stack),
    ].join('\n');
    for (const secret of [...secrets, signature!]) expect(printed).not.toContain(secret);
  });

  test('are redacted from errors in successful responses too', async () => {
    const echo =
      (status: number, type: string, text: (proof: string) => string): Responder =>
      (response, { headers }) =>
        raw(status, text(headers.authorization ?? ''), { 'content-type': type })(response, {} as never);
    const said = (proof: string): string => JSON.stringify({ error_code: 'X', error_msg: `no good: ${proof}` });
    const server = await startFaultServer(
      echo(200, 'application/json', said),
      echo(200, 'text/html', (proof) => `<html>${proof}`),
    );
    const { build } = createTestClient(server.url);
    const errors = [await errorOf(build.executeJob(start)), await errorOf<unknown>(build.executeJob(start))] as const;
    expect(errors).toMatchObject([
      { name: 'ApiError', errorMessage: expect.stringContaining('no good') as string },
      { name: 'ResponseFormatError', snippet: expect.stringContaining('<html>') as string },
    ]);
    for (const [index, { headers }] of server.arrivals.entries()) {
      const signature = /Signature=([0-9a-f]+)/.exec(headers.authorization ?? '')![1]!;
      const { message, errorMessage, snippet } = errors[index] as ApiError & ResponseFormatError;
      expect([message, errorMessage, snippet].join()).not.toContain(signature);
    }
  });

  test('isCodeArtsError recognizes errors of other copies of the package', async () => {
    const { build } = createTestClient(await closedPort(), { maxRetries: 0 });
    const error = await errorOf(build.showJobStatus({ job_id: jobId }));
    expect(isCodeArtsError(error)).toBe(true);
    expect(isCodeArtsError(Object.assign(new Error('x'), { [Symbol.for('codearts-build.error')]: true }))).toBe(true);
    expect(isCodeArtsError(new Error('x'))).toBe(false);
    expect(isCodeArtsError(null)).toBe(false);
  });
});

test('a rejected key is replaced once, and the next one is used for the retries after it', async () => {
  const expired = json(401, { error_code: 'APIGW.0301' }, { date: 'Fri, 02 Jan 2026 03:04:05 GMT' });
  const server = await startFaultServer(expired, json(503, {}), running);
  let fetched = 0;
  const { build } = createTestClient(server.url, {
    credentials: () => {
      fetched += 1;
      return Promise.resolve({ ak: `AccessKey${String(fetched)}`, sk: 'SecretKeyOfTheTests' });
    },
  });
  await build.showJobStatus({ job_id: jobId });
  const keys = server.arrivals.map(({ headers }) => /Access=(\w+)/.exec(headers.authorization ?? '')?.[1]);
  expect(keys).toEqual(['AccessKey1', 'AccessKey2', 'AccessKey2']);
});

test('a custom authenticator is called once to renew a rejected authentication', async () => {
  const expired = json(401, {}, { date: 'Fri, 02 Jan 2026 03:04:05 GMT' });
  const server = await startFaultServer(expired, json(503, {}), running);
  const sent: Authentication[] = [];
  const rejected: Authentication[] = [];
  const credentials: Authenticator = {
    start: () => ({
      scheme: 'token',
      authenticate() {
        sent.push({ headers: { 'X-Auth-Token': `token-${String(sent.length)}` }, secrets: [] });
        return Promise.resolve(sent.at(-1)!);
      },
      renew(authentication) {
        rejected.push(authentication);
        return Promise.resolve(true);
      },
    }),
  };
  const { build } = createTestClient(server.url, { credentials });
  await build.showJobStatus({ job_id: jobId });
  expect(rejected).toEqual([sent[0]]);
  expect(server.arrivals.map(({ headers }) => headers['x-auth-token'])).toEqual(['token-0', 'token-1', 'token-2']);
});

test('a rejected key is not used for a retry if its provider has no other', async () => {
  const server = await startFaultServer(
    json(401, { error_code: 'APIGW.0301' }, { date: 'Fri, 02 Jan 2026 03:04:05 GMT' }),
  );
  let fetched = 0;
  const { build } = createTestClient(server.url, {
    credentials: () => {
      fetched += 1;
      return Promise.resolve({ ak: 'AccessKey', sk: 'SecretKeyOfTheTests' });
    },
  });
  expect(await errorOf(build.showJobStatus({ job_id: jobId }))).toMatchObject({ status: 401, attempts: 1 });
  expect(fetched).toBe(2);
  expect(server.arrivals).toHaveLength(1);
});
