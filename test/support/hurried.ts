/** Waits that take no time: for what is tried again until somebody's patience ends. */
import { vi } from 'vitest';

const step = 50;

/** Does the work while time runs as fast as it can, and tells how much of it passed. Rejects as the work does. */
export async function hurried<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly tookMs: number }> {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  try {
    const fromMs = performance.now();
    let done = false;
    const working = work().finally(() => {
      done = true;
    });
    working.catch(() => undefined);
    while (!done) {
      // The work itself goes on in turns of the event loop, not in time.
      for (let turn = 0; turn < 20 && !done; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
      if (!done) await vi.advanceTimersByTimeAsync(step);
    }
    return { result: await working, tookMs: performance.now() - fromMs };
  } finally {
    vi.useRealTimers();
  }
}
