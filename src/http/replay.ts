/** Responds from a recording, so that recorded traffic becomes a regression test. */

import { checkOptions, checkValue, isObject, ownProperties, type Rule } from '../errors/check-options.js';
import { ReplayError } from '../errors/request-errors.js';
import { throwIfAborted } from './timing.js';
import type { HarEntry, HarLog } from './recorder.js';
import { compareRequests, createIdBindings, type IdBindings, type ReplayedRequest } from './replay-match.js';

/** Responds to the requests of a recording. */
export interface Replay {
  /** Pass it to a client as `fetch`. */
  readonly fetch: typeof fetch;
  /** Returns the recorded requests that were not sent yet, such as `GET /v1/job/info`, in their order. */
  readonly unused: () => string[];
}

/** Options of `createReplay`. */
export interface ReplayOptions {
  /** Names of query parameters and fields of request bodies to ignore, such as those that contain the current time. @default none */
  ignore?: readonly string[] | undefined;
}

/** Statuses of responses without a body. */
const EMPTY = new Set([204, 205, 304]);

const harRule: Rule = [
  'a HAR object with log.entries',
  (value) => isObject(value) && isObject(value['log']) && Array.isArray(value['log']['entries']),
];
const rules: Record<keyof ReplayOptions, Rule> = {
  ignore: ['an array of names', (value) => Array.isArray(value) && value.every((name) => typeof name === 'string')],
};

/** Whether a value has the parts of a HAR entry that are read. */
function isEntry(entry: unknown): boolean {
  const { request, response } = isObject(entry) ? entry : {};
  return (
    isObject(request) &&
    typeof request['method'] === 'string' &&
    URL.canParse(String(request['url'])) &&
    isObject(response) &&
    Array.isArray(response['headers']) &&
    isObject(response['content'])
  );
}

const entryRule: Rule = ['an entry with a request, its absolute URL, and a response', isEntry];

const pathOf = ({ request }: HarEntry): string => new URL(request.url).pathname;
const errorOf = (entry: HarEntry, problem: string): ReplayError =>
  new ReplayError({ method: entry.request.method, path: pathOf(entry), problem });
const titleOf = (entry: HarEntry): string => `${entry.request.method} ${pathOf(entry)}`;

/**
 * Creates a fetch that responds from a recording of `createRecorder`, or of the developer tools of a browser. Sends nothing.
 *
 * A request matches if method, path, query and JSON body are the recorded ones. The host, headers and other bodies are not compared. Redacted values match any
 * value, and a replaced ID matches one other ID everywhere; responses contain the ID of the request. Equal requests get their responses in the recorded order;
 * after the last one, GET requests get it again.
 *
 * The fetch rejects with a `ReplayError` if the recording does not contain the request, or only the size of the response body. The client does not retry it.
 */
export function createReplay(har: HarLog, options: ReplayOptions = {}): Replay {
  checkValue('har', har, harRule);
  for (const [index, entry] of har.log.entries.entries()) checkValue(`har.log.entries[${index}]`, entry, entryRule);
  checkOptions(options, [rules], 'a replay');
  const ignored = new Set(ownProperties(options).ignore ?? []);
  const { entries } = har.log;
  const used = new Set<HarEntry>();
  const ids = createIdBindings(JSON.stringify(entries));

  /** Returns the entry that responds to a request, and marks it as used. @throws ReplayError */
  function take(request: ReplayedRequest): HarEntry {
    const { method } = request;
    let last: { entry: HarEntry; bindings: IdBindings } | undefined;
    let nearest: { entry: HarEntry; differences: string[]; weight: number } | undefined;
    for (const entry of entries) {
      const bindings = ids.attempt();
      const { differences, weight } = compareRequests(entry.request, request, bindings, ignored);
      if (differences.length > 0) {
        if (!nearest || weight < nearest.weight) nearest = { entry, differences, weight };
        continue;
      }
      last = { entry, bindings };
      if (!used.has(entry)) break;
    }
    if (last && (!used.has(last.entry) || /^(GET|HEAD)$/.test(method))) {
      ids.accept(last.bindings);
      used.add(last.entry);
      return last.entry;
    }
    const path = request.url.pathname;
    if (last) throw new ReplayError({ method, path, problem: 'was sent more often than it was recorded' });
    const problem = 'is not in the recording';
    if (!nearest) throw new ReplayError({ method, path, problem });
    const { entry, differences } = nearest;
    throw new ReplayError({
      ...{ method, path, problem },
      nearest: { entry: entries.indexOf(entry) + 1, request: titleOf(entry), differences },
    });
  }

  function respond(entry: HarEntry): Response {
    const { status, statusText, headers: recorded, content } = entry.response;
    if (!(status >= 200 && status <= 599)) throw errorOf(entry, 'got no response when it was recorded');
    const headers = new Headers();
    for (const { name, value } of recorded) {
      // The recorded body is decoded. Browsers record pseudo-headers of HTTP/2, and several values in lines.
      if (/^content-(encoding|length)$|^:/i.test(name)) continue;
      for (const line of value.split('\n')) headers.append(name, ids.toRequested(line));
    }
    const body = EMPTY.has(status) || entry.request.method === 'HEAD' ? null : bodyOf(entry, content);
    if (body && recorded.some(({ name }) => /^content-length$/i.test(name))) {
      headers.set('content-length', String(body.byteLength));
    }
    return new Response(body, { status, statusText, headers });
  }

  function bodyOf(entry: HarEntry, { text, encoding, size, mimeType }: HarEntry['response']['content']) {
    if (text !== undefined) {
      if (encoding !== 'base64') return new TextEncoder().encode(ids.toRequested(text));
      try {
        return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      } catch {
        throw errorOf(entry, 'has a response whose content.text is not Base64');
      }
    }
    if (size === 0 || (!(size > 0) && !mimeType)) return null;
    throw errorOf(
      entry,
      'has a response of which only the size was recorded; add it as content.text with the encoding base64',
    );
  }

  return {
    fetch: (input, givenInit = {}) => {
      const { method = 'GET', body, signal, headers } = ownProperties(givenInit);
      // A client passes the URL and the options, never a Request.
      const url = new URL(input as string | URL);
      return Promise.resolve().then(() => {
        throwIfAborted(signal ?? undefined);
        const isJson = body instanceof Uint8Array && new Headers(headers).get('content-type')?.includes('json');
        return respond(take({ method, url, body: isJson ? new TextDecoder().decode(body) : undefined }));
      });
    },
    unused: () => entries.filter((entry) => !used.has(entry)).map(titleOf),
  };
}
