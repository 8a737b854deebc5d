/** Lists as async iterables. What checks and walks them is loaded with the first walk. */
import type { OperationSpec } from './contract.js';
import type { List } from './lists/list.js';
import type { ListPage, PaginateOptions } from './lists/walk-pages.js';
import type { Caller } from './operation.js';

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

/** Makes a list out of a paged operation. Nothing is looked at or fetched before the list is walked or awaited. */
export function paginate(
  call: Caller,
  table: Readonly<Record<string, OperationSpec>>,
  operation: string,
  input?: object,
  options?: PaginateOptions,
): Paginated<unknown, unknown> {
  const load = async (): Promise<List> =>
    (await import('./lists/list.js')).createList(call, table[operation], operation, input, options);
  return {
    async *pages() {
      yield* (await load()).pages();
    },
    async *[Symbol.asyncIterator]() {
      yield* (await load()).items();
    },
    toArray: async () => (await load()).toArray(),
    then: (onFulfilled, onRejected) =>
      load()
        .then((list) => list.firstPage())
        .then(onFulfilled, onRejected),
  };
}
