/** Connection failures after which the request cannot have been received, by the codes of Node, Bun and Deno. */
const UNSENT_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
]);

/** Whether the request was never sent, as far as the runtime tells. */
export function wasUnsent(error: unknown): boolean {
  for (let depth = 0, current = error; depth < 5 && current instanceof Error; depth += 1, current = current.cause) {
    const { code, errors } = current as { code?: unknown; errors?: unknown };
    if (typeof code === 'string' && UNSENT_CODES.has(code)) return true;
    if (Array.isArray(errors) && errors.length > 0 && errors.every(wasUnsent)) return true;
    if (/tcp connect error|dns error/i.test(current.message)) return true;
  }
  return false;
}
