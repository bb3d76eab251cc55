/**
 * How soon a destination may get its next message. What went out is noted in the outbox, so that the platform's limit holds over
 * restarts and over all processes on the store.
 */
import { MINUTE_MS } from '../domain/calendar/zone.ts';
import type { EpochMs } from '../domain/model.ts';
import type { Clock, Outbox } from '../ports.ts';

export interface Rates {
  /**
   * The instant from which one more message fits into any minute's allowance; null if it fits now. The platforms' limits are over
   * any sixty seconds, not on average.
   */
  freeAtMs(name: string, perMinute: number): Promise<EpochMs | null>;
  /** The same, and counts the message where it fits. */
  take(name: string, perMinute: number): Promise<EpochMs | null>;
}

/**
 * Messages to a destination are numbered by unique claims. The n-th may go a minute after the one that went `perMinute` before
 * it: its claim ends then.
 */
export function createRates(outbox: Outbox, clock: Clock, owner: string): Rates {
  async function next(key: string, perMinute: number): Promise<{ number: number; freeAtMs: EpochMs | null }> {
    const number = ((await outbox.lastTry(key))?.number ?? 0) + 1;
    const before = await outbox.tryOf(key, number - perMinute);
    const nowMs = clock.nowMs();
    // A minute at most, whatever a clock that ran ahead has written.
    const held = before !== null && before.endsAtMs > nowMs && before.endsAtMs <= nowMs + MINUTE_MS;
    return { number, freeAtMs: held ? before.endsAtMs : null };
  }

  return {
    async freeAtMs(name, perMinute) {
      return Number.isFinite(perMinute) ? (await next(keyOf(name), perMinute)).freeAtMs : null;
    },
    async take(name, perMinute) {
      if (!Number.isFinite(perMinute)) return null;
      const key = keyOf(name);
      for (;;) {
        const { number, freeAtMs } = await next(key, perMinute);
        if (freeAtMs !== null) return freeAtMs;
        if (!(await outbox.claim({ key, number, owner, endsAtMs: clock.nowMs() + MINUTE_MS, unsure: 0 }))) continue;
        if (number % perMinute === 0) await outbox.forget(key, number - perMinute);
        return null;
      }
    },
  };
}

function keyOf(name: string): string {
  return `rate/${name}`;
}
