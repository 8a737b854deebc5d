/** Signs a list call for a sandbox, makes it once, and tells what was sent and what came. */
import { signRequest } from 'codearts-build';
import { createSandbox } from 'codearts-build/sandbox';
import { readInput, report } from '../program.js';

export interface SignedListCallInput {
  url: string;
}

export interface SignedListCallReport {
  /** Path and query of the request. */
  target: string;
  /** Headers of the request, with its signature. */
  requestHeaders: Record<string, string>;
  /** Headers of the answer that are its own, and not the connection's. */
  headers: Record<string, string>;
  body: string;
}

const { url } = readInput() as SignedListCallInput;
// Keys and ids come from the seed: they are the same in every sandbox.
const { credentials, seed } = createSandbox();
const target = `/v1/job/${seed.projectId}/list?page_index=0&page_size=10`;
const { headers } = await signRequest({ method: 'GET', url: url + target }, credentials);
const response = await fetch(url + target, { headers });
const body = await response.text();
if (!response.ok) throw new Error(`The sandbox answered ${String(response.status)}: ${body}`);
const own = ['content-type', 'x-request-id'].map((name) => [name, response.headers.get(name) ?? '']);
report({ target, requestHeaders: headers, headers: Object.fromEntries(own) as object, body });
