import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request and its answer, as they went over the wire. */
export interface Exchange {
  method: string;
  /** Path and query, as they were sent. */
  target: string;
  headers: Headers;
  body: Uint8Array<ArrayBuffer>;
  answer: { status: number; headers: Headers; body: Uint8Array<ArrayBuffer> };
}

/** A server between a client and another server. */
export interface Relay {
  url: string;
  /** What went through, in its order. */
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

/** Starts a server on loopback that hands requests on as they are, the header Host included, and keeps them with their answers. */
export async function startRelay(target: string): Promise<Relay> {
  const exchanges: Exchange[] = [];
  const server = createServer((incoming, outgoing) => {
    const hand = async (): Promise<void> => {
      const { method = '', url = '', rawHeaders } = incoming;
      const body = new Uint8Array(await buffer(incoming));
      const onward = request(target, { method, path: url, headers: rawHeaders });
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        onward.on('response', resolve).on('error', reject);
      });
      onward.end(body);
      const answer = await answered;
      const { statusCode: status = 0, rawHeaders: answerHeaders } = answer;
      const answerBody = new Uint8Array(await buffer(answer));
      const headers = toHeaders(answer);
      exchanges.push({
        ...{ method, target: url, headers: toHeaders(incoming), body },
        answer: { status, headers, body: answerBody },
      });
      outgoing.writeHead(status, answerHeaders).end(answerBody);
    };
    hand().catch(() => outgoing.destroy());
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
