/** Serves a sandbox over HTTP. Written on `node:http`, since faults need the socket, and signatures the target as received. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectBody } from './body.js';
import { gatewayError } from './error.js';
import type { IncomingRequest, Respond } from './respond.js';
import type { SandboxResponse } from './response.js';

/** A listening server. */
export interface HttpServer {
  readonly url: string;
  /** Closes all connections. Resolves when the server is closed. */
  close(): Promise<void>;
}

/** Scheme and host of a target in absolute form, which a client sends to a proxy. */
const ABSOLUTE = /^https?:\/\/([^/?#]*)/i;

async function readMessage(message: IncomingMessage, host: string, signal: AbortSignal): Promise<IncomingRequest> {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const target = message.url ?? '/';
  const absolute = ABSOLUTE.exec(target);
  // RFC 9112, 3.2.2: the host of the target replaces the header.
  if (absolute?.[1] !== undefined) headers.set('host', absolute[1]);
  const path = absolute ? target.slice(absolute[0].length) : target;
  return {
    method: message.method ?? 'GET',
    target: path.startsWith('?') || path === '' ? `/${path}` : path,
    origin: `http://${headers.get('host') ?? host}`,
    headers,
    body: await collectBody(message.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>),
    signal,
    ownHosts: [host, message.socket.localAddress ?? host],
  };
}

/** Sends a body as it is created. Rejects if the client disconnects or the stream fails, also while the client does not read. */
async function writeStream(
  chunks: ReadableStream<Uint8Array>,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  response.flushHeaders();
  const reader = chunks.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (!response.write(next.value)) await Promise.race([once(response, 'drain', { signal }), reader.closed]);
  }
  response.end();
}

async function writeResponse(
  { status, headers, body, delivery }: SandboxResponse,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  if (delivery.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (delivery.kind === 'stall' && delivery.afterBytes === undefined) return;
  for (const [name, value] of headers) response.setHeader(name, value);
  // The rest of a body that was not read to its end would be taken for the next request.
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.writeHead(status);
  if (delivery.kind === 'complete') {
    response.end(body);
    return;
  }
  if (delivery.kind === 'stream') {
    await writeStream(delivery.chunks, response, signal);
    return;
  }
  const part = body?.subarray(0, delivery.afterBytes) ?? new Uint8Array();
  response.flushHeaders();
  response.write(part, () => {
    if (delivery.kind === 'truncate') response.socket?.destroySoon();
  });
}

/** Ends a request that failed unexpectedly: with a 500, or by closing the socket if the response has begun. */
function endWithError(error: unknown, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const body = gatewayError(500, 'SANDBOX.INTERNAL', String(error)).toBody('');
  response.writeHead(500, { 'content-type': 'application/json;charset=utf-8', connection: 'close' });
  response.end(JSON.stringify(body));
}

/** Starts a server. @throws Error if the port is in use. */
export function startHttpServer(port: number, host: string, respond: Respond): Promise<HttpServer> {
  const server = createServer((message, response) => {
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    readMessage(message, host, closed.signal)
      .then(async (request) => writeResponse(await respond(request), response, closed.signal))
      .catch((error: unknown) => endWithError(error, response));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isUsed = error.code === 'EADDRINUSE';
      reject(isUsed ? new Error(`Port ${String(port)} of ${host} is in use`, { cause: error }) : error);
    });
    server.listen(port, host, () => resolve(describeServer(server, host)));
  });
}

function describeServer(server: Server, host: string): HttpServer {
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
