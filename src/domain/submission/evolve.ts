import type { ReturnDefinition } from '../campaign/definition.ts';
import type { CampaignState } from '../campaign/state.ts';
import type { Form } from '../form.ts';
import { toMicro } from '../form.ts';
import type { Entry } from '../ledger.ts';
import type { EpochMs, RowNo, UnitId } from '../model.ts';
import type { Change, ReturnState, Submission, SubmissionEvent } from './state.ts';
import { keepStep, stepToUndo, undoStep } from './steps.ts';

export function initialReturn(definition: ReturnDefinition): ReturnState {
  const returned: ReturnState = {
    definition,
    due: definition.due,
    moves: 0,
    remindFromMs: 0,
    closedAtMs: null,
    assigned: new Set(definition.from.units),
    owing: new Set(definition.from.units),
    submissions: new Map(),
    setAside: new Map(),
    tallies: new Map(),
    complete: 0,
    onTime: 0,
  };
  for (const row of definition.form.rows) returned.tallies.set(row.no, { sumMicro: 0, units: 0, zeros: 0 });
  return returned;
}

/**
 * Takes over a revised definition. What was reported stays; a table that a new row makes incomplete is a draft again; units that
 * owe no more are set aside. A deadline moved in chat stays too, unless the file now names another.
 */
export function reviseReturn(known: ReturnState, definition: ReturnDefinition, atMs: EpochMs): ReturnState {
  const revised = initialReturn(definition);
  const { dueAtMs, lateAfterMs } = known.definition.due;
  const sameDue = dueAtMs === definition.due.dueAtMs && lateAfterMs === definition.due.lateAfterMs;
  revised.due = sameDue ? known.due : definition.due;
  revised.moves = known.moves + (sameDue ? 0 : 1);
  revised.closedAtMs = known.closedAtMs;
  for (const [unit, submission] of [...known.submissions, ...known.setAside]) {
    if (revised.assigned.has(unit)) adopt(revised, unit, submission);
    else revised.setAside.set(unit, submission);
  }
  recountOnTime(revised);
  const owesAnew = known.owing.size === 0 && revised.owing.size > 0;
  revised.remindFromMs = sameDue && !owesAnew ? known.remindFromMs : atMs;
  return revised;
}

function adopt(revised: ReturnState, unit: UnitId, before: Submission): void {
  const short = missingRows(revised.definition.form, before).length > 0;
  const submission = short ? { ...before, confirmed: null } : before;
  revised.submissions.set(unit, submission);
  count(revised, submission, 1);
  if (!isComplete(revised.definition, submission)) return;
  revised.complete += 1;
  revised.owing.delete(unit);
}

export function emptySubmission(): Submission {
  return {
    cells: new Map(),
    remarks: new Map(),
    materials: new Map(),
    trail: [],
    steps: [],
    confirmed: null,
    completedAtMs: null,
  };
}

export function evolveSubmission(state: CampaignState, event: SubmissionEvent, entry: Entry): void {
  if (event.type === 'DialogueMoved') {
    if (event.dialogue === null) state.dialogues.delete(event.person);
    else state.dialogues.set(event.person, event.dialogue);
    return;
  }
  if (event.type === 'OrganiserAsked') {
    state.organiserAsked.set(event.person, entry.atMs);
    return;
  }
  const returned = state.returns.get(event.returnId);
  if (!returned) return;
  switch (event.type) {
    case 'DeadlineMoved':
      returned.due = event.due;
      returned.moves += 1;
      returned.remindFromMs = entry.atMs;
      recountOnTime(returned);
      return;
    case 'ReturnClosed':
      returned.closedAtMs = entry.atMs;
      return;
    case 'ReturnOpened':
      returned.closedAtMs = null;
      returned.remindFromMs = entry.atMs;
      return;
    default:
      change(returned, event.unit, entry, (submission) => applyToSubmission(submission, event, entry));
  }
}

type UnitEvent = Extract<SubmissionEvent, { unit: UnitId }>;

type Cause = Pick<Entry, 'cause' | 'atMs'>;

function applyToSubmission(submission: Submission, event: UnitEvent, entry: Cause): void {
  const { cells } = submission;
  switch (event.type) {
    case 'CellsReported': {
      keepStep(submission, entry.cause, event.source.person, { cells: event.cells.map((cell) => cell.row) });
      for (const { row, ...cell } of event.cells) {
        cells.set(row, { ...cell, source: event.source });
        follow(submission, { row, value: cell.value, words: cell.words, source: event.source });
      }
      return;
    }
    case 'RemarkMade':
      keepStep(submission, entry.cause, event.source.person, { remarks: [event.row] });
      submission.remarks.set(event.row, event.text);
      return;
    case 'StepUndone': {
      const step = stepToUndo(submission, event.step);
      if (!step) return;
      undoStep(submission, step);
      for (const [row, before] of step.cells)
        follow(submission, { row, value: before?.value ?? null, words: event.source.words, source: event.source });
      return;
    }
    case 'DraftCleared':
      keepStep(submission, entry.cause, event.source.person, { cells: [...cells.keys()] });
      for (const row of cells.keys())
        follow(submission, { row, value: null, words: event.source.words, source: event.source });
      cells.clear();
      return;
    case 'MaterialHandedIn': {
      keepStep(submission, entry.cause, event.source.person, { materials: [event.material] });
      const count = (submission.materials.get(event.material)?.count ?? 0) + 1;
      submission.materials.set(event.material, { how: event.how, name: event.name, count, source: event.source });
      return;
    }
    case 'SubmissionConfirmed':
      submission.confirmed = { atMs: entry.atMs, person: event.source.person };
      return;
    case 'SubmissionReopened':
      submission.confirmed = null;
      return;
    default:
      event satisfies never;
  }
}

/** The newest changes are kept at hand; all of them stand in the ledger. */
const changesKept = 200;

function follow({ trail }: Submission, change: Change): void {
  if (trail.length >= changesKept) trail.shift();
  trail.push(change);
}

/** How a submission will stand once these events are folded. */
export function submissionAfter(submission: Submission, events: readonly SubmissionEvent[], entry: Cause): Submission {
  const after: Submission = {
    ...submission,
    cells: new Map(submission.cells),
    remarks: new Map(submission.remarks),
    materials: new Map(submission.materials),
    trail: [],
  };
  for (const event of events) if ('unit' in event) applyToSubmission(after, event, entry);
  return after;
}

/** Applies a change to one unit's submission and keeps the totals true: out before, in after. */
function change(returned: ReturnState, unit: UnitId, entry: Entry, apply: (submission: Submission) => void): void {
  let submission = returned.submissions.get(unit);
  if (!submission) {
    submission = emptySubmission();
    returned.submissions.set(unit, submission);
  }
  const wasComplete = isComplete(returned.definition, submission);
  if (isOnTime(returned, submission)) returned.onTime -= 1;
  count(returned, submission, -1);
  apply(submission);
  // Whatever the ledger says: a table with a gap is never confirmed.
  if (missingRows(returned.definition.form, submission).length > 0) submission.confirmed = null;
  count(returned, submission, 1);
  const complete = isComplete(returned.definition, submission);
  if (complete) submission.completedAtMs ??= entry.atMs;
  if (isOnTime(returned, submission)) returned.onTime += 1;
  if (complete === wasComplete) return;
  returned.complete += complete ? 1 : -1;
  if (complete) returned.owing.delete(unit);
  else if (returned.assigned.has(unit)) {
    if (returned.owing.size === 0) returned.remindFromMs = entry.atMs;
    returned.owing.add(unit);
  }
}

/** Only confirmed returns count in totals. */
function count(returned: ReturnState, submission: Submission, sign: 1 | -1): void {
  if (submission.confirmed === null) return;
  for (const [row, { value }] of submission.cells) {
    const tally = returned.tallies.get(row);
    if (!tally) continue;
    tally.sumMicro += sign * toMicro(value);
    tally.units += sign;
    if (value === 0) tally.zeros += sign;
  }
}

function recountOnTime(returned: ReturnState): void {
  returned.onTime = 0;
  for (const submission of returned.submissions.values()) if (isOnTime(returned, submission)) returned.onTime += 1;
}

/** Complete now, and first complete before the deadline: a correction afterwards makes nobody late. */
function isOnTime({ definition, due }: ReturnState, submission: Submission): boolean {
  const { completedAtMs } = submission;
  return completedAtMs !== null && completedAtMs < due.lateAfterMs && isComplete(definition, submission);
}

/** Confirmed table and every material: a return is complete only with all its parts. */
function isComplete(definition: ReturnDefinition, submission: Submission): boolean {
  return (
    submission.confirmed !== null && definition.materials.every((material) => submission.materials.has(material.id))
  );
}

/** Rows without a cell, in the form's order. */
export function missingRows(form: Form, submission: Submission | undefined): RowNo[] {
  return form.rows.map((row) => row.no).filter((no) => !submission?.cells.has(no));
}
