/** Lists of many pages: speed-up by concurrent pages, and their memory. */
import type { ListMemoryReport } from './programs/list-memory.js';
import type { ListPagesInput, ListPagesReport } from './programs/list-pages.js';
import type { PageServerInput } from './programs/page-server.js';
import type { PackageCopy } from './package-copy.js';
import { median, medianRatio } from './rounds.js';
import type { Benchmark, BenchmarkResult } from './result.js';

const PAGES = 100;
const PAGE_SIZE = 100;
const CONCURRENCY = 8;

async function measureSpeed(copy: PackageCopy, quick: boolean): Promise<BenchmarkResult> {
  const slow: PageServerInput = { pages: PAGES, pageSize: PAGE_SIZE, latencyMs: 50, nameLength: 20 };
  const server = await copy.serve('page-server', slow);
  try {
    const input: ListPagesInput = {
      ...{ url: server.url, concurrency: CONCURRENCY, total: PAGES * PAGE_SIZE },
      rounds: quick ? 1 : 3,
    };
    const { sequential, concurrent } = await copy.run<ListPagesReport>('list-pages', input);
    return {
      name: `List of ${String(PAGES)} pages of 50 ms each, sequential compared with \`concurrency: ${String(CONCURRENCY)}\``,
      ...{ value: medianRatio(sequential, concurrent), unit: '×', target: { atLeast: 6 } },
      note: `${(median(sequential) / 1_000).toFixed(2)} s : ${(median(concurrent) / 1_000).toFixed(2)} s`,
    };
  } finally {
    server.stop();
  }
}

async function measureMemory(copy: PackageCopy): Promise<BenchmarkResult[]> {
  const large: PageServerInput = { pages: PAGES, pageSize: PAGE_SIZE, latencyMs: 0, nameLength: 4_000 };
  const server = await copy.serve('page-server', large);
  const mega = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  try {
    const results: BenchmarkResult[] = [];
    for (const concurrency of [1, CONCURRENCY]) {
      const { page, peak } = await copy.run<ListMemoryReport>('list-memory', { url: server.url, concurrency });
      results.push({
        name: `Memory during iteration over ${String(PAGES)} pages, \`concurrency: ${String(concurrency)}\`, compared with one page per concurrent request`,
        // An incoming page exists as chunks, as bytes, as text and as values.
        ...{ value: peak / (page * concurrency), unit: '×', target: { atMost: 4 } },
        note: `${mega(peak)}; a page ${mega(page)}, the list ${mega(page * PAGES)}`,
      });
    }
    return results;
  } finally {
    server.stop();
  }
}

export const measureLists: Benchmark = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  return [await measureSpeed(copy, quick), ...(await measureMemory(copy))];
};
