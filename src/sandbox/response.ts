/** Answers on their way: what may become of them on a wire, and how they are handed to a caller in the same process. */

/** How an answer goes over the wire. */
export type Delivery =
  | { kind: 'complete' }
  /** Nothing is answered: the connection is reset. */
  | { kind: 'reset' }
  /** So many bytes of the body come, and then nothing; without a number not even the headers. */
  | { kind: 'stall'; afterBytes: number | undefined }
  /** The connection ends after so many bytes of the body. */
  | { kind: 'truncate'; afterBytes: number };

/** An answer before it is put on a wire. */
export interface SandboxResponse {
  status: number;
  headers: Headers;
  body: Uint8Array | undefined;
  /** What becomes of it on the wire. */
  delivery: Delivery;
}

/** What a fetch rejects with where the connection breaks. */
const connectionError = (message: string, code: string): TypeError =>
  new TypeError(message, { cause: Object.assign(new Error(message), { code }) });

/** Never resolves; rejects with the signal's reason. */
const hang = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** A body of which only the beginning comes. */
function partialBody(bytes: Uint8Array, then: (controller: ReadableStreamDefaultController) => void): ReadableStream {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (!sent && bytes.byteLength > 0) {
        sent = true;
        controller.enqueue(bytes);
        return;
      }
      then(controller);
    },
  });
}

/** Turns an answer into a Response, or into the way in which a fetch fails. */
export async function toFetchResponse(response: SandboxResponse, signal: AbortSignal): Promise<Response> {
  const { status, headers, body, delivery } = response;
  const create = (content: BodyInit | null): Response => new Response(content, { status, headers });
  switch (delivery.kind) {
    case 'complete':
      return create((body ?? null) as BodyInit | null);
    case 'reset':
      throw connectionError('fetch failed', 'ECONNRESET');
    case 'truncate': {
      const part = body?.subarray(0, delivery.afterBytes) ?? new Uint8Array();
      return create(
        partialBody(part, (controller) => controller.error(connectionError('terminated', 'UND_ERR_SOCKET'))),
      );
    }
    case 'stall': {
      if (delivery.afterBytes === undefined) return hang(signal);
      const part = body?.subarray(0, delivery.afterBytes) ?? new Uint8Array();
      return create(
        partialBody(part, (controller) => {
          hang(signal).catch((reason: unknown) => controller.error(reason));
        }),
      );
    }
  }
}
