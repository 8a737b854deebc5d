/**
 * Holds what callers from JavaScript may get wrong against what is documented. What is wrong ends in a TypeError that names the option and the value.
 *
 * Rules are plain literals, without calls and spreads, so that a bundler sees that a table of them may be left out.
 */

/** What a value must be, in words and as a test. */
export type Rule = readonly [what: string, test: (value: unknown) => boolean, secret?: 'secret'];

/** Rules by the names of options. */
type Rules = Readonly<Record<string, Rule>>;

/** A value for an error message: short, and never the inside of an object. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const name = value.constructor?.name;
  return !name || name === 'Object' ? 'an object' : `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

export const anything: Rule = ['anything', () => true];
export const aBoolean: Rule = ['true or false', (value) => typeof value === 'boolean'];
export const aFunction: Rule = ['a function', (value) => typeof value === 'function'];
/** What stands in its place is not shown: it may be a key or a token. */
export const anObject: Rule = ['an object', isObject, 'secret'];
export const aSignal: Rule = ['an AbortSignal', (value) => value instanceof AbortSignal];
export const someText: Rule = ['a string that is not empty', isText];
export const secretText: Rule = ['a string that is not empty', isText, 'secret'];
export const milliseconds: Rule = [
  'a number of milliseconds above 0',
  (value) => typeof value === 'number' && value > 0,
];
export const fromZero: Rule = ['a whole number from 0', (value) => Number.isInteger(value) && (value as number) >= 0];
export const fromOne: Rule = ['a whole number from 1', (value) => Number.isInteger(value) && (value as number) >= 1];

/** @throws TypeError that names the value, where it is not what it must be. */
export function check(name: string, value: unknown, [what, test, secret]: Rule): void {
  if (test(value)) return;
  const isPlain = !['', null, undefined].includes(value as null) && typeof value !== 'object';
  const shown = secret && isPlain ? `a ${typeof value}` : describe(value);
  throw new TypeError(`${name} must be ${what}, and is ${shown}`);
}

/**
 * Checks options by what each must be; one that is `undefined` is left out.
 *
 * @param of Whose options they are; left out where something else may stand beside them.
 * @throws TypeError that names the first that is wrong, or is not an option at all.
 */
export function checkOptions(options: object, tables: readonly Rules[], of?: string): void {
  check('options', options, anObject);
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    const rule = tables.find((rules) => Object.hasOwn(rules, name))?.[name];
    if (!rule && of !== undefined) throw new TypeError(`${JSON.stringify(name)} is not an option of ${of}`);
    if (rule && value !== undefined) check(name, value, rule);
  }
}
