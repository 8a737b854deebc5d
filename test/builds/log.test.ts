import fc from '../support/properties.js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createClient, LogLimitError, parseLogLine, type BuildHandle, type BuildRun } from '../../src/index.js';
import type { LogChunk } from '../../src/builds/build-api.js';
import { LogCursor } from '../../src/builds/log.js';
import { isClosingLine } from '../../src/builds/log-line.js';
import { formatLog, listLogLines } from '../../src/sandbox/build-log.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createTestClock, type TestClock } from '../support/test-clock.js';

const limits = { maxLineLength: 1_000, maxLogLength: 100_000 };
const START = { offset: 0, rest: '' };

/** Reads chunks with one cursor. Returns the lines, and the offset at which each chunk was requested. */
function read(...chunks: Partial<LogChunk>[]): { lines: string[]; offsets: number[] } {
  const cursor = new LogCursor(START, limits);
  const lines: string[] = [];
  const offsets: number[] = [];
  for (const chunk of chunks) {
    offsets.push(cursor.offset);
    const result = cursor.push({ text: '', start: undefined, end: undefined, hasMore: false, ...chunk });
    lines.push(...result.lines.map(({ text }) => text));
  }
  return { lines: [...lines, ...cursor.flush().map(({ text }) => text)], offsets };
}

describe('a cursor', () => {
  test('joins lines that are split between chunks', () => {
    const { lines, offsets } = read({ text: 'one\ntw', end: 6 }, { text: 'o\r', end: 8 }, { text: '\nthree', end: 14 });
    expect(lines).toEqual(['one', 'two', 'three']);
    expect(offsets).toEqual([0, 6, 8]);
  });

  test('repeats nothing if the offset does not move and the chunk grows', () => {
    const grown = [
      { text: 'a\n', end: 0 },
      { text: 'a\nb', end: 0 },
      { text: 'a\nb\nc\n', end: 6 },
      { text: 'd\n', end: 8 },
    ];
    expect(read(...grown).lines).toEqual(['a', 'b', 'c', 'd']);
  });

  test('repeats nothing if a chunk is sent twice or starts before the requested offset', () => {
    const twice = { text: 'ä\nb\n', start: 0, end: 5 };
    expect(read(twice, twice, { text: 'b\nc\n', start: 3, end: 7 }).lines).toEqual(['ä', 'b', 'c']);
  });

  test('requests a chunk again if a part before it is missing, and reports the loss after three retries', () => {
    const [first, late] = [
      { text: 'a\n', start: 0, end: 2 },
      { text: 'c\n', start: 4, end: 6 },
    ];
    expect(read(first, late, { text: 'b\nc\n', start: 2, end: 6 }).lines).toEqual(['a', 'b', 'c']);
    const cursor = new LogCursor(START, limits);
    const gap = { text: 'c\n', start: 4, end: 6, hasMore: false };
    expect([1, 2, 3, 4].map(() => cursor.push(gap).gap)).toEqual(['retry', 'retry', 'retry', 'lost']);
  });

  test.each([
    ['maxLineLength', { text: 'x'.repeat(1_001) }],
    ['maxLineLength', { text: `${'x'.repeat(1_001)}\n` }],
    ['maxLogLength', { text: `${'x'.repeat(99)}\n`.repeat(1_001) }],
  ])('rejects a log beyond %s', (option, chunk) => {
    const error = (() => {
      try {
        return read(chunk);
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toBeInstanceOf(LogLimitError);
    expect(error).toMatchObject({ code: 'LOG_LIMIT', option });
  });

  test('gives each line the offset behind it, in bytes or characters', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replace(/[\r\n]/g, '')),
          { maxLength: 8 },
        ),
        fc.boolean(),
        (lines, bytes) => {
          const size = (text: string): number => (bytes ? Buffer.byteLength(text) : text.length);
          const log = lines.map((line) => `${line}\n`).join('');
          const result = new LogCursor(START, limits).push({ text: log, start: 0, end: size(log), hasMore: false });
          let offset = 0;
          expect(result.lines).toEqual(lines.map((text) => ({ text, offset: (offset += size(text) + 1) })));
        },
      ),
    );
  });
});

const jobId = '48c66c6002964721be537cdc6ce0297b';

/** A service with one build. Responses are functions of the request, or errors. */
function createService(
  respond: (name: string, url: URL) => unknown,
  apiVersion: 'v1' | 'v3' = 'v1',
): { run: (handle?: Partial<BuildHandle>) => BuildRun; requests: string[]; clock: TestClock } {
  const requests: string[] = [];
  const clock = createTestClock();
  const build = createClient({
    endpoint: 'http://service.localhost',
    credentials: { ak: 'AccessKey', sk: 'SecretKey' },
    clock,
    random: () => 0.5,
    fetch: (input) => {
      const url = new URL(input as string);
      const name = url.pathname.split('/').pop()!;
      requests.push(name);
      const response = respond(name, url);
      if (response instanceof Error) return Promise.reject(response);
      return Promise.resolve(response instanceof Response ? response : Response.json(response));
    },
  });
  return { run: (handle) => build.attachBuild({ jobId, buildNo: 3, apiVersion, ...handle }), requests, clock };
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

const running = { status: '', start_time: '2026-01-02T03:04:00Z' };
const finished = { ...running, status: 'SUCCESS', finish_time: '2026-01-02T03:04:05Z' };
const chunk = (log: string, start: number, hasMore: boolean) => ({
  result: { log, start_offset: start, end_offset: start + log.length, has_more: hasMore },
});
const unusable: [string, () => unknown][] = [
  ['HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['half JSON', () => new Response('{"result":', { headers: { 'content-type': 'application/json' } })],
  ['an empty body', () => new Response('')],
  ['204', () => new Response(null, { status: 204 })],
  ['null', () => null],
  ['no result', () => ({ status: 'success' })],
  ['a result of another type', () => ({ result: 'x' })],
  ['an array as result', () => ({ result: [] })],
  ['503', () => new Response('', { status: 503 })],
  ['a reset', () => new TypeError('fetch failed')],
];

describe.each(unusable)('%s', (_name, bad) => {
  const serve = (failures: number) => {
    let [records, reads] = [failures, failures];
    return createService((name, url) => {
      if (name === 'record-info') return records-- > 0 ? bad() : { result: finished };
      if (name === 'real-time-log') {
        const offset = Number(url.searchParams.get('start_offset'));
        return reads-- > 0 ? bad() : chunk(offset === 0 ? 'one\nFinished: SUCCESS\n' : '', offset, false);
      }
      return { result: {} };
    });
  };

  test('as record and log is tolerated five times in a row', async () => {
    expect(await collect(serve(5).run().log())).toEqual(['one', 'Finished: SUCCESS']);
    expect(await serve(5).run().wait()).toMatchObject({ status: 'SUCCESS' });
  });

  test('as record or log ends in an error the sixth time', async () => {
    await expect(serve(6).run().wait()).rejects.toHaveProperty('code');
    const service = createService((name) => (name === 'record-info' ? { result: finished } : bad()));
    await expect(collect(service.run().log())).rejects.toHaveProperty('code');
    expect(service.requests.filter((name) => name === 'real-time-log')).toHaveLength(6);
  });
});

describe('the log of a build', () => {
  test.each([401, 403, 404])('rejects at once after %i', async (status) => {
    const service = createService((name) =>
      name === 'record-info' ? { result: finished } : new Response('{}', { status }),
    );
    await expect(collect(service.run().log())).rejects.toMatchObject({ status });
    expect(service.requests.filter((name) => name === 'real-time-log')).toHaveLength(1);
  });

  test('continues over 429, which is no failed poll', async () => {
    let throttled = 20;
    const service = createService((name, url) => {
      if (throttled-- > 0) return new Response('{}', { status: 429, headers: { 'retry-after': '2' } });
      if (name === 'record-info') return { result: finished };
      const offset = Number(url.searchParams.get('start_offset'));
      return chunk(offset === 0 ? 'one\n' : '', offset, false);
    });
    expect(await collect(service.run().log())).toEqual(['one']);
  });

  test('ends only after two empty reads behind the end of the build, not before', async () => {
    const texts = ['a\n', '', '', 'b\n', '', ''];
    let reads = 0;
    const service = createService((name, url) => {
      if (name === 'record-info') return { result: reads < 3 ? running : finished };
      if (name !== 'real-time-log') return { result: {} };
      return chunk(texts[reads++] ?? '', Number(url.searchParams.get('start_offset')), false);
    });
    expect(await collect(service.run().log())).toEqual(['a', 'b']);
  });

  test('does not end with a closing line that the build printed itself', async () => {
    const texts = ['Finished: SUCCESS\n', '', 'more\n', '', '', 'Finished: SUCCESS\n'];
    let reads = 0;
    const service = createService((name, url) => {
      if (name === 'record-info') return { result: reads < 6 ? running : finished };
      if (name !== 'real-time-log') return { result: {} };
      return chunk(texts[reads++] ?? '', Number(url.searchParams.get('start_offset')), reads < 6);
    });
    expect(await collect(service.run().log())).toEqual(['Finished: SUCCESS', 'more', 'Finished: SUCCESS']);
  });

  test.each([
    ['says that nothing follows', false, 20_000],
    ['says for ever that more follows', true, 60_000],
  ])('without a closing line it notices the end in time if the service %s', async (_name, hasMore, withinMs) => {
    const lengthMs = 600_000;
    for (const endsAfterMs of [lengthMs, lengthMs + 3_000, lengthMs + 17_000]) {
      let noticedAt: number | undefined;
      const service = createService((name, url) => {
        const since = service.clock.now() - startedAt;
        const log = Array.from({ length: Math.floor(Math.min(since, endsAfterMs) / 1_000) }, () => 'a line\n').join('');
        const offset = Number(url.searchParams.get('start_offset'));
        if (name !== 'record-info') return chunk(log.slice(offset), offset, hasMore || since < endsAfterMs);
        if (since < endsAfterMs) return { result: running };
        noticedAt ??= since - endsAfterMs;
        return { result: finished };
      });
      const startedAt = service.clock.now();
      const lines = await collect(service.run().log());
      expect(lines).toHaveLength(endsAfterMs / 1_000);
      expect(noticedAt).toBeLessThanOrEqual(withinMs);
    }
  });

  test('ends 30 s after the end of the build if the service reports more lines for ever', async () => {
    let offset = 0;
    const service = createService((name) => {
      if (name === 'record-info') return { result: finished };
      offset += 10;
      return { result: { log: '', start_offset: offset - 10, end_offset: offset, has_more: true } };
    });
    const since = service.clock.now();
    const codes: string[] = [];
    for await (const event of service.run().follow()) if (event.type === 'note') codes.push(event.code);
    expect(codes).toEqual(['log-incomplete']);
    expect(service.clock.now() - since).toBeLessThan(60_000);
  });

  test('costs two requests for its last lines after the end, however long it is', async () => {
    const log = Array.from({ length: 200_000 }, (_, index) => `line ${index}\n`).join('');
    const service = createService((name) =>
      name === 'record-info' ? { result: { ...finished, build_record_id: 'r' } } : new Response(log),
    );
    expect(await collect(service.run().log({ tail: 2 }))).toEqual(['line 199998', 'line 199999']);
    expect(service.requests).toEqual(['record-info', 'download-log']);
  });

  test.each(unusable.filter(([name]) => ['HTML', '503', 'a reset'].includes(name)))(
    'tolerates %s five times in a row when it downloads its last lines',
    async (_name, bad) => {
      const serve = (failures: number) => {
        let left = failures;
        return createService((name) => {
          if (name === 'record-info') return { result: { ...finished, build_record_id: 'r' } };
          // Each read is retried twice by the pipeline, unless the response is a web page.
          return left-- > 0 ? bad() : new Response('one\ntwo\n');
        }).run();
      };
      expect(await collect(serve(5).log({ tail: 1 }))).toEqual(['two']);
      await expect(collect(serve(100).log({ tail: 1 }))).rejects.toThrow();
    },
  );

  test('continues at the position of a serialized handle, line by line', async () => {
    const log = 'one\ntwo\nthree\nfour\nfi';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), async (stops, size) => {
        const service = createService((name, url) => {
          if (name === 'record-info') return { result: finished };
          const offset = Number(url.searchParams.get('start_offset'));
          return chunk(log.slice(offset, offset + size), offset, offset + size < log.length);
        });
        const lines: string[] = [];
        let handle = JSON.stringify(service.run());
        for (const stop of [...stops, Infinity]) {
          const run = service.run(JSON.parse(handle) as BuildHandle);
          let taken = 0;
          if (stop > 0) {
            for await (const line of run.log()) {
              lines.push(line);
              if (++taken >= stop) break;
            }
          }
          handle = JSON.stringify(run);
        }
        expect(lines).toEqual(['one', 'two', 'three', 'four', 'fi']);
      }),
      { numRuns: 30 },
    );
  });

  test.each([2, 700, 1_500, 2_600])(
    'continues after line %i of a reader that is slower than another one of the same log',
    async (taken) => {
      const log = Array.from({ length: 3_000 }, (_, index) => `line ${index}\n`).join('');
      const service = createService((name, url) => {
        if (name === 'record-info') return { result: finished };
        const offset = Number(url.searchParams.get('start_offset'));
        return chunk(log.slice(offset, offset + 8_000), offset, offset + 8_000 < log.length);
      });
      const run = service.run();
      const slow = run.log();
      const lines = [(await slow.next()).value as string];
      expect(await collect(run.log({ offset: 0 }))).toHaveLength(3_000);
      while (lines.length < taken) lines.push((await slow.next()).value as string);
      const handle = JSON.parse(JSON.stringify(run)) as BuildHandle;
      const rest = await collect(service.run(handle).log());
      expect([...lines, ...rest].join('\n')).toBe(log.trimEnd());
    },
  );

  test('is read once for two readers that start together, and shares the record with wait', async () => {
    const service = createService((name, url) => {
      if (name === 'record-info') return { result: finished };
      const offset = Number(url.searchParams.get('start_offset'));
      return chunk(offset === 0 ? 'one\nFinished: SUCCESS\n' : '', offset, false);
    });
    const run = service.run();
    const [first, second] = await Promise.all([collect(run.log()), collect(run.log()), run.wait()]);
    expect(first).toEqual(['one', 'Finished: SUCCESS']);
    expect(second).toEqual(first);
    expect(service.requests).toEqual(['record-info', 'real-time-log']);
  });
});

describe('parseLogLine', () => {
  const line = (time: string, rest: string): string => `[${time}]${rest}`;
  const time = '2026/09/10 19:09:19.924 GMT+08:00';

  test.each([
    [' [INFO] [build:maven] : BUILD [SUCCESS]', 'BUILD [SUCCESS]', 'INFO', 'build:maven'],
    [' [ERROR]  : exit code 1', 'exit code 1', 'ERROR', undefined],
    [' [INTERNAL] : Execute the stage', 'Execute the stage', 'INTERNAL', undefined],
    [' [INFO] clear workspace dir', '[INFO] clear workspace dir', undefined, undefined],
    [
      ' [INFO] [代码检出:external_pre_checkout] : [WARN]DEV.CB.02101217',
      '[WARN]DEV.CB.02101217',
      'INFO',
      '代码检出:external_pre_checkout',
    ],
    [' Resume disabled', 'Resume disabled', undefined, undefined],
    ['  > git init', ' > git init', undefined, undefined],
    [' ', '', undefined, undefined],
    ['', '', undefined, undefined],
    [' [INFO] [build:maven] :', '', 'INFO', 'build:maven'],
    [' [CQ] x', '[CQ] x', undefined, undefined],
    [` text [${time}] more`, `text [${time}] more`, undefined, undefined],
  ])('splits %j behind a time', (rest, text, level, step) => {
    const whole = line(time, rest);
    expect(parseLogLine(whole)).toEqual({ line: whole, text, time: new Date('2026-09-10T11:09:19.924Z'), level, step });
  });

  test.each([
    ['Sep 14, 2026 02:29:38.001 GMT+08:00', '2026-09-13T18:29:38.001Z'],
    ['Sep 4, 2026 02:29:38.001 GMT+08:00', '2026-09-03T18:29:38.001Z'],
    ['Sep 14, 2026 02:29:38.001 PM GMT+08:00', '2026-09-14T06:29:38.001Z'],
    ['Sep 14, 2026, 2:29:38\u202fam GMT+08:00', '2026-09-13T18:29:38.000Z'],
    ['Sep 14, 2026 12:00:00 AM GMT+00:00', '2026-09-14T00:00:00.000Z'],
    ['Sep 14, 2026 12:00:00 PM GMT+00:00', '2026-09-14T12:00:00.000Z'],
    ['September 14, 2026 02:29:38 GMT+08:00', '2026-09-13T18:29:38.000Z'],
    ['2026/09/10 19:09:19.924 GMT', '2026-09-10T19:09:19.924Z'],
    ['2026/09/10 19:09:19.924 UTC', '2026-09-10T19:09:19.924Z'],
    ['2026/09/10 19:09:19 GMT-5', '2026-09-11T00:09:19.000Z'],
    ['2026/09/10 19:09:19.1 GMT+0530', '2026-09-10T13:39:19.100Z'],
  ])('reads the time %j', (at, expected) => {
    for (const [head, level] of [
      [' [INTERNAL] : ', 'INTERNAL'],
      [' ', undefined],
    ] as const) {
      const parsed = parseLogLine(`[${at}]${head}Execute the stage`);
      expect(parsed).toMatchObject({ time: new Date(expected), level, text: 'Execute the stage' });
    }
  });

  test.each([
    ['\uFEFF', ''],
    ['\x1b[0m', ''],
    ['\x1b[1;31m\x1b[m', ''],
    ['', '\r'],
    ['', '\r\n'],
    ['', '\n'],
  ])('reads a line between %j and %j', (before, after) => {
    for (const [rest, text, level] of [
      [' [INFO]  : x', 'x', 'INFO'],
      [' [INFO]  :', '', 'INFO'],
      [' ', '', undefined],
      ['', '', undefined],
      [' x', 'x', undefined],
    ] as const) {
      const parsed = parseLogLine(`${before}[${time}]${rest}${after}`);
      expect(parsed).toMatchObject({ text, level, time: new Date('2026-09-10T11:09:19.924Z') });
    }
    expect(parseLogLine(`${before}x${after}`).text).toBe(`${before}x`);
  });

  test.each([' [INFO] [a:b] : ', ' [INFO]  : ', ' ', ''])(
    'reads the last of two heads, of which the first ends with %j',
    (first) => {
      for (const [second, level, step] of [
        [' [ERROR] [c:d] : ', 'ERROR', 'c:d'],
        [' ', undefined, undefined],
      ] as const) {
        const line = `[2026/09/10 19:00:00.000 GMT+08:00]${first}[${time}]${second}x`;
        expect(parseLogLine(line)).toMatchObject({
          text: 'x',
          level,
          step,
          time: new Date('2026-09-10T11:09:19.924Z'),
        });
      }
    },
  );

  test.each(['[', ':', '[x]', 'a:[x]', 'a:', ']', '] :', `[${time}] `, '\x1b[0m', '\uFEFF', '\x1b[', '\r', ' '])(
    'splits a line of 500,000 characters of %j',
    (part) => {
      for (const start of ['', `[${time}]`, `[${time}] `, `[${time}] [INFO] [`, `[${time}] [INFO] [a:`]) {
        const line = start + part.repeat(500_000 / part.length);
        expect(parseLogLine(line).line).toBe(line);
        expect(isClosingLine(line)).toBe(false);
      }
    },
  );

  test.each([
    ...['  at Main.java:3', '', '[INFO] x', '[2026/13/45 10:00:00 GMT+08:00] x', 'Started by user jenkins'],
    ...['state: state_build_image_0.buildImage, status: error', '[2026-09-10 11:09:19 +0000] [7] [INFO] Starting'],
    ...['[2026/09/10 19:09:19] x', '[Sep 14, 2026 13:00:00 PM GMT+08:00] x', '[Sep 31, 2026 02:29:38 GMT+08:00] x'],
    ...['2026/09/10 19:09:19.924 GMT+08:00 x', '[2026/09/10 19:09:19.924 GMT+08:00 x', '[] : x', '\ud800', '\x1b[0m x'],
  ])('leaves %j as it is', (text) => {
    expect(parseLogLine(text)).toEqual({ line: text, text, time: undefined, level: undefined, step: undefined });
  });

  test('finds the time of every line of a real log that has one, and no other', () => {
    const lines = readFileSync('test/fixtures/build-log.log', 'utf8').trimEnd().split('\n');
    for (const real of lines) expect(parseLogLine(real).time !== undefined, real).toBe(/^\[(2026|Sep)/.test(real));
    expect(lines.map((real) => parseLogLine(real).text).filter((text) => /^ ?:|GMT.*\] \[INFO/.test(text))).toEqual([]);
  });

  describe('returns the parts of a generated line', () => {
    const level = fc.constantFrom('INFO', 'ERROR', 'WARNING', 'DEBUG', 'INTERNAL', 'FATAL');
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).filter((value) => !/[[\]\n:]/.test(value)),
      fc.constantFrom('代码检出', 'PRE_ENV', 'Build [JDK 17]', 'a: b', '上传软件包到软件发布库'),
    );
    const phase = fc.constantFrom('external_pre_checkout', 'slave_create', 'external_maven', 'x-1.2');
    const date = fc
      .date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
      .map((at) => ({ at, isEnglish: at.getTime() % 2 === 0 }));
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const format = ({ at, isEnglish }: { at: Date; isEnglish: boolean }): string => {
      const local = new Date(at.getTime() + 8 * 3_600_000).toISOString();
      const day = isEnglish
        ? `${months[Number(local.slice(5, 7)) - 1]!} ${String(Number(local.slice(8, 10)))}, ${local.slice(0, 4)}`
        : local.slice(0, 10).replaceAll('-', '/');
      return `[${day} ${local.slice(11, 23)} GMT+08:00]`;
    };
    /** Text that is no head, among it what looks like one. */
    const text = fc.oneof(
      fc.string({ maxLength: 30, unit: 'grapheme' }).filter((value) => !/^ ?\[|^ {1,2}:|\n/.test(value)),
      fc.constantFrom(
        ...['', ' > git init', '[INFO] clear workspace dir', '[INFO] [a] b', '[ERROR] [x] : y', '[WARN]DEV.CB.0', '[]'],
        ...['[INFO]: x', '[INFO]', '[info]  : x', '[INFO] ------', 'echo [INFO] [a:b] : c', ': x', '[2026/09/10] x'],
      ),
      date.map((time) => `password**** ${format(time)} [INFO]  : scmType is git`),
    );

    test('with a head', () => {
      fc.assert(
        fc.property(date, fc.option(level), fc.option(fc.tuple(name, phase)), text, (time, word, parts, rest) => {
          const step = word !== null && parts ? parts.join(':') : undefined;
          const head = word === null ? '' : step === undefined ? ` [${word}]  :` : ` [${word}] [${step}] :`;
          const line = `${format(time)}${head} ${rest}`;
          expect(parseLogLine(line)).toEqual({ line, text: rest, time: time.at, level: word ?? undefined, step });
        }),
      );
    });

    test('with the heads of empty lines before its own', () => {
      fc.assert(
        fc.property(fc.array(date, { minLength: 1, maxLength: 3 }), text, (times, rest) => {
          const line = `${times.map(format).join(' ')} ${rest}`;
          expect(parseLogLine(line)).toMatchObject({ text: rest, time: times.at(-1)?.at, level: undefined });
        }),
      );
    });

    test('without a head', () => {
      fc.assert(
        fc.property(text, (line) => {
          expect(parseLogLine(line)).toEqual({ line, text: line, time: undefined, level: undefined, step: undefined });
        }),
      );
    });
  });

  test.each(['zh', 'en'] as const)('splits every line of the sandbox (%s)', async (language) => {
    const sandbox = createSandbox({ clock: 'manual', language });
    const levels = new Set<string | undefined>();
    const steps = new Set<string | undefined>();
    let untimed = 0;
    for (const build of sandbox.state.records.values()) {
      for (const line of formatLog(listLogLines(build, sandbox.clock.now()), 'DEBUG').split('\n')) {
        const { text, time, level, step } = parseLogLine(line);
        expect(time === undefined, line).toBe(!/^\[[^\]]* GMT\+08:00\]/.test(line));
        expect(text, line).not.toMatch(/^\[[^\]]*GMT|^ ?:|^\[\w+\] ( :|\[[^\]]*:)/);
        expect(line.endsWith(text)).toBe(true);
        untimed += time === undefined ? 1 : 0;
        levels.add(level);
        steps.add(step);
      }
    }
    await sandbox.close();
    const checkout = language === 'zh' ? '代码检出' : 'Code checkout';
    expect([...steps]).toEqual(expect.arrayContaining([undefined, 'PRE_ENV:slave_create', `${checkout}:checkout`]));
    expect(levels.size).toBe(language === 'zh' ? 5 : 6);
    expect(untimed).toBeGreaterThan(20);
  });

  test('never throws, and keeps the line', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseLogLine(text).line).toBe(text);
      }),
    );
  });
});

test.each([
  ['Finished: FAILURE', true],
  ['[2026/09/10 19:09:19.924 GMT+08:00] [INFO]  : Finished: SUCCESS', true],
  ['[2026/09/10 19:09:19.924 GMT+08:00] [INFO] Finished: SUCCESS', true],
  ['echo Finished: SUCCESS', false],
  ['Finished: SUCCESS, with warnings', false],
])('%j is a closing line: %s', (text, expected) => {
  expect(isClosingLine(text)).toBe(expected);
});
