/** Reads a saved page as a list of texts and tables, from HTML or from copied text. */
import { HTMLElement, NodeType, parse, type Node } from 'node-html-parser';

/** A paragraph, a heading or a code block. */
export interface TextBlock {
  kind: 'text';
  text: string;
}

export interface TableBlock {
  kind: 'table';
  /** Title without its number. */
  caption: string | undefined;
  number: string | undefined;
  header: string[];
  rows: string[][];
}

export type Block = TextBlock | TableBlock;

/** Headers of the tables in the documentation. Others are ignored. */
const HEADERS = [
  ['Parameter', 'Mandatory', 'Type', 'Description'],
  ['Parameter', 'Type', 'Description'],
  ['Status Code', 'Description'],
];

const clean = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

const isHeader = (cells: readonly string[]): boolean =>
  HEADERS.some((header) => header.length === cells.length && header.every((name, at) => name === cells[at]));

/** `**Table 4-6** Response body parameters` -> number and title. */
function parseCaption(text: string): { number: string; caption: string } | undefined {
  const match = /^\**Table (\d+(?:-\d+)?)\**\s*(.*)$/.exec(text);
  return match ? { number: match[1]!, caption: clean(match[2]!) } : undefined;
}

const table = (header: string[], rows: string[][], title?: string): TableBlock => ({
  kind: 'table',
  ...(parseCaption(title ?? '') ?? { caption: title === '' ? undefined : title, number: undefined }),
  header,
  rows,
});

/** Reads HTML. */
function blocksOfHtml(html: string): Block[] {
  const blocks: Block[] = [];
  const root = parse(html, { blockTextElements: { script: false, style: false, pre: true } });
  const isTextual = /^(p|h[1-6]|li|pre|dt|dd|caption)$/;
  const visit = (node: Node): void => {
    if (!(node instanceof HTMLElement)) {
      const text = clean(node.text);
      if (text !== '' && node.nodeType === NodeType.TEXT_NODE) blocks.push({ kind: 'text', text });
      return;
    }
    // The root has no tag.
    const name = node.rawTagName?.toLowerCase() ?? '';
    if (name === 'table') {
      const rows = node
        .querySelectorAll('tr')
        .map((row) => row.querySelectorAll('th, td').map((cell) => clean(cell.structuredText)));
      const [header = [], ...rest] = rows;
      const caption = node.querySelector('caption');
      if (isHeader(header)) blocks.push(table(header, rest, caption ? clean(caption.text) : ''));
    } else if (isTextual.test(name)) {
      const text = name === 'pre' ? parse(node.innerHTML).text.trim() : clean(node.structuredText);
      if (text !== '') blocks.push({ kind: 'text', text });
    } else if (!['script', 'style', 'head', 'nav'].includes(name)) for (const child of node.childNodes) visit(child);
  };
  visit(root);
  return blocks;
}

/** Reads tables whose cells end with ` |`, below a line of `---|`. */
function blocksOfBars(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let pending: string[] = [];
  let cells: string[] = [];
  let current: TableBlock | undefined;
  const flush = (): void => {
    for (const text of pending) if (text !== '') blocks.push({ kind: 'text', text });
    pending = [];
  };
  for (const line of lines) {
    if (/^(-+\|)+-*$/.test(line)) {
      // A table that follows another one immediately: its header was read as a row.
      if (cells.length === 0) cells = current?.rows.pop() ?? [];
      current = table(cells, []);
      blocks.push(current);
      cells = [];
    } else if (line.endsWith('|')) {
      const own = line.slice(0, -1).trim();
      // At the start of a row, earlier lines are text between tables.
      if (cells.length === 0) {
        if (pending.length > 0) current = undefined;
        flush();
      }
      cells.push(clean([...pending, own].join(' ')));
      pending = [];
      if (current && cells.length === current.header.length) {
        current.rows.push(cells);
        cells = [];
      }
    } else pending.push(line.trim());
  }
  flush();
  return blocks.filter((block) => block.kind === 'text' || isHeader(block.header));
}

const NAME = /^[A-Za-z][\w.$-]*$/;
const TYPE =
  /^(?:String|Integer|Long|Boolean|bool|Object|Number|Float|Double|File|Map|Array|List|[\w<>, ]+ objects?)\b[\w<>,. ]*$/i;

/** Titles that end a table whose cells are on separate lines. */
const SECTION =
  /^(?:Table \d|Status [Cc]ode: ?\d|Status Codes?$|Request(?: Parameters)?$|Response(?: Parameters)?$|Example |Error Codes?$|URI$|SDK Sample)/;

/** Reads tables whose rows are lines with tabs, or whose cells are lines of their own. */
function blocksOfLines(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  const texts = lines.map((line) => line.replace(/\s+$/, ''));
  let caption = '';
  let at = 0;
  let code: string[] | undefined;
  while (at < texts.length) {
    const text = texts[at]!;
    const tabs = text.split('\t').map(clean);
    const header = HEADERS.find((names) => names.every((name, offset) => texts[at + offset]?.trim() === name));
    if (code) {
      if (text.startsWith('```')) {
        blocks.push({ kind: 'text', text: code.join('\n') });
        code = undefined;
      } else code.push(text);
      at += 1;
    } else if (text.startsWith('```')) {
      code = [];
      at += 1;
    } else if (isHeader(tabs)) {
      const rows: string[][] = [];
      for (at += 1; at < texts.length && texts[at]!.includes('\t'); at += 1)
        rows.push(texts[at]!.split('\t').map(clean));
      blocks.push(table(tabs, rows, caption));
      caption = '';
    } else if (header) {
      at += header.length;
      const rows: string[][] = [];
      const startsRow = (index: number): boolean => {
        const cells = texts.slice(index, index + header.length - 1);
        if (cells.length < header.length - 1 || cells.some((cell) => cell === '')) return false;
        if (header.length === 2) return /^\d{3}$/.test(cells[0]!);
        const [name = '', ...rest] = cells;
        return NAME.test(name) && TYPE.test(rest.at(-1)!) && (rest.length === 1 || /^(Yes|No)$/.test(rest[0]!));
      };
      while (at < texts.length && !SECTION.test(texts[at]!)) {
        if (startsRow(at)) {
          rows.push([...texts.slice(at, at + header.length - 1), '']);
          at += header.length - 1;
        } else {
          const row = rows.at(-1);
          if (row) row[row.length - 1] = clean(`${row.at(-1)!} ${texts[at]!}`);
          at += 1;
        }
      }
      blocks.push(table(header, rows, caption));
      caption = '';
    } else {
      // `Status code: 400**Table 4-6** …`
      const [, status, title] = /^(Status code: ?\d{3})?\s*(\**Table \d.*)?$/.exec(text) ?? [];
      if (status !== undefined || title === undefined) {
        if (text.trim() !== '') blocks.push({ kind: 'text', text: status ?? text });
      }
      if (title !== undefined) caption = title;
      at += 1;
    }
  }
  return blocks;
}

/** Reads a page: HTML as a browser saves it, or text as copied. */
export function readBlocks(source: string): Block[] {
  if (/<(?:html|body|table|div)[\s>]/i.test(source)) return blocksOfHtml(source);
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  if (lines.some((line) => /^(-+\|)+/.test(line))) return blocksOfBars(lines);
  // In text copied from a browser, a line that is blank or contains a tab separates any two cells.
  const isSpaced = /^Parameter\n\s*\n(?:Mandatory|Type)\n\s*\n/m.test(lines.join('\n'));
  return blocksOfLines(isSpaced ? compact(lines) : lines);
}

/** Removes the blank lines between cells and paragraphs, but not within code. */
function compact(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '');
}
