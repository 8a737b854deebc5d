/** Compares requests with recorded ones, whose secrets are redacted and whose IDs are replaced. */

import { isObject } from '../errors/check-options.js';
import { MASK } from '../errors/redact-text.js';
import { ID } from './recorder.js';
import type { HarEntry } from './recorder.js';

/** A request to find in a recording. */
export interface ReplayedRequest {
  readonly method: string;
  readonly url: URL;
  /** Text of a JSON body; undefined if there is none, or another one. */
  readonly body: string | undefined;
}

/** Which ID of the requests each replaced ID of the recording is. */
export interface IdBindings {
  /** Returns `true` if a recorded ID can be this ID, and remembers it. */
  bind(recorded: string, requested: string): boolean;
  readonly pairs: ReadonlyMap<string, string>;
}

/** Bindings of a whole replay. */
export interface AllBindings {
  /** Returns bindings to try, in addition to those that were accepted. */
  attempt(): IdBindings;
  accept(bindings: IdBindings): void;
  /** Replaces the IDs of a recorded text by those of the requests. */
  toRequested(text: string): string;
}

/** A recorder replaces IDs by numbers of the same form. */
const isReplaced = (id: string): boolean => /^0{20}/.test(id.replaceAll('-', ''));

export function createIdBindings(recording: string): AllBindings {
  const recordedIds = new Set(recording.match(ID));
  const accepted = new Map<string, string>();
  return {
    attempt() {
      const pairs = new Map(accepted);
      return {
        pairs,
        bind(recorded, requested) {
          if (!isReplaced(recorded)) return recorded === requested;
          const known = pairs.get(recorded);
          if (known !== undefined) return known === requested;
          // A program also has IDs from recorded responses.
          if (recorded !== requested && recordedIds.has(requested)) return false;
          if ([...pairs.values()].includes(requested)) return false;
          pairs.set(recorded, requested);
          return true;
        },
      };
    },
    accept({ pairs }) {
      for (const [recorded, requested] of pairs) accepted.set(recorded, requested);
    },
    toRequested: (text) => text.replace(ID, (id) => accepted.get(id) ?? id),
  };
}

const ANY_ID = '([0-9a-f-]{32,36})';
const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Compares a text with a recorded one, which may contain redacted values and replaced IDs. */
function isSameText(recorded: string, requested: string, bindings: IdBindings): boolean {
  if (recorded === requested && !recorded.match(ID)) return true;
  const found: string[] = [];
  const pattern = recorded
    .split(MASK)
    .map((part) => {
      found.push(...(part.match(ID) ?? []));
      return part.split(ID).map(escapePattern).join(ANY_ID);
    })
    .join('[^]*');
  const match = new RegExp(`^${pattern}$`).exec(requested);
  return match !== null && found.every((id, index) => bindings.bind(id, match[index + 1]!));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A name of one side with that of the other side, which may be redacted; undefined if a side has none. */
type NamePair = readonly [recorded: string | undefined, requested: string | undefined];

/** Pairs the names of two objects. A redacted name belongs to every member of the request that has no other pair and can have had it; their values are not compared. */
function* pairNames(
  recorded: Iterable<string>,
  requested: Iterable<string>,
  bindings: IdBindings,
): Generator<NamePair> {
  const rest = new Set(requested);
  const redacted: string[] = [];
  for (const name of recorded) {
    if (name.includes(MASK)) redacted.push(name);
    else {
      const found = rest.has(name) ? name : [...rest].find((other) => isSame(name, other, bindings));
      if (found !== undefined) rest.delete(found);
      yield [name, found];
    }
  }
  // Two names can be redacted to the same one.
  for (const name of redacted) if (![...rest].some((other) => isSame(name, other, bindings))) yield [name, undefined];
  for (const other of rest) if (!redacted.some((name) => isSame(name, other, bindings))) yield [undefined, other];
}

/** Yields the places at which two bodies differ. Values are not shown: they may be secret. */
function* differencesOf(
  recorded: unknown,
  requested: unknown,
  place: string,
  bindings: IdBindings,
  ignored: ReadonlySet<string>,
): Generator<string> {
  if (recorded === MASK || recorded === requested) return;
  if (typeof recorded === 'string' && typeof requested === 'string') {
    if (isSameText(recorded, requested, bindings)) return;
    const [inner, other] = [parse(recorded), parse(requested)];
    // A recorder writes JSON inside strings again.
    if (inner === undefined || other === undefined) yield place;
    else yield* differencesOf(inner, other, place, bindings, ignored);
  } else if (Array.isArray(recorded) && Array.isArray(requested)) {
    if (recorded.length !== requested.length) yield place;
    else
      for (const [index, item] of (recorded as unknown[]).entries())
        yield* differencesOf(item, requested[index], `${place}[${index}]`, bindings, ignored);
  } else if (isObject(recorded) && isObject(requested) && !Array.isArray(recorded) && !Array.isArray(requested)) {
    for (const [name, other] of pairNames(Object.keys(recorded), Object.keys(requested), bindings)) {
      const shown = other ?? name!;
      if (ignored.has(shown)) continue;
      const inner = `${place}.${shown}`;
      if (name === undefined || other === undefined) yield inner;
      else yield* differencesOf(recorded[name], requested[other], inner, bindings, ignored);
    }
  } else yield place;
}

/** Returns `true` if two values are the same, as far as redacted values and replaced IDs show. */
const isSame = (
  recorded: unknown,
  requested: unknown,
  bindings: IdBindings,
  ignored: ReadonlySet<string> = new Set(),
): boolean => differencesOf(recorded, requested, '', bindings, ignored).next().done === true;

/** Returns the values of each name of a query. */
function groupByName(pairs: Iterable<readonly [string, string]>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return groups;
}

/** Returns what differs between a recorded request and another one, and a weight that orders recorded requests by similarity. */
export function compareRequests(
  recorded: HarEntry['request'],
  { method, url, body }: ReplayedRequest,
  bindings: IdBindings,
  ignored: ReadonlySet<string>,
): { differences: string[]; weight: number } {
  const differences: string[] = [];
  let weight = 0;
  const differ = (what: string, by = 1): void => {
    differences.push(what);
    weight += by;
  };
  if (recorded.method !== method) differ('method', 20);
  const recordedUrl = new URL(recorded.url);
  const [path, other] = [recordedUrl.pathname.split('/'), url.pathname.split('/')];
  const wrong = path.filter((segment, index) => !isSameText(segment, other[index] ?? '', bindings)).length;
  if (wrong > 0 || path.length !== other.length) differ('path', 20 * (wrong + Math.abs(path.length - other.length)));
  // Browsers record encoded values, or no list.
  const list = (recorded.queryString ?? []).map(({ name, value }) => [name, value] as const);
  const query = groupByName(recordedUrl.search === '' ? list : recordedUrl.searchParams);
  const sent = groupByName(url.searchParams);
  for (const [name, other] of pairNames(query.keys(), sent.keys(), bindings)) {
    const shown = other ?? name!;
    if (ignored.has(shown)) continue;
    const isPair = name !== undefined && other !== undefined;
    if (!isPair || !isSame(query.get(name), sent.get(other), bindings, ignored)) differ(`query ${shown}`);
  }
  const text = recorded.postData?.text;
  // Of files only the size is recorded.
  if (text !== undefined || body !== undefined) {
    const [inner, received] = [
      text === undefined ? undefined : parse(text),
      body === undefined ? undefined : parse(body),
    ];
    for (const place of differencesOf(inner, received, 'body', bindings, ignored)) differ(place);
  }
  return { differences, weight };
}
