import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it arrived. */
export interface Arrival {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  bytes: Buffer;
  /** Whether the response was sent or the connection closed. */
  closed: boolean;
}

/** Responds to one request. */
export type Responder = (response: ServerResponse, arrival: Arrival) => void;

/** A server on loopback with one responder per request; the last one also handles all later requests. */
export interface FaultServer {
  url: string;
  arrivals: Arrival[];
  /** Resolves when the n-th request has arrived. */
  arrived(count: number): Promise<void>;
}

export async function startFaultServer(...responders: Responder[]): Promise<FaultServer> {
  const arrivals: Arrival[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => {});
    request.on('end', () => {
      const arrival: Arrival = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
        bytes: Buffer.concat(chunks),
        closed: false,
      };
      response.on('close', () => (arrival.closed = true));
      arrivals.push(arrival);
      for (const { count, resolve } of waiting) if (arrivals.length >= count) resolve();
      const respond = responders[Math.min(arrivals.length, responders.length) - 1];
      respond?.(response, arrival);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    arrived: (count) =>
      new Promise((resolve) => {
        if (arrivals.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
  };
}

/** Sends JSON. */
export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req-1', ...headers });
    response.end(JSON.stringify(body));
  };

/** Sends bytes or text unchanged. */
export const raw =
  (status: number, body: string | Uint8Array, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** Resets the connection without a response. */
export const reset: Responder = (response) => response.socket?.resetAndDestroy();

/** Sends no response. */
export const silence: Responder = () => {};
