import { describe, expect, test, vi } from 'vitest';
import { createClient, projectIdFromIam, staticToken, type ClientOptions } from '../../src/index.js';
import { createTestClient } from '../support/client.js';
import { sk, running, call, errorOf, messageOf, useEmptyHome } from '../support/credentials.js';
import { json, raw, startFaultServer, type Responder } from '../support/fault-server.js';

useEmptyHome();

describe('projectIdFromIam', () => {
  const credentials = { ak: 'AccessKey', sk };
  const list = (...projects: [id: string, name: string][]): Responder =>
    json(200, { projects: projects.map(([id, name]) => ({ id, name })) });

  async function setUp(responder: Responder, options: Partial<ClientOptions> = {}) {
    const iam = await startFaultServer(responder);
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

  test('finds the project of the region with one request per client, and its ID is signed and sent', async () => {
    const { iam, server, build } = await setUp(list(['project-1', 'cn-north-4']));
    await Promise.all(Array.from({ length: 100 }, () => build.showRunningStatus(call)));
    await build.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(1);
    expect(iam.arrivals[0]).toMatchObject({ method: 'GET', url: '/v3/projects?name=cn-north-4', body: '' });
    expect(iam.arrivals[0]?.headers['x-project-id']).toBeUndefined();
    expect(new Set(server.arrivals.map(({ headers }) => headers['x-project-id']))).toEqual(new Set(['project-1']));
    expect(server.arrivals[0]?.headers.authorization).toContain('SignedHeaders=host;x-project-id;x-sdk-date,');
  });

  test('takes precedence over the project of the credentials, and a header of the call over both', async () => {
    const { server, build } = await setUp(list(['project-1', 'cn-north-4']), {
      credentials: { ...credentials, projectId: 'of-another-region' },
    });
    await build.showRunningStatus(call);
    await build.showRunningStatus(call, { headers: { 'X-Project-Id': 'of-this-call' } });
    expect(server.arrivals.map(({ headers }) => headers['x-project-id'])).toEqual(['project-1', 'of-this-call']);
    expect(server.arrivals[1]?.headers.authorization).toContain('x-project-id;');
  });

  test('finds a project by its name, with the token of the client', async () => {
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
    [json(200, {}), 'IAM returned no list of projects'],
    [
      raw(200, '<html>'),
      'IAM did not return the project "cn-north-4": GET /v3/projects returned 200 with a body that is not JSON (no content type)',
    ],
    [
      json(403, { error: { message: 'no' } }),
      'IAM did not return the project "cn-north-4": GET /v3/projects failed: 403 no [request req-1]',
    ],
  ])(
    'fails if no project, several projects or no list is returned, and creates no project: %#',
    async (responder, message) => {
      const { iam, server, build } = await setUp(responder);
      expect(await messageOf(build.showRunningStatus(call))).toBe(message);
      expect(iam.arrivals.map(({ method }) => method)).toEqual(['GET']);
      expect(server.arrivals).toHaveLength(0);
    },
  );

  test('sends the request again after a failure', async () => {
    const responders = [json(403, {}), list(['project-1', 'cn-north-4'])];
    const { build } = await setUp((response, arrival) => responders.shift()?.(response, arrival));
    await errorOf(build.showRunningStatus(call));
    expect(await build.showRunningStatus(call)).toEqual({ result: true });
  });

  test('requires a name or a region', async () => {
    const { build } = await setUp(list(), { region: undefined });
    expect(await messageOf(build.showRunningStatus(call))).toBe('projectName is required if the client has no region');
  });

  test('can be replaced by your own function', async () => {
    const { server, build } = await setUp(list(), { projectId: () => Promise.resolve('project-7') });
    await build.showRunningStatus(call);
    expect(server.arrivals[0]?.headers['x-project-id']).toBe('project-7');
    const error = new Error('vault is sealed');
    const failing = await setUp(list(), { projectId: () => Promise.reject(error) });
    expect(await errorOf(failing.build.showRunningStatus(call))).toBe(error);
  });

  test('fails if the project has no ID', async () => {
    const { build } = await setUp(json(200, { projects: [{ name: 'cn-north-4' }] }));
    const message = 'IAM returned the project "cn-north-4" without an ID';
    expect(await messageOf(build.showRunningStatus(call))).toBe(message);
  });

  test.each(['', 'two words', 7, null])('throws for the projectId %j, and shows it', (projectId) => {
    const options = { endpoint: 'https://build.example.com', credentials, projectId: projectId as string };
    expect(() => createClient(options)).toThrow(
      new TypeError(
        `projectId must be printable ASCII without spaces, or a function; received ${JSON.stringify(projectId)}`,
      ),
    );
  });

  test('rejects an IAM endpoint over HTTP on another machine', () => {
    expect(() => projectIdFromIam({ iamEndpoint: 'http://iam.example.com' })).toThrow(
      new TypeError('refusing to send credentials over HTTP to iam.example.com; use HTTPS'),
    );
  });
});
