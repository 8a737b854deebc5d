/** Walks a list to its end, one page after the other and several at a time. */
import { createClient } from 'codearts-build';
import { readInput, report } from '../program.js';
import { measureInTurn, timeMs } from '../rounds.js';

export interface ListPagesInput {
  url: string;
  rounds: number;
  concurrency: number;
  /** How many items there must be in the end. */
  total: number;
}

/** Milliseconds for the whole list, round by round. */
export interface ListPagesReport {
  sequential: number[];
  concurrent: number[];
}

const { url, rounds, concurrency, total } = readInput() as ListPagesInput;
const credentials = { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
const build = createClient({ endpoint: url, credentials });

async function walk(width: number): Promise<void> {
  let count = 0;
  const list = build.paginate('listProjectJobs', { project_id: 'p' }, { pageSize: 100, concurrency: width });
  for await (const task of list) if (task.id !== undefined) count += 1;
  if (count !== total) throw new Error(`${String(count)} of ${String(total)} items came`);
}

report(
  await measureInTurn(
    { sequential: () => timeMs(() => walk(1)), concurrent: () => timeMs(() => walk(concurrency)) },
    rounds,
  ),
);
