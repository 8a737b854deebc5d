/** Reads and parses request bodies. */

/** Maximum size of a signed body at the gateway. */
export const MAX_SIGNED_BYTES = 12 * 1024 * 1024;

/** Maximum size of a body that the sandbox keeps. The gateway's limit for requests with a token is undocumented. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Reading stops when a body exceeds this size. */
const MAX_READ_BYTES = 256 * 1024 * 1024;

/** Maximum nesting of JSON. What is deeper cannot be validated, copied and serialized by recursive code. */
const MAX_DEPTH = 100;

const FIRST_BYTES = 64 * 1024;

/**
 * Joins the chunks of a body in one growing buffer, so that many small chunks need no more memory than their bytes. Returns undefined if it
 * exceeds `MAX_BODY_BYTES`. Reads it to the end all the same, up to `MAX_READ_BYTES`, since a client that still sends does not read the
 * response.
 */
export async function collectBody(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  let buffer = new Uint8Array(0);
  let size = 0;
  for await (const chunk of chunks) {
    const end = size + chunk.byteLength;
    if (end > MAX_READ_BYTES) return undefined;
    if (end <= MAX_BODY_BYTES) {
      if (end > buffer.byteLength) {
        const larger = new Uint8Array(Math.min(MAX_BODY_BYTES, Math.max(FIRST_BYTES, 2 * end)));
        larger.set(buffer.subarray(0, size));
        buffer = larger;
      }
      buffer.set(chunk, size);
    } else buffer = new Uint8Array(0);
    size = end;
  }
  return size > MAX_BODY_BYTES ? undefined : buffer.subarray(0, size);
}

/** Returns whether a JSON text is nested deeper than `MAX_DEPTH`. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    } else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return false;
}

/** Parses a JSON body. @throws TypeError if it is not JSON in UTF-8, or nested too deep. */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new TypeError('the body must be JSON');
  }
  if (isTooDeep(text)) throw new TypeError(`the body must be JSON of up to ${String(MAX_DEPTH)} levels`);
  return value;
}

/** Returns the media type of a body without its parameters; empty if the header is missing. */
export const mediaType = (headers: Headers): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
