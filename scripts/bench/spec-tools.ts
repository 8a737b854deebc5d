/** Duration of the scripts that run after every change of the description. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median, measureInTurn, timeMs } from './rounds.js';
import type { Benchmark, BenchmarkResult } from './result.js';

const cwd = fileURLToPath(new URL('../..', import.meta.url));

/** Returns the duration of a command in seconds. Exit code 1 (findings) is accepted. */
async function seconds(command: string, ...rest: string[]): Promise<number> {
  const run = async (): Promise<void> => {
    try {
      await promisify(execFile)(process.execPath, [command, ...rest], { cwd, maxBuffer: 2 ** 26 });
    } catch (error) {
      if ((error as { code?: unknown }).code !== 1) throw error;
    }
  };
  return (await timeMs(run)) / 1_000;
}

const redocly = (...rest: string[]): Promise<number> => seconds('node_modules/@redocly/cli/bin/cli.js', ...rest);
const script = (...rest: string[]): Promise<number> => seconds('node_modules/tsx/dist/cli.mjs', ...rest);

export const measureSpecTools: Benchmark = async ({ quick }) => {
  const { lint, rules, bundle, generate } = await measureInTurn(
    {
      lint: () => redocly('lint'),
      rules: () => script('scripts/check-spec.ts'),
      bundle: () => redocly('bundle', 'codearts-build', '--output=/dev/null'),
      // Generates everything without writing, so that the tree stays unchanged.
      generate: () => script('scripts/generate.ts', '--check'),
    },
    quick ? 1 : 5,
  );
  const result = (name: string, value: number, note: string): BenchmarkResult => ({
    ...{ name, value, unit: 's', note },
    target: { atMost: 10 },
  });
  const parts = (...times: number[][]): string => times.map((time) => `${median(time).toFixed(1)} s`).join(' + ');
  return [
    result(
      '`npm run lint:spec`',
      median(lint.map((time, round) => time + rules[round]!)),
      `Redocly's lint and the project's rules: ${parts(lint, rules)}`,
    ),
    result('`npm run generate`', median(generate), `Redocly's bundle of one API alone: ${parts(bundle)}`),
  ];
};
