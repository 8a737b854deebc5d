import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ClientEvent } from '../../src/index.js';
import { createRefreshingCache, type RefreshingCache } from '../../src/auth/refreshing-cache.js';
import { createTestClock } from '../support/test-clock.js';

const LIFE_MS = 15 * 60_000;

interface Key {
  readonly name: string;
  readonly expiresAt: Date | undefined;
}

/** One fetch, to be answered by the test. */
interface Fetch {
  readonly signal: AbortSignal;
  answer(name: string, lifeMs?: number): void;
  fail(error: Error): void;
}

interface Bench {
  keys: RefreshingCache<Key>;
  fetches: Fetch[];
  events: ClientEvent[];
  clock: ReturnType<typeof createTestClock>;
}

/** A source whose fetches stay open until the test ends them. */
function createBench(): Bench {
  const clock = createTestClock();
  const fetches: Fetch[] = [];
  const events: Bench['events'] = [];
  const load = (signal: AbortSignal): Promise<Key> =>
    new Promise((resolve, reject) => {
      fetches.push({
        signal,
        answer: (name, lifeMs = LIFE_MS) => resolve({ name, expiresAt: new Date(clock.now() + lifeMs) }),
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

/** Lets all promises that can settle do so. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A bench whose first key is there. */
async function createFilledBench(): Promise<Bench> {
  const bench = createBench();
  const first = bench.keys.get();
  await settle();
  bench.fetches[0]?.answer('first');
  await first;
  return bench;
}

describe('fetching', () => {
  test('100 callers at once share one fetch', async () => {
    const { keys, fetches, events } = createBench();
    const calls = Array.from({ length: 100 }, () => keys.get(new AbortController().signal));
    await settle();
    expect(fetches).toHaveLength(1);
    fetches[0]?.answer('first');
    expect(new Set(await Promise.all(calls)).size).toBe(1);
    await keys.get();
    expect(fetches).toHaveLength(1);
    expect(events).toEqual([{ type: 'credentials', outcome: 'loaded' }]);
  });

  test('what has no end is fetched once', async () => {
    const clock = createTestClock();
    const load = vi.fn(() => Promise.resolve({ name: 'for ever' }));
    const keys = createRefreshingCache(load, () => undefined, { clock, emit: () => {} });
    await keys.get();
    clock.advance(1e12);
    await keys.get();
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('a failure is told to all that wait, and the next caller tries again', async () => {
    const { keys, fetches, events } = createBench();
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
    fetches[1]?.answer('second');
    expect((await next).name).toBe('second');
  });

  test('a source that throws in place of returning a promise rejects the call', async () => {
    const keys = createRefreshingCache(
      () => {
        throw new Error('thrown');
      },
      () => undefined,
      { clock: createTestClock(), emit: () => {} },
    );
    await expect(keys.get()).rejects.toThrow('thrown');
  });

  test('what has ended before it came is used for three seconds, so that a wrong clock does not flood the source', async () => {
    const { keys, fetches, clock } = createBench();
    const first = keys.get();
    await settle();
    fetches[0]?.answer('stale', -60_000);
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

describe('refreshing ahead of time', () => {
  test('begins when a tenth of the life is left, and keeps nobody waiting', async () => {
    const { keys, fetches, clock } = await createFilledBench();
    clock.advance(LIFE_MS * 0.9 - 1);
    await keys.get();
    await settle();
    expect(fetches).toHaveLength(1);
    clock.advance(1);
    expect((await keys.get()).name).toBe('first');
    expect((await keys.get()).name).toBe('first');
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.answer('second');
    await settle();
    expect((await keys.get()).name).toBe('second');
  });

  test('begins five minutes before the end of a long life', async () => {
    const bench = createBench();
    const first = bench.keys.get();
    await settle();
    bench.fetches[0]?.answer('first', 24 * 3_600_000);
    await first;
    bench.clock.advance(24 * 3_600_000 - 5 * 60_000 - 1);
    await bench.keys.get();
    await settle();
    expect(bench.fetches).toHaveLength(1);
    bench.clock.advance(1);
    await bench.keys.get();
    await settle();
    expect(bench.fetches).toHaveLength(2);
  });

  test('where it fails the old one is used until its end, and the source left alone for three seconds between tries', async () => {
    const { keys, fetches, events, clock } = await createFilledBench();
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

  test('at the end callers wait for the refresh that is under way', async () => {
    const { keys, fetches, clock } = await createFilledBench();
    clock.advance(LIFE_MS - 1_000);
    await keys.get();
    await settle();
    clock.advance(1_000);
    const late = keys.get();
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.answer('second');
    expect((await late).name).toBe('second');
  });

  test('any order of waiting and answering leaves no caller with one that has ended', async () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: LIFE_MS }) }),
        fc.constant({ kind: 'answer' as const }),
        fc.constant({ kind: 'fail' as const }),
        fc.constant({ kind: 'get' as const }),
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const { keys, fetches, clock } = createBench();
        const lives: number[] = [];
        let answered = 0;
        for (const step of plan) {
          if (step.kind === 'wait') clock.advance(step.ms);
          if (step.kind === 'answer') fetches[answered++]?.answer(`key ${answered}`);
          if (step.kind === 'fail') fetches[answered++]?.fail(new Error('no network'));
          if (step.kind === 'get') {
            void keys.get().then(
              ({ expiresAt }) => lives.push(Number(expiresAt) - clock.now()),
              () => {},
            );
          }
          answered = Math.min(answered, fetches.length);
          await settle();
          // Never more than one at a time.
          expect(fetches.length - answered).toBeLessThanOrEqual(1);
        }
        expect(lives.filter((left) => left <= 0)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a caller that gives up', () => {
  const reason = new Error('enough');

  test('is rejected at once with its reason, leaves no listener, and the others still get their answer', async () => {
    const { keys, fetches } = createBench();
    const controller = new AbortController();
    const left = keys.get(controller.signal);
    const staying = keys.get();
    await settle();
    const abortedAt = performance.now();
    controller.abort(reason);
    await expect(left).rejects.toBe(reason);
    expect(performance.now() - abortedAt).toBeLessThan(20);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(fetches[0]?.signal.aborted).toBe(false);
    fetches[0]?.answer('first');
    expect((await staying).name).toBe('first');
  });

  test('as the last one ends the fetch, whose late answer is dropped and not told', async () => {
    const { keys, fetches, events } = createBench();
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
    fetches[1]?.answer('second');
    expect((await next).name).toBe('second');
    expect(events).toEqual([{ type: 'credentials', outcome: 'loaded' }]);
  });

  test('ends a fetch that ignores the signal too: what it brings later is not kept', async () => {
    const clock = createTestClock();
    const answers: ((key: Key) => void)[] = [];
    const keys = createRefreshingCache(
      () => new Promise<Key>((resolve) => answers.push(resolve)),
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
    answers[1]?.({ name: 'second', expiresAt: undefined });
    await next;
    answers[0]?.({ name: 'late', expiresAt: undefined });
    await settle();
    expect((await keys.get()).name).toBe('second');
  });

  test('in the moment of the answer is rejected, and the answer kept', async () => {
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

  test('before it asked causes no fetch', async () => {
    const { keys, fetches } = createBench();
    await expect(keys.get(AbortSignal.abort(reason))).rejects.toBe(reason);
    await settle();
    expect(fetches).toHaveLength(0);
  });

  test('leaves no listener either where it got its answer', async () => {
    const { keys, fetches } = createBench();
    const { signal } = new AbortController();
    const call = keys.get(signal);
    await settle();
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    fetches[0]?.answer('first');
    await call;
    for (let calls = 0; calls < 200; calls += 1) await keys.get(signal);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('a refusal', () => {
  test('of the same one, told by many callers at once, brings one renewal', async () => {
    const { keys, fetches } = await createFilledBench();
    const refused = await keys.get();
    const calls = Array.from({ length: 50 }, () => keys.renew(refused));
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.answer('second');
    expect((await Promise.all(calls)).map(({ name }) => name)).toEqual(Array<string>(50).fill('second'));
    // One that comes late with the old one gets the new one.
    expect((await keys.renew(refused)).name).toBe('second');
    expect(fetches).toHaveLength(2);
  });

  test('ends a refresh that was begun before, whose late answer is dropped', async () => {
    const { keys, fetches, clock, events } = await createFilledBench();
    const refused = await keys.get();
    clock.advance(LIFE_MS - 1_000);
    await keys.get();
    await settle();
    const renewed = keys.renew(refused);
    await settle();
    expect(fetches[1]?.signal.aborted).toBe(true);
    fetches[2]?.answer('third');
    expect((await renewed).name).toBe('third');
    fetches[1]?.answer('second');
    await settle();
    expect((await keys.get()).name).toBe('third');
    expect(events).toEqual([
      { type: 'credentials', outcome: 'loaded' },
      { type: 'credentials', outcome: 'loaded' },
    ]);
  });

  test('of one that has ended joins the fetch that others wait for', async () => {
    const { keys, fetches, clock } = await createFilledBench();
    const refused = await keys.get();
    clock.advance(LIFE_MS);
    const waiting = keys.get();
    const renewed = keys.renew(refused);
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.answer('second');
    expect(await renewed).toBe(await waiting);
  });

  test('can be given up', async () => {
    const { keys, fetches } = await createFilledBench();
    const controller = new AbortController();
    const renewed = keys.renew(await keys.get(), controller.signal);
    await settle();
    controller.abort('enough');
    await expect(renewed).rejects.toBe('enough');
    expect(fetches[1]?.signal.aborted).toBe(true);
  });
});
