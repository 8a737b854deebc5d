import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { findCommand, parseArguments, parseDuration, quote, suggest, UsageError } from '../../src/cli/args.js';
import { commands } from '../../src/cli/commands.js';

const optionsOf = (name: string) => commands.find((command) => command.name === name)!.options;
const parse = (line: string, command = 'run') => parseArguments(line.split(' '), 1, optionsOf(command));
const messageOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
};

describe('a command line', () => {
  test.each([
    ['run web-shop -b main', { branch: 'main' }],
    ['run -bmain web-shop', { branch: 'main' }],
    ['--project demo run web-shop --branch=main', { branch: 'main', project: 'demo' }],
    ['run web-shop --project demo -o jsonl', { project: 'demo', output: 'jsonl' }],
  ])('%s accepts global options anywhere', (line, expected) => {
    const args = parse(line);
    const names = Object.keys(expected);
    expect(Object.fromEntries(names.map((name) => [name, args.text(name)]))).toEqual(expected);
    expect(args.positionals).toEqual(['web-shop']);
  });

  test('has parameters with any value, the last one of a name', () => {
    const args = parse('run t -p a=b --param=c=d=e -px= -p a=z');
    expect(args.pairs('param')).toEqual({ a: 'z', c: 'd=e', x: '' });
  });

  test('distinguishes options that were not given', () => {
    const args = parse('run t --no-follow');
    expect([args.flag('follow'), args.flag('quiet'), args.text('branch')]).toEqual([false, undefined, undefined]);
  });

  test.each([
    ['run t --brunch main', 'unknown option --brunch; did you mean "--branch"?'],
    ['run t -x', 'unknown option -x'],
    ['run t --branch', '--branch requires a value'],
    ['log t --tail -5', '--tail requires a value; for a value that starts with "-", write --tail=VALUE'],
    ['run t --quiet=yes', '--quiet takes no value'],
  ])('%s is an error of one line', (line, message) => {
    expect(messageOf(() => parse(line, line.split(' ')[0]))).toBe(message);
  });

  test.each([
    ['output', 'text', '--output must be one of text, json, jsonl, csv; received "xml"', 'run t -o xml'],
    [
      'timeout',
      'duration',
      '--timeout must be a duration such as 90s, 45m, 1h30m or 7d; received "5"',
      'run t --timeout 5',
    ],
    ['param', 'pairs', '--param must be name=value; received "=x"', 'run t -p =x'],
    ['tail', 'integer', '--tail must be a positive integer; received "x"', 'log t -n x'],
  ] as const)('rejects a wrong value of --%s', (name, method, message, line) => {
    const args = parse(line, line.split(' ')[0]);
    expect(messageOf(() => args[method](name))).toBe(message);
  });
});

describe('the command', () => {
  test.each([
    ['run x', 0],
    ['--project run tasks', 2],
    ['-o json tasks', 2],
    ['--no-color --debug tasks', 2],
    ['--help', undefined],
  ])('of "%s" is word %s', (line, index) => {
    expect(findCommand(line.split(' ')).index).toBe(index);
  });

  test('must precede its own options', () => {
    expect(messageOf(() => findCommand(['--branch', 'main', 'run']))).toBe('unknown option --branch');
    expect(messageOf(() => findCommand(['--projct', 'x']))).toBe('unknown option --projct; did you mean "--project"?');
    expect(messageOf(() => findCommand(['--no-colr', 'x']))).toBe(
      'unknown option --no-colr; did you mean "--no-color"?',
    );
  });

  test('has options that no other option of it shadows', () => {
    const global = ['project', 'region', 'endpoint', 'profile', 'api-version', 'output', 'fields', 'debug', 'help'];
    const shadowing = commands.flatMap(({ name, options }) =>
      Object.keys(options)
        .filter((option) => global.includes(option))
        .map((option) => `${name} --${option}`),
    );
    expect(shadowing).toEqual([]);
  });
});

test.each([
  ['90s', 90_000],
  ['45m', 2_700_000],
  ['1h30m', 5_400_000],
  ['7d', 604_800_000],
  ['1.5h', 5_400_000],
  ['250ms', 250],
  ['0s', undefined],
  ['5', undefined],
  ['-5m', undefined],
  ['5 m', undefined],
  ['', undefined],
])('the duration %j is %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test('suggests near names only', () => {
  expect(suggest('web-shp', ['web-shop', 'base-image'])).toBe('; did you mean "web-shop"?');
  expect(suggest('zzz', ['web-shop', 'base-image'])).toBe('');
});

test('quotes every word so that a shell reads the same word', () => {
  // What a POSIX shell reads: text outside of quotes, '…', and \'.
  const unquote = (text: string): string =>
    text.replace(
      /'([^']*)'|\\(.)/g,
      (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped!,
    );
  fc.assert(fc.property(fc.string({ minLength: 1 }), (word) => unquote(quote(word)) === word));
  expect(quote('web-shop')).toBe('web-shop');
  expect(quote('')).toBe("''");
});
