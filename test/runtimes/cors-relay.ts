import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that a page of another origin may call. */
export interface CorsRelay {
  url: string;
  close(): Promise<void>;
}

/** What a page of any origin may send and read. */
const permissionFor = ({ headers }: IncomingMessage): Record<string, string> => ({
  'access-control-allow-origin': '*',
  'access-control-allow-methods': headers['access-control-request-method'] ?? '*',
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
  'access-control-expose-headers': '*',
});

function pass(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const permission = permissionFor(incoming);
  if (incoming.method === 'OPTIONS') {
    outgoing.writeHead(204, permission).end();
    return;
  }
  const { method, url, headers } = incoming;
  // The signature covers the header Host, so that is handed on too.
  const onward = request(new URL(url ?? '/', target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...permission });
    outgoing.flushHeaders();
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

/** Starts a server on loopback that hands requests on to another one, and allows pages of any origin to make them. */
export async function startCorsRelay(target: string): Promise<CorsRelay> {
  const server = createServer((incoming, outgoing) => pass(target, incoming, outgoing));
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
