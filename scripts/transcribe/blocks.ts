/** Reads a saved page as a list of texts and tables, from HTML or from copied text. */
import { HTMLElement, NodeType, parse, type Node } from 'node-html-parser';
import { columnsOf, isMark, isName, isType, SECTION, TABLE_TITLE, type Column } from './words.js';

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
  columns: Column[];
  rows: string[][];
}

/** A table with an unknown header, or a part of a table that is not a row. */
export interface UnreadBlock {
  kind: 'unread';
  text: string;
}

export type Block = TextBlock | TableBlock | UnreadBlock;

const clean = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** Returns the text of a cell: one line per paragraph. */
const cleanCell = (text: string): string => text.split('\n').map(clean).filter(Boolean).join('\n');

/** `**Table 4-6** Response body parameters` -> number and title. */
function parseCaption(text: string): { number: string | undefined; caption: string | undefined } {
  const [, number, title] = TABLE_TITLE.exec(text) ?? [undefined, undefined, text];
  return { number, caption: clean(title ?? '') || undefined };
}

/** Returns a table, or a report if the meaning of its header is unknown. */
function tableOf(header: readonly string[], rows: string[][], title = ''): TableBlock | UnreadBlock {
  const columns = columnsOf(header);
  if (columns) return { kind: 'table', ...parseCaption(title), columns, rows };
  return { kind: 'unread', text: `table with the header ${header.map(clean).join(' | ')}` };
}

/** Returns the rows of a table, without those of nested tables. A cell that spans rows or columns is in each of them. */
function gridOf(table: HTMLElement): HTMLElement[][] {
  const grid: HTMLElement[][] = [];
  const rows = table.querySelectorAll('tr').filter((row) => row.closest('table') === table);
  rows.forEach((row, top) => {
    let left = 0;
    for (const cell of row.childNodes) {
      if (!(cell instanceof HTMLElement) || !/^t[hd]$/i.test(cell.rawTagName)) continue;
      while (grid[top]?.[left]) left += 1;
      const [height, width] = ['rowspan', 'colspan'].map((name) =>
        Math.min(Number(cell.getAttribute(name)) || 1, 1000),
      );
      for (let y = top; y < Math.min(top + height!, rows.length); y += 1)
        for (let x = left; x < left + width!; x += 1) (grid[y] ??= [])[x] = cell;
    }
  });
  return grid;
}

/** Returns the text of a cell without the numbers of footnotes and without nested tables. */
function textOfCell(cell: HTMLElement): string {
  const copy = parse(cell.innerHTML, { blockTextElements: {} });
  for (const part of copy.querySelectorAll('table, sup')) part.remove();
  for (const item of copy.querySelectorAll('li')) item.insertAdjacentHTML('afterbegin', '● ');
  return cleanCell(copy.structuredText);
}

/** Returns the code of a `pre`, without tags. Lines can be elements. */
function codeOf(pre: HTMLElement): string {
  const copy = parse(pre.innerHTML);
  for (const line of copy.querySelectorAll('br, div, li, tr')) line.insertAdjacentHTML('afterend', '\n');
  return copy.text.trim();
}

/** Reads HTML. */
function blocksOfHtml(html: string): Block[] {
  const blocks: Block[] = [];
  const root = parse(html, { blockTextElements: { script: false, style: false, pre: true } });
  const isTextual = /^(p|h[1-6]|li|pre|dt|dd|caption)$/;
  const readTable = (node: HTMLElement): void => {
    const [header = [], ...rest] = gridOf(node);
    // A cell across the whole table is a note.
    const notes = rest.filter((cells) => cells.length > 1 && cells.every((cell) => cell === cells[0]));
    const rows = rest
      .filter((cells) => !notes.includes(cells))
      .reduce<HTMLElement[][][]>((groups, cells) => {
        // A name across rows has one text in several rows.
        if (groups.at(-1)?.[0]?.[0] === cells[0]) groups.at(-1)!.push(cells);
        else groups.push([cells]);
        return groups;
      }, [])
      .map((group) =>
        group[0]!.map((_, column) => [...new Set(group.map((cells) => cells[column]!))].map(textOfCell).join('\n')),
      );
    const caption = node.querySelector('caption');
    const table =
      header.length > 0 ? tableOf(header.map(textOfCell), rows, caption ? clean(caption.text) : '') : undefined;
    const code = node.querySelectorAll('pre');
    if (table?.kind === 'unread' && code.length > 0) {
      // Code beside its line numbers.
      for (const text of code.map(codeOf)) if (/[^\d\s]/.test(text)) blocks.push({ kind: 'text', text });
      return;
    }
    if (table) blocks.push(table);
    for (const [cell] of notes) blocks.push({ kind: 'unread', text: textOfCell(cell!) });
    for (const nested of node.querySelectorAll('table')) {
      if (nested.parentNode?.closest('table') !== node) continue;
      const row = rest.find((cells) => cells.some((cell) => nested.closest('td') === cell));
      const name = textOfCell(row?.[0] ?? nested);
      readTable(nested);
      const block = blocks.at(-1);
      if (block?.kind === 'table') block.caption = name;
      else if (block) block.text += ` in the cell of ${name}`;
    }
  };
  const visit = (node: Node): void => {
    if (!(node instanceof HTMLElement)) {
      const text = clean(node.text);
      if (text !== '' && node.nodeType === NodeType.TEXT_NODE) blocks.push({ kind: 'text', text });
      return;
    }
    // The root has no tag.
    const name = node.rawTagName?.toLowerCase() ?? '';
    if (name === 'table') readTable(node);
    else if (isTextual.test(name) && !node.querySelector('table, pre')) {
      const text = name === 'pre' ? codeOf(node) : clean(node.structuredText);
      if (text !== '') blocks.push({ kind: 'text', text });
    } else if (!['script', 'style', 'head', 'nav', 'footer'].includes(name))
      for (const child of node.childNodes) visit(child);
  };
  visit(root);
  return blocks;
}

/** Reads tables whose cells end with ` |`, below a line of `---|`. */
function blocksOfBars(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let pending: string[] = [];
  let cells: string[] = [];
  let current: { header: string[]; rows: string[][] } | undefined;
  let end = (): void => undefined;
  const flush = (): void => {
    for (const text of pending) if (text !== '') blocks.push({ kind: 'text', text });
    pending = [];
  };
  for (const line of lines) {
    if (/^(-+\|)+-*$/.test(line)) {
      // A table that follows another one immediately: its header was read as a row.
      if (cells.length === 0) cells = current?.rows.pop() ?? [];
      end();
      const opened = { header: cells, rows: [] };
      const at = blocks.push({ kind: 'text', text: '' }) - 1;
      end = () => void (blocks[at] = tableOf(opened.header, opened.rows));
      current = opened;
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
  end();
  if (cells.length > 0) blocks.push({ kind: 'unread', text: `incomplete row ${cells.join(' | ')}` });
  flush();
  return blocks;
}

/** Reads tables whose rows are lines with tabs or bars, or whose cells are lines of their own. */
function blocksOfLines(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  const texts = lines.map((line) => line.replace(/\s+$/, ''));
  let caption = '';
  let code: string[] | undefined;
  let at = 0;

  /** Returns the header of a table that starts at a line, and the number of its lines. */
  function headerAt(index: number): { header: string[]; columns: Column[]; height: number } | undefined {
    const [first = '', ...others] = texts.slice(index, index + 7);
    const inLine = cellsOf(first);
    if (inLine.length > 1) {
      const columns = columnsOf(inLine);
      return columns && { header: inLine, columns, height: 1 };
    }
    // The longest header: a table may have additional columns.
    for (let length = others.length + 1; length > 1; length -= 1) {
      const header = [first, ...others].slice(0, length);
      const columns = columnsOf(header);
      if (columns) return { header, columns, height: length };
    }
    return undefined;
  }

  /** Returns the cells of a row that starts at a line, without the last one if its text can continue, and the number of its lines. */
  function rowAt(index: number, columns: readonly Column[], inLine: boolean): [string[], number] | undefined {
    const isOneLine = inLine || texts[index]!.includes('\t');
    const cells = isOneLine ? cellsOf(texts[index]!) : texts.slice(index, index + columns.length - 1).map(clean);
    if (cells.length < columns.length - 1 || (isOneLine && cells.length < 2) || cells[0] === '') return undefined;
    const cell = (column: Column): string | undefined => {
      const position = columns.indexOf(column);
      return position < 0 ? undefined : (cells[position] ?? '');
    };
    const [status, name, mark, type] = (['status', 'name', 'mandatory', 'type'] as const).map(cell);
    const isRow =
      status !== undefined
        ? /^\d{3}$/.test(status)
        : isOneLine ||
          (isName(name ?? '') && (mark !== undefined ? isMark(mark) : isType(type ?? '') && !isNameBelow(index)));
    if (!isRow) return undefined;
    return isOneLine ? [cells, 1] : [[...cells, ''], columns.length - 1];
  }

  /** Whether the type below a name is the name of the next row: a field can be called `file`. */
  const isNameBelow = (index: number): boolean =>
    /^[a-z]\w*$/.test(texts[index + 1] ?? '') && isType(texts[index + 2] ?? '');

  while (at < texts.length) {
    const text = texts[at]!;
    const start = headerAt(at);
    if (code) {
      if (text.startsWith('```')) {
        blocks.push({ kind: 'text', text: code.join('\n') });
        code = undefined;
      } else code.push(text);
      at += 1;
    } else if (text.startsWith('```')) {
      code = [];
      at += 1;
    } else if (start) {
      const { header, columns, height } = start;
      at += height;
      const rows: string[][] = [];
      const strange: string[] = [];
      while (at < texts.length && !SECTION.test(texts[at]!) && !headerAt(at)) {
        // A blank line, or the line below the header of a Markdown table.
        const isEmpty = /^[\s|:-]*$/.test(texts[at]!);
        const [cells, size] = (isEmpty ? undefined : rowAt(at, columns, height === 1)) ?? [undefined, 1];
        const row = rows.at(-1);
        if (cells) rows.push(cells);
        else if (row && !isEmpty) {
          // A lone name could be a row without the cells that a row requires.
          if (/^[a-z]+(_[a-z\d]+)+$/.test(texts[at]!) && isType(texts[at + 1] ?? '')) strange.push(texts[at]!);
          row[row.length - 1] = cleanCell(`${row.at(-1)!}\n${texts[at]!}`);
        } else if (!isEmpty) strange.push(texts[at]!);
        at += size;
      }
      blocks.push(tableOf(header, rows, caption));
      for (const line of strange) blocks.push({ kind: 'unread', text: `line ${JSON.stringify(line)} in a table` });
      caption = '';
    } else {
      const cells = cellsOf(text);
      // `Status code: 400**Table 4-6** …`
      const [, status, title] = /^(.*?)(\**(?:Table|表) ?\d.*)$/.exec(text) ?? [];
      if (cells.length > 2) blocks.push({ kind: 'unread', text: `line ${cells.join(' | ')}` });
      else if (title !== undefined && (status === '' || SECTION.test(status!))) {
        if (status) blocks.push({ kind: 'text', text: status });
        caption = title;
      } else if (text.trim() !== '') blocks.push({ kind: 'text', text });
      at += 1;
    }
  }
  return blocks;
}

/** Returns the cells of a line: separated by tabs, or by bars as in Markdown. */
const cellsOf = (line: string): string[] =>
  (/^\|.*\|$/.test(line) ? line.slice(1, -1).split('|') : line.split('\t')).map(clean);

/** Reads a page: HTML as a browser saves it, or text as copied. */
export function readBlocks(source: string): Block[] {
  return withCaptions(blocksOf(source));
}

function blocksOf(source: string): Block[] {
  if (/<(?:html|body|table|div)[\s>]/i.test(source)) return blocksOfHtml(source);
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  if (lines.some((line) => /^(-+\|)+-*$/.test(line))) return blocksOfBars(lines);
  // In text copied from a browser, a line that is blank or contains a tab separates any two cells.
  const filled = lines.filter((line) => line.trim() !== '');
  const isSpaced = filled.some((_, at) => columnsOf(filled.slice(at, at + 3)) ?? columnsOf(filled.slice(at, at + 4)));
  return blocksOfLines(isSpaced ? filled : lines);
}

/** Gives a table without a title the one in the text in front of it. */
function withCaptions(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, at): Block[] => {
    const [before, next] = [blocks[at - 1], blocks[at + 1]];
    const isTitle = (text: string): boolean => /^\**(?:Table|表) ?\d[\d-]*\**\s*[^.。]*$/.test(text);
    if (block.kind === 'table' && block.caption === undefined && before?.kind === 'text' && isTitle(before.text))
      return [{ ...block, ...parseCaption(before.text) }];
    if (block.kind === 'text' && isTitle(block.text) && next?.kind === 'table' && next.caption === undefined) return [];
    return [block];
  });
}
