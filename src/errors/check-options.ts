/**
 * Checks the arguments of public functions. A wrong one ends in a `TypeError` that names the option and the value, before any request is sent.
 *
 * Rules are plain literals, without calls and spreads, so that a bundler can leave out a table of them.
 */

/** A requirement on a value, in words and as a test. The value of a `secret` is not shown. */
export type Rule = readonly [requirement: string, test: (value: unknown) => boolean, secret?: 'secret'];

/** Rules by option name. */
type Rules = Readonly<Record<string, Rule>>;

/** Formats a value for an error message: short, and never the content of an object. */
function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const name = value.constructor?.name;
  return !name || name === 'Object' ? 'an object' : `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Returns a copy without prototype: what a program adds to `Object.prototype` is no option. */
export const ownProperties = <T extends object>(value: T): T => Object.assign<T, T>(Object.create(null) as T, value);

/** Returns `true` for an object of no class, from any realm. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (!isObject(value) || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    (isObject(prototype) && Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf'))
  );
}

const isNonEmptyString = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** Recognized by what it can do: signals of polyfills and of other realms are no instances of the global class. */
const isSignal = (value: unknown): boolean =>
  isObject(value) && typeof value['aborted'] === 'boolean' && typeof value['addEventListener'] === 'function';

export const anyRule: Rule = ['anything', () => true];
export const booleanRule: Rule = ['true or false', (value) => typeof value === 'boolean'];
export const functionRule: Rule = ['a function', (value) => typeof value === 'function'];
/** The value is not shown: it may be a key or a token. */
export const objectRule: Rule = ['an object', isObject, 'secret'];
export const signalRule: Rule = ['an AbortSignal', isSignal];
export const nonEmptyString: Rule = ['a non-empty string', isNonEmptyString];
export const secretString: Rule = ['a non-empty string', isNonEmptyString, 'secret'];
export const milliseconds: Rule = [
  'a positive number of milliseconds',
  (value) => typeof value === 'number' && value > 0,
];
export const nonNegativeInteger: Rule = [
  'a non-negative integer',
  (value) => Number.isInteger(value) && (value as number) >= 0,
];
export const positiveInteger: Rule = [
  'a positive integer',
  (value) => Number.isInteger(value) && (value as number) > 0,
];

/** @throws TypeError that names the value if it breaks the rule. */
export function checkValue(name: string, value: unknown, [requirement, test, secret]: Rule): void {
  if (test(value)) return;
  const mayBeSecret = secret && !['', null, undefined].includes(value as null) && typeof value !== 'object';
  throw new TypeError(
    `${name} must be ${requirement}; received ${mayBeSecret ? `a ${typeof value}` : describeValue(value)}`,
  );
}

/**
 * Checks options against tables of rules. An option that is `undefined` counts as omitted.
 *
 * @param owner Whose options they are, for the message about an unknown option. Unknown options are accepted if omitted.
 * @returns The options to read: a copy without inherited properties.
 * @throws TypeError that names the first wrong or unknown option.
 */
export function checkOptions<T extends object>(options: T, tables: readonly Rules[], owner?: string): T {
  checkValue('options', options, objectRule);
  const own = ownProperties(options);
  for (const [name, value] of Object.entries(own) as [string, unknown][]) {
    const rule = tables.find((rules) => Object.hasOwn(rules, name))?.[name];
    if (!rule && owner !== undefined) throw new TypeError(`unknown option ${JSON.stringify(name)} of ${owner}`);
    if (rule && value !== undefined) checkValue(name, value, rule);
  }
  return own;
}

/** Returns `true` if a string can be a header value, without spaces. Runtimes print a value that they reject, so it is checked first. */
export const isHeaderValue = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
