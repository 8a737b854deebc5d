/**
 * Every operation of the three APIs, called through the client over HTTP with the examples of its documentation: what goes over the wire,
 * and what comes back.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operations as buildTable } from '../generated/codearts-build/operations.js';
import { operations as iamTable } from '../generated/iam/operations.js';
import { operations as stageTable } from '../generated/servicestage/operations.js';
import {
  ApiError,
  createClient,
  createIamClient,
  createServiceStageClient,
  type Call,
  type ClientOptions,
  type Download,
} from '../src/index.js';
import { createSandbox, type Sandbox } from '../src/sandbox/index.js';
import {
  apis,
  listDocumentedOperations,
  type AnswerExample,
  type Api,
  type DocumentedOperation,
} from './support/documented-operations.js';
import { raw, startFaultServer, type Answer } from './support/fault-server.js';
import { startRelay, type Exchange, type Relay } from './support/relay.js';

type Input = Record<string, unknown>;

const factories = { 'codearts-build': createClient, servicestage: createServiceStageClient, iam: createIamClient };
const tables = { 'codearts-build': buildTable, servicestage: stageTable, iam: iamTable };

const operations = listDocumentedOperations();
const named = operations.map((operation) => [`${operation.api} ${operation.id}`, operation] as const);

/** Calls an operation by its name, once. */
function call(api: Api, id: string, input: Input, options: ClientOptions): Call<unknown> {
  const method: unknown = Reflect.get(factories[api]({ maxRetries: 0, ...options }), id);
  if (typeof method !== 'function') throw new TypeError(`The client of ${api} has no method ${id}`);
  // So is every method that is made from a table.
  return (method as (input: Input) => Call<unknown>)(input);
}

test('the documents, the tables and the clients have the same operations', () => {
  const counts = apis.map((api) => {
    const ids = operations.filter((operation) => operation.api === api).map(({ id }) => id);
    expect(Object.keys(tables[api]).sort()).toEqual([...ids].sort());
    const client = factories[api]({ endpoint: 'http://127.0.0.1', credentials: { ak: 'ak', sk: 'sk' } });
    expect(Object.keys(client)).toEqual(expect.arrayContaining(ids));
    return ids.length;
  });
  expect(counts).toEqual([144, 12, 5]);
});

/** A request to make: an operation, its parameters, and one of its bodies. */
interface Case {
  operation: DocumentedOperation;
  /** Leaves out what may be left out. */
  requiredOnly: boolean;
  bodyName: string | undefined;
}

/** With each body and everything that can be said, and with no more than what must be said. */
function listCases(operation: DocumentedOperation): [string, Case][] {
  const { api, id, body, parameters } = operation;
  const title = `${api} ${id}`;
  const bodyNames = body ? Object.keys(body.examples) : [undefined];
  const cases = bodyNames.map((bodyName): [string, Case] => [
    bodyName === undefined ? title : `${title}, body ${bodyName}`,
    { operation, requiredOnly: false, bodyName },
  ]);
  if (body?.required === false || parameters.some(({ required }) => !required)) {
    const bodyName = body?.required ? bodyNames[0] : undefined;
    cases.push([`${title}, no more than required`, { operation, requiredOnly: true, bodyName }]);
  }
  return cases;
}

/** Stands in for an example's value, by the name of its parameter or field. */
type Substitute = (name: string, value: unknown) => unknown;

const asDocumented: Substitute = (_name, value) => value;

function substituteDeep(substitute: Substitute, name: string, value: unknown): unknown {
  const replaced = substitute(name, value);
  if (replaced !== value || typeof value !== 'object' || value === null) return replaced;
  if (Array.isArray(value)) return value.map((item) => substituteDeep(substitute, name, item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substituteDeep(substitute, key, item)]));
}

/** The input of a call, in the order of the document. */
function toInput({ operation, requiredOnly, bodyName }: Case, substitute = asDocumented): Input {
  const { id, parameters, body } = operation;
  const input: Input = {};
  for (const { name, required, example } of parameters) {
    if (required && example === undefined) throw new Error(`${id}: ${name} has no example`);
    if (example !== undefined && (required || !requiredOnly)) input[name] = substituteDeep(substitute, name, example);
  }
  if (body && bodyName !== undefined) input['body'] = substituteDeep(substitute, 'body', body.examples[bodyName]);
  return input;
}

/** Method, path and query of the call, as the document describes them. */
function describeTarget({ method, path, parameters }: DocumentedOperation, input: Input): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const pairs = parameters
    .filter(({ name, in: place }) => place === 'query' && input[name] !== undefined)
    .flatMap(({ name }) => [input[name]].flat().map((value) => `${name}=${encodeURIComponent(String(value))}`));
  return `${method} ${filled}${pairs.length > 0 ? '?' : ''}${pairs.join('&')}`;
}

const isDownload = ({ mediaType }: DocumentedOperation): boolean =>
  mediaType !== undefined && mediaType !== 'application/json';

/** What a call returned, a download read to its end. */
const readResult = async (operation: DocumentedOperation, data: unknown): Promise<unknown> =>
  isDownload(operation) ? Buffer.from(await (data as Download).bytes()) : data;

describe('against the sandbox', () => {
  const sandbox: Sandbox = createSandbox({ clock: 'manual' });
  let relay: Relay;
  let substitute: Substitute;

  beforeAll(async () => {
    relay = await startRelay(await sandbox.listen());
  });
  afterAll(async () => {
    await relay.close();
    await sandbox.close();
  });

  const optionsFor = (endpoint: string): ClientOptions => {
    const { ak, sk, projectId } = sandbox.credentials;
    return { endpoint, credentials: { ak, sk, projectId }, clock: sandbox.clock };
  };

  /** Every call finds the same: the sandbox as it is at first, and one build that runs. */
  beforeEach(async () => {
    sandbox.reset();
    substitutes = await listSubstitutes(sandbox, optionsFor('http://sandbox.localhost'));
    relay.exchanges.length = 0;
  });

  test.each(operations.flatMap(listCases))('%s', async (_title, wanted) => {
    const { operation, bodyName } = wanted;
    const { api, id, mediaType, status } = operation;
    const input = toInput(wanted, substituteFrom(substitutes[api]));

    const { data, attempts, requestId } = await call(api, id, input, optionsFor(relay.url)).withResponse();
    const result = await readResult(operation, data);

    expect(relay.exchanges).toHaveLength(1);
    const { method, target, headers, answer } = relay.exchanges[0]!;
    expect(`${method} ${target}`).toBe(describeTarget(operation, input));
    expectSigned(headers);
    for (const { name, in: place } of operation.parameters) {
      if (place === 'header' && name in input) expect(headers.get(name)).toBe(input[name]);
    }
    await expectBody(wanted, input, relay.exchanges[0]!);

    expect(answer.status).toBe(status);
    expect({ attempts, requestId }).toEqual({ attempts: 1, requestId: answer.headers.get('x-request-id') });
    if (mediaType === undefined) expect(result).toBeUndefined();
    else if (isDownload(operation)) expect(result).toEqual(answer.body);
    else expect(result).toEqual(JSON.parse(answer.body.toString()));
  });
});
