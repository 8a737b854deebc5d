/** Counts bytes on their way. */
import type { ProgressListener } from '../contract.js';

const CHUNK_BYTES = 64 * 1024;

/** Only these send a body that is a stream with the length that is named, not in chunks, which signed services refuse. */
const sendsMeasuredStreams = (): boolean =>
  typeof process === 'object' &&
  typeof process.versions === 'object' &&
  Boolean(process.versions.node) &&
  !('Deno' in globalThis);

/** What to give to fetch for a body whose sending is watched. */
export interface WatchedBody {
  init: RequestInit & { duplex?: 'half' };
  headers: Record<string, string>;
  /** To be called when the answer has come. */
  done: () => void;
}

/** Tells how much of a body has been handed to the connection. Where a runtime does not say, it tells the beginning and the end. */
export function watchUpload(bytes: Uint8Array, listener: ProgressListener): WatchedBody {
  const total = bytes.byteLength;
  let told = 0;
  const tell = (sent: number): void => {
    told = sent;
    listener({ bytes: sent, total });
  };
  tell(0);
  const done = (): void => {
    if (told < total) tell(total);
  };
  if (!sendsMeasuredStreams()) return { init: { body: bytes as BodyInit }, headers: {}, done };
  let at = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = bytes.subarray(at, at + CHUNK_BYTES);
        at += chunk.byteLength;
        controller.enqueue(chunk);
        tell(at);
        if (at >= total) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { init: { body, duplex: 'half' }, headers: { 'Content-Length': String(total) }, done };
}
