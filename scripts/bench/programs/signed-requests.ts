/** Asks a server for the same page in rounds: with a bare fetch, as a signed call of the client, and with the least that such a call is made of. */
import { createClient, signRequest } from 'codearts-build';
import { readInput, report } from '../program.js';
import { measureInTurn, timeMs } from '../rounds.js';

export interface SignedRequestsInput {
  url: string;
  rounds: number;
  /** Requests in a round. */
  repeats: number;
  /** Requests under way at a time. */
  concurrency: number;
}

/** Microseconds for one, round by round. */
export interface SignedRequestsReport {
  client: number[];
  bare: number[];
  /** A fetch with a signature, and a signal that a timer aborts. */
  least: number[];
}

const { url, rounds, repeats, concurrency } = readInput() as SignedRequestsInput;
const project_id = '08d5a9564a704afda6039ae2babbef3c';
const credentials = { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
const build = createClient({ endpoint: url, credentials });
const address = `${url}/v1/job/${project_id}/list?page_index=0&page_size=10`;

const callClient = async (): Promise<unknown> => build.listProjectJobs({ project_id, page_index: 0, page_size: 10 });
async function fetchSigned(): Promise<unknown> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 30_000);
  const { headers } = await signRequest({ method: 'GET', url: address }, credentials);
  const response = await fetch(address, { headers, redirect: 'manual', signal: controller.signal });
  const body: unknown = await response.json();
  clearTimeout(timer);
  return body;
}
const fetchBare = async (): Promise<unknown> => (await fetch(address)).json();

/** Microseconds for one of the requests of a round. */
async function perCall(request: () => Promise<unknown>): Promise<number> {
  let left = repeats;
  async function work(): Promise<void> {
    while (left > 0) {
      left -= 1;
      await request();
    }
  }
  const all = await timeMs(() => Promise.all(Array.from({ length: concurrency }, work)));
  return (all * 1_000) / repeats;
}

const variants = {
  client: () => perCall(callClient),
  bare: () => perCall(fetchBare),
  least: () => perCall(fetchSigned),
};
await measureInTurn(variants, 20);
report(await measureInTurn(variants, rounds));
