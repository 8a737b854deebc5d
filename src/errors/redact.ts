/**
 * Keeps secrets out of errors, events and recordings. This is the only place that knows what is secret: the fields that the descriptions mark, the names below,
 * and the values of one request.
 */
import { sensitiveNames } from '../../generated/sensitive-names.js';
import { isObject } from './check-options.js';
import { createMatcher, MASK, maskNamed } from './redact-text.js';

const SECRET_NAME =
  /pass(w|code|phrase|key|$)|pwd|secret|token|credential|authorization|cookie|jwt|signature|(access|api|private)[_-]?key|^[as]k$/i;

/** Names of marked fields; `token.id` is the field `id` inside `token`. */
const described = new Set(sensitiveNames.map((name) => name.toLowerCase()));

/** Returns `true` if a field, parameter or header of this name contains a secret. */
export const isSecretName = (name: string, parent = ''): boolean =>
  SECRET_NAME.test(name) || described.has(name.toLowerCase()) || described.has(`${parent}.${name}`.toLowerCase());

/** Tells whether the value of a field is a secret, by the name of the field and of the object that contains it. */
export type SecretTest = (name: string, parent: string) => boolean;

/** Deeper levels of a body are dropped. */
const MAX_DEPTH = 64;

/** Parses a text that looks like JSON; undefined if it is none. */
function parseText(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An item of a list of names and values, such as a build parameter: the name is a value too. */
const pairName = (fields: Record<string, unknown>): string | undefined =>
  typeof fields['name'] === 'string' ? fields['name'] : undefined;

/** Returns the texts and numbers below secret names, also in JSON inside strings. */
export function collectSecrets(root: unknown, isSecret: SecretTest = isSecretName): string[] {
  const secrets: string[] = [];
  const rest = [{ value: root, name: '', parent: '', secret: false }];
  for (let item = rest.pop(); item; item = rest.pop()) {
    const { value, name, parent, secret } = item;
    if ((typeof value === 'string' || typeof value === 'number') && secret) secrets.push(String(value));
    if (typeof value === 'string') {
      const inner = parseText(value);
      if (inner !== undefined && inner !== value) rest.push({ ...item, value: inner });
    } else if (Array.isArray(value)) {
      for (const inner of value as unknown[]) rest.push({ value: inner, name, parent, secret });
    } else if (isObject(value)) {
      const pair = pairName(value);
      for (const [key, inner] of Object.entries(value)) {
        const named = pair !== undefined && key === 'value' && isSecret(pair, name);
        rest.push({ value: inner, name: key, parent: name, secret: secret || named || isSecret(key, name) });
      }
    }
  }
  return secrets;
}

/** A request, as far as it may contain secrets. */
export interface SecretSource {
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

/** Returns the secrets in the query, the headers and the JSON body of a request. */
export function secretsOf({ url, headers, body }: SecretSource, isSecret: SecretTest = isSecretName): string[] {
  const secrets: string[] = [];
  const { searchParams, username, password } = new URL(url);
  for (const part of [username, password]) secrets.push(part, ...new URLSearchParams(`=${part}`).values());
  for (const [name, value] of searchParams) if (isSecret(name, '')) secrets.push(value);
  for (const [name, value] of headers) {
    // The last word of an authorization is the token, or the signature.
    if (isSecret(name, '')) secrets.push(value, value.slice(value.lastIndexOf(' ') + 1).replace(/^Signature=/, ''));
  }
  const text = body && headers.get('content-type')?.includes('json') ? new TextDecoder().decode(body) : '';
  return [...secrets, ...collectSecrets(parseText(text), isSecret)];
}

/** Replaces secrets by asterisks. Returns the value itself if it contains none. */
export interface Redactor {
  text(text: string): string;
  /** Redacts a text that may be JSON: a body as it was sent. */
  json(text: string): string;
  /** Redacts a parsed body: what is below a secret name as a whole, and secrets in texts and names elsewhere. */
  value(value: unknown): unknown;
  /** Redacts an error and its causes. Objects other than errors are dropped from a copy. */
  error(error: unknown): unknown;
}

/** Secrets to replace in addition to the given values. */
export interface RedactorOptions {
  readonly isSecret?: SecretTest;
  /** Whether the values of all named pairs are secrets, and not only those with a secret name. */
  readonly allPairs?: boolean;
}

/** @param secrets Values to replace. Called once, when they are first needed. */
export function createRedactor(
  secrets: () => readonly string[],
  { isSecret = isSecretName, allPairs = false }: RedactorOptions = {},
): Redactor {
  let matcher: ((text: string) => string) | undefined;
  const maskGiven = (text: string): string => (matcher ??= createMatcher(secrets()))(text);
  const text = (given: string): string => maskNamed(maskGiven(given), (name) => isSecret(name, ''));

  function maskString(given: string, depth: number): string {
    const inner = parseText(given);
    // Written again even if nothing was replaced: the text may contain a name twice, of which only the last one is read.
    return inner === undefined ? text(given) : JSON.stringify(redactValue(inner, '', depth + 1));
  }

  /** @param name Name of the field that contains the value. */
  function redactValue(value: unknown, name: string, depth: number): unknown {
    if (typeof value === 'string') return maskString(value, depth);
    if (typeof value === 'number') return text(String(value)) === String(value) ? value : MASK;
    if (!isObject(value)) return value;
    if (depth > MAX_DEPTH) return MASK;
    if (Array.isArray(value)) {
      const items = value as unknown[];
      const clean = items.map((item) => redactValue(item, name, depth + 1));
      return clean.every((item, index) => item === items[index]) ? value : clean;
    }
    const pair = pairName(value);
    let changed = false;
    const clean = Object.entries(value).map(([key, item]): [string, unknown] => {
      const named = pair !== undefined && key === 'value' && (allPairs || isSecret(pair, name));
      const hidden = (named || isSecret(key, name)) && item !== null && item !== '' && typeof item !== 'boolean';
      const entry: [string, unknown] = [text(key), hidden ? MASK : redactValue(item, key, depth + 1)];
      changed ||= entry[0] !== key || entry[1] !== item;
      return entry;
    });
    return changed ? Object.fromEntries(clean) : value;
  }

  function redactError(error: unknown, depth: number): unknown {
    if (!(error instanceof Error)) return typeof error === 'object' ? undefined : redactValue(error, '', 0);
    if (depth > 8) return undefined;
    const message = text(error.message);
    let changed = false;
    const properties: PropertyDescriptorMap = {};
    for (const name of new Set(['message', 'stack', ...Object.getOwnPropertyNames(error)])) {
      const value: unknown = Reflect.get(error, name);
      let clean: unknown;
      if (name === 'message') clean = message;
      // Not by names: a frame such as `token.js:12` has one.
      else if (name === 'stack')
        clean = maskGiven(error.stack ?? '')
          .split(maskGiven(error.message))
          .join(message);
      else if (Array.isArray(value)) clean = redactErrors(value as unknown[], depth);
      else if (isObject(value)) clean = redactError(value, depth + 1);
      else clean = (redactValue({ [name]: value }, '', 0) as Record<string, unknown>)[name];
      changed ||= clean !== value;
      properties[name] = { value: clean, enumerable: Object.prototype.propertyIsEnumerable.call(error, name) };
    }
    if (!changed) return error;
    const copy = new Error(message);
    // The message of some errors is an accessor that works on the original only.
    if (Object.hasOwn(error, 'message')) Object.setPrototypeOf(copy, Object.getPrototypeOf(error) as object);
    else properties['name'] = { value: error.name };
    return Object.defineProperties(copy, properties);
  }

  function redactErrors(errors: readonly unknown[], depth: number): readonly unknown[] {
    const clean = errors.map((item) => redactError(item, depth + 1));
    return clean.every((item, index) => item === errors[index]) ? errors : clean;
  }

  return {
    text,
    json: (given) => maskString(given, 0),
    value: (value) => redactValue(value, '', 0),
    error: (error) => redactError(error, 0),
  };
}
