/** Where a return stands, from tallies that are kept as cells change: nothing here counts units one by one. */
import { fromMicro } from '../form.ts';
import type { EpochMs, RowNo } from '../model.ts';
import type { ReturnState } from '../submission/state.ts';

export interface ReturnSummary {
  readonly assigned: number;
  readonly complete: number;
  readonly onTime: number;
  /** Something is filled in or handed in, but not all of it. */
  readonly started: number;
  readonly untouched: number;
  /** Owing after the deadline. */
  readonly overdue: number;
}

export function summarise(returned: ReturnState, nowMs: EpochMs): ReturnSummary {
  const assigned = returned.assigned.size;
  const owing = returned.owing.size;
  const started = returned.submissions.size - returned.complete;
  return {
    assigned,
    complete: returned.complete,
    onTime: returned.onTime,
    started,
    untouched: owing - started,
    overdue: nowMs >= returned.due.lateAfterMs ? owing : 0,
  };
}

/** Total of a row over confirmed returns, exact to a millionth of its measure. */
export function rowTotal(returned: ReturnState, row: RowNo): number {
  return fromMicro(returned.tallies.get(row)?.sumMicro ?? 0);
}
