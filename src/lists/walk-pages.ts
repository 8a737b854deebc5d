/** Walks a list page by page: what is fetched when, and when the list has come to its end. */
import { linkSignal } from '../abort.js';
import type { CallOptions, PaginationSpec } from '../contract.js';
import type { Caller } from '../operation.js';
import { PaginationError } from './pagination-error.js';

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

/** What is walked. */
interface Walk {
  /** Name of the operation that returns it. */
  operation: string;
  spec: PaginationSpec;
  /** What the operation takes besides the page. */
  input: object;
}

/** Walks a list. Its input and options have been checked. */
export async function* walkPages(
  call: Caller,
  { operation, spec, input }: Walk,
  options: PaginateOptions,
): AsyncGenerator<ListPage<unknown, unknown>, void, undefined> {
  const { limit = Infinity, concurrency = 1, from = spec.first, signal, ...rest } = options;
  const { pageSize = Math.max(1, Math.min(spec.maxSize, limit)), ...callOptions } = rest;
  const linked = linkSignal(signal);
  const wire = (value: number): number | string => (spec.asString ? String(value) : value);
  const fetchPage = async (page: number): Promise<unknown> => {
    const place = spec.page === undefined ? {} : { [spec.page]: wire(page) };
    return call(
      operation,
      { ...input, ...place, [spec.size]: wire(pageSize) },
      { ...callOptions, signal: linked.signal },
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
