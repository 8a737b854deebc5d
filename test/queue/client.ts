/** The package as the programs of the queue guide import it, with a client that calls the sandbox. */
import { createClient as create, type ClientOptions, type CodeArtsBuildClient } from '../../src/index.js';

export * from '../../src/index.js';

/** Configuration of the client, as JSON in the environment. */
export interface ClientConfig {
  endpoint: string;
  credentials: { ak: string; sk: string; projectId: string };
  /** Time of the sandbox at a time of the machine, and its speed. */
  clock: { sandboxMs: number; machineMs: number; speed: number };
}

const { endpoint, credentials, clock } = JSON.parse(process.env['CLIENT_CONFIG'] ?? '') as ClientConfig;
const { sandboxMs, machineMs, speed } = clock;

export function createClient(options: ClientOptions): CodeArtsBuildClient {
  const { region: _, ...others } = options;
  return create({
    ...others,
    endpoint,
    credentials,
    clock: {
      now: () => sandboxMs + (Date.now() - machineMs) * speed,
      sleep: (ms, signal) => sleep(ms / speed, signal),
    },
  });
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
