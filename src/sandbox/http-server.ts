/** Serves a sandbox over HTTP. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MAX_BODY_BYTES, type IncomingRequest, type Respond } from './respond.js';
import type { SandboxResponse } from './response.js';

/** A listening server. */
export interface HttpServer {
  readonly url: string;
  /** Closes all connections. Resolves when the server is closed. */
  close(): Promise<void>;
}

/** The server closes the connection when a body exceeds this size. */
const MAX_READ_BYTES = 256 * 1024 * 1024;

/**
 * Reads a body; undefined if it exceeds the limit. It is read to its end all the same, since a client that still sends does not read the
 * response. @throws Error if the body exceeds `MAX_READ_BYTES`.
 */
async function readBody(message: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_READ_BYTES) throw new Error('The body has no end');
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks);
}

async function readMessage(message: IncomingMessage, signal: AbortSignal): Promise<IncomingRequest> {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const host = message.headers.host ?? 'localhost';
  return {
    method: message.method ?? 'GET',
    target: message.url ?? '/',
    origin: `http://${host}`,
    headers,
    body: await readBody(message),
    signal,
  };
}

function writeResponse({ status, headers, body, delivery }: SandboxResponse, response: ServerResponse): void {
  if (delivery.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (delivery.kind === 'stall' && delivery.afterBytes === undefined) return;
  for (const [name, value] of headers) response.setHeader(name, value);
  response.writeHead(status);
  if (delivery.kind === 'complete') {
    response.end(body);
    return;
  }
  const part = body?.subarray(0, delivery.afterBytes) ?? new Uint8Array();
  response.flushHeaders();
  response.write(part, () => {
    if (delivery.kind === 'truncate') response.socket?.destroySoon();
  });
}

/** Starts a server. @throws Error if the port is in use. */
export function startHttpServer(port: number, host: string, respond: Respond): Promise<HttpServer> {
  const server = createServer((message, response) => {
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    readMessage(message, closed.signal)
      .then(async (request) => writeResponse(await respond(request), response))
      // The client disconnected.
      .catch(() => message.destroy());
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
