/** Sends the same request to two servers in rounds, concurrently and over persistent connections. */
import { Agent, get } from 'node:http';
import { readInput, report } from '../program.js';
import { measureInTurn, timeMs } from '../rounds.js';

export interface ServerLoadInput {
  sandbox: string;
  bare: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string>;
  rounds: number;
  /** Requests per round. */
  repeats: number;
  concurrency: number;
}

/** Requests per second, per round. */
export interface ServerLoadReport {
  sandbox: number[];
  bare: number[];
}

const { sandbox, bare, target, headers, rounds, repeats, concurrency } = readInput() as ServerLoadInput;
const agent = new Agent({ keepAlive: true, maxSockets: concurrency });

const request = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const outgoing = get(url + target, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} returned ${String(response.statusCode)}`));
      response.resume().once('end', resolve);
    });
    outgoing.once('error', reject);
  });

async function perSecond(url: string): Promise<number> {
  let left = repeats;
  async function work(): Promise<void> {
    while (left > 0) {
      left -= 1;
      await request(url);
    }
  }
  const ms = await timeMs(() => Promise.all(Array.from({ length: concurrency }, work)));
  return (repeats * 1_000) / ms;
}

const variants = { sandbox: () => perSecond(sandbox), bare: () => perSecond(bare) };
await measureInTurn(variants, 3);
report(await measureInTurn(variants, rounds));
agent.destroy();
