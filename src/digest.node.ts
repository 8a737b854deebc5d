/** SHA-256 on runtimes that have `node:crypto`, where it is synchronous and fast. */
import { createHmac, hash } from 'node:crypto';

/** SHA-256 of bytes or of UTF-8 text, in lower-case hexadecimal. */
export const sha256Hex = (data: string | Uint8Array): string | Promise<string> => hash('sha256', data, 'hex');

/** HMAC-SHA-256 of UTF-8 text, in lower-case hexadecimal. */
export const hmacSha256Hex = (key: string, text: string): string | Promise<string> =>
  createHmac('sha256', key).update(text).digest('hex');
