import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  CredentialsError,
  credentialsFromFile,
  credentialsFromMetadata,
  defaultCredentials,
  projectIdFromIam,
  temporaryCredentials,
  type ClientEvent,
  type ClientOptions,
  type CredentialProvider,
} from '../../src/index.js';
import { createTestClient } from '../support/client.js';
import {
  sk,
  securityToken,
  now,
  running,
  call,
  writeCredentials,
  errorOf,
  accessKeyOf,
  useEmptyHome,
} from '../support/credentials.js';
import { json, raw, startFaultServer, type Responder, type Arrival } from '../support/fault-server.js';

const home = useEmptyHome();

describe('a signed request to IAM', () => {
  const credentials = { ak: 'AccessKey', sk };
  const found = json(200, { projects: [{ id: 'project-1', name: 'cn-north-4' }] });

  async function callWithLookup(responders: Responder[], options: Partial<ClientOptions> = {}) {
    const iam = await startFaultServer(...responders);
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

  test('is signed again with the time of IAM if the clock is wrong', async () => {
    const hourAhead = { date: new Date(now + 3_600_000).toUTCString() };
    const { iam, error } = await callWithLookup([json(401, { error_code: 'APIGW.0303' }, hourAhead), found]);
    expect(error).toBeUndefined();
    expect(iam.arrivals.map(({ headers }) => headers['x-sdk-date'])).toEqual(['20260102T030405Z', '20260102T040405Z']);
  });

  test('fails if the clock is still wrong after one correction', async () => {
    const at = (ms: number) => json(401, { error_code: 'APIGW.0303' }, { date: new Date(now + ms).toUTCString() });
    const { iam, error } = await callWithLookup([at(3_600_000), at(7_200_000)]);
    expect(error).toMatchObject({ name: 'CredentialsError', cause: { status: 401 } });
    expect(iam.arrivals).toHaveLength(2);
  });

  test('ignores the time of a cached response, and of one without Date', async () => {
    const bare: Responder = (response) => {
      response.sendDate = false;
      response.writeHead(401);
      response.end('{}');
    };
    const cached = json(401, {}, { date: new Date(now + 3_600_000).toUTCString(), age: '7' });
    for (const responder of [bare, cached]) {
      const { iam, error } = await callWithLookup([responder]);
      expect(error).toMatchObject({ cause: { status: 401 } });
      expect(iam.arrivals).toHaveLength(1);
    }
  });

  test('is signed with another key if the first is rejected', async () => {
    let fetches = 0;
    const provider: CredentialProvider = () => Promise.resolve({ ak: `Key${(fetches += 1)}`, sk });
    const at = { date: new Date(now).toUTCString() };
    const { iam, server } = await callWithLookup([json(401, {}, at), found], { credentials: provider });
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

describe('secrets', () => {
  test('appear in no error, event or output, even if IAM or the metadata service echo them', async () => {
    const withSecrets = json(200, { credential: { secret: sk, securitytoken: securityToken } });
    const echo: Responder = (response, { headers }) =>
      raw(400, `no: ${JSON.stringify(headers)} ${sk} ${securityToken}`)(response, {} as Arrival);
    const metadata = await startFaultServer(raw(200, 'MetadataTokenOfTheTests'), withSecrets, echo);
    const iam = await startFaultServer(withSecrets, echo);
    const source = { ak: 'AccessKey', sk, securityToken };
    const agency = { agencyName: 'deployers', domainId: 'd-1' };
    writeCredentials(home(), `[basic]\nak = AccessKey\nsk ${sk}\n`);
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
    expect(events.filter(({ type }) => type === 'credentials')).toHaveLength(providers.length);
    printed.push(inspect(events, { depth: 9 }));
    for (const secret of [sk, securityToken, 'MetadataTokenOfTheTests', 'Signature=']) {
      expect(printed.join('\n').replaceAll('Signature=***', '')).not.toContain(secret);
    }
  });
});
