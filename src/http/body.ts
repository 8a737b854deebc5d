/** Response bodies: read into memory up to a limit, decoded, parsed, or streamed. */
import { ownProperties } from '../errors/check-options.js';
import type { Redactor } from '../errors/redact.js';
import { NetworkError, TimeoutError } from '../errors/request-errors.js';
import { contentLengthOf } from '../files/download.js';
import { concatBytes } from '../files/lines.js';
import type { ProgressListener } from '../files/upload.js';
import { describeCause } from './connect-error.js';
import { startTimer, type LinkedSignal } from './timing.js';

/**
 * Reads a body into `chunks`, which keep what arrived if the body breaks off.
 *
 * @returns `false` if the body is larger than `maxBytes`. The rest is dropped.
 */
export async function readBody(response: Response, maxBytes: number, chunks: Uint8Array[]): Promise<boolean> {
  const { body } = response;
  if (!body) return true;
  // A reader keeps the part of a body that breaks off; it is needed for errors only.
  if (typeof body.getReader !== 'function' || (response.ok && (contentLengthOf(response) ?? Infinity) <= maxBytes)) {
    chunks.push(new Uint8Array(await response.arrayBuffer()));
    return true;
  }
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    const left = maxBytes - size;
    chunks.push(value.byteLength > left ? value.subarray(0, left) : value);
    size += value.byteLength;
    if (size > maxBytes) {
      reader.cancel().catch(() => {});
      return false;
    }
  }
}

const utf8 = new TextDecoder();

/** Decodes text by the charset of its content type, otherwise as UTF-8. A byte order mark is dropped. */
export function decodeText(bytes: Uint8Array | undefined, contentType: string | null): string {
  if (!bytes) return '';
  const charset = /;\s{0,8}charset\s{0,8}=\s{0,8}"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return utf8.decode(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return utf8.decode(bytes); // a charset that the runtime does not know
  }
}

/** Parses JSON, or JSON inside a JSON string, as stopping a build has returned it. @throws SyntaxError if it is not JSON. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value;
}

/** Returns `true` if a body is neither JSON nor text, so that it is streamed unless the caller says otherwise. */
export const isBinary = ({ headers }: Response): boolean =>
  !/json|^text\//i.test(headers.get('content-type') ?? 'application/json');

/** Statuses that cannot have a body, not even an empty one. */
const isWithoutBody = (status: number): boolean => [101, 103, 204, 205, 304].includes(status);

/** Returns the status. A browser hides a redirect that is not followed behind the status 0. */
export const statusOf = ({ status }: Response): number => status || 302;

/**
 * Returns the same response with another body.
 *
 * A `Response` cannot be created with every status and reason phrase that a server may send, so these are set afterwards.
 */
export function responseWithBody(original: Response, body: BodyInit | null | undefined): Response {
  const status = statusOf(original);
  const response = new Response(
    isWithoutBody(status) ? null : (body ?? null),
    ownProperties({ headers: original.headers }),
  );
  return Object.defineProperties(response, {
    status: { value: status },
    statusText: { value: original.statusText },
    ok: { value: status >= 200 && status < 300 },
    url: { value: original.url },
  });
}

/** Options of a streamed body, and details for its errors. */
export interface StreamOptions {
  readonly method: string;
  readonly path: string;
  readonly attempts: number;
  /** Maximum time between two chunks in milliseconds. */
  readonly timeoutMs: number;
  readonly onProgress?: ProgressListener | undefined;
  readonly redactor: Redactor;
  /** Called once when the body is complete, failed or was canceled. */
  readonly onEnd: () => void;
}

/**
 * Returns the same response with a body that has a timeout for each chunk, follows the signal and fails with the errors of this package.
 *
 * @param linked Ends the body. It is released when the body is complete, failed or was canceled.
 */
export function streamBody(response: Response, linked: LinkedSignal, options: StreamOptions): Response {
  const { method, path, attempts, timeoutMs, onProgress, redactor } = options;
  const { signal } = linked;
  let fail = (): void => {};
  const end = (): void => {
    signal.removeEventListener('abort', fail);
    linked.release();
    options.onEnd();
  };
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (!reader) {
    end();
    return responseWithBody(response, undefined);
  }
  const total = contentLengthOf(response);
  let bytes = 0;
  const onTimeout = (): void =>
    linked.abort(new TimeoutError(`a chunk of ${method} ${path}`, 'timeoutMs', timeoutMs, true));
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      // Not every runtime lets a reader follow a signal.
      fail = () => {
        end();
        controller.error(signal.reason);
        reader.cancel(signal.reason).catch(() => {});
      };
      signal.addEventListener('abort', fail);
    },
    async pull(controller) {
      const stopTimer = startTimer(onTimeout, timeoutMs);
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
      } catch (error) {
        if (signal.aborted) return;
        end();
        reader.cancel().catch(() => {});
        const reason = redactor.text(describeCause(error));
        const cause = redactor.error(error);
        controller.error(new NetworkError({ method, path, attempts, mayHaveRun: true, cause, reason }));
      } finally {
        stopTimer();
      }
    },
    async cancel(reason) {
      end();
      await reader.cancel(reason);
    },
  };
  return responseWithBody(response, new ReadableStream(source, { highWaterMark: 0 }));
}

/** Returns the start of a body, up to `maxBytes`, and a body that still has all of it. */
export async function peekBody(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; complete: boolean; body: ReadableStream<Uint8Array> }> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let complete = false;
  while (!complete && size <= maxBytes) {
    const { done, value } = await reader.read();
    complete = done;
    if (value) {
      chunks.push(value);
      size += value.byteLength;
    }
  }
  const bytes = concatBytes(chunks);
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const chunk = chunks.shift() ?? (complete ? undefined : (await reader.read()).value);
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  };
  return { bytes, complete, body: new ReadableStream(source, { highWaterMark: 0 }) };
}
