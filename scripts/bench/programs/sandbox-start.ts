/** Creates the first sandbox of a process and sends it a request. */
import { createClient } from 'codearts-build';
import { createSandbox } from 'codearts-build/sandbox';
import { report } from '../program.js';

/** Times since the start of `createSandbox`, in milliseconds. */
export interface SandboxStartReport {
  /** Return of `createSandbox`. */
  created: number;
  /** Response to the first signed call. */
  responded: number;
}

const startedAt = performance.now();
const sandbox = createSandbox();
const created = performance.now() - startedAt;
const build = createClient({ endpoint: 'http://sandbox', fetch: sandbox.fetch, credentials: sandbox.credentials });
await build.listProjectJobs({ project_id: sandbox.seed.projectId, page_index: 0, page_size: 10 });
report({ created, responded: performance.now() - startedAt });
