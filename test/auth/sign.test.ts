import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as web from '../../src/platform/runtime.web.js';
import * as node from '../../src/platform/runtime.node.js';
import { signRequest } from '../../src/auth/sign.js';
import fixtures from '../fixtures/signing-vectors.json' with { type: 'json' };

const { vectors } = fixtures;
const key = { ak: 'AccessKey', sk: 'SecretKey' };
const date = new Date('2024-01-02T03:04:05Z');

/** `20240102T030405Z` as a date. */
const parseDate = (text: string): Date =>
  new Date(text.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'));

describe('signRequest', () => {
  test.each(vectors)('computes the vector $id, step by step', async (vector) => {
    const url = new URL(vector.url);
    for (const [name, value] of Object.entries(vector.query)) {
      for (const item of [value].flat()) url.searchParams.append(name, item);
    }
    const { 'X-Security-Token': securityToken, ...headers } = vector.headers as Record<string, string>;
    const signed = await signRequest(
      { method: vector.method, url, headers, body: vector.body },
      { ak: vector.ak, sk: vector.sk, securityToken },
      { date: parseDate(vector.date), signedHeaders: vector.signed_headers },
    );
    expect(signed.canonicalRequest).toBe(vector.expected.canonical_request);
    expect(signed.stringToSign).toBe(vector.expected.string_to_sign);
    expect(signed.signature).toBe(vector.expected.signature);
    expect(signed.headers['Authorization']).toBe(vector.expected.authorization);
  });

  test('signs host, date, project, token and payload marker if they are sent, and no other header', async () => {
    const { canonicalRequest } = await signRequest(
      {
        method: 'POST',
        url: 'https://h.example:8443/v1/x',
        headers: { 'X-Project-Id': 'p', 'content-type': 'text/plain', 'user-agent': 'x' },
        body: 'hello',
      },
      { ...key, securityToken: 't' },
      { date, unsignedPayload: true },
    );
    expect(canonicalRequest.split('\n').slice(3)).toEqual([
      'host:h.example:8443',
      'x-project-id:p',
      'x-sdk-content-sha256:UNSIGNED-PAYLOAD',
      'x-sdk-date:20240102T030405Z',
      'x-security-token:t',
      '',
      'host;x-project-id;x-sdk-content-sha256;x-sdk-date;x-security-token',
      'UNSIGNED-PAYLOAD',
    ]);
  });

  test.each([
    [{ method: undefined }, key, {}, 'method must be a non-empty string'],
    [{ url: undefined }, key, {}, 'url must be an absolute URL'],
    [{ headers: 'x-project-id: p' }, key, {}, 'headers must be an object of names and values, or a list of pairs'],
    [{ body: { a: 1 } }, key, {}, 'body must be text or a Uint8Array'],
    [{}, undefined, {}, 'ak must be a non-empty string'],
    [{}, key, { date: '2026-01-02' }, 'date must be a valid Date'],
    [{}, key, { date: new Date(NaN) }, 'date must be a valid Date'],
  ])('throws for %j, %j, %j', async (part, accessKey, options, message) => {
    const request = { method: 'GET', url: 'https://h.example', ...part };
    await expect(signRequest(request as never, accessKey as never, options as never)).rejects.toThrow(
      new TypeError(message),
    );
  });

  test('throws for an empty key, a relative URL, a header that is not sent, and a body over 12 MB', async () => {
    const request = { method: 'GET', url: 'https://h.example/' };
    await expect(signRequest(request, { ak: '', sk: 's' })).rejects.toThrow(/^ak must be/);
    await expect(signRequest(request, { ak: 'a', sk: '' })).rejects.toThrow(/^sk must be/);
    await expect(signRequest({ ...request, url: '/v1/x' }, key)).rejects.toThrow('url must be an absolute URL');
    await expect(signRequest(request, key, { signedHeaders: ['x-foo', 'x-sdk-date'] })).rejects.toThrow(
      'signedHeaders must name headers of the request; received "x-foo"',
    );
    const body = new Uint8Array(12 * 1024 * 1024 + 1);
    await expect(signRequest({ ...request, body }, key)).rejects.toThrow(/at most 12 MB.*12582913 bytes/);
    await expect(signRequest({ ...request, body }, key, { unsignedPayload: true })).resolves.toBeDefined();
  });

  test('computes the same as an independent implementation for any path, query and body', async () => {
    const text = fc.string({ unit: fc.constantFrom(..." %2F#?~!'()*+=&;:@$,/äé构😀ab09.-_", '%20') });
    const segment = text.filter((value) => !['', '.', '..'].includes(value));
    await fc.assert(
      fc.asyncProperty(
        fc.array(segment, { maxLength: 4 }),
        fc.array(fc.tuple(text, text), { maxLength: 5 }),
        text,
        fc.constantFrom('', ':8080'),
        fc.constantFrom('', '/base', '/a/b'),
        async (segments, query, body, port, base) => {
          const encode = (value: string): string =>
            Array.from(Buffer.from(value), (byte) =>
              /[A-Za-z0-9._~-]/.test(String.fromCharCode(byte))
                ? String.fromCharCode(byte)
                : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
            ).join('');
          const wire = `https://h.example${port}${base}/${segments.map(encode).join('/')}?${query.map((pair) => pair.map(encode).join('=')).join('&')}`;
          const { canonicalRequest, signature } = await signRequest({ method: 'PUT', url: wire, body }, key, { date });

          const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
          const uri = `${base}/${segments.map(encode).join('/')}`;
          const expected = [
            'PUT',
            uri.endsWith('/') ? uri : `${uri}/`,
            [...query]
              .sort((x, y) => compare(x[0], y[0]) || compare(x[1], y[1]))
              .map((pair) => pair.map(encode).join('='))
              .join('&'),
            `host:h.example${port}`,
            'x-sdk-date:20240102T030405Z',
            '',
            'host;x-sdk-date',
            createHash('sha256').update(body).digest('hex'),
          ].join('\n');
          expect(canonicalRequest).toBe(expected);
          const stringToSign = `SDK-HMAC-SHA256\n20240102T030405Z\n${createHash('sha256').update(expected).digest('hex')}`;
          expect(signature).toBe(createHmac('sha256', key.sk).update(stringToSign).digest('hex'));
        },
      ),
    );
  });
});

test('Web Crypto and node:crypto compute the same digests', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.string({ minLength: 1 }), fc.string(), async (bytes, secret, text) => {
      expect(await web.sha256Hex(bytes)).toBe(await node.sha256Hex(bytes));
      expect(await web.sha256Hex(text)).toBe(await node.sha256Hex(text));
      expect(await web.hmacSha256Hex(secret, text)).toBe(await node.hmacSha256Hex(secret, text));
    }),
  );
});

test('Web Crypto computes the digests on a runtime without built-in modules', async () => {
  const expected = [await node.sha256Hex('text'), await node.hmacSha256Hex('key', 'text')];
  vi.resetModules();
  vi.stubGlobal('process', { ...process, getBuiltinModule: undefined });
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });
  const fresh = await import('../../src/platform/runtime.node.js');
  const digests = [fresh.sha256Hex('text'), fresh.hmacSha256Hex('key', 'text')] as Promise<string>[];
  for (const digest of digests) expect(digest).toBeInstanceOf(Promise);
  expect(await Promise.all(digests)).toEqual(expected);
});
