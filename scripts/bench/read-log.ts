/** The ways to read a log that are compared. Each returns how many bytes or lines there were. */
import { createClient } from 'codearts-build';

/** `bare` is fetch alone. */
export type ReadingWay = 'bare' | 'body' | 'lines';

async function countBytes(body: ReadableStream<Uint8Array>): Promise<number> {
  let bytes = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes += value.byteLength;
  }
}

/** What reads a log of so many bytes from a server, one way or another. */
export function createLogReaders(url: string): Record<ReadingWay, (bytes: number) => Promise<number>> {
  const credentials = { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
  const build = createClient({ endpoint: url, credentials });
  const download = (bytes: number) => build.downloadBuildFullLog({ record_id: String(bytes) });
  return {
    bare: async (bytes) => countBytes((await fetch(`${url}/${String(bytes)}`)).body!),
    body: async (bytes) => countBytes((await download(bytes)).body),
    async lines(bytes) {
      let lines = 0;
      for await (const line of (await download(bytes)).lines()) if (line.length > 0) lines += 1;
      return lines;
    },
  };
}
