/** Moves a virtual clock slot by slot: each due instant is decided, stored and sent at its own time. */
import type { EpochMs } from '../domain/model.ts';
import type { Clock } from '../ports.ts';
import type { Deliverer } from './deliver.ts';
import type { Ticker } from './tick.ts';

export interface MovableClock extends Clock {
  set(toMs: EpochMs): Promise<void> | void;
}

export async function advanceClock(
  clock: MovableClock,
  ticker: Ticker,
  deliverer: Deliverer,
  toMs: EpochMs,
): Promise<void> {
  for (;;) {
    await ticker.tick();
    const waitingMs = await deliverer.deliver();
    const nowMs = clock.nowMs();
    if (nowMs >= toMs) return;
    const nextMs = Math.min(ticker.nextMs(nowMs) ?? toMs, waitingMs ?? toMs, toMs);
    await clock.set(Math.max(nextMs, nowMs + 1));
  }
}
