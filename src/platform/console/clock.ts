/** The rehearsal's clock: stands still until it is moved, never goes back, and survives a restart. */

import { formatIso } from '../../domain/calendar/zone.ts';
import type { EpochMs } from '../../domain/model.ts';
import type { Clock, Journal } from '../../ports.ts';
import type { ConsoleEvent, ConsoleState } from './log.ts';
import { refuse } from './refuse.ts';

/** Far enough for any campaign; a typing error in the year is not walked through slot by slot. */
const reachMs = 5 * 366 * 24 * 3_600_000;

export interface RehearsalClock extends Clock {
  /** Moves the clock durably. An instant that is not later than now changes nothing. */
  set(toMs: EpochMs): Promise<void>;
}

/** A clock that reads the console's stream; `startMs` until it was first moved. */
export function createRehearsalClock(
  journal: () => Journal<ConsoleState, ConsoleEvent>,
  startMs: EpochMs,
): RehearsalClock {
  const read = (state: ConsoleState) => state.clockMs ?? startMs;
  return {
    nowMs: () => read(journal().state()),
    async set(toMs) {
      await journal().record(`clock/${toMs}`, (state) =>
        toMs > read(state) ? { events: [{ type: 'ClockMoved', toMs }], replies: [], sends: [] } : null,
      );
    },
  };
}

/** Moves to an instant, one move at a time; resolves with the new now when `advance` is done. */
export function createClockMover(
  clock: Clock,
  advance: (toMs: EpochMs) => Promise<void>,
): (toMs: EpochMs) => Promise<EpochMs> {
  let last: Promise<unknown> = Promise.resolve();

  async function move(toMs: EpochMs): Promise<EpochMs> {
    const nowMs = clock.nowMs();
    if (toMs < nowMs) throw refuse(409, 'clock_backwards', `时钟只能向前：现在已是 ${formatIso(nowMs)}。`);
    if (toMs - nowMs > reachMs) throw refuse(400, 'clock_too_far', '一次最多向前拨五年，请检查年份。');
    await advance(toMs);
    return clock.nowMs();
  }

  return (toMs) => {
    const turn = last.then(() => move(toMs));
    last = turn.catch(() => undefined);
    return turn;
  };
}
