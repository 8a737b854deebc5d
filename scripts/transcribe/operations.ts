/** Reads the operations of a page from its texts and tables. */
import { readBlocks, type Block, type TableBlock } from './blocks.js';
import { DATE, FUNCTION, HEADINGS, isName, jsonTypes, readMark, STATUS } from './words.js';

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
  /** URL of the page, if a browser has saved it. */
  url: string | undefined;
  /** Values of the parameters in the URL of the example request. */
  values: Map<string, string>;
  /** Parts of the page whose meaning is unknown. */
  unread: string[];
  /** Parts of the page that are read elsewhere, such as the fields of errors. */
  skipped: string[];
}

/** A row of a table of parameters or fields. */
interface Row extends PageField {
  name: string;
  /** Path, query or header; undefined if the table has no such column. */
  location: string | undefined;
}

/** Returns the rows of a table. Reports those without a name, and types and marks that are unknown. */
function rowsOf({ columns, rows, caption, number }: TableBlock, report: (text: string) => void): Row[] {
  const at = (cells: readonly string[], column: TableBlock['columns'][number]): string =>
    cells[columns.indexOf(column)] ?? '';
  return rows.flatMap((cells) => {
    if (cells.every((cell) => cell === '')) return [];
    // A name can have a note: `limit (deprecated)`.
    const [, name = '', note = ''] = /^([\w.$-]+(?:\[\])?)(?:\s*([^\w\s].*))?$/s.exec(at(cells, 'name')) ?? [];
    if (!isName(name) || cells.length > columns.length) {
      const place = number === undefined ? caption : `table ${number}`;
      report(`row ${cells.join(' | ')}${place === undefined ? '' : ` of ${place}`}`);
      return [];
    }
    const type = at(cells, 'type');
    if (jsonTypes(type).length === 0) report(`type ${JSON.stringify(type)} of ${name}`);
    const mark = at(cells, 'mandatory');
    const required = columns.includes('mandatory') ? readMark(mark) : undefined;
    if (columns.includes('mandatory') && required === undefined)
      report(`mandatory mark ${JSON.stringify(mark)} of ${name}`);
    const details = cells.filter((cell, index) => columns[index] === 'detail' && cell !== '');
    const description = [note, at(cells, 'description'), ...details].filter(Boolean).join('\n');
    const location = /path|query|header|body/.exec(at(cells, 'location').toLowerCase())?.[0];
    return [{ name: name.replace(/\[\]$/, ''), location, required, type, description }];
  });
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
  add(prefix: string, rows: readonly Row[]): void {
    this.prefix = prefix;
    const nested: OpenField[] = [];
    for (const { name, required, type, description } of rows) {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      this.fields.set(path, { required, type, description });
      const object =
        /^(?:(?:Array|List) of )?(\w+) objects?$/i.exec(type)?.[1] ?? /^(?:Array|List)<(\w+)>$/.exec(type)?.[1];
      const isMap = /^Map<String, ?(?!String|Object|Boolean|Integer)(\w+) ?>$/.exec(type);
      const isList = jsonTypes(type).includes('array');
      if (!isMap && !isObjectType(type)) continue;
      const table = /(?:\bTable|表) ?(\d+(?:-\d+)?)/.exec(description)?.[1];
      nested.push({ path: path + (isList ? '[]' : isMap ? '{}' : ''), name, object: isMap?.[1] ?? object, table });
    }
    this.open.unshift(...nested);
  }

  /** Adds the rest of a table that a page break has split. */
  continue(rows: readonly Row[]): void {
    this.add(this.prefix, rows);
  }

  /** Adds a table of nested fields to the field that it belongs to, and to fields with the same object. Returns `false` if there is none. */
  addNested({ caption = '', number }: TableBlock, rows: readonly Row[]): boolean {
    const matches = (test: (field: OpenField) => boolean): OpenField[] => this.open.filter(test);
    const found = [
      matches(({ object }) => object !== undefined && object === caption),
      matches(({ name }) => name === caption.split(' ')[0]),
      matches(({ table }) => table !== undefined && table === number),
      // Without a title or number, the next object with a name of its own.
      matches(({ object }) => object !== undefined).slice(0, 1),
      this.open.slice(0, 1),
    ].find(({ length }) => length > 0);
    for (const field of found ?? []) {
      this.open.splice(this.open.indexOf(field), 1);
      // A recursive object is read once.
      if (field.path.split('.').length < 12) this.add(field.path, rows);
    }
    return found !== undefined;
  }
}

const isObjectType = (type: string): boolean =>
  /^(?!Map).*object|^array$|^list$|^(?:Array|List)<(?!String|Integer)/i.test(type);

/** Parses the JSON of an example, which begins after words, a method and a URL. Returns undefined if there is none. */
function parseJson(text: string): unknown {
  const start = text.search(/^\s*(?:\{|\[)|(?<=\s)\{/m);
  try {
    return start < 0 ? undefined : (JSON.parse(text.slice(start)) as unknown);
  } catch {
    return undefined;
  }
}

/** Returns the first example in texts of a section. An example can be in several texts. */
const exampleIn = (texts: readonly string[] = []): unknown =>
  [texts.join('\n'), ...texts].map(parseJson).find((value) => value !== undefined);

/** `POST /v1/job/execute`, also with a host or a query. */
const CALL = /^(GET|POST|PUT|PATCH|DELETE)\s+(?:https?:\/\/[^/\s]+)?(\/[^\s?]+)(?:\?\S*)?$/;

/** Returns the values of parameters in the URL of an example. */
function valuesIn(text: string, path: string): Map<string, string> {
  const [, called = '', query = ''] = /\b[A-Z]+ (?:https?:\/\/[^/\s]+)?(\/[^\s?]*)(?:\?(\S*))?/.exec(text) ?? [];
  const [segments, names] = [called.split('/'), path.split('/')];
  const inPath = names.flatMap((name, at): [string, string][] => {
    const found = /^\{(\w+)\}$/.exec(name)?.[1];
    return found === undefined || segments.length !== names.length ? [] : [[found, segments[at]!]];
  });
  const known = [...inPath, ...new URLSearchParams(query)].filter(([, value]) => !/^$|[{}]/.test(value));
  return new Map(known.map(([name, value]) => [name, value]));
}

const hasBrace = (text: string): boolean => /[{[]\s*["{]/.test(text);

/** Texts between the tables of an operation that describe nothing. */
const FILLER = /^(?:None|N\/A|无|-+)[.。]?$|^(?:Table|表) ?\d.*(?:describes|lists|所示).*[.。]?$/i;

/** Reads one operation from the blocks after its method and path. */
function readOperation(
  head: Pick<PageOperation, 'title' | 'date' | 'url'>,
  call: string,
  blocks: readonly Block[],
): PageOperation {
  const [, method = '', path = ''] = CALL.exec(call)!;
  const template = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const hasCaptions = blocks.some((block) => block.kind === 'table' && block.number !== undefined);
  const parameters: PageParameter[] = [];
  const request = new BodyReader();
  const response = new BodyReader();
  const statuses: string[] = [];
  const [unread, skipped]: [string[], string[]] = [[], []];
  const report = (text: string): void => void unread.push(text);
  let section: keyof typeof HEADINGS = 'uri';
  let status = '200';
  let example = '';
  const examples = new Map<string, string[]>();
  const failed = { statuses: new Set<string>(), names: new Set<string>() };
  let sdkName: string | undefined;

  /** Adds parameters in one location, or in the locations that their names require. */
  function addParameters(rows: readonly Row[], location: string | undefined): void {
    for (const { name, location: own, ...field } of rows) {
      parameters.push({ name, in: own ?? location ?? (template.includes(name) ? 'path' : 'query'), ...field });
    }
  }

  function addToBody(body: BodyReader, table: TableBlock, rows: readonly Row[]): void {
    if (body.fields.size === 0) body.add('', rows);
    else if (hasCaptions && table.caption === undefined) body.continue(rows);
    else if (!body.addNested(table, rows)) {
      report(`table ${table.caption ?? ''} (${rows.map(({ name }) => name).join(', ')}), which no field refers to`);
    }
  }

  function addTable(table: TableBlock): void {
    if (table.columns[0] === 'status') {
      for (const cells of table.rows) {
        // `400 Bad Request`
        const code = /^(\d{3})\b/.exec(cells[0] ?? '')?.[1];
        if (code === undefined) report(`row ${cells.join(' | ')} of the statuses`);
        else statuses.push(code);
      }
      return;
    }
    if (section === 'end') return;
    const location = /\b(path|query|header)\b/i.exec(table.caption ?? '')?.[1]?.toLowerCase();
    const inResponse = section === 'response';
    if (inResponse && (!status.startsWith('2') || location === 'header')) {
      const names = table.rows.map(([name = '']) => name);
      if (status.startsWith('2')) skipped.push(`headers of the response: ${names.join(', ')}`);
      else {
        failed.statuses.add(status);
        for (const name of names) failed.names.add(name);
      }
      return;
    }
    const rows = rowsOf(table, report);
    const inBody = rows.filter((row) => row.location === undefined || row.location === 'body');
    if (inResponse) addToBody(response, table, rows);
    else if (inBody.length < rows.length) {
      addParameters(
        rows.filter((row) => !inBody.includes(row)),
        undefined,
      );
      if (inBody.length > 0) addToBody(request, table, inBody);
    } else if (location ?? section === 'uri') addParameters(rows, location);
    else if (rows.some(({ name }) => /^(X-Auth-Token|Content-Type)$/i.test(name))) addParameters(rows, 'header');
    else addToBody(request, table, rows);
  }

  for (const block of blocks) {
    if (block.kind === 'table') {
      addTable(block);
      continue;
    }
    const { text } = block;
    if (block.kind === 'unread') {
      if (section !== 'end') report(text);
      continue;
    }
    sdkName ??= /\b(\w+?)Request request = new/.exec(text)?.[1];
    const code = STATUS.exec(text)?.[1];
    const heading = Object.entries(HEADINGS).find(([, pattern]) => pattern.test(text));
    if (code !== undefined) {
      status = code;
      if (section === 'responseExample') example = `response ${code}`;
    } else if (heading) {
      section = heading[0] as keyof typeof HEADINGS;
      example = section === 'requestExample' ? 'request' : 'response';
    } else if (section === 'requestExample' || section === 'responseExample')
      examples.set(example, [...(examples.get(example) ?? []), text]);
    else if (section !== 'end' && !FILLER.test(text)) report(`text ${JSON.stringify(text)}`);
  }
  const success = statuses.find((code) => code.startsWith('2')) ?? '200';
  const texts = {
    request: examples.get('request'),
    response: examples.get(`response ${success}`) ?? examples.get('response'),
  };
  const [requestExample, responseExample] = [exampleIn(texts.request), exampleIn(texts.response)];
  if (requestExample === undefined && texts.request?.some(hasBrace)) skipped.push('example of the request: not JSON');
  if (responseExample === undefined && texts.response?.some(hasBrace))
    skipped.push('example of the response: not JSON');
  if (failed.statuses.size > 0) {
    skipped.push(`fields of the statuses ${[...failed.statuses].join(', ')}: ${[...failed.names].join(', ')}`);
  }
  for (const name of template) {
    if (!parameters.some((parameter) => parameter.in === 'path' && parameter.name === name))
      report(`path parameter ${name}, which is in no table`);
  }
  return {
    ...head,
    ...{ sdkName, method, path, parameters, statuses, unread, skipped },
    request: request.fields,
    response: response.fields,
    requestExample,
    responseExample,
    values: valuesIn(texts.request?.join('\n') ?? '', path),
  };
}

/** Reads all operations of a page. */
export function readPage(source: string): PageOperation[] {
  const blocks = readBlocks(source);
  const textOf = (index: number): string => {
    const block = blocks[index];
    return block?.kind === 'text' ? block.text : '';
  };
  const starts = blocks.flatMap((_, index) =>
    CALL.test(textOf(index)) && HEADINGS.uri.test(textOf(index - 1)) ? [index] : [],
  );
  return starts.map((start, order) => {
    const before = blocks.slice(0, start).map((_, index) => textOf(index));
    const heading = before.findLastIndex((text) => FUNCTION.test(text));
    const titles = before.slice(0, Math.max(0, heading)).filter((text) => text !== '' && !DATE.test(text));
    const date = before.map((text) => DATE.exec(text)?.[1]).findLast((found) => found !== undefined);
    const title = (titles.at(-1) ?? '').replace(/^[\d.]+ /, '').replace(/[.。]$/, '');
    // The headings of the next operation.
    const end = starts[order + 1] ?? blocks.length;
    const url = /<!-- saved from url=\(\d+\)(https?:\/\/\S+) -->/.exec(source)?.[1];
    return readOperation({ title, date, url }, textOf(start), blocks.slice(start + 1, end));
  });
}
