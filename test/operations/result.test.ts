import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../../src/index.js';
import { apis, operationsOf, resolve, type Document } from '../../scripts/bundle.js';
import { createTestClient, jobId } from '../support/client.js';
import { json, startFaultServer } from '../support/fault-server.js';

/** A client of a server that returns one body with status 200. */
async function serve(body: unknown) {
  const server = await startFaultServer(json(200, body));
  return { ...createTestClient(server.url), server };
}

describe('result returns the result of an envelope', () => {
  test.each([
    ['of the current operations', { result: true, error: null, status: 'success' }],
    ['of older operations, without error and status', { result: true }],
    ['that is false', { result: false, error: null, status: 'success' }],
  ])('%s', async (_, body) => {
    const { build, server } = await serve(body);
    expect(await build.showJobStatus({ job_id: jobId }).result()).toBe(body.result);
    expect(server.arrivals).toHaveLength(1);
  });

  test('that is null, if a source shows null', async () => {
    const { build } = await serve({ result: null, error: null, status: 'success' });
    expect(await build.deleteGroup({ project_id: jobId, id: jobId }).result()).toBeNull();
  });

  test('that is absent, if a source shows a success without it', async () => {
    const { build } = await serve({ status: 'success' });
    const call = build.applyProjectPermission({ body: { job_id: jobId, project_id: jobId, project_switch: true } });
    expect(await call.result()).toBeUndefined();
  });
});

describe('a success without its result is a ResponseFormatError', () => {
  test.each([
    ['no result', { status: 'success' }, 'a body without `result`'],
    ['null that no source shows', { result: null, status: 'success' }, 'a body whose `result` is null'],
    ['an array', [true], 'a body without `result`'],
    ['text', 'true', 'a body without `result`'],
    ['null', null, 'a body without `result`'],
  ])('%s', async (_, body, problem) => {
    const { build } = await serve(body);
    await expect(build.showJobStatus({ job_id: jobId }).result()).rejects.toMatchObject({
      name: 'ResponseFormatError',
      message: expect.stringContaining(problem) as string,
      status: 200,
      attempts: 1,
      mayHaveRun: true,
    });
  });

  test('text, even if the result can be absent', async () => {
    const { build } = await serve('success');
    const call = build.applyProjectPermission({ body: { job_id: jobId, project_id: jobId, project_switch: true } });
    await expect(call.result()).rejects.toMatchObject({ name: 'ResponseFormatError' });
  });

  test('without the secrets of its body', async () => {
    const { build } = await serve({ status: 'success', note: 'SecretKeyOfTheTests' });
    const error: unknown = await build
      .showJobStatus({ job_id: jobId })
      .result()
      .catch((reason: unknown) => reason);
    expect(JSON.stringify(error)).not.toContain('SecretKeyOfTheTests');
  });
});

describe('a call that fails', () => {
  test('fails with the error of the envelope', async () => {
    const { build } = await serve({ result: null, error: { code: 'DEV.CB.0310001', reason: 'x' }, status: 'error' });
    const call = build.showJobStatus({ job_id: jobId });
    await expect(call.result()).rejects.toThrow(ApiError);
    await expect(call).rejects.toThrow(ApiError);
  });

  test('leaves no unhandled rejection if only the result is awaited', async () => {
    const { build } = await serve({ error_code: 'DEV.CB.032000', error_msg: 'x' });
    // Vitest reports unhandled rejections as failures of the run.
    await expect(build.showJobStatus({ job_id: jobId }).result()).rejects.toMatchObject({ code: 'DEV.CB.032000' });
    await new Promise(setImmediate);
  });
});

test('the body and the response of the same call can be read too, with one request', async () => {
  const body = { result: true, error: null, status: 'success' };
  const { build, server } = await serve(body);
  const call = build.showJobStatus({ job_id: jobId });
  expect(await call.result()).toBe(true);
  expect(await call).toEqual(body);
  expect(await call.withResponse()).toMatchObject({ data: body, attempts: 1 });
  expect(server.arrivals).toHaveLength(1);
});

test('only the body of an operation without an envelope can be read', async () => {
  const { build } = await serve({ octopus_job_name: 'x', build_number: 1 });
  const call = build.runJob({ body: { job_id: jobId } });
  expect('result' in call).toBe(false);
  await call;
});

test.each(apis)('every operation of %s whose response has `result` offers it', async (api) => {
  const file = new URL(`../../generated/${api}/openapi.json`, import.meta.url);
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  const { operations } = (await import(`../../generated/${api}/operations.ts`)) as {
    operations: Record<string, { envelope?: string }>;
  };
  for (const { operation } of operationsOf(document)) {
    const [success] = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    const [media] = Object.values(resolve(document, success![1]).content ?? {});
    const fields = media && resolve(document, media.schema).properties;
    const hasResult = fields !== undefined && 'result' in fields;
    expect([operation.operationId, operations[operation.operationId]!.envelope !== undefined]).toEqual([
      operation.operationId,
      hasResult,
    ]);
  }
});
