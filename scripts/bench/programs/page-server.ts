/** A server of a task list with a fixed latency per page. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readInput } from '../program.js';

export interface PageServerInput {
  pages: number;
  /** Tasks per page. */
  pageSize: number;
  latencyMs: number;
  /** Length of each task name in characters. */
  nameLength: number;
}

const { pages, pageSize, latencyMs, nameLength } = readInput() as PageServerInput;
const total = pages * pageSize;

function pageOf(index: number): string {
  const numbers = Array.from({ length: pageSize }, (_, at) => index * pageSize + at);
  const job_list = numbers.map((number) => ({
    id: number.toString(16).padStart(32, '0'),
    job_name: `${String(number)} `.padEnd(nameLength, 'x'),
  }));
  return JSON.stringify({ result: { job_list, total }, error: null, status: 'success' });
}

const server = createServer((request, response) => {
  const index = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('page_index'));
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(pageOf(index));
  }, latencyMs);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
