import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { collectBody, MAX_BODY_BYTES, parseJson } from '../../src/sandbox/body.js';

async function* chunksOf(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

describe('collectBody', () => {
  test('joins chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.integer({ min: 0, max: 200_000 }).map((length) => Buffer.alloc(length, String(length))),
          { maxLength: 6 },
        ),
        async (chunks) => {
          expect(Buffer.from((await collectBody(chunksOf(...chunks)))!).equals(Buffer.concat(chunks))).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('keeps no chunk: one that the source reuses for all its bytes is copied', async () => {
    const size = 300_000;
    async function* source(): AsyncGenerator<Uint8Array> {
      const chunk = new Uint8Array(1);
      for (let at = 0; at < size; at += 1) {
        chunk[0] = at % 251;
        yield await Promise.resolve(chunk);
      }
    }
    const body = (await collectBody(source()))!;
    expect(body.byteLength).toBe(size);
    expect(body.every((byte, at) => byte === at % 251)).toBe(true);
  });

  test('returns a body up to the limit, and nothing beyond it', async () => {
    expect((await collectBody(chunksOf(new Uint8Array(MAX_BODY_BYTES))))?.byteLength).toBe(MAX_BODY_BYTES);
    expect(await collectBody(chunksOf(new Uint8Array(MAX_BODY_BYTES), new Uint8Array(1)))).toBeUndefined();
  });
});

describe('parseJson', () => {
  const parse = (text: string): unknown => parseJson(new TextEncoder().encode(text));

  test('parses what JSON.stringify returns', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(parse(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each(['[', '{"a":'])('accepts 100 levels of %s and rejects more', (open) => {
    const nest = (levels: number): string => `${open.repeat(levels)}1${(open === '[' ? ']' : '}').repeat(levels)}`;
    expect(() => parse(nest(100))).not.toThrow();
    for (const levels of [101, 6_000, 200_000]) expect(() => parse(nest(levels))).toThrow(/100 levels$/);
  });

  test('counts no brackets in strings', () => {
    const value = { text: `${'['.repeat(200)}\\"${'{'.repeat(200)}` };
    expect(parse(JSON.stringify(value))).toEqual(value);
  });

  test.each([['{'], ['\ufeff{}x'], ['undefined']])('rejects %j', (text) => {
    expect(() => parse(text)).toThrow(new TypeError('the body must be JSON'));
  });

  test('rejects what is not UTF-8', () => {
    expect(() => parseJson(new Uint8Array([0x22, 0xff, 0x22]))).toThrow(TypeError);
  });
});
