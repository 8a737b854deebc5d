/** Serves answers over HTTP on a socket. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MAX_BODY_BYTES, type Answer, type IncomingRequest, type Respond } from './answer.js';

/** A server that listens. */
export interface HttpServer {
  readonly url: string;
  /** Ends all connections, and resolves once nothing is left of them. */
  close(): Promise<void>;
}

/** Reads a body up to the limit; undefined where it is longer, the rest of which is left unread. */
async function readBody(message: IncomingMessage): Promise<Uint8Array | undefined> {
  const announced = Number(message.headers['content-length'] ?? 0);
  if (announced > MAX_BODY_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Left without destroying the message, since the answer goes over the same socket.
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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

function writeAnswer({ status, headers, body, delivery }: Answer, response: ServerResponse, complete: boolean): void {
  if (delivery.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (delivery.kind === 'stall' && delivery.afterBytes === undefined) return;
  // A body that was not read to its end would be taken for the next request.
  if (!complete) response.setHeader('connection', 'close');
  for (const [name, value] of headers) response.setHeader(name, value);
  response.writeHead(status);
  if (delivery.kind === 'whole') {
    response.end(body);
    return;
  }
  const part = body?.subarray(0, delivery.afterBytes) ?? new Uint8Array();
  response.flushHeaders();
  response.write(part, () => {
    if (delivery.kind === 'truncate') response.socket?.destroySoon();
  });
}

/** Starts a server. @throws Error where the port is in use, naming it. */
export function startHttpServer(port: number, host: string, respond: Respond): Promise<HttpServer> {
  const server = createServer((message, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    readMessage(message, gone.signal)
      .then(async (request) => writeAnswer(await respond(request), response, request.body !== undefined))
      // The other side has gone away in the middle.
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
