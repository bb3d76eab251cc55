/** How often a group hears how many there are: the first, at half, all, and else a line every ten minutes. */
import { MINUTE_MS } from './calendar/zone.ts';
import type { EpochMs } from './model.ts';

export interface Told {
  readonly atMs: EpochMs;
  readonly count: number;
}

const lineEveryMs = 10 * MINUTE_MS;

/** What is said of the one that makes it `count`; null where silence is enough. */
export function runningLine(
  told: Told | null,
  { count, total, nowMs }: { readonly count: number; readonly total: number; readonly nowMs: EpochMs },
): 'first' | 'so-far' | 'all' | null {
  if (count === total) return 'all';
  if (told === null) return 'first';
  const passedHalf = told.count * 2 < total && count * 2 >= total;
  return passedHalf || nowMs - told.atMs >= lineEveryMs ? 'so-far' : null;
}
