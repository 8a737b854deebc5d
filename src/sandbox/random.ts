/** A seeded random source. */

/** A random source that produces the same values for the same seed. */
export interface Random {
  /** Returns a number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** Returns `length` characters of an alphabet. */
  text(length: number, alphabet: string): string;
  /** Returns lower-case hexadecimal digits, for the IDs of tasks and projects. Defaults to 32 digits. */
  hex(length?: number): string;
  /** Returns a UUID of version 4. */
  uuid(): string;
  /** Returns the current position: a seed with which another source continues. */
  position(): number;
}

const HEX = '0123456789abcdef';

/** Returns the 32-bit FNV-1a hash of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Creates a random source (mulberry32, with 32 bits of state: sufficient for IDs and jitter, not for secrets). */
export function createRandom(seed: number | string): Random {
  let state = typeof seed === 'number' ? seed >>> 0 : hashText(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const text = (length: number, alphabet: string): string => {
    let result = '';
    while (result.length < length) result += alphabet.charAt(Math.floor(next() * alphabet.length));
    return result;
  };
  const hex = (length = 32): string => text(length, HEX);
  return {
    next,
    text,
    hex,
    position: () => state,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${text(1, '89ab')}${hex(3)}-${hex(12)}`,
  };
}
