/** Texts in two columns. */
import { pad } from './terminal.js';

/** Width of help texts in columns. */
export const WIDTH = 80;

/** Breaks a text into lines. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Formats two columns; the second one is wrapped. */
export function formatColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(32, Math.max(...rows.map(([name]) => name.length))) + 2;
  const lines = rows.flatMap(([name, text]) => {
    const [first = '', ...rest] = wrap(text, WIDTH - 2 - width);
    const start =
      name.length + 2 > width ? [`  ${name}`, `  ${pad('', width)}${first}`] : [`  ${pad(name, width)}${first}`];
    return [...start, ...rest.map((line) => `  ${pad('', width)}${line}`)];
  });
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
