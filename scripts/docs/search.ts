/** The search of the site: entries, weights and synonyms. The page and the tests run this module. */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';

export interface SearchEntry {
  /** An identifier: of an operation, an export, a field or a command. */
  name?: string;
  title: string;
  kind: 'guide' | 'operation' | 'command' | 'client' | 'workflow' | 'field';
  /** Path of a page without its ending, and maybe an anchor. */
  url: string;
  /** The guide, tag or type that contains it. */
  group: string;
  about: string;
  /** Other words that it is found by. */
  words?: string;
  /** The function of the client for it. */
  helper?: string;
  /** Words of low weight. */
  text?: string;
  /** Number of guides and workflows that mention it. */
  mentions?: number;
  /** An API other than CodeArts Build. */
  api?: string;
  /** Deprecated. */
  old?: boolean;
  /** A factor of the weight, for types and properties. */
  weight?: number;
}

/** Weights of kinds and fields. */
const kindWeights = { guide: 1.25, operation: 1.15, command: 1.1, client: 1, workflow: 0.9, field: 0.55 } as const;
const fieldWeights = { name: 5, title: 5, words: 1.5, helper: 4, about: 1, group: 0.6, text: 0.25 };
const synonymWeight = 0.55;

/** Words that people type, and the words of the documentation. One direction. */
const synonyms: Readonly<Record<string, string>> = {
  ...{ trigger: 'start', launch: 'start', execute: 'start', run: 'start', begin: 'start' },
  ...{ cancel: 'stop', abort: 'stop', kill: 'stop', end: 'stop' },
  ...{ artifact: 'output', artefact: 'output', asset: 'output', result: 'output' },
  ...{ job: 'task', task: 'job', history: 'record', past: 'record', state: 'status', status: 'state' },
  ...{ poll: 'wait', await: 'wait', tail: 'log follow', stream: 'log follow', console: 'log' },
  ...{ webhook: 'notification', email: 'notification', notice: 'notification' },
  ...{
    login: 'authentication token',
    credential: 'authentication key',
    ak: 'authentication key',
    sk: 'authentication key',
  },
  ...{ sts: 'temporary', throttle: 'rate limit', quota: 'rate limit', '429': 'rate limit throttled', backoff: 'retry' },
  ...{ resume: 'attach', reconnect: 'attach', mock: 'sandbox', fake: 'sandbox', emulator: 'sandbox', test: 'sandbox' },
  ...{
    cli: 'command',
    shell: 'command',
    ci: 'command',
    cursor: 'pagination',
    page: 'pagination',
    paginate: 'pagination',
    trash: 'recycle',
  },
  ...{
    docker: 'image',
    keystore: 'file',
    tracing: 'opentelemetry',
    telemetry: 'opentelemetry',
    upgrade: 'move migrate',
  },
  ...{
    sdk: 'move migrate',
    swagger: 'openapi',
    variable: 'parameter',
    env: 'parameter',
    worker: 'queue',
    bullmq: 'queue',
  },
};

const stopWords = new Set(
  'a an and are can do does for how i in is it my of on or the to what which with you'.split(' '),
);

/** Returns the singular of an English word. */
const singular = (word: string): string =>
  word.length > 3 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word)
      ? word.slice(0, -1)
      : word;

/** Splits a name at capitals and `_`. */
const partsOf = (word: string): string[] =>
  word
    .split(/_+|(?<=[a-z0-9])(?=[A-Z])/)
    .filter(Boolean)
    .map((part) => singular(part.toLowerCase()));

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}_]+/u).filter(Boolean);

/** Returns the terms of a text: each word, and the parts of names. */
export const tokenize = (text: string): string[] =>
  wordsOf(text).flatMap((word) => {
    const parts = partsOf(word);
    return parts.length > 1 ? [word.toLowerCase(), ...parts] : parts;
  });

export type SearchIndex = MiniSearch<SearchEntry & { id: number }>;

export function createIndex(entries: readonly SearchEntry[]): SearchIndex {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: Object.keys(fieldWeights),
    tokenize,
    processTerm: (term) => (stopWords.has(term) ? null : term),
    // The title of an export or a field repeats its name.
    extractField: (entry, field) =>
      field === 'title' && (entry.kind === 'client' || entry.kind === 'field')
        ? ''
        : String(entry[field as keyof SearchEntry] ?? ''),
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return index;
}

/** Builds the query of a word: the word itself, its parts, its synonyms; typos and beginnings for less. */
function queryOf(word: string, isLast: boolean): Query {
  const whole = word.toLowerCase();
  const parts = partsOf(word);
  const term = parts.length > 1 ? whole : (parts[0] ?? whole);
  const prefix = isLast || term.length > 3;
  const queries: Query[] = [{ queries: [term], prefix, fuzzy: term.length >= 5 ? 1 : false }];
  if (parts.length > 1) queries.push({ combineWith: 'AND', queries: parts });
  for (const synonym of synonyms[term]?.split(' ') ?? []) {
    queries.push({ queries: [synonym], boostTerm: () => synonymWeight });
  }
  return { combineWith: 'OR', queries };
}

/** Whether a word is what a title is about: the last one before "of" and the like. "Delete a build task" is about a task, "Delete a task group" is not. */
const isHead = (title: string, word: string | undefined): boolean =>
  tokenize(title.split(/ (?:of|from|in|by|for|to|with) |[(,:]/)[0]!).at(-1) === word;

/** Finds entries, best first. All words must match; if no entry has them all, any. */
export function search(index: SearchIndex, entries: readonly SearchEntry[], text: string): SearchEntry[] {
  const typed = wordsOf(text);
  const meant = typed.filter((word) => !stopWords.has(word.toLowerCase()));
  const words = meant.length > 0 ? meant : typed;
  if (words.length === 0) return [];
  const queries = words.map((word, position) => queryOf(word, position === words.length - 1));
  const last = tokenize(words.at(-1)!).at(-1);
  const names = new Set(words.filter((word) => /[A-Z_]/.test(word)).map((word) => word.toLowerCase()));
  const options = {
    boost: fieldWeights,
    weights: { prefix: 0.5, fuzzy: 0.15 },
    boostDocument: (id: unknown): number => {
      const entry = entries[id as number]!;
      const isNamed = entry.name !== undefined && names.has(entry.name.toLowerCase());
      return (
        kindWeights[entry.kind] *
        (isNamed ? 6 : entry.old ? 0.3 : 1) *
        (entry.api === undefined ? 1 : 0.75) *
        (entry.weight ?? 1) *
        (isHead(entry.title, last) ? 1.2 : 1) *
        (1 + 0.12 * Math.min(entry.mentions ?? 0, 4))
      );
    },
  };
  const find = (combineWith: 'AND' | 'OR'): SearchResult[] => index.search({ combineWith, queries }, options);
  const all = find('AND');
  return (all.length > 0 || words.length === 1 ? all : find('OR')).map(({ id }) => entries[id as number]!);
}
