/** The ladder: at which instants those who owe a return are reminded. Pure arithmetic over the calendar. */
import { beforeQuiet } from '../calendar/quiet-hours.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { addDays, dayOf, HOUR_MS, instantOf, MINUTE_MS } from '../calendar/zone.ts';
import type { Due, ReminderRules } from '../campaign/definition.ts';
import type { EpochMs } from '../model.ts';

/** The day a deadline falls on; one at 24:00 belongs to the day it ends. */
function dayOfEnd(ms: EpochMs): string {
  return dayOf(ms - MINUTE_MS);
}

/** Instants before and on the due day, ascending, none in quiet hours and none after the due instant. */
export function stepsUntilDue(due: Due, rules: ReminderRules, calendar: WorkingCalendar): EpochMs[] {
  const dueDay = dayOfEnd(due.dueAtMs);
  const before = rules.daysBefore.map((days) => instantOf(calendar.onOrBefore(addDays(dueDay, -days)), rules.at));
  const onTheDay = rules.onTheDay.map((time) => instantOf(dueDay, time));
  const hours = rules.hoursBefore.map((count) => due.dueAtMs - count * HOUR_MS);
  const steps = [...before, ...onTheDay, ...hours]
    .map((ms) => beforeQuiet(ms, rules.quiet))
    .filter((ms) => ms < due.dueAtMs);
  return spaced([...new Set(steps)].sort((a, b) => a - b));
}

/** Two like reminders within so short a time are one too many. */
export const leastApartMs = 2 * HOUR_MS;

function spaced(steps: readonly EpochMs[]): EpochMs[] {
  const kept: EpochMs[] = [];
  for (const ms of steps) if (ms - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) >= leastApartMs) kept.push(ms);
  return kept;
}

/** The first step strictly after an instant: one of the ladder's, then every working day after the due day without end. */
export function nextStep(due: Due, rules: ReminderRules, calendar: WorkingCalendar, afterMs: EpochMs): EpochMs {
  const planned = stepsUntilDue(due, rules, calendar).find((ms) => ms > afterMs);
  if (planned !== undefined) return planned;
  const lastDay = dayOfEnd(Math.max(due.dueAtMs, afterMs + MINUTE_MS));
  const today = instantOf(lastDay, rules.afterAt);
  const isAfterDueDay = lastDay > dayOfEnd(due.dueAtMs);
  if (isAfterDueDay && calendar.isWorkingDay(lastDay) && today > afterMs) return today;
  return instantOf(calendar.next(lastDay), rules.afterAt);
}

/**
 * When the leaders of units that are overdue are told: so many working days after a return is late, but never before the units
 * themselves were reminded once since `floorMs`, when they could first know of it.
 */
export function escalationInstant(
  due: Due,
  rules: ReminderRules,
  calendar: WorkingCalendar,
  floorMs: EpochMs,
): EpochMs {
  const planned = instantOf(calendar.nthAfter(dayOfEnd(due.lateAfterMs), rules.escalateOnDay), rules.afterAt);
  const remindedMs = nextStep(due, rules, calendar, floorMs);
  return planned > remindedMs ? planned : instantOf(calendar.next(dayOf(remindedMs)), rules.afterAt);
}

/** When receipts are asked for again. */
export function receiptInstant(publishedAtMs: EpochMs, rules: ReminderRules, calendar: WorkingCalendar): EpochMs {
  return instantOf(calendar.next(dayOf(publishedAtMs)), rules.receiptAt);
}
