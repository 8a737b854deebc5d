import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that pages of other origins can call. */
export interface CorsRelay {
  url: string;
  close(): Promise<void>;
}

/** Returns CORS headers that allow any origin. */
const corsHeadersFor = ({ headers }: IncomingMessage): Record<string, string> => ({
  'access-control-allow-origin': '*',
  'access-control-allow-methods': headers['access-control-request-method'] ?? '*',
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
  'access-control-expose-headers': '*',
});

function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const corsHeaders = corsHeadersFor(incoming);
  if (incoming.method === 'OPTIONS') {
    outgoing.writeHead(204, corsHeaders).end();
    return;
  }
  const { method, url, headers } = incoming;
  // The signature covers the Host header, so it is forwarded unchanged.
  const outbound = request(new URL(url ?? '/', target), { method, headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, { ...response.headers, ...corsHeaders });
    outgoing.flushHeaders();
    response.pipe(outgoing);
  });
  outbound.on('error', () => outgoing.destroy());
  outgoing.on('close', () => outbound.destroy());
  incoming.pipe(outbound);
}

/** Starts a server on loopback that forwards requests to another server and adds CORS headers. */
export async function startCorsRelay(target: string): Promise<CorsRelay> {
  const server = createServer((incoming, outgoing) => forward(target, incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
