import fc from '../support/properties.js';
import { describe, expect, test } from 'vitest';
import type { Call, OperationSpec } from '../../src/operations/contract.js';
import { PaginationError } from '../../src/index.js';
import type { Caller } from '../../src/operations/caller.js';
import type { PaginateOptions } from '../../src/operations/paginate.js';
import { paginate } from '../../src/operations/paginate.js';

const spec = (pagination: Partial<NonNullable<OperationSpec['pagination']>> = {}): Record<string, OperationSpec> => ({
  list: {
    method: 'GET',
    path: '/list',
    query: ['page', 'size'],
    pagination: {
      page: 'page',
      size: 'size',
      first: 0,
      maxSize: 100,
      items: 'result.list',
      total: 'result.total',
      id: 'id',
      ...pagination,
    },
  },
});

interface Request {
  page: number;
  size: number;
}

/** A service that has a list; `respond` returns the page of a request. */
function serve(respond: (request: Request) => unknown): { call: Caller; requests: Request[]; aborted: () => boolean } {
  const requests: Request[] = [];
  const signals = new Set<AbortSignal | undefined>();
  const call: Caller = (_, input, options) => {
    const request = input as unknown as Request;
    requests.push(request);
    signals.add(options?.signal);
    return Promise.resolve(respond(request)) as Call<unknown>;
  };
  return { call, requests, aborted: () => [...signals].every((signal) => signal?.aborted) };
}

const pageOf = <T>(all: readonly T[], { page, size }: Request): { result: { list: T[]; total: number } } => ({
  result: { list: all.slice(page * size, (page + 1) * size), total: all.length },
});

const numbered = (count: number): { id: number }[] => Array.from({ length: count }, (_, id) => ({ id }));

describe('paginate', () => {
  test('yields every item once and in order, for any length, page size, concurrency and limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 6 }),
        fc.option(fc.nat(70), { nil: undefined }),
        fc.boolean(),
        async (count, pageSize, concurrency, limit, withTotal) => {
          const all = numbered(count);
          const { call, requests } = serve((request) => {
            const page = pageOf(all, request);
            return withTotal ? page : { result: { list: page.result.list } };
          });
          const items = await paginate(call, spec(), 'list', {}, { pageSize, concurrency, limit }).toArray();
          expect(items).toEqual(all.slice(0, limit));
          const needed = Math.ceil(Math.min(count, limit ?? Infinity) / pageSize);
          expect(requests.length).toBeLessThanOrEqual(needed + 1);
        },
      ),
    );
  });

  test('yields each item once if items are inserted during iteration', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 1, max: 3 }),
        // Ten pages in a row whose items are all known end the iteration with an error.
        fc.array(fc.nat(2), { maxLength: 9 }),
        async (count, pageSize, concurrency, given) => {
          const insertions = [...given];
          const list = numbered(count);
          const inserted: number[] = [];
          const { call } = serve((request) => {
            const page = structuredClone(pageOf(list, request));
            for (let more = insertions.shift() ?? 0; more > 0; more -= 1) {
              inserted.push(1_000 + inserted.length);
              list.unshift({ id: inserted.at(-1)! });
            }
            return page;
          });
          const items = (await paginate(call, spec(), 'list', {}, { pageSize, concurrency }).toArray()) as {
            id: number;
          }[];
          const ids = items.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((id) => id < 1_000)).toEqual(numbered(count).map(({ id }) => id));
        },
      ),
    );
  });

  test('sends the names, the first page number and the type of the operation', async () => {
    const { call, requests } = serve(() => ({ result: { list: [], total: '0' } }));
    await paginate(call, spec({ first: 1, asString: true }), 'list', { project_id: 'p' }).toArray();
    expect(requests).toEqual([{ project_id: 'p', page: '1', size: '100' }]);
  });

  test('is awaited as its first page', async () => {
    const { call, requests } = serve((request) => pageOf(numbered(7), request));
    const page = await paginate(call, spec(), 'list', {}, { pageSize: 3 });
    expect(page).toMatchObject({ total: 7, page: 0, items: [{ id: 0 }, { id: 1 }, { id: 2 }] });
    expect(requests).toHaveLength(1);
  });

  test('iterates page by page, starting at a page', async () => {
    const { call } = serve((request) => pageOf(numbered(7), request));
    const pages = [];
    for await (const page of paginate(call, spec(), 'list', {}, { pageSize: 3, startPage: 1 }).pages())
      pages.push(page.items.length);
    expect(pages).toEqual([3, 1]);
  });

  test('fetches pages in parallel once the total is known, up to the concurrency', async () => {
    let underway = 0;
    let most = 0;
    const call: Caller = (_, input) => {
      underway += 1;
      most = Math.max(most, underway);
      const later = new Promise((resolve) => setImmediate(resolve)).then(() => {
        underway -= 1;
        return pageOf(numbered(50), input as unknown as Request);
      });
      return later as Call<unknown>;
    };
    const items = await paginate(call, spec(), 'list', {}, { pageSize: 5, concurrency: 3 }).toArray();
    expect(items).toHaveLength(50);
    expect(most).toBe(3);
  });

  test('aborts requests in progress when the loop is left, and sends no more', async () => {
    const { call, requests, aborted } = serve((request) => pageOf(numbered(100), request));
    for await (const item of paginate(call, spec(), 'list', {}, { pageSize: 5, concurrency: 4 })) {
      if ((item as { id: number }).id === 5) break;
    }
    expect(requests.length).toBeLessThanOrEqual(6);
    expect(aborted()).toBe(true);
  });

  test('a total with pages that repeat is an error, not an endless loop', async () => {
    const { call, requests } = serve(() => ({ result: { list: [{ id: 1 }, { id: 2 }], total: 100 } }));
    const walk = paginate(call, spec(), 'list', {}, { pageSize: 2 }).toArray();
    await expect(walk).rejects.toMatchObject({ name: 'PaginationError', page: 3, total: 100 });
    expect(requests).toHaveLength(4);
  });

  test.each([
    ['pages that alternate', (page: number) => ({ list: [{ id: page % 2 }], total: 4 })],
    ['a total that grows with each page', (page: number) => ({ list: [{ id: 1 }], total: page + 2 })],
    ['the same items with another field', (page: number) => ({ list: [{ id: 1, page }], total: 50 })],
  ])('%s: PaginationError', async (_, resultOf) => {
    const { call } = serve(({ page }) => ({ result: resultOf(page) }));
    await expect(paginate(call, spec(), 'list', {}, { pageSize: 1 }).toArray()).rejects.toThrow(PaginationError);
  });

  test('without a total, a repeated page is the end', async () => {
    const { call, requests } = serve(() => ({ result: { list: [{ id: 1 }, { id: 2 }] } }));
    const items = await paginate(call, spec({ id: 'other' }), 'list', {}, { pageSize: 2 }).toArray();
    expect(items).toEqual([{ id: 1 }, { id: 2 }]);
    expect(requests).toHaveLength(2);
  });

  test('loses nothing if the service returns fewer items per page than requested', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(300), fc.integer({ min: 1, max: 100 }), fc.boolean(), async (count, cap, hasTotal) => {
        const { call } = serve(({ page }) => {
          const list = numbered(count).slice(page * cap, (page + 1) * cap);
          return { result: hasTotal ? { list, total: count } : { list } };
        });
        const items = await paginate(call, spec(), 'list', {}, { pageSize: 100 }).toArray();
        expect(items).toEqual(numbered(count));
      }),
    );
  });

  test('a total that is never reached is an error, not an endless loop', async () => {
    const { call, requests } = serve(({ page }) => ({ result: { list: page < 2 ? [{ id: page }] : [], total: 9 } }));
    const walk = paginate(call, spec(), 'list', {}, { pageSize: 1 }).toArray();
    await expect(walk).rejects.toMatchObject({ name: 'PaginationError', page: 2, received: 2, total: 9 });
    expect(requests).toHaveLength(3);
  });

  test('accepts one item without an array, and a total that is negative or missing', async () => {
    const { call } = serve(({ page }) => ({ result: { list: page === 0 ? { id: 1 } : [], total: -1 } }));
    expect(await paginate(call, spec(), 'list', {}).toArray()).toEqual([{ id: 1 }]);
  });

  test('a list with a page size only is one page', async () => {
    const { call, requests } = serve(() => ({ result: { list: numbered(100) } }));
    const table = spec();
    const { page: _, ...lengthOnly } = table['list']!.pagination!;
    const items = await paginate(call, { list: { ...table['list']!, pagination: lengthOnly } }, 'list', {}).toArray();
    expect(items).toHaveLength(100);
    expect(requests).toEqual([{ size: 100 }]);
  });

  test('a list without ids and without a total ends at an empty page, not at a short one', async () => {
    const { page, size, first, maxSize, items } = spec()['list']!.pagination!;
    const table = { list: { ...spec()['list']!, pagination: { page: page!, size, first, maxSize, items } } };
    const pages = [['a', 'b'], ['c'], ['d', 'b']];
    const short = serve((request) => ({ result: { list: pages[request.page] ?? [] } }));
    expect(await paginate(short.call, table, 'list', {}, { pageSize: 2 }).toArray()).toEqual(['a', 'b', 'c', 'd', 'b']);
    const gone = serve((request) => (request.page === 0 ? { result: { list: ['a', 'b'] } } : { result: null }));
    expect(await paginate(gone.call, table, 'list', {}, { pageSize: 2 }).toArray()).toEqual(['a', 'b']);
  });

  test('rejects with the reason of the signal', async () => {
    const reason = new Error('enough');
    const call: Caller = (_, __, options) => {
      options?.signal?.throwIfAborted();
      return Promise.resolve(pageOf(numbered(9), { page: 0, size: 3 })) as Call<unknown>;
    };
    const controller = new AbortController();
    const walk = async (): Promise<void> => {
      for await (const _ of paginate(call, spec(), 'list', {}, { pageSize: 3, signal: controller.signal }))
        controller.abort(reason);
    };
    await expect(walk()).rejects.toBe(reason);
  });

  test.each([
    [{ limit: -1 }, 'limit must be a non-negative integer; received -1'],
    [{ pageSize: 0 }, 'pageSize must be a positive integer; received 0'],
    [{ pageSize: 101 }, 'pageSize must be at most 100 for list; received 101'],
    [{ concurrency: 1.5 }, 'concurrency must be a positive integer; received 1.5'],
    [{ startPage: NaN }, 'startPage must be a non-negative integer; received NaN'],
  ] as [PaginateOptions, string][])('rejects %j', async (options, message) => {
    const { call } = serve(() => expect.unreachable());
    const list = paginate(call, spec(), 'list', {}, options);
    for (const walk of [list, list.toArray(), list.pages().next(), list[Symbol.asyncIterator]().next()]) {
      await expect(walk).rejects.toThrow(new TypeError(message));
    }
  });

  test('rejects an operation without pages, and page numbers in the input', async () => {
    const { call } = serve(() => expect.unreachable());
    await expect(paginate(call, spec(), 'other', {})).rejects.toThrow(
      'operation must be one that returns a list in pages; received "other"',
    );
    await expect(paginate(call, spec(), 'list', { page: 3 })).rejects.toThrow(
      'page is set by paginate; use startPage and pageSize',
    );
  });
});
