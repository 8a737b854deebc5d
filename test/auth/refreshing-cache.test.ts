import { getEventListeners } from 'node:events';
import fc from '../support/properties.js';
import { describe, expect, test, vi } from 'vitest';
import type { ClientEvent } from '../../src/index.js';
import { createRefreshingCache, type LoadOptions, type RefreshingCache } from '../../src/auth/refreshing-cache.js';
import { createTestClock } from '../support/test-clock.js';

const LIFE_MS = 15 * 60_000;

interface Key {
  readonly name: string;
  readonly expiresAt: Date | undefined;
}

/** One fetch, which the test settles. */
interface Fetch {
  readonly signal: AbortSignal;
  readonly keepRunning: () => void;
  resolve(name: string, lifeMs?: number): void;
  fail(error: Error): void;
}

interface Setup {
  keys: RefreshingCache<Key>;
  fetches: Fetch[];
  events: ClientEvent[];
  clock: ReturnType<typeof createTestClock>;
}

/** Creates a cache whose fetches are pending until the test settles them. */
function createSetup(): Setup {
  const clock = createTestClock();
  const fetches: Fetch[] = [];
  const events: Setup['events'] = [];
  const load = ({ signal, keepRunning }: LoadOptions): Promise<Key> =>
    new Promise((resolve, reject) => {
      fetches.push({
        signal,
        keepRunning,
        resolve: (name, lifeMs = LIFE_MS) => resolve({ name, expiresAt: new Date(clock.now() + lifeMs) }),
        fail: reject,
      });
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  const keys = createRefreshingCache(load, ({ expiresAt }) => expiresAt, {
    clock,
    emit: (event) => events.push(event),
  });
  return { keys, fetches, events, clock };
}

/** Waits until all promises that can settle have settled. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Creates a cache that has its first key. */
async function createFilledSetup(): Promise<Setup> {
  const setup = createSetup();
  const first = setup.keys.get();
  await settle();
  setup.fetches[0]?.resolve('first');
  await first;
  return setup;
}

describe('a value', () => {
  test('is fetched once for 100 concurrent callers', async () => {
    const { keys, fetches, events } = createSetup();
    const calls = Array.from({ length: 100 }, () => keys.get(new AbortController().signal));
    await settle();
    expect(fetches).toHaveLength(1);
    fetches[0]?.resolve('first');
    expect(new Set(await Promise.all(calls)).size).toBe(1);
    await keys.get();
    expect(fetches).toHaveLength(1);
    expect(events).toEqual([{ type: 'credentials', outcome: 'loaded' }]);
  });

  test('without an expiry date is fetched once', async () => {
    const clock = createTestClock();
    const load = vi.fn(() => Promise.resolve({ name: 'permanent' }));
    const keys = createRefreshingCache(load, () => undefined, { clock, emit: () => {} });
    await keys.get();
    clock.advance(1e12);
    await keys.get();
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('is fetched again by the next caller if a fetch fails for all waiting callers', async () => {
    const { keys, fetches, events } = createSetup();
    const calls = Promise.allSettled([keys.get(), keys.get()]);
    await settle();
    const error = new Error('no network');
    fetches[0]?.fail(error);
    expect(await calls).toEqual([
      { status: 'rejected', reason: error },
      { status: 'rejected', reason: error },
    ]);
    expect(events).toEqual([{ type: 'credentials', outcome: 'failed', error }]);
    const next = keys.get();
    await settle();
    fetches[1]?.resolve('second');
    expect((await next).name).toBe('second');
  });

  test('is rejected with the error of a source that throws synchronously', async () => {
    const keys = createRefreshingCache(
      () => {
        throw new Error('thrown');
      },
      () => undefined,
      { clock: createTestClock(), emit: () => {} },
    );
    await expect(keys.get()).rejects.toThrow('thrown');
  });

  test('that expired before it arrived is used for three seconds, so that a wrong clock does not flood the source', async () => {
    const { keys, fetches, clock } = createSetup();
    const first = keys.get();
    await settle();
    fetches[0]?.resolve('stale', -60_000);
    await first;
    clock.advance(2_000);
    expect((await keys.get()).name).toBe('stale');
    expect(fetches).toHaveLength(1);
    clock.advance(1_000);
    void keys.get();
    await settle();
    expect(fetches).toHaveLength(2);
  });
});

describe('a refresh in the background', () => {
  test('starts when a tenth of the lifetime is left, and delays no caller', async () => {
    const { keys, fetches, clock } = await createFilledSetup();
    clock.advance(LIFE_MS * 0.9 - 1);
    await keys.get();
    await settle();
    expect(fetches).toHaveLength(1);
    clock.advance(1);
    expect((await keys.get()).name).toBe('first');
    expect((await keys.get()).name).toBe('first');
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.resolve('second');
    await settle();
    expect((await keys.get()).name).toBe('second');
  });

  test('starts five minutes before a long-lived value expires', async () => {
    const setup = createSetup();
    const first = setup.keys.get();
    await settle();
    setup.fetches[0]?.resolve('first', 24 * 3_600_000);
    await first;
    setup.clock.advance(24 * 3_600_000 - 5 * 60_000 - 1);
    await setup.keys.get();
    await settle();
    expect(setup.fetches).toHaveLength(1);
    setup.clock.advance(1);
    await setup.keys.get();
    await settle();
    expect(setup.fetches).toHaveLength(2);
  });

  test('that fails keeps the current value until it expires, and is retried after three seconds', async () => {
    const { keys, fetches, events, clock } = await createFilledSetup();
    clock.advance(LIFE_MS - 10_000);
    await keys.get();
    await settle();
    const error = new Error('no network');
    fetches[1]?.fail(error);
    await settle();
    expect(events).toEqual([
      { type: 'credentials', outcome: 'loaded' },
      { type: 'credentials', outcome: 'failed', error },
    ]);

    clock.advance(2_999);
    expect((await keys.get()).name).toBe('first');
    await settle();
    expect(fetches).toHaveLength(2);
    clock.advance(1);
    expect((await keys.get()).name).toBe('first');
    await settle();
    expect(fetches).toHaveLength(3);
    fetches[2]?.fail(error);
    await settle();

    clock.advance(7_000);
    const late = keys.get();
    await settle();
    fetches[3]?.fail(error);
    await expect(late).rejects.toBe(error);
  });

  test('is awaited by callers when the value has expired', async () => {
    const { keys, fetches, clock } = await createFilledSetup();
    clock.advance(LIFE_MS - 1_000);
    await keys.get();
    await settle();
    clock.advance(1_000);
    const late = keys.get();
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.resolve('second');
    expect((await late).name).toBe('second');
  });

  test('never leaves a caller with an expired value, in any order of events', async () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: LIFE_MS }) }),
        fc.constant({ kind: 'resolve' as const }),
        fc.constant({ kind: 'fail' as const }),
        fc.constant({ kind: 'get' as const }),
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const { keys, fetches, clock } = createSetup();
        const lives: number[] = [];
        let settled = 0;
        for (const step of plan) {
          if (step.kind === 'wait') clock.advance(step.ms);
          if (step.kind === 'resolve') fetches[settled++]?.resolve(`key ${settled}`);
          if (step.kind === 'fail') fetches[settled++]?.fail(new Error('no network'));
          if (step.kind === 'get') {
            void keys.get().then(
              ({ expiresAt }) => lives.push(Number(expiresAt) - clock.now()),
              () => {},
            );
          }
          settled = Math.min(settled, fetches.length);
          await settle();
          // At most one is pending.
          expect(fetches.length - settled).toBeLessThanOrEqual(1);
        }
        expect(lives.filter((left) => left <= 0)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a caller that aborts', () => {
  const reason = new Error('enough');

  test('is rejected immediately with its reason and leaves no listener; the others get their value', async () => {
    const { keys, fetches } = createSetup();
    const controller = new AbortController();
    const left = keys.get(controller.signal);
    const staying = keys.get();
    await settle();
    controller.abort(reason);
    await expect(left).rejects.toBe(reason);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(fetches[0]?.signal.aborted).toBe(false);
    fetches[0]?.resolve('first');
    expect((await staying).name).toBe('first');
  });

  test('as the last one aborts the fetch, whose late value is dropped without an event', async () => {
    const { keys, fetches, events } = createSetup();
    const controllers = [new AbortController(), new AbortController()];
    const calls = Promise.allSettled(controllers.map(({ signal }) => keys.get(signal)));
    await settle();
    controllers[0]?.abort(reason);
    expect(fetches[0]?.signal.aborted).toBe(false);
    controllers[1]?.abort(reason);
    await calls;
    expect(fetches[0]?.signal.reason).toBe(reason);

    const next = keys.get();
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.resolve('second');
    expect((await next).name).toBe('second');
    expect(events).toEqual([{ type: 'credentials', outcome: 'loaded' }]);
  });

  test('abandons a fetch that ignores the signal: its late value is not cached', async () => {
    const clock = createTestClock();
    const fetches: ((key: Key) => void)[] = [];
    const keys = createRefreshingCache(
      () => new Promise<Key>((resolve) => fetches.push(resolve)),
      ({ expiresAt }) => expiresAt,
      { clock, emit: () => {} },
    );
    const controller = new AbortController();
    const left = keys.get(controller.signal);
    await settle();
    controller.abort(reason);
    await expect(left).rejects.toBe(reason);
    const next = keys.get();
    await settle();
    fetches[1]?.({ name: 'second', expiresAt: undefined });
    await next;
    fetches[0]?.({ name: 'late', expiresAt: undefined });
    await settle();
    expect((await keys.get()).name).toBe('second');
  });

  test('at the moment the value arrives is rejected, and the value is cached', async () => {
    const controller = new AbortController();
    const load = vi.fn(() => Promise.resolve({ name: 'first' }));
    const keys = createRefreshingCache(load, () => undefined, {
      clock: createTestClock(),
      emit: () => controller.abort(reason),
    });
    await expect(keys.get(controller.signal)).rejects.toBe(reason);
    expect(await keys.get()).toEqual({ name: 'first' });
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('before the call causes no fetch', async () => {
    const { keys, fetches } = createSetup();
    await expect(keys.get(AbortSignal.abort(reason))).rejects.toBe(reason);
    await settle();
    expect(fetches).toHaveLength(0);
  });

  test('leaves no listener after it got its value', async () => {
    const { keys, fetches } = createSetup();
    const { signal } = new AbortController();
    const call = keys.get(signal);
    await settle();
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    fetches[0]?.resolve('first');
    await call;
    for (let calls = 0; calls < 200; calls += 1) await keys.get(signal);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('a renewal after a rejection', () => {
  test('is one fetch for all concurrent callers with the same rejected value', async () => {
    const { keys, fetches } = await createFilledSetup();
    const rejected = await keys.get();
    const calls = Array.from({ length: 50 }, () => keys.renew(rejected));
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.resolve('second');
    expect((await Promise.all(calls)).map(({ name }) => name)).toEqual(Array<string>(50).fill('second'));
    // A late caller with the old value gets the new one.
    expect((await keys.renew(rejected)).name).toBe('second');
    expect(fetches).toHaveLength(2);
  });

  test('aborts a refresh that started before, whose late value is dropped', async () => {
    const { keys, fetches, clock, events } = await createFilledSetup();
    const rejected = await keys.get();
    clock.advance(LIFE_MS - 1_000);
    await keys.get();
    await settle();
    const renewed = keys.renew(rejected);
    await settle();
    expect(fetches[1]?.signal.aborted).toBe(true);
    fetches[2]?.resolve('third');
    expect((await renewed).name).toBe('third');
    fetches[1]?.resolve('second');
    await settle();
    expect((await keys.get()).name).toBe('third');
    expect(events).toEqual([
      { type: 'credentials', outcome: 'loaded' },
      { type: 'credentials', outcome: 'loaded' },
    ]);
  });

  test('of an expired value joins the fetch that others wait for', async () => {
    const { keys, fetches, clock } = await createFilledSetup();
    const rejected = await keys.get();
    clock.advance(LIFE_MS);
    const waiting = keys.get();
    const renewed = keys.renew(rejected);
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.resolve('second');
    expect(await renewed).toBe(await waiting);
  });

  test('can be aborted', async () => {
    const { keys, fetches } = await createFilledSetup();
    const controller = new AbortController();
    const renewed = keys.renew(await keys.get(), controller.signal);
    await settle();
    controller.abort('enough');
    await expect(renewed).rejects.toBe('enough');
    expect(fetches[1]?.signal.aborted).toBe(true);
  });
});
