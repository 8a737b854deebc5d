/** A bare server that sends the same response to every request: by default a page of ten tasks. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readInput } from '../program.js';

export interface FixedResponseServerInput {
  headers?: Record<string, string>;
  /** Text of the response. */
  body?: string;
}

const task = (number: number): object => ({
  id: number.toString(16).padStart(32, '0'),
  job_name: `task ${String(number)}`,
  job_creator: '5ad2b7f0d4b14c3ea1f5a7a2f51a3d5b',
  user_name: 'builder',
  last_build_time: 1_600_000_000_000 + number,
  health_score: 88,
  source_code: 'codehub',
  last_build_status: 'blue',
  is_finished: true,
  disabled: false,
  favorite: false,
  is_modify: true,
  is_delete: true,
  is_execute: true,
  is_copy: true,
  is_forbidden: true,
  is_view: true,
});

const job_list = Array.from({ length: 10 }, (_, number) => task(number));
const page = { result: { job_list, total: 10 }, error: null, status: 'success' };
const { headers = { 'content-type': 'application/json' }, body = JSON.stringify(page) } =
  readInput() as FixedResponseServerInput;
const bytes = Buffer.from(body);

const server = createServer((_, response) => {
  response.writeHead(200, { ...headers, 'content-length': bytes.byteLength });
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
