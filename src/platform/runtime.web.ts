/** The functions of browsers and workers: environment variables, if there are any, and Web Crypto. They have no files, no channels and no observable sockets. */

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the environment variables of the process; none if there is no process. */
export const environment = (): Environment =>
  typeof process === 'object' && typeof process.env === 'object' ? process.env : {};

/** Returns `true` if settings files can exist on this runtime. */
export const hasFileSystem = (): boolean => false;

/** Returns the path of a file below the home directory; `undefined` if there is no home directory. */
export const homePath = (_name: string): string | undefined => undefined;

/** Returns the text of a file; `undefined` if it does not exist. */
export const readTextFile = (_path: string): string | undefined => undefined;

/** Publishes an event on its diagnostics channel. */
export const publishEvent = (_event: { readonly type: string }): void => {};

/** Starts to record errors of the connect phase, on runtimes that report them. */
export const watchConnectErrors = (): void => {};

/** Returns `true` if the runtime reported that this error ended a connection before it was established. */
export const isReportedConnectError = (_error: object): boolean => false;

/** Returns `true` if a stream with a `Content-Length` header is sent with that length and not in chunks. */
export const sendsStreamsWithLength = (): boolean => false;

let defaults: RequestInit | undefined;

/** Returns options for every request: nothing must come from the cache of a browser. Not every worker accepts the option. */
export function fetchDefaults(): RequestInit {
  if (defaults) return defaults;
  try {
    new Request('http://localhost', { cache: 'no-store' });
    return (defaults = { cache: 'no-store' });
  } catch {
    return (defaults = {});
  }
}

const encoder = new TextEncoder();

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Returns the SHA-256 digest of bytes or of UTF-8 text, in lower-case hexadecimal. */
export const sha256Hex = async (data: string | Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', (typeof data === 'string' ? encoder.encode(data) : data) as BufferSource));

/** Returns the HMAC-SHA-256 of UTF-8 text, in lower-case hexadecimal. */
export async function hmacSha256Hex(key: string, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', secret, encoder.encode(text)));
}
