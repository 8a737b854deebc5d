/** Splits bytes or text into lines, however they are divided into chunks. */

/** Joins chunks. A single one is returned as it is. */
export function concatBytes(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Accepts chunks and returns the complete lines. */
export interface LineDecoder<Chunk> {
  /** Returns the lines that this chunk completes, without their line ends. */
  push(chunk: Chunk): string[];
  /** Returns the start of an incomplete line. */
  rest(): string;
  /** Returns the last line, if it has no line end. */
  flush(): string[];
}

/** Lines end with LF or CRLF. A lone CR belongs to its line. */
export function createLineDecoder(): LineDecoder<string> {
  /** The start of an incomplete line, in pieces: joining a long line at each chunk would take quadratic time. */
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
 * The same for UTF-8 bytes. Only whole lines are decoded, so that no character is split; this is also several times faster than decoding a stream. The byte of
 * a line end is part of no other character.
 */
export function createByteLineDecoder(): LineDecoder<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const lines = createLineDecoder();
  let pieces: Uint8Array[] = [];
  let started = false;

  function take(): string {
    const text = decoder.decode(concatBytes(pieces));
    pieces = [];
    const hasMark = !started && text.startsWith('\uFEFF');
    started ||= text !== '';
    return hasMark ? text.slice(1) : text;
  }

  return {
    push(chunk) {
      const end = chunk.lastIndexOf(LF) + 1;
      if (end > 0) pieces.push(chunk.subarray(0, end));
      const whole = end > 0 ? lines.push(take()) : [];
      if (end < chunk.byteLength) pieces.push(chunk.subarray(end));
      return whole;
    },
    rest: () => decoder.decode(concatBytes(pieces)),
    flush: () => [...lines.push(take()), ...lines.flush()],
  };
}
