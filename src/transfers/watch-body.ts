/** Bodies of answers that are handed on as they come. */
import { limitTime, type LinkedSignal } from '../abort.js';
import { withBody } from '../answer.js';
import type { CallState } from '../call-state.js';
import { NetworkError, TimeoutError } from '../errors.js';
import { describeCause } from '../failures/describe-cause.js';

/**
 * The same answer with a body whose silence is limited, and whose errors are ours.
 *
 * @param linked Ends the body. It is let go of once, when the body has ended, failed or been left.
 */
export function watchBody(response: Response, linked: LinkedSignal, call: CallState): Response {
  const { path, attempt: attempts, timeoutMs, onProgress } = call;
  const { method } = call.request;
  const onEnd = (): void => {
    linked.release();
    call.onStreamEnd();
  };
  const overdue = (): TimeoutError => new TimeoutError(`A chunk of ${method} ${path}`, 'timeoutMs', timeoutMs);
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
      const stop = limitTime(linked.abort, timeoutMs, overdue);
      try {
        const { done, value } = await reader.read();
        if (signal.aborted) return;
        if (done) {
          end();
          controller.close();
        } else {
          bytes += value.byteLength;
          onProgress?.({ bytes, total });
          controller.enqueue(value);
        }
      } catch (cause) {
        if (signal.aborted) return;
        end();
        reader.cancel().catch(() => {});
        const reason = describeCause(cause);
        controller.error(new NetworkError({ method, path, attempts, unsent: false, cause, reason }));
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
