/**
 * Runs the benchmarks and prints one table: benchmark, target, result, verdict.
 *
 * Compared variants run in turn within one process, many times, and the median is reported, because other programs on the machine slow down both sides.
 * A missed target is reported and is not a failure.
 */
import { parseArgs } from 'node:util';
import { measureDownloads } from './bench/downloads.js';
import { measureLists } from './bench/lists.js';
import { measureBundleSize, measureCommandStart, measureImportTime } from './bench/loading.js';
import { copyPackage, type PackageCopy } from './bench/package-copy.js';
import { measurePolling } from './bench/polling.js';
import { measureCallOverhead, measureRequests, measureSigning } from './bench/requests.js';
import { formatTable, verdictOf, type Benchmark, type BenchmarkResult } from './bench/result.js';
import { measureSandbox } from './bench/sandbox.js';
import { measureSpecTools } from './bench/spec-tools.js';
import { measureTypeChecking } from './bench/type-checking.js';
import { measureVendorSdk } from './bench/vendor-sdk.js';

const benchmarks: Readonly<Record<string, Benchmark>> = {
  types: measureTypeChecking,
  spec: measureSpecTools,
  signing: measureSigning,
  requests: measureRequests,
  vendor: measureVendorSdk,
  calls: measureCallOverhead,
  import: measureImportTime,
  command: measureCommandStart,
  size: measureBundleSize,
  lists: measureLists,
  downloads: measureDownloads,
  polling: measurePolling,
  sandbox: measureSandbox,
};

const usage = `npm run bench                    runs all benchmarks (several minutes)
npm run bench -- --only <name>   runs one benchmark: ${Object.keys(benchmarks).join(', ')}; repeatable
  --quick                        fewer rounds, for a first impression
  --json                         prints JSON instead of the table`;

/** Runs benchmarks sequentially, so that they do not disturb each other. */
async function measure(names: readonly string[], quick: boolean): Promise<BenchmarkResult[]> {
  let copy: Promise<PackageCopy> | undefined;
  const packageCopy = (): Promise<PackageCopy> => (copy ??= copyPackage());
  try {
    const results: BenchmarkResult[] = [];
    for (const name of names) {
      console.error(`measuring ${name} …`);
      results.push(...(await benchmarks[name]!({ quick, packageCopy })));
    }
    return results;
  } finally {
    await (await copy)?.remove();
  }
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const unknown = values.only.find((name) => !Object.hasOwn(benchmarks, name));

if (values.help) {
  console.log(usage);
} else if (unknown !== undefined) {
  console.error(`--only must be one of ${Object.keys(benchmarks).join(', ')}; received ${JSON.stringify(unknown)}`);
  process.exitCode = 1;
} else {
  const results = await measure(values.only.length > 0 ? values.only : Object.keys(benchmarks), values.quick);
  const judged = results.map((result) => ({ ...result, verdict: verdictOf(result) }));
  console.log(values.json ? JSON.stringify(judged, undefined, 1) : formatTable(results));
}
