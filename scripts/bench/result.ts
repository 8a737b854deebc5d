/** Benchmark results: a measured value, its target, and how both are printed. */
import type { PackageCopy } from './package-copy.js';

/** The value that a result should reach. */
export type Target = { atMost: number } | { atLeast: number };

export interface BenchmarkResult {
  /** The subject of the measurement. */
  name: string;
  value: number;
  /** Printed after the number; `×` for a ratio. */
  unit: string;
  /** Omitted if the result is only reported. */
  target?: Target | undefined;
  /** Details of the number, such as the two sides of a ratio. */
  note?: string | undefined;
}

export interface BenchmarkContext {
  /** Fewer and shorter rounds, for a first impression. */
  quick: boolean;
  /** Returns the built copy of the package, which the first benchmark that needs it creates. */
  packageCopy: () => Promise<PackageCopy>;
}

/** Measures the results of one subject. */
export type Benchmark = (context: BenchmarkContext) => Promise<BenchmarkResult[]>;

/** Whether a result reaches its target; undefined if it has none. */
export type Verdict = 'met' | 'missed' | undefined;

export function verdictOf({ value, target }: BenchmarkResult): Verdict {
  if (!target) return undefined;
  return ('atMost' in target ? value <= target.atMost : value >= target.atLeast) ? 'met' : 'missed';
}

/** Formats a number with three significant digits; from 100 as an integer. */
export function formatNumber(value: number): string {
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

/** Formats a number with its unit. */
export const formatQuantity = (value: number, unit: string): string =>
  unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`;

const formatTarget = ({ target, unit }: BenchmarkResult): string => {
  if (!target) return '–';
  return 'atMost' in target ? `≤ ${formatQuantity(target.atMost, unit)}` : `≥ ${formatQuantity(target.atLeast, unit)}`;
};

/** Formats results as one Markdown table: benchmark, target, result, verdict. */
export function formatTable(results: readonly BenchmarkResult[]): string {
  const rows = [
    ['benchmark', 'target', 'result', 'verdict'],
    ...results.map((result) => [
      result.name,
      formatTarget(result),
      formatQuantity(result.value, result.unit) + (result.note === undefined ? '' : ` (${result.note})`),
      verdictOf(result) ?? '–',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`);
  return [lines[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.slice(1)].join('\n');
}
