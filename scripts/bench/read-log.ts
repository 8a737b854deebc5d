/** The compared log readers. Each returns the number of bytes or lines. */
import { createClient } from 'codearts-build';

/** `bare` is `fetch` without the client. */
export type LogReaderName = 'bare' | 'body' | 'lines';

async function countBytes(body: ReadableStream<Uint8Array>): Promise<number> {
  let bytes = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes += value.byteLength;
  }
}

/** Creates functions that read a log of the given length from a server. */
export function createLogReaders(url: string): Record<LogReaderName, (bytes: number) => Promise<number>> {
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
