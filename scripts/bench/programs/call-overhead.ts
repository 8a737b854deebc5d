/** Calls one operation in rounds with a fetch that resolves immediately: with openapi-fetch alone, with a signed call of the client, and with a token. */
import { createClient, staticToken, type ClientOptions } from 'codearts-build';
import createFetchClient from 'openapi-fetch';
import type { paths } from '../../../generated/codearts-build/schema.js';
import { readInput, report } from '../program.js';
import { measureInTurn, timeMs } from '../rounds.js';

export interface CallOverheadInput {
  rounds: number;
  /** Calls per round. */
  repeats: number;
}

/** Microseconds per call, per round. */
export interface CallOverheadReport {
  plain: number[];
  signed: number[];
  token: number[];
}

const { rounds, repeats } = readInput() as CallOverheadInput;
const job_id = '48c66c6002964721be537cdc6ce0297b';
const body = new TextEncoder().encode(JSON.stringify({ result: true, error: null, status: 'success' }));
const headers = { 'content-type': 'application/json', 'content-length': String(body.byteLength) };
const respond = (): Promise<Response> => Promise.resolve(new Response(body, { headers }));

const endpoint = 'https://build.example.com';
const createCall = (credentials: ClientOptions['credentials']) => {
  const build = createClient({ endpoint, credentials, fetch: respond });
  return async (): Promise<unknown> => build.showRunningStatus({ job_id });
};
const http = createFetchClient<paths>({ baseUrl: endpoint, fetch: respond });

/** Returns the microseconds per call of a round. */
async function perCall(call: () => Promise<unknown>): Promise<number> {
  const all = await timeMs(async () => {
    for (let left = repeats; left > 0; left -= 1) await call();
  });
  return (all * 1_000) / repeats;
}

const callSigned = createCall({ ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' });
const callWithToken = createCall(staticToken('token'));
const variants = {
  plain: () => perCall(async () => (await http.GET('/v1/job/{job_id}/running-status', { params: { path: { job_id } } })).data),
  signed: () => perCall(callSigned),
  token: () => perCall(callWithToken),
};
await measureInTurn(variants, 100);
report(await measureInTurn(variants, rounds));
