/** Receipts are asked for once more on the working day after the plan went out. */
import type { EpochMs } from '../model.ts';
import { receiptInstant } from '../reminders/ladder.ts';
import type { Series } from '../series.ts';
import type { Situation } from '../situation.ts';
import { receiptReminders } from './decide.ts';

export function receiptSeries(situation: Situation): Series[] {
  const { publishedAtMs, silent } = situation.state.broadcast;
  return publishedAtMs === null || silent.size === 0 ? [] : [askAgain(situation, publishedAtMs)];
}

function askAgain(situation: Situation, publishedAtMs: EpochMs): Series {
  const { calendar, state } = situation;
  const atMs = receiptInstant(publishedAtMs, state.definition.reminders, calendar);
  return {
    name: 'receipts',
    title: '催签收',
    quiet: state.definition.reminders.quiet,
    fromMs: publishedAtMs,
    next: (afterMs) => (atMs > afterMs ? atMs : null),
    fire: () => ({ events: [], sends: receiptReminders(situation, [...state.broadcast.silent]) }),
  };
}
