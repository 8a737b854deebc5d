/** Lists as async iterables: item by item or page by page, several pages at a time where that is wanted. The walking itself is loaded with the first walk. */
import { anObject, check, checkOptions, fromOne, fromZero, type Rule } from './check.js';
import type { CallOptions, OperationSpec } from './contract.js';
import type { ListPage, PaginateOptions } from './lists/walk-pages.js';
import { callOptionRules, type Caller } from './operation.js';

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

const rules: Record<Exclude<keyof PaginateOptions, keyof CallOptions>, Rule> = {
  limit: ['a whole number from 0', (value) => value === Infinity || fromZero[1](value)],
  pageSize: fromOne,
  concurrency: fromOne,
  from: fromZero,
};

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
  checkOptions(options, [rules, callOptionRules], 'paginate');
  const { pageSize = 0 } = options;
  if (pageSize > spec.maxSize) {
    throw new TypeError(`pageSize must be at most ${spec.maxSize} for this operation, and is ${pageSize}`);
  }
  const [list, walk] = [{ operation, spec, input }, { ...options }];
  async function* pages(): AsyncGenerator<ListPage<unknown, unknown>, void, undefined> {
    const { walkPages } = await import('./lists/walk-pages.js');
    yield* walkPages(call, list, walk);
  }
  async function* items(): AsyncGenerator<unknown, void, undefined> {
    for await (const page of pages()) yield* page.items;
  }
  async function firstPage(): Promise<ListPage<unknown, unknown>> {
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
