import { describe, expect, test } from 'vitest';
import { hintFor, type HintContext } from '../../src/errors/hint.js';

const refusal: HintContext = {
  status: 401,
  code: 'APIGW.0301',
  message: undefined,
  scheme: 'signature',
  canonicalRequest: undefined,
  clockSkewMs: undefined,
  location: null,
  host: 'build.example.com',
};

/** A canonical request with some headers, a line each. */
const canonical = (...headers: string[]): string =>
  ['GET', '/v1/x/', '', ...headers, '', headers.map((header) => header.split(':')[0]).join(';'), 'e3b0'].join('\n');

const differing = (theirs: string, ours: string): string | undefined =>
  hintFor({
    ...refusal,
    message: `verify aksk signature fail, canonicalRequest:${theirs.replaceAll('\n', '|')}`,
    canonicalRequest: ours,
  });

describe('the hint of a wrong signature', () => {
  test('shows both values of a header that is known to be harmless', () => {
    expect(differing(canonical('host:a', 'x-sdk-date:1'), canonical('host:b', 'x-sdk-date:1'))).toBe(
      'the header host was signed as "b" and arrived as "a"',
    );
  });

  test('shows no value of any other header', () => {
    const hint = differing(canonical('host:a', 'x-security-token:one'), canonical('host:a', 'x-security-token:two'));
    expect(hint).toBe('the header x-security-token was changed on the way');
  });

  test('names what arrived besides, and what did not arrive', () => {
    expect(differing(canonical('host:a', 'x-project-id:p'), canonical('host:a'))).toBe(
      'the list of signed headers was signed as "host" and arrived as "host;x-project-id"',
    );
    expect(differing('GET', canonical('host:a'))).toMatch(/^the path was signed as .* and arrived as ""$/);
  });

  test('is omitted if the gateway returns no canonical request', () => {
    expect(hintFor({ ...refusal, message: 'verify fail', canonicalRequest: canonical('host:a') })).toBeUndefined();
  });
});

test.each([
  [300_000, 'the clock of this machine is 5 min behind the server'],
  [-300_000, 'the clock of this machine is 5 min ahead of the server'],
])('a clock skew of %d ms is reported', (clockSkewMs, hint) => expect(hintFor({ ...refusal, clockSkewMs })).toBe(hint));

test.each([
  [null, 'another address'],
  ['https://other.example.com/login', 'other.example.com'],
  ['/login', 'build.example.com'],
  ['http://[', 'another address'],
])('a redirect to %s names the host', (location, host) =>
  expect(hintFor({ ...refusal, status: 302, location })).toBe(
    `redirects are not followed, so that no credentials are sent to ${host}`,
  ),
);
