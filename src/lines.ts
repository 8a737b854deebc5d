/** Cuts bytes or text into lines, however they are divided into chunks. */

/** Takes chunks, gives the lines that are complete. */
export interface LineDecoder {
  /** The lines that this chunk completes, without their ends. */
  push(chunk: Uint8Array | string): string[];
  /** The beginning of a line whose end has not come. */
  rest(): string;
  /** What is left at the end, where the last line has no end. */
  flush(): string[];
}

/** Lines end with LF or CRLF. A lone CR belongs to its line. Bytes are UTF-8, and a character that is split between two chunks is put together. */
export function createLineDecoder(): LineDecoder {
  const decoder = new TextDecoder();
  /** The beginning of a line whose end has not come. Kept in pieces, since joining a long line at each chunk would take quadratic time. */
  let pieces: string[] = [];

  function cut(text: string): string[] {
    const lines: string[] = [];
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      pieces.push(text.slice(from, at));
      const line = pieces.length === 1 ? pieces[0]! : pieces.join('');
      lines.push(line.endsWith('\r') ? line.slice(0, -1) : line);
      pieces = [];
      from = at + 1;
    }
    if (from < text.length) pieces.push(text.slice(from));
    return lines;
  }

  return {
    push: (chunk) => cut(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })),
    rest: () => pieces.join(''),
    flush() {
      const lines = cut(decoder.decode());
      const rest = pieces.join('');
      pieces = [];
      return rest === '' ? lines : [...lines, rest];
    },
  };
}
