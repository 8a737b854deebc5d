import { untilAborted } from '../abort.js';
import { concat } from '../bytes.js';

/** Reads a body into memory, up to a limit; what is beyond is left unread, and the connection is let go. */
export async function readUpTo(
  limit: number,
  response: Response,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  if (!response.body) return undefined;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  async function readChunks(): Promise<void> {
    while (size < limit) {
      const { done, value } = await reader.read();
      if (done) return;
      chunks.push(value);
      size += value.byteLength;
    }
  }
  try {
    await untilAborted(readChunks(), signal);
  } finally {
    reader.cancel().catch(() => {});
  }
  return concat(chunks).subarray(0, limit);
}
