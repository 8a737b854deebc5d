import { posix } from 'node:path';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';

/** What a YAML or JSON file can hold. */
export type Value = null | boolean | number | string | Value[] | ValueMap;

export interface ValueMap {
  [key: string]: Value | undefined;
}

/** Where something stands. */
export interface Place {
  /** Path from the root of the project. */
  file: string;
  /** Counted from 1. */
  line: number;
}

/** Something that is wrong, and where. */
export interface Problem {
  at: Place;
  reason: string;
}

/** A `$ref`: who points, and at what. */
export interface Reference {
  from: ValueMap;
  file: string;
  /** The keys that lead to the target within its file; none for the whole file. */
  keys: string[];
}

/** Files with the place of everything in them. */
export interface SourceTree {
  /** Path from the root of the project -> content. */
  readonly files: ReadonlyMap<string, Value>;
  /** Mistakes of syntax, and YAML that is not allowed here. */
  readonly problems: readonly Problem[];
  readonly references: readonly Reference[];
  /** Where a map or a list begins, or one of its entries. */
  placeOf(parent: ValueMap | Value[], key?: string | number): Place;
  /** Follows references until something else is found; undefined where one leads nowhere. */
  follow(value: Value | undefined): Value | undefined;
}

/** The value as a map; an empty one where it is something else. */
export const mapOf = (value: Value | undefined): ValueMap => (isValueMap(value) ? value : {});

/** The value as a list; an empty one where it is something else. */
export const listOf = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);

/** The value as text; undefined where it is something else. */
export const textOf = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** The texts in a list. */
export const textsOf = (value: Value | undefined): string[] => listOf(value).filter((item) => typeof item === 'string');

export const isValueMap = (value: Value | undefined): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Position {
  file: string;
  line: number;
  entries: Map<string | number, number>;
}

/** Parses files, given as path -> text. Mistakes come back as problems with their lines; nothing is thrown. */
export function parseSources(texts: ReadonlyMap<string, string>): SourceTree {
  const positions = new WeakMap<object, Position>();
  const references: Reference[] = [];
  const problems: Problem[] = [];
  const files = new Map<string, Value>();

  for (const [file, text] of texts) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const lineAt = (offset: number | undefined): number => lines.linePos(offset ?? 0).line;
    // Whatever follows the first mistake in a file is mostly its echo.
    const [mistake] = document.errors;
    if (mistake) problems.push({ at: { file, line: lineAt(mistake.pos[0]) }, reason: mistake.message });
    files.set(file, convert(document.contents, file, lineAt));
  }

  function convert(node: Node | null, file: string, lineAt: (offset: number | undefined) => number): Value {
    const line = lineAt(node?.range?.[0]);
    const position: Position = { file, line, entries: new Map() };
    if (isAlias(node)) {
      problems.push({ at: { file, line }, reason: 'an alias hides what stands here: repeat it, or use $ref' });
      return null;
    }
    if (isMap<Node, Node | null>(node)) {
      const map: ValueMap = {};
      positions.set(map, position);
      for (const { key, value } of node.items) {
        const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
        const keyLine = lineAt(key.range?.[0]);
        if (name === undefined) {
          problems.push({ at: { file, line: keyLine }, reason: 'a key that is no text needs quotes' });
          continue;
        }
        position.entries.set(name, keyLine);
        map[name] = convert(value, file, lineAt);
      }
      if (typeof map['$ref'] === 'string') references.push(targetOf(map, map['$ref']));
      return map;
    }
    if (isSeq<Node>(node)) {
      const list = node.items.map((item) => convert(item, file, lineAt));
      node.items.forEach((item, index) => position.entries.set(index, lineAt(item.range?.[0])));
      positions.set(list, position);
      return list;
    }
    return isScalar(node) ? scalarOf(node.value) : null;
  }

  function targetOf(from: ValueMap, ref: string): Reference {
    const source = positions.get(from)!.file;
    const [path = '', pointer = ''] = ref.split('#');
    const keys = pointer
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    return { from, file: path === '' ? source : posix.join(posix.dirname(source), path), keys };
  }

  function follow(value: Value | undefined): Value | undefined {
    let current = value;
    // A circle of references is the linter's to find: here it only has to end.
    for (let hops = 0; isValueMap(current) && typeof current['$ref'] === 'string' && hops < 20; hops += 1) {
      const { file, keys } = targetOf(current, current['$ref']);
      current = keys.reduce<Value | undefined>((at, key) => mapOf(at)[key], files.get(file));
    }
    return current;
  }

  function placeOf(parent: ValueMap | Value[], key?: string | number): Place {
    const position = positions.get(parent)!;
    return { file: position.file, line: (key === undefined ? undefined : position.entries.get(key)) ?? position.line };
  }

  return { files, problems, references, placeOf, follow };
}

/** A scalar's value. Dates and big numbers do not occur in YAML's core schema. */
const scalarOf = (value: unknown): Value =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
