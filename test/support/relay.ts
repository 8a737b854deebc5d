import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request and its response, as transferred. */
export interface Exchange {
  method: string;
  /** Path and query, as sent. */
  target: string;
  headers: Headers;
  body: Uint8Array<ArrayBuffer>;
  response: { status: number; headers: Headers; body: Uint8Array<ArrayBuffer> };
}

/** A server between a client and another server. */
export interface Relay {
  url: string;
  /** Forwarded requests in order. */
  exchanges: Exchange[];
  close(): Promise<void>;
}

function toHeaders({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** Starts a server on loopback that forwards requests unchanged, including the Host header, and records them with their responses. */
export async function startRelay(target: string): Promise<Relay> {
  const exchanges: Exchange[] = [];
  const server = createServer((incoming, outgoing) => {
    const forward = async (): Promise<void> => {
      const { method = '', url = '', rawHeaders } = incoming;
      const body = new Uint8Array(await buffer(incoming));
      const outbound = request(target, { method, path: url, headers: rawHeaders });
      const responded = new Promise<IncomingMessage>((resolve, reject) => {
        outbound.on('response', resolve).on('error', reject);
      });
      outbound.end(body);
      const response = await responded;
      const { statusCode: status = 0, rawHeaders: responseHeaders } = response;
      const responseBody = new Uint8Array(await buffer(response));
      const headers = toHeaders(response);
      exchanges.push({
        ...{ method, target: url, headers: toHeaders(incoming), body },
        response: { status, headers, body: responseBody },
      });
      outgoing.writeHead(status, responseHeaders).end(responseBody);
    };
    forward().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
