/** Keeps a return's tallies true as submissions change: nothing counts units one by one when asked. */
import type { ReturnDefinition } from '../campaign/definition.ts';
import { type Form, toMicro } from '../form.ts';
import type { EpochMs, RowNo, UnitId } from '../model.ts';
import type { Head } from '../room.ts';
import { dueFor } from './due.ts';
import { counts, type ReturnState, type Stage, type Submission } from './state.ts';

export function emptySubmission(): Submission {
  return {
    cells: new Map(),
    remarks: new Map(),
    materials: new Map(),
    refused: new Map(),
    trail: [],
    steps: [],
    status: { kind: 'draft' },
    versions: [],
    completedAtMs: null,
  };
}

/** Applies a change to one unit's submission and keeps the totals true: out before, in after. */
export function change(returned: ReturnState, unit: UnitId, head: Head, apply: (submission: Submission) => void): void {
  let submission = returned.submissions.get(unit);
  if (!submission) {
    submission = emptySubmission();
    returned.submissions.set(unit, submission);
  }
  const wasComplete = isComplete(returned.definition, submission);
  countInTime(returned, unit, submission, -1);
  count(returned, submission, -1);
  apply(submission);
  settleStatus(returned.definition, submission, head);
  count(returned, submission, 1);
  const complete = isComplete(returned.definition, submission);
  if (complete) submission.completedAtMs ??= head.atMs;
  countInTime(returned, unit, submission, 1);
  if (complete !== wasComplete) moveOwing(returned, unit, complete, head);
  noteStage(returned, unit, submission);
}

/** Keeps apart who waits to be looked at, is accepted and was sent back, so that nobody has to walk over all to count them. */
export function noteStage({ definition, stages }: ReturnState, unit: UnitId, submission: Submission): void {
  const stage = stageOf(definition, submission);
  for (const [one, units] of Object.entries(stages)) {
    if (one === stage) units.add(unit);
    else units.delete(unit);
  }
}

/** Null where there is nothing whole to look at. */
export function stageOf(definition: ReturnDefinition, submission: Submission): Stage | null {
  const { status, refused } = submission;
  if (status.kind === 'returned' || refused.size > 0) return 'returned';
  if (!isComplete(definition, submission)) return null;
  return status.kind === 'accepted' && !changedSince(submission, status.atMs) ? 'accepted' : 'waiting';
}

/** A material handed in anew leaves the table as it was, and has been seen by nobody. */
function changedSince({ materials }: Submission, atMs: EpochMs): boolean {
  return [...materials.values()].some(({ source }) => source.atMs > atMs);
}

/** Whatever the ledger says: a table with a gap is never submitted; where there is no table, the last material submits. */
function settleStatus({ form, materials }: ReturnDefinition, submission: Submission, { atMs }: Head): void {
  if (form !== null) {
    if (counts(submission) && missingRows(form, submission).length > 0) submission.status = { kind: 'draft' };
    return;
  }
  const all = materials.every(({ id }) => submission.materials.has(id));
  const last = [...submission.materials.values()].at(-1);
  if (!all && counts(submission)) submission.status = { kind: 'draft' };
  if (all && last && submission.status.kind === 'draft')
    submission.status = { kind: 'submitted', atMs, person: last.source.person };
}

function moveOwing(returned: ReturnState, unit: UnitId, complete: boolean, head: Head): void {
  returned.complete += complete ? 1 : -1;
  if (complete) returned.owing.delete(unit);
  else if (returned.assigned.has(unit)) {
    if (returned.owing.size === 0) returned.remindFromMs = head.atMs;
    returned.owing.add(unit);
  }
}

/** Only submitted tables count in totals. */
export function count(returned: ReturnState, submission: Submission, sign: 1 | -1): void {
  if (!counts(submission)) return;
  for (const [row, { value }] of submission.cells) {
    const tally = returned.tallies.get(row);
    if (!tally) continue;
    tally.sumMicro += sign * toMicro(value);
    tally.units += sign;
    if (value === 0) tally.zeros += sign;
  }
}

export function recountOnTime(returned: ReturnState): void {
  returned.onTime = 0;
  returned.correcting = 0;
  for (const [unit, submission] of returned.submissions) countInTime(returned, unit, submission, 1);
}

function countInTime(returned: ReturnState, unit: UnitId, submission: Submission, sign: 1 | -1): void {
  const complete = isInTime(returned, unit, submission) && isComplete(returned.definition, submission);
  const correcting = isCorrecting(returned, unit, submission);
  if (complete || correcting) returned.onTime += sign;
  if (correcting) returned.correcting += sign;
}

/** First complete before the deadline: a correction afterwards makes nobody late. */
function isInTime(returned: ReturnState, unit: UnitId, { completedAtMs }: Submission): boolean {
  return completedAtMs !== null && completedAtMs < dueFor(returned, unit).lateAfterMs;
}

/** In time, and owed again while a correction is open or what was sent back is not in: all of it was there, and nobody is late for it. */
export function isCorrecting(
  returned: ReturnState,
  unit: UnitId,
  submission: Submission | undefined = returned.submissions.get(unit),
): boolean {
  if (!submission || !isInTime(returned, unit, submission)) return false;
  const { form, materials } = returned.definition;
  if (stageOf(returned.definition, submission) === 'returned') return true;
  return (
    form !== null &&
    !counts(submission) &&
    missingRows(form, submission).length === 0 &&
    materials.every(({ id }) => submission.materials.has(id))
  );
}

/** Submitted, and every material in: a return is complete only with all its parts. */
export function isComplete({ materials }: ReturnDefinition, submission: Submission): boolean {
  return counts(submission) && materials.every((material) => submission.materials.has(material.id));
}

/** Rows without a cell, in the form's order; none where there is no table. */
export function missingRows(form: Form | null, submission: Submission | undefined): RowNo[] {
  return (form?.rows ?? []).map((row) => row.no).filter((no) => !submission?.cells.has(no));
}
