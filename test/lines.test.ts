import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineDecoder } from '../src/lines.js';

/** Cuts a value at the given places. */
function cut<T extends { slice(from: number, to?: number): T; length: number }>(
  value: T,
  places: readonly number[],
): T[] {
  const ends = [...places.map((place) => place % (value.length + 1)), value.length].sort((a, b) => a - b);
  return ends.map((end, index) => value.slice(index === 0 ? 0 : ends[index - 1]!, end));
}

describe('createLineDecoder', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '构', '😀', '\n', '\r\n', '\r', ' ') });

  test('gives the same lines, however bytes are divided', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat()), (whole, places) => {
        const decoder = createLineDecoder();
        const chunks = cut(new TextEncoder().encode(whole), places);
        const lines = [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.flush()];
        const expected = whole
          .split('\n')
          .map((line, index, all) => (index < all.length - 1 ? line.replace(/\r$/, '') : line));
        if (expected.at(-1) === '') expected.pop();
        expect(lines).toEqual(expected);
      }),
    );
  });

  test('gives the same lines, however text is divided, inside a surrogate pair too', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat()), (whole, places) => {
        const decode = (chunks: string[]): string[] => {
          const decoder = createLineDecoder();
          return [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.flush()];
        };
        const chars = Array.from({ length: whole.length }, (_, index) => whole[index]!);
        expect(decode(cut(chars, places).map((part) => part.join('')))).toEqual(decode([whole]));
      }),
    );
  });

  test('tells the beginning of a line whose end has not come', () => {
    const decoder = createLineDecoder();
    expect(decoder.push('one\ntw')).toEqual(['one']);
    expect(decoder.rest()).toBe('tw');
    expect(decoder.push('o\n')).toEqual(['two']);
    expect(decoder.rest()).toBe('');
  });

  test('takes a line of a megabyte in chunks of 16 bytes', () => {
    const decoder = createLineDecoder();
    const chunk = new Uint8Array(16).fill(97);
    for (let chunks = 0; chunks < 65_536; chunks += 1) expect(decoder.push(chunk)).toEqual([]);
    expect(decoder.push('\n')[0]).toHaveLength(1024 * 1024);
  });
});
