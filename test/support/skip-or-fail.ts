import type { TestContext } from 'vitest';

/** Skips a test because a dependency is not installed. In continuous integration, fails it instead. */
export function skipOrFail(context: TestContext, missing: string): never {
  if (process.env['CI']) throw new Error(missing);
  return context.skip(missing);
}
