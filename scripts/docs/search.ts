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
  /** A factor of the weight, for what fewer readers want. */
  weight?: number;
}

/** Weights of kinds and fields. */
const kindWeights = { guide: 1.25, operation: 1.15, command: 1.1, client: 1, workflow: 0.9, field: 0.55 } as const;
const fieldWeights = { name: 5, title: 5, words: 1.5, helper: 4, about: 1, group: 0.6, text: 0.25 };
const synonymWeight = 0.55;

/** Words that people type, and the words of the documentation that they mean. One direction. */
const synonyms = new Map(
  Object.entries({
    start: 'trigger launch execute run begin',
    stop: 'cancel abort kill end',
    output: 'artifact artefact asset result',
    task: 'job',
    job: 'task',
    record: 'history past',
    status: 'state',
    state: 'status',
    wait: 'poll await',
    'log follow': 'tail stream',
    log: 'console',
    notification: 'webhook email notice',
    'authentication token': 'login',
    'authentication key': 'credential ak sk',
    temporary: 'sts',
    hint: '401 unauthorized denied',
    'hint permission': '403 forbidden',
    'rate limit': 'throttle quota',
    'rate limit throttled': '429',
    retry: 'backoff',
    attach: 'resume reconnect',
    rerun: 'retry',
    several: 'parallel multiple concurrent',
    option: 'setting',
    sandbox: 'mock fake emulator test',
    command: 'cli shell ci',
    pagination: 'cursor page paginate',
    recycle: 'trash',
    image: 'docker',
    file: 'keystore',
    opentelemetry: 'tracing telemetry',
    'move migrate': 'upgrade sdk',
    openapi: 'swagger',
    parameter: 'variable env',
    queue: 'worker bullmq',
    'timer schedule': 'cron',
    day: 'yesterday',
  }).flatMap(([meant, typed]) => typed.split(' ').map((word) => [word, meant.split(' ')] as const)),
);

const stopWords = new Set(
  'a an and are can do does for get how i in is it my of on or the to what with you'.split(' '),
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

export const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}_]+/u).filter(Boolean);

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

/** Number of typos that a word can have. Two swapped letters are two; a number has none. */
const typosIn = (term: string): number | false => /^\p{L}{4}/u.test(term) && (term.length >= 6 ? 2 : 1);

/** Builds the query of a word: the word itself, its parts, its synonyms; beginnings and, if wanted, typos for less. */
function queryOf(word: string, isLast: boolean, withTypos: boolean): Query {
  const whole = word.toLowerCase();
  const parts = partsOf(word);
  const term = parts.length > 1 ? whole : (parts[0] ?? whole);
  const prefix = isLast || term.length > 3;
  const queries: Query[] = [{ queries: [term], prefix, fuzzy: withTypos && typosIn(term) }];
  if (parts.length > 1) queries.push({ combineWith: 'AND', queries: parts });
  for (const synonym of synonyms.get(term) ?? []) {
    queries.push({ queries: [synonym], boostTerm: () => synonymWeight });
  }
  return { combineWith: 'OR', queries };
}

/** Whether a word is what a title is about: the last one before "of" and the like. "Delete a build task" is about a task, "Delete a task group" is not. */
const isHead = (title: string, word: string | undefined): boolean =>
  tokenize(title.split(/ (?:of|from|in|by|for|to|with) |[(,:]/)[0]!).at(-1) === word;

/** Finds entries, best first. Those with all words come first; if these are few, those with any word follow. */
export function search(index: SearchIndex, entries: readonly SearchEntry[], text: string): SearchEntry[] {
  const typed = wordsOf(text);
  const meant = typed.filter((word) => !stopWords.has(word.toLowerCase()));
  const words = meant.length > 0 ? meant : typed;
  if (words.length === 0) return [];
  const queries = words.map((word, position) => {
    const query = queryOf(word, position === words.length - 1, false);
    // A word that the documentation has is no typo.
    return index.search(query).length > 0 ? query : queryOf(word, position === words.length - 1, true);
  });
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
        (entry.name === text.trim() ? 1.3 : 1) *
        (entry.api === undefined ? 1 : 0.75) *
        (entry.weight ?? 1) *
        (isHead(entry.title, last) ? 1.2 : 1) *
        (1 + 0.12 * Math.min(entry.mentions ?? 0, 4))
      );
    },
  };
  const find = (combineWith: 'AND' | 'OR'): SearchResult[] => index.search({ combineWith, queries }, options);
  const all = find('AND');
  const any = words.length > 1 && all.length < 5 ? find('OR') : [];
  return [...new Set([...all, ...any].map(({ id }) => entries[id as number]!))];
}
