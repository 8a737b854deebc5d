/**
 * Compares variants on a machine that runs other programs: many rounds in turn, and the median of the results.
 *
 * Rounds should be so short that most of them finish before the system switches to another process. Longer rounds are interrupted more often, and the
 * ratio would then depend on the system.
 */

/** Returns the median. @throws Error if the list is empty. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) throw new Error('The median requires at least one value');
  return sorted.length % 2 === 1 ? upper : (sorted[half - 1]! + upper) / 2;
}

/** Returns the duration of a task in milliseconds. */
export async function timeMs(task: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await task();
  return performance.now() - startedAt;
}

/** Measures each variant once per round, in alternating order. Returns the values of each variant, per round. */
export async function measureInTurn<Name extends string>(
  variants: Readonly<Record<Name, () => number | Promise<number>>>,
  rounds: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(variants) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) results[name].push(await variants[name]());
  }
  return results;
}

/** Returns the median of the ratios of measurements from the same rounds. */
export const medianRatio = (values: readonly number[], bases: readonly number[]): number =>
  median(values.map((value, round) => value / bases[round]!));
