import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  agencyToken,
  createClient,
  CredentialsError,
  credentialsFromEnv,
  credentialsFromFile,
  credentialsFromMetadata,
  defaultCredentials,
  passwordToken,
  projectIdFromIam,
  staticToken,
  temporaryCredentials,
  type Authenticator,
  type ClientEvent,
  type ClientOptions,
  type CredentialContext,
  type CredentialProvider,
  type Credentials,
  type TemporaryCredentialsOptions,
} from '../../src/index.js';
import { parseIni } from '../../src/auth/file-credentials.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createTestClient, jobId } from '../support/client.js';
import { json, raw, reset, silence, startFaultServer, type Answer, type Arrival } from '../support/fault-server.js';
import { createTestClock } from '../support/test-clock.js';

const sk = 'SecretKeyOfTheTests';
const securityToken = 'SecurityTokenOfTheTests';
const now = Date.parse('2026-01-02T03:04:05Z');
const running = json(200, { result: true });
const call = { job_id: jobId };

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'credentials-'));
  vi.stubEnv('HOME', home);
  for (const name of ['AK', 'SK', 'SECURITY_TOKEN', 'PROJECT_ID', 'DOMAIN_ID', 'CREDENTIALS_FILE', 'IAM_ENDPOINT']) {
    vi.stubEnv(`HUAWEICLOUD_SDK_${name}`, undefined);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

/** Where a provider runs in these tests. */
function createContext(options: Partial<CredentialContext> = {}): CredentialContext {
  const { signal } = new AbortController();
  return {
    fetch,
    clock: createTestClock(),
    random: Math.random,
    region: undefined,
    emit: () => {},
    signal,
    ...options,
  };
}

const provide = (provider: CredentialProvider, options?: Partial<CredentialContext>): Promise<Credentials> =>
  provider(createContext(options));

/** What a client sends that is authenticated with temporary credentials. */
async function issue(authenticator: Authenticator, options?: Partial<CredentialContext>) {
  const context = createContext(options);
  const session = authenticator.start(context);
  const request = { method: 'GET', url: 'https://build.example.com/', headers: new Headers(), body: undefined };
  const { headers } = await session.authenticate(request, { date: new Date(now), signal: context.signal });
  return { ak: /Access=(\w+)/.exec(headers['Authorization']!)?.[1], securityToken: headers['X-Security-Token'] };
}

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => expect.unreachable('it succeeded'),
    (error: unknown) => error as Error,
  );
}

const messageOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await errorOf(promise);
  expect(error).toBeInstanceOf(CredentialsError);
  return error.message;
};

/** Calls as on a runtime that has no modules of Node's. */
async function withoutFiles<T>(run: () => Promise<T>): Promise<T> {
  const property = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule')!;
  Object.defineProperty(process, 'getBuiltinModule', { ...property, value: undefined });
  try {
    return await run();
  } finally {
    Object.defineProperty(process, 'getBuiltinModule', property);
  }
}

/** Writes the user's own credentials file. */
function writeCredentials(text: string): string {
  mkdirSync(join(home, '.huaweicloud'), { recursive: true });
  const path = join(home, '.huaweicloud', 'credentials');
  writeFileSync(path, text);
  return path;
}

/** A temporary key as IAM and the metadata service write it. */
const temporaryKey = (ak = 'TemporaryKey', lifeMs = 3_600_000): object => ({
  credential: {
    access: ak,
    secret: sk,
    securitytoken: securityToken,
    expires_at: new Date(now + lifeMs).toISOString().replace('Z', '000Z'),
  },
});

const accessKeyOf = ({ headers }: Arrival): string | undefined => /Access=(\w+)/.exec(headers.authorization ?? '')?.[1];

/** A fetch that notes who was asked, and fails. */
function createDeadFetch(): { fetch: typeof fetch; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: (input) => {
      asked.push(input as string);
      return Promise.reject(new TypeError('fetch failed'));
    },
  };
}

describe('static credentials', () => {
  test('are signed with, as they are', async () => {
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

  test('that have ended are sent all the same, and the service’s error told', async () => {
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
  ])('%j are refused when the client is created', (wrong, fault) => {
    const credentials = { ak: 'AccessKey', sk, ...wrong } as Credentials;
    expect(() => createClient({ endpoint: 'https://build.example.com', credentials })).toThrow(
      new TypeError(`invalid credentials: ${fault}`),
    );
  });

  test('a security token is not sent over plain http to another machine', async () => {
    const { fetch, asked } = createDeadFetch();
    const credentials = { ak: 'AccessKey', sk, securityToken };
    const { build } = createTestClient('http://build.example.com', { credentials, fetch });
    expect(await errorOf(build.showRunningStatus(call))).toEqual(
      new TypeError('refusing to send a security token over HTTP to build.example.com: use https'),
    );
    expect(asked).toEqual([]);
  });
});

describe('a provider', () => {
  test('is asked once for 100 calls at once, with the client’s fetch, clock and region', async () => {
    const server = await startFaultServer(running);
    const provider = vi.fn<CredentialProvider>(() => Promise.resolve({ ak: 'AccessKey', sk }));
    const { build, clock } = createTestClient(server.url, { region: 'cn-north-4', credentials: provider });
    await Promise.all(Array.from({ length: 100 }, () => build.showRunningStatus(call)));
    expect(provider).toHaveBeenCalledTimes(1);
    expect(provider.mock.calls[0]?.[0]).toMatchObject({ clock, region: 'cn-north-4' });
    expect(server.arrivals).toHaveLength(100);
  });

  test('after a 401 is asked once more for all calls at once, which are signed anew with the other key', async () => {
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

  test('that returns the same object each time is not asked once for each refused call', async () => {
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
  ])('that fails is told as a CredentialsError with its cause', async (cause, message) => {
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

  test('that throws a CredentialsError of its own has it told as it is', async () => {
    const own = new CredentialsError('no key for today');
    const { build } = createTestClient('https://build.example.com', { credentials: () => Promise.reject(own) });
    expect(await errorOf(build.showRunningStatus(call))).toBe(own);
  });

  test.each([
    [undefined, 'they are not an object'],
    [{ ak: 'AccessKey' }, 'sk must be a non-empty string'],
    [{ ak: 'AccessKey', sk, expiresAt: now }, 'expiresAt must be a valid Date'],
  ])('that returns %j is told what is wrong with it', async (value, fault) => {
    const credentials = () => Promise.resolve(value as Credentials);
    const { build } = createTestClient('https://build.example.com', { credentials });
    expect(await messageOf(build.showRunningStatus(call))).toBe(`The fetched invalid credentials: ${fault}`);
  });

  test('is aborted with the last call that waits for it', async () => {
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
    await vi.waitUntil(() => signal);
    controller.abort('enough');
    expect(await rejected).toBe('enough');
    expect(signal?.aborted).toBe(true);
    expect(events).toEqual([]);
  });
});

describe('credentialsFromEnv', () => {
  test('reads the vendor’s variables, without the line breaks around them', async () => {
    vi.stubEnv('HUAWEICLOUD_SDK_AK', 'AccessKey\n');
    vi.stubEnv('HUAWEICLOUD_SDK_SK', ` ${sk}\r\n`);
    expect(await provide(credentialsFromEnv())).toEqual({ ak: 'AccessKey', sk });
    vi.stubEnv('HUAWEICLOUD_SDK_SECURITY_TOKEN', securityToken);
    vi.stubEnv('HUAWEICLOUD_SDK_PROJECT_ID', 'project-1');
    vi.stubEnv('HUAWEICLOUD_SDK_DOMAIN_ID', 'domain-1');
    expect(await provide(credentialsFromEnv())).toEqual({
      ak: 'AccessKey',
      sk,
      securityToken,
      projectId: 'project-1',
      domainId: 'domain-1',
    });
  });

  test.each([
    [{}, 'HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set'],
    [{ HUAWEICLOUD_SDK_AK: '', HUAWEICLOUD_SDK_SK: ' ' }, 'HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set'],
    [{ HUAWEICLOUD_SDK_AK: 'AccessKey' }, 'HUAWEICLOUD_SDK_AK is set, but HUAWEICLOUD_SDK_SK is not'],
    [{ HUAWEICLOUD_SDK_SK: sk }, 'HUAWEICLOUD_SDK_SK is set, but HUAWEICLOUD_SDK_AK is not'],
  ])('names the variable that is missing in %j', async (env, message) => {
    expect(await messageOf(provide(credentialsFromEnv(env)))).toBe(message);
  });

  test('finds nothing on a runtime without a process', async () => {
    vi.stubGlobal('process', undefined);
    const provider = credentialsFromEnv();
    vi.unstubAllGlobals();
    expect(await messageOf(provide(provider))).toContain('are not set');
  });
});

describe('credentialsFromFile', () => {
  test('reads the section [basic] of the vendor’s file', async () => {
    writeCredentials(
      [
        '\uFEFF# my keys',
        '; another comment',
        '[global]',
        'ak=OtherKey',
        'sk=OtherSecret',
        '',
        '[basic]   ; the one that counts',
        '  AK = AccessKey   ; inline',
        'sk=a%b#c;d==\t# inline',
        'project_id   =   project-1',
        'domain_id = "domain-1"',
        "security_token = 'token=with=signs'",
        'iam_endpoint = https://iam.example.com',
        'something_else = 7',
      ].join('\r\n'),
    );
    expect(await provide(credentialsFromFile())).toEqual({
      ak: 'AccessKey',
      sk: 'a%b#c;d==',
      projectId: 'project-1',
      domainId: 'domain-1',
      securityToken: 'token=with=signs',
      iamEndpoint: 'https://iam.example.com',
    });
    expect(await provide(credentialsFromFile({ section: 'global' }))).toMatchObject({ ak: 'OtherKey' });
  });

  test('reads the file that the option, or else the variable names', async () => {
    writeCredentials('[basic]\nak = Home\nsk = x');
    writeFileSync(join(home, 'named'), '[basic]\nak = Named\nsk = x');
    writeFileSync(join(home, 'option'), '[basic]\nak = Option\nsk = x');
    expect(await provide(credentialsFromFile())).toMatchObject({ ak: 'Home' });
    vi.stubEnv('HUAWEICLOUD_SDK_CREDENTIALS_FILE', '~/named');
    expect(await provide(credentialsFromFile())).toMatchObject({ ak: 'Named' });
    expect(await provide(credentialsFromFile({ path: join(home, 'option') }))).toMatchObject({ ak: 'Option' });
  });

  test('reads the file anew each time', async () => {
    const provider = credentialsFromFile();
    writeCredentials('[basic]\nak = First\nsk = x');
    expect(await provide(provider)).toMatchObject({ ak: 'First' });
    writeCredentials('[basic]\nak = Second\nsk = x');
    expect(await provide(provider)).toMatchObject({ ak: 'Second' });
  });

  test.each([
    ['[basic]\nak = AccessKey', 'section [basic] has no sk'],
    ['[basic]\nsk = secret-7\nak =', 'section [basic] has no ak'],
    ['[basic]', 'section [basic] has no ak and no sk'],
    ['[basic]\nidp_id = i\nid_token_file = /t', 'section [basic] has idp_id, which is not supported; set ak and sk'],
    ['[global]\nak = a\nsk = secret-7', 'has no section [basic]'],
    ['', 'has no section [basic]'],
    ['[basic]\nsecret-7', ': line 2 must be a section or "name = value"'],
    ['[basic]\n= secret-7', ': line 2 must be a section or "name = value"'],
    ['# keys\nsk = secret-7\n[basic]', ': line 2 must follow a section'],
    ['[basic]\nak = A\nsk = B\nproject_id = secret-7 x', 'line 4: project_id must be printable ASCII without spaces'],
  ])('names what is wrong in %j, and shows no value', async (text, fault) => {
    const path = writeCredentials(text);
    const message = await messageOf(provide(credentialsFromFile()));
    expect(message).toContain(path);
    expect(message).toContain(fault);
    expect(message).not.toContain('secret-7');
  });

  test('names the file that does not exist, cannot be read, or has no place', async () => {
    const path = join(home, '.huaweicloud', 'credentials');
    expect(await messageOf(provide(credentialsFromFile()))).toBe(`${path} does not exist`);
    expect(await messageOf(provide(credentialsFromFile({ path: '/nowhere' })))).toBe('/nowhere does not exist');
    expect(await messageOf(provide(credentialsFromFile({ path: home })))).toBe(`${home} cannot be read (EISDIR)`);
    const homedir = vi.spyOn(process.getBuiltinModule('node:os'), 'homedir').mockReturnValue('');
    onTestFinished(() => homedir.mockRestore());
    expect(await messageOf(provide(credentialsFromFile()))).toBe('the user has no home directory');
  });

  test('says so on a runtime without files', async () => {
    const provider = credentialsFromFile({ path: '/keys' });
    expect(await withoutFiles(() => messageOf(provide(provider)))).toBe('this runtime has no files');
  });

  test('what is written as INI is read back', () => {
    const name = fc.stringMatching(/^[a-z_][a-z0-9_.-]{0,10}$/);
    const value = fc.stringMatching(/^[!$-:<-~][!-~]{0,20}$/).filter((text) => !/^(["']).*\1$/.test(text));
    const file = fc.dictionary(name, fc.dictionary(name, value, { noNullPrototype: true }), { noNullPrototype: true });
    const style = fc.record({
      equals: fc.constantFrom('=', ' = ', '\t=  '),
      end: fc.constantFrom('\n', '\r\n'),
      comment: fc.constantFrom('', '  # x', ' ; [y] = z'),
    });
    fc.assert(
      fc.property(file, style, (sections, { equals, end, comment }) => {
        const lines = Object.entries(sections).flatMap(([section, values]) => [
          `[${section}]${comment}`,
          ...Object.entries(values).map(([key, text]) => `${key}${equals}${text}${comment}`),
        ]);
        const read = [...parseIni('file', lines.join(end))].map(([section, values]) => [
          section,
          Object.fromEntries([...values].map(([key, found]) => [key, found.value])),
        ]);
        expect(Object.fromEntries(read)).toEqual(sections);
      }),
    );
  });
});

describe('credentialsFromMetadata', () => {
  const grantToken = raw(200, 'metadata-token\n');
  const grantKey = json(200, temporaryKey());
  const from = (endpoint: string, timeoutMs?: number): CredentialProvider =>
    credentialsFromMetadata({ endpoint, timeoutMs });

  test('fetches a token first, and with it the key of the server’s agency', async () => {
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

  test('asks at the address that only the server itself can reach', async () => {
    const { fetch, asked } = createDeadFetch();
    await errorOf(provide(credentialsFromMetadata(), { fetch }));
    expect(asked).toEqual(['http://169.254.169.254/meta-data/latest/api/token']);
  });

  test.each([404, 405, 503])('goes on without a token on a server that answers %i', async (status) => {
    const server = await startFaultServer(raw(status, ''), grantKey);
    expect(await provide(from(server.url))).toMatchObject({ ak: 'TemporaryKey' });
    expect(server.arrivals[1]?.headers['x-metadata-token']).toBeUndefined();
  });

  test('keeps the token for three hours', async () => {
    const server = await startFaultServer(grantToken, grantKey, grantKey, grantToken, grantKey);
    const clock = createTestClock();
    const provider = from(server.url);
    for (const pause of [0, 3 * 3_600_000 - 1, 1]) {
      clock.advance(pause);
      await provide(provider, { clock });
    }
    expect(server.arrivals.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET', 'PUT', 'GET']);
  });

  test('renews a token that was refused, once', async () => {
    const server = await startFaultServer(grantToken, raw(401, 'expired'), grantToken, grantKey);
    expect(await provide(from(server.url))).toMatchObject({ ak: 'TemporaryKey' });
    const stubborn = await startFaultServer(grantToken, raw(401, 'expired'), grantToken, raw(401, 'expired'), grantKey);
    expect(await messageOf(provide(from(stubborn.url)))).toBe('the metadata service issued no key: 401');
    expect(stubborn.arrivals).toHaveLength(4);
  });

  test('tells of a server without an agency at once', async () => {
    const server = await startFaultServer(
      grantToken,
      raw(401, '{"message":"Please configure Cloud Service Agency first"}'),
    );
    expect(await messageOf(provide(from(server.url)))).toBe('this server has no agency');
    expect(server.arrivals).toHaveLength(2);
  });

  test.each([
    [[raw(500, 'broken')], 'the metadata service issued no token: 500'],
    [[raw(200, '')], 'the metadata service issued no token: 200'],
    [[raw(302, '', { location: 'http://169.254.169.254/elsewhere' })], 'the metadata service issued no token: 302'],
    [[grantToken, raw(404, 'nothing')], 'the metadata service issued no key: 404'],
    [[grantToken, raw(200, '<html>')], 'the metadata service returned no credential.expires_at'],
    [[grantToken, json(200, null)], 'the metadata service returned no credential.expires_at'],
    [
      [grantToken, json(200, { credential: { expires_at: 'soon', secret: sk } })],
      'The metadata service returned a credential.expires_at that is not a date',
    ],
    [
      [grantToken, json(200, { credential: { expires_at: '2026-01-03', access: 'A', secret: sk, securitytoken: '' } })],
      'the metadata service returned no credential.securitytoken',
    ],
  ])('tells of an answer that is of no use: %#', async (answers, message) => {
    const server = await startFaultServer(...answers);
    expect(await messageOf(provide(from(server.url)))).toBe(message);
  });

  test('gives up as soon as nobody is there', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise((resolve) => server.close(resolve));
    expect(await messageOf(provide(from(url)))).toBe(`${url} could not be reached`);
    const dead = await startFaultServer(reset);
    expect(await messageOf(provide(from(dead.url)))).toBe(`${dead.url} could not be reached`);
    expect(dead.arrivals).toHaveLength(1);
  });

  test('gives up after timeoutMs for everything, also in the middle of a body', async () => {
    const half: Answer = (response) => {
      response.writeHead(200);
      response.write('{"credential":');
    };
    for (const answers of [[silence], [grantToken, silence], [grantToken, half]]) {
      const server = await startFaultServer(...answers);
      const startedAt = performance.now();
      expect(await messageOf(provide(from(server.url, 60)))).toBe(`${server.url} did not answer within 60 ms`);
      expect(performance.now() - startedAt).toBeLessThan(1_000);
      await expect.poll(() => server.arrivals.every(({ closed }) => closed)).toBe(true);
    }
  });

  test('gives up after three seconds where nothing else is said', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const error = errorOf(provide(credentialsFromMetadata(), { fetch: () => new Promise(() => {}) }));
    await vi.advanceTimersByTimeAsync(2_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect((await error).message).toBe('http://169.254.169.254 no response within');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('an abort ends it with its reason', async () => {
    const server = await startFaultServer(silence);
    const controller = new AbortController();
    const rejected = errorOf(provide(from(server.url), { signal: controller.signal }));
    await server.arrived(1);
    controller.abort('enough');
    expect(await rejected).toBe('enough');
    await expect.poll(() => server.arrivals[0]?.closed).toBe(true);
  });

  test('serves a client, which renews the key in time', async () => {
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
    'an endpoint %s, to which a key would travel openly, is refused',
    (endpoint) => {
      expect(() => credentialsFromMetadata({ endpoint })).toThrow(TypeError);
    },
  );

  test.each(['https://metadata.example.com', 'http://169.254.170.2', 'http://[::1]:80'])('%s is not', (endpoint) => {
    expect(() => credentialsFromMetadata({ endpoint })).not.toThrow();
  });
});

describe('defaultCredentials', () => {
  test('take the first place where something was set up, and ask no further', async () => {
    const { fetch, asked } = createDeadFetch();
    const provider = defaultCredentials();
    writeCredentials('[basic]\nak = FromFile\nsk = x');
    expect(await provide(provider, { fetch })).toMatchObject({ ak: 'FromFile' });
    vi.stubEnv('HUAWEICLOUD_SDK_AK', 'FromEnvironment');
    vi.stubEnv('HUAWEICLOUD_SDK_SK', sk);
    expect(await provide(provider, { fetch })).toMatchObject({ ak: 'FromEnvironment' });
    expect(asked).toEqual([]);
  });

  test('come from the metadata service at last', async () => {
    writeCredentials('[global]\nak = a\nsk = b');
    const answers = [new Response('metadata-token'), new Response(JSON.stringify(temporaryKey()))];
    const fetch = () => Promise.resolve(answers.shift() ?? Response.error());
    expect(await provide(defaultCredentials(), { fetch })).toMatchObject({ ak: 'TemporaryKey' });
  });

  test('that are nowhere are told in one error that names each place', async () => {
    const { fetch } = createDeadFetch();
    const error = await errorOf(provide(defaultCredentials(), { fetch }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toBe(
      'no credentials found. environment: HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set; ' +
        `file: ${home}/.huaweicloud/credentials does not exist; metadata service: http://169.254.169.254 could not be reached`,
    );
  });

  test.each([
    ['one variable of two', () => vi.stubEnv('HUAWEICLOUD_SDK_SK', sk), 'HUAWEICLOUD_SDK_AK is not set', 2],
    ['a section without sk', () => void writeCredentials('[basic]\nak = a'), 'section [basic] has no sk', 1],
    ['a file that is no INI', () => void writeCredentials('secret-7'), 'line 1 is neither', 1],
    [
      'a named file that does not exist',
      () => vi.stubEnv('HUAWEICLOUD_SDK_CREDENTIALS_FILE', '/nowhere'),
      '/nowhere does not exist',
      1,
    ],
    [
      'a named file without the section',
      () => {
        writeFileSync(join(home, 'named'), '[global]');
        vi.stubEnv('HUAWEICLOUD_SDK_CREDENTIALS_FILE', join(home, 'named'));
      },
      'has no section [basic]',
      1,
    ],
  ])('end the search at %s', async (_, prepare, reason, unasked) => {
    prepare();
    const { fetch, asked } = createDeadFetch();
    const error = await errorOf(provide(defaultCredentials(), { fetch }));
    expect(error.message).toContain(reason);
    expect(error.message.match(/not asked after that/g)).toHaveLength(unasked);
    expect(error.cause).toBeInstanceOf(CredentialsError);
    expect(asked).toEqual([]);
  });

  test('keep what a place has told them: the metadata service is asked for one token', async () => {
    const server = await startFaultServer(raw(200, 'metadata-token'), json(200, temporaryKey()));
    const provider = defaultCredentials();
    const redirect: typeof fetch = (input, init) =>
      fetch((input as string).replace('http://169.254.169.254', server.url), init);
    for (let asked = 0; asked < 2; asked += 1) {
      expect(await provide(provider, { fetch: redirect })).toMatchObject({ ak: 'TemporaryKey' });
    }
    expect(server.arrivals.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET']);
  });

  test('are not looked for in the network of a browser', async () => {
    const { fetch, asked } = createDeadFetch();
    const provider = defaultCredentials();
    const message = await withoutFiles(() => messageOf(provide(provider, { fetch })));
    expect(message).toContain('file: this runtime has no files; metadata service: this runtime does not run on a');
    expect(asked).toEqual([]);
  });

  test('end with the reason of an abort', async () => {
    const controller = new AbortController();
    const rejected = errorOf(
      provide(defaultCredentials(), { signal: controller.signal, fetch: () => new Promise(() => {}) }),
    );
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort('enough');
    expect(await rejected).toBe('enough');
  });

  test('are what a client uses that is given none', async () => {
    vi.stubEnv('HUAWEICLOUD_SDK_AK', 'FromEnvironment');
    vi.stubEnv('HUAWEICLOUD_SDK_SK', sk);
    const server = await startFaultServer(running);
    await createClient({ endpoint: server.url }).showRunningStatus(call);
    expect(server.arrivals.map(accessKeyOf)).toEqual(['FromEnvironment']);
  });
});

describe('temporaryCredentials', () => {
  const url = '/v3.0/OS-CREDENTIAL/securitytokens';
  const grantKey = json(201, temporaryKey());
  const agency = { agencyName: 'deployers', domainName: 'customer' };

  test('for a token are those of its user', async () => {
    const iam = await startFaultServer(grantKey);
    const provider = temporaryCredentials({ source: staticToken('user-token'), iamEndpoint: iam.url });
    expect(await issue(provider)).toEqual({ ak: 'TemporaryKey', securityToken });
    expect(iam.arrivals[0]).toMatchObject({ method: 'POST', url });
    expect(iam.arrivals[0]?.headers['x-auth-token']).toBe('user-token');
    expect(JSON.parse(iam.arrivals[0]?.body ?? '')).toEqual({ auth: { identity: { methods: ['token'], token: {} } } });
  });

  test('for an agency are asked for with a token or with an access key', async () => {
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

  test('are renewed with the token that is there, and serve a client', async () => {
    const iam = await startFaultServer((response, { url, headers }) => {
      const asked = iam.arrivals.length;
      const isToken = url.startsWith('/v3/auth');
      const token = json(201, { token: {} }, { 'x-subject-token': `token-${asked}` });
      const key = json(201, temporaryKey(`Key${String(headers['x-auth-token'])}`.replace('-', ''), asked * 3_600_000));
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

  test('ask IAM where the access key’s file says', async () => {
    const iam = await startFaultServer(grantKey);
    writeCredentials(`[basic]\nak = AccessKey\nsk = ${sk}\niam_endpoint = ${iam.url}`);
    await issue(temporaryCredentials({ source: credentialsFromFile(), agency }), { region: 'cn-north-4' });
    expect(iam.arrivals).toHaveLength(1);
  });

  test('where IAM refuses, its words are told, and for which agency', async () => {
    const iam = await startFaultServer(json(403, { error: { code: 403, message: 'not allowed', title: 'Forbidden' } }));
    const options = { source: staticToken('user-token'), iamEndpoint: iam.url };
    expect(await messageOf(issue(temporaryCredentials(options)))).toBe(
      'IAM issued no temporary key: 403 not allowed (request req-1)',
    );
    expect(await messageOf(issue(temporaryCredentials({ ...options, agency })))).toBe(
      'IAM issued no temporary key for the agency deployers: 403 not allowed (request req-1)',
    );
  });

  test('where IAM’s answer lacks the secret, that is told without the rest', async () => {
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
    [{ iamEndpoint: 'http://iam.example.com' }, 'refusing to send credentials over HTTP to iam.example.com: use https'],
  ])('%j is refused', (options, message) => {
    const all = { source: staticToken('user-token'), ...options } as TemporaryCredentialsOptions;
    expect(() => temporaryCredentials(all)).toThrow(new TypeError(message));
  });
});

describe('a question to IAM that is signed', () => {
  const credentials = { ak: 'AccessKey', sk };
  const found = json(200, { projects: [{ id: 'project-1', name: 'cn-north-4' }] });

  async function ask(answers: Answer[], options: Partial<ClientOptions> = {}) {
    const iam = await startFaultServer(...answers);
    const server = await startFaultServer(running);
    const { build } = createTestClient(server.url, {
      region: 'cn-north-4',
      credentials,
      projectId: projectIdFromIam({ iamEndpoint: iam.url }),
      ...options,
    });
    const error = await build.showRunningStatus(call).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return { iam, server, error };
  }

  test('with a wrong clock is signed once more with IAM’s time', async () => {
    const hourAhead = { date: new Date(now + 3_600_000).toUTCString() };
    const { iam, error } = await ask([json(401, { error_code: 'APIGW.0303' }, hourAhead), found]);
    expect(error).toBeUndefined();
    expect(iam.arrivals.map(({ headers }) => headers['x-sdk-date'])).toEqual(['20260102T030405Z', '20260102T040405Z']);
  });

  test('with a clock that stays wrong is told', async () => {
    const at = (ms: number) => json(401, { error_code: 'APIGW.0303' }, { date: new Date(now + ms).toUTCString() });
    const { iam, error } = await ask([at(3_600_000), at(7_200_000)]);
    expect(error).toMatchObject({ name: 'CredentialsError', status: 401 });
    expect(iam.arrivals).toHaveLength(2);
  });

  test('learns no time from an answer without Date, or from a cache', async () => {
    const bare: Answer = (response) => {
      response.sendDate = false;
      response.writeHead(401);
      response.end('{}');
    };
    const cached = json(401, {}, { date: new Date(now + 3_600_000).toUTCString(), age: '7' });
    for (const answer of [bare, cached]) {
      const { iam, error } = await ask([answer]);
      expect(error).toMatchObject({ status: 401 });
      expect(iam.arrivals).toHaveLength(1);
    }
  });

  test('is signed with another key where the first was refused', async () => {
    let fetches = 0;
    const provider: CredentialProvider = () => Promise.resolve({ ak: `Key${(fetches += 1)}`, sk });
    const at = { date: new Date(now).toUTCString() };
    const { iam, server } = await ask([json(401, {}, at), found], { credentials: provider });
    expect(iam.arrivals.map(accessKeyOf)).toEqual(['Key1', 'Key2']);
    expect(server.arrivals.map(accessKeyOf)).toEqual(['Key2']);
  });

  test('is retried with full jitter', async () => {
    const iam = await startFaultServer(json(503, {}), json(503, {}), found);
    const { build, clock } = createTestClient((await startFaultServer(running)).url, {
      region: 'cn-north-4',
      credentials,
      random: () => 0.5,
      projectId: projectIdFromIam({ iamEndpoint: iam.url }),
    });
    await build.showRunningStatus(call);
    expect(clock.pauses).toEqual([100, 200]);
  });
});

describe('projectIdFromIam', () => {
  const credentials = { ak: 'AccessKey', sk };
  const list = (...projects: [id: string, name: string][]): Answer =>
    json(200, { projects: projects.map(([id, name]) => ({ id, name })) });

  async function setUp(answer: Answer, options: Partial<ClientOptions> = {}) {
    const iam = await startFaultServer(answer);
    vi.stubEnv('HUAWEICLOUD_SDK_IAM_ENDPOINT', iam.url);
    const server = await startFaultServer(running);
    const { build } = createTestClient(server.url, {
      region: 'cn-north-4',
      credentials,
      projectId: projectIdFromIam(),
      ...options,
    });
    return { iam, server, build };
  }

  test('finds the project of the region, signs and sends its id, and asks once in a client’s life', async () => {
    const { iam, server, build } = await setUp(list(['project-1', 'cn-north-4']));
    await Promise.all(Array.from({ length: 100 }, () => build.showRunningStatus(call)));
    await build.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(1);
    expect(iam.arrivals[0]).toMatchObject({ method: 'GET', url: '/v3/projects?name=cn-north-4', body: '' });
    expect(iam.arrivals[0]?.headers['x-project-id']).toBeUndefined();
    expect(new Set(server.arrivals.map(({ headers }) => headers['x-project-id']))).toEqual(new Set(['project-1']));
    expect(server.arrivals[0]?.headers.authorization).toContain('SignedHeaders=host;x-project-id;x-sdk-date,');
  });

  test('goes before the project of the credentials, and after a header of the call', async () => {
    const { server, build } = await setUp(list(['project-1', 'cn-north-4']), {
      credentials: { ...credentials, projectId: 'of-another-region' },
    });
    await build.showRunningStatus(call);
    await build.showRunningStatus(call, { headers: { 'X-Project-Id': 'of-this-call' } });
    expect(server.arrivals.map(({ headers }) => headers['x-project-id'])).toEqual(['project-1', 'of-this-call']);
    expect(server.arrivals[1]?.headers.authorization).toContain('x-project-id;');
  });

  test('finds a project by its name too, and asks with a token where the client has one', async () => {
    const { iam, server, build } = await setUp(list(['project-1', 'cn-north-4'], ['project-2', 'a&b']), {
      region: undefined,
      credentials: staticToken('user-token'),
      projectId: projectIdFromIam({ projectName: 'a&b' }),
    });
    await build.showRunningStatus(call);
    expect(iam.arrivals[0]?.url).toBe('/v3/projects?name=a%26b');
    expect(iam.arrivals[0]?.headers['x-auth-token']).toBe('user-token');
    expect(server.arrivals[0]?.headers).toMatchObject({ 'x-project-id': 'project-2', 'x-auth-token': 'user-token' });
  });

  test.each([
    [list(), 'IAM returned no project named "cn-north-4" for these credentials; set projectId'],
    [
      list(['project-2', 'cn-north-1']),
      'IAM returned no project named "cn-north-4" for these credentials; set projectId',
    ],
    [
      list(['project-1', 'cn-north-4'], ['project-2', 'cn-north-4']),
      'IAM returned 2 projects (project-1, project-2) named "cn-north-4" for these credentials; set projectId',
    ],
    [json(200, {}), 'IAM returned no a list of projects'],
    [raw(200, '<html>'), 'IAM returned no a list of projects'],
    [json(403, { error: { message: 'no' } }), 'IAM did not return the project "cn-north-4": 403 no (request req-1)'],
  ])('tells of none and of several, and creates nothing: %#', async (answer, message) => {
    const { iam, server, build } = await setUp(answer);
    expect(await messageOf(build.showRunningStatus(call))).toBe(message);
    expect(iam.arrivals.map(({ method }) => method)).toEqual(['GET']);
    expect(server.arrivals).toHaveLength(0);
  });

  test('asks again after a failure', async () => {
    const answers = [json(403, {}), list(['project-1', 'cn-north-4'])];
    const { build } = await setUp((response, arrival) => answers.shift()?.(response, arrival));
    await errorOf(build.showRunningStatus(call));
    expect(await build.showRunningStatus(call)).toEqual({ result: true });
  });

  test('needs a name, or a region to take it from', async () => {
    const { build } = await setUp(list(), { region: undefined });
    expect(await messageOf(build.showRunningStatus(call))).toBe('projectName is required if the client has no region');
  });

  test('a function of one’s own finds it too', async () => {
    const { server, build } = await setUp(list(), { projectId: () => Promise.resolve('project-7') });
    await build.showRunningStatus(call);
    expect(server.arrivals[0]?.headers['x-project-id']).toBe('project-7');
    const error = new Error('vault is sealed');
    const failing = await setUp(list(), { projectId: () => Promise.reject(error) });
    expect(await errorOf(failing.build.showRunningStatus(call))).toBe(error);
  });

  test('an id that cannot be sent is an error', async () => {
    const { build } = await setUp(json(200, { projects: [{ name: 'cn-north-4' }] }));
    const message = 'the project ID of the provider must be printable ASCII without spaces';
    expect(await messageOf(build.showRunningStatus(call))).toBe(message);
  });

  test.each(['', 'two words', 7, null])('projectId %j is refused, and shown', (projectId) => {
    const options = { endpoint: 'https://build.example.com', credentials, projectId: projectId as string };
    expect(() => createClient(options)).toThrow(
      new TypeError(
        `projectId must be printable ASCII without spaces, or a function; received ${JSON.stringify(projectId)}`,
      ),
    );
  });

  test('is not sent over plain http to another machine', () => {
    expect(() => projectIdFromIam({ iamEndpoint: 'http://iam.example.com' })).toThrow(
      new TypeError('refusing to send credentials over HTTP to iam.example.com: use https'),
    );
  });
});

describe('against the sandbox, which checks signatures, tokens and agencies by itself', () => {
  test('every way to prove an identity is accepted, by the service and by the IAM of the region', async () => {
    const sandbox = createSandbox();
    const { ak, sk, domainName, userName, password, projectId } = sandbox.credentials;
    const user = { domainName, userName, password };
    const mfa = { userId: sandbox.state.users[0]?.id ?? '', passcode: () => sandbox.passcode() };
    const agency = { agencyName: 'build-agency', domainName: 'sandbox-partner' };
    const ways: Partial<ClientOptions>[] = [
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
    for (const way of ways) {
      const build = createClient({ region: 'cn-north-4', fetch: sandbox.fetch, clock: sandbox.clock, ...way });
      const { attempts } = await build
        .listProjectJobs({ project_id: sandbox.seed.projectId, page_index: 0, page_size: 10 })
        .withResponse();
      expect(attempts).toBe(1);
    }
    await sandbox.close();
  });
});

describe('secrets', () => {
  test('appear in no error, event or print, also where IAM or the metadata service echo them', async () => {
    const secretAnswer = json(200, { credential: { secret: sk, securitytoken: securityToken } });
    const echo: Answer = (response, { headers }) =>
      raw(400, `no: ${JSON.stringify(headers)} ${sk} ${securityToken}`)(response, {} as Arrival);
    const metadata = await startFaultServer(raw(200, 'MetadataTokenOfTheTests'), secretAnswer, echo);
    const iam = await startFaultServer(secretAnswer, echo);
    const source = { ak: 'AccessKey', sk, securityToken };
    const agency = { agencyName: 'deployers', domainId: 'd-1' };
    writeCredentials(`[basic]\nak = AccessKey\nsk ${sk}\n`);
    const fromMetadata = credentialsFromMetadata({ endpoint: metadata.url });
    const fromIam = temporaryCredentials({ source, agency, iamEndpoint: iam.url });
    const providers = [fromMetadata, fromMetadata, fromIam, fromIam, credentialsFromFile(), defaultCredentials()];
    const events: ClientEvent[] = [];
    const printed: string[] = [];
    for (const credentials of providers) {
      const onEvent = (event: ClientEvent): number => events.push(event);
      const { build } = createTestClient('https://build.example.com', { credentials, onEvent });
      const error = await errorOf(build.showRunningStatus(call));
      expect(error).toBeInstanceOf(CredentialsError);
      printed.push(inspect(error, { depth: 9 }), JSON.stringify(error), String(error.stack));
    }
    expect(events).toHaveLength(providers.length);
    printed.push(inspect(events, { depth: 9 }));
    for (const secret of [sk, securityToken, 'MetadataTokenOfTheTests', 'Signature=']) {
      expect(printed.join('\n').replaceAll('Signature=***', '')).not.toContain(secret);
    }
  });
});
