import type { TestContext } from 'vitest';

/** Leaves a test out, since something is not installed on this machine. In continuous integration it fails: nothing may be left out there. */
export function leaveOut(context: TestContext, missing: string): never {
  if (process.env['CI']) throw new Error(missing);
  return context.skip(missing);
}
