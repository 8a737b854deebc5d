/** Lists of many pages: how much sooner several pages at a time come, and how much memory they hold. */
import type { Figure } from './figure.js';
import type { ListMemoryReport } from './programs/list-memory.js';
import type { ListPagesInput, ListPagesReport } from './programs/list-pages.js';
import type { PageServerInput } from './programs/page-server.js';
import type { PackageCopy } from './package-copy.js';
import { median, medianRatio } from './rounds.js';
import type { Section } from './section.js';

const PAGES = 100;
const PAGE_SIZE = 100;
const CONCURRENCY = 8;

async function measureSpeed(copy: PackageCopy, quick: boolean): Promise<Figure> {
  const slow: PageServerInput = { pages: PAGES, pageSize: PAGE_SIZE, latencyMs: 50, nameLength: 20 };
  const server = await copy.serve('page-server', slow);
  try {
    const walk: ListPagesInput = {
      ...{ url: server.url, concurrency: CONCURRENCY, total: PAGES * PAGE_SIZE },
      rounds: quick ? 1 : 3,
    };
    const { sequential, concurrent } = await copy.run<ListPagesReport>('list-pages', walk);
    return {
      name: `List of ${String(PAGES)} pages of 50 ms each, one by one against \`concurrency: ${String(CONCURRENCY)}\``,
      ...{ value: medianRatio(sequential, concurrent), unit: '×', aim: { atLeast: 6 } },
      note: `${(median(sequential) / 1_000).toFixed(2)} s : ${(median(concurrent) / 1_000).toFixed(2)} s`,
    };
  } finally {
    server.stop();
  }
}

async function measureMemory(copy: PackageCopy): Promise<Figure[]> {
  const large: PageServerInput = { pages: PAGES, pageSize: PAGE_SIZE, latencyMs: 0, nameLength: 4_000 };
  const server = await copy.serve('page-server', large);
  const mega = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  try {
    const figures: Figure[] = [];
    for (const concurrency of [1, CONCURRENCY]) {
      const { page, peak } = await copy.run<ListMemoryReport>('list-memory', { url: server.url, concurrency });
      figures.push({
        name: `Memory held by a walk of ${String(PAGES)} pages, \`concurrency: ${String(concurrency)}\`, against a page for each under way`,
        // A page that comes in is there as chunks, as bytes, as text and as values.
        ...{ value: peak / (page * concurrency), unit: '×', aim: { atMost: 4 } },
        note: `${mega(peak)}; a page ${mega(page)}, the list ${mega(page * PAGES)}`,
      });
    }
    return figures;
  } finally {
    server.stop();
  }
}

export const measureLists: Section = async ({ quick, packageCopy }) => {
  const copy = await packageCopy();
  return [await measureSpeed(copy, quick), ...(await measureMemory(copy))];
};
