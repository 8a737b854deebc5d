/** Writes paths and queries. */
import { checkValue, type Rule } from '../errors/check-options.js';

/** Percent-encodes everything except the unreserved characters of RFC 3986. */
export const encodeRfc3986 = (value: string): string =>
  // Most names and values are plain, and a test is cheaper than a copy.
  /[^\w.~-]/.test(value)
    ? encodeURIComponent(value).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    : value;

/** Has no UTF-8 form. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Returns `true` for a string that can be written as UTF-8. */
export const isText = (value: unknown): value is string => typeof value === 'string' && !LONE_SURROGATE.test(value);

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const pathValue: Rule = [
  'a non-empty string other than "." and "..", or a number',
  (value) => (isText(value) && !['', '.', '..'].includes(value)) || isNumber(value),
];

const pathRule: Rule = [
  'a path that starts with one "/", without "\\\\", "#", spaces, control characters and "." or ".." as a segment',
  (value) =>
    typeof value === 'string' &&
    /^\/(?!\/)[^\\#\p{Cc}\p{Z}\uFEFF]*$/u.test(value) &&
    value
      .split('?', 1)[0]!
      .split('/')
      .every((segment) => !['.', '..'].includes(segment.replace(/%2e/gi, '.'))),
];

/** Checks the path of a call by path. @throws TypeError if it could lead to another origin, or out of the base path of the endpoint. */
export const checkPath = (path: unknown): void => checkValue('path', path, pathRule);

const queryValue: Rule = [
  'a string, a number, a boolean or an array of these',
  (value) => isText(value) || typeof value === 'boolean' || isNumber(value),
];

/** Inserts path parameters into a path. @throws TypeError if a value would lead to another route. */
export const serializePath = (path: string, values: Record<string, unknown>): string =>
  path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    checkValue(name, values[name], pathValue);
    return encodeRfc3986(String(values[name]));
  });

/** Writes query parameters: arrays as repeated names; `undefined` and `null` are omitted. */
export function serializeQuery(query: Record<string, unknown>): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item === undefined || item === null) continue;
      checkValue(name, item, queryValue);
      pairs.push(`${encodeRfc3986(name)}=${encodeRfc3986(`${item as string | number | boolean}`)}`);
    }
  }
  return pairs.join('&');
}
