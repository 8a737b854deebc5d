import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  createClient,
  CredentialsError,
  credentialsFromEnv,
  defaultCredentials,
  type ClientEvent,
  type ClientOptions,
} from '../../src/index.js';
import {
  sk,
  securityToken,
  running,
  call,
  writeCredentials,
  provide,
  errorOf,
  messageOf,
  withoutFiles,
  temporaryKey,
  accessKeyOf,
  createDeadFetch,
  useEmptyHome,
} from '../support/credentials.js';
import { json, raw, startFaultServer } from '../support/fault-server.js';

const home = useEmptyHome();

describe('credentialsFromEnv', () => {
  test('reads the variables of the Huawei Cloud SDKs, without surrounding line breaks', async () => {
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

  test('finds no variables on a runtime without a process', async () => {
    vi.stubGlobal('process', undefined);
    const provider = credentialsFromEnv();
    vi.unstubAllGlobals();
    expect(await messageOf(provide(provider))).toContain('are not set');
  });
});

describe('defaultCredentials', () => {
  test('use the first configured source, and send no request', async () => {
    const { fetch, urls } = createDeadFetch();
    const provider = defaultCredentials();
    writeCredentials(home(), '[basic]\nak = FromFile\nsk = x');
    expect(await provide(provider, { fetch })).toMatchObject({ ak: 'FromFile' });
    vi.stubEnv('HUAWEICLOUD_SDK_AK', 'FromEnvironment');
    vi.stubEnv('HUAWEICLOUD_SDK_SK', sk);
    expect(await provide(provider, { fetch })).toMatchObject({ ak: 'FromEnvironment' });
    expect(urls).toEqual([]);
  });

  test('use the metadata service last', async () => {
    writeCredentials(home(), '[global]\nak = a\nsk = b');
    const responders = [new Response('metadata-token'), new Response(JSON.stringify(temporaryKey()))];
    const fetch = () => Promise.resolve(responders.shift() ?? Response.error());
    expect(await provide(defaultCredentials(), { fetch })).toMatchObject({ ak: 'TemporaryKey' });
  });

  test('reject with one error that lists each source if none is configured', async () => {
    const { fetch } = createDeadFetch();
    const error = await errorOf(provide(defaultCredentials(), { fetch }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toBe(
      'no credentials found. environment: HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set; ' +
        `file: ${home()}/.huaweicloud/credentials does not exist; metadata service: cannot reach http://169.254.169.254: PUT /meta-data/latest/api/token failed: fetch failed`,
    );
  });

  test.each([
    [
      'one of two variables',
      () => vi.stubEnv('HUAWEICLOUD_SDK_SK', sk),
      'HUAWEICLOUD_SDK_SK is set, but HUAWEICLOUD_SDK_AK is not',
      2,
    ],
    ['a section without sk', () => void writeCredentials(home(), '[basic]\nak = a'), 'section [basic] has no sk', 1],
    [
      'a file that is not INI',
      () => void writeCredentials(home(), 'secret-7'),
      'line 1 must be a section or "name = value"',
      1,
    ],
    [
      'a named file that does not exist',
      () => vi.stubEnv('HUAWEICLOUD_SDK_CREDENTIALS_FILE', '/nowhere'),
      '/nowhere does not exist',
      1,
    ],
    [
      'a named file without the section',
      () => {
        writeFileSync(join(home(), 'named'), '[global]');
        vi.stubEnv('HUAWEICLOUD_SDK_CREDENTIALS_FILE', join(home(), 'named'));
      },
      'has no section [basic]',
      1,
    ],
  ])('stop at %s', async (_, prepare, reason, untried) => {
    prepare();
    const { fetch, urls } = createDeadFetch();
    const error = await errorOf(provide(defaultCredentials(), { fetch }));
    expect(error.message).toContain(reason);
    expect(error.message.match(/not tried/g)).toHaveLength(untried);
    expect(error.cause).toBeInstanceOf(CredentialsError);
    expect(urls).toEqual([]);
  });

  test('reuse the token of the metadata service', async () => {
    const server = await startFaultServer(raw(200, 'metadata-token'), json(200, temporaryKey()));
    const provider = defaultCredentials();
    const redirect: typeof fetch = (input, init) =>
      fetch((input as string).replace('http://169.254.169.254', server.url), init);
    for (let calls = 0; calls < 2; calls += 1) {
      expect(await provide(provider, { fetch: redirect })).toMatchObject({ ak: 'TemporaryKey' });
    }
    expect(server.arrivals.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET']);
  });

  test('send no request on a runtime without files, such as a browser', async () => {
    const { fetch, urls } = createDeadFetch();
    const message = await withoutFiles(() => messageOf(provide(defaultCredentials(), { fetch })));
    expect(message).toBe('no credentials found. environment: HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set');
    expect(urls).toEqual([]);
  });

  test('reject with the reason of an abort', async () => {
    const controller = new AbortController();
    const rejected = errorOf(
      provide(defaultCredentials(), { signal: controller.signal, fetch: () => new Promise(() => {}) }),
    );
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort('enough');
    expect(await rejected).toBe('enough');
  });

  test('are used by a client without the option credentials', async () => {
    vi.stubEnv('HUAWEICLOUD_SDK_AK', 'FromEnvironment');
    vi.stubEnv('HUAWEICLOUD_SDK_SK', sk);
    const server = await startFaultServer(running);
    await createClient({ endpoint: server.url }).showRunningStatus(call);
    expect(server.arrivals.map(accessKeyOf)).toEqual(['FromEnvironment']);
  });

  test('are reported with the place that they come from', async () => {
    const sourcesOf = async (options: ClientOptions): Promise<(string | undefined)[]> => {
      const server = await startFaultServer(running);
      const sources: (string | undefined)[] = [];
      const onEvent = (event: ClientEvent): void => {
        if (event.type === 'credentials') sources.push(event.source);
      };
      await createClient({ endpoint: server.url, onEvent, ...options }).showRunningStatus(call);
      return sources;
    };
    writeCredentials(home(), `[basic]\nak = FromFile\nsk = ${sk}`);
    expect(await sourcesOf({})).toEqual([`${join(home(), '.huaweicloud', 'credentials')} [basic]`]);
    vi.stubEnv('HUAWEICLOUD_SDK_AK', 'FromEnvironment');
    vi.stubEnv('HUAWEICLOUD_SDK_SK', sk);
    expect(await sourcesOf({})).toEqual(['environment variables']);
    expect(await sourcesOf({ credentials: () => Promise.resolve({ ak: 'Own', sk }) })).toEqual([undefined]);
  });
});
