import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { credentialsFromMetadata, type CredentialProvider } from '../../src/index.js';
import { createTestClient } from '../support/client.js';
import {
  sk,
  securityToken,
  now,
  running,
  call,
  provide,
  errorOf,
  messageOf,
  temporaryKey,
  accessKeyOf,
  createDeadFetch,
} from '../support/credentials.js';
import { json, raw, reset, silence, startFaultServer, type Responder } from '../support/fault-server.js';
import { createTestClock } from '../support/test-clock.js';
import { holdTimers } from '../support/timers.js';

describe('credentialsFromMetadata', () => {
  const grantToken = raw(200, 'metadata-token\n');
  const grantKey = json(200, temporaryKey());
  const from = (endpoint: string, timeoutMs?: number): CredentialProvider =>
    credentialsFromMetadata({ endpoint, timeoutMs });

  test('fetches a token, and with it the key of the agency of the server', async () => {
    const server = await startFaultServer(grantToken, grantKey);
    expect(await provide(from(`${server.url}/`))).toEqual({
      ak: 'TemporaryKey',
      sk,
      securityToken,
      expiresAt: new Date(now + 3_600_000),
    });
    const [first, second] = server.arrivals;
    expect(first).toMatchObject({ method: 'PUT', url: '/meta-data/latest/api/token' });
    expect(first?.headers['x-metadata-token-ttl-seconds']).toBe('21600');
    expect(second).toMatchObject({ method: 'GET', url: '/openstack/latest/securitykey' });
    expect(second?.headers['x-metadata-token']).toBe('metadata-token');
  });

  test('sends requests to the link-local address of the metadata service', async () => {
    const { fetch, urls } = createDeadFetch();
    await errorOf(provide(credentialsFromMetadata(), { fetch }));
    expect(new Set(urls)).toEqual(new Set(['http://169.254.169.254/meta-data/latest/api/token']));
  });

  test.each([404, 405, 503])(
    'sends no token to a server that responds to the token request with %i',
    async (status) => {
      const server = await startFaultServer(raw(status, ''), grantKey);
      expect(await provide(from(server.url))).toMatchObject({ ak: 'TemporaryKey' });
      expect(server.arrivals[1]?.headers['x-metadata-token']).toBeUndefined();
    },
  );

  test('uses a token for three hours', async () => {
    const server = await startFaultServer(grantToken, grantKey, grantKey, grantToken, grantKey);
    const clock = createTestClock();
    const provider = from(server.url);
    for (const pause of [0, 3 * 3_600_000 - 1, 1]) {
      clock.advance(pause);
      await provide(provider, { clock });
    }
    expect(server.arrivals.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET', 'PUT', 'GET']);
  });

  test('renews a rejected token once', async () => {
    const server = await startFaultServer(grantToken, raw(401, 'expired'), grantToken, grantKey);
    expect(await provide(from(server.url))).toMatchObject({ ak: 'TemporaryKey' });
    const rejecting = await startFaultServer(
      grantToken,
      raw(401, 'expired'),
      grantToken,
      raw(401, 'expired'),
      grantKey,
    );
    expect(await messageOf(provide(from(rejecting.url)))).toBe(
      'the metadata service issued no key: GET /openstack/latest/securitykey failed: 401 expired',
    );
    expect(rejecting.arrivals).toHaveLength(4);
  });

  test('reports a server without an agency immediately', async () => {
    const server = await startFaultServer(
      grantToken,
      raw(401, '{"message":"Please configure Cloud Service Agency first"}'),
    );
    expect(await messageOf(provide(from(server.url)))).toBe('this server has no agency');
    expect(server.arrivals).toHaveLength(2);
  });

  test.each([
    [[raw(500, 'broken')], 'the metadata service issued no token: PUT /meta-data/latest/api/token failed: 500 broken'],
    [[raw(200, '')], 'the metadata service issued no token: 200'],
    [
      [raw(302, '', { location: 'http://169.254.169.254/elsewhere' })],
      'the metadata service issued no token: PUT /meta-data/latest/api/token failed: 302 (redirects are not followed, so that no credentials are sent to 169.254.169.254)',
    ],
    [
      [grantToken, raw(404, 'nothing')],
      'the metadata service issued no key: GET /openstack/latest/securitykey failed: 404 nothing',
    ],
    [[grantToken, raw(200, '<html>')], 'the metadata service returned no credential.expires_at'],
    [[grantToken, json(200, null)], 'the metadata service returned no credential.expires_at'],
    [
      [grantToken, json(200, { credential: { expires_at: 'soon', secret: sk } })],
      'the metadata service returned a credential.expires_at that is not a date',
    ],
    [
      [grantToken, json(200, { credential: { expires_at: '2026-01-03', access: 'A', secret: sk, securitytoken: '' } })],
      'the metadata service returned no credential.securitytoken',
    ],
  ])('rejects with a CredentialsError after an unusable response: %#', async (responders, message) => {
    const server = await startFaultServer(...responders);
    expect(await messageOf(provide(from(server.url)))).toBe(message);
  });

  test('is not configured if no server can be reached', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise((resolve) => server.close(resolve));
    expect(await messageOf(provide(from(url)))).toMatch(
      new RegExp(`^cannot reach ${url}: PUT /meta-data/latest/api/token failed: .*ECONNREFUSED`),
    );
  });

  test('has one timeout for all requests, which also ends a body that breaks off', async () => {
    const half: Responder = (response) => {
      response.writeHead(200);
      response.write('{"credential":');
    };
    for (const responders of [[silence], [grantToken, silence], [grantToken, half]]) {
      const server = await startFaultServer(...responders);
      expect(await messageOf(provide(from(server.url, 60)))).toBe(`no response from ${server.url} within 60 ms`);
      await expect.poll(() => server.arrivals.every(({ closed }) => closed)).toBe(true);
    }
  });

  test('has a timeout of three seconds by default', async () => {
    holdTimers();
    const error = errorOf(provide(credentialsFromMetadata(), { fetch: () => new Promise(() => {}) }));
    await vi.advanceTimersByTimeAsync(2_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect((await error).message).toBe('no response from http://169.254.169.254 within 3000 ms');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('rejects with the reason of an abort', async () => {
    const server = await startFaultServer(silence);
    const controller = new AbortController();
    const rejected = errorOf(provide(from(server.url), { signal: controller.signal }));
    await server.arrived(1);
    controller.abort('enough');
    expect(await rejected).toBe('enough');
    await expect.poll(() => server.arrivals[0]?.closed).toBe(true);
  });

  test('provides a client with keys, which it refreshes in time', async () => {
    const metadata = await startFaultServer(
      grantToken,
      json(200, temporaryKey('Key1', 3_600_000)),
      json(200, temporaryKey('Key2', 7_200_000)),
    );
    const server = await startFaultServer(running);
    const { build, clock } = createTestClient(server.url, { credentials: from(metadata.url) });
    await Promise.all(Array.from({ length: 10 }, () => build.showRunningStatus(call)));
    clock.advance(3_600_000);
    await build.showRunningStatus(call);
    expect(new Set(server.arrivals.map(accessKeyOf))).toEqual(new Set(['Key1', 'Key2']));
    expect(metadata.arrivals).toHaveLength(3);
    expect(server.arrivals[0]?.headers['x-security-token']).toBe(securityToken);
  });

  test.each(['http://metadata.example.com', 'http://10.0.0.1', 'ftp://169.254.169.254', 'metadata'])(
    'rejects the endpoint %s, to which a key would be sent unencrypted',
    (endpoint) => {
      expect(() => credentialsFromMetadata({ endpoint })).toThrow(TypeError);
    },
  );

  test.each(['https://metadata.example.com', 'http://169.254.170.2', 'http://[::1]:80'])(
    'accepts the endpoint %s',
    (endpoint) => {
      expect(() => credentialsFromMetadata({ endpoint })).not.toThrow();
    },
  );

  describe.each([
    ['a reset connection', reset],
    ['500', raw(500, 'broken')],
    ['502', raw(502, '')],
    ['503', raw(503, '')],
    ['429', raw(429, '')],
    ['429 with Retry-After', raw(429, '', { 'retry-after': '1' })],
  ])('after %s', (_, failure) => {
    test.each([
      ['the token', [failure, grantToken, grantKey]],
      ['the key', [grantToken, failure, grantKey]],
      ['both', [failure, grantToken, failure, grantKey]],
    ])('retries the request for %s', async (_request, responders) => {
      const server = await startFaultServer(...responders);
      expect(await provide(from(server.url), { random: () => 0.5 })).toMatchObject({ ak: 'TemporaryKey' });
      expect(server.arrivals).toHaveLength(responders.length);
    });
  });

  test.each([
    [reset, 3],
    [raw(500, ''), 3],
    [raw(502, ''), 3],
    [raw(400, ''), 1],
  ])('sends a failing request a limited number of times: %#', async (failure, count) => {
    const server = await startFaultServer(failure);
    await messageOf(provide(from(server.url)));
    expect(server.arrivals).toHaveLength(count);
  });

  test.each(['60', '3'])('does not wait for a Retry-After of %s s beyond its timeout', async (seconds) => {
    const server = await startFaultServer(grantToken, json(429, {}, { 'retry-after': seconds }));
    const clock = createTestClock();
    expect(await messageOf(provide(from(server.url), { clock }))).toBe(
      'the metadata service issued no key: GET /openstack/latest/securitykey failed: 429 [request req-1]',
    );
    expect(clock.pauses).toEqual([]);
  });

  test('rejects a response of more than 1 MiB', async () => {
    const server = await startFaultServer(grantToken, raw(200, ' '.repeat(1024 * 1024 + 1)));
    expect(await messageOf(provide(from(server.url)))).toMatch(/^the metadata service issued no key: .*1048576 bytes/);
  });

  test.each([
    'http://user:Passw0rd@169.254.169.254',
    'https:\\\\user:Passw0rd@h',
    'https://user:Passw0rd@',
    'user:Passw0rd@host',
    'https://user%3APassw0rd%40host',
    'https://metadata.example.com/?token=Passw0rd',
    'https://metadata.example.com/#Passw0rd',
  ])('rejects the endpoint %j without showing it', (endpoint) => {
    expect(() => credentialsFromMetadata({ endpoint })).toThrow(/^endpoint must be (?!.*Passw0rd)/);
  });

  test('does not show a key that the service quotes', async () => {
    const message = `no: ${sk} ${securityToken} metadata-token-1`;
    const server = await startFaultServer(grantToken, json(403, { error_code: 'APIGW.1', error_msg: message }));
    expect(await messageOf(provide(from(server.url)))).toBe(
      'the metadata service issued no key: GET /openstack/latest/securitykey failed: 403 APIGW.1 no: *** *** ***-1 [request req-1]',
    );
  });
});
