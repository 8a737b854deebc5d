/** `--dry-run`: a fetch that keeps the request that would change something. */
import type { ClientOptions } from '../index.js';
import { clientOptionsOf } from './client.js';
import { printJson } from './commands/rows.js';
import type { Context } from './context.js';
import { toJson } from './output/terminal.js';

/** A request that was not sent. */
interface CapturedRequest {
  method: string;
  url: string;
  body: unknown;
}

/** Response that every operation that starts a build accepts. */
const STARTED = { result: { actual_build_number: '1' }, actual_build_number: '1', status: 'success' };

const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text;
  }
};

/**
 * Makes calls without sending requests that change something.
 *
 * @param isCaptured Selects the requests that are kept instead of sent, by method.
 */
export async function captureRequest(
  context: Context,
  isCaptured: (method: string) => boolean,
  call: (options: ClientOptions) => Promise<unknown>,
): Promise<CapturedRequest | undefined> {
  const options = clientOptionsOf(context);
  const send = options.fetch ?? globalThis.fetch;
  let captured: CapturedRequest | undefined;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!isCaptured(request.method)) return send(input, init);
    const multipart = request.headers.get('content-type')?.startsWith('multipart/');
    const body = multipart ? '(multipart form)' : parseBody(await request.text());
    captured ??= { method: request.method, url: request.url, body };
    return Response.json(STARTED);
  };
  try {
    await call({ ...options, fetch });
  } catch (error) {
    // The response that replaces that of the service may not be one of this operation.
    if (!captured) throw error;
  }
  return captured;
}

/** Prints a captured request. */
export async function printRequest(context: Context, request: CapturedRequest | undefined): Promise<void> {
  if (!request) return;
  const { method, url, body } = request;
  if (context.format === 'text') {
    const text = body === undefined ? '' : `${typeof body === 'string' ? body : toJson(body, 2)}\n`;
    await context.console.printText(`${method} ${url}\n${text}`);
  } else {
    await printJson(context, request);
  }
}
