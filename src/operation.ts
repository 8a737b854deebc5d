/** One call of an operation: its input becomes a request, the answer becomes data or a typed error. */
import { parseAnswer } from './answer.js';
import type { SendResult } from './call-state.js';
import {
  aFunction,
  anObject,
  aSignal,
  check,
  checkOptions,
  fromZero,
  isObject,
  milliseconds,
  type Rule,
} from './check.js';
import type { Call, CallOptions, CallResult, OperationSpec } from './contract.js';
import { encodeRfc3986 } from './sign.js';
import type { Send } from './transport.js';

/** The part of an openapi-fetch client that a call needs. */
export interface HttpClient {
  request(
    method: string,
    path: string,
    init: Record<string, unknown>,
  ): Promise<{ error?: unknown; response: Response }>;
}

/** Calls an operation by its name, with an input as its documentation describes it. */
export type Caller = (id: string, input?: Input, options?: CallOptions) => Call<unknown>;

type Input = Record<string, unknown>;

const aBody: Rule = [
  'an object',
  (value) => isObject(value) && !(value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value)),
  'secret',
];

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const pathValue: Rule = [
  'a string that is not empty, "." or "..", or a number',
  (value) => (typeof value === 'string' && !['', '.', '..'].includes(value)) || isNumber(value),
];

const queryValue: Rule = [
  'a string, a number, a boolean or an array of these',
  (value) => typeof value === 'string' || typeof value === 'boolean' || isNumber(value),
];

/** Puts path parameters into a path. Refuses those that would lead to another route. */
export const serializePath = (path: string, values: Record<string, unknown>): string =>
  path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    check(name, values[name], pathValue);
    return encodeRfc3986(String(values[name]));
  });

/** Writes query parameters: arrays as repeated names, `undefined` and `null` not at all. */
export function serializeQuery(query: Record<string, unknown>): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item === undefined || item === null) continue;
      check(name, item, queryValue);
      pairs.push(`${encodeRfc3986(name)}=${encodeRfc3986(`${item as string | number | boolean}`)}`);
    }
  }
  return pairs.join('&');
}

/** Sorts an input into the places where its parts are sent. */
function distribute(id: string, spec: OperationSpec, input: Input) {
  const params = { path: {} as Input, query: {} as Input, header: {} as Input };
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    let place: 'path' | 'query' | 'header' | undefined;
    if (spec.path.includes(`{${name}}`)) place = 'path';
    else if (spec.query?.includes(name)) place = 'query';
    else if (spec.header?.includes(name)) place = 'header';
    if (place) params[place][name] = value;
    else if (name !== 'body' || !spec.body) throw new TypeError(`${id} has no parameter ${JSON.stringify(name)}`);
  }
  for (const name of spec.required ?? []) {
    if (input[name] === undefined || input[name] === null) throw new TypeError(`${id} needs ${name}`);
  }
  return params;
}

/** What the options of a call must be. Typed by them, so that none can be forgotten. */
export const callOptionRules: Record<keyof CallOptions, Rule> = {
  signal: aSignal,
  timeoutMs: milliseconds,
  deadlineMs: milliseconds,
  maxRetries: fromZero,
  headers: anObject,
  onProgress: aFunction,
};

/** Makes a promise of a result into a promise of its data that still has the rest. */
function toCall<T>(result: Promise<CallResult<T>>): Call<T> {
  const data = result.then((settled) => settled.data);
  return Object.assign(data, {
    withResponse: () => {
      data.catch(() => {}); // whoever asks for the result is told of the error there
      return result;
    },
  });
}

const readRefusals = (): Promise<typeof import('./failures/refusal.js')> => import('./failures/refusal.js');

/** Whether a value says something: digits, or a text that is not empty. */
const isSaid = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && value !== '');

/** Whether the body of a successful answer carries an error: `error_code`, a failed envelope, or `success: false` with a code. */
function carriesError(body: unknown): boolean {
  if (!isObject(body)) return false;
  const { error_code, status, error, success, err_code } = body;
  if (isSaid(error_code)) return true;
  if (success === false && isSaid(err_code)) return true;
  const failed = typeof status === 'string' && /^(error|fail(ed)?)$/i.test(status);
  return failed && ('error' in body ? error !== undefined : !('result' in body));
}

/** Reads the JSON of a successful answer. @throws ApiError or ResponseFormatError where it tells of an error, or is none. */
async function readJson(sent: SendResult, text: string): Promise<unknown> {
  let data: unknown;
  try {
    data = parseAnswer(text);
  } catch (cause) {
    throw (await readRefusals()).toFormatError(sent, text, cause);
  }
  if (carriesError(data)) throw (await readRefusals()).toApiError(sent, data);
  return data;
}

/** Reads the data out of a successful answer. */
async function readData(spec: OperationSpec, sent: SendResult): Promise<unknown> {
  const isDownload = spec.response === 'download';
  let { response } = sent;
  if (spec.response === 'none') return undefined;
  if (!isDownload || response.headers.get('content-type')?.includes('json')) {
    // The answer can still be read by whoever asked for it.
    const text = sent.bytes ? new TextDecoder().decode(sent.bytes) : await response.clone().text();
    const data = text === '' ? undefined : await readJson(sent, text);
    if (!isDownload) return data;
    response = new Response(text, response);
  }
  return (await import('./transfers/download.js')).createDownload(response);
}

/** Makes calls out of a table of operations, which has all that is called. */
export function createCaller(http: HttpClient, send: Send, table: Readonly<Record<string, OperationSpec>>): Caller {
  return (id, input = {}, options = {}) => {
    const spec = table[id]!;
    async function run(): Promise<CallResult<unknown>> {
      check(`the input of ${id}`, input, anObject);
      checkOptions(options, [callOptionRules], 'a call');
      const params = distribute(id, spec, input);
      const { body } = input;
      if (body !== undefined) check(`the body of ${id}`, body, aBody);
      const sent =
        spec.body === 'multipart' && body !== undefined
          ? await (await import('./transfers/form.js')).toForm(body as Input, options.signal)
          : body;
      let result: SendResult | undefined;
      const { response, error } = await http.request(spec.method, spec.path, {
        params,
        body: sent,
        headers: options.headers,
        // The answer is read here, where it can become a typed error.
        parseAs: 'stream',
        fetch: async (request: Request) => {
          result = await send(request, {
            ...options,
            operation: id,
            idempotent: spec.method === 'GET' || spec.idempotent === true,
            stream: spec.response === 'download',
            anonymous: spec.anonymous,
          });
          return result.response;
        },
      });
      // A middleware of the user's may answer a request that was never sent.
      result ??= (await readRefusals()).answeredByMiddleware(spec, response, error);
      if (result.error) throw result.error;
      // A middleware of the user's may have put another answer in the place of the one that came.
      const data = await readData(
        spec,
        response === result.response ? result : { ...result, response, bytes: undefined },
      );
      return { data, response, attempts: result.attempts, requestId: result.requestId };
    }
    return toCall(run());
  };
}
