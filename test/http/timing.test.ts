import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/http/timing.js';

const listenersOf = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

test('a pause takes its time, and leaves no listener behind', async () => {
  const { signal } = new AbortController();
  const from = systemClock.now();
  await systemClock.sleep(30, signal);
  // Timers may fire a millisecond early.
  expect(systemClock.now() - from).toBeGreaterThanOrEqual(29);
  expect(listenersOf(signal)).toBe(0);
  await expect(systemClock.sleep(0)).resolves.toBeUndefined();
});

test('a pause ends with the reason of an abort, at once and before it has begun', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const pause = systemClock.sleep(600_000, controller.signal);
  controller.abort(reason);
  await expect(pause).rejects.toBe(reason);
  expect(listenersOf(controller.signal)).toBe(0);
  await expect(systemClock.sleep(600_000, controller.signal)).rejects.toBe(reason);
});
