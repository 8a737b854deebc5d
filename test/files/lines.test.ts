import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import { createByteLineDecoder, createLineDecoder, type LineDecoder } from '../../src/files/lines.js';

/** Cuts a value at the given places. */
function cut<T extends { slice(from: number, to?: number): T; length: number }>(
  value: T,
  places: readonly number[],
): T[] {
  const ends = [...places.map((place) => place % (value.length + 1)), value.length].sort((a, b) => a - b);
  return ends.map((end, index) => value.slice(index === 0 ? 0 : ends[index - 1]!, end));
}

const linesOf = (whole: string): string[] => {
  const lines = whole.split('\n');
  const last = lines.pop()!;
  return [...lines.map((line) => line.replace(/\r$/, '')), ...(last === '' ? [] : [last])];
};

describe('lines', () => {
  const unit = fc.constantFrom('a', 'é', '构', '😀', '\uFEFF', '\n', '\r\n', '\r', ' ');
  const text = fc.string({ unit });

  test('of bytes are the same in any division into chunks; a byte order mark at the start is dropped', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat()), (whole, places) => {
        const decoder = createByteLineDecoder();
        const chunks = cut(new TextEncoder().encode(whole), places);
        const lines = [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.flush()];
        expect(lines).toEqual(linesOf(whole.replace(/^\uFEFF/, '')));
      }),
    );
  });

  test('of invalid UTF-8 are those of decoding everything at once', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.array(fc.nat()), (bytes, places) => {
        const decoder = createByteLineDecoder();
        const lines = [...cut(bytes, places).flatMap((chunk) => decoder.push(chunk)), ...decoder.flush()];
        expect(lines).toEqual(linesOf(new TextDecoder().decode(bytes)));
      }),
    );
  });

  test('of text are the same in any division into chunks, also inside a surrogate pair', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat()), (whole, places) => {
        const decoder = createLineDecoder();
        const chars = Array.from({ length: whole.length }, (_, index) => whole[index]!);
        const chunks = cut(chars, places).map((part) => part.join(''));
        expect([...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.flush()]).toEqual(linesOf(whole));
      }),
    );
  });

  test.each([
    ['text', createLineDecoder, (chunk: string) => chunk],
    ['bytes', createByteLineDecoder, (chunk: string) => new TextEncoder().encode(chunk)],
  ] as const)('of %s tell the beginning of a line whose end has not come', (_, create, encode) => {
    const decoder = create() as LineDecoder<string | Uint8Array>;
    expect(decoder.push(encode('one\ntw'))).toEqual(['one']);
    expect(decoder.rest()).toBe('tw');
    expect(decoder.push(encode('o\n'))).toEqual(['two']);
    expect(decoder.rest()).toBe('');
  });

  test('of a megabyte are read in chunks of 16 bytes', () => {
    const decoder = createByteLineDecoder();
    const chunk = new Uint8Array(16).fill(97);
    for (let chunks = 0; chunks < 65_536; chunks += 1) expect(decoder.push(chunk)).toEqual([]);
    expect(decoder.push(new Uint8Array([10]))[0]).toHaveLength(1024 * 1024);
  });
});
