/** Bodies of answers that are handed on as they come. */
import { limitTime, type LinkedSignal } from '../abort.js';
import { withBody } from '../body.js';
import type { ProgressListener } from '../contract.js';

/** How a body is watched that is still coming. */
export interface Watch {
  /** Ends the body. It is let go of when the body has ended, however it did. */
  linked: LinkedSignal;
  /** Milliseconds that may pass without a chunk. */
  timeoutMs: number;
  timeoutError: () => Error;
  /** The error that a broken connection becomes. */
  networkError: (cause: unknown) => Error;
  onProgress: ProgressListener | undefined;
  /** Called once, when the body has ended, failed or been left. */
  onEnd: () => void;
}

/** The same answer with a body whose silence is limited, and whose errors are ours. */
export function watchBody(response: Response, watch: Watch): Response {
  const { linked, timeoutMs, onEnd } = watch;
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (!reader) {
    onEnd();
    return withBody(response, undefined);
  }
  const length = response.headers.get('content-length');
  const total = length === null || response.headers.has('content-encoding') ? undefined : Number(length);
  let bytes = 0;
  const { signal } = linked;
  let fail = (): void => {};
  const end = (): void => {
    signal.removeEventListener('abort', fail);
    onEnd();
  };
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      // What is read from does not listen to signals itself, in every runtime.
      fail = () => {
        end();
        controller.error(signal.reason);
        reader.cancel(signal.reason).catch(() => {});
      };
      signal.addEventListener('abort', fail);
    },
    async pull(controller) {
      const stop = limitTime(linked, timeoutMs, watch.timeoutError);
      try {
        const { done, value } = await reader.read();
        if (signal.aborted) return;
        if (done) {
          end();
          controller.close();
        } else {
          bytes += value.byteLength;
          watch.onProgress?.({ bytes, total });
          controller.enqueue(value);
        }
      } catch (cause) {
        if (signal.aborted) return;
        end();
        reader.cancel().catch(() => {});
        controller.error(watch.networkError(cause));
      } finally {
        stop();
      }
    },
    async cancel(reason) {
      end();
      await reader.cancel(reason);
    },
  };
  const { status, statusText, headers } = response;
  return new Response(new ReadableStream(source, { highWaterMark: 0 }), { status, statusText, headers });
}
