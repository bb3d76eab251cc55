/** A figure that was told in totals and is corrected afterwards: whoever was told hears of it. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { rowOf } from '../form.ts';
import { type Send, tell } from '../ledger.ts';
import type { EpochMs } from '../model.ts';
import * as say from '../replies/progress.ts';
import type { Situation } from '../situation.ts';
import type { ReturnState, Submission } from '../submission/state.ts';
import { rowTotal } from './summary.ts';

export function correctionsOf(_before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  return events.flatMap((event) => {
    if (event.type !== 'SubmissionConfirmed') return [];
    const returned = after.state.submission.returns.get(event.returnId);
    const submission = returned?.submissions.get(event.unit);
    return returned && submission ? corrected(after, returned, event.unit, submission) : [];
  });
}

function corrected(situation: Situation, returned: ReturnState, unit: string, submission: Submission): Send[] {
  const last = submission.versions.at(-1);
  if (!last) return [];
  const lines = [...submission.cells].flatMap(([no, { value }]) => {
    const row = returned.definition.form ? rowOf(returned.definition.form, no) : undefined;
    const before = last.figures.get(no);
    if (!row || before === undefined || before === value) return [];
    return [say.correctionLine({ row, before, now: value, total: rowTotal(returned, row) })];
  });
  if (lines.length === 0) return [];
  const text = say.correction(situation.directory.short(unit), lines);
  const firstMs = submission.versions[0]?.submitted.atMs ?? last.submitted.atMs;
  return hearers(situation, firstMs).map((person) => tell(person, text));
}

/** Those who were told totals since the unit's figures first counted: a total in a correction is a told total as well. */
function hearers({ state }: Situation, fromMs: EpochMs): string[] {
  return [...state.progress.toldAtMs].flatMap(([person, atMs]) => (atMs >= fromMs ? [person] : []));
}
