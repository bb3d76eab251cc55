/** Whether an organiser may chase once more: the same again within the hour is one message too many. */
import { MINUTE_MS } from '../calendar/zone.ts';
import type { EpochMs } from '../model.ts';
import { chasedRecently } from '../replies/reminders.ts';
import type { Situation } from '../situation.ts';

/** Why not yet, by when it was last done; null where it may be done. `whom` is empty where it was everyone. */
export function whyNotAgain({ state, nowMs }: Situation, lastMs: EpochMs | null, whom = ''): string | null {
  if (lastMs === null) return null;
  const againAtMs = lastMs + state.definition.reminders.chaseEveryMinutes * MINUTE_MS;
  return nowMs < againAtMs ? chasedRecently(lastMs, againAtMs, whom) : null;
}
