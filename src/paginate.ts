/** Lists as async iterables: item by item or page by page, several pages at a time where that is wanted. */
import { linkSignal } from './abort.js';
import { check, checkOptions, anObject, fromZero, fromOne, type Rule } from './check.js';
import type { CallOptions, OperationSpec, PaginationSpec } from './contract.js';
import { PaginationError } from './errors.js';
import { callOptionRules, type Caller } from './operation.js';

/** How to walk a list. The options of a call hold for each page. */
export interface PaginateOptions extends CallOptions {
  /** How many items to yield at most. */
  limit?: number | undefined;
  /** How many items to ask for at a time. @default the largest number that the service takes, or `limit` where that is smaller */
  pageSize?: number | undefined;
  /** How many pages to fetch at a time, once the first one has told how many there are. The order is kept. @default 1 */
  concurrency?: number | undefined;
  /** Number of the page to begin with, as the service counts them. @default the first */
  from?: number | undefined;
}

/** A page of a list. */
export interface ListPage<Item, Body> {
  /** The items that no earlier page had. */
  items: Item[];
  /** How many items there are on all pages; undefined where the service does not tell. */
  total: number | undefined;
  /** Number of the page, as the service counts them: what `from` takes. */
  page: number;
  /** The answer that the page came in. */
  data: Body;
}

/**
 * A list, fetched as it is walked. Leaving the loop ends all requests under way.
 *
 * Awaited, it is its first page.
 */
export interface Paginated<Item, Body> extends AsyncIterable<Item>, PromiseLike<ListPage<Item, Body>> {
  /** The list page by page. */
  pages(): AsyncIterableIterator<ListPage<Item, Body>>;
  /** All items at once. */
  toArray(): Promise<Item[]>;
}

type Page = ListPage<unknown, unknown>;

const rules: Record<Exclude<keyof PaginateOptions, keyof CallOptions>, Rule> = {
  limit: ['a whole number from 0', (value) => value === Infinity || fromZero[1](value)],
  pageSize: fromOne,
  concurrency: fromOne,
  from: fromZero,
};

/** Splits the options into those of the walk and those of each call. */
function splitOptions(options: PaginateOptions, maxSize: number) {
  checkOptions(options, [rules, callOptionRules], 'paginate');
  const { limit, pageSize, concurrency, from, ...call } = options;
  if (pageSize !== undefined && pageSize > maxSize) {
    throw new TypeError(`pageSize must be at most ${maxSize} for this operation, and is ${pageSize}`);
  }
  return { walk: { limit, pageSize, concurrency, from }, call };
}

/** What stands at a path with dots. */
const at = (body: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      body,
    );

/** The array of a page. One item without an array around it has been documented, too. */
function itemsOf(body: unknown, spec: PaginationSpec): unknown[] {
  const found = at(body, spec.items);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? (found as unknown[]) : [found];
}

/** The number of all items: a number, or digits; what is negative or nothing of the kind tells nothing. */
function totalOf(body: unknown, spec: PaginationSpec): number | undefined {
  const found = spec.total === undefined ? undefined : at(body, spec.total);
  const total = typeof found === 'string' && found !== '' ? Number(found) : found;
  return typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : undefined;
}

/** Items are told apart within this many pages: new ones push others from one page to the next, not further. */
const REMEMBERED_PAGES = 4;

async function* walkPages(
  call: Caller,
  operation: string,
  spec: PaginationSpec,
  input: object,
  options: ReturnType<typeof splitOptions>,
): AsyncGenerator<Page, void, undefined> {
  const { limit = Infinity, concurrency = 1, from = spec.first } = options.walk;
  const pageSize = options.walk.pageSize ?? Math.max(1, Math.min(spec.maxSize, limit));
  const linked = linkSignal(options.call.signal);
  const wire = (value: number): number | string => (spec.asString ? String(value) : value);
  const fetchPage = async (page: number): Promise<unknown> => {
    const place = spec.page === undefined ? {} : { [spec.page]: wire(page) };
    return call(
      operation,
      { ...input, ...place, [spec.size]: wire(pageSize) },
      { ...options.call, signal: linked.signal },
    );
  };

  const underway: Promise<unknown>[] = [];
  const remembered: Set<unknown>[] = [];
  let next = from;
  let last = from; // nothing is fetched ahead before the first page has told how many there are
  let received = (from - spec.first) * pageSize;
  let yielded = 0;
  let before: { fingerprint: string; total: number | undefined } | undefined;
  try {
    for (let page = from; yielded < limit; page += 1) {
      while (next <= Math.max(last, page) && underway.length < concurrency) {
        const fetching = fetchPage(next);
        fetching.catch(() => {}); // told when its turn comes
        underway.push(fetching);
        next += 1;
      }
      const data = await underway.shift();
      const all = itemsOf(data, spec);
      const total = totalOf(data, spec);
      const facts = { operation, page, received, total };
      const fingerprint = JSON.stringify(all);
      // The same page may come again where as many new items were put before it.
      const grew = (total ?? 0) - (before?.total ?? 0) >= all.length;
      if (all.length > 0 && before?.fingerprint === fingerprint && !grew) {
        throw new PaginationError(facts, `page ${page} is the same as the page before it`);
      }
      before = { fingerprint, total };
      received += all.length;

      const fresh = all.filter((item) => {
        const id = spec.id === undefined ? undefined : at(item, spec.id);
        return id === undefined || !remembered.some((ids) => ids.has(id));
      });
      if (spec.id !== undefined) {
        remembered.push(new Set(all.map((item) => at(item, spec.id!)).filter((id) => id !== undefined)));
        if (remembered.length > REMEMBERED_PAGES + concurrency) remembered.shift();
      }
      const items = fresh.slice(0, limit - yielded);
      yielded += items.length;
      if (all.length > 0 || page === from) yield { items, total, page, data };

      if (spec.page === undefined || yielded >= limit) return;
      if (total === undefined ? all.length < pageSize : received >= total) return;
      if (all.length === 0) {
        throw new PaginationError(facts, `page ${page} is empty after ${received} of ${String(total)} items`);
      }
      if (total !== undefined) {
        const wanted = Math.min(total, received + limit - yielded);
        last = page + Math.ceil((wanted - received) / pageSize);
      }
    }
  } finally {
    linked.abort(new DOMException('The list is not walked any further', 'AbortError'));
    linked.release();
  }
}

/** Makes a list out of a paged operation. Nothing is fetched before the list is walked or awaited. */
export function paginate(
  call: Caller,
  table: Readonly<Record<string, OperationSpec>>,
  operation: string,
  input: object = {},
  options: PaginateOptions = {},
): Paginated<unknown, unknown> {
  const spec = table[operation]?.pagination;
  if (!spec) throw new TypeError(`${JSON.stringify(operation)} is not an operation that returns a list in pages`);
  check('input', input, anObject);
  for (const name of [spec.page, spec.size]) {
    if (name !== undefined && name in input) throw new TypeError(`${name} is set by paginate: use from and pageSize`);
  }
  const split = splitOptions(options, spec.maxSize);
  const pages = (): AsyncGenerator<Page, void, undefined> => walkPages(call, operation, spec, input, split);
  async function* items(): AsyncGenerator<unknown, void, undefined> {
    for await (const page of pages()) yield* page.items;
  }
  async function firstPage(): Promise<Page> {
    for await (const page of pages()) return page;
    throw new TypeError('a list that is limited to 0 items has no first page');
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
