/** A figure that was told in totals and is corrected afterwards: whoever was told hears of it. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { rowOf } from '../form.ts';
import { type Send, tell } from '../ledger.ts';
import type { EpochMs } from '../model.ts';
import * as say from '../replies/progress.ts';
import type { Situation } from '../situation.ts';
import { counts, type ReturnState, type Submission } from '../submission/state.ts';
import { rowTotal } from './summary.ts';

export function correctionsOf(before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  return events.flatMap((event) => {
    if (event.type === 'SendingBackUndone' && event.table) return countedAgain(before, after, event);
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

/** What had been sent back counts again as it did: who was told totals meanwhile was told them without it. */
function countedAgain(
  before: Situation,
  after: Situation,
  { returnId, unit }: { readonly returnId: string; readonly unit: string },
): Send[] {
  const back = before.state.submission.returns.get(returnId)?.submissions.get(unit)?.status;
  const returned = after.state.submission.returns.get(returnId);
  const submission = returned?.submissions.get(unit);
  if (back?.kind !== 'returned' || !returned || !submission || !counts(submission)) return [];
  const lines = (returned.definition.form?.rows ?? []).flatMap((row) => {
    const total = submission.cells.get(row.no)?.value ? rowTotal(returned, row) : null;
    return total === null ? [] : [say.totalLine(row, total)];
  });
  if (lines.length === 0) return [];
  const text = say.countedAgain(after.directory.short(unit), lines);
  return hearers(after, back.atMs).map((person) => tell(person, text));
}

/** Those who were told totals since the unit's figures first counted: a total in a correction is a told total as well. */
function hearers({ state }: Situation, fromMs: EpochMs): string[] {
  return [...state.progress.toldAtMs].flatMap(([person, atMs]) => (atMs >= fromMs ? [person] : []));
}
