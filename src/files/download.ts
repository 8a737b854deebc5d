/** A file that an operation returns, as a stream and in other forms. */
import { createByteLineDecoder } from './lines.js';

/** The bytes that an operation returned, as a stream. They can be read once. */
export interface Download {
  /** The bytes, as they arrive. */
  readonly body: ReadableStream<Uint8Array>;
  /** Media type, from the header `Content-Type`. */
  readonly contentType: string | undefined;
  /** File name, from the header `Content-Disposition`: without folders, and safe to use on every system. */
  readonly fileName: string | undefined;
  /** Number of bytes, if the service reports it. */
  readonly size: number | undefined;
  /** Reads everything as UTF-8 text. */
  text(): Promise<string>;
  /** Reads everything into memory. */
  bytes(): Promise<Uint8Array>;
  /** Iterates over the lines, without their line ends. */
  lines(): AsyncIterableIterator<string>;
}

/** Splits a header into its parameters, by semicolons outside of quotes. Names are in lower case. */
function parseParameters(header: string): Map<string, string> {
  const parameters = new Map<string, string>();
  let quoted = false;
  let start = 0;
  for (let index = 0; index <= header.length; index += 1) {
    const char = header[index];
    if (char === '\\' && quoted) index += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === undefined || (char === ';' && !quoted)) {
      const part = header.slice(start, index);
      start = index + 1;
      const equals = part.indexOf('=');
      const name = part.slice(0, Math.max(equals, 0)).trim().toLowerCase();
      if (name !== '' && !parameters.has(name)) parameters.set(name, part.slice(equals + 1).trim());
    }
  }
  return parameters;
}

/** Servers send UTF-8 as it is; fetch reads each byte as one character. */
function repairUtf8(text: string): string {
  if (!/[\x80-\xff]/.test(text) || /[^\x00-\xff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  } catch {
    return text; // it is Latin-1
  }
}

/** Decodes `UTF-8''name`, `ISO-8859-1''name` and others (RFC 8187). Undefined if it is malformed or the charset is unknown. */
function decodeExtended(value: string): string | undefined {
  const [, charset, encoded] = /^"?([\w.-]+)'[^']*'([^"]*)"?$/.exec(value) ?? [];
  if (charset === undefined || encoded === undefined || /[^\x00-\xff]/.test(encoded)) return undefined;
  const bytes = encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  try {
    return new TextDecoder(charset, { fatal: true }).decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Names that Windows reserves for devices, with any extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³]) *(\.|$)/i;

/** Longest name that file systems accept, in bytes. */
const MAX_NAME_BYTES = 255;

/** Keeps the end of a long name, since it has the extension. */
function shorten(name: string): string {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= MAX_NAME_BYTES) return name;
  // The first character may be cut.
  return new TextDecoder().decode(bytes.subarray(-MAX_NAME_BYTES)).replace(/^\ufffd+/, '');
}

/**
 * Drops folders, control and direction characters, halves of surrogate pairs, leading dots, trailing dots and spaces, and names of devices. Characters that
 * Windows does not accept become `_`.
 */
function toSafeName(name: string): string | undefined {
  const last = name.split(/[/\\]/).pop() ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '');
  const short = shorten(clean).replace(/^[.\s]+/, '');
  return short === '' || DEVICE_NAME.test(short) ? undefined : short;
}

/** Returns the proposed file name. `filename*` takes precedence over `filename`. */
function fileNameOf(header: string | null): string | undefined {
  if (header === null) return undefined;
  const parameters = parseParameters(header);
  const extended = parameters.get('filename*');
  const plain = parameters.get('filename');
  const quoted = plain === undefined ? undefined : /^"(.*)"$/.exec(plain)?.[1]?.replace(/\\(.)/g, '$1');
  const name = (extended === undefined ? undefined : decodeExtended(extended)) ?? repairUtf8(quoted ?? plain ?? '');
  return toSafeName(name);
}

/** Iterates over lines. An async generator would do the same in three lines, and take longer to return a line than to find it. */
function readLines(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncIterableIterator<string> {
  const decoder = createByteLineDecoder();
  let lines: string[] = [];
  let next = 0;
  let ended = false;
  /** Calls of `next` before a line is available are served in order. */
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

/** Returns the value of `Content-Length` if it is the number of bytes that the body will have. */
export function contentLengthOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  // The length of a compressed body is not that of its content.
  return length !== null && /^\d{1,15}$/.test(length) && !headers.has('content-encoding') ? Number(length) : undefined;
}

/** Wraps a response whose body was not read. */
export function createDownload(response: Response): Download {
  const { headers } = response;
  const body = response.body ?? new Response(new Uint8Array()).body!;
  const whole = (): Response => new Response(body);
  return {
    body,
    contentType: headers.get('content-type') ?? undefined,
    fileName: fileNameOf(headers.get('content-disposition')),
    size: contentLengthOf(response),
    text: () => whole().text(),
    bytes: async () => new Uint8Array(await whole().arrayBuffer()),
    lines: () => readLines(body.getReader()),
  };
}
