import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  agencyToken,
  CredentialsError,
  passwordToken,
  staticToken,
  type Authenticator,
  type ClientEvent,
  type ClientOptions,
  type PasswordTokenOptions,
} from '../../src/index.js';
import { createTestClient, jobId } from '../support/client.js';
import { json, raw, reset, silence, startFaultServer, type Responder, type Arrival } from '../support/fault-server.js';
import { holdTimers } from '../support/timers.js';

const running = json(200, { result: true });
const now = Date.parse('2026-01-02T03:04:05Z');
const password = 'Correct-"Horse"-7';
const user = { domainName: 'acme', userName: 'alice', password };
const call = { job_id: jobId };

afterEach(() => vi.unstubAllEnvs());

/** Responds with a token that expires after 24 hours. */
const grant = (token: string, lifeMs = 24 * 3_600_000): Responder =>
  json(201, { token: { expires_at: new Date(now + lifeMs).toISOString() } }, { 'x-subject-token': token });

const reject = (status: number, message: string): Responder =>
  raw(status, JSON.stringify({ error: { code: status, message, title: 'Unauthorized' } }), {
    'content-type': 'application/json',
    'x-iam-trace-id': 'trace-7',
  });

/** Rejects every other token with 401. */
const only =
  (token: string): Responder =>
  (response, arrival) => {
    const responder = arrival.headers['x-auth-token'] === token ? running : json(401, { error_code: 'APIGW.0307' });
    responder(response, arrival);
  };

const tokensOf = (arrivals: Arrival[]): unknown[] => arrivals.map(({ headers }) => headers['x-auth-token']);

const bodyOf = (arrival: Arrival | undefined): unknown => JSON.parse(arrival?.body ?? 'null');

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => expect.unreachable('the call succeeded'),
    (error: unknown) => error as Error,
  );
}

/** Starts a service and an IAM on loopback, and creates a client of them. */
async function setUp(
  iamResponders: Responder[],
  options: Partial<PasswordTokenOptions> = {},
  service: Responder[] = [running],
  clientOptions: Partial<ClientOptions> = {},
) {
  const iam = await startFaultServer(...iamResponders);
  const server = await startFaultServer(...service);
  const events: ClientEvent[] = [];
  const credentials = passwordToken({ ...user, iamEndpoint: iam.url, ...options });
  const { build, clock } = createTestClient(server.url, {
    region: 'cn-north-4',
    credentials,
    onEvent: (event) => events.push(event),
    ...clientOptions,
  });
  return { iam, server, build, clock, events };
}

describe('passwordToken', () => {
  test('requests a token of the project of the region from IAM, and sends it without a signature', async () => {
    const { iam, server, build } = await setUp([grant('token-1')]);
    await build.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(1);
    expect(iam.arrivals[0]).toMatchObject({ method: 'POST', url: '/v3/auth/tokens?nocatalog=true' });
    expect(iam.arrivals[0]?.headers['content-type']).toBe('application/json');
    expect(bodyOf(iam.arrivals[0])).toEqual({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: 'alice', password, domain: { name: 'acme' } } },
        },
        scope: { project: { name: 'cn-north-4' } },
      },
    });
    expect(tokensOf(server.arrivals)).toEqual(['token-1']);
    expect(server.arrivals[0]?.headers.authorization).toBeUndefined();
  });

  test.each([
    [{ projectName: 'cn-north-4_mine' }, { project: { name: 'cn-north-4_mine' } }],
    [{ projectId: 'aa2d', projectName: 'unused' }, { project: { id: 'aa2d' } }],
    [{ scope: 'domain' as const }, { domain: { name: 'acme' } }],
  ])('requests a token with the options %j and the scope %j', async (options, scope) => {
    const { iam, build } = await setUp([grant('token-1')], options);
    await build.showRunningStatus(call);
    expect(bodyOf(iam.arrivals[0])).toMatchObject({ auth: { scope } });
  });

  test('sends one token with 100 concurrent calls and all later ones', async () => {
    const { iam, server, build, clock, events } = await setUp([grant('token-1')]);
    await Promise.all(Array.from({ length: 100 }, () => build.showRunningStatus(call)));
    clock.advance(23 * 3_600_000);
    await build.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(1);
    expect(new Set(tokensOf(server.arrivals))).toEqual(new Set(['token-1']));
    expect(events.filter(({ type }) => type === 'credentials')).toEqual([{ type: 'credentials', outcome: 'loaded' }]);
  });

  test('fetches the next token in the background, five minutes before the token expires', async () => {
    const { iam, server, build, clock } = await setUp([grant('token-1'), grant('token-2', 48 * 3_600_000)]);
    await build.showRunningStatus(call);
    clock.advance(24 * 3_600_000 - 5 * 60_000);
    await build.showRunningStatus(call);
    await iam.arrived(2);
    await expect.poll(() => iam.arrivals[1]?.closed).toBe(true);
    await expect
      .poll(async () => {
        await build.showRunningStatus(call);
        return tokensOf(server.arrivals).at(-1);
      })
      .toBe('token-2');
    expect(tokensOf(server.arrivals).slice(0, 2)).toEqual(['token-1', 'token-1']);
    expect(iam.arrivals).toHaveLength(2);
  });

  test('sends the token until it expires if the next one cannot be fetched', async () => {
    const { iam, server, build, clock, events } = await setUp([grant('token-1'), reject(500, 'busy')]);
    await build.showRunningStatus(call);
    clock.advance(24 * 3_600_000 - 1_000);
    await build.showRunningStatus(call);
    await iam.arrived(2);
    await expect.poll(() => events.filter((event) => event.type === 'credentials').length).toBe(2);
    await build.showRunningStatus(call);
    expect(tokensOf(server.arrivals)).toEqual(['token-1', 'token-1', 'token-1']);
    clock.advance(1_000);
    expect(await errorOf(build.showRunningStatus(call))).toBeInstanceOf(CredentialsError);
  });

  test('fetches one new token for all concurrent calls after a 401, and retries them, also a POST', async () => {
    const { iam, server, build } = await setUp([grant('token-1'), grant('token-2')], {}, [only('token-2')]);
    const calls = Array.from({ length: 20 }, () => build.executeJob({ body: { job_id: jobId } }));
    await Promise.all(calls);
    expect(iam.arrivals).toHaveLength(2);
    expect(tokensOf(server.arrivals).sort()).toEqual([
      ...Array<string>(20).fill('token-1'),
      ...Array<string>(20).fill('token-2'),
    ]);
  });

  test('throws the error of a second 401', async () => {
    const { iam, build } = await setUp([grant('token-1'), grant('token-2')], {}, [only('token-3')]);
    expect(await errorOf(build.showRunningStatus(call))).toMatchObject({ name: 'ApiError', status: 401, attempts: 2 });
    expect(iam.arrivals).toHaveLength(2);
  });

  test('uses a token without an expiry date until it is rejected', async () => {
    for (const body of ['{"token":{}}', '{"token":{"expires_at":"soon"}}', 'null', '']) {
      const responder = raw(201, body, { 'x-subject-token': 'token-1' });
      const { iam, build, clock } = await setUp([responder]);
      await build.showRunningStatus(call);
      clock.advance(1e12);
      await build.showRunningStatus(call);
      expect(iam.arrivals).toHaveLength(1);
    }
  });

  test('fails if the response has no token', async () => {
    const { build } = await setUp([json(201, { token: {} })]);
    const error = await errorOf(build.showRunningStatus(call));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toBe('IAM issued no token for user alice of acme: the response has no X-Subject-Token');
  });

  test('takes the IAM endpoint from the environment, otherwise from the table of regions', async () => {
    const iam = await startFaultServer(grant('token-1'));
    vi.stubEnv('HUAWEICLOUD_SDK_IAM_ENDPOINT', `${iam.url}/base/`);
    const server = await startFaultServer(running);
    const credentials = passwordToken(user);
    const { build } = createTestClient(server.url, { region: 'cn-north-4', credentials });
    await build.showRunningStatus(call);
    expect(iam.arrivals[0]?.url).toBe('/base/v3/auth/tokens?nocatalog=true');

    vi.unstubAllEnvs();
    const urls: string[] = [];
    const stub: typeof fetch = (input) => {
      urls.push(input as string);
      return Promise.resolve(
        new Response('{"result":true}', { status: 201, headers: { 'x-subject-token': 'token-1' } }),
      );
    };
    for (const region of ['eu-west-101', 'cn-northeast-1']) {
      const client = createTestClient('https://build.example.com', { region, credentials, fetch: stub });
      await client.build.showRunningStatus(call);
    }
    expect(urls.filter((url) => url.includes('tokens'))).toEqual([
      'https://iam.eu-west-101.myhuaweicloud.eu/v3/auth/tokens?nocatalog=true',
      'https://iam.myhuaweicloud.com/v3/auth/tokens?nocatalog=true',
    ]);
  });

  test('fails if neither the client nor the options name a project or an IAM endpoint', async () => {
    const server = await startFaultServer(running);
    expect(() => createTestClient(server.url, { credentials: passwordToken(user) })).toThrow(
      'projectName or projectId is required if the client has no region',
    );
    const credentials = passwordToken({ ...user, projectName: 'mine' });
    const error = await errorOf(createTestClient(server.url, { credentials }).build.showRunningStatus(call));
    expect(error.message).toBe('no IAM endpoint: region or endpoint is required');
  });

  test.each([
    [{ domainName: '' }, 'domainName must be a non-empty string; received ""'],
    [{ userName: undefined }, 'userName must be a non-empty string; received undefined'],
    [{ password: 7 }, 'password must be a non-empty string; received a number'],
    [{ scope: 'all' }, `scope must be 'project' or 'domain'; received "all"`],
    [{ projectId: 7 }, 'projectId must be a non-empty string; received 7'],
    [{ mfa: { userId: '', passcode: '123456' } }, 'mfa.userId must be a non-empty string; received ""'],
    [{ mfa: { userId: 'u', passcode: '' } }, 'mfa.passcode must be a non-empty string; received ""'],
    [{ iamEndpoint: 'iam' }, 'iamEndpoint must be an HTTP or HTTPS URL; received "iam"'],
    [{ iamEndpoint: 'http://iam.example.com' }, 'refusing to send credentials over HTTP to iam.example.com; use HTTPS'],
  ])('throws a TypeError for %j', (options, message) => {
    expect(() => passwordToken({ ...user, ...options } as PasswordTokenOptions)).toThrow(new TypeError(message));
  });
});

describe('a second factor', () => {
  const totp = (passcode: string) => ({ methods: ['password', 'totp'], totp: { user: { id: 'u-1', passcode } } });

  test('is requested from a function for each token', async () => {
    const codes = ['111111', '222222'];
    const mfa = { userId: 'u-1', passcode: () => Promise.resolve(codes.shift() ?? '') };
    const { iam, build } = await setUp([grant('token-1'), grant('token-2')], { mfa }, [only('token-2')]);
    await build.showRunningStatus(call);
    expect(iam.arrivals.map(bodyOf)).toMatchObject([
      { auth: { identity: totp('111111') } },
      { auth: { identity: totp('222222') } },
    ]);
  });

  test('given as digits is sent once', async () => {
    const mfa = { userId: 'u-1', passcode: '111111' };
    const { iam, build } = await setUp([grant('token-1')], { mfa }, [running, only('token-2')]);
    await build.showRunningStatus(call);
    expect(bodyOf(iam.arrivals[0])).toMatchObject({ auth: { identity: totp('111111') } });
    const error = await errorOf(build.showRunningStatus(call));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toContain('mfa.passcode can be used for one token');
    expect(iam.arrivals).toHaveLength(1);
  });

  test('is not retried if the response is lost', async () => {
    const mfa = { userId: 'u-1', passcode: () => '111111' };
    const { iam, build } = await setUp([reset, grant('token-1')], { mfa });
    expect(await errorOf(build.showRunningStatus(call))).toBeInstanceOf(CredentialsError);
    expect(iam.arrivals).toHaveLength(1);
  });
});

describe('a response of IAM', () => {
  test('with an error rejects the call with its status, message and request ID', async () => {
    const { build, events } = await setUp([reject(401, 'The username or password is wrong.')]);
    const error = await errorOf(build.showRunningStatus(call));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error).toMatchObject({ code: 'CREDENTIALS', cause: { status: 401, requestId: 'trace-7' } });
    expect(error.message).toBe(
      'IAM issued no token for user alice of acme: POST /v3/auth/tokens failed: 401 The username or password is wrong. [request trace-7]',
    );
    expect(events.filter(({ type }) => type === 'credentials')).toEqual([
      { type: 'credentials', outcome: 'failed', error },
    ]);
  });

  test.each([
    [
      json(400, { error_code: 'APIGW.0101', error_msg: 'no API' }),
      /^400 APIGW\.0101 no API \(127\.0\.0\.1:\d+ does not have this operation; .*\) \[request req-1\]$/,
    ],
    [raw(403, '<html>proxy</html>'), /^403 <html>proxy<\/html>$/],
    [raw(404, ''), /^404$/],
    [
      raw(302, '', { location: 'https://elsewhere.example.com' }),
      /^302 \(redirects are not followed, so that no credentials are sent to elsewhere\.example\.com\)$/,
    ],
  ])('of any other form rejects the call too, with what it contains', async (responder, words) => {
    const { iam, build } = await setUp([responder]);
    const error = await errorOf(build.showRunningStatus(call));
    const prefix = 'IAM issued no token for user alice of acme: POST /v3/auth/tokens failed: ';
    expect(error.message.slice(0, prefix.length)).toBe(prefix);
    expect(error.message.slice(prefix.length)).toMatch(words);
    expect(iam.arrivals).toHaveLength(1);
  });

  test('that rejects the password stops requests to IAM for five minutes', async () => {
    const { iam, build, clock } = await setUp([reject(401, 'wrong'), grant('token-1')]);
    const first = await errorOf(build.showRunningStatus(call));
    clock.advance(5 * 60_000 - 1);
    expect(await errorOf(build.showRunningStatus(call))).toBe(first);
    expect(iam.arrivals).toHaveLength(1);
    clock.advance(1);
    await build.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(2);
  });

  test('after a transient failure is awaited with a retry', async () => {
    const { iam, build, clock } = await setUp([reset, json(503, {}), grant('token-1')]);
    await build.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(3);
    expect(clock.pauses).toHaveLength(2);
    for (const [index, limit] of [200, 400].entries()) expect(clock.pauses[index]).toBeLessThanOrEqual(limit);
  });

  test('is requested three times at most', async () => {
    const { iam, build } = await setUp([reset]);
    const error = await errorOf(build.showRunningStatus(call));
    expect(error.message).toBe(
      'IAM issued no token for user alice of acme: POST /v3/auth/tokens failed: read ECONNRESET',
    );
    expect(error.cause).toMatchObject({ name: 'NetworkError', attempts: 3 });
    expect(iam.arrivals).toHaveLength(3);
  });

  test('with a Retry-After is awaited for up to ten seconds', async () => {
    const short = await setUp([json(429, {}, { 'retry-after': '7' }), grant('token-1')]);
    await short.build.showRunningStatus(call);
    expect(short.clock.pauses).toEqual([7_000]);
    const long = await setUp([json(429, {}, { 'retry-after': '11' })]);
    expect(await errorOf(long.build.showRunningStatus(call))).toMatchObject({ cause: { status: 429 } });
    expect(long.clock.pauses).toEqual([]);
  });

  test('has a timeout of ten seconds per attempt', async () => {
    holdTimers();
    const stub: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const credentials = passwordToken({ ...user, iamEndpoint: 'https://iam.example.com' });
    const { build } = createTestClient('https://build.example.com', {
      region: 'cn-north-4',
      credentials,
      fetch: stub,
      timeoutMs: 60_000,
    });
    const error = errorOf(build.showRunningStatus(call));
    await vi.advanceTimersByTimeAsync(30_000); // three attempts
    expect((await error).message).toBe(
      'IAM issued no token for user alice of acme: attempt of POST /v3/auth/tokens timed out after 10000 ms (timeoutMs)',
    );
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('an abort while the token is fetched', () => {
  test('rejects with the reason while IAM does not respond, and leaves no listener', async () => {
    const { iam, server, build } = await setUp([silence]);
    const controller = new AbortController();
    const rejected = errorOf(build.showRunningStatus(call, { signal: controller.signal }));
    await iam.arrived(1);
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await rejected).toBe(reason);
    expect(iam.arrivals[0]?.closed).toBe(false); // the login goes on
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(server.arrivals).toHaveLength(0);
  });

  test('of one call does not reject the others', async () => {
    let open: () => void = () => {};
    const late: Responder = (response, arrival) => {
      open = () => grant('token-1')(response, arrival);
    };
    const { iam, server, build } = await setUp([late]);
    const controller = new AbortController();
    const aborted = errorOf(build.showRunningStatus(call, { signal: controller.signal }));
    const staying = build.showRunningStatus(call);
    await iam.arrived(1);
    controller.abort('enough');
    expect(await aborted).toBe('enough');
    open();
    await staying;
    expect(iam.arrivals).toHaveLength(1);
    expect(tokensOf(server.arrivals)).toEqual(['token-1']);
  });
});

describe('a login whose callers have aborted', () => {
  /** Aborts 20 calls while IAM has not responded, and then lets it respond. */
  async function abortCalls(responder: Responder, options: Partial<PasswordTokenOptions> = {}) {
    let respond = (): void => {};
    const late: Responder = (response, arrival) => {
      respond = () => responder(response, arrival);
    };
    const setup = await setUp([late, grant('token-2')], options);
    const controllers = Array.from({ length: 20 }, () => new AbortController());
    const calls = controllers.map(({ signal }) => errorOf(setup.build.showRunningStatus(call, { signal })));
    await setup.iam.arrived(1);
    for (const controller of controllers) controller.abort('enough');
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['enough']));
    return { ...setup, respond };
  }

  const mfa = { userId: 'u-1', passcode: '111111' };

  test.each([
    ['a password', {}],
    ['a passcode', { mfa }],
    ['a passcode of a function', { mfa: { userId: 'u-1', passcode: () => '111111' } }],
  ])('is rejected once in five minutes, with %s', async (_, options) => {
    const { iam, build, clock, respond } = await abortCalls(reject(401, 'wrong'), options);
    const calls = Array.from({ length: 20 }, () => errorOf(build.showRunningStatus(call)));
    respond();
    for (const error of await Promise.all(calls)) expect(error).toMatchObject({ cause: { status: 401 } });
    clock.advance(5 * 60_000 - 1);
    expect(await errorOf(build.showRunningStatus(call))).toMatchObject({ cause: { status: 401 } });
    expect(iam.arrivals).toHaveLength(1);
  });

  test('is rejected once, if the response comes before the next call', async () => {
    const { iam, build, events, respond } = await abortCalls(reject(401, 'wrong'));
    respond();
    await expect.poll(() => events.some((event) => event.type === 'credentials')).toBe(true);
    expect(await errorOf(build.showRunningStatus(call))).toMatchObject({ cause: { status: 401 } });
    expect(iam.arrivals).toHaveLength(1);
  });

  test('returns a token for the next call, so that no passcode is used up', async () => {
    const { iam, server, build, events, respond } = await abortCalls(grant('token-1'), { mfa });
    respond();
    await expect.poll(() => events.some((event) => event.type === 'credentials')).toBe(true);
    await build.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(1);
    expect(tokensOf(server.arrivals)).toEqual(['token-1']);
  });

  test('is not sent if they abort before the passcode is known', async () => {
    let enter: (passcode: string) => void = () => {};
    const passcode = (): Promise<string> => new Promise((resolve) => (enter = resolve));
    const { iam, build } = await setUp([grant('token-1')], { mfa: { userId: 'u-1', passcode } });
    const controller = new AbortController();
    const aborted = errorOf(build.showRunningStatus(call, { signal: controller.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort('enough');
    expect(await aborted).toBe('enough');
    enter('111111');
    const next = build.showRunningStatus(call);
    await new Promise((resolve) => setImmediate(resolve));
    expect(iam.arrivals).toHaveLength(0);
    enter('222222');
    await next;
    expect(bodyOf(iam.arrivals[0])).toMatchObject({ auth: { identity: { totp: { user: { passcode: '222222' } } } } });
  });

  test('stops no login after the clock was set back', async () => {
    const { iam, build, clock } = await setUp([reject(401, 'wrong'), grant('token-1')]);
    await errorOf(build.showRunningStatus(call));
    clock.advance(-3_600_000);
    await build.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(2);
  });
});

test('one signal of 50 concurrent calls causes no warning', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error): number => warnings.push(warning);
  process.on('warning', onWarning);
  onTestFinished(() => void process.off('warning', onWarning));
  const { build } = await setUp([grant('token-1')]);
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 50 }, () => build.showRunningStatus(call, { signal })));
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual([]);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test.each([
  '+275760-09-13T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '1970-01-01T00:00:00Z',
  '+275761-01-01T00:00:00Z',
  'NaN',
  '',
])('the expiry date %j breaks no later call', async (expires_at) => {
  const { build, clock } = await setUp([json(201, { token: { expires_at } }, { 'x-subject-token': 'token-1' })]);
  for (const pause of [0, 1, 60_000, 1e12]) {
    clock.advance(pause);
    expect(await build.showRunningStatus(call)).toEqual({ result: true });
  }
});

describe('staticToken', () => {
  test('sends the token, and throws the error of a 401', async () => {
    const server = await startFaultServer(only('another'));
    const { build } = createTestClient(server.url, { credentials: staticToken('token-1') });
    expect(await errorOf(build.showRunningStatus(call))).toMatchObject({ status: 401, attempts: 1 });
    expect(tokensOf(server.arrivals)).toEqual(['token-1']);
  });

  test.each(['', 'two words', 'a line\nbreak', 'ümlaut', undefined])('throws for %j without showing it', (token) => {
    expect(() => staticToken(token as string)).toThrow(
      new TypeError('token must be a non-empty string of printable ASCII without spaces'),
    );
  });

  test('sends the project of the client with the token', async () => {
    const server = await startFaultServer(running);
    const options = { credentials: staticToken('token-1'), projectId: 'project-1' };
    await createTestClient(server.url, options).build.showRunningStatus(call);
    expect(server.arrivals[0]?.headers['x-project-id']).toBe('project-1');
  });
});

describe('agencyToken', () => {
  const agency = { agencyName: 'deployers', domainName: 'customer' };

  test('fetches the token of the agency with a token of the account', async () => {
    const iam = await startFaultServer(grant('user-token'), grant('agency-token'));
    const server = await startFaultServer(running);
    const credentials = agencyToken({ ...agency, iamEndpoint: iam.url, source: { ...user, iamEndpoint: iam.url } });
    const { build } = createTestClient(server.url, { region: 'cn-north-4', credentials });
    await build.showRunningStatus(call);
    expect(bodyOf(iam.arrivals[0])).toMatchObject({ auth: { scope: { domain: { name: 'acme' } } } });
    expect(bodyOf(iam.arrivals[1])).toEqual({
      auth: {
        identity: { methods: ['assume_role'], assume_role: { agency_name: 'deployers', domain_name: 'customer' } },
        scope: { project: { name: 'cn-north-4' } },
      },
    });
    expect(tokensOf(iam.arrivals)).toEqual([undefined, 'user-token']);
    expect(tokensOf(server.arrivals)).toEqual(['agency-token']);
  });

  test.each([
    [{ projectName: 'mine' }, { project: { name: 'mine' } }],
    [{ projectId: 'aa2d' }, { project: { id: 'aa2d' } }],
    [{ projectId: 'aa2d', scope: 'domain' as const }, { domain: { name: 'acme' } }],
  ])('fetches the token of a source %j with the scope %j', async (options, scope) => {
    const iam = await startFaultServer(grant('user-token'), grant('agency-token'));
    const server = await startFaultServer(running);
    const source = { ...user, iamEndpoint: iam.url, ...options };
    const credentials = agencyToken({
      agencyName: 'deployers',
      domainId: 'd-1',
      projectId: 'p-1',
      iamEndpoint: iam.url,
      source,
    });
    await createTestClient(server.url, { credentials }).build.showRunningStatus(call);
    expect(bodyOf(iam.arrivals[0])).toMatchObject({ auth: { scope } });
    expect(bodyOf(iam.arrivals[1])).toMatchObject({
      auth: {
        identity: { assume_role: { agency_name: 'deployers', domain_id: 'd-1' } },
        scope: { project: { id: 'p-1' } },
      },
    });
  });

  test('renews the token of the source if IAM rejects it', async () => {
    const iam = await startFaultServer(
      grant('user-token-1'),
      reject(401, 'expired'),
      grant('user-token-2'),
      grant('agency-token'),
    );
    const server = await startFaultServer(running);
    const credentials = agencyToken({ ...agency, iamEndpoint: iam.url, source: { ...user, iamEndpoint: iam.url } });
    await createTestClient(server.url, { region: 'cn-north-4', credentials }).build.showRunningStatus(call);
    expect(tokensOf(iam.arrivals)).toEqual([undefined, 'user-token-1', undefined, 'user-token-2']);
  });

  test('renews the token of the source once, and then fails with the message of IAM', async () => {
    const iam = await startFaultServer((response, arrival) =>
      (arrival.headers['x-auth-token'] ? reject(401, 'no such agency') : grant('user-token'))(response, arrival),
    );
    const credentials = agencyToken({ ...agency, iamEndpoint: iam.url, source: { ...user, iamEndpoint: iam.url } });
    const { build } = createTestClient('https://build.example.com', { region: 'cn-north-4', credentials });
    const error = await errorOf(build.showRunningStatus(call));
    expect(error.message).toBe(
      'IAM issued no token for the agency deployers: POST /v3/auth/tokens failed: 401 no such agency [request trace-7]',
    );
    // IAM issued the rejected token again, so the request is not retried.
    expect(tokensOf(iam.arrivals)).toEqual([undefined, 'user-token', undefined]);
  });

  test('accepts an authenticator or an access key as source', async () => {
    const sources = [staticToken('user-token'), { ak: 'AccessKey', sk: 'SecretKeyOfTheTests', projectId: 'not-sent' }];
    for (const source of sources) {
      const iam = await startFaultServer(grant('agency-token'));
      const server = await startFaultServer(running);
      const credentials = agencyToken({ ...agency, iamEndpoint: iam.url, source });
      await createTestClient(server.url, { region: 'cn-north-4', credentials }).build.showRunningStatus(call);
      const { headers } = iam.arrivals[0]!;
      expect(headers['x-auth-token'] ?? headers.authorization).toMatch(
        /^user-token$|^SDK-HMAC-SHA256 Access=AccessKey/,
      );
      expect(headers['x-project-id']).toBeUndefined();
      expect(tokensOf(server.arrivals)).toEqual(['agency-token']);
    }
  });

  test('uses the IAM endpoint of the access key if no other is given', async () => {
    const iam = await startFaultServer(grant('agency-token'));
    const server = await startFaultServer(running);
    const source = { ak: 'AccessKey', sk: 'SecretKeyOfTheTests', iamEndpoint: iam.url };
    const credentials = agencyToken({ ...agency, projectName: 'mine', source });
    await createTestClient(server.url, { credentials }).build.showRunningStatus(call);
    expect(iam.arrivals).toHaveLength(1);
  });

  test.each([
    [{ agencyName: '' }, 'agencyName must be a non-empty string; received ""'],
    [{ domainName: undefined }, 'an agency requires either domainName or domainId'],
    [{ domainId: 'd-1' }, 'an agency requires either domainName or domainId'],
    [{ source: undefined }, 'source must be an object or a function; received undefined'],
    [{ source: null }, 'source must be an object or a function; received null'],
    [{ source: { ak: 'AccessKey' } }, 'invalid credentials: sk must be a non-empty string'],
    [{ iamEndpoint: 'http://iam.example.com' }, 'refusing to send credentials over HTTP to iam.example.com; use HTTPS'],
  ])('throws a TypeError for %j', (options, message) => {
    const all = { ...agency, source: staticToken('user-token'), ...options };
    expect(() => agencyToken(all as Parameters<typeof agencyToken>[0])).toThrow(new TypeError(message));
  });
});

describe('secrets', () => {
  test('are not sent over HTTP to another machine: a token', async () => {
    const sent: unknown[] = [];
    const stub: typeof fetch = (input) => {
      sent.push(input);
      return Promise.resolve(
        new Response('{"result":true}', { status: 201, headers: { 'x-subject-token': 'token-1' } }),
      );
    };
    const authenticators: Authenticator[] = [
      staticToken('token-1'),
      passwordToken({ ...user, iamEndpoint: 'https://iam.example.com' }),
    ];
    for (const credentials of authenticators) {
      const { build } = createTestClient('http://build.example.com', {
        region: 'cn-north-4',
        credentials,
        fetch: stub,
      });
      expect(await errorOf(build.showRunningStatus(call))).toEqual(
        new TypeError('refusing to send a token over HTTP to build.example.com; use HTTPS'),
      );
    }
    expect(sent.map(String).filter((url) => url.startsWith('http:'))).toEqual([]);
  });

  test('are not sent over HTTP to another machine: a password', async () => {
    vi.stubEnv('HUAWEICLOUD_SDK_IAM_ENDPOINT', 'http://iam.example.com');
    const stub = vi.fn<typeof fetch>();
    const { build } = createTestClient('https://build.example.com', {
      region: 'cn-north-4',
      credentials: passwordToken(user),
      fetch: stub,
    });
    const error = await errorOf(build.showRunningStatus(call));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toContain('refusing to send credentials over HTTP to iam.example.com; use HTTPS');
    expect(stub).not.toHaveBeenCalled();
  });

  test('appear in no error, event or output, even if IAM or the service echo them', async () => {
    const echo: Responder = (response, arrival) => {
      const text = `no: ${arrival.body} ${JSON.stringify(arrival.headers)}`;
      raw(arrival.body.includes('assume') ? 400 : 401, text)(response, arrival);
    };
    const parsed: Responder = (response, arrival) => reject(401, `no: ${arrival.body}`)(response, arrival);
    const mfa = { userId: 'u-1', passcode: () => '918273' };
    const printed: string[] = [];
    const collect = async (promise: Promise<unknown>, events: ClientEvent[]): Promise<void> => {
      const error = await errorOf(promise);
      printed.push(inspect(error, { depth: 9 }), JSON.stringify(error), String(error.stack), inspect(events));
      printed.push(JSON.stringify((error as { body?: unknown }).body ?? ''));
    };
    const plain = reject(401, `no: ${password}`);
    for (const responder of [echo, parsed, plain]) {
      const { build, events } = await setUp([responder], { mfa });
      await collect(build.showRunningStatus(call), events);
    }
    const { build, events } = await setUp([grant('TokenThatIsSecret')], {}, [echo]);
    await collect(build.showRunningStatus(call), events);

    const iam = await startFaultServer(grant('TokenThatIsSecret'), echo);
    const agency = { agencyName: 'deployers', domainName: 'customer', iamEndpoint: iam.url };
    const credentials = agencyToken({ ...agency, source: { ...user, iamEndpoint: iam.url } });
    const client = createTestClient('http://127.0.0.1:1', { region: 'cn-north-4', credentials });
    await collect(client.build.showRunningStatus(call), []);

    const output = printed.join('\n');
    expect(output).toContain('no: ');
    for (const secret of [password, JSON.stringify(password).slice(1, -1), 'Horse', '918273', 'TokenThatIsSecret']) {
      expect(output).not.toContain(secret);
    }
  });
});
