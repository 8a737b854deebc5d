/** A measured figure, the aim that it is held against, and how both are shown. */

/** What a figure should reach. */
export type Aim = { atMost: number } | { atLeast: number };

export interface Figure {
  /** What was measured. */
  name: string;
  value: number;
  /** Written after the number; `×` for a ratio. */
  unit: string;
  /** Left out where the figure is only reported. */
  aim?: Aim | undefined;
  /** What stands behind the number, such as the two sides of a ratio. */
  note?: string | undefined;
}

/** How a figure stands to its aim; undefined where it has none. */
export type Verdict = 'good' | 'missed' | undefined;

export function verdictOf({ value, aim }: Figure): Verdict {
  if (!aim) return undefined;
  return ('atMost' in aim ? value <= aim.atMost : value >= aim.atLeast) ? 'good' : 'missed';
}

/** Three digits that count; whole numbers from 100. */
export function formatNumber(value: number): string {
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

/** A number with its unit. */
export const formatQuantity = (value: number, unit: string): string =>
  unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`;

const formatAim = ({ aim, unit }: Figure): string => {
  if (!aim) return '–';
  return 'atMost' in aim ? `≤ ${formatQuantity(aim.atMost, unit)}` : `≥ ${formatQuantity(aim.atLeast, unit)}`;
};

/** The figures as one table in Markdown: figure, aim, measured, verdict. */
export function formatTable(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'aim', 'measured', 'verdict'],
    ...figures.map((figure) => [
      figure.name,
      formatAim(figure),
      formatQuantity(figure.value, figure.unit) + (figure.note === undefined ? '' : ` (${figure.note})`),
      verdictOf(figure) ?? '–',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`);
  return [lines[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.slice(1)].join('\n');
}
