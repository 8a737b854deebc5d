/**
 * Compares variants on a machine that does other things meanwhile: many rounds in turn, and the middle of what came out.
 *
 * Rounds are best so short that most of them are over before the system gives the processor to something else: a longer one would be interrupted
 * more often than a shorter one, and the ratio tell of the system.
 */

/** The middle of some numbers. @throws Error where there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('There is no middle of nothing');
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2;
}

/** Milliseconds that something takes. */
export async function timeMs(task: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await task();
  return performance.now() - startedAt;
}

/** Measures each variant once a round, in an order that is turned round each time. Returns what came of each, round by round. */
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

/** The middle of the ratios of measurements that were made side by side. */
export const medianRatio = (values: readonly number[], bases: readonly number[]): number =>
  median(values.map((value, round) => value / bases[round]!));
