/** A list: its input is checked, then it is walked, item by item or page by page. */
import { anObject, check, checkOptions, fromOne, fromZero, type Rule } from '../check.js';
import type { CallOptions, OperationSpec } from '../contract.js';
import { callOptionRules, type Caller } from '../operation.js';
import { walkPages, type ListPage, type PaginateOptions } from './walk-pages.js';

const rules: Record<Exclude<keyof PaginateOptions, keyof CallOptions>, Rule> = {
  limit: ['a whole number from 0', (value) => value === Infinity || fromZero[1](value)],
  pageSize: fromOne,
  concurrency: fromOne,
  from: fromZero,
};

/** What can be done with a list. */
export interface List {
  pages(): AsyncGenerator<ListPage<unknown, unknown>, void, undefined>;
  items(): AsyncGenerator<unknown, void, undefined>;
  firstPage(): Promise<ListPage<unknown, unknown>>;
  toArray(): Promise<unknown[]>;
}

/** @throws TypeError on an operation without pages, on wrong options, and on an input that names a page. */
export function createList(
  call: Caller,
  spec: OperationSpec | undefined,
  operation: string,
  input: object = {},
  options: PaginateOptions = {},
): List {
  const pagination = spec?.pagination;
  if (!pagination) {
    throw new TypeError(`${JSON.stringify(operation)} is not an operation that returns a list in pages`);
  }
  check('input', input, anObject);
  for (const name of [pagination.page, pagination.size]) {
    if (name !== undefined && name in input) throw new TypeError(`${name} is set by paginate: use from and pageSize`);
  }
  checkOptions(options, [rules, callOptionRules], 'paginate');
  const { pageSize = 0 } = options;
  if (pageSize > pagination.maxSize) {
    throw new TypeError(`pageSize must be at most ${pagination.maxSize} for this operation, and is ${pageSize}`);
  }
  const pages = (): AsyncGenerator<ListPage<unknown, unknown>, void, undefined> =>
    walkPages(call, { operation, spec: pagination, input }, options);
  async function* items(): AsyncGenerator<unknown, void, undefined> {
    for await (const page of pages()) yield* page.items;
  }
  return {
    pages,
    items,
    async firstPage() {
      for await (const page of pages()) return page;
      throw new TypeError('a list that is limited to 0 items has no first page');
    },
    async toArray() {
      const all: unknown[] = [];
      for await (const item of items()) all.push(item);
      return all;
    },
  };
}
