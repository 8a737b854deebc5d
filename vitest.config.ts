import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: [{ find: /^#(.*)/, replacement: `${fileURLToPath(new URL('./src/platform/', import.meta.url))}$1.node.ts` }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    coverage: { include: ['src/**'], exclude: ['src/sandbox/**'] },
  },
});
