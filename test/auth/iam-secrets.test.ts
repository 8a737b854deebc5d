import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { passwordToken } from '../../src/index.js';
import { createTestClient } from '../support/client.js';
import { call, errorOf } from '../support/credentials.js';
import { raw, startFaultServer } from '../support/fault-server.js';

const password = 'p"ss/w\\rd & é 7';
const passcode = '918273';
const escape = (text: string): string => JSON.stringify(text).slice(1, -1);
const forms: [string, (secret: string) => string][] = [
  ['raw', (secret) => secret],
  ['JSON-escaped', escape],
  ['twice JSON-escaped', (secret) => escape(escape(secret))],
  ['URL-encoded', encodeURIComponent],
  ['form-encoded', (secret) => new URLSearchParams({ secret }).toString().slice('secret='.length)],
];

test.each(forms)('a secret that IAM returns %s is redacted, and code and request ID are shown', async (_, encode) => {
  for (const wrap of [
    (message: string) => JSON.stringify({ error: { code: 'IAM.1', message } }),
    (message: string) => JSON.stringify({ error_code: 'IAM.1', error_msg: JSON.stringify({ inner: message }) }),
  ]) {
    const body = wrap(`no ${encode(password)} and ${encode(passcode)}`);
    const iam = await startFaultServer(raw(401, body, { 'content-type': 'application/json', 'x-request-id': 'req-7' }));
    const mfa = { userId: 'u-1', passcode };
    const user = { domainName: 'acme', userName: 'alice', password, mfa };
    const credentials = passwordToken({ ...user, iamEndpoint: iam.url });
    const { build } = createTestClient('https://build.example.com', { region: 'cn-north-4', credentials });
    const error = await errorOf(build.showRunningStatus(call));
    expect(error.message).toMatch(/failed: 401 IAM\.1 .*no \*\*\* and \*\*\*.* \[request req-7\]$/);
    const { body: shown } = error.cause as { body?: unknown };
    const output = [inspect(error, { depth: 9 }), JSON.stringify(error), JSON.stringify(shown)].join('\n');
    for (const secret of [password, passcode]) expect(output).not.toContain(encode(secret));
  }
});
