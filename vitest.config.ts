import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '#digest': fileURLToPath(new URL('./src/digest.node.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts'],
    coverage: { include: ['src/**'], exclude: ['src/sandbox/**'] },
  },
});
