/** 提醒与催办: who owes is reminded, and nobody else. */
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Send } from '../ledger.ts';
import { remindersPausedLine } from '../replies/reminders.ts';
import { type Room, section } from '../room.ts';
import type { Situation } from '../situation.ts';
import { sameDue } from '../submission/due.ts';
import { deadlinesAmended, movedNews } from './deadlines.ts';
import { remindersOrders } from './orders.ts';
import { remindersRenew } from './renew.ts';
import { DEFAULT_REMINDERS, reminderRules } from './rules.ts';
import { reminderSeries } from './slots.ts';
import {
  initialReminders,
  lendReminders,
  type RemindersSection,
  type RemindersState,
  remindersFolds,
} from './state.ts';

const keys = { reminders: reminderRules.default(reminderRules.parse({})) };

export const reminders: Room<'reminders'> = {
  orders: remindersOrders,
  events: remindersFolds,
  initial: initialReminders,
  lend: lendReminders,
  section: section<typeof keys, RemindersSection, RemindersState>({
    keys,
    resolve: ({ reminders: rules }) => ({ section: { reminders: rules }, problems: [] }),
    absent: { reminders: DEFAULT_REMINDERS },
    open: () => undefined,
  }),
  renew: remindersRenew,
  series: reminderSeries,
  reacts: deadlinesRevised,
  tells: { progress: pausedLines, amended: (situation) => [...deadlinesAmended(situation), ...pausedLines(situation)] },
};

function pausedLines({ state }: Situation): string[] {
  return state.reminders.paused ? [remindersPausedLine(state.reminders.paused.atMs)] : [];
}

/** A deadline that a revised file moves is announced like one moved in chat. */
function deadlinesRevised(before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  if (!events.some(({ type }) => type === 'CampaignOpened')) return [];
  return [...before.state.submission.returns].flatMap(([id, known]) => {
    const now = after.state.submission.returns.get(id);
    return now && !sameDue(known.due, now.due) ? movedNews(before, known, now.due) : [];
  });
}
