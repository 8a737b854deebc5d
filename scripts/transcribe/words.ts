/** The words of the English and Chinese documentation by which tables and sections are recognized. */

/** Meaning of a column. The text of a `detail`, such as a range, belongs to the description. */
export type Column = 'name' | 'mandatory' | 'type' | 'location' | 'status' | 'description' | 'detail';

const COLUMNS: readonly (readonly [column: Column, header: RegExp])[] = [
  ['name', /^(?:(?:Parameter|Field)(?: Name)?|Name|参数(?:名称?)?|名称|字段(?:名称?)?)$/i],
  ['mandatory', /^(?:Mandatory|Required|Mandatory ?(?:\/|or) ?Optional|(?:是否)?必[选填须])$/i],
  ['type', /^(?:(?:Parameter |Data )?Type|(?:参数|数据)?类型)$/i],
  ['location', /^(?:Location|Position|In|参数位置|位置)$/i],
  ['status', /^(?:(?:HTTP )?Status Codes?|(?:HTTP ?)?状态码)$/i],
  ['description', /^(?:Description|Meaning|(?:参数)?(?:描述|说明)|含义)$/i],
  [
    'detail',
    /^(?:(?:Value )?Range|Default(?: Value)?|Example(?: Value)?|Constraints?|取值范围|默认(?:取)?值|示例值?|约束)$/i,
  ],
];

/** Returns the meaning of the cells of a header; undefined if it is the header of no table of parameters, fields or statuses. */
export function columnsOf(header: readonly string[]): Column[] | undefined {
  const columns = header.map((cell) => COLUMNS.find(([, pattern]) => pattern.test(cell.trim()))?.[0]);
  const known = columns.filter((column) => column !== undefined);
  const isComplete = columns[0] === 'status' || (columns[0] === 'name' && columns.includes('type'));
  const isUnique =
    new Set(known.filter((column) => column !== 'detail')).size === known.filter((c) => c !== 'detail').length;
  return known.length === header.length && isComplete && isUnique && known.includes('description') ? known : undefined;
}

export const isName = (text: string): boolean => /^[A-Za-z_][\w.$-]*(?:\[\])?$/.test(text);

const MANDATORY = /^(?:Yes|Y|True|M|Mandatory|Required|是|必选|必填|必须)$/i;
const OPTIONAL = /^(?:No|N|False|O|Optional|否|可选|非必[选填])$/i;

export const isMark = (text: string): boolean => MANDATORY.test(text) || OPTIONAL.test(text);

/** Returns whether a mark means "mandatory"; undefined if its meaning is unknown. */
export const readMark = (text: string): boolean | undefined =>
  MANDATORY.test(text) ? true : OPTIONAL.test(text) ? false : undefined;

/** Types of the documentation and the JSON types that they allow. */
const TYPES: readonly (readonly [pattern: RegExp, types: readonly string[]])[] = [
  [/^(?:array|list|set)\b|\b(?:array|list)$|\[\]$/i, ['array']],
  [/^(?:u?int(?:eger|\d+)?|long|short)$/i, ['integer']],
  [/^(?:number|float|double|decimal)$/i, ['number', 'integer']],
  [/^bool(?:ean)?$/i, ['boolean']],
  [/^(?:string|char|file|date|datetime|enum)$/i, ['string']],
  [/^(?:object|json|map\b.*|.*\bobjects?)$/i, ['object']],
];

/** Returns the JSON types that a type of a page allows; none if it is unknown. */
export const jsonTypes = (type: string): readonly string[] =>
  TYPES.find(([pattern]) => pattern.test(type.replace(/ ?\(.*\)$/, '').trim()))?.[1] ?? [];

export const isType = (text: string): boolean => text.length < 80 && jsonTypes(text).length > 0;

/** `Table 4-6 Title`, `表2 标题` */
export const TABLE_TITLE = /^\**(?:Table|表) ?(\d+(?:-\d+)?)\**[\s.:：]*(.*)$/;

/** `Status code: 200` */
export const STATUS = /^(?:Status [Cc]ode|状态码)\s*[:：]\s*(\d{3})$/;

/** Headings within an operation. */
export const HEADINGS = {
  uri: /^URI$/,
  request: /^(?:Request(?: (?:Parameters?|Message))?|请求(?:参数|消息)?)$/i,
  response: /^(?:Response(?: (?:Parameters?|Message))?|响应(?:参数|消息)?)$/i,
  requestExample: /^(?:(?:Example|Sample) Requests?|Request (?:Example|Sample)s?|请求(?:示例|样例))$/i,
  responseExample: /^(?:(?:Example|Sample) Responses?|Response (?:Example|Sample)s?|响应(?:示例|样例))$/i,
  end: /^(?:(?:HTTP )?Status Codes?|Returned Values?|Error Codes?|SDK Sample Code|状态码|返回值|错误码|SDK ?代码示例)$/i,
} as const;

/** Heading of the first section of an operation, below its title. */
export const FUNCTION = /^(?:Functions?|功能介绍|功能描述)$/;

/** Lines that end a table whose cells are on separate lines. */
export const SECTION = new RegExp(
  [...Object.values(HEADINGS), TABLE_TITLE, STATUS, /^(?:Status [Cc]ode: ?\d|Example |SDK Sample)/]
    .map(({ source }) => source)
    .join('|'),
);

/** Date of a page. */
export const DATE = /^(?:(?:Last )?Updated(?: on)?|Date|更新时间)\s*[:：]?\s*(\d{4}-\d{2}-\d{2})/i;
