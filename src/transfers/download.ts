/** The bytes of an answer, as a stream and in the forms that people ask for. */
import type { Download } from '../contract.js';
import { createByteLineDecoder } from './lines.js';

/** The proposed name of a file. RFC 5987's `filename*` goes before `filename`; folders in it are dropped. */
function fileNameOf(header: string | null): string | undefined {
  if (header === null) return undefined;
  const extended = /filename\*\s*=\s*(?:UTF-8)?'[^']*'([^;]+)/i.exec(header)?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(header);
  let name = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2];
  if (extended !== undefined) {
    try {
      name = decodeURIComponent(extended.trim());
    } catch {
      // a name that is wrongly encoded is as good as none
    }
  }
  const last = name?.trim().split(/[/\\]/).pop();
  return last === undefined || ['', '.', '..'].includes(last) ? undefined : last;
}

/**
 * Reads line by line. An async generator would do the same in three lines, and take longer to hand out a line than to find it.
 */
function readLines(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncIterableIterator<string> {
  const decoder = createByteLineDecoder();
  let lines: string[] = [];
  let next = 0;
  let ended = false;
  /** Whoever asks before there is a line is served in turn. */
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const leave = (): void => {
    waiting -= 1;
  };

  async function readOn(): Promise<IteratorResult<string, undefined>> {
    try {
      while (next >= lines.length) {
        if (ended) return { done: true, value: undefined };
        const { done, value } = await reader.read();
        ended = done;
        lines = done ? decoder.flush() : decoder.push(value);
        next = 0;
      }
    } catch (error) {
      ended = true;
      throw error;
    }
    return { done: false, value: lines[next++]! };
  }

  return {
    next() {
      if (waiting === 0 && next < lines.length) return Promise.resolve({ done: false, value: lines[next++]! });
      waiting += 1;
      const turn = last.then(readOn);
      last = turn.then(leave, leave);
      return turn;
    },
    async return() {
      [ended, lines, next] = [true, [], 0];
      await reader.cancel().catch(() => {});
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Wraps an answer whose body has not been read. */
export function createDownload(response: Response): Download {
  const { headers } = response;
  const length = headers.get('content-length');
  const body = response.body ?? new Response(new Uint8Array()).body!;
  const whole = (): Response => new Response(body);
  return {
    body: body,
    contentType: headers.get('content-type') ?? undefined,
    fileName: fileNameOf(headers.get('content-disposition')),
    // The length of a compressed answer is not that of what comes out of it.
    size: length !== null && /^\d+$/.test(length) && !headers.has('content-encoding') ? Number(length) : undefined,
    text: () => whole().text(),
    bytes: async () => new Uint8Array(await whole().arrayBuffer()),
    lines: () => readLines(body.getReader()),
  };
}
