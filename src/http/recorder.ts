/** Records traffic as HAR, without secrets: evidence of what the service really returns. */

import { booleanRule, checkOptions, functionRule, ownProperties, type Rule } from '../errors/check-options.js';
import { collectSecrets, createRedactor, isSecretName, secretsOf, type SecretTest } from '../errors/redact.js';
import { SECRET_PARAMETER } from '../errors/redact-text.js';

/** Records requests and responses. */
export interface Recorder {
  /** Pass it to a client as `fetch`. */
  readonly fetch: typeof fetch;
  /** Returns what was recorded so far as HAR 1.2. Write it to a file with `JSON.stringify`. */
  har(): HarLog;
}

/** Options of `createRecorder`. */
export interface RecorderOptions {
  /** The fetch that sends the requests. @default globalThis.fetch */
  fetch?: typeof fetch | undefined;
  /** Whether IDs are replaced, the same ID by the same replacement everywhere. @default true */
  anonymize?: boolean | undefined;
  /** Names of other fields whose values are secrets. @default none */
  secretFields?: readonly string[] | undefined;
}

/** The part of HAR 1.2 that a recorder fills. */
export interface HarLog {
  log: { version: '1.2'; creator: { name: string; version: string }; entries: HarEntry[] };
}

interface NameValue {
  name: string;
  value: string;
}

/** A request and its response. */
export interface HarEntry {
  startedDateTime: string;
  time: number;
  request: {
    method: string;
    url: string;
    httpVersion: string;
    headers: NameValue[];
    queryString: NameValue[];
    cookies: [];
    headersSize: -1;
    bodySize: number;
    postData?: { mimeType: string; text: string };
  };
  response: {
    status: number;
    statusText: string;
    httpVersion: string;
    headers: NameValue[];
    cookies: [];
    content: { size: number; mimeType: string; text?: string; encoding?: 'base64' };
    redirectURL: '';
    headersSize: -1;
    bodySize: number;
  };
  cache: Record<string, never>;
  timings: { send: 0; wait: number; receive: 0 };
}

/** Headers that do not identify the caller. All others are omitted. */
const SHARED_HEADERS = new Set([
  'content-type',
  'content-length',
  'content-disposition',
  'content-encoding',
  'date',
  'retry-after',
  'x-request-id',
]);

/** Headers that are recorded without their values. */
const AUTH_HEADERS = new Set(['authorization', 'x-auth-token', 'x-security-token', 'x-subject-token']);

export const ID = /\b(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})\b/g;

/** Maximum size of a recorded body. Of a larger one, only the size is recorded. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Replaces IDs by numbered ones of the same form. */
function createIdMap(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) =>
    text.replace(ID, (id) => {
      const plain = (known.size + 1).toString(16).padStart(32, '0');
      const replacement = id.includes('-')
        ? plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
        : plain;
      return known.get(id) ?? (known.set(id, replacement), replacement);
    });
}

/** Returns the body of a response, which stays readable; undefined if it breaks off. */
const readCopy = (response: Response): Promise<ArrayBuffer | undefined> =>
  response
    .clone()
    .arrayBuffer()
    .catch(() => undefined);

const rules: Record<keyof RecorderOptions, Rule> = {
  fetch: functionRule,
  anonymize: booleanRule,
  secretFields: [
    'an array of names',
    (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  ],
};

/** Creates a recorder. Binary bodies pass through unchanged; only their size is recorded. */
export function createRecorder(options: RecorderOptions = {}): Recorder {
  checkOptions(options, [rules], 'a recorder');
  const { fetch: given, anonymize = true, secretFields } = ownProperties(options);
  const entries: HarEntry[] = [];
  const send = given ?? ((input, init) => fetch(input, init));
  const rename = anonymize ? createIdMap() : (text: string): string => text;
  const words = new Set((secretFields ?? []).map((word) => word.toLowerCase()));
  const isSecret: SecretTest = (name, parent) => isSecretName(name, parent) || words.has(name.toLowerCase());

  /** Returns what to record of the texts of one exchange: without its secrets, and with other IDs. */
  function createSanitizer(secrets: () => readonly string[]): (text: string) => string {
    const redactor = createRedactor(secrets, { isSecret, allPairs: true });
    return (text) => rename(redactor.json(text));
  }

  const headersOf = (headers: Headers, sanitize: (text: string) => string): NameValue[] =>
    [...headers]
      .filter(([name]) => SHARED_HEADERS.has(name) || AUTH_HEADERS.has(name))
      .map(([name, value]) => ({ name, value: AUTH_HEADERS.has(name) ? '***' : sanitize(value) }));

  async function record(url: URL, init: RequestInit, startedAt: number, response: Response): Promise<void> {
    const sent = init.body instanceof Uint8Array ? init.body : undefined;
    const requestHeaders = new Headers(init.headers);
    const requestType = requestHeaders.get('content-type') ?? '';
    const mimeType = response.headers.get('content-type') ?? '';
    const readable = /json|^text\//i.test(mimeType);
    // A body that breaks off is recorded without its text; the client gets to know.
    const bytes = readable ? await readCopy(response) : undefined;
    const size = bytes?.byteLength ?? Number(response.headers.get('content-length') ?? -1);
    const text = bytes && bytes.byteLength <= MAX_BODY_BYTES ? new TextDecoder().decode(bytes) : undefined;
    const sanitize = createSanitizer(() => [
      ...secretsOf({ url: url.href, headers: requestHeaders, body: sent }, isSecret),
      ...[...response.headers].filter(([name]) => isSecret(name, '')).map(([, value]) => value),
      ...collectSecrets(text, isSecret),
    ]);
    const query = [...url.searchParams].map(([name, value]) => ({
      name: sanitize(name),
      value: isSecret(name, '') || SECRET_PARAMETER.test(name) ? '***' : sanitize(value),
    }));
    const time = Date.now() - startedAt;
    entries.push({
      startedDateTime: new Date(startedAt).toISOString(),
      time,
      request: {
        method: init.method ?? 'GET',
        url: `${url.origin}${sanitize(url.pathname)}${query.length > 0 ? `?${query.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}` : ''}`,
        httpVersion: 'HTTP/1.1',
        headers: headersOf(requestHeaders, sanitize),
        queryString: query,
        cookies: [],
        headersSize: -1,
        bodySize: sent?.byteLength ?? 0,
        ...(sent !== undefined &&
          requestType.includes('json') && {
            postData: { mimeType: sanitize(requestType), text: sanitize(new TextDecoder().decode(sent)) },
          }),
      },
      response: {
        status: response.status,
        statusText: sanitize(response.statusText),
        httpVersion: 'HTTP/1.1',
        headers: headersOf(response.headers, sanitize),
        cookies: [],
        content: {
          size,
          mimeType: sanitize(mimeType),
          ...(text !== undefined && { text: sanitize(text) }),
        },
        redirectURL: '',
        headersSize: -1,
        bodySize: size,
      },
      cache: {},
      timings: { send: 0, wait: time, receive: 0 },
    });
  }

  return {
    fetch: async (input, givenInit = {}) => {
      const init = ownProperties(givenInit);
      const startedAt = Date.now();
      const response = await send(input, init);
      // A client passes the URL and the options, never a Request.
      await record(new URL(input as string | URL), init, startedAt, response);
      return response;
    },
    har: () => ({ log: { version: '1.2', creator: { name: 'codearts-build', version: '1' }, entries: [...entries] } }),
  };
}
