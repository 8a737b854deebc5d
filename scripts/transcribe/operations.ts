/** Reads the operations of a page from its texts and tables. */
import { readBlocks, type Block, type TableBlock } from './blocks.js';

/** A parameter or field, as the page describes it. */
export interface PageField {
  /** Undefined if the table has no mandatory column. */
  required: boolean | undefined;
  type: string;
  description: string;
}

export interface PageParameter extends PageField {
  name: string;
  in: string;
}

/** An operation, as the page describes it. */
export interface PageOperation {
  title: string;
  /** Date of the page, `yyyy-MM-dd`. */
  date: string | undefined;
  /** Name of the request class in SDK samples, such as `ShowJobInfo`. */
  sdkName: string | undefined;
  method: string;
  path: string;
  parameters: PageParameter[];
  /** Dotted path -> field. */
  request: Map<string, PageField>;
  response: Map<string, PageField>;
  statuses: string[];
  requestExample: unknown;
  responseExample: unknown;
}

/** A field whose nested table has not been read. */
interface OpenField {
  path: string;
  name: string;
  /** Name of the object in the type, such as `result` in `result object`. */
  object: string | undefined;
  /** Number in `See Table 5`. */
  table: string | undefined;
}

/** Collects the fields of a body from its tables. */
class BodyReader {
  readonly fields = new Map<string, PageField>();
  private open: OpenField[] = [];
  private prefix = '';

  /** Adds the fields of the root or of a nested object. */
  add(prefix: string, { header, rows }: TableBlock): void {
    this.prefix = prefix;
    const nested: OpenField[] = [];
    for (const cells of rows) {
      const name = cells[0]!;
      const type = cells[header.indexOf('Type')] ?? '';
      const description = cells.at(-1) ?? '';
      const mandatory = header.indexOf('Mandatory');
      const path = prefix === '' ? name : `${prefix}.${name}`;
      const required = mandatory < 0 ? undefined : cells[mandatory] === 'Yes';
      this.fields.set(path, { required, type, description });
      const object =
        /^(?:(?:Array|List) of )?(\w+) objects?$/i.exec(type)?.[1] ?? /^(?:Array|List)<(\w+)>$/.exec(type)?.[1];
      const isMap = /^Map<String, ?(?!String|Object|Boolean|Integer)(\w+) ?>$/.exec(type);
      const isList = /^(array|list)/i.test(type);
      if (!isMap && !isObjectType(type)) continue;
      const number = /\bTable (\d+(?:-\d+)?)/.exec(description)?.[1];
      nested.push({
        path: path + (isList ? '[]' : isMap ? '{}' : ''),
        name,
        object: isMap?.[1] ?? object,
        table: number,
      });
    }
    this.open.unshift(...nested);
  }

  /** Adds the rest of a table that a page break has split. */
  continue(table: TableBlock): void {
    this.add(this.prefix, table);
  }

  /** Adds a table of nested fields to the field that it belongs to, and to fields with the same object. */
  addNested(table: TableBlock): void {
    const title = table.caption ?? '';
    const matches = (test: (field: OpenField) => boolean): OpenField[] => this.open.filter(test);
    const named = matches(({ object }) => object !== undefined && object === title);
    const found = [
      named,
      matches(({ name }) => name === title.split(' ')[0]),
      matches(({ table: number }) => number !== undefined && number === table.number),
      // Without a title or number, the next object with a name of its own.
      matches(({ object }) => object !== undefined).slice(0, 1),
      this.open.slice(0, 1),
    ].find(({ length }) => length > 0);
    for (const field of found ?? []) {
      this.open.splice(this.open.indexOf(field), 1);
      // A recursive object is read once.
      if (field.path.split('.').length < 12) this.add(field.path, table);
    }
  }
}

const isObjectType = (type: string): boolean =>
  /^(?!Map).*object|^array$|^list$|^(?:Array|List)<(?!String|Integer)/i.test(type);

/** Parses the JSON of an example, after its method and URL; undefined if it has none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:GET|POST|PUT|PATCH|DELETE) \S+|^\s*[A-Z][\w ]*$/gm, '')) as unknown;
  } catch {
    return undefined;
  }
}

const CALL = /^(GET|POST|PUT|PATCH|DELETE) (\/\S+)$/;

/** Reads one operation from the blocks after its method and path. */
function readOperation(title: string, date: string | undefined, call: string, blocks: readonly Block[]): PageOperation {
  const [, method = '', path = ''] = CALL.exec(call)!;
  const template = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const hasCaptions = blocks.some((block) => block.kind === 'table' && block.number !== undefined);
  const parameters: PageParameter[] = [];
  const request = new BodyReader();
  const response = new BodyReader();
  const statuses: string[] = [];
  let section = 'uri';
  let status = '200';
  let example = '';
  const examples: Record<string, string> = {};
  let sdkName: string | undefined;

  /** Reads a table of parameters in one location, or in the locations that their names require. */
  function addParameters(table: TableBlock, location: string | undefined): void {
    const reader = new BodyReader();
    reader.add('', table);
    for (const [name, field] of reader.fields) {
      parameters.push({ name, in: location ?? (template.includes(name) ? 'path' : 'query'), ...field });
    }
  }

  function addToBody(body: BodyReader, table: TableBlock): void {
    if (body.fields.size === 0) body.add('', table);
    else if (hasCaptions && table.caption === undefined) body.continue(table);
    else body.addNested(table);
  }

  function addTable(table: TableBlock): void {
    if (table.header[0] === 'Status Code') {
      for (const [code = ''] of table.rows) if (/^\d{3}$/.test(code)) statuses.push(code);
      return;
    }
    const title = table.caption ?? '';
    const location = /\b(path|query|header)\b/i.exec(title)?.[1]?.toLowerCase();
    if (section === 'response') {
      if (!status.startsWith('2')) return;
      if (location === 'header') return;
      addToBody(response, table);
    } else if (location) addParameters(table, location);
    else if (section === 'uri') addParameters(table, undefined);
    else if (table.rows.some(([name = '']) => /^(X-Auth-Token|Content-Type)$/i.test(name)))
      addParameters(table, 'header');
    else addToBody(request, table);
  }

  for (const block of blocks) {
    if (block.kind === 'table') {
      addTable(block);
      continue;
    }
    const { text } = block;
    const code = /^Status code: ?(\d{3})$/.exec(text)?.[1];
    sdkName ??= /\b(\w+?)Request request = new/.exec(text)?.[1];
    if (/^Request(?: Parameters)?$/.test(text)) section = 'request';
    else if (/^Response(?: Parameters)?$/.test(text)) section = 'response';
    else if (/^Example Requests?$/.test(text)) [section, example] = ['example', 'request'];
    else if (/^Example Responses?$/.test(text)) [section, example] = ['example', 'response'];
    else if (/^(Status Codes?|Error Codes?|SDK Sample Code)$/.test(text)) section = 'end';
    else if (code !== undefined) {
      status = code;
      if (section === 'example') example = `response ${code}`;
    } else if (section === 'example') examples[example] = `${examples[example] ?? ''}\n${text}`;
  }
  const responseText =
    examples[`response ${statuses.find((code) => code.startsWith('2')) ?? '200'}`] ?? examples['response'];
  return {
    ...{ title, date, sdkName, method, path, parameters, statuses },
    request: request.fields,
    response: response.fields,
    requestExample: parseJson(examples['request'] ?? ''),
    responseExample: parseJson(responseText ?? ''),
  };
}

const DATE = /(?:^Updated on|^Date) (\d{4}-\d{2}-\d{2})/;

/** Reads all operations of a page. */
export function readPage(source: string): PageOperation[] {
  const blocks = readBlocks(source);
  const textOf = (index: number): string => {
    const block = blocks[index];
    return block?.kind === 'text' ? block.text : '';
  };
  const starts = blocks.flatMap((_, index) => (CALL.test(textOf(index)) && isUri(textOf(index - 1)) ? [index] : []));
  return starts.map((start, order) => {
    const before = blocks.slice(0, start).map((_, index) => textOf(index));
    const heading = before.lastIndexOf('Function');
    const titles = before.slice(0, Math.max(0, heading)).filter((text) => text !== '' && !DATE.test(text));
    const date = before.map((text) => DATE.exec(text)?.[1]).findLast((found) => found !== undefined);
    const title = (titles.at(-1) ?? '').replace(/^[\d.]+ /, '').replace(/\.$/, '');
    return readOperation(title, date, textOf(start), blocks.slice(start + 1, starts[order + 1] ?? blocks.length));
  });
}

const isUri = (text: string): boolean => text === 'URI';
