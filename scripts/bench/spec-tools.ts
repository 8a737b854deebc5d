/** How long the scripts take that are run after every change of the description. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './figure.js';
import { median, measureInTurn, timeMs } from './rounds.js';
import type { Section } from './section.js';

const cwd = fileURLToPath(new URL('../..', import.meta.url));

/** Seconds that a command takes. What it finds is not the matter here: a finding makes it end with 1. */
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

export const measureSpecTools: Section = async ({ quick }) => {
  const { lint, rules, bundle, generate } = await measureInTurn(
    {
      lint: () => redocly('lint'),
      rules: () => script('scripts/check-spec.ts'),
      bundle: () => redocly('bundle', 'codearts-build', '--output=/dev/null'),
      // It makes everything and writes nothing: the files of a tree that is worked in are left alone.
      generate: () => script('scripts/generate.ts', '--check'),
    },
    quick ? 1 : 5,
  );
  const figure = (name: string, value: number, note: string): Figure => ({
    ...{ name, value, unit: 's', note },
    aim: { atMost: 10 },
  });
  const parts = (...times: number[][]): string => times.map((time) => `${median(time).toFixed(1)} s`).join(' + ');
  return [
    figure(
      '`npm run lint:spec`',
      median(lint.map((time, round) => time + rules[round]!)),
      `Redocly's lint and our rules: ${parts(lint, rules)}`,
    ),
    figure('`npm run generate`', median(generate), `Redocly's bundle of one API alone takes ${parts(bundle)}`),
  ];
};
