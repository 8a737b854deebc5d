import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLogCursor, followLog, positionOf, type LogPosition, type LogReader } from '../../src/builds/log.js';
import { parseLogLine } from '../../src/builds/log.js';
import type { LogChunk } from '../../src/builds/build-api.js';
import { createTestClock } from '../support/test-clock.js';

const START: LogPosition = { offset: 0, rest: '' };

/** A source that answers with prepared sections, and says that the build has ended once they are used up. */
function scripted(...sections: Partial<LogChunk>[]): LogReader & { asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    read(offset) {
      asked.push(offset);
      const section = sections.shift();
      return Promise.resolve({ text: '', start: undefined, end: undefined, hasMore: false, ...section });
    },
    finished: () => Promise.resolve(sections.length === 0),
  };
}

async function collect(source: LogReader, position = START, follow = true): Promise<string[]> {
  const lines: string[] = [];
  const options = { clock: createTestClock(), follow, signal: undefined };
  for await (const line of followLog(source, createLogCursor(position), options)) lines.push(line);
  return lines;
}

describe('followLog', () => {
  test('joins lines that are split between sections', async () => {
    const source = scripted(
      { text: 'one\ntw', end: 6, hasMore: true },
      { text: 'o\r', end: 8 },
      { text: '\nthree', end: 14 },
    );
    expect(await collect(source)).toEqual(['one', 'two', 'three']);
    expect(source.asked.slice(0, 3)).toEqual([0, 6, 8]);
  });

  test('goes on over empty sections, and believes the end only after two of them', async () => {
    const late = scripted({ text: 'a\n', end: 2 }, {}, {}, { text: 'b\n', end: 4 });
    expect(await collect(late)).toEqual(['a', 'b']);
    const drained: LogReader = {
      read: (offset) =>
        Promise.resolve({ text: ['a\n', '', 'b\n'][reads++] ?? '', start: offset, end: undefined, hasMore: false }),
      finished: () => Promise.resolve(true),
    };
    let reads = 0;
    expect(await collect(drained)).toEqual(['a', 'b']);
  });

  test('does not end while the build runs, whatever has_more says', async () => {
    expect(
      await collect(scripted({ text: 'a\n', end: 2, hasMore: false }, { text: 'b\n', end: 4, hasMore: true })),
    ).toEqual(['a', 'b']);
  });

  test('ends although has_more stays true, once the build has ended', async () => {
    const source: LogReader = {
      read: (offset) => Promise.resolve({ text: offset === 0 ? 'a\n' : '', start: offset, end: 2, hasMore: true }),
      finished: () => Promise.resolve(true),
    };
    expect(await collect(source)).toEqual(['a']);
  });

  test('repeats nothing where the offset stands still and the section grows', async () => {
    const source = scripted(
      { text: 'a\n', end: 0 },
      { text: 'a\nb', end: 0 },
      { text: 'a\nb\nc\n', end: 6 },
      { text: 'd\n', end: 8 },
    );
    expect(await collect(source)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('repeats nothing where a section is sent twice, or begins before what was asked for', async () => {
    const source = scripted(
      { text: 'ä\nb\n', start: 0, end: 5, hasMore: true },
      { text: 'ä\nb\n', start: 0, end: 5, hasMore: true },
      { text: 'b\nc\n', start: 3, end: 7, hasMore: true },
    );
    expect(await collect(source)).toEqual(['ä', 'b', 'c']);
  });

  test('asks again where a section is missing', async () => {
    const source = scripted(
      { text: 'a\n', start: 0, end: 2 },
      { text: 'c\n', start: 4, end: 6 },
      { text: 'b\nc\n', start: 2, end: 6 },
    );
    expect(await collect(source)).toEqual(['a', 'b', 'c']);
    expect(source.asked.slice(0, 3)).toEqual([0, 2, 2]);
  });

  test('without following it ends when nothing is there', async () => {
    const source = scripted({ text: 'a\n', end: 2, hasMore: true }, { text: 'b', end: 3 });
    expect(await collect(source, START, false)).toEqual(['a', 'b']);
  });

  test('goes on where it was left, line by line, in another process', async () => {
    const log = 'one\ntwo\nthree\nfour\nfi';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), async (stops, size) => {
        const source: LogReader = {
          read: (offset) => {
            const text = log.slice(offset, offset + size);
            return Promise.resolve({
              text,
              start: offset,
              end: offset + text.length,
              hasMore: offset + size < log.length,
            });
          },
          finished: () => Promise.resolve(true),
        };
        const lines: string[] = [];
        let kept = JSON.stringify(START);
        for (const stop of [...stops, Infinity]) {
          const cursor = createLogCursor(JSON.parse(kept) as LogPosition);
          let taken = 0;
          if (stop > 0) {
            for await (const line of followLog(source, cursor, {
              clock: createTestClock(),
              follow: true,
              signal: undefined,
            })) {
              lines.push(line);
              taken += 1;
              if (taken >= stop) break;
            }
          }
          kept = JSON.stringify(positionOf(cursor));
        }
        expect(lines).toEqual(['one', 'two', 'three', 'four', 'fi']);
      }),
    );
  });

  test('an abort ends a pause with the reason', async () => {
    const controller = new AbortController();
    const clock = { ...createTestClock(), sleep: () => Promise.reject(controller.signal.reason as Error) };
    const source: LogReader = {
      read: () => Promise.resolve({ text: '', start: 0, end: 0, hasMore: false }),
      finished: () => Promise.resolve(false),
    };
    controller.abort(new Error('enough'));
    const lines = followLog(source, createLogCursor(START), { clock, follow: true, signal: controller.signal });
    await expect(lines.next()).rejects.toThrow('enough');
  });
});

describe('parseLogLine', () => {
  test('takes the head of a line apart', () => {
    const line = '[2026/09/10 19:09:19.924 GMT+08:00] [INFO] [build:maven] : BUILD [SUCCESS]';
    expect(parseLogLine(line)).toEqual({
      line,
      text: 'BUILD [SUCCESS]',
      time: new Date('2026-09-10T11:09:19.924Z'),
      level: 'INFO',
      step: 'build:maven',
    });
  });

  test('knows a head without a step, and a line without a head', () => {
    expect(parseLogLine('[2023/12/21 15:44:18.744 GMT+08:00] [ERROR] no')).toMatchObject({
      text: 'no',
      level: 'ERROR',
      step: undefined,
    });
    expect(parseLogLine('  at Main.java:3')).toMatchObject({ text: '  at Main.java:3', time: undefined });
  });
});
