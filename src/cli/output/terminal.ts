/** Text on a terminal: width, control characters, colors, and the status line. */

/** Characters that take two columns: East Asian wide and full-width forms, and emoji. */
const WIDE =
  /[\u1100-\u115f\u231a\u231b\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Characters that take no column: combining marks, and format characters such as joiners. */
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Sequences that set a color or a style. */
const STYLE = /\x1b\[[\d;]*m/g;

export const withoutStyles = (text: string): string => text.replace(STYLE, '');

const columnsOf = (char: string): number => (ZERO.test(char) ? 0 : WIDE.test(char) ? 2 : 1);

/** Returns the number of columns that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of withoutStyles(text)) width += columnsOf(char);
  return width;
}

/** Fills a text with spaces up to a width. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Shortens a text without styles to a width. The last column of a shortened text is an ellipsis. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let used = 0;
  let result = '';
  for (const char of text) {
    used += columnsOf(char);
    if (used > width - 1) break;
    result += char;
  }
  return width > 0 ? `${result}…` : '';
}

/** A shorter name would not be recognized. */
const MIN_NAME_WIDTH = 8;

/** Shortens a name so that it fits a line with the rest of it. */
export const shorten = (name: string, columns: number, rest: string): string =>
  truncate(name, Math.max(MIN_NAME_WIDTH, columns - widthOf(rest)));

/** Joins parts to lines of a width; a line has at least one part. */
export function wrapParts(parts: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    const joined = line === undefined ? part : line + separator + part;
    if (line === undefined || widthOf(joined) > width) lines.push(part);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

const escape = (char: string): string => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** Shows control characters of untrusted text as `\x1b`. Keeps tabs, and with `styles` also sequences that only set a color or style. */
export function visible(text: string, { styles = false } = {}): string {
  const clean = (part: string): string => part.replace(/[\x00-\x08\x0a-\x1f\x7f-\x9f]/g, escape);
  if (!styles) return clean(text);
  let result = '';
  let end = 0;
  for (const match of text.matchAll(STYLE)) {
    result += clean(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  // A style that the text leaves on would also apply to later lines.
  return end === 0 ? clean(text) : `${result}${clean(text.slice(end))}\x1b[0m`;
}

/** The same for a text of several lines, which keeps the ends of its lines. */
export const visibleLines = (text: string): string => text.replace(/[^\r\n]+/g, (line) => visible(line));

/** Formats a value as JSON without the control characters that JSON allows, so that it is safe on a terminal. */
export const toJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(/[\x7f-\x9f]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);

/** Functions that color a text. */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** Creates the functions; without `enabled` they return the text unchanged. */
export function createColors(enabled: boolean): Colors {
  const style = (on: number, off: number) => (text: string) => (enabled ? `\x1b[${on}m${text}\x1b[${off}m` : text);
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39), green: style(32, 39), yellow: style(33, 39) };
}

/** Formats a duration: `9s`, `3m 05s`, `1h 02m`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds}s`;
  const two = (value: number): string => String(value).padStart(2, '0');
  if (seconds < 3_600) return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
  return `${Math.floor(seconds / 3_600)}h ${two(Math.floor((seconds % 3_600) / 60))}m`;
}

const SPINNER = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';

/** Draws a progress bar of 20 columns. */
export const drawBar = (percent: number): string => {
  const cells = Math.min(20, Math.max(0, Math.floor(percent / 5)));
  return `▕${'█'.repeat(cells)}${'░'.repeat(20 - cells)}▏`;
};

/** Returns the first text that fits a width; an empty text if none does. */
export const firstThatFits = (texts: readonly string[], columns: number): string =>
  texts.find((text) => widthOf(text) <= columns) ?? '';

/** Creates the text of a status line for a width, without the spinner. */
export type StatusText = (columns: number) => string;

/** Columns of the spinner, and the last one of the terminal: a full row would move the cursor to the next one. */
const STATUS_MARGIN = 3;

/** One line at the bottom of a terminal that is redrawn in place. */
export class StatusLine {
  readonly #write: (text: string) => void;
  readonly #columns: () => number;
  #text: StatusText = () => '';
  #drawn = false;
  #frame = 0;

  /** @param write Writes to the terminal. @param columns Returns the width of the terminal. */
  constructor(write: (text: string) => void, columns: () => number) {
    this.#write = write;
    this.#columns = columns;
  }

  /** Draws a line, which never wraps. */
  draw(text: StatusText): void {
    this.#text = text;
    this.#frame += 1;
    const spinner = SPINNER[this.#frame % SPINNER.length]!;
    const columns = Math.max(0, this.#columns() - STATUS_MARGIN);
    this.#write(`\r\x1b[2K${`${spinner} ${truncate(text(columns), columns)}`.trimEnd()}`);
    this.#drawn = true;
  }

  /** Removes the line, writes something above it, and draws it again. */
  above(write: () => void): void {
    const text = this.#text;
    const drawn = this.#drawn;
    this.clear();
    write();
    if (drawn) this.draw(text);
  }

  clear(): void {
    if (this.#drawn) this.#write('\r\x1b[2K');
    this.#drawn = false;
  }
}
