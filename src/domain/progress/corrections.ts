/** A figure that was told in totals and is corrected afterwards: whoever was told hears of it. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { isStructural } from '../campaign/structural.ts';
import { rowOf } from '../form.ts';
import { type Send, type Source, tell } from '../ledger.ts';
import type { EpochMs, PersonId, RowNo } from '../model.ts';
import * as say from '../replies/progress.ts';
import type { Situation } from '../situation.ts';
import { counts, type ReturnState, type Submission } from '../submission/state.ts';
import { toldSince } from './state.ts';
import { rowTotal } from './summary.ts';

export function correctionsOf(before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  const figures = events.flatMap((event) => {
    if (event.type === 'SendingBackUndone' && event.table) return countedAgain(before, after, event);
    if (event.type === 'SubmissionReopened') return withdrawn(before, after, event);
    if (event.type !== 'SubmissionConfirmed') return [];
    const returned = after.state.submission.returns.get(event.returnId);
    const submission = returned?.submissions.get(event.unit);
    if (!returned || !submission) return [];
    return [...corrected(after, returned, event.unit, submission), ...submittedAgain(before, after, event)];
  });
  return events.some(isStructural) ? [...figures, ...moved(before, after, events)] : figures;
}

function corrected(situation: Situation, returned: ReturnState, unit: string, submission: Submission): Send[] {
  const last = submission.versions.at(-1);
  if (!last) return [];
  const lines = [...submission.cells].flatMap(([no, { value }]) => {
    const row = returned.definition.form ? rowOf(returned.definition.form, no) : undefined;
    const before = last.figures.get(no);
    if (!row || before === undefined || before === value) return [];
    return [{ row: no, line: say.correctionLine({ row, before, now: value, total: rowTotal(returned, row) }) }];
  });
  const firstMs = submission.versions[0]?.submitted.atMs ?? last.submitted.atMs;
  const text = (own: readonly string[]) => say.correction(situation.directory.short(unit), own);
  return tellLines(situation, returned, lines, text, firstMs);
}

interface OfUnit {
  readonly returnId: string;
  readonly unit: string;
}

const takesBack = /撤|收回|取消|不算|作废/;

/** 撤回: the total that was told holds no more. What is reopened for a correction is told once it is submitted again. */
function withdrawn(
  before: Situation,
  after: Situation,
  { returnId, unit, source }: OfUnit & { readonly source: Source },
): Send[] {
  const returned = after.state.submission.returns.get(returnId);
  const was = before.state.submission.returns.get(returnId)?.submissions.get(unit);
  const is = returned?.submissions.get(unit);
  if (!returned || !was || !is || !counts(was) || counts(is) || !takesBack.test(source.words)) return [];
  return tellTotals(after, returned, [is], (lines) => say.withdrawn(after.directory.short(unit), lines));
}

/** As it had been before it was taken back. */
function submittedAgain(before: Situation, after: Situation, { returnId, unit }: OfUnit): Send[] {
  const was = before.state.submission.returns.get(returnId)?.submissions.get(unit);
  const returned = after.state.submission.returns.get(returnId);
  const is = returned?.submissions.get(unit);
  const figures = is?.versions.at(-1)?.figures;
  if (!returned || !is || !figures || was?.status.kind !== 'draft') return [];
  const same = [...is.cells].every(([no, { value }]) => figures.get(no) === value);
  return same
    ? tellTotals(after, returned, [is], (lines) => say.submittedAgain(after.directory.short(unit), lines))
    : [];
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
  const text = (lines: readonly string[]) => say.countedAgain(after.directory.short(unit), lines);
  return tellTotals(after, returned, [submission], text, undefined, back.atMs);
}

/** Figures that go with their units, or come back with them: who was told totals was told others. */
function moved(before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  return [...before.state.submission.returns.values()].flatMap((returned) => {
    const now = after.state.submission.returns.get(returned.definition.id);
    if (!now) return [];
    const [gone, back] = [new Map<string, Submission>(), new Map<string, Submission>()];
    let by: string | undefined;
    for (const event of events) {
      if (event.type !== 'UnitLeft' && event.type !== 'UnitJoined') continue;
      const [from, moving] = event.type === 'UnitLeft' ? [returned.submissions, gone] : [returned.setAside, back];
      const submission = from.get(event.unit);
      if (submission && counts(submission)) moving.set(event.unit, submission);
      by = event.by;
    }
    const names = (units: ReadonlyMap<string, unknown>) =>
      [...units.keys()].map((unit) => after.directory.short(unit)).join('、');
    return [
      ...tellTotals(after, now, [...gone.values()], (lines) => say.countedNoMore(names(gone), lines), by),
      ...tellTotals(after, now, [...back.values()], (lines) => say.countedWithIt(names(back), lines), by),
    ];
  });
}

function firstCountedMs({ versions, status }: Submission): EpochMs {
  const now = 'atMs' in status ? status.atMs : Number.POSITIVE_INFINITY;
  return Math.min(now, ...versions.map(({ submitted }) => submitted.atMs));
}

/** The totals of the rows in which these have a figure. Not to `by`, who did it and hears it in the answer. */
function tellTotals(
  situation: Situation,
  returned: ReturnState,
  submissions: readonly Submission[],
  text: (lines: readonly string[]) => string,
  by?: string,
  fromMs = Math.min(...submissions.map(firstCountedMs)),
): Send[] {
  const lines = (returned.definition.form?.rows ?? []).flatMap((row) => {
    const total = submissions.some(({ cells }) => cells.get(row.no)?.value) ? rowTotal(returned, row) : null;
    return total === null ? [] : [{ row: row.no, line: say.totalLine(row, total) }];
  });
  return tellLines(situation, returned, lines, text, fromMs).filter(
    ({ to }) => to.kind !== 'person' || to.person !== by,
  );
}

interface RowLine {
  readonly row: RowNo;
  readonly line: string;
}

/**
 * To each who was told these totals since the unit's figures first counted the lines of the rows he was told. A total in a correction
 * is a told total as well.
 */
function tellLines(
  { state }: Situation,
  { definition: { id: returnId } }: ReturnState,
  lines: readonly RowLine[],
  text: (own: readonly string[]) => string,
  fromMs: EpochMs,
): Send[] {
  const own = new Map<PersonId, string[]>();
  for (const { row, line } of lines)
    for (const person of toldSince(state.progress, { returnId, row }, fromMs))
      own.set(person, [...(own.get(person) ?? []), line]);
  return [...own].map(([person, told]) => tell(person, text(told)));
}
