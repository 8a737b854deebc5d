/** Checks what a caller passes in for a request. Whatever would be lost, changed or rejected on the way is a `TypeError` that names the input. */
import { checkValue, isObject, isPlainObject, ownProperties, type Rule } from '../errors/check-options.js';
import { isText } from '../http/url.js';

/** Headers of the connection. Runtimes set them, and drop, reject or misuse those of a program. */
const RUNTIME_HEADER =
  /^(connection|content-length|expect|host|http2-settings|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i;

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

const headerValue: Rule = [
  'a string without control characters and characters beyond Latin-1',
  (value) =>
    (typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) ||
    typeof value === 'boolean' ||
    Number.isFinite(value),
  'secret',
];

/** @throws TypeError that names the header, and never shows its value. */
export function checkHeaders(headers: Record<string, unknown>): boolean {
  for (const [name, value] of Object.entries(headers)) {
    // Only the start of a wrong name is shown: it may be a whole header line.
    if (!TOKEN.test(name)) {
      const start = JSON.stringify(/^[\w-]{0,40}/.exec(name)?.[0]);
      throw new TypeError(
        `the name of a header must consist of letters, digits and "-"; received one that starts with ${start}`,
      );
    }
    if (RUNTIME_HEADER.test(name)) throw new TypeError(`header ${name} must be omitted; the runtime sets it`);
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item !== undefined && item !== null) checkValue(`header ${name}`, item, headerValue);
    }
  }
  return true;
}

export const headersRule: Rule = [
  'a plain object of header names and values',
  (value) => isPlainObject(value) && checkHeaders(value),
  'secret',
];

export const bodyRule: Rule = ['an object', (value) => Array.isArray(value) || isPlainObject(value), 'secret'];

const finiteNumber: Rule = ['a finite number', Number.isFinite];
const wellFormedText: Rule = ['well-formed text', isText, 'secret'];
const jsonValue: Rule = [
  'a plain value: text, a number, a boolean, null, an array or an object of these',
  (value) => isPlainObject(value) || isPlainArray(value),
];

/** Not an instance of a subclass. Arrays of other realms are plain too. */
function isPlainArray(value: unknown): value is unknown[] {
  if (!Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(prototype) && isPlainObject(Object.create(Object.getPrototypeOf(prototype) as object));
}

const MAX_DEPTH = 200;

/**
 * Returns a copy of a body that `JSON.stringify` writes as it is, whatever a program adds to the prototypes.
 *
 * @throws TypeError that names the first value that would be lost or changed.
 */
export function toJsonBody(name: string, value: unknown, parents: readonly unknown[] = []): unknown {
  if (value === undefined || value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'string') {
    checkValue(name, value, typeof value === 'number' ? finiteNumber : wellFormedText);
    return value;
  }
  checkValue(name, value, jsonValue);
  if (parents.includes(value)) throw new TypeError(`${name} must not contain itself`);
  if (parents.length > MAX_DEPTH) throw new TypeError(`${name} must be nested at most ${MAX_DEPTH} levels deep`);
  const path = [...parents, value];
  if (Array.isArray(value)) {
    const items = Array.from(value as unknown[], (item, index) => {
      if (item === undefined) throw new TypeError(`${name}[${index}] must be a value; received undefined`);
      return toJsonBody(`${name}[${index}]`, item, path);
    });
    checkKeys(name, value, items.length + 1);
    return Object.setPrototypeOf(items, null) as unknown;
  }
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    checkValue(`a name in ${name}`, key, wellFormedText);
    return [key, toJsonBody(`${name}.${key}`, item, path)];
  });
  checkKeys(name, value, entries.length);
  return ownProperties(Object.fromEntries(entries));
}

/** JSON drops symbols, hidden properties and names on arrays. */
function checkKeys(name: string, value: object, expected: number): void {
  if (Reflect.ownKeys(value).length !== expected) {
    throw new TypeError(`${name} must have enumerable properties with text as names only`);
  }
}

/** @throws TypeError that names the first field whose text or number would be changed. */
export function checkForm(name: string, fields: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value === 'number') checkValue(`${name}.${key}`, value, finiteNumber);
    if (typeof value === 'string') checkValue(`${name}.${key}`, value, wellFormedText);
  }
}

/** The options of an openapi-fetch call, all unset: it would read these names from `Object.prototype`. */
export const UNSET = {
  baseUrl: undefined,
  body: undefined,
  bodySerializer: undefined,
  fetch: undefined,
  headers: undefined,
  middleware: undefined,
  params: undefined,
  parseAs: undefined,
  pathSerializer: undefined,
  querySerializer: undefined,
  Request: undefined,
};

/** Returns the options of a call by path as openapi-fetch gets them. Headers are checked: a wrong value would be in the error of the runtime. */
export function toPathCall(init: object = {}): object {
  const { headers, params, ...rest } = ownProperties(init as Record<string, unknown>);
  const ownParams = isObject(params) ? ownProperties(params) : ownProperties<Record<string, unknown>>({});
  for (const given of [headers, ownParams['header']]) if (isPlainObject(given)) checkHeaders(given);
  return { ...UNSET, ...rest, headers, params: ownParams };
}
