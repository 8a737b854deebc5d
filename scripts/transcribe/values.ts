/** Reads ranges, lengths, defaults and known values from the text of a parameter or field. */
import { jsonTypes } from './words.js';
import type { PageField } from './operations.js';

/** JSON Schema keywords that a page states. */
export interface StatedValues {
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  default?: string | number | boolean;
  values?: string[];
  deprecated?: true;
}

/** A label of a part. Common words are labels only in front of a colon. */
const PART =
  /(?:^|\s)((?:Definition|Constraints|Range|Default Value|参数解释|约束限制|取值范围|默认取值)(?=\s|$|[:：])|(?:Explanation|Value [Rr]ange|Default(?: value)?|默认值)(?=\s*[:：]))(?:\s*[:：])?/;

/** Splits the form "Definition … Constraints … Range … Default Value …", with or without colons; other text is a definition. */
export function partsOf(text: string): { definition: string; constraints: string; range: string; default: string } {
  const [before = '', ...rest] = text.split(PART);
  const find = (name: RegExp): string => {
    const at = rest.findIndex((part, index) => index % 2 === 0 && name.test(part));
    const part = at < 0 ? '' : (rest[at + 1] ?? '').trim();
    return /^(?:N\/?A|None|-+|无|不涉及)[.。]?$/i.test(part) ? '' : part;
  };
  if (before.trim() !== '' || rest.length === 0) return { definition: text, constraints: '', range: '', default: '' };
  return {
    definition: find(/^(?:Def|Exp|参数)/),
    constraints: find(/^(?:Con|约束)/),
    range: find(/^(?:Value )?[Rr]ange|^取值/),
    default: find(/^Default|^默认/),
  };
}

const NUMBER = '(-?\\d+)';
const BETWEEN = `${NUMBER}\\s*(?:-|–|—|~|～|to|and|至|到)\\s*${NUMBER}`;

type Bound = 'minimum' | 'maximum';

/** Patterns of numbers, each with the bounds that its groups state. A range has the unit of the field; a length has its own. */
const pattern = (source: string): RegExp => new RegExp(source, 'i');
const RANGES: readonly (readonly [pattern: RegExp, ...bounds: Bound[]])[] = [
  [
    pattern(
      `(?:^|\\branges?(?: is| from)?[:：]?|\\bbetween|\\bfrom|取值范围[为是]?[:：]?)\\s*\\[?${BETWEEN}(?![\\d-]|.?\\d)`,
    ),
    'minimum',
    'maximum',
  ],
  [pattern(`\\[${NUMBER}\\s*[,，]\\s*${NUMBER}\\]`), 'minimum', 'maximum'],
  [pattern(`(?:\\bmin(?:imum)?(?: value)?(?: is)?|最小值[为是]?)\\s*[:：]?\\s*${NUMBER}`), 'minimum'],
  [pattern(`(?:\\bmax(?:imum)?(?: value)?(?: is)?|最大值[为是]?)\\s*[:：]?\\s*${NUMBER}`), 'maximum'],
  [pattern(`(?:greater than or equal to|no less than|大于等于|不小于)\\s*${NUMBER}`), 'minimum'],
  [
    pattern(
      `(?:less than or equal to|no (?:more|greater) than|cannot exceed|小于等于|不大于|不超过)\\s*${NUMBER}(?!\\s*(?:characters|个字符))`,
    ),
    'maximum',
  ],
  [pattern(`\\bnumbers that are ${NUMBER} or greater`), 'minimum'],
];
const LENGTHS: readonly (readonly [pattern: RegExp, ...bounds: Bound[]])[] = [
  [pattern(`${BETWEEN}\\s*(?:characters|个?字符)`), 'minimum', 'maximum'],
  [
    pattern(`(?:up to|maximum of|no more than|cannot exceed|最多|不超过)\\s*${NUMBER}\\s*(?:characters|个?字符)`),
    'maximum',
  ],
  [pattern(`(?:\\bminimum(?: length)?(?: is)?|最小长度[为是]?)\\s*[:：]?\\s*${NUMBER}`), 'minimum'],
  [pattern(`(?:\\bmaximum(?: length)?(?: is)?|最大长度[为是]?)\\s*[:：]?\\s*${NUMBER}`), 'maximum'],
];

function boundsIn(patterns: typeof RANGES, text: string): Partial<Record<Bound, number>> {
  const found: Partial<Record<Bound, number>> = {};
  for (const [expression, ...bounds] of patterns) {
    const match = expression.exec(text);
    for (const [index, bound] of bounds.entries()) if (match) found[bound] ??= Number(match[index + 1]);
  }
  return found;
}

/** A known value: a word of the service, such as `SUCCESS` or `x86_64`. */
const WORD = '[`"\'“”]?([A-Za-z][\\w.-]*|\\d+)[`"\'“”]?';
const LISTED = pattern(
  `(?:\\b(?:enumerat(?:ion|ed) values?|value options|options|values?|the (?:value|options) (?:can be|are|is))|枚举值|可选值|取值)(?: (?:can be|are|include))?\\s*[:：]?\\s*((?:●?\\s*${WORD}\\s*(?:,|，|、|/|\\bor\\b|\\band\\b|或|●|\\n)+\\s*)+${WORD})\\s*(?:[.。]|$|\\n)`,
);
const LABELLED = /(?:^|[.。;；]\s|\n|●)\s*[`"“]?([A-Za-z][\w.-]*|\d+)[`"”]?\s*[:：]\s*\S/g;

/** Returns the known values of a text: a list, or at least two values with a description each. */
function knownValuesIn(text: string, isRange: boolean): string[] {
  const listed = LISTED.exec(text)?.[1]
    ?.match(/\w[\w.-]*\w|\w/g)
    ?.filter((word) => !/^(?:or|and)$/.test(word));
  const bullets = isRange && /^(?:●\s*[\w.-]+\s*){2,}$/.test(text) ? text.match(/[\w.-]+/g) : undefined;
  const labelled = isRange ? [...text.matchAll(LABELLED)].map(([, word]) => word!) : [];
  return listed ?? bullets ?? (labelled.length > 1 ? labelled : []);
}

/** Returns what the description of a field states. */
export function statedValues({ type, description }: PageField): StatedValues {
  const parts = partsOf(description);
  const types = jsonTypes(type);
  const texts = [parts.range, parts.constraints, parts.definition];
  const isNumber = types.includes('integer') || types.includes('number');
  const isString = types.includes('string');
  const bounds = texts.map((text) => boundsIn(isNumber ? RANGES : isString ? LENGTHS : [], text)).reverse();
  const { minimum, maximum } = Object.assign({}, ...bounds) as Partial<Record<Bound, number>>;
  const [low, high] = isNumber ? (['minimum', 'maximum'] as const) : (['minLength', 'maxLength'] as const);
  const values = isString
    ? texts.map((text, at) => knownValuesIn(text, at === 0)).find(({ length }) => length > 0)
    : undefined;
  const stated =
    parts.default ||
    (/(?:\bdefault(?: value)?(?: is|[:：])|[默缺][认省]值?[为是：:])\s*[`"“]?([\w.-]*\w)/i.exec(
      texts.join('\n'),
    )?.[1] ??
      '');
  const value = defaultOf(stated.replace(/[.。]$/, ''), types);
  return {
    ...(minimum !== undefined && { [low]: minimum }),
    ...(maximum !== undefined && { [high]: maximum }),
    ...(value !== undefined && { default: value }),
    ...(values && { values }),
    ...(/\b(?:deprecated|discarded|obsolete|no longer (?:used|supported|available))\b|废弃|弃用/i.test(description) && {
      deprecated: true as const,
    }),
  };
}

/** Returns a default as a value of its type; undefined if it is none. */
function defaultOf(text: string, types: readonly string[]): string | number | boolean | undefined {
  if (types.includes('integer') || types.includes('number')) return /^-?\d+$/.test(text) ? Number(text) : undefined;
  if (types.includes('boolean')) return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
  return types.includes('string') && /^[\w.-]+$/.test(text) ? text : undefined;
}
