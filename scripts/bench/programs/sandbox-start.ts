/** Creates a sandbox in a process that has not had one, and asks it for something. */
import { createClient } from 'codearts-build';
import { createSandbox } from 'codearts-build/sandbox';
import { report } from '../program.js';

/** Milliseconds. */
export interface SandboxStartReport {
  /** Until `createSandbox` returned. */
  created: number;
  /** Until the first signed call was answered, from the same beginning. */
  answered: number;
}

const startedAt = performance.now();
const sandbox = createSandbox();
const created = performance.now() - startedAt;
const build = createClient({ endpoint: 'http://sandbox', fetch: sandbox.fetch, credentials: sandbox.credentials });
await build.listProjectJobs({ project_id: sandbox.seed.projectId, page_index: 0, page_size: 10 });
report({ created, answered: performance.now() - startedAt });
