/** Prints the rows of a list command. */
import type { Context } from '../context.js';
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
  else await console.print(formatRows(rows, selected, format));
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Formats a time for a table, in the time zone of the machine. */
export const tableTime = (time: Date | undefined): string =>
  time === undefined
    ? ''
    : `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
