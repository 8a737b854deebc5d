import { describe, expect, test, vi } from 'vitest';
import {
  agencyToken,
  createClient,
  CredentialsError,
  passwordToken,
  projectIdFromIam,
  temporaryCredentials,
  type ClientEvent,
  type ClientOptions,
  type CredentialProvider,
  type Credentials,
} from '../../src/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createTestClient, jobId } from '../support/client.js';
import {
  sk,
  securityToken,
  now,
  running,
  call,
  errorOf,
  messageOf,
  accessKeyOf,
  createDeadFetch,
} from '../support/credentials.js';
import { json, startFaultServer } from '../support/fault-server.js';

describe('an access key', () => {
  test('signs requests, with its project, account and security token', async () => {
    const server = await startFaultServer(running);
    const credentials = { ak: 'AccessKey', sk, securityToken, projectId: 'project-1', domainId: 'domain-1' };
    await createTestClient(server.url, { credentials }).build.showRunningStatus(call);
    const { headers } = server.arrivals[0]!;
    expect(headers).toMatchObject({
      'x-security-token': securityToken,
      'x-project-id': 'project-1',
      'x-domain-id': 'domain-1',
    });
    expect(headers.authorization).toContain('SignedHeaders=host;x-domain-id;x-project-id;x-sdk-date;x-security-token,');
  });

  test('is used after it has expired: the service decides, and its error is thrown', async () => {
    const server = await startFaultServer(
      json(401, { error_code: 'APIGW.0307' }, { date: new Date(now).toUTCString() }),
    );
    const credentials = { ak: 'AccessKey', sk, expiresAt: new Date(now - 1) };
    const { build } = createTestClient(server.url, { credentials });
    expect(await errorOf(build.showRunningStatus(call))).toMatchObject({ code: 'APIGW.0307', attempts: 1 });
  });

  test.each([
    [{ ak: '' }, 'ak must be a non-empty string'],
    [{ sk: undefined }, 'sk must be a non-empty string'],
    [{ ak: 'two words' }, 'ak must be printable ASCII without spaces'],
    [{ securityToken: 'line\nbreak' }, 'securityToken must be printable ASCII without spaces'],
    [{ projectId: '' }, 'projectId must be printable ASCII without spaces'],
    [{ domainId: 7 }, 'domainId must be printable ASCII without spaces'],
    [{ expiresAt: '2026-01-02' }, 'expiresAt must be a valid Date'],
    [{ expiresAt: new Date(NaN) }, 'expiresAt must be a valid Date'],
  ])('with %j throws when the client is created', (wrong, problem) => {
    const credentials = { ak: 'AccessKey', sk, ...wrong } as Credentials;
    expect(() => createClient({ endpoint: 'https://build.example.com', credentials })).toThrow(
      new TypeError(`invalid credentials: ${problem}`),
    );
  });

  test('with a security token is not sent over HTTP to another machine', async () => {
    const { fetch, urls } = createDeadFetch();
    const credentials = { ak: 'AccessKey', sk, securityToken };
    const { build } = createTestClient('http://build.example.com', { credentials, fetch });
    expect(await errorOf(build.showRunningStatus(call))).toEqual(
      new TypeError('refusing to send a security token over HTTP to build.example.com; use HTTPS'),
    );
    expect(urls).toEqual([]);
  });
});

describe('a provider', () => {
  test('is called once for 100 concurrent calls, with the clock and region of the client', async () => {
    const server = await startFaultServer(running);
    const provider = vi.fn<CredentialProvider>(() => Promise.resolve({ ak: 'AccessKey', sk }));
    const { build, clock } = createTestClient(server.url, { region: 'cn-north-4', credentials: provider });
    await Promise.all(Array.from({ length: 100 }, () => build.showRunningStatus(call)));
    expect(provider).toHaveBeenCalledTimes(1);
    expect(provider.mock.calls[0]?.[0]).toMatchObject({ clock, region: 'cn-north-4' });
    expect(server.arrivals).toHaveLength(100);
  });

  test('is called a second time for all concurrent calls after a 401, which are retried with the other key', async () => {
    const at = { date: new Date(now).toUTCString() };
    const server = await startFaultServer((response, arrival) =>
      (accessKeyOf(arrival) === 'Key2' ? running : json(401, { error_code: 'APIGW.0307' }, at))(response, arrival),
    );
    let fetches = 0;
    const credentials: CredentialProvider = () => Promise.resolve({ ak: `Key${(fetches += 1)}`, sk });
    const { build, clock } = createTestClient(server.url, { credentials });
    await Promise.all(Array.from({ length: 20 }, () => build.executeJob({ body: { job_id: jobId } })));
    expect(fetches).toBe(2);
    expect(server.arrivals.map(accessKeyOf).sort()).toEqual([
      ...Array<string>(20).fill('Key1'),
      ...Array<string>(20).fill('Key2'),
    ]);
    expect(clock.pauses).toEqual([]);
  });

  test('that always returns the same object is not called once per rejected call', async () => {
    const at = { date: new Date(now).toUTCString() };
    const server = await startFaultServer(json(401, { error_code: 'APIGW.0301' }, at));
    const key = { ak: 'AccessKey', sk };
    const credentials = vi.fn<CredentialProvider>(() => Promise.resolve(key));
    const { build } = createTestClient(server.url, { credentials });
    await Promise.all(Array.from({ length: 20 }, () => errorOf(build.showRunningStatus(call))));
    expect(credentials).toHaveBeenCalledTimes(2);
  });

  test.each([
    [new Error('vault is sealed'), 'Cannot fetch credentials: vault is sealed'],
    [new RangeError(''), 'Cannot fetch credentials: RangeError'],
    ['a text', 'Cannot fetch credentials: string'],
  ])('that fails rejects the call with a CredentialsError that has the error as its cause', async (cause, message) => {
    const events: ClientEvent[] = [];
    const { build } = createTestClient('https://build.example.com', {
      credentials: () => Promise.reject(cause),
      onEvent: (event) => events.push(event),
    });
    const error = await errorOf(build.showRunningStatus(call));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error).toMatchObject({ message, cause });
    expect(events).toEqual([{ type: 'credentials', outcome: 'failed', error }]);
  });

  test('that throws a CredentialsError rejects the call with that error', async () => {
    const own = new CredentialsError('no key for today');
    const { build } = createTestClient('https://build.example.com', { credentials: () => Promise.reject(own) });
    expect(await errorOf(build.showRunningStatus(call))).toBe(own);
  });

  test.each([
    [undefined, 'they must be an object'],
    [{ ak: 'AccessKey' }, 'sk must be a non-empty string'],
    [{ ak: 'AccessKey', sk, expiresAt: now }, 'expiresAt must be a valid Date'],
  ])('that returns %j rejects the call and names the problem', async (value, problem) => {
    const credentials = () => Promise.resolve(value as Credentials);
    const { build } = createTestClient('https://build.example.com', { credentials });
    expect(await messageOf(build.showRunningStatus(call))).toBe(`invalid credentials from the provider: ${problem}`);
  });

  test('is aborted when the last call that waits for it is aborted', async () => {
    let signal: AbortSignal | undefined;
    const credentials: CredentialProvider = (context) => {
      signal = context.signal;
      return new Promise((_, reject) => context.signal.addEventListener('abort', () => reject(new Error('aborted'))));
    };
    const events: ClientEvent[] = [];
    const { build } = createTestClient('https://build.example.com', {
      credentials,
      onEvent: (event) => events.push(event),
    });
    const controller = new AbortController();
    const rejected = errorOf(build.showRunningStatus(call, { signal: controller.signal }));
    await expect.poll(() => signal).toBeDefined();
    controller.abort('enough');
    expect(await rejected).toBe('enough');
    expect(signal?.aborted).toBe(true);
    expect(events).toEqual([]);
  });
});

describe('the sandbox', () => {
  test('accepts every credential source, as service and as IAM', async () => {
    const sandbox = createSandbox();
    const { ak, sk, domainName, userName, password, projectId } = sandbox.credentials;
    const user = { domainName, userName, password };
    const mfa = { userId: sandbox.state.users[0]?.id ?? '', passcode: () => sandbox.passcode() };
    const agency = { agencyName: 'build-agency', domainName: 'sandbox-partner' };
    const clientOptions: Partial<ClientOptions>[] = [
      { credentials: { ak, sk, projectId } },
      { credentials: { ak, sk }, projectId: projectIdFromIam() },
      { credentials: passwordToken(user) },
      { credentials: passwordToken(user), projectId: projectIdFromIam() },
      { credentials: passwordToken({ ...user, mfa }) },
      { credentials: agencyToken({ ...agency, source: user }) },
      { credentials: agencyToken({ ...agency, source: { ak, sk } }) },
      { credentials: temporaryCredentials({ source: passwordToken(user) }) },
      { credentials: temporaryCredentials({ source: passwordToken({ ...user, scope: 'domain' }), agency }) },
      { credentials: temporaryCredentials({ source: { ak, sk }, agency }) },
    ];
    for (const options of clientOptions) {
      const build = createClient({ region: 'cn-north-4', fetch: sandbox.fetch, clock: sandbox.clock, ...options });
      const { attempts } = await build
        .listProjectJobs({ project_id: sandbox.seed.projectId, page_index: 0, page_size: 10 })
        .withResponse();
      expect(attempts).toBe(1);
    }
    await sandbox.close();
  });
});
