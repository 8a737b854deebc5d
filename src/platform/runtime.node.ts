/**
 * The functions of Node, Bun and Deno: environment variables, settings files, diagnostics channels and fast digests.
 *
 * Built-in modules come from `process.getBuiltinModule`, so that bundlers need not resolve them. A runtime version without it falls back to what browsers have.
 */
import * as web from './runtime.web.js';

export { environment, type Environment } from './runtime.web.js';

interface Builtins {
  'node:crypto': typeof import('node:crypto');
  'node:diagnostics_channel': typeof import('node:diagnostics_channel');
  'node:fs': typeof import('node:fs');
  'node:os': typeof import('node:os');
}

const getBuiltin = <Name extends keyof Builtins>(name: Name): Builtins[Name] | undefined =>
  typeof process === 'object' ? process.getBuiltinModule?.(name) : undefined;

export const hasFileSystem: typeof web.hasFileSystem = () => getBuiltin('node:fs') !== undefined;

export const homePath: typeof web.homePath = (name) => {
  try {
    const home = getBuiltin('node:os')?.homedir();
    return home ? `${home}/${name}` : undefined;
  } catch {
    return undefined; // the user has no home directory, or the runtime denies access to it
  }
};

const MAX_FILE_BYTES = 1024 * 1024;

/**
 * Reads without waiting: a pipe or device would block the process. The size of a file is not relied on, since some files report 0 bytes and have no end.
 *
 * @throws Error if the file exists and cannot be read, is not a regular file or is larger than 1 MiB.
 */
export const readTextFile: typeof web.readTextFile = (path) => {
  const fs = getBuiltin('node:fs');
  const stat = statFile(fs, path);
  if (!fs || !stat) return undefined;
  if (!stat.isFile()) throw new Error('not a regular file');
  const { O_RDONLY, O_NONBLOCK } = fs.constants;
  const file = fs.openSync(path, O_RDONLY | O_NONBLOCK); // undefined on Windows, which counts as 0
  try {
    const bytes = new Uint8Array(MAX_FILE_BYTES + 1);
    let size = 0;
    let read: number;
    do {
      read = fs.readSync(file, bytes, size, bytes.length - size, null);
      size += read;
    } while (read > 0 && size < bytes.length);
    if (size > MAX_FILE_BYTES) throw new Error('larger than 1 MiB');
    // A byte order mark is dropped.
    return new TextDecoder().decode(bytes.subarray(0, size));
  } finally {
    fs.closeSync(file);
  }
};

function statFile(fs: Builtins['node:fs'] | undefined, path: string): import('node:fs').Stats | undefined {
  try {
    return fs?.statSync(path);
  } catch (error) {
    if (fs?.existsSync(path)) throw error;
    return undefined;
  }
}

/** Channels by event type, each looked up with the first event of its type. */
const channels = new Map<string, import('node:diagnostics_channel').Channel | undefined>();

export const publishEvent: typeof web.publishEvent = (event) => {
  const { type } = event;
  if (!channels.has(type)) {
    channels.set(type, getBuiltin('node:diagnostics_channel')?.channel(`codearts-build:${type}`));
  }
  const channel = channels.get(type);
  if (channel?.hasSubscribers) channel.publish(event);
};

/** Errors of the connect phase, as the fetch of Node reports them. Held weakly: an entry lives as long as its error. */
let connectErrors: WeakSet<object> | undefined;

/** Starts to watch. Later calls have no effect. */
export function watchConnectErrors(): void {
  if (connectErrors) return;
  const errors = (connectErrors = new WeakSet());
  getBuiltin('node:diagnostics_channel')?.subscribe('undici:client:connectError', (message) => {
    const { error } = Object(message) as { error?: unknown };
    if (typeof error === 'object' && error !== null) errors.add(error);
  });
}

export const isReportedConnectError: typeof web.isReportedConnectError = (error) => connectErrors?.has(error) ?? false;

/** There is no cache to avoid. Bun ends a request after 300 s by default, whatever its signal allows; `false` turns that off. */
export const fetchDefaults: typeof web.fetchDefaults = () => ('Bun' in globalThis ? BUN_DEFAULTS : NO_DEFAULTS);

const NO_DEFAULTS: RequestInit = {};
const BUN_DEFAULTS = { timeout: false } as RequestInit;

export const sendsStreamsWithLength: typeof web.sendsStreamsWithLength = () =>
  typeof process === 'object' && Boolean(process.versions?.node) && !('Deno' in globalThis);

/** Looked up with the first signature: it takes longer than the import of everything else. */
let crypto: Builtins['node:crypto'] | false | undefined;

const getCrypto = (): Builtins['node:crypto'] | false => (crypto ??= getBuiltin('node:crypto') ?? false);

/** Synchronous if `node:crypto` exists. */
export function sha256Hex(data: string | Uint8Array): string | Promise<string> {
  const node = getCrypto();
  return node ? node.hash('sha256', data, 'hex') : web.sha256Hex(data);
}

/** Synchronous if `node:crypto` exists. */
export function hmacSha256Hex(key: string, text: string): string | Promise<string> {
  const node = getCrypto();
  return node ? node.createHmac('sha256', key).update(text).digest('hex') : web.hmacSha256Hex(key, text);
}
