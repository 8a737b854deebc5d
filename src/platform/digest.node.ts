/** SHA-256 on runtimes that have `node:crypto`, where it is synchronous and fast; on those of their versions that do not hand it out, by Web Crypto. */
import { builtin } from './builtin.js';

let loaded: ReturnType<typeof builtin<'node:crypto'>> | false;

/** Loaded with the first signature: it takes longer than the import of everything else. */
const crypto = (): NonNullable<typeof loaded> => (loaded ??= builtin('node:crypto') ?? false);

const web = (): Promise<typeof import('./digest.web.js')> => import('./digest.web.js');

/** SHA-256 of bytes or of UTF-8 text, in lower-case hexadecimal. */
export function sha256Hex(data: string | Uint8Array): string | Promise<string> {
  const node = crypto();
  return node ? node.hash('sha256', data, 'hex') : web().then((digest) => digest.sha256Hex(data));
}

/** HMAC-SHA-256 of UTF-8 text, in lower-case hexadecimal. */
export function hmacSha256Hex(key: string, text: string): string | Promise<string> {
  const node = crypto();
  if (!node) return web().then((digest) => digest.hmacSha256Hex(key, text));
  return node.createHmac('sha256', key).update(text).digest('hex');
}
