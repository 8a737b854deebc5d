import { createClient, type ClientOptions, type CodeArtsBuildClient } from '../../src/index.js';
import { createTestClock, type TestClock } from './test-clock.js';

export const jobId = '48c66c6002964721be537cdc6ce0297b';

/** Creates a client of a server on loopback with a test clock and maximum jitter. */
export function createTestClient(
  url: string,
  options: Partial<ClientOptions> = {},
): { build: CodeArtsBuildClient; clock: TestClock } {
  const clock = createTestClock();
  const build = createClient({
    endpoint: url,
    credentials: { ak: 'AccessKey', sk: 'SecretKeyOfTheTests' },
    clock,
    random: () => 1,
    timeoutMs: 5_000,
    ...options,
  });
  return { build, clock };
}
