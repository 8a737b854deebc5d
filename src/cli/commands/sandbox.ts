/** `sandbox`: the command `codearts-build-sandbox`. */

/** Runs the other command in this process, which then ends by itself: its server keeps it alive until a signal. */
export async function sandbox(argv: readonly string[]): Promise<undefined> {
  process.argv = [...process.argv.slice(0, 2), ...argv.slice(argv.indexOf('sandbox') + 1)];
  await import('../../sandbox/cli.js');
}
