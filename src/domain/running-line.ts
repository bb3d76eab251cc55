/** How often a group hears how many there are: of the first, at half, and of all. A thousand units make no more lines than ten. */
import type { EpochMs } from './model.ts';

export interface Told {
  readonly atMs: EpochMs;
  readonly count: number;
}

/** What is said of the one that makes it `count`; null where silence is enough. */
export function runningLine(
  told: Told | null,
  { count, total }: { readonly count: number; readonly total: number },
): 'first' | 'so-far' | 'all' | null {
  if (count === total) return told?.count === total ? null : 'all';
  if (told === null) return 'first';
  return told.count * 2 < total && count * 2 >= total ? 'so-far' : null;
}
