/**
 * Verifies `SDK-HMAC-SHA256`: computes the signature of a received request.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-002.html
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const ALGORITHM = 'SDK-HMAC-SHA256';

/** A request as received. */
export interface SignedMessage {
  method: string;
  /** Path and query as received. */
  target: string;
  headers: Headers;
  body: Uint8Array;
}

/** Parts of the header Authorization. */
export interface AuthorizationParts {
  accessKey: string;
  signedHeaders: readonly string[];
  signature: string;
}

/** Form of a header name (RFC 9110, 5.6.2). */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Parses the header Authorization. Returns undefined if its form is invalid. */
export function parseAuthorization(value: string): AuthorizationParts | undefined {
  const match = /^SDK-HMAC-SHA256 (.*)$/.exec(value);
  if (!match) return undefined;
  const fields = new Map<string, string>();
  for (const field of (match[1] ?? '').split(',')) {
    const at = field.indexOf('=');
    if (at > 0) fields.set(field.slice(0, at).trim(), field.slice(at + 1).trim());
  }
  const accessKey = fields.get('Access');
  const names = fields.get('SignedHeaders');
  const signature = fields.get('Signature');
  if (!accessKey || !names || !signature) return undefined;
  const signedHeaders = names.split(';');
  return signedHeaders.every((name) => TOKEN.test(name)) ? { accessKey, signedHeaders, signature } : undefined;
}

const UNRESERVED = /^[A-Za-z0-9\-_.~]$/;

/** Percent-encodes every byte that is not unreserved in RFC 3986. */
function encode(text: string): string {
  let encoded = '';
  for (const byte of new TextEncoder().encode(text)) {
    const char = String.fromCharCode(byte);
    encoded += UNRESERVED.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function canonicalPath(path: string): string {
  const encoded = path.split('/').map((segment) => encode(decode(segment)));
  if (encoded.at(-1) !== '') encoded.push('');
  return encoded.join('/');
}

/** Compares by code points. The operators of JavaScript compare UTF-16 code units, which differ beyond U+FFFF. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Sorts the pairs by name, then by value. */
function canonicalQuery(query: string): string {
  const pairs: [string, string][] = [];
  for (const part of query.split('&')) {
    if (part === '') continue;
    const [name = '', ...rest] = part.split('=');
    pairs.push([decode(name), decode(rest.join('='))]);
  }
  pairs.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Computes the canonical request of a received request, as the gateway does. */
export function computeCanonicalRequest(message: SignedMessage, signedHeaders: readonly string[]): string {
  const [path, query] = splitTarget(message.target);
  const names = signedHeaders.map((name) => name.toLowerCase()).sort(compare);
  let headers = '';
  for (const name of names) headers += `${name}:${(message.headers.get(name) ?? '').trim()}\n`;
  const declared = message.headers.get('x-sdk-content-sha256');
  const payload =
    declared === 'UNSIGNED-PAYLOAD' && names.includes('x-sdk-content-sha256') ? declared : sha256(message.body);
  return `${message.method.toUpperCase()}\n${canonicalPath(path)}\n${canonicalQuery(query)}\n${headers}\n${names.join(';')}\n${payload}`;
}

/** Splits a request target into path and query. */
export function splitTarget(target: string): [string, string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

/** Computes the string to sign: algorithm, date and hash of the canonical request. */
export const computeStringToSign = (canonicalRequest: string, date: string): string =>
  `${ALGORITHM}\n${date}\n${sha256(canonicalRequest)}`;

/** Computes the signature: 64 hexadecimal digits. */
export const computeSignature = (secretKey: string, stringToSign: string): string =>
  createHmac('sha256', secretKey).update(stringToSign).digest('hex');

/** Parses `YYYYMMDDTHHMMSSZ` as a Unix timestamp in milliseconds. Returns undefined if the form or the date is invalid. */
export function parseSdkDate(value: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** Result of a verification. */
export type Verification =
  | { valid: true }
  /** The computed canonical request, which the error message contains. */
  | { valid: false; canonicalRequest: string };

/** Verifies the signature of a request with a secret key. */
export function verifySignature(message: SignedMessage, parts: AuthorizationParts, secretKey: string): Verification {
  const canonicalRequest = computeCanonicalRequest(message, parts.signedHeaders);
  const date = message.headers.get('x-sdk-date') ?? '';
  const expected = Buffer.from(computeSignature(secretKey, computeStringToSign(canonicalRequest, date)));
  const given = Buffer.from(parts.signature);
  const valid = given.length === expected.length && timingSafeEqual(given, expected);
  return valid ? { valid } : { valid, canonicalRequest };
}
