/** Prints lists: as a table, JSON, JSON lines or CSV. */
import { UsageError } from '../args.js';
import { pad, visible, widthOf } from './terminal.js';

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
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const cellOf = <Row>({ text, value }: Column<Row>, row: Row): string => {
  const shown = text ? text(row) : show(value(row));
  return shown === '' ? '-' : visible(shown).replaceAll('\t', ' ');
};

/** A cell of CSV (RFC 4180). */
const csvCell = (value: unknown): string => {
  const text = show(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Formats rows. Widths depend on the rows only, so the output is the same on a terminal and in a file. */
export function formatRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], format: Format): string {
  const toObject = (row: Row): object =>
    Object.fromEntries(columns.map(({ name, value }) => [name, value(row) ?? null]));
  if (format === 'json') return `${JSON.stringify(rows.map(toObject), null, 2)}\n`;
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(toObject(row))}\n`).join('');
  if (format === 'csv') {
    const lines = rows.map((row) => columns.map(({ value }) => csvCell(value(row))));
    return [columns.map(({ name }) => name), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
  }
  const headings = columns.map(({ heading, name }) => heading ?? name.toUpperCase());
  const lines = [headings, ...rows.map((row) => columns.map((column) => cellOf(column, row)))];
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => widthOf(cells[index]!))));
  const align = (cell: string, index: number): string => {
    if (columns[index]!.right) return ' '.repeat(widths[index]! - widthOf(cell)) + cell;
    return index === columns.length - 1 ? cell : pad(cell, widths[index]!);
  };
  return lines.map((cells) => `${cells.map(align).join('  ').trimEnd()}\n`).join('');
}
