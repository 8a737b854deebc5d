import { posix } from 'node:path';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';

/** A value of a YAML or JSON file. */
export type Value = null | boolean | number | string | Value[] | ValueMap;

export interface ValueMap {
  [key: string]: Value | undefined;
}

/** A position in a file. */
export interface Place {
  /** Path relative to the project root. */
  file: string;
  /** Line number, starting at 1. */
  line: number;
}

/** A problem and its position. */
export interface Problem {
  at: Place;
  reason: string;
}

/** A `$ref` and its target. */
export interface Reference {
  from: ValueMap;
  file: string;
  /** The keys of the target within its file; empty for the whole file. */
  keys: string[];
}

/** Parsed files with the positions of their entries. */
export interface SourceTree {
  /** Path relative to the project root -> content. */
  readonly files: ReadonlyMap<string, Value>;
  /** Syntax errors, and YAML features that the project does not allow. */
  readonly problems: readonly Problem[];
  readonly references: readonly Reference[];
  /** Returns the position of a map or list, or of one of its entries. */
  placeOf(parent: ValueMap | Value[], key?: string | number): Place;
  /** Resolves references; undefined if a target does not exist. */
  follow(value: Value | undefined): Value | undefined;
}

/** Returns the value if it is a map, else an empty map. */
export const mapOf = (value: Value | undefined): ValueMap => (isValueMap(value) ? value : {});

/** Returns the value if it is a list, else an empty list. */
export const listOf = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);

/** Returns the value if it is a string, else undefined. */
export const textOf = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** Returns the strings of a list. */
export const textsOf = (value: Value | undefined): string[] => listOf(value).filter((item) => typeof item === 'string');

export const isValueMap = (value: Value | undefined): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Position {
  file: string;
  line: number;
  entries: Map<string | number, number>;
}

/** Parses files, given as path -> text. Syntax errors are returned as problems, not thrown. */
export function parseSources(texts: ReadonlyMap<string, string>): SourceTree {
  const positions = new WeakMap<object, Position>();
  const references: Reference[] = [];
  const problems: Problem[] = [];
  const files = new Map<string, Value>();

  for (const [file, text] of texts) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const lineAt = (offset: number | undefined): number => lines.linePos(offset ?? 0).line;
    // Later errors in a file mostly follow from the first one.
    const [error] = document.errors;
    if (error) problems.push({ at: { file, line: lineAt(error.pos[0]) }, reason: error.message });
    files.set(file, convert(document.contents, file, lineAt));
  }

  function convert(node: Node | null, file: string, lineAt: (offset: number | undefined) => number): Value {
    const line = lineAt(node?.range?.[0]);
    const position: Position = { file, line, entries: new Map() };
    if (isAlias(node)) {
      problems.push({ at: { file, line }, reason: 'aliases are not allowed: repeat the value or use $ref' });
      return null;
    }
    if (isMap<Node, Node | null>(node)) {
      const map: ValueMap = {};
      positions.set(map, position);
      for (const { key, value } of node.items) {
        const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
        const keyLine = lineAt(key.range?.[0]);
        if (name === undefined) {
          problems.push({ at: { file, line: keyLine }, reason: 'a key that is not a string requires quotes' });
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
    // The linter reports circular references; here the loop only has to end.
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

/** Returns the value of a scalar. YAML's core schema has no dates and big integers. */
const scalarOf = (value: unknown): Value =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/** Yields the strings within a value at any depth. */
export function* textsWithin(
  tree: SourceTree,
  value: Value | undefined,
  at: Place,
): Generator<{ text: string; at: Place }> {
  if (typeof value === 'string') yield { text: value, at };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsWithin(tree, item, tree.placeOf(value, index));
  } else if (isValueMap(value)) {
    for (const [key, item] of Object.entries(value)) yield* textsWithin(tree, item, tree.placeOf(value, key));
  }
}
