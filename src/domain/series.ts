/** Planned instants: which are due, and what is planned next. Pure; the clockwork asks, rooms plan. */
import { afterQuiet, isQuiet, type QuietHours } from './calendar/quiet-hours.ts';
import { HOUR_MS } from './calendar/zone.ts';
import type { CampaignEvent } from './campaign/slices.ts';
import type { Send } from './ledger.ts';
import type { EpochMs } from './model.ts';

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
  /** Fires while the campaign is held: it is what sets it going again. */
  readonly lifts?: boolean;
  /** Decides for the newest of the instants that have come; earlier ones, after `sinceMs`, were missed and are merged into it. */
  fire(
    slotMs: EpochMs,
    sinceMs: EpochMs,
  ): { readonly events: readonly CampaignEvent[]; readonly sends: readonly Send[] };
}

/** Newest instant decided per series. */
export type Fired = ReadonlyMap<string, EpochMs>;

/** A clock that went back by less comes by those instants soon, and nothing is to be sent twice. */
const aheadMs = 72 * HOUR_MS;

/** Series marked as decided up to an instant that is still to come: a clock was ahead when they were. */
export function marksAhead(fired: Fired, nowMs: EpochMs): string[] {
  return [...fired].filter(([, atMs]) => atMs > nowMs + aheadMs).map(([series]) => series);
}

export interface Due {
  readonly count: number;
  readonly newestMs: EpochMs;
  /** What had been decided before. */
  readonly sinceMs: EpochMs;
}

export function startOf(series: Series, fired: Fired): EpochMs {
  return Math.max(series.fromMs, fired.get(series.name) ?? Number.NEGATIVE_INFINITY);
}

/** The instants of a series that have come and are undecided: how many, and the newest, which stands for all. */
export function dueInstants(series: Series, fired: Fired, nowMs: EpochMs): Due | null {
  if (series.quiet && isQuiet(nowMs, series.quiet)) return null;
  const sinceMs = startOf(series, fired);
  let newestMs = sinceMs;
  let count = 0;
  for (let next = series.next(newestMs); next !== null && next <= nowMs; next = series.next(next)) {
    newestMs = next;
    count += 1;
  }
  return count > 0 ? { count, newestMs, sinceMs } : null;
}

export interface Planned {
  readonly atMs: EpochMs;
  readonly title: string;
}

/** What comes strictly after an instant, soonest first; what is due but has to wait for the morning is still to come. */
export function planned(all: readonly Series[], fired: Fired, afterMs: EpochMs): Planned[] {
  const next = all.flatMap((series) => {
    const start = startOf(series, fired);
    const waiting = series.quiet && isQuiet(afterMs, series.quiet) ? series.next(start) : null;
    const slotMs = waiting !== null && waiting <= afterMs ? afterMs : series.next(Math.max(afterMs, start));
    return slotMs === null
      ? []
      : [{ atMs: series.quiet ? afterQuiet(slotMs, series.quiet) : slotMs, title: series.title }];
  });
  return next.sort((a, b) => a.atMs - b.atMs);
}
