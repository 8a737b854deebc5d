import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../src/index.js';
import { createFastClock, createManualClock, MANUAL_START, realClock } from '../../src/sandbox/clock.js';
import { createSandbox } from '../../src/sandbox/index.js';

describe('the manual clock', () => {
  test('stands still until it is advanced', async () => {
    const clock = createManualClock();
    expect(clock.now()).toBe(MANUAL_START);
    await clock.advance(1_500);
    expect(clock.now()).toBe(MANUAL_START + 1_500);
  });

  test('wakes pending sleeps in order, each at its own time, and those that they start', async () => {
    const clock = createManualClock({ start: 0 });
    const woken: [string, number][] = [];
    const sleep = async (name: string, ms: number): Promise<void> => {
      await clock.sleep(ms);
      woken.push([name, clock.now()]);
    };
    void sleep('b', 20);
    void sleep('c', 20);
    void sleep('a', 10).then(() => sleep('again', 5));
    void sleep('late', 31);
    expect(clock.sleepers).toBe(4);
    await clock.advance(30);
    expect(woken).toEqual([
      ['a', 10],
      ['again', 15],
      ['b', 20],
      ['c', 20],
    ]);
    expect(clock.now()).toBe(30);
    expect(clock.sleepers).toBe(1);
  });

  test('rejects a sleep with the reason of its signal, and forgets it', async () => {
    const clock = createManualClock();
    const controller = new AbortController();
    const reason = { because: 'of this' };
    const sleeping = clock.sleep(10, controller.signal);
    controller.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
    await expect(clock.sleep(10, controller.signal)).rejects.toBe(reason);
    expect(clock.sleepers).toBe(0);
  });

  test.each([-1, NaN])('cannot be advanced by %d', async (ms) => {
    await expect(createManualClock().advance(ms)).rejects.toThrow(TypeError);
  });

  test('keeps whole milliseconds', async () => {
    const clock = createManualClock({ start: 1_000.2 });
    const slept = clock.sleep(0.5).then(() => clock.now());
    await clock.advance(1.5);
    expect([await slept, clock.now()]).toEqual([1_002, 1_003]);
  });

  test('keeps the times of several builds whole, although a client sleeps for fractions', async () => {
    const sandbox = createSandbox({ clock: 'manual', autoAdvance: true });
    onTestFinished(() => sandbox.close());
    const { credentials, clock, fetch, seed } = sandbox;
    const build = createClient({ endpoint: 'http://sandbox', credentials, clock, fetch });
    for (const buildNo of [9, 10, 11]) {
      await clock.sleep(0.4);
      const run = await build.startBuild({ jobId: seed.jobIds['web-shop']! });
      expect(await run.wait()).toMatchObject({ build_no: buildNo, status: 'SUCCESS' });
      expect(clock.now() % 1).toBe(0);
    }
  });

  test('advances to each pending sleep with autoAdvance', async () => {
    const clock = createManualClock({ start: 0, autoAdvance: true });
    const times: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      await clock.sleep(3_600_000);
      times.push(clock.now());
    }
    expect(times).toEqual([3_600_000, 7_200_000, 10_800_000]);
  });
});

describe('the other clocks', () => {
  test('the real clock sleeps, and stops when the signal aborts', async () => {
    const before = Date.now();
    expect(realClock.now()).toBeGreaterThanOrEqual(before);
    await realClock.sleep(1);
    const controller = new AbortController();
    const sleeping = realClock.sleep(2 ** 40, controller.signal);
    controller.abort('enough');
    await expect(sleeping).rejects.toBe('enough');
  });

  test('the fast clock runs as fast as requested', async () => {
    const clock = createFastClock(10_000);
    const started = clock.now();
    await clock.sleep(60_000);
    const passed = clock.now() - started;
    expect(passed).toBeGreaterThanOrEqual(60_000);
    expect(clock.now()).toBeTypeOf('number');
  });
});

describe('a client on the clock of the sandbox', () => {
  test.each(['in process', 'over a socket'])('waits for a build as fast as possible, %s', async (where) => {
    const sandbox = createSandbox({ clock: 'manual', autoAdvance: true, scenarios: { 'web-shop': 'timeout:1' } });
    onTestFinished(() => sandbox.close());
    const client = createClient({
      ...(where === 'in process'
        ? { endpoint: 'http://sandbox.localhost', fetch: sandbox.fetch }
        : { endpoint: await sandbox.listen() }),
      clock: sandbox.clock,
      credentials: sandbox.credentials,
    });
    const job_id = sandbox.seed.jobIds['web-shop']!;
    const { result } = await client.executeJob({ body: { job_id } });
    const build_no = Number(result?.actual_build_number);
    const started = sandbox.clock.now();
    let polls = 0;
    for (let ended = false; !ended; polls += 1) {
      await sandbox.clock.sleep(10 * 60_000);
      const { result: state } = await client.showJobStepStatus({ job_id, build_no });
      ended = state?.status === 'completed';
    }
    expect(polls).toBe(7);
    expect(sandbox.clock.now() - started).toBe(7 * 10 * 60_000);
  });

  test('runs one build after the other with autoAdvance', async () => {
    const sandbox = createSandbox({ clock: 'manual', autoAdvance: true });
    const { fetch, clock, credentials } = sandbox;
    const build = createClient({ endpoint: 'http://sandbox', fetch, clock, credentials });
    for (let count = 0; count < 3; count += 1) {
      const run = await build.startBuild({ jobId: sandbox.seed.jobIds['web-shop']! });
      expect((await run.wait()).status).toBe('SUCCESS');
    }
  });

  test('shows whole milliseconds, whatever the clock returns', async () => {
    const clock = { now: () => 1_789_000_000_000.75, sleep: () => Promise.resolve() };
    const sandbox = createSandbox({ clock });
    const { fetch, credentials } = sandbox;
    const build = createClient({ endpoint: 'http://sandbox', fetch, clock, credentials });
    const job_id = sandbox.seed.jobIds['web-shop']!;
    await build.startBuild({ jobId: job_id });
    expect((await build.showJobInfo({ job_id })).result?.last_build_time).toBe(1_789_000_000_000);
  });

  test('does not overtake a client that waits for a response', async () => {
    const sandbox = createSandbox({ clock: 'manual', autoAdvance: true });
    onTestFinished(() => sandbox.close());
    const client = createClient({
      endpoint: await sandbox.listen(),
      clock: sandbox.clock,
      credentials: sandbox.credentials,
    });
    const limit = new AbortController();
    const overdue = sandbox.clock.sleep(3_600_000, limit.signal).then(
      () => 'overdue',
      () => 'in time',
    );
    for (let count = 0; count < 20; count += 1) {
      await client.showJobInfo({ job_id: sandbox.seed.jobIds['web-shop']! });
    }
    limit.abort();
    expect(await overdue).toBe('in time');
  });
});
