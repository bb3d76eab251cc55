/** Planned instants: each series knows its next one and what is decided when it comes. */
import { receiptReminders } from '../broadcast/decide.ts';
import type { QuietHours } from '../calendar/quiet-hours.ts';
import type { CampaignEvent } from '../campaign/evolve.ts';
import type { Send } from '../ledger.ts';
import type { EpochMs } from '../model.ts';
import type { Situation } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';
import { escalationInstant, nextStep, receiptInstant } from './ladder.ts';
import { ladderReminders, leaderNotices } from './messages.ts';

/** A family of instants. Its name is part of each firing's cause, so a series planned anew needs a new name. */
export interface Series {
  readonly name: string;
  /** What comes then, for people: `报送提醒`. */
  readonly title: string;
  /** The first instant strictly after the given one; null if none will come. */
  next(afterMs: EpochMs): EpochMs | null;
  /** Hours in which it does not fire, however late it is; null for duty, which knows no night. */
  readonly quiet: QuietHours | null;
  /** Instants up to this one never fire: they lie before the series began. */
  readonly fromMs: EpochMs;
  /** Decides for the newest of the instants that have come; earlier ones were missed and are merged into it. */
  fire(slotMs: EpochMs): { readonly events: readonly CampaignEvent[]; readonly sends: readonly Send[] };
}

export function reminderSeries(situation: Situation): Series[] {
  const { publishedAtMs, silent } = situation.state.broadcast;
  if (publishedAtMs === null) return [];
  const series: Series[] = [];
  if (silent.size > 0) series.push(receiptSeries(situation, publishedAtMs));
  for (const returned of situation.state.returns.values()) {
    if (returned.owing.size === 0 || returned.closedAtMs !== null) continue;
    series.push(ladderSeries(situation, returned, publishedAtMs), escalationSeries(situation, returned, publishedAtMs));
  }
  return series;
}

function receiptSeries(situation: Situation, publishedAtMs: EpochMs): Series {
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

function ladderSeries(situation: Situation, returned: ReturnState, publishedAtMs: EpochMs): Series {
  const { calendar, state } = situation;
  return {
    name: `ladder/${returned.definition.id}/${returned.moves}`,
    title: '报送提醒',
    quiet: state.definition.reminders.quiet,
    fromMs: Math.max(publishedAtMs, returned.remindFromMs),
    next: (afterMs) => nextStep(returned.due, state.definition.reminders, calendar, afterMs),
    fire: () => ({ events: [], sends: ladderReminders(situation, returned) }),
  };
}

function escalationSeries(situation: Situation, returned: ReturnState, publishedAtMs: EpochMs): Series {
  const { calendar, state } = situation;
  const atMs = escalationInstant(returned.due, state.definition.reminders, calendar);
  return {
    name: `escalation/${returned.definition.id}/${returned.moves}`,
    title: '逾期告知领导',
    quiet: state.definition.reminders.quiet,
    fromMs: Math.max(publishedAtMs, returned.remindFromMs),
    next: (afterMs) => (atMs > afterMs ? atMs : null),
    fire: () => ({ events: [], sends: leaderNotices(situation, returned, [...returned.owing]) }),
  };
}
