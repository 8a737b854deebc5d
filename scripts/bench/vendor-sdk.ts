/** Costs of a start, a wait and a list, compared with the Huawei Cloud SDK if it is installed. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FixedResponseServerInput } from './programs/fixed-response-server.js';
import type { VendorSdkInput, VendorSdkReport } from './programs/vendor-sdk.js';
import type { Benchmark, BenchmarkResult } from './result.js';
import { median, medianRatio } from './rounds.js';

const sdkFolder = fileURLToPath(new URL('../../test/vendor-sdk', import.meta.url));

const envelope = (result: object): FixedResponseServerInput => ({
  body: JSON.stringify({ result, error: null, status: 'success' }),
});

const actions: readonly { action: VendorSdkInput['action']; name: string; response: FixedResponseServerInput }[] = [
  { action: 'start', name: 'Starting a build', response: envelope({ actual_build_number: '7' }) },
  {
    action: 'wait',
    name: 'Waiting for a build that has finished',
    response: envelope({ build_no: 7, status: 'SUCCESS', finish_time: '2026-01-02T03:04:05.000+00:00' }),
  },
  { action: 'list', name: 'Listing ten tasks', response: {} },
];

export const measureVendorSdk: Benchmark = async ({ quick, packageCopy }) => {
  if (!existsSync(`${sdkFolder}/node_modules`)) {
    console.error('  skipped: the Huawei Cloud SDK is not installed; run npm ci --prefix test/vendor-sdk');
    return [];
  }
  const copy = await packageCopy();
  const results: BenchmarkResult[] = [];
  for (const { action, name, response } of actions) {
    const server = await copy.serve('fixed-response-server', response);
    try {
      const input: VendorSdkInput = { action, url: server.url, sdkFolder, rounds: quick ? 50 : 500, repeats: 4 };
      const { client, sdk } = await copy.run<VendorSdkReport>('vendor-sdk', input);
      results.push({
        name: `${name}, compared with the request of the Huawei Cloud SDK`,
        ...{ value: medianRatio(client, sdk), unit: '×', target: { atMost: 1 } },
        note: `${median(client).toFixed(0)} µs : ${median(sdk).toFixed(0)} µs`,
      });
    } finally {
      server.stop();
    }
  }
  return results;
};
