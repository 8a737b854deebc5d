import { createHash, createHmac } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import fc from '../support/properties.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as web from '../../src/platform/runtime.web.js';
import * as node from '../../src/platform/runtime.node.js';
import { signRequest } from '../../src/auth/sign.js';
import { createClient } from '../../src/index.js';
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
    [{ method: undefined }, key, {}, 'method must be an HTTP method'],
    [{ url: undefined }, key, {}, 'url must be an absolute URL'],
    [{ headers: 'x-project-id: p' }, key, {}, 'headers must be an object of names and values, or a list of pairs'],
    [{ body: { a: 1 } }, key, {}, 'body must be text or a Uint8Array'],
    [{}, undefined, {}, 'ak must be a non-empty string'],
    [{}, key, { date: '2026-01-02' }, 'date must be a valid Date with a year of four digits'],
    [{}, key, { date: new Date(NaN) }, 'date must be a valid Date with a year of four digits'],
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

describe('headers', () => {
  class PrivateHeaders {
    readonly #map = new Map([['X-Project-Id', 'p']]);
    forEach(callback: (value: string, name: string) => void): void {
      this.#map.forEach((value, name) => callback(value, name));
    }
  }
  class EntriesHeaders {
    readonly #map = new Map([['X-Project-Id', 'p']]);
    entries(): Iterable<[string, string]> {
      return this.#map.entries();
    }
  }
  class IterableHeaders {
    *[Symbol.iterator](): Iterator<[string, string]> {
      yield ['x-project-id', 'p'];
    }
  }
  const forms: [string, unknown][] = [
    ['Headers', new Headers({ 'X-Project-Id': 'p' })],
    ['a Map', new Map([['X-Project-Id', 'p']])],
    ['a plain object', { 'X-Project-Id': 'p' }],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { 'x-project-id': 'p' })],
    ['an object of another realm', runInNewContext(`({ 'X-Project-Id': 'p' })`)],
    ['pairs', [['X-PROJECT-ID', 'p']]],
    ['iterable headers of a polyfill', new IterableHeaders()],
    ['headers with entries()', new EntriesHeaders()],
    ['headers with forEach()', new PrivateHeaders()],
  ];
  test.each(forms)('are signed if given as %s', async (_, headers) => {
    const request = { method: 'GET', url: 'https://h.example', headers: headers as Record<string, string> };
    const { canonicalRequest } = await signRequest(request, key, { date });
    expect(canonicalRequest).toContain('\nx-project-id:p\n');
  });

  test('of one name are joined, as fetch joins them', async () => {
    const headers: [string, string][] = [
      ['X-Project-Id', 'a'],
      ['x-project-id', 'b'],
    ];
    const { canonicalRequest } = await signRequest({ method: 'GET', url: 'https://h.example', headers }, key, { date });
    expect(canonicalRequest).toContain(`\nx-project-id:${new Headers(headers).get('x-project-id')}\n`);
  });

  test.each([
    ['text', 'x-project-id: p'],
    ['names and values in one list', ['x-project-id', 'p']],
    ['lines', ['x-project-id: p']],
    ['an object without headers', new URL('https://h.example')],
    ['a Date', date],
    ['null', null],
    ['an undefined value', { 'x-project-id': undefined }],
    ['a list of values', { 'x-project-id': ['secret-7'] }],
    ['a name with a space', { 'x project': 'secret-7' }],
    ['a line break', { 'x-project-id': 'secret-7\nx: y' }],
    ['a null character', { 'x-project-id': 'secret-7\0' }],
    ['a lone surrogate', { 'x-project-id': 'secret-7\ud800' }],
    ['a lone surrogate in a name', { '\udc00': 'secret-7' }],
  ])('given as %s throw a TypeError without showing a value', async (_, headers) => {
    const error = await signRequest({ method: 'GET', url: 'https://h.example', headers: headers as never }, key).catch(
      (reason: unknown) => reason as Error,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).not.toContain('secret-7');
  });
});

describe('keys', () => {
  const invalid = [
    'two words',
    ' key',
    'key\n',
    'key\r\n',
    '\tkey',
    'k\u200bey',
    '\ufeffkey',
    'k\u00a0ey',
    'ключ',
    'k\0ey',
    'k\u2028',
  ];
  const names = ['ak', 'sk', 'securityToken'] as const;
  const cases = names.flatMap((name) => invalid.map((value) => [name, value] as const));

  test.each(cases)('%s = %j throws without showing it', async (name, value) => {
    const request = { method: 'GET', url: 'https://h.example' };
    const message = `${name} must be printable ASCII without spaces`;
    await expect(signRequest(request, { ...key, [name]: value })).rejects.toThrow(new TypeError(message));
    const credentials = { ...key, [name]: value };
    expect(() => createClient({ endpoint: 'https://h.example', credentials })).toThrow(
      new TypeError(`invalid credentials: ${message}`),
    );
  });
});

test.each(['https://h.example/\ud800', 'https://h.example/?a=\udc00', 'https://h.example/\udc00\ud800'])(
  'the URL %j with a lone surrogate throws',
  async (url) => {
    await expect(signRequest({ method: 'GET', url }, key)).rejects.toThrow(
      new TypeError('url must be an absolute URL'),
    );
  },
);

test.each([new Date(8.64e15), new Date(-62_135_596_800_000), new Date(NaN)])('the date %s throws', async (wrong) => {
  const signed = signRequest({ method: 'GET', url: 'https://h.example' }, key, { date: wrong });
  await expect(signed).rejects.toThrow('date must be a valid Date with a year of four digits');
});

test('query parameters are sorted by code points, as their UTF-8 bytes are', async () => {
  const encode = (text: string): string =>
    Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).toUpperCase()}`).join('');
  const char = fc.constantFrom('\ud7ff', '\ue000', '\uf8ff', '\uffee', '\u{10000}', '😀', '\u{10ffff}', 'é', '构');
  const text = fc.string({ unit: char, minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 8 }), async (pairs) => {
      const query = pairs.map((pair) => pair.map(encode).join('=')).join('&');
      const { canonicalRequest } = await signRequest({ method: 'GET', url: `https://h.example/?${query}` }, key);
      const bytes = pairs.map((pair) => pair.map((part) => Buffer.from(part)));
      const sorted = bytes.sort((a, b) => Buffer.compare(a[0]!, b[0]!) || Buffer.compare(a[1]!, b[1]!));
      const expected = sorted.map((pair) => pair.map((part) => encode(part.toString())).join('=')).join('&');
      expect(canonicalRequest.split('\n')[2]).toBe(expected);
    }),
  );
});
