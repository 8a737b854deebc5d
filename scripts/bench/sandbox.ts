/** The sandbox: start time, throughput, and the cost of many records. */
import type { PackageCopy } from './package-copy.js';
import type { SandboxRecordsReport } from './programs/sandbox-records.js';
import type { SandboxStartReport } from './programs/sandbox-start.js';
import type { ServerLoadInput, ServerLoadReport } from './programs/server-load.js';
import type { SignedListCallReport } from './programs/signed-list-call.js';
import { median, medianRatio } from './rounds.js';
import type { Benchmark, BenchmarkResult } from './result.js';

async function measureStart(copy: PackageCopy, quick: boolean): Promise<BenchmarkResult> {
  const reports: SandboxStartReport[] = [];
  for (let round = 0; round < (quick ? 3 : 15); round += 1) reports.push(await copy.run('sandbox-start', {}));
  const responded = median(reports.map((report) => report.responded));
  return {
    name: 'Start of a sandbox, after its import',
    ...{ value: median(reports.map((report) => report.created)), unit: 'ms', target: { atMost: 100 } },
    note: `response to the first call after ${responded.toFixed(0)} ms`,
  };
}

async function measureLoad(copy: PackageCopy, quick: boolean): Promise<BenchmarkResult> {
  const sandbox = await copy.serve('sandbox-server', {});
  try {
    const call = await copy.run<SignedListCallReport>('signed-list-call', { url: sandbox.url });
    const bare = await copy.serve('fixed-response-server', { headers: call.headers, body: call.body });
    try {
      const load: ServerLoadInput = {
        ...{ sandbox: sandbox.url, bare: bare.url, target: call.target, headers: call.requestHeaders },
        ...{ rounds: quick ? 40 : 300, repeats: 32, concurrency: 16 },
      };
      const perSecond = await copy.run<ServerLoadReport>('server-load', load);
      return {
        name: 'Signed list calls per second, compared with a bare server with the same response',
        ...{ value: medianRatio(perSecond.sandbox, perSecond.bare), unit: '×' },
        note: `${median(perSecond.sandbox).toFixed(0)} : ${median(perSecond.bare).toFixed(0)}`,
      };
    } finally {
      bare.stop();
    }
  } finally {
    sandbox.stop();
  }
}

async function measureRecords(copy: PackageCopy, quick: boolean): Promise<BenchmarkResult[]> {
  const records = quick ? 10_000 : 100_000;
  const { held, listedMs } = await copy.run<SandboxRecordsReport>('sandbox-records', { records });
  const count = records.toLocaleString('en');
  return [
    {
      name: `Memory of ${count} records in a sandbox`,
      ...{ value: held / 2 ** 20, unit: 'MiB', note: `${(held / records).toFixed(0)} bytes per record` },
    },
    {
      name: `Listing all of them with \`paginate\``,
      ...{ value: listedMs / 1_000, unit: 's', note: `${((listedMs / records) * 100).toFixed(1)} ms per page of 100` },
    },
  ];
}

export const measureSandbox: Benchmark = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  return [await measureStart(copy, quick), await measureLoad(copy, quick), ...(await measureRecords(copy, quick))];
};
