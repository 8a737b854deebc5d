/** Iterates over a whole list, page by page and with concurrent requests. */
import { createClient } from 'codearts-build';
import { readInput, report } from '../program.js';
import { measureInTurn, timeMs } from '../rounds.js';

export interface ListPagesInput {
  url: string;
  rounds: number;
  concurrency: number;
  /** Expected number of items. */
  total: number;
}

/** Duration of the whole list in milliseconds, per round. */
export interface ListPagesReport {
  sequential: number[];
  concurrent: number[];
}

const { url, rounds, concurrency, total } = readInput() as ListPagesInput;
const credentials = { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
const build = createClient({ endpoint: url, credentials });

async function iterate(width: number): Promise<void> {
  let count = 0;
  const list = build.paginate('listProjectJobs', { project_id: 'p' }, { pageSize: 100, concurrency: width });
  for await (const task of list) if (task.id !== undefined) count += 1;
  if (count !== total) throw new Error(`${String(count)} of ${String(total)} items received`);
}

report(
  await measureInTurn(
    { sequential: () => timeMs(() => iterate(1)), concurrent: () => timeMs(() => iterate(concurrency)) },
    rounds,
  ),
);
