/** Bodies of answers, read into memory. */
import { untilAborted } from './abort.js';
import { concat } from './bytes.js';

/** Reads a body into memory, up to a limit; what is beyond is left unread, and the connection is let go. */
export async function readBody(
  response: Response,
  signal: AbortSignal,
  limit = Infinity,
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

/** Statuses that cannot have a body. */
const BODILESS = [204, 205, 304];

/** The same answer with its body in memory. */
export function withBody(response: Response, bytes: Uint8Array | undefined): Response {
  const { status, statusText, headers } = response;
  const body = bytes === undefined || BODILESS.includes(status) ? null : (bytes as BodyInit);
  // A browser hides a redirect that is not followed behind the status 0.
  return new Response(body, { status: status === 0 ? 302 : status, statusText, headers });
}

/** What is neither JSON nor text that a person reads is handed on as a stream, where nobody said otherwise. */
export const looksBinary = ({ headers }: Response): boolean =>
  !/json|^text\//i.test(headers.get('content-type') ?? 'application/json');
