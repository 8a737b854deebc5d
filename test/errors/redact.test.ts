import { inspect } from 'node:util';
import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { collectSecrets, createRedactor, isSecretName, secretsOf } from '../../src/errors/redact.js';

const named = createRedactor(() => []);
const of = (...secrets: string[]) => createRedactor(() => secrets);

describe('a text', () => {
  test.each([
    ['X-Auth-Token: abc', 'X-Auth-Token: ***'],
    ['x-security-token:abc|x-sdk-date:1', 'x-security-token:***|x-sdk-date:1'],
    ['"X-Subject-Token": "a b\\"c", "x": 1', '"X-Subject-Token": "***", "x": 1'],
    ["{'password': 'a b'}", "{'password': '***'}"],
    ['Authorization: Digest username="u", response="r"\nnext: 1', 'Authorization: ***\nnext: 1'],
    ['Cookie: a=1; b=2|x', 'Cookie: ***|x'],
    ['token: Bearer abc.def rest', 'token: *** rest'],
    ['Signature=0123abcd', 'Signature=***'],
    ['GET /x?access_token=abc&mode=fast', 'GET /x?access_token=***&mode=fast'],
    ['https://h/send?key=abc&x=1', 'https://h/send?key=***&x=1'],
    ['https://h/send?x=1&sig=abc', 'https://h/send?x=1&sig=***'],
    ["https://h/x?Signature=ab'cd&a=1", 'https://h/x?Signature=***&a=1'],
    ["https://h/x?token='a'b&a=1", "https://h/x?token='***&a=1"],
    ["'https://h/x?token=abc', 'a=1'", "'https://h/x?token=***', 'a=1'"],
    ["curl -H 'X-Auth-Token: abc' https://h", "curl -H 'X-Auth-Token: ***' https://h"],
    ["https://user:a'b@host/path", 'https://***@host/path'],
    ["'https://host', 'a@b'", "'https://host', 'a@b'"],
    ['key=value', 'key=value'],
    ['https://user:pw@host/path', 'https://***@host/path'],
    ['https:\\\\user:pw@host', 'https:\\\\***@host'],
    ['"https:\\/\\/user:p@w@host\\/x"', '"https:\\/\\/***@host\\/x"'],
    ['https://host/@scope/name', 'https://host/@scope/name'],
    ['{"password":{"a":["}",1]},"mode":1', '{"password":{"a":["}",1]},"mode":1'.replace(/\{"a.*\]\}/, '***')],
    ['half: {"sk":["a","b', 'half: {"sk":***'],
    ['"{\\"passcode\\":\\"12\\\\\\"34\\",\\"x\\":1', '"{\\"passcode\\":\\"***\\",\\"x\\":1'],
    ['{"pin_secret":1234,"mode":2', '{"pin_secret":***,"mode":2'],
    ['cannot read token.json: not found', 'cannot read token.json: not found'],
    ['the token expired', 'the token expired'],
    ['tests passed: 12, failed: 3', 'tests passed: 12, failed: 3'],
  ])('%j becomes %j', (text, clean) => expect(named.text(text)).toBe(clean));

  test('what is too short to be a secret is not redacted', () =>
    expect(of('abc', 'secret-one').text('the key abc is not secret-one')).toBe('the key abc is not ***'));

  test('the longer one of two secrets goes first, whatever their order', () => {
    for (const secrets of [
      ['abcd', 'abcdefgh'],
      ['abcdefgh', 'abcd'],
    ])
      expect(of(...secrets).text('abcdefgh')).toBe('***');
  });

  const write: [string, (secret: string) => string][] = [
    ['plain', (secret) => secret],
    ['JSON', (secret) => JSON.stringify(secret)],
    ['JSON inside JSON', (secret) => JSON.stringify(JSON.stringify(secret))],
    ['JSON with escaped slashes', (secret) => JSON.stringify(secret).replaceAll('/', '\\/')],
    ['a URL', (secret) => encodeURIComponent(secret)],
    ['a URL in lower case', (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())],
    ['a form', (secret) => new URLSearchParams([['x', secret]]).toString()],
  ];
  test.each(write)('contains no given secret, written as %s', (_, form) =>
    fc.assert(
      fc.property(fc.string({ minLength: 4, unit: 'grapheme' }), fc.string(), fc.string(), (secret, before, after) => {
        const clean = of(secret).text(`${before} ${form(secret)} ${after}`);
        const bare = `${before} *** ${after}`;
        fc.pre(!bare.includes(secret) && !'***'.includes(secret));
        expect(clean).not.toContain(secret);
        expect(clean).toContain('***');
      }),
    ),
  );
});

describe('a URL in a text', () => {
  const around = ['', ' ', "'", '"', "', '", '|', '\n', ',', ')', '>'];
  const write: [string, (secret: string) => string][] = [
    ['user', (secret) => `https://${secret}@h/x`],
    ['password', (secret) => `https://user:${secret}@h/x`],
    ['parameter', (secret) => `https://h/x?a=1&Signature=${secret}&b=2`],
    ['last parameter', (secret) => `https://h/x?sign=${secret}`],
  ];
  test.each(write)('shows no secret in its %s, whatever the characters of the secret', (_, form) =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom(...around),
        fc.constantFrom(...around),
        (odd, before, after) => {
          const secret = encodeURIComponent(`Hush-${odd}-Hush`);
          const clean = named.text(`${before}${form(secret)}${after}`);
          expect(clean).not.toContain('Hush');
          expect(clean).toContain('***');
        },
      ),
      { numRuns: 500 },
    ),
  );
});

describe('a body', () => {
  const secret = 'hunter2-hunter2';
  test.each<[string, unknown, unknown]>([
    ['an object below a secret name', { token: { id: secret, list: [secret] }, x: 1 }, { token: '***', x: 1 }],
    ['an array', { password: [secret, 1] }, { password: '***' }],
    ['a number', { passcode: 123456 }, { passcode: '***' }],
    ['null, true and an empty text stay', { sk: null, secret: true, ak: '' }, { sk: null, secret: true, ak: '' }],
    ['a described name', { webhook_url: secret, param_config: secret }, { webhook_url: '***', param_config: '***' }],
    [
      'a pair',
      {
        p: [
          { name: 'dbPassword', value: secret },
          { name: 'branch', value: 'main' },
        ],
      },
      {
        p: [
          { name: 'dbPassword', value: '***' },
          { name: 'branch', value: 'main' },
        ],
      },
    ],
    ['JSON inside a text', { detail: JSON.stringify({ a: { sk: secret } }) }, { detail: '{"a":{"sk":"***"}}' }],
    [
      'JSON inside JSON inside a text',
      { d: JSON.stringify(JSON.stringify({ sk: secret })) },
      { d: JSON.stringify('{"sk":"***"}') },
    ],
    ['a name that is there twice', { d: `{"sk":"${secret}","sk":null}` }, { d: '{"sk":null}' }],
    ['a name with an escape', { d: `{"\\u0070assword":"${secret}"}` }, { d: '{"password":"***"}' }],
    ['ordinary names stay', { id: 'x', name: 'y', value: 'z' }, { id: 'x', name: 'y', value: 'z' }],
  ])('%s', (_, body, clean) => expect(named.value(body)).toEqual(clean));

  test('given secrets are replaced in texts, names and numbers', () =>
    expect(of(secret, '123456').value({ [`x${secret}`]: [`a ${secret}`], code: 123456 })).toEqual({
      'x***': ['a ***'],
      code: '***',
    }));

  test('nested 100,000 levels deep ends at 64', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + '"hush"' + ']'.repeat(100_000));
    expect(JSON.stringify(named.value(deep))).toBe('['.repeat(65) + '"***"' + ']'.repeat(65));
    expect(collectSecrets({ token: deep })).toEqual(['hush']);
  });
});

test('the secrets of a request come from its URL, headers and body', () => {
  const request = {
    url: 'https://me:p%40ss@h/x?token=query-secret&x=1',
    headers: new Headers({ 'content-type': 'application/json', authorization: 'Bearer bearer-secret', 'x-other': 'o' }),
    body: new TextEncoder().encode(JSON.stringify({ auth: { identity: { token: { id: 'id-secret' } } }, id: 'no' })),
  };
  const secrets = secretsOf(request);
  expect(secrets).toEqual(expect.arrayContaining(['p@ss', 'query-secret', 'bearer-secret', 'id-secret']));
  expect(secrets).not.toContain('no');
});

test.each([
  'X-Auth-Token',
  'Set-Cookie',
  'adminPass',
  'db_pwd',
  'AccessKeyId',
  'apiKey',
  'private-key',
  'sk',
  'webhook_url',
])('%s is a secret name', (name) => expect(isSecretName(name)).toBe(true));
test.each(['id', 'name', 'url', 'passed', 'pass_rate', 'keystore_id', 'author', 'task', 'use_private_slave'])(
  '%s is not',
  (name) => expect(isSecretName(name)).toBe(false),
);
test('a name with two meanings is a secret inside the field that the description names', () => {
  expect([
    isSecretName('id', 'token'),
    isSecretName('id', 'user'),
    isSecretName('parameters', 'authorization'),
  ]).toEqual([true, false, true]);
});

describe('an error', () => {
  const secret = 'hunter2-hunter2';
  const show = (error: unknown): string => inspect(error, { depth: 20, showHidden: true });

  test('without secrets stays the same object', () => {
    const error = new TypeError('fetch failed', {
      cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    });
    expect(of(secret).error(error)).toBe(error);
  });

  test.each<[string, unknown]>([
    ['in its message', new TypeError(`sending request for url (https://h/x?x=${secret})`)],
    ['by the name of a parameter', new TypeError('sending request for url (https://h/x?token=hunter2-hunter2)')],
    ['in a cause of a cause', new Error('a', { cause: new Error('b', { cause: new Error(secret) }) })],
    ['in one of several errors', new AggregateError([new Error('a'), new Error(secret)], 'all failed')],
    ['in a property', Object.assign(new Error('x'), { url: `https://u:${secret}@h/` })],
    ['in the options of a request', Object.assign(new Error('x'), { config: { headers: { Authorization: secret } } })],
    ['in a DOMException', new DOMException(`bad ${secret}`, 'SyntaxError')],
    ['in a text that was thrown', `the key ${secret}`],
    ['in an object that was thrown', { token: secret }],
  ])('contains no secret %s', (_, error) => {
    const clean = of(secret).error(error);
    expect(show(clean)).not.toContain(secret);
    if (error instanceof Error) {
      expect(clean).toBeInstanceOf(Error);
      expect((clean as Error).name).toBe(error.name);
    }
  });

  test('that is its own cause ends', () => {
    const error: Error = new Error(secret);
    error.cause = error;
    expect(show(of(secret).error(error))).not.toContain(secret);
  });
});

// A million characters take a part of a second; in proportion to the square of their number, they would take minutes.
describe('takes time in proportion to the length', () => {
  const units = [
    '"key"',
    '"token',
    'token ',
    'token:',
    'token"',
    '"sk":"',
    '\\"sk\\":\\"',
    '{"sk":[',
    '://',
    '://a@',
    'x?key=',
    '\\',
    'sk\\\\',
    'token=&',
    'authorization: ',
    'a'.repeat(50),
    'token',
    '[',
    '"',
    "'sk':{'",
    'hunt',
    'hunter2',
    '-',
    'x-auth-token',
    ' ',
  ];
  test.each(units)('of a text of %j', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const redactor = of('hunter2x', 'hunthunthun!');
    expect(redactor.json(text)).toBe(redactor.value(text));
  });

  test('of many secrets', () => {
    const secrets = Array.from({ length: 10_000 }, (_, index) => `${index.toString(36)}-secret-${String(index)}`);
    expect(of(...secrets).text(secrets.join(' '))).toBe('*** '.repeat(10_000).trim());
  });
});
