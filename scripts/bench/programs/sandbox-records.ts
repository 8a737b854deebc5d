/** Adds build records to a sandbox and lists them. */
import { createClient } from 'codearts-build';
import { createSandbox } from 'codearts-build/sandbox';
import { heldBytes, readInput, report } from '../program.js';
import { timeMs } from '../rounds.js';

export interface SandboxRecordsInput {
  records: number;
}

export interface SandboxRecordsReport {
  /** Memory of the records in bytes. */
  held: number;
  /** Duration of listing all records in pages of 100, in milliseconds. */
  listedMs: number;
}

const { records } = readInput() as SandboxRecordsInput;
const sandbox = createSandbox();
const build = createClient({ endpoint: 'http://sandbox', fetch: sandbox.fetch, credentials: sandbox.credentials });
const taskId = sandbox.seed.jobIds['web-shop']!;

/** Adds copies of an existing build, each with its own IDs. */
function addBuilds(): number {
  const { state } = sandbox;
  const builds = state.builds.get(taskId)!;
  const [pattern] = builds;
  while (builds.length < records) {
    const copy = {
      ...pattern!,
      ...{ id: state.random.uuid(), recordId: state.random.uuid(), number: builds.length + 1 },
      parameters: pattern!.parameters.map((parameter) => ({ ...parameter })),
    };
    builds.push(copy);
    state.records.set(copy.recordId, copy);
  }
  return builds.length;
}

async function list(): Promise<number> {
  let count = 0;
  const { buildProjectId } = sandbox.state.tasks.get(taskId)!;
  const pages = build.paginate('listRecords', { build_project_id: buildProjectId });
  for await (const record of pages) if (record.id !== undefined) count += 1;
  return count;
}

await list();
const before = await heldBytes();
const added = addBuilds();
const held = (await heldBytes()) - before;
let listed = 0;
const listedMs = await timeMs(async () => {
  listed = await list();
});
if (listed !== added) throw new Error(`${String(listed)} of ${String(added)} records were listed`);
report({ held, listedMs });
