/** Whether an organiser may chase once more: the same again within the hour is one message too many. */
import { MINUTE_MS } from '../calendar/zone.ts';
import type { EpochMs } from '../model.ts';
import { chasedRecently } from '../replies/reminders.ts';
import type { Situation } from '../situation.ts';

/** Why not yet, by when it was last done; null where it may be done. `whom` is empty where it was everyone. */
export function whyNotAgain(situation: Situation, lastMs: EpochMs | null, whom = ''): string | null {
  return lastMs !== null && isTooSoon(situation, lastMs)
    ? chasedRecently(lastMs, againAtMs(situation, lastMs), whom)
    : null;
}

export function isTooSoon(situation: Situation, lastMs: EpochMs | null): boolean {
  return lastMs !== null && situation.nowMs < againAtMs(situation, lastMs);
}

function againAtMs({ state }: Situation, lastMs: EpochMs): EpochMs {
  return lastMs + state.definition.reminders.chaseEveryMinutes * MINUTE_MS;
}
