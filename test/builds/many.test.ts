import { describe, expect, test } from 'vitest';
import {
  createLimiter,
  followAll,
  waitAll,
  type BuildEvent,
  type BuildRun,
  type Limiter,
  type LogOptions,
  type WaitOptions,
} from '../../src/index.js';
import { createBudgets } from '../../src/builds/limiter.js';
import { percentOf, RECORD_GOAL, runningPauseMs, usualDuration } from '../../src/builds/pause.js';
import { isUntidy, word } from '../support/realism.js';
import { createBuildSetup } from '../support/build-setup.js';
import { createTestClock } from '../support/test-clock.js';

const count = (requests: readonly string[], name: string): number => requests.filter((item) => item === name).length;

describe('waitAll', () => {
  test('polls the builds of a task through its list, and requests one record at the end of each', async () => {
    const { start, requests } = createBuildSetup();
    const runs = await start('web-shop', 'success', 'fail:1', 'success', 'success', 'success', 'success');
    requests.length = 0;
    const results = await waitAll(runs);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(results[1]).toMatchObject({
      reason: { name: 'BuildFailedError', ...(!isUntidy && { failedStep: '代码检出' }) },
    });
    expect(count(requests, 'records')).toBeGreaterThan(1);
    // One to learn the build project, one for each end.
    if (!isUntidy) expect(count(requests, 'record-info')).toBeLessThanOrEqual(runs.length + 2);
    // The runs know their end.
    requests.length = 0;
    expect(await runs[0]!.wait()).toMatchObject({ status: word('SUCCESS') });
    expect(requests).toEqual([]);
  });

  test.each([
    ['is forbidden', () => new Response('{}', { status: 403 })],
    ['is HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['has no data', () => Response.json({ result: {} })],
    ['shows none of them', () => Response.json({ result: { data: [] } })],
  ])('polls each build by itself if the list %s', async (_name, response) => {
    const { start } = createBuildSetup((url) => (url.pathname.endsWith('/records') ? response() : undefined));
    const results = await waitAll(await start('web-shop', 'success', 'success', 'success'));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });

  test.each(
    [0, 300].flatMap((latencyMs) => [
      { latencyMs, builds: 2, hidden: 1, lists: Infinity },
      { latencyMs, builds: 4, hidden: 1, lists: Infinity },
      { latencyMs, builds: 5, hidden: 3, lists: Infinity },
      { latencyMs, builds: 5, hidden: 4, lists: Infinity },
      { latencyMs, builds: 4, hidden: 2, lists: 1 },
      { latencyMs, builds: 4, hidden: 4, lists: 1 },
    ]),
  )(
    'notices the end of each of $builds builds if $lists lists do not show $hidden of them ($latencyMs ms per response)',
    async ({ latencyMs, builds, hidden, lists }) => {
      let listed = 0;
      const hiddenNumbers = new Set<string>();
      const { sandbox, start } = createBuildSetup(async (url, _sandbox, send) => {
        await sandbox.clock.sleep(latencyMs);
        if (!url.pathname.endsWith('/records') || ++listed > lists) return undefined;
        const body = (await (await send()).json()) as { result: { data: { build_no: unknown }[] } };
        body.result.data = body.result.data.filter((row) => !hiddenNumbers.has(String(row.build_no)));
        return Response.json(body);
      });
      // The last one never starts: it stays hidden to the end.
      const runs = await start('web-shop', ...Array.from({ length: builds }, () => 'success'), 'stuck');
      for (const { buildNo } of runs.slice(-hidden)) hiddenNumbers.add(String(buildNo));
      const since = sandbox.clock.now();
      const results = await waitAll(runs, { queueTimeoutMs: 300_000 });
      expect(results.slice(0, -1).map(({ status }) => status)).toEqual(runs.slice(1).map(() => 'fulfilled'));
      expect(sandbox.clock.now() - since).toBeLessThan(400_000);
    },
  );

  test('rejects for a build that cannot be polled, and waits for the others', async () => {
    const { build, start } = createBuildSetup();
    const runs = await start('web-shop', 'success', 'success');
    const missing = build.attachBuild({ jobId: '0'.repeat(32), buildNo: 9 });
    const results = await waitAll([runs[0]!, missing, runs[1]!]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { name: 'ApiError' } });
  });

  test('rejects for a build that the list does not show and whose record cannot be read', async () => {
    let reads = 0;
    const { build, start } = createBuildSetup((url) => {
      if (!url.href.includes('999')) return undefined;
      reads += 1;
      return new Response('{}', { status: 502 });
    });
    const [first, second] = await start('web-shop', 'success', 'stuck');
    const unreadable = build.attachBuild({ jobId: first!.jobId, buildNo: 999 });
    const results = await waitAll([first!, unreadable, second!], { queueTimeoutMs: 600_000 });
    expect(results[0]).toMatchObject({ status: 'fulfilled' });
    expect(results[1]).toMatchObject({ reason: { name: 'ApiError', status: 502 } });
    expect(results[2]).toMatchObject({ reason: { name: 'TimeoutError' } });
    // Five failed polls are tolerated.
    expect(reads).toBe(6);
  });

  test('tolerates bursts of 503 and 429', async () => {
    let requests = 0;
    const { start } = createBuildSetup((url) => {
      if (!/records|record-info/.test(url.pathname)) return undefined;
      requests += 1;
      if (requests % 3 === 0) return new Response('{}', { status: 503 });
      return requests % 5 === 0 ? new Response('{}', { status: 429, headers: { 'retry-after': '1' } }) : undefined;
    });
    const results = await waitAll(await start('web-shop', 'success', 'success', 'success'));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });

  test('rejects each build at its own timeout', async () => {
    const { start } = createBuildSetup();
    const results = await waitAll(await start('web-shop', 'success', 'stuck'), { queueTimeoutMs: 120_000 });
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({ reason: { name: 'TimeoutError', option: 'queueTimeoutMs' } });
  });

  test('rejects with the reason of an abort, and stops the builds if that is wanted', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const { start, requests } = createBuildSetup((url) => {
      if (url.pathname.endsWith('/records')) controller.abort(reason);
      return undefined;
    });
    const runs = await start('web-shop', 'success', 'success');
    const results = await waitAll(runs, { signal: controller.signal, onAbort: 'stop' });
    expect(results).toEqual([1, 2].map(() => ({ status: 'rejected', reason })));
    expect(count(requests, 'stop')).toBe(2);
  });
});

describe('by the operations of v3', () => {
  test('waitAll returns the end of each build', async () => {
    const { startWith } = createBuildSetup();
    const runs = await startWith('v3', 'web-shop', 'success', 'fail:1', 'success');
    const results = await waitAll(runs);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { name: 'BuildFailedError' } });
  });

  test('followAll yields start and end of each build', async () => {
    const { startWith } = createBuildSetup();
    const runs = await startWith('v3', 'web-shop', 'success', 'fail:1');
    const seen: string[] = [];
    for await (const event of followAll(runs)) {
      if (event.type === 'start' || event.type === 'end') seen.push(`${event.buildNo} ${event.type}`);
    }
    expect(seen.sort()).toEqual(runs.flatMap(({ buildNo }) => [`${buildNo} end`, `${buildNo} start`]).sort());
  });
});

describe('followAll', () => {
  test('yields start, progress and end of each build, numbered by build', async () => {
    const { start } = createBuildSetup();
    const runs = await start('web-shop', 'success', 'fail:2', 'success');
    const events: BuildEvent[] = [];
    for await (const event of followAll(runs)) events.push(event);
    for (const { buildNo } of runs) {
      const own = events.filter((event) => event.buildNo === buildNo);
      expect(own[0]?.type).toBe('start');
      expect(own.at(-1)?.type).toBe('end');
      expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => index + 1));
      expect(JSON.parse(JSON.stringify(own))).toHaveLength(own.length);
    }
    const ends = events.filter((event) => event.type === 'end');
    expect(ends.map(({ succeeded }) => succeeded).sort()).toEqual([false, true, true]);
    expect(ends.find(({ succeeded }) => !succeeded)?.failure?.step?.name).toBe('Maven构建');
  });

  test('yields the lines of all logs if they are wanted', async () => {
    const { start } = createBuildSetup();
    const runs = await start('web-shop', 'success', 'success');
    const lines = new Map<number, number>();
    for await (const event of followAll(runs, { log: true })) {
      if (event.type === 'log') lines.set(event.buildNo, (lines.get(event.buildNo) ?? 0) + 1);
    }
    expect([...lines.values()].every((number) => number > 10)).toBe(true);
    expect(lines.size).toBe(2);
  });
});

describe('limits on requests', () => {
  test('createLimiter spreads requests over the minute and keeps their order', async () => {
    const clock = createTestClock();
    const limiter = createLimiter({ requestsPerMinute: 60, clock });
    const since = clock.now();
    const order: number[] = [];
    for (let index = 0; index < 30; index += 1) await limiter(() => Promise.resolve(order.push(index)));
    expect(order).toEqual(Array.from({ length: 30 }, (_, index) => index));
    expect(clock.now() - since).toBeGreaterThanOrEqual(26_000);
  });

  test.each<[string, (run: BuildRun, options: WaitOptions & LogOptions) => Promise<unknown>]>([
    ['wait', (run, options) => run.wait(options)],
    ['follow', (run, options) => run.follow(options).next()],
    ['log', (run, options) => run.log(options).next()],
    ['log without following', (run, options) => run.log({ ...options, follow: false }).next()],
    ['the end of a log', (run, options) => run.log({ ...options, tail: 3 }).next()],
    ['followAll', (run, options) => followAll([run, run], options).next()],
  ])('an abort ends %s although the limiter lets no request pass', async (_name, use) => {
    const { start } = createBuildSetup();
    const [run] = await start('web-shop', 'success');
    const controller = new AbortController();
    const reason = new Error('enough');
    const limiter: Limiter = () => {
      controller.abort(reason);
      return new Promise(() => {});
    };
    await expect(use(run!, { limiter, signal: controller.signal })).rejects.toBe(reason);
    const results = await waitAll([run!], { limiter, signal: controller.signal });
    expect(results).toEqual([{ status: 'rejected', reason }]);
  });

  test.each([[0], [{ concurrency: 1.5 }], [{ requestsPerMinute: -1 }], [{ perMinute: 3 }]])('rejects %j', (limit) => {
    expect(() => createLimiter(limit as number)).toThrow(TypeError);
  });

  test('a budget allows 80 % of the rate limit, half of it after a 429, and recovers', async () => {
    const clock = createTestClock();
    const budgets = createBudgets(clock, () => 100);
    const spend = async (minutes: number): Promise<number> => {
      const until = clock.now() + minutes * 60_000;
      let requests = 0;
      while (clock.now() < until) {
        await budgets.take('list');
        requests += 1;
      }
      return requests / minutes;
    };
    await spend(1);
    expect(await spend(5)).toBeCloseTo(80, -1);
    budgets.throttled('list');
    expect(await spend(1)).toBeLessThan(50);
    await spend(10);
    expect(await spend(5)).toBeCloseTo(80, -1);
  });
});

describe('the pause between polls', () => {
  const usual = usualDuration(
    Array.from({ length: 9 }, (_, index) => ({ status: 'Success', durationMs: 170_000 + index * 2_500 })),
  )!;

  test('knows the usual duration from builds that succeeded', () => {
    expect(usual.expectedMs).toBe(180_000);
    expect(usualDuration([{ status: 'FAILURE', durationMs: 5 }])).toBeUndefined();
    expect(usualDuration([{ status: 'SUCCESS', durationMs: 100_000 }])).toEqual({
      expectedMs: 100_000,
      spreadMs: 30_000,
    });
  });

  test('is long while an end is unlikely, and short when it is likely', () => {
    const pause = (elapsedMs: number): number => runningPauseMs(elapsedMs, usual, RECORD_GOAL);
    expect(pause(20_000)).toBeGreaterThan(8_000);
    expect(pause(180_000)).toBeLessThan(4_000);
    for (let elapsed = 0; elapsed < 1_000_000; elapsed += 5_000) {
      expect(pause(elapsed)).toBeGreaterThanOrEqual(1_500);
      expect(pause(elapsed)).toBeLessThanOrEqual(30_000);
    }
  });

  test('grows with the elapsed time if the usual duration is unknown', () => {
    expect([0, 50_000, 1_000_000].map((elapsed) => runningPauseMs(elapsed, undefined, RECORD_GOAL))).toEqual([
      2_000, 5_000, 15_000,
    ]);
  });

  test('the percentage grows and never reaches 100', () => {
    const percents = Array.from({ length: 100 }, (_, index) => percentOf(index * 10_000, usual)!);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(percents.at(-1)).toBe(99);
  });
});
