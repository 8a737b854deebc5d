/** Similar names, for "did you mean". */

/** Case and separators are what people get wrong first. */
const fold = (text: string): string => text.toLowerCase().replace(/[\s._-]/g, '');

/** Longer names are compared by their start. */
const MAX_LENGTH = 64;

/** Returns the number of characters to insert, delete, replace or swap. */
function editDistance(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(next[column - 1]! + 1, last[column]! + 1, last[column - 1]! + cost);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) best = Math.min(best, beforeLast[column - 2]! + 1);
      next.push(best);
    }
    [beforeLast, last] = [last, next];
  }
  return last[b.length]!;
}

/** Returns up to 5 names that are similar: other case first, then by edit distance, up to a third of the length. */
export function nearest(query: string, names: readonly string[]): string[] {
  const wanted = fold(query).slice(0, MAX_LENGTH);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return [...new Set(names)]
    .map((name) => {
      const folded = fold(name).slice(0, MAX_LENGTH);
      const isPart = wanted.length >= 3 && folded.includes(wanted);
      const distance = folded === wanted ? -1 : editDistance(wanted, folded);
      return { name, distance: distance > limit && isPart ? limit : distance };
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 5)
    .map(({ name }) => name);
}
