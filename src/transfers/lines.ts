/** Cuts bytes or text into lines, however they are divided into chunks. */
import { concat } from '../bytes.js';

/** Takes chunks, gives the lines that are complete. */
export interface LineDecoder<Chunk> {
  /** The lines that this chunk completes, without their ends. */
  push(chunk: Chunk): string[];
  /** The beginning of a line whose end has not come. */
  rest(): string;
  /** What is left at the end, where the last line has no end. */
  flush(): string[];
}

/** Lines end with LF or CRLF. A lone CR belongs to its line. */
export function createLineDecoder(): LineDecoder<string> {
  /** The beginning of a line whose end has not come. Kept in pieces, since joining a long line at each chunk would take quadratic time. */
  let pieces: string[] = [];
  const rest = (): string => pieces.join('');
  return {
    push(chunk) {
      const lines = chunk.split('\n');
      const last = lines.pop()!;
      if (lines.length > 0 && pieces.length > 0) {
        lines[0] = rest() + lines[0]!;
        pieces = [];
      }
      if (last !== '') pieces.push(last);
      return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    },
    rest,
    flush() {
      const line = rest();
      pieces = [];
      return line === '' ? [] : [line];
    },
  };
}

const LF = 10;

/**
 * The same for UTF-8. No character is split, since only whole lines are decoded, which is also several times faster than decoding a stream: the byte
 * of a line's end is part of no other character.
 */
export function createByteLineDecoder(): LineDecoder<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const lines = createLineDecoder();
  let pieces: Uint8Array[] = [];
  let begun = false;

  function take(): string {
    const text = decoder.decode(concat(pieces));
    pieces = [];
    const marked = !begun && text.startsWith('\uFEFF');
    begun ||= text !== '';
    return marked ? text.slice(1) : text;
  }

  return {
    push(chunk) {
      const end = chunk.lastIndexOf(LF) + 1;
      if (end > 0) pieces.push(chunk.subarray(0, end));
      const whole = end > 0 ? lines.push(take()) : [];
      if (end < chunk.byteLength) pieces.push(chunk.subarray(end));
      return whole;
    },
    rest: () => decoder.decode(concat(pieces)),
    flush: () => [...lines.push(take()), ...lines.flush()],
  };
}
