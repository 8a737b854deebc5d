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
  encodeURIComponent(value).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Decodes, or leaves as it is what was never encoded (`50%`). */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each segment encoded once, with a slash at the end. The slash is for the signature only, and is not sent. */
function canonicalUri(pathname: string): string {
  const path = pathname
    .split('/')
    .map((segment) => encodeRfc3986(decode(segment)))
    .join('/');
  return path.endsWith('/') ? path : `${path}/`;
}

/** Pairs sorted by name and then by value. Sorted before they are encoded, as the gateway does. */
function canonicalQuery(search: string): string {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
    })
    .sort(([a = '', x = ''], [b = '', y = '']) => byCodeUnit(a, b) || byCodeUnit(x, y))
    .map((pair) => pair.map(encodeRfc3986).join('='))
    .join('&');
}

/** `YYYYMMDDTHHMMSSZ`, in UTC. */
const sdkDate = (date: Date): string => date.toISOString().replace(/[-:]|\.\d{3}/g, '');

const OWN_HEADERS = ['x-project-id', 'x-domain-id', 'x-security-token', 'x-sdk-content-sha256'];

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
  for (const name of ['ak', 'sk'] as const) {
    if (typeof accessKey[name] !== 'string' || accessKey[name] === '') {
      throw new TypeError(`${name} must be a string that is not empty`);
    }
  }
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  if (!url) throw new TypeError(`url must be an absolute address, and is ${JSON.stringify(String(request.url))}`);
  const body = typeof request.body === 'string' ? new TextEncoder().encode(request.body) : (request.body ?? '');
  const size = typeof body === 'string' ? 0 : body.byteLength;
  if (size > MAX_SIGNED_BYTES && !options.unsignedPayload) {
    throw new TypeError(`body must be at most 12 MB to be signed, and has ${String(size)} bytes: use a token`);
  }

  const date = sdkDate(options.date ?? new Date());
  const added: Record<string, string> = { 'X-Sdk-Date': date };
  if (accessKey.securityToken) added['X-Security-Token'] = accessKey.securityToken;
  if (options.unsignedPayload) added['X-Sdk-Content-Sha256'] = UNSIGNED_PAYLOAD;
  const headers = new Headers(request.headers);
  if (!headers.has('host')) headers.set('host', url.host);
  for (const [name, value] of Object.entries(added)) headers.set(name, value);

  const names = (options.signedHeaders ?? ['host', 'x-sdk-date', ...OWN_HEADERS.filter((name) => headers.has(name))])
    .map((name) => name.toLowerCase())
    .sort(byCodeUnit);
  const signedHeaders = names.join(';');
  const canonicalHeaders = names.map((name) => {
    const value = headers.get(name);
    if (value === null) throw new TypeError(`signedHeaders names ${name}, which the request does not have`);
    return `${name}:${value.trim()}\n`;
  });
  const payloadHash = headers.get('x-sdk-content-sha256') ?? (await sha256Hex(body));
  const canonicalRequest = [
    request.method.toUpperCase(),
    canonicalUri(url.pathname),
    canonicalQuery(url.search),
    canonicalHeaders.join(''),
    signedHeaders,
    payloadHash,
  ].join('\n');
  const stringToSign = [ALGORITHM, date, await sha256Hex(canonicalRequest)].join('\n');
  const signature = await hmacSha256Hex(accessKey.sk, stringToSign);
  return {
    headers: {
      ...added,
      Authorization: `${ALGORITHM} Access=${accessKey.ak}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
    },
    canonicalRequest,
    stringToSign,
    signature,
  };
}
