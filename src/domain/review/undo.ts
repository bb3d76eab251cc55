/** 撤销退回, 撤销通过: what an organiser decided too soon stands as it stood before, as long as the unit has done nothing about it. */

import { aFew } from '../few.ts';
import type { UnitId } from '../model.ts';
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/review.ts';
import { unitList } from '../replies/wording.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';
import { aboutToTell, tellUnits } from '../told.ts';
import { reviewOf } from './reviewed.ts';
import { readTarget, type Target } from './target.ts';
import { type Fit, fitsOf } from './which.ts';

export type Undone = 'returned' | 'accepted';

export function previewUndoing(situation: Situation, words: string, undone: Undone): string | null {
  const { fits, target } = readUndone(situation, words, undone);
  const units = unitsOf(fits);
  if (units.length === 0 || (!target.everyone && units.length <= aFew)) return null;
  return say.aboutToUndo(undone, units.length) + aboutToTell(situation, units);
}

export function undo(situation: Situation, speaker: Speaker, words: string, undone: Undone): Outcome {
  const { directory, nowMs } = situation;
  const { fits, target } = readUndone(situation, words, undone);
  const done = new Set(unitsOf(fits));
  const others = target.units.filter(({ id }) => !done.has(id)).map(({ id }) => whyNot(situation, id, undone));
  if (done.size === 0) return answer(others.length > 0 ? others : say.undoWhom(undone));
  const type = undone === 'returned' ? ('SendingBackUndone' as const) : ('AcceptanceUndone' as const);
  const source = sourceOf(speaker, nowMs);
  const { sends, line } = tellUnits(
    situation,
    fits.flatMap(({ returned, units }) => units.map((unit) => [unit, say.undoneNotice(undone, returned)] as const)),
  );
  const said = fits.map(({ returned, units }) =>
    say.undone(undone, unitList(directory, units, units.length), say.titleOf(returned)),
  );
  return answer([...said, line, ...others], {
    events: fits.flatMap(({ returned, units }) =>
      units.map((unit) => ({ type, returnId: returned.definition.id, unit, source })),
    ),
    sends,
  });
}

function readUndone(situation: Situation, words: string, undone: Undone): { fits: Fit[]; target: Target } {
  const target = readTarget(situation, words);
  const fits = fitsOf(situation, target, (returned, unit) => canUndo(returned, unit, undone));
  return { fits, target };
}

function unitsOf(fits: readonly Fit[]): UnitId[] {
  return [...new Set(fits.flatMap(({ units }) => units))];
}

function canUndo(returned: ReturnState, unit: UnitId, undone: Undone): boolean {
  if (reviewOf(returned, unit).kind !== undone) return false;
  return undone === 'accepted' || isUntouched(returned, unit);
}

/** Whether the unit has done nothing since anything of it was sent back. */
function isUntouched({ submissions }: ReturnState, unit: UnitId): boolean {
  const submission = submissions.get(unit);
  if (!submission) return false;
  const { status, refused, steps } = submission;
  const backs = [...(status.kind === 'returned' ? [status] : []), ...refused.values()];
  return backs.every(({ after }) => after === steps.at(-1)?.cause);
}

function whyNot(situation: Situation, unit: UnitId, undone: Undone): string {
  const returns = [...situation.state.submission.returns.values()];
  const touched = undone === 'returned' && returns.some((returned) => reviewOf(returned, unit).kind === 'returned');
  return say.notUndone(undone, situation.directory.short(unit), touched);
}
