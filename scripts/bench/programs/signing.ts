/** Signs in rounds, in turn with the three hashes that a signature requires. */
import { createHash, createHmac } from 'node:crypto';
import { signRequest, type SignableRequest } from 'codearts-build';
import { readInput, report } from '../program.js';
import { measureInTurn, timeMs } from '../rounds.js';

export interface SigningInput {
  rounds: number;
  /** Signatures per round. */
  repeats: number;
  /** Bytes of the request body; 0 for a GET. */
  bodyBytes: number;
}

/** Microseconds per signature, per round. */
export interface SigningReport {
  signed: number[];
  hashed: number[];
}

const { rounds, repeats, bodyBytes } = readInput() as SigningInput;
const accessKey = { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
const path = '/v1/job/08d5a9564a704afda6039ae2babbef3c/list';
const request: SignableRequest = {
  method: bodyBytes > 0 ? 'POST' : 'GET',
  url: `https://cloudbuild-ext.cn-north-4.myhuaweicloud.com${path}?page_index=0&page_size=100`,
  headers: { 'content-type': 'application/json', 'x-project-id': '08d5a9564a704afda6039ae2babbef3c' },
  body: new Uint8Array(bodyBytes).fill(97),
};
const body = request.body ?? '';
const { canonicalRequest, stringToSign } = await signRequest(request, accessKey);

const sign = async (): Promise<void> => {
  for (let done = 0; done < repeats; done += 1) await signRequest(request, accessKey);
};

let kept = 0;
const hash = (): void => {
  for (let done = 0; done < repeats; done += 1) {
    kept += createHash('sha256').update(body).digest('hex').length;
    kept += createHash('sha256').update(canonicalRequest).digest('hex').length;
    kept += createHmac('sha256', accessKey.sk).update(stringToSign).digest('hex').length;
  }
};

const perCall = async (task: () => unknown): Promise<number> => ((await timeMs(task)) * 1_000) / repeats;
const variants = { signed: () => perCall(sign), hashed: () => perCall(hash) };
await measureInTurn(variants, 500);
report({ ...(await measureInTurn(variants, rounds)), kept });
