/** Prints the rows of a list command. */
import { UsageError } from '../args.js';
import type { Context } from '../context.js';
import { toJson } from '../output/terminal.js';
import { formatRows, selectColumns, type Column } from '../output/table.js';

/** Prints rows in the format of the command line. An empty table is a message instead. */
export async function printRows<Row>(
  { args, console, format }: Context,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  none: string,
): Promise<void> {
  const selected = selectColumns(columns, args.text('fields'), format);
  if (format === 'text' && rows.length === 0) console.message(none);
  else await console.printText(formatRows(rows, selected, format, console.width));
}

/** Rejects options of lists, for a command that prints none. @throws UsageError */
export function rejectTable({ args, format }: Context): void {
  if (format === 'csv') throw new UsageError('--output must be text, json or jsonl for this command');
  if (args.text('fields') !== undefined) throw new UsageError('--fields applies to commands that print a list');
}

/** Prints a JSON document, on one line with `--output jsonl`. */
export const printJson = ({ console, format }: Context, value: object): Promise<void> =>
  console.print(`${toJson(value, format === 'json' ? 2 : undefined)}\n`);

const two = (value: number): string => String(value).padStart(2, '0');

/** Formats a time for a table, in the time zone of the machine. */
export const tableTime = (time: Date | undefined): string =>
  time === undefined
    ? ''
    : `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
