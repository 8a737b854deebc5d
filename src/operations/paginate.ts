/** Lists as async iterables: which pages are fetched, and when a list is complete. */
import {
  checkOptions,
  checkValue,
  nonNegativeInteger,
  objectRule,
  ownProperties,
  positiveInteger,
  type Rule,
} from '../errors/check-options.js';
import { PaginationError } from '../errors/codearts-error.js';
import { linkSignal } from '../http/timing.js';
import { callOptionRules, type Caller } from './caller.js';
import type { CallOptions, OperationSpec, PaginationSpec } from './contract.js';

/** Options of an iteration. The options of a call apply to each page. */
export interface PaginateOptions extends CallOptions {
  /** Maximum number of items. */
  limit?: number | undefined;
  /** Items per page. @default the largest number that the service accepts, or `limit` if that is smaller */
  pageSize?: number | undefined;
  /** Number of pages to fetch in parallel once the first page has returned the total. Items stay in order. @default 1 */
  concurrency?: number | undefined;
  /** Number of the page to start with, as the service counts pages. @default the first page */
  startPage?: number | undefined;
}

/**
 * A list, fetched while it is iterated over. Leaving the loop aborts all requests in progress.
 *
 * Awaited, it is its first page.
 */
export interface Paginated<Item, Body> extends AsyncIterable<Item>, PromiseLike<ListPage<Item, Body>> {
  /** Iterates page by page. */
  pages(): AsyncIterableIterator<ListPage<Item, Body>>;
  /** Fetches all items. */
  toArray(): Promise<Item[]>;
}

/** A page of a list. */
export interface ListPage<Item, Body> {
  /** Items that were on no earlier page. */
  items: Item[];
  /** Number of items on all pages; undefined if the service does not report it. */
  total: number | undefined;
  /** Number of the page, as the service counts pages. Pass it as `startPage`. */
  page: number;
  /** Response body of the page. */
  data: Body;
}

/** Returns the value at a path separated by dots. */
const valueAt = (body: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      body,
    );

/** Returns the items of a page. A single item without an array is documented too. */
function itemsOf(body: unknown, spec: PaginationSpec): unknown[] {
  const found = valueAt(body, spec.items);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? (found as unknown[]) : [found];
}

/** Returns the total: a number, or digits. Anything else, negative numbers included, counts as unknown. */
function totalOf(body: unknown, spec: PaginationSpec): number | undefined {
  const found = spec.total === undefined ? undefined : valueAt(body, spec.total);
  const total = typeof found === 'string' && found !== '' ? Number(found) : found;
  return typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : undefined;
}

/** Returns an item as text; the item itself if it is nested too deep for that, so that it equals no other. */
function toKey(item: unknown): unknown {
  try {
    return JSON.stringify(item);
  } catch {
    return item;
  }
}

/** Items are compared with those of this many pages: new items move others to the next page, not further. */
const REMEMBERED_PAGES = 4;

/** Rules of the options that are not options of a call. */
const rules: Record<Exclude<keyof PaginateOptions, keyof CallOptions>, Rule> = {
  limit: ['a non-negative integer', (value) => value === Infinity || nonNegativeInteger[1](value)],
  pageSize: positiveInteger,
  concurrency: positiveInteger,
  startPage: nonNegativeInteger,
};

/** The list to iterate over. */
interface ListRequest {
  operation: string;
  spec: PaginationSpec;
  /** Input of the operation, without the page. */
  input: object;
}

/** @throws TypeError on an operation without pages, on wrong options, and on an input that names a page. */
function checkList(
  spec: OperationSpec | undefined,
  operation: string,
  input: object,
  options: PaginateOptions,
): ListRequest {
  const pagination = spec?.pagination && ownProperties(spec.pagination);
  if (!pagination)
    throw new TypeError(`operation must be one that returns a list in pages; received ${JSON.stringify(operation)}`);
  checkValue('input', input, objectRule);
  for (const name of [pagination.page, pagination.size]) {
    if (name !== undefined && name in input) {
      throw new TypeError(`${name} is set by paginate; use startPage and pageSize`);
    }
  }
  checkOptions(options, [rules, callOptionRules], 'paginate');
  const { maxSize } = pagination;
  checkValue('pageSize', ownProperties(options).pageSize ?? 1, [
    `at most ${maxSize} for ${operation}`,
    (size) => (size as number) <= maxSize,
  ]);
  return { operation, spec: pagination, input };
}

/** Creates a list from a paginated operation. Nothing is checked or fetched before the first iteration or `await`. */
export function paginate(
  call: Caller,
  table: Readonly<Record<string, OperationSpec>>,
  operation: string,
  input: object = {},
  options: PaginateOptions = {},
): Paginated<unknown, unknown> {
  async function* pages(): AsyncGenerator<ListPage<unknown, unknown>, void, undefined> {
    const spec = Object.hasOwn(table, operation) ? ownProperties(table[operation]!) : undefined;
    yield* fetchPages(call, checkList(spec, operation, input, options), ownProperties(options));
  }
  async function* items(): AsyncGenerator<unknown, void, undefined> {
    for await (const page of pages()) yield* page.items;
  }
  async function firstPage(): Promise<ListPage<unknown, unknown>> {
    for await (const page of pages()) return page;
    throw new TypeError('limit must be positive to get the first page; received 0');
  }
  return {
    pages,
    [Symbol.asyncIterator]: items,
    async toArray() {
      const all: unknown[] = [];
      for await (const item of items()) all.push(item);
      return all;
    },
    then: (onFulfilled, onRejected) => firstPage().then(onFulfilled, onRejected),
  };
}

/** After this many pages without a new item, a list does not end: fewer if its total does not grow, more if new items may have moved the others. */
const MAX_STALE_PAGES = 3;
const MAX_STALE_PAGES_WHILE_GROWING = 10;

/**
 * Fetches page after page.
 *
 * With a total, the list ends when so many items were received. Without one it ends at a page that is empty or has no new item, since a service may return
 * fewer items than requested on every page.
 */
async function* fetchPages(
  call: Caller,
  { operation, spec, input }: ListRequest,
  options: PaginateOptions,
): AsyncGenerator<ListPage<unknown, unknown>, void, undefined> {
  const {
    limit = Infinity,
    concurrency = 1,
    startPage = spec.first,
    signal,
    pageSize: wanted,
    ...callOptions
  } = options;
  const pageSize = wanted ?? Math.max(1, Math.min(spec.maxSize, limit));
  const linked = linkSignal(signal);
  const wire = (value: number): number | string => (spec.asString ? String(value) : value);
  const fetchPage = async (page: number): Promise<unknown> => {
    const place = spec.page === undefined ? {} : { [spec.page]: wire(page) };
    const pageInput = { ...input, ...place, [spec.size]: wire(pageSize) };
    return call(operation, pageInput, { ...callOptions, signal: linked.signal });
  };

  const inProgress: Promise<unknown>[] = [];
  const remembered: Set<unknown>[] = [];
  /** Returns the identity of an item: its ID, otherwise all of it. */
  const keyOf = (item: unknown): unknown => (spec.id === undefined ? undefined : valueAt(item, spec.id)) ?? toKey(item);
  let next = startPage;
  let last = startPage; // nothing is fetched ahead before the first page has returned the total
  let received = (startPage - spec.first) * pageSize;
  let yielded = 0;
  let stalePages = 0;
  /** Pages without a new item that a growing total does not explain. */
  let unexplained = 0;
  let previousTotal = Infinity;
  try {
    for (let page = startPage; yielded < limit; page += 1) {
      while (next <= Math.max(last, page) && inProgress.length < concurrency) {
        const fetching = fetchPage(next);
        fetching.catch(() => {}); // reported in its turn
        inProgress.push(fetching);
        next += 1;
      }
      const data = await inProgress.shift();
      const all = itemsOf(data, spec);
      const total = totalOf(data, spec);
      const details = { operation, page, received, total };
      received += all.length;

      const fresh = all.filter((item) => !remembered.some((keys) => keys.has(keyOf(item))));
      remembered.push(new Set(all.map(keyOf)));
      if (remembered.length > REMEMBERED_PAGES + concurrency) remembered.shift();
      const repeats = all.length > 0 && fresh.length === 0;
      stalePages = repeats ? stalePages + 1 : 0;
      // As many new items may have been inserted in front of a page as it has.
      if (repeats && total !== undefined && total - previousTotal < all.length) unexplained += 1;
      previousTotal = total ?? Infinity;
      // Without a total, a repeated page is the end: services return the first page for a page number that they do not know.
      const ended = total === undefined ? fresh.length === 0 : received >= total;
      if (
        total !== undefined &&
        (unexplained >= MAX_STALE_PAGES || stalePages >= MAX_STALE_PAGES_WHILE_GROWING || (ended && unexplained > 0))
      ) {
        throw new PaginationError(details, `page ${page} has no new item, after ${received} of ${total} items`);
      }
      const items = (spec.id === undefined ? all : fresh).slice(0, limit - yielded);
      if (page === startPage || (all.length > 0 && !(repeats && total === undefined))) {
        yielded += items.length;
        yield { items, total, page, data };
      }

      if (spec.page === undefined || yielded >= limit || ended) return;
      if (all.length === 0) {
        throw new PaginationError(details, `page ${page} is empty after ${received} of ${String(total)} items`);
      }
      if (total !== undefined) {
        const wanted = Math.min(total, received + limit - yielded);
        last = page + Math.ceil((wanted - received) / pageSize);
      }
    }
  } finally {
    linked.abort(new DOMException('The list is not iterated over any further', 'AbortError'));
    linked.release();
  }
}
