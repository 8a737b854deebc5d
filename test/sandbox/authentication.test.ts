import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import {
  computeCanonicalRequest,
  computeSignature,
  computeStringToSign,
  parseAuthorization,
  verifySignature,
} from '../../src/sandbox/verify-signature.js';
import fixtures from '../fixtures/signing-vectors.json' with { type: 'json' };
import {
  createStillSandbox,
  receive,
  sendSigned,
  textWith,
  type Received,
  type SendOptions,
} from '../support/sandbox-requests.js';

/** A call that needs nothing but a caller. */
const taskOf = (sandbox: Sandbox): string => `/v1/job/${sandbox.seed.jobIds['web-shop']!}/info`;

const getTask = (sandbox: Sandbox, options?: SendOptions): Promise<Received> =>
  sendSigned(sandbox, 'GET', taskOf(sandbox), options);

const codeOf = ({ json }: Received): string | undefined => (json as { error_code?: string }).error_code;
const messageOf = ({ json }: Received): string => (json as { error_msg: string }).error_msg;

describe('signature verification', () => {
  test.each(fixtures.vectors)('computes the vector $id, step by step', (vector) => {
    const { pathname, host } = new URL(vector.url);
    const query = Object.entries(vector.query)
      .flatMap(([name, value]) => [value].flat().map((item) => `${name}=${encodeURIComponent(item)}`))
      .join('&');
    const headers = new Headers(vector.headers);
    headers.set('host', host);
    const body = new TextEncoder().encode(vector.body);
    const message = { method: vector.method, target: `${pathname}?${query}`, headers, body };
    const canonicalRequest = computeCanonicalRequest(message, vector.signed_headers);
    expect(canonicalRequest).toBe(vector.expected.canonical_request);
    const stringToSign = computeStringToSign(canonicalRequest, vector.date);
    expect(stringToSign).toBe(vector.expected.string_to_sign);
    expect(computeSignature(vector.sk, stringToSign)).toBe(vector.expected.signature);
    const parts = parseAuthorization(vector.expected.authorization)!;
    expect(parts.accessKey).toBe(vector.ak);
    expect(verifySignature(message, parts, vector.sk)).toEqual({ valid: true });
    expect(verifySignature(message, parts, `${vector.sk}x`)).toEqual({ valid: false, canonicalRequest });
  });

  test.each(['Bearer abc', 'SDK-HMAC-SHA256 Access=a', 'SDK-HMAC-SHA256 Access=a, SignedHeaders=b', ''])(
    'rejects the header %j',
    (header) => {
      expect(parseAuthorization(header)).toBeUndefined();
    },
  );
});

describe('a signature', () => {
  const json = { 'content-type': 'application/json', 'user-agent': 'huaweicloud-usdk/3.0' };

  // The headers that Huawei Cloud SDKs sign.
  test.each([
    ['Node', { headers: json, signedHeaders: ['content-type', 'host', 'x-project-id', 'x-sdk-date'] }],
    ['Go', { headers: json, signedHeaders: ['user-agent', 'x-project-id', 'x-sdk-date'] }],
    ['Java', { headers: json, signedHeaders: ['host', 'user-agent', 'x-project-id', 'x-sdk-date'] }],
    ['Python', { headers: json, signedHeaders: ['content-type', 'host', 'user-agent', 'x-project-id', 'x-sdk-date'] }],
    ['the shortest', { headers: json, signedHeaders: ['x-sdk-date'] }],
    ['an unordered one', { headers: json, signedHeaders: ['x-sdk-date', 'host'] }],
  ])('over the headers of %s is accepted, in process and over a socket', async (_, options) => {
    const sandbox = createStillSandbox();
    const origin = await sandbox.listen();
    const headers = { ...options.headers, 'x-project-id': sandbox.credentials.projectId };
    for (const where of [{}, { origin }]) {
      expect(await getTask(sandbox, { ...options, ...where, headers })).toMatchObject({ status: 200 });
    }
  });

  test('without x-sdk-date among its headers is rejected', async () => {
    const response = await getTask(createStillSandbox(), { signedHeaders: ['host'] });
    expect(response.status).toBe(401);
    expect(messageOf(response)).toContain('x-sdk-date');
  });

  test.each<[string, string, SendOptions['tamper']]>([
    ['query', 'show=2', (request) => (request.url += '&show=2')],
    ['body', 'hash', (request) => (request.body = '{"job_id":"other"}')],
    ['signed header', 'x-project-id:other', (request) => (request.headers['x-project-id'] = 'other')],
  ])('of a request whose %s was changed is rejected with the received canonical request', async (_, part, tamper) => {
    const sandbox = createStillSandbox();
    const headers = { 'x-project-id': sandbox.credentials.projectId };
    const response = await sendSigned(sandbox, 'POST', '/v1/job/execute?show=1', {
      body: {},
      headers,
      tamper: tamper!,
    });
    expect(response.status).toBe(401);
    expect(codeOf(response)).toBe('APIGW.0301');
    const printed =
      /^Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:(.*)$/.exec(
        messageOf(response),
      )?.[1];
    expect(printed).toMatch(/^POST\|\/v1\/job\/execute\/\|show=1/);
    expect(printed).toMatch(/\|\|host;x-project-id;x-sdk-date\|[0-9a-f]{64}$/);
    if (part !== 'hash') expect(printed).toContain(part);
  });

  test.each([
    ['a wrong secret', { sk: 'x'.repeat(40) }, 'verify aksk signature fail'],
    ['an unknown access key', { ak: 'NOBODY' }, 'ak not exist'],
  ])('with %s is rejected', async (_, keys, words) => {
    const response = await getTask(createStillSandbox(), { keys });
    expect(response.status).toBe(401);
    expect(codeOf(response)).toBe('APIGW.0301');
    expect(messageOf(response)).toContain(words);
  });

  test.each([
    [-15, 200],
    [15, 200],
    [-15.1, 401],
    [15.1, 401],
  ])('with a clock skew of %d minutes results in %d', async (minutes, status) => {
    const sandbox = createStillSandbox();
    const response = await getTask(sandbox, { date: new Date(sandbox.clock.now() + minutes * 60_000) });
    expect(response.status).toBe(status);
    if (status === 401) expect(codeOf(response)).toBe('APIGW.0303');
  });

  test('without the payload is accepted if a signed header declares it, and rejected otherwise', async () => {
    const sandbox = createStillSandbox();
    const body = { job_id: sandbox.seed.jobIds['web-shop'] };
    const other: SendOptions['tamper'] = (request) => (request.body = `${request.body!} `);
    const unsigned = { body, unsignedPayload: true, tamper: other };
    expect(await sendSigned(sandbox, 'POST', '/v1/job/execute', unsigned)).toMatchObject({ status: 200 });
    const unproven = { ...unsigned, signedHeaders: ['host', 'x-sdk-date'] };
    expect(await sendSigned(sandbox, 'POST', '/v1/job/execute', unproven)).toMatchObject({ status: 401 });
  });

  test('is rejected for five minutes after more than five consecutive wrong ones', async () => {
    const sandbox = createStillSandbox();
    const wrong = { keys: { sk: 'x'.repeat(40) } };
    for (let count = 0; count < 5; count += 1) await getTask(sandbox, wrong);
    expect(await getTask(sandbox)).toMatchObject({ status: 200 });
    for (let count = 0; count < 6; count += 1) await getTask(sandbox, wrong);
    const locked = await getTask(sandbox);
    expect(locked.status).toBe(401);
    expect(messageOf(locked)).toContain('locked');
    await sandbox.clock.advance(5 * 60_000);
    expect(await getTask(sandbox)).toMatchObject({ status: 200 });
  });

  test('for a project of another account is rejected', async () => {
    const sandbox = createStillSandbox();
    const foreign = sandbox.state.iamProjects.at(-1)!.id;
    const response = await getTask(sandbox, { headers: { 'x-project-id': foreign } });
    expect(response.status).toBe(401);
    expect(messageOf(response)).toContain('X-Project-Id');
  });

  test('or a token is required', async () => {
    const sandbox = createStillSandbox();
    const response = await receive(await sandbox.fetch(`http://sandbox.localhost${taskOf(sandbox)}`));
    expect(response.status).toBe(401);
    expect(messageOf(response)).toContain('X-Auth-Token or Authorization is missing');
  });
});

/** Sends a request without a signature. */
async function send(
  sandbox: Sandbox,
  method: string,
  target: string,
  { token, body }: { token?: string; body?: unknown } = {},
): Promise<Received> {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers['x-auth-token'] = token;
  if (body !== undefined) headers['content-type'] = 'application/json;charset=utf8';
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return receive(await sandbox.fetch(`http://iam.localhost${target}`, { method, headers, ...content }));
}

interface TokenRequest {
  scope?: object;
  password?: string;
  identity?: object;
  token?: string;
}

/** Requests a token, by default with the password of the sandbox's user. */
function requestToken(sandbox: Sandbox, request: TokenRequest = {}): Promise<Received> {
  const { domainName, userName, password, projectName } = sandbox.credentials;
  const user = { name: userName, password: request.password ?? password, domain: { name: domainName } };
  const identity = { methods: ['password'], password: { user }, ...request.identity };
  const body = { auth: { identity, scope: request.scope ?? { project: { name: projectName } } } };
  const { token } = request;
  return send(sandbox, 'POST', '/v3/auth/tokens?nocatalog=true', { body, ...(token !== undefined && { token }) });
}

const tokenOf = (response: Received): string => {
  expect(response.status).toBe(201);
  return response.headers.get('x-subject-token')!;
};

describe('a token', () => {
  test('is issued for a password and expires after 24 hours', async () => {
    const sandbox = createStillSandbox();
    const response = await requestToken(sandbox);
    const token = tokenOf(response);
    expect(response.json).toMatchObject({
      token: {
        methods: ['password'],
        project: { id: sandbox.credentials.projectId },
        issued_at: '2026-09-10T03:00:00.000000Z',
        expires_at: '2026-09-11T03:00:00.000000Z',
      },
    });
    expect(await send(sandbox, 'GET', taskOf(sandbox), { token })).toMatchObject({ status: 200 });
    await sandbox.clock.advance(24 * 3_600_000);
    const late = await send(sandbox, 'GET', taskOf(sandbox), { token });
    expect(late.status).toBe(401);
    expect(codeOf(late)).toBe('APIGW.0307');
  });

  test('that was never issued is rejected, by a service and by IAM in their own forms', async () => {
    const sandbox = createStillSandbox();
    const token = 'MIInobody';
    expect(await send(sandbox, 'GET', taskOf(sandbox), { token })).toMatchObject({
      status: 401,
      json: { error_code: 'APIGW.0301' },
    });
    expect(await send(sandbox, 'GET', '/v3/projects', { token })).toMatchObject({
      status: 401,
      json: { error: { code: 401, title: 'Unauthorized', message: 'The X-Auth-Token is invalid!' } },
    });
  });

  test('of account scope is accepted by IAM and rejected by the services', async () => {
    const sandbox = createStillSandbox();
    const token = tokenOf(await requestToken(sandbox, { scope: { domain: { name: 'sandbox' } } }));
    const projects = await send(sandbox, 'GET', '/v3/projects?name=cn-north-4', { token });
    expect(projects.json).toMatchObject({ projects: [{ id: sandbox.credentials.projectId }] });
    for (const target of [taskOf(sandbox), '/assembling/v1/jobs?page=1&per_page=10']) {
      const response = await send(sandbox, 'GET', target, { token });
      expect(response.status).toBe(401);
      expect(messageOf(response)).toContain('a project-scoped token is required');
    }
  });

  test.each<[string, TokenRequest, number]>([
    ['a wrong password', { password: 'guess' }, 401],
    ['an unknown project', { scope: { project: { name: 'cn-north-99' } } }, 401],
    ['another account', { scope: { domain: { name: 'sandbox-partner' } } }, 401],
    ['no password', { identity: { password: undefined } }, 400],
    ['an unknown method', { identity: { methods: ['hw_ak_sk'] } }, 400],
    ['a missing passcode', { identity: { methods: ['password', 'totp'] } }, 400],
    ['an agency without a token', { identity: { methods: ['assume_role'], assume_role: { agency_name: 'a' } } }, 401],
  ])('is rejected for %s', async (_, request, status) => {
    const response = await requestToken(createStillSandbox(), request);
    expect(response.status).toBe(status);
    expect(response.json).toMatchObject({ error: { code: status, message: textWith('') } });
    expect(response.text).not.toContain('guess');
  });

  test('with MFA requires the current passcode', async () => {
    const sandbox = createStillSandbox();
    const { id } = sandbox.state.users[0]!;
    const withCode = (passcode: string): Promise<Received> =>
      requestToken(sandbox, { identity: { methods: ['password', 'totp'], totp: { user: { id, passcode } } } });
    const passcode = sandbox.passcode();
    expect(passcode).toMatch(/^\d{6}$/);
    expect(await withCode(passcode)).toMatchObject({ status: 201, json: { token: { methods: ['password', 'totp'] } } });
    await sandbox.clock.advance(90_000);
    expect(await withCode(passcode)).toMatchObject({ status: 401 });
  });

  test('of an agency is for the account that trusts the caller', async () => {
    const sandbox = createStillSandbox();
    const own = tokenOf(await requestToken(sandbox));
    const role = { agency_name: 'build-agency', domain_name: 'sandbox-partner' };
    const identity = { methods: ['assume_role'], assume_role: role };
    const response = await requestToken(sandbox, { identity, token: own });
    const token = tokenOf(response);
    expect(response.json).toMatchObject({
      token: {
        project: { domain: { name: 'sandbox-partner' } },
        user: { name: 'sandbox-partner/build-agency' },
        assumed_by: { user: { name: 'builder' } },
      },
    });
    const { json } = await send(sandbox, 'GET', '/v3/auth/domains', { token });
    expect(json).toMatchObject({ domains: [{ name: 'sandbox-partner' }] });
    const again = await requestToken(sandbox, { identity, token });
    expect(again.status).toBe(403);
    const unknown = { methods: ['assume_role'], assume_role: { ...role, agency_name: 'nobody' } };
    expect(await requestToken(sandbox, { identity: unknown, token: own })).toMatchObject({ status: 404 });
  });

  test('of an agency can be requested with a signature', async () => {
    const sandbox = createStillSandbox();
    const { projectName } = sandbox.credentials;
    const assume_role = { agency_name: 'build-agency', domain_name: 'sandbox-partner' };
    const auth = { identity: { methods: ['assume_role'], assume_role }, scope: { project: { name: projectName } } };
    const request = (options?: SendOptions): Promise<Received> =>
      sendSigned(sandbox, 'POST', '/v3/auth/tokens', { body: { auth }, ...options });
    const token = tokenOf(await request());
    expect(await send(sandbox, 'GET', '/v3/auth/domains', { token })).toMatchObject({
      json: { domains: [{ name: 'sandbox-partner' }] },
    });
    const forged = await request({ keys: { sk: 'guessed' } });
    expect(forged.status).toBe(401);
    expect(codeOf(forged)).toBe('APIGW.0301');
  });
});

describe('a temporary access key', () => {
  interface TemporaryKey {
    access: string;
    secret: string;
    securitytoken: string;
    expires_at: string;
  }

  async function requestKey(sandbox: Sandbox, identity: object, token?: string): Promise<TemporaryKey> {
    const target = '/v3.0/OS-CREDENTIAL/securitytokens';
    const body = { auth: { identity } };
    const { status, json } = token
      ? await send(sandbox, 'POST', target, { body, token })
      : await sendSigned(sandbox, 'POST', target, { body });
    expect(status).toBe(201);
    return (json as { credential: TemporaryKey }).credential;
  }

  const keysOf = ({ access, secret, securitytoken }: TemporaryKey): Required<SendOptions>['keys'] => ({
    ak: access,
    sk: secret,
    securityToken: securitytoken,
  });

  test('is accepted with its token until it expires, after 15 minutes by default', async () => {
    const sandbox = createStillSandbox();
    const key = await requestKey(sandbox, { methods: ['token'] });
    expect(key.expires_at).toBe('2026-09-10T03:15:00.000000Z');
    const keys = keysOf(key);
    expect(await getTask(sandbox, { keys })).toMatchObject({ status: 200 });
    await sandbox.clock.advance(15 * 60_000 - 1);
    expect(await getTask(sandbox, { keys })).toMatchObject({ status: 200 });
    await sandbox.clock.advance(1);
    const late = await getTask(sandbox, { keys });
    expect(late.status).toBe(401);
    expect(codeOf(late)).toBe('APIGW.0307');
  });

  test('is rejected without its token, and with the token of another key', async () => {
    const sandbox = createStillSandbox();
    const [first, second] = [
      keysOf(await requestKey(sandbox, { methods: ['token'], token: { duration_seconds: 3600 } })),
      keysOf(await requestKey(sandbox, { methods: ['token'] })),
    ];
    const without = await getTask(sandbox, { keys: { ak: first.ak!, sk: first.sk! } });
    expect(without.status).toBe(401);
    expect(messageOf(without)).toContain('X-Security-Token');
    const other = await getTask(sandbox, { keys: { ...first, securityToken: second.securityToken! } });
    expect(other.status).toBe(401);
  });

  test('of an agency works for the account that trusts the caller', async () => {
    const sandbox = createStillSandbox();
    const token = tokenOf(await requestToken(sandbox));
    const role = { agency_name: 'build-agency', domain_name: 'sandbox-partner', duration_seconds: 900 };
    const key = await requestKey(sandbox, { methods: ['assume_role'], assume_role: role }, token);
    const { json } = await sendSigned(sandbox, 'GET', '/v3/auth/domains', { keys: keysOf(key) });
    expect(json).toMatchObject({ domains: [{ name: 'sandbox-partner' }] });
  });

  test('can be issued to the owner of a token in the body', async () => {
    const sandbox = createStillSandbox();
    const id = tokenOf(await requestToken(sandbox));
    const keys = keysOf(await requestKey(sandbox, { methods: ['token'], token: { id } }));
    expect(await getTask(sandbox, { keys })).toMatchObject({ status: 200 });
  });
});
