/** The bytes of an answer, as a stream and in the forms that people ask for. */
import type { Download } from './contract.js';
import { createLineDecoder } from './lines.js';

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
    async *lines() {
      const decoder = createLineDecoder();
      const reader = (body as ReadableStream<Uint8Array>).getReader();
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          yield* decoder.push(value);
        }
        yield* decoder.flush();
      } finally {
        await reader.cancel().catch(() => {});
      }
    },
  };
}
