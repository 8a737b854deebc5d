/**
 * Signs requests with an access key (AK) and its secret (SK): `SDK-HMAC-SHA256`.
 *
 * canonicalRequest → stringToSign → signature → Authorization, as in the signing guide of Huawei Cloud. There is no derived key and no scope.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-002.html
 */
import { hmacSha256Hex, sha256Hex } from '#runtime';
import { isHeaderValue, isObject } from '../errors/check-options.js';
import { encodeRfc3986, isText } from '../http/url.js';

const ALGORITHM = 'SDK-HMAC-SHA256';

/** Replaces the hash of a body that is not signed. */
const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** SHA-256 of an empty body, which most requests have: computed once. */
let emptyHash: string | undefined;

/** The gateway hashes bodies up to this size. A larger one requires a token. */
const MAX_SIGNED_BYTES = 12 * 1024 * 1024;

/** An access key (AK/SK), and the security token of a temporary one. */
export interface AccessKey {
  /** Access key ID. */
  readonly ak: string;
  /** Secret access key. */
  readonly sk: string;
  /** Security token of a temporary key, sent and signed as `X-Security-Token`. */
  readonly securityToken?: string | undefined;
}

/** A request to sign. */
export interface SignableRequest {
  readonly method: string;
  /** Absolute URL, exactly as it is sent. */
  readonly url: string | URL;
  /** Headers that are sent. */
  readonly headers?: Iterable<readonly [string, string]> | Readonly<Record<string, string>> | undefined;
  /** Body, exactly as it is sent. */
  readonly body?: string | Uint8Array | null | undefined;
}

export interface SignOptions {
  /** Time of the signature. The gateway accepts a clock skew of 15 minutes. @default now */
  date?: Date | undefined;
  /**
   * Names of the headers to sign. Omit what an HTTP stack may rewrite.
   *
   * @default host, x-sdk-date, and x-project-id, x-domain-id, x-security-token and x-sdk-content-sha256 if they are sent
   */
  signedHeaders?: readonly string[] | undefined;
  /** Omits the body from the signature, for uploads. Sends `X-Sdk-Content-Sha256: UNSIGNED-PAYLOAD`. @default false */
  unsignedPayload?: boolean | undefined;
}

/** A signature, with the intermediate steps. */
export interface SignedRequest {
  /** Headers to add to the request: `X-Sdk-Date`, `Authorization` and others. `Host` is not among them: HTTP stacks set it. */
  headers: Record<string, string>;
  canonicalRequest: string;
  stringToSign: string;
  /** 64 hexadecimal digits. */
  signature: string;
}

/** Decodes a value. One that was never encoded (`50%`) is returned unchanged. */
function decode(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Compares by code points, as other signers do. Strings themselves compare by UTF-16 units, which order surrogates before U+E000. */
function byCodePoint(a: string, b: string): number {
  if (!/[\uD800-\uDFFF]/.test(a + b)) return a < b ? -1 : a > b ? 1 : 0;
  const [x, y] = [Array.from(a, codePointOf), Array.from(b, codePointOf)];
  const at = x.findIndex((point, index) => point !== y[index]);
  return at < 0 ? x.length - y.length : x[at]! - (y[at] ?? -1);
}

const codePointOf = (char: string): number => char.codePointAt(0)!;

/** Encodes each segment once, and adds a slash at the end, which is for the signature only. */
function canonicalUri(pathname: string): string {
  const isPlain = /^[\w.~/-]*$/.test(pathname);
  const encode = (segment: string): string => encodeRfc3986(decode(segment));
  const path = isPlain ? pathname : pathname.split('/').map(encode).join('/');
  return path.endsWith('/') ? path : `${path}/`;
}

/** Sorts pairs by name and then by value, before they are encoded, as the gateway does. */
function canonicalQuery(search: string): string {
  if (search === '') return '';
  const pairs: [name: string, value: string][] = [];
  for (const pair of search.slice(1).split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    pairs.push(at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))]);
  }
  let query = '';
  for (const [name, value] of pairs.sort((a, b) => byCodePoint(a[0], b[0]) || byCodePoint(a[1], b[1]))) {
    query += `${query && '&'}${encodeRfc3986(name)}=${encodeRfc3986(value)}`;
  }
  return query;
}

/** `YYYYMMDDTHHMMSSZ`, in UTC. */
function sdkDate(date: Date): string {
  const year = date instanceof Date ? date.getUTCFullYear() : NaN;
  if (!(year >= 1000 && year <= 9999)) throw new TypeError('date must be a valid Date with a year of four digits');
  const day = year * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  const time = 1_000_000 + date.getUTCHours() * 10_000 + date.getUTCMinutes() * 100 + date.getUTCSeconds();
  return `${day}T${String(time).slice(1)}Z`;
}

/** Returns the value of a header by its name in lower case. */
type HeaderReader = (name: string) => string | undefined;

/** Names and values as fetch accepts them. A lone surrogate or a line break has no place in either. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\ufffd]*$/;

const HEADERS_FORM = 'headers must be an object of names and values, or a list of pairs';

/** Lists headers of any kind: pairs, a Map, a plain object, or the Headers of a polyfill or another realm. @throws TypeError on anything else. */
function listHeaders(headers: object): Iterable<unknown> {
  const { entries, forEach } = headers as { entries?: unknown; forEach?: unknown };
  if (Symbol.iterator in headers) return headers as Iterable<unknown>;
  if (isPlainObject(headers)) return Object.entries(headers);
  if (typeof entries === 'function') return entries.call(headers) as Iterable<unknown>;
  if (typeof forEach !== 'function') throw new TypeError(HEADERS_FORM);
  const pairs: unknown[] = [];
  forEach.call(headers, (value: unknown, name: unknown) => pairs.push([name, value]));
  return pairs;
}

/** Objects of other realms have another prototype, which itself has none. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Reads headers without a `Headers` object of their own, which would cost as much as a hash. */
function headerReader(headers: SignableRequest['headers']): HeaderReader {
  if (headers === undefined) return () => undefined;
  if (headers instanceof Headers) return (name) => headers.get(name) ?? undefined;
  if (typeof headers !== 'object' || headers === null) throw new TypeError(HEADERS_FORM);
  const values = new Map<string, string>();
  for (const pair of listHeaders(headers)) {
    const [name, value] = Array.isArray(pair) && pair.length === 2 ? (pair as unknown[]) : [];
    if (typeof name !== 'string' || !HEADER_NAME.test(name)) throw new TypeError(HEADERS_FORM);
    const text = typeof value === 'number' ? String(value) : value;
    // The value may be a secret.
    if (typeof text !== 'string' || !HEADER_VALUE.test(text) || !isText(text)) {
      throw new TypeError(`the header ${name} must be text without control characters; received a ${typeof value}`);
    }
    const key = name.toLowerCase();
    const earlier = values.get(key);
    // As fetch joins them.
    values.set(key, earlier === undefined ? text : `${earlier}, ${text}`);
  }
  return (name) => values.get(name);
}

/** The URL is not shown: it may contain a token. */
function toUrl(url: unknown): URL {
  const text = isObject(url) ? url['href'] : url;
  if (!isText(text) || !URL.canParse(text)) throw new TypeError('url must be an absolute URL');
  return new URL(text);
}

/** Keys are not shown. */
function checkKey(name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${name} must be a non-empty string`);
  if (!isHeaderValue(value)) throw new TypeError(`${name} must be printable ASCII without spaces`);
}

/** Reads properties of an object or of its class. Those that a program adds to `Object.prototype` do not count. */
function pick<T extends object, Name extends keyof T & string>(
  value: T,
  names: readonly Name[],
): Partial<Pick<T, Name>> {
  const picked = Object.create(null) as Partial<Pick<T, Name>>;
  for (const name of names) {
    const read: T[Name] | undefined = value?.[name];
    if (read !== undefined && (Object.hasOwn(value, name) || read !== (Object.prototype as Partial<T>)[name])) {
      picked[name] = read;
    }
  }
  return picked;
}

/** Headers that are signed if they are sent, in the order of the signature. */
const SIGNED_HEADERS = [
  'host',
  'x-domain-id',
  'x-project-id',
  'x-sdk-content-sha256',
  'x-sdk-date',
  'x-security-token',
];

/**
 * Signs a request. Send the `headers` of the result with it, unchanged and within 15 minutes.
 *
 * @throws TypeError if a key is missing or malformed, the URL is not absolute, a header to sign is not sent, or the body is larger than 12 MB.
 */
export async function signRequest(
  givenRequest: SignableRequest,
  givenKey: AccessKey,
  givenOptions: SignOptions = {},
): Promise<SignedRequest> {
  const request = pick(givenRequest, ['method', 'url', 'headers', 'body']);
  const { ak, sk, securityToken = '' } = pick(givenKey, ['ak', 'sk', 'securityToken']);
  const options = pick(givenOptions, ['date', 'signedHeaders', 'unsignedPayload']);
  if (typeof request.method !== 'string' || !HEADER_NAME.test(request.method)) {
    throw new TypeError('method must be an HTTP method');
  }
  checkKey('ak', ak);
  checkKey('sk', sk);
  if (securityToken !== '') checkKey('securityToken', securityToken);
  const url = toUrl(request.url);
  const body = typeof request.body === 'string' ? new TextEncoder().encode(request.body) : (request.body ?? '');
  if (typeof body !== 'string' && !ArrayBuffer.isView(body)) throw new TypeError('body must be text or a Uint8Array');
  const size = typeof body === 'string' ? 0 : body.byteLength;
  if (size > MAX_SIGNED_BYTES && !options.unsignedPayload) {
    throw new TypeError(`body must be at most 12 MB to be signed; received ${String(size)} bytes. Use a token`);
  }

  const date = sdkDate(options.date ?? new Date());
  const contentHash = options.unsignedPayload ? UNSIGNED_PAYLOAD : '';
  const sent = headerReader(request.headers);
  const valueOf: HeaderReader = (name) => {
    if (name === 'x-sdk-date') return date;
    if (name === 'x-security-token' && securityToken) return securityToken;
    if (name === 'x-sdk-content-sha256' && contentHash) return contentHash;
    return sent(name) ?? (name === 'host' ? url.host : undefined);
  };

  const chosen = options.signedHeaders?.map((name) => name.toLowerCase()).sort(byCodePoint);
  let signedHeaders = '';
  let canonicalHeaders = '';
  for (const name of chosen ?? SIGNED_HEADERS) {
    const value = valueOf(name);
    if (value !== undefined) {
      signedHeaders += `${signedHeaders && ';'}${name}`;
      canonicalHeaders += `${name}:${value.trim()}\n`;
    } else if (chosen) {
      throw new TypeError(`signedHeaders must name headers of the request; received ${JSON.stringify(name)}`);
    }
  }
  const payloadHash =
    valueOf('x-sdk-content-sha256') ?? (size === 0 ? (emptyHash ??= await sha256Hex('')) : await sha256Hex(body));
  const target = `${request.method.toUpperCase()}\n${canonicalUri(url.pathname)}\n${canonicalQuery(url.search)}`;
  const canonicalRequest = `${target}\n${canonicalHeaders}\n${signedHeaders}\n${payloadHash}`;
  // The digests of Node are synchronous. Awaiting them would take as long as computing them.
  const hash = sha256Hex(canonicalRequest);
  const stringToSign = `${ALGORITHM}\n${date}\n${typeof hash === 'string' ? hash : await hash}`;
  const mac = hmacSha256Hex(sk, stringToSign);
  const signature = typeof mac === 'string' ? mac : await mac;
  const headers: Record<string, string> = {
    'X-Sdk-Date': date,
    Authorization: `${ALGORITHM} Access=${ak}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
  if (securityToken) headers['X-Security-Token'] = securityToken;
  if (contentHash) headers['X-Sdk-Content-Sha256'] = contentHash;
  return {
    headers,
    canonicalRequest,
    stringToSign,
    signature,
  };
}
