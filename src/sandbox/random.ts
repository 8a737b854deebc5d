/** Chance that is the same on every run with the same seed. */

/** A source of chance. */
export interface Random {
  /** A number from 0 up to 1. */
  next(): number;
  /** `length` characters out of an alphabet. */
  text(length: number, alphabet: string): string;
  /** Lower-case hexadecimal digits, 32 where no length is given: the ids of tasks and projects. */
  hex(length?: number): string;
  /** An id in the form of a UUID of version 4. */
  uuid(): string;
  /** Where it stands: a seed with which another source goes on. */
  position(): number;
}

const HEX = '0123456789abcdef';

/** A number of 32 bits that stands for a text: FNV-1a. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Creates a source of chance (mulberry32: 32 bits of state, plenty for ids and jitter, and nothing for secrets). */
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
