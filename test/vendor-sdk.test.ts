/** Huawei Cloud SDK for Node.js against the sandbox over HTTP. The SDK builds, signs and sends requests and reads responses with its own code. */
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createSandbox, type Sandbox } from '../src/sandbox/index.js';
import { listDocumentedOperations, type Api, type DocumentedOperation } from './support/documented-operations.js';
import { textWith } from './support/sandbox-requests.js';
import { prepareSandbox, scenarios, substitute, type Substitutes } from './support/sandbox-substitutes.js';
import { createTestClock } from './support/test-clock.js';
import { skipOrFail } from './support/skip-or-fail.js';
import {
  isSdkInstalled,
  startSdk,
  type Sdk,
  type SdkOutcome,
  type SdkCall,
  type SdkRequest,
} from './vendor-sdk/start-sdk.js';

if (!isSdkInstalled) {
  test('the SDK is installed', (context) => {
    skipOrFail(context, 'The Huawei Cloud SDK is not installed; run npm run test:vendor-sdk');
  });
}

/** Returns the input of the SDK core, as a method of a generated client passes it. No generated client for CodeArts Build is published. */
const request = (method: string, url: string, more: Partial<SdkRequest> = {}): SdkRequest => ({
  ...{ method, url, contentType: 'application/json', queryParams: {}, pathParams: {}, headers: {} },
  ...more,
});

/** Returns the result of a successful call. */
function resultOf(outcome: SdkOutcome): Record<string, unknown> {
  if ('error' in outcome) throw new Error(`${outcome.error.name}: ${outcome.error.message}`);
  return outcome.result as Record<string, unknown>;
}

const errorOf = (outcome: SdkOutcome): Record<string, unknown> => {
  if (!('error' in outcome)) return expect.unreachable('The SDK did not throw');
  return outcome.error;
};

describe.skipIf(!isSdkInstalled)('the Huawei Cloud SDK', () => {
  let sdk: Sdk;

  beforeAll(() => {
    sdk = startSdk();
  });
  afterAll(() => sdk.close());

  describe('gets a successful response from', () => {
    const clock = createTestClock();
    const sandbox = createSandbox({ clock, scenarios });
    const { ak, sk, projectId } = sandbox.credentials;
    let endpoint: string;
    let substitutes: Record<Api, Substitutes>;
    let changed = true;

    beforeAll(async () => {
      endpoint = await sandbox.listen();
    });
    afterAll(() => sandbox.close());
    beforeEach(async () => {
      if (!changed) return;
      // The SDK signs with the system time.
      clock.advance(Date.now() - clock.now());
      sandbox.reset();
      substitutes = await prepareSandbox(sandbox);
    });

    /** Returns an operation with its examples, as a generated client sends it. */
    function toRequest({ api, id, method, path, parameters, body }: DocumentedOperation): SdkRequest {
      const values = substitutes[api];
      const sent = request(method, path, { contentType: body?.mediaType ?? 'application/json' });
      const locations = { path: sent.pathParams, query: sent.queryParams, header: sent.headers };
      for (const { name, in: location, example } of parameters) {
        if (example !== undefined) locations[location][name] = substitute(values, name, example);
      }
      const [example] = Object.values(body?.examples ?? {});
      if (!body || example === undefined) return sent;
      const data = substitute(values, 'body', example) as Record<string, unknown>;
      if (body.mediaType !== 'multipart/form-data') return { ...sent, data };
      const reports: Record<string, string> = {
        uploadJunitReport: '<testsuite><testcase name="a"/></testsuite>',
        uploadCoverageReport: '<coverage lines-covered="1" lines-valid="2"/>',
      };
      const text = reports[id] ?? '<settings/>';
      const file = { name: 'example.xml', bytes: new TextEncoder().encode(text) };
      const fields = Object.entries(data).map(([name, value]) => [name, String(value)] as [string, string]);
      return { ...sent, form: fields.map(([name, value]) => [name, body.files.includes(name) ? file : value]) };
    }

    test.each(listDocumentedOperations().map((operation) => [`${operation.api} ${operation.id}`, operation] as const))(
      '%s',
      async (_title, operation) => {
        changed = operation.method !== 'GET';
        const sent = toRequest(operation);
        const { httpStatusCode } = resultOf(await sdk.call({ endpoint, keys: { ak, sk, projectId }, request: sent }));
        expect(httpStatusCode).toBe(operation.status);
      },
    );
  });

  /** Starts a sandbox and returns functions that call it with the SDK. */
  async function start() {
    const sandbox = createSandbox();
    onTestFinished(() => sandbox.close());
    const endpoint = await sandbox.listen();
    const { ak, sk, projectId } = sandbox.credentials;
    const send = (sent: SdkRequest, more: Partial<SdkCall> = {}): Promise<SdkOutcome> =>
      sdk.call({ endpoint, keys: { ak, sk, projectId }, request: sent, ...more });
    const iam = (method: string, input: object): Promise<SdkOutcome> =>
      sdk.call({ endpoint, keys: { ak, sk }, iam: method, input });
    return { sandbox, endpoint, send, iam };
  }

  const shopOf = ({ seed }: Sandbox): string => seed.jobIds['web-shop']!;

  const showTask = (job_id: string): SdkRequest => request('GET', '/v1/job/{job_id}/info', { pathParams: { job_id } });

  test('sends any text in a query parameter', async () => {
    const { sandbox, send } = await start();
    const name = `a b+c&d=e%20 ~*()'!"#?/ 构建`;
    sandbox.state.tasks.get(shopOf(sandbox))!.name = name;
    const { projectId: project_id } = sandbox.seed;
    const queryParams = { page_index: 0, page_size: 5, search: name, sort_field: '', by_group: false };
    const sent = request('GET', '/v1/job/{project_id}/list', { pathParams: { project_id }, queryParams });
    expect(resultOf(await send(sent))).toMatchObject({ result: { total: 1, job_list: [{ job_name: name }] } });
  });

  test('sends a list as repeated query parameters', async () => {
    const { sandbox, send } = await start();
    const { buildProjectId: build_project_id } = sandbox.state.tasks.get(shopOf(sandbox))!;
    const branches = ['release/1', 'b&c d'];
    for (const [at, branch] of branches.entries()) sandbox.state.builds.get(shopOf(sandbox))![at]!.branch = branch;
    const queryParams = { page: 0, limit: 100, branches };
    const sent = request('GET', '/v1/record/{build_project_id}/records', {
      pathParams: { build_project_id },
      queryParams,
    });
    expect(resultOf(await send(sent))).toMatchObject({ result: { data: [{}, {}] } });
  });

  test('sends JSON, and a POST without a body', async () => {
    const { sandbox, send } = await start();
    const job_id = shopOf(sandbox);
    const parameter = [{ name: 'note', value: '发布 "1.0" \\ 1e21' }];
    const { result } = resultOf(await send(request('POST', '/v1/job/execute', { data: { job_id, parameter } }))) as {
      result: { actual_build_number: string };
    };
    const build = sandbox.state.builds.get(job_id)!.at(-1)!;
    expect(build.number).toBe(Number(result.actual_build_number));
    expect(build.parameters).toContainEqual({ ...parameter[0]!, secret: false });
    const queryParams = { build_no: build.number };
    const stop = request('POST', '/v1/job/{job_id}/stop', { pathParams: { job_id }, queryParams });
    expect(resultOf(await send(stop))).toMatchObject({ httpStatusCode: 200 });
    expect(build.stoppedAt).toBeDefined();
  });

  test('sends a body with DELETE, except an empty one', async () => {
    const { sandbox, send } = await start();
    const job_ids = [shopOf(sandbox), sandbox.seed.jobIds['base-image']!];
    const remove = (data: object): Promise<SdkOutcome> => send(request('DELETE', '/v1/job/batch-delete', { data }));
    expect(resultOf(await remove({ job_ids }))).toMatchObject({ status: 'success' });
    expect([...sandbox.state.taskMetadata.bin.keys()]).toEqual(job_ids);
    expect(errorOf(await remove({}))).toMatchObject({ errorMsg: 'Invalid parameter: the body is missing.' });
  });

  test('uploads a file with a name', async () => {
    const { sandbox, send } = await start();
    const bytes = Uint8Array.of(0, 255, 13, 10, 254);
    const upload = (name?: string): Promise<SdkOutcome> =>
      send(
        request('POST', '/v2/keystore/upload', {
          contentType: 'multipart/form-data',
          form: [
            ['privacy', 'true'],
            ['description', 'signs 构建'],
            ['file', { bytes, ...(name !== undefined && { name }) }],
          ],
        }),
      );
    const { result } = resultOf(await upload('钥匙 "a".keystore')) as { result: { keystore_id: string } };
    const keystore = sandbox.state.keystores.get(result.keystore_id)!;
    expect(keystore).toMatchObject({ name: '钥匙 "a".keystore', description: 'signs 构建' });
    expect([...keystore.bytes]).toEqual([...bytes]);
    // Without a file name, servers treat the part as text.
    expect(errorOf(await upload())).toMatchObject({ httpStatusCode: 400, errorMsg: textWith('a file name') });
  });

  test('downloads bytes with responseType arraybuffer', async () => {
    const { sandbox, send } = await start();
    const [keystore] = sandbox.state.keystores.values();
    const { id, name, domainId } = keystore!;
    keystore!.bytes = Uint8Array.of(0, 255, 13, 10, 254);
    const sent = request('GET', '/v2/keystore/download', { queryParams: { id, name, domain_id: domainId } });
    const options = { axiosRequestConfig: { responseType: 'arraybuffer' } };
    expect([...(resultOf(await send(sent, { options }))['body'] as Uint8Array)]).toEqual([...keystore!.bytes]);
    // By default, bytes that are not valid UTF-8 are lost.
    expect(resultOf(await send(sent))['body']).toBe('\u0000\ufffd\r\n\ufffd');
  });

  test('downloads a log', async () => {
    const { sandbox, send } = await start();
    const { recordId: record_id } = sandbox.state.builds.get(shopOf(sandbox))![0]!;
    const sent = request('GET', '/v1/log/{record_id}/download-log', { pathParams: { record_id } });
    expect(resultOf(await send(sent))['body']).toContain('Finished: SUCCESS');
  });

  describe('inserts path parameters unescaped', () => {
    /** Requests a job of ServiceStage, whose IDs accept any text. */
    async function requestJob(job_id: string) {
      const { sandbox, send } = await start();
      const { jobs } = sandbox.state.serviceStage;
      const [job] = jobs.values();
      jobs.set(job_id, { ...job!, id: job_id });
      return send(request('GET', '/assembling/v1/jobs/{job_id}', { pathParams: { job_id } }));
    }

    test.each(['urn:job:1', '@&=+,;$', '*()!~-._', '构建', '50%', '[1]'])('and signs %j as sent', async (id) => {
      expect(resultOf(await requestJob(id))).toMatchObject({ job_id: id });
    });

    test.each([
      ['a b', 'a%20b'],
      ['a%20b', 'a%20b'],
      ["it's", 'it%27s'],
      ['"a"', '%22a%22'],
      ['a|b', 'a%7Cb'],
      ['a?b', 'a'],
    ])('and signs %j differently than sent, which is rejected', async (id, sent) => {
      expect(errorOf(await requestJob(id))).toMatchObject({
        httpStatusCode: 401,
        errorCode: 'APIGW.0301',
        errorMsg: textWith(`canonicalRequest:GET|/assembling/v1/jobs/${sent}/|`),
      });
    });

    test.each([
      ['a/b', 'APIGW.0101'],
      ['a\\b', 'APIGW.0101'],
      ['..', 'APIGW.0101'],
      // The job `a`, which does not exist.
      ['a#b', 'SVCSTG.00100429'],
    ])('and requests another path than %j', async (id, errorCode) => {
      expect(errorOf(await requestJob(id))).toMatchObject({ errorCode });
    });
  });

  test('signs two slashes if the endpoint ends with one, which is rejected', async () => {
    const { sandbox, endpoint, send } = await start();
    expect(errorOf(await send(showTask(shopOf(sandbox)), { endpoint: `${endpoint}/` }))).toMatchObject({
      httpStatusCode: 401,
      errorCode: 'APIGW.0301',
    });
  });

  describe('throws', () => {
    test('an error of the service', async () => {
      const { send } = await start();
      expect(errorOf(await send(showTask('0'.repeat(32))))).toMatchObject({
        name: 'ClientRequestException',
        httpStatusCode: 422,
        errorCode: 'DEVCB.00031006',
        errorMsg: `The build task ${'0'.repeat(32)} does not exist.`,
        requestId: textWith(/^[0-9a-f]{32}$/),
      });
    });

    test('an error of the gateway', async () => {
      const { sandbox, send } = await start();
      const keys = { ak: sandbox.credentials.ak, sk: 'guessed' };
      expect(errorOf(await send(showTask(shopOf(sandbox)), { keys }))).toMatchObject({
        name: 'ClientRequestException',
        httpStatusCode: 401,
        errorCode: 'APIGW.0301',
        errorMsg: textWith('verify aksk signature fail'),
      });
    });

    test('injected faults', async () => {
      const { sandbox, send } = await start();
      sandbox.faults.add({ kind: 'status', status: 503, operation: 'showJobInfo', count: 1 });
      sandbox.faults.add({ kind: 'reset', operation: 'showJobInfo', count: 1 });
      const failed = [await send(showTask(shopOf(sandbox))), await send(showTask(shopOf(sandbox)))].map(errorOf);
      expect(failed).toMatchObject([
        { name: 'ServerResponseException', httpStatusCode: 503 },
        { name: 'ServiceResponseException', httpStatusCode: undefined },
      ]);
    });
  });

  describe('authenticates', () => {
    test('for the project of a region, which it gets from IAM by a GET with a body', async () => {
      const { sandbox, send } = await start();
      const { ak, sk, projectName } = sandbox.credentials;
      const outcome = await send(showTask(shopOf(sandbox)), { keys: { ak, sk }, region: projectName });
      expect(resultOf(outcome)).toMatchObject({ result: { job_name: 'web-shop' } });
    });

    test('with tokens and keys from its IAM client', async () => {
      const { sandbox, send, iam } = await start();
      const { domainName, userName, password, projectName } = sandbox.credentials;
      const scope = { project: { name: projectName } };
      const user = { name: userName, password, domain: { name: domainName } };
      const role = { agency_name: 'build-agency', domain_name: 'sandbox-partner' };
      const listProjects = await iam('keystoneListProjects', { name: projectName });
      expect(resultOf(listProjects)).toMatchObject({ projects: [{ id: sandbox.credentials.projectId }] });

      const authenticate = async (
        method: string,
        identity: object,
        more: object = {},
      ): Promise<Record<string, unknown>> => resultOf(await iam(method, { body: { auth: { identity, ...more } } }));
      const byPassword = { methods: ['password'], password: { user } };
      const { 'X-Subject-Token': token } = await authenticate('keystoneCreateUserTokenByPassword', byPassword, {
        scope,
      });
      const byAgency = { methods: ['assume_role'], assume_role: role };
      expect(await authenticate('keystoneCreateAgencyToken', byAgency, { scope })).toMatchObject({
        token: { user: { name: 'sandbox-partner/build-agency' }, assumed_by: { user: { name: userName } } },
      });

      const byToken = { methods: ['token'], token: { id: token, duration_seconds: 900 } };
      const { credential } = (await authenticate('createTemporaryAccessKeyByToken', byToken)) as {
        credential: { access: string; secret: string; securitytoken: string };
      };
      const { access: ak, secret: sk, securitytoken: securityToken } = credential;
      const outcome = await send(showTask(shopOf(sandbox)), { keys: { ak, sk, securityToken } });
      expect(resultOf(outcome)).toMatchObject({ result: { job_name: 'web-shop' } });
      expect(await authenticate('createTemporaryAccessKeyByAgency', byAgency)).toMatchObject({
        credential: { securitytoken: textWith(/./) },
      });
    });
  });
});
