/** What an error body says, whichever of the vendor's forms it has. */
export interface ErrorBody {
  code: string | undefined;
  message: string | undefined;
  requestId: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/**
 * Reads the error out of a parsed body.
 *
 * The forms, in the order in which they are tried: `error_code`/`error_msg`, `errorCode`/`errorMsg`/`errorMessage`, `code`/`message`/`reason`/`title`, each
 * at the top or inside an object one or two levels down (`error`, most often), an array of these, and a bare text under `error`.
 */
export function readErrorBody(body: unknown, depth = 0): ErrorBody {
  const nothing: ErrorBody = { code: undefined, message: undefined, requestId: undefined };
  if (typeof body === 'string')
    return { ...nothing, message: depth === 0 ? body.slice(0, 500) || undefined : undefined };
  if (typeof body !== 'object' || body === null || depth > 2) return nothing;
  if (Array.isArray(body)) return body.length > 0 ? readErrorBody(body[0], depth + 1) : nothing;
  const fields = body as Record<string, unknown>;
  const requestId = text(fields['request_id']) ?? text(fields['requestId']);
  const code =
    text(fields['error_code']) ?? text(fields['errorCode']) ?? text(fields['err_code']) ?? text(fields['code']);
  const message =
    text(fields['error_msg']) ??
    text(fields['errorMsg']) ??
    text(fields['errorMessage']) ??
    text(fields['message']) ??
    text(fields['reason']) ??
    text(fields['title']);
  if (code !== undefined || (message !== undefined && depth > 0)) return { code, message, requestId };
  for (const value of [fields['error'], ...Object.values(fields)]) {
    const inner = readErrorBody(value, depth + 1);
    if (inner.code !== undefined || inner.message !== undefined)
      return { ...inner, requestId: requestId ?? inner.requestId };
  }
  return { code, message: message ?? text(fields['error']), requestId };
}
