/** Walks a list of large pages, and looks at each page how much memory is held. */
import { createClient } from 'codearts-build';
import { heldBytes } from '../memory.js';
import { readInput, report } from '../program.js';

export interface ListMemoryInput {
  url: string;
  concurrency: number;
}

export interface ListMemoryReport {
  /** Bytes that one page takes. */
  page: number;
  /** The most bytes that the walk held. */
  peak: number;
}

const { url, concurrency } = readInput() as ListMemoryInput;
const credentials = { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
const build = createClient({ endpoint: url, credentials });
const walk = (width: number) =>
  build.paginate('listProjectJobs', { project_id: 'p' }, { pageSize: 100, concurrency: width }).pages();

async function warmUp(): Promise<void> {
  let pages = 0;
  for await (const { items } of walk(concurrency)) if (items.length > 0 && (pages += 1) > 20) break;
}

/** What a single page takes, as it comes out of the client. */
async function measurePage(): Promise<number> {
  const before = await heldBytes();
  const kept: unknown[] = [];
  for await (const page of walk(1)) if (kept.push(page.data) === 10) break;
  const after = await heldBytes();
  return (after - before) / kept.length;
}

async function measurePeak(): Promise<number> {
  const before = await heldBytes();
  let peak = 0;
  for await (const { items } of walk(concurrency)) {
    if (items.length > 0) peak = Math.max(peak, (await heldBytes()) - before);
  }
  return peak;
}

await warmUp();
const page = await measurePage();
report({ page, peak: await measurePeak() });
