/** Prints lists: as a table, JSON, JSON lines or CSV. */
import { UsageError } from '../args.js';
import { pad, toJson, truncate, visible, widthOf } from './terminal.js';

/** A column of a list. */
export interface Column<Row> {
  /** Name of the field, for `--fields`. */
  readonly name: string;
  readonly value: (row: Row) => unknown;
  /** Text of a table, if it is not the value. */
  readonly text?: (row: Row) => string;
  /** Heading of the table. @default the name in upper case */
  readonly heading?: string;
  readonly right?: boolean;
  /** Whether the table shows it without `--fields`. @default true */
  readonly shown?: boolean;
  /** Whether the table may shorten it to fit the terminal: names, but nothing that a user copies. */
  readonly shortened?: boolean;
}

export type Format = 'text' | 'json' | 'jsonl' | 'csv';

/** Selects the columns of `--fields`. @throws UsageError on an unknown field. */
export function selectColumns<Row>(
  columns: readonly Column<Row>[],
  fields: string | undefined,
  format: Format,
): Column<Row>[] {
  if (fields === undefined) return columns.filter(({ shown = true }) => format !== 'text' || shown);
  return fields.split(',').map((name) => {
    const found = columns.find((column) => column.name === name.trim());
    if (found) return found;
    throw new UsageError(
      `--fields: unknown field ${JSON.stringify(name)}; known fields: ${columns.map((column) => column.name).join(', ')}`,
    );
  });
}

const show = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : toJson(value);
};

/** Spaces between two cells. */
const GAP = 2;

const cellOf = <Row>({ text, value }: Column<Row>, row: Row): string => {
  const shown = text ? text(row) : show(value(row));
  return shown === '' ? '-' : visible(shown).replaceAll('\t', ' ');
};

/** Formats a row without a table: its cells in one line. */
export const formatCells = <Row>(row: Row, columns: readonly Column<Row>[]): string =>
  columns.map((column) => cellOf(column, row)).join(' '.repeat(GAP));

/** A cell of CSV (RFC 4180). */
const csvCell = (value: unknown): string => {
  const text = show(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A narrower column would not be recognized. */
const MIN_COLUMN = 10;

/** Returns the widths of the columns. Those that may be shortened are, the widest first, until a line fits. */
function fitWidths<Row>(columns: readonly Column<Row>[], lines: readonly string[][], available: number): number[] {
  const widths = columns.map((_, index) =>
    lines.reduce((widest, cells) => Math.max(widest, widthOf(cells[index]!)), 0),
  );
  const total = (): number => widths.reduce((sum, width) => sum + width + GAP, -GAP);
  while (total() > available) {
    const shortened = columns.flatMap((column, index) => (column.shortened ? index : []));
    const widest = Math.max(...shortened.map((index) => widths[index]!));
    if (widest <= MIN_COLUMN) break;
    widths[shortened.find((index) => widths[index] === widest)!] = widest - 1;
  }
  return widths;
}

/** Formats rows. `available` is the width of the terminal, which applies to tables only. */
export function formatRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  format: Format,
  available = Infinity,
): string {
  const toObject = (row: Row): object =>
    Object.fromEntries(columns.map(({ name, value }) => [name, value(row) ?? null]));
  if (format === 'json') return `${toJson(rows.map(toObject), 2)}\n`;
  if (format === 'jsonl') return rows.map((row) => `${toJson(toObject(row))}\n`).join('');
  if (format === 'csv') {
    const lines = rows.map((row) => columns.map(({ value }) => csvCell(value(row))));
    return [columns.map(({ name }) => name), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
  }
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row)));
  const headings = columns.map(({ heading, name }) => heading ?? name.toUpperCase());
  const isOpen = (index: number): boolean =>
    index === columns.length - 1 && !columns[index]!.right && !columns[index]!.shortened;
  // A long heading of an open last column takes no width from the others.
  const narrow = headings.map((text, index) => (isOpen(index) ? '' : text));
  const widths = fitWidths(columns, [narrow, ...cells], available);
  const align = (cell: string, index: number): string => {
    if (isOpen(index)) return cell;
    const text = truncate(cell, widths[index]!);
    return columns[index]!.right ? pad('', widths[index]! - widthOf(text)) + text : pad(text, widths[index]!);
  };
  const formatLine = (line: readonly string[]): string => line.map(align).join(' '.repeat(GAP)).trimEnd();
  return [truncate(formatLine(headings), available), ...cells.map(formatLine)].map((line) => `${line}\n`).join('');
}
