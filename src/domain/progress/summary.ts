/** Where a return stands, from tallies that are kept as cells change: nothing here counts units one by one. */
import { type FormRow, fromMicro, isRate } from '../form.ts';
import type { EpochMs } from '../model.ts';
import { isCorrecting } from '../submission/counting.ts';
import type { ReturnState } from '../submission/state.ts';

export interface ReturnSummary {
  readonly assigned: number;
  readonly complete: number;
  readonly onTime: number;
  /** Of these, owing again while they correct it. */
  readonly correcting: number;
  /** Something is filled in or handed in, but not all of it. */
  readonly started: number;
  readonly untouched: number;
  /** Owing after the deadline; null while there is time: nobody is late or in time yet. */
  readonly overdue: number | null;
}

export function summarise(returned: ReturnState, nowMs: EpochMs): ReturnSummary {
  const assigned = returned.assigned.size;
  const owing = returned.owing.size;
  const started = returned.submissions.size - returned.complete;
  return {
    assigned,
    complete: returned.complete,
    onTime: returned.onTime,
    correcting: returned.correcting,
    started,
    untouched: owing - started,
    overdue: nowMs >= returned.due.lateAfterMs ? owing - stillInTime(returned, nowMs) - returned.correcting : null,
  };
}

/** Units that owe and have a deadline of their own which is still to come: few, if any. */
function stillInTime(returned: ReturnState, nowMs: EpochMs): number {
  const { owing, extensions } = returned;
  return [...extensions].filter(
    ([unit, { lateAfterMs }]) => owing.has(unit) && nowMs < lateAfterMs && !isCorrecting(returned, unit),
  ).length;
}

/** Total of a row over submitted tables, exact to a millionth of its measure; null for a rate, which adds up to nothing. */
export function rowTotal(returned: ReturnState, row: FormRow): number | null {
  return isRate(row) ? null : fromMicro(returned.tallies.get(row.no)?.sumMicro ?? 0);
}

/** A submitted table has every row, so any row's tally counts them. */
export function submittedUnits({ tallies }: ReturnState): number {
  return Math.max(0, ...[...tallies.values()].map((tally) => tally.units));
}
