import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../../src/index.js';
import { operationsOf, resolve, type Document } from '../../scripts/bundle.js';
import type { EnvelopedCall } from '../../src/operations/contract.js';
import { createTestClient, jobId } from '../support/client.js';
import { listDocumentedOperations } from '../support/documented-operations.js';
import { json, raw, startFaultServer } from '../support/fault-server.js';

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

  test('that is absent with the whole body, if a success can have an empty body', async () => {
    const server = await startFaultServer(raw(200, new Uint8Array()));
    const call = createTestClient(server.url).build.stopJob({ body: { job_id: jobId, build_no: '3' } });
    expect(await call.result()).toBeUndefined();
    expect(await call).toBeUndefined();
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

const described = JSON.parse(
  readFileSync(new URL('../../generated/codearts-build/openapi.json', import.meta.url), 'utf8'),
) as Document;

/** The operations whose success has `result`, with what the schema requires of it. */
const enveloped = [...operationsOf(described)].flatMap(({ operation }) => {
  const [, success] = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))!;
  const [media] = Object.values(resolve(described, success).content ?? {});
  if (!media) return [];
  const { properties, required = [] } = resolve(described, media.schema);
  const result = properties?.['result'];
  if (!result) return [];
  const { type, anyOf = [] } = resolve(described, result) as { type?: string | string[]; anyOf?: { type?: string }[] };
  const acceptsNull = [type, ...anyOf.map((branch) => branch.type)].flat().includes('null');
  return [[operation.operationId, { isRequired: required.includes('result'), acceptsNull }] as const];
});

/** Calls an operation with what its documentation shows. */
function callDocumented(build: object, id: string): EnvelopedCall<{ result?: unknown }> {
  const { parameters, body } = listDocumentedOperations().find((operation) => operation.id === id)!;
  const shown = parameters
    .filter(({ example }) => example !== undefined)
    .map(({ name, example }): [string, unknown] => [name, example]);
  const [example] = Object.values(body?.examples ?? {});
  const bytes = new Uint8Array();
  const files = body?.files.map((name): [string, unknown] => [name, name === 'files' ? [bytes] : bytes]) ?? [];
  const input: Record<string, unknown> = Object.fromEntries(shown);
  if (body) input['body'] = files.length > 0 ? { ...(example as object), ...Object.fromEntries(files) } : example;
  const method = Reflect.get(build, id) as (input: object) => EnvelopedCall<{ result?: unknown }>;
  return method(input);
}

describe('every operation whose response has `result`', () => {
  test('is found', () => {
    expect(enveloped.length).toBeGreaterThan(100);
    expect(enveloped.filter(([, { isRequired }]) => !isRequired).length).toBeLessThan(15);
  });

  test.each(enveloped)('%s rejects a success without a required result, and only that', async (id, rule) => {
    const { build } = await serve({ status: 'success' });
    const call = callDocumented(build, id);
    if (rule.isRequired) {
      const error = { name: 'ResponseFormatError', status: 200, attempts: 1, mayHaveRun: true };
      await expect(call).rejects.toMatchObject(error);
      await expect(call.result()).rejects.toMatchObject(error);
      await expect(call.withResponse()).rejects.toMatchObject(error);
    } else {
      expect(await call).toEqual({ status: 'success' });
      expect(await call.result()).toBeUndefined();
    }
  });

  test.each(enveloped)('%s rejects null unless a source shows it', async (id, rule) => {
    const { build } = await serve({ result: null, status: 'success' });
    const call = callDocumented(build, id);
    if (rule.isRequired && !rule.acceptsNull) await expect(call).rejects.toMatchObject({ name: 'ResponseFormatError' });
    else expect(await call.result()).toBeNull();
  });
});
