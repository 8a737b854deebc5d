/** SHA-256 on runtimes that have only Web Crypto. */

const encoder = new TextEncoder();

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of bytes or of UTF-8 text, in lower-case hexadecimal. */
export const sha256Hex = async (data: string | Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', (typeof data === 'string' ? encoder.encode(data) : data) as BufferSource));

/** HMAC-SHA-256 of UTF-8 text, in lower-case hexadecimal. */
export async function hmacSha256Hex(key: string, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', secret, encoder.encode(text)));
}
