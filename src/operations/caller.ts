/** One call of an operation: the input becomes a request, the response becomes data or a typed error. */
import {
  booleanRule,
  checkOptions,
  checkValue,
  functionRule,
  isObject,
  milliseconds,
  nonNegativeInteger,
  objectRule,
  ownProperties,
  signalRule,
  type Rule,
} from '../errors/check-options.js';
import { createRedactor } from '../errors/redact.js';
import { createDownload } from '../files/download.js';
import { createForm } from '../files/upload.js';
import { decodeText, parseJson, peekBody, responseWithBody } from '../http/body.js';
import {
  readableResponse,
  type PipelineRequest,
  type Send,
  type SendOptions,
  type SendResult,
} from '../http/pipeline.js';
import { isErrorEnvelope, toApiError, toFormatError } from '../http/response-error.js';
import { OperationResult, toCall } from './call.js';
import { bodyRule, checkForm, checkHeaders, headersRule, toJsonBody, UNSET } from './check-input.js';
import type { Call, CallOptions, OperationSpec } from './contract.js';

/** The part of an openapi-fetch client that a call needs. */
export interface HttpClient {
  request(
    method: string,
    path: string,
    init: Record<string, unknown>,
  ): Promise<{ response: Response; error?: unknown }>;
  /** Whether requests and responses pass through middleware, which needs complete objects. */
  readonly hasMiddleware: () => boolean;
}

/** Options of a call inside this package. */
export type InternalCallOptions = CallOptions & Pick<SendOptions, 'onSend'>;

/** Calls an operation by its ID. */
export type Caller = (id: string, input?: Input, options?: InternalCallOptions) => Call<unknown>;

type Input = Record<string, unknown>;

/** Rules of the options of a call. Typed, so that none can be forgotten. */
export const callOptionRules: Record<keyof InternalCallOptions, Rule> = {
  signal: signalRule,
  timeoutMs: milliseconds,
  deadlineMs: milliseconds,
  maxRetries: nonNegativeInteger,
  headers: headersRule,
  authenticate: booleanRule,
  onProgress: functionRule,
  onSend: functionRule,
};

/** Splits an input into the parts of a request. @throws TypeError on an unknown or missing parameter. */
function splitInput(id: string, spec: OperationSpec, input: Input) {
  const params = { path: ownProperties<Input>({}), query: ownProperties<Input>({}), header: ownProperties<Input>({}) };
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    let place: 'path' | 'query' | 'header' | undefined;
    if (spec.path.includes(`{${name}}`)) place = 'path';
    else if (spec.query?.includes(name)) place = 'query';
    else if (spec.header?.includes(name)) place = 'header';
    if (place) params[place][name] = value;
    else if (name !== 'body' || !spec.body) throw new TypeError(`${id}: unknown parameter ${JSON.stringify(name)}`);
  }
  for (const name of spec.required ?? []) {
    if (input[name] === undefined || input[name] === null) throw new TypeError(`${id}: ${name} is required`);
  }
  checkHeaders(params.header);
  return params;
}

/** A request of openapi-fetch without middleware. A `Request` of the runtime would cost more than everything else here. */
class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;

  constructor(url: string, { method, headers, body }: { method: string; headers: Headers; body?: string }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }
}

/** Reads what openapi-fetch created. The body of a real `Request` is read later, when the call can be aborted. */
export function toPipelineRequest(request: Request | PlainRequest): PipelineRequest {
  const { method, url, headers } = request;
  if (request instanceof PlainRequest) {
    const { body } = request;
    return { method, url, headers, body: body === undefined ? undefined : new TextEncoder().encode(body) };
  }
  // Headers are read first: Bun forgets the type of a form whose body was read before.
  return { method, url, headers: new Headers(headers), body: request.body ? () => request.arrayBuffer() : undefined };
}

/** Parses the JSON of a successful response. @throws ApiError if it reports an error, ResponseFormatError if it is not JSON. */
function parseResult(sent: SendResult, bytes: Uint8Array | undefined): unknown {
  const text = decodeText(bytes, sent.response.headers.get('content-type'));
  if (text === '') return undefined;
  let data: unknown;
  try {
    data = parseJson(text);
  } catch {
    // The message of a SyntaxError quotes the body, so it is no cause.
    throw toFormatError({ ...sent, bytes }, 'a body that is not JSON');
  }
  // The service has rejected the request, with a successful status.
  if (isErrorEnvelope(data)) throw toApiError({ ...sent, bytes, mayHaveRun: false });
  return data;
}

/** Checks that an envelope contains its `result`. Other fields are not checked. @throws ResponseFormatError if it does not. */
function checkEnvelope({ envelope }: OperationSpec, sent: SendResult, data: unknown): void {
  // Where `result` can be absent, the whole body can be.
  if (!envelope || (envelope === 'optional' && data === undefined)) return;
  const result: unknown = isObject(data) ? data['result'] : undefined;
  if (result === null && envelope === 'required') throw toFormatError(sent, 'a body whose `result` is null');
  if (result === undefined && (envelope !== 'optional' || !isObject(data)))
    throw toFormatError(sent, 'a body without `result`');
}

/** Larger JSON is not an error of the service. */
const MAX_PEEK_BYTES = 64 * 1024;
const MAX_HTML_START_BYTES = 1024;

/** Start of a page, such as one about maintenance, instead of a file. */
const HTML_PAGE = /^\s*<(!doctype\s+html|html)[\s>]/i;

/** Reads the data of a successful response. */
async function readData(spec: OperationSpec, sent: SendResult): Promise<unknown> {
  if (spec.response === 'none') return undefined;
  if (spec.response !== 'download') {
    const data = parseResult(sent, sent.bytes);
    checkEnvelope(spec, sent, data);
    return data;
  }
  const { response } = sent;
  const type = response.headers.get('content-type') ?? '';
  const isHtml = /html/i.test(type);
  if (!response.body || !(isHtml || /json/i.test(type))) return createDownload(response);
  // A file may be JSON itself: only a small one is looked at, and every byte is kept.
  const { bytes, complete, body } = await peekBody(response.body, isHtml ? MAX_HTML_START_BYTES : MAX_PEEK_BYTES);
  if (isHtml && HTML_PAGE.test(decodeText(bytes, type))) {
    await body.cancel();
    throw toFormatError({ ...sent, bytes }, 'a web page');
  }
  if (complete && !isHtml) parseResult(sent, bytes);
  return createDownload(responseWithBody(response, body));
}

/** A response that middleware returned instead of sending the request, or instead of the response that arrived. */
async function resultFromMiddleware(
  { method, path, response: kind }: OperationSpec,
  response: Response,
  error: unknown,
  sent: SendResult | undefined,
): Promise<SendResult> {
  const streaming = kind === 'download' && response.ok;
  let bytes: Uint8Array | undefined;
  // openapi-fetch has read the body of an error.
  if (!response.ok) bytes = new TextEncoder().encode(typeof error === 'string' ? error : JSON.stringify(error));
  else if (!streaming) bytes = new Uint8Array(await response.clone().arrayBuffer());
  const nothing = { method, path, url: response.url || 'http://localhost', attempts: 0, mayHaveRun: false, now: 0 };
  const authentication = { headers: {}, secrets: [] };
  const unknown = { requestId: undefined, redactor: createRedactor(() => []), authentication };
  const result = { ...nothing, ...unknown, scheme: undefined, ...sent, response, bytes, streaming, error: undefined };
  return response.ok ? result : { ...result, error: toApiError(result) };
}

/** Creates a function that calls the operations of a table. */
export function createCaller(http: HttpClient, send: Send, table: Readonly<Record<string, OperationSpec>>): Caller {
  return (id, givenInput = {}, givenOptions = {}) => {
    const spec = ownProperties(table[id]!);
    async function run(): Promise<OperationResult> {
      checkValue(`the input of ${id}`, givenInput, objectRule);
      checkOptions(givenOptions, [callOptionRules], 'a call');
      const input = ownProperties(givenInput);
      const options = ownProperties(givenOptions);
      const params = splitInput(id, spec, input);
      let { body } = input;
      if (body !== undefined) checkValue(`the body of ${id}`, body, bodyRule);
      if (body !== undefined && spec.body === 'multipart') {
        checkForm(`the body of ${id}`, body as Input);
        body = await createForm(body as Input, options.signal);
      } else {
        body = toJsonBody(`the body of ${id}`, body);
      }
      const hasMiddleware = http.hasMiddleware();
      let result: SendResult | undefined;
      /** The response that middleware received. */
      let passed: Response | undefined;
      const { response, error } = await http.request(spec.method, spec.path, {
        ...UNSET,
        params,
        body,
        headers: options.headers,
        // The body is read below, so that it can become a typed error.
        parseAs: 'stream',
        Request: hasMiddleware || spec.body === 'multipart' ? undefined : PlainRequest,
        fetch: async (request: Request | PlainRequest) => {
          result = await send(toPipelineRequest(request), {
            operation: id,
            idempotent: spec.method === 'GET' || spec.idempotent === true,
            authenticate: options.authenticate ?? !spec.anonymous,
            stream: spec.response === 'download',
            signal: options.signal,
            timeoutMs: options.timeoutMs,
            deadlineMs: options.deadlineMs,
            maxRetries: options.maxRetries,
            onProgress: options.onProgress,
            onSend: options.onSend,
          });
          if (hasMiddleware) return (passed = readableResponse(result));
          if (result.error) throw result.error;
          return result.response;
        },
      });
      if (!result || (passed && response !== passed))
        result = await resultFromMiddleware(spec, response, error, result);
      if (result.error) throw result.error;
      const { attempts, requestId } = result;
      const data = await readData(spec, passed ? { ...result, response } : result);
      return new OperationResult(data, result, requestId, attempts);
    }
    return toCall(run(), spec);
  };
}
