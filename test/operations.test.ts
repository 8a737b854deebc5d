/** Every operation of the three APIs, called over HTTP with the examples of its documentation: what is sent, and what comes back. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operations as buildTable } from '../generated/codearts-build/operations.js';
import { operations as iamTable } from '../generated/iam/operations.js';
import { operations as stageTable } from '../generated/servicestage/operations.js';
import type { OperationSpec } from '../src/operations/contract.js';
import {
  ApiError,
  createClient,
  createIamClient,
  createServiceStageClient,
  ResponseFormatError,
  type Call,
  type ClientOptions,
  type Download,
} from '../src/index.js';
import { createSandbox } from '../src/sandbox/index.js';
import {
  apis,
  listDocumentedOperations,
  type ResponseExample,
  type Api,
  type DocumentedBody,
  type DocumentedOperation,
} from './support/documented-operations.js';
import { raw, startFaultServer, type Responder } from './support/fault-server.js';
import { startRelay, type Exchange, type Relay } from './support/relay.js';
import { prepareSandbox, scenarios, substitute, type Substitutes } from './support/sandbox-substitutes.js';
import { createTestClock } from './support/test-clock.js';

type Input = Record<string, unknown>;

const factories = { 'codearts-build': createClient, servicestage: createServiceStageClient, iam: createIamClient };
const tables = { 'codearts-build': buildTable, servicestage: stageTable, iam: iamTable };

const operations = listDocumentedOperations();
const eachOperation = operations.map((operation) => [`${operation.api} ${operation.id}`, operation] as const);

/** The response examples of each operation. Shared examples are assigned to the first operation of a media type, because the document contains them once. */
const eachExampled = operations.map((operation) => {
  const { api, id, mediaType, examples } = operation;
  const isFirst = (ref: string): boolean =>
    operation ===
    operations.find(
      (other) =>
        other.api === api && other.mediaType === mediaType && other.examples.some(({ shared }) => shared === ref),
    );
  const own = examples.filter(({ shared }) => shared === undefined || isFirst(shared));
  return [`${api} ${id}`, operation, own] as const;
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Calls an operation by its name, once. */
type CallByName = (operation: DocumentedOperation, input: Input) => Call<unknown>;

/** Creates the clients of an address, each when it is first needed. */
function createClients(options: ClientOptions): CallByName {
  const clients = new Map<Api, object>();
  return ({ api, id }, input) => {
    const client = clients.get(api) ?? factories[api]({ maxRetries: 0, ...options });
    clients.set(api, client);
    const method: unknown = Reflect.get(client, id);
    if (typeof method !== 'function') throw new TypeError(`The client of ${api} has no method ${id}`);
    // So is every method that is made from a table.
    return (method as (input: Input) => Call<unknown>)(input);
  };
}

/** A request to make: an operation with one of the bodies that its documentation shows. */
interface Case {
  operation: DocumentedOperation;
  bodyName?: string | undefined;
  /** Leaves out the parameters and the members of the body that may be left out. */
  requiredOnly?: boolean;
}

const isObject = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a member of a body must be sent. */
const isMember =
  ({ members }: DocumentedBody) =>
  (name: string): boolean =>
    members.includes(name);

const pickMembers = (value: Input, wanted: (name: string) => boolean): Input =>
  Object.fromEntries(Object.entries(value).filter(([name]) => wanted(name)));

/** Each body with every parameter, and a request with no more than it must have. */
function listCases(operation: DocumentedOperation): [string, Case][] {
  const { api, id, body, parameters } = operation;
  const title = `${api} ${id}`;
  const bodyNames = Object.keys(body?.examples ?? {});
  const cases = bodyNames.map((bodyName): [string, Case] => [`${title}, body ${bodyName}`, { operation, bodyName }]);
  if (bodyNames.length === 0) cases.push([title, { operation }]);
  const [first] = Object.values(body?.examples ?? {});
  const canShrink = body?.required && isObject(first) && !Object.keys(first).every(isMember(body));
  if (body?.required === false || parameters.some(({ required }) => !required) || canShrink) {
    const bodyName = body?.required ? bodyNames[0] : undefined;
    cases.push([`${title}, no more than required`, { operation, bodyName, requiredOnly: true }]);
  }
  return cases;
}

/** Optional parameters that the description of an operation requires: the kind `codehub`, used in the example, requires the ID. */
const needed: Readonly<Record<string, readonly string[]>> = { listTagList: ['repo_id'] };

/** The input of a call, in the order of the document. */
function toInput({ operation, bodyName, requiredOnly = false }: Case, substitutes: Substitutes = {}): Input {
  const { id, parameters, body } = operation;
  const input: Input = {};
  for (const { name, required: always, example } of parameters) {
    const required = always || needed[id]?.includes(name);
    if (required && example === undefined) throw new Error(`${id}: ${name} has no example`);
    if (example !== undefined && (required || !requiredOnly)) input[name] = substitute(substitutes, name, example);
  }
  if (!body || bodyName === undefined) return input;
  const example = body.examples[bodyName];
  const shown = requiredOnly && isObject(example) ? pickMembers(example, isMember(body)) : example;
  const sent = substitute(substitutes, 'body', shown);
  return { ...input, body: body.files.length === 0 ? sent : withFiles(sent as Input, body.files) };
}

/** Turns the examples of files into files: one, or a list of them. */
function toFiles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toFiles);
  return new File([String(value)], 'example.xml', { type: 'application/xml' });
}

/** A form whose files are files. */
const withFiles = (fields: Input, files: readonly string[]): Input =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, files.includes(name) ? toFiles(value) : value]),
  );

/** Method, path and query of a call, as the document describes them. */
function describeTarget({ method, path, parameters }: DocumentedOperation, input: Input): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const pairs = parameters
    .filter(({ name, in: place }) => place === 'query' && input[name] !== undefined)
    .flatMap(({ name }) => [input[name]].flat().map((value) => `${name}=${encodeURIComponent(String(value))}`));
  return `${method} ${filled}${pairs.length > 0 ? '?' : ''}${pairs.join('&')}`;
}

/** The fields of a form, files read. */
const readForm = (form: FormData): Promise<unknown[]> =>
  Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === 'string' ? [name, value] : [name, value.name, value.type, await value.text()],
    ),
  );

async function expectBody(
  { body: documented }: DocumentedOperation,
  body: unknown,
  { headers, body: bytes }: Exchange,
) {
  const contentType = headers.get('content-type');
  if (body === undefined) {
    expect({ contentType, bytes: bytes.length }).toEqual({ contentType: null, bytes: 0 });
  } else if (documented?.mediaType === 'application/json') {
    expect(contentType).toBe('application/json');
    expect(decode(bytes)).toBe(JSON.stringify(body));
  } else {
    const sent = await new Response(bytes, { headers: { 'content-type': contentType ?? '' } }).formData();
    const fields = new FormData();
    for (const [name, value] of Object.entries(body as Record<string, string | Blob | Blob[]>)) {
      for (const part of [value].flat()) fields.append(name, part);
    }
    const sorted = (entries: unknown[]): unknown[] => entries.sort();
    expect(contentType).toMatch(/^multipart\/form-data; boundary=/);
    expect(sorted(await readForm(sent))).toEqual(sorted(await readForm(fields)));
  }
}

const isDownload = ({ mediaType }: DocumentedOperation): boolean =>
  mediaType !== undefined && mediaType !== 'application/json';

/** Returns the result of a call; a download is read completely. */
const readResult = async (operation: DocumentedOperation, data: unknown): Promise<unknown> =>
  isDownload(operation) ? await (data as Download).bytes() : data;

test.each(apis)('%s: document, table and client have every operation of the facts', (api) => {
  const ids = operations.filter((operation) => operation.api === api).map(({ id }) => id);
  const facts = JSON.parse(readFileSync(new URL(`../openapi/facts/${api}.json`, import.meta.url), 'utf8')) as object;
  expect(ids.sort()).toEqual(Object.keys(facts).sort());
  expect(Object.keys(tables[api]).sort()).toEqual(ids);
  const client = factories[api]({ endpoint: 'http://127.0.0.1', credentials: { ak: 'ak', sk: 'sk' } });
  expect(Object.keys(client)).toEqual(expect.arrayContaining(ids));
});

describe('called against the sandbox', () => {
  const sandbox = createSandbox({ clock: createTestClock(), scenarios });
  const { clock, credentials } = sandbox;
  const { ak, sk, projectId } = credentials;
  const coverage = sandbox.coverage();
  let relay: Relay;
  let call: CallByName;
  let substitutes: Record<Api, Substitutes>;
  let changed = true;

  beforeAll(async () => {
    relay = await startRelay(await sandbox.listen());
    call = createClients({ endpoint: relay.url, credentials: { ak, sk, projectId }, clock });
  });
  afterAll(async () => {
    await relay.close();
    await sandbox.close();
  });
  beforeEach(async () => {
    relay.exchanges.length = 0;
    if (!changed) return;
    sandbox.reset();
    substitutes = await prepareSandbox(sandbox);
  });

  /** Whether the sandbox returns the first example of the document. */
  const returnsExample = ({ api, id }: DocumentedOperation): boolean =>
    (coverage[`${api}.${id}`] ?? coverage[id]) === 'example';

  test.each(operations.flatMap(listCases))('%s', async (_title, wanted) => {
    const { operation } = wanted;
    const input = toInput(wanted, substitutes[operation.api]);
    changed = operation.method !== 'GET';

    const { data, attempts, requestId } = await call(operation, input).withResponse();
    const result = await readResult(operation, data);

    expect(relay.exchanges).toHaveLength(1);
    const exchange = relay.exchanges[0]!;
    const { method, target, headers, response } = exchange;
    expect(`${method} ${target}`).toBe(describeTarget(operation, input));
    const unsigned = operation.body?.mediaType === 'multipart/form-data' ? 'x-sdk-content-sha256;' : '';
    if (operation.anonymous) {
      expect(headers.get('authorization')).toBeNull();
      expect(headers.get('x-project-id')).toBeNull();
    } else {
      expect(headers.get('authorization')).toMatch(
        new RegExp(
          `^SDK-HMAC-SHA256 Access=${ak}, SignedHeaders=host;${operation.api === 'iam' ? '' : 'x-project-id;'}${unsigned}x-sdk-date, Signature=[0-9a-f]{64}$`,
        ),
      );
      expect(headers.get('x-project-id')).toBe(operation.api === 'iam' ? null : projectId);
    }
    for (const { name, in: place } of operation.parameters) {
      if (place === 'header' && name in input) expect(headers.get(name)).toBe(input[name]);
    }
    await expectBody(operation, input['body'], exchange);

    // The sandbox has checked the signature, with its own code, and its response against the document.
    expect(response.status).toBe(operation.status);
    expect({ attempts, requestId }).toEqual({ attempts: 1, requestId: response.headers.get('x-request-id') });
    if (isDownload(operation)) expect(result).toEqual(response.body);
    else expect(result).toEqual(operation.mediaType && JSON.parse(decode(response.body)));
    if (returnsExample(operation)) {
      const shown = operation.examples.find(({ status }) => status === operation.status);
      expect(isDownload(operation) ? decode(response.body) : result).toEqual(shown?.value);
    }
  });
});

/** Returns the fields of an error body in any of its documented forms. */
function readSaid(value: unknown): { code: string; errorMessage: unknown; requestId: unknown } {
  const outer = (Array.isArray(value) ? value[0] : value) as Record<string, unknown>;
  const said = { ...outer, ...(outer['error'] as Record<string, unknown> | undefined) };
  return {
    code: String(said['error_code'] ?? said['errorCode'] ?? said['code']),
    errorMessage: said['error_msg'] ?? said['errorMessage'] ?? said['message'] ?? said['reason'],
    requestId: said['request_id'],
  };
}

describe('a response with', () => {
  const credentials = { ak: 'AccessKey', sk: 'SecretKeyOfTheTests' };

  const toBytes = ({ mediaType, value }: ResponseExample): Uint8Array =>
    encode(mediaType === undefined ? '' : mediaType === 'application/json' ? JSON.stringify(value) : String(value));

  const serve = (example: ResponseExample): Responder => {
    const { status, mediaType, headers } = example;
    return raw(status, toBytes(example), { ...headers, ...(mediaType && { 'content-type': mediaType }) });
  };

  /** No more than an operation needs. */
  const leastInput = (operation: DocumentedOperation): Input => {
    const { body } = operation;
    const bodyName = body?.required ? Object.keys(body.examples)[0] : undefined;
    return toInput({ operation, bodyName, requiredOnly: true });
  };

  /** Whether an example is an error: the service also returns errors with status 200. */
  const showsError = ({ value }: ResponseExample): boolean =>
    typeof value === 'object' && value !== null && 'error_code' in value;

  /** Returns the expected properties of the error for an example. */
  function describeError({ method }: DocumentedOperation, { status, headers, value }: ResponseExample, url: string) {
    const { 'Retry-After': seconds } = headers;
    const retryAfterMs = seconds === undefined ? undefined : Number(seconds) * 1_000;
    // Operations that stop a build may return JSON inside a JSON string.
    const body: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return { status, method, path: url.split('?')[0], attempts: 1, retryAfterMs, ...readSaid(body), body };
  }

  test.each(eachExampled)('its examples: %s returns or throws what they contain', async (_, operation, examples) => {
    const { url, arrivals } = await startFaultServer(...examples.map(serve));
    // After a 429 a client waits, whatever it calls next.
    const call = createClients({ endpoint: url, credentials, clock: createTestClock(Date.now()) });
    for (const example of examples) {
      const { label, status, value, headers } = example;
      const called = call(operation, leastInput(operation)).withResponse();
      let response: Response;
      if (status < 300 && !showsError(example)) {
        const result = await called;
        const data = await readResult(operation, result.data);
        expect({ label, data }).toEqual({ label, data: isDownload(operation) ? toBytes(example) : value });
        response = result.response;
      } else {
        const error = await called.catch((reason: unknown) => reason);
        if (!(error instanceof ApiError)) return expect.unreachable(`${label} ends in ${String(error)}`);
        expect(error).toMatchObject(describeError(operation, example, arrivals.at(-1)!.url));
        response = error.response;
      }
      for (const [name, text] of Object.entries(headers)) expect(response.headers.get(name)).toBe(text);
    }
    expect(arrivals).toHaveLength(examples.length);
  });

  test.each(eachOperation)(
    'no body: %s returns undefined, or an error if it requires `result`',
    async (_, operation) => {
      const { api, id, status, mediaType } = operation;
      const { url } = await startFaultServer(raw(status, '', mediaType ? { 'content-type': mediaType } : {}));
      const call = createClients({ endpoint: url, credentials });
      const called = call(operation, leastInput(operation));
      const { envelope = 'optional' } = (tables[api] as Record<string, OperationSpec>)[id]!;
      if (envelope !== 'optional') return expect(called).rejects.toThrow(ResponseFormatError);
      const result = await readResult(operation, await called);
      expect(result).toEqual(isDownload(operation) ? new Uint8Array() : undefined);
    },
  );
});
