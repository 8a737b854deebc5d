import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { createClient, followAll, isCodeArtsError, waitAll, type CodeArtsBuildClient } from '../../src/index.js';
import { createTestClock } from '../support/test-clock.js';

const jobId = '48c66c6002964721be537cdc6ce0297b';

/** A client of a service that returns the same response to each request. */
function createFixed(respond: (init: RequestInit) => Promise<Response>): CodeArtsBuildClient {
  return createClient({
    endpoint: 'http://service.localhost',
    credentials: { ak: 'AccessKey', sk: 'SecretKey' },
    clock: createTestClock(),
    fetch: (_input, init = {}) => respond(init),
  });
}

async function drain(items: AsyncIterable<unknown>, limit = 200): Promise<void> {
  for await (const _item of items) if (--limit <= 0) return;
}

/** Words that responses contain, so that parsers get further than the first member. */
const words = [
  'result',
  'data',
  'log',
  'status',
  'SUCCESS',
  'job_list',
  'build_stages',
  'build_no',
  'parameters',
  'build_record_id',
];
const body = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, '', 'SUCCESS', 'FAILURE', 1, -1, 'x', '7'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(...words, 'start_time', 'finish_time', 'error_nodes', 'project_info_list', 'has_more', 'content'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

const calls: Readonly<Record<string, (build: CodeArtsBuildClient, apiVersion: 'v1' | 'v3') => Promise<unknown>>> = {
  start: (build, apiVersion) => build.startBuild({ jobId, params: { a: 'b' } }, { apiVersion }),
  find: (build) => build.findTask({ task: 'web-shop', project: 'demo' }),
  findById: (build, apiVersion) => build.findTask({ task: jobId }, { apiVersion }),
  attach: (build, apiVersion) => build.attachBuild({ jobId }, { apiVersion }),
  wait: (build, apiVersion) =>
    build.attachBuild({ jobId, buildNo: 3, apiVersion }).wait({ timeoutMs: 60_000, queueTimeoutMs: 60_000 }),
  log: (build, apiVersion) => drain(build.attachBuild({ jobId, buildNo: 3, apiVersion }).log({ follow: false })),
  tail: (build, apiVersion) =>
    drain(build.attachBuild({ jobId, buildNo: 3, apiVersion }).log({ tail: 3, follow: false })),
  follow: (build, apiVersion) =>
    drain(build.attachBuild({ jobId, buildNo: 3, apiVersion }).follow({ timeoutMs: 60_000, queueTimeoutMs: 60_000 })),
  steps: (build, apiVersion) => build.attachBuild({ jobId, buildNo: 3, apiVersion }).steps(),
  outputs: (build, apiVersion) => build.attachBuild({ jobId, buildNo: 3, apiVersion }).outputs(),
  failure: (build, apiVersion) => build.attachBuild({ jobId, buildNo: 3, apiVersion }).failure(),
  rerun: (build, apiVersion) => build.attachBuild({ jobId, buildNo: 3, apiVersion }).rerun(),
  coverage: (build, apiVersion) => build.attachBuild({ jobId, buildNo: 3, apiVersion }).download('coverage'),
  waitAll: (build, apiVersion) =>
    waitAll(
      [3, 4].map((buildNo) => build.attachBuild({ jobId, buildNo, apiVersion })),
      { timeoutMs: 60_000, queueTimeoutMs: 60_000 },
    ).then((results) => {
      const rejected = results.find((result) => result.status === 'rejected');
      if (rejected) throw rejected.reason;
    }),
  followAll: (build, apiVersion) =>
    drain(
      followAll(
        [3, 4].map((buildNo) => build.attachBuild({ jobId, buildNo, apiVersion })),
        { timeoutMs: 60_000, queueTimeoutMs: 60_000 },
      ),
    ),
};

describe.each(['v1', 'v3'] as const)('whatever the service returns, by the %s operations', (apiVersion) => {
  test.each(Object.keys(calls))('%s succeeds or rejects with an error of the package', async (name) => {
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const build = createFixed(() => Promise.resolve(Response.json(value)));
        try {
          await calls[name]!(build, apiVersion);
        } catch (error) {
          expect(isCodeArtsError(error), String((error as Error).stack)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an abort is followed while a request hangs', () => {
  const hanging = (resultOf: (path: string) => unknown) =>
    createClient({
      endpoint: 'http://service.localhost',
      credentials: { ak: 'AccessKey', sk: 'SecretKey' },
      clock: createTestClock(),
      fetch: (input, init) => {
        const value = resultOf(new URL(input as string).pathname.split('/').pop()!);
        if (value !== undefined) return Promise.resolve(Response.json(value));
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal!.reason as Error));
        });
      },
    });
  const failed = {
    result: {
      status: 'FAILURE',
      start_time: '2026-01-02T03:04:00Z',
      finish_time: '2026-01-02T03:04:05Z',
      build_record_id: 'r',
    },
  };

  test.each([
    ['the record', []],
    ['the steps of a failed build', ['record-info']],
    ['the log of a failed build', ['record-info', 'full-stages']],
  ])('%s', async (_name, available: string[]) => {
    const build = hanging((name) =>
      available.includes(name) ? (name === 'record-info' ? failed : { result: {} }) : undefined,
    );
    const controller = new AbortController();
    const reason = new Error('enough');
    const waiting = build.attachBuild({ jobId, buildNo: 3 }).wait({ signal: controller.signal });
    setImmediate(() => setImmediate(() => setImmediate(() => controller.abort(reason))));
    await expect(waiting).rejects.toBe(reason);
  });
});
