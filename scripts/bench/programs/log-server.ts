/** A server of build logs of any length: the first number in the path is the length in bytes. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A log line in the format of the service, some with characters of three bytes. */
const lineOf = (number: number): string =>
  `[2026/09/10 19:09:19.${String(number % 1_000).padStart(3, '0')} GMT+08:00] [INFO] [build:maven] : ` +
  `Compiling module ${String(number)} of the shop${number % 50 === 0 ? ', 编译完成' : ''}\n`;

const text = Buffer.from(Array.from({ length: 10_000 }, (_, number) => lineOf(number)).join(''));
const CHUNK_BYTES = 64 * 1024;
// Chunk borders fall inside lines and characters.
const chunks = Array.from({ length: Math.floor(text.byteLength / CHUNK_BYTES) }, (_, at) =>
  text.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES),
);

function send(response: ServerResponse, bytes: number): void {
  let left = bytes;
  let next = 0;
  function write(): void {
    while (left > 0) {
      const chunk = chunks[next % chunks.length]!.subarray(0, left);
      next += 1;
      left -= chunk.byteLength;
      if (!response.write(chunk)) {
        response.once('drain', write);
        return;
      }
    }
    response.end();
  }
  write();
}

const server = createServer((request, response) => {
  const bytes = Number(/\/(\d+)/.exec(request.url ?? '')?.[1]);
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes });
  send(response, bytes);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
