/** Hours in which nothing but duty goes out. */
import type { EpochMs } from '../model.ts';
import { addDays, dayOf, instantOf, MINUTE_MS, minutesOf, type TimeOfDay, timeOf } from './zone.ts';

/** Quiet from `from` (included) to `to` (excluded), over midnight if `from` is the later. Equal times: never quiet. */
export interface QuietHours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

export function isQuiet(ms: EpochMs, { from, to }: QuietHours): boolean {
  const minute = minutesOf(timeOf(ms));
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end;
}

/** The instant itself if it is not quiet, else the end of the quiet hours it lies in. */
export function afterQuiet(ms: EpochMs, hours: QuietHours): EpochMs {
  if (!isQuiet(ms, hours)) return ms;
  const end = instantOf(dayOf(ms), hours.to);
  return end > ms ? end : instantOf(addDays(dayOf(ms), 1), hours.to);
}

/** The instant itself if it is not quiet, else the last minute before the quiet hours it lies in. */
export function beforeQuiet(ms: EpochMs, hours: QuietHours): EpochMs {
  if (!isQuiet(ms, hours)) return ms;
  const start = instantOf(dayOf(ms), hours.from);
  return (start <= ms ? start : instantOf(addDays(dayOf(ms), -1), hours.from)) - MINUTE_MS;
}
