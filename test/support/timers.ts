import { onTestFinished, vi } from 'vitest';

/** Holds `setTimeout` until the test ends: time passes with `vi.advanceTimersByTime`, and sockets go on. */
export function holdTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
}
