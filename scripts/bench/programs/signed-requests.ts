/** Requests the same page in rounds: with a bare fetch, with a signed call of the client, and with the minimum of such a call. */
import { createClient, signRequest } from 'codearts-build';
import { readInput, report } from '../program.js';
import { measureInTurn, timeMs } from '../rounds.js';

export interface SignedRequestsInput {
  url: string;
  rounds: number;
  /** Requests per round. */
  repeats: number;
  /** Concurrent requests. */
  concurrency: number;
}

/** Microseconds per request, per round. */
export interface SignedRequestsReport {
  client: number[];
  bare: number[];
  /** A fetch with a signature and a timeout signal. */
  least: number[];
}

const { url, rounds, repeats, concurrency } = readInput() as SignedRequestsInput;
const project_id = '08d5a9564a704afda6039ae2babbef3c';
const credentials = { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
const build = createClient({ endpoint: url, credentials });
const target = `${url}/v1/job/${project_id}/list?page_index=0&page_size=10`;

const callClient = async (): Promise<unknown> => build.listProjectJobs({ project_id, page_index: 0, page_size: 10 });
async function fetchSigned(): Promise<unknown> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 30_000);
  const { headers } = await signRequest({ method: 'GET', url: target }, credentials);
  const response = await fetch(target, { headers, redirect: 'manual', signal: controller.signal });
  const body: unknown = await response.json();
  clearTimeout(timer);
  return body;
}
const fetchBare = async (): Promise<unknown> => (await fetch(target)).json();

/** Returns the microseconds per request of a round. */
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
