/** A return at its beginning, and when its file is revised or a unit joins or leaves. */
import type { ReturnDefinition } from '../campaign/definition.ts';
import type { EpochMs, UnitId } from '../model.ts';
import { count, isComplete, missingRows, noteStage, recountOnTime } from './counting.ts';
import { dueFor, keptExtensions, sameDue } from './due.ts';
import { counts, type ReturnState, type Submission } from './state.ts';

export function initialReturn(definition: ReturnDefinition): ReturnState {
  const returned: ReturnState = {
    definition,
    due: definition.due,
    extensions: new Map(),
    moves: 0,
    remindFromMs: 0,
    closedAtMs: null,
    assigned: new Set(definition.from.units),
    owing: new Set(definition.from.units),
    submissions: new Map(),
    stages: { waiting: new Set(), accepted: new Set(), returned: new Set() },
    setAside: new Map(),
    tallies: new Map(),
    complete: 0,
    onTime: 0,
    correcting: 0,
  };
  for (const row of definition.form?.rows ?? []) returned.tallies.set(row.no, { sumMicro: 0, units: 0, zeros: 0 });
  return returned;
}

/**
 * Takes over a revised definition. What was reported stays; a table that a new row makes incomplete is a draft again; units that
 * owe no more are set aside. A deadline moved in chat stays too, unless the file now names another.
 */
export function reviseReturn(known: ReturnState, definition: ReturnDefinition, atMs: EpochMs): ReturnState {
  const revised = initialReturn(definition);
  const same = sameDue(known.definition.due, definition.due);
  revised.due = same ? known.due : definition.due;
  revised.moves = known.moves + (same ? 0 : 1);
  revised.closedAtMs = known.closedAtMs;
  const kept = same ? [...known.extensions.keys()] : keptExtensions(known, revised.due);
  for (const unit of kept) revised.extensions.set(unit, dueFor(known, unit));
  for (const [unit, submission] of [...known.submissions, ...known.setAside]) {
    if (revised.assigned.has(unit)) adopt(revised, unit, submission);
    else revised.setAside.set(unit, submission);
  }
  recountOnTime(revised);
  const owesAnew = known.owing.size === 0 && revised.owing.size > 0;
  revised.remindFromMs = same && !owesAnew ? known.remindFromMs : atMs;
  return revised;
}

function adopt(revised: ReturnState, unit: UnitId, before: Submission): void {
  const short = counts(before) && missingRows(revised.definition.form, before).length > 0;
  const submission: Submission = short ? { ...before, status: { kind: 'draft' } } : before;
  revised.submissions.set(unit, submission);
  count(revised, submission, 1);
  noteStage(revised, unit, submission);
  if (!isComplete(revised.definition, submission)) return;
  revised.complete += 1;
  revised.owing.delete(unit);
}

/** A unit owes the return from now on; what it had handed in before it left counts again. */
export function assign(returned: ReturnState, unit: UnitId, atMs: EpochMs): void {
  if (returned.assigned.has(unit)) return;
  if (returned.owing.size === 0) returned.remindFromMs = atMs;
  returned.assigned.add(unit);
  returned.owing.add(unit);
  const before = returned.setAside.get(unit);
  if (!before) return;
  returned.setAside.delete(unit);
  adopt(returned, unit, before);
  recountOnTime(returned);
}

/** A unit owes it no more: its figures leave the totals and are kept. */
export function release(returned: ReturnState, unit: UnitId): void {
  if (!returned.assigned.delete(unit)) return;
  returned.owing.delete(unit);
  const submission = returned.submissions.get(unit);
  if (!submission) return;
  count(returned, submission, -1);
  if (isComplete(returned.definition, submission)) returned.complete -= 1;
  returned.submissions.delete(unit);
  for (const units of Object.values(returned.stages)) units.delete(unit);
  returned.setAside.set(unit, submission);
  recountOnTime(returned);
}
