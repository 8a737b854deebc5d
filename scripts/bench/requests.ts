/** Signing compared with the hashes that it requires, and calls compared with a bare fetch and with openapi-fetch. */
import type { CallOverheadInput, CallOverheadReport } from './programs/call-overhead.js';
import type { SignedRequestsInput, SignedRequestsReport } from './programs/signed-requests.js';
import type { SigningInput, SigningReport } from './programs/signing.js';
import type { Benchmark, BenchmarkResult } from './result.js';
import { median, medianRatio } from './rounds.js';

export const measureSigning: Benchmark = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const results: BenchmarkResult[] = [];
  for (const [name, bodyBytes] of [
    ['a GET', 0],
    ['a POST of 1 kB', 1_000],
  ] as const) {
    const input: SigningInput = { rounds: quick ? 500 : 5_000, repeats: 10, bodyBytes };
    const { signed, hashed } = await copy.run<SigningReport>('signing', input);
    results.push({
      name: `Signing ${name}, compared with the three required hashes`,
      ...{ value: medianRatio(signed, hashed), unit: '×', target: { atMost: 1.6 } },
      note: `${median(signed).toFixed(1)} µs : ${median(hashed).toFixed(1)} µs`,
    });
  }
  return results;
};

export const measureRequests: Benchmark = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const server = await copy.serve('fixed-response-server', {});
  try {
    const results: BenchmarkResult[] = [];
    for (const [name, concurrency, repeats, rounds] of [
      ['sequentially', 1, 4, 1_000],
      ['16 concurrently', 16, 32, 300],
    ] as const) {
      const input: SignedRequestsInput = {
        url: server.url,
        rounds: quick ? rounds / 10 : rounds,
        repeats,
        concurrency,
      };
      const { client, bare, least } = await copy.run<SignedRequestsReport>('signed-requests', input);
      results.push({
        name: `A signed GET, ${name}, compared with a bare fetch`,
        ...{ value: medianRatio(client, bare), unit: '×', target: { atMost: 1.35 } },
        note: `${median(client).toFixed(0)} µs : ${median(bare).toFixed(0)} µs; signature and timeout alone: ${medianRatio(least, bare).toFixed(2)} ×`,
      });
    }
    return results;
  } finally {
    server.stop();
  }
};

export const measureCallOverhead: Benchmark = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  const input: CallOverheadInput = { rounds: quick ? 300 : 3_000, repeats: 10 };
  const { plain, signed, token } = await copy.run<CallOverheadReport>('call-overhead', input);
  return [
    {
      name: 'A signed call with an instant fetch, compared with openapi-fetch alone',
      ...{ value: medianRatio(signed, plain), unit: '×', target: { atMost: 1.8 } },
      note: `${median(signed).toFixed(0)} µs : ${median(plain).toFixed(0)} µs; with a token: ${medianRatio(token, plain).toFixed(2)} ×`,
    },
  ];
};
