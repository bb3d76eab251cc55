/** Receipts are asked for once more on the working day after something was sent: one message for all that falls due together. */
import type { Receipts } from '../receipts.ts';
import { receiptInstant } from '../reminders/ladder.ts';
import type { Series } from '../series.ts';
import type { Situation } from '../situation.ts';
import { receiptReminders } from './reminders.ts';

export function receiptSeries(situation: Situation): Series[] {
  // Told in the order in which they were sent.
  const open = situation.house
    .receipts(situation)
    .filter(({ waiting }) => waiting.size > 0)
    .toReversed();
  return open.length === 0 ? [] : [askAgain(situation, open)];
}

function askAgain(situation: Situation, open: readonly Receipts[]): Series {
  const { calendar, state } = situation;
  const rules = state.definition.reminders;
  const instants = open.map((one) => ({ one, atMs: receiptInstant(one.sentAtMs, rules, calendar) }));
  return {
    name: 'receipts',
    title: '催签收',
    quiet: rules.quiet,
    fromMs: Math.min(...open.map(({ sentAtMs }) => sentAtMs)),
    next(afterMs) {
      const later = instants.filter(({ atMs }) => atMs > afterMs);
      return later.length === 0 ? null : Math.min(...later.map(({ atMs }) => atMs));
    },
    fire(slotMs, sinceMs) {
      const due = instants.filter(({ atMs }) => atMs > sinceMs && atMs <= slotMs);
      const asked = due.map(({ one: { key, waiting } }) => ({ key, units: [...waiting] }));
      return { events: [], sends: receiptReminders(situation, asked) };
    },
  };
}
