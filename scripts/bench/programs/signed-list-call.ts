/** Signs a list call for a sandbox, sends it once, and reports the request and the response. */
import { signRequest } from 'codearts-build';
import { createSandbox } from 'codearts-build/sandbox';
import { readInput, report } from '../program.js';

export interface SignedListCallInput {
  url: string;
}

export interface SignedListCallReport {
  /** Path and query of the request. */
  target: string;
  /** Request headers, including the signature. */
  requestHeaders: Record<string, string>;
  /** Response headers, except those of the connection. */
  headers: Record<string, string>;
  body: string;
}

const { url } = readInput() as SignedListCallInput;
// Keys and IDs come from the seed, so they are the same in every sandbox.
const { credentials, seed } = createSandbox();
const target = `/v1/job/${seed.projectId}/list?page_index=0&page_size=10`;
const { headers } = await signRequest({ method: 'GET', url: url + target }, credentials);
const response = await fetch(url + target, { headers });
const body = await response.text();
if (!response.ok) throw new Error(`The sandbox returned ${String(response.status)}: ${body}`);
const own = ['content-type', 'x-request-id'].map((name) => [name, response.headers.get(name) ?? '']);
report({ target, requestHeaders: headers, headers: Object.fromEntries(own) as object, body });
