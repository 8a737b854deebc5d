import { connect, type Socket } from 'node:net';

/** Opens a connection to a server at a URL. */
export function openSocket(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname);
}

/** Sends bytes over a connection of its own, and returns everything that the server sends until it closes the connection. */
export async function sendRaw(url: string, text: string): Promise<string> {
  const socket = openSocket(url);
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => (received += chunk));
  socket.write(text, 'latin1');
  await new Promise<void>((resolve) => {
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });
  return received;
}

/** Composes a request that asks the server to close the connection. */
export const composeRequest = (line: string, headers: Readonly<Record<string, string>> = {}, body = ''): string =>
  [
    `${line} HTTP/1.1`,
    ...Object.entries({ connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
