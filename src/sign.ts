/**
 * Signs requests with an access key (AK) and its secret (SK): `SDK-HMAC-SHA256`.
 *
 * canonicalRequest → stringToSign → signature → Authorization, in the words of the vendor's guide. There is no derived key and no scope.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-002.html
 */
import { hmacSha256Hex, sha256Hex } from '#digest';

const ALGORITHM = 'SDK-HMAC-SHA256';

/** Stands in place of the body's hash where the body is not signed. */
const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** SHA-256 of an empty body, which most requests have: computed once. */
let hashOfNothing: string | undefined;

/** The gateway hashes bodies up to this size. A larger one needs a token. */
const MAX_SIGNED_BYTES = 12 * 1024 * 1024;

/** A pair of keys, and the token that belongs to a temporary one. */
export interface AccessKey {
  /** Access key id. */
  readonly ak: string;
  /** Secret access key. */
  readonly sk: string;
  /** Token of a temporary pair, sent and signed as `X-Security-Token`. */
  readonly securityToken?: string | undefined;
}

/** A request to sign. */
export interface SignableRequest {
  readonly method: string;
  /** Absolute address, exactly as it goes over the wire. */
  readonly url: string | URL;
  /** Headers that are sent. */
  readonly headers?: Headers | Readonly<Record<string, string>> | undefined;
  /** Body, exactly as it is sent. */
  readonly body?: string | Uint8Array | null | undefined;
}

export interface SignOptions {
  /** Time of the signature. The gateway accepts 15 minutes of difference. Now, where left out. */
  date?: Date | undefined;
  /**
   * Names of the headers to sign. Where left out: `host` and `x-sdk-date`, and those of `x-project-id`, `x-domain-id`, `x-security-token` and
   * `x-sdk-content-sha256` that are sent. What an HTTP stack may rewrite is best left out.
   */
  signedHeaders?: readonly string[] | undefined;
  /** Leaves the body out of the signature, for uploads. Sends `X-Sdk-Content-Sha256: UNSIGNED-PAYLOAD`. */
  unsignedPayload?: boolean | undefined;
}

/** A signature, with the steps that led to it. */
export interface SignedRequest {
  /** Headers to add to the request: `X-Sdk-Date`, `Authorization`, and `Host`, which HTTP stacks set by themselves, left out. */
  headers: Record<string, string>;
  canonicalRequest: string;
  stringToSign: string;
  /** 64 hexadecimal digits. */
  signature: string;
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
export const encodeRfc3986 = (value: string): string =>
  // Most names and values are plain, and a look is cheaper than a copy.
  /[^\w.~-]/.test(value)
    ? encodeURIComponent(value).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    : value;

/** Decodes, or leaves as it is what was never encoded (`50%`). */
function decode(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each segment encoded once, with a slash at the end. The slash is for the signature only, and is not sent. */
function canonicalUri(pathname: string): string {
  const isPlain = /^[\w.~/-]*$/.test(pathname);
  const encode = (segment: string): string => encodeRfc3986(decode(segment));
  const path = isPlain ? pathname : pathname.split('/').map(encode).join('/');
  return path.endsWith('/') ? path : `${path}/`;
}

/** Pairs sorted by name and then by value. Sorted before they are encoded, as the gateway does. */
function canonicalQuery(search: string): string {
  if (search === '') return '';
  const pairs: [name: string, value: string][] = [];
  for (const pair of search.slice(1).split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    pairs.push(at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))]);
  }
  let query = '';
  for (const [name, value] of pairs.sort((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]))) {
    query += `${query && '&'}${encodeRfc3986(name)}=${encodeRfc3986(value)}`;
  }
  return query;
}

/** `YYYYMMDDTHHMMSSZ`, in UTC. */
function sdkDate(date: Date): string {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) throw new TypeError('date must be a valid Date');
  const day = date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  const time = 1_000_000 + date.getUTCHours() * 10_000 + date.getUTCMinutes() * 100 + date.getUTCSeconds();
  return `${day}T${String(time).slice(1)}Z`;
}

/** The value of a header, by its name in lower case. */
type HeaderReader = (name: string) => string | undefined;

/** Reads from either form. A `Headers` made of a record would cost as much as a hash. */
function headerReader(headers: SignableRequest['headers']): HeaderReader {
  if (headers instanceof Headers) return (name) => headers.get(name) ?? undefined;
  if (Array.isArray(headers)) throw new TypeError('headers must be an object of names and values, or a Headers');
  const values = new Map<string, string>();
  for (const name in headers) values.set(name.toLowerCase(), String(headers[name]));
  return (name) => values.get(name);
}

function toUrl(url: string | URL): URL {
  try {
    return url instanceof URL ? url : new URL(url);
  } catch {
    throw new TypeError(`url must be an absolute address, and is ${JSON.stringify(url)}`);
  }
}

function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${name} must be a string that is not empty`);
}

/** Those that are signed where they are sent, in the order of the signature. */
const SIGNED_HEADERS = [
  'host',
  'x-domain-id',
  'x-project-id',
  'x-sdk-content-sha256',
  'x-sdk-date',
  'x-security-token',
];

/**
 * Signs a request. The result's `headers` are to be sent with it, unchanged and within 15 minutes.
 *
 * @throws TypeError where a key is missing, the address is not absolute, a header to be signed is not sent, or the body is over 12 MB.
 */
export async function signRequest(
  request: SignableRequest,
  accessKey: AccessKey,
  options: SignOptions = {},
): Promise<SignedRequest> {
  checkText('method', request.method);
  checkText('ak', accessKey?.ak);
  checkText('sk', accessKey?.sk);
  const url = toUrl(request.url);
  const body = typeof request.body === 'string' ? new TextEncoder().encode(request.body) : (request.body ?? '');
  if (typeof body !== 'string' && !ArrayBuffer.isView(body)) throw new TypeError('body must be text or a Uint8Array');
  const size = typeof body === 'string' ? 0 : body.byteLength;
  if (size > MAX_SIGNED_BYTES && !options.unsignedPayload) {
    throw new TypeError(`body must be at most 12 MB to be signed, and has ${String(size)} bytes: use a token`);
  }

  const date = sdkDate(options.date ?? new Date());
  const { securityToken = '' } = accessKey;
  const contentHash = options.unsignedPayload ? UNSIGNED_PAYLOAD : '';
  const sent = headerReader(request.headers);
  const valueOf: HeaderReader = (name) => {
    if (name === 'x-sdk-date') return date;
    if (name === 'x-security-token' && securityToken) return securityToken;
    if (name === 'x-sdk-content-sha256' && contentHash) return contentHash;
    return sent(name) ?? (name === 'host' ? url.host : undefined);
  };

  const chosen = options.signedHeaders?.map((name) => name.toLowerCase()).sort(byCodeUnit);
  let signedHeaders = '';
  let canonicalHeaders = '';
  for (const name of chosen ?? SIGNED_HEADERS) {
    const value = valueOf(name);
    if (value !== undefined) {
      signedHeaders += `${signedHeaders && ';'}${name}`;
      canonicalHeaders += `${name}:${value.trim()}\n`;
    } else if (chosen) {
      throw new TypeError(`signedHeaders names ${name}, which the request does not have`);
    }
  }
  const payloadHash =
    valueOf('x-sdk-content-sha256') ?? (size === 0 ? (hashOfNothing ??= await sha256Hex('')) : await sha256Hex(body));
  const target = `${request.method.toUpperCase()}\n${canonicalUri(url.pathname)}\n${canonicalQuery(url.search)}`;
  const canonicalRequest = `${target}\n${canonicalHeaders}\n${signedHeaders}\n${payloadHash}`;
  // Node's digests are there at once. Waiting for them all the same would take as long as one of them.
  const hash = sha256Hex(canonicalRequest);
  const stringToSign = `${ALGORITHM}\n${date}\n${typeof hash === 'string' ? hash : await hash}`;
  const mac = hmacSha256Hex(accessKey.sk, stringToSign);
  const signature = typeof mac === 'string' ? mac : await mac;
  const headers: Record<string, string> = {
    'X-Sdk-Date': date,
    Authorization: `${ALGORITHM} Access=${accessKey.ak}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
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
