/** Records traffic as HAR, without what must not be shared: evidence of what the service really answers. */

import { aBoolean, aFunction, checkOptions, type Rule } from './check.js';

/** A recorder of requests and answers. */
export interface Recorder {
  /** To be given to a client as its `fetch`. */
  readonly fetch: typeof fetch;
  /** What was recorded so far, in the form of HAR 1.2. `JSON.stringify` makes a file of it. */
  har(): HarLog;
}

/** How to record. */
export interface RecorderOptions {
  /** The fetch that sends. @default globalThis.fetch */
  fetch?: typeof fetch | undefined;
  /** Whether ids are replaced, each by the same stand-in of the same form everywhere. @default true */
  anonymize?: boolean | undefined;
  /** Further words that make a field's value a secret. @default none */
  secretFields?: readonly string[] | undefined;
}

/** HAR 1.2, as far as a recorder fills it. */
export interface HarLog {
  log: { version: '1.2'; creator: { name: string; version: string }; entries: HarEntry[] };
}

interface NameValue {
  name: string;
  value: string;
}

interface HarEntry {
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
    content: { size: number; mimeType: string; text?: string };
    redirectURL: '';
    headersSize: -1;
    bodySize: number;
  };
  cache: Record<string, never>;
  timings: { send: 0; wait: number; receive: 0 };
}

/** Headers that say nothing of who asked. All others are left out. */
const SHARED_HEADERS = new Set([
  'content-type',
  'content-length',
  'content-disposition',
  'content-encoding',
  'date',
  'retry-after',
  'x-request-id',
]);

/** Headers whose presence is told, and nothing of their value. */
const PROOF_HEADERS = new Set(['authorization', 'x-auth-token']);

const SECRET_FIELD = /pass|secret|token|credential|authorization|access_?key|^[as]k$|signature|private/i;

const ID = /\b(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})\b/g;

/** The largest body that is kept; of a larger one only the size is told. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Replaces ids by counted ones of the same form. */
function createPseudonyms(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) =>
    text.replace(ID, (id) => {
      const plain = (known.size + 1).toString(16).padStart(32, '0');
      const stand = id.includes('-') ? plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : plain;
      return known.get(id) ?? (known.set(id, stand), stand);
    });
}

const rules: Record<keyof RecorderOptions, Rule> = {
  fetch: aFunction,
  anonymize: aBoolean,
  secretFields: [
    'an array of names',
    (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  ],
};

/** Creates a recorder. Streams are recorded by their size only, and pass through untouched. */
export function createRecorder(options: RecorderOptions = {}): Recorder {
  checkOptions(options, [rules], 'a recorder');
  const entries: HarEntry[] = [];
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  const rename = options.anonymize === false ? (text: string): string => text : createPseudonyms();
  const words = new Set((options.secretFields ?? []).map((word) => word.toLowerCase()));
  const isSecret = (name: string): boolean => SECRET_FIELD.test(name) || words.has(name.toLowerCase());

  /** A parsed body whose secrets are blotted out and whose ids are replaced. */
  function clean(value: unknown, name = ''): unknown {
    if (typeof value === 'string') return isSecret(name) ? '***' : rename(value);
    if (Array.isArray(value)) return value.map((item) => clean(item, name));
    if (typeof value !== 'object' || value === null) return value;
    const fields = value as Record<string, unknown>;
    // The values of build parameters are anybody's: a name beside them does not tell which are secret.
    const named = typeof fields['name'] === 'string';
    return Object.fromEntries(
      Object.entries(fields).map(([key, item]) => {
        const hide = named && key === 'value' && typeof item === 'string';
        return [rename(key), hide ? '***' : clean(item, key)];
      }),
    );
  }

  function cleanText(text: string): string {
    try {
      return JSON.stringify(clean(JSON.parse(text)));
    } catch {
      return rename(text.replace(/(["']?)(\w*(?:pass|secret|token|key)\w*)\1\s*[:=]\s*\S+/gi, '$2=***'));
    }
  }

  const headersOf = (headers: Headers): NameValue[] =>
    [...headers]
      .filter(([name]) => SHARED_HEADERS.has(name) || PROOF_HEADERS.has(name))
      .map(([name, value]) => ({ name, value: PROOF_HEADERS.has(name) ? '***' : rename(value) }));

  async function record(url: URL, init: RequestInit, startedAt: number, answer: Response): Promise<void> {
    const sent = init.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : undefined;
    const requestType = new Headers(init.headers).get('content-type') ?? '';
    const mimeType = answer.headers.get('content-type') ?? '';
    const readable = /json|^text\//i.test(mimeType);
    const bytes = readable ? await answer.clone().arrayBuffer() : undefined;
    const size = bytes?.byteLength ?? Number(answer.headers.get('content-length') ?? -1);
    const query = [...url.searchParams].map(([name, value]) => ({
      name,
      value: isSecret(name) ? '***' : rename(value),
    }));
    const time = Date.now() - startedAt;
    entries.push({
      startedDateTime: new Date(startedAt).toISOString(),
      time,
      request: {
        method: init.method ?? 'GET',
        url: `${url.origin}${rename(url.pathname)}${query.length > 0 ? `?${query.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}` : ''}`,
        httpVersion: 'HTTP/1.1',
        headers: headersOf(new Headers(init.headers)),
        queryString: query,
        cookies: [],
        headersSize: -1,
        bodySize: sent?.length ?? 0,
        ...(sent !== undefined &&
          requestType.includes('json') && { postData: { mimeType: requestType, text: cleanText(sent) } }),
      },
      response: {
        status: answer.status,
        statusText: answer.statusText,
        httpVersion: 'HTTP/1.1',
        headers: headersOf(answer.headers),
        cookies: [],
        content: {
          size,
          mimeType,
          ...(bytes && bytes.byteLength <= MAX_BODY_BYTES && { text: cleanText(new TextDecoder().decode(bytes)) }),
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
    fetch: async (input, init = {}) => {
      const startedAt = Date.now();
      const answer = await send(input, init);
      // A client gives the address and the rest apart, never a Request.
      await record(new URL(input as string | URL), init, startedAt, answer);
      return answer;
    },
    har: () => ({ log: { version: '1.2', creator: { name: 'codearts-build', version: '1' }, entries: [...entries] } }),
  };
}
