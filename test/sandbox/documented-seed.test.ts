/** Every documented request, sent as it is to a sandbox with the seed `documented`. */
import { describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { issueToken } from '../../src/sandbox/tokens.js';
import { listDocumentedOperations, targetOf, type DocumentedOperation } from '../support/documented-operations.js';

const NOW = Date.parse('2026-11-26T03:00:00Z');

/** Requests that no initial data can make succeed, with the status and the reason. */
const exceptions: Readonly<Record<string, { status: number; reason: string }>> = {
  'keystoneCreateUserTokenByPassword mfa': { status: 401, reason: 'a one-time passcode changes every 30 seconds' },
};

/** Prints a value of an example: a string, a number or a boolean. */
const print = (value: unknown): string => String(value);

/** Creates a form from an example. */
function toForm(example: Record<string, unknown>, files: readonly string[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(example)) {
    for (const item of [value].flat()) {
      const text = print(item);
      form.append(name, files.includes(name) ? new File([text], 'example.xml', { type: 'application/xml' }) : text);
    }
  }
  return form;
}

/** Returns the request of an example, without authentication. */
function toRequest(operation: DocumentedOperation, example: unknown): Request {
  const { method, parameters, body } = operation;
  const headers = new Headers();
  const url = new URL(targetOf(operation), 'http://sandbox.localhost');
  for (const { name, in: location, example: value } of parameters) {
    if (location === 'header' && value !== undefined) headers.set(name, print(value));
  }
  if (!body || example === undefined) return new Request(url, { method, headers });
  if (body.mediaType === 'multipart/form-data') {
    return new Request(url, { method, headers, body: toForm(example as Record<string, unknown>, body.files) });
  }
  headers.set('content-type', body.mediaType);
  return new Request(url, { method, headers, body: JSON.stringify(example) });
}

const send = async (sandbox: Sandbox, request: Request): Promise<{ status: number; text: string }> => {
  if (!request.headers.has('x-auth-token')) {
    const { state, credentials } = sandbox;
    const user = state.users[0]!;
    const { projectId } = credentials;
    const token = issueToken(
      state,
      { user, domainId: user.domainId, projectId, methods: ['password'] },
      sandbox.clock.now(),
    );
    request.headers.set('x-auth-token', token.value);
  }
  const response = await sandbox.fetch(request);
  return { status: response.status, text: await response.text() };
};

const requests = listDocumentedOperations().flatMap((operation) => {
  const examples = Object.entries(operation.body?.examples ?? {});
  const named = examples.length > 0 ? examples : [['', undefined] as const];
  return named.map(([name, example]) => [`${operation.id} ${name}`.trim(), operation, example] as const);
});

describe('with the seed documented', () => {
  const sandbox = createSandbox({ seed: 'documented', clock: { now: () => NOW, sleep: () => Promise.resolve() } });

  test.each(requests)('%s succeeds as it is documented', async (title, operation, example) => {
    sandbox.reset();
    const { status, text } = await send(sandbox, toRequest(operation, example));
    const expected = exceptions[title]?.status ?? operation.status;
    expect({ status, text }).toEqual({ status: expected, text });
  });
});

test.each([
  ['/v3/projects/', 200],
  ['/v3/projects/?enabled=true', 200],
  ['/v3/projects//', 404],
  ['/v1/job/system-parameters/', 404],
])('GET %s returns %i: only IAM ignores a slash at the end of a path', async (target, expected) => {
  const sandbox = createSandbox();
  const { status } = await send(sandbox, new Request(`http://sandbox.localhost${target}`));
  expect(status).toBe(expected);
});

test('the initial data is the same for the same seed, and can be saved and restored', async () => {
  const clock = { now: () => NOW, sleep: () => Promise.resolve() };
  const saved = createSandbox({ seed: 'documented', clock }).save();
  expect(createSandbox({ seed: 'documented', clock }).save()).toEqual(saved);
  const restored = createSandbox({ saved, clock });
  const { projectId } = restored.seed;
  const { status, text } = await send(
    restored,
    new Request(`http://sandbox.localhost/v3/${projectId}/jobs?page_index=0&page_size=100`),
  );
  expect({ status, jobs: (JSON.parse(text) as { jobs: unknown[] }).jobs.length > 0 }).toEqual({
    status: 200,
    jobs: true,
  });
});

test('every exception is a documented request', () => {
  expect(requests.map(([title]) => title)).toEqual(expect.arrayContaining(Object.keys(exceptions)));
});
