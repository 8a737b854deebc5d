/** Iterates over a list of large pages and measures the memory in use at each page. */
import { createClient } from 'codearts-build';
import { heldBytes, readInput, report } from '../program.js';

export interface ListMemoryInput {
  url: string;
  concurrency: number;
}

export interface ListMemoryReport {
  /** Bytes of one page. */
  page: number;
  /** Maximum number of bytes in use during the iteration. */
  peak: number;
}

const { url, concurrency } = readInput() as ListMemoryInput;
const credentials = { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
const build = createClient({ endpoint: url, credentials });
const pages = (width: number) =>
  build.paginate('listProjectJobs', { project_id: 'p' }, { pageSize: 100, concurrency: width }).pages();

async function warmUp(): Promise<void> {
  let count = 0;
  for await (const { items } of pages(concurrency)) if (items.length > 0 && (count += 1) > 20) break;
}

/** Returns the memory of a single page as the client returns it. */
async function measurePage(): Promise<number> {
  const before = await heldBytes();
  const kept: unknown[] = [];
  for await (const page of pages(1)) if (kept.push(page.data) === 10) break;
  const after = await heldBytes();
  return (after - before) / kept.length;
}

async function measurePeak(): Promise<number> {
  const before = await heldBytes();
  let peak = 0;
  for await (const { items } of pages(concurrency)) {
    if (items.length > 0) peak = Math.max(peak, (await heldBytes()) - before);
  }
  return peak;
}

await warmUp();
const page = await measurePage();
report({ page, peak: await measurePeak() });
