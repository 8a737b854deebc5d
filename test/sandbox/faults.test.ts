import { describe, expect, test } from 'vitest';
import type { Fault, Sandbox } from '../../src/sandbox/index.js';
import { createStillSandbox, receive, requestSigned, sendSigned, textWith } from '../support/sandbox-requests.js';

const shopOf = (sandbox: Sandbox): string => sandbox.seed.jobIds['web-shop']!;
const infoOf = (sandbox: Sandbox): string => `/v1/job/${shopOf(sandbox)}/info`;

const getTask = (sandbox: Sandbox): ReturnType<typeof sendSigned> => sendSigned(sandbox, 'GET', infoOf(sandbox));

const executeTask = (sandbox: Sandbox): ReturnType<typeof sendSigned> =>
  sendSigned(sandbox, 'POST', '/v1/job/execute', { body: { job_id: shopOf(sandbox) } });

/** Returns the number of builds of the task web-shop. */
const countBuilds = (sandbox: Sandbox): number => sandbox.state.builds.get(shopOf(sandbox))!.length;

describe('faults.add', () => {
  test.each([
    [{ kind: 'flood' }, 'flood'],
    [{ kind: 'reset', operation: 'noSuchOperation' }, 'noSuchOperation'],
    [{ kind: 'reset', count: 0 }, 'count'],
    [{ kind: 'reset', probability: 2 }, 'probability'],
    [{ kind: 'reset', ms: 5 }, 'ms'],
    [{ kind: 'latency' }, 'ms'],
    [{ kind: 'status' }, 'status'],
    [{ kind: 'status', status: 99 }, 'status'],
    [{ kind: 'truncate', afterBytes: -1 }, 'afterBytes'],
    [{ kind: 'status', status: 200.5 }, 'status'],
    [{ kind: 'status', status: 503, headers: { 'a b': 'c' } }, 'headers'],
    [{ kind: 'status', status: 503, headers: { a: 'b\nc' } }, 'headers'],
    [{ kind: 'status', status: 503, headers: { 'Content-Length': '1' } }, 'headers'],
    [{ kind: 'status', status: 503, headers: 'retry-after' }, 'headers'],
    [{ kind: 'status', status: 503, headers: { a: 'b\u0001' } }, 'headers'],
    [{ kind: 'status', status: 503, headers: { a: '\u007f' } }, 'headers'],
    [{ kind: 'status', status: 503, headers: { a: 5 } }, 'headers'],
    [{ kind: 'status', status: 503, headers: [['a', 'b']] }, 'headers'],
    [{ kind: 'status', status: 503, headers: new Headers({ a: 'b' }) }, 'headers'],
    [{ kind: 'status', status: 503, code: [[['x']]] }, 'code'],
    [{ kind: 'status', status: 503, message: 5 }, 'message'],
    [{ kind: 'reset', execute: 'yes' }, 'execute'],
    [{ kind: 'latency', ms: 1e300 }, 'ms'],
    [{ kind: 'skew', ms: -1e300 }, 'ms'],
    [{ kind: 'reset', operation: [1] }, 'operation'],
    [{ kind: ['reset'] }, 'kind'],
    [null, 'fault'],
  ])('rejects %j and names %s', (fault, name) => {
    const { faults } = createStillSandbox();
    expect(() => faults.add(fault as Fault)).toThrow(TypeError);
    expect(() => faults.add(fault as Fault)).toThrow(name);
    expect(faults.list()).toEqual([]);
  });

  test('applies to as many requests of its operations as requested, and to no others', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'status', status: 503, operation: ['executeJob', 'showJobInfo'], count: 2 });
    expect((await sendSigned(sandbox, 'GET', `/v3/jobs/${shopOf(sandbox)}/status`)).status).toBe(200);
    const statuses = [await getTask(sandbox), await executeTask(sandbox), await getTask(sandbox)].map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([503, 503, 200]);
    expect(sandbox.faults.list()).toEqual([]);
  });

  test('returns a function that removes the fault; clear removes all', async () => {
    const sandbox = createStillSandbox();
    const remove = sandbox.faults.add({ kind: 'status', status: 503 });
    sandbox.faults.add({ kind: 'status', status: 504 });
    expect((await getTask(sandbox)).status).toBe(503);
    remove();
    expect((await getTask(sandbox)).status).toBe(504);
    sandbox.faults.clear();
    expect((await getTask(sandbox)).status).toBe(200);
  });

  test('with a probability applies to the same requests for the same random seed', async () => {
    const collectStatuses = async (randomSeed: number): Promise<number[]> => {
      const sandbox = createStillSandbox({ randomSeed });
      sandbox.faults.add({ kind: 'status', status: 503, probability: 0.5 });
      const statuses: number[] = [];
      for (let count = 0; count < 20; count += 1) statuses.push((await getTask(sandbox)).status);
      return statuses;
    };
    const statuses = await collectStatuses(1);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(await collectStatuses(1)).toEqual(statuses);
    expect(await collectStatuses(2)).not.toEqual(statuses);
  });
});

describe('a fault', () => {
  test('of kind latency delays the response on the clock of the sandbox', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'latency', ms: 5_000 });
    let responded = false;
    const pending = getTask(sandbox).finally(() => (responded = true));
    await sandbox.clock.advance(4_999);
    expect(responded).toBe(false);
    await sandbox.clock.advance(1);
    expect(await pending).toMatchObject({ status: 200 });
  });

  test('of kind latency ends with the signal of the request', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'latency', ms: 5_000 });
    const controller = new AbortController();
    const pending = requestSigned(sandbox, 'GET', infoOf(sandbox), { signal: controller.signal });
    await sandbox.clock.advance(1);
    controller.abort(new Error('too late'));
    await expect(pending).rejects.toThrow('too late');
    expect(sandbox.clock.sleepers).toBe(0);
  });

  test.each([
    [429, 'APIGW.0308'],
    [500, 'APIGW.0601'],
    [502, 'APIGW.0201'],
    [503, 'APIGW.0613'],
  ])('of kind status returns %d with the code %s of the gateway', async (status, error_code) => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'status', status, headers: { 'retry-after': '7' } });
    const response = await getTask(sandbox);
    expect(response).toMatchObject({ status, json: { error_code, request_id: textWith(/^[0-9a-f]{32}$/) } });
    expect(response.headers.get('retry-after')).toBe('7');
  });

  test.each(['Content-Type', 'content-type'])('of kind status sends its own %s', async (name) => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'status', status: 503, headers: { [name]: 'text/plain', 'x-a': '\tä \u00ff' } });
    expect((await getTask(sandbox)).headers.get('content-type')).toBe('text/plain');
  });

  test('of kind status accepts code and message', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'status', status: 500, code: 'CB.00060100', message: 'Network busy.' });
    expect((await getTask(sandbox)).json).toMatchObject({ error_code: 'CB.00060100', error_msg: 'Network busy.' });
  });

  test.each<Fault>([{ kind: 'status', status: 502 }, { kind: 'html' }, { kind: 'envelope-error' }])(
    'of kind $kind executes the operation only if requested',
    async (fault) => {
      const sandbox = createStillSandbox();
      const before = countBuilds(sandbox);
      sandbox.faults.add({ ...fault, count: 1 });
      await executeTask(sandbox);
      expect(countBuilds(sandbox)).toBe(before);
      sandbox.faults.add({ ...fault, execute: true } as Fault);
      await executeTask(sandbox);
      expect(countBuilds(sandbox)).toBe(before + 1);
    },
  );

  test('of kind html returns a page with status 200', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'html' });
    const { status, headers, text } = await getTask(sandbox);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(text).toContain('<html>');
  });

  test('of kind envelope-error returns an error with status 200, in the form of the API version', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'envelope-error' });
    expect(await getTask(sandbox)).toMatchObject({
      status: 200,
      json: { result: null, error: { code: 'DEV.CB.032000' }, status: 'error' },
    });
    const old = await sendSigned(sandbox, 'GET', `/v3/jobs/${shopOf(sandbox)}/status`);
    expect(old).toMatchObject({ status: 200, json: { error_code: 'CB.00060101' } });
  });

  test('of kind skew rejects signatures and reports the shifted time', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'skew', ms: 3_600_000 });
    const response = await getTask(sandbox);
    expect(response).toMatchObject({ status: 401, json: { error_code: 'APIGW.0303' } });
    const date = Date.parse(response.headers.get('date')!);
    expect(date).toBe(sandbox.clock.now() + 3_600_000);
    expect(await sendSigned(sandbox, 'GET', infoOf(sandbox), { date: new Date(date) })).toMatchObject({ status: 200 });
  });

  test('of kinds lost-log and repeated-log applies only to parts of logs, by one line', async () => {
    const sandbox = createStillSandbox();
    await executeTask(sandbox);
    await sandbox.clock.advance(120_000);
    const path = `/v3/jobs/${shopOf(sandbox)}/${countBuilds(sandbox)}/real-time-log?length=1000000&offset=`;
    const read = async (offset: number): Promise<{ content: string; current_offset: number; offset: number }> => {
      const { json } = await sendSigned(sandbox, 'GET', `${path}${offset}`);
      return (json as { result: { content: string; current_offset: number; offset: number } }).result;
    };
    const whole = (await read(0)).content;
    const second = whole.indexOf('\n') + 1;
    sandbox.faults.add({ kind: 'lost-log', count: 1 });
    sandbox.faults.add({ kind: 'repeated-log', count: 1 });
    expect((await getTask(sandbox)).status).toBe(200);
    expect(await read(0)).toMatchObject({ content: whole.slice(second), current_offset: second });
    expect(await read(second)).toMatchObject({ content: whole, current_offset: 0, offset: whole.length });
    expect(await read(second)).toMatchObject({ content: whole.slice(second), current_offset: second });
  });
});

describe.each(['in process', 'over a socket'])('a connection %s', (where) => {
  /** Sends the request in process or over a socket. */
  async function open(sandbox: Sandbox, signal?: AbortSignal): Promise<Response> {
    const origin = where === 'in process' ? {} : { origin: sandboxUrl(sandbox) ?? (await sandbox.listen()) };
    return requestSigned(sandbox, 'GET', infoOf(sandbox), { ...origin, ...(signal && { signal }) });
  }

  function sandboxUrl(sandbox: Sandbox): string | undefined {
    try {
      return sandbox.url;
    } catch {
      return undefined;
    }
  }

  test('is reset', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'reset', count: 1 });
    const error = await open(sandbox).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as TypeError & { cause: { code: string } }).cause.code).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    expect((await open(sandbox)).status).toBe(200);
  });

  test('is reset after the operation was executed, if requested', async () => {
    const sandbox = createStillSandbox();
    const before = countBuilds(sandbox);
    sandbox.faults.add({ kind: 'reset', execute: true, operation: 'executeJob' });
    await expect(executeTask(sandbox)).rejects.toThrow('fetch failed');
    expect(countBuilds(sandbox)).toBe(before + 1);
  });

  test('breaks within the body', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'truncate', count: 1 });
    const response = await open(sandbox);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    sandbox.faults.add({ kind: 'truncate', afterBytes: 10 });
    const reader = (await open(sandbox)).body!.getReader();
    expect((await reader.read()).value?.byteLength).toBe(10);
    await expect(reader.read()).rejects.toThrow('terminated');
  });

  test('stalls before the response', async () => {
    const sandbox = createStillSandbox();
    const before = countBuilds(sandbox);
    sandbox.faults.add({ kind: 'stall' });
    const controller = new AbortController();
    const pending = open(sandbox, controller.signal);
    await sandbox.clock.advance(3_600_000);
    controller.abort(new Error('gave up'));
    await expect(pending).rejects.toThrow('gave up');
    expect(countBuilds(sandbox)).toBe(before);
  });

  test('stalls within the body', async () => {
    const sandbox = createStillSandbox();
    sandbox.faults.add({ kind: 'stall', afterBytes: 10 });
    const controller = new AbortController();
    const response = await open(sandbox, controller.signal);
    const reader = response.body!.getReader();
    expect((await reader.read()).value?.byteLength).toBe(10);
    const rest = reader.read();
    controller.abort(new Error('gave up'));
    await expect(rest).rejects.toThrow('gave up');
  });

  test('serves the next request after each fault', async () => {
    const sandbox = createStillSandbox();
    for (const kind of ['reset', 'truncate'] as const) {
      sandbox.faults.add({ kind, count: 1 });
      await open(sandbox).then(
        (response) => response.text().catch(() => ''),
        () => '',
      );
      expect(await receive(await open(sandbox))).toMatchObject({ status: 200 });
    }
  });
});
