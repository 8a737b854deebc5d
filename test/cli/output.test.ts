import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { Console } from '../../src/cli/context.js';
import { processIo } from '../../src/cli/process-io.js';
import { formatRows, selectColumns, type Column } from '../../src/cli/output/table.js';
import { statusWord } from '../../src/cli/output/summary.js';
import { formatStatus, type Status } from '../../src/cli/output/text-view.js';
import {
  drawBar,
  formatDuration,
  pad,
  shorten,
  StatusLine,
  toJson,
  truncate,
  visible,
  widthOf,
  wrapParts,
} from '../../src/cli/output/terminal.js';

describe('the width of a text', () => {
  test.each([
    ['abc', 3],
    ['构建', 4],
    ['가나', 4],
    ['ｆ', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['👍', 2],
    ['\x1b[31mred\x1b[39m', 3],
    ['▕██░▏', 5],
  ])('of %j is %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('is never exceeded by a truncated text', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '构', '가', '👍', 'e\u0301', ' ') });
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 20 }), (text, width) => widthOf(truncate(text, width)) <= width),
    );
    expect(truncate('构建任务', 6)).toBe('构建…');
    expect(pad('构建', 6)).toBe('构建  ');
  });
});

describe('control characters', () => {
  test('are visible, except tabs and, if allowed, styles', () => {
    expect(visible('a\tb\x1b[2Jc\x07\u009bd\r\n')).toBe('a\tb\\x1b[2Jc\\x07\\x9bd\\x0d\\x0a');
    expect(visible('\x1b[31mred\x1b[2J', { styles: true })).toBe('\x1b[31mred\\x1b[2J\x1b[0m');
  });

  test('of any text never reach a terminal', () => {
    const rest = (text: string): string => text.replace(/\x1b\[[\d;]*m/g, '');
    const texts = fc.string({ unit: fc.constantFrom('a', '\x1b', '[', '3', '1', 'm', ';', ']', '\x07', '\x9b', '\n') });
    fc.assert(
      fc.property(texts, (text) => !/[\x00-\x08\x0a-\x1f\x7f-\x9f]/.test(rest(visible(text, { styles: true })))),
    );
  });
});

test('JSON on a terminal contains no control character, and keeps its value', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '"', '\\', '\x00', '\x1b', '\x7f', '\x9b', '构') });
  fc.assert(
    fc.property(texts, (text) => !/[\x00-\x1f\x7f-\x9f]/.test(toJson(text)) && JSON.parse(toJson(text)) === text),
  );
});

test('parts are joined to lines of a width', () => {
  expect(wrapParts(['aa', 'bb', 'cc', 'dddddddd', 'e'], ' · ', 7)).toEqual(['aa · bb', 'cc', 'dddddddd', 'e']);
  expect(wrapParts([], ' · ', 7)).toEqual([]);
  expect(shorten('web-shop-frontend', 20, ' succeeded')).toBe('web-shop-…');
});

test.each([
  [0, '0s'],
  [59_400, '59s'],
  [65_000, '1m 05s'],
  [3_720_000, '1h 02m'],
])('%i ms are shown as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test('a bar has 20 columns', () => {
  expect([0, 48, 100, 300].map((percent) => widthOf(drawBar(percent)))).toEqual([22, 22, 22, 22]);
  expect(drawBar(48)).toBe('▕█████████░░░░░░░░░░░▏');
});

test('a status line is removed while something is written above it, and fits the terminal', () => {
  let written = '';
  const line = new StatusLine(
    (text) => (written += text),
    () => 20,
  );
  line.draw(() => '构建构建构建构建构建构建');
  expect(widthOf(written.replace('\r\x1b[2K', ''))).toBeLessThanOrEqual(19);
  written = '';
  line.above(() => (written += 'line\n'));
  expect(written).toMatch(/^\r\x1b\[2Kline\n\r\x1b\[2K. 构/);
  line.clear();
  written = '';
  line.above(() => (written += 'line\n'));
  expect(written).toBe('line\n');
});

describe('the text of the status line', () => {
  const running: Status = { status: 'running', elapsedMs: 14_000, knownAt: 0, expectedMs: 29_000, percent: 45 };
  const place = ' 2/3';
  const interruption = 'stops the build';

  test.each<[number, Status, string]>([
    [80, { ...running, step: 'Maven' }, 'Maven 2/3 · 14s · ▕█████████░░░░░░░░░░░▏ 45 % · about 15s left'],
    [65, { ...running, step: 'Build with Maven' }, 'Build w… 2/3 · 14s · ▕█████████░░░░░░░░░░░▏ 45 % · about 15s left'],
    [
      70,
      { ...running, step: '网上商店构建任务' },
      '网上商店构建… 2/3 · 14s · ▕█████████░░░░░░░░░░░▏ 45 % · about 15s left',
    ],
    [60, { ...running, step: 'Build with Maven' }, 'Build with Maven 2/3 · 14s · 45 % · about 15s left'],
    [45, { ...running, step: 'Build with Maven' }, 'Build with… 2/3 · 14s · 45 % · about 15s left'],
    [37, { ...running, step: 'Build with Maven' }, 'Build with Maven 2/3 · 14s · 45 %'],
    [24, { ...running, step: 'Build with Maven' }, 'Build with Ma… 2/3 · 14s'],
    [17, { ...running, step: 'Build with Maven' }, 'Build with… · 14s'],
    [10, { ...running, step: 'Build with Maven' }, '14s'],
    [80, { ...running, expectedMs: undefined }, 'running 2/3 · 14s'],
    [80, { ...running, elapsedMs: 41_000 }, 'running 2/3 · 41s · ▕███████████████████░▏ 95 % · 12s over the usual'],
    [80, { ...running, status: 'queued' }, 'queued 14s · Ctrl-C stops the build'],
    [34, { ...running, status: 'queued' }, 'queued 14s'],
    [9, { ...running, status: 'queued' }, '14s'],
    [2, { ...running, status: 'queued' }, ''],
  ])('in %i columns', (columns, status, text) => {
    expect(formatStatus(status, { now: 0, place, interruption, columns })).toBe(text);
  });

  test('fits every terminal, and has no half part but the name', () => {
    const statuses = fc.record({
      status: fc.constantFrom('queued' as const, 'running' as const),
      elapsedMs: fc.integer({ min: 0, max: 40_000_000 }),
      knownAt: fc.constant(0),
      expectedMs: fc.option(fc.integer({ min: 1, max: 20_000_000 }), { nil: undefined }),
      percent: fc.integer({ min: 0, max: 99 }),
      step: fc.option(fc.string({ unit: fc.constantFrom('B', '构', ' ', '👍'), maxLength: 60 }), { nil: undefined }),
    });
    const parts =
      /^((?<name>.*?)(?<place> \d+\/\d+)? · |queued )?(\d+s|\d+m \d\ds|\d+h \d\dm)( · Ctrl-C stops the build)?( · (▕[█░]{20}▏ )?\d+ %)?( · (about [\dhms ]+ left|[\dhms ]+ over the usual))?$/u;
    fc.assert(
      fc.property(statuses, fc.integer({ min: 20, max: 200 }), (status, terminal) => {
        let drawn = '';
        const line = new StatusLine(
          (text) => (drawn = text.replace('\r\x1b[2K', '')),
          () => terminal,
        );
        line.draw((columns) => formatStatus(status, { now: 0, place: ' 12/13', interruption, columns }));
        expect(widthOf(drawn)).toBeLessThan(terminal);
        expect(drawn.slice(2)).toMatch(parts);
      }),
    );
  });
});

test.each([
  ['::add-mask::x', ': :add-mask::x'],
  ['  ::error::x', '  : :error::x'],
  ['a ##[error]b', 'a # #[error]b'],
  ['commit 1 on main: a::b', 'commit 1 on main: a::b'],
])('the message %j contains no command for GitHub Actions', (text, shown) => {
  let stderr = '';
  const stream = { write: (data: string | Uint8Array) => ((stderr += String(data)), true), once: () => undefined };
  const env = { GITHUB_ACTIONS: 'true' };
  const io = { ...processIo, stdout: stream, stderr: stream, env };
  new Console(io, undefined).message(text);
  expect(stderr).toBe(`${shown}\n`);
  new Console({ ...io, env: {} }, undefined).message(text);
  expect(stderr).toBe(`${shown}\n${text}\n`);
});

describe('rows', () => {
  const columns: Column<{ name: string; size: number | undefined }>[] = [
    { name: 'name', value: ({ name }) => name },
    { name: 'size', value: ({ size }) => size, right: true },
    { name: 'extra', value: () => ({ a: 1 }), shown: false },
  ];
  const rows = [
    { name: '构建', size: 5 },
    { name: 'a,"b"\nc', size: undefined },
  ];

  test('are a table with columns of equal width', () => {
    expect(formatRows(rows, selectColumns(columns, undefined, 'text'), 'text')).toBe(
      'NAME        SIZE\n构建           5\na,"b"\\x0ac     -\n',
    );
  });

  test('are JSON, JSON lines and CSV', () => {
    const all = selectColumns(columns, undefined, 'json');
    expect(JSON.parse(formatRows(rows, all, 'json'))).toEqual([
      { name: '构建', size: 5, extra: { a: 1 } },
      { name: 'a,"b"\nc', size: null, extra: { a: 1 } },
    ]);
    expect(formatRows(rows, all, 'jsonl').split('\n')).toHaveLength(3);
    expect(formatRows(rows, selectColumns(columns, 'size,name', 'csv'), 'csv')).toBe(
      'size,name\r\n5,构建\r\n,"a,""b""\nc"\r\n',
    );
  });

  test('fit the terminal: names are shortened, the longest first, and what is copied is not', () => {
    const names: Column<{ name: string; id: string }>[] = [
      { name: 'name', value: ({ name }) => name, shortened: true },
      { name: 'id', value: ({ id }) => id },
    ];
    const row = { name: '电商网站'.repeat(10), id: 'c0ffee'.repeat(5) };
    const lines = formatRows([row], names, 'text', 60).split('\n');
    expect(lines[1]).toBe(`${'电商网站'.repeat(3)}电…   ${row.id}`);
    expect(formatRows([row], names, 'text', 20)).toContain(row.id);
    expect(formatRows([row], names, 'text')).toContain(row.name);
    expect(formatRows([row], names, 'csv', 20)).toContain(row.name);
  });

  test('never exceed the terminal, unless what is copied does', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '构', '👍', '\x1b'), maxLength: 60 });
    const list = fc.array(fc.record({ first: name, second: name, count: fc.integer() }), { maxLength: 5 });
    const all: Column<{ first: string; second: string; count: number }>[] = [
      { name: 'first', value: ({ first }) => first, shortened: true },
      { name: 'count', value: ({ count }) => count, right: true },
      { name: 'second', value: ({ second }) => second, shortened: true },
    ];
    fc.assert(
      fc.property(list, fc.integer({ min: 40, max: 100 }), (found, width) => {
        const lines = formatRows(found, all, 'text', width).trimEnd().split('\n');
        return lines.length === found.length + 1 && lines.every((line) => widthOf(line) <= width);
      }),
    );
  });

  test('can be as many as a service returns', () => {
    const many = Array.from({ length: 200_000 }, (_, size) => ({ name: 'a', size }));
    expect(formatRows(many, columns.slice(0, 2), 'text', 80).length).toBe(200_001 * 'NAME    SIZE\n'.length);
  });

  test('have the known fields only', () => {
    expect(() => selectColumns(columns, 'name,sise', 'text')).toThrow(
      '--fields: unknown field "sise"; known fields: name, size, extra',
    );
  });
});

test.each([
  ['SUCCESS', 'succeeded'],
  ['FAILURE', 'failed'],
  ['ABORTED', 'canceled'],
  ['TIMEOUT', 'timed out'],
  ['SCHEDULE_FAILURE', 'not scheduled'],
  ['BUILDING', 'running'],
  ['INIT', 'queued'],
  [null, 'none'],
  ['\x1b[2J', '\\x1b[2j'],
])('the status %j is shown as %s', (status, word) => {
  expect(statusWord(status)).toBe(word);
});
