/** SHA-256 on runtimes that have `node:crypto`, where it is synchronous and fast. */

let loaded: typeof import('node:crypto') | undefined;

/** Loaded with the first signature: it takes longer than the import of everything else. */
const crypto = (): typeof import('node:crypto') => (loaded ??= process.getBuiltinModule('node:crypto'));

/** SHA-256 of bytes or of UTF-8 text, in lower-case hexadecimal. */
export const sha256Hex = (data: string | Uint8Array): string | Promise<string> => crypto().hash('sha256', data, 'hex');

/** HMAC-SHA-256 of UTF-8 text, in lower-case hexadecimal. */
export const hmacSha256Hex = (key: string, text: string): string | Promise<string> =>
  crypto().createHmac('sha256', key).update(text).digest('hex');
