/** What an organiser sends in the hours in which nothing goes out by itself: it goes all the same, and the preview says so. */
import { isQuiet } from './calendar/quiet-hours.ts';
import { inQuietHours } from './replies/wording.ts';
import type { Situation } from './situation.ts';

/** Empty outside those hours. */
export function quietNow({ state, nowMs }: Situation): string {
  const { quiet } = state.definition.reminders;
  return isQuiet(nowMs, quiet) ? inQuietHours(quiet) : '';
}
