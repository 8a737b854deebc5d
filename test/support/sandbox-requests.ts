import { expect, onTestFinished } from 'vitest';
import { createClient } from '../../src/index.js';
import { createSandbox, type ManualClock, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { signRequest, type SignOptions } from '../../src/auth/sign.js';

/** Creates a sandbox whose clock stands still; it is closed when the test ends. */
export function createStillSandbox(options: Omit<SandboxOptions, 'clock'> = {}): Sandbox<ManualClock> {
  const sandbox = createSandbox({ ...options, clock: 'manual' });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Creates a sandbox whose clock jumps to the next sleeper; it is closed when the test ends. */
export function startSandbox(options: SandboxOptions = {}): Sandbox {
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Creates a client that calls a sandbox in process, with its access key and its clock. */
export const clientOf = ({ credentials: { ak, sk, projectId }, clock, fetch }: Sandbox) =>
  createClient({ endpoint: 'http://sandbox.localhost', credentials: { ak, sk, projectId }, clock, fetch });

/** Sends a request to the admin API, and returns status and parsed body. */
export const callAdminApi = async (
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> => {
  const response = await sandbox.fetch(`http://sandbox${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

/** Matches any string that contains a part, in comparisons. */
export const textWith = (part: string | RegExp): unknown =>
  typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part);

/** Options of a test request. */
export interface SendOptions extends SignOptions {
  headers?: Record<string, string>;
  /** Sent as JSON; a string is sent unchanged. */
  body?: unknown;
  /** Defaults to the sandbox's access key. */
  keys?: { ak?: string; sk?: string; securityToken?: string };
  /** Origin to send it to. Defaults to the sandbox's `fetch`. */
  origin?: string;
  signal?: AbortSignal;
  /** Changes the request after signing. */
  tamper?: (request: { url: string; headers: Record<string, string>; body: string | undefined }) => void;
}

/** A response with its body. */
export interface Received {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON; undefined if it is not JSON. */
  json: unknown;
}

export async function receive(response: Response): Promise<Received> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** Signs a request with the sandbox's access key and clock, sends it, and returns the response unread. */
export async function requestSigned(
  sandbox: Sandbox,
  method: string,
  target: string,
  options: SendOptions = {},
): Promise<Response> {
  const { headers = {}, keys = {}, origin, signal, tamper, body: content, ...signOptions } = options;
  const body = content === undefined || typeof content === 'string' ? content : JSON.stringify(content);
  const request = {
    url: `${origin ?? 'http://sandbox.localhost'}${target}`,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body,
  };
  const { ak, sk } = sandbox.credentials;
  const signed = await signRequest(
    { method, ...request },
    { ak, sk, ...keys },
    { date: new Date(sandbox.clock.now()), ...signOptions },
  );
  Object.assign(request.headers, signed.headers);
  tamper?.(request);
  const init: RequestInit = { method, headers: request.headers };
  if (request.body !== undefined) init.body = request.body;
  if (signal) init.signal = signal;
  return origin === undefined ? sandbox.fetch(request.url, init) : fetch(request.url, init);
}

/** Does the same and reads the response. */
export const sendSigned = async (...call: Parameters<typeof requestSigned>): Promise<Received> =>
  receive(await requestSigned(...call));
