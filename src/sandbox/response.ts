/** Responses, how they are transmitted, and their conversion to a fetch response. */

/** Transmission of a response. */
export type Delivery =
  | { kind: 'complete' }
  /** No response: the connection is reset. */
  | { kind: 'reset' }
  /** Transmission stops after `afterBytes` bytes of the body; if undefined, before the headers. */
  | { kind: 'stall'; afterBytes: number | undefined }
  /** The connection closes after `afterBytes` bytes of the body. */
  | { kind: 'truncate'; afterBytes: number }
  /** The body is sent as it is created. */
  | { kind: 'stream'; chunks: ReadableStream<Uint8Array> };

/** A response before its transmission. */
export interface SandboxResponse {
  status: number;
  headers: Headers;
  body: Uint8Array | undefined;
  /** Form of the transmission. */
  delivery: Delivery;
}

/** The error with which fetch rejects if the connection breaks. */
const connectionError = (message: string, code: string): TypeError =>
  new TypeError(message, { cause: Object.assign(new Error(message), { code }) });

/** Never resolves. Rejects with the signal's reason. */
const hang = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** Creates a body of which only the beginning arrives. */
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

/** Converts a response to the result of a fetch, or rejects as a fetch does. */
export async function toFetchResponse(response: SandboxResponse, signal: AbortSignal): Promise<Response> {
  const { status, headers, body, delivery } = response;
  const create = (content: BodyInit | null): Response => new Response(content, { status, headers });
  switch (delivery.kind) {
    case 'complete':
      return create((body ?? null) as BodyInit | null);
    case 'stream':
      return create(delivery.chunks);
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
