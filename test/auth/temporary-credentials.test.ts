import { describe, expect, test } from 'vitest';
import {
  credentialsFromFile,
  passwordToken,
  staticToken,
  temporaryCredentials,
  type Authenticator,
  type CredentialContext,
  type TemporaryCredentialsOptions,
} from '../../src/index.js';
import { createTestClient } from '../support/client.js';
import {
  sk,
  securityToken,
  now,
  running,
  call,
  writeCredentials,
  createContext,
  messageOf,
  temporaryKey,
  accessKeyOf,
  useEmptyHome,
} from '../support/credentials.js';
import { json, startFaultServer, type Arrival } from '../support/fault-server.js';

const home = useEmptyHome();

/** Authenticates a request with temporary credentials, and returns their parts. */
async function issue(authenticator: Authenticator, options?: Partial<CredentialContext>) {
  const context = createContext(options);
  const session = authenticator.start(context);
  const request = { method: 'GET', url: 'https://build.example.com/', headers: new Headers(), body: undefined };
  const { headers } = await session.authenticate(request, { date: new Date(now), signal: context.signal });
  return { ak: /Access=(\w+)/.exec(headers['Authorization']!)?.[1], securityToken: headers['X-Security-Token'] };
}

describe('temporaryCredentials', () => {
  const url = '/v3.0/OS-CREDENTIAL/securitytokens';
  const grantKey = json(201, temporaryKey());
  const agency = { agencyName: 'deployers', domainName: 'customer' };

  test('of a token are those of its user', async () => {
    const iam = await startFaultServer(grantKey);
    const provider = temporaryCredentials({ source: staticToken('user-token'), iamEndpoint: iam.url });
    expect(await issue(provider)).toEqual({ ak: 'TemporaryKey', securityToken });
    expect(iam.arrivals[0]).toMatchObject({ method: 'POST', url });
    expect(iam.arrivals[0]?.headers['x-auth-token']).toBe('user-token');
    expect(JSON.parse(iam.arrivals[0]?.body ?? '')).toEqual({ auth: { identity: { methods: ['token'], token: {} } } });
  });

  test('of an agency are requested with a token or with an access key', async () => {
    const sources: TemporaryCredentialsOptions['source'][] = [
      staticToken('user-token'),
      { ak: 'AccessKey', sk, projectId: 'not-sent', domainId: 'domain-1' },
      () => Promise.resolve({ ak: 'AccessKey', sk }),
    ];
    for (const source of sources) {
      const iam = await startFaultServer(grantKey);
      const options = { source, agency, durationSeconds: 7_200, iamEndpoint: iam.url };
      expect(await issue(temporaryCredentials(options))).toMatchObject({ ak: 'TemporaryKey' });
      const { body, headers } = iam.arrivals[0]!;
      expect(JSON.parse(body)).toEqual({
        auth: {
          identity: {
            methods: ['assume_role'],
            assume_role: { agency_name: 'deployers', domain_name: 'customer', duration_seconds: 7_200 },
          },
        },
      });
      expect(headers['x-auth-token'] ?? accessKeyOf(iam.arrivals[0]!)).toMatch(/^(user-token|AccessKey)$/);
      expect(headers['x-project-id']).toBeUndefined();
    }
  });

  test('are refreshed with the cached token, for each client by itself', async () => {
    const iam = await startFaultServer((response, { url, headers }) => {
      const count = iam.arrivals.length;
      const isToken = url.startsWith('/v3/auth');
      const token = json(201, { token: {} }, { 'x-subject-token': `token-${count}` });
      const key = json(201, temporaryKey(`Key${String(headers['x-auth-token'])}`.replace('-', ''), count * 3_600_000));
      (isToken ? token : key)(response, {} as Arrival);
    });
    const server = await startFaultServer(running);
    const source = passwordToken({ domainName: 'acme', userName: 'alice', password: 'x', iamEndpoint: iam.url });
    const credentials = temporaryCredentials({ source, durationSeconds: 3_600, iamEndpoint: iam.url });
    const { build, clock } = createTestClient(server.url, { region: 'cn-north-4', credentials });
    await Promise.all([build.showRunningStatus(call), build.showRunningStatus(call)]);
    clock.advance(2 * 3_600_000);
    await build.showRunningStatus(call);
    expect(iam.arrivals.map((arrival) => arrival.url.split('?')[0])).toEqual(['/v3/auth/tokens', url, url]);
    expect(server.arrivals.map(accessKeyOf)).toEqual(['Keytoken1', 'Keytoken1', 'Keytoken1']);

    // Another client starts a session of its own.
    const other = createTestClient(server.url, { region: 'cn-north-1', credentials }).build;
    await other.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(5);
  });

  test('are requested from the IAM endpoint of the credentials file', async () => {
    const iam = await startFaultServer(grantKey);
    writeCredentials(home(), `[basic]\nak = AccessKey\nsk = ${sk}\niam_endpoint = ${iam.url}`);
    await issue(temporaryCredentials({ source: credentialsFromFile(), agency }), { region: 'cn-north-4' });
    expect(iam.arrivals).toHaveLength(1);
  });

  test('fail with the message of IAM and the name of the agency if IAM rejects the request', async () => {
    const iam = await startFaultServer(json(403, { error: { code: 403, message: 'not allowed', title: 'Forbidden' } }));
    const options = { source: staticToken('user-token'), iamEndpoint: iam.url };
    expect(await messageOf(issue(temporaryCredentials(options)))).toBe(
      'IAM issued no temporary key: POST /v3.0/OS-CREDENTIAL/securitytokens failed: 403 not allowed [request req-1]',
    );
    expect(await messageOf(issue(temporaryCredentials({ ...options, agency })))).toBe(
      'IAM issued no temporary key for the agency deployers: POST /v3.0/OS-CREDENTIAL/securitytokens failed: 403 not allowed [request req-1]',
    );
  });

  test('fail without showing the response if it has no secret', async () => {
    const iam = await startFaultServer(
      json(201, { credential: { access: 'A', securitytoken: securityToken, expires_at: '2026-01-03' } }),
    );
    const options = { source: staticToken('user-token'), iamEndpoint: iam.url };
    expect(await messageOf(issue(temporaryCredentials(options)))).toBe('IAM returned no credential.secret');
  });

  test.each([
    [{ source: undefined }, 'source must be an object or a function; received undefined'],
    [{ source: null }, 'source must be an object or a function; received null'],
    [{ source: { ak: 'AccessKey', sk } }, 'agency is required if source is an access key'],
    [{ agency: { agencyName: '' } }, 'agencyName must be a non-empty string; received ""'],
    [{ agency: { name: 'x' } }, 'unknown option \"name\" of an agency'],
    [{ duration: 900 }, 'unknown option \"duration\" of temporaryCredentials'],
    [{ agency: { agencyName: 'a' } }, 'an agency requires either domainName or domainId'],
    [{ durationSeconds: 899 }, 'durationSeconds must be an integer from 900 to 86400; received 899'],
    [{ durationSeconds: 86_401 }, 'durationSeconds must be an integer from 900 to 86400; received 86401'],
    [{ durationSeconds: 1_000.5 }, 'durationSeconds must be an integer from 900 to 86400; received 1000.5'],
    [{ iamEndpoint: 'http://iam.example.com' }, 'refusing to send credentials over HTTP to iam.example.com; use HTTPS'],
  ])('with %j throw a TypeError', (options, message) => {
    const all = { source: staticToken('user-token'), ...options } as TemporaryCredentialsOptions;
    expect(() => temporaryCredentials(all)).toThrow(new TypeError(message));
  });
});
