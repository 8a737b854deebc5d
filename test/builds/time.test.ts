import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { createServiceTime } from '../../src/builds/time.js';
import { formatTime, parseTime } from '../../src/index.js';

describe('parseTime', () => {
  test.each([
    ['2026-11-25T14:30:00+08:00'],
    ['2026-11-25T14:30:00.000+0800'],
    ['2026-11-25T14:30:00+08'],
    ['2026-11-25T06:30:00Z'],
    ['2026-11-25T06:30:00.000000Z'],
    ['2026-11-25 14:30:00'],
    ['2026-11-25 14:30'],
    ['2026/11/25 14:30:00.000 GMT+08:00'],
    ['Wed Nov 25 14:30:00 CST 2026'],
    ['Wed Nov 25 06:30:00 UTC 2026'],
    ['1795588200000'],
    [1_795_588_200_000],
  ])('reads %j', (value) => {
    expect(parseTime(value)?.toISOString()).toBe('2026-11-25T06:30:00.000Z');
  });

  test.each([
    undefined,
    null,
    '',
    'yesterday',
    '2026-02-30 10:00:00',
    '2026-13-01 10:00:00',
    '2026-11-25 24:30:00',
    '275760-09-13T00:00:00Z',
    NaN,
    Infinity,
    0,
    -1,
    '42',
    'Wed Foo 25 14:30:00 CST 2026',
    'Wed Nov 25 14:30:00 XYZ 2026',
    '1'.repeat(10_000),
    {} as string,
  ])('returns undefined for %j', (value) => {
    expect(parseTime(value)).toBeUndefined();
  });

  test('accepts another offset for times without one', () => {
    expect(parseTime('2026-11-25 14:30:00', { utcOffset: '+00:00' })?.toISOString()).toBe('2026-11-25T14:30:00.000Z');
    expect(() => parseTime('2026-11-25 14:30:00', { utcOffset: 'Shanghai' })).toThrow(
      new TypeError('utcOffset must be an offset such as "+08:00"; received "Shanghai"'),
    );
  });

  test('reads what formatTime writes, to the second, in every time zone of the machine', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Apia']) {
        process.env['TZ'] = zone;
        const range = { min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true };
        fc.assert(
          fc.property(fc.date(range), (date) => {
            const text = formatTime(date);
            expect(text).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
            expect(parseTime(text)?.getTime()).toBe(Math.floor(date.getTime() / 1_000) * 1_000);
          }),
        );
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (value) => {
        parseTime(value);
      }),
    );
  });
});

test('formatTime rejects an invalid time', () => {
  expect(() => formatTime(NaN)).toThrow(TypeError);
});

describe('the time of the service', () => {
  const response = (date: string, headers: Record<string, string> = {}) => ({
    headers: new Headers({ date, ...headers }),
  });

  test('is that of the machine until a response shows it', () => {
    const time = createServiceTime({ now: () => 1_000 });
    expect([time.now(), time.isKnown]).toEqual([1_000, false]);
  });

  test.each([2, 5, 14, -14])('is right with a clock that is %i minutes off', (minutes) => {
    const start = Date.parse('2026-11-25T06:30:00Z');
    const time = createServiceTime({ now: () => start + minutes * 60_000 });
    time.observe(response(new Date(start).toUTCString()));
    expect([time.now(), time.isKnown]).toEqual([start, true]);
  });

  test.each([
    ['of a cached response', response('Wed, 25 Nov 2026 06:30:00 GMT', { age: '60' })],
    ['of the year 275760', response('Sat, 13 Sep 275760 00:00:00 GMT')],
    ['of 1970', response('Thu, 01 Jan 1970 00:00:00 GMT')],
    ['without sense', response('soon')],
  ])('ignores a date %s', (_name, bad) => {
    const time = createServiceTime({ now: () => 5 });
    time.observe(bad);
    expect(time.isKnown).toBe(false);
  });

  test('is not set back by a slow response', () => {
    let now = Date.parse('2026-11-25T06:30:00Z');
    const time = createServiceTime({ now: () => now });
    time.observe(response('Wed, 25 Nov 2026 06:30:00 GMT'));
    now += 2_000;
    time.observe(response('Wed, 25 Nov 2026 06:30:00 GMT'));
    expect(time.now()).toBe(now);
  });
});
