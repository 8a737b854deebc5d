import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  agencyToken,
  createClient,
  credentialsFromEnv,
  credentialsFromFile,
  credentialsFromMetadata,
  passwordToken,
  projectIdFromIam,
  temporaryCredentials,
  type ClientOptions,
} from '../../src/index.js';
import { signRequest } from '../../src/auth/sign.js';
import { resolveEndpoint, codeArtsBuild } from '../../src/endpoints/endpoint.js';
import { call, errorOf, provide, useEmptyHome } from '../support/credentials.js';

useEmptyHome();

/** Adds properties to `Object.prototype` until the test ends. */
function pollute(properties: Record<string, unknown>): void {
  Object.assign(Object.prototype, properties);
  onTestFinished(() => {
    for (const name of Object.keys(properties)) Reflect.deleteProperty(Object.prototype, name);
  });
}

const evil = 'https://evil.example.com';
const properties: Record<string, unknown> = {
  securityToken: 'evil',
  projectId: 'evil',
  domainId: 'evil',
  endpoint: evil,
  iamEndpoint: evil,
  region: 'evil',
  proxy: evil,
  scope: 'domain',
  mfa: { userId: 'evil', passcode: 'evil' },
  agency: { agencyName: 'evil', domainName: 'evil' },
  start: () => ({ scheme: 'token', authenticate: () => Promise.resolve({ headers: { evil: 'evil' }, secrets: [] }) }),
  section: 'evil',
  path: '/evil',
  HUAWEICLOUD_SDK_AK: 'evil',
  HUAWEICLOUD_SDK_IAM_ENDPOINT: evil,
  HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4: evil,
  HUAWEICLOUD_SDK_REGION_IAM_CN_NORTH_4: evil,
};

const key = { ak: 'AccessKey', sk: 'SecretKeyOfTheTests' };
const user = { domainName: 'acme', userName: 'alice', password: 'Passw0rd' };
const agency = { agencyName: 'deployers', domainName: 'customer' };
const clients: [string, Partial<ClientOptions>][] = [
  ['an access key', { credentials: key }],
  ['a provider', { credentials: () => Promise.resolve({ ...key }) }],
  ['a password', { credentials: passwordToken(user) }],
  ['an agency', { credentials: agencyToken({ ...agency, source: user }) }],
  ['an agency and a key', { credentials: agencyToken({ ...agency, source: key }) }],
  ['temporary keys', { credentials: temporaryCredentials({ source: key, agency }) }],
  ['a project lookup', { credentials: key, projectId: projectIdFromIam() }],
];

describe('properties of Object.prototype', () => {
  test.each(clients)('change no request of a client with %s', async (_, options) => {
    const requests: string[] = [];
    const fetch = async (input: unknown, init?: RequestInit): Promise<Response> => {
      const headers = [...new Headers(init?.headers)].map((pair) => pair.join(':'));
      const proxy = (init as { proxy?: unknown }).proxy;
      requests.push([input, headers, proxy, await new Response(init?.body).text()].flat().join(' '));
      return new Response('{}', { status: 201, headers: { 'x-subject-token': 'token-1' } });
    };
    pollute(properties);
    const client = createClient({ region: 'cn-north-4', fetch: fetch, ...options });
    await client.showRunningStatus(call).catch(() => {});
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.join('\n')).not.toMatch(/evil/i);
  });

  test('change no option of a function', async () => {
    const request = { method: 'GET', url: 'https://h.example' };
    const date = new Date();
    const expected = await signRequest(request, key, { date });
    pollute({ ...properties, unsignedPayload: true, signedHeaders: ['x-evil'], headers: { 'x-project-id': 'evil' } });
    expect(await signRequest(request, key, { date })).toEqual(expected);
    expect((await errorOf(provide(credentialsFromEnv()))).message).toContain('are not set');
    expect((await errorOf(provide(credentialsFromFile()))).message).toContain('.huaweicloud/credentials');
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.reject(new TypeError('fetch failed')));
    await errorOf(provide(credentialsFromMetadata({}), { fetch }));
    expect(fetch.mock.calls[0]?.[0]).toContain('http://169.254.169.254/');
    expect(resolveEndpoint(codeArtsBuild, { region: 'cn-north-4', endpoint: undefined })).toContain('cn-north-4');
  });
});
