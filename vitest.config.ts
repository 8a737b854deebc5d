import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Number of seeds with which the tests of builds, lists and logs run against an untidy service. */
const seeds = Number(process.env['REALISM_SEEDS'] ?? 2);

const untidy = Array.from({ length: seeds }, (_, index) => ({
  extends: true as const,
  test: {
    name: `realism ${String(index + 1)}`,
    include: ['test/builds/{build-run,many,start,untidy,watch-project}.test.ts'],
    testTimeout: 30_000,
    env: { SANDBOX_REALISM: String(index + 1) },
  },
}));

export default defineConfig({
  resolve: {
    alias: [{ find: /^#(.*)/, replacement: `${fileURLToPath(new URL('./src/platform/', import.meta.url))}$1.node.ts` }],
  },
  test: {
    testTimeout: 15_000,
    expect: { poll: { timeout: 10_000 } },
    // By default one processor stays free, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    setupFiles: ['test/support/setup.ts'],
    coverage: { include: ['src/**'], exclude: ['src/sandbox/**'] },
    projects: [{ extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'] } }, ...untidy],
  },
});
